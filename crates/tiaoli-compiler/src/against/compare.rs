//! One sentence held against the words that it may use, and the figures that no sentence uses.

use super::bounds::Side;
use super::figures::{Figure, figures};
use super::{Encoded, words};
use crate::check::Checked;
use std::collections::BTreeSet;
use tiaoli_eval::program::ClauseId;
use tiaoli_eval::table::Id;
use tiaoli_source::{Code, Diagnostic, Problems, Sources, Span};

/// The words of a clause with their place.
struct Words<'d> {
    text: &'d str,
    span: Span,
    figures: Vec<Figure>,
}

fn words_of<'d>(checked: &'d Checked<'_>, clause: ClauseId) -> Option<Words<'d>> {
    let it = checked.document.clauses.get(clause.index())?;
    let (text, span) = (checked.document.words(it), checked.document.span_of(it.id.as_str())?);
    Some(Words { text, span, figures: figures(text) })
}

/// The text of a rule without comments, each left as blanks so that places stay.
pub(super) fn code(text: &str) -> String {
    let mut quoted = false;
    let mut comment = false;
    let blank = |c: char| " ".repeat(c.len_utf8());
    text.chars()
        .map(|c| {
            match c {
                '\n' => comment = false,
                '“' if !comment => quoted = true,
                '”' if !comment => quoted = false,
                '#' if !quoted => comment = true,
                _ => {}
            }
            if comment && c != '\n' { blank(c) } else { c.to_string() }
        })
        .collect()
}

fn place(of: Span, figure: &Figure) -> Span {
    Span::new(of.file, of.range().start + figure.start, of.range().start + figure.end)
}

/// The figures of a rule: its sentence without the id it starts with, comments and the answers behind it.
fn rule_figures(sources: &Sources, sentence: &Encoded<'_>) -> (String, Vec<Figure>) {
    let text = code(sources.slice(sentence.span).unwrap_or_default());
    let end = text.find("核对说明").unwrap_or(text.len());
    let text = text.get(..end).unwrap_or_default().to_owned();
    let found = figures(&text);
    (text, found)
}

/// The clauses whose words a sentence may use, its own first.
fn allowed(together: &[BTreeSet<ClauseId>], sentence: &Encoded<'_>) -> Vec<ClauseId> {
    let group = together.get(sentence.clause.index()).into_iter().flatten();
    let mut clauses = vec![sentence.clause];
    for clause in sentence.takes_over.iter().chain(group) {
        if !clauses.contains(clause) {
            clauses.push(*clause);
        }
    }
    clauses
}

/// Holds one sentence against its words.
pub(super) fn sentence(
    checked: &Checked<'_>,
    sources: &Sources,
    together: &[BTreeSet<ClauseId>],
    sentence: &Encoded<'_>,
    problems: &mut Problems,
) {
    let Some(own) = words_of(checked, sentence.clause) else { return };
    let id = checked.document.clauses.get(sentence.clause.index()).map(|it| it.id.to_string()).unwrap_or_default();
    let allowed: Vec<Words<'_>> =
        allowed(together, sentence).into_iter().filter_map(|clause| words_of(checked, clause)).collect();
    let (text, said) = rule_figures(sources, sentence);
    let mut found: Vec<Diagnostic> = Vec::new();
    let mut used: Vec<(&Figure, &Figure)> = Vec::new();
    for figure in said.iter().filter(|it| !it.quoted && it.value != 0) {
        let shown = text.get(figure.start..figure.end).unwrap_or_default();
        let here = place(sentence.span, figure);
        let same = |words: &&Words<'_>| words.figures.iter().any(|it| it.same(figure));
        let Some(words) = allowed.iter().find(same) else {
            if figure.is_one_of_them() {
                continue;
            }
            found.push(Diagnostic::new(Code::FIGURE_NOT_IN_TEXT).at(here).also(own.span).arg("figure", shown));
            continue;
        };
        let candidates: Vec<&Figure> = words.figures.iter().filter(|it| it.same(figure)).collect();
        // A bare figure of the text may be one that is to be reached.
        let side = |it: &&&Figure| {
            let most = |side: Option<Side>| side.is_none() || side == Some(Side::AtMost);
            it.side == figure.side
                || (it.side.is_none() && figure.side == Some(Side::AtLeast))
                || (sentence.limits && most(it.side) && most(figure.side))
        };
        match candidates.iter().find(side) {
            Some(it) => used.push((figure, it)),
            None => {
                if let Some(it) = candidates.first() {
                    let code = difference(figure.side, it.side);
                    let problem = Diagnostic::new(code).at(here).also(place(words.span, it)).arg("figure", shown);
                    let differs = code == Code::BOUND_DIFFERS;
                    let told = |it: Diagnostic, name, side| if differs { it.arg(name, side_words(side)) } else { it };
                    found.push(told(told(problem, "rule", figure.side), "text", it.side));
                }
            }
        }
    }
    if let Some((figure, words)) = out_of_order(&used) {
        let problem = Diagnostic::new(Code::FIGURES_OUT_OF_ORDER).at(place(sentence.span, figure));
        found.push(
            problem.also(place(own.span, words)).arg("figure", text.get(figure.start..figure.end).unwrap_or_default()),
        );
    }
    if let Some(award) = sentence.award {
        let anywhere = allowed.iter().any(|words| words::mentions_power(words.text));
        if award.power && !anywhere {
            found.push(Diagnostic::new(Code::POWER_NOT_IN_TEXT).at(award.grant.span).also(own.span));
        } else if !award.power && words::gives_power(own.text) {
            found.push(Diagnostic::new(Code::POWER_LEFT_OUT).at(award.grant.span).also(own.span));
        }
        if let Some(word) = words::refers(own.text).filter(|_| !words::leaves_open(&text)) {
            let problem = Diagnostic::new(Code::REFERRAL_LEFT_OUT).at(award.grant.span).also(own.span);
            found.push(problem.arg("word", word));
        }
    }
    if sentence.answered {
        let twice = super::repeated::any(checked, sources, sentence.span);
        if found.is_empty() && unused_of(&own, &said).is_empty() && !twice {
            problems.push(Diagnostic::new(Code::ANSWER_TO_NOTHING).at(sentence.span).clause(id));
        }
        return;
    }
    found.into_iter().for_each(|problem| problems.push(problem.clause(&id)));
}

