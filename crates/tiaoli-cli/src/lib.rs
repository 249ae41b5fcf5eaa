//! the command line: reads files and prints; decides nothing
//!
//! [`run`] is the whole program: arguments and streams in, an [`Exit`] out. Each verb has a file under `command` that
//! holds its arguments and one function from them to a `Report`: two texts and an exit. Nothing is written before the
//! verb is done, so that a reader never sees half an answer.
//!
//! What this crate does not do: it computes no award and judges no policy. It asks `tiaoli` and prints what comes back.

mod application;
mod args;
mod command;
mod companions;
mod compare;
mod editions;
mod explain;
mod files;
mod manifest;
mod package;
mod page;
mod policy;
mod queue;
mod readings;
mod render;
mod report;
mod statement;
mod surroundings;
mod table;

pub use report::Exit;
pub use surroundings::Surroundings;

use args::Cli;
use clap::Parser;
use report::Report;
use std::ffi::OsString;
use std::io::{Read, Write};
use surroundings::Context;

/// Runs one command line. Output that nobody reads any more is no error.
pub fn run(
    arguments: impl IntoIterator<Item = OsString>,
    around: &Surroundings,
    stdin: &mut dyn Read,
    stdout: &mut dyn Write,
    stderr: &mut dyn Write,
) -> Exit {
    let report = match Cli::try_parse_from(arguments) {
        Ok(cli) => {
            let mut context = Context::new(around, cli.lang, stdin);
            context.signed_by = cli.signed_by;
            command::run(cli.verb, &mut context)
        }
        Err(error) => usage(&error, around),
    };
    // A closed pipe is how `| head` says that it has seen enough.
    let _closed = write(stdout, &report.stdout);
    let _closed = write(stderr, &report.stderr);
    report.exit
}

fn write(stream: &mut dyn Write, text: &str) -> std::io::Result<()> {
    stream.write_all(text.as_bytes())?;
    stream.flush()
}

/// What clap has to say: help and version on standard output, faults on standard error.
fn usage(error: &clap::Error, around: &Surroundings) -> Report {
    let said = error.render();
    if error.use_stderr() {
        let text = if around.colour_err { said.ansi().to_string() } else { said.to_string() };
        return Report { stdout: String::new(), stderr: text, exit: Exit::Usage };
    }
    let text = if around.colour_out { said.ansi().to_string() } else { said.to_string() };
    Report { stdout: text, stderr: String::new(), exit: Exit::Fine }
}
