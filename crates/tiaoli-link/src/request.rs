//! Requests of [`Policy::call`](crate::Policy::call): one JSON object, its keys by verb.
//!
//! | verb | keys |
//! |---|---|
//! | `evaluate` | `application`; `as_of`, `readings` |
//! | `explain` | `application`, `clause`; `project`, `row`, `as_of`, `readings` |
//! | `schema`, `describe` | none |

use crate::answer::{Answer, Status};
use crate::error::Error;
use crate::policy::{Asked, Policy};
use serde_json::{Value, json};
use tiaoli_json::{Format, Layout, Node, Question, print};

/// What can be asked of a policy.
pub const VERBS: [&str; 4] = ["evaluate", "explain", "schema", "describe"];

const APPLICATION: &str = "application";
const CLAUSE: &str = "clause";
const PROJECT: &str = "project";
const ROW: &str = "row";
const AS_OF: &str = "as_of";
const READINGS: &str = "readings";

pub(crate) fn answer(policy: &Policy, verb: &str, request: &[u8]) -> Result<Answer, Error> {
    let known: &[&str] = match verb {
        "evaluate" => &[APPLICATION, AS_OF, READINGS],
        "explain" => &[APPLICATION, CLAUSE, PROJECT, ROW, AS_OF, READINGS],
        "schema" | "describe" => &[],
        _ => {
            let verbs = VERBS.join(", ");
            return Err(Error::usage(
                "no_such_verb",
                format!("没有「{}」，可用：{verbs}", short(verb)),
                format!("there is no verb `{}`; there are {verbs}", short(verb)),
            ));
        }
    };
    let mut request = Request::read(request, known)?;
    match verb {
        "evaluate" => {
            let asked = request.asked()?;
            let application = policy.typed(request.application()?, &asked)?;
            Ok(policy.told(&policy.decide(&application, &asked)?))
        }
        "explain" => {
            let asked = request.asked()?;
            let application = policy.typed(request.application()?, &asked)?;
            let [clause, project, row] = [CLAUSE, PROJECT, ROW].map(|key| request.text(key));
            let (clause, project, row) = (clause?.ok_or_else(|| lacks(CLAUSE))?, project?, row?);
            let question = Question { clause: &clause, project: project.as_deref(), row: row.as_deref() };
            let explanation = policy.explain(&application, question, &asked)?;
            Ok(fine(&explanation.json(policy.program())))
        }
        "schema" => Ok(Answer { status: Status::Fine, json: policy.schema() }),
        _ => Ok(fine(&describe(policy))),
    }
}

fn fine(value: &Value) -> Answer {
    Answer { status: Status::Fine, json: print(value, Layout::Line) }
}

/// What a policy is: who it is, what can be claimed, which facts and readings there are.
fn describe(policy: &Policy) -> Value {
    let program = policy.program();
    let it = &program.policy;
    let reading = |(id, it): (_, &tiaoli_eval::program::Reading)| {
        let others: Vec<&str> =
            program.options.iter().filter(|(_, option)| option.reading == id).map(|(_, it)| it.id.as_str()).collect();
        json!({ "id": it.id, "question": it.question, "chosen": it.chosen, "others": others })
    };
    json!({
        "policy": { "name": it.name, "edition": it.edition, "digest": it.digest },
        "title": it.title,
        "rules": program.rules.iter().map(|(_, it)| it.id.as_str()).collect::<Vec<_>>(),
        "facts": program.facts.iter().map(|(_, it)| it.name.alias.as_str()).collect::<Vec<_>>(),
        "readings": program.readings.iter().map(reading).collect::<Vec<_>>(),
    })
}

/// The entries of a request that are still to be taken.
struct Request(Vec<(String, Node)>);

impl Request {
    fn read(bytes: &[u8], known: &[&str]) -> Result<Self, Error> {
        let node = if bytes.is_empty() { Node::Map(Vec::new()) } else { tiaoli_json::parse(bytes, Format::Json)? };
        let Node::Map(entries) = node else {
            return Err(Error::usage("not_an_object", "请求应为 JSON 对象", "a request is a JSON object"));
        };
        if let Some((key, _)) = entries.iter().find(|(key, _)| !known.contains(&key.as_str())) {
            let (key, known) = (short(key), known.join(", "));
            return Err(Error::usage(
                "unknown_request_key",
                format!("请求中的「{key}」不认识，可用：{known}"),
                format!("the request's key `{key}` is not known; there are {known}"),
            ));
        }
        Ok(Self(entries))
    }

    fn take(&mut self, key: &str) -> Option<Node> {
        let at = self.0.iter().position(|(known, _)| known == key)?;
        Some(self.0.swap_remove(at).1).filter(|node| *node != Node::Null)
    }

    fn application(&mut self) -> Result<Node, Error> {
        self.take(APPLICATION).ok_or_else(|| lacks(APPLICATION))
    }

    fn text(&mut self, key: &'static str) -> Result<Option<String>, Error> {
        match self.take(key) {
            None => Ok(None),
            Some(Node::Text(text)) => Ok(Some(text)),
            Some(_) => Err(no_text(key)),
        }
    }

    fn asked(&mut self) -> Result<Asked, Error> {
        let as_of = self.text(AS_OF)?;
        let readings = match self.take(READINGS) {
            None => Vec::new(),
            Some(Node::Map(entries)) => entries
                .into_iter()
                .map(|(question, reading)| match reading {
                    Node::Text(reading) => Ok((question, reading)),
                    _ => Err(no_text(READINGS)),
                })
                .collect::<Result<_, _>>()?,
            Some(_) => {
                return Err(Error::usage(
                    "bad_readings",
                    "`readings` 应为对象，例如 {\"A1-1\": \"R2\"}",
                    "`readings` is an object, such as {\"A1-1\": \"R2\"}",
                ));
            }
        };
        Ok(Asked { as_of, readings })
    }
}

fn lacks(key: &str) -> Error {
    Error::usage("missing_request_key", format!("请求缺「{key}」"), format!("the request lacks `{key}`"))
}

fn no_text(key: &str) -> Error {
    Error::usage("not_a_text", format!("请求中的「{key}」应为文本"), format!("`{key}` of the request is a text"))
}

/// A word of a request as a message shows it.
fn short(word: &str) -> String {
    word.chars().take(60).flat_map(char::escape_debug).collect()
}
