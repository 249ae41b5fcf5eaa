//! "Did you mean": the known name that is closest to an unknown one.

/// A name longer than this gets no suggestion, so that looking for one stays cheap on hostile input.
const LONGEST: usize = 100;

/// The name of `known` that `asked` was probably meant to be; the first one of equals.
pub(crate) fn near<'a>(asked: &str, known: impl IntoIterator<Item = &'a str>) -> Option<String> {
    let length = asked.chars().take(LONGEST + 1).count();
    if length > LONGEST {
        return None;
    }
    let plain = plain(asked);
    let distance = |name: &str| strsim::osa_distance(&plain, &self::plain(name));
    let (distance, name) =
        known.into_iter().map(|name| (distance(name), name)).min_by_key(|(distance, _)| *distance)?;
    let shorter = length.min(name.chars().count());
    // In a name of two or three characters one may be wrong; never all of them.
    (distance <= (shorter / 3).max(1) && distance < shorter).then(|| name.to_owned())
}

/// Case, blanks and the sort of dash are no difference worth counting.
fn plain(name: &str) -> String {
    name.trim().chars().map(|it| if it == '-' || it == ' ' { '_' } else { it.to_ascii_lowercase() }).collect()
}

#[cfg(test)]
mod tests {
    use super::near;

    #[test]
    fn a_slip_is_recognised_and_another_word_is_not() {
        let known = ["actual_investment", "实际投入", "role"];
        assert_eq!(near("actual_invesment", known).as_deref(), Some("actual_investment"));
        assert_eq!(near("Actual-Investment", known).as_deref(), Some("actual_investment"));
        assert_eq!(near("实际投人", known).as_deref(), Some("实际投入"));
        assert_eq!(near("colour", known), None);
        assert_eq!(near("", known), None);
        assert_eq!(near(&"x".repeat(1_000_000), known), None);
    }
}
