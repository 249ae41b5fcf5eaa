//! What is granted: 给予, 按 … 给予, 提供, 追回.

use super::condition::quantities;
use super::expression::expression;
use super::literal::{elsewhere, ids, name, quantity, text};
use super::modifier::{cap_word, needs_unit};
use super::{Builder, Built, Children, Node, time};
use crate::ast::{Expression, ExpressionKind, Grant, GrantKind, Head, HeadSpan, Name, Quantity, Text, YearSpan};
use crate::grammar::Rule;
use tiaoli_source::{Code, Span};

/// `years` are those that the grant itself names.
pub(super) fn grant(b: &mut Builder<'_>, node: Node<'_>, years: &mut Vec<YearSpan>) -> Built<Grant> {
    let span = b.span(&node);
    let child = node.only()?;
    let (kind, called) = match child.rule() {
        Rule::case_by_case => (GrantKind::CaseByCase, Called::default()),
        Rule::enjoy => {
            let mut children = child.children();
            let word = name(b, &children.one(Rule::right_word)?);
            let right = text(b, &children.one(Rule::string)?);
            children.end()?;
            (GrantKind::Right(right), Some(word).into())
        }
        Rule::unrated => {
            let mut children = child.children();
            let base = expression(b, children.one(Rule::expression)?)?;
            let noun = verb_and_noun(b, &mut children)?;
            children.end()?;
            (GrantKind::Unrated(base), noun.into())
        }
        Rule::recover => {
            let mut children = child.children();
            let all = children.maybe(Rule::these);
            let sum = match all {
                Some(node) => {
                    let span = b.span(&node);
                    Expression { kind: ExpressionKind::PaidOut(ids(b, &node.children().many(Rule::id))), span }
                }
                None => expression(b, children.one(Rule::expression)?)?,
            };
            children.end()?;
            needs_unit(b, &sum);
            (GrantKind::Recover(sum), Called::default())
        }
        Rule::provide => {
            let mut children = child.children();
            let node = children.any()?;
            let what = if node.rule() == Rule::string {
                text(b, &node)
            } else {
                let what = name(b, &node);
                Text { text: what.text, span: what.span }
            };
            let most = children.maybe(Rule::cap_word);
            if let Some(word) = &most {
                cap_word(b, word);
            }
            let quantity = expression(b, children.one(Rule::expression)?)?;
            children.end()?;
            let kind =
                if most.is_some() { GrantKind::Ceilings(vec![quantity]) } else { GrantKind::Sums(vec![quantity]) };
            (kind, Called { noun: None, in_kind: Some(what) })
        }
        Rule::heads => heads(b, None, child)?,
        Rule::by => by(b, child)?,
        Rule::give => give(b, child)?,
        Rule::by_years => {
            let mut children = child.children();
            let mut sums = Vec::new();
            let mut spans = Vec::new();
            for rate in children.many(Rule::year_rate) {
                let mut parts = rate.children();
                spans.push(parts.one(Rule::year_span)?);
                sums.push(expression(b, parts.one(Rule::expression)?)?);
                parts.end()?;
            }
            *years = time::year_spans(b, spans)?;
            let noun = verb_and_noun(b, &mut children)?;
            children.end()?;
            (GrantKind::Sums(sums), noun.into())
        }
        Rule::each_full => {
            let mut children = child.children();
            let base = expression(b, children.one(Rule::expression)?)?;
            let mut figures = children.one(Rule::give_figures)?.children();
            let word = figures.maybe(Rule::respectively).map(|node| b.span(&node));
            let verb = figures.maybe(Rule::give_word);
            let given = quantities(b, figures.many(Rule::quantity))?;
            let noun = noun(b, verb, figures.maybe(Rule::noun))?;
            figures.end()?;
            children.end()?;
            respectively(b, word, given.len(), from_list(&given).unwrap_or(base.span));
            (GrantKind::PerUnit(base, given), noun.into())
        }
        _ => return Err(child.drift()),
    };
    Ok(Grant { kind, noun: called.noun, in_kind: called.in_kind, span })
}

type Granted = (GrantKind, Called);

/// What a grant is called: 奖励, or “创新券” where it is no money.
#[derive(Default)]
struct Called {
    noun: Option<Name>,
    in_kind: Option<Text>,
}

impl From<Option<Name>> for Called {
    fn from(noun: Option<Name>) -> Self {
        Called { noun, in_kind: None }
    }
}

/// 按 …
fn by(b: &mut Builder<'_>, node: Node<'_>) -> Built<Granted> {
    let mut children = node.children();
    let before = children.maybe(Rule::respectively).map(|node| b.span(&node));
    let child = children.any()?;
    children.end()?;
    match child.rule() {
        Rule::by_document => {
            let mut children = child.children();
            let document = elsewhere(b, &mut children)?;
            let noun = match children.peek() {
                Some(_) => verb_and_noun(b, &mut children)?,
                None => None,
            };
            children.end()?;
            respectively(b, before, 1, document.title.span);
            Ok((GrantKind::Document(document), noun.into()))
        }
        Rule::by_figure => by_figure(b, child, before),
        _ => Err(child.drift()),
    }
}

