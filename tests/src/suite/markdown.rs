//! A page of the suite: headings and fenced blocks, with the lines they stand on.

/// One page.
#[derive(Clone, Debug)]
pub struct Page {
    /// Its sections.
    pub sections: Vec<Section>,
    /// What stands before the first of them.
    shared: Vec<Block>,
    lines: Vec<String>,
}

/// One section: a heading of the second or third level and what it is run with.
#[derive(Clone, Debug)]
pub struct Section {
    /// The heading; one of the third level stands behind the one above it.
    pub name: String,
    /// The blocks that stand before the first heading of the page, for every section, then its own.
    pub blocks: Vec<Block>,
    /// The line of the heading, from 0.
    pub(crate) line: usize,
}

/// One fenced block.
#[derive(Clone, Debug)]
pub struct Block {
    /// The words after the fence.
    pub info: Vec<String>,
    /// What stands between the fences, each line with its end.
    pub text: String,
    /// The first line between the fences, from 0.
    pub(crate) first: usize,
    /// The line of the closing fence.
    pub(crate) last: usize,
    /// Whether it stands before the first heading.
    pub(crate) shared: bool,
}

impl Page {
    /// Reads a page.
    ///
    /// # Panics
    ///
    /// Where a fence is left open or two sections have one name.
    #[must_use]
    pub fn read(text: &str) -> Self {
        let lines: Vec<String> = text.lines().map(str::to_owned).collect();
        let mut sections: Vec<Section> = Vec::new();
        let mut shared: Vec<Block> = Vec::new();
        let mut above = "";
        let mut at = 0;
        while at < lines.len() {
            let line = lines[at].as_str();
            let name = match (line.strip_prefix("## "), line.strip_prefix("### ")) {
                (Some(name), _) => {
                    above = name;
                    Some(name.to_owned())
                }
                (None, Some(name)) => Some(format!("{above} / {name}")),
                (None, None) => None,
            };
            if let Some(name) = name {
                assert!(sections.iter().all(|it| it.name != name), "two sections are called {name}");
                sections.push(Section { name, blocks: shared.clone(), line: at });
            } else if let Some(info) = line.strip_prefix("```") {
                let last = (at + 1..lines.len()).find(|at| lines[*at] == "```");
                let Some(last) = last else { panic!("the fence of line {} is left open", at + 1) };
                let text = lines[at + 1..last].iter().map(|line| format!("{line}\n")).collect();
                let info = info.split_whitespace().map(str::to_owned).collect();
                let block = Block { info, text, first: at + 1, last, shared: sections.is_empty() };
                match sections.last_mut() {
                    Some(section) => section.blocks.push(block),
                    None => shared.push(block),
                }
                at = last;
            }
            at += 1;
        }
        Self { sections, shared, lines }
    }

    /// Every block in order.
    #[must_use]
    pub(crate) fn blocks(&self) -> Vec<&Block> {
        let shared = self.sections.first().map_or(&self.shared, |it| &it.blocks).iter().filter(|it| it.shared);
        let own = self.sections.iter().flat_map(|it| it.blocks.iter().filter(|it| !it.shared));
        shared.chain(own).collect()
    }

    /// The lines of a section.
    #[must_use]
    pub(crate) fn lines_of(&self, section: &Section) -> &[String] {
        let end = self.sections.iter().map(|it| it.line).find(|line| *line > section.line).unwrap_or(self.lines.len());
        self.lines.get(section.line..end).unwrap_or_default()
    }

    /// The page with other texts between some fences: by first line.
    #[must_use]
    pub fn with(&self, texts: &[(usize, usize, String)]) -> String {
        let mut written = String::new();
        let mut at = 0;
        let mut texts: Vec<&(usize, usize, String)> = texts.iter().collect();
        texts.sort();
        for (first, last, text) in texts {
            self.lines[at..*first].iter().for_each(|line| written.push_str(&format!("{line}\n")));
            written.push_str(text);
            at = *last;
        }
        self.lines[at..].iter().for_each(|line| written.push_str(&format!("{line}\n")));
        written
    }
}

impl Block {
    /// A block that stands on no page.
    #[must_use]
    pub(crate) fn new(info: &str, text: &str) -> Self {
        let info = info.split_whitespace().map(str::to_owned).collect();
        Self { info, text: text.to_owned(), first: 0, last: 0, shared: false }
    }

    /// What sort of block it is.
    #[must_use]
    pub fn kind(&self) -> &str {
        self.info.first().map_or("", String::as_str)
    }

    /// The second word, or what it is without one.
    #[must_use]
    pub fn name_or<'a>(&'a self, usual: &'a str) -> &'a str {
        self.info.get(1).map_or(usual, String::as_str)
    }
}
