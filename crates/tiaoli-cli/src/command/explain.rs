//! `tiaoli explain`: why one claim came out as it did.

use super::eval::read;
use crate::application::{self, From, InputFormat};
use crate::args::Format;
use crate::companions::With;
use crate::explain::Explained;
use crate::report::{Failure, Report};
use crate::statement::Words;
use crate::surroundings::Context;
use crate::{editions, policy, readings};
use std::path::PathBuf;
use tiaoli::{Code, Diagnostic, Layout, NotThere, Question, Sought, Value, suggest};

/// Arguments of `tiaoli explain`.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// 政策包文件夹或编译文件 / folder of the policy package, or a compiled file
    pub(crate) policy: PathBuf,
    /// 申请文件，- 为标准输入 / the application, - for standard input
    pub(crate) application: PathBuf,
    /// 条款编号 / id of the clause
    pub(crate) clause: String,
    #[command(flatten)]
    pub(crate) with: With,
    /// 项目编号，只有一个项目时不必写 / the project, where there are several
    #[arg(long, value_name = "ID")]
    pub(crate) project: Option<String>,
    /// 清单的第几行，如 2；清单之内的清单写 2.3 / the row of a list, such as 2; of a list inside a list 2.3
    #[arg(long, value_name = "N")]
    pub(crate) row: Option<String>,
    /// 申请的格式，缺省随文件名，标准输入为 JSON / format of the application, by default its ending's
    #[arg(long, value_enum, value_name = "FORMAT")]
    pub(crate) input_format: Option<InputFormat>,
    /// 评定日期，代替申请里的 as_of / date of evaluation, in place of the application's
    #[arg(long, value_name = "DATE")]
    pub(crate) as_of: Option<String>,
    /// 输出格式 / format
    #[arg(long, value_enum, default_value_t)]
    pub(crate) format: Format,
    /// 改用登记簿中的另一读法，可重复 / take another reading of the register; may be repeated
    #[arg(long, value_name = "A8-1=R2")]
    pub(crate) reading: Vec<String>,
}

/// Decides the application and explains one claim of it.
pub(crate) fn run(args: Args, context: &mut Context<'_>) -> Result<Report, Failure> {
    let from = From { application: Some(args.application), input_format: args.input_format, as_of: args.as_of };
    let written = application::read(&from, context)?;
    let program = &policy::program(&editions::chosen(&args.policy, &written)?, &args.with, context)?;
    let options = readings::options(program, &args.reading)?;
    let selection = readings::selection(program, &options)?;
    let application = match read(&written, program) {
        Ok(application) => application,
        Err((json, failure)) if args.format == Format::Json => {
            return Ok(Report { stdout: json, stderr: String::new(), exit: failure.exit });
        }
        Err((_, failure)) => return Err(failure),
    };
    let (clause, project, row) = (args.clause.as_str(), args.project.as_deref(), args.row.as_deref());
    let question = Question { clause, project, row };
    let it = tiaoli::explain(program, &selection, &application, question).map_err(not_there)?;
    if args.format == Format::Json {
        return Ok(Report::fine(format!("{}\n", tiaoli::print(&it.json(program), Layout::Indented))));
    }
    let words = Words { program, lang: context.lang };
    let (Some(project), Some(claim)) = (it.project(), it.claim()) else { return Ok(Report::fine(String::new())) };
    let (decision, at, listed, trace) = (&it.decision, it.claim, it.row(), &it.trace);
    let explained = Explained { words, decision, project, at, claim, listed, trace };
    Ok(Report::fine(explained.human(context.width)))
}

fn not_there(why: NotThere) -> Failure {
    match why {
        NotThere::WhichProject(ids) => {
            Failure::usage(Diagnostic::new(Code::WHICH_PROJECT).arg("ids", Value::list(ids.iter())))
        }
        NotThere::Lacks { what, id, known } => {
            let what = match what {
                Sought::Project => ("项目", "project"),
                Sought::Claim => ("条款", "claim on"),
                Sought::Row => ("行", "row"),
            };
            lacks(what, &id, &known)
        }
    }
}

fn lacks(what: (&str, &str), id: &str, known: &[String]) -> Failure {
    let help = match suggest(id, known.iter().map(String::as_str)) {
        Some(near) => Value::said(format!("是否为「{near}」？"), format!("did you mean `{near}`?")),
        None => Value::said(format!("有：{}", known.join("、")), format!("there are {}", known.join(", "))),
    };
    let problem = Diagnostic::new(Code::NOT_IN_APPLICATION).arg("what", Value::said(what.0, what.1));
    Failure::usage(problem.arg("id", id).arg("help", help))
}
