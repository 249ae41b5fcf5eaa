//! Runs the command line in process, with a terminal of 80 columns and no colour.

use tiaoli::Lang;
use tiaoli_cli::{Exit, Surroundings, run};

/// The package of the tests.
pub(crate) const PARK: &str = "tests/data/park";

/// What a run printed.
#[derive(Debug)]
pub(crate) struct Ran {
    pub(crate) stdout: String,
    pub(crate) stderr: String,
    pub(crate) exit: Exit,
}

/// Runs a line of arguments.
pub(crate) fn tiaoli(arguments: &[&str], stdin: &[u8]) -> Ran {
    tiaoli_at(80, arguments, stdin)
}

/// As [`tiaoli`], in a terminal of that many columns.
pub(crate) fn tiaoli_at(width: usize, arguments: &[&str], stdin: &[u8]) -> Ran {
    let around = Surroundings { lang: Lang::En, width, colour_out: false, colour_err: false };
    let (mut stdout, mut stderr, mut stdin) = (Vec::new(), Vec::new(), stdin);
    let arguments = std::iter::once("tiaoli").chain(arguments.iter().copied()).map(Into::into);
    let exit = run(arguments, &around, &mut stdin, &mut stdout, &mut stderr);
    let text = |bytes| String::from_utf8(bytes).expect("output is UTF-8");
    Ran { stdout: text(stdout), stderr: text(stderr), exit }
}

/// The line, what it printed on each stream, and how it ended: one picture.
pub(crate) fn picture(line: &str, stdin: &[u8]) -> String {
    let arguments: Vec<&str> = line.split_whitespace().collect();
    shown(line, &tiaoli(&arguments, stdin))
}

/// As [`picture`], of a run that is over.
pub(crate) fn shown(line: &str, ran: &Ran) -> String {
    let mut text = format!("$ tiaoli {line}\n");
    for (name, stream) in [("stdout", &ran.stdout), ("stderr", &ran.stderr)] {
        if !stream.is_empty() {
            text.push_str(&format!("─── {name}\n{stream}"));
        }
    }
    text.push_str(&format!("─── exit {}\n", ran.exit.code()));
    text
}
