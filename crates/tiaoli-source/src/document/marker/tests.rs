use super::*;

#[track_caller]
fn check(line: &str, expected: Option<(Level, u32, &str)>) {
    let found = marker(line).map(|found| (found.level, found.number, line.get(..found.len).unwrap_or("?")));
    assert_eq!(found, expected, "{line:?}");
}

#[test]
fn four_levels_in_either_width() {
    check("一、总体目标", Some((1, 1, "一、")));
    check("二十一、附则", Some((1, 21, "二十一、")));
    check("（一）总体要求。", Some((2, 1, "（一）")));
    check("(十二) 其他", Some((2, 12, "(十二) ")));
    check("1.鼓励", Some((3, 1, "1.")));
    check("10. 支持", Some((3, 10, "10. ")));
    check("１．支持", Some((3, 1, "１．")));
    check("3、支持", Some((3, 3, "3、")));
    check("（1）国家级", Some((4, 1, "（1）")));
    check("(11)", Some((4, 11, "(11)")));
    check("1.\n2.", Some((3, 1, "1.")));
}

#[test]
fn what_only_looks_like_a_number_is_text() {
    for line in [
        "",
        "1",
        "1.5亿元",
        "１．５亿元",
        "2023.1",
        "2023年",
        "一是",
        "一",
        "（",
        "（一",
        "（滨）",
        "()",
        "0.",
        "十十、",
        "一二、",
        "二十十、",
        "1234.",
        "一一一一、",
    ] {
        check(line, None);
    }
}
