//! A policy to be asked: from the folder of its package, or from a compiled file.

use crate::companions::With;
use crate::files::{self, shown};
use crate::package;
use crate::report::Failure;
use crate::surroundings::Context;
use std::path::{Path, PathBuf};
use tiaoli::compiled::{Contents, Signer, Unreadable};
use tiaoli::{Code, Diagnostic, Program, Value};

/// The program of a policy.
///
/// # Errors
///
/// The problems of a package that has errors; why a compiled file is refused.
pub(crate) fn program(path: &Path, with: &With, context: &Context<'_>) -> Result<Program, Failure> {
    if path.is_file() {
        // What it was read together with, a compiled file holds.
        with.none_for(path)?;
        return Ok(load(path, context)?.program);
    }
    package::program(&package::load(path, with)?)
}

/// A policy with what it was made from.
///
/// # Errors
///
/// As [`program`].
pub(crate) fn contents(path: &Path, with: &With, context: &Context<'_>) -> Result<Contents, Failure> {
    if path.is_file() {
        // What it was read together with, a compiled file holds.
        with.none_for(path)?;
        return load(path, context);
    }
    let package = package::load(path, with)?;
    let program = package::program(&package)?;
    Ok(tiaoli::contents(&package, program))
}

/// Loads a compiled file, with the signature that was asked for.
///
/// # Errors
///
/// It cannot be opened, is refused, or is not signed.
pub(crate) fn load(path: &Path, context: &Context<'_>) -> Result<Contents, Failure> {
    let bytes = files::bytes(path)?;
    if let Some(key) = &context.signed_by {
        signed(path, &bytes, key)?;
    }
    tiaoli::compiled::read(&bytes).map_err(|why| refused(path, &why))
}

fn refused(path: &Path, why: &Unreadable) -> Failure {
    let (zh, en) = why.words();
    let problem = Diagnostic::new(Code::COMPILED_REFUSED).arg("path", shown(path));
    Failure::refused(problem.arg("why", Value::said(zh, en)))
}

fn signed(path: &Path, bytes: &[u8], key: &Path) -> Result<(), Failure> {
    let lacks =
        |why: Value| Failure::refused(Diagnostic::new(Code::NOT_SIGNED).arg("path", shown(path)).arg("why", why));
    let signer = Signer::new(&files::text(key)?).map_err(|_| {
        lacks(Value::said(
            format!("「{}」不是 minisign 公钥", shown(key)),
            format!("`{}` is no minisign public key", shown(key)),
        ))
    })?;
    let mut beside = path.as_os_str().to_owned();
    beside.push(".minisig");
    let beside = PathBuf::from(beside);
    if !beside.exists() {
        return Err(lacks(Value::said(
            format!("没有「{}」", shown(&beside)),
            format!("there is no `{}`", shown(&beside)),
        )));
    }
    let why = |_| Value::said("签名是别的密钥或别的文件的", "the signature is another key's, or of another file");
    signer.check(bytes, &files::text(&beside)?).map_err(|it| lacks(why(it)))
}
