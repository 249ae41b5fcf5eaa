//! Definitions by case: 区域 为 甲区、乙区、其他 的，分别为 ….

use super::{joined, single};
use crate::check::{Context, bands, condition, zip_length};
use crate::resolve::{Dictionary, Resolved, names_the_rest};
use tiaoli_eval::program::{EnumId, FactKind, Ty};
use tiaoli_source::{Code, Diagnostic, Value};
use tiaoli_syntax::ast::{self, Condition, ConditionKind, ElementValue, Expression, ExpressionKind};

/// 区域 为 甲区、乙区、其他 的，分别为 120％、100％、80％
pub(super) fn by_case(
    context: &mut Context<'_, '_>,
    meaning: &ast::Meaning,
    cases: &Condition,
    values: &[Expression],
) -> Option<Ty> {
    condition::check(context, cases);
    if !matches!(cases.kind, ConditionKind::Is(..) | ConditionKind::Bands(..)) || zip_length(cases) < 2 {
        context.problem(Diagnostic::new(Code::DEFINITION_NEEDS_ONE_LIST).at(cases.span));
        return None;
    }
    if let [first, .., last] = values
        && values.len() != zip_length(cases)
    {
        context.problem(
            Diagnostic::new(Code::ARITY)
                .at(first.span.to(last.span))
                .also(cases.span)
                .arg("figures", values.len())
                .arg("subjects", zip_length(cases)),
        );
    }
    if let Some(missing) = left_out(context, cases) {
        context.problem(
            Diagnostic::new(Code::DEFINITION_HOLE)
                .at(cases.span)
                .arg("name", &meaning.name.text)
                .arg("missing", missing),
        );
    }
    if let Some(members) = members(context.resolved, values) {
        return ladder(context, meaning, &members, values).map(Ty::Member);
    }
    let mut found: Option<Ty> = None;
    for value in values {
        let ty = single(context, value)?;
        found = Some(match found {
            None => ty,
            Some(first) => match joined(&first, &ty) {
                Some(ty) => ty,
                None => {
                    context
                        .problem(Diagnostic::new(Code::VALUES_DIFFER).at(value.span).arg("name", &meaning.name.text));
                    return None;
                }
            },
        });
    }
    found
}

/// The values as members of an enumeration, where none of them is a fact.
fn members<'v>(resolved: &Resolved<'_>, values: &'v [Expression]) -> Option<Vec<&'v ast::Name>> {
    let name = |value: &'v Expression| match &value.kind {
        ExpressionKind::Name(name) if resolved.dictionary.one(name).is_none() => Some(name),
        _ => None,
    };
    values.iter().map(name).collect()
}

/// The enumeration that has all of them: of several that called like the definition, else the ladder declared first.
fn ladder(
    context: &mut Context<'_, '_>,
    meaning: &ast::Meaning,
    members: &[&ast::Name],
    values: &[Expression],
) -> Option<EnumId> {
    let found = ladder_of(&context.resolved.dictionary, &meaning.name.text, members);
    if found.is_none()
        && let [first, .., last] = values
    {
        context.problem(
            Diagnostic::new(Code::VALUES_OF_NO_LADDER).at(first.span.to(last.span)).arg("name", &meaning.name.text),
        );
    }
    found
}

/// The enumeration that has all of these members.
pub(crate) fn ladder_of(dictionary: &Dictionary<'_>, name: &str, members: &[&ast::Name]) -> Option<EnumId> {
    let mut all: Vec<(EnumId, bool)> = dictionary
        .enums
        .iter()
        .filter(|(id, _)| members.iter().all(|member| dictionary.member(*id, &member.text).is_some()))
        .map(|(id, it)| (id, it.name.is(name)))
        .collect();
    all.sort_by_key(|(id, same)| (!same, *id));
    all.first().map(|(id, _)| *id)
}

/// What a list of classes leaves out, in the words of the vocabulary.
fn left_out(context: &mut Context<'_, '_>, cases: &Condition) -> Option<Value> {
    match &cases.kind {
        ConditionKind::Is(name, members) => {
            if members.last().is_some_and(|last| names_the_rest(context.resolved, name, last)) {
                return None;
            }
            let fact = context.resolved.dictionary.one(name)?;
            let it = context.resolved.dictionary.facts.get(fact)?;
            let Ty::Member(of) = it.ty else { return Some(Value::said("其他数值", "any other figure")) };
            let listed = |text: &str| {
                let is = |value: &ElementValue| {
                    matches!(value, ElementValue::Name(name)
                    if context.resolved.dictionary.member(of, &name.text)
                        == context.resolved.dictionary.member(of, text))
                };
                members.iter().any(|member| member.side.is_none() && member.values.iter().any(is))
            };
            let all = context.resolved.dictionary.enums.get(of)?;
            let missing: Vec<&str> =
                all.members.iter().map(|member| member.zh.as_str()).filter(|member| !listed(member)).collect();
            if !missing.is_empty() {
                return Some(Value::list(missing));
            }
            (it.kind == FactKind::Found && !all.ordered)
                .then(|| Value::said("认定为以上都不是", "a finding that it is none of these"))
        }
        ConditionKind::Bands(of, list) => bands::left_out(context, of, list),
        _ => None,
    }
}
