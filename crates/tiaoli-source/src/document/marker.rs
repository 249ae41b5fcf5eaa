//! The numbers that open a unit: 一、 then （一） then 1. then （1）, as GB/T 9704 has them, and 第一章, 第一节, 第一条 of measures and
//! rules. An article stands in the part or chapter around it, and its items （一） stand in the article.

#[cfg(test)]
mod tests;

/// How deep a kind of number stands, from 1 for 第一章 to 7 for （1）.
pub(super) type Level = u8;

const CHAPTER: Level = 1;
const SECTION: Level = 2;
const PART: Level = 3;
/// 第一条: counted on from chapter to chapter.
const ARTICLE: Level = 4;
const BRACKETED_HAN: Level = 5;
const POINTED: Level = 6;
const BRACKETED: Level = 7;
/// How many characters a number in 第…条 has at most.
const LONGEST_ORDINAL: usize = 6;

/// A number at the start of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Marker {
    pub(super) level: Level,
    pub(super) number: u32,
    /// Its length in bytes, with the blanks after it.
    pub(super) len: usize,
}

/// The number that `line` starts with. The line has no blanks before it.
pub(super) fn marker(line: &str) -> Option<Marker> {
    let (level, number, rest) = ordinal(line).or_else(|| bracketed(line)).or_else(|| bare(line))?;
    let rest = rest.trim_start_matches(|c| c != '\n' && super::is_blank(c));
    (number > 0).then(|| Marker { level, number, len: line.len() - rest.len() })
}

/// 第一章, 第二节, 第十二条 or 第12条.
fn ordinal(line: &str) -> Option<(Level, u32, &str)> {
    let inner = line.strip_prefix('第')?;
    let mut ends = inner.char_indices().take(LONGEST_ORDINAL + 1);
    let (at, kind) = ends.find(|(_, c)| matches!(c, '章' | '节' | '条'))?;
    let level = match kind {
        '章' => CHAPTER,
        '节' => SECTION,
        _ => ARTICLE,
    };
    let (digits, rest) = inner.split_at_checked(at)?;
    Some((level, han_number(digits).or_else(|| number(digits))?, rest.strip_prefix(kind)?))
}

/// （一） or （1）, in brackets of either width.
fn bracketed(line: &str) -> Option<(Level, u32, &str)> {
    let inner = line.strip_prefix(['（', '('])?;
    let (han, after) = leading(inner, is_han_digit);
    if let Some(rest) = after.strip_prefix(['）', ')']) {
        return Some((BRACKETED_HAN, han_number(han)?, rest));
    }
    let (digits, after) = leading(inner, is_digit);
    Some((BRACKETED, number(digits)?, after.strip_prefix(['）', ')'])?))
}

/// 一、 or 1. 1． 1、, but not the 1.5 of a figure.
fn bare(line: &str) -> Option<(Level, u32, &str)> {
    let (han, after) = leading(line, is_han_digit);
    if let Some(rest) = after.strip_prefix('、') {
        return Some((PART, han_number(han)?, rest));
    }
    let (digits, after) = leading(line, is_digit);
    let rest = after.strip_prefix(['.', '．', '、'])?;
    let figure = !after.starts_with('、') && rest.starts_with(is_digit);
    if figure { None } else { Some((POINTED, number(digits)?, rest)) }
}

/// The characters at the start that are of one kind, at most three of them, and the rest.
fn leading(text: &str, kind: fn(char) -> bool) -> (&str, &str) {
    let end = text.char_indices().take(4).find(|(_, c)| !kind(*c)).map_or(text.len(), |(at, _)| at);
    let end = if end == text.len() { text.char_indices().nth(3).map_or(end, |(at, _)| at) } else { end };
    text.split_at_checked(end).unwrap_or(("", text))
}

fn is_digit(c: char) -> bool {
    digit(c).is_some()
}

/// A digit of either width.
fn digit(c: char) -> Option<u32> {
    c.to_digit(10).or_else(|| ('０'..='９').contains(&c).then(|| u32::from(c) - u32::from('０')))
}

fn number(digits: &str) -> Option<u32> {
    if digits.is_empty() {
        return None;
    }
    digits.chars().try_fold(0_u32, |sum, c| sum.checked_mul(10)?.checked_add(digit(c)?))
}

fn is_han_digit(c: char) -> bool {
    c == '十' || han_digit(c).is_some()
}

fn han_digit(c: char) -> Option<u32> {
    "一二三四五六七八九".chars().zip(1..).find(|(known, _)| *known == c).map(|(_, value)| value)
}

/// 一 to 九百九十九.
fn han_number(text: &str) -> Option<u32> {
    let Some((hundreds, rest)) = text.split_once('百') else {
        return below_hundred(text);
    };
    let rest = rest.strip_prefix('零').unwrap_or(rest);
    let rest = if rest.is_empty() { 0 } else { below_hundred(rest)? };
    Some(single(hundreds)? * 100 + rest)
}

fn below_hundred(text: &str) -> Option<u32> {
    let Some((tens, ones)) = text.split_once('十') else {
        return single(text);
    };
    let tens = if tens.is_empty() { 1 } else { single(tens)? };
    let ones = if ones.is_empty() { 0 } else { single(ones)? };
    Some(tens * 10 + ones)
}

fn single(text: &str) -> Option<u32> {
    let mut chars = text.chars();
    let value = han_digit(chars.next()?)?;
    chars.next().is_none().then_some(value)
}
