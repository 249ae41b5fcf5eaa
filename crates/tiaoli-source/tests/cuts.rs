//! What a writer sees when the cuts and the document do not go together: the cuts, then the problems.

use tiaoli_source::document::{Document, read};
use tiaoli_source::{Lang, Problems, Sources};

const TEXT: &str = "\u{feff}
关于扶持研发的意见

为扶持研发，制定本意见。
一、扶持政策
1.鼓励研发。支持研发，给予50万元；支持研发平台，给予80万元。
2.鼓励标准。主导国家标准的，给予20万元。
（一）本行次序颠倒。
4. 其他
本意见自发文之日起施行。由区科技局解释。
";

const CUTS: &str = "\
0.1 为扶持
1.1.a 支持研发，
1.1.b 支持研发平台
1.2.a 主导
1.4.a 本意见
1.4.b 由区";

fn show(text: &str, cuts: &str, lang: Lang) -> (Document, String) {
    let mut sources = Sources::new();
    let (document, file) = (sources.add("source.txt", text), sources.add("source.clauses", cuts));
    let mut problems = Problems::new();
    let read = read(text, cuts, document, file, &mut problems);
    let shown = problems.show(&sources, lang).unwrap_or_else(|incomplete| incomplete.to_string());
    (read, format!("{cuts}\n---\n{shown}"))
}

/// The document without its two odd numbers.
fn zh(cuts: &str) -> String {
    let text = TEXT.replace("（一）本行次序颠倒。\n", "").replace("4. ", "3.");
    show(&text, &cuts.replace("1.4.", "1.3."), Lang::Zh).1
}

