//! From claims, limits and earlier payments to one problem for each scenario.

use super::solve::{Claim, ClaimId, KeyId, Problem, Room, RoomId, Sum};
use crate::application::{Application, Payment};
use crate::claim::{Claims, Truth};
use crate::number::{MONEY_SCALE, rescale};
use crate::outcome::{Amount, Kind, Outcome};
use crate::program::{
    Ceilings, Earlier, EarlierRule, Limit, LimitId, LimitPeriod, LimitRoom, Manner, MemberSet, NodeId, Op,
    Place as LevelPlace, Program, RuleId, Unquantified,
};
use crate::rows::At;
use crate::selection::Selection;
use crate::table::{Id, Table};
use std::collections::{BTreeMap, BTreeSet};

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
    pub(super) limits: Table<RoomId, LimitId>,
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
struct Entry {
    place: Place,
    rule: RuleId,
    /// The row that it is decided for; of further rows there is none.
    at: Option<At>,
    outcome: Outcome,
}

/// What admits one claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Key {
    /// 同一 项目
    Project(usize),
    /// One award of one rule for one row that does not belong to a project: several projects may ask for it.
    Shared(RuleId, usize),
}

/// A limit of one whom and one period.
type RoomKey = (LimitId, usize, Option<i128>);

/// The claims of an application with what they draw on.
pub(super) struct Ledger<'a> {
    program: &'a Program,
    selection: &'a Selection,
    application: &'a Application,
    entries: Vec<Entry>,
    /// The truth of 同一 X（C）, project by project, where the sentence has a condition.
    only_where: Vec<Truth>,
    /// The year that each claim's yearly limits count in, by claim and limit; `None` = not known.
    years: BTreeMap<(Place, LimitId), Option<i128>>,
    /// Decimal places of every sum of the application.
    pub(super) scale: u8,
}

impl<'a> Ledger<'a> {
    pub(super) fn new(
        program: &'a Program,
        selection: &'a Selection,
        application: &'a Application,
        claims: &Claims,
    ) -> Self {
        let entries = entries(program, selection, application, claims);
        let cell = |node, row: usize| claims.values.get(node).and_then(|column| column.get(row)).copied();
        let mut years = BTreeMap::new();
        for Entry { place, rule, at, .. } in &entries {
            for limit in selection.rules.get(*rule).map(|it| it.form.limits.as_slice()).unwrap_or_default() {
                if let Some(Limit { period: LimitPeriod::Year(node), .. }) = program.limits.get(*limit) {
                    let (node, row) = match at {
                        Some(at) => (*node, Some(at.row)),
                        // A row that is not written has the year that all rows of the project have.
                        None => above(program, application, *node, place.project),
                    };
                    let year = row.and_then(|row| cell(node, row)?.range().as_point());
                    years.insert((*place, *limit), year);
                }
            }
        }
        let amounts = entries.iter().flat_map(|it| [Some(it.outcome.minimum), it.outcome.maximum]).flatten();
        let scale = amounts.map(|amount: Amount| amount.scale).max().unwrap_or(MONEY_SCALE).max(MONEY_SCALE);
        let only = selection.exclusive.as_ref().and_then(|it| it.only_where);
        let only_where = (0..application.projects.len())
            .map(|project| {
                only.map_or(Truth::True, |node| cell(node, project).map_or(Truth::Unknown, |cell| cell.truth()))
            })
            .collect();
        Self { program, selection, application, entries, only_where, years, scale }
    }

    /// The problem of a scenario.
    pub(super) fn problem(&self, scenario: Scenario) -> Case {
        let mut case = Case { problem: Problem::default(), claims: Table::new(), limits: Table::new() };
        let mut rooms: BTreeMap<RoomKey, RoomId> = BTreeMap::new();
        let mut keys: BTreeMap<Key, KeyId> = BTreeMap::new();
        let displaced = self.displaced();
        for entry in &self.entries {
            let Some(sum) = self.sum(scenario, &entry.outcome).filter(|_| !displaced.contains(&entry.place)) else {
                continue;
            };
            let rivals: Vec<Key> = self.rivals(scenario, entry);
            let stackable = !rivals.iter().any(|key| matches!(key, Key::Project(_)));
            let net = self.net(sum, entry, stackable);
            let mut draws = Vec::new();
            let mut unknown = false;
            for limit in self.selection.rules.get(entry.rule).map(|it| it.form.limits.as_slice()).unwrap_or_default() {
                match self.room_key(*limit, entry) {
                    Some(key) => {
                        let next = case.problem.rooms.len();
                        let room = *rooms.entry(key).or_insert_with(|| RoomId::from_index(next));
                        if room.index() == next {
                            case.problem.rooms.push(self.room(key));
                            case.limits.push(*limit);
                        }
                        draws.push(room);
                    }
                    None => unknown = true,
                }
            }
            // A period that is not known: certain to give nothing, and possibly under no limit.
            let net = if unknown && scenario == Scenario::Guaranteed { Sum::Finite(0) } else { net };
            let certain = entry.outcome.maximum == Some(entry.outcome.minimum);
            let rivals = rivals
                .into_iter()
                .map(|key| {
                    let next = KeyId::from_index(keys.len());
                    *keys.entry(key).or_insert(next)
                })
                .collect();
            case.problem.claims.push(Claim { net, rivals, rooms: draws, certain });
            case.claims.push(entry.place);
        }
        self.narrow(&mut case);
        case
    }

