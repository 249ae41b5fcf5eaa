//! The rows of lists: what a case gives of them, and which of them a result is about.

use super::given::{State, value_of};
use super::{Context, Given, Said, SaidRows};
use crate::resolve::figure;
use std::collections::BTreeMap;
use tiaoli_eval::program::{FactId, LevelId, Place, Ty};
use tiaoli_source::{Code, Diagnostic};
use tiaoli_syntax::ast::{self, GivenKind, GivenRows, RowOf};

/// The most rows that one word of a case gives.
const MOST_ROWS: i128 = 1_000;

/// The list that a name means.
pub(super) fn list(context: &Context<'_, '_>, name: &ast::Name) -> Option<LevelId> {
    let level = context.dictionary.entity(&name.text)?;
    let place = context.dictionary.levels.get(level)?.place;
    matches!(place, Place::List(_)).then_some(level)
}

fn alias(context: &Context<'_, '_>, level: LevelId) -> String {
    context.dictionary.levels.get(level).map(|it| it.name.alias.clone()).unwrap_or_default()
}

/// Where the rows of a list stand: among the facts of the applicant or of the project.
fn home<'s>(context: &Context<'_, '_>, state: &'s mut State, level: LevelId) -> &'s mut BTreeMap<String, Said> {
    let levels = &context.dictionary.levels;
    let parent = levels.get(level).and_then(|it| it.parent).and_then(|parent| levels.get(parent));
    match parent.map(|it| it.place) {
        Some(Place::Application) => &mut state.given.application,
        Some(Place::Applicant) => &mut state.given.applicant,
        _ => &mut state.facts,
    }
}

/// The rows of a list given so far; none, and no more, where nothing was said.
pub(super) fn so_far(context: &Context<'_, '_>, state: &mut State, name: &ast::Name) -> SaidRows {
    let Some(level) = list(context, name) else { return SaidRows::default() };
    match home(context, state, level).get(&alias(context, level)) {
        Some(Said::Rows(rows)) => rows.clone(),
        _ => SaidRows::default(),
    }
}

/// Sets the rows of a list; `None` = not known.
pub(super) fn put(context: &Context<'_, '_>, state: &mut State, name: &ast::Name, rows: Option<SaidRows>) {
    let Some(level) = list(context, name) else { return };
    let alias = alias(context, level);
    state.lists.insert(alias.clone());
    let facts = home(context, state, level);
    match rows {
        Some(rows) => facts.insert(alias, Said::Rows(rows)),
        None => facts.remove(&alias),
    };
}

/// 员工 3名（…）、甲（…）: changes the row that is named before; else adds to what this case gives, and takes the place of
/// what 同上 or a setting gave.
pub(super) fn give(context: &mut Context<'_, '_>, state: &mut State, name: &ast::Name, groups: &[GivenRows]) {
    let Some(level) = list(context, name) else {
        context.problems.push(Diagnostic::new(Code::CASE_NO_SUCH_LIST).at(name.span).arg("name", &name.text));
        return;
    };
    if inside_another(context, level) {
        context.problems.push(Diagnostic::new(Code::CASE_LIST_INSIDE).at(name.span).arg("name", &name.text));
        return;
    }
    let mut rows = so_far(context, state, name);
    let known =
        |rows: &SaidRows, name: &ast::Name| rows.rows.iter().any(|(known, _)| known.as_deref() == Some(&name.text));
    let changes = groups.iter().all(|it| it.name.as_ref().is_some_and(|name| known(&rows, name)));
    if !changes && !state.lists.contains(&alias(context, level)) {
        rows.rows.clear();
    }
    add(context, level, &mut rows, groups);
    put(context, state, name, Some(rows));
}

/// Whether a list belongs to rows of another list.
fn inside_another(context: &Context<'_, '_>, level: LevelId) -> bool {
    let levels = &context.dictionary.levels;
    let parent = levels.get(level).and_then(|it| it.parent).and_then(|parent| levels.get(parent));
    parent.is_some_and(|it| matches!(it.place, Place::List(_)))
}

