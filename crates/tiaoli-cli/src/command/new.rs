//! `tiaoli new`: a fresh package that checks and tests green.

use crate::files::{self, shown};
use crate::package::{CUTS, LOCK, MANIFEST};
use crate::report::{Failure, Report};
use crate::surroundings::Context;
use std::path::{Path, PathBuf};
use tiaoli::document::{self, Lock};
use tiaoli::{Code, Diagnostic, FileId, Problems};

const DOCUMENT: &str = include_str!("../../template/source.txt");
const CUT_LINES: &str = include_str!("../../template/source.clauses");
const MANIFEST_TEXT: &str = include_str!("../../template/tiaoli.toml");
const RULES: [(&str, &str); 4] = [
    ("1-词汇.tiaoli", include_str!("../../template/1-词汇.tiaoli")),
    ("2-条款.tiaoli", include_str!("../../template/2-条款.tiaoli")),
    ("3-结算.tiaoli", include_str!("../../template/3-结算.tiaoli")),
    ("4-算例.tiaoli", include_str!("../../template/4-算例.tiaoli")),
];

/// Arguments of `tiaoli new`.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// 新政策包的文件夹，末段即其名称 / folder to make; its last part is the name
    pub(crate) name: PathBuf,
}

/// Writes the package; nothing that is there is touched.
pub(crate) fn run(args: &Args, context: &Context<'_>) -> Result<Report, Failure> {
    let folder = args.name.as_path();
    let bad = || Failure::usage(Diagnostic::new(Code::BAD_NAME).arg("name", shown(folder)));
    let name = folder.file_name().and_then(|it| it.to_str()).filter(|it| is_name(it)).ok_or_else(bad)?;
    if folder.exists() {
        return Err(Failure::usage(Diagnostic::new(Code::ALREADY_THERE).arg("path", shown(folder))));
    }
    std::fs::create_dir_all(folder).map_err(|why| cannot(folder, &why))?;
    write(folder, MANIFEST, &MANIFEST_TEXT.replace("{name}", name))?;
    write(folder, "source.txt", DOCUMENT)?;
    write(folder, CUTS, CUT_LINES)?;
    let document = document::read(DOCUMENT, CUT_LINES, FileId(0), FileId(1), &mut Problems::new());
    write(folder, LOCK, &Lock::of(&document).to_string())?;
    for (file, text) in RULES {
        write(folder, file, text)?;
    }
    let path = shown(folder);
    Ok(Report::fine(match context.lang {
        tiaoli::Lang::Zh => format!("已新建 {path}\n接着：tiaoli check {path}，tiaoli test {path}\n"),
        tiaoli::Lang::En => format!("made {path}\nnext: tiaoli check {path}, tiaoli test {path}\n"),
    }))
}

/// Letters of any script, digits, hyphens.
fn is_name(text: &str) -> bool {
    text.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | '.')) && !text.starts_with(['-', '.'])
}

fn write(folder: &Path, name: &str, text: &str) -> Result<(), Failure> {
    let path = folder.join(name);
    std::fs::write(&path, text).map_err(|why| cannot(&path, &why))
}

fn cannot(path: &Path, why: &std::io::Error) -> Failure {
    Failure::usage(files::cannot(Code::CANNOT_WRITE, path, why))
}
