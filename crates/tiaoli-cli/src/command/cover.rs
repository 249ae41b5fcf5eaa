//! `tiaoli cover`: what the golden cases have seen of the rules.

use super::check;
use crate::package;
use crate::report::{Exit, Failure, Report};
use crate::surroundings::{Context, say};
use serde_json::json;
use std::fmt::Write;
use std::path::PathBuf;
use tiaoli::cover::{Coverage, Goal, cover};
use tiaoli::{Compiled, Lang};

/// Arguments of `tiaoli cover`.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// 政策包文件夹 / folder of the policy package
    pub(crate) policy: Option<PathBuf>,
    /// 输出格式 / format
    #[arg(long, value_enum, default_value_t)]
    pub(crate) format: CoverFormat,
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
    /// JSON
    Json,
}

/// Covers a package and prints what no case shows.
pub(crate) fn run(args: Args, context: &Context<'_>) -> Result<Report, Failure> {
    let compiled = package::compile(&package::folder(args.policy)?)?;
    let Some(program) = &compiled.program else {
        let printer = check::printer(&compiled, context);
        let stdout = printer.print(&compiled.problems, crate::args::ProblemFormat::Human);
        return Ok(Report { stdout, stderr: String::new(), exit: Exit::Findings });
    };
    let coverage = cover(program, &compiled.map, &compiled.cases);
    let stdout = match args.format {
        CoverFormat::Human => human(&coverage, &compiled, context.lang),
        CoverFormat::Plain => {
            coverage.goals.iter().filter(|goal| goal.hits == 0).fold(String::new(), |mut text, goal| {
                let _written = writeln!(text, "{}", line(goal, &compiled, context.lang));
                text
            })
        }
        CoverFormat::Json => json(&coverage, &compiled),
    };
    let low = args.fail_under.is_some_and(|percent| !coverage.reaches(percent));
    Ok(Report { stdout, stderr: String::new(), exit: if low { Exit::Findings } else { Exit::Fine } })
}

/// `3.3.b 条件未知：实际投入500万元以上`
fn line(goal: &Goal, compiled: &Compiled, lang: Lang) -> String {
    let what = goal.what.words();
    let what = what.in_lang(lang);
    let Some(span) = goal.words else { return format!("{} {what}", goal.clause) };
    let words: Vec<&str> = compiled.sources.slice(span).unwrap_or_default().split_whitespace().collect();
    format!("{} {what}{}{}", goal.clause, say(lang, "：", ": "), words.join(" "))
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
    let percent = shown.saturating_mul(1000).checked_div(all).unwrap_or(1000);
    let (whole, part) = (percent / 10, percent % 10);
    text.push_str(&match lang {
        Lang::Zh => format!("覆盖 {shown}/{all}（{whole}.{part}％），算例 {} 个\n", compiled.cases.len()),
        Lang::En => format!("covered {shown}/{all} ({whole}.{part}%), golden cases {}\n", compiled.cases.len()),
    });
    text
}

fn json(coverage: &Coverage, compiled: &Compiled) -> String {
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
    });
    format!("{value:#}\n")
}
