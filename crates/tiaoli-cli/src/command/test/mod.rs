//! `tiaoli test`: the golden cases of a package.

mod suggest;

use super::check;
use crate::args::ProblemFormat;
use crate::companions::With;
use crate::editions;
use crate::files::shown;
use crate::package::{self, MANIFEST};
use crate::render::wrap::cells;
use crate::render::{Check, Findings};
use crate::report::{Exit, Failure, Report};
use crate::surroundings::Context;
use serde_json::json;
use std::path::{Path, PathBuf};
use tiaoli::cases::{self, Ran};
use tiaoli::{Case, Code, Compiled, Diagnostic, Lang, Problems, Span};

/// Arguments of `tiaoli test`.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// 政策包文件夹 / folder of the policy package
    pub(crate) policy: Option<PathBuf>,
    /// 只运行条款或标题含有这些字的算例 / only cases whose clause or title has this text
    pub(crate) filter: Option<String>,
    #[command(flatten)]
    pub(crate) with: With,
    /// 输出格式 / format
    #[arg(long, value_enum, default_value_t)]
    pub(crate) format: ProblemFormat,
    /// 写出门槛和上限处还缺的算例，待人确认 / write the cases that thresholds and caps still lack, for a person to confirm
    #[arg(long, conflicts_with = "format")]
    pub(crate) suggest: bool,
    /// 写入文件，缺省为标准输出 / write to a file instead of standard output
    #[arg(long, short, value_name = "FILE", requires = "suggest")]
    pub(crate) output: Option<PathBuf>,
}

/// Runs the cases and prints what did not come out, then a line for each clause.
pub(crate) fn run(args: Args, context: &mut Context<'_>) -> Result<Report, Failure> {
    let (policy, filter) = named(args.policy.clone(), args.filter.clone());
    let folder = package::folder(policy)?;
    let one = |folder: &Path, context: &Context<'_>| one(folder, &args, filter.as_deref(), context);
    match editions::of(&folder)? {
        None => one(&folder, context),
        Some(all) => editions::each(&folder, &all, args.format, context, |folder, context| one(folder, context)),
    }
}

fn one(folder: &Path, args: &Args, filter: Option<&str>, context: &Context<'_>) -> Result<Report, Failure> {
    let compiled = package::compile(folder, &args.with)?;
    let format = args.format;
    let Some(program) = &compiled.program else {
        return Ok(check::not_compiled("test", &compiled, format, context));
    };
    if args.suggest {
        return suggest::run(args, filter, &compiled, program, context);
    }
    let wanted = |case: &&Case| filter.is_none_or(|filter| matches(case, filter));
    let cases: Vec<_> = compiled.cases.iter().filter(wanted).cloned().collect();
    if let (Some(filter), true) = (filter, cases.is_empty()) {
        let some = compiled.cases.iter().flat_map(|case| &case.ids).next().cloned().unwrap_or_default();
        return Err(Failure::usage(Diagnostic::new(Code::NO_SUCH_CASE).arg("filter", filter).arg("id", some)));
    }
    let mut problems = Problems::new();
    let ran = cases::run(program, &cases, &mut problems);
    let printer = check::printer(&compiled, context);
    let stdout = match format {
        ProblemFormat::Human => format!("{}{}", printer.pictures(&problems), summary(&ran, context)),
        ProblemFormat::Json => json(&ran, &problems, &compiled),
        format => printer.print(&findings(&ran, &problems), format),
    };
    let exit = if ran.iter().all(|case| case.passed && case.confirmed) { Exit::Fine } else { Exit::Findings };
    Ok(Report { stdout, stderr: String::new(), exit })
}

/// The cases one by one, each with what did not come out.
fn findings(ran: &[Ran], problems: &Problems) -> Findings {
    let check = |case: &Ran| {
        let within =
            |span: Span| span.file == case.span.file && case.span.start <= span.start && span.end <= case.span.end;
        let found = problems.sorted().into_iter().filter(|it| it.span.is_some_and(within)).cloned().collect();
        Check {
            group: case.ids.join("、"),
            name: case.title.clone(),
            place: Some(case.span),
            found,
            failed: !case.passed || !case.confirmed,
        }
    };
    Findings { verb: "test", checks: ran.iter().map(check).collect() }
}

