//! `--reading A8-1=R2`: from words of the command line to options of the register.

use crate::report::Failure;
use tiaoli::program::{Effect, OptionId};
use tiaoli::selection::{NoSuchReading, Selection, Unselectable, select};
use tiaoli::{Code, Diagnostic, Program, Value, suggest};

/// The options that are asked for; the chosen readings themselves need none.
///
/// # Errors
///
/// A word that is no reading, one that the register does not have, or one that cannot be computed.
pub(crate) fn options(program: &Program, asked: &[String]) -> Result<Vec<OptionId>, Failure> {
    let found = asked.iter().map(|said| option(program, said)).collect::<Result<Vec<_>, _>>()?;
    Ok(found.into_iter().flatten().collect())
}

/// Applies them.
///
/// # Errors
///
/// Two of them clash.
pub(crate) fn selection(program: &Program, options: &[OptionId]) -> Result<Selection, Failure> {
    select(program, options).map_err(|why| Failure::usage(clash(program, why)))
}

/// `A8-1=R2`
pub(crate) fn name(program: &Program, option: OptionId) -> String {
    let it = program.options.get(option);
    let question = it.and_then(|it| program.readings.get(it.reading)).map_or("", |it| it.id.as_str());
    format!("{question}={}", it.map_or("", |it| it.id.as_str()))
}

fn option(program: &Program, said: &str) -> Result<Option<OptionId>, Failure> {
    let Some((question, reading)) = said.split_once(['=', '＝']) else {
        return Err(Failure::usage(Diagnostic::new(Code::READING_MALFORMED).arg("said", said)));
    };
    let (question, reading) = (question.trim(), reading.trim());
    let known = |why| {
        let problem = match why {
            NoSuchReading::Question => {
                let ids = || program.readings.iter().map(|(_, it)| it.id.as_str());
                Diagnostic::new(Code::NO_SUCH_QUESTION).arg("id", question).arg("help", help(question, ids))
            }
            NoSuchReading::Option => {
                let ids = || of(program, question).into_iter();
                Diagnostic::new(Code::NO_SUCH_OPTION)
                    .arg("question", question)
                    .arg("id", reading)
                    .arg("help", help("", ids))
            }
        };
        Failure::usage(problem)
    };
    let found = program.option(question, reading).map_err(known)?;
    match found.and_then(|id| program.options.get(id)).map(|it| &it.effect) {
        Some(Effect::Lacking(lacks)) => {
            let problem = Diagnostic::new(Code::READING_NOT_COMPUTED).arg("id", format!("{question} {reading}"));
            Err(Failure::usage(problem.arg("lacks", lacks)))
        }
        _ => Ok(found),
    }
}

/// The readings of a question, the chosen one first.
fn of<'p>(program: &'p Program, question: &str) -> Vec<&'p str> {
    let Some((id, it)) = program.readings.iter().find(|(_, it)| it.id == question) else { return Vec::new() };
    let others =
        program.options.iter().filter(|(_, option)| option.reading == id).map(|(_, option)| option.id.as_str());
    std::iter::once(it.chosen.as_str()).chain(others).collect()
}

/// Did you mean, or the first few that there are.
fn help<'p, I: Iterator<Item = &'p str>>(said: &str, known: impl Fn() -> I) -> Value {
    if let Some(near) = suggest(said, known()) {
        return Value::said(format!("是否为「{near}」？"), format!("did you mean `{near}`?"));
    }
    let some: Vec<&str> = known().take(12).collect();
    if some.is_empty() {
        return Value::said("这份政策没有登记读法", "this policy has no register of readings");
    }
    let more = if known().nth(12).is_some() { "…" } else { "" };
    Value::said(format!("可写：{}{more}", some.join("、")), format!("there are {}{more}", some.join(", ")))
}

/// Why readings cannot hold together.
pub(crate) fn clash(program: &Program, why: Unselectable) -> Diagnostic {
    let problem = Diagnostic::new(Code::READINGS_CLASH);
    match why {
        Unselectable::Conflict(one, other, clause) => {
            let clause = program.clauses.get(clause).map_or("", |it| it.id.as_str());
            let why =
                Value::said(format!("都改 {clause} 的同一句"), format!("both change the same sentence of {clause}"));
            problem.arg("one", name(program, one)).arg("other", name(program, other)).arg("why", why)
        }
        Unselectable::Twice(one, other) => {
            let why = Value::said("是同一问题的两种读法", "they answer the same question");
            problem.arg("one", name(program, one)).arg("other", name(program, other)).arg("why", why)
        }
        Unselectable::NoForm(rule) => {
            let id = program.rules.get(rule).map_or("", |it| it.id.as_str());
            let why = Value::said(format!("条款 {id} 没有写给什么"), format!("clause {id} then grants nothing"));
            problem.arg("one", "").arg("other", "").arg("why", why)
        }
    }
}
