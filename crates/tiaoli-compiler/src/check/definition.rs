//! Definitions: none rests on itself, each has one type, speaks of one sort of row and leaves no case out.

use super::expression::type_of;
use super::{Context, bands, condition, no_zip, zip_length};
use crate::resolve::mentions::{self, Use};
use crate::resolve::{Dictionary, Resolved, names_the_rest};
use std::collections::{BTreeMap, BTreeSet};
use tiaoli_eval::program::{EnumId, FactId, FactKind, LevelId, Place, Ty, Unit, Written};
use tiaoli_source::{Code, Diagnostic, Problems, Value};
use tiaoli_syntax::ast::{self, Condition, ConditionKind, ElementValue, Expression, ExpressionKind, MeaningKind};

/// Checks every definition and deeming in an order in which each rests on those before it, and enters their types.
pub(super) fn settle(resolved: &mut Resolved<'_>, used: &mut BTreeSet<FactId>, problems: &mut Problems) {
    let (order, circles) = order(resolved, problems);
    used.extend(&circles);
    resolved.dictionary.broken.extend(circles);
    for fact in order {
        let Some(found) = typed(resolved, fact, used, problems) else {
            resolved.dictionary.broken.insert(fact);
            continue;
        };
        if let Some(it) = resolved.dictionary.facts.get_mut(fact) {
            (it.level, it.ty, it.written) = (found.level, found.ty.clone(), written(&found.ty));
        }
    }
    gone(resolved, problems);
    deemings(resolved, used, problems);
}

/// The names that a fact rests on: by its definition, and by what deems it.
pub(crate) fn under(dictionary: &Dictionary<'_>, fact: FactId) -> Vec<(FactId, Use)> {
    let mut names: Vec<(&ast::Name, Use)> = Vec::new();
    let mut note = |name, how| names.push((name, how));
    for meaning in dictionary.defined(fact).iter().flat_map(|it| &it.meanings) {
        said(&meaning.sentence.kind, &mut note);
    }
    for deemed in dictionary.deemings.iter().filter(|it| it.fact == fact) {
        mentions::condition(&deemed.deeming.sentence.condition, Use::Value, &mut note);
    }
    let list = |name: &ast::Name| match dictionary.levels.get(dictionary.entity(&name.text)?)?.place {
        Place::List(fact) => Some(fact),
        _ => None,
    };
    let known = |(name, how): (&ast::Name, Use)| Some((dictionary.one(name).or_else(|| list(name))?, how));
    names.into_iter().filter_map(known).collect()
}

fn said<'a>(meaning: &'a MeaningKind, visit: mentions::Visit<'_, 'a>) {
    match meaning {
        MeaningKind::Truth(it) => mentions::condition(it, Use::Value, visit),
        MeaningKind::Value(it) => mentions::expression(it, Use::Value, visit),
        MeaningKind::ByCase(cases, values) => {
            mentions::condition(cases, Use::Value, visit);
            values.iter().for_each(|it| mentions::expression(it, Use::Value, visit));
        }
    }
}

/// The definitions, each behind those that it rests on, and those that stand in a circle, which is reported once.
fn order(resolved: &Resolved<'_>, problems: &mut Problems) -> (Vec<FactId>, BTreeSet<FactId>) {
    let dictionary = &resolved.dictionary;
    let mut ordered = Vec::new();
    let mut circles = BTreeSet::new();
    let mut done: BTreeSet<FactId> = BTreeSet::new();
    let all: BTreeSet<FactId> =
        dictionary.definitions.iter().map(|it| it.fact).chain(dictionary.deemings.iter().map(|it| it.fact)).collect();
    for start in all {
        let mut path: Vec<(FactId, Vec<FactId>)> = Vec::new();
        let open = |fact: FactId| (fact, under(dictionary, fact).into_iter().map(|(fact, _)| fact).collect());
        if !done.contains(&start) {
            path.push(open(start));
        }
        while let Some((fact, below)) = path.last_mut() {
            let fact = *fact;
            match below.pop() {
                None => {
                    path.pop();
                    if done.insert(fact) && dictionary.defined(fact).is_some() {
                        ordered.push(fact);
                    }
                }
                Some(next) if done.contains(&next) => {}
                Some(next) => match path.iter().position(|(on, _)| *on == next) {
                    Some(from) => {
                        let on: Vec<FactId> = path.iter().skip(from).map(|(on, _)| *on).collect();
                        circle(dictionary, &on, problems);
                        done.extend(&on);
                        circles.extend(on);
                    }
                    None => path.push(open(next)),
                },
            }
        }
    }
    (ordered, circles)
}

