//! A progress bar on standard error, where that is a terminal; nothing elsewhere.

use crate::surroundings::Context;
use std::io::{IsTerminal, Write, stderr};
use std::sync::atomic::{AtomicUsize, Ordering};

/// Cells of the bar.
const CELLS: usize = 30;

/// How far a long work has come.
#[derive(Debug)]
pub(crate) struct Progress {
    shown: bool,
    what: String,
    /// The last percent that was drawn, so that nothing is drawn twice.
    percent: AtomicUsize,
}

impl Progress {
    /// A bar for `what`; quiet where standard error is no terminal.
    pub(crate) fn new(context: &Context<'_>, what: &str) -> Self {
        Self {
            shown: context.colour_err && stderr().is_terminal(),
            what: what.to_owned(),
            percent: AtomicUsize::new(101),
        }
    }

    /// `done` of `all`.
    pub(crate) fn at(&self, done: usize, all: usize) {
        let percent = done.saturating_mul(100).checked_div(all).unwrap_or(100);
        if self.shown && self.percent.swap(percent, Ordering::Relaxed) != percent {
            let full = percent.saturating_mul(CELLS) / 100;
            let bar = format!("{}{}", "━".repeat(full), " ".repeat(CELLS.saturating_sub(full)));
            let _shown = write!(stderr(), "\r{} {bar} {percent:>3}% {done}/{all}", self.what);
        }
    }

    /// Takes the bar away.
    pub(crate) fn clear(&self) {
        if self.shown {
            let _shown = write!(stderr(), "\r\u{1b}[2K");
        }
    }
}
