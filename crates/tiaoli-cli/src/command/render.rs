//! `tiaoli render`: a policy for reading.

use crate::files;
use crate::package;
use crate::report::{Exit, Failure, Report};
use crate::surroundings::Context;
use std::path::{Path, PathBuf};
use tiaoli::{Package, Problems, Sources, ast, english, parse_rules};

/// Arguments of `tiaoli render`.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// 政策包文件夹 / folder of the policy package
    pub(crate) policy: Option<PathBuf>,
    /// 写入文件，缺省为标准输出 / write to a file instead of standard output
    #[arg(long, short, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
}

/// The whole policy in plain English.
pub(crate) fn run(args: Args, context: &Context<'_>) -> Result<Report, Failure> {
    let folder = package::folder(args.policy)?;
    let package = package::load(&folder)?;
    let text = english(&trees(&package)?);
    deliver(args.output.as_deref(), text, context)
}

/// The tree of every file of rules.
fn trees(package: &Package) -> Result<Vec<ast::File>, Failure> {
    let (mut sources, mut problems) = (Sources::new(), Problems::new());
    let mut trees = Vec::new();
    for file in &package.rules {
        let id = sources.add(&*file.name, &*file.text);
        trees.push(parse_rules(id, &file.text, &mut problems));
    }
    if problems.has_errors() {
        return Err(Failure { problems, sources, document: None, exit: Exit::Findings });
    }
    Ok(trees)
}

/// To a file, or to standard output.
fn deliver(output: Option<&Path>, text: String, context: &Context<'_>) -> Result<Report, Failure> {
    let Some(path) = output else { return Ok(Report::fine(text)) };
    files::replace(path, &text)?;
    Ok(Report::fine(format!("{}{}\n", context.say("已写入 ", "wrote "), files::shown(path))))
}
