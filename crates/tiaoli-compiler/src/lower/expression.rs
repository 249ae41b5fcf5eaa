//! Expressions to nodes.

use super::builder::Builder;
use super::{condition, time};
use crate::check::awards_named;
use crate::resolve::{figure, unit_named};
use tiaoli_eval::program::{Comparison, Fold, MemberSet, NodeId, Place, Ranking, Sign, Tied, Ty, Unit};
use tiaoli_syntax::ast::{self, Expression, ExpressionKind, First, FoldWord, MeaningKind, Operator, Quantity};

/// The node of an expression; on a list's own level where it has a value for each row of a list.
pub(super) fn lower(builder: &mut Builder<'_, '_>, expression: &Expression) -> NodeId {
    builder.span = expression.span;
    let node = one(builder, expression);
    match (&expression.kind, &builder.longest, builder.ty(node)) {
        (ExpressionKind::Name(_) | ExpressionKind::Elapsed { .. }, Some((capped, most)), Ty::Number { unit, .. })
            if *capped == unit =>
        {
            let most = *most;
            builder.least(vec![node, most])
        }
        _ => node,
    }
}

fn one(builder: &mut Builder<'_, '_>, expression: &Expression) -> NodeId {
    match &expression.kind {
        ExpressionKind::Quantity(quantity) => constant(builder, quantity),
        ExpressionKind::Date(date) => {
            let days =
                tiaoli_eval::date::Date::new(date.year, date.month, date.day).map_or(0, tiaoli_eval::date::Date::days);
            builder.date(days)
        }
        ExpressionKind::Name(name) => match builder.resolved.dictionary.one(name) {
            Some(fact) => builder.fact(fact),
            None => builder.truth(false),
        },
        ExpressionKind::PaidOut(ids) => builder.paid_out(ids),
        ExpressionKind::AmountOf(id) => {
            let of = awards_named(builder.resolved, &id.text);
            super::outcome::amount(builder, &of)
        }
        ExpressionKind::Binary(operator, left, right) => {
            let (left, right) = (lower(builder, left), lower(builder, right));
            match operator {
                Operator::Add => builder.add(vec![(Sign::Plus, left), (Sign::Plus, right)]),
                Operator::Subtract => builder.add(vec![(Sign::Plus, left), (Sign::Minus, right)]),
                Operator::Multiply | Operator::Divide => builder.multiply(left, right),
            }
        }
        ExpressionKind::Share(of, rate) => share(builder, of, rate),
        // A range stands for its upper end here; `award` looks at both.
        ExpressionKind::ShareRange(of, _, to) => share(builder, of, to),
        ExpressionKind::SumRange(_, to) => constant(builder, to),
        ExpressionKind::Fold(how, of) => fold(builder, *how, of),
        ExpressionKind::History { whose, .. } => match crate::check::of_whom(builder.resolved, builder.at, *whose) {
            Some(history) => builder.at_level(history.level, |builder| builder.fact(history.amount)),
            None => builder.number(0, 2, Unit::yuan()),
        },
        ExpressionKind::FoldOr(how, of, otherwise) => {
            let (value, keep) = rows(builder, of);
            let otherwise = lower(builder, otherwise);
            let how = if *how == FoldWord::Greatest { Fold::Greatest } else { Fold::Least };
            builder.extreme_of(how, value, keep, otherwise)
        }
        ExpressionKind::Distinct { of, by, unit } => {
            let (value, keep) = rows(builder, of);
            let level = builder.nodes.get(value).map_or(builder.at, |it| it.level);
            let dictionary = &builder.resolved.dictionary;
            let named = by.as_ref().and_then(|name| dictionary.one(name));
            let fact = named.or_else(|| dictionary.levels.get(level).and_then(|it| it.same_by));
            let Some(fact) = fact else { return builder.number(0, 0, Unit::none()) };
            let key = builder.at_level(level, |builder| builder.fact(fact));
            let unit = unit.map_or_else(Unit::none, unit_named);
            builder.distinct(key, keep, unit)
        }
        ExpressionKind::Taken(of, _) => lower(builder, of),
        ExpressionKind::Extreme { greatest, of } => {
            let of: Vec<NodeId> = of.iter().map(|it| lower(builder, it)).collect();
            if *greatest { builder.greatest(of) } else { builder.least(of) }
        }
        ExpressionKind::Excess { of, over, .. } => {
            let (of, over) = (lower(builder, of), lower(builder, over));
            let difference = builder.add(vec![(Sign::Plus, of), (Sign::Minus, over)]);
            let level = builder.nodes.get(difference).map_or(builder.at, |it| it.level);
            let outside = std::mem::replace(&mut builder.at, level);
            let (unit, scale) = match builder.ty(difference) {
                Ty::Number { unit, scale } => (unit, scale),
                _ => (Unit::yuan(), 2),
            };
            let nothing = builder.number(0, scale, unit);
            builder.at = outside;
            builder.greatest(vec![difference, nothing])
        }
        ExpressionKind::Rounded(of, how) => time::rounded(builder, of, how),
        ExpressionKind::PerFull(of, each) => time::per_full(builder, of, each),
        ExpressionKind::AsOf => builder.as_of(),
        ExpressionKind::Dated(name, on) => match builder.resolved.dictionary.one(name) {
            Some(fact) => {
                let on = lower(builder, on);
                builder.parameter(fact, on)
            }
            None => builder.truth(false),
        },
        ExpressionKind::Moved { from, by, back } => time::moved(builder, from, by, *back),
        ExpressionKind::Elapsed { from, to, counted: Some(counted) } => time::counted(builder, from, to, counted),
        ExpressionKind::Elapsed { to, counted: None, .. } => lower(builder, to),
        ExpressionKind::Versus(how, of, base) => time::change(builder, *how, of, base),
        ExpressionKind::YearOf(of) => {
            let of = lower(builder, of);
            builder.year_of(of)
        }
        ExpressionKind::Filtered(name, _) => match builder.resolved.dictionary.one(name) {
            Some(fact) => builder.fact(fact),
            None => builder.truth(true),
        },
    }
}

