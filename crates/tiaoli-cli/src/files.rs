//! Files are opened here and nowhere else.

use crate::report::Failure;
use std::fs::File;
use std::io::Read;
use std::path::Path;
use tiaoli::{Code, Diagnostic};

/// The most bytes that are read of one file.
pub(crate) const MOST: usize = 64 << 20;

/// A path as it is shown.
pub(crate) fn shown(path: &Path) -> String {
    path.display().to_string()
}

/// The bytes of a file that was named on the command line, or by a package.
///
/// # Errors
///
/// It cannot be opened, or is larger than [`MOST`].
pub(crate) fn bytes(path: &Path) -> Result<Vec<u8>, Failure> {
    let fails = |why: &std::io::Error| Failure::usage(cannot(Code::CANNOT_OPEN, path, why));
    let file = File::open(path).map_err(|why| fails(&why))?;
    if file.metadata().is_ok_and(|it| it.is_dir()) {
        return Err(fails(&std::io::ErrorKind::IsADirectory.into()));
    }
    all(file, &shown(path)).map_err(|why| why.unwrap_or_else(fails))
}

/// Everything a stream has to say, up to [`MOST`] bytes.
///
/// # Errors
///
/// The stream fails, or there is more.
pub(crate) fn all(stream: impl Read, name: &str) -> Result<Vec<u8>, Unread> {
    let mut bytes = Vec::new();
    let most = u64::try_from(MOST).unwrap_or(u64::MAX);
    stream.take(most.saturating_add(1)).read_to_end(&mut bytes).map_err(Unread::Failed)?;
    if bytes.len() > MOST {
        return Err(Unread::TooLarge(name.to_owned()));
    }
    Ok(bytes)
}

/// Why a stream was not read.
#[derive(Debug)]
pub(crate) enum Unread {
    Failed(std::io::Error),
    TooLarge(String),
}

impl Unread {
    /// Too large is a finding; a failing stream is what `fails` makes of it.
    pub(crate) fn unwrap_or_else(self, fails: impl FnOnce(&std::io::Error) -> Failure) -> Failure {
        match self {
            Self::Failed(why) => fails(&why),
            Self::TooLarge(name) => {
                Failure::finding(Diagnostic::new(Code::TEXT_TOO_LARGE).arg("path", name).arg("most", MOST >> 20))
            }
        }
    }
}

/// The text of a file.
///
/// # Errors
///
/// As [`bytes`], and where it is not UTF-8.
pub(crate) fn text(path: &Path) -> Result<String, Failure> {
    String::from_utf8(bytes(path)?).map_err(|wrong| {
        let valid = wrong.utf8_error().valid_up_to();
        let line = wrong.as_bytes().iter().take(valid).filter(|byte| **byte == b'\n').count().saturating_add(1);
        Failure::finding(Diagnostic::new(Code::NOT_UTF8).arg("path", shown(path)).arg("line", line))
    })
}

/// A problem with a path and the system's reason.
pub(crate) fn cannot(code: Code, path: &Path, why: &std::io::Error) -> Diagnostic {
    Diagnostic::new(code).arg("path", shown(path)).arg("why", reason(why))
}

/// The system's reason in both languages, without its number.
fn reason(why: &std::io::Error) -> tiaoli::Value {
    use std::io::ErrorKind;
    let (zh, en) = match why.kind() {
        ErrorKind::NotFound => ("没有这个文件", "there is no such file"),
        ErrorKind::PermissionDenied => ("没有权限", "permission denied"),
        ErrorKind::IsADirectory => ("是一个文件夹", "it is a folder"),
        ErrorKind::NotADirectory => ("不是文件夹", "it is no folder"),
        _ => return tiaoli::Value::from(why),
    };
    tiaoli::Value::said(zh, en)
}