/// In the folder of a package, one word that is no path is a filter.
fn named(policy: Option<PathBuf>, filter: Option<String>) -> (Option<PathBuf>, Option<String>) {
    match (policy, filter) {
        (Some(word), None) if !word.exists() && Path::new(MANIFEST).is_file() => (None, Some(shown(&word))),
        both => both,
    }
}

/// A filter is a clause, a family of clauses, or part of a title.
fn matches(case: &Case, filter: &str) -> bool {
    case.ids.iter().any(|id| is_of(id, filter)) || case.title.contains(filter)
}

/// Whether a clause is the one that a filter names, or of its family.
fn is_of(id: &str, filter: &str) -> bool {
    id == filter || id.strip_prefix(filter).is_some_and(|rest| rest.starts_with('.'))
}

/// Cases of one clause by clause, in the order in which they first stand, then those of several clauses together.
fn by_clause(ran: &[Ran]) -> (Vec<(&str, Count)>, Count) {
    let (mut single, mut several): (Vec<(&str, Count)>, Count) = (Vec::new(), Count::default());
    for case in ran {
        match case.ids.as_slice() {
            [id] => match single.iter_mut().find(|(known, _)| known == id) {
                Some((_, count)) => count.add(case),
                None => single.push((id, Count::of(case))),
            },
            _ => several.add(case),
        }
    }
    (single, several)
}

/// How many cases, and how many of them failed.
#[derive(Clone, Copy, Default)]
struct Count {
    all: usize,
    failed: usize,
}

impl Count {
    fn of(case: &Ran) -> Self {
        Self { all: 1, failed: usize::from(!case.passed) }
    }

    fn add(&mut self, case: &Ran) {
        self.all = self.all.saturating_add(1);
        self.failed = self.failed.saturating_add(usize::from(!case.passed));
    }

    /// `✓7`, `✗1/7`
    fn shown(self) -> String {
        match self.failed {
            0 => format!("✓{}", self.all),
            failed => format!("✗{failed}/{}", self.all),
        }
    }
}

fn summary(ran: &[Ran], context: &Context<'_>) -> String {
    let confirmed: Vec<Ran> = ran.iter().filter(|case| case.confirmed).cloned().collect();
    let unconfirmed = ran.len().saturating_sub(confirmed.len());
    let ran = confirmed.as_slice();
    let (single, several) = by_clause(ran);
    let mut cells: Vec<String> = single.iter().map(|(id, count)| format!("{id} {}", count.shown())).collect();
    if several.all > 0 {
        cells.push(format!("{} {}", context.say("几条合并", "several at once"), several.shown()));
    }
    let mut text = in_lines(context.say("条款  ", "clauses  "), &cells, context.width);
    let failed = ran.iter().filter(|case| !case.passed).count();
    let passed = ran.len().saturating_sub(failed);
    let line = match context.lang {
        Lang::Zh => format!("算例 {} 个：通过 {passed} 个，未通过 {failed} 个\n", ran.len()),
        Lang::En => format!("golden cases {}: passed {passed}, failed {failed}\n", ran.len()),
    };
    text.push_str(&line);
    if unconfirmed > 0 {
        text.push_str(&match context.lang {
            Lang::Zh => format!("另有 {unconfirmed} 个待确认，不算算例\n"),
            Lang::En => format!("{unconfirmed} more to be confirmed, which do not count\n"),
        });
    }
    text
}

/// Cells one after another, none broken in two.
fn in_lines(lead: &str, items: &[String], width: usize) -> String {
    let indent = " ".repeat(cells(lead));
    let (mut text, mut line) = (String::new(), String::new());
    for item in items {
        if !line.is_empty() && cells(&line).saturating_add(cells(item)).saturating_add(cells(lead)) > width {
            text.push_str(&format!("{}{}\n", if text.is_empty() { lead } else { &indent }, line.trim_end()));
            line.clear();
        }
        line.push_str(item);
        line.push_str("  ");
    }
    if !line.is_empty() {
        text.push_str(&format!("{}{}\n", if text.is_empty() { lead } else { &indent }, line.trim_end()));
    }
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
            "confirmed": case.confirmed,
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
