//! The editions of one policy: a folder with a package for each. Which of them applies, the date of evaluation says;
//! a program knows nothing of the others.

mod each;

use crate::application::Written;
use crate::files::shown;
use crate::package::{self, MANIFEST};
use crate::report::Failure;
use crate::surroundings::Context;
use serde_json::{Value as Json, json};
use std::path::{Path, PathBuf};
use tiaoli::date::Date;
use tiaoli::{Code, Diagnostic, Node, Problems, Value};

pub(crate) use each::each;

/// The most editions of a policy.
const MOST: usize = 200;

/// One edition.
#[derive(Clone, Debug)]
pub(crate) struct Edition {
    /// Its package.
    pub(crate) folder: PathBuf,
    /// The name of the policy.
    name: String,
    /// What it is called.
    pub(crate) edition: String,
    /// Its first day.
    from: Option<Date>,
    /// Its last day; `None` = without end.
    until: Option<Date>,
}

/// The editions in a folder, the earliest first; `None` where the folder is a package itself, or has none in it.
///
/// # Errors
///
/// A manifest that is not one.
pub(crate) fn of(folder: &Path) -> Result<Option<Vec<Edition>>, Failure> {
    if folder.join(MANIFEST).exists() {
        return Ok(None);
    }
    let inside = inside(folder);
    if inside.len() > MOST {
        return Err(Failure::finding(Diagnostic::new(Code::TOO_MANY_EDITIONS).arg("most", MOST)));
    }
    let mut editions = Vec::new();
    for folder in inside {
        let manifest = package::load_manifest(&folder)?;
        let date = |said: &Option<String>| said.as_deref().and_then(Date::parse);
        let (from, until) = (date(&manifest.valid_from), date(&manifest.valid_until));
        editions.push(Edition { folder, name: manifest.name, edition: manifest.edition, from, until });
    }
    editions.sort_by(|one, other| (one.from, &one.folder).cmp(&(other.from, &other.folder)));
    Ok((!editions.is_empty()).then_some(editions))
}

/// The packages in a folder by name.
pub(crate) fn inside(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    let mut packages: Vec<PathBuf> =
        entries.filter_map(|entry| Some(entry.ok()?.path())).filter(|path| path.join(MANIFEST).is_file()).collect();
    packages.sort();
    packages
}

/// What is wrong between the editions: days that none or two of them cover, and what keeps the tool from telling.
pub(crate) fn problems(folder: &Path, editions: &[Edition]) -> Problems {
    let mut problems = Problems::new();
    let mut say = |problem: Diagnostic| problems.push(problem);
    let mut names: Vec<&str> = editions.iter().map(|it| it.name.as_str()).collect();
    names.sort_unstable();
    names.dedup();
    if names.len() > 1 {
        say(Diagnostic::new(Code::EDITIONS_OF_SEVERAL).arg("path", shown(folder)).arg("names", names.join("、")));
        return problems;
    }
    for (at, it) in editions.iter().enumerate() {
        let place = || shown(&it.folder);
        if editions.iter().take(at).any(|other| other.edition == it.edition) {
            say(Diagnostic::new(Code::EDITION_TWICE).arg("edition", &*it.edition).arg("path", place()));
        }
        match (it.from, it.until) {
            (None, _) => say(Diagnostic::new(Code::EDITION_WITHOUT_START).arg("path", place())),
            (Some(from), Some(until)) if until < from => say(Diagnostic::new(Code::EDITION_BACKWARDS)
                .arg("edition", &*it.edition)
                .arg("from", from.to_string())
                .arg("until", until.to_string())
                .arg("path", place())),
            _ => {}
        }
    }
    if problems.is_empty() {
        for pair in editions.windows(2) {
            if let [one, other] = pair {
                problems.extend(between(one, other));
            }
        }
    }
    problems
}

