//! `tiaoli mutate`: whether the golden cases notice a slip.

use super::check;
use crate::args::ProblemFormat;
use crate::companions::With;
use crate::package;
use crate::render::{Check, Findings, json_problems};
use crate::report::{Exit, Failure, Report};
use crate::surroundings::{Context, say};
use indicatif::ProgressBar;
use serde_json::json;
use std::fmt::Write;
use std::path::PathBuf;
use tiaoli::mutate::{Mutant, Mutation, Slip, Telling, Verdict, mutate};
use tiaoli::{Case, Code, Compiled, Diagnostic, Lang, Package, Problems, Span, Value, cases};

/// Arguments of `tiaoli mutate`.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// 政策包文件夹 / folder of the policy package
    pub(crate) policy: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) with: With,
    /// 只改动这一条款 / only this article
    #[arg(long, value_name = "ID")]
    pub(crate) only: Option<String>,
    /// 输出格式 / format
    #[arg(long, value_enum, default_value_t)]
    pub(crate) format: ProblemFormat,
}

/// Mutates the rules of a package and prints what no case notices.
pub(crate) fn run(args: Args, context: &Context<'_>) -> Result<Report, Failure> {
    let package = package::load(&package::folder(args.policy)?, &args.with)?;
    let compiled = tiaoli::compile(&package);
    let Some(program) = &compiled.program else {
        return Ok(check::not_compiled("mutate", &compiled, args.format, context));
    };
    let printer = check::printer(&compiled, context);
    // A case that fails as it stands would notice every slip.
    let mut failing = Problems::new();
    let confirmed: Vec<Case> = compiled.cases.iter().filter(|case| case.confirmed).cloned().collect();
    cases::run(program, &confirmed, &mut failing);
    if failing.has_errors() {
        let findings = Findings::by_file("mutate", &failing, &compiled.sources, false);
        let stdout = printer.print(&findings, args.format);
        return Ok(Report { stdout, stderr: String::new(), exit: Exit::Findings });
    }
    let bar = ProgressBar::new(0);
    let mutation = mutate(&package, program, &compiled.cases, args.only.as_deref(), &|done, all| {
        bar.set_length(u64::try_from(all).unwrap_or(u64::MAX));
        bar.set_position(u64::try_from(done).unwrap_or(u64::MAX));
    });
    bar.finish_and_clear();
    let report = Written { mutation: &mutation, package: &package, compiled: &compiled };
    let findings = report.findings();
    let stdout = match args.format {
        ProblemFormat::Human => report.human(context.lang),
        ProblemFormat::Json => report.json(&findings),
        format => printer.print(&findings, format),
    };
    let exit = if findings.failed() { Exit::Findings } else { Exit::Fine };
    Ok(Report { stdout, stderr: String::new(), exit })
}

/// A mutation with the texts it was made from.
struct Written<'a> {
    mutation: &'a Mutation,
    package: &'a Package,
    compiled: &'a Compiled,
}

