//! What must come out of a case.

use super::{Context, Expected, ExpectedKind, Given, Open, Outcome};
use rust_decimal::Decimal;
use tiaoli_eval::number::power_of_ten;
use tiaoli_eval::outcome::{Amount, Reason};
use tiaoli_eval::program::{FactId, OptionId};
use tiaoli_source::{Code, Diagnostic};
use tiaoli_syntax::ast::{self, ExpectedKind as Written};

/// The expectations of one `⇒`.
pub(super) fn read(context: &mut Context<'_, '_>, case: &ast::Case, given: &Given, outcome: &ast::Outcome) -> Outcome {
    let options = options(context, &outcome.readings);
    let mut clause = None;
    let mut project = None;
    let expected =
        outcome.expected.iter().filter_map(|it| one(context, case, given, it, &mut project, &mut clause)).collect();
    Outcome { options, expected }
}

/// The options of the register that `按 A8-1 R2` names.
pub(super) fn options(context: &mut Context<'_, '_>, readings: &[(ast::Name, ast::Name)]) -> Vec<OptionId> {
    let mut options = Vec::new();
    for (reading, option) in readings {
        match context.program.option(&reading.text, &option.text) {
            Ok(Some(id)) => options.push(id),
            Ok(None) => {}
            Err(_) => {
                let id = format!("{} {}", reading.text, option.text);
                context
                    .problems
                    .push(Diagnostic::new(Code::UNKNOWN_READING).at(reading.span.to(option.span)).arg("id", id));
            }
        }
    }
    options
}

/// One expectation. What belongs to a claim without naming it belongs to the claim named before it, or to the only one.
fn one(
    context: &mut Context<'_, '_>,
    case: &ast::Case,
    given: &Given,
    it: &ast::Expected,
    last_project: &mut Option<usize>,
    last_clause: &mut Option<String>,
) -> Option<Expected> {
    if let Some(name) = &it.project {
        let found = given.projects.iter().position(|project| project.id == name.text);
        if found.is_none() {
            context.problems.push(Diagnostic::new(Code::CASE_UNKNOWN_PROJECT).at(name.span).arg("name", &name.text));
            return None;
        }
        if *last_project != found {
            *last_clause = None;
        }
        *last_project = found;
    }
    let project = last_project.unwrap_or(0);
    if let Some(id) = &it.clause {
        *last_clause = Some(id.text.clone());
    }
    let row = match &it.row {
        Some(row) => Some(super::rows::place(context, given, project, row)?),
        None => None,
    };
    let settled = row.is_none()
        && matches!(
            it.kind,
            Written::Payable(..)
                | Written::Paid(..)
                | Written::Total(..)
                | Written::Chosen(_)
                | Written::NetPayable(..)
                | Written::NetRecovery(..)
        );
    let clause = if settled {
        None
    } else {
        let claims = given.projects.get(project).map(|project| project.claims.as_slice()).unwrap_or_default();
        match (&*last_clause, claims) {
            (Some(clause), _) => Some(clause.clone()),
            (None, [only]) => Some(only.clone()),
            (None, _) => {
                context
                    .problems
                    .push(Diagnostic::new(Code::CASE_WHICH_CLAIM).at(it.span).arg("title", &case.title.text));
                return None;
            }
        }
    };
    let kind = kind(context, it)?;
    Some(Expected { project, clause, row, power: it.power, kind, span: it.span })
}

