//! From claims, limits and earlier payments to one problem for each scenario.

use super::solve::{self, Claim, ClaimId, Problem, RoomId, Sum};
use crate::application::Application;
use crate::claim::{Cell, Values};
use crate::number::{MONEY_SCALE, rescale};
use crate::outcome::{Amount, ClaimDecision, Kind, Outcome};
use crate::program::{Ceilings, LimitId, LimitPeriod, LimitRoom, NodeId, Op, Program, RuleId, Unquantified};
use crate::rows::At;
use crate::selection::{Rivalry, Selection};
use crate::table::{Id, Table};
use std::collections::BTreeMap;

/// Which sums compete.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Scenario {
    /// The least of every claim.
    Guaranteed,
    /// The greatest of every claim.
    Maximum,
}

/// A problem, and what each of its claims is.
pub(super) struct Case {
    pub(super) problem: Problem,
    pub(super) claims: Table<ClaimId, Place>,
    pub(super) rules: Table<ClaimId, RuleId>,
    pub(super) limits: Table<RoomId, LimitId>,
}

/// A limit of one whom and one period.
pub(super) type RoomKey = (LimitId, Whom, Option<i128>);

/// Whom a limit is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Whom {
    /// The applicant, a project, or a row of a list whose rows are nobody in particular.
    Row(usize),
    /// Somebody, in whichever lists.
    Somebody(u32),
    /// A row of which it is not known who it is.
    Unknown(usize),
}

/// Which claim of which project, and which row of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Place {
    pub(super) project: usize,
    pub(super) claim: usize,
    pub(super) row: RowOf,
}

/// Which row of a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum RowOf {
    /// The claim has no rows.
    Only,
    /// A row of its list, by position.
    Row(usize),
    /// All rows that the list may have beside those written.
    Further,
}

/// One claim, as it competes.
pub(super) struct Entry {
    pub(super) place: Place,
    pub(super) rule: RuleId,
    /// The row that it is decided for; of further rows there is none.
    pub(super) at: Option<At>,
    pub(super) outcome: Outcome,
}

/// The claims of an application with what they draw on.
pub(super) struct Ledger<'a> {
    pub(super) program: &'a Program,
    pub(super) selection: &'a Selection,
    pub(super) application: &'a Application,
    pub(super) values: &'a Values<Vec<Cell>>,
    /// Projects as listed, rules in the order of the document, whatever the order asked.
    pub(super) entries: Vec<Entry>,
    /// Decimal places of every sum of the application.
    pub(super) scale: u8,
    /// What competes of each entry after earlier payments: least, and greatest; `None` where it stands outside.
    pub(super) nets: Vec<Option<[Sum; 2]>>,
}

/// A claim on the way to a problem.
pub(super) struct Draft {
    /// Its place among the entries.
    pub(super) entry: usize,
    /// The net sum that competes: least, and greatest.
    pub(super) net: [Sum; 2],
    pub(super) rooms: Vec<RoomId>,
    /// Whether it draws on a room of a period that is not known.
    pub(super) somewhere: bool,
    /// Whether it stands for others too, and draws on rooms of theirs.
    pub(super) borrowed: bool,
}

impl<'a> Ledger<'a> {
    pub(super) fn new(
        program: &'a Program,
        selection: &'a Selection,
        application: &'a Application,
        values: &'a Values<Vec<Cell>>,
        projects: &[Vec<ClaimDecision>],
    ) -> Self {
        let entries = entries(program, selection, application, values, projects);
        let amounts = entries.iter().flat_map(|it| [Some(it.outcome.minimum), it.outcome.maximum]).flatten();
        let scale = amounts.map(|amount: Amount| amount.scale).max().unwrap_or(MONEY_SCALE).max(MONEY_SCALE);
        let mut ledger = Self { program, selection, application, values, entries, scale, nets: Vec::new() };
        ledger.nets = ledger.after_payments();
        ledger
    }