    /// Projects with a claim on a limit that claims of other projects want too, and that cannot pay them all.
    pub(super) fn shared_by(&self, case: &Case) -> BTreeSet<usize> {
        let mut wants: BTreeMap<RoomId, (BTreeSet<usize>, Sum)> = BTreeMap::new();
        for (id, claim) in case.problem.claims.iter() {
            let Some(place) = case.claims.get(id).filter(|_| claim.net > Sum::Finite(0)) else { continue };
            for room in &claim.rooms {
                let (projects, sum) = wants.entry(*room).or_insert((BTreeSet::new(), Sum::Finite(0)));
                projects.insert(place.project);
                let want = match case.problem.rooms.get(*room) {
                    Some(Room::Places(_)) => Sum::Finite(1),
                    _ => claim.net,
                };
                *sum = match (*sum, want) {
                    (Sum::Finite(a), Sum::Finite(b)) => a.checked_add(b).map_or(Sum::Open, Sum::Finite),
                    _ => Sum::Open,
                };
            }
        }
        let binds = |room: &RoomId, sum: Sum| match case.problem.rooms.get(*room) {
            Some(Room::Money(room)) => sum > Sum::Finite(*room),
            Some(Room::Places(places)) => sum > Sum::Finite(i128::from(*places)),
            None => false,
        };
        wants
            .into_iter()
            .filter(|(room, (projects, sum))| projects.len() > 1 && binds(room, *sum))
            .flat_map(|(_, (projects, _))| projects)
            .collect()
    }

    /// What earlier payments have covered of a claim's sum, before any limit.
    pub(super) fn earlier(&self, project: usize, rule: RuleId, stackable: bool) -> i128 {
        let Some(earlier) = &self.selection.earlier else { return 0 };
        let counts = |it: &&Payment| {
            it.project == Some(project)
                && counts(it, earlier.levels, earlier.base_grants_apart)
                && (!earlier.own_policy || !it.rules.is_empty())
                && (!stackable || it.rules.contains(&rule))
        };
        self.fen(self.application.payments.iter().filter(counts))
    }

