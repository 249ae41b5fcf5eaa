//! The ledger: earlier payments. One that cannot be used refuses the whole application, since every sum rests on it.

use super::object::Object;
use super::path::Path;
use super::value::Keys;
use super::{Step, id, list, value};
use crate::keys;
use crate::near::near;
use crate::node::Node;
use crate::problem::{Problem, found};
use std::collections::BTreeMap;
use tiaoli_eval::application::{Payment, Project};
use tiaoli_eval::number::{MONEY_SCALE, rescale};
use tiaoli_eval::program::{Claimable, Enumeration, Name, Program, RuleId};

/// The alias by which the lowest member of an enumeration of levels says that there is no level. Nobody pays from it.
const NO_LEVEL: &str = "none";

/// The payments of the list at `path`.
pub(super) fn payments(
    program: &Program,
    projects: &[Project],
    keys: &mut Keys,
    node: &Node,
    path: Path<'_>,
) -> Step<Vec<Payment>> {
    let positions: BTreeMap<&str, usize> =
        projects.iter().enumerate().map(|(index, it)| (it.id.as_str(), index)).collect();
    let mut payments = Vec::new();
    for (index, node) in list(node, path)?.iter().enumerate() {
        payments.push(payment(program, &positions, keys, node, path.item(index))?);
    }
    Ok(payments)
}

fn payment(
    program: &Program,
    projects: &BTreeMap<&str, usize>,
    of: &mut Keys,
    node: &Node,
    path: Path<'_>,
) -> Step<Payment> {
    let object = Object::new(node, &keys::OF_PRIOR_AWARD, path)?;
    if let Some((key, _)) = object.rest.first() {
        let near = near(key, keys::OF_PRIOR_AWARD);
        return Err(Problem::UnknownKey { key: (*key).to_owned(), near, belongs: None }.at(path.key(key)));
    }
    let project = id(object.get(keys::PROJECT_ID), keys::PROJECT_ID, path.key(keys::PROJECT_ID))?;
    let clause = id(object.get(keys::CLAUSE), keys::CLAUSE, path.key(keys::CLAUSE))?;
    let amount = object.get(keys::AMOUNT);
    let Some(fen) = amount.and_then(fen) else {
        return Err(Problem::UnusableAmount(found(amount)).at(path.key(keys::AMOUNT)));
    };
    let year = object.get(keys::YEAR);
    let Some(in_year) = year.and_then(value::year) else {
        return Err(Problem::UnusableYear(found(year)).at(path.key(keys::YEAR)));
    };
    Ok(Payment {
        project: projects.get(project).copied(),
        clause: clause.to_owned(),
        rules: rules(program, clause),
        amount: fen,
        year: i32::from(in_year),
        level: level(program, object.get(keys::LEVEL), path.key(keys::LEVEL))?,
        base_grant: object.truth(keys::BASE_GRANT)?.unwrap_or(false),
        key: match object.get(keys::KEY) {
            None => None,
            Some(node) => of.place(id(Some(node), keys::KEY, path.key(keys::KEY))?),
        },
        quantity: match object.get(keys::QUANTITY) {
            None => 1,
            Some(node) => quantity(node)
                .ok_or_else(|| Problem::UnusableQuantity(found(Some(node))).at(path.key(keys::QUANTITY)))?,
        },
    })
}

/// How many awards: a whole number from one, as a text.
fn quantity(node: &Node) -> Option<u32> {
    let Node::Text(text) = node else { return None };
    let (digits, _) = value::decimal(text, 0)?;
    u32::try_from(digits).ok().filter(|count| *count > 0)
}

/// Money in fen; the grammar of decimals has no sign, so it is not negative.
fn fen(node: &Node) -> Option<i128> {
    let Node::Text(text) = node else { return None };
    let (digits, places) = value::decimal(text, MONEY_SCALE)?;
    rescale(digits, places, MONEY_SCALE)
}

/// The rules that the clause of a payment names: itself, a family of it, or a part. Another policy's names none.
fn rules(program: &Program, clause: &str) -> Vec<RuleId> {
    match program.claimable(clause) {
        Some(Claimable::Rule(rule)) => vec![*rule],
        Some(Claimable::Several(rules)) => rules.clone(),
        Some(Claimable::Nothing | Claimable::Targets(_)) | None => Vec::new(),
    }
}

/// Another word for [`MUNICIPAL`] in the ledger.
pub(crate) const CITY: &str = "city";
/// The alias of the city's level.
pub(crate) const MUNICIPAL: &str = "municipal";

/// The level of the funds; 0 where the policy says nothing of levels, as any text will do then.
fn level(program: &Program, node: Option<&Node>, path: Path<'_>) -> Step<u8> {
    let levels = program.settlement.levels.and_then(|id| program.enums.get(id));
    // A policy that speaks of no levels of funds asks for none.
    let Some(levels) = levels else { return Ok(0) };
    let Some(Node::Text(text)) = node else { return Err(unusable(Some(levels), node).at(path)) };
    let named = |text: &str| paying(levels).find(|(_, name)| name.is(text));
    // The contract reads `city` as `municipal`, in the ledger alone.
    let member = named(text)
        .or_else(|| if text == CITY { named(MUNICIPAL) } else { None })
        .and_then(|(index, _)| u8::try_from(index).ok());
    member.ok_or_else(|| unusable(Some(levels), node).at(path))
}

fn unusable(levels: Option<&Enumeration>, node: Option<&Node>) -> Problem {
    let levels = levels.into_iter().flat_map(paying).map(|(_, name)| name.alias.clone()).collect();
    Problem::UnusableLevel { found: found(node), levels }
}

/// The levels that can pay: every member but the lowest where it stands for no level at all.
pub(crate) fn paying(levels: &Enumeration) -> impl Iterator<Item = (usize, &Name)> {
    let nobody = |(index, name): &(usize, &Name)| *index == 0 && levels.ordered && name.alias == NO_LEVEL;
    levels.members.iter().enumerate().filter(move |member| !nobody(member))
}
