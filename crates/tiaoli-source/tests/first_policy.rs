//! The first policy of the repository, cut into the clauses of its legal reading.

use tiaoli_source::document::{ClauseKind, Document, Lock, compare, propose, read};
use tiaoli_source::{FileId, Lang, Problems, Sources};

const TEXT: &str = include_str!("../../../policies/binjiang-ai/source.txt");
const CUTS: &str = include_str!("../../../policies/binjiang-ai/source.clauses");
const LOCK: &str = include_str!("../../../policies/binjiang-ai/source.lock");

/// Id, type and quote of every clause, from the legal reading, which was made without this crate.
const CLAUSES: &str = include_str!("clauses.txt");

#[track_caller]
fn read_first_policy(cuts: &str) -> Document {
    let mut sources = Sources::new();
    let (document, file) = (sources.add("source.txt", TEXT), sources.add("source.clauses", cuts));
    let mut problems = Problems::new();
    let read = read(TEXT, cuts, document, file, &mut problems);
    assert_eq!(problems.show(&sources, Lang::Zh).as_deref(), Ok(""));
    read
}

#[test]
fn the_cuts_give_exactly_the_clauses_of_the_legal_reading() {
    let document = read_first_policy(CUTS);
    let found: Vec<String> = document
        .clauses
        .iter()
        .map(|clause| format!("{}|{:?}|{}", clause.id, clause.kind, document.words(clause)))
        .collect();
    let expected: Vec<String> = CLAUSES
        .lines()
        .map(|line| {
            let mut fields = line.split('\t');
            let mut field = || fields.next().unwrap_or("");
            let (id, kind, quote) = (field(), field(), field());
            let kind = match kind {
                "title" => ClauseKind::Title,
                "heading" => ClauseKind::Heading,
                _ => ClauseKind::Text,
            };
            format!("{id}|{kind:?}|{quote}")
        })
        .collect();
    assert_eq!(found.len(), 130);
    assert_eq!(found, expected);
}

#[test]
fn the_clauses_joined_are_the_document() {
    let document = read_first_policy(CUTS);
    assert!(document.is_whole());
    let joined: String = document.clauses.iter().filter_map(|clause| TEXT.get(clause.start..clause.end)).collect();
    assert_eq!(joined, TEXT);
    let mut ids: Vec<_> = document.clauses.iter().map(|clause| &clause.id).collect();
    ids.sort();
    assert!(
        ids.into_iter().eq(document.clauses.iter().map(|clause| &clause.id)),
        "the order of ids is that of the text"
    );
}

#[test]
fn units_are_found_by_their_numbers() {
    let document = read_first_policy(CUTS);
    assert_eq!(document.title(), Some("关于推进人工智能创新发展区建设的实施意见"));
    assert_eq!(document.article_title("3.3"), Some("鼓励公共服务平台建设"));
    assert_eq!(document.article_title("3.10"), Some("支持人工智能标准制定"));
    assert_eq!(document.article_title("5"), None);
    let ids = |path| document.under(path).into_iter().map(|at| document.clauses[at].id.as_str()).collect::<Vec<_>>();
    assert_eq!(ids("2.1.1"), ["2.1.1.0", "2.1.1.a", "2.1.1.b"]);
    assert_eq!(ids("5"), ["5.a", "5.b", "5.c", "5.d"]);
    assert_eq!(ids("3.3.b"), ["3.3.b"]);
    assert_eq!(ids("3").len(), 1 + 11 + 32);
    assert_eq!(
        document.text_of("3.1.b"),
        Some("其中人工智能芯片、核心算法、操作系统等基础核心技术攻关项目，最高不超过2000万元。")
    );
    assert_eq!(document.index_of("0.0"), Some(0));
}

#[test]
fn a_proposal_reads_back_and_is_close_to_the_cuts_made_by_hand() {
    let proposal = propose(TEXT);
    let proposed = read_first_policy(&proposal);
    let by_hand = read_first_policy(CUTS);
    let starts = |document: &Document| document.clauses.iter().map(|clause| clause.start).collect::<Vec<_>>();
    let (proposed, by_hand) = (starts(&proposed), starts(&by_hand));
    // the cuts at a comma are the ones that a person must add: 3.1.b, 3.2.b, 3.2.d, 3.3.b …
    let missing = by_hand.iter().filter(|start| !proposed.contains(start)).count();
    let needless = proposed.iter().filter(|start| !by_hand.contains(start)).count();
    assert_eq!((missing, needless), (11, 0));
}

#[test]
fn the_lock_is_up_to_date() {
    let document = read_first_policy(CUTS);
    assert_eq!(Lock::of(&document).to_string(), LOCK);
    let mut problems = Problems::new();
    let lock = Lock::parse(LOCK, FileId(2), &mut problems);
    assert_eq!(problems.len(), 0);
    assert_eq!(compare(&lock, &document), []);
}