/// A share of an expression.
pub(super) fn share(builder: &mut Builder<'_, '_>, of: &Expression, rate: &Quantity) -> NodeId {
    let of = lower(builder, of);
    let rate = constant(builder, rate);
    builder.multiply(of, rate)
}

/// A figure.
pub(super) fn constant(builder: &mut Builder<'_, '_>, quantity: &Quantity) -> NodeId {
    match figure(quantity) {
        Some(figure) => builder.number(figure.value, figure.scale, figure.unit),
        None => builder.number(0, 0, Unit::none()),
    }
}

fn fold(builder: &mut Builder<'_, '_>, how: FoldWord, of: &Expression) -> NodeId {
    let (value, keep) = rows(builder, of);
    // Of earlier payments a refusal names the list, not what each says.
    builder.about = match of.kind {
        ExpressionKind::History { whose, .. } => {
            crate::check::of_whom(builder.resolved, builder.at, whose).map(|history| history.list)
        }
        // How many there are, whatever they say: the list itself.
        ExpressionKind::Name(ref name) => {
            let dictionary = &builder.resolved.dictionary;
            match dictionary.entity(&name.text).and_then(|level| dictionary.levels.get(level)).map(|it| it.place) {
                Some(Place::List(list)) => Some(list),
                _ => None,
            }
        }
        _ => None,
    };
    let folded = match how {
        FoldWord::Count | FoldWord::CountIn(_) => {
            let unit = crate::check::counted(builder.resolved, how, of);
            builder.count(value, keep, unit)
        }
        FoldWord::Sum | FoldWord::Greatest | FoldWord::Least => builder.fold(Fold::Sum, value, keep),
    };
    builder.about = None;
    folded
}

/// The values of a list and which rows are kept.
pub(super) fn rows(builder: &mut Builder<'_, '_>, of: &Expression) -> (NodeId, Option<NodeId>) {
    let entity = |builder: &Builder<'_, '_>, name: &str| builder.resolved.dictionary.entity(name);
    match &of.kind {
        ExpressionKind::History { whose, ids, year } => {
            let value = lower(builder, of);
            (value, received(builder, *whose, ids, year.as_ref()))
        }
        ExpressionKind::Taken(of, first) => {
            let (value, keep) = rows(builder, of);
            let keep = taken(builder, value, keep, first);
            (value, Some(keep))
        }
        ExpressionKind::Filtered(name, filter) => {
            let level = match (entity(builder, &name.text), builder.resolved.dictionary.one(name)) {
                (Some(level), _) => level,
                (None, Some(fact)) => builder.resolved.dictionary.facts.get(fact).map_or(builder.at, |it| it.level),
                (None, None) => builder.at,
            };
            let outside = std::mem::replace(&mut builder.at, level);
            let keep = condition::lower(builder, filter);
            let value = match entity(builder, &name.text) {
                Some(_) => builder.truth(true),
                None => lower(builder, of),
            };
            builder.at = outside;
            (value, Some(keep))
        }
        ExpressionKind::Name(name) => match entity(builder, &name.text) {
            Some(level)
                if matches!(builder.resolved.dictionary.levels.get(level).map(|it| it.place), Some(Place::List(_))) =>
            {
                let outside = std::mem::replace(&mut builder.at, level);
                let value = builder.truth(true);
                builder.at = outside;
                (value, None)
            }
            _ => (lower(builder, of), None),
        },
        _ => (lower(builder, of), None),
    }
}

