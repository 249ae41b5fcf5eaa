//! A verb on every edition of a policy.

use super::{Edition, problems};
use crate::args::ProblemFormat;
use crate::render::{Findings, Printer, json_problems};
use crate::report::{Exit, Failure, Report};
use crate::surroundings::{Context, say};
use serde_json::{Value as Json, json};
use std::path::{Path, PathBuf};
use tiaoli::{Lang, Sources};

/// Runs a verb on each edition and puts what it prints together; what is wrong between the editions comes last.
///
/// # Errors
///
/// What kept the verb from its work on one of them.
pub(crate) fn each(
    folder: &Path,
    editions: &[Edition],
    format: ProblemFormat,
    context: &mut Context<'_>,
    mut verb: impl FnMut(&Path, &mut Context<'_>) -> Result<Report, Failure>,
) -> Result<Report, Failure> {
    // A report or a log is of one package; CI judges the editions one by one.
    if matches!(format, ProblemFormat::Junit | ProblemFormat::Sarif) {
        let folders: Vec<PathBuf> = editions.iter().map(|it| it.folder.clone()).collect();
        return Err(super::which(folder, &folders));
    }
    let between = problems(folder, editions);
    let mut exit = if between.has_errors() { Exit::Findings } else { Exit::Fine };
    let mut text = String::new();
    let mut results = Vec::new();
    for it in editions {
        let report = verb(&it.folder, context)?;
        if report.exit != Exit::Fine {
            exit = Exit::Findings;
        }
        match format {
            ProblemFormat::Human => text.push_str(&format!("{}\n{}\n", it.heading(context), report.stdout)),
            ProblemFormat::Plain | ProblemFormat::Github | ProblemFormat::Junit | ProblemFormat::Sarif => {
                text.push_str(&report.stdout);
            }
            ProblemFormat::Json => {
                results.push(it.json(serde_json::from_str(&report.stdout).unwrap_or(Json::Null)));
            }
        }
    }
    let sources = Sources::new();
    let stdout = match format {
        ProblemFormat::Json => {
            let value = json!({ "editions": results, "problems": json_problems(&between, &sources) });
            format!("{value:#}\n")
        }
        _ => {
            let (lang, width, colour) = (context.lang, context.width, context.colour_out);
            let printer = Printer { sources: &sources, document: None, lang, width, colour };
            let findings = Findings::by_file("check", &between, &sources, false);
            text.push_str(&printer.print(&findings, format));
            if format == ProblemFormat::Human {
                text.push_str(&summary(editions.len(), between.len(), lang));
            }
            text
        }
    };
    Ok(Report { stdout, stderr: String::new(), exit })
}

fn summary(editions: usize, problems: usize, lang: Lang) -> String {
    if problems == 0 {
        return match lang {
            Lang::Zh => format!("版次 {editions} 个，首尾相接\n"),
            Lang::En => format!("editions {editions}: each follows the one before\n"),
        };
    }
    let words = say(lang, "版次之间的问题", "problems between editions");
    match lang {
        Lang::Zh => format!("版次 {editions} 个，{words} {problems} 个\n"),
        Lang::En => format!("editions {editions}, {words} {problems}\n"),
    }
}
