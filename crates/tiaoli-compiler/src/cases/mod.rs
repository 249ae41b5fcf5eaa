//! Golden cases: what is given, as an application would say it, and what must come out.
//!
//! A case starts from the setting “默认”, or with 同上 from the case before it. A bare name says that a fact holds, 非
//! that it does not, 未知 and silence that it is unknown.

mod expected;
mod given;
mod queue;
mod rows;

pub use queue::{Candidate, ExpectedAmount, ExpectedQueue, ExpectedShare, Queue, QueueOutcome};

use crate::check::Checked;
use crate::check::definition::rests_on;
use crate::resolve::Dictionary;
use given::State;
use std::collections::BTreeMap;
use tiaoli_eval::date::Date;
use tiaoli_eval::outcome::{Amount, Reason};
use tiaoli_eval::program::{DefinitionId, FactId, LevelId, OptionId, Place, Program};
use tiaoli_eval::table::Id;
use tiaoli_source::{Code, Diagnostic, Problems, Span};
use tiaoli_syntax::ast;

/// A golden case.
#[derive(Clone, Debug)]
pub struct Case {
    /// The clauses asked for.
    pub ids: Vec<String>,
    /// What it shows.
    pub title: String,
    /// Whether a person stands for its results; one of which nobody does, 待确认, counts for nothing.
    pub confirmed: bool,
    /// Where it stands.
    pub span: Span,
    /// What is given.
    pub given: Given,
    /// What must come out: as the policy stands, then under other readings.
    pub outcomes: Vec<Outcome>,
    /// 算例 分配: several who apply, and what each gets; then nothing stands in `given` and `outcomes`.
    pub queue: Option<Queue>,
}

/// An application in the words of a case.
#[derive(Clone, Debug, Default)]
pub struct Given {
    /// 评定日期
    pub as_of: Option<Date>,
    /// 视同已施行
    pub assume_in_force: bool,
    /// Facts of the application, by alias.
    pub application: BTreeMap<String, Said>,
    /// Facts of the applicant, by alias.
    pub applicant: BTreeMap<String, Said>,
    /// The projects.
    pub projects: Vec<Project>,
    /// Earlier payments.
    pub payments: Vec<Payment>,
}

/// What 算例 背景 “默认” gives to every case.
#[derive(Clone, Debug, Default)]
pub struct Setting {
    /// Everything but the facts of projects.
    pub given: Given,
    /// Facts of each project, by alias.
    pub facts: BTreeMap<String, Said>,
}

/// A project of a case.
#[derive(Clone, Debug, Default)]
pub struct Project {
    /// Its name.
    pub id: String,
    /// What it asks for.
    pub claims: Vec<String>,
    /// Its facts, by alias.
    pub facts: BTreeMap<String, Said>,
}

/// A value as an application would write it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Said {
    /// true or false
    Truth(bool),
    /// A string.
    Text(String),
    /// A year.
    Year(i64),
    /// A list; `None` = an item that is not known.
    List(Vec<Option<Said>>),
    /// A list of objects.
    Rows(SaidRows),
}

/// The rows of a list, as a case gives them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SaidRows {
    /// Each row: its name in the case, and its facts by alias.
    pub rows: Vec<(Option<String>, BTreeMap<String, Said>)>,
    /// Whether these are all.
    pub complete: bool,
}

impl Default for SaidRows {
    fn default() -> Self {
        Self { rows: Vec::new(), complete: true }
    }
}

/// An earlier payment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Payment {
    /// The project's name.
    pub project: String,
    /// The clause as written.
    pub clause: String,
    /// Yuan as a decimal string.
    pub amount: String,
    /// The year it counts in.
    pub year: i64,
    /// The alias of the level of the funds.
    pub level: String,
    /// A base grant of an upper level.
    pub base_grant: bool,
    /// Whom of a list it was for.
    pub key: Option<String>,
}

/// What must come out under some readings.
#[derive(Clone, Debug)]
pub struct Outcome {
    /// Readings other than the chosen ones.
    pub options: Vec<OptionId>,
    /// What must come out.
    pub expected: Vec<Expected>,
}

/// One thing that must come out.
#[derive(Clone, Debug)]
pub struct Expected {
    /// The project, by position.
    pub project: usize,
    /// The claim, by its id; `None` for what is settled.
    pub clause: Option<String>,
    /// The row of the claim's list: its place in each list around it, from one.
    pub row: Option<Vec<usize>>,
    /// 可
    pub power: bool,
    /// What.
    pub kind: ExpectedKind,
    /// Where it stands.
    pub span: Span,
}