/// The days between two editions that follow each other.
fn between(one: &Edition, other: &Edition) -> Problems {
    let mut problems = Problems::new();
    let Some(from) = other.from else { return problems };
    let day = |date: Date, by: i32| Date::from_days(date.days().saturating_add(by)).unwrap_or(date);
    let said = |code: Code, first: Date, last: Option<Date>| {
        let open = || Value::said("以后", "on");
        Diagnostic::new(code)
            .arg("one", &*one.edition)
            .arg("other", &*other.edition)
            .arg("first", first.to_string())
            .arg("last", last.map_or_else(open, |last| Value::said(format!("至 {last}"), format!("to {last}"))))
            .arg("before", day(from, -1).to_string())
            .arg("path", shown(&one.folder.join(MANIFEST)))
    };
    match one.until {
        None => problems.push(said(Code::EDITIONS_OVERLAP, from, other.until)),
        Some(until) if until >= from => {
            let last = other.until.map_or(until, |other| other.min(until));
            problems.push(said(Code::EDITIONS_OVERLAP, from, Some(last)));
        }
        Some(until) if day(until, 1) < from => {
            problems.push(said(Code::EDITIONS_GAP, day(until, 1), Some(day(from, -1))));
        }
        Some(_) => {}
    }
    problems
}

/// The package that a verb works with: the folder itself, or the edition that the application's date calls for.
///
/// # Errors
///
/// The editions are not in order, or none applies on that day.
pub(crate) fn chosen(folder: &Path, written: &Written) -> Result<PathBuf, Failure> {
    let Some(editions) = of(folder)? else { return Ok(folder.to_path_buf()) };
    let problems = problems(folder, &editions);
    if !problems.is_empty() {
        return Err(Failure { problems, ..Failure::finding(Diagnostic::new(Code::EDITIONS_GAP)) });
    }
    let last = || editions.last().map_or_else(|| folder.to_path_buf(), |it| it.folder.clone());
    // An application without a date is refused under any edition, in the same words.
    let Some(date) = as_of(written) else { return Ok(last()) };
    let covers = |it: &&Edition| it.from.is_some_and(|from| from <= date) && it.until.is_none_or(|until| date <= until);
    match editions.iter().find(covers) {
        Some(it) => Ok(it.folder.clone()),
        None => Err(Failure::finding(outside(date, &editions))),
    }
}

/// A day before the first or after the last edition.
fn outside(date: Date, editions: &[Edition]) -> Diagnostic {
    let first = editions.first().and_then(|it| Some((it, it.from?)));
    let last = editions.last().and_then(|it| Some((it, it.until?)));
    let why = match (first, last) {
        (Some((it, from)), _) if date < from => Value::said(
            format!("第一版（{}）自 {from} 起适用", it.edition),
            format!("the first edition ({}) applies from {from}", it.edition),
        ),
        (_, Some((it, until))) => Value::said(
            format!("最后一版（{}）适用至 {until}", it.edition),
            format!("the last edition ({}) applies until {until}", it.edition),
        ),
        _ => Value::said("没有一版包含这一天", "no edition has this day"),
    };
    Diagnostic::new(Code::NO_EDITION).arg("date", date.to_string()).arg("why", why)
}

fn as_of(written: &Written) -> Option<Date> {
    let Ok(Node::Map(entries)) = &written.node else { return None };
    match entries.iter().find(|(key, _)| key == "as_of") {
        Some((_, Node::Text(said))) => Date::parse(said),
        _ => None,
    }
}

/// A verb works with one package; this folder has several editions.
pub(crate) fn which(folder: &Path, inside: &[PathBuf]) -> Failure {
    let paths: Vec<String> = inside.iter().map(|path| shown(path)).collect();
    Failure::finding(Diagnostic::new(Code::WHICH_EDITION).arg("path", shown(folder)).arg("paths", Value::list(paths)))
}

impl Edition {
    /// `版次 2021（2021-01-01 至 2022-12-31）`
    fn heading(&self, context: &Context<'_>) -> String {
        let day = |date: Option<Date>| date.map(|it| it.to_string());
        let from = day(self.from).unwrap_or_else(|| "?".to_owned());
        let until = day(self.until);
        match context.lang {
            tiaoli::Lang::Zh => {
                let until = until.map_or("以后".to_owned(), |until| format!("至 {until}"));
                format!("版次 {}（{from} {until}）{}", self.edition, shown(&self.folder))
            }
            tiaoli::Lang::En => {
                let until = until.map_or("on".to_owned(), |until| format!("to {until}"));
                format!("edition {} ({from} {until}) {}", self.edition, shown(&self.folder))
            }
        }
    }

    fn json(&self, result: Json) -> Json {
        let day = |date: Option<Date>| date.map(|it| it.to_string());
        json!({
            "edition": self.edition,
            "folder": shown(&self.folder),
            "valid_from": day(self.from),
            "valid_until": day(self.until),
            "result": result,
        })
    }
}
