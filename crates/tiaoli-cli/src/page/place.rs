//! Which items stand beside which clause of the document.

use std::collections::BTreeMap;
use tiaoli::Part;
use tiaoli::document::Document;

/// The items of a policy by the clause that they stand beside.
pub(super) struct Places<'a> {
    beside: BTreeMap<String, Beside<'a>>,
    /// Items without a clause.
    pub(super) rest: Vec<&'a Part>,
    /// Where the last case stands.
    case_before: Option<String>,
}

/// What stands beside one clause.
#[derive(Default)]
pub(super) struct Beside<'a> {
    pub(super) rules: Vec<Rule<'a>>,
    /// Readings told here.
    pub(super) readings: Vec<Reading<'a>>,
    /// Readings told elsewhere that concern this clause too.
    pub(super) see: Vec<&'a str>,
    /// Clauses beside which an item stands that speaks of this one too.
    pub(super) with: Vec<String>,
    /// Golden cases with the comments above them.
    pub(super) cases: Vec<String>,
}

/// One question of the register.
pub(super) struct Reading<'a> {
    pub(super) id: &'a str,
    /// The question and the clauses that it is about.
    pub(super) head: &'a str,
    /// The comments above it.
    pub(super) note: &'a str,
    /// The chosen reading and the others.
    pub(super) options: String,
}

/// One sentence or one whole item.
pub(super) struct Rule<'a> {
    /// The comments above the item.
    pub(super) note: &'a str,
    pub(super) text: &'a str,
}

impl<'a> Places<'a> {
    pub(super) fn of(document: &Document, parts: &'a [Part]) -> Self {
        let mut places = Places { beside: BTreeMap::new(), rest: Vec::new(), case_before: None };
        for part in parts {
            places.part(document, part);
        }
        places
    }

    pub(super) fn beside(&self, clause: &str) -> Option<&Beside<'a>> {
        self.beside.get(clause)
    }

    fn part(&mut self, document: &Document, part: &'a Part) {
        let clauses: Vec<String> = part.ids.iter().filter_map(|id| clause_of(document, id)).collect();
        let inside: Vec<(String, &str)> =
            (part.sentences.iter()).filter_map(|it| Some((clause_of(document, &it.id)?, it.text.as_str()))).collect();
        match (part.word.as_str(), clauses.first()) {
            ("读法", Some(first)) => {
                let id = part.text.split_whitespace().nth(1).unwrap_or("");
                self.at(first).readings.push(Reading {
                    id,
                    head: part.head(),
                    options: inside_of(&part.text),
                    note: &part.note,
                });
                for other in clauses.iter().skip(1).filter(|it| *it != first) {
                    self.at(other).see.push(id);
                }
            }
            ("算例", Some(first)) => {
                // 同上 speaks of the case before, so the two stand together
                let same = part.text.contains("：同上");
                let clause = self.case_before.take().filter(|_| same).unwrap_or_else(|| first.clone());
                let note = if part.note.is_empty() { String::new() } else { format!("{}\n", part.note) };
                self.at(&clause).cases.push(note + &part.text);
                self.case_before = Some(clause);
            }
            // an item that has all of its words in sentences stands in pieces, its head beside the heading
            (_, first) if !inside.is_empty() && inside.len() == part.sentences.len() => {
                if let Some(first) = first {
                    self.at(first).rules.push(Rule { note: &part.note, text: part.head() });
                }
                for (clause, text) in inside {
                    self.at(&clause).rules.push(Rule { note: "", text });
                }
            }
            (_, Some(first)) => {
                self.at(first).rules.push(Rule { note: &part.note, text: &part.text });
                for other in clauses.iter().skip(1).filter(|it| *it != first) {
                    self.at(other).with.push(first.clone());
                }
            }
            (_, None) => self.rest.push(part),
        }
    }

    fn at(&mut self, clause: &str) -> &mut Beside<'a> {
        self.beside.entry(clause.to_owned()).or_default()
    }
}

/// The clause itself, or the first of the section: its heading, where it has one.
fn clause_of(document: &Document, id: &str) -> Option<String> {
    if document.clause(id).is_some() {
        return Some(id.to_owned());
    }
    document.clauses.get(*document.under(id).first()?).map(|it| it.id.to_string())
}

/// What stands between the braces of an item, no longer indented.
fn inside_of(text: &str) -> String {
    let lines: Vec<&str> = text.lines().skip_while(|line| !line.ends_with('{')).skip(1).collect();
    let lines = lines.iter().filter(|line| **line != "}").map(|line| line.strip_prefix("  ").unwrap_or(line));
    lines.collect::<Vec<_>>().join("\n")
}

/// Comments without their marks.
pub(super) fn comment(note: &str) -> String {
    note.lines().map(|line| line.trim_start_matches('#').trim()).collect::<Vec<_>>().join("\n")
}
