//! Applications near the golden cases: each case with one fact said otherwise, at, just below and just above every figure
//! that the rules compare it with.
//!
//! They tell two programs apart (mutation, change report), and they are the boundary cases that are worth writing down.

mod values;
mod vary;

use crate::mutate::{Telling, Verdict};
use tiaoli_compiler::cases::Case;
use tiaoli_eval::application::Application;
use tiaoli_eval::outcome::{ClaimDecision, Decision};
use tiaoli_eval::program::{OptionId, Program};
use tiaoli_eval::selection::{Selection, select};

pub use values::interesting;
pub(crate) use values::said_value;
pub(crate) use vary::with;
pub use vary::{Variant, pairs, variants};

/// The most variants that are tried for one question.
const MOST: usize = 4000;

/// Tells programs apart from one that stands.
pub struct Prober<'a> {
    program: &'a Program,
    selection: Option<Selection>,
    cases: &'a [Case],
}

impl<'a> Prober<'a> {
    /// A prober around `program` and its golden cases.
    #[must_use]
    pub fn new(program: &'a Program, cases: &'a [Case]) -> Self {
        Self { program, selection: select(program, &[]).ok(), cases }
    }

    /// Whether some application near the cases of `family` tells `other` apart.
    #[must_use]
    pub fn tell(&self, other: &Program, family: &str) -> Verdict {
        let Ok(theirs) = select(other, &[]) else { return Verdict::SameDecisions(0) };
        self.search(other, &theirs, family)
    }

    /// Whether some application near the cases tells another reading apart.
    #[must_use]
    pub fn tell_reading(&self, option: OptionId) -> Verdict {
        let Ok(theirs) = select(self.program, &[option]) else { return Verdict::SameDecisions(0) };
        self.search(self.program, &theirs, "")
    }

    fn search(&self, other: &Program, theirs: &Selection, family: &str) -> Verdict {
        let Some(ours) = &self.selection else { return Verdict::SameDecisions(0) };
        let reader = tiaoli_json::Reader::new(self.program);
        let mut tried = 0;
        let near = |case: &Case| family.is_empty() || case.ids.iter().any(|id| id.starts_with(family));
        let cases = || self.cases.iter().enumerate().filter(|(_, case)| near(case));
        let one = cases().flat_map(|(index, case)| variants(self.program, case).map(move |it| (index, it)));
        let two = cases().flat_map(|(index, case)| pairs(self.program, case).map(move |it| (index, it)));
        for (near, variant) in one.chain(two).take(MOST) {
            tried += 1;
            let Ok(application) = reader.read(&variant.node) else { continue };
            let results = differ((self.program, ours, &application), (other, theirs, &application));
            if !results.is_empty() {
                return Verdict::Alive(Box::new(Telling { near, change: variant.change, results }));
            }
        }
        Verdict::SameDecisions(tried)
    }
}

/// What two programs make of one application, as each has read it, where they differ: clause, one, other.
#[must_use]
pub fn differ(
    (program, selection, application): (&Program, &Selection, &Application),
    (other, theirs, their_application): (&Program, &Selection, &Application),
) -> Vec<(String, String, String)> {
    let (ours, theirs) =
        (tiaoli_eval::decide(program, selection, application), tiaoli_eval::decide(other, theirs, their_application));
    let mut results = Vec::new();
    for (a, b) in ours.projects.iter().zip(&theirs.projects) {
        for (a, b) in a.claims.iter().zip(&b.claims) {
            let (x, y) = (said(program, a), said(other, b));
            if x != y {
                results.push((a.asked.clone(), x, y));
            }
        }
    }
    let (x, y) = (total(&ours), total(&theirs));
    if x != y {
        results.push(("合计".to_owned(), x, y));
    }
    results
}

/// A claim in words that show every difference.
fn said(program: &Program, claim: &ClaimDecision) -> String {
    let words = crate::cases::found(program, claim).in_lang(tiaoli_source::Lang::Zh).to_owned();
    let shown: Vec<String> = claim
        .outcome
        .shows
        .iter()
        .map(|(key, _, amount)| format!("{key} {}", amount.map_or("?".to_owned(), |it| it.to_string())))
        .collect();
    if shown.is_empty() { words } else { format!("{words}（{}）", shown.join("，")) }
}

fn total(decision: &Decision) -> String {
    match &decision.total {
        Ok(total) => {
            let sum = |amount: Option<tiaoli_eval::outcome::Amount>| {
                amount.map_or("上不封顶".to_owned(), |it| it.to_string())
            };
            format!(
                "{}元至{}元，支付{}元",
                sum(total.payable.guaranteed),
                sum(total.payable.maximum),
                sum(total.payment.maximum)
            )
        }
        Err(_) => "未能算定".to_owned(),
    }
}