/// 按 E 的30％ 给予补助, 按 E 最高给予15％ 资助, 按 E 分别给予30元/平方米、45元/平方米
fn by_figure(b: &mut Builder<'_>, node: Node<'_>, before: Option<Span>) -> Built<Granted> {
    let mut children = node.children();
    let base = expression(b, children.one(Rule::expression)?)?;
    if let Some(node) = children.maybe(Rule::comma).and_then(|_| children.maybe(Rule::heads)) {
        children.end()?;
        return heads(b, Some(base), node);
    }
    if let Some(node) = children.maybe(Rule::heads) {
        children.end()?;
        return heads(b, Some(base), node);
    }
    let more = match children.maybe(Rule::more_rates) {
        Some(node) => quantities(b, node.children().rest())?,
        None => Vec::new(),
    };
    let give = children.any()?;
    let drift = give.drift();
    children.end()?;
    let form = give.rule();
    let at = b.span(&give);
    let mut children = give.children();
    let after = children.maybe(Rule::respectively).map(|node| b.span(&node));
    let word = before.or(after);
    let verb = children.maybe(Rule::give_word);
    if let Some(word) = children.maybe(Rule::cap_word) {
        cap_word(b, &word);
    }
    let given = quantities(b, children.many(Rule::quantity))?;
    let called = called(b, verb, &mut children)?;
    children.end()?;
    let listed = from_list(&given).unwrap_or(at);
    match form {
        Rule::give_noun => {
            respectively(b, word, 1 + more.len(), base.span);
            Ok((rates(b, base, more)?, called))
        }
        Rule::give_at_most => {
            respectively(b, word, given.len(), listed);
            no_more_rates(b, &more)?;
            Ok((GrantKind::Ceilings(shares(&base, given)), called))
        }
        Rule::give_figures => {
            respectively(b, word, given.len(), listed);
            no_more_rates(b, &more)?;
            let by_share = given.iter().all(is_share);
            Ok((if by_share { GrantKind::Rates(base, given) } else { GrantKind::PerUnit(base, given) }, called))
        }
        _ => Err(drift),
    }
}

/// 的30％ at the end of what follows 按 is the rate; anything else is a sum.
fn rates(b: &mut Builder<'_>, base: Expression, more: Vec<Quantity>) -> Built<GrantKind> {
    match base.kind {
        ExpressionKind::Share(of, first) => {
            let rates = std::iter::once(first).chain(more).collect();
            Ok(GrantKind::Rates(*of, rates))
        }
        _ => {
            no_more_rates(b, &more)?;
            Ok(GrantKind::Sums(vec![base]))
        }
    }
}

/// `按 E、30％ 给予`: a list of rates needs a 的 before the first.
fn no_more_rates(b: &mut Builder<'_>, more: &[Quantity]) -> Built<()> {
    match more.first() {
        None => Ok(()),
        Some(first) => Err(b.stop(Code::RATE_WITHOUT_BASE, first.span)),
    }
}

fn is_share(figure: &Quantity) -> bool {
    (figure.unit.as_ref()).is_some_and(|unit| matches!(unit.first.as_str(), "％" | "‰" | "个百分点"))
}

fn shares(base: &Expression, rates: Vec<Quantity>) -> Vec<Expression> {
    let share = |rate: Quantity| Expression {
        span: base.span.to(rate.span),
        kind: ExpressionKind::Share(Box::new(base.clone()), rate),
    };
    rates.into_iter().map(share).collect()
}

/// 前10人 每人给予1万元，其余 每人给予5000元补贴
fn heads(b: &mut Builder<'_>, of: Option<Expression>, node: Node<'_>) -> Built<Granted> {
    let mut children = node.children();
    let steps = children.many(Rule::head);
    let last = children.maybe(Rule::noun);
    children.end()?;
    let mut verb = None;
    let mut heads = Vec::new();
    for step in steps {
        let span = b.span(&step);
        let mut children = step.children();
        let span_of = head_span(b, children.one(Rule::head_span)?)?;
        children.maybe(Rule::each_person);
        verb = children.maybe(Rule::give_word).or(verb);
        let sum = quantity(b, children.one(Rule::quantity)?)?;
        children.end()?;
        b.needs_unit(&sum, "元");
        heads.push(Head { span_of, sum, span });
    }
    let noun = noun(b, verb, last)?;
    Ok((GrantKind::Heads(of, heads), noun.into()))
}

