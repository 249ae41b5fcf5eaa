//! Earlier payments deducted from claims, each of them once.
//!
//! A payment that concerns several claims is deducted from the first as far as that goes, then from the next: claims in
//! the order of the document. Of rivals only one is paid, so each of them is less by the whole payment, and together they
//! use up what the greatest of them can.
//!
//! Where it is not certain whether a payment concerns a claim, the least sums deduct it there in full and the greatest
//! not at all, and no other claim is helped, or spared, by that.

use super::ledger::{Entry, Ledger, Scenario};
use super::solve::{KeyId, Sum};
use crate::claim::Truth;
use std::collections::{BTreeMap, BTreeSet};

/// The keys of a claim, and the group of those that it is a rival of, or a rival's rival.
struct Rivals {
    keys: Vec<KeyId>,
    group: usize,
}

/// How much of a payment the claims before have used up.
#[derive(Default)]
struct Used {
    /// Of each group what the greatest of it uses, and what each does.
    groups: BTreeMap<usize, (i128, Vec<(usize, i128)>)>,
    total: i128,
}

impl Used {
    /// What those use that can be paid beside a claim.
    fn beside(&self, rivals: &[Rivals], entry: usize) -> i128 {
        let Some(own) = rivals.get(entry) else { return self.total };
        let Some((most, members)) = self.groups.get(&own.group) else { return self.total };
        let rival = |at: usize| rivals.get(at).is_some_and(|it| it.keys.iter().any(|key| own.keys.contains(key)));
        let others = members.iter().filter(|(at, _)| !rival(*at)).map(|(_, uses)| *uses).max().unwrap_or(0);
        self.total.saturating_sub(*most).saturating_add(others)
    }

    fn add(&mut self, rivals: &[Rivals], entry: usize, uses: i128) {
        let group = rivals.get(entry).map_or(entry, |it| it.group);
        let (most, members) = self.groups.entry(group).or_default();
        self.total = self.total.saturating_add(uses.saturating_sub(*most).max(0));
        *most = uses.max(*most);
        members.push((entry, uses));
    }
}

impl Ledger<'_> {
    /// What competes of each entry: least, and greatest; `None` where it stands outside.
    pub(super) fn after_payments(&self) -> Vec<Option<[Sum; 2]>> {
        let displaced = self.displaced();
        let sums = |(at, entry): (usize, &Entry)| {
            let [low, high] = [Scenario::Guaranteed, Scenario::Maximum]
                .map(|scenario| Some(self.open_sum(scenario, self.sum(scenario, entry)?, entry)));
            low.zip(high).filter(|_| !displaced.contains(&at)).map(|(low, high)| [low, high])
        };
        let mut nets: Vec<Option<[Sum; 2]>> = self.entries.iter().enumerate().map(sums).collect();
        if self.application.payments.is_empty() {
            return nets;
        }
        let groups = [Scenario::Guaranteed, Scenario::Maximum].map(|scenario| self.groups(scenario));
        // Those for one article first: they concern fewer claims.
        let payments = || self.application.payments.iter().enumerate();
        let own = payments().filter(|(_, it)| !it.rules.is_empty());
        for (at, payment) in own.chain(payments().filter(|(_, it)| it.rules.is_empty())) {
            let concerns: Vec<(usize, Truth)> = self
                .entries
                .iter()
                .enumerate()
                .map(|(entry, it)| (entry, self.deducts(at, payment, it)))
                .filter(|(_, concerns)| *concerns != Truth::False)
                .collect();
            let amount = self.fen(std::iter::once(payment));
            for (scenario, groups) in [Scenario::Guaranteed, Scenario::Maximum].into_iter().zip(&groups) {
                self.deduct(scenario, amount, &concerns, groups, &mut nets);
            }
        }
        nets
    }

    /// Deducts one payment in one scenario.
    fn deduct(
        &self,
        scenario: Scenario,
        amount: i128,
        concerns: &[(usize, Truth)],
        groups: &[Rivals],
        nets: &mut [Option<[Sum; 2]>],
    ) {
        let side = usize::from(scenario == Scenario::Maximum);
        // Where no claim has a limit, it does not matter for the sum of all from which of them it is deducted.
        let anywhere = self.selection.order.is_empty()
            && concerns
                .iter()
                .all(|(at, _)| self.entries.get(*at).is_some_and(|it| self.limits_of(it.rule).is_empty()));
        let mut used = Used::default();
        for (entry, concerns) in concerns {
            let Some(net) = nets.get_mut(*entry).and_then(|it| it.as_mut()?.get_mut(side)) else { continue };
            let certain = *concerns == Truth::True || (anywhere && scenario == Scenario::Guaranteed);
            let left = amount.saturating_sub(used.beside(groups, *entry)).max(0);
            let uses = match *net {
                Sum::Finite(net) => left.min(net.max(0)),
                Sum::Open => left,
            };
            let less = match (certain, scenario) {
                (true, _) => left,
                (false, Scenario::Guaranteed) => amount,
                (false, Scenario::Maximum) => 0,
            };
            if let Sum::Finite(sum) = *net {
                *net = Sum::Finite(sum.saturating_sub(less).max(0));
            }
            if certain || scenario == Scenario::Maximum {
                used.add(groups, *entry, uses);
            }
        }
    }

    /// The rivals of each entry.
    fn groups(&self, scenario: Scenario) -> Vec<Rivals> {
        let keys = self.rivals(scenario, 0..self.entries.len());
        let mut of_key: BTreeMap<KeyId, usize> = BTreeMap::new();
        for (at, own) in keys.iter().enumerate() {
            let joined: BTreeSet<usize> = own.iter().filter_map(|key| of_key.get(key).copied()).collect();
            let group = joined.first().copied().unwrap_or(at);
            if joined.len() > 1 {
                of_key.values_mut().filter(|of| joined.contains(*of)).for_each(|of| *of = group);
            }
            of_key.extend(own.iter().map(|key| (*key, group)));
        }
        let rivals = |(at, keys): (usize, Vec<KeyId>)| {
            let group = keys.first().and_then(|key| of_key.get(key).copied()).unwrap_or(at);
            Rivals { keys, group }
        };
        keys.into_iter().enumerate().map(rivals).collect()
    }

    /// Whether earlier payments leave nothing of a claim that comes to something.
    pub(super) fn is_covered(&self, scenario: Scenario, at: usize) -> bool {
        let side = usize::from(scenario == Scenario::Maximum);
        let net = self.nets.get(at).and_then(|it| it.as_ref()?.get(side).copied());
        let sum = self.entries.get(at).and_then(|entry| self.sum(scenario, entry));
        net.zip(sum).is_some_and(|(net, sum)| net < sum)
    }
}
