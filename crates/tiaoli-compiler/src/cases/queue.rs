//! Cases of an allocation: several who apply, and what each gets.

use super::given::State;
use super::{Case, Context, Given, expected, given};
use crate::check::allocation::{is_places, measured};
use tiaoli_eval::allocate::Word;
use tiaoli_eval::date::Date;
use tiaoli_eval::program::{Claimable, Measure, OptionId};
use tiaoli_source::{Code, Diagnostic, Span};
use tiaoli_syntax::ast::{self, BudgetWord, ShareKind, ShareWord};

/// Several who apply for one budget or quota.
#[derive(Clone, Debug)]
pub struct Queue {
    /// Which allocation of the program, by position.
    pub allocation: usize,
    /// Who applies.
    pub candidates: Vec<Candidate>,
    /// What must come out: as the policy stands, then under other readings.
    pub outcomes: Vec<QueueOutcome>,
}

/// One who applies.
#[derive(Clone, Debug)]
pub struct Candidate {
    /// His name, which is his id and that of his project.
    pub name: String,
    /// His application.
    pub given: Given,
    /// What an earlier allocation gave him, in fen, and when.
    pub allotted: Option<(i128, Date)>,
}

/// What must come out under some readings.
#[derive(Clone, Debug)]
pub struct QueueOutcome {
    /// Readings other than the chosen ones.
    pub options: Vec<OptionId>,
    /// What must come out.
    pub expected: Vec<ExpectedShare>,
}

/// One thing that must come out.
#[derive(Clone, Debug)]
pub struct ExpectedShare {
    /// What.
    pub kind: ExpectedQueue,
    /// Where it stands.
    pub span: Span,
}

/// What can come out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ExpectedQueue {
    /// What one of them gets, by position; the word is the one that cut it.
    Share(usize, ExpectedAmount, Option<Word>),
    /// How much there would have to be for all of his sum, in fen or places.
    Needs(usize, i128),
    /// What the whole has left, in fen or places; below zero = overdrawn.
    Left(Measure, i128),
}

/// What one of them gets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExpectedAmount {
    /// So much, in fen.
    Given(i128),
    /// Nothing.
    Nothing,
    /// So much is set aside, in fen.
    Reserved(i128),
    /// It is not decided, and nothing is set aside.
    Open,
}

/// Resolves the cases of allocations.
pub(super) fn resolve(context: &mut Context<'_, '_>) -> Vec<Case> {
    let queues = context.checked.queues.clone();
    queues.into_iter().filter_map(|case| one(context, case)).collect()
}

fn one(context: &mut Context<'_, '_>, case: &ast::QueueCase) -> Option<Case> {
    let (allocation, claims) = allocation(context, case)?;
    let mut candidates: Vec<Candidate> = Vec::new();
    let mut before: Option<State> = None;
    let mut dated = true;
    for it in &case.candidates {
        let name = it.project.name.as_ref()?;
        if candidates.iter().any(|known| known.name == name.text) {
            context.problems.push(Diagnostic::new(Code::CASE_CANDIDATE_TWICE).at(name.span).arg("name", &name.text));
        }
        let alone = ast::Case {
            ids: claims.clone(),
            title: case.title.clone(),
            confirmed: true,
            projects: vec![it.project.clone()],
            givens: case.givens.clone(),
            outcomes: Vec::new(),
            span: case.span,
        };
        let (state, given) = given::read(context, &alone, before.as_ref())?;
        before = Some(state);
        dated &= given.as_of.is_some();
        let allotted = match &it.allotted {
            None => None,
            Some((amount, date)) => {
                let day = Date::new(date.year, date.month, date.day);
                if day.is_none() {
                    context.problems.push(Diagnostic::new(Code::NO_SUCH_DATE).at(date.span));
                }
                Some((fen(context, amount)?, day?))
            }
        };
        candidates.push(Candidate { name: name.text.clone(), given, allotted });
    }
    if !dated {
        let problem = Diagnostic::new(Code::CASE_WITHOUT_DATE).at(case.title.span);
        context.problems.push(problem.arg("title", &case.title.text));
        return None;
    }
    let outcomes = case.outcomes.iter().map(|it| outcome(context, &candidates, it)).collect();
    Some(Case {
        ids: case.ids.iter().map(|id| id.text.clone()).collect(),
        title: case.title.text.clone(),
        confirmed: true,
        span: case.span,
        given: Given::default(),
        outcomes: Vec::new(),
        queue: Some(Queue { allocation, candidates, outcomes }),
    })
}

