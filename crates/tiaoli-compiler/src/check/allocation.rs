//! 分配: everything that decides who gets what must be said, and nothing that decides nothing.

mod missing;
mod names;

use super::{Context, condition, no_zip, settlement};
use crate::resolve::figure;
use tiaoli_eval::number::{MONEY_SCALE, rescale};
use tiaoli_eval::program::{LevelId, Place, Unit};
use tiaoli_source::{Code, Diagnostic, Span, Value};
use tiaoli_syntax::ast::{self, Allocation, AllocationKind, BudgetWord, Equals, Sharing};

/// The lines of an allocation, each under its word.
#[derive(Default)]
pub(crate) struct Lines<'a> {
    pub(crate) money: Option<Budget<'a>>,
    pub(crate) places: Option<Budget<'a>>,
    pub(crate) parts: Vec<Part<'a>>,
    pub(crate) only_for: Option<(&'a [ast::Id], Span)>,
    pub(crate) order: Option<(&'a [ast::OrderKey], Span)>,
    pub(crate) sharing: Option<(&'a Sharing, Span)>,
    pub(crate) equals: Option<(&'a Equals, Span)>,
    pub(crate) last: Option<(ast::LastWord, Span)>,
    pub(crate) tail: Option<(Option<&'a ast::Name>, ast::RemainderWord, Span)>,
    pub(crate) undecided: Option<(ast::UndecidedWord, Span)>,
    pub(crate) increments: Vec<Added<'a>>,
}

/// 总额 or 名额.
#[derive(Clone, Copy)]
pub(crate) struct Budget<'a> {
    pub(crate) year: Option<&'a ast::EachYear>,
    pub(crate) amount: &'a ast::Quantity,
    pub(crate) span: Span,
}

/// 其中 C 的，总额 …
#[derive(Clone, Copy)]
pub(crate) struct Part<'a> {
    pub(crate) condition: &'a ast::Condition,
    pub(crate) said: &'a str,
    pub(crate) word: BudgetWord,
    pub(crate) amount: &'a ast::Quantity,
}

/// 追加
#[derive(Clone, Copy)]
pub(crate) struct Added<'a> {
    pub(crate) date: ast::Date,
    pub(crate) amount: &'a ast::Quantity,
    pub(crate) top_up: Option<bool>,
    pub(crate) span: Span,
}

impl<'a> Lines<'a> {
    /// Sorts the lines; of one that stands twice the first counts, and the other is reported with it.
    pub(crate) fn of(allocation: &'a Allocation) -> (Self, Vec<(&'static str, Span, Span)>) {
        let mut lines = Self::default();
        let mut twice = Vec::new();
        for line in &allocation.lines {
            let span = line.span;
            let first = match &line.kind {
                AllocationKind::Budget { word, year, amount } => {
                    let budget = Budget { year: year.as_ref(), amount, span };
                    let slot = if *word == BudgetWord::Money { &mut lines.money } else { &mut lines.places };
                    slot.replace(budget).map(|it| it.span)
                }
                AllocationKind::Part { condition, said, word, amount } => {
                    lines.parts.push(Part { condition, said, word: *word, amount });
                    None
                }
                AllocationKind::OnlyFor(ids) => lines.only_for.replace((ids.as_slice(), span)).map(|it| it.1),
                AllocationKind::Order(keys) => lines.order.replace((keys.as_slice(), span)).map(|it| it.1),
                AllocationKind::Method(it) => lines.sharing.replace((it, span)).map(|it| it.1),
                AllocationKind::Equals(it) => lines.equals.replace((it, span)).map(|it| it.1),
                AllocationKind::Last(it) => lines.last.replace((*it, span)).map(|it| it.1),
                AllocationKind::Tail { quantum, rule } => {
                    lines.tail.replace((quantum.as_ref(), *rule, span)).map(|it| it.2)
                }
                AllocationKind::Undecided(it) => lines.undecided.replace((*it, span)).map(|it| it.1),
                AllocationKind::Increment { date, amount, top_up } => {
                    lines.increments.push(Added { date: *date, amount, top_up: *top_up, span });
                    None
                }
            };
            if let Some(first) = first {
                twice.push((word(&line.kind), span, first));
            }
        }
        (lines, twice)
    }

    /// Whether money is shared at all.
    pub(crate) fn has_money(&self) -> bool {
        self.money.is_some() || self.parts.iter().any(|it| it.word == BudgetWord::Money)
    }

    /// Whether places are.
    pub(crate) fn has_places(&self) -> bool {
        self.places.is_some() || self.parts.iter().any(|it| it.word == BudgetWord::Places)
    }

    /// Whether they are served one after another: by an order, or by a draw alone.
    pub(crate) fn is_queue(&self) -> bool {
        matches!(self.sharing, None | Some((Sharing::Draw(_), _)))
    }

    /// Whether a sum may be divided, so that it may not come out even.
    pub(crate) fn divides(&self) -> bool {
        match self.sharing {
            Some((Sharing::Draw(_), _)) => false,
            Some(_) => true,
            None => matches!(self.equals, Some((Equals::Equal | Equals::Prorated, _))),
        }
    }

    /// Whether somebody may get a part of his sum.
    pub(crate) fn gives_parts(&self) -> bool {
        self.divides() || (self.is_queue() && matches!(self.last, Some((ast::LastWord::Rest, _))) && self.has_money())
    }
}

