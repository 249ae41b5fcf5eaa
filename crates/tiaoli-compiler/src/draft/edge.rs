//! Whether a figure counts itself: by the word beside it, by （含） or （不含）, or by the document's own rule.

use super::text::{Text, has};
use crate::against::{Figure, Side, behind};

/// What the document says of 以上, 以下 and 以内: （本数） in or out, where it says anything.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Rule {
    pub(super) above: Option<bool>,
    pub(super) below: Option<bool>,
}

impl Rule {
    /// `所称“以上”含本数，“以下”不含本数`: the words gather until a verdict comes.
    pub(super) fn of(text: &Text<'_>) -> Self {
        let mut rule = Rule::default();
        for sentence in text.sentences.iter().filter(|it| it.text.contains("本数")) {
            let tokens = sentence.find(&[
                "以上",
                "以下",
                "以内",
                "不包含",
                "不包括",
                "不含",
                "不计",
                "包含",
                "包括",
                "均含",
                "含",
            ]);
            let mut waiting = Vec::new();
            for (_, word) in tokens {
                match word {
                    "以上" | "以下" | "以内" => waiting.push(word),
                    _ => {
                        let included = !word.starts_with('不');
                        for word in waiting.drain(..) {
                            let side = if word == "以上" { &mut rule.above } else { &mut rule.below };
                            *side = side.or(Some(included));
                        }
                    }
                }
            }
        }
        rule
    }
}

/// Whether （含） or （不含） stands beside a figure, before or after its bound word.
pub(super) fn stated(text: &str, figure: &Figure) -> Option<bool> {
    let mut rest = text.get(figure.end..).unwrap_or_default();
    if let Some(included) = bracket(rest) {
        return Some(included);
    }
    if let Some((word, _)) = behind(rest) {
        rest = rest.strip_prefix(word).unwrap_or_default();
    }
    bracket(rest)
}

fn bracket(text: &str) -> Option<bool> {
    let inside = text.strip_prefix(['（', '('])?.split(['）', ')']).next()?;
    let says = |words: &[&str]| words.iter().any(|word| inside.starts_with(word)) && inside.chars().count() <= 6;
    if says(&["不含", "不包含", "不包括"]) {
        Some(false)
    } else if says(&["含", "包含", "包括", "均含"]) {
        Some(true)
    } else {
        None
    }
}

/// The side of a figure, with what is said of the figure itself taken into account.
pub(super) fn side(text: &str, figure: &Figure, rule: Rule) -> Option<Side> {
    let side = figure.side?;
    let by_rule = behind(text.get(figure.end..).unwrap_or_default()).and_then(|(_, side)| match side {
        Side::AtLeast | Side::Over => rule.above,
        Side::AtMost | Side::Under => rule.below,
    });
    Some(with(side, stated(text, figure).or(by_rule)))
}

/// A side that is said to include its figure, or not to.
pub(super) fn with(side: Side, included: Option<bool>) -> Side {
    match (side, included) {
        (Side::AtLeast | Side::Over, Some(true)) => Side::AtLeast,
        (Side::AtLeast | Side::Over, Some(false)) => Side::Over,
        (Side::AtMost | Side::Under, Some(true)) => Side::AtMost,
        (Side::AtMost | Side::Under, Some(false)) => Side::Under,
        (side, None) => side,
    }
}

/// Words that make of a figure what is given and not what is asked for.
const GIVEN: [&str; 22] = [
    "给予", "予以", "奖励", "补助", "补贴", "资助", "配套", "最高", "最多", "最长", "最低", "累计", "单个", "每满",
    "每增", "每年", "每人", "每家", "总额", "上限", "封顶", "按",
];

/// Whether a figure is part of a condition: nothing before it on its side of the comma gives anything.
pub(super) fn asks(segment: &str, rest: &str) -> bool {
    !has(segment, &GIVEN) && !rest.starts_with("封顶")
}

/// The words of a unit or figure that no condition is about: days and years are looked at elsewhere.
pub(super) fn counts(figure: &Figure) -> bool {
    !figure.quoted && !matches!(figure.unit, "年" | "月" | "日" | "周" | "工作日" | "位" | "级" | "期")
}
