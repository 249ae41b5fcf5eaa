//! A policy that is asked.

use crate::answer::{Answer, Status};
use crate::error::Error;
use crate::request;
use tiaoli_eval::application::Application;
use tiaoli_eval::date::Date;
use tiaoli_eval::outcome::Decision;
use tiaoli_eval::program::{Effect, OptionId, Program};
use tiaoli_eval::selection::{NoSuchReading, Selection, Unselectable, select};
use tiaoli_json::{Explanation, Format, Layout, Node, Question, keys};

/// What is asked for beside the application: the same in every language.
///
/// ```
/// use tiaoli_link::Asked;
///
/// let asked = Asked { as_of: Some("2024-06-30".to_owned()), ..Asked::default() }.reading("A1-1", "R2");
/// assert_eq!(asked.readings, [("A1-1".to_owned(), "R2".to_owned())]);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Asked {
    /// The date of evaluation, in place of the application's own: `2021-06-30`.
    pub as_of: Option<String>,
    /// Readings of the register in place of the chosen ones: question and reading.
    pub readings: Vec<(String, String)>,
}

impl Asked {
    /// The same, with another reading of a question.
    #[must_use]
    pub fn reading(mut self, question: impl Into<String>, reading: impl Into<String>) -> Self {
        self.readings.push((question.into(), reading.into()));
        self
    }
}

/// A policy, loaded. It never changes; share it between threads.
///
/// ```
/// fn shared<T: Send + Sync>() {}
/// shared::<tiaoli_link::Policy>();
/// ```
#[derive(Clone, Debug)]
pub struct Policy {
    program: Program,
    /// The chosen readings, which most calls are under.
    chosen: Selection,
}

impl Policy {
    /// Loads a compiled file.
    ///
    /// ```
    /// # let file = std::fs::read("../../tests/compiled/1/park.tlc").unwrap();
    /// let policy = tiaoli_link::Policy::load(&file)?;
    /// assert_eq!(policy.program().policy.name, "park");
    /// # Ok::<(), tiaoli_link::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`Error::Unreadable`] for a file that is damaged, of another format, or hostile.
    pub fn load(file: &[u8]) -> Result<Self, Error> {
        Self::of(tiaoli_compiled::read(file)?.program)
    }

    /// The policy of a program that was just compiled.
    ///
    /// # Errors
    ///
    /// [`Error::Usage`] where a rule grants nothing at all under the chosen readings; no compiler makes such a program.
    pub fn of(program: Program) -> Result<Self, Error> {
        let chosen = select(&program, &[]).map_err(|why| clash(&program, why))?;
        Ok(Self { program, chosen })
    }

    /// The program: dictionary, rules, clauses, readings.
    #[must_use]
    pub fn program(&self) -> &Program {
        &self.program
    }

    /// Reads an application under the policy's dictionary.
    ///
    /// ```
    /// # let policy = tiaoli_link::Policy::load(&std::fs::read("../../tests/compiled/1/park.tlc").unwrap()).unwrap();
    /// # use tiaoli_link::Asked;
    /// let application = policy.read(br#"{"as_of": "2024-06-30", "projects": []}"#, &Asked::default())?;
    /// assert_eq!(application.as_of.to_string(), "2024-06-30");
    /// # Ok::<(), tiaoli_link::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`Error::Refused`] for its shape or its ledger, [`Error::Usage`] for a date that is none.
    pub fn read(&self, application: &[u8], asked: &Asked) -> Result<Application, Error> {
        self.typed(tiaoli_json::parse(application, Format::Json)?, asked)
    }

    /// As [`Policy::read`], from a tree: [`Draft`](crate::Draft) makes one.
    ///
    /// # Errors
    ///
    /// As [`Policy::read`].
    pub fn typed(&self, mut application: Node, asked: &Asked) -> Result<Application, Error> {
        if let (Node::Map(entries), Some(date)) = (&mut application, &asked.as_of) {
            let date = Date::parse(date).ok_or_else(|| {
                Error::usage(
                    "bad_date",
                    format!("「{date}」不是日期，写作 2021-06-30"),
                    format!("`{date}` is no date; write 2021-06-30"),
                )
            })?;
            let date = Node::Text(date.to_string());
            match entries.iter_mut().find(|(key, _)| key == keys::AS_OF) {
                Some((_, value)) => *value = date,
                None => entries.push((keys::AS_OF.to_owned(), date)),
            }
        }
        Ok(tiaoli_json::read(&self.program, &application)?)
    }