fn add(context: &mut Context<'_, '_>, level: LevelId, rows: &mut SaidRows, groups: &[GivenRows]) {
    for group in groups {
        let count = match &group.count {
            None => 1,
            Some(quantity) => {
                match figure(quantity).filter(|it| it.scale == 0 && (1..=MOST_ROWS).contains(&it.value)) {
                    Some(count) => count.value,
                    None => {
                        context.problems.push(Diagnostic::new(Code::CASE_HOW_MANY_ROWS).at(quantity.span));
                        continue;
                    }
                }
            }
        };
        let name = group.name.as_ref().map(|name| name.text.clone());
        let at = rows.rows.iter().position(|(known, _)| name.is_some() && *known == name);
        let mut facts = at.and_then(|at| rows.rows.get(at)).map(|(_, facts)| facts.clone()).unwrap_or_default();
        identify(context, level, name.as_deref(), &mut facts);
        for given in &group.givens {
            of_row(context, level, &mut facts, given);
        }
        match at.and_then(|at| rows.rows.get_mut(at)) {
            Some(row) => row.1 = facts,
            None => (0..count).for_each(|_| rows.rows.push((name.clone(), facts.clone()))),
        }
    }
}

/// A named row is somebody: its name stands for the 标识 that makes two rows the same.
fn identify(context: &Context<'_, '_>, level: LevelId, name: Option<&str>, facts: &mut BTreeMap<String, Said>) {
    let dictionary = &context.dictionary;
    let fact = dictionary.levels.get(level).and_then(|it| it.same_by).and_then(|fact| dictionary.facts.get(fact));
    if let (Some(fact), Some(name)) = (fact, name) {
        facts.entry(fact.name.alias.clone()).or_insert_with(|| Said::Text(name.to_owned()));
    }
}

/// One thing given of a row.
fn of_row(context: &mut Context<'_, '_>, level: LevelId, facts: &mut BTreeMap<String, Said>, given: &ast::Given) {
    let own = |context: &mut Context<'_, '_>, name: &ast::Name| -> Option<FactId> {
        let fact = context.fact(name)?;
        if context.dictionary.owner(fact) != Some(level) {
            let list = context.dictionary.levels.get(level).map(|it| it.name.zh.clone()).unwrap_or_default();
            context
                .problems
                .push(Diagnostic::new(Code::CASE_NOT_OF_ROW).at(name.span).arg("name", &name.text).arg("list", list));
            return None;
        }
        Some(fact)
    };
    let key = |context: &Context<'_, '_>, fact: FactId| {
        context.dictionary.facts.get(fact).map(|it| it.name.alias.clone()).unwrap_or_default()
    };
    match &given.kind {
        GivenKind::Holds(name) | GivenKind::Not(name) => {
            let Some(fact) = own(context, name) else { return };
            if context.dictionary.facts.get(fact).is_none_or(|it| it.ty != Ty::Truth) {
                context.problems.push(Diagnostic::new(Code::NOT_A_TRUTH).at(name.span).arg("name", &name.text));
            }
            facts.insert(key(context, fact), Said::Truth(matches!(given.kind, GivenKind::Holds(_))));
        }
        GivenKind::Unknown(name) | GivenKind::Empty(name) | GivenKind::Incomplete(name)
            if list(context, name).is_some() =>
        {
            let Some(below) = list(context, name) else { return };
            let alias = alias(context, below);
            match &given.kind {
                GivenKind::Unknown(_) => facts.remove(&alias),
                GivenKind::Empty(_) => facts.insert(alias, Said::Rows(SaidRows::default())),
                _ => {
                    let mut rows = match facts.get(&alias) {
                        Some(Said::Rows(rows)) => rows.clone(),
                        _ => SaidRows::default(),
                    };
                    rows.complete = false;
                    facts.insert(alias, Said::Rows(rows))
                }
            };
        }
        GivenKind::Unknown(name) => {
            if let Some(fact) = own(context, name) {
                facts.remove(&key(context, fact));
            }
        }
        GivenKind::Is(name, values) => {
            let Some(fact) = own(context, name) else { return };
            if let Some(said) = value_of(context, fact, values, given.span) {
                facts.insert(key(context, fact), said);
            }
        }
        GivenKind::Rows(name, groups) => {
            let below = list(context, name)
                .filter(|below| context.dictionary.levels.get(*below).and_then(|it| it.parent) == Some(level));
            let Some(below) = below else {
                context.problems.push(Diagnostic::new(Code::CASE_NO_SUCH_LIST).at(name.span).arg("name", &name.text));
                return;
            };
            let alias = alias(context, below);
            let mut rows = match facts.get(&alias) {
                Some(Said::Rows(rows)) => rows.clone(),
                _ => SaidRows::default(),
            };
            add(context, below, &mut rows, groups);
            facts.insert(alias, Said::Rows(rows));
        }
        GivenKind::Empty(_)
        | GivenKind::Incomplete(_)
        | GivenKind::Same
        | GivenKind::Setting(_)
        | GivenKind::AsOf(_)
        | GivenKind::AssumeInForce(_)
        | GivenKind::Earlier(_) => context.problems.push(Diagnostic::new(Code::CASE_NOT_IN_A_ROW).at(given.span)),
    }
}

