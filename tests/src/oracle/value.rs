//! What one fact says: nothing, something, or something impossible.

use serde_json::Value as Json;

use super::dictionary::Type;
use super::figure::{self, Figure};

/// A value of a fact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Value {
    Truth(bool),
    Word(&'static str),
    Words(Vec<&'static str>),
    Figure(Figure),
    Figures(Vec<Figure>),
    Year(i64),
    /// A date as it is written, which is in order of time.
    Date(String),
}

/// What an application says about one fact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Said {
    Unknown,
    Known(Value),
    Impossible,
}

/// Reads what is written for a fact of this type.
pub(crate) fn read(kind: Type, json: Option<&Json>) -> Said {
    let Some(json) = json.filter(|json| !json.is_null()) else {
        return Said::Unknown;
    };
    match value(kind, json) {
        Some(value) => Said::Known(value),
        None => Said::Impossible,
    }
}

/// Every answer that an unknown fact of this type could have, figures at their extremes and at the thresholds of the text.
pub(crate) fn answers(alias: &str, kind: Type) -> Vec<Value> {
    match kind {
        Type::Truth => vec![Value::Truth(false), Value::Truth(true)],
        // A missing role may be no role at all (the dictionary lists two, and says that missing is missing).
        Type::Word(_) if alias == "role" => ["lead", "participate", "neither"].map(Value::Word).to_vec(),
        Type::Word(words) => words.iter().copied().map(Value::Word).collect(),
        Type::Words(words) => (0..1_usize << words.len())
            .map(|set| (0..words.len()).filter(|at| set >> at & 1 == 1).map(|at| words[at]).collect())
            .map(Value::Words)
            .collect(),
        Type::Money => money().into_iter().map(Value::Figure).collect(),
        Type::Moneys(_) => {
            let mut lists = vec![Value::Figures(Vec::new())];
            lists.extend(money().into_iter().map(|one| Value::Figures(vec![one])));
            lists
        }
        Type::Share => [0, 30, 50, 100].map(|n| Value::Figure(figure::whole(n))).to_vec(),
        Type::Whole(from) => (from..from + 5).map(|n| Value::Figure(figure::whole(n))).collect(),
        Type::Area | Type::Year | Type::Date => panic!("{alias} is never asked for by itself"),
    }
}

/// A date that is in the calendar, written `2021-06-30`.
pub(crate) fn date(text: &str) -> Option<String> {
    let parts: Vec<&str> = text.split('-').collect();
    let [year, month, day] = parts.as_slice() else {
        return None;
    };
    let number = |part: &str, digits: usize| -> Option<u32> {
        (part.len() == digits && part.bytes().all(|byte| byte.is_ascii_digit())).then(|| part.parse().ok())?
    };
    let (year, month, day) = (number(year, 4)?, number(month, 2)?, number(day, 2)?);
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let days = match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => return None,
    };
    (1..=days).contains(&day).then(|| text.to_owned())
}

fn value(kind: Type, json: &Json) -> Option<Value> {
    match kind {
        Type::Truth => json.as_bool().map(Value::Truth),
        Type::Word(words) => word(words, json).map(Value::Word),
        Type::Words(words) => {
            let members: Option<Vec<_>> = json.as_array()?.iter().map(|member| word(words, member)).collect();
            members.map(Value::Words)
        }
        Type::Money | Type::Area => figure::read(json.as_str()?, 2).map(Value::Figure),
        Type::Moneys(most) => {
            let list = json.as_array()?;
            if most.is_some_and(|most| list.len() > most) {
                return None;
            }
            let members: Option<Vec<_>> = list.iter().map(|member| figure::read(member.as_str()?, 2)).collect();
            members.map(Value::Figures)
        }
        Type::Share => {
            let share = figure::read(json.as_str()?, 4)?;
            (share <= figure::whole(100)).then_some(Value::Figure(share))
        }
        Type::Whole(from) => {
            let number = figure::read(json.as_str()?, 0)?;
            (number >= figure::whole(from)).then_some(Value::Figure(number))
        }
        Type::Year => json.as_i64().map(Value::Year),
        Type::Date => date(json.as_str()?).map(Value::Date),
    }
}

fn word(words: &'static [&'static str], json: &Json) -> Option<&'static str> {
    let text = json.as_str()?;
    words.iter().copied().find(|word| *word == text)
}

fn money() -> Vec<Figure> {
    vec![Figure::zero(), figure::wan(500), figure::wan(1000), Figure::Unbounded]
}
