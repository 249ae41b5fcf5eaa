//! What a case gives.

use super::{Context, Given, Payment, Project, Said, SaidRows, Setting, rows};
use crate::resolve::figure;
use std::collections::{BTreeMap, BTreeSet};
use tiaoli_eval::date::Date;
use tiaoli_eval::number::{MONEY_SCALE, print, rescale};
use tiaoli_eval::program::{Fact, FactId, Place, Ty, Written};
use tiaoli_source::{Code, Diagnostic, Span};
use tiaoli_syntax::ast::{self, GivenKind, Value, ValueKind};

/// The name of the setting that holds for every case.
const DEFAULT: &str = "默认";
/// The project of a case without braces.
const ONLY: &str = "项目";
/// A project that is not in the application.
const OTHER: &str = "另一项目";

/// What is given so far, for 同上.
#[derive(Clone, Debug, Default)]
pub(super) struct State {
    pub(super) given: Given,
    /// Facts of a project: of the only one, or those common to all.
    pub(super) facts: BTreeMap<String, Said>,
    /// The lists whose rows this case gives.
    pub(super) lists: BTreeSet<String>,
}

/// The application of a case, and the state that 同上 in the next one starts from.
pub(super) fn read(context: &mut Context<'_, '_>, case: &ast::Case, before: Option<&State>) -> Option<(State, Given)> {
    let mut state = start(context, before);
    apply_all(context, &mut state, &case.givens, before, ONLY);
    let ids: Vec<String> = case.ids.iter().map(|id| id.text.clone()).collect();
    for id in &case.ids {
        if context.program.claimable(&id.text).is_none() && !is_settlement(context, &id.text) {
            let problem = crate::link::not_there(context.program, id);
            let problem = problem.unwrap_or_else(|| crate::resolve::unknown_clause(id, context.checked.document));
            context.problems.push(problem);
            return None;
        }
    }
    let mut given = state.given.clone();
    let mut last = state.clone();
    for project in &case.projects {
        let name = project.name.as_ref().map_or(ONLY, |name| &name.text);
        let mut own = State { given: given.clone(), facts: state.facts.clone(), lists: state.lists.clone() };
        apply_all(context, &mut own, &project.givens, before, name);
        let claims: Vec<String> = if project.ids.is_empty() {
            claims(context, &ids)
        } else {
            project.ids.iter().map(|id| id.text.clone()).collect()
        };
        last.clone_from(&own);
        given = own.given;
        given.projects.push(Project { id: name.to_owned(), claims, facts: own.facts });
    }
    // 甲已获 …: where 甲 is no project of the case, it is somebody of a list.
    for payment in &mut given.payments {
        let project = payment.project == OTHER || given.projects.iter().any(|it| it.id == payment.project);
        if !project {
            payment.key = Some(std::mem::replace(&mut payment.project, OTHER.to_owned()));
        }
    }
    last.given = Given { projects: Vec::new(), ..given.clone() };
    Some((last, given))
}

/// What “默认” gives.
fn start(context: &mut Context<'_, '_>, before: Option<&State>) -> State {
    let mut state = State::default();
    for setting in context.checked.settings.clone() {
        if setting.title.text == DEFAULT {
            apply_all(context, &mut state, &setting.givens, before, ONLY);
        }
    }
    state
}

/// What every case starts from.
pub(super) fn usual(context: &mut Context<'_, '_>) -> Setting {
    let state = start(context, None);
    Setting { given: state.given, facts: state.facts }
}

/// Whether an id is a clause of the settlement, which nothing can be claimed under.
fn is_settlement(context: &Context<'_, '_>, id: &str) -> bool {
    context.checked.settlement.iter().any(|it| it.sentence.id.text == id)
}

/// What a project of a case asks for: the case's own ids; under a clause of the settlement, everything.
fn claims(context: &Context<'_, '_>, ids: &[String]) -> Vec<String> {
    let asked: Vec<String> = ids.iter().filter(|id| !is_settlement(context, id)).cloned().collect();
    if asked.is_empty() { context.program.rules.iter().map(|(_, rule)| rule.id.clone()).collect() } else { asked }
}

fn apply_all(
    context: &mut Context<'_, '_>,
    state: &mut State,
    givens: &[ast::Given],
    before: Option<&State>,
    project: &str,
) {
    for it in givens {
        apply(context, state, it, before, project);
    }
}

