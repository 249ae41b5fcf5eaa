//! The pages on the command line tell of every verb and every option.

use super::console::reading;
use super::page::Sheet;

/// The pages.
const PAGES: [&str; 2] = ["reference/cli.md", "en/cli.md"];

/// Verbs and options that a page does not tell of.
#[must_use]
pub fn untold(sheets: &[Sheet]) -> Vec<String> {
    let mut missing = Vec::new();
    let mut said: Vec<(String, Vec<String>)> = Vec::new();
    for verb in verbs() {
        let options = options(&verb);
        said.push((verb, options));
    }
    for page in PAGES {
        let Some(sheet) = sheets.iter().find(|it| it.name == page) else {
            missing.push(format!("there is no {page}"));
            continue;
        };
        for (verb, options) in &said {
            if !sheet.text.contains(&format!("`tiaoli {verb}")) {
                missing.push(format!("{page} does not tell of `tiaoli {verb}`"));
            }
            for option in options.iter().filter(|it| !sheet.text.contains(it.as_str())) {
                missing.push(format!("{page} does not tell of {option} of `tiaoli {verb}`"));
            }
        }
    }
    missing.sort();
    missing.dedup();
    missing
}

fn verbs() -> Vec<String> {
    let help = reading("en").printed("tiaoli --help");
    let commands = help.split("Commands:\n").nth(1).and_then(|it| it.split("\n\n").next()).unwrap_or_default();
    let names = commands.lines().filter(|line| line.starts_with("  ") && !line.starts_with("   "));
    let names = names.filter_map(|line| line.split_whitespace().next());
    names.filter(|name| *name != "help").map(str::to_owned).collect()
}

fn options(verb: &str) -> Vec<String> {
    let help = reading("en").printed(&format!("tiaoli {verb} --help"));
    let words = help.lines().map(str::trim_start).filter(|line| line.starts_with('-'));
    let options = words.flat_map(|line| line.split([' ', ',', '=']).filter(|word| word.starts_with("--")));
    options.filter(|word| *word != "--help").map(str::to_owned).collect()
}