/// The place of the row that a result is about, in each list around it.
pub(super) fn place(context: &mut Context<'_, '_>, given: &Given, project: usize, row: &RowOf) -> Option<Vec<usize>> {
    let Some(level) = list(context, &row.list) else {
        let name = &row.list;
        context.problems.push(Diagnostic::new(Code::CASE_NO_SUCH_LIST).at(name.span).arg("name", &name.text));
        return None;
    };
    // The lists from the outermost down to that one.
    let levels = &context.dictionary.levels;
    let mut path = vec![level];
    let mut here = level;
    while let Some(parent) = levels.get(here).and_then(|it| it.parent) {
        if !levels.get(parent).is_some_and(|it| matches!(it.place, Place::List(_))) {
            break;
        }
        path.insert(0, parent);
        here = parent;
    }
    let aliases: Vec<String> = path.into_iter().map(|level| alias(context, level)).collect();
    let of_project = given.projects.get(project).map(|it| &it.facts);
    let roots = [of_project, Some(&given.applicant), Some(&given.application)];
    let found = roots.into_iter().flatten().find_map(|facts| find(facts, &aliases, row));
    if found.is_none() {
        let span = row.name.as_ref().map_or(row.list.span, |name| name.span);
        let name = row.name.as_ref().map_or("", |name| name.text.as_str());
        context
            .problems
            .push(Diagnostic::new(Code::CASE_NO_SUCH_ROW).at(span).arg("list", &row.list.text).arg("name", name));
    }
    found
}

fn find(facts: &BTreeMap<String, Said>, path: &[String], wanted: &RowOf) -> Option<Vec<usize>> {
    let (first, rest) = path.split_first()?;
    let Said::Rows(SaidRows { rows, .. }) = facts.get(first)? else { return None };
    let number = wanted.number.as_ref().and_then(figure).and_then(|it| usize::try_from(it.value).ok());
    for (index, (name, facts)) in rows.iter().enumerate() {
        let at = index.saturating_add(1);
        if rest.is_empty() {
            let named = wanted.name.as_ref().is_some_and(|wanted| Some(&wanted.text) == name.as_ref());
            if named || number == Some(at) {
                return Some(vec![at]);
            }
        } else if let Some(mut below) = find(facts, rest, wanted) {
            below.insert(0, at);
            return Some(below);
        }
    }
    None
}
