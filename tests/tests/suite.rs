//! Runs `tests/suite`: one test for each section. `TIAOLI_BLESS=1` writes what came out in place of what was expected.

use libtest_mimic::{Arguments, Failed, Trial};
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use tiaoli_tests::suite::{Page, run};

/// One page is rewritten at a time.
static WRITING: Mutex<()> = Mutex::new(());

fn main() {
    let arguments = Arguments::from_args();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("suite");
    let mut trials = Vec::new();
    for path in pages(&folder) {
        let text = std::fs::read_to_string(&path).expect("a page of the suite is text");
        let page = Page::read(&text);
        let name = path.strip_prefix(&folder).unwrap_or(&path).with_extension("").display().to_string();
        for section in page.sections {
            let path = path.clone();
            trials.push(Trial::test(format!("{name}: {}", section.name), move || check(&path, &section.name)));
        }
    }
    libtest_mimic::run(&arguments, trials).exit();
}

fn check(path: &Path, name: &str) -> Result<(), Failed> {
    let bless = std::env::vars().any(|(name, value)| name == "TIAOLI_BLESS" && value == "1");
    let _writing = bless.then(|| WRITING.lock());
    let page = Page::read(&std::fs::read_to_string(path)?);
    let section = page.sections.iter().find(|it| it.name == name).expect("the section was there");
    let findings = run(section);
    if bless {
        let texts: Vec<_> = findings.iter().filter_map(|it| it.block.clone()).collect();
        if !texts.is_empty() {
            std::fs::write(path, page.with(&texts))?;
        }
    }
    let left: Vec<String> = findings.into_iter().filter(|it| !bless || it.block.is_none()).map(|it| it.why).collect();
    if left.is_empty() { Ok(()) } else { Err(left.join("\n").into()) }
}

fn pages(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).expect("a folder of the suite can be read") {
        let path = entry.expect("an entry of a folder can be read").path();
        if path.is_dir() {
            found.extend(pages(&path));
        } else if path.extension().is_some_and(|it| it == "md") {
            found.push(path);
        }
    }
    found.sort();
    found
}
