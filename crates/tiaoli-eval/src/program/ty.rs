//! Types of values: what a node yields for one row.

use super::EnumId;

/// The type of a node.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(deny_unknown_fields))]
pub enum Ty {
    /// 是否
    Truth,
    /// A number: an integer scaled by `scale` decimal places, in `unit`.
    Number {
        /// What it counts or measures.
        unit: Unit,
        /// Decimal places.
        scale: u8,
    },
    /// A calendar date, as a day number.
    Date,
    /// A member of an enumeration.
    Member(EnumId),
    /// 标识: who or what something is. Only whether two are the same can be asked.
    Key,
}

/// A product of base units with exponents, sorted by name; empty for a share or a ratio.
///
/// 元/平方米/月 is `元 1, 平方米 -1, 月 -1`. Units multiply and cancel.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(deny_unknown_fields))]
pub struct Unit(Vec<(String, i8)>);

impl Unit {
    /// No unit: a share, a ratio.
    #[must_use]
    pub fn none() -> Self {
        Self::default()
    }

    /// One base unit.
    #[must_use]
    pub fn base(name: &str) -> Self {
        Self(vec![(name.to_owned(), 1)])
    }

    /// 元
    #[must_use]
    pub fn yuan() -> Self {
        Self::base("元")
    }

    /// The unit of a product.
    #[must_use]
    pub fn times(&self, other: &Self) -> Self {
        self.combine(other, 1)
    }

    /// The unit of a quotient.
    #[must_use]
    pub fn over(&self, other: &Self) -> Self {
        self.combine(other, -1)
    }

    /// The base units with their exponents.
    #[must_use]
    pub fn bases(&self) -> &[(String, i8)] {
        &self.0
    }

    fn combine(&self, other: &Self, sign: i8) -> Self {
        let mut bases = self.0.clone();
        for (name, power) in &other.0 {
            let power = power.saturating_mul(sign);
            match bases.iter_mut().find(|(known, _)| known == name) {
                Some((_, sum)) => *sum = sum.saturating_add(power),
                None => bases.push((name.clone(), power)),
            }
        }
        bases.retain(|(_, power)| *power != 0);
        bases.sort();
        Self(bases)
    }
}

impl std::fmt::Display for Unit {
    /// Writes 元/平方米/月; nothing for a share.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let up = self.0.iter().filter(|(_, power)| *power > 0);
        let down = self.0.iter().filter(|(_, power)| *power < 0);
        let mut first = true;
        for (name, power) in up {
            for _ in 0..*power {
                if !first {
                    f.write_str("·")?;
                }
                f.write_str(name)?;
                first = false;
            }
        }
        for (name, power) in down {
            for _ in 0..power.unsigned_abs() {
                write!(f, "/{name}")?;
            }
        }
        Ok(())
    }
}
