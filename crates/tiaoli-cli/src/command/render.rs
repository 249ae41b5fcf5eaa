//! `tiaoli render`: a policy for reading.

use crate::args::Language;
use crate::companions::With;
use crate::files;
use crate::package;
use crate::page::page;
use crate::report::{Exit, Failure, Report};
use crate::surroundings::Context;
use std::path::{Path, PathBuf};
use tiaoli::{Package, Part, Problems, Sources, ast, cases, compile, english, format, outline, parse_rules};

/// Arguments of `tiaoli render`.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// 政策包文件夹 / folder of the policy package
    pub(crate) policy: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) with: With,
    /// 写入文件，缺省为标准输出 / write to a file instead of standard output
    #[arg(long, short, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
}

/// The rules beside the document as a page; in plain English where `--lang en` is said.
pub(crate) fn run(args: Args, context: &Context<'_>) -> Result<Report, Failure> {
    let folder = package::folder(args.policy)?;
    let package = package::load(&folder, &args.with)?;
    let text = match context.asked {
        Some(Language::En) => english(&trees(&package)?.0, &beside(&package)?),
        Some(Language::Zh) | None => beside_the_document(&package)?,
    };
    deliver(args.output.as_deref(), text, context)
}

/// The page of a package that compiles. Golden cases that do not come out are counted on it.
fn beside_the_document(package: &Package) -> Result<String, Failure> {
    let compiled = compile(package);
    let Some(program) = &compiled.program else {
        return Err(Failure::of_package(compiled));
    };
    let failed = cases::run(program, &compiled.cases, &mut Problems::new()).iter().filter(|it| !it.passed).count();
    Ok(page(&compiled, program, &parts(package)?, failed, None))
}

/// The items of every file of rules, in the canonical layout.
pub(crate) fn parts(package: &Package) -> Result<Vec<Part>, Failure> {
    let (mut sources, mut problems) = (Sources::new(), Problems::new());
    let mut parts = Vec::new();
    for file in &package.rules {
        let id = sources.add(&*file.name, &*file.text);
        let laid_out = format(id, &file.text, &mut problems);
        parts.extend(outline(&laid_out.unwrap_or_default()));
    }
    Ok(unless_wrong(parts, problems, sources)?.0)
}

/// The tree of every file of rules, and the texts that they point into.
pub(crate) fn trees(package: &Package) -> Result<(Vec<ast::File>, Sources), Failure> {
    let (mut sources, mut problems) = (Sources::new(), Problems::new());
    let mut trees = Vec::new();
    for file in &package.rules {
        let id = sources.add(&*file.name, &*file.text);
        trees.push(parse_rules(id, &file.text, &mut problems));
    }
    unless_wrong(trees, problems, sources)
}

/// The trees of its companions.
fn beside(package: &Package) -> Result<Vec<ast::File>, Failure> {
    let trees: Result<Vec<_>, _> = package.companions.iter().map(trees).collect();
    Ok(trees?.into_iter().flat_map(|(trees, _)| trees).collect())
}

fn unless_wrong<T>(it: T, problems: Problems, sources: Sources) -> Result<(T, Sources), Failure> {
    if problems.has_errors() {
        return Err(Failure { problems, sources, document: None, exit: Exit::Findings });
    }
    Ok((it, sources))
}

/// To a file, or to standard output.
pub(crate) fn deliver(output: Option<&Path>, text: String, context: &Context<'_>) -> Result<Report, Failure> {
    let Some(path) = output else { return Ok(Report::fine(text)) };
    files::replace(path, &text)?;
    Ok(Report::fine(format!("{}{}\n", context.say("已写入 ", "wrote "), files::shown(path))))
}