#[test]
fn numbers_out_of_sequence_are_warnings() {
    let (document, shown) = show(TEXT, CUTS, Lang::En);
    insta::assert_snapshot!(shown, @r#"
    0.1 为扶持
    1.1.a 支持研发，
    1.1.b 支持研发平台
    1.2.a 主导
    1.4.a 本意见
    1.4.b 由区
    ---
    warning[T0112]: number `（一）` does not follow 2 and is read as text
      source.txt:8:1 `（一）` -- opens no unit
      help: compare with the document; if this does open a unit, its clauses go into the unit before
    advice[T0113]: number 3 is missing before 1.4
      source.txt:9:1 `4.` -- a number is left out here
      help: see whether something of the document was lost; if it is published so, leave it
    "#);
    assert_eq!(document.text_of("1.2.a"), Some("主导国家标准的，给予20万元。\n（一）本行次序颠倒。"));
    assert_eq!(document.text_of("1.4.0"), Some("4. 其他"));
    assert_eq!(document.title(), Some("关于扶持研发的意见"));
    assert!(document.is_whole());
}

#[test]
fn words_that_are_not_in_the_unit() {
    insta::assert_snapshot!(zh(&CUTS.replace("主导", "支持研发")), @r#"
    0.1 为扶持
    1.1.a 支持研发，
    1.1.b 支持研发平台
    1.2.a 支持研发
    1.3.a 本意见
    1.3.b 由区
    ---
    error[T0101]: 条款 1.2.a 的开头「支持研发」不在文件（1.2）之中
      source.clauses:4:7 `支持研发` -- 文件（1.2）里没有这些字
      help: 照抄文件中该条款开头的几个字，标点和空格也须一致
    "#);
}

#[test]
fn words_that_come_more_than_once() {
    insta::assert_snapshot!(zh(&CUTS.replace("为扶持", "为").replace("1.1.a 支持研发，\n1.1.b 支持研发平台", "1.1.a 支持")), @r#"
    0.1 为
    1.1.a 支持
    1.2.a 主导
    1.3.a 本意见
    1.3.b 由区
    ---
    error[T0102]: 条款 1.1.a 的开头「支持」在这一条款里不止一处
      source.clauses:2:7 `支持` -- 不能确定从哪里切开
      source.txt:6:8 `支持` -- 此处有这些字
      source.txt:6:20 `支持` -- 此处有这些字
      help: 多写几个字，直到只有一处相符
    "#);
}

#[test]
fn clauses_out_of_order() {
    insta::assert_snapshot!(zh(&CUTS.replace("1.2.a 主导", "").replace("1.1.a", "1.2.a 主导\n1.1.a")), @r#"
    0.1 为扶持
    1.2.a 主导
    1.1.a 支持研发，
    1.1.b 支持研发平台

    1.3.a 本意见
    1.3.b 由区
    ---
    error[T0103]: 条款 1.1.a 写在 1.2.a 之后，次序颠倒
      source.clauses:3:1 `1.1.a` -- 应写在前面
      source.clauses:2:1 `1.2.a` -- 1.2.a 在此
      help: 按文件的次序排列各行
    error[T0103]: 条款 1.1.b 写在 1.2.a 之后，次序颠倒
      source.clauses:4:1 `1.1.b` -- 应写在前面
      source.clauses:2:1 `1.2.a` -- 1.2.a 在此
      help: 按文件的次序排列各行
    "#);
    insta::assert_snapshot!(zh(&CUTS.replace("1.1.a 支持研发，\n1.1.b 支持研发平台", "1.1.a 支持研发平台\n1.1.b 支持研发，")), @r#"
    0.1 为扶持
    1.1.a 支持研发平台
    1.1.b 支持研发，
    1.2.a 主导
    1.3.a 本意见
    1.3.b 由区
    ---
    error[T0111]: 条款 1.1.b 的开头「支持研发，」在文件中先于上一条款
      source.clauses:3:7 `支持研发，` -- 在上一条款之后找不到
      source.txt:6:8 `支持研发，` -- 这些字在此
      help: 按文件的次序编字母，或多写几个字
    "#);
}

#[test]
fn an_id_that_does_not_fit() {
    insta::assert_snapshot!(zh(&(CUTS.to_owned() + "\n1.4.b 解释\n1.5.a 支持\n7.a 由\n1.1 支持\n2.a 由区\n1.4.c")), @r#"
    0.1 为扶持
    1.1.a 支持研发，
    1.1.b 支持研发平台
    1.2.a 主导
    1.3.a 本意见
    1.3.b 由区
    1.3.b 解释
    1.5.a 支持
    7.a 由
    1.1 支持
    2.a 由区
    1.3.c
    ---
    error[T0104]: 条款 1.3.b 写了两次
      source.clauses:7:1 `1.3.b` -- 第二次
      source.clauses:6:1 `1.3.b` -- 第一次
      help: 改用下一个字母，或删去一行
    error[T0105]: 文件没有 1.5 这一部分，条款 1.5.a 无处可放
      source.clauses:8:1 `1.5.a` -- 文件没有这个编号
      help: 编号须与文件的序号一致；文末没有序号的段落可编为 2.a
    error[T0105]: 文件没有 7 这一部分，条款 7.a 无处可放
      source.clauses:9:1 `7.a` -- 文件没有这个编号
      help: 编号须与文件的序号一致；文末没有序号的段落可编为 2.a
    error[T0107]: 这一行不是条款编号加开头几个字
      source.clauses:10:1 `1.1 支持` -- 读不懂这一行
      help: 写成「3.1.a 开头几个字」；编号是文件的序号加字母，注释以 # 开头
    error[T0108]: 文末没有以「由区」开头的段落，条款 2.a 无处可放
      source.clauses:11:5 `由区` -- 没有这样开头的段落
      help: 只有文末没有序号的段落可以用下一个编号，并须从段首开始
    error[T0107]: 这一行不是条款编号加开头几个字
      source.clauses:12:1 `1.3.c` -- 读不懂这一行
      help: 写成「3.1.a 开头几个字」；编号是文件的序号加字母，注释以 # 开头
    "#);
}

#[test]
fn text_that_no_clause_claims() {
    insta::assert_snapshot!(zh("# 无\n1.1.b 支持研发平台\n1.2.a 主导\n1.4.a 由区"), @r#"
    # 无
    1.1.b 支持研发平台
    1.2.a 主导
    1.3.a 由区
    ---
    error[T0106]: 文件（引言）的这段文字不属于任何条款
      source.txt:4:1 `为扶持研发，制定本意见。` -- 尚无条款
      help: 在 source.clauses 中为它写一行，例如「0.1 为扶持研发，」
    error[T0106]: 文件（1.1）的这段文字不属于任何条款
      source.txt:6:8 `支持研发，给予50万元；` -- 尚无条款
      help: 在 source.clauses 中为它写一行，例如「1.1.a 支持研发，给」
    error[T0106]: 文件（1.3）的这段文字不属于任何条款
      source.txt:9:1 `本意见自发文之日起施行。` -- 尚无条款
      help: 在 source.clauses 中为它写一行，例如「1.3.a 本意见自发文」
    warning[T0114]: 条款 1.1.b 应为 1.1.a
      source.clauses:2:1 `1.1.b` -- 字母跳过
      help: 字母依次为 a、b、c；漏写的条款会并入上一条款
    "#);
}

#[test]
fn a_closing_paragraph_takes_the_next_part() {
    let text = "标题\n一、政策\n给予50万元。\n本意见自发文之日起施行。由区科技局解释。\n";
    let (document, shown) = show(text, "1.a 给予\n2.a 本意见\n2.b 由区", Lang::Zh);
    assert!(shown.ends_with("---\n"), "{shown}");
    assert_eq!(document.text_of("1.a"), Some("给予50万元。"));
    assert_eq!(document.text_of("2.b"), Some("由区科技局解释。"));
}

#[test]
fn the_cuts_may_say_that_a_unit_has_no_heading_or_a_longer_one() {
    let text = "关于研发的\n意见\n一、政策\n1.奖励研发。每家一次。\n2.本条很长、很长的标题；仍是标题。奖励一次。\n";
    let cuts = "0.0 关于\n1.1.a 1.奖励\n1.2.0 2.\n1.2.a 奖励";
    let (document, shown) = show(text, cuts, Lang::Zh);
    assert!(shown.ends_with("---\n"), "{shown}");
    assert_eq!(document.title(), Some("关于研发的\n意见"));
    assert_eq!(document.text_of("1.1.0"), None);
    assert_eq!(document.text_of("1.1.a"), Some("1.奖励研发。每家一次。"));
    assert_eq!(document.article_title("1.2"), Some("本条很长、很长的标题；仍是标题"));
    assert!(document.is_whole());
}

#[test]
fn what_grants_a_sum_is_no_heading() {
    let text = "标题\n一、政策\n1.对首次认定的，奖励一次。每家一次。\n2.奖励50万元。每家一次。\n（1）国家级，一百万；\n（2）省级，五十万。\n3.奖励。\n";
    let (document, shown) = show(text, &tiaoli_source::document::propose(text), Lang::Zh);
    insta::assert_snapshot!(shown, @r#"
    1.1.a 1.对首次认
    1.1.b 每家一次。
    1.2.a 2.奖励50
    1.2.b 每家一次。
    1.2.1.a （1）国家级
    1.2.2.a （2）省级，
    1.3.a 3.奖励。

    ---
    "#);
    let headings: Vec<_> =
        document.clauses.iter().filter(|clause| clause.id.is_heading()).map(|clause| clause.id.as_str()).collect();
    assert_eq!(headings, ["0.0", "1.0"]);
}
