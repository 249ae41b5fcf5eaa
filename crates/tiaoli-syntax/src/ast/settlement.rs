//! 结算: how the awards of one applicant come together, and when the policy is in force.

use super::{After, Date, Exclusive, Fallback, Id, Joint, Name, Scope, Stacking, Text, Validity};
use tiaoli_source::Span;

/// `结算 { … }`
#[derive(Clone, Debug)]
pub struct Settlement {
    /// The sentences in order.
    pub sentences: Vec<SettlementSentence>,
    /// The whole item.
    pub span: Span,
}

/// One sentence of the settlement.
#[derive(Clone, Debug)]
pub struct SettlementSentence {
    /// The clause that it encodes.
    pub id: Id,
    /// What it says.
    pub kind: SettlementKind,
    /// 核对说明 “…”: answers to checks of the rule against the text, with their reasons.
    pub answers: Vec<Text>,
    /// The whole sentence.
    pub span: Span,
}

/// What a sentence of the settlement says.
#[derive(Clone, Debug)]
pub enum SettlementKind {
    /// 本政策资金 含 市级、区级: the levels of funds that the sums include.
    Funds(Vec<Name>),
    /// 同一 项目 从高、从优、不重复: one award for one key.
    Exclusive(Exclusive),
    /// 3.5 可与 3.1 叠加享受: awards that are no rivals.
    Stacking(Stacking),
    /// 3.1、3.2 合计 每 企业 每年 最高不超过1000万元: a limit over several awards.
    Joint(Joint),
    /// 先 3.1 后 3.2: which awards use a limit first.
    Order(Vec<Vec<Id>>),
    /// 3.2 须在 3.1 享受完之后
    After(After),
    /// 3.1 不予 的，适用 3.2
    Fallback(Fallback),
    /// 已获［本政策］市级、区级 资金的，补足差额［；上级基础资助 不计］
    Earlier {
        /// Only payments under a clause of this policy count.
        own_policy: bool,
        /// The levels that count.
        levels: Vec<Name>,
        /// What follows from them.
        rule: EarlierRule,
        /// 上级基础资助 不计: base grants are left out.
        base_grants_apart: bool,
    },
    /// 应追回的 从应付中抵扣: what must be paid back is deducted from what is payable.
    SetOff,
    /// 权利 不计: rights that are not money stand outside the choice.
    RightsApart,
    /// 支付 尾数 舍去 至 分
    Payment {
        /// 舍去, 四舍五入 or 进位.
        rounding: Whole,
        /// The unit that a payment is a whole number of: 分, 角, 元, 百元, 千元, 万元.
        quantum: Name,
    },
    /// 自 发文日期 起施行［，不早于2019年1月1日］［；事件日期 早于 施行之日的，不予］［；有效期至2025年12月31日］
    InForce {
        /// The first and the last day, and which date is tested.
        validity: Validity,
        /// The earliest day that the document allows, whatever the fact says.
        earliest: Option<Earliest>,
        /// The date that is tested against the first day.
        event: Option<Name>,
    },
    /// 上限以内的数额 见 X［，超过的 无效］: the 核定 fact that decides every ceiling without one of its own.
    Ceiling {
        /// The fact.
        fact: Name,
        /// A decision above the ceiling is impossible input instead of being cut back.
        above_is_invalid: bool,
    },
    /// 限 C［，适用于 …］: a condition of every award.
    Scope(Scope),
    /// 对 C 的，不予支持［，适用于 …］: who gets nothing, whatever the award.
    Exclusion(Scope),
}

/// The earliest day that the document allows.
#[derive(Clone, Copy, Debug)]
pub struct Earliest {
    /// The day, included.
    pub date: Date,
}

/// What an earlier payment for the same key does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EarlierRule {
    /// 补足差额
    TopUp,
    /// 不予
    NoMore,
    /// 不抵扣
    NotDeducted,
}

/// Rounding to a whole number of units.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whole {
    /// 舍去
    Down,
    /// 四舍五入
    HalfUp,
    /// 进位
    Up,
}
