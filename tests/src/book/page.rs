//! The pages of the book as files.

use super::folder;
use crate::suite::Page;
use std::path::{Path, PathBuf};

/// A page of the book.
#[derive(Clone, Debug)]
pub struct Sheet {
    /// Below the folder of pages, with `/`.
    pub name: String,
    /// Its text.
    pub text: String,
    /// Its headings and blocks.
    pub page: Page,
}

impl Sheet {
    /// Reads a page by its name.
    ///
    /// # Panics
    ///
    /// Where it cannot be read.
    #[must_use]
    pub fn read(name: &str) -> Self {
        let text = std::fs::read_to_string(folder().join(name)).unwrap();
        Self { name: name.to_owned(), page: Page::read(&text), text }
    }

    /// Whether its blocks make one story in one folder.
    #[must_use]
    pub fn is_walk(&self) -> bool {
        self.text.lines().any(|line| line == "<!-- one folder -->")
    }

    /// Blocks that no heading stands over, so that no test would run them: what stands there is a package for every test.
    #[must_use]
    pub fn astray(&self) -> Vec<String> {
        let of_every_test = ["text", "tiaoli", "grammar"];
        let first = if self.page.sections.is_empty() { &[][..] } else { &of_every_test[..] };
        let blocks = self.page.blocks();
        let astray = blocks.iter().filter(|block| {
            let above = block.shared || self.page.sections.is_empty();
            above && !self.is_walk() && !first.contains(&block.kind())
        });
        astray.map(|block| format!("{}: line {}: no heading stands over this block", self.name, block.first)).collect()
    }

    /// Whether it belongs to the English edition.
    #[must_use]
    pub fn is_english(&self) -> bool {
        self.name.starts_with("en/")
    }

    /// The number and the slug of the structure that it is about.
    #[must_use]
    pub fn structure(&self) -> Option<(usize, &str)> {
        let slug = self.name.strip_prefix("structures/")?.strip_suffix(".md")?;
        let number = slug.split_once('-')?.0.parse().ok()?;
        Some((number, slug))
    }

    /// The words of its title.
    #[must_use]
    pub fn title(&self) -> &str {
        self.text.lines().find_map(|line| line.strip_prefix("# ")).unwrap_or_default()
    }
}

/// Every page, by name.
///
/// # Panics
///
/// Where the folder cannot be read.
#[must_use]
pub fn sheets() -> Vec<Sheet> {
    let mut names = Vec::new();
    collect(&folder(), &mut names);
    let names = names.iter().filter_map(|path| path.strip_prefix(folder()).ok()?.to_str());
    let mut names: Vec<String> = names.map(|name| name.replace('\\', "/")).collect();
    names.sort();
    names.iter().map(|name| Sheet::read(name)).collect()
}

fn collect(folder: &Path, names: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, names);
        } else if path.extension().is_some_and(|it| it == "md") {
            names.push(path);
        }
    }
}
