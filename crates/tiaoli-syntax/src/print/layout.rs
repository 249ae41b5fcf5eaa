//! Words to lines.

use super::token::{Comment, Line, Stream, Token};
use super::words::{BLANK, FIRST, blank};

/// The most columns of a line; a Chinese character is two columns wide.
const WIDTH: usize = 120;
/// How far in a block stands.
const STEP: usize = 2;
/// How much further the rest of a line stands that was too long.
const HANG: usize = 4;

/// The words in the canonical layout.
pub(super) fn lines(stream: &Stream) -> String {
    let mut page = Page { text: String::new(), column: 0 };
    let mut rest = stream.tokens.as_slice();
    let mut before: Option<&Token> = None;
    while let Some(first) = rest.first() {
        let length = rest.iter().skip(1).position(|it| matches!(it.line, Line::New(_))).map_or(rest.len(), |at| at + 1);
        let (line, more) = rest.split_at(length.min(rest.len()));
        if first.item && before.is_some_and(|before| stands_apart(before, line, more)) && !spaced(first) {
            page.empty_line();
        }
        page.sentence(line);
        before = line.last();
        rest = more;
    }
    page.above(&stream.last, 0);
    page.end_line();
    page.text
}

/// Whether an empty line stands before the item that begins with `line`: between blocks, golden cases left out.
fn stands_apart(before: &Token, line: &[Token], more: &[Token]) -> bool {
    let block = |it: &Token| it.text == "{";
    let case = line.first().is_some_and(|it| it.text == "算例");
    let opens = line.last().is_some_and(block) && !more.is_empty();
    !case && (before.text == "}" || opens)
}

/// Whether the writer left an empty line before an item, or among the comments above it.
fn spaced(first: &Token) -> bool {
    first.apart || first.above.iter().any(|it| it.apart)
}

struct Page {
    text: String,
    /// Columns of the line that is being written.
    column: usize,
}

impl Page {
    /// What stands from one fixed line to the next: a sentence, a fact, the head of a block.
    fn sentence(&mut self, tokens: &[Token]) {
        let Some(first) = tokens.first() else { return };
        let at = depth(first.line) * STEP;
        let commented = tokens.iter().skip(1).any(|it| !it.above.is_empty())
            || tokens.split_last().is_some_and(|(_, init)| init.iter().any(|it| it.behind.is_some()));
        let blocks = tokens.iter().any(|it| matches!(it.line, Line::Maybe(_)));
        if blocks && (commented || at + width(tokens) > WIDTH) {
            let mut rest = tokens;
            while let Some(first) = rest.first() {
                let next = rest.iter().skip(1).position(|it| it.line != Line::Same);
                let (line, more) = rest.split_at(next.map_or(rest.len(), |at| at + 1).min(rest.len()));
                self.line(line, depth(first.line) * STEP);
                rest = more;
            }
        } else {
            self.line(tokens, at);
        }
    }

    /// One line, broken where it is too long and where comments stand in it.
    fn line(&mut self, tokens: &[Token], at: usize) {
        let mut rest = tokens;
        let mut indent = at;
        while let Some(first) = rest.first() {
            let closes = first.text == "}";
            self.above(&first.above, if closes { indent + STEP } else { indent });
            if first.apart && !closes && indent == at {
                self.empty_line();
            }
            self.begin_line(indent);
            let end = rest.iter().position(|it| it.behind.is_some()).map_or(rest.len(), |at| at + 1);
            let next = rest.iter().skip(1).position(|it| !it.above.is_empty()).map_or(rest.len(), |at| at + 1);
            let (run, more) = rest.split_at(end.min(next).min(rest.len()));
            self.fill(run, FIRST, at + HANG);
            if let Some(behind) = run.last().and_then(|it| it.behind.as_deref()) {
                self.text.push_str("  ");
                self.text.push_str(behind);
            }
            self.end_line();
            indent = at + HANG;
            rest = more;
        }
    }

    /// Words from here on, broken where `level` says if they do not fit.
    fn fill(&mut self, tokens: &[Token], level: u8, hang: usize) {
        if self.column + width(tokens) <= WIDTH || level < BLANK {
            self.words(tokens);
            return;
        }
        let mut rest = tokens;
        let mut begun = false;
        while let Some(first) = rest.first() {
            let next = piece(rest, level);
            let (segment, more) = rest.split_at(next);
            if begun {
                let before = tokens.get(tokens.len() - rest.len() - 1);
                let gap = usize::from(before.is_some_and(|before| blank(before, first, rest.get(1))));
                let fits = self.column + gap + width(segment) <= WIDTH;
                if fits && level < FIRST {
                    self.text.push_str(if gap > 0 { " " } else { "" });
                    self.column += gap;
                } else {
                    self.end_line();
                    self.begin_line(hang);
                }
            }
            self.fill(segment, level - 1, hang);
            begun = true;
            rest = more;
        }
    }

    fn words(&mut self, tokens: &[Token]) {
        for (at, token) in tokens.iter().enumerate() {
            let before = at.checked_sub(1).and_then(|before| tokens.get(before));
            if before.is_some_and(|before| blank(before, token, tokens.get(at + 1))) {
                self.text.push(' ');
            }
            self.text.push_str(&token.text);
        }
        self.column += width(tokens);
    }

    fn above(&mut self, comments: &[Comment], indent: usize) {
        for comment in comments {
            if comment.apart {
                self.empty_line();
            }
            self.begin_line(indent);
            self.text.push_str(&comment.text);
            self.end_line();
        }
    }

    fn begin_line(&mut self, indent: usize) {
        self.text.extend(std::iter::repeat_n(' ', indent));
        self.column = indent;
    }

    fn end_line(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with('\n') {
            self.text.push('\n');
        }
        self.column = 0;
    }

    /// An empty line, but not at the start of a file or block, and never two.
    fn empty_line(&mut self) {
        if !(self.text.is_empty() || self.text.ends_with("\n\n") || self.text.ends_with("{\n")) {
            self.text.push('\n');
        }
    }
}

/// How many words stand together up to the next break of `level`.
fn piece(tokens: &[Token], level: u8) -> usize {
    let breaks = |(at, token): (usize, &Token)| {
        let before = tokens.get(at)?;
        let can = if level == BLANK { blank(before, token, tokens.get(at + 2)) } else { token.gap == level };
        can.then_some(at + 1)
    };
    tokens.iter().skip(1).enumerate().find_map(breaks).unwrap_or(tokens.len())
}

fn depth(line: Line) -> usize {
    match line {
        Line::Same => 0,
        Line::New(depth) | Line::Maybe(depth) => depth,
    }
}

/// Columns of words with the blanks between them.
fn width(tokens: &[Token]) -> usize {
    let words: usize = tokens.iter().map(|it| it.text.chars().map(columns).sum::<usize>()).sum();
    let pairs = tokens.iter().zip(tokens.iter().skip(1)).enumerate();
    let blanks = pairs.filter(|(at, (one, two))| blank(one, two, tokens.get(at + 2))).count();
    words + blanks
}

fn columns(c: char) -> usize {
    if c.is_ascii() { 1 } else { 2 }
}
