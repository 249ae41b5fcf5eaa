//! `tiaoli cut`: the clauses of a document: proposed, shown, compared, accepted.

use crate::files::{self, shown};
use crate::package::{self, CUTS, LOCK};
use crate::render::Printer;
use crate::render::wrap::hang;
use crate::report::{Exit, Failure, Report};
use crate::surroundings::Context;
use std::path::{Path, PathBuf};
use tiaoli::document::{self, Change, Document, Lock};
use tiaoli::{Code, Diagnostic, FileId, Problems, Sources};

/// Arguments of `tiaoli cut`.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// 政策包文件夹，或文件原文 / folder of the package, or the document itself
    pub(crate) policy: Option<PathBuf>,
    /// 给出 source.clauses 的初稿 / draft source.clauses
    #[arg(long, conflicts_with = "accept")]
    pub(crate) propose: bool,
    /// 把初稿写入 source.clauses，已有则不写 / write the draft, unless source.clauses is there
    #[arg(long, requires = "propose")]
    pub(crate) write: bool,
    /// 确认现在的文字，写入 source.lock / accept the words as they are and write source.lock
    #[arg(long)]
    pub(crate) accept: bool,
}

/// Proposes, accepts, or shows the clauses and what changed.
pub(crate) fn run(args: Args, context: &Context<'_>) -> Result<Report, Failure> {
    let at = package::folder(args.policy)?;
    if args.propose {
        return propose(&at, args.write, context);
    }
    let (sources, document, problems, lock) = read(&at)?;
    if args.accept {
        return accept(&at, &document, &sources, problems, lock.as_ref(), context);
    }
    let printer = Printer {
        sources: &sources,
        document: None,
        lang: context.lang,
        width: context.width,
        colour: context.colour_out,
    };
    let mut stdout = printer.pictures(&problems);
    for clause in &document.clauses {
        let words = document.words(clause).replace("\r\n", "\n");
        stdout.push_str(&hang(&format!("{} ", clause.id), &words, context.width));
    }
    let changes = lock.as_ref().map_or_else(Vec::new, |lock| document::compare(lock, &document));
    stdout.push_str(&changed(&changes, lock.is_some(), context));
    let exit = if problems.has_errors() { Exit::Findings } else { Exit::Fine };
    Ok(Report { stdout, stderr: String::new(), exit })
}

/// Prints a draft of the cuts, or writes it where there are none.
fn propose(at: &Path, write: bool, context: &Context<'_>) -> Result<Report, Failure> {
    let source = if at.is_dir() { at.join(package::load_manifest(at)?.source) } else { at.to_path_buf() };
    let text = document_text(&source)?;
    let draft = document::propose(&text);
    if !write {
        return Ok(Report::fine(draft));
    }
    let target = source.with_file_name(CUTS);
    if target.exists() {
        return Err(Failure::usage(Diagnostic::new(Code::ALREADY_THERE).arg("path", shown(&target))));
    }
    files::replace(&target, &draft)?;
    Ok(Report::fine(format!("{}{}\n", context.say("已写入 ", "wrote "), shown(&target))))
}

type Read = (Sources, Document, Problems, Option<Lock>);

/// The document of a package with its cuts, and the lock where there is one.
fn read(at: &Path) -> Result<Read, Failure> {
    let (folder, source) = if at.is_dir() {
        (at.to_path_buf(), at.join(package::load_manifest(at)?.source))
    } else {
        (at.parent().map_or_else(PathBuf::new, Path::to_path_buf), at.to_path_buf())
    };
    let text = document_text(&source)?;
    let (mut sources, mut problems) = (Sources::new(), Problems::new());
    let document_file = sources.add(shown(&source), &*text);
    let cuts_path = folder.join(CUTS);
    if !cuts_path.exists() {
        return Err(Failure::finding(Diagnostic::new(Code::NO_CUTS).arg("path", shown(at))));
    }
    let cuts = files::text(&cuts_path)?;
    let cuts_file = sources.add(shown(&cuts_path), &*cuts);
    let document = document::read(&text, &cuts, document_file, cuts_file, &mut problems);
    let lock_path = folder.join(LOCK);
    let lock = if lock_path.exists() {
        let text = files::text(&lock_path)?;
        let file = sources.add(shown(&lock_path), &*text);
        Some(Lock::parse(&text, file, &mut problems))
    } else {
        None
    };
    Ok((sources, document, problems, lock))
}

fn document_text(path: &Path) -> Result<String, Failure> {
    if path.exists() {
        files::text(path)
    } else {
        Err(Failure::finding(Diagnostic::new(Code::NO_DOCUMENT).arg("path", shown(path))))
    }
}

/// What changed since the words were last accepted.
fn changed(changes: &[Change], locked: bool, context: &Context<'_>) -> String {
    if !locked {
        return format!(
            "\n{}\n",
            context.say("尚未确认过：没有 source.lock", "not yet accepted: there is no source.lock")
        );
    }
    if changes.is_empty() {
        return format!("\n{}\n", context.say("与上次确认时相同", "the same as last accepted"));
    }
    let mut text = format!("\n{}\n", context.say("与上次确认时不同：", "changed since last accepted:"));
    for change in changes {
        let (mark, words) = match change {
            Change::Added { after, .. } => ("+", after.clone()),
            Change::Removed { before, .. } => ("-", before.clone()),
            Change::Changed { before, after, .. } => ("~", document::show_diff(&document::diff(before, after))),
        };
        text.push_str(&hang(&format!("{mark} {} ", change.id()), &words, context.width));
    }
    text
}

/// Writes the lock of a document whose cuts have no errors.
fn accept(
    at: &Path,
    document: &Document,
    sources: &Sources,
    problems: Problems,
    before: Option<&Lock>,
    context: &Context<'_>,
) -> Result<Report, Failure> {
    // A lock that does not read is what accepting puts right; the document itself must be sound.
    let folder = if at.is_dir() { at.to_path_buf() } else { at.parent().map_or_else(PathBuf::new, Path::to_path_buf) };
    let path = folder.join(LOCK);
    let mut unsound = Problems::new();
    for problem in problems.sorted() {
        if problem.span.is_none_or(|span| sources.name(span.file) != shown(&path)) {
            unsound.push(problem.clone());
        }
    }
    if unsound.has_errors() {
        return Err(Failure { problems: unsound, sources: sources.clone(), document: None, exit: Exit::Findings });
    }
    let lock = Lock::of(document);
    let text = lock.to_string();
    let mut reread = Problems::new();
    if Lock::parse(&text, FileId(0), &mut reread) != lock || !reread.is_empty() {
        return Err(Failure::finding(Diagnostic::new(Code::NOT_WRITTEN).arg("path", shown(&path))));
    }
    files::replace(&path, &text)?;
    let changes = before.map_or_else(Vec::new, |before| document::compare(before, document));
    let mut stdout =
        if changes.is_empty() { String::new() } else { changed(&changes, true, context).trim_start().to_owned() };
    stdout.push_str(&format!("{}{}\n", context.say("已写入 ", "wrote "), shown(&path)));
    Ok(Report::fine(stdout))
}
