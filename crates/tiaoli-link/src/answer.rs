//! What a call comes to.

/// How a call ended: the numbers of the command line's exits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Status {
    /// The JSON is what was asked for.
    Fine = 0,
    /// The application is refused, or its best combination is not proved; the JSON says why.
    Refused = 1,
    /// The request is wrong: no such verb, key, reading, clause; the JSON says which.
    Usage = 2,
    /// The compiled file is refused; the JSON says why.
    Unreadable = 3,
}

impl Status {
    /// Its number.
    ///
    /// ```
    /// assert_eq!(tiaoli_link::Status::Usage.code(), 2);
    /// ```
    #[must_use]
    pub fn code(self) -> u8 {
        match self {
            Self::Fine => 0,
            Self::Refused => 1,
            Self::Usage => 2,
            Self::Unreadable => 3,
        }
    }
}

/// A status and the JSON that goes with it, on one line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// How the call ended.
    pub status: Status,
    /// A JSON object: what was asked for, or an object with `error`, `code` and `message`.
    pub json: String,
}
