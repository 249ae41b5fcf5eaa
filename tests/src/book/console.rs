//! Commands as the book shows them, run in a process and a folder of their own.

use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Stdio};
use tiaoli::Lang;
use tiaoli_cli::{Surroundings, run};

/// The first argument with which the test binary is the command line.
pub const PROCESS: &str = "--as-tiaoli";
/// Columns of the terminal of the book.
const WIDTH: usize = 90;

/// The command line, in a terminal like the one that the book shows. The arguments begin after [`PROCESS`]: the
/// language, then the words of the command.
#[must_use]
pub fn tiaoli(mut arguments: impl Iterator<Item = std::ffi::OsString>) -> ExitCode {
    let lang = if arguments.next().is_some_and(|it| it == "en") { Lang::En } else { Lang::Zh };
    let around = Surroundings { lang, width: WIDTH, colour_out: false, colour_err: false };
    let (mut stdout, mut stderr) = (std::io::stdout().lock(), std::io::stderr().lock());
    run(arguments, &around, &mut std::io::empty(), &mut stdout, &mut stderr).into()
}

/// A block of commands and what they print.
pub(super) struct Console<'a> {
    /// The folder in which the next command runs.
    pub(super) folder: PathBuf,
    /// Whether commands may leave something in it.
    pub(super) writes: bool,
    /// The language of the page.
    pub(super) lang: &'a str,
}

impl Console<'_> {
    /// The block as it comes out, held against what it shows. `Err` says why, and what would have passed.
    pub(super) fn hold(&mut self, shown: &str, exit: i32) -> Result<(), (String, String)> {
        let mut why = Vec::new();
        let mut written = String::new();
        for (command, expected) in commands(shown) {
            let (printed, code) = match self.execute(command) {
                Ok(ran) => ran,
                Err(fault) => (format!("{fault}\n"), exit),
            };
            let printed = lines(&printed);
            if code != exit {
                why.push(format!("`{command}` exits with {code}\n{printed}"));
            }
            written.push_str(&format!("$ {command}\n"));
            if alike(expected, &printed) {
                written.push_str(expected);
            } else {
                why.push(format!("`{command}` prints\n{printed}"));
                written.push_str(&printed);
            }
        }
        if written.is_empty() {
            why.push("no command".to_owned());
        }
        if why.is_empty() { Ok(()) } else { Err((why.join("\n"), written)) }
    }

    /// What a command prints.
    pub(super) fn printed(&mut self, command: &str) -> String {
        self.execute(command).map_or_else(|fault| fault, |(printed, _)| printed)
    }

    /// One command: what it prints on both streams, and how it ends.
    fn execute(&mut self, line: &str) -> Result<(String, i32), String> {
        let (line, target) = match line.split_once(" > ") {
            Some((line, target)) if self.writes => (line, Some(target)),
            _ => (line, None),
        };
        let words: Vec<&str> = line.split_whitespace().collect();
        let output = match words.as_slice() {
            ["cd", folder] => {
                self.folder = self.folder.join(folder);
                return Ok((String::new(), 0));
            }
            ["cat", file] => {
                let text = std::fs::read_to_string(self.folder.join(file)).map_err(|it| it.to_string())?;
                return Ok((text, 0));
            }
            ["tiaoli", ..] => self.spawn(&words)?,
            _ => return Err(format!("no such command: {line}")),
        };
        let mut printed = String::from_utf8_lossy(&output.stdout).into_owned();
        if let Some(target) = target {
            std::fs::write(self.folder.join(target), &printed).map_err(|it| it.to_string())?;
            printed.clear();
        }
        printed.push_str(&String::from_utf8_lossy(&output.stderr));
        Ok((printed, output.status.code().unwrap_or(-1)))
    }

    fn spawn(&self, words: &[&str]) -> Result<std::process::Output, String> {
        let binary = std::env::current_exe().map_err(|it| it.to_string())?;
        Command::new(binary)
            .arg(PROCESS)
            .arg(self.lang)
            .args(words.iter().map(|word| word.trim_matches('"')))
            .current_dir(&self.folder)
            .stdin(Stdio::null())
            .output()
            .map_err(|it| it.to_string())
    }
}

/// The root of the repository, in which only reading commands run.
pub(super) fn reading(lang: &str) -> Console<'_> {
    Console { folder: crate::policy::root(), writes: false, lang }
}

/// An empty folder that the commands of a page may fill.
pub(super) fn writing<'a>(folder: &Path, lang: &'a str) -> Console<'a> {
    Console { folder: folder.to_owned(), writes: true, lang }
}

/// Each command with the lines under it.
fn commands(shown: &str) -> Vec<(&str, &str)> {
    let starts: Vec<usize> = shown.match_indices("$ ").map(|(at, _)| at).filter(|at| begins_line(shown, *at)).collect();
    let ends = starts.iter().skip(1).copied().chain([shown.len()]);
    let parts = starts.iter().zip(ends).map(|(from, to)| &shown[from + "$ ".len()..to]);
    parts.map(|part| part.split_once('\n').unwrap_or((part, ""))).collect()
}

fn begins_line(text: &str, at: usize) -> bool {
    at == 0 || text[..at].ends_with('\n')
}

/// Without blanks at the ends of lines, and with the end of the last.
fn lines(printed: &str) -> String {
    printed.lines().map(|line| format!("{}\n", line.trim_end())).collect()
}

/// Whether a text is as shown; a line `…` stands for any lines.
fn alike(shown: &str, printed: &str) -> bool {
    let mut parts = format!("\n{shown}").split("\n…\n").map(str::to_owned).collect::<Vec<_>>();
    let printed = format!("\n{printed}");
    let last = parts.pop().unwrap_or_default();
    if parts.is_empty() {
        return last == printed;
    }
    let Some(mut rest) = printed.strip_prefix(parts.remove(0).as_str()) else { return false };
    for part in parts {
        match rest.split_once(part.as_str()) {
            Some((_, after)) => rest = after,
            None => return false,
        }
    }
    rest.ends_with(&last)
}