    /// Decides an application, data in and data out.
    ///
    /// ```
    /// # let policy = tiaoli_link::Policy::load(&std::fs::read("../../tests/compiled/1/park.tlc").unwrap()).unwrap();
    /// # use tiaoli_link::Asked;
    /// let asked = Asked::default();
    /// let application = policy.read(br#"{"as_of": "2024-06-30", "projects": []}"#, &asked)?;
    /// let decision = policy.decide(&application, &asked)?;
    /// assert!(decision.total.is_ok());
    /// # Ok::<(), tiaoli_link::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`Error::Usage`] for readings that do not exist, cannot be computed or exclude each other.
    pub fn decide(&self, application: &Application, asked: &Asked) -> Result<Decision, Error> {
        Ok(match self.selection(asked)? {
            Some(other) => tiaoli_eval::decide(&self.program, &other, application),
            None => tiaoli_eval::decide(&self.program, &self.chosen, application),
        })
    }

    /// Decides an application, JSON in and JSON out, on one line.
    ///
    /// ```
    /// # let policy = tiaoli_link::Policy::load(&std::fs::read("../../tests/compiled/1/park.tlc").unwrap()).unwrap();
    /// # use tiaoli_link::Asked;
    /// let asked = Asked::default().reading("A1-1", "R2");
    /// let decision = policy.evaluate(br#"{"as_of": "2024-06-30", "projects": []}"#, &asked)?;
    /// assert!(decision.contains(r#""readings":{"A1-1":"R2"}"#));
    /// # Ok::<(), tiaoli_link::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// As [`Policy::read`] and [`Policy::decide`].
    pub fn evaluate(&self, application: &[u8], asked: &Asked) -> Result<String, Error> {
        let application = self.read(application, asked)?;
        Ok(self.line(&self.decide(&application, asked)?))
    }

    /// Decides an application and explains one claim of it, as data; [`Explanation::json`] writes it.
    ///
    /// ```
    /// # let policy = tiaoli_link::Policy::load(&std::fs::read("../../tests/compiled/1/park.tlc").unwrap()).unwrap();
    /// # use tiaoli_link::{Asked, Question};
    /// let asked = Asked::default();
    /// let json = br#"{"as_of": "2024-06-30", "projects": [{"project_id": "P1", "claims": ["1.1"]}]}"#;
    /// let application = policy.read(json, &asked)?;
    /// let explanation = policy.explain(&application, Question { clause: "1.1", ..Question::default() }, &asked)?;
    /// assert!(!explanation.trace.steps.is_empty());
    /// # Ok::<(), tiaoli_link::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// As [`Policy::decide`], and [`Error::Usage`] where the question names nothing of the application.
    pub fn explain(
        &self,
        application: &Application,
        question: Question<'_>,
        asked: &Asked,
    ) -> Result<Explanation, Error> {
        let other = self.selection(asked)?;
        let selection = other.as_ref().unwrap_or(&self.chosen);
        tiaoli_json::explain(&self.program, selection, application, question).map_err(Error::not_there)
    }

    /// The JSON Schema of the policy's applications.
    ///
    /// ```
    /// # let policy = tiaoli_link::Policy::load(&std::fs::read("../../tests/compiled/1/park.tlc").unwrap()).unwrap();
    /// assert!(policy.schema().contains("2020-12"));
    /// ```
    #[must_use]
    pub fn schema(&self) -> String {
        tiaoli_json::print(&tiaoli_json::schema(&self.program), Layout::Line)
    }

