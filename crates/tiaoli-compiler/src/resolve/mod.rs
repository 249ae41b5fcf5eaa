//! Resolve: the items of all files to one dictionary, one list of sentences by clause, one register.
//!
//! Afterwards every name has one meaning ([`Dictionary`]), every sentence knows the clause that it encodes and the
//! readings under which it stands ([`Slotted`]), and every clause of the document is accounted for.

pub(crate) use account::unknown_clause;
mod account;
mod calendar;
mod definition;
mod dictionary;
mod history;
pub(crate) mod mentions;
mod parameter;
mod register;
mod rest;
mod types;
mod vocabulary;

use crate::Parsed;
use std::collections::BTreeMap;
use tiaoli_eval::program::{Account, ClauseId, LevelId, OptionId, Place, Reading, ReadingId, ReadingOption, When};
use tiaoli_eval::table::Table;
use tiaoli_source::document::Document;
use tiaoli_source::{Problems, Span};
use tiaoli_syntax::ast;

pub use definition::{Deemed, Defined};
pub use dictionary::{APPLICANT, Dictionary, Found};
pub use history::History;
pub(crate) use rest::{names_all, names_the_rest, rest_of};
pub(crate) use types::{Figure, figure, unit_named};

/// The items of a package, with every name known.
///
/// Invariant: an item that could not be understood is left out, and its problem is reported.
#[derive(Debug)]
pub struct Resolved<'a> {
    /// The document.
    pub document: &'a Document,
    /// The titles of the other policies that are here, and the decimal places of their sums.
    pub given: BTreeMap<String, u8>,
    /// 又称: what other policies call this one.
    pub also: Vec<String>,
    /// Whether no sentence was left out as broken.
    pub whole: bool,
    /// Entities, enumerations and facts.
    pub dictionary: Dictionary<'a>,
    /// The articles and separate rights, in document order.
    pub articles: Vec<Article<'a>>,
    /// The sentences of the settlement.
    pub settlement: Vec<Slotted<'a, ast::SettlementSentence>>,
    /// Budgets and quotas, in file order.
    pub allocations: Vec<&'a ast::Allocation>,
    /// Conditions of every award, and under which readings they stand.
    pub general: Vec<(ClauseId, When, General<'a>)>,
    /// The targets, in document order.
    pub targets: Vec<(ClauseId, &'a ast::Target)>,
    /// The procedures, in file order.
    pub procedures: Vec<&'a ast::Procedure>,
    /// Their steps, with the clause of each.
    pub steps: Vec<(ClauseId, &'a ast::Step)>,
    /// Ids that a declaration names, with the place.
    pub declared: Vec<(String, Span)>,
    /// The register.
    pub readings: Table<ReadingId, Reading>,
    /// For each reading, the clauses that it is about.
    pub about: BTreeMap<ReadingId, Vec<ClauseId>>,
    /// The readings other than the chosen ones.
    pub options: Table<OptionId, ReadingOption>,
    /// Options that change the same sentence.
    pub conflicts: Vec<(OptionId, OptionId, ClauseId)>,
    /// How each clause is accounted for.
    pub accounts: Table<ClauseId, Account>,
    /// The document's own bound words: whether their figure is included.
    pub bounds: BTreeMap<ast::BoundWord, bool>,
    /// Sentences on several awards, of the settlement and of articles.
    pub across: Vec<Across<'a>>,
    /// 期间 当日计入: the first day of a period counts.
    pub first_day_counts: bool,
    /// Settings and golden cases.
    pub settings: Vec<&'a ast::Setting>,
    /// Golden cases in file order.
    pub cases: Vec<&'a ast::Case>,
    /// Golden cases of allocations in file order.
    pub queues: Vec<&'a ast::QueueCase>,
}

/// A condition of every award, or of those that it names.
#[derive(Clone, Copy, Debug)]
pub struct General<'a> {
    /// What it says.
    pub scope: &'a ast::Scope,
    /// Whether it names who gets nothing.
    pub excludes: bool,
}

/// One article, or a right that stands alone.
#[derive(Debug)]
pub struct Article<'a> {
    /// The id of its section.
    pub id: &'a ast::Id,
    /// Whether it only defines.
    pub definitions: bool,
    /// 每 X, where it says so.
    pub per: Option<&'a ast::Name>,
    /// Its sentences, base and alternatives, in order.
    pub sentences: Vec<Slotted<'a, ast::Sentence>>,
    /// Where it stands.
    pub span: Span,
}

