//! Rivals: which claims have a key in common, and which of them stand back before anything is chosen.

use super::ledger::{Draft, Entry, Ledger, Scenario, Whom, is_open};
use super::solve::{KeyId, Room, RoomId, Sum};
use crate::claim::{Cell, Truth};
use crate::program::{KeyPart, LevelId, Manner, NodeId, Place, RuleId, Unquantified};
use crate::selection::Rivalry;
use crate::table::{Id, Table};
use std::collections::{BTreeMap, BTreeSet};

/// The value of a key: one number a part.
pub(super) type Identity = Vec<i128>;

/// A place at the table: where two claims have the same, at most one of them is chosen.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Seat {
    /// A sentence on rivals, one of its groups, and the key; nobody's where it is not known.
    Of(usize, usize, Option<Identity>),
    /// One award of another policy for one row, under whichever clause it is asked for.
    Once(RuleId, usize),
    /// One award of one rule for one row that does not belong to a project: several projects may ask for it.
    Shared(RuleId, usize),
}

/// The one value that a cell has.
fn known(cell: Cell) -> Option<i128> {
    match cell {
        Cell::Number(range) => range.as_point(),
        Cell::Member(set) if set.len() == 1 => set.members().next().map(i128::from),
        Cell::Truth(Truth::True) => Some(1),
        Cell::Truth(Truth::False) => Some(0),
        Cell::Key(key) => key.map(i128::from),
        Cell::Truth(Truth::Unknown) | Cell::Member(_) | Cell::TooLarge => None,
    }
}

