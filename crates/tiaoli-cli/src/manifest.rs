//! `tiaoli.toml`: what a tool needs to know of a package before it parses it.

use tiaoli::date::Date;
use tiaoli::{Code, Diagnostic, FileId, Manifest, Problems, Span, Value, suggest};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// The version of the language that this tool reads.
pub(crate) const LANGUAGE: &str = "1";
/// The keys that must stand.
const NEEDED: [&str; 3] = ["name", "edition", "language"];
/// Every key: `title` and `published` are for people, and for other tools.
const KEYS: [&str; 9] =
    ["name", "edition", "language", "source", "title", "published", "with", "valid_from", "valid_until"];

/// Reads a manifest; everything that is wrong with it is a problem at its place in `file`.
pub(crate) fn read(text: &str, file: FileId, problems: &mut Problems) -> Manifest {
    let table = match DeTable::parse(text) {
        Ok(table) => table,
        Err(error) => {
            let range = error.span().unwrap_or(0..0);
            let said = error.message().replace('\n', "; ");
            problems.push(
                Diagnostic::new(Code::MANIFEST_SYNTAX).at(Span::new(file, range.start, range.end)).arg("said", said),
            );
            return Manifest::default();
        }
    };
    let place = |range: std::ops::Range<usize>| Span::new(file, range.start, range.end);
    let mut manifest = Manifest { source: "source.txt".to_owned(), ..Manifest::default() };
    for (key, value) in table.get_ref() {
        let name: &str = key.get_ref();
        if !KEYS.contains(&name) {
            problems.push(
                Diagnostic::new(Code::MANIFEST_KEY).at(place(key.span())).arg("key", name).arg("help", help(name)),
            );
            continue;
        }
        if name == "with" {
            companions(value, &place, &mut manifest, problems);
            continue;
        }
        let Some(text) = words(value) else {
            problems.push(Diagnostic::new(Code::MANIFEST_VALUE).at(place(value.span())).arg("key", name));
            continue;
        };
        match name {
            "name" => manifest.name = text,
            "edition" => manifest.edition = text,
            "language" if text != LANGUAGE => {
                let problem = Diagnostic::new(Code::LANGUAGE_VERSION).at(place(value.span()));
                problems.push(problem.arg("version", text).arg("known", LANGUAGE));
            }
            "language" => manifest.language = text,
            "source" if !is_file_name(&text) => {
                problems.push(Diagnostic::new(Code::DOCUMENT_ELSEWHERE).at(place(value.span())).arg("path", text));
            }
            "source" => manifest.source = text,
            "valid_from" | "valid_until" if Date::parse(&text).is_none() => {
                problems.push(Diagnostic::new(Code::MANIFEST_DATE).at(place(value.span())).arg("key", name));
            }
            "valid_from" => manifest.valid_from = Some(text),
            "valid_until" => manifest.valid_until = Some(text),
            _ => {}
        }
    }
    for key in NEEDED.iter().filter(|key| !table.get_ref().contains_key(**key)) {
        problems.push(Diagnostic::new(Code::MANIFEST_LACKS).at(Span::new(file, 0, 0)).arg("key", key));
    }
    manifest
}

/// with = ["../5050"]: folders, seen from the package's own.
fn companions(
    value: &Spanned<DeValue<'_>>,
    place: &dyn Fn(std::ops::Range<usize>) -> Span,
    manifest: &mut Manifest,
    problems: &mut Problems,
) {
    let DeValue::Array(items) = value.get_ref() else {
        problems.push(Diagnostic::new(Code::MANIFEST_WITH).at(place(value.span())));
        return;
    };
    for item in items {
        match words(item) {
            None => problems.push(Diagnostic::new(Code::MANIFEST_WITH).at(place(item.span()))),
            Some(path) if !is_relative(&path) => {
                problems.push(Diagnostic::new(Code::COMPANION_ELSEWHERE).at(place(item.span())).arg("path", path));
            }
            Some(path) => manifest.with.push(path),
        }
    }
}

/// Whether a path is seen from the package's own folder, and reads the same on every system.
fn is_relative(path: &str) -> bool {
    !path.starts_with('/') && !path.contains(['\\', ':', '\0'])
}

/// A text that is not blank.
fn words(value: &Spanned<DeValue<'_>>) -> Option<String> {
    match value.get_ref() {
        DeValue::String(text) if !text.trim().is_empty() => Some(text.clone().into_owned()),
        _ => None,
    }
}

/// Whether it names a file of the folder itself.
fn is_file_name(text: &str) -> bool {
    !text.contains(['/', '\\', ':', '\0']) && text != "." && text != ".."
}

fn help(key: &str) -> Value {
    match suggest(key, KEYS) {
        Some(near) => Value::said(format!("是否为「{near}」？"), format!("did you mean `{near}`?")),
        None => Value::said(format!("可写：{}", KEYS.join("、")), format!("the keys are {}", KEYS.join(", "))),
    }
}
