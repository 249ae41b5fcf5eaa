//! Conditions to nodes, and lists in step with figures to guards.

use super::builder::Builder;
use super::expression::{constant, lower as expression, optional, rows};
use super::{ladder, time};
use crate::check::rounding::is_fraction;
use crate::check::{inside, is_rest};
use crate::resolve::{names_all, names_the_rest, rest_of};
use tiaoli_eval::program::{Absence, Comparison, FactId, Fold, MemberSet, NodeId, Ty};
use tiaoli_syntax::ast::{
    self, Band, Bound, BoundWord, Condition, ConditionKind, Element, ElementValue, Expression, ExpressionKind,
    FoldWord, Name, Quantity,
};

/// The truth node of a condition. 符合 is expanded by the caller and counts as holding here.
pub(super) fn lower(builder: &mut Builder<'_, '_>, condition: &Condition) -> NodeId {
    builder.span = condition.span;
    match &condition.kind {
        ConditionKind::All(of) => {
            let of = of.iter().map(|it| lower(builder, it)).collect();
            builder.all(of)
        }
        ConditionKind::Any(of) => {
            let of = of.iter().map(|it| lower(builder, it)).collect();
            builder.any(of)
        }
        ConditionKind::Not(of) => {
            let of = lower(builder, of);
            builder.not(of)
        }
        ConditionKind::Holds(name) => holds(builder, name),
        ConditionKind::Compare(left, bound) => match crate::check::of_list(&builder.resolved.dictionary, left, bound) {
            Some(first) => ranked(builder, left, &first),
            None => compare(builder, left, bound),
        },
        ConditionKind::Ranked(of, first) => ranked(builder, of, first),
        ConditionKind::OneOf(name, members) => one_of(builder, name, members, None),
        // A list that leaves nothing out picks a figure and is no condition.
        ConditionKind::Is(name, members) if members.len() > 1 && names_all(builder.resolved, name, members) => {
            let fact = builder.resolved.dictionary.one(name);
            let always = builder.truth(true);
            present(builder, fact.as_slice(), always)
        }
        ConditionKind::Is(name, members) => match members.split_last() {
            Some((last, named)) if names_the_rest(builder.resolved, name, last) => {
                let always = builder.truth(true);
                one_of(builder, name, named, Some(always))
            }
            _ => one_of(builder, name, members, None),
        },
        ConditionKind::Has(name, members) => {
            let each = members.iter().map(|member| contains(builder, name, member)).collect();
            builder.any(each)
        }
        ConditionKind::Reach { subjects, word, steps } => match steps.first() {
            Some(step) => reaches(builder, subjects, *word, step),
            None => builder.truth(true),
        },
        // With 其他 every value is in some band.
        ConditionKind::Bands(_, bands) if bands.iter().any(is_rest) => builder.truth(true),
        ConditionKind::Bands(of, bands) => {
            let each = bands.iter().map(|band| in_band(builder, of, band)).collect();
            builder.any(each)
        }
        ConditionKind::Refused(ids) => super::outcome::refused(builder, ids),
        ConditionKind::In(of, window) => {
            let facts = optional(builder, of);
            let inside = time::window(builder, of, window);
            present(builder, &facts, inside)
        }
        ConditionKind::Valid(it) => time::valid(builder, it),
        ConditionKind::Years(it) => {
            let each = time::years(builder, it);
            builder.any(each)
        }
        // Taken apart before, where it may stand: `gates`.
        ConditionKind::Meets(_) => builder.truth(true),
    }
}

/// For a list in step with figures, the guard of each member in order; for bands and steps likewise.
pub(super) fn guards(builder: &mut Builder<'_, '_>, condition: &Condition) -> Vec<NodeId> {
    match &condition.kind {
        ConditionKind::Is(name, members) | ConditionKind::OneOf(name, members) => members
            .iter()
            .map(|member| {
                let is = match names_the_rest(builder.resolved, name, member) {
                    true => is_none_of(builder, name, members),
                    false => is_one(builder, name, std::slice::from_ref(member)),
                };
                with_side(builder, is, member)
            })
            .collect(),
        ConditionKind::Has(name, members) => members.iter().map(|member| contains(builder, name, member)).collect(),
        ConditionKind::Years(it) => time::years(builder, it),
        ConditionKind::Reach { subjects, word, steps } => {
            steps.iter().map(|step| reaches(builder, subjects, *word, step)).collect()
        }
        ConditionKind::Bands(of, bands) => bands
            .iter()
            .map(|band| {
                if is_rest(band) {
                    let others = bands.iter().filter(|it| !is_rest(it)).map(|it| in_band(builder, of, it)).collect();
                    let some = builder.any(others);
                    builder.not(some)
                } else {
                    in_band(builder, of, band)
                }
            })
            .collect(),
        _ => vec![lower(builder, condition)],
    }
}

