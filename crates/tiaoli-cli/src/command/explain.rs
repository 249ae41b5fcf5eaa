//! `tiaoli explain`: why one claim came out as it did.

use super::eval::read;
use crate::application::From;
use crate::args::Format;
use crate::explain::Explained;
use crate::report::{Failure, Report};
use crate::statement::{Words, row_name};
use crate::surroundings::Context;
use crate::{policy, readings};
use std::path::PathBuf;
use tiaoli::outcome::{ClaimDecision, ProjectDecision, RowDecision};
use tiaoli::program::{Claimable, Program};
use tiaoli::trace::{Trace, trace};
use tiaoli::{Code, Decision, Diagnostic, Value, suggest};

/// Arguments of `tiaoli explain`.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// 政策包文件夹或编译文件 / folder of the policy package, or a compiled file
    pub(crate) policy: PathBuf,
    /// 申请文件，- 为标准输入 / the application, - for standard input
    pub(crate) application: PathBuf,
    /// 条款编号 / id of the clause
    pub(crate) clause: String,
    /// 项目编号，只有一个项目时不必写 / the project, where there are several
    #[arg(long, value_name = "ID")]
    pub(crate) project: Option<String>,
    /// 清单的第几行，如 2；清单之内的清单写 2.3 / the row of a list, such as 2; of a list inside a list 2.3
    #[arg(long, value_name = "N")]
    pub(crate) row: Option<String>,
    /// 申请的格式，缺省随文件名，标准输入为 JSON / format of the application, by default its ending's
    #[arg(long, value_enum, value_name = "FORMAT")]
    pub(crate) input_format: Option<crate::application::InputFormat>,
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
    let program = &policy::program(&args.policy, context)?;
    let options = readings::options(program, &args.reading)?;
    let selection = readings::selection(program, &options)?;
    let from = From { application: Some(args.application), input_format: args.input_format, as_of: args.as_of };
    let application = match read(&from, program, context)? {
        Ok(application) => application,
        Err((json, failure)) if args.format == Format::Json => {
            return Ok(Report { stdout: json, stderr: String::new(), exit: failure.exit });
        }
        Err((_, failure)) => return Err(failure),
    };
    let decision = tiaoli::decide(program, &selection, &application);
    let (row, project) = project(&decision, args.project.as_deref(), &args.clause, program)?;
    let (at, claim) = claim(project, &args.clause, program)?;
    let claims = tiaoli::claim::decide(program, &selection, &application);
    let listed = listed(claim, args.row.as_deref())?;
    let at_row = match (&claim.rows, listed) {
        (Some(_), row) => row.map(|row| row.row),
        (None, _) => claim.rule.and_then(|rule| {
            let level = program.rules.get(rule)?.level;
            program.row_above(&application, program.at_project(row), level)
        }),
    };
    let trace = match claim.rule.zip(at_row) {
        Some((rule, row)) => trace(program, &selection, &application, &claims, rule, row),
        None => Trace::default(),
    };
    let words = Words { program, lang: context.lang };
    let explained = Explained { words, decision: &decision, project, at, claim, listed, trace: &trace };
    Ok(Report::fine(match args.format {
        Format::Human => explained.human(context.width),
        Format::Json => explained.json(),
    }))
}

/// The project that is named, or the only one that asks for the clause.
fn project<'d>(
    decision: &'d Decision,
    named: Option<&str>,
    clause: &str,
    program: &Program,
) -> Result<(usize, &'d ProjectDecision), Failure> {
    let ids = || decision.projects.iter().map(|it| it.id.as_str());
    let all = decision.projects.iter().enumerate();
    if let Some(named) = named {
        return all.clone().find(|(_, it)| it.id == named).ok_or_else(|| lacks(("项目", "project"), named, ids()));
    }
    let asking: Vec<(usize, &ProjectDecision)> = all.filter(|(_, it)| claim(it, clause, program).is_ok()).collect();
    match asking.as_slice() {
        [one] => Ok(*one),
        [] => {
            let asked: Vec<&str> =
                decision.projects.iter().flat_map(|it| &it.claims).map(|it| it.asked.as_str()).collect();
            Err(lacks(("条款", "claim on"), clause, asked.iter().copied()))
        }
        several => {
            let ids = Value::list(several.iter().map(|(_, it)| &it.id));
            Err(Failure::usage(Diagnostic::new(Code::WHICH_PROJECT).arg("ids", ids)))
        }
    }
}

/// The claim on a clause, by the id asked for or by another of the same rule.
fn claim<'d>(
    project: &'d ProjectDecision,
    clause: &str,
    program: &Program,
) -> Result<(usize, &'d ClaimDecision), Failure> {
    let rule = match program.claimable(clause) {
        Some(Claimable::Rule(rule)) => Some(*rule),
        _ => None,
    };
    let same = |it: &ClaimDecision| it.asked == clause || (rule.is_some() && it.rule == rule);
    let found = project.claims.iter().enumerate().find(|(_, it)| same(it));
    found.ok_or_else(|| lacks(("条款", "claim on"), clause, project.claims.iter().map(|it| it.asked.as_str())))
}

/// The row of a list that is named, or the only one; none where there are several and none is named.
fn listed<'d>(claim: &'d ClaimDecision, named: Option<&str>) -> Result<Option<&'d RowDecision>, Failure> {
    let rows = claim.rows.as_ref().map(|listed| listed.rows.as_slice()).unwrap_or_default();
    match (named, rows) {
        (Some(named), rows) => {
            let names: Vec<String> = rows.iter().map(row_name).collect();
            let found = rows.iter().find(|row| row_name(row) == named);
            found.map(Some).ok_or_else(|| lacks(("行", "row"), named, names.iter().map(String::as_str)))
        }
        (None, [only]) => Ok(Some(only)),
        (None, _) => Ok(None),
    }
}

fn lacks<'k>(what: (&str, &str), id: &str, known: impl Iterator<Item = &'k str>) -> Failure {
    let mut known: Vec<&str> = known.collect();
    known.sort_unstable();
    known.dedup();
    let help = match suggest(id, known.iter().copied()) {
        Some(near) => Value::said(format!("是否为「{near}」？"), format!("did you mean `{near}`?")),
        None => Value::said(format!("有：{}", known.join("、")), format!("there are {}", known.join(", "))),
    };
    let problem = Diagnostic::new(Code::NOT_IN_APPLICATION).arg("what", Value::said(what.0, what.1));
    Failure::usage(problem.arg("id", id).arg("help", help))
}
