//! The numbers that open a unit, as GB/T 9704 has them: 一、 then （一） then 1. then （1）.

#[cfg(test)]
mod tests;

/// How deep a kind of number stands, from 1 for 一、 to 4 for （1）.
pub(super) type Level = u8;

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
    let (level, number, rest) = bracketed(line).or_else(|| bare(line))?;
    let rest = rest.trim_start_matches(|c| c != '\n' && super::is_blank(c));
    (number > 0).then(|| Marker { level, number, len: line.len() - rest.len() })
}

/// （一） or （1）, in brackets of either width.
fn bracketed(line: &str) -> Option<(Level, u32, &str)> {
    let inner = line.strip_prefix(['（', '('])?;
    let (han, after) = leading(inner, is_han_digit);
    if let Some(rest) = after.strip_prefix(['）', ')']) {
        return Some((2, han_number(han)?, rest));
    }
    let (digits, after) = leading(inner, is_digit);
    Some((4, number(digits)?, after.strip_prefix(['）', ')'])?))
}

/// 一、 or 1. 1． 1、, but not the 1.5 of a figure.
fn bare(line: &str) -> Option<(Level, u32, &str)> {
    let (han, after) = leading(line, is_han_digit);
    if let Some(rest) = after.strip_prefix('、') {
        return Some((1, han_number(han)?, rest));
    }
    let (digits, after) = leading(line, is_digit);
    let rest = after.strip_prefix(['.', '．', '、'])?;
    let figure = !after.starts_with('、') && rest.starts_with(is_digit);
    if figure { None } else { Some((3, number(digits)?, rest)) }
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

/// 一 to 九十九.
fn han_number(text: &str) -> Option<u32> {
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
