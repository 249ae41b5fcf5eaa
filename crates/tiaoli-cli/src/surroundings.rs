//! What a run depends on beside its arguments: the terminal, the locale, standard input.

use crate::args::Language;
use anstream::{AutoStream, ColorChoice};
use std::io::{Read, stderr, stdout};
use std::path::PathBuf;
use tiaoli::Lang;

/// Columns of output where there is no terminal to ask.
const USUAL_WIDTH: usize = 80;

/// What the process stands in.
#[derive(Clone, Copy, Debug)]
pub struct Surroundings {
    /// The language of messages where `--lang` is not given.
    pub lang: Lang,
    /// Columns of output.
    pub width: usize,
    /// Whether standard output takes colour.
    pub colour_out: bool,
    /// Whether standard error takes colour.
    pub colour_err: bool,
}

impl Surroundings {
    /// Asks the terminal and the locale.
    #[must_use]
    pub fn of_process() -> Self {
        let chinese = sys_locale::get_locale().is_some_and(|locale| locale.to_ascii_lowercase().starts_with("zh"));
        let width = terminal_size::terminal_size().map_or(USUAL_WIDTH, |(width, _)| usize::from(width.0));
        Self {
            lang: if chinese { Lang::Zh } else { Lang::En },
            width: width.clamp(40, 120),
            colour_out: AutoStream::choice(&stdout()) != ColorChoice::Never,
            colour_err: AutoStream::choice(&stderr()) != ColorChoice::Never,
        }
    }
}

/// What a verb works with.
pub(crate) struct Context<'a> {
    /// The language of messages.
    pub(crate) lang: Lang,
    /// The language that `--lang` asks for.
    pub(crate) asked: Option<Language>,
    /// Columns of output.
    pub(crate) width: usize,
    /// Whether standard output takes colour.
    pub(crate) colour_out: bool,
    /// Whether standard error takes colour.
    pub(crate) colour_err: bool,
    /// Whose signature a compiled file must have, if anybody's.
    pub(crate) signed_by: Option<PathBuf>,
    /// Standard input.
    pub(crate) stdin: &'a mut dyn Read,
}

impl<'a> Context<'a> {
    pub(crate) fn new(around: &Surroundings, asked: Option<Language>, stdin: &'a mut dyn Read) -> Self {
        let lang = match asked {
            Some(Language::Zh) => Lang::Zh,
            Some(Language::En) => Lang::En,
            None => around.lang,
        };
        Self {
            lang,
            asked,
            width: around.width,
            colour_out: around.colour_out,
            colour_err: around.colour_err,
            signed_by: None,
            stdin,
        }
    }

    /// One of two wordings.
    pub(crate) fn say<'t>(&self, zh: &'t str, en: &'t str) -> &'t str {
        say(self.lang, zh, en)
    }
}

/// One of two wordings.
pub(crate) fn say<'t>(lang: Lang, zh: &'t str, en: &'t str) -> &'t str {
    match lang {
        Lang::Zh => zh,
        Lang::En => en,
    }
}
