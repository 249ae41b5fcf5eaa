//! From decided applications to the entrants of each pool, and what came of all pools.

use super::pool::{Allotment, Entrant, EntrantId, Identity, Need, Pool, Room, RoomId, Unshared};
use crate::application::{Application, Slot};
use crate::claim::{Cell, Truth, Values};
use crate::date::Date;
use crate::outcome::{Decision, Kind, ProjectDecision};
use crate::program::{Allocation, FactId, NodeId, Place, Program, RuleId};
use crate::selection::Selection;
use crate::settle::payment;
use crate::table::{Id, Table};
use std::collections::{BTreeMap, BTreeSet};

/// An applicant as the pools see him: his decision, and what he wants of each.
#[derive(Clone, Debug)]
pub struct Entry {
    /// Who he is.
    pub applicant: String,
    /// What was decided on his application.
    pub decision: Decision,
    wants: Vec<Want>,
}

impl Entry {
    /// The year in which his first row wants something of an allocation, where it is a yearly one and that is known.
    #[must_use]
    pub fn year(&self, allocation: usize) -> Option<i128> {
        self.wants.iter().filter(|it| it.allocation == allocation).find_map(|it| match it.year {
            Some(Year::Known(year)) => Some(year),
            Some(Year::Unknown) | None => None,
        })
    }
}

/// What one row of an application wants of one pool.
#[derive(Clone, Debug)]
struct Want {
    allocation: usize,
    entrant: Entrant,
    year: Option<Year>,
    keys: Vec<Option<i128>>,
    needs: Vec<FactId>,
    enters: bool,
}

/// The year that a want counts in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Year {
    Known(i128),
    Unknown,
}

/// What an earlier run gave: it stays as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Earlier {
    /// Which allocation, by position.
    pub allocation: usize,
    /// The year of the pool, where it is a yearly one.
    pub year: Option<i128>,
    /// Who got it.
    pub identity: Identity,
    /// How much, in fen.
    pub amount: i128,
    /// What it was drawn on.
    pub rooms: Vec<usize>,
}

/// Every pool, shared.
#[derive(Clone, Debug)]
pub struct Queues {
    /// The day of the run.
    pub as_of: Date,
    /// The pools in document order, years in order.
    pub queues: Vec<Queue>,
}

/// One pool and what came of it.
#[derive(Clone, Debug)]
pub struct Queue {
    /// Which allocation, by position.
    pub allocation: usize,
    /// The year, where it is a yearly one.
    pub year: Option<i128>,
    /// Everyone who wants something, in the order of the queue; then those without a place.
    pub entrants: Vec<EntryShare>,
    /// Rows to which nothing is due under its rules.
    pub nothing_due: Vec<Identity>,
    /// What came of it, or why nothing did.
    pub allotment: Result<Allotment, Unshared>,
}

/// One entrant of a queue.
#[derive(Clone, Debug)]
pub struct EntryShare {
    /// His id in the allotment.
    pub id: EntrantId,
    /// Who it is.
    pub identity: Identity,
    /// What he may get.
    pub need: Need,
    /// The keys of the order as values: numbers in their scale, days, positions of members, 1 for true.
    pub keys: Vec<Option<i128>>,
    /// The facts that are missing, in dictionary order.
    pub needs: Vec<FactId>,
}

/// Decides one application and reads off what it wants of each pool.
#[must_use]
pub fn enter(program: &Program, selection: &Selection, applicant: &str, application: &Application) -> Entry {
    let claims = crate::claim::decide(program, selection, application);
    let values = claims.values.clone();
    let decision = crate::settle::settle(program, selection, application, claims);
    let mut wants = Vec::new();
    for (index, allocation) in program.allocations.iter().enumerate() {
        let of_project = program.levels.get(allocation.level).is_some_and(|level| level.place == Place::Project);
        let rows = if of_project { (0..application.projects.len()).map(Some).collect() } else { vec![None] };
        for project in rows {
            let seen = Seen { program, selection, application, values: &values, allocation, project };
            wants.push(seen.want(index, applicant, &decision));
        }
    }
    Entry { applicant: applicant.to_owned(), decision, wants }
}

/// One row of one application under one allocation.
struct Seen<'a> {
    program: &'a Program,
    selection: &'a Selection,
    application: &'a Application,
    values: &'a Values<Vec<Cell>>,
    allocation: &'a Allocation,
    project: Option<usize>,
}

