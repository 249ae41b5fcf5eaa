//! Soft words: measures without a scale, exceptions that are left open, lists that do not end, bodies that are not named.

use super::Words;
use super::text::{Sentence, Text, segment};
use tiaoli_source::Code;

/// A measure, and nothing to measure it by.
const MEASURES: [&str; 33] = [
    "适当",
    "酌情",
    "合理",
    "若干",
    "较大",
    "较高",
    "较好",
    "较强",
    "较多",
    "重大贡献",
    "突出贡献",
    "明显",
    "显著",
    "良好",
    "优异",
    "突出",
    "优秀",
    "优质",
    "有影响力",
    "影响力大",
    "产业化前景广",
    "产业化前景好",
    "前景广",
    "前景好",
    "投资额度大",
    "额度大",
    "金额大",
    "潜力大",
    "国际领先",
    "国内领先",
    "行业领先",
    "效果好",
    "社会效益",
];

/// What makes of a soft word part of a name or of a finding.
const NOT_SOFT: [&str; 18] = [
    "较大以上",
    "较大生产安全",
    "较大安全",
    "重大贡献奖",
    "突出贡献奖",
    "突出贡献专家",
    "优秀奖",
    "优秀等",
    "优秀留学生",
    "评为优秀",
    "考核优秀",
    "优质工程奖",
    "合理化建议",
    "合理低价",
    "不明显",
    "良好农业规范",
    "考核良好",
    "良好等",
];

/// A way out.
const EXCEPTIONS: [&str; 16] = [
    "原则上",
    "一般情况下",
    "一般不超过",
    "一般应",
    "视情况",
    "视情",
    "视财力",
    "特殊情况",
    "特殊原因",
    "必要时",
    "条件成熟",
    "另有规定的除外",
    "有条件的",
    "确有需要",
    "情况特殊",
    "或者其他情形",
];

/// Somebody.
const BODIES: [&str; 12] = [
    "有关部门",
    "相关部门",
    "有关单位",
    "相关单位",
    "有关机构",
    "相关机构",
    "有关方面",
    "相关方面",
    "有关主管部门",
    "相关主管部门",
    "有关职能部门",
    "相关职能部门",
];

/// First, without an order.
const PREFERENCES: [&str; 4] = ["优先给予", "优先支持", "优先安排", "优先享受"];

pub(super) fn check(text: &Text<'_>, words: &mut Words) {
    for sentence in text.sentences.iter().filter(|it| it.grants() || counts(it)) {
        for (at, name) in sentence.find(&NOT_SOFT) {
            words.settle(text.span(sentence, at, at + name.len()));
        }
        for (table, code) in [
            (&EXCEPTIONS[..], Code::SOFT_EXCEPTION),
            (&BODIES[..], Code::NOBODY_NAMED),
            (&PREFERENCES[..], Code::PRIORITY_WITHOUT_ORDER),
            (&MEASURES[..], Code::SOFT_MEASURE),
        ] {
            for (at, word) in sentence.find(table) {
                words.push(text.finding(code, sentence, at, at + word.len()).arg("word", word));
            }
        }
        open_lists(text, sentence, words);
    }
}

/// A sentence with a figure of money or a share decides something too.
fn counts(sentence: &Sentence<'_>) -> bool {
    sentence.figures.iter().any(|it| matches!(it.unit, "元" | "％") && !it.quoted)
}

/// Words that 等 is part of, by what stands before and behind it.
const BEFORE: [char; 20] = [
    '同', '平', '中', '一', '二', '三', '四', '特', '优', '上', '下', '高', '初', '均', '对', '相', '头', '甲', '乙',
    '不',
];
const BEHIND: [char; 9] = ['级', '次', '于', '额', '同', '价', '值', '待', '候'];

/// `芯片、算法等项目`: a list that 等 leaves open. `甲、乙等两类` is closed by its number.
fn open_lists(text: &Text<'_>, sentence: &Sentence<'_>, words: &mut Words) {
    for (at, mark) in sentence.text.match_indices('等') {
        let end = at + mark.len();
        let before = sentence.text.get(..at).and_then(|it| it.chars().next_back());
        let behind = sentence.text.get(end..).unwrap_or_default();
        let next = behind.chars().next();
        let counted = next.is_some_and(|c| c.is_ascii_digit() || "一两二三四五六七八九十".contains(c));
        let part = before.is_none_or(|c| BEFORE.contains(&c)) || next.is_some_and(|c| BEHIND.contains(&c));
        let segment = segment(sentence.text, at);
        if part || counted || !segment.contains(['、', '和', '及', '或']) {
            continue;
        }
        let items: Vec<&str> = segment.rsplitn(3, ['、', '和', '及', '或']).collect();
        let start = at - items.iter().take(2).map(|it| it.len()).sum::<usize>() - '、'.len_utf8();
        let lead = sentence.text.get(start..end).unwrap_or_default();
        let skip = lead.len() - lead.trim_start_matches(['对', '按']).len();
        let words_of = lead.get(skip..).unwrap_or_default();
        words.push(text.finding(Code::OPEN_LIST, sentence, start + skip, end).arg("words", words_of));
    }
}
