//! The laws of the layout, on every text of the language in the repository: policies, examples, suites, the book.

use std::collections::BTreeMap;
use std::path::Path;
use tiaoli::{FileId, Lang, Problems, Sources};
use tiaoli_syntax::{comments, format, parse};
use tiaoli_tests::policy::root;
use tiaoli_tests::suite::Page;

/// Every text that reads without errors, by the place where it stands.
fn texts() -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    for folder in ["policies", "examples", "tests/suite", "docs", "crates/tiaoli-syntax/tests"] {
        collect(&root().join(folder), &mut found);
    }
    found.retain(|_, text| !problems(text).has_errors());
    assert!(found.len() > 200, "only {} texts", found.len());
    found
}

fn collect(folder: &Path, found: &mut BTreeMap<String, String>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let ending = path.extension().and_then(|it| it.to_str());
        let name = path.strip_prefix(root()).unwrap().display().to_string();
        if path.is_dir() {
            collect(&path, found);
        } else if ending == Some("tiaoli") {
            found.insert(name, std::fs::read_to_string(&path).unwrap());
        } else if ending == Some("md") {
            let page = Page::read(&std::fs::read_to_string(&path).unwrap());
            let blocks = page.sections.iter().flat_map(|section| {
                let blocks = section.blocks.iter().filter(|it| it.kind() == "tiaoli");
                blocks.enumerate().map(|(at, block)| (format!("{name}: {} {at}", section.name), block.text.clone()))
            });
            found.extend(blocks);
        }
    }
}

fn problems(text: &str) -> Problems {
    let mut problems = Problems::new();
    parse(FileId(0), text, &mut problems);
    problems
}

#[track_caller]
fn laid_out(name: &str, text: &str) -> String {
    let mut problems = Problems::new();
    let Some(written) = format(FileId(0), text, &mut problems) else {
        let mut sources = Sources::new();
        sources.add(name, text);
        // a rule of the grammar that is one word although it has parts (`${…}`) belongs in `is_word`, and words that
        // cannot stand apart in `CLOSE`, both in crates/tiaoli-syntax/src/print/words.rs
        panic!("{name}: {}\n{text}", problems.show(&sources, Lang::En).unwrap());
    };
    written
}

/// The tree without places. A figure is its value: 5000000元 and 500万元 are one.
fn tree(text: &str) -> String {
    let tree = format!("{:?}", parse(FileId(0), text, &mut Problems::new()));
    let mut pieces = tree.split("Span { file: FileId(0), start: ");
    let mut without = pieces.next().unwrap().to_owned();
    for piece in pieces {
        without.push_str(piece.split_once(" }").unwrap().1);
    }
    let mut pieces = without.split("digits: \"");
    let mut valued = pieces.next().unwrap().to_owned();
    for piece in pieces {
        let (digits, rest) = piece.split_once("\", zeros: ").unwrap();
        let (zeros, rest) = rest.split_once(',').unwrap();
        let mut value = digits.to_owned();
        if value.contains('.') {
            value.push_str(&format!("e{zeros}"));
        } else {
            value.extend(std::iter::repeat_n('0', zeros.parse().unwrap()));
        }
        valued.push_str(&format!("{value},{rest}"));
    }
    valued
}

fn notes(text: &str) -> String {
    comments(FileId(0), text).into_iter().map(|span| format!("{}\n", text[span.range()].trim_end())).collect()
}

/// Two texts are one; where they are not, the first line that differs is shown.
#[track_caller]
fn same(name: &str, one: &str, two: &str) {
    let differs = one.lines().zip(two.lines()).find(|(one, two)| one != two);
    let (short, long) = (one.chars().take(2000), two.chars().take(2000));
    assert!(one == two, "{name}\n{differs:#?}\n{}\n{}", short.collect::<String>(), long.collect::<String>());
}

#[test]
fn the_tree_stays_the_same() {
    for (name, text) in texts() {
        same(&name, &tree(&text), &tree(&laid_out(&name, &text)));
    }
}

#[test]
fn a_layout_is_its_own_layout() {
    for (name, text) in texts() {
        let once = laid_out(&name, &text);
        same(&name, &once, &laid_out(&name, &once));
    }
}

#[test]
fn every_comment_stands_once_and_in_order() {
    for (name, text) in texts() {
        same(&name, &notes(&text), &notes(&laid_out(&name, &text)));
    }
}

/// What stands outside texts and comments is changed by `change`.
fn outside(text: &str, mut change: impl FnMut(char) -> String) -> String {
    let mut changed = String::new();
    let mut closing = None;
    for c in text.chars() {
        match (closing, c) {
            (None, '“') => closing = Some('”'),
            (None, '#') => closing = Some('\n'),
            (None, _) => {
                changed.push_str(&change(c));
                continue;
            }
            (Some(last), _) if c == last => closing = None,
            (Some(_), _) => {}
        }
        changed.push(c);
    }
    changed
}

#[test]
fn a_comment_may_stand_at_every_blank() {
    for (name, text) in texts() {
        let mut count = 0;
        let noted = outside(&text, |c| {
            count += 1;
            match (c, count % 3) {
                (' ', 0) => format!(" # 注{count}\n"),
                (' ', 1) => format!("\n\n# 注{count}\n\n"),
                _ => c.to_string(),
            }
        });
        let once = laid_out(&name, &noted);
        same(&name, &notes(&noted), &notes(&once));
        same(&name, &once, &laid_out(&name, &once));
        same(&name, &tree(&text), &tree(&once));
    }
}

#[test]
fn blanks_line_ends_and_the_width_of_marks_do_not_matter() {
    for (name, text) in texts() {
        let narrow = outside(&text, |c| match c {
            '，' => ",".to_owned(),
            '；' => ";".to_owned(),
            '：' => ":".to_owned(),
            '（' => "(".to_owned(),
            '）' => ")".to_owned(),
            '％' => "%".to_owned(),
            '⇒' => "=>".to_owned(),
            ' ' => "\t  ".to_owned(),
            '\n' => " \r\n".to_owned(),
            _ => c.to_string(),
        });
        same(&name, &laid_out(&name, &text), &laid_out(&name, &narrow));
    }
}

#[test]
fn policies_and_examples_are_laid_out() {
    for (name, text) in texts() {
        if (name.starts_with("policies") || name.starts_with("examples")) && name.ends_with(".tiaoli") {
            assert!(text == laid_out(&name, &text), "{name}: run `tiaoli fmt`");
        }
    }
}