fn head_span(b: &Builder<'_>, node: Node<'_>) -> Built<HeadSpan> {
    let mut children = node.children();
    if let Some(node) = children.maybe(Rule::first) {
        return Ok(HeadSpan::First(quantity(b, node.children().one(Rule::count)?)?));
    }
    let Some(from) = children.maybe(Rule::ordinal) else { return Ok(HeadSpan::Rest) };
    let from = quantity(b, from)?;
    children.maybe(Rule::to);
    Ok(match children.maybe(Rule::ordinal) {
        Some(to) => HeadSpan::Between(from, quantity(b, to)?),
        None => HeadSpan::From(from),
    })
}

/// 20万元至50万元
fn sum_between(b: &mut Builder<'_>, node: Node<'_>) -> Built<Expression> {
    let span = b.span(&node);
    let mut children = node.children();
    let low = quantity(b, children.one(Rule::quantity)?)?;
    children.maybe(Rule::to);
    let high = quantity(b, children.one(Rule::quantity)?)?;
    children.end()?;
    Ok(Expression { kind: ExpressionKind::SumRange(low, high), span })
}

/// 给予 …
fn give(b: &mut Builder<'_>, node: Node<'_>) -> Built<Granted> {
    let mut children = node.children();
    let word = children.maybe(Rule::respectively).map(|node| b.span(&node));
    let verb = children.maybe(Rule::give_word);
    let child = children.any()?;
    children.end()?;
    let at = b.span(&child);
    let form = child.rule();
    let mut children = child.children();
    if form == Rule::unquantified {
        let what = text(b, &children.one(Rule::string)?);
        let noun = noun(b, verb, children.maybe(Rule::noun))?;
        children.end()?;
        respectively(b, word, 1, at);
        return Ok((GrantKind::Unquantified(what), noun.into()));
    }
    let ceiling = children.maybe(Rule::cap_word);
    if let Some(word) = &ceiling {
        cap_word(b, word);
    }
    let mut sums = Vec::new();
    while let Some(node) = children.maybe(Rule::expression).or_else(|| children.maybe(Rule::sum_between)) {
        sums.push(if node.rule() == Rule::sum_between { sum_between(b, node)? } else { expression(b, node)? });
    }
    for sum in &sums {
        needs_unit(b, sum);
    }
    let share_cap = children.maybe(Rule::share_cap);
    let called = called(b, verb, &mut children)?;
    children.end()?;
    let listed = match (sums.first(), sums.last()) {
        (Some(first), Some(last)) => first.span.to(last.span),
        _ => at,
    };
    let Some(share_cap) = share_cap else {
        respectively(b, word, sums.len(), listed);
        return Ok((if ceiling.is_some() { GrantKind::Ceilings(sums) } else { GrantKind::Sums(sums) }, called));
    };
    // 给予 实际支出 最高不超过50％ 的支持
    let mut children = share_cap.children();
    cap_word(b, &children.one(Rule::cap_word)?);
    let rates = quantities(b, children.rest())?;
    let mut sums = sums.into_iter();
    match (sums.next(), sums.next(), ceiling) {
        (Some(base), None, None) => {
            respectively(b, word, rates.len(), listed);
            Ok((GrantKind::Ceilings(shares(&base, rates)), called))
        }
        _ => Err(b.stop(Code::TWO_CEILINGS, at)),
    }
}

/// 分别 stands exactly where several figures stand.
fn respectively(b: &mut Builder<'_>, word: Option<Span>, figures: usize, listed: Span) {
    match word {
        None if figures > 1 => b.report(Code::LIST_NEEDS_RESPECTIVELY, listed),
        Some(word) if figures < 2 => b.report(Code::RESPECTIVELY_NEEDS_LIST, word),
        _ => {}
    }
}

fn from_list(figures: &[Quantity]) -> Option<Span> {
    Some(figures.first()?.span.to(figures.last()?.span))
}

/// The noun of a grant, or what it gives in kind.
fn called(b: &Builder<'_>, verb: Option<Node<'_>>, children: &mut Children<'_>) -> Built<Called> {
    let Some(node) = children.maybe(Rule::in_kind) else {
        return Ok(noun(b, verb, children.maybe(Rule::noun))?.into());
    };
    let mut inner = node.children();
    let in_kind = text(b, &inner.one(Rule::string)?);
    let noun = noun(b, verb, inner.maybe(Rule::noun))?;
    inner.end()?;
    Ok(Called { noun, in_kind: Some(in_kind) })
}

fn verb_and_noun(b: &Builder<'_>, children: &mut Children<'_>) -> Built<Option<Name>> {
    let verb = children.maybe(Rule::give_word);
    noun(b, verb, children.maybe(Rule::noun))
}

/// 奖励 in 给予100万元奖励 and in 奖励100万元.
fn noun(b: &Builder<'_>, verb: Option<Node<'_>>, noun: Option<Node<'_>>) -> Built<Option<Name>> {
    if let Some(noun) = noun {
        return Ok(Some(name(b, &noun.only()?)));
    }
    let verb = verb.and_then(|node| node.children().maybe(Rule::give_verb));
    Ok(verb.map(|verb| name(b, &verb)))
}
