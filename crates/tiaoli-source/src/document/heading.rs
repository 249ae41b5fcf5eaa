//! Where the heading of a unit ends.

use super::is_blank;

/// The longest heading in characters, its number not counted.
const LONGEST_HEADING: usize = 30;

/// The longest title in characters.
const LONGEST_TITLE: usize = 200;

/// The length in bytes of the heading at the start of `unit`, whose number takes `number` bytes; `None` without heading.
///
/// A heading is a first line without a mark at its end, or a first short sentence that more text follows, on the line or
/// below it. A sentence that names a sum, or says who is granted something, or begins as one (本措施 …, 自 …, 凡 …, 对 …), is
/// none, however short it is: what a person could claim must never pass for a heading. Where this is wrong for a document, a line of the cuts decides.
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
    short && !open && !grants && !says
}

/// A digit directly before 万, 亿, 元 or a per cent sign.
fn names_a_sum(words: &str) -> bool {
    let digit = |c: char| c.is_ascii_digit() || ('０'..='９').contains(&c);
    words.chars().zip(words.chars().skip(1)).any(|(a, b)| digit(a) && matches!(b, '万' | '亿' | '元' | '%' | '％'))
}