fn apply(context: &mut Context<'_, '_>, state: &mut State, given: &ast::Given, before: Option<&State>, project: &str) {
    match &given.kind {
        GivenKind::Same => match before {
            Some(before) => {
                state.clone_from(before);
                state.lists.clear();
            }
            None => context.problems.push(Diagnostic::new(Code::CASE_NOTHING_BEFORE).at(given.span)),
        },
        GivenKind::Setting(title) => {
            let found: Vec<&ast::Setting> =
                context.checked.settings.iter().copied().filter(|it| it.title.text == title.text).collect();
            if found.is_empty() {
                let titles: Vec<&str> = context.checked.settings.iter().map(|it| it.title.text.as_str()).collect();
                let names = tiaoli_source::Value::list(titles);
                context.problems.push(
                    Diagnostic::new(Code::CASE_UNKNOWN_SETTING)
                        .at(title.span)
                        .arg("title", &title.text)
                        .arg("names", names),
                );
            }
            for setting in found {
                apply_all(context, state, &setting.givens, before, project);
            }
        }
        GivenKind::Holds(name) => put_truth(context, state, name, true),
        GivenKind::Not(name) => put_truth(context, state, name, false),
        GivenKind::Unknown(name) | GivenKind::Empty(name) | GivenKind::Incomplete(name)
            if rows::list(context, name).is_some() =>
        {
            let said = match given.kind {
                GivenKind::Unknown(_) => None,
                GivenKind::Empty(_) => Some(SaidRows::default()),
                _ => Some(SaidRows { complete: false, ..rows::so_far(context, state, name) }),
            };
            rows::put(context, state, name, said);
        }
        GivenKind::Incomplete(name) => {
            if context.fact(name).is_some() {
                context.problems.push(Diagnostic::new(Code::NOT_A_LIST).at(name.span));
            }
        }
        GivenKind::Rows(name, groups) => rows::give(context, state, name, groups),
        GivenKind::Unknown(name) => {
            if let Some(fact) = context.fact(name) {
                put(context, state, fact, None);
            }
        }
        GivenKind::Empty(name) => {
            if let Some(fact) = context.fact(name) {
                let it = context.dictionary.facts.get(fact).cloned();
                let member = it.filter(|it| it.list.is_none()).and_then(|it| match it.ty {
                    Ty::Member(of) => {
                        let at = context.dictionary.member(of, "无")?;
                        context
                            .checked
                            .dictionary
                            .enums
                            .get(of)?
                            .members
                            .get(usize::from(at))
                            .map(|it| it.alias.clone())
                    }
                    _ => None,
                });
                put(context, state, fact, Some(member.map_or(Said::List(Vec::new()), Said::Text)));
            }
        }
        GivenKind::Is(name, values) => {
            if let Some(fact) = context.fact(name) {
                let said = value_of(context, fact, values, given.span);
                put(context, state, fact, said);
            }
        }
        GivenKind::AsOf(date) => {
            state.given.as_of = Date::new(date.year, date.month, date.day);
            if state.given.as_of.is_none() {
                context.problems.push(Diagnostic::new(Code::NO_SUCH_DATE).at(date.span));
            }
        }
        GivenKind::AssumeInForce(assume) => state.given.assume_in_force = *assume,
        GivenKind::Earlier(it) => payment(context, state, it, project),
    }
}

fn put_truth(context: &mut Context<'_, '_>, state: &mut State, name: &ast::Name, value: bool) {
    let Some(fact) = context.fact(name) else { return };
    if context.dictionary.facts.get(fact).is_none_or(|it| it.ty != Ty::Truth) {
        context.problems.push(Diagnostic::new(Code::NOT_A_TRUTH).at(name.span).arg("name", &name.text));
    }
    put(context, state, fact, Some(Said::Truth(value)));
}

/// Sets or clears a fact where it belongs.
pub(super) fn put(context: &Context<'_, '_>, state: &mut State, fact: FactId, said: Option<Said>) {
    let dictionary = &context.dictionary;
    let Some(it) = dictionary.facts.get(fact) else { return };
    let place = dictionary.owner(fact).and_then(|level| dictionary.levels.get(level)).map(|level| level.place);
    let facts = match place {
        Some(Place::Application) => &mut state.given.application,
        Some(Place::Applicant) => &mut state.given.applicant,
        _ => &mut state.facts,
    };
    match said {
        Some(said) => facts.insert(it.name.alias.clone(), said),
        None => facts.remove(&it.name.alias),
    };
}

