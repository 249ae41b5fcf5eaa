//! A policy package from its folder.

use crate::companions::{self, With};
use crate::editions;
use crate::files::{self, shown};
use crate::manifest;
use crate::report::{Exit, Failure};
use std::path::{Path, PathBuf};
use tiaoli::{Code, Compiled, Diagnostic, File, Package, Problems, Program, Sources};

/// The manifest of a package.
pub(crate) const MANIFEST: &str = "tiaoli.toml";
/// The writer's cuts.
pub(crate) const CUTS: &str = "source.clauses";
/// What the rules were last checked against.
pub(crate) const LOCK: &str = "source.lock";
/// The most `.tiaoli` files of a package.
const MOST_FILES: usize = 1000;

/// The folder that is meant: the one named, or this one if it is a package.
///
/// # Errors
///
/// None is named, and this one is no package.
pub(crate) fn folder(named: Option<PathBuf>) -> Result<PathBuf, Failure> {
    match named {
        Some(folder) => Ok(folder),
        None if Path::new(MANIFEST).is_file() => Ok(PathBuf::from(".")),
        None => Err(Failure::usage(Diagnostic::new(Code::NO_POLICY_NAMED))),
    }
}

/// Reads the texts of a package and of its companions.
///
/// # Errors
///
/// The first file that is missing or cannot be read, or everything that is wrong with the manifest.
pub(crate) fn load(folder: &Path, with: &With) -> Result<Package, Failure> {
    let mut package = alone(folder)?;
    package.companions = companions::load(folder, &package, with)?;
    Ok(package)
}

/// Reads the texts of a package without its companions.
///
/// # Errors
///
/// As [`load`].
pub(crate) fn alone(folder: &Path) -> Result<Package, Failure> {
    let manifest = load_manifest(folder)?;
    let source_path = folder.join(&manifest.source);
    let source = needed(&source_path, || Diagnostic::new(Code::NO_DOCUMENT).arg("path", shown(&source_path)))?;
    let cuts = needed(&folder.join(CUTS), || Diagnostic::new(Code::NO_CUTS).arg("path", shown(folder)))?;
    let lock = optional(&folder.join(LOCK))?;
    let rules = rule_files(folder)?.iter().map(|path| file(path)).collect::<Result<_, _>>()?;
    Ok(Package { manifest, source, cuts, lock, rules, companions: Vec::new() })
}

/// Reads and compiles a package.
///
/// # Errors
///
/// As [`load`]; problems of the policy itself are in what comes back.
pub(crate) fn compile(folder: &Path, with: &With) -> Result<Compiled, Failure> {
    Ok(tiaoli::compile(&load(folder, with)?))
}

/// The program of a package.
///
/// # Errors
///
/// The package does not compile; its problems.
pub(crate) fn program(package: &Package) -> Result<Program, Failure> {
    let mut compiled = tiaoli::compile(package);
    compiled.program.take().ok_or_else(|| Failure::of_package(compiled))
}

/// The manifest of the package in `folder`.
///
/// # Errors
///
/// There is none, or it is not a manifest.
pub(crate) fn load_manifest(folder: &Path) -> Result<tiaoli::Manifest, Failure> {
    if let Err(why) = std::fs::metadata(folder) {
        return Err(Failure::usage(files::cannot(Code::CANNOT_OPEN, folder, &why)));
    }
    if folder.is_file() {
        return Err(Failure::usage(Diagnostic::new(Code::NEEDS_THE_PACKAGE).arg("path", shown(folder))));
    }
    let path = folder.join(MANIFEST);
    let inside = if path.exists() { Vec::new() } else { editions::inside(folder) };
    if !inside.is_empty() {
        return Err(editions::which(folder, &inside));
    }
    let it = needed(&path, || Diagnostic::new(Code::NOT_A_PACKAGE).arg("path", shown(folder)))?;
    let (mut sources, mut problems) = (Sources::new(), Problems::new());
    let id = sources.add(&*it.name, &*it.text);
    let manifest = manifest::read(&it.text, id, &mut problems);
    if problems.is_empty() {
        Ok(manifest)
    } else {
        Err(Failure { problems, sources, document: None, exit: Exit::Findings })
    }
}

fn file(path: &Path) -> Result<File, Failure> {
    Ok(File { name: shown(path), text: files::text(path)? })
}

/// A file that a package must have; without it the package is at fault, not the command line.
fn needed(path: &Path, missing: impl FnOnce() -> Diagnostic) -> Result<File, Failure> {
    if path.exists() { file(path) } else { Err(Failure::finding(missing())) }
}

fn optional(path: &Path) -> Result<Option<File>, Failure> {
    if path.exists() { file(path).map(Some) } else { Ok(None) }
}

/// The `.tiaoli` files of a folder by name.
fn rule_files(folder: &Path) -> Result<Vec<PathBuf>, Failure> {
    let fails = |why: std::io::Error| Failure::usage(files::cannot(Code::CANNOT_OPEN, folder, &why));
    let mut paths = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(fails)? {
        let path = entry.map_err(fails)?.path();
        if path.extension().is_some_and(|ending| ending == "tiaoli") && path.is_file() {
            paths.push(path);
        }
    }
    paths.sort();
    let problem = match paths.len() {
        0 => Diagnostic::new(Code::NO_RULES),
        count if count > MOST_FILES => Diagnostic::new(Code::TOO_MANY_FILES).arg("most", MOST_FILES),
        _ => return Ok(paths),
    };
    Err(Failure::finding(problem.arg("path", shown(folder))))
}
