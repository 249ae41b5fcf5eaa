//! 分别: the list before it and the figures after it must be of one length.

use super::text::{Sentence, Text, has, without_brackets};
use tiaoli_source::{Code, Problems};

/// Words that begin an item of a list of levels or classes.
const LEVELS: [&str; 16] = [
    "国家", "国际", "国内", "省", "市", "区", "县", "特等", "一等", "二等", "三等", "第一", "第二", "第三", "大型",
    "中型",
];

pub(super) fn check(text: &Text<'_>, problems: &mut Problems) {
    for sentence in &text.sentences {
        for (start, part) in sentence.parts() {
            let found: Vec<usize> = part.match_indices("分别").map(|(at, _)| at).collect();
            for (nth, at) in found.iter().enumerate() {
                // its figures stand before the next 分别
                let end = found.get(nth + 1).copied().unwrap_or(part.len());
                one(text, sentence, start, part, *at, end, problems);
            }
        }
    }
}

/// Holds the list before one 分别 against the figures after it.
fn one(
    text: &Text<'_>,
    sentence: &Sentence<'_>,
    start: usize,
    part: &str,
    at: usize,
    end: usize,
    problems: &mut Problems,
) {
    let Some((from, to, count)) = figures(sentence, start + at + "分别".len(), start + end) else { return };
    let before = without_brackets(part.get(..at).unwrap_or_default());
    let mut lengths: Vec<usize> = Vec::new();
    let mut nearest = None;
    let mut back = before.len();
    for segment in before.split(['，', ',', '：', ':']).rev() {
        let from = back - segment.len();
        back = from.saturating_sub('，'.len_utf8());
        let found = lists(segment);
        if nearest.is_none() && !found.is_empty() {
            nearest = Some((from, segment, found.clone()));
        }
        lengths.extend(found);
    }
    let Some((from_list, segment, found)) = nearest else { return };
    let product = lengths.iter().enumerate().any(|(i, a)| lengths.iter().skip(i + 1).any(|b| a * b == count));
    if lengths.contains(&count) || product {
        return;
    }
    let items = found.iter().copied().max().unwrap_or_default();
    let lead = segment.len() - segment.trim_start().len();
    let list = text.span(sentence, start + from_list + lead, start + from_list + segment.trim_end().len());
    let finding = text.finding(Code::RESPECTIVELY_UNEQUAL, sentence, from, to).also(list);
    problems.push(finding.arg("items", items).arg("figures", count));
}

/// The list of figures that follows 分别: where it starts and ends, and how many there are. One figure is no list.
fn figures(sentence: &Sentence<'_>, from: usize, to: usize) -> Option<(usize, usize, usize)> {
    let mut run: Option<(usize, usize, usize)> = None;
    for figure in sentence.figures.iter().filter(|it| it.start >= from && it.end <= to) {
        run = match run {
            None => Some((figure.start, figure.end, 1)),
            Some((start, end, count)) => {
                let between = sentence.text.get(end..figure.start).unwrap_or_default();
                let joins = between.contains(['、', '和', '及'])
                    || between.starts_with(['，', ',']) && !has(between, &["最高", "最多", "不超过", "每", "累计"]);
                if joins && between.chars().count() <= 12 {
                    Some((start, figure.end, count + 1))
                } else {
                    break;
                }
            }
        };
    }
    run.filter(|(_, _, count)| *count > 1)
}

/// The lengths that the lists of a segment may have: names under 、 with or without 和, and those of levels among them.
fn lists(segment: &str) -> Vec<usize> {
    let items: Vec<&str> = segment.split('、').collect();
    let mut lengths = Vec::new();
    // 甲占比、乙占比均达到30％、50％: names up to the item where the figures begin, then the figures
    let figured = |item: &&str| item.chars().any(|c| c.is_ascii_digit());
    let turn = items.iter().position(figured).filter(|at| *at > 0);
    let runs: Vec<&[&str]> = match turn {
        Some(at) => vec![items.get(..=at).unwrap_or_default(), items.get(at..).unwrap_or_default()],
        None => vec![&items],
    };
    for run in runs {
        let last = run.last().copied().unwrap_or_default();
        let and = ["以及", "和", "及", "与", "或"].iter().map(|word| last.matches(word).count()).max().unwrap_or(0);
        if run.len() > 1 {
            lengths.push(run.len());
            let levels = run.iter().filter(|item| starts_with_level(item)).count();
            lengths.extend([levels, run.len() - levels + usize::from(levels > 0)].into_iter().filter(|it| *it > 1));
        }
        if and > 0 && (run.len() > 1 || and == 1) {
            lengths.push(run.len() + 1);
        }
    }
    lengths.dedup();
    lengths
}

fn starts_with_level(item: &str) -> bool {
    let at = LEVELS.iter().filter_map(|level| item.find(level)).min();
    at.is_some_and(|at| at <= "对新认定为".len() * 2)
}