/// Which payments are under one of these clauses, and in that year.
fn received(
    builder: &mut Builder<'_, '_>,
    whose: ast::Whose,
    ids: &[ast::Id],
    year: Option<&ast::Name>,
) -> Option<NodeId> {
    let history = crate::check::of_whom(builder.resolved, builder.at, whose)?;
    let Ty::Member(of) = builder.resolved.dictionary.facts.get(history.clause)?.ty else { return None };
    let members = builder.resolved.dictionary.enums.get(of).map(|it| it.members.as_slice()).unwrap_or_default();
    let under = |text: &str, id: &str| text == id || text.strip_prefix(id).is_some_and(|it| it.starts_with('.'));
    let named = |(at, member): (usize, &tiaoli_eval::program::Name)| {
        let asked = ids.iter().any(|id| under(&member.alias, &id.text));
        asked.then(|| u8::try_from(at).ok()).flatten().map(MemberSet::one)
    };
    let set = members.iter().enumerate().filter_map(named).fold(MemberSet(0), MemberSet::union);
    Some(builder.at_level(history.level, |builder| {
        let clause = builder.fact(history.clause);
        let mut all = vec![builder.within(clause, set)];
        if let Some(name) = year {
            let paid = builder.fact(history.year);
            let asked = super::limit::year(builder, Some(name));
            all.push(builder.compare(Comparison::Equal, paid, asked));
        }
        builder.all(all)
    }))
}

/// Which of the rows kept so far are the first so many.
pub(super) fn taken(builder: &mut Builder<'_, '_>, value: NodeId, keep: Option<NodeId>, first: &First) -> NodeId {
    let level = builder.nodes.get(value).map_or(builder.at, |it| it.level);
    builder.at_level(level, |builder| {
        let keep = keep.unwrap_or_else(|| builder.truth(true));
        let key = first.order.as_ref().and_then(|(name, _)| builder.resolved.dictionary.one(name));
        let key = key.map(|fact| builder.fact(fact));
        let how = Ranking {
            descending: first.order.as_ref().is_some_and(|(_, descending)| *descending),
            ties: match first.tied {
                Some(ast::Tied::In) => Tied::First,
                Some(ast::Tied::Out) => Tied::Last,
                Some(ast::Tied::Listed) | None => Tied::Listed,
            },
        };
        let place = builder.rank(how, keep, key);
        let count = figure(&first.count).map_or(0, |it| it.value);
        let most = builder.number(count, 0, Unit::none());
        let among = builder.compare(Comparison::LessOrEqual, place, most);
        builder.all(vec![keep, among])
    })
}

/// The facts that an expression names and whose absence means that there is none.
pub(super) fn optional(builder: &Builder<'_, '_>, expression: &Expression) -> Vec<tiaoli_eval::program::FactId> {
    use tiaoli_eval::program::Absence;
    match &expression.kind {
        ExpressionKind::Name(name) => {
            let fact = builder.resolved.dictionary.one(name);
            // A defined number has what the facts behind it have.
            let meanings = fact.and_then(|fact| builder.resolved.dictionary.defined(fact)).map(|it| &it.meanings);
            let meaning = meanings.and_then(|all| all.iter().find(|it| it.applies(&builder.asked)));
            if let Some(MeaningKind::Value(of)) = meaning.map(|it| &it.sentence.kind) {
                return optional(builder, of);
            }
            let is = |fact: &tiaoli_eval::program::FactId| {
                builder.resolved.dictionary.facts.get(*fact).is_some_and(|it| it.absence == Absence::None)
            };
            fact.filter(is).into_iter().collect()
        }
        ExpressionKind::Binary(_, left, right)
        | ExpressionKind::Versus(_, left, right)
        | ExpressionKind::Moved { from: left, by: right, .. }
        | ExpressionKind::Elapsed { from: left, to: right, .. } => {
            let mut facts = optional(builder, left);
            facts.extend(optional(builder, right));
            facts
        }
        ExpressionKind::Share(of, _)
        | ExpressionKind::ShareRange(of, _, _)
        | ExpressionKind::Rounded(of, _)
        | ExpressionKind::PerFull(of, _)
        | ExpressionKind::YearOf(of)
        | ExpressionKind::Dated(_, of) => optional(builder, of),
        ExpressionKind::Extreme { of, .. } => of.iter().flat_map(|it| optional(builder, it)).collect(),
        ExpressionKind::Excess { of, over, .. } => {
            let mut facts = optional(builder, of);
            facts.extend(optional(builder, over));
            facts
        }
        ExpressionKind::Quantity(_)
        | ExpressionKind::SumRange(..)
        | ExpressionKind::Date(_)
        | ExpressionKind::FoldOr(..)
        | ExpressionKind::History { .. }
        | ExpressionKind::Distinct { .. }
        | ExpressionKind::Taken(..)
        | ExpressionKind::AmountOf(_)
        | ExpressionKind::PaidOut(_)
        | ExpressionKind::AsOf
        | ExpressionKind::Fold(..)
        | ExpressionKind::Filtered(..) => Vec::new(),
    }
}
