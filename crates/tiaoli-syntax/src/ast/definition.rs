//! 定义: names that the policy gives to what follows from facts, and facts that count as holding.

use super::{Condition, Expression, Id, Name, Sentence, Text};
use tiaoli_source::Span;

/// `定义 2.1 { 2.1.a 所称 …，是指 …。 }`: clauses that only define.
#[derive(Clone, Debug)]
pub struct Definition {
    /// The section of the document.
    pub id: Id,
    /// Its title; must be the document's heading.
    pub title: Option<Text>,
    /// 每 X: whose rows the definitions speak of; without it the facts that they name say so.
    pub per: Option<Name>,
    /// The sentences in order.
    pub sentences: Vec<Sentence>,
    /// The whole item.
    pub span: Span,
}

/// 所称 小微企业 small_firm，是指 …: a derived name, usable wherever a fact is.
#[derive(Clone, Debug)]
pub struct Meaning {
    /// What is defined.
    pub name: Name,
    /// Its name for other tools.
    pub alias: Name,
    /// 又称
    pub also: Vec<Name>,
    /// What it means.
    pub kind: MeaningKind,
}

/// What a defined name means.
#[derive(Clone, Debug)]
pub enum MeaningKind {
    /// 是指 C 的企业: a truth. A bare name alone may also be any other fact.
    Truth(Condition),
    /// 是指 E: a number or a date.
    Value(Expression),
    /// 区域 为 甲区、乙区、其他 的，分别为 120％、100％、80％: a number or a member for each class.
    ByCase(Condition, Vec<Expression>),
}

/// C 的，视为 X; C 的，级别 视为 省级.
#[derive(Clone, Debug)]
pub struct Deeming {
    /// In which cases.
    pub condition: Condition,
    /// The fact whose value is deemed; `None` where what is deemed is a truth.
    pub of: Option<Name>,
    /// What counts as holding: a truth, or a member of the fact.
    pub deemed: Name,
}
