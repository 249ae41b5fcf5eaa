//! From what the grammar read to the tree. One file for each section of the grammar; one function for each rule that
//! makes a node.

mod allocation;
mod award;
mod calendar;
mod case;
mod condition;
mod cursor;
mod definition;
mod expression;
mod extreme;
mod grant;
mod item;
mod literal;
mod modifier;
mod payout;
mod procedure;
mod queue;
mod reading;
mod rivalry;
mod settlement;
mod time;
mod vocabulary;

pub(crate) use cursor::{Built, Children, Node, Stop};
pub(crate) use item::item;
pub(crate) use literal::even_quotes;

use crate::ast::Quantity;
use crate::skeleton::Skeleton;
use tiaoli_source::{Code, Diagnostic, FileId, Problems, Span};

/// What every builder function needs: the text that is read, and where problems go.
pub(crate) struct Builder<'t> {
    pub(crate) file: FileId,
    pub(crate) text: &'t str,
    pub(crate) skeleton: &'t Skeleton,
    pub(crate) problems: &'t mut Problems,
    /// Broken parts inside blocks, to be explained once the item is built: the rule they should have been.
    pub(crate) junk: Vec<(Junk, usize, usize)>,
}

/// What a broken part inside a block should have been.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Junk {
    /// A fact of a vocabulary.
    Fact,
    /// A sentence of an article.
    Sentence,
    /// A sentence of a right, which may leave out its clause id.
    Right,
    /// A step of a procedure.
    Procedure,
    /// A sentence of the settlement.
    Settlement,
    /// A line of an allocation.
    Allocation,
    /// An option of a reading.
    Choice,
}

impl Builder<'_> {
    /// Where a node stands, without the blanks and comments that the grammar skipped behind it.
    pub(crate) fn span(&self, node: &Node<'_>) -> Span {
        let end = self.skeleton.trim_end(self.text, node.start(), node.rough_end());
        Span::new(self.file, node.start(), end)
    }

    pub(crate) fn report(&mut self, code: Code, span: Span) {
        self.problems.push(Diagnostic::new(code).at(span));
    }

    /// Reports a mistake after which the part that holds it cannot be built.
    pub(crate) fn stop(&mut self, code: Code, span: Span) -> Stop {
        self.report(code, span);
        Stop::Reported
    }

    /// The words at a place.
    pub(crate) fn words(&self, span: Span) -> &str {
        self.text.get(span.range()).unwrap_or("")
    }

    /// The words at a place, without blanks and comments.
    pub(crate) fn bare_words(&self, span: Span) -> String {
        let (start, end) = (span.range().start, span.range().end);
        let comments = self.skeleton.comments().iter().filter(|(from, to)| *from >= start && *to <= end);
        let mut words = String::new();
        let mut at = start;
        for (from, to) in comments.copied().chain([(end, end)]) {
            words.extend(self.text.get(at..from).unwrap_or("").split_whitespace());
            at = to;
        }
        words
    }

    /// Reports a figure that must have a unit and has none.
    pub(crate) fn needs_unit(&mut self, figure: &Quantity, unit: &str) {
        if figure.unit.is_none() {
            let problem = Diagnostic::new(Code::MISSING_UNIT).at(figure.span);
            let offer = format!("{}{unit}", figure.digits);
            self.problems.push(problem.arg("figure", &figure.digits).arg("offer", offer));
        }
    }

    /// Builds a part of a block. One with a mistake is left out, and the block goes on without it.
    pub(crate) fn part<'n, T>(
        &mut self,
        node: Node<'n>,
        build: impl FnOnce(&mut Self, Node<'n>) -> Built<T>,
    ) -> Built<Option<T>> {
        match build(self, node) {
            Ok(part) => Ok(Some(part)),
            Err(Stop::Reported) => Ok(None),
            Err(drift) => Err(drift),
        }
    }

    /// Reports a block without its closing brace, at its first line.
    pub(crate) fn unclosed(&mut self, item: Span) {
        let head = self.words(item).lines().next().unwrap_or("").trim_end();
        let head = Span::new(item.file, item.start as usize, item.start as usize + head.len());
        let problem = Diagnostic::new(Code::UNCLOSED_BLOCK).at(head);
        self.problems.push(problem.arg("close", "}"));
    }

    /// Notes a broken part of a block; the item goes on without it.
    pub(crate) fn broken(&mut self, what: Junk, node: &Node<'_>) {
        self.junk.push((what, node.start(), node.rough_end()));
    }
}
