//! Values of steps in words.

use crate::statement::Words;
use tiaoli::claim::{Cell, Range, Truth};
use tiaoli::date::Date;
use tiaoli::number::{group, print, rescale};
use tiaoli::program::{EnumId, MemberSet, Ty, Unit};

/// A value, known so far.
pub(super) fn value(words: &Words<'_>, ty: &Ty, cell: Cell) -> String {
    match (cell, ty) {
        (Cell::Truth(truth), _) => truth_word(words, truth).to_owned(),
        (Cell::Member(set), Ty::Member(id)) if is_any(words, *id, set) => words.say("未知", "unknown").to_owned(),
        (Cell::Member(set), Ty::Member(id)) => members(words, *id, set),
        (Cell::Number(range), ty) => match range.as_point() {
            Some(point) => number(words, ty, point),
            None => between(words, ty, range),
        },
        (Cell::Member(_), _) => words.say("未知", "unknown").to_owned(),
        (Cell::Key(Some(_)), _) => words.say("已知", "known").to_owned(),
        (Cell::Key(None), _) => words.say("未知", "unknown").to_owned(),
        (Cell::TooLarge, _) => words.say("数太大", "too large").to_owned(),
    }
}

fn truth_word(words: &Words<'_>, truth: Truth) -> &'static str {
    let (zh, en) = match truth {
        Truth::True => ("是", "yes"),
        Truth::False => ("否", "no"),
        Truth::Unknown => ("未知", "unknown"),
    };
    crate::surroundings::say(words.lang, zh, en)
}

fn between(words: &Words<'_>, ty: &Ty, range: Range) -> String {
    let end = |end: i128| number(words, ty, end);
    let unknown = words.say("未知", "unknown");
    match (range.low, range.high) {
        (None, None) => unknown.to_owned(),
        (Some(low), None) => format!("{unknown}{}{}", words.say("，不少于 ", ", at least "), end(low)),
        (None, Some(high)) => format!("{unknown}{}{}", words.say("，不多于 ", ", at most "), end(high)),
        (Some(low), Some(high)) => {
            format!("{unknown}{}{}{}{}", words.say("，在 ", ", from "), end(low), words.say(" 至 ", " to "), end(high))
                + words.say(" 之间", "")
        }
    }
}

/// A number with its unit, or a date.
pub(super) fn number(words: &Words<'_>, ty: &Ty, value: i128) -> String {
    match ty {
        Ty::Date => i32::try_from(value)
            .ok()
            .and_then(Date::from_days)
            .map_or_else(|| value.to_string(), |date| date.to_string()),
        Ty::Number { unit, scale } if *unit == Unit::yuan() => {
            format!("{}{}", group(&print(value, *scale, 2)), words.say("元", " yuan"))
        }
        Ty::Number { unit, scale } if unit.bases().is_empty() && *scale > 0 => percent(value, *scale),
        Ty::Number { unit, scale } if unit.to_string() == "年" => print(value, *scale, 0),
        Ty::Number { unit, scale } => format!("{}{unit}", group(&print(value, *scale, 0))),
        Ty::Truth | Ty::Member(_) | Ty::Key => value.to_string(),
    }
}

/// Members of a list: 国家级、省级.
pub(super) fn members(words: &Words<'_>, id: EnumId, set: MemberSet) -> String {
    let Some(of) = words.program.enums.get(id) else { return String::new() };
    let name = |member: u8| {
        of.members.get(usize::from(member)).map(|name| match words.lang {
            tiaoli::Lang::Zh => name.zh.as_str(),
            tiaoli::Lang::En => name.alias.as_str(),
        })
    };
    set.members().filter_map(name).collect::<Vec<_>>().join(words.say("、", ", "))
}

/// Whether it can be any member of a list of several.
fn is_any(words: &Words<'_>, id: EnumId, set: MemberSet) -> bool {
    words.program.enums.get(id).is_some_and(|it| it.members.len() > 1 && set == MemberSet::first(it.members.len()))
}

/// A share as documents write it: 30％.
fn percent(value: i128, scale: u8) -> String {
    let places = scale.max(2);
    match rescale(value, scale, places) {
        Some(value) => format!("{}％", print(value, places.saturating_sub(2), 0)),
        None => print(value, scale, 0),
    }
}
