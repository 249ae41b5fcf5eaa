//! `tiaoli eval`: decides an application.

use crate::application::{self, From, Written};
use crate::args::Format;
use crate::companions::With;
use crate::readings;
use crate::report::{Exit, Failure, Report};
use crate::statement::statement;
use crate::surroundings::Context;
use crate::{compare, editions, policy};
use std::path::PathBuf;
use tiaoli::selection::Selection;
use tiaoli::{Application, Layout, Program};

/// Arguments of `tiaoli eval`.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// 政策包文件夹或编译文件 / folder of the policy package, or a compiled file
    pub(crate) policy: PathBuf,
    #[command(flatten)]
    pub(crate) with: With,
    #[command(flatten)]
    pub(crate) from: From,
    /// 输出格式 / format
    #[arg(long, value_enum, default_value_t)]
    pub(crate) format: Format,
    /// 改用登记簿中的另一读法，可重复 / take another reading of the register; may be repeated
    #[arg(long, value_name = "A8-1=R2")]
    pub(crate) reading: Vec<String>,
    /// 比较每一种读法下的合计 / compare the total under every reading
    #[arg(long, value_enum, value_name = "WHICH")]
    pub(crate) readings: Option<Which>,
}

/// Which readings are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum Which {
    /// 全部 / all of them
    All,
}

/// Decides an application and prints the statement, the JSON, or the comparison of readings.
pub(crate) fn run(args: &Args, context: &mut Context<'_>) -> Result<Report, Failure> {
    let written = application::read(&args.from, context)?;
    // Of several editions the application's date chooses one.
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
    if args.readings.is_some() {
        let compared = compare::compare(program, &application, &options, &selection);
        return Ok(Report::fine(match args.format {
            Format::Human => compare::human(program, &compared, context),
            Format::Json => compare::json(program, &compared),
        }));
    }
    Ok(decided(program, &selection, &application, args.format, context))
}

/// A refused application: its JSON, and the problem in words.
pub(crate) type Refusal = (String, Failure);

/// Reads an application under the dictionary of a program.
///
/// # Errors
///
/// What it is refused for.
pub(crate) fn read(written: &Written, program: &Program) -> Result<Application, Refusal> {
    let read = written.node.clone().and_then(|node| tiaoli::read(program, &node));
    read.map_err(|refused| {
        let json = format!("{}\n", tiaoli::print(&tiaoli::refusal(&refused), Layout::Indented));
        (json, application::refused(written, &refused))
    })
}

fn decided(
    program: &Program,
    selection: &Selection,
    application: &Application,
    format: Format,
    context: &Context<'_>,
) -> Report {
    let decision = tiaoli::decide(program, selection, application);
    let stdout = match format {
        Format::Human => statement(program, &decision, context.lang, context.width),
        Format::Json => format!("{}\n", tiaoli::print(&tiaoli::decision_json(program, &decision), Layout::Indented)),
    };
    let exit = if decision.total.is_ok() { Exit::Fine } else { Exit::Findings };
    Report { stdout, stderr: String::new(), exit }
}
