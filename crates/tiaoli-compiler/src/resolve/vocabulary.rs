//! 等级 and 词汇 to the dictionary: levels, enumerations and facts, with what is wrong reported and left out.

use super::dictionary::{APPLICANT, APPLICATION, Dictionary, PROJECT};
use super::types::{self, Builtin};
use std::collections::BTreeMap;
use tiaoli_eval::program::{
    Absence, EnumId, Enumeration, Fact, FactId, FactKind, Level, LevelId, ListBound, Name, Place, Ty, Written,
};
use tiaoli_eval::table::Id;
use tiaoli_source::{Code, Diagnostic, Problems, Span, suggest};
use tiaoli_syntax::ast::{self, AttributeKind, Item, TypeKind};

/// The most members of an enumeration.
const MOST_MEMBERS: usize = 127;

/// Builds the dictionary from the items; what is wrong is reported and left out.
pub(super) fn build<'a>(items: &[&'a Item], problems: &mut Problems) -> Dictionary<'a> {
    let mut dictionary = Dictionary::default();
    for item in items {
        if let Item::Ladder(ladder) = item {
            add_ladder(&mut dictionary, ladder, problems);
        }
    }
    let entities: Vec<&'a ast::Entity> =
        items.iter().filter_map(|item| if let Item::Entity(entity) = item { Some(entity) } else { None }).collect();
    add_levels(&mut dictionary, &entities, problems);
    for entity in &entities {
        if let Some(level) = dictionary.entity(&entity.name.text) {
            for fact in &entity.facts {
                add_fact(&mut dictionary, level, fact, problems);
            }
        }
    }
    for item in items {
        if let (Item::Parameter(parameter), Some(application)) = (item, dictionary.level(APPLICATION)) {
            add_fact(&mut dictionary, application, &parameter.fact, problems);
            if let Some(fact) = dictionary.one(&parameter.fact.name) {
                super::parameter::add(&mut dictionary, fact, parameter, problems);
            }
        }
    }
    for item in items {
        if let Item::Calendar(calendar) = item {
            super::calendar::add(&mut dictionary, calendar, problems);
        }
    }
    for entity in &entities {
        identity(&mut dictionary, entity, problems);
        for fact in &entity.facts {
            bind(&mut dictionary, fact, problems);
        }
    }
    dictionary
}

/// 以 身份证号 为同一: a 标识 of the entity's own rows.
fn identity(dictionary: &mut Dictionary<'_>, entity: &ast::Entity, problems: &mut Problems) {
    let Some(name) = &entity.same_by else { return };
    let level = dictionary.entity(&entity.name.text);
    let fact = dictionary.one(name);
    let it = fact.and_then(|fact| dictionary.facts.get(fact));
    if it.is_none_or(|it| it.ty != Ty::Key || Some(it.level) != level) {
        problems.push(
            Diagnostic::new(Code::NOT_AN_IDENTITY)
                .at(name.span)
                .arg("name", &name.text)
                .arg("entity", &entity.name.text),
        );
        return;
    }
    if let Some(level) = level.and_then(|level| dictionary.levels.get_mut(level)) {
        level.same_by = fact;
    }
}

fn add_ladder(dictionary: &mut Dictionary<'_>, ladder: &ast::Ladder, problems: &mut Problems) {
    if dictionary.ladders.contains_key(&ladder.name.text) || types::builtin(&ladder.name.text).is_some() {
        problems.push(Diagnostic::new(Code::NAME_TWICE).at(ladder.name.span).arg("name", &ladder.name.text));
        return;
    }
    let name = Name { zh: ladder.name.text.clone(), alias: ladder.alias.text.clone(), ..Name::default() };
    let id = add_enumeration(dictionary, name, true, &ladder.members, ladder.span, problems);
    dictionary.ladders.insert(ladder.name.text.clone(), id);
}

fn add_enumeration(
    dictionary: &mut Dictionary<'_>,
    name: Name,
    ordered: bool,
    members: &[ast::Member],
    span: Span,
    problems: &mut Problems,
) -> EnumId {
    if members.len() > MOST_MEMBERS {
        problems.push(Diagnostic::new(Code::TOO_MANY_MEMBERS).at(span).arg("count", members.len()));
    }
    let mut known: BTreeMap<&str, Span> = BTreeMap::new();
    for member in members {
        for text in [&member.name, &member.alias].into_iter().chain(&member.also) {
            if let Some(first) = known.insert(&text.text, text.span) {
                problems.push(Diagnostic::new(Code::NAME_TWICE).at(text.span).also(first).arg("name", &text.text));
            }
        }
    }
    let named = |member: &ast::Member| name_of(&member.name, &member.alias, &member.also, None);
    dictionary.enums.push(Enumeration {
        name,
        ordered,
        members: members.iter().take(MOST_MEMBERS).map(named).collect(),
    })
}

