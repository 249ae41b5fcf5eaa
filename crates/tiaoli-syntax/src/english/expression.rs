//! Expressions.

use super::condition::condition;
use super::literal::{date, quantity};
use super::names::Names;
use crate::ast::{Expression, ExpressionKind, FoldWord, Operator};

pub(super) fn expression(names: &Names, it: &Expression) -> String {
    match &it.kind {
        ExpressionKind::Quantity(it) => quantity(it),
        ExpressionKind::Date(it) => date(it),
        ExpressionKind::Name(it) => names.name(it),
        ExpressionKind::Binary(operator, left, right) => {
            format!("{} {} {}", operand(names, left), sign(*operator), operand(names, right))
        }
        ExpressionKind::Share(of, rate) => format!("{} of {}", quantity(rate), operand(names, of)),
        ExpressionKind::ShareRange(of, low, high) => {
            format!("{} to {} of {}", quantity(low), quantity(high), operand(names, of))
        }
        ExpressionKind::Fold(word, of) => format!("{} {}", fold(*word), operand(names, of)),
        ExpressionKind::Excess { of, over, each } => {
            let each = if *each { "item by item, " } else { "" };
            format!("{each}the part of {} in excess of {}", operand(names, of), operand(names, over))
        }
        ExpressionKind::Filtered(rows, which) => format!("{} for which {}", names.name(rows), condition(names, which)),
    }
}

/// An expression inside another.
fn operand(names: &Names, it: &Expression) -> String {
    let said = expression(names, it);
    match &it.kind {
        ExpressionKind::Quantity(_) | ExpressionKind::Date(_) | ExpressionKind::Name(_) => said,
        ExpressionKind::Binary(..)
        | ExpressionKind::Share(..)
        | ExpressionKind::ShareRange(..)
        | ExpressionKind::Fold(..)
        | ExpressionKind::Excess { .. }
        | ExpressionKind::Filtered(..) => format!("({said})"),
    }
}

fn sign(operator: Operator) -> &'static str {
    match operator {
        Operator::Add => "plus",
        Operator::Subtract => "minus",
        Operator::Multiply => "×",
        Operator::Divide => "÷",
    }
}

fn fold(word: FoldWord) -> &'static str {
    match word {
        FoldWord::Sum => "the sum of",
        FoldWord::Greatest => "the greatest of",
        FoldWord::Least => "the least of",
        FoldWord::Count | FoldWord::CountIn(_) => "the number of",
    }
}
