use super::*;
use crate::document::read;
use crate::{Lang, Sources};

const TEXT: &str = "关于研发的意见\n一、扶持政策\n1.鼓励研发。给予30万元，\n其中\\芯片70万元。可以叠加。\n";
const CUTS: &str = "1.1.a 给予\n1.1.b 可以";

fn document(text: &str, cuts: &str) -> Document {
    let mut problems = Problems::new();
    let document = read(text, cuts, FileId(0), FileId(1), &mut problems);
    assert!(problems.is_empty(), "{problems:?}");
    document
}

#[test]
fn a_lock_shows_its_clauses_and_reads_back() {
    let document = document(TEXT, CUTS);
    let lock = Lock::of(&document);
    let shown = lock.to_string();
    insta::assert_snapshot!(shown, @r#"
    tiaoli-lock 1
    0.0 sha256:02669e5a9942e1f78a2bedbf74dfb817aefefca2599c4e1e437f2af9d39b5b31 关于研发的意见
    1.0 sha256:4e9dafd220e8b3415326958ccc592af1d25b6fa9ead2e4da8b51a759aac7a109 一、扶持政策
    1.1.0 sha256:f5ddaa7ca14604a982703d627f431441bdfc6eae4bf39a31c5bb9168e630aab3 1.鼓励研发。
    1.1.a sha256:2afe489d8ac821363e0e967d3ba529d2c150bec47457f6b1e64d7d634ce748d9 给予30万元，\n其中\\芯片70万元。
    1.1.b sha256:569d3f9315f3f5b1278d1e6b8062904a3361f72dc3f76da57f8d8db754af9864 可以叠加。
    "#);
    let mut problems = Problems::new();
    assert_eq!(Lock::parse(&shown, FileId(2), &mut problems), lock);
    assert_eq!(Lock::parse(&shown.replace('\n', "\r\n"), FileId(2), &mut problems), lock);
    assert!(problems.is_empty(), "{problems:?}");
    assert_eq!(compare(&lock, &document), []);
}

#[test]
fn line_ends_are_no_change() {
    let lock = Lock::of(&document(TEXT, CUTS));
    assert_eq!(compare(&lock, &document(&TEXT.replace('\n', "\r\n"), CUTS)), []);
}

#[test]
fn changes_are_shown_clause_by_clause() {
    let lock = Lock::of(&document(TEXT, CUTS));
    let text = TEXT.replace("30万元", "300万元").replace("可以叠加。", "").replace("政策", "政策。本市企业适用。");
    let changed = document(&text, "1.a 本市\n1.1.a 给予");
    let mut sources = Sources::new();
    sources.add("source.txt", text.as_str());
    let mut problems = Problems::new();
    for change in compare(&lock, &changed) {
        problems.push(change.problem(&changed));
    }
    insta::assert_snapshot!(problems.show(&sources, Lang::Zh).expect("complete"), @r#"
    error[T0125]: 上次确认时的条款 1.1.b 已不在文件中：「可以叠加。」
      help: 删去或改写引用该条款的规则，然后运行 tiaoli cut --accept
    error[T0123]: 条款 1.0 的文字与上次确认时不同：一、扶持政策{+。+}
      source.txt:2:1 `一、扶持政策。` -- 文字有改动
      help: 对照改动检查引用该条款的规则，然后运行 tiaoli cut --accept
    error[T0124]: 条款 1.a 是上次确认之后新增的
      source.txt:2:8 `本市企业适用。` -- 新增
      help: 为该条款写明规则或宣示，然后运行 tiaoli cut --accept
    error[T0123]: 条款 1.1.a 的文字与上次确认时不同：给予[-30-]{+300+}万元，⏎其中\芯片70万元。
      source.txt:3:8 `给予300万元，
    其中\芯片70万元。` -- 文字有改动
      help: 对照改动检查引用该条款的规则，然后运行 tiaoli cut --accept
    "#);
}

#[test]
fn a_lock_edited_by_hand_is_refused() {
    let shown = Lock::of(&document(TEXT, CUTS)).to_string().replace("可以叠加", "不可叠加") + "1.1.c 随便\n";
    let mut sources = Sources::new();
    let file = sources.add("source.lock", shown.as_str());
    let mut problems = Problems::new();
    let lock = Lock::parse(&shown, file, &mut problems);
    insta::assert_snapshot!(problems.show(&sources, Lang::Zh).expect("complete"), @r#"
    error[T0122]: source.lock 中条款 1.1.b 的这一行被改动过
      source.lock:6:1 `1.1.b sha256:569d3f9315f3f5b1278d1e6b8062904a3361f72dc3f76da57f8d8db754af9864 不可叠加。`
      help: 不要手工修改；用 tiaoli cut --accept 重新生成
    error[T0121]: source.lock 的这一行读不懂
      source.lock:7:1 `1.1.c 随便`
      help: 不要手工修改；用 tiaoli cut --accept 重新生成
    "#);
    assert!(!lock.is_empty());

    for text in ["", "tiaoli-lock 2\n", "随便"] {
        let mut problems = Problems::new();
        assert!(Lock::parse(text, file, &mut problems).is_empty());
        assert_eq!(problems.sorted().first().map(|problem| problem.code), Some(Code::LOCK_VERSION));
    }
}
