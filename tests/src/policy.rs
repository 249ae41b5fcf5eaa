//! Policy packages of the repository, compiled.

use serde_json::Value;
use std::path::{Path, PathBuf};
use tiaoli::{
    Application, Compiled, File, Format, Lang, Manifest, Package, Program, Reader, Selection, compile, parse, select,
};

/// The root of the repository.
#[must_use]
pub fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here).to_owned()
}

/// The texts of a package in a folder below the root.
#[must_use]
pub fn package(folder: &str) -> Package {
    let folder = root().join(folder);
    let read = |name: &str| File { name: name.to_owned(), text: std::fs::read_to_string(folder.join(name)).unwrap() };
    let mut rules: Vec<String> = std::fs::read_dir(&folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| name.ends_with(".tiaoli"))
        .collect();
    rules.sort();
    Package {
        manifest: manifest(folder.file_name().unwrap().to_str().unwrap()),
        source: read("source.txt"),
        cuts: read("source.clauses"),
        lock: folder.join("source.lock").exists().then(|| read("source.lock")),
        rules: rules.iter().map(|name| read(name)).collect(),
        companions: Vec::new(),
    }
}

/// The manifest of a package that a test writes.
#[must_use]
pub fn manifest(name: &str) -> Manifest {
    Manifest {
        name: name.to_owned(),
        edition: "1".to_owned(),
        source: "source.txt".to_owned(),
        language: "1".to_owned(),
        ..Manifest::default()
    }
}

/// A package of a document, its cuts and one file of rules, compiled; its chosen readings.
///
/// # Panics
///
/// It does not compile.
#[must_use]
pub fn written(name: &str, source: &str, cuts: &str, rules: &str) -> (Compiled, Selection) {
    let file = |name: &str, text: &str| File { name: name.to_owned(), text: text.to_owned() };
    let compiled = compile(&Package {
        manifest: manifest(name),
        source: file("source.txt", source),
        cuts: file("source.clauses", cuts),
        lock: None,
        rules: vec![file("rules.tiaoli", rules)],
        companions: Vec::new(),
    });
    let said = compiled.problems.show(&compiled.sources, Lang::Zh).unwrap();
    let Some(program) = &compiled.program else { panic!("{said}") };
    let selection = select(program, &[]).unwrap();
    (compiled, selection)
}

/// What a program makes of an application in JSON.
///
/// # Panics
///
/// It is refused.
#[must_use]
pub fn read(program: &Program, application: &Value) -> Application {
    let node = parse(application.to_string().as_bytes(), Format::Json).unwrap();
    Reader::new(program).read(&node).unwrap_or_else(|refused| panic!("{refused:?}\n{application}"))
}

/// The first policy, compiled.
#[must_use]
pub fn first() -> Compiled {
    compile(&package("policies/binjiang-ai"))
}
