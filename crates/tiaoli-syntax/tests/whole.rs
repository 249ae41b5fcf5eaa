//! The whole of a policy reads, in full-width and in half-width marks alike.

use tiaoli_source::{Lang, Problems, Sources};
use tiaoli_syntax::{ast::File, parse};

const WHOLE: &str = include_str!("data/whole.tiaoli");

#[track_caller]
fn read(text: &str) -> File {
    let mut sources = Sources::new();
    let file = sources.add("whole.tiaoli", text);
    let mut problems = Problems::new();
    let tree = parse(file, text, &mut problems);
    let shown = problems.show(&sources, Lang::Zh).unwrap();
    assert!(problems.is_empty(), "{shown}");
    tree
}

#[test]
fn the_whole_policy_reads_without_a_problem() {
    assert_eq!(read(WHOLE).items.len(), 57);
}
