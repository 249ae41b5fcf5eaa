//! `tiaoli fmt`: the one layout of the files of a policy.

use crate::args::ProblemFormat;
use crate::files::{self, shown};
use crate::package;
use crate::render::{Findings, Printer};
use crate::report::{Exit, Failure, Report};
use crate::surroundings::Context;
use std::path::{Path, PathBuf};
use tiaoli::{Code, Diagnostic, Problems, Sources, Span};

/// The ending of a file of rules.
const ENDING: &str = "tiaoli";

/// Arguments of `tiaoli fmt`.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// 文件、文件夹，或 - 为标准输入 / files, folders, or - for standard input
    pub(crate) paths: Vec<PathBuf>,
    /// 只检查，不改动 / change nothing, and say which files would change
    #[arg(long)]
    pub(crate) check: bool,
    /// --check 的输出格式 / format of --check
    #[arg(long, value_enum, default_value_t, requires = "check")]
    pub(crate) format: ProblemFormat,
}

/// Lays out every file named and every `.tiaoli` file below a folder named; a file that does not read stays as it is.
pub(crate) fn run(args: Args, context: &mut Context<'_>) -> Result<Report, Failure> {
    if args.paths == [Path::new("-")] {
        return standard_input(args.check, args.format, context);
    }
    let paths = if args.paths.is_empty() { vec![package::folder(None)?] } else { args.paths };
    let mut run = Run::default();
    for path in &paths {
        for file in below(path)? {
            run.file(&file, args.check, context)?;
        }
    }
    Ok(run.report(args.check, args.format, context))
}

/// Standard input goes to standard output.
fn standard_input(check: bool, format: ProblemFormat, context: &mut Context<'_>) -> Result<Report, Failure> {
    let name = context.say("标准输入", "standard input");
    let fails = |why: &std::io::Error| Failure::usage(files::cannot(Code::CANNOT_OPEN, Path::new(name), why));
    let bytes = files::all(&mut *context.stdin, name).map_err(|why| why.unwrap_or_else(fails))?;
    let text = files::utf8(bytes, Path::new(name))?;
    let mut run = Run::default();
    Ok(match run.laid_out(name, &text) {
        Some(written) if !check => Report::fine(written),
        Some(written) if written == text && format == ProblemFormat::Human => Report::fine(String::new()),
        Some(_) if format == ProblemFormat::Human => Report {
            stdout: format!("{}\n", context.say("标准输入没有排版", "standard input is not laid out")),
            stderr: String::new(),
            exit: Exit::Findings,
        },
        _ => run.report(check, format, context),
    })
}

/// What comes of the files so far.
#[derive(Default)]
struct Run {
    sources: Sources,
    problems: Problems,
    /// Files that are not laid out.
    loose: Problems,
    /// A line for each file that was changed, or would be.
    said: String,
    changed: usize,
    unread: usize,
    seen: usize,
}

impl Run {
    fn file(&mut self, path: &Path, check: bool, context: &Context<'_>) -> Result<(), Failure> {
        let text = files::text(path)?;
        self.seen += 1;
        let Some(written) = self.laid_out(&shown(path), &text) else {
            self.unread += 1;
            return Ok(());
        };
        if written == text {
            return Ok(());
        }
        self.changed += 1;
        if check {
            let line = first_difference(&text, &written).0;
            let said = context.say("没有排版", "not laid out");
            self.said.push_str(&format!("{}:{line} {said}\n", shown(path)));
        } else {
            files::replace(path, &written)?;
            self.said.push_str(&format!("{}{}\n", context.say("已排版 ", "laid out "), shown(path)));
        }
        Ok(())
    }

    /// The layout of a text, or its problems among the others.
    fn laid_out(&mut self, name: &str, text: &str) -> Option<String> {
        let file = self.sources.add(name, text);
        let mut found = Problems::new();
        let written = tiaoli::format(file, text, &mut found);
        match &written {
            None => found.sorted().into_iter().for_each(|problem| self.problems.push(problem.clone())),
            Some(written) if written != text => {
                let at = first_difference(text, written).1;
                self.loose.push(Diagnostic::new(Code::NOT_LAID_OUT).at(Span::new(file, at, at)));
            }
            Some(_) => {}
        }
        written
    }

    fn report(mut self, check: bool, format: ProblemFormat, context: &Context<'_>) -> Report {
        let printer = Printer {
            sources: &self.sources,
            document: None,
            lang: context.lang,
            width: context.width,
            colour: context.colour_err,
        };
        if format != ProblemFormat::Human {
            self.problems.extend(self.loose);
            let findings = Findings::by_file("fmt", &self.problems, &self.sources, false);
            let exit = if findings.failed() { Exit::Findings } else { Exit::Fine };
            return Report { stdout: printer.print(&findings, format), stderr: String::new(), exit };
        }
        let mut stdout = self.said;
        if !check || self.changed > 0 || self.unread > 0 {
            let (changed, unread, same) = (self.changed, self.unread, self.seen - self.changed - self.unread);
            stdout.push_str(&match (context.lang, check) {
                (tiaoli::Lang::Zh, true) => {
                    format!("要改 {changed} 个文件，读不懂 {unread} 个，其余 {same} 个已排好\n")
                }
                (tiaoli::Lang::Zh, false) => {
                    format!("改了 {changed} 个文件，读不懂 {unread} 个，其余 {same} 个本已排好\n")
                }
                (tiaoli::Lang::En, true) => {
                    format!("{changed} files would change, {unread} do not read, {same} are laid out\n")
                }
                (tiaoli::Lang::En, false) => {
                    format!("{changed} files changed, {unread} do not read, {same} were laid out\n")
                }
            });
        }
        let finding = !self.problems.is_empty() || check && self.changed > 0;
        Report {
            stdout,
            stderr: printer.pictures(&self.problems),
            exit: if finding { Exit::Findings } else { Exit::Fine },
        }
    }
}

/// The line, from 1, and the byte from which on a text differs from its layout.
fn first_difference(text: &str, written: &str) -> (usize, usize) {
    let (mut line, mut at) = (1, 0);
    for (before, after) in text.split_inclusive('\n').zip(written.split_inclusive('\n')) {
        if before != after {
            break;
        }
        (line, at) = (line + 1, at + before.len());
    }
    (line, at)
}

/// The file itself, or the files of rules below a folder by name; hidden folders and links to folders are left out.
fn below(path: &Path) -> Result<Vec<PathBuf>, Failure> {
    let fails = |why: std::io::Error| Failure::usage(files::cannot(Code::CANNOT_OPEN, path, &why));
    if !std::fs::metadata(path).map_err(fails)?.is_dir() {
        if path.extension().is_none_or(|ending| ending != ENDING) {
            return Err(Failure::usage(Diagnostic::new(Code::NOT_RULES).arg("path", shown(path))));
        }
        return Ok(vec![path.to_owned()]);
    }
    let mut entries = Vec::new();
    for entry in std::fs::read_dir(path).map_err(fails)? {
        let entry = entry.map_err(fails)?;
        entries.push((entry.path(), entry.file_type().map_err(fails)?.is_dir()));
    }
    entries.sort();
    let mut found = Vec::new();
    for (path, folder) in entries {
        let hidden = path.file_name().is_some_and(|name| name.as_encoded_bytes().starts_with(b"."));
        if hidden {
            continue;
        }
        if folder {
            found.extend(below(&path)?);
        } else if path.extension().is_some_and(|ending| ending == ENDING) && path.is_file() {
            found.push(path);
        }
    }
    Ok(found)
}
