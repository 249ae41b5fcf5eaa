//! Levels of a ladder, compared: 省级以上.

use super::Context;
use crate::resolve::Dictionary;
use tiaoli_eval::program::{EnumId, Ty};
use tiaoli_source::{Code, Diagnostic, Value};
use tiaoli_syntax::ast::{Bound, Expression, ExpressionKind, Name};

/// The fact, its enumeration and the level of a comparison between a fact of an enumeration and a name that is no fact.
pub(crate) fn compared<'e>(
    dictionary: &Dictionary,
    left: &'e Expression,
    bound: &'e Bound,
) -> Option<(&'e Name, EnumId, &'e Name)> {
    let (ExpressionKind::Name(fact), ExpressionKind::Name(level)) = (&left.kind, &bound.value.kind) else {
        return None;
    };
    let Ty::Member(of) = dictionary.facts.get(dictionary.one(fact)?)?.ty else { return None };
    dictionary.one(level).is_none().then_some((fact, of, level))
}

/// One value, an enumeration that has an order, and a level that is one of its members.
pub(super) fn check(context: &mut Context<'_, '_>, fact: &Name, of: EnumId, level: &Name, bound: &Bound) {
    let Some(known) = context.fact(fact).and_then(|it| context.resolved.dictionary.facts.get(it)) else { return };
    if !context.in_reach(known.level) {
        context.problem(Diagnostic::new(Code::LIST_NEEDS_HAS).at(fact.span).arg("name", &fact.text));
    } else if context.resolved.dictionary.enums.get(of).is_some_and(|it| !it.ordered) {
        context.problem(Diagnostic::new(Code::NOT_A_LADDER).at(bound.span).also(fact.span).arg("name", &fact.text));
    } else if context.resolved.dictionary.member(of, &level.text).is_none() {
        unknown_member(context, fact, of, level);
    }
}

/// A value outside its list.
pub(super) fn unknown_member(context: &mut Context<'_, '_>, fact: &Name, of: EnumId, member: &Name) {
    let known = context.resolved.dictionary.enums.get(of).map(|it| Value::list(it.members.iter().map(|it| &it.zh)));
    let known = known.unwrap_or_else(|| Value::list::<&str>([]));
    context.problem(
        Diagnostic::new(Code::UNKNOWN_MEMBER)
            .at(member.span)
            .arg("fact", &fact.text)
            .arg("name", &member.text)
            .arg("members", known),
    );
}
