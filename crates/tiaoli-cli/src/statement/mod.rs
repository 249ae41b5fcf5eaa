//! A decision as a statement that one would hand to an enterprise.

mod project;
mod rests;
mod rows;
mod words;

use crate::render::wrap::{hang, paragraph};
use crate::table::{Column, table};
use tiaoli::outcome::{Amount, Scenarios};
use tiaoli::{Decision, Lang, Program};

pub(crate) use project::standing;
pub(crate) use rows::rows;
pub(crate) use words::{Words, kind};

/// Writes the statement: what was asked, what each project gets, the sums, and what all of it rests on.
pub(crate) fn statement(program: &Program, decision: &Decision, lang: Lang, width: usize) -> String {
    let words = Words { program, lang };
    let mut text = heading(&words, decision, width);
    for project in &decision.projects {
        text.push('\n');
        text.push_str(&project::project(&words, project, decision.total.is_ok(), width));
    }
    text.push('\n');
    text.push_str(&totals(&words, decision, width));
    text.push_str(&rests::rights(&words, decision, width));
    text.push_str(&rests::readings(&words, decision, width));
    text.push_str(&rests::assumed(&words, decision, width));
    text.push_str(&rests::document(&words, decision, width));
    text
}

fn heading(words: &Words<'_>, decision: &Decision, width: usize) -> String {
    let policy = &words.program.policy;
    let title = format!("{}{}{}", words.say("《", ""), policy.title, words.say("》", ""));
    let line = match words.lang {
        Lang::Zh => format!("评定日期 {}　版次 {}", decision.as_of, policy.edition),
        Lang::En => format!("date of evaluation {}, edition {}", decision.as_of, policy.edition),
    };
    format!("{}{line}\n", paragraph(&title, width))
}

/// A heading of a part of the statement.
fn part(title: &str) -> String {
    format!("\n{title}\n")
}

/// The sums over all projects.
fn totals(words: &Words<'_>, decision: &Decision, width: usize) -> String {
    match &decision.total {
        Ok(total) => {
            let mut text = hang(words.say("合计　", "total    "), &payable(words, &total.payable), width);
            text.push_str(&payment(words, &total.payable, &total.payment, width));
            text
        }
        Err(limit) => {
            let line = |name: &str, best: Option<Amount>, bound: Option<Amount>| {
                format!(
                    "{name}{}{}{}{}",
                    words.say("：已找到 ", ": found "),
                    words.sum(best),
                    words.say("，不会超过 ", ", certainly not above "),
                    words.sum(bound)
                )
            };
            let lead = words.say(
                "合计　未能在限定的工作量内证明最优，不作结论。",
                "total    the best combination could not be proved within the fixed amount of work.",
            );
            let low = line(words.say("保底", "guaranteed"), limit.best.guaranteed, limit.bound.guaranteed);
            let high = line(words.say("最高", "maximum"), limit.best.maximum, limit.bound.maximum);
            paragraph(&format!("{lead}\n{low}\n{high}"), width)
        }
    }
}

/// One sum, or the guaranteed and the greatest one.
fn payable(words: &Words<'_>, of: &Scenarios<Option<Amount>>) -> String {
    match (of.guaranteed, of.maximum) {
        (Some(low), Some(high)) if low.total_cmp(high).is_eq() => words.yuan(low),
        (low, high) => {
            format!(
                "{}{}{}{}",
                words.say("保底 ", "guaranteed "),
                words.sum(low),
                words.say("，最高 ", ", maximum "),
                words.sum(high)
            )
        }
    }
}

/// What is paid, where rounding makes it differ from what is payable.
fn payment(
    words: &Words<'_>,
    payable: &Scenarios<Option<Amount>>,
    paid: &Scenarios<Option<Amount>>,
    width: usize,
) -> String {
    if same(payable.guaranteed, paid.guaranteed) && same(payable.maximum, paid.maximum) {
        return String::new();
    }
    let sums = match (paid.guaranteed, paid.maximum) {
        (Some(low), Some(high)) if low.total_cmp(high).is_eq() => words.yuan(low),
        (low, high) => format!("{}{}{}", words.sum(low), words.say(" / ", " / "), words.sum(high)),
    };
    hang(
        words.say("支付　", "paid     "),
        &format!("{sums}{}", words.say("（尾数按政策处理）", " (rounded as the policy says)")),
        width,
    )
}

/// Whether two sums are one.
pub(crate) fn same(a: Option<Amount>, b: Option<Amount>) -> bool {
    match (a, b) {
        (Some(a), Some(b)) => a.total_cmp(b).is_eq(),
        (a, b) => a.is_none() && b.is_none(),
    }
}

/// Two combinations side by side: shares of a limit, not bounds.
fn side_by_side(words: &Words<'_>, low: [String; 2], high: [String; 2], width: usize) -> String {
    let head = [
        Column::words("", 1),
        Column::words(words.say("保底方案", "guaranteed combination"), 3),
        Column::words(words.say("最高方案", "greatest combination"), 3),
    ];
    let [low_sum, low_by] = low;
    let [high_sum, high_by] = high;
    let rows = [
        vec![words.say("应付", "payable").to_owned(), low_sum, high_sum],
        vec![words.say("依据", "by").to_owned(), low_by, high_by],
    ];
    table(&head, &rows, width)
}
