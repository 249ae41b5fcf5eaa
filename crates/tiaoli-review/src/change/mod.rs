//! What a change of a policy does: its text, its rules, the data it asks for, its golden cases, and money.
//!
//! Two rules are the same where their conditions and sums are the same trees over the same facts, whatever they were
//! written as. Where they are not, the golden cases of both sides, and the applications near them, are decided under
//! both, and the first that differs is shown. Nothing here says whether a change is right.

mod money;
mod rules;
mod vocabulary;

use crate::cases::node;
use crate::probe::{differ, variants};
use tiaoli_compiler::cases::Case;
use tiaoli_eval::program::Program;
use tiaoli_eval::selection::{Selection, select};
use tiaoli_json::Reader;
use tiaoli_source::Value;

pub use money::{Money, Moved, Population};
pub use vocabulary::{Difference, Integrators};

/// One side of a change.
#[derive(Clone, Copy)]
pub struct Side<'a> {
    /// The program.
    pub program: &'a Program,
    /// Its golden cases; empty where it was loaded without them.
    pub cases: &'a [Case],
}

/// Everything that differs.
#[derive(Clone, Debug, Default)]
pub struct Change {
    /// Clauses of the document, in its order.
    pub clauses: Vec<Touched>,
    /// Rules, in the order of the document.
    pub rules: Vec<RuleChange>,
    /// Facts, members and ids that other tools rely on.
    pub vocabulary: Vec<Difference>,
    /// Golden cases of the old side that come out otherwise; of the new side, where the old one was loaded without any.
    pub cases: Vec<CaseMoved>,
}

/// What became of a clause or a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fate {
    /// Only the new side has it.
    Added,
    /// Only the old side has it.
    Removed,
    /// Both have it, and it says something else.
    Changed,
}

/// A clause whose words differ.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Touched {
    /// Its id.
    pub id: String,
    /// What became of it.
    pub fate: Fate,
    /// Its words before.
    pub before: String,
    /// Its words now.
    pub after: String,
}

/// A rule that says something else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleChange {
    /// Its id.
    pub id: String,
    /// What became of it.
    pub fate: Fate,
    /// An application on which the two differ.
    pub example: Option<Example>,
}

/// An application on which two programs differ.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Example {
    /// The title of the golden case that it is near to.
    pub near: String,
    /// What is said otherwise than in that case: fact, value.
    pub change: Vec<(String, String)>,
    /// Clause, before, now.
    pub results: Vec<(String, String, String)>,
}

/// A golden case that comes out otherwise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaseMoved {
    /// Its title.
    pub title: String,
    /// Clause, before, now; empty where the new side refuses the application.
    pub results: Vec<(String, String, String)>,
    /// Why the new side refuses it.
    pub refused: Option<Value>,
}

/// Compares two sides.
#[must_use]
pub fn change(old: Side<'_>, new: Side<'_>) -> Change {
    let (Ok(ours), Ok(theirs)) = (select(old.program, &[]), select(new.program, &[])) else { return Change::default() };
    let both = Both { old, new, ours, theirs };
    Change {
        clauses: clauses(old.program, new.program),
        rules: rules::changes(&both),
        vocabulary: vocabulary::differences(old.program, new.program),
        cases: both.moved(),
    }
}

/// Two sides under their chosen readings.
struct Both<'a> {
    old: Side<'a>,
    new: Side<'a>,
    ours: Selection,
    theirs: Selection,
}

impl Both<'_> {
    fn moved(&self) -> Vec<CaseMoved> {
        let (before, after) = (Reader::new(self.old.program), Reader::new(self.new.program));
        let mut moved = Vec::new();
        let cases = if self.old.cases.is_empty() { self.new.cases } else { self.old.cases };
        for case in cases {
            let node = node(&case.given);
            let Ok(one) = before.read(&node) else { continue };
            let title = case.title.clone();
            match after.read(&node) {
                Ok(other) => {
                    let results =
                        differ((self.old.program, &self.ours, &one), (self.new.program, &self.theirs, &other));
                    if !results.is_empty() {
                        moved.push(CaseMoved { title, results, refused: None });
                    }
                }
                Err(refused) => {
                    moved.push(CaseMoved {
                        title,
                        results: Vec::new(),
                        refused: Some(Value::said(refused.message.zh, refused.message.en)),
                    });
                }
            }
        }
        moved
    }

    /// An application near the golden cases of `rule` on which the two sides differ in its claim.
    fn example(&self, rule: &str) -> Option<Example> {
        let (before, after) = (Reader::new(self.old.program), Reader::new(self.new.program));
        let sides = [(self.new.program, self.new.cases), (self.old.program, self.old.cases)];
        for (program, cases) in sides {
            let near = cases.iter().filter(|case| case.ids.iter().any(|id| id == rule));
            for (case, variant) in near.flat_map(|case| variants(program, case).map(move |variant| (case, variant))) {
                let (Ok(one), Ok(other)) = (before.read(&variant.node), after.read(&variant.node)) else { continue };
                let results = differ((self.old.program, &self.ours, &one), (self.new.program, &self.theirs, &other));
                if results.iter().any(|(clause, _, _)| clause == rule) {
                    return Some(Example { near: case.title.clone(), change: variant.change, results });
                }
            }
        }
        None
    }
}

/// Clauses whose words differ, in the order of the new document, then those that are gone.
fn clauses(old: &Program, new: &Program) -> Vec<Touched> {
    let words = |program: &Program, id: &str| {
        program.clauses.iter().find(|(_, clause)| clause.id == id).map(|(_, clause)| clause.text.clone())
    };
    let mut touched = Vec::new();
    for (_, clause) in new.clauses.iter() {
        let before = words(old, &clause.id);
        let fate = match &before {
            None => Fate::Added,
            Some(before) if *before != clause.text => Fate::Changed,
            Some(_) => continue,
        };
        let before = before.unwrap_or_default();
        touched.push(Touched { id: clause.id.clone(), fate, before, after: clause.text.clone() });
    }
    for (_, clause) in old.clauses.iter().filter(|(_, clause)| words(new, &clause.id).is_none()) {
        let (id, before) = (clause.id.clone(), clause.text.clone());
        touched.push(Touched { id, fate: Fate::Removed, before, after: String::new() });
    }
    touched
}

impl Change {
    /// Whether nothing differs.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.clauses.is_empty() && self.rules.is_empty() && self.vocabulary.is_empty() && self.cases.is_empty()
    }
}
