//! The slips that writers make, each with its own message. A slip that is tried earlier explains more.

use super::scan::Sort;
use super::{Broken, Case, at, figure_in_numerals, split};
use crate::build::Junk;
use crate::grammar::Rule;
use crate::keywords::ITEMS;
use tiaoli_source::{Code, Diagnostic, Value, suggest};

type Slip = fn(&Case<'_>) -> Option<Diagnostic>;

pub(crate) const ALL: &[Slip] = &[
    open_quote,
    stray_closing_brace,
    unknown_item,
    dropped_mark,
    open_bracket,
    missing_kind,
    missing_clause_id,
    missing_stop,
    missing_unit,
    figure_in_words,
    unpaired_respectively,
    two_grants,
    joined_by_comma,
    glued_word,
    earlier_payment,
    not_computed,
    sum_not_said,
];

/// How many spellings are tried.
const MOST_TRIED: usize = 60;

/// A quotation mark without its partner on the same line.
fn open_quote(case: &Case<'_>) -> Option<Diagnostic> {
    let quote = (case.tokens.iter()).find(|token| token.sort == Sort::LoneQuote)?;
    Some(at(Code::OPEN_QUOTE, case.token_span(quote)))
}

/// `}` where no block is open.
fn stray_closing_brace(case: &Case<'_>) -> Option<Diagnostic> {
    let first = case.tokens.first()?;
    (case.broken == Broken::Item && matches!(first.text, "}" | "｝"))
        .then(|| at(Code::STRAY_CLOSE, case.token_span(first)).arg("close", first.text))
}

/// An item must begin with one of the ten words.
fn unknown_item(case: &Case<'_>) -> Option<Diagnostic> {
    let first = case.tokens.first()?;
    if case.broken != Broken::Item || ITEMS.contains(&first.text) {
        return None;
    }
    let glued =
        ITEMS.iter().find(|item| first.sort == Sort::Word && first.text.starts_with(**item) && first.text != **item);
    let help = match (glued, suggest(first.text, ITEMS)) {
        (Some(item), _) => Value::said(format!("「{item}」后面要空一格"), format!("put a blank after `{item}`")),
        (None, Some(item)) => Value::said(format!("是否想写「{item}」？"), format!("did you mean `{item}`?")),
        (None, None) => Value::said(
            "条目以这些词开头：政策、词汇、等级、宣示、目标、权利、条款、结算、读法、算例；句子要写在条目的 { } 里",
            "an item begins with 政策, 词汇, 等级, 宣示, 目标, 权利, 条款, 结算, 读法 or 算例; sentences stand inside the braces of an item",
        ),
    };
    Some(at(Code::UNKNOWN_ITEM, case.token_span(first)).arg("word", first.text).arg("help", help))
}

/// 【A1-1】 behind a sentence.
fn dropped_mark(case: &Case<'_>) -> Option<Diagnostic> {
    let here = case.here()?;
    (here.text == "【").then(|| at(Code::MARK_NOT_USED, case.token_span(here)))
}

/// A bracket that is not closed in its sentence, or one that closes nothing.
fn open_bracket(case: &Case<'_>) -> Option<Diagnostic> {
    let mut open = Vec::new();
    for token in &case.tokens {
        match token.text {
            "（" | "(" => open.push(token),
            "）" | ")" if open.pop().is_none() => {
                return Some(at(Code::BRACKET_WITHOUT_PARTNER, case.token_span(token)));
            }
            _ => {}
        }
    }
    let last = open.pop()?;
    Some(at(Code::BRACKET_WITHOUT_PARTNER, case.token_span(last)))
}

/// `实际投入 actual_investment 金额`
fn missing_kind(case: &Case<'_>) -> Option<Diagnostic> {
    if !case.could_be(Rule::fact_kind) {
        return None;
    }
    let here = case.here().or(case.tokens.last())?;
    let name = case.first_word()?;
    Some(at(Code::MISSING_KIND, case.token_span(here)).arg("name", name.text))
}

/// A sentence that does not begin with the clause that it encodes.
fn missing_clause_id(case: &Case<'_>) -> Option<Diagnostic> {
    let in_sentences = matches!(case.broken, Broken::Part(Junk::Sentence | Junk::Settlement));
    let first = case.tokens.first()?;
    if !in_sentences || case.at > 0 || !case.could_be(case.rule) && !case.could_be(Rule::id) {
        return None;
    }
    if case.before.ends_with(['；', ';']) {
        let end = case.before.len();
        let span = tiaoli_source::Span::new(case.file, end - case.mark_before(), end);
        return Some(at(Code::NOT_AN_AND, span).arg("mark", "；"));
    }
    Some(at(Code::MISSING_CLAUSE_ID, case.token_span(first)))
}

/// A sentence that only lacks its full stop, or has a Latin one.
fn missing_stop(case: &Case<'_>) -> Option<Diagnostic> {
    let words = case.words.trim_end_matches(['.', '．']);
    case.reads(&format!("{words}。")).then(|| {
        let last = words.char_indices().next_back().map_or(0, |(at, _)| at);
        at(Code::MISSING_STOP, case.span(last, case.words.len()))
    })
}

/// 500万 without 元, 30 without ％.
fn missing_unit(case: &Case<'_>) -> Option<Diagnostic> {
    let behind = case.behind()?;
    if behind.sort != Sort::Digits || behind.end() != case.at || !case.could_be(Rule::unit) {
        return None;
    }
    let next = case.here().map_or("", |token| token.text);
    let scale = next.chars().next().filter(|c| matches!(c, '万' | '亿' | '千'));
    let figure = match scale {
        Some(scale) => format!("{}{scale}", behind.text),
        None => behind.text.to_owned(),
    };
    let share = case.words.get(..behind.start).unwrap_or("").trim_end().ends_with('的');
    let offer = if share { format!("{figure}％") } else { format!("{figure}元") };
    let end = behind.end() + scale.map_or(0, char::len_utf8);
    let problem = at(Code::MISSING_UNIT, case.span(behind.start, end));
    Some(problem.arg("figure", figure).arg("offer", offer))
}

/// 三十万元.
fn figure_in_words(case: &Case<'_>) -> Option<Diagnostic> {
    [case.here(), case.behind()].into_iter().flatten().find_map(|token| {
        let (run, offer) = figure_in_numerals(token.text)?;
        let start = token.start + token.text.find(run)?;
        let problem = at(Code::CHINESE_NUMERAL, case.span(start, start + run.len()));
        Some(problem.arg("found", run).arg("offer", offer))
    })
}

/// 分别 in a place where it pairs nothing.
fn unpaired_respectively(case: &Case<'_>) -> Option<Diagnostic> {
    let here = case.here()?;
    (here.text == "分别").then(|| at(Code::RESPECTIVELY_NEEDS_LIST, case.token_span(here)))
}

/// ，给予30万元，给予20万元.
fn two_grants(case: &Case<'_>) -> Option<Diagnostic> {
    const GRANTS: [&str; 7] = ["给予", "按", "奖励", "补助", "资助", "享受", "分别"];
    let here = case.here()?;
    let after_comma = case.behind().is_some_and(|it| matches!(it.text, "，" | ","));
    let first = case
        .tokens
        .iter()
        .find(|token| token.end() <= case.at && GRANTS.iter().any(|grant| token.text.starts_with(grant)))?;
    let again = GRANTS.iter().any(|grant| here.text.starts_with(grant));
    let where_limits_stand = case.could_be(Rule::cap) || case.could_be(Rule::modifier);
    (after_comma && again && where_limits_stand)
        .then(|| at(Code::TWO_GRANTS, case.token_span(here)).also(case.token_span(first)))
}

/// 限 区内，领军企业.
fn joined_by_comma(case: &Case<'_>) -> Option<Diagnostic> {
    let comma = case.behind().filter(|it| matches!(it.text, "，" | ","))?;
    let here = case.here().filter(|it| it.sort == Sort::Word)?;
    if !case.could_be(Rule::and) {
        return None;
    }
    // it is this comma where the rest reads once 且 stands behind it
    let fixed = case.with(comma.end(), comma.end(), "且 ");
    let further = case.reads_to(&fixed) > case.at + "且 ".len() + here.text.len() - 1;
    (case.reads(&fixed) || further && case.names.contains(here.text))
        .then(|| at(Code::NOT_AN_AND, case.token_span(comma)).arg("mark", "，"))
}

/// 对新认定的: a word of the language that a name has swallowed for want of a blank.
fn glued_word(case: &Case<'_>) -> Option<Diagnostic> {
    // the run where reading stopped, then those before it, then the next
    let mut runs: Vec<_> =
        (case.tokens.iter()).filter(|token| token.sort == Sort::Word && token.text.chars().nth(1).is_some()).collect();
    runs.sort_by_key(|token| (token.start.abs_diff(case.at), token.start));
    let mut tried = 0;
    for run in runs.iter().take(6) {
        let known = split_by_names(case, run.text);
        let ways = known.into_iter().chain(split::ways_to_split(run.text));
        for way in ways {
            tried += 1;
            if tried > MOST_TRIED {
                return None;
            }
            if case.reads(&case.with(run.start, run.end(), &way)) {
                return Some(glued(case, run, &way));
            }
        }
    }
    // nothing reads as a whole, but the run where it stopped is made of known names and words
    let here = [case.here(), case.behind()].into_iter().flatten();
    here.filter(|run| run.sort == Sort::Word)
        .find_map(|run| split_by_names(case, run.text).map(|way| glued(case, run, &way)))
}

fn split_by_names(case: &Case<'_>, run: &str) -> Option<String> {
    split::split_glued(run, |name| case.names.contains(name))
}

fn glued(case: &Case<'_>, run: &super::Token<'_>, way: &str) -> Diagnostic {
    at(Code::GLUED_WORD, case.token_span(run)).arg("found", run.text).arg("offer", way)
}

/// 已获 in a case, with something missing behind it.
fn earlier_payment(case: &Case<'_>) -> Option<Diagnostic> {
    let read = case.tokens.iter().filter(|token| token.end() <= case.at);
    let received = (read.rev().take_while(|token| !matches!(token.text, "，" | "," | "：" | ":")))
        .find(|token| token.text.ends_with("已获"))?;
    let in_case = matches!(case.rule, Rule::case | Rule::setting);
    in_case.then(|| at(Code::EARLIER_PAYMENT, case.token_span(received)))
}

/// 不计算 without what it lacks.
fn not_computed(case: &Case<'_>) -> Option<Diagnostic> {
    let word = case.behind().filter(|token| token.text == "不计算")?;
    (case.rule == Rule::other).then(|| at(Code::NOT_COMPUTED_LACKS, case.token_span(word)))
}

/// 给予 “…” without a sum.
fn sum_not_said(case: &Case<'_>) -> Option<Diagnostic> {
    let mut read = case.tokens.iter().filter(|token| token.end() <= case.at).rev();
    let title = read.find(|token| token.sort == Sort::Quoted)?;
    let given = read.next().is_some_and(|token| token.text == "给予");
    let what = title.text.trim_matches(['“', '”', '「', '」', '"']);
    (given && case.could_be(Rule::comma)).then(|| at(Code::SUM_NOT_SAID, case.token_span(title)).arg("what", what))
}
