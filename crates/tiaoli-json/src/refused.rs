//! Why an application as a whole is refused, as data.

use std::fmt;

/// An application that is refused as a whole: for its shape, or for a ledger that cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    /// Which sort of thing is wrong: stable, for tools.
    pub code: Code,
    /// Where in the application: `$.projects[0].facts.x`.
    pub path: String,
    /// Where in the text, when the text itself is broken.
    pub place: Option<Place>,
    /// What is wrong.
    pub message: Words,
    /// What to do.
    pub help: Option<Box<Words>>,
}

/// A place in a text, counted in characters from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// The line.
    pub line: u64,
    /// The column.
    pub column: u64,
}

/// A sentence for people, in both languages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words {
    /// In Chinese.
    pub zh: String,
    /// In English.
    pub en: String,
}

impl Words {
    /// The sentence in both languages.
    pub fn new(zh: impl Into<String>, en: impl Into<String>) -> Self {
        Self { zh: zh.into(), en: en.into() }
    }
}

impl fmt::Display for Refused {
    /// Writes the path and the English sentence, on one line.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.place {
            Some(place) => write!(f, "{}:{}: {}", place.line, place.column, self.message.en),
            None => write!(f, "{}: {}", self.path, self.message.en),
        }
    }
}

impl std::error::Error for Refused {}

macro_rules! codes {
    ($($(#[doc = $doc:literal])+ $name:ident => $word:literal,)+) => {
        /// Sorts of refusal.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Code {
            $($(#[doc = $doc])+ $name,)+
        }

        impl Code {
            /// Every code.
            pub const ALL: &'static [Self] = &[$(Self::$name,)+];

            /// The word of the code, for tools.
            #[must_use]
            pub fn word(self) -> &'static str {
                match self {
                    $(Self::$name => $word,)+
                }
            }
        }
    };
}

codes! {
    /// The file is not UTF-8.
    NotUtf8 => "not_utf8",
    /// There is nothing in the file.
    Empty => "empty",
    /// The file is larger than this crate reads.
    TooLarge => "too_large",
    /// Lists and objects are nested deeper than this crate reads.
    TooDeep => "too_deep",
    /// The text is not what its format says.
    Syntax => "syntax",
    /// One key stands twice in an object.
    KeyTwice => "key_twice",
    /// A key that means nothing here.
    UnknownKey => "unknown_key",
    /// A key that the policy itself defines.
    DefinitionGiven => "definition_given",
    /// One fact is written under two of its names.
    FactTwice => "fact_twice",
    /// A key that must stand is missing.
    MissingKey => "missing_key",
    /// A list where an object is due, a text where a list is due, and the like.
    WrongShape => "wrong_shape",
    /// A date of the application itself that cannot be read.
    UnreadableDate => "unreadable_date",
    /// Two projects have one id.
    ProjectTwice => "project_id_twice",
    /// Two applications of one run are of one applicant.
    ApplicantTwice => "applicant_id_twice",
    /// An earlier allocation of what the policy does not share.
    UnknownPool => "unknown_pool",
    /// A claim on what the policy does not have.
    UnknownClause => "unknown_clause",
    /// A claim on an id that names several rules.
    SeveralRules => "several_rules",
    /// The ledger: an amount that is negative or not money.
    UnusableAmount => "unusable_amount",
    /// The ledger: a level that is not one of the policy's.
    UnusableLevel => "unusable_level",
    /// The ledger: a year that is missing or not a year.
    UnusableYear => "unusable_year",
}