impl Written<'_> {
    fn human(&self, lang: Lang) -> String {
        let mut text = String::new();
        for mutant in &self.mutation.mutants {
            if let Verdict::Alive(telling) = &mutant.verdict {
                text.push_str(&self.alive(mutant, telling, lang));
            }
        }
        let (all, killed) = (self.mutation.mutants.len(), self.mutation.killed());
        let (equivalent, alive, stillborn) =
            (self.mutation.equivalent(), self.mutation.alive(), self.mutation.stillborn);
        text.push_str(&match lang {
            Lang::Zh => format!(
                "改动 {all} 处：算例发现 {killed}，等价 {equivalent}，未被发现 {alive}；另有 {stillborn} 处编译不过\n"
            ),
            Lang::En => format!(
                "mutants {all}: killed {killed}, equivalent {equivalent}, alive {alive}; {stillborn} more did not compile\n"
            ),
        });
        text
    }

    /// The slips one by one; what nothing notices is found.
    fn findings(&self) -> Findings {
        let check = |mutant: &Mutant| {
            let (place, before, after) = self.lines(mutant);
            let slip = mutant.edit.slip.words();
            let found = match &mutant.verdict {
                Verdict::Alive(telling) => vec![self.unnoticed(mutant, telling, &after)],
                _ => Vec::new(),
            };
            let group = mutant.at.and_then(|at| self.package.rules.get(at.file)).map(|file| file.name.clone());
            Check {
                group: group.unwrap_or_else(|| Slip::Reading.words().in_lang(Lang::En).to_owned()),
                name: format!("{place} {}: {before} → {after}", slip.in_lang(Lang::En)),
                place: self.span(mutant),
                failed: !found.is_empty(),
                found,
            }
        };
        Findings { verb: "mutate", checks: self.mutation.mutants.iter().map(check).collect() }
    }

    fn unnoticed(&self, mutant: &Mutant, telling: &Telling, after: &str) -> Diagnostic {
        let case = |lang| {
            let (near, change) = self.telling(telling);
            let comma = say(lang, "，", ", ");
            let change: String = change.iter().map(|it| format!("{comma}{it}")).collect();
            format!("{}「{near}」{change}", say(lang, "同", "as in "))
        };
        let after = if after.is_empty() { &mutant.edit.text } else { after };
        let problem = Diagnostic::new(Code::SLIP_UNNOTICED)
            .arg("slip", mutant.edit.slip.words())
            .arg("after", after)
            .arg("telling", Value::said(case(Lang::Zh), case(Lang::En)));
        match self.span(mutant) {
            Some(span) => problem.at(span),
            None => problem,
        }
    }

    /// The title of the case that an application is near to, and what it says otherwise.
    fn telling(&self, telling: &Telling) -> (&str, Vec<String>) {
        let near = self.compiled.cases.get(telling.near).map(|case| case.title.as_str()).unwrap_or_default();
        (near, telling.change.iter().map(|(fact, value)| format!("{fact} {value}")).collect())
    }

    /// Where a slip is.
    fn span(&self, mutant: &Mutant) -> Option<Span> {
        let file = self.package.rules.get(mutant.at?.file)?;
        let sources = &self.compiled.sources;
        let id = sources.files().find(|id| sources.name(*id) == file.name)?;
        Some(Span::new(id, mutant.edit.range.start, mutant.edit.range.end))
    }

    /// The line as it stands and with the slip, and a case that would tell.
    fn alive(&self, mutant: &Mutant, telling: &Telling, lang: Lang) -> String {
        let mut text = String::new();
        let slip = mutant.edit.slip.words();
        let (place, before, after) = self.lines(mutant);
        let _written = writeln!(text, "{place} {}", slip.in_lang(lang));
        if !before.is_empty() {
            let _written = writeln!(text, "  - {before}\n  + {after}");
        }
        let (near, change) = self.telling(telling);
        let (as_in, comma) = (say(lang, "能分辨的算例：同", "a case that tells: as in"), say(lang, "，", ", "));
        let _written =
            writeln!(text, "  {as_in}「{near}」{}{}", if change.is_empty() { "" } else { comma }, change.join(comma));
        for (clause, one, other) in &telling.results {
            let _written = writeln!(text, "    {clause}  {one} | {other}");
        }
        text.push('\n');
        text
    }

    /// Where a mutant is, and its line before and after.
    fn lines(&self, mutant: &Mutant) -> (String, String, String) {
        let Some(file) = mutant.at.and_then(|at| self.package.rules.get(at.file)) else {
            return (mutant.edit.text.clone(), String::new(), String::new());
        };
        let range = &mutant.edit.range;
        let start = file.text.get(..range.start).and_then(|text| text.rfind('\n')).map_or(0, |at| at + 1);
        let end =
            file.text.get(range.end..).and_then(|text| text.find('\n')).map_or(file.text.len(), |at| range.end + at);
        let line = file.text.get(..start).unwrap_or_default().matches('\n').count() + 1;
        let piece = |from: usize, to: usize| file.text.get(from..to).unwrap_or_default();
        let before = piece(start, end).trim().to_owned();
        let after = format!("{}{}{}", piece(start, range.start), mutant.edit.text, piece(range.end, end));
        (format!("{}:{line}:", file.name), before, after.trim().to_owned())
    }

    fn json(&self, findings: &Findings) -> String {
        let mutant = |mutant: &Mutant| {
            let (place, before, after) = self.lines(mutant);
            let title = |index: &usize| self.compiled.cases.get(*index).map(|case| case.title.clone());
            let (verdict, more) = match &mutant.verdict {
                Verdict::Killed(case) => ("killed", json!({ "case": title(case) })),
                Verdict::SameProgram => ("equivalent", json!({ "why": "same program" })),
                Verdict::SameDecisions(tried) => ("equivalent", json!({ "why": "same decisions", "tried": tried })),
                Verdict::Alive(telling) => (
                    "alive",
                    json!({ "near": title(&telling.near), "change": telling.change, "results": telling.results }),
                ),
            };
            let slip = mutant.edit.slip.words();
            json!({
                "place": place, "slip": slip.in_lang(Lang::En), "before": before, "after": after,
                "verdict": verdict, "more": more,
            })
        };
        let value = json!({
            "mutants": self.mutation.mutants.len(),
            "killed": self.mutation.killed(),
            "equivalent": self.mutation.equivalent(),
            "alive": self.mutation.alive(),
            "stillborn": self.mutation.stillborn,
            "all": self.mutation.mutants.iter().map(mutant).collect::<Vec<_>>(),
            "problems": json_problems(&findings.problems(), &self.compiled.sources),
        });
        format!("{value:#}\n")
    }
}
