//! `tiaoli schema`: what an application under a policy may say, as JSON Schema.

use super::eval::sound;
use crate::package;
use crate::report::{Failure, Report};
use std::path::PathBuf;
use tiaoli::Layout;

/// Arguments of `tiaoli schema`.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// 政策包文件夹 / folder of the policy package
    pub(crate) policy: Option<PathBuf>,
}

/// Prints the schema.
pub(crate) fn run(args: Args) -> Result<Report, Failure> {
    let compiled = sound(&package::folder(args.policy)?)?;
    let schema = compiled.program.as_ref().map(tiaoli::schema);
    let text = schema.map_or(String::new(), |schema| format!("{}\n", tiaoli::print(&schema, Layout::Indented)));
    Ok(Report::fine(text))
}