/// Whether the row at hand is one of the first so many of its list.
fn ranked(builder: &mut Builder<'_, '_>, of: &Expression, first: &ast::First) -> NodeId {
    let (value, keep) = rows(builder, of);
    let among = super::expression::taken(builder, value, keep, first);
    builder.lift(among)
}

fn holds(builder: &mut Builder<'_, '_>, name: &Name) -> NodeId {
    let Some(fact) = builder.resolved.dictionary.one(name) else { return builder.truth(false) };
    let value = builder.fact(fact);
    present(builder, &[fact], value)
}

/// A condition on facts whose absence means that there is none: it holds only where they were given.
pub(super) fn present(builder: &mut Builder<'_, '_>, facts: &[FactId], condition: NodeId) -> NodeId {
    let dictionary = &builder.resolved.dictionary;
    let absent = |fact: &&FactId| {
        // What is deemed holds without being given; `definition` looks after it.
        dictionary.facts.get(**fact).is_some_and(|it| it.absence == Absence::None)
            && !dictionary.deemings.iter().any(|it| it.fact == **fact)
    };
    let facts: Vec<FactId> = facts.iter().filter(absent).copied().collect();
    let mut all: Vec<NodeId> = facts.into_iter().map(|fact| builder.given(fact)).collect();
    if all.is_empty() {
        return condition;
    }
    all.push(condition);
    builder.all(all)
}

fn compare(builder: &mut Builder<'_, '_>, left: &Expression, bound: &Bound) -> NodeId {
    if let Some(found) = ladder::compare(builder, left, bound) {
        return found;
    }
    if let ExpressionKind::Fold(how @ (FoldWord::Greatest | FoldWord::Least), of) = &left.kind {
        return compare_rows(builder, *how, of, bound);
    }
    if let (Some(ratio), ExpressionKind::Quantity(quantity)) = (ratio(builder, left), &bound.value.kind) {
        return compare_ratio(builder, ratio, (bound.word, bound.edge), quantity);
    }
    let mut facts = optional(builder, left);
    facts.extend(optional(builder, &bound.value));
    if let ExpressionKind::Elapsed { from, to, counted: None } = &left.kind {
        let compared = time::held_against_length(builder, from, to, bound);
        return present(builder, &facts, compared);
    }
    if is_fraction(left) {
        let (of, value) = (time::fraction(builder, left), expression(builder, &bound.value));
        let compared =
            of.held_against(builder, value, |builder, a, b| by_word(builder, (bound.word, bound.edge), a, b));
        return present(builder, &facts, compared);
    }
    let (a, b) = (expression(builder, left), expression(builder, &bound.value));
    let compared = by_word(builder, (bound.word, bound.edge), a, b);
    present(builder, &facts, compared)
}

/// 最大值 达到 k holds where some row does, 最大值 不超过 k where every row does; 最小值 the other way round.
fn compare_rows(builder: &mut Builder<'_, '_>, how: FoldWord, of: &Expression, bound: &Bound) -> NodeId {
    let (value, keep) = rows(builder, of);
    let other = expression(builder, &bound.value);
    let each = by_word(builder, (bound.word, bound.edge), value, other);
    let upward = matches!(
        bound.word,
        BoundWord::AndAbove
            | BoundWord::OrAbove
            | BoundWord::Reaches
            | BoundWord::NotBelow
            | BoundWord::NotLess
            | BoundWord::Over
            | BoundWord::Breaks
            | BoundWord::Above
            | BoundWord::Full
            | BoundWord::After
            | BoundWord::NotBefore
    );
    let some = (how == FoldWord::Greatest) == upward;
    builder.fold(if some { Fold::Any } else { Fold::All }, each, keep)
}

/// A share that is a ratio of two facts: the share, and the two.
fn ratio(builder: &Builder<'_, '_>, of: &Expression) -> Option<(FactId, FactId, FactId)> {
    let ExpressionKind::Name(name) = &of.kind else { return None };
    let share = builder.resolved.dictionary.one(name)?;
    let (above, below) = builder.resolved.dictionary.ratios.get(&share)?;
    Some((share, *above, *below))
}

/// Where both counts are given they decide, by cross-multiplication; else the share as given.
fn compare_ratio(
    builder: &mut Builder<'_, '_>,
    (share, above, below): (FactId, FactId, FactId),
    word: Said,
    step: &Quantity,
) -> NodeId {
    let given = vec![builder.given(above), builder.given(below)];
    let both = builder.all(given);
    let rate = constant(builder, step);
    let (part, whole) = (builder.fact(above), builder.fact(below));
    let due = builder.multiply(whole, rate);
    let by_counts = by_word(builder, word, part, due);
    let share_node = builder.fact(share);
    let by_share = by_word(builder, word, share_node, rate);
    builder.choose_about(vec![both, by_counts, by_share], share)
}

/// A word that compares, and whether its figure counts where that is said in place.
pub(super) type Said = (BoundWord, Option<bool>);

