//! Carets stand under the words they mean, although a Chinese character is two cells wide; nothing is too wide.

use crate::common::tiaoli;
use unicode_width::UnicodeWidthStr;

/// Checks one line of source with a wrong name in it: the line drawn under it covers exactly that name.
#[track_caller]
fn underlined(before: &str, name: &str) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("park");
    let path = path.to_str().unwrap();
    assert_eq!(tiaoli(&["new", path], b"").exit.code(), 0);
    let rules = format!("条款 1.1 “支持研发投入” 每 项目 {{\n  1.1.a {before}{name}100万元以上的，给予5万元。\n}}\n");
    std::fs::write(format!("{path}/2-条款.tiaoli"), rules).unwrap();
    let ran = tiaoli(&["check", path], b"");
    let lines: Vec<&str> = ran.stdout.lines().collect();
    let at = lines
        .iter()
        .position(|line| line.contains(" │ ") && line.contains(name))
        .unwrap_or_else(|| panic!("{}", ran.stdout));
    let (line, under) = (lines[at], lines[at + 1]);
    let first = line.find(name).unwrap();
    let last = first + name.len();
    let from = under.find(['─', '┬']).unwrap();
    let to = under.rfind(['─', '┬']).unwrap() + "─".len();
    assert_eq!(under[..from].width(), line[..first].width(), "{line}\n{under}");
    assert_eq!(under[..to].width(), line[..last].width(), "{line}\n{under}");
}

#[test]
fn carets_line_up_under_wide_characters() {
    underlined("对 ", "研发投人");
    underlined("对 经认定的国际展会，且 ", "研发投人");
    underlined("对 经认定的国际展会，且 展位费1万元以上，且 经认定的国际展会，且 展位费2万元以上，且 ", "研发投人");
}

#[test]
fn no_line_is_wider_than_the_terminal() {
    for line in [
        "eval tests/data/park tests/data/applications/whole.json --lang zh",
        "eval tests/data/park tests/data/applications/whole.json --lang en",
        "eval tests/data/park tests/data/applications/whole.json --readings all --lang zh",
        "explain tests/data/park tests/data/applications/whole.json 1.1 --project 研发二期 --lang zh",
        "check tests/data/park --lang zh",
        "cut tests/data/park --lang zh",
    ] {
        let arguments: Vec<&str> = line.split_whitespace().collect();
        for shown in tiaoli(&arguments, b"").stdout.lines() {
            assert!(shown.width() <= 80, "{line}: {} cells: {shown}", shown.width());
        }
    }
}
