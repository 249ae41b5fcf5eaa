//! What goes into a compiled file.

use tiaoli_compiled::{Contents, Source};
use tiaoli_compiler::{File, Package};
use tiaoli_eval::program::Program;

/// The contents of the compiled file of a package and its program.
///
/// The digests are those of the texts as they were read; names stand without their folders, so that where a package
/// lies changes no byte.
#[must_use]
pub fn contents(package: &Package, program: Program) -> Contents {
    let source = |file: &File| Source::of(file.name.rsplit(['/', '\\']).next().unwrap_or_default(), &file.text);
    let packages = std::iter::once(package).chain(&package.companions);
    let texts = packages.flat_map(|it| [&it.source, &it.cuts].into_iter().chain(&it.rules));
    let sources = texts.map(source).collect();
    Contents { language: package.manifest.language.clone(), sources, program }
}
