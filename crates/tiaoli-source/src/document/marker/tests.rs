use super::*;

#[track_caller]
fn check(line: &str, expected: Option<(Level, u32, &str)>) {
    let found = marker(line).map(|found| (found.level, found.number, line.get(..found.len).unwrap_or("?")));
    assert_eq!(found, expected, "{line:?}");
}

#[test]
fn four_levels_in_either_width() {
    check("一、总体目标", Some((3, 1, "一、")));
    check("二十一、附则", Some((3, 21, "二十一、")));
    check("（一）总体要求。", Some((5, 1, "（一）")));
    check("(十二) 其他", Some((5, 12, "(十二) ")));
    check("1.鼓励", Some((6, 1, "1.")));
    check("10. 支持", Some((6, 10, "10. ")));
    check("１．支持", Some((6, 1, "１．")));
    check("3、支持", Some((6, 3, "3、")));
    check("（1）国家级", Some((7, 1, "（1）")));
    check("(11)", Some((7, 11, "(11)")));
    check("1.\n2.", Some((6, 1, "1.")));
}

#[test]
fn chapters_sections_and_articles() {
    check("第一章　总则", Some((1, 1, "第一章　")));
    check("第二节 申报", Some((2, 2, "第二节 ")));
    check("第十二条　本办法", Some((4, 12, "第十二条　")));
    check("第12条 本办法", Some((4, 12, "第12条 ")));
    check("第一百零一条 附则", Some((4, 101, "第一百零一条 ")));
    check("第二百条", Some((4, 200, "第二百条")));
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
        "第一年按100％",
        "第条",
        "第十十条",
        "第三方机构提出的条件",
    ] {
        check(line, None);
    }
}
