//! `tiaoli inspect`: what a policy is made of, and when the steps of its procedures are due.

mod readiness;

use super::eval::read;
use crate::application::{self, From};
use crate::args::{Format, ProblemFormat};
use crate::companions::With;
use crate::editions;
use crate::files::{self, shown};
use crate::policy;
use crate::report::{Failure, Report};
use crate::surroundings::Context;
use crate::table::{Column, table};
use std::path::{Path, PathBuf};
use tiaoli::compiled::{Contents, FORMAT};
use tiaoli::date::Date;
use tiaoli::procedure::{Calendar, Deadline, deadlines};
use tiaoli::program::{Procedure, Program, Start, Step, StepKind, TimeUnit};
use tiaoli::{Application, Code, Diagnostic, Layout};

/// Arguments of `tiaoli inspect`.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// 政策包文件夹或编译文件 / folder of the policy package, or a compiled file
    pub(crate) policy: PathBuf,
    #[command(flatten)]
    pub(crate) with: With,
    #[command(flatten)]
    pub(crate) from: From,
    /// 节假日历：每行一个日期和 休 或 班，用来数工作日 / days off and working days, one a line: a date and 休 or 班
    #[arg(long, value_name = "FILE")]
    pub(crate) calendar: Option<PathBuf>,
    /// 能不能免申即享：缺什么、要取哪些数据 / what can be paid without applying: what is lacking, which data to fetch
    #[arg(long, conflicts_with_all = ["application", "calendar"])]
    pub(crate) readiness: bool,
    /// 输出格式 / format
    #[arg(long, value_enum, default_value_t)]
    pub(crate) format: Format,
}

/// Prints the policy as data or in words; with an application, its deadlines too.
pub(crate) fn run(args: &Args, context: &mut Context<'_>) -> Result<Report, Failure> {
    if args.from.application.is_none()
        && let Some(all) = editions::of(&args.policy)?
    {
        let format = match args.format {
            Format::Human => ProblemFormat::Human,
            Format::Json => ProblemFormat::Json,
        };
        return editions::each(&args.policy, &all, format, context, |folder, context| one(folder, args, context));
    }
    one(&args.policy, args, context)
}

fn one(policy: &Path, args: &Args, context: &mut Context<'_>) -> Result<Report, Failure> {
    let written = match &args.from.application {
        None => None,
        Some(_) => Some(application::read(&args.from, context)?),
    };
    let policy = match &written {
        Some(written) => editions::chosen(policy, written)?,
        None => policy.to_path_buf(),
    };
    let contents = policy::contents(&policy, &args.with, context)?;
    let program = &contents.program;
    if args.readiness {
        return Ok(Report::fine(readiness::report(program, args.format, context)));
    }
    let mut known = program.calendar.clone();
    if let Some(path) = &args.calendar {
        known.extend(&calendar(path)?);
    }
    let application = match &written {
        None => None,
        Some(written) => match read(written, program) {
            Ok(application) => Some(application),
            Err((json, failure)) if args.format == Format::Json => {
                return Ok(Report { stdout: json, stderr: String::new(), exit: failure.exit });
            }
            Err((_, failure)) => return Err(failure),
        },
    };
    Ok(Report::fine(match args.format {
        Format::Json => {
            let mut value = tiaoli::inspect(program, application.as_ref().map(|it| (it, &known)));
            if args.policy.is_file() {
                made(&contents, &mut value);
            }
            format!("{}\n", tiaoli::print(&value, Layout::Indented))
        }
        Format::Human => {
            let mut text = human(program, application.as_ref(), &known, context);
            if args.policy.is_file() {
                text.push_str(&made_in_words(&contents, context));
            }
            text
        }
    }))
}

/// What a compiled file was made from: its language, the format of the file, the digest of each text.
fn made(contents: &Contents, value: &mut serde_json::Value) {
    let source = |it: &tiaoli::compiled::Source| serde_json::json!({ "name": it.name, "digest": it.digest });
    let sources = contents.sources.iter().map(source).collect();
    if let serde_json::Value::Object(object) = value {
        object.insert("language".to_owned(), contents.language.as_str().into());
        object.insert("format".to_owned(), FORMAT.into());
        object.insert("sources".to_owned(), sources);
    }
}

