//! The names in an allocation: keys, weights, draws, and the clauses that are paid from it.

use super::{Context, Lines};
use std::collections::BTreeSet;
use tiaoli_eval::program::{FactId, FactKind, Ty};
use tiaoli_source::{Code, Diagnostic, Value};
use tiaoli_syntax::ast::{self, Allocation, AllocationKind, Direction, Equals, SentenceKind, Sharing};

/// Every name must be a fact of the row that stands in the queue, and of a type that its word can use.
pub(super) fn check(context: &mut Context<'_, '_>, lines: &Lines<'_>) {
    for key in lines.order.map_or(&[] as &[_], |(keys, _)| keys) {
        if let Some(ty) = type_of(context, &key.name) {
            direction(context, key, &ty);
        }
    }
    if let Some((Sharing::Weighted(name), _)) = lines.sharing {
        number(context, name, Value::said("权重", "weight"));
    }
    let by_method = lines.sharing.and_then(|(it, _)| if let Sharing::Draw(name) = it { Some(name) } else { None });
    let by_equals = lines.equals.and_then(|(it, _)| if let Equals::Draw(name) = it { Some(name) } else { None });
    for name in [by_method, by_equals].into_iter().flatten() {
        let Some(fact) = number(context, name, Value::said("抽签的次序", "rank of a draw")) else { continue };
        let recorded = context.resolved.dictionary.facts.get(fact).is_some_and(|it| it.kind == FactKind::Recorded);
        if !recorded {
            context.problem(Diagnostic::new(Code::DRAW_NOT_RECORDED).at(name.span).arg("name", &name.text));
        }
    }
    if let Some((ids, _)) = lines.only_for {
        for id in ids {
            if awards_of(context, id).is_empty() {
                context.problem(Diagnostic::new(Code::PAYS_NOTHING).at(id.span).arg("id", &id.text));
            }
        }
    }
}

/// Whether a name is a fact of the row that stands in the queue, or of one above it; a problem where it is not.
pub(super) fn stands_here(context: &mut Context<'_, '_>, name: &ast::Name) -> bool {
    fact_here(context, name).is_some()
}

fn fact_here(context: &mut Context<'_, '_>, name: &ast::Name) -> Option<FactId> {
    let fact = context.fact(name)?;
    let dictionary = &context.resolved.dictionary;
    let it = dictionary.facts.get(fact)?;
    if context.in_reach(it.level) && it.list.is_none() {
        return Some(fact);
    }
    let level = dictionary.levels.get(context.at).map(|it| it.name.zh.clone()).unwrap_or_default();
    let problem = Diagnostic::new(Code::FACT_BELOW_QUEUE).at(name.span).arg("name", &name.text).arg("level", level);
    context.problem(problem);
    None
}

fn type_of(context: &mut Context<'_, '_>, name: &ast::Name) -> Option<Ty> {
    let fact = fact_here(context, name)?;
    context.resolved.dictionary.facts.get(fact).map(|it| it.ty.clone())
}

fn number(context: &mut Context<'_, '_>, name: &ast::Name, word: Value) -> Option<FactId> {
    let fact = fact_here(context, name)?;
    let ty = context.resolved.dictionary.facts.get(fact).map(|it| it.ty.clone())?;
    if matches!(ty, Ty::Number { .. }) {
        return Some(fact);
    }
    let problem = Diagnostic::new(Code::RANK_NOT_A_NUMBER).at(name.span).arg("name", &name.text);
    context.problem(problem.arg("word", word).arg("type", said(context, &ty)));
    None
}

fn direction(context: &mut Context<'_, '_>, key: &ast::OrderKey, ty: &Ty) {
    let ordered =
        matches!(ty, Ty::Member(of) if context.resolved.dictionary.enums.get(*of).is_some_and(|it| it.ordered));
    let number = matches!(ty, Ty::Number { .. });
    let dates = Value::said("日期", "a date");
    let numbers = Value::said("数和由低到高的等级", "a number or an ordered level");
    let (fits, word, for_what) = match key.direction {
        Direction::FirstCome => (*ty == Ty::Date, "先申先得", dates),
        Direction::Earliest => (*ty == Ty::Date, "由早到晚", dates),
        Direction::Latest => (*ty == Ty::Date, "由晚到早", dates),
        Direction::Best => (number || ordered, "择优", numbers),
        Direction::Highest => (number || ordered, "由高到低", numbers),
        Direction::Lowest => (number || ordered, "由低到高", numbers),
        Direction::Holding => (*ty == Ty::Truth, "优先", Value::said("是否", "a 是否")),
    };
    if !fits {
        let problem = Diagnostic::new(Code::ORDER_OF_WHAT).at(key.span).arg("name", &key.name.text);
        context.problem(problem.arg("word", word).arg("fits", for_what).arg("type", said(context, ty)));
    }
}

fn said(context: &Context<'_, '_>, ty: &Ty) -> Value {
    match ty {
        Ty::Truth => Value::said("是否", "a 是否"),
        Ty::Number { .. } => Value::said("数", "a number"),
        Ty::Date => Value::said("日期", "a date"),
        Ty::Member(of) if context.resolved.dictionary.enums.get(*of).is_some_and(|it| it.ordered) => {
            Value::said("等级", "a level")
        }
        _ => Value::said("没有高低的类别", "a kind without order"),
    }
}

/// The clauses with an award that an id names: itself, or those of its section.
fn awards_of<'a>(context: &Context<'_, 'a>, id: &ast::Id) -> BTreeSet<&'a str> {
    let under =
        |of: &str| of.strip_prefix(id.text.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'));
    let sentences = context.resolved.articles.iter().flat_map(|article| &article.sentences);
    sentences
        .filter(|it| matches!(it.sentence.kind, SentenceKind::Award(_)) && under(&it.sentence.id.text))
        .map(|it| it.sentence.id.text.as_str())
        .collect()
}

/// The clauses that an allocation pays, with the place that says so.
fn pays<'a>(context: &Context<'_, 'a>, it: &'a Allocation) -> Vec<(&'a str, tiaoli_source::Span)> {
    let named = it.lines.iter().find_map(|line| match &line.kind {
        AllocationKind::OnlyFor(ids) => Some(ids),
        _ => None,
    });
    match named {
        Some(ids) => {
            ids.iter().flat_map(|id| awards_of(context, id).into_iter().map(|clause| (clause, id.span))).collect()
        }
        None => {
            let sentences = context.resolved.articles.iter().flat_map(|article| &article.sentences);
            let awards = sentences.filter(|it| matches!(it.sentence.kind, SentenceKind::Award(_)));
            awards.map(|award| (award.sentence.id.text.as_str(), it.title.span)).collect()
        }
    }
}

/// No award is paid from two budgets.
pub(super) fn paid_from_two<'a>(context: &mut Context<'_, 'a>, earlier: &'a Allocation, later: &'a Allocation) {
    let before = pays(context, earlier);
    let twice = pays(context, later).into_iter().find_map(|(clause, span)| {
        before.iter().find(|(known, _)| *known == clause).map(|(_, first)| (clause, span, *first))
    });
    if let Some((clause, span, first)) = twice {
        context.problem(Diagnostic::new(Code::PAID_FROM_TWO).at(span).also(first).arg("id", clause));
    }
}
