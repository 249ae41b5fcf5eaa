//! How an award is paid: in instalments, to whom, by whom; and what a recovery adds.

use super::{EarlierRule, Expression, Name, Quantity, Text, Whole};
use tiaoli_source::Span;

/// ，分期拨付：第1年40％、第2年30％、第3年30％ / ，分3年按4:3:3拨付
#[derive(Clone, Debug)]
pub struct Instalments {
    /// 分3年: how many parts, and the unit that they are counted in.
    pub count: Option<Quantity>,
    /// The parts in order. Those of 分3年 have no label of their own.
    pub parts: Vec<Instalment>,
}

impl Instalments {
    /// The parts that are shares of the whole.
    #[must_use]
    pub fn shares(&self) -> Vec<&Quantity> {
        self.parts
            .iter()
            .filter_map(|it| match &it.part {
                PartPaid::Share(share) => Some(share),
                PartPaid::Sum(_) | PartPaid::Rest => None,
            })
            .collect()
    }
}

/// One instalment.
#[derive(Clone, Debug)]
pub struct Instalment {
    /// 第1年, 立项
    pub label: Option<Text>,
    /// How much of it.
    pub part: PartPaid,
    /// Where it stands.
    pub span: Span,
}

/// How much an instalment is.
#[derive(Clone, Debug)]
pub enum PartPaid {
    /// 40％, or 4 of 4:3:3.
    Share(Quantity),
    /// 20万元
    Sum(Quantity),
    /// 余额: what is left.
    Rest,
}

/// ，按 6:4 拨付给 发布方、承接方 / ，由 市级、区级 按 60％、40％ 承担
#[derive(Clone, Debug)]
pub struct Split {
    /// Who.
    pub names: Vec<Name>,
    /// How much each, in step; empty for one alone.
    pub shares: Vec<Quantity>,
    /// Where it stands.
    pub span: Span,
}

/// ，加收利息：按 LPR，自 拨付日期 至 迁出日期，一年按365日计（舍去 至 分）
#[derive(Clone, Debug)]
pub struct Interest {
    /// The rate of a year.
    pub rate: Expression,
    /// The day it begins.
    pub from: Name,
    /// The day it ends; `None` = the date of evaluation.
    pub until: Option<Name>,
    /// How many days a year has.
    pub basis: Option<Quantity>,
    /// How it is rounded, and to what.
    pub rounding: Option<(Whole, Name)>,
    /// Where it stands.
    pub span: Span,
}

/// ，［每 企业］已获较低档 的，补足差额: earlier payments under the same award.
#[derive(Clone, Debug)]
pub struct Promoted {
    /// Whose payments count; `None` = those of the project.
    pub whom: Option<Name>,
    /// What follows.
    pub rule: EarlierRule,
}
