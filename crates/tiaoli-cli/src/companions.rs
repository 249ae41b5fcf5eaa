//! The packages that a package is read together with: named on the command line, or in its own `tiaoli.toml`.

use crate::files::shown;
use crate::package;
use crate::report::Failure;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use tiaoli::{Code, Diagnostic, Package};

/// The most packages that are read together.
const MOST: usize = 50;

/// Companions that are named on the command line.
#[derive(Clone, Debug, Default, clap::Args)]
pub(crate) struct With {
    /// 同时带上另一份政策的文件夹，可重复：“按 ‘…’ 执行” 等从它取得结果 / read another policy beside it; may be repeated
    #[arg(long, value_name = "DIR")]
    pub(crate) with: Vec<PathBuf>,
}

impl With {
    /// A compiled file is whole: nothing can be read beside it.
    ///
    /// # Errors
    ///
    /// Something is to be.
    pub(crate) fn none_for(&self, file: &Path) -> Result<(), Failure> {
        if self.with.is_empty() {
            return Ok(());
        }
        Err(Failure::usage(Diagnostic::new(Code::WITH_A_FILE).arg("path", shown(file))))
    }
}

/// The companions of the package in `folder`, and theirs: each once, in the order in which they are named.
///
/// # Errors
///
/// One of them is no package, or there are too many.
pub(crate) fn load(folder: &Path, own: &Package, with: &With) -> Result<Vec<Package>, Failure> {
    let mut seen = BTreeSet::from([real(folder)]);
    let mut open: Vec<PathBuf> = with.with.clone();
    open.extend(named(folder, own));
    let mut companions = Vec::new();
    let mut at = 0;
    while let Some(folder) = open.get(at).cloned() {
        at += 1;
        if !seen.insert(real(&folder)) {
            continue;
        }
        if companions.len() == MOST {
            return Err(Failure::finding(Diagnostic::new(Code::TOO_MANY_COMPANIONS).arg("most", MOST)));
        }
        if !folder.join(package::MANIFEST).is_file() {
            return Err(Failure::finding(Diagnostic::new(Code::COMPANION_MISSING).arg("path", shown(&folder))));
        }
        let package = package::alone(&folder)?;
        open.extend(named(&folder, &package));
        companions.push(package);
    }
    Ok(companions)
}

fn named(folder: &Path, package: &Package) -> Vec<PathBuf> {
    package.manifest.with.iter().map(|path| tidy(&folder.join(path))).collect()
}

/// `a/b/../c` as `a/c`, for people to read.
fn tidy(path: &Path) -> PathBuf {
    let mut tidy = PathBuf::new();
    for part in path.components() {
        let named = matches!(tidy.components().next_back(), Some(std::path::Component::Normal(_)));
        match part {
            std::path::Component::ParentDir if named => {
                tidy.pop();
            }
            std::path::Component::CurDir => {}
            _ => tidy.push(part),
        }
    }
    if tidy.as_os_str().is_empty() { PathBuf::from(".") } else { tidy }
}

/// The folder whichever way it is named.
fn real(folder: &Path) -> PathBuf {
    folder.canonicalize().unwrap_or_else(|_| folder.to_path_buf())
}
