//! An object of an application: the keys of the shape, and the names of the dictionary beside them.

use super::Step;
use super::path::Path;
use crate::node::Node;
use crate::problem::{Problem, Shape, found};

/// The entries of an object, parted.
pub(super) struct Object<'a> {
    own: Vec<(&'static str, &'a Node)>,
    /// What is no key of the shape, as listed.
    pub(super) rest: Vec<(&'a str, &'a Node)>,
    /// The keys of the shape here.
    pub(super) keys: &'static [&'static str],
    path: Path<'a>,
}

impl<'a> Object<'a> {
    /// Parts the entries of `node`, which must be an object.
    pub(super) fn new(node: &'a Node, keys: &'static [&'static str], path: Path<'a>) -> Step<Self> {
        let Node::Map(entries) = node else {
            return Err(Problem::WrongShape { due: Shape::Object, found: found(Some(node)) }.at(path));
        };
        let mut object = Self { own: Vec::new(), rest: Vec::new(), keys, path };
        for (key, value) in entries {
            match keys.iter().find(|own| *own == key) {
                Some(own) if object.own.iter().any(|(known, _)| known == own) => {
                    return Err(Problem::KeyTwice(key.clone()).at(path.key(key)));
                }
                Some(own) => object.own.push((own, value)),
                None => object.rest.push((key, value)),
            }
        }
        Ok(object)
    }

    /// The value of a key of the shape; null is as good as absent.
    pub(super) fn get(&self, key: &str) -> Option<&'a Node> {
        self.own.iter().find(|(own, _)| *own == key).map(|(_, value)| *value).filter(|value| **value != Node::Null)
    }

    /// A truth value of the shape.
    pub(super) fn truth(&self, key: &str) -> Step<Option<bool>> {
        match self.get(key) {
            None => Ok(None),
            Some(Node::Bool(it)) => Ok(Some(*it)),
            Some(other) => {
                Err(Problem::WrongShape { due: Shape::Truth, found: found(Some(other)) }.at(self.path.key(key)))
            }
        }
    }
}
