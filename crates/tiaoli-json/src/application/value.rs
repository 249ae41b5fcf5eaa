//! One value of one fact: known, absent or impossible; never a refusal.

use crate::node::Node;
use rust_decimal::Decimal;
use std::collections::BTreeMap;
use tiaoli_eval::application::Slot;
use tiaoli_eval::date::Date;
use tiaoli_eval::number::{MONEY_SCALE, rescale};
use tiaoli_eval::program::{Fact, Program, Ty, Value, Written};

/// Places of a percentage as written.
pub(crate) const PERCENT_PLACES: u8 = 4;
/// Places that a percentage adds as a share: 1％ = 0.01.
const PERCENT: u8 = 2;

/// The 标识 that an application names, each once.
#[derive(Debug, Default)]
pub(super) struct Keys {
    pub(super) texts: Vec<String>,
    places: BTreeMap<String, u32>,
}

impl Keys {
    /// The place of a text. Blanks around it are no part of who somebody is.
    pub(super) fn place(&mut self, text: &str) -> Option<u32> {
        let text = text.trim();
        if text.is_empty() {
            return None;
        }
        if let Some(place) = self.places.get(text) {
            return Some(*place);
        }
        let place = u32::try_from(self.texts.len()).ok()?;
        self.texts.push(text.to_owned());
        self.places.insert(text.to_owned(), place);
        Some(place)
    }
}

/// What `node` says of `fact`.
pub(super) fn slot(program: &Program, keys: &mut Keys, fact: &Fact, node: &Node) -> Slot {
    if *node == Node::Null {
        return Slot::Absent;
    }
    if fact.written == Written::Key {
        let Node::Text(text) = node else { return Slot::Impossible };
        return keys.place(text).map_or(Slot::Impossible, |place| Slot::Known(Value::Key(place)));
    }
    match known(program, fact, node) {
        Some(value) if possible(fact, value) => Slot::Known(value),
        _ => Slot::Impossible,
    }
}

fn known(program: &Program, fact: &Fact, node: &Node) -> Option<Value> {
    let number = |places, added| {
        let Node::Text(text) = node else { return None };
        let (digits, written) = decimal(text, places)?;
        Some(Value::Number(rescale(digits, written.checked_add(added)?, scale(fact)?)?))
    };
    match fact.written {
        Written::Boolean => match node {
            Node::Bool(it) => Some(Value::Truth(*it)),
            _ => None,
        },
        Written::Money => number(MONEY_SCALE, 0),
        Written::Percent => number(PERCENT_PLACES, PERCENT),
        Written::Decimal(places) => number(places, 0),
        Written::Whole => number(0, 0),
        Written::Year => Some(Value::Number(rescale(i128::from(year(node)?), 0, scale(fact)?)?)),
        Written::Date => Some(Value::Number(i128::from(date(node)?.days()))),
        Written::Member => {
            let (Node::Text(text), Ty::Member(id)) = (node, &fact.ty) else { return None };
            let member = program.enums.get(*id)?.members.iter().position(|member| member.is(text))?;
            Some(Value::Member(u8::try_from(member).ok()?))
        }
        // A list of objects has rows, not a value; a 标识 was read before.
        Written::Rows | Written::Key | Written::Payment(_) => None,
    }
}

fn possible(fact: &Fact, value: Value) -> bool {
    let Value::Number(value) = value else { return true };
    fact.least.is_none_or(|least| least <= value) && fact.greatest.is_none_or(|greatest| value <= greatest)
}

fn scale(fact: &Fact) -> Option<u8> {
    match fact.ty {
        Ty::Number { scale, .. } => Some(scale),
        Ty::Truth | Ty::Date | Ty::Member(_) | Ty::Key => None,
    }
}

/// The digits of a decimal with at most `places` places, and how many places are written: `"12.50"` is (1250, 2).
///
/// Digits with an optional fraction; no exponent, no sign, no blank. Written places count, zeros too.
pub(super) fn decimal(text: &str, places: u8) -> Option<(i128, u8)> {
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let plain = match text.split_once('.') {
        Some((whole, fraction)) => digits(whole) && digits(fraction) && fraction.len() <= usize::from(places),
        None => digits(text),
    };
    if !plain {
        return None;
    }
    let exact = Decimal::from_str_exact(text).ok()?;
    Some((exact.mantissa(), u8::try_from(exact.scale()).ok()?))
}

/// A calendar year: a whole number from 1 to 9999, not in quotes.
pub(super) fn year(node: &Node) -> Option<u16> {
    let Node::Number(text) = node else { return None };
    let plain = text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse().ok().filter(|year| plain && (1..=9999).contains(year))
}

/// A date as a text.
pub(super) fn date(node: &Node) -> Option<Date> {
    match node {
        Node::Text(text) => Date::parse(text),
        _ => None,
    }
}
