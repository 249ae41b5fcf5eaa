//! 算例.

use super::literal::{any_id, any_ids, date, name, number, quantity, text};
use super::payout::label;
use super::{Builder, Built, Children, Node};
use crate::ast::{
    Case, CaseProject, Earlier, Expected, ExpectedKind, Given, GivenKind, GivenRows, Name, Outcome, Quantity, RowOf,
    Setting, Text, Unit, Value, ValueKind,
};
use crate::grammar::Rule;
use tiaoli_source::{Code, Diagnostic, Span, Value as Words};

pub(crate) fn setting(b: &mut Builder<'_>, node: Node<'_>) -> Built<Setting> {
    let span = b.span(&node);
    let mut children = node.children();
    let title = text(b, &children.one(Rule::string)?);
    let givens = givens(b, children.one(Rule::givens)?)?;
    children.end()?;
    Ok(Setting { title, givens, span })
}

pub(crate) fn case(b: &mut Builder<'_>, node: Node<'_>) -> Built<Case> {
    let span = b.span(&node);
    let mut children = node.children();
    let clauses = any_ids(b, &mut children)?;
    let title = text(b, &children.one(Rule::string)?);
    let confirmed = children.maybe(Rule::unconfirmed).is_none();
    let body = children.any()?;
    children.end()?;
    let mut projects = Vec::new();
    let mut shared = Vec::new();
    let mut outcomes = None;
    for child in body.children().rest() {
        match child.rule() {
            Rule::givens => projects.push(CaseProject { name: None, ids: Vec::new(), givens: givens(b, child)? }),
            Rule::project => projects.push(project(b, child)?),
            Rule::common => shared.extend(givens(b, child.only()?)?),
            Rule::outcomes => outcomes = Some(child),
            _ => return Err(child.drift()),
        }
    }
    let names: Vec<&Name> = projects.iter().filter_map(|it| it.name.as_ref()).collect();
    let outcomes = match outcomes {
        Some(node) => all_outcomes(b, node, &names)?,
        None => Vec::new(),
    };
    Ok(Case { ids: clauses, title, confirmed, projects, givens: shared, outcomes, span })
}

fn project(b: &mut Builder<'_>, node: Node<'_>) -> Built<CaseProject> {
    let mut children = node.children();
    let title = name(b, &children.one(Rule::name)?);
    let clauses = match children.maybe(Rule::project_ids) {
        Some(node) => any_ids(b, &mut node.children())?,
        None => Vec::new(),
    };
    let givens = givens(b, children.one(Rule::givens)?)?;
    children.end()?;
    Ok(CaseProject { name: Some(title), ids: clauses, givens })
}

pub(super) fn givens(b: &Builder<'_>, node: Node<'_>) -> Built<Vec<Given>> {
    let givens = node.children().many(Rule::given);
    givens.into_iter().map(|node| given(b, node)).collect()
}

fn given(b: &Builder<'_>, node: Node<'_>) -> Built<Given> {
    let span = b.span(&node);
    let child = node.only()?;
    let kind = match child.rule() {
        Rule::same_as_above => GivenKind::Same,
        Rule::string => GivenKind::Setting(text(b, &child)),
        Rule::as_of => GivenKind::AsOf(date(b, child.only()?)?),
        Rule::in_force_assumed => {
            let not = child.children().maybe(Rule::not).is_some();
            GivenKind::AssumeInForce(!not)
        }
        Rule::earlier => GivenKind::Earlier(earlier(b, child)?),
        Rule::not_given => {
            let mut children = child.children();
            children.one(Rule::not)?;
            GivenKind::Not(name(b, &children.one(Rule::name)?))
        }
        Rule::unknown_given => GivenKind::Unknown(first_name(b, child)?),
        Rule::empty_given => GivenKind::Empty(first_name(b, child)?),
        Rule::incomplete_given => GivenKind::Incomplete(first_name(b, child)?),
        Rule::rows_given => {
            let mut children = child.children();
            let list = name(b, &children.one(Rule::name)?);
            let rows = children.many(Rule::row_given);
            children.end()?;
            GivenKind::Rows(list, rows.into_iter().map(|node| rows_given(b, node)).collect::<Built<_>>()?)
        }
        Rule::given_value => {
            let mut children = child.children();
            let fact = name(b, &children.one(Rule::name)?);
            let values = children.many(Rule::value);
            children.end()?;
            let values = values.into_iter().map(|node| value(b, node));
            GivenKind::Is(fact, values.collect::<Built<_>>()?)
        }
        Rule::name => GivenKind::Holds(name(b, &child)),
        _ => return Err(child.drift()),
    };
    Ok(Given { kind, span })
}

