//! Quotas and budgets: what is limited for all, and how it is shared.

use super::text::{Sentence, Text, has};
use crate::against::{Figure, Side};
use tiaoli_source::{Code, Problems};

/// How places are given.
const SELECTION: [&str; 20] = [
    "择优",
    "评审",
    "评选办法",
    "排序",
    "排名",
    "得分",
    "评分",
    "同分",
    "先申先得",
    "先到先得",
    "先后",
    "顺序",
    "次序",
    "摇号",
    "抽签",
    "竞争性",
    "由高到低",
    "综合评价",
    "额满",
    "择先",
];

/// What happens when money does not reach.
const SHARING: [&str; 8] = ["用完为止", "用完即止", "比例", "核减", "调减", "递减", "统筹", "超出"];

/// Words of a limit for all.
const FOR_ALL: [&str; 16] = [
    "名额",
    "每年支持",
    "每年评选",
    "每年认定",
    "每年遴选",
    "每年择",
    "年度支持",
    "每年不超过",
    "每年最多",
    "全区",
    "全市",
    "全年支持",
    "遴选",
    "评选",
    "择优支持",
    "总数",
];

/// Words of a limit for somebody.
const FOR_ONE: [&str; 12] =
    ["单个", "每家", "每个", "每人", "每户", "同一", "一家", "每位", "每企业", "每单位", "各", "企业每年"];

/// Words of a budget.
const BUDGET: [&str; 9] =
    ["每年安排", "年度安排", "安排专项", "预算", "资金总额", "总规模", "总额控制", "专项资金规模", "资金每年"];

pub(super) fn check(text: &Text<'_>, problems: &mut Problems) {
    let selects = text.has(&["评分由高", "择优", "摇号", "先申先得"]);
    let shares = text.has(&SHARING);
    for sentence in &text.sentences {
        for figure in sentence.figures.iter().filter(|it| !it.quoted) {
            if !selects && is_quota(sentence, figure) && !text.unit_has(sentence, &SELECTION) {
                let (start, words) = from_segment(sentence, figure);
                let finding = text.finding(Code::QUOTA_WITHOUT_SELECTION, sentence, start, figure.end);
                problems.push(finding.arg("words", words));
            }
            let segment = sentence.segment(figure.start);
            let budget = !shares && figure.unit == "元" && has(segment, &BUDGET) && !has(segment, &FOR_ONE);
            if budget && !text.unit_has(sentence, &SELECTION) {
                let (start, words) = from_segment(sentence, figure);
                let finding = text.finding(Code::BUDGET_WITHOUT_ORDER, sentence, start, figure.end);
                problems.push(finding.arg("words", words));
            }
        }
    }
}

/// Whether a figure says how many there may be of all that apply.
fn is_quota(sentence: &Sentence<'_>, figure: &Figure) -> bool {
    let segment = sentence.segment(figure.start);
    let counted = matches!(figure.unit, "家" | "人" | "项" | "个" | "户" | "件" | "台" | "场" | "辆" | "套");
    let limits =
        figure.side == Some(Side::AtMost) || segment.contains("名额") || sentence.rest(figure.end).starts_with("名额");
    counted && limits && has(segment, &FOR_ALL) && !has(segment, &FOR_ONE)
}

/// The words from the last comma to the end of a figure.
fn from_segment<'s>(sentence: &'s Sentence<'_>, figure: &Figure) -> (usize, &'s str) {
    let start = figure.start - sentence.segment(figure.start).len();
    (start, sentence.text.get(start..figure.end).unwrap_or_default())
}