impl<'a> Article<'a> {
    fn new(id: &'a ast::Id, per: Option<&'a ast::Name>, span: Span) -> Self {
        Self { id, definitions: false, per, sentences: Vec::new(), span }
    }
}

/// A sentence on several awards.
#[derive(Clone, Debug)]
pub struct Across<'a> {
    /// The clause that it encodes.
    pub clause: ClauseId,
    /// Under which readings it stands.
    pub when: When,
    /// The sentence.
    pub sentence: &'a ast::SettlementSentence,
    /// The article it stands in: the awards that it means where it names none.
    pub article: Option<&'a ast::Id>,
}

/// A sentence with its clause and the readings under which it stands.
#[derive(Clone, Debug)]
pub struct Slotted<'a, S> {
    /// The clause that it encodes.
    pub clause: ClauseId,
    /// Under which readings it stands.
    pub when: When,
    /// The sentence.
    pub sentence: &'a S,
}

impl Resolved<'_> {
    /// Whose rows an article's rules are decided for: 每 X, else projects.
    #[must_use]
    pub fn level_of(&self, article: &Article<'_>) -> LevelId {
        let named = article.per.and_then(|per| self.dictionary.entity(&per.text));
        let granted = named.filter(|level| {
            let place = self.dictionary.levels.get(*level).map(|it| it.place);
            matches!(place, Some(Place::Applicant | Place::Project | Place::List(_)))
        });
        granted.unwrap_or_else(|| self.dictionary.project())
    }
}

/// Resolves the parsed files of a package against its document.
pub fn resolve<'a>(parsed: &'a Parsed, document: &'a Document, problems: &mut Problems) -> Resolved<'a> {
    let items: Vec<&ast::Item> = parsed.files.iter().flat_map(|file| &file.items).collect();
    let dictionary = vocabulary::build(&items, problems);
    let mut resolved = Resolved {
        document,
        given: BTreeMap::new(),
        also: Vec::new(),
        whole: parsed.whole,
        dictionary,
        articles: Vec::new(),
        settlement: Vec::new(),
        allocations: Vec::new(),
        general: Vec::new(),
        targets: Vec::new(),
        procedures: Vec::new(),
        steps: Vec::new(),
        declared: Vec::new(),
        readings: Table::new(),
        about: BTreeMap::new(),
        options: Table::new(),
        conflicts: Vec::new(),
        accounts: Table::new(),
        bounds: BTreeMap::new(),
        across: Vec::new(),
        first_day_counts: false,
        settings: Vec::new(),
        cases: Vec::new(),
        queues: Vec::new(),
    };
    account::collect(&items, &mut resolved, problems);
    register::collect(&items, &mut resolved, problems);
    let award = |it: &Slotted<'_, ast::Sentence>| matches!(it.sentence.kind, ast::SentenceKind::Award(_));
    let awards = resolved.articles.iter().flat_map(|article| article.sentences.iter().filter(|it| award(it)));
    let mut clauses: Vec<String> = Vec::new();
    for it in awards {
        if !clauses.contains(&it.sentence.id.text) {
            clauses.push(it.sentence.id.text.clone());
        }
    }
    history::add(&mut resolved.dictionary, &clauses);
    definition::collect(&mut resolved, problems);
    account::complete(&mut resolved, problems);
    resolved
}
