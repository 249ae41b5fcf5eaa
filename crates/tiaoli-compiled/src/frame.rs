//! The frame around the body: magic, format, length, digest.
//!
//! ```text
//! 0   8  magic
//! 8   4  format, big-endian
//! 12  4  length of the body, big-endian
//! 16 32  SHA-256 of the 16 bytes before it and of the body
//! 48     the body
//! ```

use crate::unreadable::{Reason, Unreadable};
use sha2::{Digest, Sha256};

/// The first bytes of a compiled file. The last four show a transfer that changed line ends, as PNG's do.
pub const MAGIC: [u8; 8] = *b"\x89TLC\r\n\x1a\n";
/// The format that this release writes and reads.
pub const FORMAT: u32 = 1;
/// How many bytes stand before the body.
pub const HEADER: usize = 48;
/// The longest file that is read, in bytes. A policy of a hundred articles takes a few hundred thousand.
pub const MAX_BYTES: usize = 16 << 20;

/// How many bytes stand before the digest.
const SIGNED: usize = 16;

/// Puts the frame around a body.
pub(crate) fn close(body: &[u8]) -> Result<Vec<u8>, Unreadable> {
    let length = body.len().saturating_add(HEADER);
    if length > MAX_BYTES {
        return Err(Unreadable::of(Reason::TooLarge));
    }
    let mut bytes = Vec::with_capacity(length);
    bytes.extend_from_slice(&MAGIC);
    bytes.extend_from_slice(&FORMAT.to_be_bytes());
    bytes.extend_from_slice(&u32::try_from(body.len()).unwrap_or(u32::MAX).to_be_bytes());
    let digest = digest(&bytes, body);
    bytes.extend_from_slice(&digest);
    bytes.extend_from_slice(body);
    Ok(bytes)
}

/// The body of a file whose frame is right.
pub(crate) fn open(bytes: &[u8]) -> Result<&[u8], Unreadable> {
    if bytes.len() > MAX_BYTES {
        return Err(Unreadable::of(Reason::TooLarge));
    }
    let known = bytes.len().min(MAGIC.len());
    if bytes.get(..known) != MAGIC.get(..known) || bytes.is_empty() {
        return Err(Unreadable::of(Reason::NotACompiledFile));
    }
    let Some((header, body)) = bytes.split_at_checked(HEADER) else { return Err(Unreadable::of(Reason::Truncated)) };
    let format = number(header, MAGIC.len());
    if format != FORMAT {
        return Err(Unreadable::of(Reason::OtherFormat(format)));
    }
    let due = usize::try_from(number(header, 12)).unwrap_or(usize::MAX);
    match body.len().cmp(&due) {
        std::cmp::Ordering::Less => return Err(Unreadable::of(Reason::Truncated)),
        std::cmp::Ordering::Greater => return Err(Unreadable::of(Reason::TooLong)),
        std::cmp::Ordering::Equal => {}
    }
    let Some((signed, stated)) = header.split_at_checked(SIGNED) else { return Err(Unreadable::of(Reason::Truncated)) };
    if digest(signed, body).as_slice() != stated {
        return Err(Unreadable::of(Reason::Damaged));
    }
    Ok(body)
}

fn number(bytes: &[u8], at: usize) -> u32 {
    let four = bytes.get(at..at.saturating_add(4)).and_then(|it| it.try_into().ok());
    u32::from_be_bytes(four.unwrap_or_default())
}

fn digest(signed: &[u8], body: &[u8]) -> [u8; 32] {
    let mut hash = Sha256::new();
    hash.update(signed);
    hash.update(body);
    hash.finalize().into()
}
