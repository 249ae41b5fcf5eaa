//! 词汇 and 等级: the facts of a policy and where they come from.

use super::{Condition, Expression, Name, Quantity, Text};
use tiaoli_source::Span;

/// `等级 级别 level 由低到高 无 none、区级 district、….`: an ordered enumeration.
#[derive(Clone, Debug)]
pub struct Ladder {
    /// Its name, used as a type.
    pub name: Name,
    /// Its ASCII alias.
    pub alias: Name,
    /// The members, lowest first.
    pub members: Vec<Member>,
    /// The whole item.
    pub span: Span,
}

/// One value of an enumeration.
#[derive(Clone, Debug)]
pub struct Member {
    /// The value in the document's words: `省“万人计划”`.
    pub name: Name,
    /// Its ASCII alias.
    pub alias: Name,
    /// 又称: other names of the same value.
    pub also: Vec<Name>,
}

/// `词汇 项目（又称 平台、载体）project 属于 申报主体 { … }`: an entity and its facts.
#[derive(Clone, Debug)]
pub struct Entity {
    /// Its name.
    pub name: Name,
    /// 又称: other names, used after 每 and 同一.
    pub also: Vec<Name>,
    /// Its ASCII alias, which is also its key in an application.
    pub alias: Name,
    /// 属于: the entity that it belongs to.
    pub parent: Option<Name>,
    /// 单位: what a row counts as.
    pub unit: Option<Name>,
    /// 以 … 为同一: the fact by which a row is the same as another.
    pub same_by: Option<Name>,
    /// Its facts in dictionary order.
    pub facts: Vec<Fact>,
    /// The whole item.
    pub span: Span,
}

/// `实际投入 actual_investment 申报 金额 …`: one fact.
#[derive(Clone, Debug)]
pub struct Fact {
    /// Its short name, used in the rules.
    pub name: Name,
    /// Its ASCII alias, used by other tools.
    pub alias: Name,
    /// Where it comes from.
    pub kind: FactKind,
    /// What its values are.
    pub ty: Type,
    /// What else is said about it.
    pub attributes: Vec<Attribute>,
    /// The whole line.
    pub span: Span,
}

/// Where a fact comes from, and so what its absence means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FactKind {
    /// 申报: the applicant says it.
    Declared,
    /// 登记: it stands on record elsewhere.
    Recorded,
    /// 认定: an authority finds it.
    Found,
    /// 核定: a sum that an authority decides.
    Determined,
    /// 参数: a figure or date from outside.
    Parameter,
}

/// The type of a fact.
#[derive(Clone, Debug)]
pub struct Type {
    /// The type of one value.
    pub kind: TypeKind,
    /// 多个: a list of such values.
    pub list: bool,
    /// Where it stands.
    pub span: Span,
}

/// The type of one value.
#[derive(Clone, Debug)]
pub enum TypeKind {
    /// A built-in word (是否 金额 比例 日期 年份 位次 家数 项数 人数 面积 …) or the name of a 等级.
    Named(Name),
    /// 之一 a、b、…: an enumeration written in place.
    OneOf(Vec<Member>),
    /// 整数（家）: a whole number with a unit.
    Whole(Name),
    /// 数（平方米）: a number with at most two places and a unit.
    Decimal(Name),
}

/// Something said about a fact after its type.
#[derive(Clone, Debug)]
pub struct Attribute {
    /// What.
    pub kind: AttributeKind,
    /// Where it stands.
    pub span: Span,
}

/// What can be said about a fact.
#[derive(Clone, Debug)]
pub enum AttributeKind {
    /// 全称 “…”: the document's long wording.
    InFull(Text),
    /// 又称 …: other names.
    Also(Vec<Name>),
    /// 缺省 评定年度: what stands in for an absent value (the year of evaluation).
    DefaultYearOfEvaluation,
    /// 可不填: absence is no unknown; a condition on an absent value does not hold.
    Optional,
    /// 不超过 X / 超过 0家: an input that says otherwise is impossible.
    Constraint(Condition),
    /// = X ÷ Y: the fact is the ratio of two others; where both are given they decide.
    Ratio(Expression, Expression),
    /// 至多3个: the longest list that is possible.
    AtMost(Quantity),
}