/// `a` compared with `b` as the word says, with the figure inside or outside as the document or the Civil Code has it.
pub(super) fn by_word(builder: &mut Builder<'_, '_>, (word, edge): Said, a: NodeId, b: NodeId) -> NodeId {
    let inside = inside(builder.resolved, word, edge);
    let how = if inside { Comparison::LessOrEqual } else { Comparison::Less };
    match word {
        BoundWord::Equals => builder.compare(Comparison::Equal, a, b),
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
        | BoundWord::NotBefore => builder.compare(how, b, a),
        BoundWord::AndBelow
        | BoundWord::Within
        | BoundWord::NotOver
        | BoundWord::First
        | BoundWord::Below
        | BoundWord::Less
        | BoundWord::Under
        | BoundWord::Before
        | BoundWord::NotAfter => builder.compare(how, a, b),
    }
}

/// 属于 / 为: one of the members. A member with a condition of its own is a case: that condition decides.
fn one_of(builder: &mut Builder<'_, '_>, name: &Name, members: &[Element], rest: Option<NodeId>) -> NodeId {
    let (sided, plain): (Vec<&Element>, Vec<&Element>) = members.iter().partition(|member| member.side.is_some());
    let plain: Vec<Element> = plain.into_iter().cloned().collect();
    let otherwise = match rest {
        Some(rest) => rest,
        None if plain.is_empty() => builder.truth(false),
        None => is_one(builder, name, &plain),
    };
    let arms = sided
        .into_iter()
        .map(|member| {
            let is = is_one(builder, name, std::slice::from_ref(member));
            let side = member.side.as_ref().map(|side| lower(builder, side));
            (is, side.unwrap_or(is))
        })
        .collect();
    builder.choose(arms, otherwise)
}

fn is_one(builder: &mut Builder<'_, '_>, name: &Name, members: &[Element]) -> NodeId {
    let Some(fact) = builder.resolved.dictionary.one(name) else { return builder.truth(false) };
    let value = builder.fact(fact);
    let values: Vec<&ElementValue> = members.iter().flat_map(|member| &member.values).collect();
    let found = match set_of(builder, fact, &values) {
        Some(set) => builder.within(value, set),
        None => {
            let equal = |builder: &mut Builder<'_, '_>, quantity: &Quantity| {
                let figure = constant(builder, quantity);
                builder.compare(Comparison::Equal, value, figure)
            };
            let each = values
                .iter()
                .filter_map(|it| {
                    if let ElementValue::Quantity(quantity) = it { Some(equal(builder, quantity)) } else { None }
                })
                .collect();
            builder.any(each)
        }
    };
    present(builder, &[fact], found)
}

/// 其他: none of the members that the list names.
fn is_none_of(builder: &mut Builder<'_, '_>, name: &Name, members: &[Element]) -> NodeId {
    let Some(fact) = builder.resolved.dictionary.one(name) else { return builder.truth(false) };
    let value = builder.fact(fact);
    let found = builder.within(value, rest_of(builder.resolved, name, members));
    present(builder, &[fact], found)
}

fn set_of(builder: &Builder<'_, '_>, fact: FactId, values: &[&ElementValue]) -> Option<MemberSet> {
    let Some(Ty::Member(of)) = builder.resolved.dictionary.facts.get(fact).map(|it| it.ty.clone()) else { return None };
    let member = |value: &&ElementValue| match value {
        ElementValue::Name(name) => builder.resolved.dictionary.member(of, &name.text).map(MemberSet::one),
        ElementValue::Quantity(_) => None,
    };
    Some(values.iter().filter_map(member).fold(MemberSet(0), MemberSet::union))
}

fn contains(builder: &mut Builder<'_, '_>, name: &Name, member: &Element) -> NodeId {
    let is = is_one(builder, name, std::slice::from_ref(member));
    let some = builder.fold(Fold::Any, is, None);
    with_side(builder, some, member)
}

fn with_side(builder: &mut Builder<'_, '_>, is: NodeId, member: &Element) -> NodeId {
    match &member.side {
        Some(side) => {
            let side = lower(builder, side);
            builder.all(vec![is, side])
        }
        None => is,
    }
}

fn reaches(builder: &mut Builder<'_, '_>, subjects: &[Name], word: BoundWord, step: &Quantity) -> NodeId {
    let each = subjects
        .iter()
        .map(|name| {
            let left = Expression { kind: ExpressionKind::Name(name.clone()), span: name.span };
            let value = Expression { kind: ExpressionKind::Quantity(step.clone()), span: step.span };
            compare(builder, &left, &Bound { word, edge: None, value, span: step.span })
        })
        .collect();
    builder.all(each)
}

/// Whether a value lies between the ends of a band.
pub(super) fn in_band(builder: &mut Builder<'_, '_>, of: &Expression, band: &Band) -> NodeId {
    let ends = [&band.low, &band.high].into_iter().flatten().map(|bound| compare(builder, of, bound)).collect();
    builder.all(ends)
}