fn rows_given(b: &Builder<'_>, node: Node<'_>) -> Built<GivenRows> {
    let span = b.span(&node);
    let mut children = node.children();
    let count = match children.maybe(Rule::quantity) {
        Some(node) => Some(quantity(b, node)?),
        None => None,
    };
    let title = children.maybe(Rule::name).map(|node| name(b, &node));
    let givens = givens(b, children.one(Rule::givens)?)?;
    children.end()?;
    Ok(GivenRows { count, name: title, givens, span })
}

fn row_of(b: &Builder<'_>, node: Node<'_>) -> Built<RowOf> {
    let mut children = node.children();
    let list = name(b, &children.one(Rule::name)?);
    let number = match children.maybe(Rule::ordinal) {
        Some(node) => Some(quantity(b, node)?),
        None => None,
    };
    let title = children.maybe(Rule::name).map(|node| name(b, &node));
    children.end()?;
    Ok(RowOf { list, name: title, number })
}

fn first_name(b: &Builder<'_>, node: Node<'_>) -> Built<Name> {
    Ok(name(b, &node.children().one(Rule::name)?))
}

fn value(b: &Builder<'_>, node: Node<'_>) -> Built<Value> {
    let span = b.span(&node);
    let child = node.only()?;
    let kind = match child.rule() {
        Rule::date => ValueKind::Date(date(b, child)?),
        Rule::quantity | Rule::ordinal => ValueKind::Quantity(quantity(b, child)?),
        Rule::string => ValueKind::Raw(text(b, &child)),
        Rule::unknown => ValueKind::Unknown,
        Rule::name => ValueKind::Name(name(b, &child)),
        _ => return Err(child.drift()),
    };
    Ok(Value { kind, span })
}

/// 本项目已获 3.3 40万元 2021年 区级. 本平台 and the like mean this project; 另一 anything means one that does not apply.
fn earlier(b: &Builder<'_>, node: Node<'_>) -> Built<Earlier> {
    let mut children = node.children();
    let project = children.maybe(Rule::payee).map(|node| name(b, &node));
    let project = project.and_then(|mut payee| {
        if payee.text.starts_with("另一") {
            return None;
        }
        if payee.text.starts_with('本') {
            payee.text = "本项目".to_owned();
        }
        Some(payee)
    });
    let clause = children.any()?;
    let clause = match clause.rule() {
        Rule::string => text(b, &clause),
        _ => {
            let id = any_id(b, clause)?;
            Text { text: id.text, span: id.span }
        }
    };
    let amount = quantity(b, children.one(Rule::quantity)?)?;
    let year = number(&children.one(Rule::earlier_year)?.only()?)?;
    let level = children.maybe(Rule::name).map(|node| name(b, &node));
    let base_grant = children.maybe(Rule::base_grant).is_some();
    children.end()?;
    Ok(Earlier { project, clause, amount, year, level, base_grant })
}

fn all_outcomes(b: &mut Builder<'_>, node: Node<'_>, names: &[&Name]) -> Built<Vec<Outcome>> {
    let mut children = node.children();
    let results = children.one(Rule::results)?;
    let mut outcomes = vec![Outcome { readings: Vec::new(), expected: expected(b, results, names)? }];
    for other in children.many(Rule::other_outcome) {
        let mut parts = other.children();
        let readings = parts.many(Rule::reading_choice);
        let results = parts.one(Rule::results)?;
        parts.end()?;
        outcomes.push(Outcome {
            readings: (readings.into_iter()).map(|node| reading_choice(b, node)).collect::<Built<_>>()?,
            expected: expected(b, results, names)?,
        });
    }
    children.end()?;
    Ok(outcomes)
}

pub(super) fn reading_choice(b: &Builder<'_>, node: Node<'_>) -> Built<(Name, Name)> {
    let mut children = node.children();
    let reading = name(b, &children.one(Rule::reading_id)?);
    let option = name(b, &children.one(Rule::reading_id)?);
    children.end()?;
    Ok((reading, option))
}

fn expected(b: &mut Builder<'_>, node: Node<'_>, names: &[&Name]) -> Built<Vec<Expected>> {
    let results = node.children().many(Rule::result);
    (results.into_iter()).map(|node| result(b, node, names)).collect()
}

