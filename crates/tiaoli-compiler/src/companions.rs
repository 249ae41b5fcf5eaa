//! The companions of a package: the other policies that it is read together with.

use crate::check::Checked;
use crate::link::{self, Told, Unit};
use crate::lower::SourceMap;
use crate::package::{Compiled, Package, alone};
use crate::resolve::Dictionary;
use std::collections::BTreeMap;
use tiaoli_eval::number::MONEY_SCALE;
use tiaoli_eval::program::{Policy, Program, Ty};
use tiaoli_source::document;
use tiaoli_source::{Code, Diagnostic, FileId, Lang, Problems, Severity, Sources};
use tiaoli_syntax::ast::Item;

/// Decimal places of a sum that one companion leaves to another: room for three shares on top of the fen. The main policy
/// is compiled last, and leaves as much room as the companions need.
const AMONG_COMPANIONS: u8 = 20;

/// The companions of a package, compiled.
#[derive(Clone, Debug, Default)]
pub(crate) struct Companions {
    own: Policy,
    programs: Vec<Program>,
    maps: Vec<SourceMap>,
}

impl Companions {
    /// Compiles the companions of a package; what is wrong with one is said in one line.
    pub(crate) fn of(package: &Package, problems: &mut Problems) -> Self {
        if package.companions.is_empty() {
            return Self::default();
        }
        let own = identity(package);
        let others: Vec<Policy> = package.companions.iter().map(identity).collect();
        let mut companions = Self { own, ..Self::default() };
        if companions.called_alike(package, &others, problems) {
            return companions;
        }
        for (at, it) in package.companions.iter().enumerate() {
            let seen = others.iter().enumerate().filter(|(other, _)| *other != at).map(|(_, it)| it);
            let given = titles(seen.chain([&companions.own]), |_| AMONG_COMPANIONS);
            let compiled = alone(it, &given);
            match compiled.program {
                Some(program) => {
                    companions.maps.push(program.nodes.iter().map(|_| tiaoli_source::Span::default()).collect());
                    companions.programs.push(program);
                }
                None => broken(it, &compiled, problems),
            }
        }
        companions
    }

    /// Two policies of one title could not be told apart.
    fn called_alike(&self, package: &Package, others: &[Policy], problems: &mut Problems) -> bool {
        let all: Vec<(&Policy, &str)> = std::iter::once((&self.own, package.source.name.as_str()))
            .chain(others.iter().zip(&package.companions).map(|(it, package)| (it, package.source.name.as_str())))
            .collect();
        let mut found = false;
        for (at, (one, path)) in all.iter().enumerate() {
            for (other, other_path) in all.iter().skip(at + 1) {
                let title = one.titles().into_iter().find(|title| other.is(title));
                if let Some(title) = title {
                    let problem = Diagnostic::new(Code::COMPANION_TWICE).arg("title", title);
                    problems.push(problem.arg("one", folder(path)).arg("other", folder(other_path)));
                    found = true;
                }
            }
        }
        found
    }

    /// The titles that the main policy may leave sums to, with the decimal places of these sums.
    pub(crate) fn given(&self) -> BTreeMap<String, u8> {
        let scale = |policy: &Policy| {
            let program = self.programs.iter().find(|it| it.policy.name == policy.name);
            program.map_or(MONEY_SCALE, finest)
        };
        titles(self.programs.iter().map(|it| &it.policy), scale)
    }

    /// The main program together with its companions'.
    pub(crate) fn link(
        &self,
        checked: &Checked<'_>,
        program: Program,
        map: SourceMap,
        problems: &mut Problems,
    ) -> (Program, SourceMap) {
        let references = link::references(checked);
        let programs: Vec<&Program> = self.programs.iter().collect();
        link::check(&program.policy, &references, &programs, problems);
        if self.programs.is_empty() || problems.has_errors() {
            return (program, map);
        }
        let units = self.programs.iter().zip(&self.maps);
        let units = units.map(|(program, map)| Unit { program: program.clone(), map: map.clone() }).collect();
        let declared = |fact| checked.dictionary.places.get(fact).copied();
        let mut told = Told { references: &references, declared: &declared, problems };
        link::link(Unit { program, map }, units, &mut told)
    }

    /// The names that golden cases may use: those of the policy, then those of its companions. `None` = its own alone.
    pub(crate) fn dictionary<'a>(&self, own: &Dictionary<'a>, facts: usize, joint: &Program) -> Option<Dictionary<'a>> {
        (!self.programs.is_empty()).then(|| link::for_cases(own, joint, facts))
    }
}

/// Titles with what each is given for.
fn titles<'p>(policies: impl Iterator<Item = &'p Policy>, scale: impl Fn(&Policy) -> u8) -> BTreeMap<String, u8> {
    let each =
        |policy: &'p Policy| policy.titles().into_iter().map(|title| (title.to_owned(), scale(policy))).collect();
    policies.flat_map(|policy| -> Vec<(String, u8)> { each(policy) }).collect()
}

/// The decimal places of the finest sum of a program.
fn finest(program: &Program) -> u8 {
    let sums = program.rules.iter().flat_map(|(_, rule)| &rule.forms).filter_map(|(_, form)| form.sum);
    let scale = |node| match program.nodes.get(node).map(|it| &it.ty) {
        Some(Ty::Number { scale, .. }) => *scale,
        _ => MONEY_SCALE,
    };
    sums.map(scale).max().unwrap_or(MONEY_SCALE).max(MONEY_SCALE)
}

/// What a package is called, before it is compiled.
fn identity(package: &Package) -> Policy {
    let mut unsaid = Problems::new();
    let mut sources = Sources::new();
    let (text, cuts) = (sources.add("", ""), sources.add("", ""));
    let document = document::read(&package.source.text, &package.cuts.text, text, cuts, &mut unsaid);
    let files: Vec<(FileId, &str)> =
        package.rules.iter().map(|file| (sources.add("", &*file.text), file.text.as_str())).collect();
    let parsed = crate::parse(&files, &mut unsaid);
    let policy = parsed.files.iter().flat_map(|file| &file.items).find_map(|item| match item {
        Item::Policy(it) => Some(it),
        _ => None,
    });
    Policy {
        name: package.manifest.name.clone(),
        edition: package.manifest.edition.clone(),
        title: document.title().unwrap_or_default().to_owned(),
        also: policy.map(|it| it.also.iter().map(|name| name.text.clone()).collect()).unwrap_or_default(),
        digest: String::new(),
    }
}

/// A companion with errors.
fn broken(package: &Package, compiled: &Compiled, problems: &mut Problems) {
    let title = identity(package).short().to_owned();
    let errors: Vec<_> =
        compiled.problems.sorted().into_iter().filter(|it| it.severity() == Severity::Error).cloned().collect();
    let first = |lang: Lang| errors.first().map(|it| it.message(lang)).unwrap_or_default();
    problems.push(
        Diagnostic::new(Code::COMPANION_BROKEN)
            .arg("title", title)
            .arg("path", folder(&package.source.name))
            .arg("count", errors.len())
            .arg("first", tiaoli_source::Value::said(first(Lang::Zh), first(Lang::En))),
    );
}

/// The folder of a package, by the path of its document.
fn folder(path: &str) -> &str {
    path.rsplit_once(['/', '\\']).map_or(path, |(folder, _)| folder)
}