fn circle(dictionary: &Dictionary<'_>, circle: &[FactId], problems: &mut Problems) {
    let name = |fact: &FactId| dictionary.facts.get(*fact).map_or("", |it| it.name.zh.as_str());
    let (Some(first), Some(place)) = (circle.first(), circle.first().and_then(|it| dictionary.places.get(*it))) else {
        return;
    };
    let path: Vec<&str> = circle.iter().map(name).chain([name(first)]).collect();
    problems.push(
        Diagnostic::new(Code::DEFINITION_CIRCULAR).at(*place).arg("name", name(first)).arg("path", path.join(" → ")),
    );
}

struct Found {
    level: LevelId,
    ty: Ty,
}

/// The level and the type of one definition; every meaning must have the same.
fn typed(resolved: &Resolved<'_>, fact: FactId, used: &mut BTreeSet<FactId>, problems: &mut Problems) -> Option<Found> {
    let defined = resolved.dictionary.defined(fact)?;
    let inferred = level(resolved, fact);
    let mut context = Context {
        resolved,
        problems,
        at: inferred,
        clause: String::new(),
        unruled: Vec::new(),
        reads_awards: false,
        used,
    };
    if let Some(per) = defined.per {
        match resolved.dictionary.entity(&per.text) {
            None => super::award::unknown_entity(&mut context, per),
            Some(at) => {
                context.at = at;
                if context.in_reach(inferred) {
                    // 每 X of rows below those of its facts: it has a value for each of them all the same.
                } else {
                    let row = resolved.dictionary.levels.get(inferred).map_or("", |it| it.name.zh.as_str());
                    let name = resolved.dictionary.facts.get(fact).map_or("", |it| it.name.zh.as_str());
                    context.problem(
                        Diagnostic::new(Code::DEFINITION_LEVEL)
                            .at(per.span)
                            .arg("name", name)
                            .arg("row", row)
                            .arg("per", &per.text),
                    );
                    context.at = inferred;
                }
            }
        }
    }
    let mut found: Option<Ty> = None;
    for meaning in &defined.meanings {
        context.clause =
            resolved.document.clauses.get(clause_index(meaning.clause)).map_or(String::new(), |it| it.id.to_string());
        let ty = one(&mut context, meaning.sentence)?;
        found = Some(match found {
            None => ty,
            Some(first) => match joined(&first, &ty) {
                Some(ty) => ty,
                None => {
                    let name = &meaning.sentence.name;
                    context.problem(Diagnostic::new(Code::VALUES_DIFFER).at(name.span).arg("name", &name.text));
                    first
                }
            },
        });
    }
    Some(Found { level: context.at, ty: found? })
}

fn clause_index(clause: tiaoli_eval::program::ClauseId) -> usize {
    use tiaoli_eval::table::Id;
    clause.index()
}

/// The deepest rows that the facts of a definition belong to; those of projects where it names none.
fn level(resolved: &Resolved<'_>, fact: FactId) -> LevelId {
    let dictionary = &resolved.dictionary;
    let depth = |level: LevelId| {
        std::iter::successors(Some(level), |level| dictionary.levels.get(*level).and_then(|it| it.parent)).count()
    };
    let mut deepest: Option<LevelId> = None;
    for (fact, how) in under(dictionary, fact) {
        let Some(level) = dictionary.facts.get(fact).map(|it| it.level) else { continue };
        let place = dictionary.levels.get(level).map(|it| (it.place, it.parent));
        let level = match (how, place) {
            (Use::Inside, _) => continue,
            (_, Some((Place::Values(_), Some(parent)))) | (Use::Rows, Some((Place::List(_), Some(parent)))) => parent,
            _ => level,
        };
        if deepest.is_none_or(|known| depth(level) > depth(known)) {
            deepest = Some(level);
        }
    }
    deepest.unwrap_or_else(|| dictionary.project())
}

/// The type of what one sentence says.
fn one(context: &mut Context<'_, '_>, meaning: &ast::Meaning) -> Option<Ty> {
    match &meaning.kind {
        MeaningKind::Truth(Condition { kind: ConditionKind::Holds(name), .. }) => {
            let value = Expression { kind: ExpressionKind::Name(name.clone()), span: name.span };
            single(context, &value)
        }
        MeaningKind::Truth(it) => {
            condition::check(context, it);
            no_zip(context, it);
            meets(context, it);
            Some(Ty::Truth)
        }
        MeaningKind::Value(it) => single(context, it),
        MeaningKind::ByCase(cases, values) => by_case(context, meaning, cases, values),
    }
}

fn single(context: &mut Context<'_, '_>, it: &Expression) -> Option<Ty> {
    let typed = type_of(context, it)?;
    if typed.list.is_some() {
        context.problem(Diagnostic::new(Code::LIST_NOT_FOLDED).at(it.span));
        return None;
    }
    Some(typed.ty)
}

/// 符合 x takes over the conditions of a clause; a definition has no place for them.
fn meets(context: &mut Context<'_, '_>, it: &Condition) {
    match &it.kind {
        ConditionKind::All(of) | ConditionKind::Any(of) => of.iter().for_each(|it| meets(context, it)),
        ConditionKind::Not(of) => meets(context, of),
        ConditionKind::Meets(id) => {
            context.problem(Diagnostic::new(Code::MEETS_IN_DEFINITION).at(id.span).arg("id", &id.text));
        }
        _ => {}
    }
}

