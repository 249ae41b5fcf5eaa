//! A policy package: its texts in, its program and problems out. No file is opened here.

use crate::companions::Companions;
use crate::{against, cases, check, lower, parse, resolve};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
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
    /// The folders of the policies that it is read together with, seen from its own.
    pub with: Vec<String>,
    /// The first day of this edition, as a date: 2021-01-01.
    pub valid_from: Option<String>,
    /// The last day of this edition.
    pub valid_until: Option<String>,
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
    /// The other policies that it is read together with.
    pub companions: Vec<Package>,
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
    /// What each of them starts from.
    pub setting: cases::Setting,
    /// Everything there is to say about the package by itself.
    pub problems: Problems,
    /// What differs between the rules and the words of the document; empty where there are errors.
    pub against_text: Problems,
    /// The texts that places refer to.
    pub sources: Sources,
    /// The document.
    pub document: Document,
}

/// Compiles a package: every problem of every stage is reported, and there is a program only where none is an error.
#[must_use]
pub fn compile(package: &Package) -> Compiled {
    let mut problems = Problems::new();
    let companions = Companions::of(package, &mut problems);
    stages(package, &companions, &companions.given(), problems)
}

/// Compiles a companion by itself; `given` are the titles of the policies that it will be linked with.
pub(crate) fn alone(package: &Package, given: &BTreeMap<String, u8>) -> Compiled {
    stages(package, &Companions::default(), given, Problems::new())
}

fn stages(package: &Package, companions: &Companions, given: &BTreeMap<String, u8>, before: Problems) -> Compiled {
    let mut problems = Problems::new();
    let mut sources = Sources::new();
    let document_file = sources.add(&*package.source.name, &*package.source.text);
    let cuts_file = sources.add(&*package.cuts.name, &*package.cuts.text);
    let document = document::read(&package.source.text, &package.cuts.text, document_file, cuts_file, &mut problems);
    if let Some(lock) = &package.lock {
        let file = sources.add(&*lock.name, &*lock.text);
        let before = problems.len();
        let lock = Lock::parse(&lock.text, file, &mut problems);
        if problems.len() == before {
            for change in document::compare(&lock, &document) {
                problems.push(change.problem(&document));
            }
        }
    }
    let files: Vec<(FileId, &str)> =
        package.rules.iter().map(|file| (sources.add(&*file.name, &*file.text), file.text.as_str())).collect();
    if files.is_empty() {
        problems.push(Diagnostic::new(Code::NO_POLICY));
    }
    let mut read = Problems::new();
    let parsed = parse(&files, &mut read);
    let slips = Slips::of(&problems, &read, &sources);
    let mut resolved = resolve::resolve(&parsed, &document, &mut problems);
    resolved.given.clone_from(given);
    let checked = check::check(resolved, &mut problems);
    slips.leave_out_what_follows(&sources, &mut problems);
    problems.extend(read);
    problems.extend(before);
    let mut compiled = (None, lower::SourceMap::new(), Vec::new(), cases::Setting::default());
    let mut against_text = Problems::new();
    if !problems.has_errors() {
        let policy = Policy {
            name: package.manifest.name.clone(),
            edition: package.manifest.edition.clone(),
            title: document.title().unwrap_or_default().to_owned(),
            also: checked.also.clone(),
            digest: digest(package),
        };
        let (program, map) = lower::lower(&checked, policy, &mut problems);
        let facts = program.facts.len();
        let (program, map) = companions.link(&checked, program, map, &mut problems);
        let joint = companions.dictionary(&checked.dictionary, facts, &program);
        let dictionary = joint.as_ref().unwrap_or(&checked.dictionary);
        let cases = cases::resolve(&checked, dictionary, &program, &mut problems);
        if !problems.has_errors() {
            let setting = cases::setting(&checked, dictionary, &program);
            compiled = (Some(program), map, cases, setting);
            against::check(&checked, &sources, &mut against_text);
        }
    }
    let (program, map, cases, setting) = compiled;
    Compiled { program, map, cases, setting, problems, against_text, sources, document }
}

/// One slip, one problem: what only follows from another is not said.
struct Slips {
    /// Where something could not be read.
    unread: Vec<Span>,
    /// The first words of the lines that hold an error of the text itself.
    lines: Vec<String>,
    /// Whether the document or its cuts are at fault.
    document: bool,
}

impl Slips {
    /// What went wrong before any sentence was given a meaning.
    fn of(document: &Problems, read: &Problems, sources: &Sources) -> Self {
        let errors = |problems: &Problems| {
            problems
                .sorted()
                .into_iter()
                .filter(|it| it.severity() == Severity::Error)
                .filter_map(|it| it.span)
                .collect::<Vec<_>>()
        };
        let unread = errors(read);
        Self {
            lines: unread.iter().filter_map(|span| first_word(sources, *span)).collect(),
            unread,
            document: document.has_errors(),
        }
    }

    /// A word that could not be read is not unknown as well, nor a fact whose line could not; what a broken sentence
    /// stands for is not missing as well; and nothing is idle before all else is right.
    fn leave_out_what_follows(mut self, sources: &Sources, problems: &mut Problems) {
        let types = problems.sorted().into_iter().filter(|it| it.code == Code::UNKNOWN_TYPE).filter_map(|it| it.span);
        self.lines.extend(types.filter_map(|span| first_word(sources, span)));
        let errors = problems.has_errors() || !self.unread.is_empty();
        let misplaced =
            problems.sorted().into_iter().any(|it| it.code == Code::UNKNOWN_CLAUSE || it.code == Code::CLAUSE_OUTSIDE);
        let broken = self.document || misplaced || !self.unread.is_empty();
        problems.retain(|problem| {
            let same_place = || {
                problem
                    .span
                    .is_some_and(|span| self.unread.iter().any(|it| it.file == span.file && it.start == span.start))
            };
            let code = problem.code;
            if code == Code::FACT_UNUSED || code == Code::DEFINITION_UNUSED {
                !errors
            } else if code == Code::CLAUSE_UNCLAIMED || code == Code::ARTICLE_WITHOUT_AWARD {
                !broken
            } else if code == Code::UNKNOWN_CLAUSE {
                !self.document
            } else if code == Code::UNKNOWN_FACT {
                let name = problem.span.and_then(|span| sources.slice(span)).unwrap_or_default();
                !same_place() && !self.lines.iter().any(|line| line == name)
            } else {
                !same_place()
            }
        });
    }
}

/// The first word of the line that a place stands on.
fn first_word(sources: &Sources, span: Span) -> Option<String> {
    let before = sources.slice(Span { start: 0, end: span.start, ..span })?;
    let start = before.rfind('\n').map_or(0, |at| at + 1);
    let line = sources.slice(Span { start: u32::try_from(start).ok()?, ..span })?;
    line.split_whitespace().next().map(str::to_owned)
}

/// SHA-256 over everything that a program is compiled from, each part with its length before it.
fn digest(package: &Package) -> String {
    let mut hash = Sha256::new();
    let mut put = |part: &str| {
        hash.update((part.len() as u64).to_be_bytes());
        hash.update(part.as_bytes());
    };
    for part in [
        &package.manifest.name,
        &package.manifest.edition,
        &package.manifest.language,
        &package.source.text,
        &package.cuts.text,
    ] {
        put(part);
    }
    for file in &package.rules {
        put(&file.text);
    }
    for companion in &package.companions {
        put(&digest(companion));
    }
    let hex: String = hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect();
    format!("sha256:{hex}")
}
