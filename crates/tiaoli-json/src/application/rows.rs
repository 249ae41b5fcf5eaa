//! The rows of an application, level by level, and a slot for each fact of each row.

use super::Step;
use super::dictionary::{Dictionary, Entry};
use super::object::Object;
use super::path::Path;
use super::value::{self, Keys};
use crate::keys;
use crate::near::near;
use crate::node::Node;
use crate::problem::{Problem, found};
use std::collections::BTreeMap;
use tiaoli_eval::application::{Rows, Slot};
use tiaoli_eval::program::{FactId, LevelId, Place, Program, Value, Written};
use tiaoli_eval::table::Table;

/// Rows as they are added: a row after those before it, with the rows below it.
pub(super) struct Filling<'a> {
    program: &'a Program,
    pub(super) dictionary: &'a Dictionary<'a>,
    pub(super) rows: Table<LevelId, Rows>,
    pub(super) facts: Table<FactId, Vec<Slot>>,
    pub(super) keys: Keys,
}

/// What is said in one object: the value of each fact or list, and the key that it stands under.
type Said<'a> = BTreeMap<Entry, (&'a str, &'a Node)>;

impl<'a> Filling<'a> {
    pub(super) fn new(program: &'a Program, dictionary: &'a Dictionary<'a>) -> Self {
        let rows = program.levels.ids().map(|_| Rows::empty()).collect();
        let facts = program.facts.ids().map(|_| Vec::new()).collect();
        Self { program, dictionary, rows, facts, keys: Keys::default() }
    }

    /// The one row of the application itself.
    pub(super) fn application(&mut self, object: &Object<'_>) -> Step<()> {
        self.only(Place::Application, &object.rest, object.keys, Path::Root)
    }

    /// The one row of the applicant, whether it is written or not.
    pub(super) fn applicant(&mut self, object: &Object<'_>) -> Step<()> {
        let root = Path::Root;
        let path = root.key(keys::APPLICANT);
        let said = object.get(keys::APPLICANT).map(|node| Object::new(node, &[], path)).transpose()?;
        self.only(Place::Applicant, said.as_ref().map(|it| it.rest.as_slice()).unwrap_or_default(), &[], path)
    }

