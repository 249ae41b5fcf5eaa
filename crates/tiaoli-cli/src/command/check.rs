//! `tiaoli check`: everything there is to say about a package.

mod draft;

use crate::args::ProblemFormat;
use crate::companions::With;
use crate::editions;
use crate::package;
use crate::render::wrap::paragraph;
use crate::render::{Findings, Printer, count};
use crate::report::{Exit, Failure, Report};
use crate::surroundings::Context;
use std::path::{Path, PathBuf};
use tiaoli::program::{Account, Program};
use tiaoli::{Compiled, Lang, Severity};

/// Arguments of `tiaoli check`.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// 政策包文件夹；--draft 也可以是文件原文 / folder of the policy package; with --draft also the document itself
    pub(crate) policy: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) with: With,
    /// 只看文件本身：起草时的毛病 / the document alone: drafting faults
    #[arg(long)]
    pub(crate) draft: bool,
    /// 输出格式 / format
    #[arg(long, value_enum, default_value_t)]
    pub(crate) format: ProblemFormat,
    /// 把警告当作错误 / treat warnings as errors
    #[arg(long, value_enum, value_name = "WHAT")]
    pub(crate) deny: Option<Deny>,
}

/// What can be denied.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum Deny {
    /// 警告 / warnings
    Warnings,
}

/// Compiles a package and prints its problems, then what it holds.
pub(crate) fn run(args: Args, context: &mut Context<'_>) -> Result<Report, Failure> {
    if args.draft {
        return draft::run(&args, context);
    }
    let folder = package::folder(args.policy.clone())?;
    match editions::of(&folder)? {
        None => one(&folder, &args, context),
        Some(all) => editions::each(&folder, &all, args.format, context, |folder, context| one(folder, &args, context)),
    }
}

fn one(folder: &Path, args: &Args, context: &Context<'_>) -> Result<Report, Failure> {
    let mut compiled = package::compile(folder, &args.with)?;
    compiled.problems.extend(std::mem::take(&mut compiled.against_text));
    let findings = Findings::by_file("check", &compiled.problems, &compiled.sources, args.deny.is_some());
    let mut stdout = printer(&compiled, context).print(&findings, args.format);
    if args.format == ProblemFormat::Human {
        stdout.push_str(&summary(&compiled, context));
    }
    let exit = if findings.failed() { Exit::Findings } else { Exit::Fine };
    Ok(Report { stdout, stderr: String::new(), exit })
}

/// What keeps a package that does not compile from being judged, in the format of the verb.
pub(crate) fn not_compiled(
    verb: &'static str,
    compiled: &Compiled,
    format: ProblemFormat,
    context: &Context<'_>,
) -> Report {
    let findings = Findings::by_file(verb, &compiled.problems, &compiled.sources, false);
    let mut stdout = printer(compiled, context).print(&findings, format);
    if format == ProblemFormat::Human {
        let words = context.say("检查未通过，没有继续：", "check failed, so nothing more was done: ");
        stdout.push_str(&format!("{words}{}\n", problem_count(compiled, context.lang)));
    }
    Report { stdout, stderr: String::new(), exit: Exit::Findings }
}

/// The printer of a package's problems on standard output.
pub(crate) fn printer<'a>(compiled: &'a Compiled, context: &Context<'_>) -> Printer<'a> {
    Printer {
        sources: &compiled.sources,
        document: Some(&compiled.document),
        lang: context.lang,
        width: context.width,
        colour: context.colour_out,
    }
}

/// How many problems, in words.
pub(crate) fn problem_count(compiled: &Compiled, lang: Lang) -> String {
    let [errors, warnings, advice] =
        [Severity::Error, Severity::Warning, Severity::Advice].map(|it| count(&compiled.problems, it));
    match lang {
        Lang::Zh => format!("错误 {errors} 个，警告 {warnings} 个，提示 {advice} 个"),
        Lang::En => format!("errors {errors}, warnings {warnings}, advice {advice}"),
    }
}

fn summary(compiled: &Compiled, context: &Context<'_>) -> String {
    let said = problem_count(compiled, context.lang);
    let Some(program) = &compiled.program else {
        let words = context.say("检查未通过：", "check failed: ");
        return format!("{words}{said}\n");
    };
    let title = &program.policy.title;
    let own = compiled.document.clauses.len();
    let (clauses, accounts) = (program.clauses.len().min(own), accounts(program, own, context.lang));
    let rules = program.rules.iter().filter(|(_, rule)| rule.policy.is_none()).count();
    let (of, facts) = (own, program.facts.len());
    let (questions, options, cases) = (program.readings.len(), program.options.len(), compiled.cases.len());
    let text = match context.lang {
        Lang::Zh => format!(
            "《{title}》\n条款 {clauses}/{of} 条有着落：{accounts}\n规则 {rules} 条，事实 {facts} 项，读法问题 {questions} 个（另解 {options} 个），算例 {cases} 个\n检查通过：{said}"
        ),
        Lang::En => format!(
            "{title}\nclauses accounted for {clauses}/{of}: {accounts}\nrules {rules}, facts {facts}, questions of reading {questions} (other readings {options}), golden cases {cases}\ncheck passed: {said}"
        ),
    };
    let beside: Vec<&str> = program.companions.iter().map(|(_, it)| it.policy.short()).collect();
    let beside = match (beside.is_empty(), context.lang) {
        (true, _) => String::new(),
        (false, Lang::Zh) => format!("\n同来的政策 {} 份：{}", beside.len(), beside.join("、")),
        (false, Lang::En) => format!("\ncompanions {}: {}", beside.len(), beside.join(", ")),
    };
    paragraph(&format!("{text}{beside}"), context.width)
}

/// How many clauses are accounted for in each of the six ways.
fn accounts(program: &Program, own: usize, lang: Lang) -> String {
    let ways = [
        (Account::Encoded, "编码", "encoded"),
        (Account::Referred, "另按", "referred"),
        (Account::Right, "权利", "right"),
        (Account::Target, "目标", "target"),
        (Account::Declaratory, "宣示", "declaratory"),
        (Account::Heading, "标题", "heading"),
    ];
    let count = |way: Account| program.clauses.iter().take(own).filter(|(_, clause)| clause.account == way).count();
    match lang {
        Lang::Zh => ways.map(|(way, zh, _)| format!("{zh} {}", count(way))).join("，"),
        Lang::En => ways.map(|(way, _, en)| format!("{en} {}", count(way))).join(", "),
    }
}