fn name_of(name: &ast::Name, alias: &ast::Name, also: &[ast::Name], in_full: Option<&ast::Text>) -> Name {
    Name {
        zh: name.text.clone(),
        alias: alias.text.clone(),
        also: also.iter().map(|other| other.text.clone()).collect(),
        in_full: in_full.map(|text| text.text.clone()),
    }
}

/// The three levels that every application has come first, in this order; lists follow as declared.
fn add_levels(dictionary: &mut Dictionary<'_>, entities: &[&ast::Entity], problems: &mut Problems) {
    let standard = [
        (APPLICATION, "申请", Place::Application),
        (APPLICANT, "申报主体", Place::Applicant),
        (PROJECT, "项目", Place::Project),
    ];
    let mut parent = None;
    for (alias, zh, place) in standard {
        let declared = entities.iter().find(|entity| entity.alias.text == alias);
        let name = match declared {
            Some(entity) => name_of(&entity.name, &entity.alias, &entity.also, None),
            None => Name { zh: zh.to_owned(), alias: alias.to_owned(), ..Name::default() },
        };
        let id = dictionary.levels.push(Level { name, parent, place, unit: None, same_by: None });
        let span = declared.map(|entity| entity.name.span);
        register_entity(dictionary, id, span, problems);
        parent = Some(id);
    }
    for entity in entities {
        if standard.iter().any(|(alias, _, _)| *alias == entity.alias.text) {
            continue;
        }
        let Some(parent) = entity.parent.as_ref().and_then(|parent| dictionary.entity(&parent.text)) else {
            let near = entity
                .parent
                .as_ref()
                .and_then(|parent| suggest(&parent.text, dictionary.entity_names()).map(str::to_owned));
            problems.push(
                Diagnostic::new(Code::ENTITY_WITHOUT_PARENT)
                    .at(entity.name.span)
                    .arg("name", &entity.name.text)
                    .arg("near", near.unwrap_or_else(|| "项目".to_owned())),
            );
            continue;
        };
        let name = name_of(&entity.name, &entity.alias, &entity.also, None);
        let level = LevelId::from_index(dictionary.levels.len());
        let fact = dictionary.facts.push(Fact {
            name: name.clone(),
            level,
            kind: FactKind::Declared,
            ty: Ty::Truth,
            least: None,
            greatest: None,
            list: Some(ListBound { most: None }),
            absence: Absence::Unknown,
            written: Written::Rows,
        });
        dictionary.places.push(entity.name.span);
        let unit = entity.unit.as_ref().map(|unit| unit.text.clone());
        let place = Place::List(fact);
        dictionary.levels.push(Level { name, parent: Some(parent), place, unit, same_by: None });
        register_entity(dictionary, level, Some(entity.name.span), problems);
    }
}

fn register_entity(dictionary: &mut Dictionary<'_>, id: LevelId, span: Option<Span>, problems: &mut Problems) {
    let Some(name) = dictionary.levels.get(id).map(|level| level.name.clone()) else { return };
    for text in std::iter::once(name.zh).chain(name.also) {
        if dictionary.entities.insert(text.clone(), id).is_some_and(|other| other != id) {
            let problem = Diagnostic::new(Code::NAME_TWICE).arg("name", text);
            problems.push(match span {
                Some(span) => problem.at(span),
                None => problem,
            });
        }
    }
}

fn add_fact<'a>(dictionary: &mut Dictionary<'a>, level: LevelId, fact: &'a ast::Fact, problems: &mut Problems) {
    let Some((ty, least, greatest, written)) = type_of(dictionary, fact, problems) else { return };
    let mut also = Vec::new();
    let mut in_full = None;
    let mut absence = Absence::Unknown;
    let mut most = None;
    for attribute in &fact.attributes {
        match &attribute.kind {
            AttributeKind::InFull(text) => in_full = Some(text),
            AttributeKind::Also(names) => also.extend(names.iter().cloned()),
            AttributeKind::DefaultYearOfEvaluation => absence = Absence::YearOfEvaluation,
            AttributeKind::Optional => absence = Absence::None,
            AttributeKind::AtMost(quantity) => {
                most = types::figure(quantity)
                    .filter(|figure| figure.scale == 0)
                    .and_then(|figure| u32::try_from(figure.value).ok());
                if most.is_none() || !fact.ty.list {
                    problems
                        .push(Diagnostic::new(Code::NOT_A_LIST_BOUND).at(attribute.span).arg("name", &fact.name.text));
                }
            }
            AttributeKind::Constraint(_) | AttributeKind::Ratio(..) => {}
        }
    }
    if absence == Absence::YearOfEvaluation && written != Written::Year {
        problems.push(Diagnostic::new(Code::DEFAULT_NOT_A_YEAR).at(fact.span).arg("name", &fact.name.text));
    }
    let name = name_of(&fact.name, &fact.alias, &also, in_full);
    let id = FactId::from_index(dictionary.facts.len());
    let own = if fact.ty.list {
        let place = Place::Values(id);
        dictionary.levels.push(Level { name: name.clone(), parent: Some(level), place, unit: None, same_by: None })
    } else {
        level
    };
    declare(dictionary, id, level, &name, fact, problems);
    dictionary.facts.push(Fact {
        name,
        level: own,
        kind: kind(fact.kind),
        ty,
        least,
        greatest,
        list: fact.ty.list.then_some(ListBound { most }),
        absence,
        written,
    });
    dictionary.places.push(fact.span);
}

