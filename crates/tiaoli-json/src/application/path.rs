//! Where in an application: `$.projects[0].facts.x`.

use crate::problem::show;
use std::fmt;

/// A path, from its last step back to the root.
#[derive(Clone, Copy)]
pub(crate) enum Path<'a> {
    /// The application.
    Root,
    /// A key of an object.
    Key(&'a Path<'a>, &'a str),
    /// An item of a list.
    Item(&'a Path<'a>, usize),
}

impl<'a> Path<'a> {
    pub(crate) fn key(&'a self, key: &'a str) -> Self {
        Self::Key(self, key)
    }

    pub(crate) fn item(&'a self, index: usize) -> Self {
        Self::Item(self, index)
    }
}

impl fmt::Display for Path<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Root => f.write_str("$"),
            Self::Key(parent, key) if is_word(key) => write!(f, "{parent}.{key}"),
            Self::Key(parent, key) => write!(f, "{parent}['{}']", show(key).replace('\'', "\\'")),
            Self::Item(parent, index) => write!(f, "{parent}[{index}]"),
        }
    }
}

fn is_word(key: &str) -> bool {
    !key.is_empty() && key.len() <= 120 && key.chars().all(|it| it == '_' || it.is_alphanumeric())
}