impl Ledger<'_> {
    /// The sentences that speak of a claim.
    pub(super) fn rivalries_of(&self, entry: &Entry) -> impl Iterator<Item = &Rivalry> {
        let speaks =
            |it: &&Rivalry| it.sentence.rules.binary_search(&entry.rule).is_ok() && self.identity(it, entry).is_some();
        self.selection.rivalries.iter().filter(speaks)
    }

    /// Those that hold for it.
    pub(super) fn rivalries_for(&self, scenario: Scenario, entry: &Entry) -> impl Iterator<Item = &Rivalry> {
        self.rivalries_of(entry).filter(move |it| self.holds(scenario, it, entry))
    }

    /// Whether a claim stands outside the sentence on all rivals, by name or because its condition does not hold.
    pub(super) fn stands_apart(&self, scenario: Scenario, entry: &Entry) -> bool {
        self.rivalries_for(scenario, entry).next().is_none()
            && self.selection.rivalries.iter().any(|it| it.sentence.general && self.of_same_policy(it, entry))
    }

    /// Whether a sentence is of the policy that grants a claim.
    fn of_same_policy(&self, rivalry: &Rivalry, entry: &Entry) -> bool {
        let first = rivalry.sentence.rules.first();
        first.is_none_or(|rule| self.selection.same_policy(*rule, entry.rule))
    }

    /// Whether a claim has rivals under the sentence, as far as its condition goes. Where that is not known it has in the
    /// least sums and has not in the greatest: both are on the safe side.
    fn holds(&self, scenario: Scenario, rivalry: &Rivalry, entry: &Entry) -> bool {
        let Some(node) = rivalry.sentence.only_where else { return true };
        match self.truth(node, entry) {
            Truth::True => true,
            Truth::False => false,
            Truth::Unknown => scenario == Scenario::Guaranteed,
        }
    }

    fn truth(&self, node: NodeId, entry: &Entry) -> Truth {
        self.cell(node, entry).map_or(Truth::Unknown, |cell| cell.truth())
    }

    /// The key of a claim: `None` where it has none of that kind (a rule for the enterprise is no rival for a project);
    /// `Some(None)` where it has one that is not known.
    pub(super) fn identity(&self, rivalry: &Rivalry, entry: &Entry) -> Option<Option<Identity>> {
        let of_project = self
            .selection
            .rules
            .get(entry.rule)
            .is_some_and(|rule| self.program.is_above(self.program.at_project(0).level, rule.level));
        let mut identity = Some(Vec::new());
        for part in &rivalry.sentence.same {
            let value = match part {
                KeyPart::Row(level) => match (self.program.levels.get(*level).map(|it| it.place), entry.at) {
                    (Some(Place::Application | Place::Applicant), _) => Some(0),
                    (Some(Place::Project), _) if of_project => i128::try_from(entry.place.project).ok(),
                    (_, Some(at)) => {
                        let row = self.program.row_above(self.application, at, *level)?;
                        self.who(*level, row)
                    }
                    (_, None) => None,
                },
                KeyPart::Value(node) => self.cell(*node, entry).and_then(known),
            };
            identity = identity.zip(value).map(|(mut so_far, value)| {
                so_far.push(value);
                so_far
            });
        }
        Some(identity)
    }

    /// Who a row is, as a number: somebody by his 标识, in whichever lists he stands; else the row itself. `None` where it
    /// is not known and another list may name him.
    fn who(&self, level: LevelId, row: usize) -> Option<i128> {
        match self.somebody(level, row) {
            Whom::Somebody(key) => Some(i128::from(key)),
            Whom::Row(row) => i128::try_from(row).ok(),
            // Below zero, where no 标识 is.
            Whom::Unknown(row) if !self.in_several_lists(level) => i128::try_from(row).ok().map(|row| -1 - row),
            Whom::Unknown(_) => None,
        }
    }

    /// The keys of each of these entries. One whose identity is not known may be anybody's rival: in the least sums it has every
    /// key of its sentence, in the greatest none.
    pub(super) fn rivals(&self, scenario: Scenario, entries: impl Iterator<Item = usize>) -> Vec<Vec<KeyId>> {
        let seats: Vec<Vec<Seat>> =
            entries.map(|at| self.entries.get(at).map_or(Vec::new(), |entry| self.seats(scenario, entry))).collect();
        let mut keys: BTreeMap<&Seat, KeyId> = BTreeMap::new();
        for seat in seats.iter().flatten() {
            let next = KeyId::from_index(keys.len());
            keys.entry(seat).or_insert(next);
        }
        let of = |seat: &Seat| -> Vec<KeyId> {
            match seat {
                Seat::Of(sentence, group, None) => {
                    let same = |it: &Seat| matches!(it, Seat::Of(a, b, _) if (a, b) == (sentence, group));
                    keys.iter().filter(|(it, _)| same(it)).map(|(_, key)| *key).collect()
                }
                Seat::Of(..) | Seat::Shared(..) | Seat::Once(..) => keys.get(seat).copied().into_iter().collect(),
            }
        };
        seats.iter().map(|own| own.iter().flat_map(of).collect()).collect()
    }

    fn seats(&self, scenario: Scenario, entry: &Entry) -> Vec<Seat> {
        let mut seats = Vec::new();
        for (sentence, rivalry) in self.selection.rivalries.iter().enumerate() {
            if !self.holds(scenario, rivalry, entry) {
                continue;
            }
            let Some(identity) = self.identity(rivalry, entry) else { continue };
            if identity.is_none() && scenario == Scenario::Maximum {
                continue;
            }
            let groups = rivalry.groups.iter().enumerate().filter(|(_, rules)| rules.contains(&entry.rule));
            seats.extend(groups.map(|(group, _)| Seat::Of(sentence, group, identity.clone())));
        }
        seats.extend(self.once(entry));
        if let Some(at) = entry.at.filter(|at| !self.program.is_above(self.program.at_project(0).level, at.level)) {
            seats.push(Seat::Shared(entry.rule, at.row));
        }
        seats
    }

    /// An award of another policy that a clause refers to is given once for each row: under that clause, or as itself.
    fn once(&self, entry: &Entry) -> Vec<Seat> {
        let Some(row) = entry.at.map(|at| at.row) else { return Vec::new() };
        let mut same: BTreeSet<RuleId> = BTreeSet::new();
        for (rule, it) in self.selection.rules.iter() {
            if rule == entry.rule {
                same.extend(&it.form.same_as);
            } else if it.form.same_as.contains(&entry.rule) {
                same.insert(entry.rule);
            }
        }
        same.into_iter().map(|rule| Seat::Once(rule, row)).collect()
    }

    /// Claims that an open sum of their key displaces, where the policy reads so.
    pub(super) fn displaced(&self) -> BTreeSet<usize> {
        let mut displaced = BTreeSet::new();
        for rivalry in self.selection.rivalries.iter().filter(|it| it.sentence.unquantified == Unquantified::Displaces)
        {
            let of = |entry: &Entry| {
                let spoken_of = rivalry.sentence.rules.binary_search(&entry.rule).is_ok();
                if spoken_of { self.identity(rivalry, entry).flatten() } else { None }
            };
            let open: BTreeSet<Identity> =
                self.entries.iter().filter(|entry| is_open(&entry.outcome)).filter_map(of).collect();
            let back = self.entries.iter().enumerate().filter(|(_, entry)| {
                !is_open(&entry.outcome) && of(entry).is_some_and(|identity| open.contains(&identity))
            });
            displaced.extend(back.map(|(place, _)| place));
        }
        displaced
    }

    /// Claims that stand back before anything is chosen: what the applicant did not name, and where each key takes its
    /// highest award by itself, what cannot be the highest.
    pub(super) fn narrow(&self, scenario: Scenario, drafts: &mut [Draft], rooms: &Table<RoomId, Room>) {
        for draft in drafts.iter_mut() {
            if self.entries.get(draft.entry).is_some_and(|entry| self.passed_over(entry)) {
                draft.net = [Sum::Finite(0); 2];
            }
        }
        for rivalry in self.selection.rivalries.iter().filter(|it| it.alone) {
            let before = match rivalry.sentence.manner {
                Manner::Highest => false,
                Manner::HighestBeforeLimits => true,
                Manner::Best | Manner::First | Manner::Choice(_) => continue,
            };
            // Where identities may be unknown, or some of the rivals may stand together, the best combination is the rule.
            let somebody = |level: LevelId| self.program.levels.get(level).is_some_and(|it| it.same_by.is_some());
            let rows = |part: &KeyPart| matches!(part, KeyPart::Row(level) if !somebody(*level));
            if !rivalry.sentence.same.iter().all(rows) || rivalry.groups.len() != 1 {
                continue;
            }
            let mut keys: BTreeMap<Identity, Vec<usize>> = BTreeMap::new();
            for (at, draft) in drafts.iter().enumerate() {
                let Some(entry) = self.entries.get(draft.entry) else { continue };
                let spoken_of = rivalry.sentence.rules.binary_search(&entry.rule).is_ok();
                if spoken_of
                    && self.holds(scenario, rivalry, entry)
                    && let Some(Some(identity)) = self.identity(rivalry, entry)
                {
                    keys.entry(identity).or_default().push(at);
                }
            }
            for rivals in keys.into_values() {
                take_highest(scenario, before, drafts, &rivals, rooms);
            }
        }
    }

    /// Whether the applicant named another of the rivals.
    pub(super) fn passed_over(&self, entry: &Entry) -> bool {
        self.rivalries_of(entry).any(|rivalry| {
            let Manner::Choice(Some(named)) = &rivalry.sentence.manner else { return false };
            let own =
                named.picks.iter().find(|(rule, _)| *rule == entry.rule).map(|(_, node)| self.truth(*node, entry));
            self.truth(named.given, entry) == Truth::True && own == Some(Truth::False)
        })
    }
}