fn made_in_words(contents: &Contents, context: &Context<'_>) -> String {
    let format = format!("{} {FORMAT}", context.say("，编译格式", ", compiled format"));
    let mut text = format!("\n{} {}{format}\n", context.say("语言", "language"), contents.language);
    text.push_str(&format!("{} {}\n", context.say("摘要", "digest"), contents.program.policy.digest));
    for source in &contents.sources {
        text.push_str(&format!("  {}\n    {}\n", source.name, source.digest));
    }
    text
}

/// Reads a calendar: `2025-10-01 休`, `2025-09-28 班`; blank lines and # are passed over.
fn calendar(path: &Path) -> Result<Calendar, Failure> {
    let mut calendar = Calendar::default();
    for (at, line) in files::text(path)?.lines().enumerate() {
        let line = line.split('#').next().unwrap_or_default().trim();
        if line.is_empty() {
            continue;
        }
        let mut words = line.split_whitespace();
        let said = match (words.next().and_then(Date::parse), words.next(), words.next()) {
            (Some(date), Some("休" | "off"), None) => Some((date, false)),
            (Some(date), Some("班" | "work"), None) => Some((date, true)),
            _ => None,
        };
        let Some((date, worked)) = said else {
            return Err(Failure::usage(
                Diagnostic::new(Code::CALENDAR_LINE).arg("path", shown(path)).arg("line", at + 1).arg("found", line),
            ));
        };
        calendar.set(date, worked);
    }
    Ok(calendar)
}

fn human(program: &Program, application: Option<&Application>, calendar: &Calendar, context: &Context<'_>) -> String {
    let say = |zh: &'static str, en: &'static str| crate::surroundings::say(context.lang, zh, en);
    let name = |name: &tiaoli::program::Name| say_name(context, name);
    let policy = &program.policy;
    let mut text =
        format!("{}{}{}  {} {}\n", say("《", "“"), policy.title, say("》", "”"), policy.name, policy.edition);
    text.push_str(&format!(
        "{}{}{}{}{}{}{}{}\n",
        say("规则 ", "rules "),
        program.rules.len(),
        say("，事实 ", ", facts "),
        program.facts.len(),
        say("，定义 ", ", definitions "),
        program.definitions.len(),
        say("，程序 ", ", procedures "),
        program.procedures.len(),
    ));
    for (_, it) in program.definitions.iter() {
        let clause = program.clauses.get(it.clause).map_or("", |it| it.id.as_str());
        text.push_str(&format!("{} {clause}  {}\n", say("定义", "definition"), name(&it.name)));
    }
    for procedure in &program.procedures {
        let title = procedure.title.as_ref().map(|it| format!(" “{it}”")).unwrap_or_default();
        text.push_str(&format!("\n{} {}{title}\n", say("程序", "procedure"), procedure.id));
        let mut columns = vec![
            Column::words(say("条款", "clause"), 1),
            Column::words(say("步骤", "step"), 2),
            Column::words(say("期限", "time limit"), 3),
            Column::words(say("内容", "what"), 4),
        ];
        let projects: Vec<(usize, String)> = application.map_or(Vec::new(), |it| {
            it.projects.iter().enumerate().map(|(row, project)| (row, project.id.clone())).collect()
        });
        for (_, id) in &projects {
            columns.push(Column::words(id, 2));
        }
        let dates: Vec<Vec<Deadline>> = projects
            .iter()
            .filter_map(|(row, _)| Some(deadlines(program, application?, procedure, *row, calendar)))
            .collect();
        let rows: Vec<Vec<String>> = procedure
            .steps
            .iter()
            .enumerate()
            .map(|(at, step)| {
                let clause = program.clauses.get(step.clause).map_or("", |it| it.id.as_str());
                let mut row = vec![
                    clause.to_owned(),
                    format!("{}{}", sort(step, context), name(&step.name)),
                    limit(program, procedure, step, context),
                    what(step, context),
                ];
                row.extend(dates.iter().map(|all| all.get(at).map_or(String::new(), |it| date(program, it, context))));
                row
            })
            .collect();
        text.push_str(&table(&columns, &rows, context.width));
        text.push('\n');
    }
    text
}