    /// The problem of a scenario.
    pub(super) fn problem(&self, scenario: Scenario) -> Case {
        let mut case =
            Case { problem: Problem::default(), claims: Table::new(), rules: Table::new(), limits: Table::new() };
        let mut rooms: BTreeMap<RoomKey, RoomId> = BTreeMap::new();
        let mut drafts = Vec::new();
        for (place, entry) in self.entries.iter().enumerate() {
            let Some(Some(mut net)) = self.nets.get(place).copied() else { continue };
            let (mut draws, mut somewhere) = (Vec::new(), false);
            for limit in self.limits_of(entry.rule) {
                match self.room_key(*limit, entry) {
                    Some(key) => {
                        if self.may_be_another(key) {
                            net[0] = Sum::Finite(0);
                        }
                        let next = case.problem.rooms.len();
                        let room = *rooms.entry(key).or_insert_with(|| RoomId::from_index(next));
                        if room.index() == next {
                            case.problem.rooms.push(self.room(key, scenario));
                            case.limits.push(*limit);
                        }
                        draws.push(room);
                    }
                    // A period that is not known: certain to give nothing, and possibly under no limit.
                    None => {
                        net = [Sum::Finite(0), net[1]];
                        somewhere = true;
                    }
                }
            }
            drafts.push(Draft { entry: place, net, rooms: draws, somewhere, borrowed: false });
        }
        self.narrow(scenario, &mut drafts, &case.problem.rooms);
        let rivals = self.rivals(scenario, drafts.iter().map(|it| it.entry));
        let mut borrowed = Vec::new();
        for (draft, rivals) in drafts.into_iter().zip(rivals) {
            let Some(entry) = self.entries.get(draft.entry) else { continue };
            let certain = entry.outcome.maximum == Some(entry.outcome.minimum);
            let net = match scenario {
                Scenario::Guaranteed => draft.net[0],
                Scenario::Maximum => draft.net[1],
            };
            let id = case.problem.claims.push(Claim { net, rivals, rooms: draft.rooms, certain });
            if draft.borrowed {
                borrowed.push(id);
            }
            case.claims.push(entry.place);
            case.rules.push(entry.rule);
        }
        // Rooms of several claims are no rooms of one: where they cross, nothing is certain of it.
        if !borrowed.is_empty() && solve::crosses(&case.problem) {
            for id in borrowed {
                if let Some(claim) = case.problem.claims.get_mut(id) {
                    claim.net = Sum::Finite(0);
                    claim.rooms.clear();
                }
            }
        }
        case
    }

    /// The sum that competes; `None` where the claim stands outside.
    pub(super) fn sum(&self, scenario: Scenario, entry: &Entry) -> Option<Sum> {
        let outcome = &entry.outcome;
        let about: Vec<&Rivalry> = self.rivalries_of(entry).collect();
        if is_open(outcome) && about.iter().any(|it| it.sentence.unquantified == Unquantified::Apart) {
            return None;
        }
        let low = Some(outcome.minimum);
        let ceilings = about.iter().map(|it| it.sentence.ceilings).find(|it| *it != Ceilings::Open);
        let (low, high) = match ceilings.unwrap_or(Ceilings::Open) {
            Ceilings::AsSums if outcome.kind == Kind::UpTo => (outcome.maximum, outcome.maximum),
            Ceilings::Certain if outcome.kind == Kind::UpTo => (low, low),
            Ceilings::Open | Ceilings::AsSums | Ceilings::Certain => (low, outcome.maximum),
        };
        let of = match scenario {
            Scenario::Guaranteed => low,
            Scenario::Maximum => high,
        };
        Some(match of {
            Some(amount) => rescale(amount.value, amount.scale, self.scale).map_or(Sum::Open, Sum::Finite),
            None => Sum::Open,
        })
    }

    /// The value of a node for a claim: of the row that it is decided for, or of one above; of a further row, of which
    /// nothing is written, what all rows of the project have.
    pub(super) fn cell(&self, node: NodeId, entry: &Entry) -> Option<Cell> {
        let level = self.program.nodes.get(node)?.level;
        let (node, row) = match entry.at {
            Some(at) if self.program.is_above(level, at.level) => {
                (node, self.program.row_above(self.application, at, level))
            }
            // A rule on the applicant's rows is asked for by a project, whose year it counts in.
            _ => above(self.program, self.application, node, entry.place.project),
        };
        self.values.get(node).and_then(|column| column.get(row?)).copied()
    }
}

