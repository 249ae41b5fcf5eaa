//! What came of every pool, as JSON: the same bytes for the same shares.

use super::earlier::first_clause;
use crate::keys;
use serde_json::{Map, Value, json};
use tiaoli_eval::allocate::{
    Allotment, EntrantId, EntryShare, Identity, Need, Queue, Queues, RoomId, Share, Standing, Unshared, Word,
};
use tiaoli_eval::date::Date;
use tiaoli_eval::number::{MONEY_SCALE, print};
use tiaoli_eval::program::{Allocation, Measure, OrderKey, Program, Store, Ty};
use tiaoli_eval::table::Id;

/// The JSON of an allocation.
#[must_use]
pub fn allocation(program: &Program, queues: &Queues) -> Value {
    let policy = &program.policy;
    let pools = queues.queues.iter().filter_map(|queue| pool(program, queue));
    let mut object = Map::new();
    object.insert(
        "policy".to_owned(),
        json!({ "name": policy.name, "edition": policy.edition, "digest": policy.digest }),
    );
    object.insert(keys::AS_OF.to_owned(), queues.as_of.to_string().into());
    object.insert("pools".to_owned(), pools.collect());
    Value::Object(object)
}

fn pool(program: &Program, queue: &Queue) -> Option<Value> {
    let of = program.allocations.get(queue.allocation)?;
    let clauses = of.clauses.iter().filter_map(|clause| program.clauses.get(*clause)).map(|it| it.id.as_str());
    let rules = of.rules.iter().filter_map(|rule| program.rules.get(*rule)).map(|it| it.id.as_str());
    let mut object = Map::new();
    object.insert("id".to_owned(), first_clause(program, of).into());
    object.insert("title".to_owned(), of.title.as_str().into());
    object.insert("clauses".to_owned(), clauses.collect());
    object.insert("pays".to_owned(), rules.collect());
    object.insert(keys::YEAR.to_owned(), queue.year.map_or(Value::Null, |year| number(year, 0)));
    match &queue.allotment {
        Ok(allotment) => {
            let rooms = of.rooms.iter().zip(allotment.rooms.iter()).map(|(store, (_, used))| {
                json!({
                    "name": store.name,
                    "measure": measure(store.measure),
                    "total": sum(store, used.total),
                    "given": sum(store, used.given),
                    "reserved": sum(store, used.reserved),
                    "left": sum(store, used.left()),
                })
            });
            object.insert("rooms".to_owned(), rooms.collect());
            let entrants = queue.entrants.iter().filter_map(|it| entrant(program, of, allotment, it));
            object.insert("entrants".to_owned(), entrants.collect());
        }
        Err(why) => {
            let (word, of): (&str, &[EntrantId]) = match why {
                Unshared::OpenUpwards(ids) => ("open_upwards", ids),
                Unshared::TooLarge => ("too_large", &[]),
            };
            object.insert("error".to_owned(), word.into());
            let of = of.iter().filter_map(|id| queue.entrants.iter().find(|it| it.id == *id));
            object.insert("because_of".to_owned(), of.map(|it| Value::Object(identity(&it.identity))).collect());
        }
    }
    let nothing = queue.nothing_due.iter().map(|it| Value::Object(identity(it)));
    object.insert("nothing_due".to_owned(), nothing.collect());
    Some(Value::Object(object))
}

fn identity(it: &Identity) -> Map<String, Value> {
    let mut object = Map::new();
    object.insert(keys::APPLICANT_ID.to_owned(), it.applicant.as_str().into());
    if let Some(project) = &it.project {
        object.insert(keys::PROJECT_ID.to_owned(), project.as_str().into());
    }
    object
}