/// The allocation whose clauses the case names, and the other ids: what everyone asks for.
fn allocation(context: &mut Context<'_, '_>, case: &ast::QueueCase) -> Option<(usize, Vec<ast::Id>)> {
    let mut found = None;
    let mut claims = Vec::new();
    for id in &case.ids {
        let clause = context.program.clauses.iter().find(|(_, it)| it.id == id.text).map(|(at, _)| at);
        let at = context.program.allocations.iter().position(|it| clause.is_some_and(|at| it.clauses.contains(&at)));
        match at {
            Some(_) if found.is_none() || found == at => found = at,
            None if context.program.claimable(&id.text).is_some_and(|it| matches!(it, Claimable::Rule(_))) => {
                claims.push(id.clone());
            }
            _ => {
                context.problems.push(Diagnostic::new(Code::CASE_NOT_ALLOCATION).at(id.span).arg("id", &id.text));
                return None;
            }
        }
    }
    if let (None, Some(first)) = (found, case.ids.first()) {
        context.problems.push(Diagnostic::new(Code::CASE_NOT_ALLOCATION).at(first.span).arg("id", &first.text));
    }
    Some((found?, claims))
}

fn outcome(context: &mut Context<'_, '_>, candidates: &[Candidate], it: &ast::QueueOutcome) -> QueueOutcome {
    let options = expected::options(context, &it.readings);
    let expected = it.expected.iter().filter_map(|it| share(context, candidates, it)).collect();
    QueueOutcome { options, expected }
}

fn share(context: &mut Context<'_, '_>, candidates: &[Candidate], it: &ast::ExpectedShare) -> Option<ExpectedShare> {
    let whose = match &it.name {
        None => None,
        Some(name) => {
            let at = candidates.iter().position(|known| known.name == name.text);
            if at.is_none() {
                let problem = Diagnostic::new(Code::CASE_UNKNOWN_PROJECT).at(name.span);
                context.problems.push(problem.arg("name", &name.text));
            }
            Some(at?)
        }
    };
    let word = it.because.map(|(word, _)| of_word(word));
    let kind = match (&it.kind, whose) {
        (ShareKind::Given(amount), Some(at)) => {
            ExpectedQueue::Share(at, ExpectedAmount::Given(fen(context, amount)?), word)
        }
        (ShareKind::Refused, Some(at)) => ExpectedQueue::Share(at, ExpectedAmount::Nothing, word),
        (ShareKind::Reserved(amount), Some(at)) => {
            ExpectedQueue::Share(at, ExpectedAmount::Reserved(fen(context, amount)?), word)
        }
        (ShareKind::Pending, Some(at)) => ExpectedQueue::Share(at, ExpectedAmount::Open, word),
        (ShareKind::Needs(amount), Some(at)) => ExpectedQueue::Needs(at, either(context, amount)?.1),
        (ShareKind::LeftOver(amount), _) => {
            let (measure, left) = either(context, amount)?;
            ExpectedQueue::Left(measure, left)
        }
        (ShareKind::Overdrawn(amount), _) => {
            let (measure, over) = either(context, amount)?;
            ExpectedQueue::Left(measure, over.checked_neg()?)
        }
        (_, None) => return None,
    };
    Some(ExpectedShare { kind, span: it.span })
}

fn of_word(word: ShareWord) -> Word {
    match word {
        ShareWord::Last => Word::Last,
        ShareWord::Tied => Word::Tied,
        ShareWord::Drawn => Word::Drawn,
        ShareWord::UsedUp => Word::UsedUp,
        ShareWord::Shared => Word::Shared,
        ShareWord::Undecided => Word::Undecided,
        ShareWord::Undrawn => Word::Undrawn,
        ShareWord::Waiting => Word::Waiting,
        ShareWord::Earlier => Word::Earlier,
    }
}

/// Money in fen.
fn fen(context: &mut Context<'_, '_>, amount: &ast::Quantity) -> Option<i128> {
    let fen = measured(BudgetWord::Money, amount);
    if fen.is_none() {
        context.problems.push(Diagnostic::new(Code::CASE_NOT_MONEY).at(amount.span));
    }
    fen
}

/// Money in fen, or places.
fn either(context: &mut Context<'_, '_>, amount: &ast::Quantity) -> Option<(Measure, i128)> {
    if is_places(amount) {
        return measured(BudgetWord::Places, amount).map(|places| (Measure::Places, places));
    }
    fen(context, amount).map(|fen| (Measure::Money, fen))
}
