//! The application guide (办事指南) and the handling manual (经办手册) of a policy, from its rules.
//!
//! The guide says to applicants, article by article: to whom, how much, under which conditions, what to hand in, what
//! cannot be had together, and by when. The manual adds for the desk: in which order to check, who decides what, and
//! which readings hold and why. Conditions stand in the document's words; what is asked of whom follows from where each
//! fact comes from. The document itself is quoted and stays the authority.

mod award;
mod blocks;
mod common;
mod desk;
mod words;

use crate::readiness::{Readiness, readiness};
use common::one_line;
use tiaoli_compiler::Compiled;
use tiaoli_eval::program::{Account, Program};
use tiaoli_eval::selection::{Selection, select};
use tiaoli_source::Sources;
use tiaoli_source::document::ClauseKind;
use tiaoli_syntax::ast::{self, SentenceKind};
use words::Words;

pub use blocks::{Block, Item};

/// Whom it is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reader {
    /// 办事指南: those who apply.
    Applicant,
    /// 经办手册: those who check.
    Desk,
}

/// Everything a guide is written from.
struct Source<'a> {
    program: &'a Program,
    compiled: &'a Compiled,
    files: &'a [ast::File],
    selection: Selection,
    readiness: Readiness,
    words: Words<'a>,
}

/// Writes a guide. `files` are the rules of the package as parsed, `sources` the texts that their places refer to.
/// Nothing is written of a policy whose chosen readings exclude each other.
#[must_use]
pub fn guide(
    compiled: &Compiled,
    program: &Program,
    files: &[ast::File],
    sources: &Sources,
    reader: Reader,
) -> Vec<Block> {
    let Ok(selection) = select(program, &[]) else { return Vec::new() };
    let words = Words { program, document: &compiled.document, sources };
    let source = Source { program, compiled, files, selection, readiness: readiness(program), words };
    let mut blocks = source.head(reader);
    for file in files {
        for item in &file.items {
            match item {
                ast::Item::Article(article) => source.article(article, reader, &mut blocks),
                ast::Item::Right(right) => source.right(right, reader, &mut blocks),
                _ => {}
            }
        }
    }
    source.common(&mut blocks);
    source.procedures(&mut blocks);
    if reader == Reader::Desk {
        source.desk(&mut blocks);
    }
    blocks
}

impl Source<'_> {
    fn head(&self, reader: Reader) -> Vec<Block> {
        let policy = &self.program.policy;
        let what = match reader {
            Reader::Applicant => "办事指南",
            Reader::Desk => "经办手册",
        };
        let title = format!("《{}》{what}", policy.title);
        let note = format!(
            "本{}由 {} 第 {} 版规则生成，供办理时使用；与公布的文件不一致的，以文件为准。",
            if reader == Reader::Applicant { "指南" } else { "手册" },
            policy.name,
            policy.edition
        );
        vec![Block::Heading(1, title), Block::Text(None, note)]
    }

    /// One article: the document's words, then each of its awards.
    fn article(&self, article: &ast::Article, reader: Reader, blocks: &mut Vec<Block>) {
        let title = self.compiled.document.article_title(&article.id.text).unwrap_or_default();
        blocks.push(Block::Heading(2, format!("{} {title}", article.id.text).trim().to_owned()));
        let quoted = self.clauses(&article.id.text);
        if !quoted.is_empty() {
            blocks.push(Block::Quote(quoted));
        }
        let awards: Vec<&ast::Sentence> =
            article.sentences.iter().filter(|it| matches!(it.kind, SentenceKind::Award(_))).collect();
        for sentence in &awards {
            self.award(article, sentence, awards.len() > 1, reader, blocks);
        }
    }

    /// A right without an article of its own.
    fn right(&self, right: &ast::Right, reader: Reader, blocks: &mut Vec<Block>) {
        blocks.push(Block::Heading(2, format!("{} 权利", right.id.text)));
        blocks.push(Block::Quote(self.clauses(&right.id.text)));
        for sentence in &right.sentences {
            self.granted(&right.sentences, sentence, None, reader, blocks);
        }
    }

    /// The clauses under a unit that say something, with their ids.
    fn clauses(&self, unit: &str) -> Vec<(String, String)> {
        let document = &self.compiled.document;
        let under = document.under(unit).into_iter().filter_map(|at| document.clauses.get(at));
        let says = under.filter(|it| it.kind == ClauseKind::Text && self.counts(it.id.as_str()));
        says.map(|it| (it.id.to_string(), one_line(document.words(it)))).collect()
    }

    /// Whether a clause is more than words of direction.
    fn counts(&self, id: &str) -> bool {
        let clause = self.program.clauses.iter().find(|(_, it)| it.id == id);
        clause.is_some_and(|(_, it)| !matches!(it.account, Account::Declaratory | Account::Heading))
    }
}
