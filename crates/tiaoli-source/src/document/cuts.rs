//! The lines of `source.clauses`: an id and the first words of its clause.

use super::few::Few;
use super::id::ClauseId;
use super::units::lines;
use crate::{Code, Diagnostic, FileId, Span};
use std::collections::BTreeMap;

/// One line of the cuts.
#[derive(Clone, Debug)]
pub(super) struct Cut<'t> {
    pub(super) id: ClauseId,
    pub(super) words: &'t str,
    /// Where the id stands in the cuts.
    pub(super) id_span: Span,
    /// Where the words stand in the cuts.
    pub(super) words_span: Span,
}

/// The cuts in the order written, without lines that do not read and ids that were there before.
pub(super) fn parse<'t>(text: &'t str, file: FileId, few: &mut Few) -> Vec<Cut<'t>> {
    let mut first: BTreeMap<String, Span> = BTreeMap::new();
    let mut cuts = Vec::new();
    for (start, line) in lines(text) {
        if line.starts_with('#') {
            continue;
        }
        let line = line.trim_end_matches(super::is_blank);
        let (id, words) = line.split_once(super::is_blank).unwrap_or((line, ""));
        let words = words.trim_start_matches(super::is_blank);
        let id_span = Span::new(file, start, start + id.len());
        let words_span = Span::new(file, start + line.len() - words.len(), start + line.len());
        let Some(id) = ClauseId::parse(id).filter(|_| !words.is_empty()) else {
            few.push(Diagnostic::new(Code::CUT_MALFORMED).at(Span::new(file, start, start + line.len())));
            continue;
        };
        if let Some(before) = first.get(id.as_str()) {
            few.push(Diagnostic::new(Code::CUT_TWICE).at(id_span).also(*before).arg("id", &id));
            continue;
        }
        first.insert(id.to_string(), id_span);
        cuts.push(Cut { id, words, id_span, words_span });
    }
    cuts
}
