//! What is payable: every combination of one monetary claim a project is tried, once with the least sums and once with the greatest.

use std::collections::BTreeMap;

use super::clauses::RULES;
use super::figure::{Figure, whole};
use super::input::{Application, Payment, Project};
use super::outcome::{Claim, Kind};

/// The result of one scenario.
pub(crate) struct Scenario {
    /// For each project the clause that pays and its sum; `None` where only a tie that the documents leave open decides.
    pub(crate) projects: Vec<Option<Paid>>,
    pub(crate) total: Figure,
}

/// What one project is paid.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Paid {
    pub(crate) clause: Option<String>,
    pub(crate) sum: Figure,
}

/// Which end of each interval counts.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum End {
    Least,
    Greatest,
}

/// Whose cap, and of which year.
type Limit = (usize, i64);

/// A claim that could pay something, after earlier payments for its project.
struct Choice<'a> {
    clause: &'a str,
    rule: usize,
    net: Figure,
    limit: Option<Limit>,
    claim: &'a Claim,
}

/// The best combination for one end of the intervals.
pub(crate) fn settle(application: &Application, claims: &[Vec<Claim>], end: End) -> Scenario {
    let choices = choices(application, claims, end);
    let rooms = rooms(application, &choices);
    // Which claims are certain, and whether one counts that gets nothing out of a full limit, can be read in two ways each. Where all four agree, the text decides.
    let readings = [(true, true), (true, false), (false, true), (false, false)];
    let mut found = readings.iter().map(|reading| best(&choices, &rooms, *reading));
    let Some(first) = found.next() else { panic!("there are four readings") };
    let mut projects: Vec<Option<Paid>> = first.into_iter().map(Some).collect();
    let total = projects.iter().flatten().fold(Figure::zero(), |sum, paid| sum.plus(&paid.sum));
    for other in found {
        for (paid, other) in projects.iter_mut().zip(other) {
            if *paid != Some(other) {
                *paid = None;
            }
        }
    }
    Scenario { projects, total }
}

/// The projects that compete for an annual cap which cannot pay the most that each could get out of it.
pub(crate) fn sharing(application: &Application, claims: &[Vec<Claim>]) -> Vec<bool> {
    let choices = choices(application, claims, End::Greatest);
    let rooms = rooms(application, &choices);
    let tight: Vec<Limit> = rooms
        .iter()
        .filter(|(limit, room)| {
            let wanted: Vec<&Figure> = choices
                .iter()
                .filter_map(|project| project.iter().find(|choice| choice.limit == Some(**limit)))
                .map(|choice| &choice.net)
                .collect();
            wanted.len() > 1 && wanted.iter().fold(Figure::zero(), |sum, net| sum.plus(net)) > **room
        })
        .map(|(limit, _)| *limit)
        .collect();
    let competes = |choice: &Choice<'_>| choice.limit.is_some_and(|limit| tight.contains(&limit));
    choices.iter().map(|project| project.iter().any(competes)).collect()
}

fn choices<'a>(application: &Application, claims: &'a [Vec<Claim>], end: End) -> Vec<Vec<Choice<'a>>> {
    application
        .projects
        .iter()
        .zip(claims)
        .map(|(project, claims)| {
            let deduction = sum(application.payments.iter().filter(|payment| payment.project == project.id));
            claims.iter().filter_map(|claim| choice(application, project, &deduction, claim, end)).collect()
        })
        .collect()
}

fn choice<'a>(
    application: &Application,
    project: &Project,
    deduction: &Figure,
    claim: &'a Claim,
    end: End,
) -> Option<Choice<'a>> {
    let rule = claim.rule.filter(|_| claim.monetary)?;
    if matches!(claim.outcome.kind, Kind::None | Kind::InvalidInput) {
        return None;
    }
    let gross = if end == End::Least { &claim.outcome.low } else { &claim.outcome.high };
    let net = gross.less(deduction);
    let limit = RULES[rule].annual_cap.map(|_| (rule, project.award_year(application)));
    (!net.is_zero()).then_some(Choice { clause: &claim.clause, rule, net, limit, claim })
}

