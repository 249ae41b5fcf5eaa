//! The corpus that every binding is run through: applications, and what each of them comes to in Rust.
//!
//! `corpus FOLDER` writes `policy.tlc`, `applications.jsonl` (every golden case and ten thousand generated applications, a
//! tenth of them with something impossible) and `decisions.jsonl`, a line for a line.

use std::io::Write;
use std::path::PathBuf;
use tiaoli::compiled::write;
use tiaoli::{Layout, cases, compile, contents, decision_json, parse, print, refusal, select};
use tiaoli_tests::generate::{SPARSE, USUAL, hostile, valid};
use tiaoli_tests::policy::package;

/// How many applications are generated.
const GENERATED: u64 = 10_000;

fn main() -> std::io::Result<()> {
    let folder = PathBuf::from(std::env::args_os().nth(1).expect("the folder to write to"));
    std::fs::create_dir_all(&folder)?;
    let package = package("policies/binjiang-ai");
    let compiled = compile(&package);
    let program = compiled.program.expect("the first policy compiles");
    std::fs::write(folder.join("policy.tlc"), write(&contents(&package, program.clone())).expect("it can be built"))?;
    let golden = compiled.cases.iter().map(|case| cases::node(&case.given).json());
    let generated = (0..GENERATED).map(|seed| {
        let odds = if seed % 4 == 0 { SPARSE } else { USUAL };
        let application = if seed % 10 == 9 { hostile(seed, odds) } else { valid(seed, odds) };
        application.to_string()
    });
    let selection = select(&program, &[]).expect("the chosen readings hold together");
    let mut applications = std::io::BufWriter::new(std::fs::File::create(folder.join("applications.jsonl"))?);
    let mut decisions = std::io::BufWriter::new(std::fs::File::create(folder.join("decisions.jsonl"))?);
    for application in golden.chain(generated) {
        writeln!(applications, "{application}")?;
        let read = parse(application.as_bytes(), tiaoli::Format::Json).and_then(|node| tiaoli::read(&program, &node));
        let answer = match read {
            Ok(it) => decision_json(&program, &tiaoli::decide(&program, &selection, &it)),
            Err(refused) => refusal(&refused),
        };
        writeln!(decisions, "{}", print(&answer, Layout::Line))?;
    }
    applications.flush()?;
    decisions.flush()
}
