//! Whatever is read: no panic, no endless reading, and a clear error where a limit is met.

use crate::show::read;

const SMALL: &str = "词汇 平台（又称 “甲”）platform {\n  投入 invested 申报 金额 不超过 实际投入\n  级别 level 登记 之一 省“级” a、市级 b\n}\n条款 3.3 “题” 每 平台 {\n  3.3.a 限 区内，且 （甲 或 非 乙）。 核对说明 “同”。\n  3.3.b 对 投入500万元以上，且 级别 为 省级、市级的，分别按 投入的30％、20％ 给予补助，最高不超过500万元。\n}\n结算 {\n  5.b 同一 项目 从高、从优、不重复。\n}\n读法 A1-1 “问” 关于 3.3.b {\n  采用 R1 “甲” 因 “乙”。\n  另解 R2 “丙” 改为 3.3.b 最高不超过200万元。\n}\n算例 3.3 “题”：同上，投入500万元 ⇒ 150万元；按 A1-1 R2 ⇒ 不予，因 区内。\n";

#[track_caller]
fn refused(text: &str, code: &str) {
    let (_, problems) = read(text);
    assert!(problems.contains(code), "{problems}");
}

fn sentence(condition: &str) -> String {
    format!("条款 3 每 项目 {{\n  3.a 限 {condition}。\n  3.b 给予1万元奖励。\n}}\n")
}

#[test]
fn deep_nesting_is_refused_and_the_deepest_allowed_is_read() {
    for (open, close) in
        [("（", "）"), ("(", ")"), ("{", "}"), ("甲（", "）"), ("非 （", "）"), ("同时符合 {", "}"), ("甲（（", "））")]
    {
        let many = |n: usize| format!("{}甲{}", open.repeat(n), close.repeat(n));
        refused(&sentence(&many(1000)), "T0220");
        refused(&sentence(&open.repeat(1000)), "T0220");
        refused(&sentence(&many(32)), "T0220");
        // as deep as is allowed, closed or not
        read(&sentence(&many(31 / open.matches(['（', '(', '{']).count())));
        read(&sentence(&open.repeat(31 / open.matches(['（', '(', '{']).count())));
    }
    let (tree, problems) = read(&sentence(&format!("{}甲{}", "（".repeat(31), "）".repeat(31))));
    assert_eq!((tree.items.len(), problems.as_str()), (1, ""));
}

#[test]
fn brackets_in_texts_and_comments_do_not_count() {
    let text = format!("# {0}\n算例 3.3 “{0}”：甲 ⇒ 1元。\n", "（".repeat(1000));
    assert_eq!(read(&text).1, "");
}

#[test]
fn long_chains_are_refused() {
    refused(&sentence(&format!("{}甲", "非 ".repeat(5_000))), "T0221");
    refused(&sentence(&format!("甲{} 达到1元", " 加 甲".repeat(5_000))), "T0221");
    refused(&sentence(&format!("甲{} 达到1元", " × 甲".repeat(5_000))), "T0221");
    refused(&sentence(&format!("甲{} 达到1元", " 合计".repeat(5_000))), "T0221");
    refused(&sentence(&format!("甲{} 达到1元", " 超出 乙 的部分".repeat(5_000))), "T0221");
    assert_eq!(read(&sentence(&format!("{}甲", "非 ".repeat(64)))).1, "");
}

#[test]
fn long_lists_are_read() {
    assert_eq!(read(&sentence(&format!("甲 属于 乙{}", "、丙".repeat(5_000)))).1, "");
    assert_eq!(read(&sentence(&format!("甲{}", "，且 乙".repeat(5_000)))).1, "");
}

#[test]
fn a_file_beyond_the_limit_is_refused_unread() {
    refused(&"长".repeat(4_000_000), "T0219");
    refused(&"# \n".repeat(4_000_000), "T0219");
}

#[test]
fn one_long_line_is_read_to_its_end() {
    for long in ["长", "“", "\"", "1", "#", "（）", " ", "。", "}", "条款 ", "\u{0}", "3.a ", "按", "\n条款"]
    {
        let text = long.repeat(15_000 / long.len());
        read(&text);
        read(&sentence(&text));
    }
}

#[test]
fn many_items_are_refused_beyond_the_limit() {
    let text = "结算 { }\n".repeat(100_001);
    refused(&text, "T0222");
}

#[test]
fn many_broken_parts_are_not_all_explained() {
    refused(&"坏了\n算例\n".repeat(2_000), "T0237");
    refused(&format!("条款 3 每 项目 {{\n{}}}", "3.a 对对对或且按按，甲为乙\n".repeat(2_000)), "T0237");
}

#[test]
fn odd_characters_are_errors_and_nothing_worse() {
    for odd in ["\0", "“", "”", "\"", "「", "」", "\u{200b}", "\u{202e}", "𠮷", "e\u{301}", "\r", "｛", "🙂"]
    {
        for (at, _) in SMALL.char_indices().step_by(13) {
            let (before, after) = SMALL.split_at(at);
            read(&[before, odd, after].concat());
        }
    }
}

#[test]
fn every_prefix_and_every_deletion_of_a_small_file() {
    assert_eq!(read(SMALL).1, "");
    for (at, c) in SMALL.char_indices() {
        let (before, after) = SMALL.split_at(at);
        read(before);
        read(after);
        read(&[before, after.get(c.len_utf8()..).unwrap_or("")].concat());
    }
}

#[test]
fn every_prefix_of_a_whole_policy() {
    let whole = include_str!("data/whole.tiaoli");
    // the items before the one that is cut would be read again and again to no purpose
    for item in whole.split_inclusive("。\n\n").flat_map(|part| part.split_inclusive("}\n")) {
        let step = item.chars().count() / 60 + 1;
        for (at, _) in item.char_indices().step_by(step) {
            read(item.get(..at).unwrap_or(""));
        }
    }
}
