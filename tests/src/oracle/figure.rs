//! Exact figures, and how they are read and written.

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{Signed, Zero};

/// A figure that is never negative. `Unbounded` stands for an unknown figure at its greatest, and for a sum that the text leaves open.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Figure {
    /// An exact figure.
    Finite(BigRational),
    /// Greater than every exact figure.
    Unbounded,
}

/// A whole figure.
pub(crate) fn whole(n: i64) -> Figure {
    Figure::Finite(BigRational::from_integer(BigInt::from(n)))
}

/// So many 万元, in yuan.
pub(crate) fn wan(n: i64) -> Figure {
    whole(n * 10_000)
}

impl Figure {
    /// Nothing.
    pub(crate) fn zero() -> Self {
        whole(0)
    }

    /// Whether this is exactly nothing.
    pub(crate) fn is_zero(&self) -> bool {
        matches!(self, Self::Finite(n) if n.is_zero())
    }

    /// So many hundredths of this.
    pub(crate) fn percent(&self, n: i64) -> Self {
        match self {
            Self::Finite(x) => Self::Finite(x * BigRational::new(BigInt::from(n), BigInt::from(100))),
            Self::Unbounded => Self::Unbounded,
        }
    }

    /// The sum of two figures.
    pub(crate) fn plus(&self, other: &Self) -> Self {
        match (self, other) {
            (Self::Finite(a), Self::Finite(b)) => Self::Finite(a + b),
            _ => Self::Unbounded,
        }
    }

    /// What is left after `other` is taken away, never below zero. What is unbounded stays so, unless as much is taken.
    pub(crate) fn less(&self, other: &Self) -> Self {
        match (self, other) {
            (Self::Finite(a), Self::Finite(b)) => {
                let rest = a - b;
                if rest.is_negative() { Self::zero() } else { Self::Finite(rest) }
            }
            (Self::Unbounded, Self::Finite(_)) => Self::Unbounded,
            (_, Self::Unbounded) => Self::zero(),
        }
    }

    /// `part` of `total` as a percentage.
    pub(crate) fn share(part: &Self, total: &Self) -> Self {
        match (part, total) {
            (Self::Finite(part), Self::Finite(total)) => {
                Self::Finite(part * BigRational::from_integer(BigInt::from(100)) / total)
            }
            _ => Self::Unbounded,
        }
    }

    /// As written in a decision: at least two places and no trailing zero beyond the second. `None` where open.
    pub(crate) fn text(&self) -> Option<String> {
        let Self::Finite(x) = self else { return None };
        let ten = BigInt::from(10);
        let mut places = 0_usize;
        let mut digits = x.clone();
        while places < 2 || !digits.is_integer() {
            assert!(places < 40, "{x} has no end as a decimal");
            digits *= BigRational::from_integer(ten.clone());
            places += 1;
        }
        let text = format!("{:0>width$}", digits.to_integer().to_string(), width = places + 1);
        let (front, back) = text.split_at(text.len() - places);
        Some(format!("{front}.{back}"))
    }
}

/// Reads digits with an optional fraction of at most `places` written places. No sign, exponent, blank or bare point.
pub(crate) fn read(text: &str, places: usize) -> Option<Figure> {
    let (front, back) = match text.split_once('.') {
        Some((_, "")) => return None,
        Some(parts) => parts,
        None => (text, ""),
    };
    let digits_only = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    if front.is_empty() || back.len() > places || !digits_only(front) || !digits_only(back) {
        return None;
    }
    let numerator: BigInt = format!("{front}{back}").parse().ok()?;
    let denominator = num_traits::pow(BigInt::from(10), back.len());
    Some(Figure::Finite(BigRational::new(numerator, denominator)))
}
