//! Names, texts, ids and figures as they stand in the file.

use tiaoli_source::Span;

/// A name in the words of the document: `实际投入`.
#[derive(Clone, Debug)]
pub struct Name {
    /// The name itself, without blanks.
    pub text: String,
    /// Where it stands.
    pub span: Span,
}

/// A quoted text, without its quotation marks: `“5050计划”`.
#[derive(Clone, Debug)]
pub struct Text {
    /// What stands between the marks.
    pub text: String,
    /// Where it stands, marks included.
    pub span: Span,
}

/// The id of a clause or section of the document: `3.3.b`, `2.1`.
#[derive(Clone, Debug)]
pub struct Id {
    /// The id as written.
    pub text: String,
    /// Where it stands.
    pub span: Span,
}

/// A figure with its unit: `500万元`, `30％`, `10家`, `30元/平方米/月`.
#[derive(Clone, Debug)]
pub struct Quantity {
    /// The digits as written, with at most one decimal point and no sign; thousands commas are gone.
    pub digits: String,
    /// Decimal zeros that the unit word adds: 4 for 万元, 8 for 亿元, 3 for 千元.
    pub zeros: u32,
    /// The unit; `None` for a bare number.
    pub unit: Option<Unit>,
    /// Where it stands, unit included.
    pub span: Span,
}

/// A unit as written: the first, then those it is divided by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unit {
    /// 元, ％, 家, 平方米 … (万元 is 元 with four zeros).
    pub first: String,
    /// `平方米`, `月` in 元/平方米/月.
    pub per: Vec<String>,
}

/// A calendar date: `2021年6月30日`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Date {
    /// Year, as written.
    pub year: u32,
    /// Month, as written; not yet known to be one of 1 to 12.
    pub month: u32,
    /// Day, as written; not yet known to exist in its month.
    pub day: u32,
    /// Where it stands.
    pub span: Span,
}
