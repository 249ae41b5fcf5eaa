//! An application from a file or from standard input.

use crate::files::{self, shown};
use crate::report::{Exit, Failure};
use crate::surroundings::Context;
use std::path::{Path, PathBuf};
use tiaoli::date::Date;
use tiaoli::{Code, Diagnostic, Format, Node, Problems, Refused, Sources, Span, Value};

/// Where an application comes from, and what is said of it beside.
#[derive(Debug, clap::Args)]
pub(crate) struct From {
    /// 申请文件；缺省或 - 为标准输入 / the application; - or none for standard input
    pub(crate) application: Option<PathBuf>,
    /// 申请的格式，缺省随文件名，标准输入为 JSON / format of the application, by default its ending's
    #[arg(long, value_enum, value_name = "FORMAT")]
    pub(crate) input_format: Option<InputFormat>,
    /// 评定日期，代替申请里的 as_of / date of evaluation, in place of the application's
    #[arg(long, value_name = "DATE")]
    pub(crate) as_of: Option<String>,
}

/// Formats of an application.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum InputFormat {
    /// JSON
    Json,
    /// YAML
    Yaml,
    /// TOML
    Toml,
}

/// An application as written, before it is read under a policy.
pub(crate) struct Written {
    name: String,
    text: String,
    /// The tree, or why there is none.
    pub(crate) node: Result<Node, Refused>,
}

/// Reads the bytes and their shape.
///
/// # Errors
///
/// The file cannot be opened, its format is not known, or `--as-of` is no date.
pub(crate) fn read(from: &From, context: &mut Context<'_>) -> Result<Written, Failure> {
    let as_of = from.as_of.as_deref().map(date).transpose()?;
    let (name, bytes, format) = bytes(from.application.as_deref(), from.input_format, context)?;
    let mut node = tiaoli::parse(&bytes, format);
    if let Ok(node) = &mut node {
        put_as_of(node, as_of);
    }
    Ok(Written { name, text: String::from_utf8_lossy(&bytes).into_owned(), node })
}

/// The name, bytes and format of a file; `-` or none is standard input.
///
/// # Errors
///
/// The file cannot be opened, or its format is not known.
pub(crate) fn bytes(
    path: Option<&Path>,
    asked: Option<InputFormat>,
    context: &mut Context<'_>,
) -> Result<(String, Vec<u8>, Format), Failure> {
    let asked = asked.map(|format| match format {
        InputFormat::Json => Format::Json,
        InputFormat::Yaml => Format::Yaml,
        InputFormat::Toml => Format::Toml,
    });
    match path.filter(|path| *path != Path::new("-")) {
        Some(path) => {
            let ending = path.extension().and_then(|it| it.to_str());
            let ending = match ending {
                Some("ndjson" | "jsonl") => Some(Format::Json),
                ending => ending.and_then(Format::of_ending),
            };
            let bytes = files::bytes(path)?;
            let unknown = || Failure::usage(Diagnostic::new(Code::UNKNOWN_FORMAT).arg("path", shown(path)));
            Ok((shown(path), bytes, asked.or(ending).ok_or_else(unknown)?))
        }
        None => {
            let name = context.say("（标准输入）", "(standard input)").to_owned();
            let fails = |why: &std::io::Error| Failure::usage(files::cannot(Code::CANNOT_OPEN, Path::new("-"), why));
            let bytes = files::all(&mut *context.stdin, &name).map_err(|why| why.unwrap_or_else(fails))?;
            Ok((name, bytes, asked.unwrap_or(Format::Json)))
        }
    }
}

/// Puts a date of evaluation in place of an application's own.
pub(crate) fn put_as_of(node: &mut Node, as_of: Option<Date>) {
    if let (Node::Map(entries), Some(date)) = (node, as_of) {
        let date = Node::Text(date.to_string());
        match entries.iter_mut().find(|(key, _)| key == "as_of") {
            Some((_, value)) => *value = date,
            None => entries.push(("as_of".to_owned(), date)),
        }
    }
}

pub(crate) fn date(said: &str) -> Result<Date, Failure> {
    Date::parse(said).ok_or_else(|| Failure::usage(Diagnostic::new(Code::BAD_DATE).arg("said", said)))
}

/// A refused application as a problem, at its place where the text itself is broken.
pub(crate) fn refused(written: &Written, refused: &Refused) -> Failure {
    refused_in(&written.name, &written.text, refused)
}

/// The same, for an application among others.
pub(crate) fn refused_in(name: &str, text: &str, refused: &Refused) -> Failure {
    let mut sources = Sources::new();
    let file = sources.add(name, text);
    let (zh, en) = (&refused.message.zh, &refused.message.en);
    let why = match refused.path.as_str() {
        "$" => Value::said(zh, en),
        path => Value::said(format!("{zh}（{path}）"), format!("{en} ({path})")),
    };
    let help = refused.help.as_ref().map_or_else(|| Value::from(""), |help| Value::said(&help.zh, &help.en));
    let mut problem = Diagnostic::new(Code::APPLICATION_REFUSED).arg("why", why).arg("help", help);
    if let Some(place) = refused.place {
        let at = offset(text, place.line, place.column);
        problem = problem.at(Span::new(file, at, at));
    }
    let mut problems = Problems::new();
    problems.push(problem);
    Failure { problems, sources, document: None, exit: Exit::Findings }
}

/// The byte that a line and a column, both from 1, stand for.
fn offset(text: &str, line: u64, column: u64) -> usize {
    let nth = |n: u64| usize::try_from(n.saturating_sub(1)).unwrap_or(usize::MAX);
    let start: usize = text.split_inclusive('\n').take(nth(line)).map(str::len).sum();
    let rest = text.get(start..).unwrap_or("");
    start.saturating_add(rest.char_indices().nth(nth(column)).map_or(rest.len(), |(at, _)| at))
}
