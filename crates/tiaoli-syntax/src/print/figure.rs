//! How documents write figures.

/// A figure with its unit in ASCII digits, without thousands commas, with ％ for %, and in 万元 or 亿元 where that
/// leaves a whole number: `5,000,000元` is 500万元, `10000万元` is 1亿元, 15000元 stays.
pub(super) fn figure(text: &str) -> String {
    scaled(text.chars().filter(|c| !matches!(c, ',' | '，')).map(plain).collect())
}

/// One character of a figure or date.
fn plain(c: char) -> char {
    match c {
        '．' => '.',
        '%' => '％',
        '０'..='９' => char::from_u32(c as u32 - '０' as u32 + '0' as u32).unwrap_or(c),
        _ => c,
    }
}

fn scaled(text: String) -> String {
    let unit = text.trim_start_matches(|c: char| c.is_ascii_digit());
    let digits = text.strip_suffix(unit).unwrap_or("");
    let larger = match unit {
        "元" => "万元",
        "万元" => "亿元",
        _ => return text,
    };
    match digits.strip_suffix("0000") {
        Some(fewer) if fewer.chars().any(|c| c != '0') => scaled(format!("{fewer}{larger}")),
        _ => text,
    }
}

#[cfg(test)]
mod tests {
    use super::figure;

    #[test]
    fn figures_are_written_as_documents_write_them() {
        for (written, canonical) in [
            ("500万元", "500万元"),
            ("5,000,000元", "500万元"),
            ("５０万元", "50万元"),
            ("10000万元", "1亿元"),
            ("100000000元", "1亿元"),
            ("15000元", "15000元"),
            ("15000万元", "15000万元"),
            ("0元", "0元"),
            ("0.5亿元", "0.5亿元"),
            ("4999999.99元", "4999999.99元"),
            ("0.0000元", "0.0000元"),
            ("30%", "30％"),
            ("10000平方米", "10000平方米"),
            ("10000元/月", "10000元/月"),
            ("２０２１年６月３０日", "2021年6月30日"),
        ] {
            assert_eq!(figure(written), canonical);
            assert_eq!(figure(canonical), canonical);
        }
    }
}
