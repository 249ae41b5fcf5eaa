//! The settlement: one sentence of each kind, entities and levels that exist.

use super::{Context, award, condition, no_zip, payout, rivalry, time};
use tiaoli_eval::program::{Absence, Ty, Written};
use tiaoli_eval::table::Id;
use tiaoli_source::{Code, Diagnostic, Value};
use tiaoli_syntax::ast::{self, SettlementKind};

/// Checks every sentence of the settlement.
pub(super) fn check(context: &mut Context<'_, '_>) {
    let sentences = &context.resolved.settlement;
    for (index, slotted) in sentences.iter().enumerate() {
        context.clause.clone_from(&slotted.sentence.id.text);
        let kind = std::mem::discriminant(&slotted.sentence.kind);
        if once(&slotted.sentence.kind) {
            let twin = sentences.iter().take(index).find(|it| {
                std::mem::discriminant(&it.sentence.kind) == kind && it.when == slotted.when && it.when.all.is_empty()
            });
            if let Some(twin) = twin {
                context.problem(
                    Diagnostic::new(Code::SETTLEMENT_TWICE).at(slotted.sentence.span).also(twin.sentence.span),
                );
            }
        }
        sentence(context, &slotted.sentence.kind);
    }
    // A condition of every award speaks of whatever each article is about; the highest of these levels sees least.
    let project = context.at;
    let levels = context.resolved.articles.iter().map(|article| context.resolved.level_of(article));
    context.at = levels.min().unwrap_or(project).min(project);
    for (clause, _, general) in &context.resolved.general {
        context.clause =
            context.resolved.document.clauses.get(clause.index()).map(|it| it.id.to_string()).unwrap_or_default();
        if general.excludes {
            condition::check(context, &general.scope.condition);
        } else {
            condition::check_all(context, &general.scope.condition);
        }
        no_zip(context, &general.scope.condition);
        for id in &general.scope.only_for {
            names_rule(context, id);
        }
    }
    context.at = project;
}

/// An id must be that of an article or of a sentence of one.
fn names_rule(context: &mut Context<'_, '_>, id: &ast::Id) {
    let known =
        context.resolved.articles.iter().any(|article| {
            article.id.text == id.text || article.sentences.iter().any(|it| it.sentence.id.text == id.text)
        });
    if !known {
        context.problem(Diagnostic::new(Code::MEETS_NOTHING).at(id.span).arg("id", &id.text));
    }
}

/// Whether the policy can say only one sentence of this kind.
fn once(kind: &SettlementKind) -> bool {
    !matches!(
        kind,
        SettlementKind::Scope(_)
            | SettlementKind::Exclusion(_)
            | SettlementKind::Exclusive(_)
            | SettlementKind::Stacking(_)
            | SettlementKind::Joint(_)
            | SettlementKind::After(_)
            | SettlementKind::Fallback(_)
    )
}

fn sentence(context: &mut Context<'_, '_>, kind: &SettlementKind) {
    match kind {
        SettlementKind::Funds(names) | SettlementKind::Earlier { levels: names, .. } => {
            for name in names {
                level(context, name);
            }
        }
        SettlementKind::Exclusive(it) => rivalry::exclusive(context, it),
        SettlementKind::SetOff => payout::set_off(context),
        SettlementKind::RightsApart
        | SettlementKind::Stacking(_)
        | SettlementKind::Joint(_)
        | SettlementKind::Order(_)
        | SettlementKind::After(_)
        | SettlementKind::Fallback(_) => {}
        SettlementKind::Payment { quantum, .. } => {
            if quantum_fen(&quantum.text).is_none() {
                context.problem(Diagnostic::new(Code::UNKNOWN_QUANTUM).at(quantum.span).arg("name", &quantum.text));
            }
        }
        SettlementKind::InForce { validity, earliest, event } => {
            match &validity.from {
                Some(ast::Start::Fact(from)) => date(context, from, Absence::Unknown),
                Some(ast::Start::Date(from)) => time::real_date(context, *from),
                None => {}
            }
            if let Some(event) = event {
                date(context, event, Absence::None);
            }
            if let Some(tested) = &validity.tested {
                date(context, tested, Absence::Unknown);
            }
            time::last_day(context, validity);
            if let Some(it) = earliest {
                time::real_date(context, it.date);
            }
        }
        SettlementKind::Ceiling { fact, .. } => award::decider(context, fact),
        SettlementKind::Scope(_) | SettlementKind::Exclusion(_) => {}
    }
}

/// A quantum of payment in fen.
pub(crate) fn quantum_fen(name: &str) -> Option<i128> {
    Some(match name {
        "分" => 1,
        "角" => 10,
        "元" => 100,
        "十元" => 1_000,
        "百元" => 10_000,
        "千元" => 100_000,
        "万元" => 1_000_000,
        _ => return None,
    })
}

/// A level of funds: a member of an ordered enumeration.
fn level(context: &mut Context<'_, '_>, name: &ast::Name) {
    let enums = &context.resolved.dictionary.enums;
    let known = enums.iter().any(|(_, it)| it.ordered && it.members.iter().any(|member| member.is(&name.text)));
    if !known {
        let members = enums
            .iter()
            .filter(|(_, it)| it.ordered)
            .flat_map(|(_, it)| it.members.iter().map(|member| member.zh.clone()));
        let members = Value::list(members);
        context.problem(
            Diagnostic::new(Code::UNKNOWN_MEMBER)
                .at(name.span)
                .arg("fact", "等级")
                .arg("name", &name.text)
                .arg("members", members),
        );
    }
}

fn date(context: &mut Context<'_, '_>, name: &ast::Name, absence: Absence) {
    let Some(fact) = context.fact(name) else { return };
    let Some(it) = context.resolved.dictionary.facts.get(fact) else { return };
    if it.ty != Ty::Date || !context.in_reach(it.level) {
        context.problem(Diagnostic::new(Code::NOT_A_DATE).at(name.span).arg("name", &name.text));
    } else if it.absence != absence {
        let code = if absence == Absence::None { Code::EVENT_MUST_BE_OPTIONAL } else { Code::START_MUST_BE_UNKNOWN };
        context.problem(Diagnostic::new(code).at(name.span).arg("name", &name.text));
    }
}

/// A fact that says a calendar year: a year, or a date.
pub(super) fn year(context: &mut Context<'_, '_>, name: &ast::Name) {
    let Some(fact) = context.fact(name) else { return };
    let it = context.resolved.dictionary.facts.get(fact);
    if it.is_none_or(|it| !matches!(it.written, Written::Year | Written::Date) || !context.in_reach(it.level)) {
        context.problem(Diagnostic::new(Code::NOT_A_YEAR).at(name.span).arg("name", &name.text));
    }
}
