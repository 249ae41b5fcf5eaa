//! An earlier allocation, as this crate writes it: what it gave stays.

use crate::application::{Path, list};
use crate::keys;
use crate::near::near;
use crate::node::Node;
use crate::problem::{Problem, Shape, found};
use crate::refused::Refused;
use tiaoli_eval::allocate::{Earlier, Identity};
use tiaoli_eval::date::Date;
use tiaoli_eval::number::MONEY_SCALE;
use tiaoli_eval::program::{Allocation, Program};

/// What earlier runs gave, and the day of the last of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Before {
    /// The day of the run.
    pub as_of: Date,
    /// What it gave.
    pub given: Vec<Earlier>,
}

/// Reads an allocation back. Keys that only explain it are not looked at.
///
/// # Errors
///
/// [`Refused`] where it is no allocation of this policy.
pub fn earlier(program: &Program, node: &Node) -> Result<Before, Refused> {
    let root = Path::Root;
    let as_of = get(node, keys::AS_OF);
    let date = match as_of {
        Some(Node::Text(text)) => Date::parse(text),
        _ => None,
    };
    let as_of = date.ok_or_else(|| Problem::UnreadableDate(found(as_of)).at(root.key(keys::AS_OF)))?;
    let at = root.key("pools");
    let mut given = Vec::new();
    let pools = get(node, "pools").ok_or_else(|| Problem::MissingKey("pools").at(at))?;
    for (index, pool) in list(pools, at)?.iter().enumerate() {
        let at = at.item(index);
        let id = text(pool, "id", at)?;
        let Some((allocation, it)) = named(program, id) else {
            let ids: Vec<&str> = program.allocations.iter().filter_map(|it| first_clause(program, it)).collect();
            return Err(Problem::UnknownPool { id: id.to_owned(), near: near(id, ids) }.at(at.key("id")));
        };
        let year = match get(pool, keys::YEAR) {
            None => None,
            Some(Node::Number(year)) => year.parse().ok(),
            other => return Err(Problem::UnusableYear(found(other)).at(at.key(keys::YEAR))),
        };
        let at = at.key("entrants");
        let entrants = get(pool, "entrants").ok_or_else(|| Problem::MissingKey("entrants").at(at))?;
        for (index, entrant) in list(entrants, at)?.iter().enumerate() {
            let at = at.item(index);
            let amount = amount(entrant, at)?;
            let full = matches!(get(entrant, "standing"), Some(Node::Text(standing)) if standing == "full");
            if amount == 0 && !full {
                continue;
            }
            let project = match get(entrant, keys::PROJECT_ID) {
                Some(_) => Some(text(entrant, keys::PROJECT_ID, at)?.to_owned()),
                None => None,
            };
            given.push(Earlier {
                allocation,
                year,
                identity: Identity { applicant: text(entrant, keys::APPLICANT_ID, at)?.to_owned(), project },
                amount,
                rooms: rooms(it, entrant, at)?,
            });
        }
    }
    Ok(Before { as_of, given })
}

fn named<'p>(program: &'p Program, id: &str) -> Option<(usize, &'p Allocation)> {
    program.allocations.iter().enumerate().find(|(_, it)| first_clause(program, it) == Some(id))
}

/// What an allocation is called in JSON: its first clause.
pub(super) fn first_clause<'p>(program: &'p Program, it: &Allocation) -> Option<&'p str> {
    it.clauses.first().and_then(|clause| program.clauses.get(*clause)).map(|clause| clause.id.as_str())
}

/// The budgets that it was drawn on.
fn rooms(of: &Allocation, entrant: &Node, at: Path<'_>) -> Result<Vec<usize>, Refused> {
    let path = at.key("turn");
    let mut rooms = Vec::new();
    for (index, turn) in list(get(entrant, "turn").unwrap_or(&Node::List(Vec::new())), path)?.iter().enumerate() {
        let name = text(turn, "room", path.item(index))?;
        rooms.extend(of.rooms.iter().position(|room| room.name == name));
    }
    Ok(rooms)
}

fn get<'n>(node: &'n Node, key: &str) -> Option<&'n Node> {
    let Node::Map(entries) = node else { return None };
    entries.iter().find(|(known, _)| known == key).map(|(_, value)| value).filter(|value| **value != Node::Null)
}

fn text<'n>(node: &'n Node, key: &'static str, at: Path<'_>) -> Result<&'n str, Refused> {
    match get(node, key) {
        Some(Node::Text(text)) => Ok(text),
        other => Err(Problem::WrongShape { due: Shape::Text, found: found(other) }.at(at.key(key))),
    }
}

/// Yuan as a text, in fen.
fn amount(entrant: &Node, at: Path<'_>) -> Result<i128, Refused> {
    let said = text(entrant, keys::AMOUNT, at)?;
    let fen = || {
        let (whole, part) = said.split_once('.').unwrap_or((said, ""));
        let digits = |text: &str| text.bytes().all(|it| it.is_ascii_digit());
        let places = usize::from(MONEY_SCALE);
        if whole.is_empty() || !digits(whole) || !digits(part) || part.len() > places {
            return None;
        }
        format!("{whole}{part:0<places$}").parse::<i128>().ok()
    };
    fen().ok_or_else(|| Problem::UnusableAmount(found(get(entrant, keys::AMOUNT))).at(at.key(keys::AMOUNT)))
}
