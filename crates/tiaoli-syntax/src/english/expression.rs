//! Expressions.

use super::condition::condition;
use super::literal::{date, ids, quantity};
use super::names::Names;
use super::time;
use crate::ast::{Expression, ExpressionKind, First, FoldWord, Operator, Tied, Whose};

pub(super) fn expression(names: &Names, it: &Expression) -> String {
    match &it.kind {
        ExpressionKind::Quantity(it) => quantity(it),
        ExpressionKind::Date(it) => date(it),
        ExpressionKind::History { whose, ids: of, year } => {
            let whose = match whose {
                Whose::Applicant => "the applicant",
                Whose::Project => "this project",
                Whose::Row => "this one",
            };
            let year = year.as_ref().map(|it| format!(" in the year of {}", names.name(it))).unwrap_or_default();
            format!("what {whose} has received under {}{year}", ids(of))
        }
        ExpressionKind::FoldOr(word, of, otherwise) => {
            format!("{} {} ({} where there is none)", fold(*word), operand(names, of), expression(names, otherwise))
        }
        ExpressionKind::Distinct { of, by, .. } => {
            let by = by.as_ref().map(|it| format!(" by {}", names.name(it))).unwrap_or_default();
            format!("the number of different {}{by}", operand(names, of))
        }
        ExpressionKind::Taken(of, which) => format!("{} of {}", first(names, which), operand(names, of)),
        ExpressionKind::AmountOf(id) => format!("the sum of {}", id.text),
        ExpressionKind::PaidOut(of) => format!("what was paid before under {}", ids(of)),
        ExpressionKind::Name(it) => names.name(it),
        ExpressionKind::Binary(operator, left, right) => {
            format!("{} {} {}", operand(names, left), sign(*operator), operand(names, right))
        }
        ExpressionKind::Share(of, rate) => format!("{} of {}", quantity(rate), operand(names, of)),
        ExpressionKind::SumRange(low, high) => format!("{} to {}", quantity(low), quantity(high)),
        ExpressionKind::ShareRange(of, low, high) => {
            format!("{} to {} of {}", quantity(low), quantity(high), operand(names, of))
        }
        ExpressionKind::Fold(word, of) => format!("{} {}", fold(*word), operand(names, of)),
        ExpressionKind::Extreme { greatest, of } => {
            let which = if *greatest { "the greater of" } else { "the lesser of" };
            let of: Vec<String> = of.iter().map(|it| operand(names, it)).collect();
            format!("{which} {}", of.join(" and "))
        }
        ExpressionKind::Excess { of, over, each } => {
            let each = if *each { "item by item, " } else { "" };
            format!("{each}the part of {} in excess of {}", operand(names, of), operand(names, over))
        }
        ExpressionKind::Rounded(of, how) => time::rounded(names, of, how),
        ExpressionKind::PerFull(of, each) => format!("{} for each full {}", operand(names, of), quantity(each)),
        ExpressionKind::AsOf => "the date of evaluation".to_owned(),
        ExpressionKind::Dated(of, on) => format!("{} on {}", names.name(of), operand(names, on)),
        ExpressionKind::Moved { from, by, back } => time::moved(names, from, by, *back),
        ExpressionKind::Elapsed { from, to, counted } => time::elapsed(names, from, to, counted.as_ref()),
        ExpressionKind::Versus(how, of, base) => time::versus(names, *how, of, base),
        ExpressionKind::YearOf(of) => format!("the year of {}", operand(names, of)),
        ExpressionKind::Filtered(rows, which) => format!("{} for which {}", names.name(rows), condition(names, which)),
    }
}

/// An expression inside another.
pub(super) fn operand(names: &Names, it: &Expression) -> String {
    let said = expression(names, it);
    match &it.kind {
        ExpressionKind::Quantity(_) | ExpressionKind::Date(_) | ExpressionKind::Name(_) | ExpressionKind::AsOf => said,
        ExpressionKind::Binary(..)
        | ExpressionKind::Share(..)
        | ExpressionKind::ShareRange(..)
        | ExpressionKind::SumRange(..)
        | ExpressionKind::Fold(..)
        | ExpressionKind::FoldOr(..)
        | ExpressionKind::History { .. }
        | ExpressionKind::Distinct { .. }
        | ExpressionKind::Taken(..)
        | ExpressionKind::Extreme { .. }
        | ExpressionKind::Excess { .. }
        | ExpressionKind::Rounded(..)
        | ExpressionKind::PerFull(..)
        | ExpressionKind::Dated(..)
        | ExpressionKind::Moved { .. }
        | ExpressionKind::Elapsed { .. }
        | ExpressionKind::Versus(..)
        | ExpressionKind::YearOf(..)
        | ExpressionKind::Filtered(..)
        | ExpressionKind::AmountOf(_)
        | ExpressionKind::PaidOut(_) => format!("({said})"),
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

/// The first 10 by salary, the greatest first.
pub(super) fn first(names: &Names, it: &First) -> String {
    let order = it.order.as_ref().map(|(key, descending)| {
        let which = if *descending { "greatest" } else { "least" };
        format!(" by {}, the {which} first", names.name(key))
    });
    let tied = match it.tied {
        Some(Tied::In) => ", all that tie",
        Some(Tied::Out) => ", none that tie",
        Some(Tied::Listed) => ", ties in the order of the list",
        None => "",
    };
    format!("the first {}{}{tied}", it.count.digits, order.unwrap_or_default())
}

fn fold(word: FoldWord) -> &'static str {
    match word {
        FoldWord::Sum => "the sum of",
        FoldWord::Greatest => "the greatest of",
        FoldWord::Least => "the least of",
        FoldWord::Count | FoldWord::CountIn(_) => "the number of",
    }
}
