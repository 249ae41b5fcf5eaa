//! What can matter: claims that could be chosen, cut to their rooms, and rooms that could be too small.

use std::collections::{BTreeMap, BTreeSet};

use super::{ClaimId, KeyId, Problem, Room, RoomId, Sum, Total};
use crate::table::{Table, declare_id};

declare_id! {
    /// A room, or a key as a room with one place.
    pub(super) struct ResourceId;
}

/// Something that could be too small for all who want it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Resource {
    pub(super) room: i128,
    /// Money, given in parts; else places, taken one each.
    pub(super) money: bool,
    /// Whether no two claims that want it belong to different groups: the bound keeps to it as it is.
    pub(super) within_group: bool,
}

/// Claims of which at most one is chosen: those with the same first key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Group {
    Of(KeyId),
    Alone(ClaimId),
}

/// A claim that could be chosen.
#[derive(Clone, Debug)]
pub(super) struct Item {
    pub(super) claim: ClaimId,
    /// The most it could be paid. An open sum is [`Reduced::open`].
    pub(super) value: i128,
    pub(super) certain: bool,
    /// How many money rooms it draws on, also such as are never too small: all count in the third order of ties.
    pub(super) drawn: i128,
    pub(super) money: Vec<ResourceId>,
    pub(super) places: Vec<ResourceId>,
    pub(super) group: Group,
}

/// A problem without what cannot matter.
#[derive(Debug)]
pub(super) struct Reduced {
    pub(super) items: Vec<Item>,
    pub(super) resources: Table<ResourceId, Resource>,
    /// The number that stands for an open sum: greater than all finite ones together, so that one number orders as [`Total`] does.
    pub(super) open: i128,
    /// What a price of one is written as. Chosen so that nothing computed from these sums and prices leaves the range of numbers.
    pub(super) scale: i128,
}

/// What a claim wants, before it is known what is scarce.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Want {
    Room(RoomId),
    Key(KeyId),
}

impl Reduced {
    /// A share as it is told.
    pub(super) fn sum(&self, share: i128) -> Sum {
        if share == self.open { Sum::Open } else { Sum::Finite(share) }
    }

    /// A total as it is told. A bound keeps its order: what is at least one total in numbers is so as a [`Total`].
    pub(super) fn total(&self, number: i128) -> Total {
        Total { opens: number / self.open, finite: number % self.open }
    }
}

/// `None` if the sums are too great.
pub(super) fn reduce(problem: &Problem) -> Option<Reduced> {
    let possible: Vec<(ClaimId, Sum)> = problem
        .claims
        .iter()
        .filter(|(_, it)| {
            it.net > Sum::Finite(0) && it.rooms.iter().all(|room| problem.rooms[*room] != Room::Places(0))
        })
        .map(|(claim, it)| (claim, most(problem, &it.rooms, it.net)))
        .collect();
    let finite = possible.iter().try_fold(0_i128, |all, (_, most)| match most {
        Sum::Finite(sum) => all.checked_add(*sum),
        Sum::Open => Some(all),
    })?;
    let open = finite.checked_add(1)?;
    let opens = possible.iter().filter(|(_, most)| *most == Sum::Open).count();
    let greatest = i128::try_from(opens).ok()?.checked_mul(open)?.checked_add(finite)?;

    let mut wants: BTreeMap<Want, Vec<usize>> = BTreeMap::new();
    let mut items = Vec::with_capacity(possible.len());
    for (position, (claim, most)) in possible.into_iter().enumerate() {
        let it = &problem.claims[claim];
        let rooms: BTreeSet<RoomId> = it.rooms.iter().copied().collect();
        let keys: BTreeSet<KeyId> = it.rivals.iter().copied().collect();
        for want in rooms.iter().copied().map(Want::Room).chain(keys.into_iter().map(Want::Key)) {
            wants.entry(want).or_default().push(position);
        }
        items.push(Item {
            claim,
            value: match most {
                Sum::Finite(sum) => sum,
                Sum::Open => open,
            },
            certain: it.certain,
            drawn: i128::try_from(rooms.iter().filter(|room| is_money(problem, **room)).count()).ok()?,
            money: Vec::new(),
            places: Vec::new(),
            group: it.rivals.first().map_or(Group::Alone(claim), |key| Group::Of(*key)),
        });
    }
    let scale = scale(greatest, items.len(), problem.rooms.len(), wants.len())?;
    let mut resources = Table::new();
    for (want, users) in wants {
        let Some(resource) = scarce(problem, want, users.iter().filter_map(|user| items.get(*user))) else { continue };
        let id = resources.push(resource);
        for user in users {
            let Some(item) = items.get_mut(user) else { continue };
            if resource.money { item.money.push(id) } else { item.places.push(id) }
        }
    }
    Some(Reduced { items, resources, open, scale })
}

/// The most a claim could be paid if it stood alone.
fn most(problem: &Problem, rooms: &[RoomId], net: Sum) -> Sum {
    let rooms = rooms.iter().map(|room| match problem.rooms[*room] {
        Room::Money(room) => Sum::Finite(room.max(0)),
        Room::Places(_) => Sum::Open,
    });
    rooms.fold(net, Sum::min)
}

fn is_money(problem: &Problem, room: RoomId) -> bool {
    matches!(problem.rooms[room], Room::Money(_))
}

/// The resource, unless it is large enough for the most that all groups could want of it.
fn scarce<'a>(problem: &Problem, want: Want, users: impl Iterator<Item = &'a Item>) -> Option<Resource> {
    let mut groups: BTreeMap<Group, i128> = BTreeMap::new();
    let mut count = 0;
    for user in users {
        count += 1;
        let most = groups.entry(user.group).or_default();
        *most = user.value.max(*most);
    }
    let within_group = groups.len() == 1;
    let wanting = i128::try_from(groups.len()).ok()?;
    let (room, wanted, money) = match want {
        Want::Key(_) => (1, count, false),
        Want::Room(room) => match problem.rooms[room] {
            Room::Money(room) => (room.max(0), groups.values().sum(), true),
            Room::Places(room) => (i128::from(room), wanting, false),
        },
    };
    (wanted > room).then_some(Resource { room, money, within_group })
}

/// The finest of the scales at which every number of the search fits.
///
/// Those numbers are a total, at most `greatest`; the room used, at most so much for every room; and what a state could still
/// come to, in units of the scale: the total, and for each resource its price times what is left of it. A price of money is at
/// most one, of a place at most `greatest`; money left is less than `greatest`, and places left fewer than the claims.
fn scale(greatest: i128, claims: usize, rooms: usize, resources: usize) -> Option<i128> {
    let claims = i128::try_from(claims).ok()?.checked_add(2)?;
    let resources = i128::try_from(rooms.max(resources)).ok()?.checked_add(2)?;
    let most = greatest.checked_mul(claims)?.checked_mul(resources)?;
    [1 << 24, 1].into_iter().find(|scale| most.checked_mul(*scale).is_some())
}
