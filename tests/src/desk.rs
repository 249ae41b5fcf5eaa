//! The first policy, compiled once, and applications decided under it.

use crate::policy;
use serde_json::{Map, Value, json};
use std::sync::OnceLock;
use tiaoli::program::Place;
use tiaoli::{
    Application, Compiled, Decision, Format, Program, Reader, Selection, decide, decision_json, parse, refusal, select,
};

/// A policy with its chosen readings.
#[derive(Debug)]
pub struct Desk {
    /// The package as compiled.
    pub compiled: Compiled,
    /// The chosen readings.
    pub selection: Selection,
}

/// The first policy.
///
/// # Panics
///
/// Where it does not compile.
pub fn desk() -> &'static Desk {
    static DESK: OnceLock<Desk> = OnceLock::new();
    DESK.get_or_init(|| {
        let compiled = policy::first();
        let selection = select(compiled.program.as_ref().unwrap(), &[]).unwrap();
        Desk { compiled, selection }
    })
}

impl Desk {
    /// The program.
    #[must_use]
    pub fn program(&self) -> &Program {
        self.compiled.program.as_ref().unwrap()
    }

    /// The application, typed.
    ///
    /// # Panics
    ///
    /// Where it is refused.
    #[must_use]
    pub fn read(&self, application: &Value) -> Application {
        self.try_read(application).unwrap_or_else(|refused| panic!("{refused}\n{application}"))
    }

    fn try_read(&self, application: &Value) -> Result<Application, Value> {
        let node = parse(application.to_string().as_bytes(), Format::Json).map_err(|it| refusal(&it))?;
        Reader::new(self.program()).read(&node).map_err(|it| refusal(&it))
    }

    /// The decision, as data.
    #[must_use]
    pub fn decision(&self, application: &Value) -> Decision {
        decide(self.program(), &self.selection, &self.read(application))
    }

    /// The decision, as JSON.
    #[must_use]
    pub fn decide(&self, application: &Value) -> Value {
        self.decide_under(&[], application)
    }

    /// The decision under other readings, as JSON.
    ///
    /// # Panics
    ///
    /// Where there is no such reading.
    #[must_use]
    pub fn decide_under(&self, readings: &[(&str, &str)], application: &Value) -> Value {
        let program = self.program();
        let option = |(question, option): &(&str, &str)| {
            program.option(question, option).unwrap_or_else(|_| panic!("{question} {option}"))
        };
        let options: Vec<_> = readings.iter().filter_map(option).collect();
        let selection = select(program, &options).unwrap();
        match self.try_read(application) {
            Ok(application) => decision_json(program, &decide(program, &selection, &application)),
            Err(refused) => refused,
        }
    }

    /// One project `P1` that asks for `clauses`; each fact stands where it belongs. In force, on 30 June 2021.
    ///
    /// # Panics
    ///
    /// Where the facts are no object.
    #[must_use]
    pub fn application(&self, clauses: &[&str], facts: &Value) -> Value {
        let program = self.program();
        let (mut whole, mut applicant, mut project) = (Map::new(), Map::new(), Map::new());
        for (key, value) in facts.as_object().unwrap() {
            let fact = program.facts.iter().find(|(_, fact)| fact.name.is(key));
            let level = fact.and_then(|(_, fact)| program.levels.get(fact.level)).map(|level| level.place);
            let home = match level {
                Some(Place::Application) => &mut whole,
                Some(Place::Applicant) => &mut applicant,
                _ => &mut project,
            };
            home.insert(key.clone(), value.clone());
        }
        whole.insert("as_of".to_owned(), json!("2021-06-30"));
        whole.insert("assume_in_force".to_owned(), json!(true));
        whole.insert("applicant".to_owned(), applicant.into());
        whole.insert("projects".to_owned(), json!([{"project_id": "P1", "claims": clauses, "facts": project}]));
        whole.into()
    }

    /// What comes of one claim with these facts.
    #[must_use]
    pub fn claim(&self, clause: &str, facts: &Value) -> Value {
        self.decide(&self.application(&[clause], facts))["projects"][0]["claims"][0].clone()
    }
}