fn kind(context: &mut Context<'_, '_>, it: &ast::Expected) -> Option<ExpectedKind> {
    Some(match &it.kind {
        Written::Sum(sum) => ExpectedKind::Sum(amount(context, sum)?),
        Written::UpTo(sum) => ExpectedKind::UpTo(amount(context, sum)?),
        Written::Range(low, high) => ExpectedKind::Range(amount(context, low)?, amount(context, high)?),
        Written::Pending { low, high, lacks, unruled } => {
            if lacks.is_empty() && !unruled {
                context.problems.push(Diagnostic::new(Code::CASE_LACKS_WHAT).at(it.span));
            }
            let high = match high {
                Some(high) => Some(amount(context, high)?),
                None => None,
            };
            let (calendar, lacks): (Vec<ast::Name>, Vec<ast::Name>) =
                lacks.iter().cloned().partition(|name| name.text == "工作日安排");
            let open = Open { lacks: facts(context, &lacks)?, calendar: !calendar.is_empty(), unruled: *unruled };
            ExpectedKind::Pending(amount(context, low)?, high, open)
        }
        Written::None(because) => {
            if because.is_empty() {
                context.problems.push(Diagnostic::new(Code::CASE_WHY_NOT).at(it.span));
            }
            let terms = because.iter().filter_map(|name| context.definition(name)).collect();
            let facts: Vec<&ast::Name> = because.iter().filter(|name| context.definition(name).is_none()).collect();
            let reasons: Option<Vec<Reason>> = facts.into_iter().map(|name| reason(context, name)).collect();
            let mut reasons = reasons?;
            reasons.sort_unstable();
            ExpectedKind::None(reasons, terms)
        }
        Written::Invalid(because) => ExpectedKind::Invalid(facts(context, because)?),
        Written::Document(title) => ExpectedKind::Document(title.text.clone()),
        Written::CaseByCase => ExpectedKind::CaseByCase,
        Written::Right(title) => ExpectedKind::Right(title.text.clone()),
        Written::Unquantified => ExpectedKind::Unquantified,
        Written::Shown(name, sum) => {
            let mut shown =
                context.program.rules.iter().flat_map(|(_, rule)| &rule.forms).flat_map(|(_, form)| &form.shows);
            let Some(alias) = shown.find(|shown| shown.name == name.text).map(|shown| shown.alias.clone()) else {
                context.problems.push(Diagnostic::new(Code::CASE_NOTHING_SHOWN).at(name.span).arg("name", &name.text));
                return None;
            };
            let sum = match sum {
                Some(sum) => Some(amount(context, sum)?),
                None => None,
            };
            ExpectedKind::Shown(alias, sum)
        }
        Written::Clamped => ExpectedKind::Clamped,
        Written::Target(met) => ExpectedKind::Target(*met),
        Written::Payable(low, high) => {
            let (low, high) = ends(context, low, high.as_ref())?;
            ExpectedKind::Payable(low, high)
        }
        Written::Paid(low, high) => {
            let (low, high) = ends(context, low, high.as_ref())?;
            ExpectedKind::Paid(low, high)
        }
        Written::Total(low, high) => {
            let (low, high) = ends(context, low, high.as_ref())?;
            ExpectedKind::Total(low, high)
        }
        Written::Chosen(id) => ExpectedKind::Chosen(id.text.clone()),
        Written::Recovery(sum) => ExpectedKind::Recovery(amount(context, sum)?),
        Written::NetPayable(low, high) => {
            let (low, high) = ends(context, low, high.as_ref())?;
            ExpectedKind::NetPayable(low, high)
        }
        Written::NetRecovery(low, high) => {
            let (low, high) = ends(context, low, high.as_ref())?;
            ExpectedKind::NetRecovery(low, high)
        }
        Written::InKind { most, quantity, of } => ExpectedKind::InKind(*most, exact(quantity)?, of.text.clone()),
        Written::Plan(parts) => {
            let part = |(label, sum): &(ast::Text, ast::Quantity)| Some((label.text.clone(), amount(context, sum)?));
            ExpectedKind::Plan(parts.iter().map(part).collect::<Option<_>>()?)
        }
        Written::Payees(parts) => ExpectedKind::Payees(shares(context, parts)?),
        Written::Payers(parts) => ExpectedKind::Payers(shares(context, parts)?),
    })
}

/// The two ends of what is settled.
fn ends(
    context: &mut Context<'_, '_>,
    low: &ast::Quantity,
    high: Option<&ast::Quantity>,
) -> Option<(Amount, Option<Amount>)> {
    let high = match high {
        Some(high) => Some(amount(context, high)?),
        None => None,
    };
    Some((amount(context, low)?, high))
}

fn reason(context: &mut Context<'_, '_>, name: &ast::Name) -> Option<Reason> {
    Some(match name.text.as_str() {
        "未施行" => Reason::NotInForce,
        "早于施行" => Reason::BeforeIssue,
        "金额为零" => Reason::ZeroSum,
        "不涉及资金" => Reason::NoAward,
        _ => Reason::Fact(context.fact(name)?),
    })
}

fn facts(context: &mut Context<'_, '_>, names: &[ast::Name]) -> Option<Vec<FactId>> {
    let facts: Option<Vec<FactId>> = names.iter().map(|name| context.fact(name)).collect();
    let mut facts = facts?;
    facts.sort_unstable();
    Some(facts)
}

fn shares(
    context: &mut Context<'_, '_>,
    parts: &[(ast::Name, Option<ast::Quantity>)],
) -> Option<Vec<(String, Option<Amount>)>> {
    let mut found = Vec::new();
    for (name, sum) in parts {
        let sum = match sum {
            Some(sum) => Some(amount(context, sum)?),
            None => None,
        };
        found.push((name.text.clone(), sum));
    }
    Some(found)
}

/// A figure as it is written, whatever its unit.
fn exact(quantity: &ast::Quantity) -> Option<Amount> {
    let number = Decimal::from_str_exact(&quantity.digits).ok()?;
    let value = number.mantissa().checked_mul(power_of_ten(u8::try_from(quantity.zeros).ok()?)?)?;
    Some(Amount { value, scale: u8::try_from(number.scale()).ok()? })
}

/// A sum in yuan. Cases may state more places than two, as a claim's own sum is exact.
fn amount(context: &mut Context<'_, '_>, quantity: &ast::Quantity) -> Option<Amount> {
    let yuan = quantity.unit.as_ref().is_some_and(|unit| unit.first == "元" && unit.per.is_empty());
    let amount = exact(quantity).filter(|_| yuan);
    if amount.is_none() {
        context.problems.push(Diagnostic::new(Code::CASE_NOT_MONEY).at(quantity.span));
    }
    amount
}
