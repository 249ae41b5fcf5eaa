//! Scaled integers: an amount is an `i128` and the number of decimal places it is scaled by.

/// Decimal places of a sum of money in yuan as written (one fen = 1).
pub const MONEY_SCALE: u8 = 2;
/// Decimal places of a share: 30.0000％ = 0.300000 = 300000.
pub const SHARE_SCALE: u8 = 6;

/// 10 to the power `places`, or `None` where it does not fit.
#[must_use]
pub fn power_of_ten(places: u8) -> Option<i128> {
    10i128.checked_pow(u32::from(places))
}

/// `value` scaled by `from` places, rescaled to `to` places (not fewer); `None` where it does not fit.
#[must_use]
pub fn rescale(value: i128, from: u8, to: u8) -> Option<i128> {
    value.checked_mul(power_of_ten(to.checked_sub(from)?)?)
}

/// Cuts `value` from `from` places to `to` places toward zero, as 不超过 asks of a payment.
#[must_use]
pub fn truncate(value: i128, from: u8, to: u8) -> Option<i128> {
    if to >= from {
        return rescale(value, from, to);
    }
    value.checked_div(power_of_ten(from.checked_sub(to)?)?)
}

/// Writes `value` scaled by `scale` places without exponent, with at least `least` places and no
/// trailing zero beyond them: `(499999999800, 5, 2)` is `"4999999.998"`.
#[must_use]
pub fn print(value: i128, scale: u8, least: u8) -> String {
    let digits = value.unsigned_abs().to_string();
    let scale = usize::from(scale);
    let padded = format!("{digits:0>width$}", width = scale + 1);
    let (whole, fraction) = padded.split_at_checked(padded.len() - scale).unwrap_or((&padded, ""));
    let mut fraction = fraction.trim_end_matches('0').to_owned();
    while fraction.len() < usize::from(least) {
        fraction.push('0');
    }
    let sign = if value < 0 { "-" } else { "" };
    if fraction.is_empty() { format!("{sign}{whole}") } else { format!("{sign}{whole}.{fraction}") }
}

/// Groups the whole part by thousands, for people: `"4999999.998"` is `"4,999,999.998"`.
#[must_use]
pub fn group(printed: &str) -> String {
    let (sign, rest) = printed.strip_prefix('-').map_or(("", printed), |rest| ("-", rest));
    let (whole, fraction) = rest.split_once('.').map_or((rest, None), |(whole, fraction)| (whole, Some(fraction)));
    let mut grouped = String::new();
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index) % 3 == 0 {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    match fraction {
        Some(fraction) => format!("{sign}{grouped}.{fraction}"),
        None => format!("{sign}{grouped}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_are_written_exactly() {
        assert_eq!(print(499_999_999_800, 5, 2), "4999999.998");
        assert_eq!(print(0, 8, 2), "0.00");
        assert_eq!(print(1, 2, 2), "0.01");
        assert_eq!(print(-150, 2, 2), "-1.50");
        assert_eq!(print(i128::MAX, 2, 2), "1701411834604692317316873037158841057.27");
        assert_eq!(print(300_000, 4, 0), "30");
    }

    #[test]
    fn thousands_are_grouped() {
        assert_eq!(group("4999999.998"), "4,999,999.998");
        assert_eq!(group("-100"), "-100");
        assert_eq!(group("1000"), "1,000");
    }

    #[test]
    fn truncation_never_rounds_up() {
        assert_eq!(truncate(499_999_999_899, 5, 2), Some(499_999_999));
        assert_eq!(truncate(5, 0, 2), Some(500));
        assert_eq!(rescale(i128::MAX, 0, 1), None);
    }
}