/// What is left of each cap that some choice draws on.
fn rooms(application: &Application, choices: &[Vec<Choice<'_>>]) -> BTreeMap<Limit, Figure> {
    let limits = choices.iter().flatten().filter_map(|choice| choice.limit);
    limits
        .map(|(rule, year)| {
            let names = RULES[rule].names;
            let uses = |payment: &&Payment| payment.year == year && names.contains(&payment.clause.as_str());
            let used = sum(application.payments.iter().filter(uses));
            let cap = RULES[rule].annual_cap.map_or(Figure::Unbounded, whole);
            ((rule, year), cap.less(&used))
        })
        .collect()
}

/// One way to choose, with what it is worth. Greater is better, in the order of the fields.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Worth {
    open: usize,
    total: Figure,
    certain: usize,
    /// What is used of the limits, the less the better.
    used: std::cmp::Reverse<Figure>,
    /// The rules chosen, the earlier the better; no rule comes last.
    rules: std::cmp::Reverse<Vec<usize>>,
}

fn best(choices: &[Vec<Choice<'_>>], rooms: &BTreeMap<Limit, Figure>, reading: (bool, bool)) -> Vec<Paid> {
    let options: Vec<Vec<Option<&Choice<'_>>>> =
        choices.iter().map(|project| worth_trying(project, reading.0)).collect();
    let total: usize = options.iter().map(Vec::len).product();
    assert!(total <= 1_000_000, "the oracle tries every combination: give it fewer projects");
    let mut found: Option<(Worth, Vec<Paid>)> = None;
    for number in 0..total {
        let mut rest = number;
        let chosen: Vec<Option<&Choice<'_>>> = options
            .iter()
            .map(|options| {
                let option = options[rest % options.len()];
                rest /= options.len();
                option
            })
            .collect();
        let (worth, paid) = pay(&chosen, rooms, reading);
        if found.as_ref().is_none_or(|(best, _)| worth > *best) {
            found = Some((worth, paid));
        }
    }
    found.map_or_else(Vec::new, |(_, paid)| paid)
}

/// Nothing, each claim under a limit, and the one best claim under none: the others of those give no more, are no surer and come later.
fn worth_trying<'a, 'b>(project: &'b [Choice<'a>], known: bool) -> Vec<Option<&'b Choice<'a>>> {
    let free = project
        .iter()
        .filter(|choice| choice.limit.is_none())
        .max_by_key(|choice| (&choice.net, is_certain(choice.claim, known), std::cmp::Reverse(choice.rule)));
    let limited = project.iter().filter(|choice| choice.limit.is_some());
    limited.chain(free).map(Some).chain([None]).collect()
}

/// Pays a combination, limits in the order of the list.
fn pay(
    chosen: &[Option<&Choice<'_>>],
    rooms: &BTreeMap<Limit, Figure>,
    (known, even_unpaid): (bool, bool),
) -> (Worth, Vec<Paid>) {
    let mut left = rooms.clone();
    let mut paid = Vec::new();
    let (mut open, mut total, mut certain, mut used) = (0, Figure::zero(), 0, Figure::zero());
    for choice in chosen {
        let Some(choice) = choice else {
            paid.push(Paid { clause: None, sum: Figure::zero() });
            continue;
        };
        let mut sum = choice.net.clone();
        if let Some(room) = choice.limit.and_then(|limit| left.get_mut(&limit)) {
            sum = sum.min(room.clone());
            *room = room.less(&sum);
            used = used.plus(&sum);
        }
        certain += usize::from(is_certain(choice.claim, known) && (even_unpaid || !sum.is_zero()));
        if sum == Figure::Unbounded {
            open += 1;
        } else {
            total = total.plus(&sum);
        }
        paid.push(Paid { clause: (!sum.is_zero()).then(|| choice.clause.to_owned()), sum });
    }
    let rules = chosen.iter().map(|choice| choice.map_or(usize::MAX, |choice| choice.rule)).collect();
    let worth = Worth { open, total, certain, used: std::cmp::Reverse(used), rules: std::cmp::Reverse(rules) };
    (worth, paid)
}

/// Certain is what is not undetermined, or, read more strictly, what has one sum.
fn is_certain(claim: &Claim, known: bool) -> bool {
    if known { claim.outcome.kind != Kind::Undetermined } else { claim.outcome.low == claim.outcome.high }
}

fn sum<'a>(payments: impl Iterator<Item = &'a Payment>) -> Figure {
    payments.fold(Figure::zero(), |sum, payment| sum.plus(&payment.amount))
}