fn say_name(context: &Context<'_>, name: &tiaoli::program::Name) -> String {
    match context.lang {
        tiaoli::Lang::Zh => name.zh.clone(),
        tiaoli::Lang::En => name.alias.clone(),
    }
}

fn sort(step: &Step, context: &Context<'_>) -> &'static str {
    let (zh, en) = match step.kind {
        StepKind::Step => ("", ""),
        StepKind::Duty => ("义务：", "duty: "),
        StepKind::Correction => ("更正：", "correction: "),
        StepKind::Review => ("复核：", "review: "),
    };
    crate::surroundings::say(context.lang, zh, en)
}

fn limit(program: &Program, procedure: &Procedure, step: &Step, context: &Context<'_>) -> String {
    let say = |zh: &'static str, en: &'static str| crate::surroundings::say(context.lang, zh, en);
    if let Some(((month, day), (last_month, last_day))) = step.season {
        return format!("{}{month:02}-{day:02} ~ {last_month:02}-{last_day:02}", say("每年 ", "each year "));
    }
    let from = match step.start {
        Some(Start::Fact(fact)) => program.facts.get(fact).map(|it| say_name(context, &it.name)),
        Some(Start::Step(at)) => procedure.steps.get(at).map(|it| say_name(context, &it.name)),
        None => None,
    };
    let (Some(from), Some(limit)) = (from, step.limit) else { return String::new() };
    let unit = match limit.unit {
        TimeUnit::Day => say("日", " days"),
        TimeUnit::WorkingDay => say("个工作日", " working days"),
        TimeUnit::Month => say("个月", " months"),
        TimeUnit::Year => say("年", " years"),
    };
    let count = limit.count;
    match (context.lang, limit.lasting) {
        (tiaoli::Lang::Zh, false) => format!("{from} 起{count}{unit}内"),
        (tiaoli::Lang::Zh, true) => format!("{from} 起，为期{count}{unit}"),
        (tiaoli::Lang::En, false) => format!("within {count}{unit} of {from}"),
        (tiaoli::Lang::En, true) => format!("for {count}{unit} from {from}"),
    }
}

fn what(step: &Step, context: &Context<'_>) -> String {
    let say = |zh: &'static str, en: &'static str| crate::surroundings::say(context.lang, zh, en);
    let mut parts: Vec<String> = Vec::new();
    let mut put = |head: &str, of: &[String]| {
        if !of.is_empty() {
            parts.push(format!("{head}{}", of.join("、")));
        }
    };
    put(say("由 ", "by "), &step.by);
    put(say("向 ", "with "), step.to.as_slice());
    put(say("提交 ", "submit "), &step.submits);
    put(say("须 ", "must "), &step.must);
    put(say("不得 ", "must not "), &step.must_not);
    put(say("违反的适用 ", "a breach falls under "), step.breach.as_slice());
    parts.join(say("；", "; "))
}

/// `2025-06-30`, `不早于 2025-06-30`, `缺 申请日期`.
fn date(program: &Program, it: &Deadline, context: &Context<'_>) -> String {
    let say = |zh: &'static str, en: &'static str| crate::surroundings::say(context.lang, zh, en);
    let mut text = match it.date {
        Some(date) if it.at_least => format!("{}{date}", say("不早于 ", "not before ")),
        Some(date) => date.to_string(),
        None => {
            let names: Vec<String> = it
                .needs
                .iter()
                .filter_map(|fact| program.facts.get(*fact))
                .map(|fact| say_name(context, &fact.name))
                .collect();
            if names.is_empty() { String::new() } else { format!("{}{}", say("缺 ", "lacking "), names.join("、")) }
        }
    };
    if let Some(done) = it.done {
        text.push_str(&format!("{}{done}", say(" 已办 ", " done ")));
    }
    text
}
