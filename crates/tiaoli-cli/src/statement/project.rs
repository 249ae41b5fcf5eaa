//! One project of a statement.

use super::{Words, payable, payment, rows, same, side_by_side};
use crate::render::wrap::{hang, paragraph};
use crate::table::{Column, table};
use tiaoli::outcome::{Amount, ClaimDecision, Kind, ProjectDecision, Scenarios};

/// The claims of a project, what is payable, and by which of them.
pub(super) fn project(words: &Words<'_>, it: &ProjectDecision, proved: bool, width: usize) -> String {
    let mut text = format!("{}{}\n", words.say("项目 ", "project "), it.id);
    let head = [
        Column::words(words.say("条款", "clause"), 4),
        Column::words(words.say("条目", "article"), 4),
        Column::words(words.say("结果", "outcome"), 9),
        Column::words(words.say("取舍", "standing"), 5),
    ];
    let row = |(at, claim): (usize, &ClaimDecision)| {
        let standing = if proved { standing(words, it, at, claim) } else { String::new() };
        vec![claim.asked.clone(), words.article(&claim.asked), words.outcome(claim), standing]
    };
    let rows: Vec<Vec<String>> = it.claims.iter().enumerate().map(row).collect();
    text.push_str(&table(&head, &rows, width));
    for claim in &it.claims {
        text.push_str(&rows::rows(words, it, claim, proved, width));
    }
    if !proved {
        return text;
    }
    let differ = it.chosen.guaranteed != it.chosen.maximum || !same(it.payable.guaranteed, it.payable.maximum);
    if it.shares_limit && differ {
        let note = words.say(
            "本项目与其他项目共用限额，限额怎样分文件没有写。下面是两个各自最优的方案中本项目的一份，不是上下限：",
            "this project shares a limit with others, and the document does not divide it. These are its shares in two combinations, not bounds:",
        );
        text.push_str(&paragraph(note, width));
        let low = [words.sum(it.payable.guaranteed), by(words, it, &it.chosen.guaranteed)];
        let high = [words.sum(it.payable.maximum), by(words, it, &it.chosen.maximum)];
        text.push_str(&side_by_side(words, low, high, width));
        return text;
    }
    let lead = words.say("应付　", "payable  ");
    let shared = if it.shares_limit {
        words.say("，与其他项目共用限额", ", sharing a limit with other projects")
    } else {
        ""
    };
    text.push_str(&hang(lead, &format!("{}{}{shared}", payable(words, &it.payable), chosen(words, it)), width));
    text.push_str(&payment(words, &it.payable, &it.payment, width));
    text
}

/// Whether a claim was taken, and why not.
pub(crate) fn standing(words: &Words<'_>, it: &ProjectDecision, at: usize, claim: &ClaimDecision) -> String {
    let outcome = &claim.outcome;
    if outcome.kind == Kind::Entitlement && !outcome.monetary {
        return words.say("另享", "beside it").to_owned();
    }
    if matches!(outcome.kind, Kind::None | Kind::InvalidInput) {
        return String::new();
    }
    let taken = |by: &[usize], sum: Option<Amount>| by.contains(&at) && sum.is_none_or(|sum| sum.value != 0);
    let of = |taken: bool, lost| match (taken, lost) {
        (true, _) => words.say("采用", "taken").to_owned(),
        (false, Some(lost)) => words.lost(it, lost),
        (false, None) => String::new(),
    };
    let low = of(taken(&it.chosen.guaranteed, it.payable.guaranteed), claim.lost.guaranteed);
    let high = of(taken(&it.chosen.maximum, it.payable.maximum), claim.lost.maximum);
    match (low.as_str(), high.as_str()) {
        (low, high) if low == high => low.to_owned(),
        ("", high) => format!("{}{high}", words.say("最高：", "maximum: ")),
        (low, "") => format!("{}{low}", words.say("保底：", "guaranteed: ")),
        (low, high) => {
            format!("{}{low}{}{high}", words.say("保底：", "guaranteed: "), words.say("；最高：", "; maximum: "))
        }
    }
}

/// The ids of claims.
fn by(words: &Words<'_>, it: &ProjectDecision, chosen: &[usize]) -> String {
    let ids: Vec<&str> = chosen.iter().filter_map(|at| it.claims.get(*at)).map(|claim| claim.asked.as_str()).collect();
    ids.join(words.say("、", ", "))
}

/// `（依 3.3）`, or one for each sum.
fn chosen(words: &Words<'_>, it: &ProjectDecision) -> String {
    let Scenarios { guaranteed, maximum } = &it.chosen;
    let some = |by: String, sum: Option<Amount>| if sum.is_some_and(|sum| sum.value == 0) { String::new() } else { by };
    let low = some(by(words, it, guaranteed), it.payable.guaranteed);
    let high = some(by(words, it, maximum), it.payable.maximum);
    let text = match (low.is_empty(), high.is_empty()) {
        (true, true) => return String::new(),
        _ if low == high => format!("{}{low}", words.say("依 ", "by ")),
        (true, false) => format!("{}{high}", words.say("最高依 ", "maximum by ")),
        (false, true) => format!("{}{low}", words.say("保底依 ", "guaranteed by ")),
        (false, false) => {
            format!("{}{low}{}{high}", words.say("保底依 ", "guaranteed by "), words.say("，最高依 ", ", maximum by "))
        }
    };
    format!("{}{text}{}", words.say("（", " ("), words.say("）", ")"))
}