fn result(b: &mut Builder<'_>, node: Node<'_>, names: &[&Name]) -> Built<Expected> {
    let span = b.span(&node);
    let mut children = node.children();
    let first = children.maybe(Rule::name).map(|node| name(b, &node));
    let clause = any_ids(b, &mut children)?.into_iter().next();
    let mut row = match children.maybe(Rule::row_of) {
        Some(node) => Some(row_of(b, node)?),
        None => None,
    };
    let power = children.maybe(Rule::may).is_some();
    let outcome = children.any()?;
    children.end()?;
    let kind = outcome_kind(b, outcome)?;
    if let ExpectedKind::Sum(sum) | ExpectedKind::UpTo(sum) = &kind {
        b.needs_unit(sum, "元");
    }
    let known = |name: &Name| names.iter().any(|known| known.text == name.text);
    // 甲 新增贡献70万元 reads like 员工 甲70万元: only the projects of the case tell the two apart
    let (first, kind) = match (first, kind, row.take_if(|row| known(&row.list))) {
        (None, ExpectedKind::Sum(sum), Some(RowOf { list, name: Some(shown), .. })) => {
            (Some(list), ExpectedKind::Shown(shown, Some(sum)))
        }
        (first, kind, taken) => {
            row = row.or(taken);
            (first, kind)
        }
    };
    if let (None, ExpectedKind::Shown(..)) = (&row, &kind)
        && first.is_some()
    {
        return Ok(Expected { project: first, clause, row: None, power, kind, span });
    }
    let (project, kind) = match (first, kind) {
        // 新增贡献70万元 reads like 甲70万元: only the projects of the case tell the two apart
        (Some(shown), ExpectedKind::Sum(sum)) if !known(&shown) && clause.is_none() && row.is_none() => {
            (None, ExpectedKind::Shown(shown, Some(sum)))
        }
        (Some(project), kind) => {
            if !known(&project) {
                unknown_project(b, &project, names);
            }
            (Some(project), kind)
        }
        (None, kind) => (None, kind),
    };
    Ok(Expected { project, clause, row, power, kind, span })
}

fn unknown_project(b: &mut Builder<'_>, project: &Name, names: &[&Name]) {
    let known = if names.is_empty() {
        Words::said(
            "这个算例只有一个项目，结果前不写名称",
            "this case has one project, so no name stands before a result",
        )
    } else {
        let list = Words::list(names.iter().map(|name| &name.text));
        Words::said(
            format!("这个算例的项目有{}", list.in_lang(tiaoli_source::Lang::Zh)),
            format!("the projects of this case are {}", list.in_lang(tiaoli_source::Lang::En)),
        )
    };
    b.problems
        .push(Diagnostic::new(Code::UNKNOWN_PROJECT).at(project.span).arg("name", &project.text).arg("help", known));
}

