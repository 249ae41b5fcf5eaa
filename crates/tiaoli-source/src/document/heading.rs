//! Where the heading of a unit ends.

use super::is_blank;

/// The longest heading in characters, its number not counted.
const LONGEST_HEADING: usize = 30;

/// The longest title in characters.
const LONGEST_TITLE: usize = 200;

/// The length in bytes of the heading at the start of `unit`, whose number takes `number` bytes; `None` without heading.
///
/// A heading is a first line without a mark at its end, or a first short sentence that more text follows, on the line or
/// below it. A sentence that names a sum, or says who is granted something, what must or may not be done or what is
/// taken back, by when or how often, or begins as one (本措施 …, 自 …, 凡 …, 对 …), is none, however short it is: what a person could claim must never pass for a heading. Where this is wrong for a document, a line of the cuts decides.
pub(super) fn heading(unit: &str, number: usize, has_units_inside: bool) -> Option<usize> {
    let line = unit.split('\n').next().unwrap_or("");
    let words = line.get(number..)?;
    let sentence_end = words.find('。').map(|at| at + '。'.len_utf8());
    let sentence = sentence_end.and_then(|end| words.get(..end)).unwrap_or(words).trim_end_matches(is_blank);
    if sentence.is_empty() || !reads_as_heading(sentence.trim_end_matches('。')) {
        // a bare number is a heading of its own
        return sentence.is_empty().then_some(line.len());
    }
    let end = number + sentence_end.unwrap_or(words.len());
    let more = unit.get(end..).is_some_and(|rest| !rest.trim_matches(is_blank).is_empty());
    (more || has_units_inside || sentence_end.is_none()).then_some(end)
}

/// The length in bytes of the title: the document's first line with anything on it, unless it is too long or a sentence.
pub(super) fn title(front: &str) -> Option<usize> {
    let start = front.find(|c| !is_blank(c))?;
    let line = front.get(start..)?.split('\n').next()?;
    let short = line.chars().nth(LONGEST_TITLE).is_none();
    let sentence = line.trim_end_matches(is_blank).ends_with('。');
    (short && !sentence).then_some(start + line.len())
}

fn reads_as_heading(words: &str) -> bool {
    let short = words.chars().nth(LONGEST_HEADING).is_none();
    let open = words.contains(['；', ';', '：', ':']) || words.ends_with(['，', ',', '、']);
    let grants = words.contains("给予") || words.contains("的，") || names_a_sum(words);
    let says = words.starts_with(['本', '自', '凡', '对']);
    short && !open && !grants && !says && !rules(words) && !names_a_measure(words)
}

/// Words of duty, of refusal and of taking back; 应 alone is also in 应用 and 供应.
const RULING: [&str; 21] = [
    "应当",
    "应于",
    "应在",
    "应按",
    "应向",
    "应自",
    "应为",
    "应及时",
    "应依",
    "应经",
    "须",
    "不得",
    "不予",
    "不再",
    "视为",
    "视同",
    "退回",
    "追回",
    "逾期",
    "合并计算",
    "不超过",
];

fn rules(words: &str) -> bool {
    RULING.iter().any(|word| words.contains(word))
}

/// A figure with a unit of time or a count behind it. 到2025年 and 100家 may stand in a heading; 3年内 and 10日 say when.
fn names_a_measure(words: &str) -> bool {
    let digit = |c: char| c.is_ascii_digit() || ('０'..='９').contains(&c);
    let mut rest = words;
    while let Some(at) = rest.find(digit) {
        let behind = rest.get(at..).unwrap_or_default().trim_start_matches(digit);
        let years = behind.strip_prefix('年').is_some_and(|it| it.starts_with(['内', '以', '之', '后', '的']));
        if years || ["日", "天", "个月", "个工作日", "次", "倍", "月"].iter().any(|unit| behind.starts_with(unit))
        {
            return true;
        }
        rest = behind;
    }
    false
}

/// A digit directly before 万, 亿, 元 or a per cent sign.
fn names_a_sum(words: &str) -> bool {
    let digit = |c: char| c.is_ascii_digit() || ('０'..='９').contains(&c);
    words.chars().zip(words.chars().skip(1)).any(|(a, b)| digit(a) && matches!(b, '万' | '亿' | '元' | '%' | '％'))
}
