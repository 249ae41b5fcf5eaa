//! `tiaoli build`: a package into one file that other tools load.

use crate::companions::With;
use crate::files::{self, shown};
use crate::package;
use crate::report::{Failure, Report};
use crate::surroundings::Context;
use std::path::PathBuf;
use tiaoli::{Code, Diagnostic, Value};

/// Arguments of `tiaoli build`.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// 政策包文件夹 / folder of the policy package
    pub(crate) policy: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) with: With,
    /// 写到何处，缺省为当前文件夹里的 <名称>.tlc / where to, by default <name>.tlc in this folder
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
}

/// Compiles, writes the file, and says what is in it.
pub(crate) fn run(args: &Args, context: &Context<'_>) -> Result<Report, Failure> {
    let folder = package::folder(args.policy.clone())?;
    let package = package::load(&folder, &args.with)?;
    let contents = tiaoli::contents(&package, package::program(&package)?);
    let bytes = tiaoli::compiled::write(&contents).map_err(|why| {
        let (zh, en) = why.words();
        Failure::finding(Diagnostic::new(Code::NOT_BUILT).arg("why", Value::said(zh, en)))
    })?;
    let name = format!("{}.tlc", contents.program.policy.name);
    let path = args.output.clone().unwrap_or_else(|| PathBuf::from(name));
    std::fs::write(&path, &bytes).map_err(|why| Failure::usage(files::cannot(Code::CANNOT_WRITE, &path, &why)))?;
    let (path, size) = (shown(&path), bytes.len());
    let digest = &contents.program.policy.digest;
    Ok(Report::fine(match context.lang {
        tiaoli::Lang::Zh => format!("已编译为 {path}（{size} 字节）\n政策摘要 {digest}\n"),
        tiaoli::Lang::En => format!("built {path} ({size} bytes)\ndigest of the policy {digest}\n"),
    }))
}