/// The word of a line.
fn word(kind: &AllocationKind) -> &'static str {
    match kind {
        AllocationKind::Budget { word: BudgetWord::Money, .. } => "总额",
        AllocationKind::Budget { word: BudgetWord::Places, .. } => "名额",
        AllocationKind::Part { .. } => "其中",
        AllocationKind::OnlyFor(_) => "适用于",
        AllocationKind::Order(_) => "次序",
        AllocationKind::Method(_) => "方式",
        AllocationKind::Equals(_) => "同序",
        AllocationKind::Last(_) => "末位",
        AllocationKind::Tail { .. } => "尾差",
        AllocationKind::Undecided(_) => "未定",
        AllocationKind::Increment { .. } => "追加",
    }
}

/// Checks every allocation of a package.
pub(super) fn check(context: &mut Context<'_, '_>) {
    let allocations = &context.resolved.allocations;
    for (index, it) in allocations.iter().enumerate() {
        context.clause = it.ids.first().map(|id| id.text.clone()).unwrap_or_default();
        one(context, it);
        for earlier in allocations.iter().take(index) {
            names::paid_from_two(context, earlier, it);
        }
    }
}

fn one(context: &mut Context<'_, '_>, it: &Allocation) {
    let (lines, twice) = Lines::of(it);
    for (word, span, first) in twice {
        context.problem(Diagnostic::new(Code::ALLOCATION_LINE_TWICE).at(span).also(first).arg("word", word));
    }
    let project = context.resolved.dictionary.project();
    let level = whom(context, it);
    let outside = std::mem::replace(&mut context.at, level.unwrap_or(project));
    amounts(context, &lines);
    for part in &lines.parts {
        condition::check(context, part.condition);
        no_zip(context, part.condition);
    }
    if level.is_some() {
        names::check(context, &lines);
    }
    context.at = outside;
    missing::check(context, it, &lines);
}

/// Who stands in the queue: the applicant or its projects.
fn whom(context: &mut Context<'_, '_>, it: &Allocation) -> Option<LevelId> {
    let Some(per) = &it.per else {
        let problem = Diagnostic::new(Code::ALLOCATION_WITHOUT_WHOM).at(it.title.span);
        context.problem(problem.arg("title", &it.title.text));
        return None;
    };
    let dictionary = &context.resolved.dictionary;
    let Some(level) = dictionary.entity(&per.text) else {
        super::award::per(context, per);
        return None;
    };
    match dictionary.levels.get(level).map(|it| it.place) {
        Some(Place::Applicant | Place::Project) => Some(level),
        _ => {
            context.problem(Diagnostic::new(Code::QUEUE_OF_WHAT).at(per.span).arg("name", &per.text));
            None
        }
    }
}

/// 总额 in fen, 名额 in places; `None` for another unit or a broken number.
pub(crate) fn measured(word: BudgetWord, amount: &ast::Quantity) -> Option<i128> {
    let figure = figure(amount)?;
    match word {
        BudgetWord::Money => {
            (figure.unit == Unit::yuan()).then(|| rescale(figure.value, figure.scale, MONEY_SCALE)).flatten()
        }
        BudgetWord::Places => (is_places(amount) && figure.scale == 0).then_some(figure.value),
    }
}

/// 家, 个, 名, 项, 人 and the like: what a place is counted in.
pub(crate) fn is_places(amount: &ast::Quantity) -> bool {
    amount.unit.as_ref().is_some_and(|it| {
        it.per.is_empty() && matches!(it.first.as_str(), "家" | "个" | "名" | "项" | "人" | "位" | "户" | "件" | "套")
    })
}

fn amounts(context: &mut Context<'_, '_>, lines: &Lines<'_>) {
    let budgets = [(BudgetWord::Money, lines.money), (BudgetWord::Places, lines.places)];
    let whole = budgets.into_iter().filter_map(|(word, it)| it.map(|it| (word, it.amount)));
    for (word, amount) in whole.chain(lines.parts.iter().map(|it| (it.word, it.amount))) {
        if amount.unit.is_some() && measured(word, amount).is_none() {
            let (word, due) = match word {
                BudgetWord::Money => ("总额", Value::said("元", "yuan")),
                BudgetWord::Places => ("名额", Value::said("整数个", "a whole number")),
            };
            context.problem(Diagnostic::new(Code::BUDGET_UNIT).at(amount.span).arg("word", word).arg("due", due));
        }
    }
    if let (Some(money), Some(places)) = (lines.money, lines.places)
        && money.year.is_some() != places.year.is_some()
    {
        context.problem(Diagnostic::new(Code::BUDGETS_OF_TWO_PERIODS).at(places.span).also(money.span));
    }
    for year in [lines.money, lines.places].into_iter().flatten().filter_map(|it| it.year) {
        if let Some(by) = &year.by
            && names::stands_here(context, by)
        {
            settlement::year(context, by);
        }
    }
    for it in &lines.increments {
        let money = !is_places(it.amount);
        let word = if money { BudgetWord::Money } else { BudgetWord::Places };
        let there = if money { lines.money.is_some() } else { lines.places.is_some() };
        if measured(word, it.amount).is_none() {
            let due = Value::said("元或家", "yuan or places");
            context.problem(Diagnostic::new(Code::BUDGET_UNIT).at(it.amount.span).arg("word", "追加").arg("due", due));
        } else if !there && (lines.money.is_some() || lines.places.is_some()) {
            let word = if money { "总额" } else { "名额" };
            context.problem(Diagnostic::new(Code::INCREMENT_OF_WHAT).at(it.amount.span).arg("word", word));
        }
        if tiaoli_eval::date::Date::new(it.date.year, it.date.month, it.date.day).is_none() {
            context.problem(Diagnostic::new(Code::NO_SUCH_DATE).at(it.date.span));
        }
    }
}