    fn only(&mut self, place: Place, entries: &[(&str, &Node)], own: &[&'static str], path: Path<'_>) -> Step<()> {
        let level = self.dictionary.at(place);
        self.begin(level, 1);
        self.row(level, entries, own, path)
    }

    /// Starts the rows of a level that has no list above it.
    pub(super) fn begin(&mut self, level: Option<LevelId>, count: u32) {
        if let Some(rows) = level.and_then(|level| self.rows.get_mut(level)) {
            *rows = Rows::single(count);
        }
    }

    /// Adds a row of `level` from the entries of its object.
    pub(super) fn row(
        &mut self,
        level: Option<LevelId>,
        entries: &[(&str, &Node)],
        own: &[&'static str],
        path: Path<'_>,
    ) -> Step<()> {
        let mut said: Said<'_> = BTreeMap::new();
        for (key, node) in entries {
            let entry = level.and_then(|level| self.dictionary.level(level)?.find(key));
            let Some(entry) = entry else { return Err(self.dictionary.unknown(key, level, own).at(path.key(key))) };
            match said.insert(entry, (key, node)) {
                Some((first, _)) if first == *key => return Err(Problem::KeyTwice(first.to_owned()).at(path.key(key))),
                Some((first, _)) => {
                    let problem = Problem::FactTwice { first: first.to_owned(), second: (*key).to_owned() };
                    return Err(problem.at(path.key(key)));
                }
                None => {}
            }
        }
        let Some(level) = level else { return Ok(()) };
        self.slots(level, &said, path)?;
        self.lists(level, &said, path)
    }

    fn slots(&mut self, level: LevelId, said: &Said<'_>, path: Path<'_>) -> Step<()> {
        let of_application = self.program.levels.get(level).is_some_and(|it| it.place == Place::Application);
        for id in self.dictionary.level(level).map(|it| it.facts.as_slice()).unwrap_or_default() {
            let Some(fact) = self.program.facts.get(*id) else { continue };
            let slot = match said.get(&Entry::Fact(*id)) {
                Some((key, node)) => {
                    let unreadable =
                        fact.written == Written::Date && **node != Node::Null && value::date(node).is_none();
                    if of_application && unreadable {
                        return Err(Problem::UnreadableDate(found(Some(node))).at(path.key(key)));
                    }
                    value::slot(self.program, &mut self.keys, fact, node)
                }
                None => Slot::Absent,
            };
            self.push(*id, slot);
        }
        Ok(())
    }

    fn push(&mut self, fact: FactId, slot: Slot) {
        if let Some(slots) = self.facts.get_mut(fact) {
            slots.push(slot);
        }
    }

    fn lists(&mut self, above: LevelId, said: &Said<'_>, path: Path<'_>) -> Step<()> {
        for level in self.dictionary.level(above).map(|it| it.lists.as_slice()).unwrap_or_default() {
            match said.get(&Entry::List(*level)) {
                None | Some((_, Node::Null)) => self.group(*level, 0, false, false),
                Some((key, Node::List(items))) => self.list(*level, items, true, path.key(key))?,
                Some((key, node @ Node::Map(entries))) if is_list_object(entries) => {
                    let path = path.key(key);
                    let object = Object::new(node, &keys::OF_LIST, path)?;
                    if let Some((key, _)) = object.rest.first() {
                        let near = near(key, keys::OF_LIST);
                        return Err(
                            Problem::UnknownKey { key: (*key).to_owned(), near, belongs: None }.at(path.key(key))
                        );
                    }
                    let complete = object.truth(keys::COMPLETE)?.unwrap_or(true);
                    match object.get(keys::ROWS) {
                        None => self.group(*level, 0, false, false),
                        Some(Node::List(items)) => self.list(*level, items, complete, path.key(keys::ROWS))?,
                        Some(_) => self.impossible_list(*level),
                    }
                }
                Some(_) => self.impossible_list(*level),
            }
        }
        Ok(())
    }

    /// A list as it is written: impossible where it is longer than it can be.
    fn list(&mut self, level: LevelId, items: &[Node], complete: bool, path: Path<'_>) -> Step<()> {
        let Some(place) = self.program.levels.get(level).map(|it| it.place) else { return Ok(()) };
        let (Place::List(id) | Place::Values(id)) = place else { return Ok(()) };
        let Some(fact) = self.program.facts.get(id) else { return Ok(()) };
        let count = u32::try_from(items.len()).unwrap_or(u32::MAX);
        let too_long = fact.list.and_then(|list| list.most).is_some_and(|most| count > most);
        if too_long && matches!(place, Place::Values(_)) {
            self.impossible_list(level);
            return Ok(());
        }
        self.group(level, count, complete, too_long);
        if too_long {
            self.mark(id, level);
        }
        for (index, item) in items.iter().enumerate() {
            match (place, item) {
                (Place::Values(_), _) => {
                    let slot = value::slot(self.program, &mut self.keys, fact, item);
                    self.push(id, slot);
                }
                (_, Node::Map(_)) => {
                    let path = path.item(index);
                    let object = Object::new(item, &[], path)?;
                    self.row(Some(level), &object.rest, &[], path)?;
                }
                (_, Node::Null) => self.row(Some(level), &[], &[], path)?,
                _ => self.impossible_row(level),
            }
        }
        self.one_row_each(level, items.len());
        Ok(())
    }

    /// In one list nobody stands twice: a row that says the same 标识 as one before it is impossible input, and so is that one.
    fn one_row_each(&mut self, level: LevelId, count: usize) {
        let Some(fact) = self.program.levels.get(level).and_then(|it| it.same_by) else { return };
        let Some(slots) = self.facts.get_mut(fact) else { return };
        let first = slots.len().saturating_sub(count);
        let Some(slots) = slots.get_mut(first..) else { return };
        let mut seen: BTreeMap<Value, usize> = BTreeMap::new();
        for slot in slots.iter() {
            if let Slot::Known(key) = slot {
                *seen.entry(*key).or_default() += 1;
            }
        }
        for slot in slots {
            if matches!(slot, Slot::Known(key) if seen.get(key).is_some_and(|count| *count > 1)) {
                *slot = Slot::Impossible;
            }
        }
    }

    /// A row that says nothing that can be: every fact of it is impossible input.
    fn impossible_row(&mut self, level: LevelId) {
        let Some(it) = self.dictionary.level(level) else { return };
        it.facts.iter().for_each(|fact| self.push(*fact, Slot::Impossible));
        it.lists.iter().for_each(|list| self.impossible_list(*list));
    }

    /// Something that is no list, where one is due; or a list of plain values that is too long.
    fn impossible_list(&mut self, level: LevelId) {
        self.group(level, 0, false, true);
        if let Some(Place::List(fact)) = self.program.levels.get(level).map(|it| it.place) {
            self.mark(fact, level);
        }
    }

    /// Where the fact that stands for a list of objects is a fact of the row above, it has a slot there.
    fn mark(&mut self, fact: FactId, list: LevelId) {
        let above = self.program.levels.get(list).and_then(|it| it.parent);
        if self.program.facts.get(fact).map(|it| it.level) == above
            && let Some(last) = self.facts.get_mut(fact).and_then(|slots| slots.last_mut())
        {
            *last = Slot::Impossible;
        }
    }

    fn group(&mut self, level: LevelId, count: u32, complete: bool, impossible: bool) {
        if let Some(rows) = self.rows.get_mut(level) {
            rows.push(count, complete, impossible);
        }
    }
}

/// Whether an object says what a list holds and whether that is all of it, instead of being a list.
fn is_list_object(entries: &[(String, Node)]) -> bool {
    entries.iter().any(|(key, _)| key == keys::ROWS || key == keys::COMPLETE)
}