fn kind(kind: ast::FactKind) -> FactKind {
    match kind {
        ast::FactKind::Declared => FactKind::Declared,
        ast::FactKind::Recorded => FactKind::Recorded,
        ast::FactKind::Found => FactKind::Found,
        ast::FactKind::Determined => FactKind::Determined,
        ast::FactKind::Parameter => FactKind::Parameter,
    }
}

/// Enters the names of a fact. Short names and aliases stand for one fact each; other names may repeat on another level.
fn declare(
    dictionary: &mut Dictionary<'_>,
    id: FactId,
    level: LevelId,
    name: &Name,
    fact: &ast::Fact,
    problems: &mut Problems,
) {
    let clash = dictionary.facts.iter().find(|(other, it)| {
        let same_level = dictionary.owner(*other) == Some(level);
        it.name.zh == name.zh
            || (same_level
                && (it.name.alias == name.alias
                    || name.also.iter().any(|also| it.name.is(also))
                    || it.name.also.iter().any(|also| name.is(also))))
    });
    if let Some((other, it)) = clash {
        let word = if it.name.alias == name.alias { &name.alias } else { &name.zh };
        let mut problem = Diagnostic::new(Code::NAME_TWICE).at(fact.name.span).arg("name", word);
        if let Some(first) = dictionary.places.get(other) {
            problem = problem.also(*first);
        }
        problems.push(problem);
        return;
    }
    let names = std::iter::once(&name.zh).chain(&name.also).chain(&name.in_full);
    for text in names {
        let facts = dictionary.names.entry(text.clone()).or_default();
        if !facts.contains(&id) {
            facts.push(id);
        }
    }
}

fn type_of(dictionary: &mut Dictionary<'_>, fact: &ast::Fact, problems: &mut Problems) -> Option<Builtin> {
    match &fact.ty.kind {
        TypeKind::Named(name) => {
            if let Some(ladder) = dictionary.ladders.get(&name.text) {
                return Some((Ty::Member(*ladder), None, None, Written::Member));
            }
            let found = types::builtin(&name.text);
            if found.is_none() {
                let ladders: Vec<String> = dictionary.ladders.keys().cloned().collect();
                let known = types::words().chain(ladders.iter().map(String::as_str));
                let near = suggest(&name.text, known).map_or_else(|| "金额".to_owned(), str::to_owned);
                problems
                    .push(Diagnostic::new(Code::UNKNOWN_TYPE).at(name.span).arg("name", &name.text).arg("near", near));
            }
            found
        }
        TypeKind::OneOf(members) => {
            let name = Name { zh: fact.name.text.clone(), alias: fact.alias.text.clone(), ..Name::default() };
            let id = add_enumeration(dictionary, name, false, members, fact.ty.span, problems);
            Some((Ty::Member(id), None, None, Written::Member))
        }
        TypeKind::Whole(unit) => Some(types::whole(&unit.text)),
        TypeKind::Decimal(unit) => Some(types::decimal(&unit.text)),
    }
}

/// Ties a fact's line to the other facts that it names.
fn bind<'a>(dictionary: &mut Dictionary<'a>, fact: &'a ast::Fact, problems: &mut Problems) {
    let Some(id) = dictionary.one(&fact.name) else { return };
    for attribute in &fact.attributes {
        match &attribute.kind {
            AttributeKind::Constraint(condition) => dictionary.constraints.push((id, condition)),
            AttributeKind::Ratio(above, below) => {
                let named = |side: &ast::Expression| match &side.kind {
                    ast::ExpressionKind::Name(name) => dictionary.one(name),
                    _ => None,
                };
                match (named(above), named(below)) {
                    (Some(above), Some(below)) => {
                        dictionary.ratios.insert(id, (above, below));
                        for part in [above, below] {
                            if let Some(part) = dictionary.facts.get_mut(part) {
                                part.absence = Absence::Replaces;
                            }
                        }
                    }
                    _ => problems
                        .push(Diagnostic::new(Code::RATIO_OF_FACTS).at(attribute.span).arg("name", &fact.name.text)),
                }
            }
            _ => {}
        }
    }
}
