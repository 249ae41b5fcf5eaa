//! "Did you mean": the known name nearest to one that is not known.

use strsim::osa_distance;

/// Longer names than this, in characters, get no suggestion: comparing costs the product of two lengths.
const LONGEST: usize = 64;

/// The candidate that the writer of `name` most probably meant, if any is near.
///
/// Near is: the same but for case and for `-`, `_` and blanks; or one slip in two to five characters, two in six to
/// eight, and so on (a slip is a character too many, too few, another, or two swapped); or one name that lies whole
/// inside the other and makes up half of it. A name of one character is near to nothing. Of equally near candidates the
/// one that begins alike for longest wins, then the first in the order given.
pub fn suggest<'a>(name: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let wanted = plain(name)?;
    let near = |candidate: &'a str| {
        let known = plain(candidate)?;
        let slips = distance(&wanted, &known)?;
        let alike = wanted.chars().zip(known.chars()).take_while(|(a, b)| a == b).count();
        Some(((slips, std::cmp::Reverse(alike)), candidate))
    };
    // `min_by_key` keeps the first of equals, which makes the answer independent of anything but the order given
    candidates.into_iter().filter_map(near).min_by_key(|(rank, _)| *rank).map(|(_, candidate)| candidate)
}

/// The name without what writers vary freely; `None` for one too short or too long to judge.
fn plain(name: &str) -> Option<String> {
    if name.chars().nth(LONGEST).is_some() {
        return None;
    }
    let plain: String =
        name.chars().filter(|c| !c.is_whitespace() && *c != '_' && *c != '-').flat_map(char::to_lowercase).collect();
    (plain.chars().count() > 1).then_some(plain)
}

/// How many slips apart, or `None` when that is too far.
fn distance(wanted: &str, known: &str) -> Option<usize> {
    let (long, short) = {
        let (a, b) = (wanted.chars().count(), known.chars().count());
        (a.max(b), a.min(b))
    };
    let slips = osa_distance(wanted, known);
    if slips <= (long / 3).max(1) {
        return Some(slips);
    }
    let inside = (wanted.contains(known) || known.contains(wanted)) && short * 2 >= long;
    inside.then_some(slips)
}