/// The most further rows that are looked at one by one.
const MOST_FURTHER: u32 = 100;

/// How many rows of a rule a limit of their number admits at most, where one does whose period is known.
fn most_rows(
    program: &Program,
    selection: &Selection,
    application: &Application,
    values: &Values<Vec<Cell>>,
    (rule, project): (RuleId, usize),
) -> Option<u32> {
    let places = |limit: &LimitId| {
        let limit = program.limits.get(*limit)?;
        let LimitRoom::Count(places) = limit.room else { return None };
        if program.is_list(limit.whom) {
            return None;
        }
        match limit.period {
            LimitPeriod::Ever => Some(places),
            LimitPeriod::Year(node) => {
                let (node, row) = above(program, application, node, project);
                values.get(node)?.get(row?)?.range().as_point().map(|_| places)
            }
        }
    };
    let limits = selection.rules.get(rule).map(|it| it.form.limits.as_slice()).unwrap_or_default();
    limits.iter().filter_map(places).min().filter(|most| *most <= MOST_FURTHER)
}

/// The value above its lists that a node spreads, and its row for a project; no row where it differs from row to row.
fn above(program: &Program, application: &Application, node: NodeId, project: usize) -> (NodeId, Option<usize>) {
    let mut node = node;
    while let Some(it) = program.nodes.get(node).filter(|it| program.is_list(it.level)) {
        match (&it.op, it.args.first()) {
            (Op::Spread, Some(of)) => node = *of,
            _ => return (node, None),
        }
    }
    let level = program.nodes.get(node).map(|it| it.level);
    (node, level.and_then(|level| program.row_above(application, program.at_project(project), level)))
}

/// Every claim that competes: projects as listed, rules in the order of the document, rows as listed, whatever the order asked.
fn entries(
    program: &Program,
    selection: &Selection,
    application: &Application,
    values: &Values<Vec<Cell>>,
    projects: &[Vec<ClaimDecision>],
) -> Vec<Entry> {
    let mut entries = Vec::new();
    for (project, of) in projects.iter().enumerate() {
        for (claim, it) in of.iter().enumerate() {
            let Some((rule, level)) = it.rule.and_then(|rule| Some((rule, selection.rules.get(rule)?.level))) else {
                continue;
            };
            let mut push = |row: RowOf, at: Option<usize>, outcome: &Outcome| {
                if competes(outcome) {
                    let place = Place { project, claim, row };
                    let at = at.map(|row| At { level, row });
                    entries.push(Entry { place, rule, at, outcome: outcome.clone() });
                }
            };
            match &it.rows {
                None => {
                    let at = program.row_above(application, program.at_project(project), level);
                    push(RowOf::Only, at, &it.outcome);
                }
                Some(listed) => {
                    for (position, row) in listed.rows.iter().enumerate() {
                        push(RowOf::Row(position), Some(row.row), &row.outcome);
                    }
                    if let Some(further) = &listed.further {
                        // Any number of rows, each paid in full; no more than a limit of their number admits.
                        let bounded = most_rows(program, selection, application, values, (rule, project));
                        let (copies, maximum) = match bounded.filter(|_| further.maximum.is_some()) {
                            Some(most) => (most, further.maximum),
                            None => (1, None),
                        };
                        let row = Outcome { maximum, minimum: Amount::ZERO, ..further.clone() };
                        (0..copies).for_each(|_| push(RowOf::Further, None, &row));
                    }
                }
            }
        }
    }
    entries.sort_by_key(|it| (it.place.project, it.rule, it.place.row));
    entries
}

/// Whether a claim enters the choice at all.
fn competes(outcome: &Outcome) -> bool {
    outcome.monetary && !outcome.recovery && !matches!(outcome.kind, Kind::None | Kind::InvalidInput)
}

/// Whether the sum is left to somebody without an upper end.
pub(super) fn is_open(outcome: &Outcome) -> bool {
    outcome.maximum.is_none() && matches!(outcome.kind, Kind::Referral | Kind::CaseByCase | Kind::Entitlement)
}
