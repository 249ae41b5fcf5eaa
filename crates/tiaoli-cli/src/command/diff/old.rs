//! The old side of a comparison: a folder, a compiled file, or a revision of the new one in git.

use super::whole;
use crate::companions::{self, With};
use crate::files;
use crate::manifest;
use crate::package::{self, CUTS, LOCK, MANIFEST};
use crate::report::{Exit, Failure};
use crate::surroundings::Context;
use std::path::Path;
use std::process::Command;
use tiaoli::{Case, Code, Diagnostic, File, Package, Problems, Program, Sources};

/// The old policy as it is compared: a compiled file has no golden cases.
pub(super) struct Old {
    pub(super) program: Program,
    pub(super) cases: Vec<Case>,
}

/// The policy that `old` names beside the package in `folder`.
///
/// # Errors
///
/// There is no such folder, file or revision; what stands there is no package, does not compile, or is refused as a compiled
/// file.
pub(super) fn policy(old: &str, folder: &Path, with: &With, context: &Context<'_>) -> Result<Old, Failure> {
    let path = Path::new(old);
    if path.is_file() {
        return Ok(Old { program: crate::policy::load(path, context)?.program, cases: Vec::new() });
    }
    let package = if path.exists() { package::load(path, with)? } else { revision(old, folder, with)? };
    let whole = whole(tiaoli::compile(&package))?;
    Ok(Old { program: whole.program, cases: whole.compiled.cases })
}

fn revision(revision: &str, folder: &Path, with: &With) -> Result<Package, Failure> {
    let names = git(folder, revision, &["ls-tree", "--name-only", "-z", revision, "--", "./"])?;
    let names: Vec<&str> = names.split('\0').filter(|name| !name.is_empty()).collect();
    let last = |name: &str| name.rsplit('/').next().unwrap_or_default().to_owned();
    let shown = |name: &str| format!("{revision}:{name}");
    let read = |name: &str| -> Result<File, Failure> {
        let text = git(folder, revision, &["show", &format!("{revision}:./{name}")])?;
        Ok(File { name: shown(name), text })
    };
    let has = |name: &str| names.iter().any(|it| last(it) == name);
    if !has(MANIFEST) {
        return Err(Failure::usage(Diagnostic::new(Code::NOT_A_PACKAGE).arg("path", shown(&files::shown(folder)))));
    }
    let manifest_file = read(MANIFEST)?;
    let (mut sources, mut problems) = (Sources::new(), Problems::new());
    let id = sources.add(&*manifest_file.name, &*manifest_file.text);
    let manifest = manifest::read(&manifest_file.text, id, &mut problems);
    if !problems.is_empty() {
        return Err(Failure { problems, sources, document: None, exit: Exit::Findings });
    }
    let mut rules: Vec<String> = names.iter().map(|name| last(name)).filter(|name| name.ends_with(".tiaoli")).collect();
    rules.sort();
    let mut package = Package {
        source: read(&manifest.source)?,
        cuts: read(CUTS)?,
        lock: if has(LOCK) { Some(read(LOCK)?) } else { None },
        rules: rules.iter().map(|name| read(name)).collect::<Result<_, _>>()?,
        manifest,
        companions: Vec::new(),
    };
    // The policies beside it are those of today.
    package.companions = companions::load(folder, &package, with)?;
    Ok(package)
}

/// What git says in the folder of the package.
fn git(folder: &Path, revision: &str, arguments: &[&str]) -> Result<String, Failure> {
    let unknown = || Failure::usage(Diagnostic::new(Code::NO_SUCH_REVISION).arg("revision", revision));
    let out = Command::new("git").arg("-C").arg(folder).args(arguments).output().map_err(|_| unknown())?;
    if !out.status.success() {
        return Err(unknown());
    }
    String::from_utf8(out.stdout).map_err(|_| unknown())
}
