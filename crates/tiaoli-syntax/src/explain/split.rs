//! Words that stand together without a blank: 对新认定, 平台类型属于研发中心.

use crate::keywords::keywords;

/// The longest run of letters that is looked at, in characters.
const LONGEST: usize = 64;

/// Parts a run of letters into names that `known` knows and words of the language, with blanks between them; `None`
/// where that cannot be done, or where the run is one name or one word.
///
/// ```
/// let known = |name: &str| ["平台类型", "研发中心"].contains(&name);
/// let spaced = tiaoli_syntax::split_glued("平台类型属于研发中心", known);
/// assert_eq!(spaced.as_deref(), Some("平台类型 属于 研发中心"));
/// ```
pub fn split_glued(run: &str, known: impl Fn(&str) -> bool) -> Option<String> {
    let ends: Vec<usize> = run.char_indices().map(|(at, c)| at + c.len_utf8()).collect();
    if ends.len() > LONGEST {
        return None;
    }
    // best[i]: the fewest parts that cover the first i characters, and where the last of them starts
    let mut best: Vec<Option<(usize, usize)>> = vec![Some((0, 0))];
    for (end_index, end) in ends.iter().enumerate() {
        let mut found = None;
        for start_index in 0..=end_index {
            let Some((parts, _)) = best.get(start_index).copied().flatten() else {
                continue;
            };
            let start = offset(&ends, start_index);
            let Some(part) = run.get(start..*end) else {
                continue;
            };
            let whole = start_index == 0 && end_index + 1 == ends.len();
            let fits = !whole && (is_word(part) || known(part));
            if fits && found.is_none_or(|(fewest, _)| parts + 1 < fewest) {
                found = Some((parts + 1, start_index));
            }
        }
        best.push(found);
    }
    let mut parts = Vec::new();
    let mut end_index = ends.len();
    while end_index > 0 {
        let (_, start_index) = best.get(end_index).copied().flatten()?;
        parts.push(run.get(offset(&ends, start_index)..offset(&ends, end_index))?);
        end_index = start_index;
    }
    parts.reverse();
    parts.iter().any(|part| is_word(part)).then(|| parts.join(" "))
}

/// Words of the language that may be names, so that the table does not hold them.
const OTHERS: [&str; 2] = ["前", "资金"];

/// Every way to set one word of the language apart from the rest of a run, the longest words first.
pub(crate) fn ways_to_split(run: &str) -> Vec<String> {
    let mut words: Vec<&str> = keywords().iter().map(|it| it.word).chain(OTHERS).collect();
    words.sort_by_key(|word| std::cmp::Reverse(word.len()));
    let mut ways = Vec::new();
    for word in words {
        for (at, _) in run.match_indices(word) {
            let (before, after) = (run.get(..at), run.get(at + word.len()..));
            let parts = [before, Some(word), after].into_iter().flatten();
            let parts: Vec<&str> = parts.filter(|part| !part.is_empty()).collect();
            if parts.len() > 1 {
                ways.push(parts.join(" "));
            }
        }
    }
    ways
}

/// The byte where the character with this index starts.
fn offset(ends: &[usize], index: usize) -> usize {
    index.checked_sub(1).and_then(|it| ends.get(it)).copied().unwrap_or(0)
}

fn is_word(part: &str) -> bool {
    keywords().iter().any(|it| it.word == part)
}
