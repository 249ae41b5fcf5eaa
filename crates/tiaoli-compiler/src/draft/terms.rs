//! Terms: names in quotation marks and classes that nothing defines, conditions that are meant and not stated.

use super::Words;
use super::text::{Sentence, Text, has};
use tiaoli_source::Code;

/// Classes that differ from desk to desk unless somebody defines them.
const CLASSES: [&str; 24] = [
    "特别重大",
    "重大项目",
    "高层次人才",
    "高端人才",
    "优秀人才",
    "紧缺人才",
    "顶尖人才",
    "领军人才",
    "领军企业",
    "龙头企业",
    "骨干企业",
    "标杆企业",
    "重点企业",
    "优质企业",
    "知名企业",
    "优势企业",
    "总部企业",
    "创投机构",
    "示范企业",
    "特色产业",
    "重点产业",
    "高成长企业",
    "初创企业",
    "成长型企业",
];

/// Conditions that are only meant.
const CONDITIONS: [&str; 12] = [
    "符合条件的",
    "符合规定条件的",
    "符合规定的条件",
    "符合有关条件",
    "符合相关条件",
    "符合要求的",
    "满足条件的",
    "达到规定条件",
    "符合申报条件",
    "符合享受条件",
    "符合规定的",
    "达到规定要求",
];

/// What is in quotation marks and yet no name.
const WAYS: [&str; 16] = [
    "一事一议",
    "一企一策",
    "一项目一策",
    "从高",
    "就高",
    "不重复",
    "免申即享",
    "先申先得",
    "先到先得",
    "多退少补",
    "择优",
    "以上",
    "以下",
    "以内",
    "超过",
    "不满",
];

/// How many names are looked up.
const MOST_NAMES: usize = 500;

pub(super) fn check(text: &Text<'_>, words: &mut Words) {
    let mut said: Vec<&str> = Vec::new();
    for sentence in &text.sentences {
        if !sentence.grants() {
            continue;
        }
        for (at, word) in sentence.find(&CONDITIONS) {
            let unit_lists = text.unit_has(sentence, &["下列条件", "以下条件", "条件：", "条件之一"]);
            if !unit_lists && !sentence.segment(at).ends_with(['第', '款']) {
                let finding = text.finding(Code::CONDITIONS_NOT_STATED, sentence, at, at + word.len());
                words.push(finding.arg("words", word));
            }
        }
        for name in names(sentence) {
            let (at, name) = name;
            let end = at + name.len();
            if said.len() > MOST_NAMES
                || WAYS.iter().any(|way| name.contains(way))
                || said.contains(&name)
                || defined(text, name)
            {
                continue;
            }
            said.push(name);
            let (start, end) = (at - '“'.len_utf8(), end + '”'.len_utf8());
            words.push(text.finding(Code::NAME_NOT_DEFINED, sentence, start, end).arg("name", name));
        }
        for (at, class) in sentence.find(&CLASSES) {
            if said.contains(&class) || defined(text, class) || found(sentence, at, class) {
                continue;
            }
            said.push(class);
            words.push(text.finding(Code::TERM_NOT_DEFINED, sentence, at, at + class.len()).arg("term", class));
        }
    }
}

/// The names in quotation marks of a sentence, without the marks.
fn names<'s>(sentence: &'s Sentence<'_>) -> Vec<(usize, &'s str)> {
    let marks = sentence.text.match_indices('“');
    let named = marks.filter_map(|(at, mark)| {
        let start = at + mark.len();
        let name = sentence.text.get(start..)?.split('”').next()?;
        (!name.is_empty()).then_some((start, name))
    });
    named.collect()
}

/// Whether the document says what a name means.
fn defined(text: &Text<'_>, name: &str) -> bool {
    let says = |sentence: &Sentence<'_>| {
        let here = sentence.text;
        let short = here.find(&format!("简称“{name}”")).or_else(|| here.find(&format!("简称{name}")));
        let meant = here.find(name).is_some_and(|at| {
            let behind = here.get(at + name.len()..).unwrap_or_default().trim_start_matches(['”', '，', ',', ' ']);
            let before = here.get(..at).unwrap_or_default().trim_end_matches('“');
            ["是指", "指", "包括", "为", "：", "的认定", "认定标准"].iter().any(|word| behind.starts_with(word))
                || before.ends_with("所称")
                || before.ends_with("视为")
        });
        short.is_some() || meant
    };
    text.sentences.iter().any(says)
}

/// Whether somebody finds a class: `经认定的高层次人才`, `对新认定的龙头企业`, `列入名单的重大项目`.
fn found(sentence: &Sentence<'_>, at: usize, class: &str) -> bool {
    let before: String = sentence.segment(at).chars().rev().take(24).collect::<Vec<_>>().into_iter().rev().collect();
    let behind = sentence.text.get(at + class.len()..).unwrap_or_default();
    has(&before, &["认定", "评为", "评定", "列入", "入选", "获评", "评审", "备案", "获批", "》"])
        || ["名单", "名录", "库", "计划", "称号", "认定", "工程", "目录", "评选", "研究院", "实验室", "培育"]
            .iter()
            .any(|word| behind.starts_with(word))
}
