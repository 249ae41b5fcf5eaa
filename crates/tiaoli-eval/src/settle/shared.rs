//! Projects whose sums depend on others: they share what cannot pay everybody, or are rivals.

use super::ledger::{Case, Entry, Ledger, Scenario, Whom};
use super::solve::{KeyId, Room, RoomId, Sum};
use crate::program::{LimitId, Place};
use std::collections::{BTreeMap, BTreeSet};

/// Who wants something, and how much together.
struct Wanted {
    projects: BTreeSet<usize>,
    sum: Sum,
}

impl Wanted {
    fn nothing() -> Self {
        Self { projects: BTreeSet::new(), sum: Sum::Finite(0) }
    }

    fn add(&mut self, project: usize, net: Sum, room: Option<&Room>) {
        self.projects.insert(project);
        let want = if let Some(Room::Places(_)) = room { Sum::Finite(1) } else { net };
        self.sum = match (self.sum, want) {
            (Sum::Finite(a), Sum::Finite(b)) => a.checked_add(b).map_or(Sum::Open, Sum::Finite),
            _ => Sum::Open,
        };
    }

    /// Whether several projects want more than there is.
    fn contended(&self, room: Option<&Room>) -> bool {
        let more = match room {
            Some(Room::Money(room)) => self.sum > Sum::Finite(*room),
            Some(Room::Places(places)) => self.sum > Sum::Finite(i128::from(*places)),
            None => false,
        };
        self.projects.len() > 1 && more
    }
}

impl Ledger<'_> {
    /// Projects whose sums depend on those of other projects, or may: the greatest sums decide what is wanted; the least
    /// have the keys that are not known.
    pub(super) fn shared_by(&self, least: &Case, most: &Case) -> BTreeSet<usize> {
        let mut shared = rivals(least);
        shared.extend(rivals(most));
        shared.extend(contended(most));
        shared.extend(self.perhaps_contended(most));
        shared
    }

    /// A claim of which it is not known in which year it counts, or for whom, may draw on any room of a limit: then all
    /// who want the limit may share it.
    fn perhaps_contended(&self, most: &Case) -> BTreeSet<usize> {
        let open = |limit: LimitId, entry: &Entry| match self.room_key(limit, entry) {
            Some(key) => self.may_be_another(key),
            None => true,
        };
        let unknown: BTreeSet<LimitId> = self
            .entries
            .iter()
            .flat_map(|entry| self.limits_of(entry.rule).iter().map(move |limit| (entry, *limit)))
            .filter(|(entry, limit)| open(*limit, entry))
            .map(|(_, limit)| limit)
            .collect();
        let mut shared = BTreeSet::new();
        for limit in unknown {
            let whom = match self.program.limits.get(limit).and_then(|it| self.program.levels.get(it.whom)) {
                Some(level) if matches!(level.place, Place::Application | Place::Applicant) => Whom::Row(0),
                Some(level) if matches!(level.place, Place::List(_)) => Whom::Unknown(0),
                // A project's own limit is no other's.
                _ => continue,
            };
            // What is left after the payments of every year, whoever they were for, is the least that may be left.
            let room = self.room((limit, whom, None), Scenario::Guaranteed);
            let mut wanted = Wanted::nothing();
            for (id, claim) in most.problem.claims.iter().filter(|(_, claim)| claim.net > Sum::Finite(0)) {
                let draws = most.rules.get(id).is_some_and(|rule| self.limits_of(*rule).contains(&limit));
                if let Some(place) = most.claims.get(id).filter(|_| draws) {
                    wanted.add(place.project, claim.net, Some(&room));
                }
            }
            if wanted.contended(Some(&room)) {
                shared.extend(wanted.projects);
            }
        }
        shared
    }
}

/// Projects with claims that are rivals of another project's.
fn rivals(case: &Case) -> BTreeSet<usize> {
    let mut keys: BTreeMap<KeyId, BTreeSet<usize>> = BTreeMap::new();
    for (id, claim) in case.problem.claims.iter().filter(|(_, claim)| claim.net > Sum::Finite(0)) {
        let Some(place) = case.claims.get(id) else { continue };
        for key in &claim.rivals {
            keys.entry(*key).or_default().insert(place.project);
        }
    }
    keys.into_values().filter(|projects| projects.len() > 1).flatten().collect()
}

/// Projects with a claim on a limit that claims of other projects want too, and that cannot pay them all.
fn contended(case: &Case) -> BTreeSet<usize> {
    let mut wants: BTreeMap<RoomId, Wanted> = BTreeMap::new();
    for (id, claim) in case.problem.claims.iter().filter(|(_, claim)| claim.net > Sum::Finite(0)) {
        let Some(place) = case.claims.get(id) else { continue };
        for room in &claim.rooms {
            let wanted = wants.entry(*room).or_insert_with(Wanted::nothing);
            wanted.add(place.project, claim.net, case.problem.rooms.get(*room));
        }
    }
    let short = wants.into_iter().filter(|(room, wanted)| wanted.contended(case.problem.rooms.get(*room)));
    short.flat_map(|(_, wanted)| wanted.projects).collect()
}
