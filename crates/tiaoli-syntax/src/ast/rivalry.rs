//! Awards beside each other: which are rivals, which share a limit, which come first.

use super::{Condition, Expression, Id, Name, Per, Quantity, Text};

/// “5050计划” 2.1、2.2: another policy, or clauses of it.
#[derive(Clone, Debug)]
pub struct Elsewhere {
    /// What it is called.
    pub title: Text,
    /// The clauses that are meant; empty = the policy as a whole.
    pub ids: Vec<Id>,
}

impl Elsewhere {
    /// A clause of another policy as one id: its title before it.
    #[must_use]
    pub fn qualified(title: &str, id: &str) -> String {
        format!("{title} {id}")
    }
}

/// 同一 项目［（C）］［3.1、3.2 之间］ 从高、从优、不重复［，…］: one award for one key.
#[derive(Clone, Debug)]
pub struct Exclusive {
    /// 同一 企业 同一 年度: entities, and facts whose values must be equal; together they are the key. Empty = 同一 项目.
    pub same: Vec<Name>,
    /// Only where this holds.
    pub when: Option<Condition>,
    /// 3.1、3.2 之间: the awards it speaks of; empty = all.
    pub between: Vec<Id>,
    /// 与 “5050计划” 之间: other policies; the awards of this one are rivals of theirs, and not of each other.
    pub with: Vec<Elsewhere>,
    /// 从高、从优 or another manner.
    pub manner: Manner,
    /// ，3.1、3.7 除外: rules that stand outside.
    pub except: Vec<Id>,
    /// ，上限 …: how an undecided ceiling is compared.
    pub ceilings: Ceilings,
    /// ，未定 …: how an open sum is compared.
    pub unquantified: Unquantified,
}

/// How one award is chosen among rivals.
#[derive(Clone, Debug)]
pub enum Manner {
    /// 从高、从优: the combination that is best for the applicant.
    Best,
    /// 从高: for each key its highest award after its limit, taken alone.
    Highest,
    /// 限额前从高: for each key its highest award before any shared limit.
    HighestBeforeLimits,
    /// 先得: what was paid before closes the key; among what was not, the best.
    First,
    /// 择一［（选择方式 为 甲、乙）］: what the applicant chose; the fact, and its values in step with the awards.
    Choice(Option<(Name, Vec<Name>)>),
}

/// How a ceiling that nobody has decided is compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ceilings {
    /// As an interval from nothing to the ceiling.
    Open,
    /// 上限 视为数额
    AsSums,
    /// 上限 未定不计
    Certain,
}

/// How an open sum (referral, case by case) is compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unquantified {
    /// As an interval without an upper end.
    Open,
    /// 未定 不计: it stands outside the choice.
    Apart,
    /// 未定 优先: it displaces the others.
    Displaces,
}

/// ［3.5］ 可［与 3.1］叠加享受
#[derive(Clone, Debug)]
pub struct Stacking {
    /// The awards; empty in an article = its own.
    pub ids: Vec<Id>,
    /// With which; empty = with every other.
    pub with: Vec<Id>,
}

/// ［3.1、3.2］ 合计 每 企业 每年 最高不超过1000万元
#[derive(Clone, Debug)]
pub struct Joint {
    /// The awards; empty = all of the article, or of the policy.
    pub ids: Vec<Id>,
    /// Whom and when it counts for.
    pub per: Vec<Per>,
    /// How much.
    pub most: Most,
}

/// How much a limit over several awards leaves.
#[derive(Clone, Debug)]
pub enum Most {
    /// 最高不超过1000万元
    Sum(Expression),
    /// 最多3次
    Count(Quantity),
}

/// ［3.2］ 须在 3.1 享受完之后
#[derive(Clone, Debug)]
pub struct After {
    /// The awards that wait; empty in an article = its own.
    pub ids: Vec<Id>,
    /// The awards whose limit must be used up first.
    pub first: Vec<Id>,
}

/// 3.1 不予 的，适用 3.2: awards that are given only where others give nothing.
#[derive(Clone, Debug)]
pub struct Fallback {
    /// The awards that come first.
    pub first: Vec<Id>,
    /// The policy that these are of, where it is another one.
    pub first_of: Option<Text>,
    /// The awards that stand in; empty in an article = its own.
    pub then: Vec<Id>,
    /// The policy that these are of, where it is another one.
    pub then_of: Option<Text>,
}
