//! `tiaoli check --draft`: what a document leaves open or gets wrong before it is published, for its drafter.

use super::Args;
use crate::args::ProblemFormat;
use crate::files::{self, shown};
use crate::package::{self, CUTS};
use crate::render::wrap::{flow, hang};
use crate::render::{Findings, Printer, count};
use crate::report::{Exit, Failure, Report};
use crate::surroundings::Context;
use std::path::Path;
use tiaoli::{Code, Diagnostic, Drafted, File, Severity};

/// Reads the document and reports on it, clause by clause.
pub(super) fn run(args: &Args, context: &Context<'_>) -> Result<Report, Failure> {
    let (source, cuts) = read(&package::folder(args.policy.clone())?)?;
    let drafted = tiaoli::draft(&source, cuts.as_ref());
    let findings = Findings::by_file("check", &drafted.problems, &drafted.sources, args.deny.is_some());
    let stdout = match args.format {
        ProblemFormat::Human => report(&drafted, context),
        format => {
            let printer = Printer {
                sources: &drafted.sources,
                document: Some(&drafted.document),
                lang: context.lang,
                width: context.width,
                colour: context.colour_out,
            };
            printer.print(&findings, format)
        }
    };
    let exit = if findings.failed() { Exit::Findings } else { Exit::Fine };
    Ok(Report { stdout, stderr: String::new(), exit })
}

/// The document of a package with its cuts, or a document by itself.
fn read(at: &Path) -> Result<(File, Option<File>), Failure> {
    let file = |path: &Path| Ok(File { name: shown(path), text: files::text(path)? });
    if !at.is_dir() {
        return Ok((file(at)?, None));
    }
    let cuts = at.join(CUTS);
    let source = file(&at.join(package::load_manifest(at)?.source))?;
    Ok((source, if cuts.exists() { Some(file(&cuts)?) } else { None }))
}

/// Each clause with what is said of it, then how much there is.
fn report(drafted: &Drafted, context: &Context<'_>) -> String {
    let (lang, width) = (context.lang, context.width);
    let mut text = match drafted.document.title() {
        Some(title) => flow(context.say("起草检查：", "Drafting check: "), title, width),
        None => format!("{}\n", context.say("起草检查", "Drafting check")),
    };
    let sorted = drafted.problems.sorted();
    for group in sorted.chunk_by(|a, b| a.clause == b.clause) {
        text.push('\n');
        let clause = group.first().and_then(|it| it.clause.as_deref());
        if let Some((id, words)) = clause.and_then(|id| Some((id, drafted.document.text_of(id)?))) {
            text.push_str(&hang(&format!("{id}  "), &words.replace("\r\n", "\n").replace('\n', " "), width));
        }
        let mut codes: Vec<Code> = Vec::new();
        for finding in group {
            if !codes.contains(&finding.code) {
                codes.push(finding.code);
            }
        }
        for code in codes {
            let of: Vec<&&Diagnostic> = group.iter().filter(|it| it.code == code).collect();
            for finding in &of {
                let place = finding.span.filter(|_| finding.clause.is_none());
                let place = place.map(|it| format!("{}:{} ", drafted.sources.name(it.file), drafted.sources.place(it)));
                let lead = format!("  {} {code} ", mark(finding.severity()));
                text.push_str(&hang(&lead, &format!("{}{}", place.unwrap_or_default(), finding.message(lang)), width));
            }
            let Some(first) = of.first() else { continue };
            for (head, words) in [
                (context.say("    为什么：", "    why: "), first.why(lang)),
                (context.say("    怎样写：", "    instead: "), first.help(lang)),
            ] {
                text.push_str(&words.map_or(String::new(), |words| hang(head, &words, width)));
            }
        }
    }
    let [errors, warnings, advice] =
        [Severity::Error, Severity::Warning, Severity::Advice].map(|it| count(&drafted.problems, it));
    let faults = errors + warnings;
    let said = match lang {
        tiaoli::Lang::Zh if sorted.is_empty() => "没有发现".to_owned(),
        tiaoli::Lang::En if sorted.is_empty() => "nothing found".to_owned(),
        tiaoli::Lang::Zh => format!("共 {} 处：● 应当改的 {faults} 处，○ 请斟酌的 {advice} 处", faults + advice),
        tiaoli::Lang::En => {
            format!("{} findings: ● to be put right {faults}, ○ to be weighed {advice}", faults + advice)
        }
    };
    text.push_str(&format!("\n{said}\n"));
    text
}

/// ● is to be put right, ○ to be weighed.
fn mark(severity: Severity) -> &'static str {
    match severity {
        Severity::Error | Severity::Warning => "●",
        Severity::Advice => "○",
    }
}