pub(super) fn value_of(context: &mut Context<'_, '_>, fact: FactId, values: &[Value], span: Span) -> Option<Said> {
    let it = context.dictionary.facts.get(fact)?;
    let (list, it) = (it.list.is_some(), it.clone());
    let mut said = Vec::new();
    for value in values {
        said.push(match &value.kind {
            ValueKind::Unknown if list => None,
            ValueKind::Raw(text) => Some(Said::Text(text.text.clone())),
            _ => Some(one(context, &it, value)?),
        });
    }
    if list {
        // A raw text in the place of a list stands for the whole list, so that a wrong shape can be shown.
        return Some(Said::List(said));
    }
    match (said.pop().flatten(), said.is_empty()) {
        (Some(one), true) => Some(one),
        _ => {
            context.problems.push(Diagnostic::new(Code::CASE_VALUE).at(span).arg("name", &it.name.zh));
            None
        }
    }
}

/// One value as an application would write it.
fn one(context: &mut Context<'_, '_>, fact: &Fact, value: &Value) -> Option<Said> {
    let said = match (&value.kind, fact.written, &fact.ty) {
        (ValueKind::Name(name), Written::Member, Ty::Member(of)) => {
            let member = context.dictionary.member(*of, &name.text);
            let alias = member.and_then(|at| {
                context.dictionary.enums.get(*of)?.members.get(usize::from(at)).map(|it| it.alias.clone())
            });
            alias.map(Said::Text)
        }
        (ValueKind::Name(name), Written::Key, _) => Some(Said::Text(name.text.clone())),
        (ValueKind::Date(date), Written::Date, _) => {
            Date::new(date.year, date.month, date.day).map(|date| Said::Text(date.to_string()))
        }
        (ValueKind::Quantity(quantity), Written::Year, _) => {
            figure(quantity).filter(|it| it.scale == 0).and_then(|it| i64::try_from(it.value).ok()).map(Said::Year)
        }
        (ValueKind::Quantity(quantity), written, Ty::Number { unit, .. }) => {
            figure(quantity).filter(|it| it.unit == *unit).map(|it| {
                Said::Text(match written {
                    // Millionths are shown as percent with four places at most.
                    Written::Percent => rescale(it.value, it.scale, it.scale.max(2))
                        .map(|value| print(value, it.scale.max(2) - 2, 0))
                        .unwrap_or_default(),
                    Written::Money => print(it.value, it.scale, MONEY_SCALE),
                    _ => print(it.value, it.scale, 0),
                })
            })
        }
        _ => None,
    };
    if said.is_none() {
        context.problems.push(Diagnostic::new(Code::CASE_VALUE).at(value.span).arg("name", &fact.name.zh));
    }
    said
}

fn payment(context: &mut Context<'_, '_>, state: &mut State, it: &ast::Earlier, project: &str) {
    let dictionary = &context.dictionary;
    let level = match (context.program.settlement.levels, &it.level) {
        // A policy that speaks of no levels of funds asks for none.
        (None, _) => Some(String::new()),
        (Some(_), None) => None,
        (Some(of), Some(level)) => dictionary
            .member(of, &level.text)
            .and_then(|member| dictionary.enums.get(of)?.members.get(usize::from(member)).map(|it| it.alias.clone())),
    };
    let amount = figure(&it.amount).map(|figure| print(figure.value, figure.scale, MONEY_SCALE));
    let (Some(level), Some(amount)) = (level, amount) else {
        let span = it.level.as_ref().map_or(it.amount.span, |level| level.span);
        context.problems.push(Diagnostic::new(Code::CASE_PAYMENT).at(span));
        return;
    };
    let name = match &it.project {
        Some(name) if name.text == "本项目" || name.text == "本" => project.to_owned(),
        Some(name) => name.text.clone(),
        None => OTHER.to_owned(),
    };
    state.given.payments.push(Payment {
        project: name,
        clause: it.clause.text.clone(),
        amount,
        year: i64::from(it.year),
        level,
        base_grant: it.base_grant,
        key: None,
    });
}
