//! 读法: the register of ambiguities.

use super::{Id, Name, Sentence, SettlementSentence, Text};
use tiaoli_source::Span;

/// `读法 A1-1 “问” 关于 3.1.b { 采用 R1 “…” 因 “…”。 另解 R2 “…” 改为 …。 }`
#[derive(Clone, Debug)]
pub struct ReadingItem {
    /// `A1-1`
    pub id: Name,
    /// The question.
    pub question: Text,
    /// 关于: the clauses whose results rest on it.
    pub about: Vec<Id>,
    /// 采用: the reading that holds unless another is asked for, and why.
    pub chosen: ReadingOption,
    /// 因 “…”
    pub reason: Text,
    /// 另解
    pub others: Vec<ReadingOption>,
    /// The whole item.
    pub span: Span,
}

/// One reading.
#[derive(Clone, Debug)]
pub struct ReadingOption {
    /// `R2`
    pub id: Name,
    /// What it holds, in words.
    pub words: Text,
    /// What it changes.
    pub choice: Choice,
    /// The whole option.
    pub span: Span,
}

/// What a reading changes.
#[derive(Clone, Debug)]
pub enum Choice {
    /// The chosen one: nothing.
    AsWritten,
    /// 改为 …: these sentences stand instead of those of the same clause and kind.
    Instead(Vec<Replacement>),
    /// 结果相同 “…”: it gives the same sums.
    Same(Text),
    /// 不计算，缺 “…”: it cannot be computed; the fact that is lacking.
    NotComputed(Text),
}

/// A sentence of another reading.
#[derive(Clone, Debug)]
#[expect(clippy::large_enum_variant, reason = "a register holds a few of them, and a match without boxes reads better")]
pub enum Replacement {
    /// A sentence of an article.
    Sentence(Sentence),
    /// A sentence of the settlement.
    Settlement(SettlementSentence),
}
