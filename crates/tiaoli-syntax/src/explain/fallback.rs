//! What is said when no known slip fits: what stands there, and what could.

use super::scan::Sort;
use super::{Case, Description, at, describe};
use crate::keywords::keywords;
use tiaoli_source::{Code, Diagnostic, Value, suggest};

/// At most this many possibilities are named.
const MOST: usize = 8;

pub(crate) fn unexpected(case: &Case<'_>) -> Diagnostic {
    let (span, found) = match case.here() {
        Some(token) => {
            (case.token_span(token), Value::said(format!("「{}」", token.text), format!("`{}`", token.text)))
        }
        None => {
            let end = case.words.len();
            let last = case.words.char_indices().next_back().map_or(0, |(at, _)| at);
            (case.span(last, end), Value::said("末尾", "the end"))
        }
    };
    let (mut zh, mut en) = (Vec::new(), Vec::new());
    for rule in &case.expected {
        let (in_zh, in_en) = match describe(*rule) {
            Description::Word(it) | Description::Kept(it) => (format!("「{it}」"), format!("`{it}`")),
            Description::Part(in_zh, in_en) => (in_zh.to_owned(), in_en.to_owned()),
            Description::Inner => continue,
        };
        if !zh.contains(&in_zh) && zh.len() < MOST {
            zh.push(in_zh);
            en.push(in_en);
        }
    }
    let expected = match (zh.is_empty(), near(case)) {
        (_, Some(word)) => Value::said(format!("是否想写「{word}」？"), format!("did you mean `{word}`?")),
        (true, None) => Value::said("检查这一处前后的标点和用词", "look at the marks and words around this place"),
        (false, None) => {
            Value::said(format!("这里可以写：{}", zh.join("、")), format!("what can stand here: {}", en.join(", ")))
        }
    };
    at(Code::UNEXPECTED, span).arg("found", found).arg("help", expected)
}

/// A word that is spelled almost like the one that stands here, and with which the part reads further.
fn near(case: &Case<'_>) -> Option<&'static str> {
    let here = case.here().filter(|token| token.sort == Sort::Word)?;
    let possible = case.expected.iter().filter_map(|rule| match describe(*rule) {
        Description::Word(it) | Description::Kept(it) => Some(it),
        Description::Part(..) | Description::Inner => None,
    });
    let any = keywords().iter().map(|it| it.word);
    [suggest(here.text, possible), suggest(here.text, any)]
        .into_iter()
        .flatten()
        .filter(|word| *word != here.text)
        .find(|word| case.reads_to(&case.with(here.start, here.end(), word)) > here.start)
}