/// Of one key's rivals only those that can be the highest stay. In the least sums one stands for all that can be: with
/// the least that the highest comes to, and all that any of them draws on.
fn take_highest(scenario: Scenario, before: bool, drafts: &mut [Draft], rivals: &[usize], rooms: &Table<RoomId, Room>) {
    let alone = |draft: &Draft, sum: Sum| {
        draft.rooms.iter().fold(sum, |sum, room| match rooms.get(*room) {
            Some(Room::Money(room)) if !before => sum.min(Sum::Finite(*room)),
            Some(Room::Places(0)) if !before => Sum::Finite(0),
            _ => sum,
        })
    };
    let ends: Vec<(usize, Sum, Sum)> = rivals
        .iter()
        .filter_map(|at| drafts.get(*at).map(|it| (*at, alone(it, it.net[0]), alone(it, it.net[1]))))
        .collect();
    let beaten = |at: usize, high: Sum| {
        ends.iter().any(|(other, low, _)| *other != at && (*low > high || (*low == high && *other < at)))
    };
    let stay: Vec<(usize, Sum)> =
        ends.iter().filter(|(at, _, high)| !beaten(*at, *high)).map(|(at, low, _)| (*at, *low)).collect();
    let first = stay.iter().copied().reduce(|best, other| if other.1 > best.1 { other } else { best });
    let drawn: BTreeSet<RoomId> =
        stay.iter().filter_map(|(at, _)| drafts.get(*at)).flat_map(|it| it.rooms.iter().copied()).collect();
    // The highest may draw on a room of which nothing is known.
    let somewhere = stay.iter().any(|(at, _)| drafts.get(*at).is_some_and(|it| it.somewhere));
    for at in rivals {
        let Some(draft) = drafts.get_mut(*at) else { continue };
        match (scenario, first) {
            (Scenario::Guaranteed, Some((highest, low))) if highest == *at => {
                if stay.len() > 1 {
                    draft.net = [if somewhere { Sum::Finite(0) } else { low }, draft.net[1]];
                    draft.borrowed = drawn.iter().any(|room| !draft.rooms.contains(room));
                    draft.rooms = drawn.iter().copied().collect();
                }
            }
            (Scenario::Maximum, _) if stay.iter().any(|(it, _)| it == at) => {}
            _ => draft.net = [Sum::Finite(0); 2],
        }
    }
}
