//! The words of a text in order, each in its one spelling, with its comments and with what may happen before it.

use super::words::{self, Class};
use crate::grammar::Rule;
use crate::skeleton::{Skeleton, is_blank};
use pest::iterators::{Pair, Pairs};

/// The words of a text.
#[derive(Debug, Default)]
pub(super) struct Stream {
    pub(super) tokens: Vec<Token>,
    /// Comments behind the last word, each on a line of its own.
    pub(super) last: Vec<Comment>,
    /// The parts that the words make, in order.
    shape: Vec<Shape>,
}

/// One word, mark, name, figure or text.
#[derive(Debug)]
pub(super) struct Token {
    pub(super) text: String,
    pub(super) class: Class,
    pub(super) rule: Option<Rule>,
    /// A new line begins here, so far in.
    pub(super) line: Line,
    /// How readily a line that is too long breaks before it: 1 first, 0 never.
    pub(super) gap: u8,
    /// An empty line stood before it.
    pub(super) apart: bool,
    /// An item begins here.
    pub(super) item: bool,
    /// Comments before it that have a line of their own.
    pub(super) above: Vec<Comment>,
    /// The comment behind it on its line.
    pub(super) behind: Option<String>,
}

/// A part begins, a word stands there, a part ends.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Shape {
    Begin(Rule),
    Word(Rule, String),
    /// Words without a rule of their own; where they are parted does not matter.
    Words(String),
    End,
}

/// Whether a line begins at a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Line {
    /// It goes on.
    Same,
    /// It begins here.
    New(usize),
    /// It begins here unless the whole sentence fits on one line.
    Maybe(usize),
}

/// A comment on a line of its own.
#[derive(Debug)]
pub(super) struct Comment {
    pub(super) text: String,
    /// An empty line stood before it.
    pub(super) apart: bool,
}

impl Stream {
    /// Whether two texts have the same words in the same parts, and the same comments in the same order.
    pub(super) fn says_the_same(&self, other: &Self) -> bool {
        self.shape == other.shape && self.comments() == other.comments()
    }

    /// The comments in order.
    pub(super) fn comments(&self) -> Vec<&str> {
        let words = self.tokens.iter().flat_map(|it| {
            let above = it.above.iter().map(|comment| comment.text.as_str());
            above.chain(it.behind.as_deref())
        });
        words.chain(self.last.iter().map(|it| it.text.as_str())).collect()
    }
}

/// The words of what the grammar read.
pub(super) fn stream(text: &str, skeleton: &Skeleton, pairs: Pairs<'_, Rule>) -> Stream {
    let mut reader = Reader {
        text,
        comments: skeleton.comments(),
        at: 0,
        brackets: 0,
        next: Next::default(),
        out: Stream::default(),
    };
    for pair in pairs.flat_map(Pair::into_inner) {
        reader.up_to(pair.as_span().start());
        reader.next.line = Line::New(0);
        reader.next.item = true;
        reader.part(pair, 0);
    }
    reader.up_to(text.len());
    reader.out.last = reader.next.above;
    reader.out
}

/// What is known of the next word before it is read.
#[derive(Debug)]
struct Next {
    line: Line,
    gap: u8,
    apart: bool,
    item: bool,
    above: Vec<Comment>,
}

impl Default for Next {
    fn default() -> Self {
        Next { line: Line::Same, gap: 0, apart: false, item: false, above: Vec::new() }
    }
}

struct Reader<'t> {
    text: &'t str,
    comments: &'t [(usize, usize)],
    /// Everything before this byte is read.
    at: usize,
    /// How many brackets are open.
    brackets: usize,
    next: Next,
    out: Stream,
}

