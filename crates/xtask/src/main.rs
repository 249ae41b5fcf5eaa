//! upkeep of the house: tidy
//!
//! `cargo xtask tidy` checks what `docs/architecture.md` states as absences.

mod tidy;

use std::io::Write;
use std::process::ExitCode;

fn main() -> ExitCode {
    let mut out = std::io::stdout().lock();
    let asked: Vec<String> = std::env::args().skip(1).collect();
    if asked != ["tidy"] {
        let _ = writeln!(out, "usage: cargo xtask tidy");
        return ExitCode::from(2);
    }
    let findings = tidy::run();
    for finding in &findings {
        let _ = writeln!(out, "{finding}");
    }
    let _ = writeln!(out, "tidy: {} findings", findings.len());
    if findings.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
