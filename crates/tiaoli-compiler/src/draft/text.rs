//! The sentences of a document, whatever its cuts.

use crate::against::{Figure, figures};
use tiaoli_source::document::{self, ClauseKind, Document};
use tiaoli_source::{Code, Diagnostic, Span};

/// Words by which a sentence gives, refuses or takes back: only there does a soft word cost somebody something.
const GRANTS: [&str; 17] = [
    "给予",
    "予以",
    "不予",
    "补助",
    "补贴",
    "奖励",
    "资助",
    "贴息",
    "配套资",
    "地方配套",
    "追回",
    "拨付",
    "享受",
    "发放",
    "减免",
    "返还",
    "首购",
];

/// The longest sentence that is looked at, in bytes, and how many sentences around one count as its article: what is longer
/// is no document that anybody drafts, and a check takes time in proportion to its length.
const LONGEST: usize = 20_000;
const AROUND: usize = 60;

/// A document with its sentences.
pub(super) struct Text<'d> {
    pub(super) document: &'d Document,
    /// In order, headings left out.
    pub(super) sentences: Vec<Sentence<'d>>,
}

/// What stands up to a 。 or the end of a paragraph, whichever clauses it is cut into.
pub(super) struct Sentence<'d> {
    /// The numbered unit it stands in.
    pub(super) unit: &'d str,
    /// Where it starts in the document, in bytes.
    pub(super) start: usize,
    pub(super) text: &'d str,
    /// Its figures; their places count from the start of the sentence.
    pub(super) figures: Vec<Figure>,
}

impl<'d> Text<'d> {
    pub(super) fn of(document: &'d Document) -> Self {
        let mut sentences = Vec::new();
        let clauses: Vec<_> = document.clauses.iter().filter(|it| it.kind == ClauseKind::Text).collect();
        for run in clauses.chunk_by(|a, b| a.id.unit() == b.id.unit() && a.end == b.start) {
            let (Some(first), Some(last)) = (run.first(), run.last()) else { continue };
            let text = document.text().get(first.start..last.end).unwrap_or_default();
            for (at, text) in split(text, &['。', '\n']) {
                // the number of a unit is no part of what it says
                let number = if at == 0 { document::number_len(text.trim_start()) } else { 0 };
                let lead = text.len() - text.trim_start().len() + number;
                let words = text.get(lead..).unwrap_or_default();
                let lead = lead + words.len() - words.trim_start().len();
                let words = words.trim();
                if !words.is_empty() && words.len() <= LONGEST {
                    sentences.push(Sentence {
                        unit: first.id.unit(),
                        start: first.start + at + lead,
                        text: words,
                        figures: figures(words),
                    });
                }
            }
        }
        Text { document, sentences }
    }

    /// A finding at bytes of a sentence, with the clause they stand in.
    pub(super) fn finding(&self, code: Code, sentence: &Sentence<'_>, start: usize, end: usize) -> Diagnostic {
        let finding = Diagnostic::new(code).at(self.span(sentence, start, end));
        match self.document.clause_at(sentence.start + start) {
            Some(clause) => finding.clause(&clause.id),
            None => finding,
        }
    }

    /// The place of bytes of a sentence in the document.
    pub(super) fn span(&self, sentence: &Sentence<'_>, start: usize, end: usize) -> Span {
        Span::new(self.document.file(), sentence.start + start, sentence.start + end)
    }

    /// Whether any of `words` stands anywhere in the document.
    pub(super) fn has(&self, words: &[&str]) -> bool {
        words.iter().any(|word| self.document.text().contains(word))
    }

    /// The sentences of the numbered unit that a sentence stands in.
    pub(super) fn around(&self, sentence: &Sentence<'_>) -> impl Iterator<Item = &Sentence<'d>> {
        let at = self.sentences.partition_point(|it| it.start < sentence.start);
        let near = self.sentences.iter().skip(at.saturating_sub(AROUND)).take(2 * AROUND);
        near.filter(move |it| it.unit == sentence.unit)
    }

    /// Whether any of `words` stands in the numbered unit of `sentence`.
    pub(super) fn unit_has(&self, sentence: &Sentence<'_>, words: &[&str]) -> bool {
        self.around(sentence).any(|it| has(it.text, words))
    }
}

impl Sentence<'_> {
    /// Whether it gives, refuses or takes back something, or names a figure by which something is given.
    pub(super) fn grants(&self) -> bool {
        has(self.text, &GRANTS)
    }