impl Seen<'_> {
    fn want(&self, index: usize, applicant: &str, decision: &Decision) -> Want {
        let of = self.allocation;
        let projects: Vec<&ProjectDecision> = match self.project {
            Some(project) => decision.projects.get(project).into_iter().collect(),
            None => decision.projects.iter().collect(),
        };
        let (need, right) = self.need(decision, &projects);
        let keys: Vec<Option<i128>> = of.keys.iter().map(|key| self.point(key.node)).collect();
        let came = of.keys.iter().zip(&keys).find(|(key, _)| key.arrival).and_then(|(_, day)| *day);
        let turned = |(key, value): (&crate::program::OrderKey, &Option<i128>)| {
            value.map(|value| if key.descending { value.saturating_neg() } else { value })
        };
        let room = |(at, store): (usize, &crate::program::Store)| {
            let id = RoomId::from_index(at);
            match store.only.map(|node| self.cell(node).truth()) {
                None | Some(Truth::True) => Some((id, true)),
                Some(Truth::Unknown) => Some((id, false)),
                Some(Truth::False) => None,
            }
        };
        let year = of.year.map(|node| self.point(node).map_or(Year::Unknown, Year::Known));
        let entrant = Entrant {
            identity: Identity {
                applicant: applicant.to_owned(),
                project: self.project.and_then(|at| self.application.projects.get(at)).map(|it| it.id.clone()),
            },
            need,
            keys: of.keys.iter().zip(&keys).map(turned).collect(),
            came: came.and_then(|day| i32::try_from(day).ok()).and_then(Date::from_days),
            weight: of.weight.and_then(|node| self.point(node)),
            draw: of.draw.and_then(|node| self.point(node)),
            rooms: of.rooms.iter().enumerate().filter_map(room).collect(),
            earlier: None,
        };
        let enters = right || need != Need::Settled(0);
        Want { allocation: index, needs: self.needs(&projects, &entrant), year, keys, enters, entrant }
    }

    /// What may be got under the rules of the pool, and whether there is a right among it that is not money.
    fn need(&self, decision: &Decision, projects: &[&ProjectDecision]) -> (Need, bool) {
        let ours = |rule: Option<RuleId>| rule.is_some_and(|rule| self.allocation.rules.binary_search(&rule).is_ok());
        let claims = || projects.iter().flat_map(|it| &it.claims).filter(|it| ours(it.rule));
        let right = claims().any(|it| it.outcome.kind == Kind::Entitlement && !it.outcome.monetary);
        let monetary = |rule: RuleId| self.selection.rules.get(rule).is_some_and(|it| it.form.sum.is_some());
        let all = self.program.rules.ids().filter(|rule| monetary(*rule)).all(|rule| ours(Some(rule)));
        // What is the text's own: the total, or a project that shares no limit with another.
        let certain = match (self.project, &decision.total) {
            (_, Err(_)) => false,
            (Some(_), Ok(_)) => projects.iter().all(|it| it.settled),
            (None, Ok(total)) => total.settled && (all || projects.iter().all(|it| it.settled)),
        };
        let sum = |claim: &crate::outcome::ClaimDecision| claim.payable.guaranteed;
        if certain {
            let paid = projects.iter().try_fold(0i128, |paid, project| {
                if project.claims.iter().all(|it| ours(it.rule) || sum(it).is_some_and(|sum| sum.value == 0)) {
                    return paid.checked_add(project.payment.guaranteed?.value);
                }
                let shares =
                    project.claims.iter().filter(|it| ours(it.rule)).map(|it| payment(sum(it)?, self.selection));
                shares.into_iter().try_fold(paid, |paid, share| paid.checked_add(share?))
            });
            return (paid.map_or(Need::Open(None), Need::Settled), right);
        }
        let most = claims()
            .filter(|it| it.outcome.monetary)
            .try_fold(0i128, |most, it| most.checked_add(payment(it.outcome.maximum?, self.selection)?));
        let total = match (&decision.total, self.project) {
            (Ok(total), None) => total.payment.maximum.map(|it| it.value),
            _ => None,
        };
        (Need::Open(most.into_iter().chain(total).min()), right)
    }

    fn cell(&self, node: NodeId) -> Cell {
        let row = self.project.unwrap_or(0);
        self.values.get(node).and_then(|column| column.get(row)).copied().unwrap_or(Cell::TooLarge)
    }

    /// A known value as a number: a truth is 1 or 0, a member its position.
    fn point(&self, node: NodeId) -> Option<i128> {
        match self.cell(node) {
            cell if !cell.is_point() => None,
            Cell::Truth(truth) => Some(i128::from(truth == Truth::True)),
            Cell::Number(range) => range.as_point(),
            Cell::Member(members) => members.members().next().map(i128::from),
            // Who somebody is gives no order.
            Cell::Key(_) | Cell::TooLarge => None,
        }
    }

    /// What is missing: for the sum, the place, the draw or the weight.
    fn needs(&self, projects: &[&ProjectDecision], entrant: &Entrant) -> Vec<FactId> {
        let mut needs = BTreeSet::new();
        if !matches!(entrant.need, Need::Settled(_)) {
            let claims = projects.iter().flat_map(|it| &it.claims);
            let ours = claims.filter(|it| it.rule.is_some_and(|it| self.allocation.rules.contains(&it)));
            needs.extend(ours.flat_map(|it| it.outcome.needs.iter().copied().chain(it.outcome.decided_by)));
        }
        for node in self.allocation.nodes().filter(|node| Some(*node) != self.allocation.draw) {
            if !self.cell(node).is_point() {
                needs.extend(self.program.facts_under([node]).into_iter().filter(|fact| self.absent(*fact)));
            }
        }
        needs.into_iter().collect()
    }

    fn absent(&self, fact: FactId) -> bool {
        let Some(it) = self.program.facts.get(fact) else { return false };
        let rows = self.program.rows_of(self.application, it.level, self.project.unwrap_or(0));
        let slots = self.application.facts.get(fact);
        rows.iter().any(|row| slots.and_then(|it| it.get(*row)) == Some(&Slot::Absent))
    }
}

