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

/// A path as tools read it: from the folder that the run started in where it lies below, with `/` between its parts.
pub(crate) fn relative(path: &str) -> String {
    let below = std::env::current_dir().ok().and_then(|here| Path::new(path).strip_prefix(here).ok().map(shown));
    let path = below.unwrap_or_else(|| path.to_owned());
    let path = if cfg!(windows) { path.replace('\\', "/") } else { path };
    path.strip_prefix("./").map(str::to_owned).unwrap_or(path)
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
    utf8(bytes(path)?, path)
}

/// Bytes as text; `path` names them.
///
/// # Errors
///
/// They are not UTF-8.
pub(crate) fn utf8(bytes: Vec<u8>, path: &Path) -> Result<String, Failure> {
    String::from_utf8(bytes).map_err(|wrong| {
        let valid = wrong.utf8_error().valid_up_to();
        let line = wrong.as_bytes().iter().take(valid).filter(|byte| **byte == b'\n').count().saturating_add(1);
        Failure::finding(Diagnostic::new(Code::NOT_UTF8).arg("path", shown(path)).arg("line", line))
    })
}

/// Puts a text in the place of a file. It is written beside the file first and read back, so that a run cut short, or a
/// full disk, leaves the old one whole.
///
/// # Errors
///
/// It cannot be written, or may not be.
pub(crate) fn replace(path: &Path, text: &str) -> Result<(), Failure> {
    let fails = |why: std::io::Error| Failure::usage(cannot(Code::CANNOT_WRITE, path, &why));
    // behind a link, the file that it means is replaced
    let target = if path.exists() { path.canonicalize().map_err(fails)? } else { path.to_owned() };
    let before = std::fs::metadata(&target).ok().map(|it| it.permissions());
    if before.as_ref().is_some_and(std::fs::Permissions::readonly) {
        return Err(fails(std::io::ErrorKind::PermissionDenied.into()));
    }
    let mut name = std::ffi::OsString::from(".");
    name.push(target.file_name().unwrap_or_default());
    name.push(".tmp");
    let beside = target.with_file_name(name);
    let written = std::fs::write(&beside, text)
        .and_then(|()| before.map_or(Ok(()), |before| std::fs::set_permissions(&beside, before)))
        .and_then(|()| std::fs::read(&beside));
    let done = match written {
        Ok(back) if back == text.as_bytes() => std::fs::rename(&beside, &target).map_err(fails),
        Ok(_) => Err(Failure::finding(Diagnostic::new(Code::NOT_WRITTEN).arg("path", shown(path)))),
        Err(why) => Err(fails(why)),
    };
    if done.is_err() {
        // it may not even be there
        let _gone = std::fs::remove_file(&beside);
    }
    done
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
