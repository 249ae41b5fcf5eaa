//! Which side a figure bounds, by the words around it.

/// The side of a figure that counts, and whether the figure itself does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Side {
    /// 以上, 达到, 不低于: the figure or more.
    AtLeast,
    /// 超过, 突破: more than the figure.
    Over,
    /// 以下, 以内, 不超过, 最高, 前: the figure or less.
    AtMost,
    /// 不满, 低于: less than the figure.
    Under,
}

/// Words behind a figure, longest first.
const BEHIND: [(&str, Side); 8] = [
    ("及其以上", Side::AtLeast),
    ("及以上", Side::AtLeast),
    ("及以下", Side::AtMost),
    ("以上", Side::AtLeast),
    ("以下", Side::AtMost),
    ("以内", Side::AtMost),
    ("之内", Side::AtMost),
    ("封顶", Side::AtMost),
];

/// Words before a figure. Where several stand there, the last decides; of two that end together, the longer.
const BEFORE: [(&str, Side); 33] = [
    ("最高不超过", Side::AtMost),
    ("最多不超过", Side::AtMost),
    ("最长不超过", Side::AtMost),
    ("不超过", Side::AtMost),
    ("不高于", Side::AtMost),
    ("不多于", Side::AtMost),
    ("不晚于", Side::AtMost),
    ("最高", Side::AtMost),
    ("最多", Side::AtMost),
    ("最长", Side::AtMost),
    ("至多", Side::AtMost),
    ("上限", Side::AtMost),
    ("限额", Side::AtMost),
    ("前", Side::AtMost),
    ("不低于", Side::AtLeast),
    ("不少于", Side::AtLeast),
    ("不早于", Side::AtLeast),
    ("最低", Side::AtLeast),
    ("至少", Side::AtLeast),
    ("达到", Side::AtLeast),
    ("达", Side::AtLeast),
    ("不满", Side::Under),
    ("未满", Side::Under),
    ("不足", Side::Under),
    ("低于", Side::Under),
    ("少于", Side::Under),
    ("小于", Side::Under),
    ("满", Side::AtLeast),
    ("超过", Side::Over),
    ("超出", Side::Over),
    ("大于", Side::Over),
    ("突破", Side::Over),
    ("高于", Side::Over),
];

/// Marks at which the words before a figure begin.
const MARKS: [char; 14] = ['，', '。', '；', '：', '、', ',', ';', '（', '(', '）', ')', '{', '“', '”'];

/// Words that join a second figure to the one before.
const JOINING: [char; 4] = ['和', '与', '及', '加'];

/// The side of the figure at `start..end`. `last` is the figure before it with its side: one that follows it in a list
/// (、) is bounded by the same word.
pub(super) fn bound(text: &str, start: usize, end: usize, last: Option<(usize, Option<Side>)>) -> Option<Side> {
    if let Some((_, side)) = behind(text.get(end..).unwrap_or_default()) {
        return Some(side);
    }
    let from = last.map_or(0, |(end, _)| end);
    let between = text.get(from..start).unwrap_or_default();
    if let Some((_, side)) = last.filter(|_| between == "、") {
        return side;
    }
    let segment = between.rfind(MARKS).map_or(between, |at| between.get(at..).unwrap_or_default());
    // 超出上年的部分，的10％ is of the part; the word bounds another figure.
    let segment = segment.rsplit("部分").next().unwrap_or(segment);
    let own = before(segment).map(|(_, _, side)| side);
    // 不超过 A 的50％和 B 的20％: the ceiling is of both.
    let joined = !between.contains(MARKS) && between.contains(JOINING);
    own.or_else(|| last.and_then(|(_, side)| side).filter(|side| joined && *side == Side::AtMost))
}

/// The bound word that `text`, which follows a figure, begins with. （含） may stand before it.
pub(crate) fn behind(text: &str) -> Option<(&'static str, Side)> {
    let text = text.trim_start_matches(['（', '(']).trim_start_matches("含").trim_start_matches(['）', ')']);
    BEHIND.into_iter().find(|(word, _)| text.starts_with(word))
}

/// The last bound word of `segment`, which stands before a figure: where it ends, the word, and its side.
pub(crate) fn before(segment: &str) -> Option<(usize, &'static str, Side)> {
    BEFORE
        .into_iter()
        .filter_map(|(word, side)| segment.rfind(word).map(|at| (at + word.len(), word, side)))
        // 期满之日起15日, 施行前认定的: parts of other words unless the figure follows at once
        .filter(|(end, word, _)| {
            !matches!(*word, "满" | "前" | "达") || segment.get(*end..).is_some_and(|rest| rest.trim().is_empty())
        })
        .max_by_key(|(end, word, _)| (*end, word.len()))
}
