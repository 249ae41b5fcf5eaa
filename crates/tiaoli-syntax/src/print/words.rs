//! The tables of the layout: how words are spelt, which stand close together, where a long line may break.

use super::figure::figure;
use super::token::{Line, Token};
use crate::grammar::Rule;

/// What stands close to what.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Class {
    /// ， 、 。 ； ： （ ）
    Mark,
    /// ⇒ × ÷ =
    Sign,
    /// { }
    Brace,
    /// “…”
    Text,
    /// 3.3.b, actual_investment, A1-1
    Ascii,
    /// 500万元, 2021年6月30日
    Figure,
    /// 奖励 behind a figure or 给予.
    Noun,
    /// A name, or a word of the language.
    Letters,
}

/// Rules that are one word although they have parts.
pub(super) fn is_word(rule: Rule) -> bool {
    matches!(
        rule,
        Rule::quantity
            | Rule::count
            | Rule::proportion
            | Rule::date
            | Rule::ordinal
            | Rule::earlier_year
            | Rule::target_year
            | Rule::length
            | Rule::month_day
            | Rule::calendar_of
            | Rule::step_unit
            | Rule::nth_year
            | Rule::first_years
            | Rule::later_years
            | Rule::consecutive
    )
}

/// Marks that end or join parts.
pub(super) fn is_mark(rule: Rule) -> bool {
    matches!(
        rule,
        Rule::stop
            | Rule::comma
            | Rule::pause
            | Rule::colon
            | Rule::open_bracket
            | Rule::close_bracket
            | Rule::open_block
            | Rule::close_block
    )
}

/// Whole sentences; several in one part have a line each.
pub(super) fn is_sentence(rule: Rule) -> bool {
    matches!(rule, Rule::sentence | Rule::settlement_sentence | Rule::procedure_sentence)
}

/// Parts that have a line of their own beneath what they belong to.
pub(super) fn on_its_own_line(rule: Rule) -> bool {
    rule == Rule::answer
}

/// What happens between the braces of a part: a line for each part inside, always or only where one line is too short.
pub(super) fn block(rule: Rule) -> fn(usize) -> Line {
    match rule {
        Rule::all_of | Rule::any_of => Line::Maybe,
        _ => Line::New,
    }
}

/// Between the parts of a sentence or case.
const PARTS: u8 = 6;
/// How readily a line breaks at any blank.
pub(super) const BLANK: u8 = 1;
/// The first place where a line breaks.
pub(super) const FIRST: u8 = PARTS;

/// How readily a line breaks before a part.
pub(super) fn gap_before(rule: Rule) -> u8 {
    match rule {
        Rule::outcomes | Rule::queue_outcomes => PARTS,
        Rule::in_full => 3,
        Rule::kw_because => 2,
        _ => 0,
    }
}

/// How readily a line breaks behind a part.
pub(super) fn gap_after(rule: Rule, in_brackets: bool) -> u8 {
    match rule {
        Rule::subject | Rule::part_cases => PARTS,
        Rule::stop => 5,
        Rule::comma | Rule::colon if !in_brackets => 4,
        Rule::pause if !in_brackets => 3,
        Rule::comma | Rule::pause => 2,
        _ => 0,
    }
}

/// The class of a word and its one spelling.
pub(super) fn spelt(rule: Option<Rule>, text: &str) -> (Class, String) {
    let Some(rule) = rule else {
        return (Class::Letters, text.to_owned());
    };
    let mark = |text: &str| (Class::Mark, text.to_owned());
    match rule {
        Rule::stop => mark(if text == "。" { "。" } else { "；" }),
        Rule::comma => mark("，"),
        Rule::pause => mark("、"),
        Rule::colon => mark("："),
        Rule::open_bracket => mark("（"),
        Rule::close_bracket => mark("）"),
        Rule::open_block => (Class::Brace, "{".to_owned()),
        Rule::close_block => (Class::Brace, "}".to_owned()),
        Rule::arrow => (Class::Sign, "⇒".to_owned()),
        Rule::equals => (Class::Sign, "=".to_owned()),
        Rule::multiply | Rule::divide => (Class::Sign, text.to_owned()),
        Rule::to => (Class::Letters, "至".to_owned()),
        Rule::string => (Class::Text, quoted(text)),
        Rule::id | Rule::alias | Rule::reading_id => (Class::Ascii, text.to_owned()),
        Rule::name => (Class::Letters, crate::build::even_quotes(text)),
        Rule::proportion => (Class::Figure, text.replace(['：', '∶'], ":")),
        _ if is_word(rule) => (Class::Figure, figure(text)),
        _ => (Class::Letters, text.to_owned()),
    }
}

