//! Figures written in Chinese numerals: 三十万元.

/// Units that make a run of numerals a figure rather than a part of a name.
const UNITS: [&str; 10] = ["元", "％", "%", "家", "项", "人", "平方米", "名", "个", "倍"];

/// Longer runs are not looked at, in bytes.
const LONGEST: usize = 300;

/// A run of Chinese numerals with a unit behind it, and how to write it in digits: (三十万元, 30万元).
pub(crate) fn figure_in_numerals(text: &str) -> Option<(&str, String)> {
    // a run this long is no name; each numeral of it is tried as a start
    if text.len() > LONGEST {
        return None;
    }
    for (start, _) in text.char_indices().filter(|(_, c)| is_numeral(*c)) {
        let rest = text.get(start..)?;
        let len = rest.find(|c| !is_numeral(c)).unwrap_or(rest.len());
        let (run, behind) = rest.split_at_checked(len)?;
        let Some(unit) = UNITS.iter().find(|unit| behind.starts_with(**unit)) else {
            continue;
        };
        let (plain, scale) = match run.strip_suffix('亿') {
            Some(plain) => (plain, "亿"),
            None => match run.strip_suffix('万') {
                Some(plain) => (plain, "万"),
                None => (run, ""),
            },
        };
        let value = number(plain)?;
        return Some((rest.get(..len + unit.len())?, format!("{value}{scale}{unit}")));
    }
    None
}

fn is_numeral(c: char) -> bool {
    "〇零一二三四五六七八九十百千万亿两".contains(c)
}

/// 三百二十 is 320. At most thousands of ten thousands, which is more than any figure in words.
fn number(run: &str) -> Option<u64> {
    if run.is_empty() || run.chars().count() > 16 {
        return None;
    }
    let (mut total, mut digit) = (0_u64, None);
    for c in run.chars() {
        let one = "〇一二三四五六七八九".chars().position(|it| it == c);
        match (one, c) {
            (Some(value), _) => digit = Some(value as u64),
            (None, '零') => digit = None,
            (None, '两') => digit = Some(2),
            (None, '十') => total += digit.take().unwrap_or(1) * 10,
            (None, '百') => total += digit.take()? * 100,
            (None, '千') => total += digit.take()? * 1000,
            (None, '万') => total = (total + digit.take().unwrap_or(0)).checked_mul(10_000)?,
            _ => return None,
        }
    }
    Some(total + digit.unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Option<(&str, &str)>) {
        let found = figure_in_numerals(text);
        let found = found.as_ref().map(|(run, offer)| (*run, offer.as_str()));
        assert_eq!(found, expected);
    }

    #[test]
    fn money_and_counts_in_words() {
        check("三十万元", Some(("三十万元", "30万元")));
        check("实际投入五百万元以上", Some(("五百万元", "500万元")));
        check("两千零五十万元", Some(("两千零五十万元", "2050万元")));
        check("三年内十家", Some(("十家", "10家")));
        check("一亿元", Some(("一亿元", "1亿元")));
    }

    #[test]
    fn names_with_numerals_are_no_figures() {
        check("三年各年对区贡献", None);
        check("省“万人计划”", None);
        check("一事一议", None);
    }
}