/// 区域 为 甲区、乙区、其他 的，分别为 120％、100％、80％
fn by_case(
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

/// What both types are; `None` where they are of two kinds.
fn joined(a: &Ty, b: &Ty) -> Option<Ty> {
    match (a, b) {
        (Ty::Number { unit, scale }, Ty::Number { unit: other, scale: places }) => {
            (unit == other).then(|| Ty::Number { unit: unit.clone(), scale: *scale.max(places) })
        }
        _ => (a == b).then(|| a.clone()),
    }
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

/// How a value of a type would be written.
fn written(ty: &Ty) -> Written {
    match ty {
        Ty::Truth => Written::Boolean,
        Ty::Date => Written::Date,
        Ty::Key => Written::Key,
        Ty::Member(_) => Written::Member,
        Ty::Number { unit, scale } if *unit == Unit::yuan() && *scale <= 2 => Written::Money,
        Ty::Number { unit, scale: 0 } if *unit == Unit::base("年") => Written::Year,
        Ty::Number { unit, .. } if *unit == Unit::none() => Written::Percent,
        Ty::Number { scale: 0, .. } => Written::Whole,
        Ty::Number { scale, .. } => Written::Decimal(*scale),
    }
}

/// A reading that replaces a definition says what the name means then.
fn gone(resolved: &Resolved<'_>, problems: &mut Problems) {
    for defined in &resolved.dictionary.definitions {
        let Some(first) = defined.meanings.first() else { continue };
        for option in defined.meanings.iter().flat_map(|it| &it.when.none).collect::<BTreeSet<_>>() {
            let says = defined.meanings.iter().any(|it| it.when.all.contains(option));
            if let (false, Some(it)) = (says, resolved.options.get(*option)) {
                let reading = resolved.readings.get(it.reading).map_or("", |it| it.id.as_str());
                problems.push(
                    Diagnostic::new(Code::DEFINITION_GONE)
                        .at(first.sentence.name.span)
                        .arg("name", &first.sentence.name.text)
                        .arg("option", format!("{reading} {}", it.id)),
                );
            }
        }
    }
}

/// Deemings: a truth counts as holding, or a fact as one of its members.
fn deemings(resolved: &Resolved<'_>, used: &mut BTreeSet<FactId>, problems: &mut Problems) {
    for it in &resolved.dictionary.deemings {
        let Some(fact) = resolved.dictionary.facts.get(it.fact) else { continue };
        let clause = resolved
            .document
            .clauses
            .get(clause_index(it.deeming.clause))
            .map_or(String::new(), |it| it.id.to_string());
        let mut context =
            Context { resolved, problems, at: fact.level, clause, unruled: Vec::new(), reads_awards: false, used };
        let deeming = it.deeming.sentence;
        condition::check(&mut context, &deeming.condition);
        no_zip(&mut context, &deeming.condition);
        meets(&mut context, &deeming.condition);
        match (&deeming.of, &fact.ty) {
            (None, Ty::Truth) => {}
            (Some(of), Ty::Member(kind)) => {
                if resolved.dictionary.member(*kind, &deeming.deemed.text).is_none() {
                    super::ladder::unknown_member(&mut context, of, *kind, &deeming.deemed);
                }
            }
            (name, _) => {
                let name = name.as_ref().unwrap_or(&deeming.deemed);
                context.problem(Diagnostic::new(Code::CANNOT_BE_DEEMED).at(name.span).arg("name", &name.text));
            }
        }
    }
}

/// Every defined name that nothing uses.
pub(super) fn unused(resolved: &Resolved<'_>, used: &BTreeSet<FactId>, problems: &mut Problems) {
    if !resolved.whole {
        return;
    }
    for defined in resolved.dictionary.definitions.iter().filter(|it| !used.contains(&it.fact)) {
        if let Some(first) = defined.meanings.first() {
            let name = &first.sentence.name;
            problems.push(Diagnostic::new(Code::DEFINITION_UNUSED).at(name.span).arg("name", &name.text));
        }
    }
}

/// The facts that a definition rests on in the end, by name.
pub(crate) fn rests_on(dictionary: &Dictionary<'_>, fact: FactId) -> Vec<String> {
    let mut seen = BTreeMap::new();
    let mut open = vec![fact];
    while let Some(fact) = open.pop() {
        for (below, _) in under(dictionary, fact) {
            if let Some(it) = dictionary.facts.get(below)
                && seen.insert(below, it.name.zh.clone()).is_none()
                && dictionary.defined(below).is_some()
            {
                open.push(below);
            }
        }
    }
    seen.into_iter().filter(|(fact, _)| dictionary.defined(*fact).is_none()).map(|(_, name)| name).collect()
}
