//! 算例: golden cases.

use super::{Date, Id, Name, Quantity, Text};
use tiaoli_source::Span;

/// `算例 背景 “默认”：…。`: facts that cases share; “默认” holds for every case.
#[derive(Clone, Debug)]
pub struct Setting {
    /// Its title.
    pub title: Text,
    /// What is given.
    pub givens: Vec<Given>,
    /// The whole item.
    pub span: Span,
}

/// `算例 3.3 “刚好500万元”：… ⇒ …。`, or with several projects in braces.
#[derive(Clone, Debug)]
pub struct Case {
    /// The clauses asked for.
    pub ids: Vec<Id>,
    /// What the case shows.
    pub title: Text,
    /// Whether a person stands for its results: 待确认 says that nobody does yet.
    pub confirmed: bool,
    /// The projects; a case without braces has one, without a name.
    pub projects: Vec<CaseProject>,
    /// Given for the application as a whole (only in a case with braces).
    pub givens: Vec<Given>,
    /// What must come out: first as the policy stands, then under other readings (`；按 A8-1 R2 ⇒ …`).
    pub outcomes: Vec<Outcome>,
    /// The whole item.
    pub span: Span,
}

/// `甲（3.9.c、3.3）：…。`
#[derive(Clone, Debug)]
pub struct CaseProject {
    /// Its name; `None` in a case without braces.
    pub name: Option<Name>,
    /// The clauses that this project asks for; empty = those of the case.
    pub ids: Vec<Id>,
    /// What is given.
    pub givens: Vec<Given>,
}

/// One thing given.
#[derive(Clone, Debug)]
pub struct Given {
    /// What.
    pub kind: GivenKind,
    /// Where it stands.
    pub span: Span,
}

/// What can be given.
#[derive(Clone, Debug)]
pub enum GivenKind {
    /// 同上: everything of the case before, then changed.
    Same,
    /// “…”: a 背景.
    Setting(Text),
    /// A bare name: the fact holds.
    Holds(Name),
    /// 非 X
    Not(Name),
    /// X 未知
    Unknown(Name),
    /// X v［、v］
    Is(Name, Vec<Value>),
    /// X 无: a list known to be empty.
    Empty(Name),
    /// X 不全: a list that may have more rows than those given.
    Incomplete(Name),
    /// 员工 3名（…）、甲（…）: the rows of a list.
    Rows(Name, Vec<GivenRows>),
    /// 评定日期 2021年6月30日
    AsOf(Date),
    /// 视同已施行 / 非 视同已施行
    AssumeInForce(bool),
    /// 已获 3.9.c 40万元 2021年 区级
    Earlier(Earlier),
}

/// Equal rows of a list, or one with a name.
#[derive(Clone, Debug)]
pub struct GivenRows {
    /// How many.
    pub count: Option<Quantity>,
    /// Its name in this case.
    pub name: Option<Name>,
    /// What is given of each.
    pub givens: Vec<Given>,
    /// Where they stand.
    pub span: Span,
}

/// A row of a list, in a result.
#[derive(Clone, Debug)]
pub struct RowOf {
    /// The list: 员工.
    pub list: Name,
    /// Its name in the case; `None` where it is numbered.
    pub name: Option<Name>,
    /// 第2名: its number.
    pub number: Option<Quantity>,
}

/// An earlier payment.
#[derive(Clone, Debug)]
pub struct Earlier {
    /// 本项目 or a project's name; `None` = 另一项目, one that is not in the application.
    pub project: Option<Name>,
    /// The clause, or a text for another policy.
    pub clause: Text,
    /// How much.
    pub amount: Quantity,
    /// The year it counts in.
    pub year: u32,
    /// The level of the funds; `None` where the policy speaks of none.
    pub level: Option<Name>,
    /// 基础资助: a base grant of an upper level.
    pub base_grant: bool,
}

