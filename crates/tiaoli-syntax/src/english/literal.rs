//! Ids, figures and dates.

use super::words::unit;
use crate::ast::{Date, Elsewhere, Id, Quantity, Unit};

pub(super) fn ids(ids: &[Id]) -> String {
    super::list(ids.iter().map(id), "and")
}

/// `2.1`, or `2.1 of “5050计划”`
pub(super) fn id(id: &Id) -> String {
    match id.text.rsplit_once(' ') {
        Some((title, id)) => format!("{id} of “{title}”"),
        None => id.text.clone(),
    }
}

/// `2.1 of “5050计划”`
pub(super) fn elsewhere(it: &Elsewhere) -> String {
    let title = format!("“{}”", it.title.text);
    if it.ids.is_empty() { title } else { format!("{} of {title}", ids(&it.ids)) }
}

/// `2021-06-30`
pub(super) fn date(date: &Date) -> String {
    format!("{:04}-{:02}-{:02}", date.year, date.month, date.day)
}

/// `CNY 5,000,000`, `30%`, `CNY 30 per m² per month`, `10 entities`.
pub(super) fn quantity(quantity: &Quantity) -> String {
    let figure = figure(&quantity.digits, quantity.zeros);
    let Some(Unit { first, per }) = &quantity.unit else {
        return figure;
    };
    let one = figure == "1";
    let mut said = match (first.as_str(), unit(first)) {
        ("元", _) => format!("CNY {figure}"),
        ("％" | "‰", sign) => format!("{figure}{sign}"),
        // 2023年 is a year, 3年 are three
        ("年", _) if quantity.digits.len() == 4 && quantity.zeros == 0 => quantity.digits.clone(),
        ("位", _) => format!("place {figure}"),
        ("个", _) => figure,
        (_, unit) => format!("{figure} {}", if one { singular(unit) } else { unit }),
    };
    for word in per {
        said.push_str(" per ");
        said.push_str(singular(unit(word)));
    }
    said
}

pub(super) fn singular(unit: &str) -> &str {
    match unit {
        "entities" => "entity",
        "people" => "person",
        "boxes" => "box",
        _ => unit.strip_suffix('s').unwrap_or(unit),
    }
}

/// The figure alone, as after `the first`.
pub(super) fn bare(quantity: &Quantity) -> String {
    figure(&quantity.digits, quantity.zeros)
}

/// Digits with as many zeros more, in groups of three.
fn figure(digits: &str, zeros: u32) -> String {
    let (whole, part) = digits.split_once('.').unwrap_or((digits, ""));
    let zeros = zeros as usize;
    let moved: String = part.chars().chain(std::iter::repeat('0')).take(zeros).collect();
    let left: String = part.chars().skip(zeros).collect();
    let whole = format!("{whole}{moved}");
    let whole = match whole.trim_start_matches('0') {
        "" => "0",
        rest => rest,
    };
    let mut grouped = String::new();
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    if left.is_empty() { grouped } else { format!("{grouped}.{left}") }
}

#[cfg(test)]
mod tests {
    use super::figure;

    #[test]
    fn figures_are_written_out() {
        for (digits, zeros, said) in [
            ("500", 4, "5,000,000"),
            ("0.5", 8, "50,000,000"),
            ("4999999.99", 0, "4,999,999.99"),
            ("1.23456", 4, "12,345.6"),
            ("0", 4, "0"),
            ("30", 0, "30"),
            ("1000", 0, "1,000"),
        ] {
            assert_eq!(figure(digits, zeros), said);
        }
    }
}
