//! Where text is: byte ranges in numbered files, and the lines and columns that people count.

#[cfg(test)]
mod tests;

/// The number of a text in [`Sources`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileId(pub u32);

/// A range of one text, in bytes from its start: `start` is inside, `end` is not.
///
/// ```text
///   给 予 奖 励          给予 is 0..6, 奖励 is 6..12: a Chinese character is three bytes
///   └─a─┘└─b─┘
///   └──────────┘        a.merge(b) is 0..12
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The text that the range lies in.
    pub file: FileId,
    /// The offset of the first byte.
    pub start: u32,
    /// The offset after the last byte.
    pub end: u32,
}

impl Span {
    /// The range `start..end` of `file`, in bytes. An offset beyond what a `u32` holds becomes the largest one.
    pub fn new(file: FileId, start: usize, end: usize) -> Self {
        Span { file, start: offset(start), end: offset(end) }
    }

    /// From the start of this range to the end of `last`. Both lie in the same text; if not, this range is the answer.
    pub fn to(self, last: Span) -> Span {
        if self.file != last.file {
            return self;
        }
        Span { file: self.file, start: self.start, end: self.end.max(last.end) }
    }

    /// The smallest range that holds both. Both lie in the same text; if not, this range is the answer.
    pub fn merge(self, other: Span) -> Span {
        if self.file != other.file {
            return self;
        }
        Span { file: self.file, start: self.start.min(other.start), end: self.end.max(other.end) }
    }

    /// The length in bytes.
    pub fn len(self) -> u32 {
        self.end.saturating_sub(self.start)
    }

    /// Whether the range holds no byte.
    pub fn is_empty(self) -> bool {
        self.len() == 0
    }

    /// The range as `usize` offsets in bytes, for `str::get`.
    pub fn range(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }
}

/// A line and a column as an editor shows them, both counted from 1; the column counts characters, not bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// The line, from 1.
    pub line: u32,
    /// The column in characters, from 1.
    pub column: u32,
}

impl std::fmt::Display for Place {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}:{}", self.line, self.column)
    }
}

/// Every text that spans point into, with the name to show for it.
#[derive(Clone, Debug, Default)]
pub struct Sources {
    files: Vec<File>,
}

#[derive(Clone, Debug)]
struct File {
    name: String,
    text: String,
    /// The offset in bytes of the start of each line.
    lines: Vec<usize>,
}

impl Sources {
    /// No text yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a text under the name that people know it by, and returns its number.
    pub fn add(&mut self, name: impl Into<String>, text: impl Into<String>) -> FileId {
        let id = FileId(offset(self.files.len()));
        let text = text.into();
        let breaks = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n').map(|(at, _)| at + 1);
        let lines = std::iter::once(0).chain(breaks).collect();
        self.files.push(File { name: name.into(), text, lines });
        id
    }

    /// The name a text was added under, or nothing for an unknown number.
    pub fn name(&self, file: FileId) -> &str {
        self.file(file).map_or("", |file| &file.name)
    }

    /// The whole text, or nothing for an unknown number.
    pub fn text(&self, file: FileId) -> &str {
        self.file(file).map_or("", |file| &file.text)
    }

    /// The words at `span`, or `None` where the range leaves the text or cuts a character in two.
    pub fn slice(&self, span: Span) -> Option<&str> {
        self.file(span.file)?.text.get(span.range())
    }

    /// The numbers of all texts, in the order they were added.
    pub fn files(&self) -> impl Iterator<Item = FileId> {
        (0..offset(self.files.len())).map(FileId)
    }

    /// The place where `span` starts. An offset inside a character counts as its start, one beyond the text as its end;
    /// an unknown text gives line 1, column 1.
    pub fn place(&self, span: Span) -> Place {
        self.place_of(span.file, span.start)
    }

    /// The place just after `span`, by the same rules as [`Sources::place`].
    pub fn place_after(&self, span: Span) -> Place {
        self.place_of(span.file, span.end)
    }

    fn place_of(&self, file: FileId, at: u32) -> Place {
        let Some(file) = self.file(file) else {
            return Place { line: 1, column: 1 };
        };
        let at = (at as usize).min(file.text.len());
        let line = file.lines.partition_point(|start| *start <= at);
        let start = line.checked_sub(1).and_then(|index| file.lines.get(index)).copied().unwrap_or(0);
        let rest = file.text.get(start..).unwrap_or("");
        let before = rest.char_indices().take_while(|(index, c)| start + index + c.len_utf8() <= at).count();
        Place { line: offset(line), column: offset(before + 1) }
    }

    fn file(&self, id: FileId) -> Option<&File> {
        self.files.get(id.0 as usize)
    }
}

fn offset(bytes: usize) -> u32 {
    u32::try_from(bytes).unwrap_or(u32::MAX)
}
