//! From a tree to an application, under the dictionary of a program.
//!
//! Two sorts of fault part here. What is wrong with the *shape* (an unknown key, a missing `as_of`, a project id twice)
//! or with the *ledger* refuses the whole application. A *value* that is not of its fact's type is impossible input of
//! the claims that use the fact, and nothing else.

mod dictionary;
mod history;
mod ledger;
mod object;
mod path;
mod projects;
mod rows;
mod value;

use crate::keys;
use crate::node::Node;
use crate::problem::{Problem, Shape, found};
use crate::refused::Refused;
use object::Object;
use rows::Filling;
use tiaoli_eval::application::Application;
use tiaoli_eval::date::Date;
use tiaoli_eval::program::Program;

pub(crate) use path::Path;

pub(crate) use dictionary::{Dictionary, is_payment, spellings};
pub(crate) use ledger::{CITY, MUNICIPAL, paying};
pub(crate) use value::PERCENT_PLACES;

/// What the steps of reading come to.
type Step<T> = Result<T, Refused>;

/// Reads one application.
///
/// # Errors
///
/// [`Refused`] for a fault of the shape or an unusable ledger, never for an impossible value of a fact.
pub fn read(program: &Program, node: &Node) -> Result<Application, Refused> {
    Reader::new(program).read(node)
}

/// A program's dictionary, made ready: make it once, read many applications.
#[derive(Debug)]
pub struct Reader<'p> {
    program: &'p Program,
    dictionary: Dictionary<'p>,
}

impl<'p> Reader<'p> {
    /// The dictionary of `program`.
    #[must_use]
    pub fn new(program: &'p Program) -> Self {
        Self { program, dictionary: Dictionary::new(program) }
    }

    /// Reads one application.
    ///
    /// # Errors
    ///
    /// As [`read`].
    pub fn read(&self, node: &Node) -> Result<Application, Refused> {
        let root = Path::Root;
        let object = Object::new(node, &keys::OF_APPLICATION, root)?;
        let mut filling = Filling::new(self.program, &self.dictionary);
        // Unknown keys first: a missing one may be no more than misspelt.
        filling.application(&object)?;
        let as_of = as_of(&object)?;
        let applicant_id = match object.get(keys::APPLICANT_ID) {
            None => None,
            written => Some(id(written, keys::APPLICANT_ID, root.key(keys::APPLICANT_ID))?.to_owned()),
        };
        let assume_in_force = object.truth(keys::ASSUME_IN_FORCE)?.unwrap_or(false);
        filling.applicant(&object)?;
        let projects = self.projects(&object, &mut filling)?;
        let mut assumed = Vec::new();
        let payments = match object.get(keys::PRIOR_AWARDS) {
            Some(list) => {
                let path = root.key(keys::PRIOR_AWARDS);
                ledger::payments(self.program, &projects, &mut filling.keys, list, path)?
            }
            None => {
                assumed.push(keys::PRIOR_AWARDS.to_owned());
                Vec::new()
            }
        };
        history::fill(self.program, &mut filling, &payments);
        let Filling { rows, facts, keys, .. } = filling;
        let keys = keys.texts;
        Ok(Application { applicant_id, as_of, assume_in_force, rows, facts, keys, projects, payments, assumed })
    }
}

fn as_of(object: &Object<'_>) -> Step<Date> {
    let root = Path::Root;
    let path = root.key(keys::AS_OF);
    let Some(node) = object.get(keys::AS_OF) else { return Err(Problem::MissingKey(keys::AS_OF).at(path)) };
    value::date(node).ok_or_else(|| Problem::UnreadableDate(found(Some(node))).at(path))
}

/// The items of a list.
pub(crate) fn list<'a>(node: &'a Node, path: Path<'_>) -> Step<&'a [Node]> {
    match node {
        Node::List(items) => Ok(items),
        _ => Err(Problem::WrongShape { due: Shape::List, found: found(Some(node)) }.at(path)),
    }
}

/// An id: a text that is not blank.
fn id<'a>(node: Option<&'a Node>, key: &'static str, path: Path<'_>) -> Step<&'a str> {
    match node {
        Some(Node::Text(id)) if id.trim().is_empty() => Err(Problem::EmptyId.at(path)),
        Some(Node::Text(id)) => Ok(id),
        Some(other) => Err(Problem::WrongShape { due: Shape::Text, found: found(Some(other)) }.at(path)),
        None => Err(Problem::MissingKey(key).at(path)),
    }
}