/// Which slip a difference of sides is.
fn difference(rule: Option<Side>, text: Option<Side>) -> Code {
    match (rule, text) {
        (None, Some(Side::AtMost)) => Code::CEILING_AS_SUM,
        (Some(Side::AtMost), None) => Code::SUM_AS_CEILING,
        _ => Code::BOUND_DIFFERS,
    }
}

fn side_words(side: Option<Side>) -> tiaoli_source::Value {
    let (zh, en) = match side {
        None => ("就是这个数", "the figure itself"),
        Some(Side::AtLeast) => ("这个数或更多", "the figure or more"),
        Some(Side::Over) => ("超过这个数", "more than the figure"),
        Some(Side::AtMost) => ("至多这个数", "at most the figure"),
        Some(Side::Under) => ("不到这个数", "less than the figure"),
    };
    tiaoli_source::Value::said(zh, en)
}

/// The first figure that stands before one which it follows in the text. Figures that the text has twice say nothing.
fn out_of_order<'f>(used: &[(&'f Figure, &'f Figure)]) -> Option<(&'f Figure, &'f Figure)> {
    let once = |figure: &Figure| used.iter().filter(|(other, _)| other.same(figure)).count() == 1;
    let mut latest = std::collections::BTreeMap::new();
    let in_list = |figure: &Figure, words: &Figure| {
        // Only a list under one unit is in step with something; elsewhere the order of a sentence may turn.
        used.iter().any(|(other, it)| other.unit == figure.unit && it.start != words.start)
    };
    for (figure, words) in used.iter().filter(|(figure, _)| once(figure)) {
        let latest = latest.entry(figure.unit).or_insert(0);
        if words.start < *latest && in_list(figure, words) {
            return Some((figure, words));
        }
        *latest = words.start.max(*latest);
    }
    None
}

/// The figures of a text that are not among `said`.
fn unused_of<'w>(words: &'w Words<'_>, said: &[Figure]) -> Vec<&'w Figure> {
    let unsaid = |figure: &&Figure| !figure.is_one_of_them() && !said.iter().any(|it| it.same(figure));
    words.figures.iter().filter(unsaid).collect()
}

/// Figures of an encoded clause that no sentence uses.
pub(super) fn unused(
    checked: &Checked<'_>,
    sources: &Sources,
    together: &[BTreeSet<ClauseId>],
    sentences: &[Encoded<'_>],
    problems: &mut Problems,
) {
    let clauses: BTreeSet<ClauseId> = sentences.iter().map(|it| it.clause).collect();
    for clause in clauses {
        let Some(words) = words_of(checked, clause) else { continue };
        let speaks = |it: &&Encoded<'_>| allowed(together, it).contains(&clause);
        let said: Vec<Figure> = sentences.iter().filter(speaks).flat_map(|it| rule_figures(sources, it).1).collect();
        let answered = sentences.iter().any(|it| it.clause == clause && it.answered);
        let Some(sentence) = sentences.iter().find(|it| it.clause == clause).filter(|_| !answered) else { continue };
        let id = checked.document.clauses.get(clause.index()).map(|it| it.id.to_string()).unwrap_or_default();
        for figure in unused_of(&words, &said) {
            let problem = Diagnostic::new(Code::FIGURE_UNUSED).at(place(words.span, figure)).also(sentence.span);
            let shown = words.text.get(figure.start..figure.end).unwrap_or_default();
            problems.push(problem.arg("figure", shown).clause(&id));
        }
    }
}
