//! A policy package: its texts in, its program and problems out. No file is opened here.

use crate::{cases, check, lower, parse, resolve};
use sha2::{Digest, Sha256};
use tiaoli_eval::program::{Policy, Program};
use tiaoli_source::document::{self, Document, Lock};
use tiaoli_source::{Code, Diagnostic, FileId, Problems, Severity, Sources, Span};

/// What a tool needs to know of a package before it parses it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Manifest {
    /// Its name in file names and decisions.
    pub name: String,
    /// Its edition.
    pub edition: String,
    /// The file name of the document.
    pub source: String,
    /// The version of the language that it is written in.
    pub language: String,
}

/// A named text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct File {
    /// Its name, as it is to be shown.
    pub name: String,
    /// What it holds.
    pub text: String,
}

/// The texts of a package.
#[derive(Clone, Debug, Default)]
pub struct Package {
    /// `tiaoli.toml`, read.
    pub manifest: Manifest,
    /// The document as published.
    pub source: File,
    /// `source.clauses`
    pub cuts: File,
    /// `source.lock`, where there is one.
    pub lock: Option<File>,
    /// The `.tiaoli` files, in the order of their names.
    pub rules: Vec<File>,
}

/// What came of a package.
#[derive(Debug)]
pub struct Compiled {
    /// The program; `None` where there are errors.
    pub program: Option<Program>,
    /// Where each node was written.
    pub map: lower::SourceMap,
    /// The golden cases.
    pub cases: Vec<cases::Case>,
    /// Everything there is to say about the package.
    pub problems: Problems,
    /// The texts that places refer to.
    pub sources: Sources,
    /// The document.
    pub document: Document,
}

/// Compiles a package: every problem of every stage is reported, and there is a program only where none is an error.
#[must_use]
pub fn compile(package: &Package) -> Compiled {
    let mut sources = Sources::new();
    let mut problems = Problems::new();
    let document_file = sources.add(&*package.source.name, &*package.source.text);
    let cuts_file = sources.add(&*package.cuts.name, &*package.cuts.text);
    let document = document::read(&package.source.text, &package.cuts.text, document_file, cuts_file, &mut problems);
    if let Some(lock) = &package.lock {
        let file = sources.add(&*lock.name, &*lock.text);
        let lock = Lock::parse(&lock.text, file, &mut problems);
        for change in document::compare(&lock, &document) {
            problems.push(change.problem(&document));
        }
    }
    let files: Vec<(FileId, &str)> = package.rules.iter().map(|file| (sources.add(&*file.name, &*file.text), file.text.as_str())).collect();
    if files.is_empty() {
        problems.push(Diagnostic::new(Code::NO_POLICY));
    }
    let mut read = Problems::new();
    let parsed = parse(&files, &mut read);
    let unread: Vec<Span> = read.sorted().into_iter().filter(|it| it.severity() == Severity::Error).filter_map(|it| it.span).collect();
    problems.extend(read);
    let resolved = resolve::resolve(&parsed, &document, &mut problems);
    let checked = check::check(resolved, &mut problems);
    leave_out_what_follows(&unread, &mut problems);
    let mut compiled = (None, lower::SourceMap::new(), Vec::new());
    if !problems.has_errors() {
        let policy = Policy {
            name: package.manifest.name.clone(),
            edition: package.manifest.edition.clone(),
            title: document.title().unwrap_or_default().to_owned(),
            digest: digest(package),
        };
        let (program, map) = lower::lower(&checked, policy, &mut problems);
        let cases = cases::resolve(&checked, &program, &mut problems);
        if !problems.has_errors() {
            compiled = (Some(program), map, cases);
        }
    }
    let (program, map, cases) = compiled;
    Compiled { program, map, cases, problems, sources, document }
}

/// One slip, one problem: what only follows from another is not said. A word that could not be read is not unknown as
/// well, a sentence that could not be read is not missing as well, and nothing is idle before all else is right.
fn leave_out_what_follows(unread: &[Span], problems: &mut Problems) {
    let errors = problems.has_errors();
    let follows = |problem: &Diagnostic| {
        if problem.code == Code::FACT_UNUSED {
            errors
        } else if problem.code == Code::CLAUSE_UNCLAIMED || problem.code == Code::ARTICLE_WITHOUT_AWARD {
            !unread.is_empty()
        } else if problem.code == Code::UNKNOWN_FACT {
            problem.span.is_some_and(|span| unread.iter().any(|it| it.file == span.file && it.start == span.start))
        } else {
            false
        }
    };
    problems.retain(|problem| !follows(problem));
}

/// SHA-256 over everything that a program is compiled from, each part with its length before it.
fn digest(package: &Package) -> String {
    let mut hash = Sha256::new();
    let mut put = |part: &str| {
        hash.update((part.len() as u64).to_be_bytes());
        hash.update(part.as_bytes());
    };
    for part in [&package.manifest.name, &package.manifest.edition, &package.manifest.language, &package.source.text, &package.cuts.text] {
        put(part);
    }
    for file in &package.rules {
        put(&file.text);
    }
    let hex: String = hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect();
    format!("sha256:{hex}")
}
