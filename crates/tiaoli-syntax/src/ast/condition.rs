//! Conditions: 且 或 非, comparisons, membership, tiers.

use super::{Expression, Id, Name, Quantity, Validity, Window, Years};
use tiaoli_source::Span;

/// A condition with its place.
#[derive(Clone, Debug)]
pub struct Condition {
    /// What it says.
    pub kind: ConditionKind,
    /// Where it stands.
    pub span: Span,
}

/// What a condition says.
#[derive(Clone, Debug)]
pub enum ConditionKind {
    /// a 且 b; at least two.
    All(Vec<Condition>),
    /// a 或 b; at least two.
    Any(Vec<Condition>),
    /// 非 a
    Not(Box<Condition>),
    /// A bare name of a 是否 fact.
    Holds(Name),
    /// 实际投入500万元以上; 位次 前3位; 上级财政资助额 超过0元; 事件日期 早于 发文日期.
    Compare(Expression, Bound),
    /// 属于 a、b: any of them.
    OneOf(Name, Vec<Element>),
    /// 为 a, or 为 a、b … 分别: one of them, in step with the figures of the award.
    Is(Name, Vec<Element>),
    /// 含 a、b: a list that includes one of them.
    Has(Name, Vec<Element>),
    /// 注册家数占比、租赁面积占比 均达到30％、50％; one name without 均.
    Reach {
        /// The measures that must all reach the step.
        subjects: Vec<Name>,
        /// 达到 / 不低于 (included) or 超过 / 突破 (not).
        word: BoundWord,
        /// The steps, lowest first.
        steps: Vec<Quantity>,
    },
    /// 研发投入 为 200万元至800万元、超过800万元: bands in step with the figures of the award.
    Bands(Expression, Vec<Band>),
    /// 员工（C）按 月薪 由高到低 前10名: the row at hand is one of these.
    Ranked(Expression, super::First),
    /// 申请日期 在 认定日期 起60日内
    In(Expression, Window),
    /// 本条 自2024年1月1日起施行，有效期2年，以 认定日期 为准
    Valid(Validity),
    /// 自 认定日期 起第1年、第2年: in step with the figures of the award, or one of them.
    Years(Years),
    /// 符合 3.5.c: all conditions of another clause.
    Meets(Id),
    /// 3.1 不予: none of these awards gives anything.
    Refused(Vec<Id>),
}

/// One side of a comparison: the word and the figure.
#[derive(Clone, Debug)]
pub struct Bound {
    /// The word.
    pub word: BoundWord,
    /// （含） or （不含）: whether the figure itself counts, where it is said in place.
    pub edge: Option<bool>,
    /// The figure or the other fact.
    pub value: Expression,
    /// Where both stand.
    pub span: Span,
}

/// The words of the document that compare, kept apart so that they can be held against its text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum BoundWord {
    /// 以上
    AndAbove,
    /// 及以上
    OrAbove,
    /// 以下 / 及以下
    AndBelow,
    /// 以内
    Within,
    /// 达到
    Reaches,
    /// 不低于
    NotBelow,
    /// 不少于
    NotLess,
    /// 不超过 / 不高于 / 不多于
    NotOver,
    /// 超过
    Over,
    /// 突破
    Breaks,
    /// 高于 / 大于
    Above,
    /// 低于
    Below,
    /// 少于 / 小于
    Less,
    /// 不满 / 未满 / 不足
    Under,
    /// 满
    Full,
    /// 等于
    Equals,
    /// 前n位
    First,
    /// 早于
    Before,
    /// 晚于
    After,
    /// 不早于
    NotBefore,
    /// 不晚于
    NotAfter,
}

/// One member of a list after 属于, 为 or 含.
#[derive(Clone, Debug)]
pub struct Element {
    /// One value, or several that count as one: （省领军团队、市领军团队）.
    pub values: Vec<ElementValue>,
    /// A condition of this member alone: 国家标准（位次 前3位）.
    pub side: Option<Box<Condition>>,
    /// Where it stands.
    pub span: Span,
}

/// A value in a list.
#[derive(Clone, Debug)]
pub enum ElementValue {
    /// A member of an enumeration.
    Name(Name),
    /// A figure.
    Quantity(Quantity),
}

/// One band: its ends with the words that say whether they are included. Without an end on either side it is 其他:
/// whatever the other bands leave.
#[derive(Clone, Debug)]
pub struct Band {
    /// The lower end, a figure or a date; `None` from nothing.
    pub low: Option<Bound>,
    /// The upper end; `None` without limit. 至 includes both ends unless the head says otherwise.
    pub high: Option<Bound>,
    /// Where it stands.
    pub span: Span,
}
