//! What fair competition review asks about: awards by local revenue, and by where an enterprise is registered.

use super::text::{Text, has};
use tiaoli_source::{Code, Problems};

/// What an enterprise brings to the local treasury.
const REVENUE: [&str; 20] = [
    "地方经济贡献",
    "地方综合贡献",
    "地方财政贡献",
    "区级财政贡献",
    "财政贡献",
    "地方贡献",
    "对区贡献",
    "对我区贡献",
    "对本区贡献",
    "经济贡献",
    "综合贡献",
    "税收贡献",
    "纳税贡献",
    "地方留成",
    "区级留成",
    "地方财力",
    "地方税收",
    "纳税额",
    "纳税总额",
    "税收地方",
];

/// Registration here, moving here, not moving away.
const PLACE: [&str; 24] = [
    "注册地",
    "在本区注册",
    "在我区注册",
    "在区内注册",
    "在本市注册",
    "在我市注册",
    "在本县注册",
    "注册在",
    "注册并纳税",
    "注册、纳税",
    "注册登记并纳税",
    "工商注册",
    "税务登记",
    "税收户管",
    "税收征管关系",
    "新落户",
    "落户的",
    "落户企业",
    "迁入",
    "迁出",
    "迁离",
    "外迁",
    "不得迁",
    "总部迁",
];

pub(super) fn check(text: &Text<'_>, problems: &mut Problems) {
    for sentence in &text.sentences {
        // a sentence that says what a word means gives nothing by it
        let says = has(sentence.text, &["是指", "所称", "指"]) && !sentence.grants();
        if !says && (sentence.grants() || has(sentence.text, &["基数", "新增贡献"])) {
            first(text, sentence, &REVENUE, Code::FAVOUR_BY_CONTRIBUTION, problems);
        }
        if sentence.grants()
            || text.unit_has(sentence, &["给予", "扶持", "支持", "享受"])
            || has(sentence.text, &["不得"])
        {
            first(text, sentence, &PLACE, Code::FAVOUR_BY_REGISTRATION, problems);
        }
    }
}

/// One finding for a sentence.
fn first(text: &Text<'_>, sentence: &super::text::Sentence<'_>, words: &[&str], code: Code, problems: &mut Problems) {
    if let Some((at, word)) = sentence.find(words).into_iter().next() {
        problems.push(text.finding(code, sentence, at, at + word.len()).arg("words", word));
    }
}
