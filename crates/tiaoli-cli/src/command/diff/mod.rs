//! `tiaoli diff`: what a change of a policy does.

mod found;
mod old;
mod written;

use super::check;
use crate::args::ProblemFormat;
use crate::companions::With;
use crate::files;
use crate::package;
use crate::report::{Exit, Failure, Report};
use crate::surroundings::Context;
use indicatif::ProgressBar;
use std::path::{Path, PathBuf};
use tiaoli::change::{Money, Population, Side, change};
use tiaoli::{Code, Compiled, Diagnostic, Format, Program};
use written::Written;

/// Arguments of `tiaoli diff`.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// 原来的政策：文件夹、编译好的文件，或 git 版本 / the old policy: a folder, a compiled file, or a git revision of the new one
    pub(crate) old: String,
    /// 现在的政策包文件夹 / folder of the policy as it is now
    pub(crate) new: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) with: With,
    /// 申请的集合，每行一份 JSON：算出增减的金额 / applications, one JSON a line, to sum up what changes
    #[arg(long, value_name = "FILE")]
    pub(crate) population: Option<PathBuf>,
    /// 输出格式 / format
    #[arg(long, value_enum, default_value_t)]
    pub(crate) format: DiffFormat,
    /// 有不同即以1退出 / exit with 1 where anything differs
    #[arg(long, value_enum, value_name = "WHAT")]
    pub(crate) deny: Option<Deny>,
}

/// What can be denied.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum Deny {
    /// 任何不同 / any difference
    Changes,
    /// 其他系统须跟着改的不同 / differences that other tools must follow
    Breaking,
}

/// Formats of a change report.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum DiffFormat {
    /// 供人阅读 / for people
    #[default]
    Human,
    /// 每处不同一行 / one line a difference
    Plain,
    /// 供合并请求使用的 Markdown / Markdown, for a pull request
    Markdown,
    /// JSON
    Json,
    /// GitHub 的行内标注 / annotations of GitHub
    Github,
}

impl DiffFormat {
    /// The format of what keeps two policies from being compared.
    pub(crate) fn of_problems(self) -> ProblemFormat {
        match self {
            Self::Human | Self::Markdown => ProblemFormat::Human,
            Self::Plain => ProblemFormat::Plain,
            Self::Json => ProblemFormat::Json,
            Self::Github => ProblemFormat::Github,
        }
    }
}

/// Compares two packages and prints what differs.
pub(crate) fn run(args: &Args, context: &Context<'_>) -> Result<Report, Failure> {
    let folder = package::folder(args.new.clone())?;
    let new = whole(tiaoli::compile(&package::load(&folder, &args.with)?))?;
    let old = old::policy(&args.old, &folder, &args.with, context)?;
    let sides = (Side { program: &old.program, cases: &old.cases }, side(&new));
    let change = change(sides.0, sides.1);
    let money = args.population.as_deref().map(|file| population(file, sides)).transpose()?;
    let breaks = change.vocabulary.iter().any(|it| it.integrators == tiaoli::change::Integrators::Breaks);
    let written = Written { change: &change, money: money.as_ref(), lang: context.lang };
    let denied = match args.deny {
        Some(Deny::Changes) => !change.is_empty(),
        Some(Deny::Breaking) => breaks,
        None => false,
    };
    let stdout = match args.format {
        DiffFormat::Human => written.human(),
        DiffFormat::Markdown => written.markdown(),
        DiffFormat::Json => written.json(),
        DiffFormat::Plain | DiffFormat::Github => {
            let findings = found::findings(&written, &new.compiled, denied);
            check::printer(&new.compiled, context).print(&findings, args.format.of_problems())
        }
    };
    Ok(Report { stdout, stderr: String::new(), exit: if denied { Exit::Findings } else { Exit::Fine } })
}

/// A package with its program.
struct Whole {
    program: Program,
    compiled: Compiled,
}

/// # Errors
///
/// The package does not compile; its problems.
fn whole(mut compiled: Compiled) -> Result<Whole, Failure> {
    match compiled.program.take() {
        Some(program) => Ok(Whole { program, compiled }),
        None => Err(Failure::of_package(compiled)),
    }
}

fn side(of: &Whole) -> Side<'_> {
    Side { program: &of.program, cases: &of.compiled.cases }
}

/// Decides every application of a file under both sides.
fn population(file: &Path, (old, new): (Side<'_>, Side<'_>)) -> Result<Money, Failure> {
    let text = files::text(file)?;
    let lines: Vec<&str> = text.lines().filter(|line| !line.trim().is_empty()).collect();
    let Some(mut population) = Population::new(old, new) else { return Ok(Money::default()) };
    let bar = ProgressBar::new(u64::try_from(lines.len()).unwrap_or(u64::MAX));
    for (index, line) in lines.iter().enumerate() {
        let node = tiaoli::parse(line.as_bytes(), Format::Json).map_err(|refused| {
            let why = tiaoli::Value::said(&refused.message.zh, &refused.message.en);
            let help = tiaoli::Value::said(
                format!("{} 第{}行", files::shown(file), index + 1),
                format!("{} line {}", files::shown(file), index + 1),
            );
            Failure::finding(Diagnostic::new(Code::APPLICATION_REFUSED).arg("why", why).arg("help", help))
        })?;
        population.add(&node);
        bar.inc(1);
    }
    bar.finish_and_clear();
    Ok(population.money())
}
