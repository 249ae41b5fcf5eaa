//! A page of the suite: headings and fenced blocks, with the lines they stand on.

/// One page.
#[derive(Clone, Debug)]
pub struct Page {
    /// Its sections.
    pub sections: Vec<Section>,
    lines: Vec<String>,
}

/// One section: a heading of the second level and what it is run with.
#[derive(Clone, Debug)]
pub struct Section {
    /// The heading.
    pub name: String,
    /// The blocks that stand before the first heading of the page, for every section, then its own.
    pub blocks: Vec<Block>,
}

/// One fenced block.
#[derive(Clone, Debug)]
pub struct Block {
    /// The words after the fence.
    pub info: Vec<String>,
    /// What stands between the fences, each line with its end.
    pub text: String,
    /// The first line between the fences, from 0.
    pub(super) first: usize,
    /// The line of the closing fence.
    pub(super) last: usize,
    /// Whether it stands before the first heading.
    pub(super) shared: bool,
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
        let mut at = 0;
        while at < lines.len() {
            let line = lines[at].as_str();
            if let Some(name) = line.strip_prefix("## ") {
                assert!(sections.iter().all(|it| it.name != name), "two sections are called {name}");
                sections.push(Section { name: name.to_owned(), blocks: shared.clone() });
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
        Self { sections, lines }
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
