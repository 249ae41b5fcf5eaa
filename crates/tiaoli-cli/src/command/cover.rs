//! `tiaoli cover`: what the golden cases have seen of the rules.

use super::{check, render};
use crate::args::ProblemFormat;
use crate::companions::With;
use crate::package;
use crate::page::{Goals, page};
use crate::render::{Check, Findings, json_problems};
use crate::report::{Exit, Failure, Report};
use crate::surroundings::{Context, say};
use serde_json::json;
use std::fmt::Write;
use std::path::PathBuf;
use tiaoli::cover::{Coverage, Goal, cover};
use tiaoli::{Code, Compiled, Diagnostic, Lang, Problems, Value, cases};

/// Arguments of `tiaoli cover`.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// 政策包文件夹 / folder of the policy package
    pub(crate) policy: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) with: With,
    /// 输出格式 / format
    #[arg(long, value_enum, default_value_t)]
    pub(crate) format: CoverFormat,
    /// 写入文件，缺省为标准输出 / write to a file instead of standard output
    #[arg(long, short, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
    /// 覆盖率低于这个百分数时退出码为1 / exit with 1 where less than this percentage is shown
    #[arg(long, value_name = "PERCENT", value_parser = clap::value_parser!(u32).range(0..=100))]
    pub(crate) fail_under: Option<u32>,
}

/// Formats of a coverage report.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum CoverFormat {
    /// 供人阅读 / for people
    #[default]
    Human,
    /// 每个未覆盖之处一行 / one line for each goal that no case shows
    Plain,
    /// 网页：文件、规则、已显示和未显示的，逐条对照 / a page: document, rules, and what is shown and what is not, clause by clause
    Html,
    /// JSON
    Json,
    /// JUnit XML，供 CI 汇总 / JUnit XML, for the test report of a CI server
    Junit,
    /// SARIF 2.1.0，供代码扫描 / SARIF 2.1.0, for code scanning
    Sarif,
    /// GitHub 的行内标注 / annotations of GitHub
    Github,
}

impl CoverFormat {
    /// The format of what keeps a package from being covered.
    pub(crate) fn of_problems(self) -> ProblemFormat {
        match self {
            Self::Human | Self::Html => ProblemFormat::Human,
            Self::Plain => ProblemFormat::Plain,
            Self::Json => ProblemFormat::Json,
            Self::Junit => ProblemFormat::Junit,
            Self::Sarif => ProblemFormat::Sarif,
            Self::Github => ProblemFormat::Github,
        }
    }
}

/// Covers a package and prints what no case shows.
pub(crate) fn run(args: Args, context: &Context<'_>) -> Result<Report, Failure> {
    let package = package::load(&package::folder(args.policy)?, &args.with)?;
    let compiled = tiaoli::compile(&package);
    let Some(program) = &compiled.program else {
        return Ok(check::not_compiled("cover", &compiled, args.format.of_problems(), context));
    };
    let coverage = cover(program, &compiled.map, &compiled.cases);
    let low = args.fail_under.filter(|percent| !coverage.reaches(*percent));
    let findings = findings(&coverage, &compiled, low);
    let stdout = match args.format {
        CoverFormat::Human => human(&coverage, &compiled, context.lang),
        CoverFormat::Json => json(&coverage, &compiled, &findings),
        CoverFormat::Html => {
            let failed =
                cases::run(program, &compiled.cases, &mut Problems::new()).iter().filter(|it| !it.passed).count();
            let goals = Goals::new(&compiled, &coverage);
            page(&compiled, program, &render::parts(&package)?, failed, Some(&goals))
        }
        format => check::printer(&compiled, context).print(&findings, format.of_problems()),
    };
    let exit = if findings.failed() { Exit::Findings } else { Exit::Fine };
    Ok(Report { exit, ..render::deliver(args.output.as_deref(), stdout, context)? })
}