fn entrant(program: &Program, of: &Allocation, allotment: &Allotment, it: &EntryShare) -> Option<Value> {
    let share = allotment.shares.get(it.id)?;
    let mut object = identity(&it.identity);
    object.insert("place".to_owned(), share.place.into());
    let keys = of.keys.iter().zip(&it.keys).map(|(key, value)| {
        json!({ "name": key.name, "value": value.map_or(Value::Null, |value| key_value(program, key, value)) })
    });
    object.insert("keys".to_owned(), keys.collect());
    object.insert("need".to_owned(), need(it.need));
    object.insert(keys::AMOUNT.to_owned(), fen(share.amount).into());
    object.insert("reserved".to_owned(), fen(share.reserved).into());
    object.insert("standing".to_owned(), standing(share.standing).into());
    object.insert("because".to_owned(), because(of, share));
    let turn = share.turn.iter().filter_map(|(room, before, after)| {
        let store = store(of, *room)?;
        Some(json!({ "room": store.name, "before": sum(store, *before), "after": sum(store, *after) }))
    });
    object.insert("turn".to_owned(), turn.collect());
    let least = share.least.iter().filter_map(|(room, total)| {
        let store = store(of, *room)?;
        Some(json!({ "room": store.name, "total": sum(store, *total) }))
    });
    object.insert("enough".to_owned(), least.collect());
    let needs = it.needs.iter().filter_map(|fact| program.facts.get(*fact)).map(|it| it.name.alias.as_str());
    object.insert("needs".to_owned(), needs.collect());
    Some(Value::Object(object))
}

/// The word that decided, and the budget that was short; null where nothing was cut.
fn because(of: &Allocation, share: &Share) -> Value {
    let Some((said, room)) = share.word else { return Value::Null };
    let room = room.and_then(|room| store(of, room)).map(|it| it.name.as_str());
    json!({ "word": word(said), "room": room })
}

fn store(of: &Allocation, room: RoomId) -> Option<&Store> {
    of.rooms.get(room.index())
}

fn need(need: Need) -> Value {
    match need {
        Need::Settled(sum) => json!({ "settled": true, "maximum": fen(sum) }),
        Need::Open(most) => json!({ "settled": false, "maximum": most.map(fen) }),
    }
}

fn standing(it: Standing) -> &'static str {
    match it {
        Standing::Full => "full",
        Standing::Part => "part",
        Standing::Nothing => "nothing",
        Standing::Open => "open",
    }
}

fn word(it: Word) -> &'static str {
    match it {
        Word::UsedUp => "used_up",
        Word::Last => "last",
        Word::Tied => "tied",
        Word::Drawn => "drawn",
        Word::Shared => "shared",
        Word::Earlier => "earlier",
        Word::Undecided => "undecided",
        Word::Undrawn => "undrawn",
        Word::Waiting => "waiting",
    }
}

fn measure(it: Measure) -> &'static str {
    match it {
        Measure::Money => "money",
        Measure::Places => "places",
    }
}

fn sum(store: &Store, sum: i128) -> Value {
    match store.measure {
        Measure::Money => fen(sum).into(),
        Measure::Places => sum.to_string().into(),
    }
}

fn fen(sum: i128) -> String {
    print(sum, MONEY_SCALE, MONEY_SCALE)
}

fn number(value: i128, scale: u8) -> Value {
    i64::try_from(value).ok().filter(|_| scale == 0).map_or_else(|| print(value, scale, 0).into(), Value::from)
}

/// A key as an application would write it.
fn key_value(program: &Program, key: &OrderKey, value: i128) -> Value {
    match program.nodes.get(key.node).map(|it| &it.ty) {
        Some(Ty::Truth) => Value::Bool(value == 1),
        Some(Ty::Date) => {
            i32::try_from(value).ok().and_then(Date::from_days).map_or(Value::Null, |date| date.to_string().into())
        }
        Some(Ty::Member(of)) => {
            let member = usize::try_from(value).ok().and_then(|at| program.enums.get(*of)?.members.get(at));
            member.map_or(Value::Null, |it| it.alias.as_str().into())
        }
        Some(Ty::Number { scale, .. }) => print(value, *scale, 0).into(),
        _ => Value::Null,
    }
}
