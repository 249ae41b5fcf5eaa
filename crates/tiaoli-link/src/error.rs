//! Why there is no decision.

use crate::answer::{Answer, Status};
use serde_json::{Value, json};
use std::fmt;
use tiaoli_compiled::Unreadable;
use tiaoli_json::{Layout, NotThere, Refused, Sought, Words, print, refusal};

/// Why there is no decision.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Error {
    /// The application is refused as a whole.
    Refused(Refused),
    /// The compiled file is refused.
    Unreadable(Unreadable),
    /// The request is wrong.
    Usage {
        /// Which sort of thing is wrong: stable, for tools.
        code: &'static str,
        /// What is wrong.
        message: Words,
    },
}

impl Error {
    pub(crate) fn usage(code: &'static str, zh: impl Into<String>, en: impl Into<String>) -> Self {
        Self::Usage { code, message: Words::new(zh, en) }
    }

    /// There is no policy to ask: what a binding says of a null.
    #[must_use]
    pub fn no_policy() -> Self {
        Self::usage("no_policy", "没有装载政策", "no policy is loaded")
    }

    pub(crate) fn not_there(why: NotThere) -> Self {
        let list = |known: &[String]| (known.join("、"), known.join(", "));
        match why {
            NotThere::Lacks { what, id, known } => {
                let (zh, en) = match what {
                    Sought::Project => ("项目", "project"),
                    Sought::Claim => ("条款", "claim on"),
                    Sought::Row => ("行", "row"),
                };
                let known = list(&known);
                Self::usage(
                    "not_in_application",
                    format!("申请里没有{zh}「{id}」；有：{}", known.0),
                    format!("the application has no {en} `{id}`; there are {}", known.1),
                )
            }
            NotThere::WhichProject(ids) => {
                let ids = list(&ids);
                Self::usage(
                    "which_project",
                    format!("有几个项目申请该条，须写明 project：{}", ids.0),
                    format!("several projects ask for it; say `project`: {}", ids.1),
                )
            }
        }
    }

    /// The word of the error, for tools.
    ///
    /// ```
    /// # let policy = tiaoli_link::Policy::load(&std::fs::read("../../tests/compiled/1/park.tlc").unwrap()).unwrap();
    /// let error = policy.evaluate(b"{}", &Default::default()).unwrap_err();
    /// assert_eq!(error.code(), "missing_key");
    /// ```
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Refused(why) => why.code.word(),
            Self::Unreadable(why) => why.code(),
            Self::Usage { code, .. } => code,
        }
    }

    /// How a call ends that fails so.
    #[must_use]
    pub fn status(&self) -> Status {
        match self {
            Self::Refused(_) => Status::Refused,
            Self::Unreadable(_) => Status::Unreadable,
            Self::Usage { .. } => Status::Usage,
        }
    }

    /// What is wrong, in Chinese and in English.
    ///
    /// ```
    /// let error = tiaoli_link::Policy::load(b"nothing").unwrap_err();
    /// assert_eq!(error.message(), ("不是编译文件".to_owned(), "it is no compiled policy".to_owned()));
    /// ```
    #[must_use]
    pub fn message(&self) -> (String, String) {
        match self {
            Self::Refused(why) => (why.message.zh.clone(), why.message.en.clone()),
            Self::Unreadable(why) => why.words(),
            Self::Usage { message, .. } => (message.zh.clone(), message.en.clone()),
        }
    }

    /// The error as every binding passes it on.
    #[must_use]
    pub fn answer(&self) -> Answer {
        let (zh, en) = self.message();
        let said = |error: &str| json!({ "error": error, "code": self.code(), "message": { "zh": zh, "en": en } });
        let value: Value = match self {
            Self::Refused(why) => refusal(why),
            Self::Unreadable(_) => said("unreadable_policy"),
            Self::Usage { .. } => said("bad_request"),
        };
        Answer { status: self.status(), json: print(&value, Layout::Line) }
    }
}

impl fmt::Display for Error {
    /// Writes the code and the English sentence.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Refused(why) => write!(f, "{}: {why}", self.code()),
            Self::Unreadable(_) | Self::Usage { .. } => write!(f, "{}: {}", self.code(), self.message().1),
        }
    }
}

impl std::error::Error for Error {}

impl From<Refused> for Error {
    fn from(why: Refused) -> Self {
        Self::Refused(why)
    }
}

impl From<Unreadable> for Error {
    fn from(why: Unreadable) -> Self {
        Self::Unreadable(why)
    }
}
