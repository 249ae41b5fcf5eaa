//! What changed between two wordings of a clause.

#[cfg(test)]
mod tests;

/// The largest table of common parts, in cells. Beyond it the whole middle counts as changed.
const LARGEST: usize = 1 << 20;

/// A stretch of a comparison.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// The same in both wordings.
    Same(String),
    /// Only in the earlier one.
    Before(String),
    /// Only in the later one.
    After(String),
}

/// The two wordings as one sequence of pieces: without the [`Piece::After`] it reads `before`, without the
/// [`Piece::Before`] it reads `after`.
///
/// Chinese is compared by character; a figure or a Latin word is taken or left whole, so that 700 never shares its
/// zeros with 7000. A single character between two changes is not kept apart.
pub fn diff(before: &str, after: &str) -> Vec<Piece> {
    let (a, b) = (tokens(before), tokens(after));
    let head = a.iter().zip(&b).take_while(|(a, b)| a == b).count();
    let (rest_a, rest_b) = (a.get(head..).unwrap_or(&[]), b.get(head..).unwrap_or(&[]));
    let tail = rest_a.iter().rev().zip(rest_b.iter().rev()).take_while(|(a, b)| a == b).count();
    let (mid_a, end) = rest_a.split_at_checked(rest_a.len() - tail).unwrap_or((rest_a, &[]));
    let (mid_b, _) = rest_b.split_at_checked(rest_b.len() - tail).unwrap_or((rest_b, &[]));

    let mut runs = Runs::default();
    runs.same(a.get(..head).unwrap_or(&[]));
    runs.middle(mid_a, mid_b);
    runs.same(end);
    runs.finish()
}

/// The pieces on one line: `最高不超过[-30-]{+70+}万元`.
pub fn show_diff(pieces: &[Piece]) -> String {
    let show = |piece: &Piece| match piece {
        Piece::Same(words) => words.clone(),
        Piece::Before(words) => format!("[-{words}-]"),
        Piece::After(words) => format!("{{+{words}+}}"),
    };
    pieces.iter().map(show).collect()
}

/// Figures and Latin words whole, every other character by itself.
fn tokens(text: &str) -> Vec<&str> {
    let mut tokens = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let word = |c: char| c.is_ascii_alphanumeric() || ('０'..='９').contains(&c);
        let end = if word(first) {
            // a point or comma belongs to a figure only between two of its digits
            let chars = rest.char_indices().zip(rest.chars().skip(1).chain([' ']));
            let goes_on =
                |(_, c): (usize, char), next: char| word(c) || (matches!(c, '.' | ',') && next.is_ascii_digit());
            chars.take_while(|(at, next)| goes_on(*at, *next)).last().map_or(0, |((at, c), _)| at + c.len_utf8())
        } else {
            first.len_utf8()
        };
        let Some((token, tail)) = rest.split_at_checked(end.max(1)) else {
            break;
        };
        tokens.push(token);
        rest = tail;
    }
    tokens
}

/// Pieces under construction: words the same, or words lost and words won, one after the other.
#[derive(Default)]
struct Runs {
    done: Vec<Run>,
}

#[derive(Default)]
struct Run {
    same: String,
    tokens: usize,
    lost: String,
    won: String,
}

impl Runs {
    fn same(&mut self, tokens: &[&str]) {
        for token in tokens {
            // words the same come before the changes of their run
            if self.done.last().is_none_or(|run| !run.lost.is_empty() || !run.won.is_empty()) {
                self.done.push(Run::default());
            }
            if let Some(run) = self.done.last_mut() {
                run.same.push_str(token);
                run.tokens += 1;
            }
        }
    }

    fn changed(&mut self, lost: &str, won: &str) {
        if self.done.is_empty() {
            self.done.push(Run::default());
        }
        if let Some(run) = self.done.last_mut() {
            run.lost.push_str(lost);
            run.won.push_str(won);
        }
    }

    /// The longest common subsequence of two short lists, or all of both as changed.
    fn middle(&mut self, a: &[&str], b: &[&str]) {
        let width = b.len() + 1;
        if a.is_empty() || b.is_empty() || (a.len() + 1).saturating_mul(width) > LARGEST {
            if !a.is_empty() || !b.is_empty() {
                self.changed(&a.concat(), &b.concat());
            }
            return;
        }
        // common[i * width + j]: how many tokens a[i..] and b[j..] have in common
        let mut common = vec![0_u32; (a.len() + 1) * width];
        let at = |common: &[u32], i: usize, j: usize| common.get(i * width + j).copied().unwrap_or(0);
        for (i, left) in a.iter().enumerate().rev() {
            for (j, right) in b.iter().enumerate().rev() {
                let best = if left == right {
                    at(&common, i + 1, j + 1) + 1
                } else {
                    at(&common, i + 1, j).max(at(&common, i, j + 1))
                };
                if let Some(cell) = common.get_mut(i * width + j) {
                    *cell = best;
                }
            }
        }
        let (mut i, mut j) = (0, 0);
        loop {
            match (a.get(i), b.get(j)) {
                (Some(left), Some(right)) if left == right => {
                    self.same(&[left]);
                    (i, j) = (i + 1, j + 1);
                }
                (Some(left), right) if right.is_none() || at(&common, i + 1, j) >= at(&common, i, j + 1) => {
                    self.changed(left, "");
                    i += 1;
                }
                (_, Some(right)) => {
                    self.changed("", right);
                    j += 1;
                }
                (_, None) => return,
            }
        }
    }

    fn finish(self) -> Vec<Piece> {
        let mut runs: Vec<Run> = Vec::new();
        for run in self.done {
            match runs.last_mut() {
                Some(before) if run.tokens == 1 && !(run.lost.is_empty() && run.won.is_empty()) => {
                    before.lost.push_str(&format!("{}{}", run.same, run.lost));
                    before.won.push_str(&format!("{}{}", run.same, run.won));
                }
                _ => runs.push(run),
            }
        }
        let pieces =
            runs.into_iter().flat_map(|run| [Piece::Same(run.same), Piece::Before(run.lost), Piece::After(run.won)]);
        pieces.filter(|piece| !matches!(piece, Piece::Same(words) | Piece::Before(words) | Piece::After(words) if words.is_empty())).collect()
    }
}
