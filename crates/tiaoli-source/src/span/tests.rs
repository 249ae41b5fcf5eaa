use super::*;

#[test]
fn columns_count_characters_and_start_at_one() {
    let mut sources = Sources::new();
    let file = sources.add("a.tiaoli", "给予奖励。\n按 30％\r\n\n完");
    let place = |start| sources.place(Span::new(file, start, start)).to_string();
    assert_eq!(place(0), "1:1");
    assert_eq!(place(6), "1:3");
    assert_eq!(place(7), "1:3", "inside 奖: its start");
    assert_eq!(place(16), "2:1");
    assert_eq!(place(20), "2:3");
    assert_eq!(place(999), "4:2", "beyond the end: the end");
}

#[test]
fn an_unknown_text_is_empty() {
    let sources = Sources::new();
    let nowhere = Span::new(FileId(7), 3, 5);
    assert_eq!(sources.text(FileId(7)), "");
    assert_eq!(sources.slice(nowhere), None);
    assert_eq!(sources.place(nowhere).to_string(), "1:1");
}

#[test]
fn merge_and_to_stay_in_one_text() {
    let a = Span::new(FileId(0), 6, 12);
    let b = Span::new(FileId(0), 0, 6);
    assert_eq!(a.merge(b), Span::new(FileId(0), 0, 12));
    assert_eq!(b.to(a), Span::new(FileId(0), 0, 12));
    assert_eq!(a.merge(Span::new(FileId(1), 0, 99)), a);
    assert_eq!(a.len(), 6);
    assert!(!a.is_empty());
}
