//! Hands the process's arguments and streams to [`tiaoli_cli::run`].

use std::io::{stderr, stdin, stdout};
use std::process::ExitCode;

fn main() -> ExitCode {
    let around = tiaoli_cli::Surroundings::of_process();
    tiaoli_cli::run(std::env::args_os(), &around, &mut stdin().lock(), &mut stdout().lock(), &mut stderr().lock())
        .into()
}
