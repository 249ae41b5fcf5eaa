//! Awards: scope, subject, grant, limits.

use super::{
    Condition, Elsewhere, Expression, Id, Instalments, Interest, Name, Promoted, Quantity, Rounded, Split, Text,
};
use tiaoli_source::Span;

/// 限 C［，适用于 3.6.b］: a condition of the other sentences of the article.
#[derive(Clone, Debug)]
pub struct Scope {
    /// The condition.
    pub condition: Condition,
    /// 适用于: the clauses that it governs; empty = all of the article.
    pub only_for: Vec<Id>,
}

/// 其中 C，最高不超过 X: a limit of the award before it, for the cases named.
#[derive(Clone, Debug)]
pub struct Part {
    /// Which cases; `None` = all.
    pub condition: Option<Condition>,
    /// The limit.
    pub cap: Expression,
    /// 每 企业 每年 … as in a limit.
    pub per: Vec<Per>,
}

/// ［对 C 的，］［可］给予 …［，最高不超过 …］
#[derive(Clone, Debug)]
pub struct Award {
    /// 对 C 的; `None` where only the 限 sentences speak.
    pub subject: Option<Condition>,
    /// 可 / 得: a power, not a duty.
    pub power: bool,
    /// 每人: the words, where they stand.
    pub each: Option<Name>,
    /// 每月: the sum is for a month.
    pub monthly: bool,
    /// What is granted.
    pub grant: Grant,
    /// What limits or explains it, in order.
    pub modifiers: Vec<Modifier>,
}

/// What is granted, with its place.
#[derive(Clone, Debug)]
pub struct Grant {
    /// What.
    pub kind: GrantKind,
    /// 奖励, 补助, 资助 …; as written.
    pub noun: Option<Name>,
    /// “创新券”: what is granted where it is no money.
    pub in_kind: Option<Text>,
    /// Where it stands.
    pub span: Span,
}

/// The forms of a grant. A list of more than one stands after 分别.
#[derive(Clone, Debug)]
pub enum GrantKind {
    /// 给予 X / 分别给予 X、Y: the exact sum.
    Sums(Vec<Expression>),
    /// 给予 最高不超过 X / 分别给予 最高不超过 X、Y: a ceiling.
    Ceilings(Vec<Expression>),
    /// 按 E 的30％ 给予 / 分别按 E 的30％、20％ 给予: an exact sum by rate.
    Rates(Expression, Vec<Quantity>),
    /// 按 面积 分别给予30元/平方米、45元/平方米; also with one figure, 按 面积 给予30元/平方米.
    PerUnit(Expression, Vec<Quantity>),
    /// 前10人 每人给予1万元，其余 每人给予5000元; with 按 E before it, of so many as E says.
    Heads(Option<Expression>, Vec<Head>),
    /// 按 “…” 执行 / 按 “…” 给予支持: another instrument decides.
    Document(Elsewhere),
    /// 实行一事一议
    CaseByCase,
    /// 给予 “三年房租补贴”，数额未定
    Unquantified(Text),
    /// 就 E 给予资助，比例未定: the figure is known, the rate is not.
    Unrated(Expression),
    /// 享受 权利 “…” / 享受 优先 “…”: not money.
    Right(Text),
    /// 追回 E / 全额追回 3.1: what must be paid back.
    Recover(Expression),
}

/// So much for each of some.
#[derive(Clone, Debug)]
pub struct Head {
    /// Which.
    pub span_of: HeadSpan,
    /// How much.
    pub sum: Quantity,
    /// Where it stands.
    pub span: Span,
}

/// Which of those counted.
#[derive(Clone, Debug)]
pub enum HeadSpan {
    /// 前10人
    First(Quantity),
    /// 第11人至第20人
    Between(Quantity, Quantity),
    /// 第11人起
    From(Quantity),
    /// 其余
    Rest,
}

/// Something said after the grant.
#[derive(Clone, Debug)]
pub struct Modifier {
    /// What.
    pub kind: ModifierKind,
    /// Where it stands.
    pub span: Span,
}

/// What can be said after the grant.
#[derive(Clone, Debug)]
pub enum ModifierKind {
    /// ，［每 企业］［每年］最高不超过 X
    Cap {
        /// Whom and when the cap counts for; empty = this award alone.
        per: Vec<Per>,
        /// The cap.
        sum: Expression,
    },
    /// ，每 企业［每年］最多2项
    Count {
        /// Whom and when.
        per: Vec<Per>,
        /// How many.
        quantity: Quantity,
    },
    /// ，最长不超过36个月: how many months or years count at most.
    Longest(Quantity),
    /// ，按 在岗月数 计: how many months a sum by the month is for.
    CountedBy(Expression),
    /// ，按 实际天数 ÷ 365日 折算（舍去 至 分）: of what was said so far, caps before it included.
    Prorated {
        /// The part, a number without unit.
        by: Expression,
        /// How the result is rounded; `None` where it is not said.
        rounded: Option<Rounded>,
    },
    /// ，数额见 X: a 核定 fact that settles the sum.
    SumIn(Name),
    /// ，列示 新增贡献 increment_base: the base is shown under the claim by this alias.
    Shown {
        /// Name for people.
        name: Name,
        /// Key in a decision.
        alias: Name,
    },
    /// ，分期拨付：…
    Instalments(Instalments),
    /// ，拨付给 …
    Payees(Split),
    /// ，由 … 承担
    Payers(Split),
    /// ，加收利息：…
    Interest(Box<Interest>),
    /// ，已获较低档 的，补足差额
    Promoted(Promoted),
    /// ，逐项叠加: the members of a list add up instead of the highest counting.
    Stacked,
    /// ，全额: the band's rate holds for the whole base.
    Whole,
    /// ，1000万元 未规定: values that the document itself leaves out between its bands.
    Unruled(Vec<super::Band>),
    /// ，C 除外: whom the award leaves out.
    Except(Box<Condition>),
    /// ，超额累进: each band's rate holds for its part of the base.
    Marginal,
}

/// 每 企业, 每年, 每年（按 事件日期）, 累计.
#[derive(Clone, Debug)]
pub struct Per {
    /// Whom or when.
    pub kind: PerKind,
    /// Where it stands.
    pub span: Span,
}

/// Whom or when a limit counts for.
#[derive(Clone, Debug)]
pub enum PerKind {
    /// 每 企业
    Entity(Name),
    /// 每年, by the year fact or the year of the date fact named: 每年（按 计入年度）.
    Year(Option<Name>),
    /// 累计: over all time.
    Ever,
}
