//! Compiled files, damaged: at random, and by somebody who knows the format.

use crate::generate::Random;
use tiaoli::compiled::{HEADER, read};
use tiaoli::program::OptionId;
use tiaoli::trace::trace;
use tiaoli::{
    Format, Program, Reader, allocate, claim, decide, decision_json, inspect, parse, procedure, schema, select,
};

/// The file with something wrong: bits turned, bytes overwritten, a piece cut out, doubled, or added at the end.
///
/// # Panics
///
/// For an empty file.
#[must_use]
pub fn damage(random: &mut Random, file: &[u8]) -> Vec<u8> {
    let mut bytes = file.to_vec();
    loop {
        let at = random.below(bytes.len() as u64) as usize;
        match random.below(8) {
            0..=2 => bytes[at] ^= 1 << random.below(8),
            // Half of the damage is to the few bytes that say what the rest is.
            3 | 4 => bytes[at % HEADER] ^= 1 << random.below(8),
            5 => bytes.truncate(at),
            6 => {
                let end = (at + 1 + random.below(64) as usize).min(bytes.len());
                let piece = bytes[at..end].to_vec();
                let to = random.below(bytes.len() as u64) as usize;
                bytes.splice(to..to, piece);
            }
            _ => bytes.push(random.below(256) as u8),
        }
        if bytes.is_empty() || (bytes != file && random.below(2) == 0) {
            return bytes;
        }
        if bytes == file {
            continue;
        }
    }
}

/// Puts a frame with a right length and digest around a body, as somebody would who wants it to be read.
#[must_use]
pub fn frame(header: &[u8], body: &[u8]) -> Vec<u8> {
    use sha2::{Digest, Sha256};
    let mut bytes = header[..12].to_vec();
    bytes.extend((body.len() as u32).to_be_bytes());
    let mut hash = Sha256::new();
    hash.update(&bytes);
    hash.update(body);
    bytes.extend_from_slice(&hash.finalize());
    bytes.extend(body);
    bytes
}

/// Reads a file and, where it loads, asks it everything that can be asked. Nothing is expected but an answer.
///
/// # Panics
///
/// Never, whatever the file is: that is what is tested.
pub fn ask(file: &[u8], applications: &[&[u8]]) -> bool {
    let Ok(contents) = read(file) else { return false };
    let program = &contents.program;
    let _said = schema(program).to_string();
    let calendar = procedure::Calendar::default();
    let options: Vec<OptionId> = program.options.ids().take(2).collect();
    for asked in [&[][..], &options] {
        let Ok(selection) = select(program, asked) else { continue };
        let reader = Reader::new(program);
        let mut entries = Vec::new();
        for (index, application) in applications.iter().enumerate() {
            let Some(application) = parse(application, Format::Json).ok().and_then(|node| reader.read(&node).ok())
            else {
                continue;
            };
            let decision = decide(program, &selection, &application);
            let _said = decision_json(program, &decision).to_string();
            let _said = inspect(program, Some((&application, &calendar))).to_string();
            explain(program, &selection, &application);
            entries.push((allocate::enter(program, &selection, &index.to_string(), &application), application.as_of));
        }
        let Some(as_of) = entries.iter().map(|(_, as_of)| *as_of).max() else { continue };
        let entries: Vec<_> = entries.into_iter().map(|(entry, _)| entry).collect();
        let _said = allocate::json(program, &allocate::allocate(program, &entries, &[], as_of, None)).to_string();
    }
    true
}

fn explain(program: &Program, selection: &tiaoli::Selection, application: &tiaoli::Application) {
    let claims = claim::decide(program, selection, application);
    for project in 0..application.projects.len() {
        for rule in program.rules.ids() {
            let _steps = trace(program, selection, application, &claims, rule, project);
        }
    }
}
