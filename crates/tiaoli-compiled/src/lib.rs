//! the compiled file: a program as bytes, and back; refuses what is damaged or hostile
//!
//! ```text
//! Contents --write--> bytes --read--> Contents
//! ```
//!
//! A file is a [frame](MAGIC) around a body. The frame says that it is such a file, of which format, how long it is, and
//! holds the SHA-256 of everything else; the body is MessagePack, each field under its name. The same contents are the
//! same bytes. [`read`] believes nothing: past the digest it checks that every id of the program names something, that
//! nodes stand in order, and that nothing is deeper than what the evaluator walks.
//!
//! # What is compatible with what
//!
//! - A file of an older release is read as long as [`FORMAT`] is the same. Within one format the program only grows: new
//!   kinds of nodes, new members of enumerations, new fields with a default.
//! - A file of a newer release is read where it holds nothing new. A field or a kind of node that this release does not
//!   know refuses the file by name: nothing is ever skipped, since what is skipped may change a sum.
//! - Whatever cannot be kept so raises [`FORMAT`]; files of other formats are refused, and made anew from their package.
//!
//! Files of every format that was ever released are kept in `tests/compiled`, with what they decide.

mod contents;
mod frame;
mod ids;
#[cfg(feature = "signature")]
mod signature;
mod sound;
mod unreadable;

pub use contents::{Contents, Source};
pub use frame::{FORMAT, HEADER, MAGIC, MAX_BYTES};
#[cfg(feature = "signature")]
pub use signature::{Signer, Untrusted};
pub use sound::{MAX_DEPTH, MAX_LEVELS};
pub use unreadable::{Reason, Unreadable};

/// Makes the bytes of a compiled file: the same contents, the same bytes.
///
/// # Errors
///
/// [`Unreadable`] where the contents are no sound program, or larger than [`MAX_BYTES`]: what is written can be read.
pub fn write(contents: &Contents) -> Result<Vec<u8>, Unreadable> {
    let body = rmp_serde::to_vec_named(contents).map_err(|why| Unreadable::content(&why))?;
    sound::check(&contents.program)?;
    frame::close(&body)
}

/// Reads a compiled file.
///
/// # Errors
///
/// [`Unreadable`], with what is wrong. No file makes it panic, and none makes it take more memory than a fixed multiple
/// of its own length.
pub fn read(bytes: &[u8]) -> Result<Contents, Unreadable> {
    let body = frame::open(bytes)?;
    let mut reader = rmp_serde::Deserializer::from_read_ref(body);
    let contents = serde::Deserialize::deserialize(&mut reader).map_err(|why| Unreadable::content(&why))?;
    let Contents { program, .. } = &contents;
    sound::check(program)?;
    Ok(contents)
}