/// One value given.
#[derive(Clone, Debug)]
pub struct Value {
    /// What.
    pub kind: ValueKind,
    /// Where it stands.
    pub span: Span,
}

/// What a value can be.
#[derive(Clone, Debug)]
pub enum ValueKind {
    /// A figure.
    Quantity(Quantity),
    /// A date.
    Date(Date),
    /// A member of an enumeration.
    Name(Name),
    /// “…”: exactly as an application would write it, so that impossible input can be shown.
    Raw(Text),
    /// 未知 as one item of a list.
    Unknown,
}

/// What must come out under some readings.
#[derive(Clone, Debug)]
pub struct Outcome {
    /// 按 A8-1 R2: readings other than the chosen ones.
    pub readings: Vec<(Name, Name)>,
    /// What must come out.
    pub expected: Vec<Expected>,
}

/// One thing that must come out.
#[derive(Clone, Debug)]
pub struct Expected {
    /// The project, where there are several.
    pub project: Option<Name>,
    /// The clause; `None` = the only one asked for.
    pub clause: Option<Id>,
    /// The row of a list; `None` = the claim as a whole.
    pub row: Option<RowOf>,
    /// 可
    pub power: bool,
    /// What.
    pub kind: ExpectedKind,
    /// Where it stands.
    pub span: Span,
}

/// What can come out.
#[derive(Clone, Debug)]
pub enum ExpectedKind {
    /// 150万元
    Sum(Quantity),
    /// 不超过2000万元
    UpTo(Quantity),
    /// 8万元至12万元 (a range that somebody decides in)
    Range(Quantity, Quantity),
    /// 待定 0元至300万元，缺 良好成效 / 待定 1元以上，缺 …
    Pending {
        /// The least.
        low: Quantity,
        /// The most; `None` = open.
        high: Option<Quantity>,
        /// 缺: what is missing.
        lacks: Vec<Name>,
        /// 未规定: the document itself is silent here.
        unruled: bool,
    },
    /// 不予，因 实际投入
    None(Vec<Name>),
    /// 无效，因 实际投入
    Invalid(Vec<Name>),
    /// 另按 “…”
    Document(Text),
    /// 一事一议
    CaseByCase,
    /// 权利 “…”
    Right(Text),
    /// 数额未定
    Unquantified,
    /// A value shown under the claim: 新增贡献70万元; 新增贡献 未知.
    Shown(Name, Option<Quantity>),
    /// 超限核减: the decided sum was cut back.
    Clamped,
    /// 目标 达成 / 未达成 / 未知
    Target(Option<bool>),
    /// 应付150万元 / 应付0元至80万元 / 应付50万元以上: guaranteed and maximum.
    Payable(Quantity, Option<Quantity>),
    /// 支付149999.99元: likewise, as it is paid after rounding.
    Paid(Quantity, Option<Quantity>),
    /// 合计100万元 / 合计0元至80万元
    Total(Quantity, Option<Quantity>),
    /// 选 3.3: the clause chosen (in the maximum).
    Chosen(Id),
    /// 追回10万元
    Recovery(Quantity),
    /// 抵扣后 应付10万元: guaranteed and maximum.
    NetPayable(Quantity, Option<Quantity>),
    /// 抵扣后 追回10万元: least and greatest.
    NetRecovery(Quantity, Option<Quantity>),
    /// 20万元 “创新券” / 不超过500万元 “贷款额度”
    InKind {
        /// A ceiling.
        most: bool,
        /// How much.
        quantity: Quantity,
        /// Of what.
        of: Text,
    },
    /// 分期 第1年4万元、第2年3万元、第3年3万元
    Plan(Vec<(Text, Quantity)>),
    /// 拨付给 承接方 / 拨付给 发布方6万元、承接方4万元
    Payees(Vec<(Name, Option<Quantity>)>),
    /// 承担 市级6万元、区级4万元
    Payers(Vec<(Name, Option<Quantity>)>),
}
