//! Every message of every stage, in Chinese and in English, one file per area.
//!
//! A problem is one entry in one file: its doc comment says when it is raised, then come its code (never reused), the
//! constant of [`Code`] that raises it, its severity and its words:
//!
//! ```text
//! catalogue! {
//!     /// A name that nothing declares.
//!     T0301 UNKNOWN_NAME Error {
//!         zh {
//!             message: "没有「{name}」这个名称",
//!             label: "未曾声明",                        // at the place itself; may be left out
//!             also: "相近的名称在此声明",                // at each further place; may be left out
//!             why: "拼错的名称会变成另一件事实",          // why it matters; may be left out
//!             help: "在词汇中声明，或改为「{near}」",     // what to do; may be left out
//!         }
//!         en { … the same fields … }
//!     }
//! }
//! ```
//!
//! The words are for a policy writer: lower case, no final period, the user's text in `backticks` (「」 in Chinese),
//! never the name of a token or of a type; the help says what to do. Both languages have the same fields with the same
//! placeholders; the tests hold every entry to it.

/// Declares the entries of one area: a constant of [`Code`] for each, and `ENTRIES` with all of them.
macro_rules! catalogue {
    ($(
        $(#[$doc:meta])*
        $id:ident $name:ident $severity:ident {
            zh { message: $zh:literal, $(label: $zh_label:literal,)? $(also: $zh_also:literal,)? $(why: $zh_why:literal,)? $(help: $zh_help:literal,)? }
            en { message: $en:literal, $(label: $en_label:literal,)? $(also: $en_also:literal,)? $(why: $en_why:literal,)? $(help: $en_help:literal,)? }
        }
    )*) => {
        impl crate::catalogue::Code {
            $(
                $(#[$doc])*
                pub const $name: Self = Self(&crate::catalogue::Entry {
                    id: stringify!($id),
                    constant: stringify!($name),
                    severity: crate::diagnostic::Severity::$severity,
                    zh: crate::catalogue::Words {
                        message: $zh,
                        label: crate::catalogue::first(&[$($zh_label)?]),
                        also: crate::catalogue::first(&[$($zh_also)?]),
                        why: crate::catalogue::first(&[$($zh_why)?]),
                        help: crate::catalogue::first(&[$($zh_help)?]),
                    },
                    en: crate::catalogue::Words {
                        message: $en,
                        label: crate::catalogue::first(&[$($en_label)?]),
                        also: crate::catalogue::first(&[$($en_also)?]),
                        why: crate::catalogue::first(&[$($en_why)?]),
                        help: crate::catalogue::first(&[$($en_help)?]),
                    },
                });
            )*
        }

        pub(super) const ENTRIES: &[crate::catalogue::Code] = &[$(crate::catalogue::Code::$name),*];
    };
}

mod against;
mod allocation;
mod cases;
mod companions;
mod compiled;
mod definitions;
mod document;
mod drafting;
mod editions;
mod input;
mod judging;
mod lists;
mod names;
mod payout;
mod printing;
mod procedures;
mod rivalry;
mod rules;
mod sentences;
mod syntax;
#[cfg(test)]
mod tests;
mod time;
mod types;
mod vague;

use crate::diagnostic::{Lang, Severity};

/// The areas in the order of their codes: T01xx document, T02xx syntax, T03xx names, T04xx types, T05xx rules,
/// T06xx cases, T07xx input, T08xx compiled files and usage, T09xx the rules against the text, T10xx the document as it
/// is drafted, T11xx what judging a policy finds. A large area has several files.
const AREAS: [&[&[Code]]; 11] = [
    &[document::ENTRIES],
    &[syntax::ENTRIES, sentences::ENTRIES, printing::ENTRIES],
    &[names::ENTRIES, definitions::ENTRIES],
    &[types::ENTRIES, time::ENTRIES],
    &[rules::ENTRIES, payout::ENTRIES, rivalry::ENTRIES, procedures::ENTRIES, lists::ENTRIES, allocation::ENTRIES],
    &[cases::ENTRIES],
    &[input::ENTRIES],
    &[compiled::ENTRIES, companions::ENTRIES, editions::ENTRIES],
    &[against::ENTRIES],
    &[drafting::ENTRIES, vague::ENTRIES],
    &[judging::ENTRIES],
];

/// One problem of the catalogue, as `Code::CUT_NOT_FOUND`. Equal, and ordered, by its stable code.
#[derive(Clone, Copy)]
pub struct Code(&'static Entry);

pub(crate) struct Entry {
    id: &'static str,
    constant: &'static str,
    severity: Severity,
    zh: Words,
    en: Words,
}

/// The templates of one entry in one language.
pub(crate) struct Words {
    pub(crate) message: &'static str,
    pub(crate) label: Option<&'static str>,
    pub(crate) also: Option<&'static str>,
    pub(crate) why: Option<&'static str>,
    pub(crate) help: Option<&'static str>,
}

impl Code {
    /// The stable code, such as `T0101`. It is never given to another problem.
    pub fn id(self) -> &'static str {
        self.0.id
    }

    /// The name in kebab case, such as `cut-not-found`.
    pub fn name(self) -> String {
        self.0.constant.to_ascii_lowercase().replace('_', "-")
    }

    /// How much it matters.
    pub fn severity(self) -> Severity {
        self.0.severity
    }

    /// Every problem there is, by area and then in the order written.
    pub fn all() -> impl Iterator<Item = Code> {
        AREAS.into_iter().flatten().copied().flatten().copied()
    }

    /// The problem with this stable code or this name, if there is one.
    pub fn find(code_or_name: &str) -> Option<Code> {
        Code::all().find(|code| code.id() == code_or_name || code.name() == code_or_name)
    }

    /// Its message and help as they stand in the catalogue, with `{name}` for what an occurrence fills in.
    pub fn template(self, lang: Lang) -> (&'static str, Option<&'static str>) {
        let words = self.words(lang);
        (words.message, words.help)
    }

    /// Why it matters, as it stands in the catalogue, where that is not plain.
    pub fn why(self, lang: Lang) -> Option<&'static str> {
        self.words(lang).why
    }

    pub(crate) fn words(self, lang: Lang) -> &'static Words {
        match lang {
            Lang::Zh => &self.0.zh,
            Lang::En => &self.0.en,
        }
    }
}

impl Words {
    /// The templates that the diagnostic itself fills: all but `also`.
    pub(crate) fn own(&self) -> impl Iterator<Item = &'static str> {
        [Some(self.message), self.label, self.why, self.help].into_iter().flatten()
    }
}

impl std::fmt::Display for Code {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.id())
    }
}

impl std::fmt::Debug for Code {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} {}", self.id(), self.name())
    }
}

impl PartialEq for Code {
    fn eq(&self, other: &Self) -> bool {
        self.id() == other.id()
    }
}

impl Eq for Code {}

impl PartialOrd for Code {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Code {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.id().cmp(other.id())
    }
}

impl std::hash::Hash for Code {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        self.id().hash(state);
    }
}

/// The names between braces in a template, in order.
pub(crate) fn placeholders(template: &'static str) -> impl Iterator<Item = &'static str> {
    template.split('{').skip(1).filter_map(|part| part.split_once('}')).map(|(name, _)| name)
}

/// The only element, or `None`: how the macro writes an optional field.
const fn first(words: &'static [&'static str]) -> Option<&'static str> {
    words.first().copied()
}
