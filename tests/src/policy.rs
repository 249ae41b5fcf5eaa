//! Policy packages of the repository, compiled.

use std::path::{Path, PathBuf};
use tiaoli::{Compiled, File, Manifest, Package, compile};

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
        manifest: Manifest {
            name: folder.file_name().unwrap().to_str().unwrap().to_owned(),
            edition: "1".to_owned(),
            source: "source.txt".to_owned(),
            language: "1".to_owned(),
            ..Manifest::default()
        },
        source: read("source.txt"),
        cuts: read("source.clauses"),
        lock: folder.join("source.lock").exists().then(|| read("source.lock")),
        rules: rules.iter().map(|name| read(name)).collect(),
        companions: Vec::new(),
    }
}

/// The first policy, compiled.
#[must_use]
pub fn first() -> Compiled {
    compile(&package("policies/binjiang-ai"))
}