/// The rules one by one, each with what no case shows of it. With `low` less is covered than that percentage, which
/// fails the run and each rule that lacks something.
fn findings(coverage: &Coverage, compiled: &Compiled, low: Option<u32>) -> Findings {
    let lacks = |goal: &&&Goal| goal.hits == 0;
    let rule = |(rule, goals): &(&str, Vec<&Goal>)| {
        let found: Vec<Diagnostic> = goals.iter().filter(lacks).map(|goal| lacking(goal, compiled)).collect();
        let failed = low.is_some() && !found.is_empty();
        let place = goals.iter().find_map(|goal| place(goal, compiled));
        Check { group: "cover".to_owned(), name: (*rule).to_owned(), place, found, failed }
    };
    let mut checks: Vec<Check> = coverage.by_rule().iter().map(rule).collect();
    if let Some(percent) = low {
        let (shown, all) = coverage.count();
        let found = Diagnostic::new(Code::COVERAGE_LOW).arg("shown", shown).arg("all", all).arg("percent", percent);
        let name = format!("--fail-under {percent}");
        checks.push(Check { group: "cover".to_owned(), name, place: None, found: vec![found], failed: true });
    }
    Findings { verb: "cover", checks }
}

/// Where a goal stands: the words that it is about, else its clause.
fn place(goal: &Goal, compiled: &Compiled) -> Option<tiaoli::Span> {
    goal.words.or_else(|| compiled.document.span_of(&goal.clause))
}

fn lacking(goal: &Goal, compiled: &Compiled) -> Diagnostic {
    let what = goal.what.words();
    let said = |lang| format!("{}{}", what.in_lang(lang), words(goal, compiled, lang));
    let problem = Diagnostic::new(Code::GOAL_NOT_SHOWN)
        .arg("rule", &goal.rule)
        .arg("what", Value::said(said(Lang::Zh), said(Lang::En)))
        .clause(&goal.clause);
    match place(goal, compiled) {
        Some(span) => problem.at(span),
        None => problem,
    }
}

/// `：实际投入500万元以上`
fn words(goal: &Goal, compiled: &Compiled, lang: Lang) -> String {
    let Some(span) = goal.words else { return String::new() };
    let words: Vec<&str> = compiled.sources.slice(span).unwrap_or_default().split_whitespace().collect();
    format!("{}{}", say(lang, "：", ": "), words.join(" "))
}

/// `3.3.b 条件未知：实际投入500万元以上`
fn line(goal: &Goal, compiled: &Compiled, lang: Lang) -> String {
    let what = goal.what.words();
    let what = what.in_lang(lang);
    format!("{} {what}{}", goal.clause, words(goal, compiled, lang))
}

fn human(coverage: &Coverage, compiled: &Compiled, lang: Lang) -> String {
    let mut text = String::new();
    for (rule, goals) in coverage.by_rule() {
        let shown = goals.iter().filter(|goal| goal.hits > 0).count();
        let mark = if shown == goals.len() { "✓" } else { "✗" };
        let _written = writeln!(text, "{mark} {rule}  {shown}/{}", goals.len());
        for goal in goals.iter().filter(|goal| goal.hits == 0) {
            let _written = writeln!(text, "    {}", line(goal, compiled, lang));
        }
    }
    let (shown, all) = coverage.count();
    text.push_str(&match lang {
        Lang::Zh => format!("覆盖 {shown}/{all}（{}），算例 {} 个\n", coverage.percent("％"), compiled.cases.len()),
        Lang::En => {
            format!("covered {shown}/{all} ({}), golden cases {}\n", coverage.percent("%"), compiled.cases.len())
        }
    });
    text
}

fn json(coverage: &Coverage, compiled: &Compiled, findings: &Findings) -> String {
    let goal = |goal: &Goal| {
        let what = goal.what.words();
        json!({
            "rule": goal.rule,
            "clause": goal.clause,
            "what": what.in_lang(Lang::En),
            "words": goal.words.and_then(|span| compiled.sources.slice(span)),
            "cases": goal.hits,
        })
    };
    let (shown, all) = coverage.count();
    let value = json!({
        "covered": shown,
        "goals": all,
        "uncovered": coverage.goals.iter().filter(|goal| goal.hits == 0).map(goal).collect::<Vec<_>>(),
        "all": coverage.goals.iter().map(goal).collect::<Vec<_>>(),
        "problems": json_problems(&findings.problems(), &compiled.sources),
    });
    format!("{value:#}\n")
}
