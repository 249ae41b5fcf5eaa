//! Many applications: an array, one to a line, or one alone.

use crate::application::{Path, Reader};
use crate::keys;
use crate::node::{Format, Node, parse};
use crate::problem::Problem;
use crate::refused::Refused;
use std::collections::BTreeMap;
use tiaoli_eval::application::Application;

/// The applications of one run, told apart by who applies.
#[derive(Debug, Default)]
pub struct Applicants {
    /// Where each applicant was first read.
    known: BTreeMap<String, String>,
}

/// The nodes of a text: those of a list, the only one, or one a line (JSON).
///
/// # Errors
///
/// [`Refused`] where the text, or one of its lines, is broken.
pub fn applicants(bytes: &[u8], format: Format) -> Result<Vec<Node>, Refused> {
    match parse(bytes, format) {
        Ok(Node::List(nodes)) => Ok(nodes),
        Ok(node) => Ok(vec![node]),
        Err(broken) if format == Format::Json => match by_line(bytes) {
            Some(lines) => lines,
            None => Err(broken),
        },
        Err(broken) => Err(broken),
    }
}

/// Each line by itself, where the first one is a whole object and there are more.
fn by_line(bytes: &[u8]) -> Option<Result<Vec<Node>, Refused>> {
    let text = std::str::from_utf8(bytes).ok()?;
    let mut lines = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    let (_, first) = lines.next()?;
    let Ok(node @ Node::Map(_)) = parse(first.as_bytes(), Format::Json) else { return None };
    let mut nodes = vec![node];
    for (at, line) in lines {
        match parse(line.as_bytes(), Format::Json) {
            Ok(node) => nodes.push(node),
            Err(mut broken) => {
                if let Some(place) = &mut broken.place {
                    place.line = u64::try_from(at).unwrap_or(u64::MAX).saturating_add(1);
                }
                return Some(Err(broken));
            }
        }
    }
    Some(Ok(nodes))
}

impl Applicants {
    /// Reads one application of a run; `place` says where it stands, as `$[3]`. It must say who applies, and nobody
    /// applies twice.
    ///
    /// # Errors
    ///
    /// As [`Reader::read`]; further an `applicant_id` that is missing or was there before.
    pub fn read(&mut self, reader: &Reader<'_>, node: &Node, place: &str) -> Result<(String, Application), Refused> {
        let here = |mut refused: Refused| {
            refused.path = format!("{place}{}", refused.path.strip_prefix('$').unwrap_or(&refused.path));
            refused
        };
        let application = reader.read(node).map_err(here)?;
        let path = Path::Root;
        let path = path.key(keys::APPLICANT_ID);
        let Some(id) = application.applicant_id.clone() else {
            return Err(here(Problem::MissingKey(keys::APPLICANT_ID).at(path)));
        };
        if let Some(first) = self.known.get(&id) {
            return Err(here(Problem::ApplicantTwice { id, first: first.clone() }.at(path)));
        }
        self.known.insert(id.clone(), place.to_owned());
        Ok((id, application))
    }
}