fn outcome_kind(b: &Builder<'_>, node: Node<'_>) -> Built<ExpectedKind> {
    let rule = node.rule();
    let drift = node.drift();
    let mut children = node.children();
    let kind = match rule {
        Rule::sum => ExpectedKind::Sum(quantity(b, children.one(Rule::quantity)?)?),
        Rule::up_to => ExpectedKind::UpTo(quantity(b, children.one(Rule::quantity)?)?),
        Rule::sum_range => ExpectedKind::Range(
            quantity(b, children.one(Rule::quantity)?)?,
            quantity(b, children.one(Rule::quantity)?)?,
        ),
        Rule::payable => {
            let (low, high) = amount(b, children.one(Rule::amount)?)?;
            ExpectedKind::Payable(low, high)
        }
        Rule::paid_result => {
            let (low, high) = amount(b, children.one(Rule::amount)?)?;
            ExpectedKind::Paid(low, high)
        }
        Rule::total => {
            let (low, high) = amount(b, children.one(Rule::amount)?)?;
            ExpectedKind::Total(low, high)
        }
        Rule::pending => {
            let low = quantity(b, children.one(Rule::quantity)?)?;
            let high = match children.maybe(Rule::quantity) {
                Some(node) => Some(quantity(b, node)?),
                None => None,
            };
            children.maybe(Rule::and_above);
            let unruled = children.maybe(Rule::not_ruled).is_some();
            let lacks = names(b, &mut children);
            ExpectedKind::Pending { low, high, lacks, unruled }
        }
        Rule::none => ExpectedKind::None(because(b, &mut children)),
        Rule::invalid => ExpectedKind::Invalid(because(b, &mut children)),
        Rule::by_document_result => ExpectedKind::Document(text(b, &children.one(Rule::string)?)),
        Rule::case_by_case_result => ExpectedKind::CaseByCase,
        Rule::right_result => ExpectedKind::Right(text(b, &children.one(Rule::string)?)),
        Rule::unquantified_result => ExpectedKind::Unquantified,
        Rule::clamped => ExpectedKind::Clamped,
        Rule::target_result => ExpectedKind::Target(match children.any()?.rule() {
            Rule::reached => Some(true),
            Rule::not_reached => Some(false),
            _ => None,
        }),
        Rule::recovered => ExpectedKind::Recovery(quantity(b, children.one(Rule::quantity)?)?),
        Rule::after_set_off => {
            let back = children.maybe(Rule::due_back).is_some();
            let (low, high) = amount(b, children.one(Rule::amount)?)?;
            if back { ExpectedKind::NetRecovery(low, high) } else { ExpectedKind::NetPayable(low, high) }
        }
        Rule::in_kind_result => {
            let most = children.maybe(Rule::in_kind_most).is_some();
            let figure = quantity(b, children.one(Rule::quantity)?)?;
            ExpectedKind::InKind { most, quantity: figure, of: text(b, &children.one(Rule::string)?) }
        }
        Rule::plan_result => {
            let mut parts = Vec::new();
            for node in children.many(Rule::part_result) {
                let mut inner = node.children();
                let label = label(b, &mut inner)?;
                parts.push((label, quantity(b, inner.one(Rule::quantity)?)?));
                inner.end()?;
            }
            ExpectedKind::Plan(parts)
        }
        Rule::payee_result => ExpectedKind::Payees(shares(b, &mut children)?),
        Rule::payer_result => ExpectedKind::Payers(shares(b, &mut children)?),
        Rule::chosen_clause => ExpectedKind::Chosen(any_id(b, children.any()?)?),
        Rule::shown_value => {
            let shown = name(b, &children.one(Rule::name)?);
            let value = match children.maybe(Rule::quantity) {
                Some(node) => Some(quantity(b, node)?),
                None => None,
            };
            children.maybe(Rule::unknown);
            ExpectedKind::Shown(shown, value)
        }
        _ => return Err(drift),
    };
    children.end()?;
    Ok(kind)
}

fn shares(b: &Builder<'_>, children: &mut Children<'_>) -> Built<Vec<(Name, Option<Quantity>)>> {
    let mut shares = Vec::new();
    for node in children.many(Rule::share_result) {
        let mut inner = node.children();
        let who = name(b, &inner.one(Rule::name)?);
        let sum = match inner.maybe(Rule::quantity) {
            Some(node) => Some(quantity(b, node)?),
            None => None,
        };
        inner.end()?;
        shares.push((who, sum));
    }
    Ok(shares)
}

fn names(b: &Builder<'_>, children: &mut Children<'_>) -> Vec<Name> {
    let names = children.many(Rule::name);
    names.iter().map(|node| name(b, node)).collect()
}

fn because(b: &Builder<'_>, children: &mut Children<'_>) -> Vec<Name> {
    children.maybe(Rule::because).map_or(Vec::new(), |node| {
        let facts = node.children().rest();
        facts.iter().map(|node| name(b, node)).collect()
    })
}

/// `50万元`, `0元至80万元`, `50万元以上`, `不超过80万元`: what is certain, and the most that is possible.
fn amount(b: &Builder<'_>, node: Node<'_>) -> Built<(Quantity, Option<Quantity>)> {
    let mut children = node.children();
    let zero_to = children.maybe(Rule::zero_to);
    let first = quantity(b, children.one(Rule::quantity)?)?;
    let second = match children.maybe(Rule::quantity) {
        Some(node) => Some(quantity(b, node)?),
        None => None,
    };
    let open = children.maybe(Rule::and_above).is_some();
    children.end()?;
    Ok(match (zero_to, second) {
        (Some(word), _) => (nothing(b.span(&word)), Some(first)),
        (None, None) if open => (first, None),
        (None, None) => (first.clone(), Some(first)),
        (None, second) => (first, second),
    })
}

/// 0元, at the word that implies it.
fn nothing(span: Span) -> Quantity {
    Quantity { digits: "0".to_owned(), zeros: 0, unit: Some(Unit { first: "元".to_owned(), per: Vec::new() }), span }
}