/// A text between “ and ”, unless it holds one of them alone.
fn quoted(text: &str) -> String {
    let mut inner = text.chars();
    inner.next();
    inner.next_back();
    let inner = inner.as_str();
    let mut depth = 0_i32;
    for c in inner.chars() {
        depth += i32::from(c == '“') - i32::from(c == '”');
        if !(0..=1).contains(&depth) {
            return text.to_owned();
        }
    }
    if depth == 0 { format!("“{inner}”") } else { text.to_owned() }
}

/// Words that a bracket follows at a distance: what stands in it is joined to others, not to the word.
const BEFORE_BRACKET: [&str; 24] = [
    "属于",
    "为",
    "含",
    "且",
    "或",
    "非",
    "对",
    "限",
    "其中",
    "按",
    "就",
    "给予",
    "加",
    "减",
    "超出",
    "超过",
    "达到",
    "不超过",
    "最高不超过",
    "不低于",
    "不高于",
    "不多于",
    "低于",
    "至",
];

/// Words that a figure follows at a distance.
const BEFORE_FIGURE: [&str; 9] = ["属于", "为", "含", "且", "或", "加", "减", "待定", "未知"];

/// Words that stand close behind a figure.
const BEHIND_FIGURE: [&str; 14] =
    ["以上", "及以上", "及以下", "以下", "以内", "至", "的", "的部分", "起", "起施行", "内", "之内", "期间", "之间"];

/// What is counted between two dates, close behind its 的.
const COUNTED: [&str; 7] = ["天数", "整月数", "月数", "整年数", "年数", "年次", "月次"];

/// Words that stand close before another word.
const CLOSE: [&str; 9] = ["可", "可以", "得", "分别", "均", "逐年", "逐项", "实行", "前"];

/// Whether a blank stands between two words; `next` is what follows the second.
pub(super) fn blank(one: &Token, two: &Token, next: Option<&Token>) -> bool {
    use Class::{Ascii, Brace, Figure, Letters, Mark, Noun, Sign, Text};
    let (a, b) = (one.text.as_str(), two.text.as_str());
    match (one.class, two.class) {
        (Letters, Mark) if b == "（" => BEFORE_BRACKET.contains(&a),
        (Sign | Text, Mark) if b == "（" => true,
        (_, Mark) => false,
        (Brace, Brace) => a != "{",
        (_, Sign | Brace) | (Sign | Brace, _) => true,
        (Mark, _) => a == "）" && b != "的" && !matches!(two.class, Noun | Ascii),
        (Ascii, _) => true,
        (Letters, Letters) if a == "的" && COUNTED.contains(&b) => false,
        (_, Letters) if b == "的" => joins(next),
        (Text, _) | (_, Text | Ascii) => true,
        // A bare number ends where letters do not follow.
        (Figure, Noun | Letters) if a.ends_with(|c: char| c.is_ascii_digit()) => true,
        (Figure, Noun) => false,
        (Figure, Letters) => !BEHIND_FIGURE.contains(&b),
        (Figure, Figure) => true,
        (Letters | Noun, Figure) if b.starts_with(|c: char| c.is_ascii_digit()) => {
            BEFORE_FIGURE.contains(&a) || a.chars().count() == 1 && one.rule == Some(Rule::name)
        }
        (Letters | Noun, Figure) => a != "前",
        (Letters | Noun, Noun) => one.rule != Some(Rule::kw_give) && a != "的",
        (Letters | Noun, Letters) => {
            let range = one.rule == Some(Rule::bound_after) && two.rule == Some(Rule::bound_before);
            !(range || CLOSE.contains(&a) || one.rule == Some(Rule::payee))
        }
    }
}

/// 的 would become part of a name before another letter.
fn joins(next: Option<&Token>) -> bool {
    next.is_some_and(|next| matches!(next.class, Class::Letters | Class::Noun))
}

#[cfg(test)]
mod tests {
    use super::is_word;
    use crate::grammar::Rule;

    /// A rule `${…}` lets no blank in, so its parts are not parted here.
    #[test]
    fn rules_without_blanks_are_single_words() {
        let grammar = include_str!("../grammar.pest");
        let rules = grammar.lines().filter_map(|line| line.split_once("= ${")).map(|(name, _)| name.trim());
        for name in rules.filter(|it| *it != "skeleton") {
            let rule = Rule::all_rules().iter().find(|it| format!("{it:?}") == name);
            assert!(rule.copied().is_some_and(is_word), "is `{name}` one word? then it belongs in `is_word`");
        }
    }
}