impl Reader<'_> {
    /// One part: a word, or parts inside. `depth` is how far in the line stands that holds it.
    fn part(&mut self, pair: Pair<'_, Rule>, depth: usize) {
        let (rule, span) = (pair.as_rule(), pair.as_span());
        self.up_to(span.start());
        self.next.gap = self.next.gap.max(words::gap_before(rule));
        let inner: Vec<_> = if words::is_word(rule) { Vec::new() } else { pair.into_inner().collect() };
        if inner.is_empty() {
            self.leaf(rule, span.as_str(), span.end());
            return;
        }
        self.out.shape.push(Shape::Begin(rule));
        let line = words::block(rule);
        let several = inner.iter().filter(|child| words::is_sentence(child.as_rule())).count() > 1;
        let mut open = false;
        for child in inner {
            let inside = child.as_rule();
            self.up_to(child.as_span().start());
            let mut at = depth;
            if inside == Rule::close_block {
                open = false;
                let empty = self.next.above.is_empty() && self.out.tokens.last().is_some_and(|it| it.text == "{");
                self.next.line = if empty { Line::Same } else { line(depth) };
            } else if open && !words::is_mark(inside) {
                at = depth + 1;
                self.next.line = line(at);
            } else if words::on_its_own_line(inside) || words::is_sentence(inside) {
                at = depth + 1;
                let maybe = words::is_sentence(inside) && !several;
                self.next.line = if maybe { Line::Maybe(at) } else { Line::New(at) };
            }
            open |= inside == Rule::open_block;
            self.part(child, at);
            self.next.gap = self.next.gap.max(words::gap_after(inside, self.brackets > 0));
        }
        self.up_to(span.end());
        if rule == Rule::noun
            && let Some(last) = self.out.tokens.last_mut()
        {
            last.class = Class::Noun;
        }
        self.out.shape.push(Shape::End);
    }

    /// A word of the grammar. A rule that matched nothing is none.
    fn leaf(&mut self, rule: Rule, text: &str, end: usize) {
        let text = text.trim_end_matches(is_blank);
        if text.is_empty() {
            return;
        }
        // words of a rule without parts, with blanks or comments between them
        if !matches!(rule, Rule::string | Rule::name) && text.contains(|c| is_blank(c) || c == '#') {
            self.out.shape.push(Shape::Begin(rule));
            self.up_to(end);
            self.out.shape.push(Shape::End);
            return;
        }
        match rule {
            Rule::open_bracket => self.brackets += 1,
            Rule::close_bracket => self.brackets = self.brackets.saturating_sub(1),
            _ => {}
        }
        self.word(Some(rule), text);
        self.at = end;
    }

    /// Reads what lies before a part: blanks, comments, and words that the grammar has no rule for.
    fn up_to(&mut self, end: usize) {
        while self.at < end {
            let rest = self.text.get(self.at..end).unwrap_or("");
            let words = rest.trim_start_matches(is_blank);
            let blanks = rest.strip_suffix(words).unwrap_or("");
            let lines = blanks.matches('\n').count();
            self.next.apart |= lines > 1;
            self.at += blanks.len();
            if words.is_empty() {
                return;
            }
            let comment = self.comments.binary_search_by_key(&self.at, |(start, _)| *start);
            if let Some((start, end)) = comment.ok().and_then(|found| self.comments.get(found)) {
                self.comment(self.text.get(*start..*end).unwrap_or(""), lines > 0);
                self.at = *end;
                continue;
            }
            let length = words.find(|c| is_blank(c) || c == '#').unwrap_or(words.len());
            self.word(None, words.get(..length).unwrap_or(words));
            self.at += length.max(1);
        }
    }

    fn comment(&mut self, text: &str, own_line: bool) {
        let text = text.trim_end().to_owned();
        match self.out.tokens.last_mut() {
            Some(last) if !own_line && last.behind.is_none() && self.next.above.is_empty() => last.behind = Some(text),
            _ => self.next.above.push(Comment { text, apart: std::mem::take(&mut self.next.apart) }),
        }
    }

    fn word(&mut self, rule: Option<Rule>, text: &str) {
        let Next { line, gap, apart, item, above } = std::mem::take(&mut self.next);
        let (class, text) = words::spelt(rule, text);
        match (rule, self.out.shape.last_mut()) {
            (Some(rule), _) => self.out.shape.push(Shape::Word(rule, text.clone())),
            (None, Some(Shape::Words(before))) => before.push_str(&text),
            (None, _) => self.out.shape.push(Shape::Words(text.clone())),
        }
        let token = Token { text, class, rule, line, gap, apart, item, above, behind: None };
        self.out.tokens.push(token);
    }
}