    fn fen<'p>(&self, payments: impl Iterator<Item = &'p Payment>) -> i128 {
        let sum = payments.fold(0i128, |sum, it| sum.saturating_add(it.amount));
        rescale(sum, MONEY_SCALE, self.scale).unwrap_or(i128::MAX)
    }

    /// The sum that competes; `None` where the claim stands outside.
    fn sum(&self, scenario: Scenario, outcome: &Outcome) -> Option<Sum> {
        let exclusive = self.selection.exclusive.as_ref();
        if exclusive.is_some_and(|it| it.unquantified == Unquantified::Apart) && is_open(outcome) {
            return None;
        }
        let low = Some(outcome.minimum);
        let (low, high) = match exclusive.map_or(Ceilings::Open, |it| it.ceilings) {
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

    /// Claims that an open sum of their project displaces, where the policy reads so.
    fn displaced(&self) -> BTreeSet<Place> {
        if self.selection.exclusive.as_ref().is_none_or(|it| it.unquantified != Unquantified::Displaces) {
            return BTreeSet::new();
        }
        let open: BTreeSet<usize> =
            self.entries.iter().filter(|it| is_open(&it.outcome)).map(|it| it.place.project).collect();
        self.entries
            .iter()
            .filter(|it| open.contains(&it.place.project) && !is_open(&it.outcome))
            .map(|it| it.place)
            .collect()
    }

    fn rivals(&self, scenario: Scenario, entry: &Entry) -> Vec<Key> {
        let mut keys = Vec::new();
        let level = self.selection.rules.get(entry.rule).map(|it| it.level);
        let of_project = level.is_some_and(|level| self.program.is_above(self.program.at_project(0).level, level));
        if let Some(exclusive) = self.selection.exclusive.as_ref().filter(|_| of_project) {
            let project = entry.place.project;
            let holds = match self.only_where.get(project).copied().unwrap_or(Truth::Unknown) {
                Truth::True => true,
                Truth::False => false,
                Truth::Unknown => scenario == Scenario::Guaranteed,
            };
            if holds && !exclusive.except.contains(&entry.rule) {
                keys.push(Key::Project(project));
            }
        }
        if let Some(at) = entry.at.filter(|_| !of_project) {
            keys.push(Key::Shared(entry.rule, at.row));
        }
        keys
    }

    fn net(&self, sum: Sum, entry: &Entry, stackable: bool) -> Sum {
        let earlier = self.earlier(entry.place.project, entry.rule, stackable);
        let Some(Earlier { rule, .. }) = &self.selection.earlier else { return sum };
        match (rule, sum) {
            (EarlierRule::NotDeducted, _) => sum,
            (EarlierRule::NoMore, _) if earlier > 0 => Sum::Finite(0),
            (EarlierRule::TopUp, Sum::Finite(sum)) => Sum::Finite(sum.saturating_sub(earlier).max(0)),
            (EarlierRule::NoMore | EarlierRule::TopUp, _) => sum,
        }
    }

    /// Which room of a limit a claim draws on; `None` where its period is not known.
    fn room_key(&self, limit: LimitId, entry: &Entry) -> Option<RoomKey> {
        let it = self.program.limits.get(limit)?;
        let whom = match self.program.levels.get(it.whom).map(|level| level.place) {
            Some(LevelPlace::Application | LevelPlace::Applicant) => 0,
            Some(LevelPlace::Project) => entry.place.project,
            Some(LevelPlace::List(_) | LevelPlace::Values(_)) | None => {
                self.program.row_above(self.application, entry.at?, it.whom)?
            }
        };
        match it.period {
            LimitPeriod::Ever => Some((limit, whom, None)),
            LimitPeriod::Year(_) => {
                let year = self.years.get(&(entry.place, limit)).copied().flatten()?;
                Some((limit, whom, Some(year)))
            }
        }
    }

    /// What a limit leaves after the payments that count against it.
    fn room(&self, (limit, whom, year): RoomKey) -> Room {
        let Some(it) = self.program.limits.get(limit) else { return Room::Money(0) };
        let rules: Vec<RuleId> = self
            .selection
            .rules
            .iter()
            .filter(|(_, rule)| rule.form.limits.contains(&limit))
            .map(|(id, _)| id)
            .collect();
        let own = self.program.levels.get(it.whom).is_some_and(|level| level.place == LevelPlace::Project);
        let counts = |payment: &&Payment| {
            counts(payment, self.selection.funds, true)
                && payment.rules.iter().any(|rule| rules.contains(rule))
                && year.is_none_or(|year| i128::from(payment.year) == year)
                && (!own || payment.project == Some(whom))
        };
        let payments = self.application.payments.iter().filter(counts);
        match it.room {
            LimitRoom::Money(fen) => {
                let room = rescale(fen, MONEY_SCALE, self.scale).unwrap_or(i128::MAX);
                Room::Money(room.saturating_sub(self.fen(payments)).max(0))
            }
            LimitRoom::Count(count) => {
                let used = u32::try_from(payments.count()).unwrap_or(u32::MAX);
                Room::Places(count.saturating_sub(used))
            }
        }
    }

    /// Where each key takes its highest award by itself, its other claims stand back.
    fn narrow(&self, case: &mut Case) {
        let before = match self.selection.exclusive.as_ref().map_or(Manner::Best, |it| it.manner) {
            Manner::Best => return,
            Manner::Highest => false,
            Manner::HighestBeforeLimits => true,
        };
        let alone = |claim: &Claim, rooms: &Table<RoomId, Room>| {
            let money = claim.rooms.iter().filter_map(|room| match rooms.get(*room) {
                Some(Room::Money(room)) if !before => Some(Sum::Finite(*room)),
                _ => None,
            });
            money.fold(claim.net, Sum::min)
        };
        let mut highest: BTreeMap<KeyId, (ClaimId, Sum)> = BTreeMap::new();
        for (id, claim) in case.problem.claims.iter() {
            let value = alone(claim, &case.problem.rooms);
            for key in &claim.rivals {
                if highest.get(key).is_none_or(|(_, known)| value > *known) {
                    highest.insert(*key, (id, value));
                }
            }
        }
        let stays: BTreeSet<ClaimId> = highest.into_values().map(|(id, _)| id).collect();
        let ids: Vec<ClaimId> = case.problem.claims.ids().collect();
        for id in ids {
            if let Some(claim) =
                case.problem.claims.get_mut(id).filter(|claim| !claim.rivals.is_empty() && !stays.contains(&id))
            {
                claim.net = Sum::Finite(0);
            }
        }
    }
}

/// The most further rows that are looked at one by one.
const MOST_FURTHER: u32 = 100;

/// How many rows of a rule a limit of their number admits at most, where one does whose period is known.
fn most_rows(
    program: &Program,
    selection: &Selection,
    application: &Application,
    claims: &Claims,
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
                claims.values.get(node)?.get(row?)?.range().as_point().map(|_| places)
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
fn entries(program: &Program, selection: &Selection, application: &Application, claims: &Claims) -> Vec<Entry> {
    let mut entries = Vec::new();
    for (project, of) in claims.projects.iter().enumerate() {
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
                        let bounded = most_rows(program, selection, application, claims, (rule, project));
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
    outcome.monetary && !matches!(outcome.kind, Kind::None | Kind::InvalidInput)
}

/// Whether the sum is left to somebody without an upper end.
fn is_open(outcome: &Outcome) -> bool {
    outcome.maximum.is_none() && matches!(outcome.kind, Kind::Referral | Kind::CaseByCase | Kind::Entitlement)
}

/// Whether a payment is of the levels of funds that count, and no base grant.
fn counts(payment: &Payment, levels: MemberSet, base_grants_apart: bool) -> bool {
    MemberSet::one(payment.level).within(levels) && !(base_grants_apart && payment.base_grant)
}