    /// The words of a figure.
    pub(super) fn words(&self, figure: &Figure) -> &str {
        self.text.get(figure.start..figure.end).unwrap_or_default()
    }

    /// Its parts between ；.
    pub(super) fn parts(&self) -> Vec<(usize, &str)> {
        split(self.text, &['；', ';'])
    }

    /// The part that holds the byte `at`.
    pub(super) fn part(&self, at: usize) -> (usize, &str) {
        self.parts().into_iter().find(|(start, part)| at < start + part.len()).unwrap_or((0, self.text))
    }

    /// What stands before the byte `at`, back to one of ，；。：.
    pub(super) fn segment(&self, at: usize) -> &str {
        segment(self.text, at)
    }

    /// What stands behind the byte `at`, up to one of ，；。.
    pub(super) fn rest(&self, at: usize) -> &str {
        let rest = self.text.get(at..).unwrap_or_default();
        rest.split(['，', '；', '。', ',', ';']).next().unwrap_or(rest)
    }

    /// Where each of `words` stands, in order; of words that begin at one place the longest.
    pub(super) fn find<'w>(&self, words: &[&'w str]) -> Vec<(usize, &'w str)> {
        let mut found: Vec<(usize, &'w str)> =
            words.iter().flat_map(|word| self.text.match_indices(word).map(|(at, _)| (at, *word))).collect();
        found.sort_by_key(|(at, word)| (*at, std::cmp::Reverse(word.len())));
        let mut end = 0;
        found.retain(|(at, word)| {
            let keep = *at >= end;
            if keep {
                end = at + word.len();
            }
            keep
        });
        found
    }
}

/// What stands in `text` before the byte `at`, back to one of ，；。：.
pub(super) fn segment(text: &str, at: usize) -> &str {
    let before = text.get(..at).unwrap_or_default();
    before.rsplit(['，', '；', '。', '：', ',', ';', ':']).next().unwrap_or(before)
}

/// Whether any of `words` stands in `text`.
pub(super) fn has(text: &str, words: &[&str]) -> bool {
    words.iter().any(|word| text.contains(word))
}

/// The pieces of `text` up to and with each of `marks` that stands outside brackets and quotation marks.
pub(super) fn split<'t>(text: &'t str, marks: &[char]) -> Vec<(usize, &'t str)> {
    let (mut pieces, mut start, mut depth) = (Vec::new(), 0usize, 0usize);
    for (at, c) in text.char_indices() {
        match c {
            '（' | '(' | '“' | '《' | '「' => depth += 1,
            '）' | ')' | '”' | '》' | '」' => depth = depth.saturating_sub(1),
            // a bracket that is never closed does not swallow the document
            '\n' => depth = 0,
            _ => {}
        }
        if depth == 0 && marks.contains(&c) {
            let end = at + c.len_utf8();
            pieces.extend(text.get(start..end).map(|piece| (start, piece)));
            start = end;
        }
    }
    pieces.extend(text.get(start..).filter(|rest| !rest.is_empty()).map(|rest| (start, rest)));
    pieces
}

/// `text` with what stands in brackets as blanks, so that places stay.
pub(super) fn without_brackets(text: &str) -> String {
    let mut depth = 0usize;
    text.chars()
        .map(|c| {
            let opens = matches!(c, '（' | '(');
            let closes = matches!(c, '）' | ')');
            depth += usize::from(opens);
            let inside = depth > 0;
            if closes {
                depth = depth.saturating_sub(1);
            }
            if inside { " ".repeat(c.len_utf8()) } else { c.to_string() }
        })
        .collect()
}
