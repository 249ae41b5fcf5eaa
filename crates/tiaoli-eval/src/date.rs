//! Calendar dates as day numbers, Gregorian, without a clock.

use std::fmt;

/// A calendar date: days since 1970-01-01. Years 1 to 9999.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(try_from = "i32", into = "i32"))]
pub struct Date(i32);

impl From<Date> for i32 {
    /// Its day number.
    fn from(date: Date) -> Self {
        date.0
    }
}

impl TryFrom<i32> for Date {
    type Error = &'static str;

    fn try_from(days: i32) -> Result<Self, Self::Error> {
        Self::from_days(days).ok_or("a date outside the years 1 to 9999")
    }
}

impl Date {
    /// 1970-01-01, the day numbered zero.
    pub const EPOCH: Self = Self(0);

    /// The date of a year (1 to 9999), month and day; `None` where there is no such day.
    #[must_use]
    pub fn new(year: u32, month: u32, day: u32) -> Option<Self> {
        if !(1..=9999).contains(&year) || !(1..=12).contains(&month) || day == 0 || day > days_in(year, month) {
            return None;
        }
        let before_year = |y: i32| 365 * (y - 1) + (y - 1) / 4 - (y - 1) / 100 + (y - 1) / 400;
        let months: u32 = (1..month).map(|m| days_in(year, m)).sum();
        let year = i32::try_from(year).ok()?;
        let in_year = i32::try_from(months + day - 1).ok()?;
        Some(Self(before_year(year) - before_year(1970) + in_year))
    }

    /// Reads `2021-06-30`; `None` for anything else.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split('-');
        let mut part = |length: usize| {
            let part = parts.next()?;
            (part.len() == length && part.bytes().all(|b| b.is_ascii_digit())).then(|| part.parse().ok())?
        };
        let date = (part(4)?, part(2)?, part(2)?);
        if parts.next().is_some() {
            return None;
        }
        Self::new(date.0, date.1, date.2)
    }

    /// Days since 1970-01-01.
    #[must_use]
    pub fn days(self) -> i32 {
        self.0
    }

    /// The date of a day number, or `None` outside the years 1 to 9999.
    #[must_use]
    pub fn from_days(days: i32) -> Option<Self> {
        let (first, last) = (Self::new(1, 1, 1)?, Self::new(9999, 12, 31)?);
        (first.0..=last.0).contains(&days).then_some(Self(days))
    }

    /// Year, month and day.
    #[must_use]
    pub fn parts(self) -> (u32, u32, u32) {
        // Civil-from-days over eras of 400 years that begin on 1 March.
        let z = i64::from(self.0) + 719_468;
        let era = z.div_euclid(146_097);
        let of_era = z.rem_euclid(146_097);
        let year_of_era = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
        let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let shifted = (5 * of_year + 2) / 153;
        let day = of_year - (153 * shifted + 2) / 5 + 1;
        let month = if shifted < 10 { shifted + 3 } else { shifted - 9 };
        let year = year_of_era + era * 400 + i64::from(month <= 2);
        let small = |n: i64| u32::try_from(n).unwrap_or(0);
        (small(year), small(month), small(day))
    }

    /// The day of the same number so many months on or back; where that month has no such day, its last day. `None`
    /// outside the years 1 to 9999.
    #[must_use]
    pub fn plus_months(self, months: i128) -> Option<Self> {
        let (year, month, day) = self.parts();
        let at = (12 * i128::from(year) + i128::from(month) - 1).checked_add(months)?;
        let year = u32::try_from(at.div_euclid(12)).ok().filter(|year| (1..=9999).contains(year))?;
        let month = u32::try_from(at.rem_euclid(12)).ok()? + 1;
        Self::new(year, month, day.min(days_in(year, month)))
    }

    /// The calendar year.
    #[must_use]
    pub fn year(self) -> u32 {
        self.parts().0
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = self.parts();
        write!(f, "{year:04}-{month:02}-{day:02}")
    }
}

fn days_in(year: u32, month: u32) -> u32 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => 29,
        2 => 28,
        _ => 31,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_day_of_four_centuries_reads_back() {
        let mut expected = Date::new(1901, 1, 1).unwrap().days();
        for year in 1901..=2301 {
            for month in 1..=12 {
                for day in 1..=days_in(year, month) {
                    let date = Date::new(year, month, day).unwrap();
                    assert_eq!(date.days(), expected);
                    assert_eq!(date.parts(), (year, month, day));
                    assert_eq!(Date::parse(&date.to_string()), Some(date));
                    expected += 1;
                }
            }
        }
    }

    #[test]
    fn months_end_on_the_same_day_or_on_the_last_of_the_month() {
        let moved =
            |from: &str, months| Date::parse(from).and_then(|date| date.plus_months(months)).map(|it| it.to_string());
        assert_eq!(moved("2024-01-31", 1).as_deref(), Some("2024-02-29"));
        assert_eq!(moved("2023-01-31", 1).as_deref(), Some("2023-02-28"));
        assert_eq!(moved("2023-03-31", -1).as_deref(), Some("2023-02-28"));
        assert_eq!(moved("2020-02-29", 12).as_deref(), Some("2021-02-28"));
        assert_eq!(moved("2023-11-15", 3).as_deref(), Some("2024-02-15"));
        assert_eq!(moved("9999-12-01", 1), None);
        assert_eq!(moved("0001-01-01", -1), None);
        assert_eq!(moved("2023-01-01", i128::MAX), None);
    }

    #[test]
    fn days_that_do_not_exist_are_refused() {
        for text in ["2021-02-29", "2021-13-01", "2021-00-10", "2021-6-30", "21-06-30", "2021-06-30T", "", "0000-01-01"]
        {
            assert_eq!(Date::parse(text), None, "{text}");
        }
        assert!(Date::parse("2020-02-29").is_some());
        assert_eq!(Date::new(1970, 1, 1).map(Date::days), Some(0));
    }
}
