//! A package compiled once, whose items can be written otherwise one at a time: only the item is parsed again.

use crate::companions::Companions;
use crate::{Package, Parsed, check, lower, parse, resolve};
use tiaoli_eval::program::{Policy, Program};
use tiaoli_source::document::{self, Document};
use tiaoli_source::{FileId, Problems, Sources};
use tiaoli_syntax::ast::Item;

/// The parts of a package, ready to be put together again.
#[derive(Clone, Debug)]
pub struct Rework {
    parsed: Parsed,
    document: Document,
    files: Vec<(FileId, String)>,
    policy: Policy,
    companions: Companions,
}

/// An item of a package by its place: the file, and the item in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct At {
    /// The position of the file among the rules.
    pub file: usize,
    /// The position of the item in it.
    pub item: usize,
}

impl Rework {
    /// The parts of a package that compiles without errors; `None` otherwise.
    #[must_use]
    pub fn new(package: &Package) -> Option<Self> {
        let (mut sources, mut problems) = (Sources::new(), Problems::new());
        let document_file = sources.add(&*package.source.name, &*package.source.text);
        let cuts_file = sources.add(&*package.cuts.name, &*package.cuts.text);
        let document =
            document::read(&package.source.text, &package.cuts.text, document_file, cuts_file, &mut problems);
        if package.lock.is_some() {
            sources.add("", "");
        }
        let files: Vec<(FileId, String)> =
            package.rules.iter().map(|file| (sources.add(&*file.name, &*file.text), file.text.clone())).collect();
        let texts: Vec<(FileId, &str)> = files.iter().map(|(file, text)| (*file, text.as_str())).collect();
        let parsed = parse(&texts, &mut problems);
        let policy = Policy { name: package.manifest.name.clone(), ..Policy::default() };
        let companions = Companions::of(package, &mut problems);
        let rework = Self { parsed, document, files, policy, companions };
        (!problems.has_errors()).then_some(rework)
    }

    /// The items with their places and the text that each stands in.
    pub fn items(&self) -> impl Iterator<Item = (At, &Item, &str)> {
        self.parsed.files.iter().zip(&self.files).enumerate().flat_map(|(file, (parsed, (_, text)))| {
            parsed.items.iter().enumerate().map(move |(item, it)| (At { file, item }, it, text.as_str()))
        })
    }

    /// The program as it is written.
    #[must_use]
    pub fn program(&self) -> Option<Program> {
        self.lower()
    }

    /// The program with the item at `at` written as `text`, which stands at the item's own place; `None` where that
    /// does not compile.
    pub fn with(&mut self, at: At, text: &str) -> Option<Program> {
        let (file, _) = self.files.get(at.file)?;
        let start = self.parsed.files.get(at.file)?.items.get(at.item)?.span().range().start;
        let mut problems = Problems::new();
        // Blanks before it keep its places true: 条款 are compared by where they stand.
        let parsed = parse(&[(*file, &format!("{}{text}", " ".repeat(start)))], &mut problems);
        let mut items = parsed.files.into_iter().next()?.items.into_iter();
        let item = items.next().filter(|_| !problems.has_errors())?;
        let slot = self.parsed.files.get_mut(at.file)?.items.get_mut(at.item)?;
        let before = std::mem::replace(slot, item);
        let program = self.lower();
        if let Some(slot) = self.parsed.files.get_mut(at.file).and_then(|file| file.items.get_mut(at.item)) {
            *slot = before;
        }
        program
    }

    fn lower(&self) -> Option<Program> {
        let mut problems = Problems::new();
        let mut resolved = resolve::resolve(&self.parsed, &self.document, &mut problems);
        resolved.given = self.companions.given();
        let checked = check::check(resolved, &mut problems);
        if problems.has_errors() {
            return None;
        }
        let (program, map) = lower::lower(&checked, self.policy.clone(), &mut problems);
        if problems.has_errors() {
            return None;
        }
        let (program, _) = self.companions.link(&checked, program, map, &mut problems);
        (!problems.has_errors()).then_some(program)
    }
}