/// What can come out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ExpectedKind {
    /// A determined sum.
    Sum(Amount),
    /// A ceiling.
    UpTo(Amount),
    /// A range.
    Range(Amount, Amount),
    /// Undetermined between these, and why.
    Pending(Amount, Option<Amount>, Open),
    /// No award; why, and through which definitions.
    None(Vec<Reason>, Vec<DefinitionId>),
    /// Impossible input; which facts.
    Invalid(Vec<FactId>),
    /// Another instrument decides.
    Document(String),
    /// 一事一议
    CaseByCase,
    /// A right that is not money.
    Right(String),
    /// A subsidy whose sum is not stated.
    Unquantified,
    /// A value shown under the claim, by its key.
    Shown(String, Option<Amount>),
    /// A decided sum was cut back.
    Clamped,
    /// Whether a target is met.
    Target(Option<bool>),
    /// What is payable: guaranteed, and maximum (`None` = open).
    Payable(Amount, Option<Amount>),
    /// What is paid after rounding: guaranteed, and maximum.
    Paid(Amount, Option<Amount>),
    /// The total over all projects.
    Total(Amount, Option<Amount>),
    /// The clause chosen in the maximum.
    Chosen(String),
    /// What must be paid back.
    Recovery(Amount),
    /// What stays payable after set-off: guaranteed, and maximum.
    NetPayable(Amount, Option<Amount>),
    /// What must still be paid back after set-off: least, and greatest.
    NetRecovery(Amount, Option<Amount>),
    /// Something in kind: whether it is a ceiling, how much, of what.
    InKind(bool, Amount, String),
    /// The instalments.
    Plan(Vec<(String, Amount)>),
    /// Who receives it, and how much where that is said.
    Payees(Vec<(String, Option<Amount>)>),
    /// Who pays it, and how much where that is said.
    Payers(Vec<(String, Option<Amount>)>),
}

/// Why a result is undetermined.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Open {
    /// The facts that are missing.
    pub lacks: Vec<FactId>,
    /// Which days are worked is not known.
    pub calendar: bool,
    /// The document itself is silent.
    pub unruled: bool,
}

/// Resolves the cases of a checked package; the dictionary is its own, or that of all policies of the program.
pub(crate) fn resolve(
    checked: &Checked<'_>,
    dictionary: &Dictionary<'_>,
    program: &Program,
    problems: &mut Problems,
) -> Vec<Case> {
    let mut context = Context { checked, dictionary, program, problems };
    let mut cases = Vec::new();
    let mut before: Option<State> = None;
    for case in &checked.cases {
        let Some((state, given)) = given::read(&mut context, case, before.as_ref()) else { continue };
        before = Some(state);
        let outcomes =
            case.outcomes.iter().map(|outcome| expected::read(&mut context, case, &given, outcome)).collect();
        if given.as_of.is_none() {
            context
                .problems
                .push(Diagnostic::new(Code::CASE_WITHOUT_DATE).at(case.title.span).arg("title", &case.title.text));
            continue;
        }
        cases.push(Case {
            ids: case.ids.iter().map(|id| id.text.clone()).collect(),
            title: case.title.text.clone(),
            confirmed: case.confirmed,
            span: case.span,
            given,
            outcomes,
            queue: None,
        });
    }
    cases.extend(queue::resolve(&mut context));
    cases
}

/// What every case starts from.
#[must_use]
pub fn setting(checked: &Checked<'_>, dictionary: &Dictionary<'_>, program: &Program) -> Setting {
    // what is wrong with it is reported where the cases are resolved
    let mut problems = Problems::new();
    given::usual(&mut Context { checked, dictionary, program, problems: &mut problems })
}

/// What the cases are resolved with.
struct Context<'c, 'a> {
    checked: &'c Checked<'a>,
    dictionary: &'c Dictionary<'a>,
    program: &'c Program,
    problems: &'c mut Problems,
}

impl Context<'_, '_> {
    /// The definition that a name in a case means.
    fn definition(&self, name: &ast::Name) -> Option<DefinitionId> {
        let fact = self.dictionary.one(name)?;
        let at = self.dictionary.definitions.iter().position(|it| it.fact == fact)?;
        Some(DefinitionId::from_index(at))
    }

    /// The fact that a name in a case means; a defined name is refused with the facts behind it.
    fn fact(&mut self, name: &ast::Name) -> Option<FactId> {
        if let Some(fact) = self.dictionary.one(name).filter(|_| self.definition(name).is_some()) {
            let facts = tiaoli_source::Value::list(rests_on(self.dictionary, fact));
            self.problems.push(
                Diagnostic::new(Code::DEFINITION_GIVEN).at(name.span).arg("name", &name.text).arg("facts", facts),
            );
            return None;
        }
        self.any_fact(name)
    }

    fn any_fact(&mut self, name: &ast::Name) -> Option<FactId> {
        let list = |level: LevelId| match self.dictionary.levels.get(level)?.place {
            Place::List(fact) => Some(fact),
            _ => None,
        };
        let entity = || self.dictionary.entity(&name.text).and_then(list);
        let paid = || {
            let mut lists = self.dictionary.history.iter().map(|it| it.list);
            lists.find(|list| self.program.facts.get(*list).is_some_and(|fact| fact.name.zh == name.text))
        };
        let found = self.dictionary.one(name).or_else(entity).or_else(paid);
        if found.is_none() {
            let near = tiaoli_source::suggest(&name.text, self.dictionary.fact_names());
            let help = match near {
                Some(near) => {
                    tiaoli_source::Value::said(format!("是否想写「{near}」？"), format!("did you mean `{near}`?"))
                }
                None => tiaoli_source::Value::said("先在 词汇 中声明", "declare it in a 词汇 first"),
            };
            self.problems
                .push(Diagnostic::new(Code::UNKNOWN_FACT).at(name.span).arg("name", &name.text).arg("help", help));
        }
        found
    }
}
