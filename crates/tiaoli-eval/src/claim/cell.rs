//! One value, known so far. Each function returns the hull of its image over the box of its arguments, so
//! each is inclusion-monotone: knowing more of an argument never widens the result.

mod fold;

pub use fold::{count, distinct, sum};

use crate::program::{Comparison, Fact, FactKind, MemberSet, Sign, Ty, Value};

/// Stands for "none of the values" among what an authority may yet find; no application can say it.
pub const NO_FINDING: u8 = 127;

/// One value, known so far. A point is an exact value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cell {
    /// 是否: true, false or not known.
    Truth(Truth),
    /// A number or a date between two ends, each included; `None` = open.
    Number(Range),
    /// A member of an enumeration: one of these.
    Member(MemberSet),
    /// A 标识; `None` where it is not known.
    Key(Option<u32>),
    /// The value does not fit: an error of the claims that use it.
    TooLarge,
}

/// What is known of a truth.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Truth {
    /// It holds.
    True,
    /// It does not.
    False,
    /// Not known.
    Unknown,
}

/// What is known of a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Range {
    /// The least it can be; `None` = open downwards.
    pub low: Option<i128>,
    /// The most it can be; `None` = open upwards.
    pub high: Option<i128>,
}

impl Range {
    /// A known number.
    #[must_use]
    pub fn point(value: i128) -> Self {
        Self { low: Some(value), high: Some(value) }
    }

    /// The known number, if it is one.
    #[must_use]
    pub fn as_point(self) -> Option<i128> {
        if self.low == self.high { self.low } else { None }
    }

    /// The least range that holds both.
    #[must_use]
    pub fn hull(self, other: Self) -> Self {
        Self { low: both(self.low, other.low, i128::min), high: both(self.high, other.high, i128::max) }
    }
}

/// `f` of both ends, open where one is open.
fn both(a: Option<i128>, b: Option<i128>, f: impl FnOnce(i128, i128) -> i128) -> Option<i128> {
    Some(f(a?, b?))
}

/// `f` of the ends that are there.
fn either(a: Option<i128>, b: Option<i128>, f: impl FnOnce(i128, i128) -> i128) -> Option<i128> {
    match (a, b) {
        (Some(a), Some(b)) => Some(f(a, b)),
        (one, None) | (None, one) => one,
    }
}

impl Truth {
    /// A known truth.
    #[must_use]
    pub fn of(value: bool) -> Self {
        if value { Self::True } else { Self::False }
    }

    fn not(self) -> Self {
        match self {
            Self::True => Self::False,
            Self::False => Self::True,
            Self::Unknown => Self::Unknown,
        }
    }
}

impl Cell {
    /// A known value.
    #[must_use]
    pub fn of(value: Value) -> Self {
        match value {
            Value::Truth(value) => Self::Truth(Truth::of(value)),
            Value::Number(value) => Self::Number(Range::point(value)),
            Value::Member(member) => Self::Member(MemberSet::one(member)),
            Value::Key(key) => Self::Key(Some(key)),
        }
    }

    /// What is known of a fact before anything is said: its declared range.
    #[must_use]
    pub fn declared(fact: &Fact, members: usize) -> Self {
        match fact.ty {
            Ty::Truth => Self::Truth(Truth::Unknown),
            // A finding that was not made may come out as none of the values.
            Ty::Member(_) if fact.kind == FactKind::Found => {
                Self::Member(MemberSet::first(members).union(MemberSet::one(NO_FINDING)))
            }
            Ty::Member(_) => Self::Member(MemberSet::first(members)),
            Ty::Key => Self::Key(None),
            Ty::Number { .. } | Ty::Date => Self::Number(Range { low: fact.least, high: fact.greatest }),
        }
    }

    /// Whether exactly one value is possible.
    #[must_use]
    pub fn is_point(self) -> bool {
        match self {
            Self::Truth(truth) => truth != Truth::Unknown,
            Self::Number(range) => range.as_point().is_some(),
            Self::Member(set) => set.len() == 1,
            Self::Key(key) => key.is_some(),
            Self::TooLarge => true,
        }
    }

