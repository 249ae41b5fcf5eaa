//! `tiaoli schema`: what an application under a policy may say, as JSON Schema.

use crate::companions::With;
use crate::report::{Failure, Report};
use crate::surroundings::Context;
use crate::{package, policy};
use std::path::PathBuf;
use tiaoli::Layout;

/// Arguments of `tiaoli schema`.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// 政策包文件夹或编译文件 / folder of the policy package, or a compiled file
    pub(crate) policy: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) with: With,
}

/// Prints the schema.
pub(crate) fn run(args: Args, context: &Context<'_>) -> Result<Report, Failure> {
    let program = policy::program(&package::folder(args.policy)?, &args.with, context)?;
    Ok(Report::fine(format!("{}\n", tiaoli::print(&tiaoli::schema(&program), Layout::Indented))))
}
