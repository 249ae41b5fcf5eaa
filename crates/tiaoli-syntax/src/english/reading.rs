//! Readings.

use super::literal::ids;
use super::names::Names;
use super::{item, settlement};
use crate::ast::{Choice, ReadingItem, ReadingOption, Replacement};

pub(super) fn reading(names: &Names, it: &ReadingItem) -> String {
    let mut said = format!("Question {} “{}”, about {}\n", it.id.text, it.question.text, ids(&it.about));
    said.push_str(&format!(
        "  Chosen {} “{}”, because “{}”.\n",
        it.chosen.id.text, it.chosen.words.text, it.reason.text
    ));
    said.extend(it.others.iter().map(|it| option(names, it)));
    said
}

fn option(names: &Names, it: &ReadingOption) -> String {
    let head = format!("  Other {} “{}”", it.id.text, it.words.text);
    match &it.choice {
        Choice::AsWritten => format!("{head}.\n"),
        Choice::Instead(sentences) => {
            let sentences = sentences.iter().map(|it| match it {
                Replacement::Sentence(it) => item::sentence(names, it, 4),
                Replacement::Settlement(it) => settlement::sentence(names, it, 4),
            });
            format!("{head}; it would say instead:\n{}", sentences.collect::<String>())
        }
        Choice::Same(why) => format!("{head}; the result is the same: “{}”.\n", why.text),
        Choice::NotComputed(lacks) => format!("{head}; not computed, for lack of “{}”.\n", lacks.text),
    }
}
