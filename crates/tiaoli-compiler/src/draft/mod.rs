//! Drafting faults: what a document leaves open or gets wrong, from its text alone, before anybody writes a rule.
//!
//! The sentences of the document are read, whatever clauses it is cut into, by the scanner that also holds rules against
//! their text ([`crate::against`]). Every finding names the clause, shows the words, says why it matters and what to
//! write instead. Nothing is an error: a document may be published as it stands, and its readers will ask.

mod bands;
mod bounds;
mod edge;
mod elsewhere;
mod fair;
mod lists;
mod quota;
mod soft;
mod sums;
mod terms;
mod text;
mod time;

use crate::File;
use std::collections::BTreeMap;
use text::Text;
use tiaoli_source::document::{self, Document};
use tiaoli_source::{Diagnostic, Problems, Sources};

/// What is said of a document.
#[derive(Debug)]
pub struct Drafted {
    /// The findings, and what is wrong with the numbering or the cuts.
    pub problems: Problems,
    /// The texts that places refer to.
    pub sources: Sources,
    /// The document; cut after every 。 and ； where it has no cuts.
    pub document: Document,
}

/// Reads a document, with its cuts where it has any, and looks for drafting faults.
#[must_use]
pub fn draft(source: &File, cuts: Option<&File>) -> Drafted {
    let (mut sources, mut problems) = (Sources::new(), Problems::new());
    let file = sources.add(&*source.name, &*source.text);
    let proposed = cuts.is_none().then(|| document::propose(&source.text));
    let (name, cuts) = match (cuts, &proposed) {
        (Some(cuts), _) => (cuts.name.as_str(), cuts.text.as_str()),
        (None, proposed) => ("source.clauses", proposed.as_deref().unwrap_or_default()),
    };
    let cuts_file = sources.add(name, cuts);
    let document = document::read(&source.text, cuts, file, cuts_file, &mut problems);
    check(&document, &mut problems);
    Drafted { problems, sources, document }
}

/// Looks for drafting faults in a document that was read.
pub fn check(document: &Document, problems: &mut Problems) {
    if document.clauses.is_empty() {
        return;
    }
    let text = Text::of(document);
    let rule = edge::Rule::of(&text);
    bands::check(&text, rule, problems);
    bounds::check(&text, rule, problems);
    lists::check(&text, problems);
    quota::check(&text, problems);
    sums::check(&text, problems);
    time::check(&text, problems);
    fair::check(&text, problems);
    let mut words = Words::default();
    elsewhere::check(&text, &mut words);
    terms::check(&text, &mut words);
    soft::check(&text, &mut words);
    words.found.into_iter().for_each(|it| problems.push(it));
}

/// Findings on words: of those at one place the first that was found stands.
#[derive(Default)]
struct Words {
    found: Vec<Diagnostic>,
    /// Where something was found: where each place starts, and where it ends.
    taken: BTreeMap<u32, u32>,
}

impl Words {
    fn push(&mut self, finding: Diagnostic) {
        let Some(span) = finding.span else { return };
        let before = self.taken.range(..span.end).next_back();
        if before.is_some_and(|(_, end)| span.start < *end) {
            return;
        }
        self.settle(span);
        self.found.push(finding);
    }

    /// Says that a place needs no finding.
    fn settle(&mut self, span: tiaoli_source::Span) {
        let end = self.taken.entry(span.start).or_insert(span.end);
        *end = (*end).max(span.end);
    }
}
