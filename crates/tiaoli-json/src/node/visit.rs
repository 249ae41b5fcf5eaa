//! From any serde format to a tree.

use super::{MAX_DEPTH, Node};
use serde::de::{Deserialize, DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use std::cell::RefCell;
use std::fmt;

/// What stopped the reading, beside the words that the format's own error has for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Stopped {
    /// A key stands twice in one object.
    Twice(String),
    /// Nested deeper than [`MAX_DEPTH`].
    TooDeep,
}

/// Makes one node, at some depth.
#[derive(Clone, Copy)]
pub(super) struct Seed<'a> {
    /// Where to note what stopped the reading.
    pub(super) stopped: &'a RefCell<Option<Stopped>>,
    /// The key under which the format hands over the text of a number, if it does so.
    pub(super) number: Option<&'static str>,
    depth: usize,
}

impl<'a> Seed<'a> {
    pub(super) fn new(stopped: &'a RefCell<Option<Stopped>>, number: Option<&'static str>) -> Self {
        Self { stopped, number, depth: 0 }
    }

    fn below<E: Error>(self) -> Result<Self, E> {
        if self.depth >= MAX_DEPTH {
            return Err(self.stop(Stopped::TooDeep, "nested too deep"));
        }
        Ok(Self { depth: self.depth + 1, ..self })
    }

    fn stop<E: Error>(self, why: Stopped, words: &str) -> E {
        *self.stopped.borrow_mut() = Some(why);
        E::custom(words)
    }
}

impl<'de> Deserialize<'de> for Node {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        Seed::new(&RefCell::new(None), None).deserialize(from)
    }
}

impl<'de> DeserializeSeed<'de> for Seed<'_> {
    type Value = Node;

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<Node, D::Error> {
        from.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Seed<'_> {
    type Value = Node;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("null, true, false, a number, a text, a list or an object")
    }

    fn visit_unit<E: Error>(self) -> Result<Node, E> {
        Ok(Node::Null)
    }

    fn visit_none<E: Error>(self) -> Result<Node, E> {
        Ok(Node::Null)
    }

    fn visit_some<D: Deserializer<'de>>(self, from: D) -> Result<Node, D::Error> {
        self.deserialize(from)
    }

    fn visit_bool<E: Error>(self, it: bool) -> Result<Node, E> {
        Ok(Node::Bool(it))
    }

    fn visit_i64<E: Error>(self, it: i64) -> Result<Node, E> {
        Ok(Node::Number(it.to_string()))
    }

    fn visit_u64<E: Error>(self, it: u64) -> Result<Node, E> {
        Ok(Node::Number(it.to_string()))
    }

    fn visit_i128<E: Error>(self, it: i128) -> Result<Node, E> {
        Ok(Node::Number(it.to_string()))
    }

    fn visit_u128<E: Error>(self, it: u128) -> Result<Node, E> {
        Ok(Node::Number(it.to_string()))
    }

    #[expect(
        clippy::disallowed_types,
        reason = "a format that knows only floats: its text is kept, which is never a whole number's"
    )]
    fn visit_f64<E: Error>(self, it: f64) -> Result<Node, E> {
        Ok(Node::Number(format!("{it:?}")))
    }

    fn visit_str<E: Error>(self, it: &str) -> Result<Node, E> {
        Ok(Node::Text(it.to_owned()))
    }

    fn visit_string<E: Error>(self, it: String) -> Result<Node, E> {
        Ok(Node::Text(it))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut from: A) -> Result<Node, A::Error> {
        let below = self.below()?;
        let mut items = Vec::new();
        while let Some(item) = from.next_element_seed(below)? {
            items.push(item);
        }
        Ok(Node::List(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut from: A) -> Result<Node, A::Error> {
        let below = self.below()?;
        let mut entries: Vec<(String, Node)> = Vec::new();
        let mut known = std::collections::BTreeSet::new();
        while let Some(key) = from.next_key::<String>()? {
            if !known.insert(key.clone()) {
                return Err(self.stop(Stopped::Twice(key), "a key stands twice in one object"));
            }
            if entries.is_empty() && self.number == Some(key.as_str()) {
                match from.next_value_seed(Handed(below))? {
                    (Owned::Yes, Node::Text(number)) => return Ok(Node::Number(number)),
                    (_, node) => entries.push((key, node)),
                }
            } else {
                entries.push((key, from.next_value_seed(below)?));
            }
        }
        Ok(Node::Map(entries))
    }
}

/// A value under the key that may stand for a number. The text of a number is handed over as a `String` of its own,
/// that of an object which happens to have this key is not.
struct Handed<'a>(Seed<'a>);

enum Owned {
    Yes,
    No,
}

impl<'de> DeserializeSeed<'de> for Handed<'_> {
    type Value = (Owned, Node);

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<Self::Value, D::Error> {
        from.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Handed<'_> {
    type Value = (Owned, Node);

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.expecting(f)
    }

    fn visit_string<E: Error>(self, it: String) -> Result<Self::Value, E> {
        Ok((Owned::Yes, Node::Text(it)))
    }

    fn visit_str<E: Error>(self, it: &str) -> Result<Self::Value, E> {
        Ok((Owned::No, Node::Text(it.to_owned())))
    }

    fn visit_unit<E: Error>(self) -> Result<Self::Value, E> {
        Ok((Owned::No, Node::Null))
    }

    fn visit_bool<E: Error>(self, it: bool) -> Result<Self::Value, E> {
        Ok((Owned::No, Node::Bool(it)))
    }

    fn visit_i64<E: Error>(self, it: i64) -> Result<Self::Value, E> {
        Ok((Owned::No, Node::Number(it.to_string())))
    }

    fn visit_u64<E: Error>(self, it: u64) -> Result<Self::Value, E> {
        Ok((Owned::No, Node::Number(it.to_string())))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, from: A) -> Result<Self::Value, A::Error> {
        Ok((Owned::No, self.0.visit_seq(from)?))
    }

    fn visit_map<A: MapAccess<'de>>(self, from: A) -> Result<Self::Value, A::Error> {
        Ok((Owned::No, self.0.visit_map(from)?))
    }
}
