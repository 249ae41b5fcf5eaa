//! Numerals as documents write them: `500`, `1,000.5`, `２００`, `三十`, `百分之三十`.

/// Millionths: the scale that every figure is compared at.
pub(super) const SCALE: u32 = 6;

/// A number read from the start of a text, in millionths, and how many bytes it takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Numeral {
    pub(super) value: i128,
    pub(super) len: usize,
    /// Written in Chinese characters.
    pub(super) chinese: bool,
}

/// The numeral that `text` starts with.
pub(super) fn numeral(text: &str) -> Option<Numeral> {
    digits(text).or_else(|| chinese(text))
}

/// `500`, `1,000.5`, `２００`; thousands are parted by commas in groups of three.
fn digits(text: &str) -> Option<Numeral> {
    let (mut value, mut len, mut places) = (0i128, 0usize, None::<u32>);
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        let digit = c.to_digit(10).or_else(|| ('０'..='９').contains(&c).then(|| u32::from(c) - u32::from('０')));
        match (digit, c) {
            (Some(digit), _) => {
                if places.is_none_or(|places| places < SCALE) {
                    value = value.checked_mul(10)?.checked_add(i128::from(digit))?;
                    places = places.map(|places| places + 1);
                }
            }
            (None, '.' | '．') if places.is_none() && rest.peek().is_some_and(|c| is_digit(*c)) => places = Some(0),
            (None, ',') if places.is_none() && len > 0 && thousand(text, len) => {}
            _ => break,
        }
        len += c.len_utf8();
    }
    if len == 0 {
        return None;
    }
    let value = value.checked_mul(10i128.checked_pow(SCALE - places.unwrap_or(0))?)?;
    Some(Numeral { value, len, chinese: false })
}

fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || ('０'..='９').contains(&c)
}

/// Whether the comma at `at` is followed by exactly three digits.
fn thousand(text: &str, at: usize) -> bool {
    let after: Vec<char> = text.get(at + 1..).unwrap_or_default().chars().take(4).collect();
    after.iter().take_while(|c| c.is_ascii_digit()).count() == 3
}

/// `三`, `十二`, `一百五十`, `三十`. Magnitudes of units (万, 亿) are left to the unit.
fn chinese(text: &str) -> Option<Numeral> {
    let (mut total, mut digit, mut len) = (0i128, None::<i128>, 0usize);
    for c in text.chars() {
        let small = "零一二三四五六七八九".chars().position(|known| known == c).or((c == '两').then_some(2));
        let tens = match c {
            '十' => Some(10),
            '百' => Some(100),
            '千' => Some(1000),
            _ => None,
        };
        match (small, tens) {
            (Some(value), _) => digit = Some(i128::try_from(value).ok()?),
            (None, Some(tens)) if digit.is_some() || len == 0 => total += digit.take().unwrap_or(1) * tens,
            _ => break,
        }
        len += c.len_utf8();
    }
    let value = total + digit.unwrap_or(0);
    (len > 0 && value > 0).then(|| Numeral { value: value * 10i128.pow(SCALE), len, chinese: true })
}

#[cfg(test)]
mod tests {
    use super::numeral;

    #[track_caller]
    fn check(text: &str, millionths: i128, len: usize) {
        let found = numeral(text).map(|it| (it.value, it.len));
        assert_eq!(found, Some((millionths, len)), "{text}");
    }

    #[test]
    fn digits_with_commas_and_points() {
        check("500万元", 500_000_000, 3);
        check("1,000.5元", 1_000_500_000, 7);
        check("１２％", 12_000_000, 6);
        check("12,3", 12_000_000, 2);
    }

    #[test]
    fn chinese_numerals_up_to_thousands() {
        check("三年", 3_000_000, 3);
        check("十二个月", 12_000_000, 6);
        check("一百五十万元", 150_000_000, 12);
        check("两家", 2_000_000, 3);
    }

    #[test]
    fn what_is_no_numeral() {
        assert_eq!(numeral("元"), None);
        assert_eq!(numeral(""), None);
    }
}