    /// The truth; anything that is no truth is unknown.
    #[must_use]
    pub fn truth(self) -> Truth {
        match self {
            Self::Truth(truth) => truth,
            Self::Number(_) | Self::Member(_) | Self::Key(_) | Self::TooLarge => Truth::Unknown,
        }
    }

    /// The range; anything that is no number is open.
    #[must_use]
    pub fn range(self) -> Range {
        match self {
            Self::Number(range) => range,
            Self::Truth(_) | Self::Member(_) | Self::Key(_) | Self::TooLarge => Range { low: None, high: None },
        }
    }

    fn broken(self) -> bool {
        self == Self::TooLarge
    }

    /// The least cell that holds both.
    #[must_use]
    pub fn hull(self, other: Self) -> Self {
        match (self, other) {
            (Self::Truth(a), Self::Truth(b)) => Self::Truth(if a == b { a } else { Truth::Unknown }),
            (Self::Number(a), Self::Number(b)) => Self::Number(a.hull(b)),
            (Self::Member(a), Self::Member(b)) => Self::Member(a.union(b)),
            (Self::Key(a), Self::Key(b)) => Self::Key(a.filter(|_| a == b)),
            _ => Self::TooLarge,
        }
    }
}

/// Every one holds. One that fails decides, whatever the others are.
pub fn all(of: impl IntoIterator<Item = Cell>) -> Cell {
    let (mut truth, mut broken) = (Truth::True, false);
    for cell in of {
        match cell.truth() {
            Truth::False => return Cell::Truth(Truth::False),
            Truth::Unknown => truth = Truth::Unknown,
            Truth::True => {}
        }
        broken |= cell.broken();
    }
    if broken { Cell::TooLarge } else { Cell::Truth(truth) }
}

/// Some one holds.
pub fn any(of: impl IntoIterator<Item = Cell>) -> Cell {
    not(all(of.into_iter().map(not)))
}

/// It does not hold.
pub fn not(of: Cell) -> Cell {
    match of {
        Cell::Truth(truth) => Cell::Truth(truth.not()),
        other => other,
    }
}

/// Two numbers of one scale, or two dates, compared; of two 标识 only whether they are the same.
pub fn compare(how: Comparison, a: Cell, b: Cell) -> Cell {
    if let (Comparison::Equal, Cell::Key(a), Cell::Key(b)) = (how, a, b) {
        return Cell::Truth(a.zip(b).map_or(Truth::Unknown, |(a, b)| Truth::of(a == b)));
    }
    let (Cell::Number(a), Cell::Number(b)) = (a, b) else { return Cell::TooLarge };
    // Whether each holds for certain: a below b, a not above b, a above b, a not below b.
    let certain =
        |x: Option<i128>, y: Option<i128>, f: fn(&i128, &i128) -> bool| x.zip(y).is_some_and(|(x, y)| f(&x, &y));
    let (holds, fails) = match how {
        Comparison::Less => (certain(a.high, b.low, i128::lt), certain(a.low, b.high, i128::ge)),
        Comparison::LessOrEqual => (certain(a.high, b.low, i128::le), certain(a.low, b.high, i128::gt)),
        Comparison::Equal => (
            a.as_point().is_some() && a.as_point() == b.as_point(),
            certain(a.high, b.low, i128::lt) || certain(a.low, b.high, i128::gt),
        ),
    };
    Cell::Truth(if holds {
        Truth::True
    } else if fails {
        Truth::False
    } else {
        Truth::Unknown
    })
}

/// Whether a member is one of `set`.
pub fn within(of: Cell, set: MemberSet) -> Cell {
    let Cell::Member(members) = of else { return Cell::TooLarge };
    Cell::Truth(if members.within(set) {
        Truth::True
    } else if members.intersection(set).is_empty() {
        Truth::False
    } else {
        Truth::Unknown
    })
}

