//! `tiaoli test`: the golden cases of a package.

use super::check;
use crate::args::ProblemFormat;
use crate::package;
use crate::report::{Exit, Failure, Report};
use crate::surroundings::Context;
use serde_json::json;
use std::path::PathBuf;
use tiaoli::cases::{self, Ran};
use tiaoli::{Case, Compiled, Problems};

/// Arguments of `tiaoli test`.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// 政策包文件夹 / folder of the policy package
    pub(crate) policy: Option<PathBuf>,
    /// 只运行条款或标题含有这些字的算例 / only cases whose clause or title has this text
    pub(crate) filter: Option<String>,
    /// 输出格式 / format
    #[arg(long, value_enum, default_value_t)]
    pub(crate) format: ProblemFormat,
}

/// Runs the cases and prints what did not come out, then a line for each clause.
pub(crate) fn run(args: Args, context: &Context<'_>) -> Result<Report, Failure> {
    let compiled = package::compile(&package::folder(args.policy)?)?;
    let printer = check::printer(&compiled, context);
    let Some(program) = &compiled.program else {
        let mut stdout = printer.print(&compiled.problems, args.format);
        if args.format == ProblemFormat::Human {
            let words = context.say("检查未通过，没有运行算例：", "check failed, so no case was run: ");
            stdout.push_str(&format!("{words}{}\n", check::problem_count(&compiled, context.lang)));
        }
        return Ok(Report { stdout, stderr: String::new(), exit: Exit::Findings });
    };
    let wanted = |case: &&Case| args.filter.as_deref().is_none_or(|filter| matches(case, filter));
    let cases: Vec<_> = compiled.cases.iter().filter(wanted).cloned().collect();
    let mut problems = Problems::new();
    let ran = cases::run(program, &cases, &mut problems);
    let stdout = match args.format {
        ProblemFormat::Human => format!("{}{}", printer.print(&problems, args.format), summary(&ran, context)),
        ProblemFormat::Plain => printer.print(&problems, args.format),
        ProblemFormat::Json => json(&ran, &problems, &compiled),
    };
    let exit = if ran.iter().all(|case| case.passed) { Exit::Fine } else { Exit::Findings };
    Ok(Report { stdout, stderr: String::new(), exit })
}

/// A filter is a clause, a family of clauses, or part of a title.
fn matches(case: &Case, filter: &str) -> bool {
    let of = |id: &String| id == filter || id.strip_prefix(filter).is_some_and(|rest| rest.starts_with('.'));
    case.ids.iter().any(of) || case.title.contains(filter)
}

/// Cases by clause in the order in which they first stand: name, how many, how many failed.
fn by_clause(ran: &[Ran]) -> Vec<(String, usize, usize)> {
    let mut found: Vec<(String, usize, usize)> = Vec::new();
    for case in ran {
        let (name, failed) = (case.ids.join("、"), usize::from(!case.passed));
        match found.iter_mut().find(|(known, ..)| *known == name) {
            Some((_, all, bad)) => (*all, *bad) = (all.saturating_add(1), bad.saturating_add(failed)),
            None => found.push((name, 1, failed)),
        }
    }
    found
}

fn summary(ran: &[Ran], context: &Context<'_>) -> String {
    let clauses = by_clause(ran);
    let mut text = String::new();
    let cell = |(name, all, bad): &(String, usize, usize)| match bad {
        0 => format!("{name} ✓{all}"),
        _ => format!("{name} ✗{bad}/{all}"),
    };
    let line = clauses.iter().map(cell).collect::<Vec<_>>().join("  ");
    if !line.is_empty() {
        text.push_str(&crate::render::wrap::hang(context.say("条款  ", "clauses  "), &line, context.width));
    }
    let failed = ran.iter().filter(|case| !case.passed).count();
    let passed = ran.len().saturating_sub(failed);
    let line = match context.lang {
        tiaoli::Lang::Zh => format!("算例 {} 个：通过 {passed} 个，未通过 {failed} 个\n", ran.len()),
        tiaoli::Lang::En => format!("golden cases {}: passed {passed}, failed {failed}\n", ran.len()),
    };
    text.push_str(&line);
    text
}

fn json(ran: &[Ran], problems: &Problems, compiled: &Compiled) -> String {
    let failed = ran.iter().filter(|case| !case.passed).count();
    let case = |case: &Ran| {
        let place = compiled.sources.place(case.span);
        json!({
            "clauses": case.ids,
            "title": case.title,
            "file": compiled.sources.name(case.span.file),
            "line": place.line,
            "passed": case.passed,
        })
    };
    let value = json!({
        "passed": ran.len().saturating_sub(failed),
        "failed": failed,
        "cases": ran.iter().map(case).collect::<Vec<_>>(),
        "problems": crate::render::json_problems(problems, &compiled.sources),
    });
    format!("{value:#}\n")
}
