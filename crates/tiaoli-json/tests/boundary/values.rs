//! What a value of each type is, and what is impossible input.

use crate::common::{facts, orchard, with_facts};

#[track_caller]
fn check(fact: &str, rows: &[(&str, &str)]) {
    let program = orchard();
    for (written, expected) in rows {
        let node = with_facts(&format!("{{\"{fact}\": {written}}}"));
        let application = tiaoli_json::read(&program, &node).unwrap();
        let said = facts(&program, &application);
        let said = said.trim().strip_prefix(&format!("{fact}: ")).unwrap_or(said.trim());
        assert_eq!(said, *expected, "{fact} written {written}");
    }
}

#[test]
fn money_is_a_text_of_yuan_with_at_most_two_places() {
    check(
        "spend",
        &[
            (r#""8000000.00""#, "800000000e-2"),
            (r#""8000000""#, "800000000e-2"),
            (r#""0.5""#, "50e-2"),
            (r#""0""#, "0e-2"),
            (r#""007.10""#, "710e-2"),
            (r#""99999999999999999999999999.99""#, "9999999999999999999999999999e-2"),
            ("null", ""),
            ("8000000.00", "impossible"),
            ("8000000", "impossible"),
            ("1e999", "impossible"),
            ("-0", "impossible"),
            (r#""1.000""#, "impossible"),
            (r#""1.""#, "impossible"),
            (r#"".5""#, "impossible"),
            (r#""""#, "impossible"),
            (r#"".""#, "impossible"),
            (r#""-1""#, "impossible"),
            (r#""+1""#, "impossible"),
            (r#"" 1""#, "impossible"),
            (r#""1 ""#, "impossible"),
            (r#""1,000""#, "impossible"),
            (r#""1_000""#, "impossible"),
            (r#""1e3""#, "impossible"),
            (r#""0x10""#, "impossible"),
            (r#""1.2.3""#, "impossible"),
            (r#""１２""#, "impossible"),
            (r#""٣""#, "impossible"),
            (r#""NaN""#, "impossible"),
            (r#""Infinity""#, "impossible"),
            (r#""800万元""#, "impossible"),
            (r#""1\u0000""#, "impossible"),
            (r#""79228162514264337593543950336""#, "impossible"),
            (r#""999999999999999999999999999999999999999999999""#, "impossible"),
            ("true", "impossible"),
            ("[]", "impossible"),
            ("{}", "impossible"),
        ],
    );
}

#[test]
fn a_share_is_a_text_of_percent_with_at_most_four_places() {
    check(
        "share",
        &[
            (r#""30.00""#, "300000e-6"),
            (r#""30""#, "300000e-6"),
            (r#""33.3333""#, "333333e-6"),
            (r#""100.0000""#, "1000000e-6"),
            (r#""100.0001""#, "impossible"),
            (r#""33.33333""#, "impossible"),
            (r#""30%""#, "impossible"),
            ("30", "impossible"),
        ],
    );
}

#[test]
fn decimals_and_whole_numbers_are_texts_within_their_bounds() {
    check("area", &[(r#""12.5""#, "1250e-2"), (r#""12.505""#, "impossible")]);
    check(
        "trees",
        &[(r#""12""#, "12e-0"), (r#""0""#, "impossible"), (r#""12.0""#, "impossible"), ("12", "impossible")],
    );
}

#[test]
fn years_are_numbers() {
    check(
        "count_year",
        &[
            ("2021", "2021e-0"),
            (r#""2021""#, "impossible"),
            ("2021.0", "impossible"),
            ("2.021e3", "impossible"),
            ("0", "impossible"),
            ("-1", "impossible"),
            ("10000", "impossible"),
            ("99999999999999999999999999", "impossible"),
        ],
    );
}

#[test]
fn dates_are_texts_of_days_that_exist() {
    check(
        "event_date",
        &[
            (r#""2020-02-29""#, "2020-02-29"),
            (r#""2021-02-29""#, "impossible"),
            (r#""2021-6-30""#, "impossible"),
            (r#""2021-06-30T00:00:00""#, "impossible"),
            (r#""""#, "impossible"),
            ("20210630", "impossible"),
        ],
    );
}

#[test]
fn truth_is_true_or_false() {
    check(
        "good",
        &[
            ("true", "true"),
            ("false", "false"),
            (r#""true""#, "impossible"),
            (r#""是""#, "impossible"),
            ("1", "impossible"),
            ("0", "impossible"),
        ],
    );
}

#[test]
fn members_go_by_any_of_their_names() {
    check(
        "grade",
        &[
            (r#""town""#, "town"),
            (r#""镇级""#, "town"),
            (r#""village""#, "town"),
            (r#""none""#, "none"),
            (r#""无""#, "none"),
            (r#""Town""#, "impossible"),
            (r#""""#, "impossible"),
            ("1", "impossible"),
        ],
    );
}

#[test]
fn lists_of_values_tell_unknown_from_empty() {
    check(
        "prices",
        &[
            (r#"["1", "2.50"]"#, "100e-2 250e-2 [2 rows, complete]"),
            ("[]", "[0 rows, complete]"),
            ("null", ""),
            (r#"["1", null]"#, "100e-2 - [2 rows, complete]"),
            (r#"["1", 2]"#, "100e-2 impossible [2 rows, complete]"),
            (r#"["1", ["2"]]"#, "100e-2 impossible [2 rows, complete]"),
            (r#"["1", "2", "3", "4"]"#, "[0 rows, impossible]"),
            (r#""1""#, "[0 rows, impossible]"),
            ("{}", "[0 rows, impossible]"),
        ],
    );
}