    /// The one function that every binding calls: a verb of [`VERBS`](crate::VERBS) and a request in JSON, an answer in
    /// JSON. It cannot fail: what is wrong is an answer too.
    ///
    /// ```
    /// # let policy = tiaoli_link::Policy::load(&std::fs::read("../../tests/compiled/1/park.tlc").unwrap()).unwrap();
    /// # use tiaoli_link::Status;
    /// let answer = policy.call("evaluate", br#"{"application": {"as_of": "2024-06-30", "projects": []}}"#);
    /// assert_eq!(answer.status, Status::Fine);
    /// assert_eq!(policy.call("evaluate", b"{}").status, Status::Usage);
    /// assert_eq!(policy.call("award", b"{}").status, Status::Usage);
    /// ```
    #[must_use]
    pub fn call(&self, verb: &str, request: &[u8]) -> Answer {
        request::answer(self, verb, request).unwrap_or_else(|error| error.answer())
    }

    /// As [`Policy::evaluate`], with a status: what a binding offers beside [`Policy::call`].
    ///
    /// ```
    /// # let policy = tiaoli_link::Policy::load(&std::fs::read("../../tests/compiled/1/park.tlc").unwrap()).unwrap();
    /// # use tiaoli_link::{Asked, Status};
    /// assert_eq!(policy.answer(b"[]", &Asked::default()).status, Status::Refused);
    /// ```
    #[must_use]
    pub fn answer(&self, application: &[u8], asked: &Asked) -> Answer {
        let decided = self.read(application, asked).and_then(|it| self.decide(&it, asked));
        decided.map_or_else(|error| error.answer(), |decision| self.told(&decision))
    }

    /// The decision's JSON and whether it is proved.
    pub(crate) fn told(&self, decision: &Decision) -> Answer {
        let status = if decision.total.is_ok() { Status::Fine } else { Status::Refused };
        Answer { status, json: self.line(decision) }
    }

    fn line(&self, decision: &Decision) -> String {
        tiaoli_json::print(&tiaoli_json::decision(&self.program, decision), Layout::Line)
    }

    /// The selection of other readings; none where the chosen ones hold.
    fn selection(&self, asked: &Asked) -> Result<Option<Selection>, Error> {
        let options = asked
            .readings
            .iter()
            .map(|(question, reading)| self.option(question, reading))
            .collect::<Result<Vec<_>, _>>()?;
        let options: Vec<OptionId> = options.into_iter().flatten().collect();
        if options.is_empty() {
            return Ok(None);
        }
        select(&self.program, &options).map(Some).map_err(|why| clash(&self.program, why))
    }

    fn option(&self, question: &str, reading: &str) -> Result<Option<OptionId>, Error> {
        let found = self.program.option(question, reading).map_err(|why| match why {
            NoSuchReading::Question => Error::usage(
                "no_such_question",
                format!("登记簿里没有问题「{question}」"),
                format!("the register has no question `{question}`"),
            ),
            NoSuchReading::Option => Error::usage(
                "no_such_reading",
                format!("{question} 没有读法「{reading}」"),
                format!("{question} has no reading `{reading}`"),
            ),
        })?;
        match found.and_then(|id| self.program.options.get(id)).map(|it| &it.effect) {
            Some(Effect::Lacking(lacks)) => Err(Error::usage(
                "reading_not_computed",
                format!("读法 {question}={reading} 不能计算：缺「{lacks}」"),
                format!("reading {question}={reading} cannot be computed: it lacks `{lacks}`"),
            )),
            _ => Ok(found),
        }
    }
}

fn clash(program: &Program, why: Unselectable) -> Error {
    let name = |option: OptionId| {
        let it = program.options.get(option);
        let question = it.and_then(|it| program.readings.get(it.reading)).map_or("", |it| it.id.as_str());
        format!("{question}={}", it.map_or("", |it| it.id.as_str()))
    };
    match why {
        Unselectable::Conflict(one, other, _) | Unselectable::Twice(one, other) => Error::usage(
            "readings_clash",
            format!("读法 {} 与 {} 不能并用", name(one), name(other)),
            format!("readings {} and {} cannot hold together", name(one), name(other)),
        ),
        Unselectable::NoForm(rule) => {
            let id = program.rules.get(rule).map_or("", |it| it.id.as_str());
            Error::usage(
                "no_grant",
                format!("在这些读法下，{id} 没有给付"),
                format!("under these readings {id} grants nothing"),
            )
        }
    }
}
