//! 分配.

use super::condition::condition;
use super::item::answers;
use super::literal::{date, id, ids, name, quantity, text};
use super::{Builder, Built, Junk, Node};
use crate::ast::{
    Allocation, AllocationKind, AllocationLine, BudgetWord, Direction, EachYear, Equals, LastWord, Name, OrderKey,
    RemainderWord, Sharing, UndecidedWord,
};
use crate::grammar::Rule;

pub(crate) fn allocation(b: &mut Builder<'_>, node: Node<'_>) -> Built<Allocation> {
    let span = b.span(&node);
    let mut children = node.children();
    let clauses = ids(b, &children.many(Rule::id));
    let title = text(b, &children.one(Rule::string)?);
    let per = children.maybe(Rule::name).map(|node| name(b, &node));
    let mut lines = Vec::new();
    for child in children.rest() {
        match child.rule() {
            Rule::allocation_line => lines.extend(b.part(child, line)?),
            Rule::allocation_junk => b.broken(Junk::Allocation, &child),
            Rule::unclosed => b.unclosed(span),
            _ => return Err(child.drift()),
        }
    }
    Ok(Allocation { ids: clauses, title, per, lines, span })
}

fn line(b: &mut Builder<'_>, node: Node<'_>) -> Built<AllocationLine> {
    let span = b.span(&node);
    let mut parts = node.children();
    let body = parts.any()?;
    let answers = answers(b, &mut parts)?;
    parts.end()?;
    let rule = body.rule();
    let drift = body.drift();
    let mut children = body.children();
    let kind = match rule {
        Rule::budget => {
            let word = budget_word(&children.one(Rule::budget_word)?)?;
            let year = match children.maybe(Rule::budget_year) {
                Some(node) => Some(each_year(b, node)?),
                None => None,
            };
            children.maybe(Rule::cap_word);
            AllocationKind::Budget { word, year, amount: quantity(b, children.one(Rule::quantity)?)? }
        }
        Rule::part_budget => {
            let condition = condition(b, children.one(Rule::condition)?)?;
            let said = b.bare_words(condition.span);
            let word = budget_word(&children.one(Rule::budget_word)?)?;
            children.maybe(Rule::cap_word);
            AllocationKind::Part {
                condition: Box::new(condition),
                said,
                word,
                amount: quantity(b, children.one(Rule::quantity)?)?,
            }
        }
        Rule::only_for => AllocationKind::OnlyFor(children.many(Rule::id).iter().map(|node| id(b, node)).collect()),
        Rule::order => {
            let keys = children.many(Rule::order_key);
            AllocationKind::Order(keys.into_iter().map(|node| order_key(b, node)).collect::<Built<_>>()?)
        }
        Rule::sharing => AllocationKind::Method(sharing(b, children.any()?)?),
        Rule::equals_rule => AllocationKind::Equals(equals(b, children.any()?)?),
        Rule::last_one => AllocationKind::Last(last(&children.one(Rule::last_word)?)?),
        Rule::tail => {
            let quantum = match children.maybe(Rule::tail_quantum) {
                Some(node) => Some(name(b, &node.only()?)),
                None => None,
            };
            AllocationKind::Tail { quantum, rule: remainder(&children.one(Rule::remainder_word)?)? }
        }
        Rule::undecided => {
            let word = children.one(Rule::undecided_word)?;
            AllocationKind::Undecided(match word.text() {
                "预留" => UndecidedWord::Reserve,
                "跳过" => UndecidedWord::Skip,
                _ => return Err(word.drift()),
            })
        }
        Rule::increment => {
            let date = date(b, children.one(Rule::date)?)?;
            let amount = quantity(b, children.one(Rule::quantity)?)?;
            let top_up = children.maybe(Rule::top_up_word).map(|node| node.text() == "先补足");
            AllocationKind::Increment { date, amount, top_up }
        }
        _ => return Err(drift),
    };
    children.end()?;
    if let AllocationKind::Budget { word, amount, .. } | AllocationKind::Part { word, amount, .. } = &kind {
        b.needs_unit(amount, if *word == BudgetWord::Money { "元" } else { "家" });
    }
    Ok(AllocationLine { kind, answers, span })
}

fn budget_word(node: &Node<'_>) -> Built<BudgetWord> {
    match node.text() {
        "总额" => Ok(BudgetWord::Money),
        "名额" => Ok(BudgetWord::Places),
        _ => Err(node.drift()),
    }
}

fn each_year(b: &Builder<'_>, node: Node<'_>) -> Built<EachYear> {
    let span = b.span(&node);
    let mut children = node.children();
    children.one(Rule::each_year)?;
    let by = match children.maybe(Rule::by_date) {
        Some(node) => Some(name(b, &node.only()?)),
        None => None,
    };
    children.end()?;
    Ok(EachYear { by, span })
}

fn order_key(b: &Builder<'_>, node: Node<'_>) -> Built<OrderKey> {
    let span = b.span(&node);
    let key = node.only()?;
    let (rule, drift) = (key.rule(), key.drift());
    let mut children = key.children();
    let fact = name(b, &children.one(Rule::name)?);
    let direction = match rule {
        Rule::first_come => Direction::FirstCome,
        Rule::best_first => Direction::Best,
        Rule::directed => {
            let word = children.one(Rule::direction)?;
            match word.text() {
                "由早到晚" => Direction::Earliest,
                "由晚到早" => Direction::Latest,
                "由高到低" | "由大到小" => Direction::Highest,
                "由低到高" | "由小到大" => Direction::Lowest,
                "优先" => Direction::Holding,
                _ => return Err(word.drift()),
            }
        }
        _ => return Err(drift),
    };
    children.end()?;
    Ok(OrderKey { name: fact, direction, span })
}

fn drawn(b: &Builder<'_>, node: Node<'_>) -> Built<Name> {
    Ok(name(b, &node.only()?))
}

fn sharing(b: &Builder<'_>, node: Node<'_>) -> Built<Sharing> {
    Ok(match node.rule() {
        Rule::equally => Sharing::Equal,
        Rule::prorated => Sharing::Prorated,
        Rule::weighted => Sharing::Weighted(drawn(b, node)?),
        Rule::by_draw => Sharing::Draw(drawn(b, node)?),
        _ => return Err(node.drift()),
    })
}

fn equals(b: &Builder<'_>, node: Node<'_>) -> Built<Equals> {
    Ok(match node.rule() {
        Rule::equally => Equals::Equal,
        Rule::prorated => Equals::Prorated,
        Rule::all_in => Equals::AllIn,
        Rule::all_out => Equals::AllOut,
        Rule::by_draw => Equals::Draw(drawn(b, node)?),
        _ => return Err(node.drift()),
    })
}

fn last(node: &Node<'_>) -> Built<LastWord> {
    Ok(match node.text() {
        "余额" => LastWord::Rest,
        "不予" => LastWord::Nothing,
        "跳过" => LastWord::Skip,
        "足额" => LastWord::Full,
        _ => return Err(node.drift()),
    })
}

fn remainder(node: &Node<'_>) -> Built<RemainderWord> {
    Ok(match node.text() {
        "最大余数" => RemainderWord::Greatest,
        "归首位" => RemainderWord::First,
        "归末位" => RemainderWord::Last,
        "留存" => RemainderWord::Kept,
        _ => return Err(node.drift()),
    })
}