/// A sum, each term added or subtracted.
pub fn add(terms: impl IntoIterator<Item = (Sign, Cell)>) -> Cell {
    let mut sum = Range::point(0);
    for (sign, term) in terms {
        let Cell::Number(term) = term else { return Cell::TooLarge };
        let (low, high) = match sign {
            Sign::Plus => (end(sum.low, term.low, i128::checked_add), end(sum.high, term.high, i128::checked_add)),
            Sign::Minus => (end(sum.low, term.high, i128::checked_sub), end(sum.high, term.low, i128::checked_sub)),
        };
        let (Ok(low), Ok(high)) = (low, high) else { return Cell::TooLarge };
        sum = Range { low, high };
    }
    Cell::Number(sum)
}

/// One end of a sum: open where a part is open, an error where it does not fit.
fn end(a: Option<i128>, b: Option<i128>, f: fn(i128, i128) -> Option<i128>) -> Result<Option<i128>, ()> {
    match (a, b) {
        (Some(a), Some(b)) => f(a, b).map(Some).ok_or(()),
        (None, _) | (_, None) => Ok(None),
    }
}

/// A product.
pub fn multiply(a: Cell, b: Cell) -> Cell {
    let (Cell::Number(a), Cell::Number(b)) = (a, b) else { return Cell::TooLarge };
    // An end at infinity: −1, 0 or 1 says which; the product of infinity and zero is zero.
    let mut low = End::Finite(i128::MAX);
    let mut high = End::Finite(i128::MIN);
    let mut first = true;
    for x in [End::low(a), End::high(a)] {
        for y in [End::low(b), End::high(b)] {
            let Some(product) = x.times(y) else { return Cell::TooLarge };
            if first || product < low {
                low = product;
            }
            if first || product > high {
                high = product;
            }
            first = false;
        }
    }
    Cell::Number(Range { low: low.finite(), high: high.finite() })
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum End {
    Below,
    Finite(i128),
    Above,
}

impl End {
    fn low(range: Range) -> Self {
        range.low.map_or(Self::Below, Self::Finite)
    }

    fn high(range: Range) -> Self {
        range.high.map_or(Self::Above, Self::Finite)
    }

    fn finite(self) -> Option<i128> {
        match self {
            Self::Finite(value) => Some(value),
            Self::Below | Self::Above => None,
        }
    }

    fn sign(self) -> i128 {
        match self {
            Self::Below => -1,
            Self::Finite(value) => value.signum(),
            Self::Above => 1,
        }
    }

    fn times(self, other: Self) -> Option<Self> {
        match (self, other) {
            (Self::Finite(a), Self::Finite(b)) => a.checked_mul(b).map(Self::Finite),
            _ => Some(match self.sign() * other.sign() {
                1 => Self::Above,
                -1 => Self::Below,
                _ => Self::Finite(0),
            }),
        }
    }
}

/// The least of several numbers.
pub fn least(of: impl IntoIterator<Item = Cell>) -> Cell {
    extreme(of, |a, b| Range { low: both(a.low, b.low, i128::min), high: either(a.high, b.high, i128::min) })
}

/// The greatest of several numbers.
pub fn greatest(of: impl IntoIterator<Item = Cell>) -> Cell {
    extreme(of, |a, b| Range { low: either(a.low, b.low, i128::max), high: both(a.high, b.high, i128::max) })
}

fn extreme(of: impl IntoIterator<Item = Cell>, f: impl Fn(Range, Range) -> Range) -> Cell {
    let mut result: Option<Range> = None;
    for cell in of {
        let Cell::Number(range) = cell else { return Cell::TooLarge };
        result = Some(result.map_or(range, |so_far| f(so_far, range)));
    }
    result.map_or(Cell::TooLarge, Cell::Number)
}

/// The value of the first guard that holds, else `otherwise`: the hull of every value that is still possible.
pub fn choose(arms: impl IntoIterator<Item = (Cell, Cell)>, otherwise: Cell) -> Cell {
    let mut possible: Option<Cell> = None;
    let join = |so_far: Option<Cell>, value: Cell| so_far.map_or(value, |cell| cell.hull(value));
    for (guard, value) in arms {
        if guard.broken() {
            return Cell::TooLarge;
        }
        match guard.truth() {
            Truth::False => {}
            Truth::Unknown => possible = Some(join(possible, value)),
            Truth::True => return join(possible, value),
        }
    }
    join(possible, otherwise)
}
