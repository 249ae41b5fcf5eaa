//! 省级以上: the level is one of those that the word takes in, so an unknown level is as exact as in a list.

use super::builder::Builder;
use super::condition::present;
use crate::check::{inside, ladder};
use tiaoli_eval::program::{MemberSet, NodeId};
use tiaoli_syntax::ast::{Bound, BoundWord, Expression};

/// The truth node of a comparison of levels; nothing where it is none.
pub(super) fn compare(builder: &mut Builder<'_, '_>, left: &Expression, bound: &Bound) -> Option<NodeId> {
    let dictionary = &builder.resolved.dictionary;
    let (name, of, level) = ladder::compared(dictionary, left, bound)?;
    let fact = dictionary.one(name)?;
    let at = usize::from(dictionary.member(of, &level.text)?);
    let count = dictionary.enums.get(of)?.members.len();
    let inside = inside(builder.resolved, bound.word, bound.edge);
    let set = taken_in(bound.word, inside, at, count);
    let value = builder.fact(fact);
    let found = builder.within(value, set);
    Some(present(builder, &[fact], found))
}

/// The members that a word takes in, seen from the one at `at`.
fn taken_in(word: BoundWord, inside: bool, at: usize, count: usize) -> MemberSet {
    let below = |end: usize| MemberSet::first(end);
    let all = MemberSet::first(count);
    match word {
        BoundWord::Equals => MemberSet(below(at + 1).0 & !below(at).0),
        BoundWord::AndAbove
        | BoundWord::OrAbove
        | BoundWord::Reaches
        | BoundWord::NotBelow
        | BoundWord::NotLess
        | BoundWord::Full
        | BoundWord::Over
        | BoundWord::Breaks
        | BoundWord::Above
        | BoundWord::After
        | BoundWord::NotBefore => MemberSet(all.0 & !below(if inside { at } else { at + 1 }).0),
        BoundWord::AndBelow
        | BoundWord::Within
        | BoundWord::NotOver
        | BoundWord::First
        | BoundWord::Below
        | BoundWord::Less
        | BoundWord::Under
        | BoundWord::Before
        | BoundWord::NotAfter => below(if inside { at + 1 } else { at }),
    }
}
