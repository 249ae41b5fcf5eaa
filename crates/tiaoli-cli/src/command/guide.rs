//! `tiaoli guide`: the application guide and the handling manual of a policy.

mod html;
mod markdown;

use crate::command::render;
use crate::companions::With;
use crate::package;
use crate::report::{Failure, Report};
use crate::surroundings::Context;
use std::path::PathBuf;
use tiaoli::compile;
use tiaoli::guide::{Reader, guide};

/// Arguments of `tiaoli guide`.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// 政策包文件夹 / folder of the policy package
    pub(crate) policy: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) with: With,
    /// 经办手册：审核次序、由谁定、依据的读法 / the manual of the desk: order of checks, who decides what, the readings
    #[arg(long)]
    pub(crate) manual: bool,
    /// 输出格式 / format
    #[arg(long, value_enum, default_value_t)]
    pub(crate) format: GuideFormat,
    /// 写入文件，缺省为标准输出 / write to a file instead of standard output
    #[arg(long, short, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
}

/// Formats of a guide.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum GuideFormat {
    /// Markdown
    #[default]
    Markdown,
    /// 一个网页 / one page
    Html,
}

/// Writes the guide of a package that compiles.
pub(crate) fn run(args: Args, context: &Context<'_>) -> Result<Report, Failure> {
    let package = package::load(&package::folder(args.policy)?, &args.with)?;
    let compiled = compile(&package);
    let Some(program) = &compiled.program else {
        return Err(Failure::of_package(compiled));
    };
    let (trees, sources) = render::trees(&package)?;
    let reader = if args.manual { Reader::Desk } else { Reader::Applicant };
    let blocks = guide(&compiled, program, &trees, &sources, reader);
    let text = match args.format {
        GuideFormat::Markdown => markdown::write(&blocks),
        GuideFormat::Html => html::write(&blocks),
    };
    render::deliver(args.output.as_deref(), text, context)
}
