//! Items: the file and its top-level parts.

use super::allocation::Allocation;
use super::queue::QueueCase;
use super::settlement::{Settlement, SettlementSentence};
use super::{Award, Case, Condition, Entity, Id, Ladder, Name, Part, ReadingItem, Scope, Setting, Text};
use tiaoli_source::Span;

/// One file of a policy package.
#[derive(Clone, Debug, Default)]
pub struct File {
    /// The items in file order; a broken item is missing here and has its error in the problems.
    pub items: Vec<Item>,
}

/// A top-level part of a file.
#[derive(Clone, Debug)]
pub enum Item {
    /// 政策
    Policy(Policy),
    /// 等级
    Ladder(Ladder),
    /// 词汇
    Entity(Entity),
    /// 参数
    Parameter(super::Parameter),
    /// 参数 工作日
    Calendar(super::Calendar),
    /// 宣示
    Declaration(Declaration),
    /// 目标
    Target(Target),
    /// 权利
    Right(Right),
    /// 条款
    Article(Article),
    /// 定义
    Definition(super::Definition),
    /// 程序
    Procedure(super::Procedure),
    /// 结算
    Settlement(Settlement),
    /// 分配
    Allocation(Allocation),
    /// 读法
    Reading(ReadingItem),
    /// 算例 背景
    Setting(Setting),
    /// 算例
    Case(Case),
    /// 算例 分配
    QueueCase(QueueCase),
}

impl Item {
    /// The whole item.
    #[must_use]
    pub fn span(&self) -> Span {
        match self {
            Self::Policy(it) => it.span,
            Self::Ladder(it) => it.span,
            Self::Parameter(it) => it.span,
            Self::Calendar(it) => it.span,
            Self::Entity(it) => it.span,
            Self::Declaration(it) => it.span,
            Self::Target(it) => it.span,
            Self::Right(it) => it.span,
            Self::Article(it) => it.span,
            Self::Settlement(it) => it.span,
            Self::Reading(it) => it.span,
            Self::Setting(it) => it.span,
            Self::Case(it) => it.span,
            Self::Definition(it) => it.span,
            Self::Allocation(it) => it.span,
            Self::QueueCase(it) => it.span,
            Self::Procedure(it) => it.span,
        }
    }
}

/// `政策 “…” { 依据 “…”；本数 … 。}`: the head of a policy.
#[derive(Clone, Debug)]
pub struct Policy {
    /// The title; must be the document's own.
    pub title: Text,
    /// 又称: what other policies call it.
    pub also: Vec<Name>,
    /// 依据: instruments that the document names as its basis.
    pub bases: Vec<Text>,
    /// 本数: the bound words whose figure the document itself includes (true) or excludes (false);
    /// words that are not listed follow the Civil Code, article 1259.
    pub bounds: Vec<(super::BoundWord, bool, Span)>,
    /// 期间 当日计入: the first day of a period counts, against article 201 of the Civil Code.
    pub first_day_counts: bool,
    /// The whole item.
    pub span: Span,
}

/// `宣示 { 工作任务：2.1、2.3（2.3.5.b 除外）。 }`: clauses that award nothing.
#[derive(Clone, Debug)]
pub struct Declaration {
    /// Each line: its heading, the ids it names, and the ids it leaves out.
    pub lines: Vec<(Name, Vec<Id>, Vec<Id>)>,
    /// The whole item.
    pub span: Span,
}

/// `目标 1.2.b 到2023年 { … }`: figures that the document aims at. They award nothing.
#[derive(Clone, Debug)]
pub struct Target {
    /// The clause.
    pub id: Id,
    /// 到2023年: the year of the target, and the fact that says which year a claim asks about (`以 目标年 计`).
    pub year: u32,
    /// The fact that holds the year asked about.
    pub year_fact: Option<Name>,
    /// Each figure that must be reached.
    pub conditions: Vec<Condition>,
    /// The whole item.
    pub span: Span,
}

/// `权利 2.3.5.b { 享受 优先 “…”。 }`: a right without an article of its own.
#[derive(Clone, Debug)]
pub struct Right {
    /// The clause.
    pub id: Id,
    /// Its sentences, of the same kind as an article's.
    pub sentences: Vec<Sentence>,
    /// The whole item.
    pub span: Span,
}

/// `条款 3.3 “…” 每 平台 { … }`: one numbered article of the document.
#[derive(Clone, Debug)]
pub struct Article {
    /// The section of the document.
    pub id: Id,
    /// Its title; must be the document's heading.
    pub title: Option<Text>,
    /// 每 X: what one award attaches to, an entity or another name of one.
    pub per: Name,
    /// The sentences in order.
    pub sentences: Vec<Sentence>,
    /// The whole item.
    pub span: Span,
}

/// One sentence of an article, as long as a clause of the document.
#[derive(Clone, Debug)]
pub struct Sentence {
    /// The clause that it encodes.
    pub id: Id,
    /// What it says.
    pub kind: SentenceKind,
    /// 核对说明 “…”: answers to checks of the rule against the text, with their reasons.
    pub answers: Vec<Text>,
    /// The whole sentence.
    pub span: Span,
}

/// What a sentence of an article says.
#[derive(Clone, Debug)]
pub enum SentenceKind {
    /// 限 …: a condition of the article's other sentences.
    Scope(Scope),
    /// 对 … 的，给予 …: an award.
    Award(Award),
    /// 其中 …，最高不超过 …: a limit of the award before it.
    Part(Part),
    /// 对 … 的，不予支持: who gets nothing.
    Exclusion(Scope),
    /// 所称 …，是指 …: a name for what follows from facts.
    Meaning(super::Meaning),
    /// … 的，视为 …: a fact that counts as holding.
    Deeming(super::Deeming),
    /// 可与 3.1 叠加享受, 合计 每 企业 最高不超过 …: a sentence on several awards, as it may stand in 结算 too.
    Across(Box<SettlementSentence>),
}