/// Shares every pool of the policy among everyone. `since` is the day of the run that gave `earlier`.
#[must_use]
pub fn allocate(program: &Program, entries: &[Entry], earlier: &[Earlier], as_of: Date, since: Option<Date>) -> Queues {
    let mut queues = Vec::new();
    for (index, allocation) in program.allocations.iter().enumerate() {
        let wants: Vec<&Want> = entries.iter().flat_map(|it| &it.wants).filter(|it| it.allocation == index).collect();
        let before: Vec<&Earlier> = earlier.iter().filter(|it| it.allocation == index).collect();
        let known = wants.iter().filter_map(|it| match it.year {
            None => Some(None),
            Some(Year::Known(year)) => Some(Some(year)),
            Some(Year::Unknown) => None,
        });
        let years: BTreeSet<Option<i128>> = known.chain(before.iter().map(|it| it.year)).collect();
        for year in years {
            let here = |want: &&&Want| match want.year {
                Some(Year::Unknown) => true,
                Some(Year::Known(known)) => Some(known) == year,
                None => true,
            };
            let wants: Vec<&Want> = wants.iter().filter(here).copied().collect();
            let before: Vec<&Earlier> = before.iter().filter(|it| it.year == year).copied().collect();
            queues.push(queue(allocation, index, year, &wants, &before, (as_of, since)));
        }
    }
    Queues { as_of, queues }
}

fn queue(
    allocation: &Allocation,
    index: usize,
    year: Option<i128>,
    wants: &[&Want],
    earlier: &[&Earlier],
    (as_of, since): (Date, Option<Date>),
) -> Queue {
    // What is added to a yearly budget is added to that of its year.
    let of_year = |date: Date| year.is_none_or(|year| year == i128::from(date.year()));
    let room = |store: &crate::program::Store| Room {
        measure: store.measure,
        base: store.base,
        increments: store.increments.iter().copied().filter(|it| of_year(it.date)).collect(),
    };
    let pool = Pool { rooms: allocation.rooms.iter().map(room).collect(), terms: allocation.terms, as_of, since };
    let mut given: BTreeMap<&Identity, &Earlier> = earlier.iter().map(|it| (&it.identity, *it)).collect();
    let mut entrants = Table::new();
    let mut shown = Vec::new();
    let mut nothing_due = Vec::new();
    for want in wants {
        let mut entrant = want.entrant.clone();
        let locked = given.remove(&entrant.identity);
        if !want.enters && locked.is_none() {
            nothing_due.push(entrant.identity);
            continue;
        }
        entrant.earlier = locked.map(|it| it.amount);
        if want.year == Some(Year::Unknown) {
            entrant.rooms.iter_mut().for_each(|(_, sure)| *sure = false);
        }
        shown.push((entrant.identity.clone(), entrant.need, want.keys.clone(), want.needs.clone()));
        entrants.push(entrant);
    }
    for (identity, it) in given {
        let entrant = Entrant {
            identity: identity.clone(),
            need: Need::Settled(it.amount),
            keys: allocation.keys.iter().map(|_| None).collect(),
            came: None,
            weight: None,
            draw: None,
            rooms: it.rooms.iter().map(|room| (RoomId::from_index(*room), true)).collect(),
            earlier: Some(it.amount),
        };
        shown.push((identity.clone(), entrant.need, entrant.keys.clone(), Vec::new()));
        entrants.push(entrant);
    }
    let allotment = super::allot(&pool, &entrants);
    let mut order: Vec<EntryShare> = entrants
        .ids()
        .zip(shown)
        .map(|(id, (identity, need, keys, needs))| EntryShare { id, identity, need, keys, needs })
        .collect();
    order.sort_by(|one, other| {
        let place = |it: &EntryShare| {
            let place = allotment.as_ref().ok().and_then(|it2| it2.shares.get(it.id)).and_then(|it| it.place);
            (place.is_none(), place)
        };
        let draw = |it: &EntryShare| entrants.get(it.id).and_then(|it| it.draw);
        place(one).cmp(&place(other)).then(draw(one).cmp(&draw(other))).then(one.identity.cmp(&other.identity))
    });
    nothing_due.sort();
    Queue { allocation: index, year, entrants: order, nothing_due, allotment }
}
