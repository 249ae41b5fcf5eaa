//! Why a file is refused, as data.

use std::fmt;

/// A compiled file that is refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unreadable {
    /// What is wrong.
    pub reason: Reason,
}

/// What is wrong with a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// It does not begin as one.
    NotACompiledFile,
    /// It is of another format.
    OtherFormat(u32),
    /// It ends too early.
    Truncated,
    /// More follows than belongs to it.
    TooLong,
    /// It is larger than what is read at all.
    TooLarge,
    /// Its content does not have the digest that it states.
    Damaged,
    /// Its body says something that this release cannot read; what.
    Content(String),
    /// An id names nothing: the kind of id and its number.
    Dangling(&'static str, u32),
    /// Its program breaks a rule that every compiled program keeps; which one, in Chinese and in English.
    Unsound(&'static str, &'static str),
}

/// The most characters of a foreign message that are passed on.
const MOST_SHOWN: usize = 200;

impl Unreadable {
    pub(crate) fn of(reason: Reason) -> Self {
        Self { reason }
    }

    /// What the body's reader or writer said.
    pub(crate) fn content(why: &impl fmt::Display) -> Self {
        let shown = why.to_string().chars().flat_map(char::escape_debug).take(MOST_SHOWN).collect();
        Self::of(Reason::Content(shown))
    }

    /// The word of the reason, for tools.
    ///
    /// ```
    /// let refused = tiaoli_compiled::read(b"PK\x03\x04").unwrap_err();
    /// assert_eq!(refused.code(), "not_a_compiled_file");
    /// ```
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self.reason {
            Reason::NotACompiledFile => "not_a_compiled_file",
            Reason::OtherFormat(_) => "other_format",
            Reason::Truncated => "truncated",
            Reason::TooLong => "too_long",
            Reason::TooLarge => "too_large",
            Reason::Damaged => "damaged",
            Reason::Content(_) => "unknown_content",
            Reason::Dangling(..) => "dangling_id",
            Reason::Unsound(..) => "unsound",
        }
    }

    /// What is wrong, in Chinese and in English.
    #[must_use]
    pub fn words(&self) -> (String, String) {
        let both = |zh: &str, en: &str| (zh.to_owned(), en.to_owned());
        match &self.reason {
            Reason::NotACompiledFile => both("不是编译文件", "it is no compiled policy"),
            Reason::OtherFormat(found) => (
                format!("编译格式为 {found}，本版本只读格式 {}，请用 `tiaoli build` 重新编译", crate::FORMAT),
                format!(
                    "its format is {found}, and this release reads {}: build it anew with `tiaoli build`",
                    crate::FORMAT
                ),
            ),
            Reason::Truncated => both("文件不完整，后面缺了一段", "it is cut off"),
            Reason::TooLong => both("文件末尾多出内容", "more follows than belongs to it"),
            Reason::TooLarge => (
                format!("文件超过 {} MiB", crate::MAX_BYTES >> 20),
                format!("it is larger than {} MiB", crate::MAX_BYTES >> 20),
            ),
            Reason::Damaged => both(
                "内容与其摘要不符：文件已损坏或被改动",
                "its content does not have its digest: it was damaged or changed",
            ),
            Reason::Content(why) => (
                format!("内容有本版本不认识之处（{why}），请用同一版本的 `tiaoli build` 编译"),
                format!("it holds something that this release does not know ({why}): build it with this release"),
            ),
            Reason::Dangling(kind, number) => (
                format!("内容前后不符：{kind} {number} 不存在"),
                format!("it contradicts itself: there is no {kind} {number}"),
            ),
            Reason::Unsound(zh, en) => (format!("内容前后不符：{zh}"), format!("it contradicts itself: {en}")),
        }
    }
}

impl fmt::Display for Unreadable {
    /// Writes the English sentence.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.words().1)
    }
}

impl std::error::Error for Unreadable {}
