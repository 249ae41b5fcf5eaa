//! The book says what is so: every block of `docs/book/src` is run, every link leads somewhere, every page is listed.
//! `TIAOLI_BLESS=1` writes what came out in place of what was expected.

use libtest_mimic::{Arguments, Failed, Trial};
use std::process::ExitCode;
use std::sync::Mutex;
use tiaoli_tests::book::{
    PROCESS, Sheet, WORDS, broken, check, folder, map, sheets, summary, tiaoli, untold, walk, words,
};
use tiaoli_tests::suite::Finding;

/// One page is rewritten at a time.
static WRITING: Mutex<()> = Mutex::new(());

fn main() -> ExitCode {
    let mut arguments = std::env::args_os().skip(1);
    if arguments.next().is_some_and(|it| it == PROCESS) {
        return tiaoli(arguments);
    }
    let mut trials = vec![
        Trial::test("the table of contents lists every page", contents),
        Trial::test("the map names every structure", structures),
        Trial::test("the table of words is the language's", table_of_words),
        Trial::test("the pages on the command line tell of every verb and option", || said(untold(&sheets()))),
    ];
    for sheet in sheets() {
        let name = sheet.name.clone();
        trials.push(Trial::test(format!("{name}: links"), {
            let sheet = sheet.clone();
            move || said([broken(&sheet), sheet.astray()].concat())
        }));
        if sheet.is_walk() {
            trials.push(Trial::test(format!("{name}: from beginning to end"), move || {
                run(&name, |sheet| {
                    let folder = tempfile::tempdir().expect("a folder can be made");
                    walk(sheet, folder.path())
                })
            }));
            continue;
        }
        for section in sheet.page.sections {
            let (name, heading) = (name.clone(), section.name);
            trials.push(Trial::test(format!("{name}: {heading}"), move || {
                run(&name, |sheet| {
                    let section = sheet.page.sections.iter().find(|it| it.name == heading);
                    check(sheet, section.expect("the section was there"))
                })
            }));
        }
    }
    libtest_mimic::run(&Arguments::from_args(), trials).exit_code()
}

fn bless() -> bool {
    std::env::vars().any(|(name, value)| name == "TIAOLI_BLESS" && value == "1")
}

/// Runs what is on a page, and rewrites it if so asked.
fn run(name: &str, judge: impl FnOnce(&Sheet) -> Vec<Finding>) -> Result<(), Failed> {
    let bless = bless();
    let _writing = bless.then(|| WRITING.lock());
    let sheet = Sheet::read(name);
    let findings = judge(&sheet);
    if bless {
        let texts: Vec<_> = findings.iter().filter_map(|it| it.block.clone()).collect();
        if !texts.is_empty() {
            std::fs::write(folder().join(name), sheet.page.with(&texts))?;
        }
    }
    said(findings.into_iter().filter(|it| !bless || it.block.is_none()).map(|it| it.why).collect())
}

fn said(findings: Vec<String>) -> Result<(), Failed> {
    if findings.is_empty() { Ok(()) } else { Err(findings.join("\n").into()) }
}

/// The table of contents has a line for every page and every structure.
fn contents() -> Result<(), Failed> {
    let path = folder().join("SUMMARY.md");
    let (made, wrong) = summary(&std::fs::read_to_string(&path)?, &sheets());
    rewritten(&path, &made, wrong)
}

/// The map has a row for every structure, with the page and the package that are there.
fn structures() -> Result<(), Failed> {
    let (made, wrong) = map(&sheets());
    rewritten(&folder().join("structures/README.md"), &made, wrong)
}

/// Every word of the language, with the page that tells of it.
fn table_of_words() -> Result<(), Failed> {
    let (made, wrong) = words(&sheets());
    rewritten(&folder().join(WORDS), &made, wrong)
}

fn rewritten(path: &std::path::Path, made: &str, wrong: Vec<String>) -> Result<(), Failed> {
    if bless() {
        let _writing = WRITING.lock();
        std::fs::write(path, made)?;
        return said(wrong.into_iter().filter(|it| !it.contains("TIAOLI_BLESS")).collect());
    }
    said(wrong)
}
