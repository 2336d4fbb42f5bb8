//! When: days, periods and ranges of days.

use chrono::{Datelike, Days, NaiveDate};
use std::fmt;

/// A closed span of days, both ends included. A running total's period runs from its start to its
/// as-of day; one day's figure has a period of one day. Days have no time zone: a claim speaks of
/// the calendar day of its source.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Period {
    from: NaiveDate,
    to: NaiveDate,
}

impl Period {
    /// The period from one day to another, or nothing when the second lies before the first.
    pub fn new(from: NaiveDate, to: NaiveDate) -> Option<Period> {
        (from <= to).then_some(Period { from, to })
    }

    /// The period of one day.
    pub const fn day(day: NaiveDate) -> Period {
        Period { from: day, to: day }
    }

    /// The first day.
    pub const fn from(self) -> NaiveDate {
        self.from
    }

    /// The last day.
    pub const fn to(self) -> NaiveDate {
        self.to
    }

    /// Whether every day of this period is a day of the other.
    pub fn lies_in(self, other: Period) -> bool {
        other.from <= self.from && self.to <= other.to
    }

    /// Whether the two share a day.
    pub fn meets(self, other: Period) -> bool {
        self.from <= other.to && other.from <= self.to
    }

    /// Whether this period ends on the day before the other begins.
    pub fn adjoins(self, other: Period) -> bool {
        self.to.checked_add_days(Days::new(1)) == Some(other.from)
    }

    /// How many days it has.
    pub fn days(self) -> i64 {
        (self.to - self.from).num_days() + 1
    }
}

/// A range of days of which either end may be open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DateRange {
    /// The first day that is possible, or none.
    pub from: Option<NaiveDate>,
    /// The last day that is possible, or none.
    pub to: Option<NaiveDate>,
}

impl DateRange {
    /// Whether some day lies in both.
    pub fn meets(self, other: DateRange) -> bool {
        let before = |end: Option<NaiveDate>, start: Option<NaiveDate>| matches!((end, start), (Some(end), Some(start)) if end < start);
        !before(self.to, other.from) && !before(other.to, self.from)
    }

    /// How many days lie between two ranges that do not meet, at the least; zero where they meet.
    pub fn days_apart(self, other: DateRange) -> i64 {
        let gap = |end: Option<NaiveDate>, start: Option<NaiveDate>| match (end, start) {
            (Some(end), Some(start)) if end < start => (start - end).num_days(),
            _ => 0,
        };
        gap(self.to, other.from).max(gap(other.to, self.from))
    }
}

/// The months in English, from January.
pub const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// A day in words, as in `19 April 2023`.
pub struct DayInWords(pub NaiveDate);

impl fmt::Display for DayInWords {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let month = MONTHS[self.0.month0() as usize];
        formatter.pad(&format!("{} {month} {}", self.0.day(), self.0.year()))
    }
}

/// A day in short words, as in `19 Apr 2023`.
pub struct ShortDay(pub NaiveDate);

impl fmt::Display for ShortDay {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let month = &MONTHS[self.0.month0() as usize][..3];
        formatter.pad(&format!("{} {month} {}", self.0.day(), self.0.year()))
    }
}

/// Reads a day as `YYYY-MM-DD` (ISO 8601 calendar date, four-digit year).
///
/// # Errors
/// A fragment that says what is wrong and what to write instead.
pub fn read_day(text: &str) -> Result<NaiveDate, String> {
    let bytes = text.as_bytes();
    let number = |range: std::ops::Range<usize>| -> Option<u32> {
        let part = bytes.get(range)?;
        part.iter().try_fold(0u32, |sum, byte| byte.is_ascii_digit().then(|| sum * 10 + u32::from(byte - b'0')))
    };
    if bytes.len() == 10
        && bytes[4] == b'-'
        && bytes[7] == b'-'
        && let (Some(year), Some(month), Some(day)) = (number(0..4), number(5..7), number(8..10))
    {
        return NaiveDate::from_ymd_opt(year as i32, month, day)
            .ok_or_else(|| format!("no such day as `{text}`; check the month and the day"));
    }
    Err(format!("`{}` is not a date; write it as YYYY-MM-DD, such as 2023-04-19", text.escape_debug()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        read_day(text).expect("a day")
    }

    #[test]
    fn days_that_are_not_are_refused() {
        for text in ["2023-02-30", "2023-13-01", "2023-4-1", "19.04.2023", "", "2023-04-19T00:00", "२०२३-०४-१९"]
        {
            assert!(read_day(text).is_err(), "{text}");
        }
    }

    #[test]
    fn open_ranges_meet_where_nothing_keeps_them_apart() {
        let before = DateRange { from: None, to: Some(day("2023-04-15")) };
        let monday = DateRange { from: Some(day("2023-04-17")), to: Some(day("2023-04-17")) };
        assert!(!before.meets(monday));
        assert_eq!(before.days_apart(monday), 2);
        assert!(before.meets(DateRange { from: Some(day("2023-04-15")), to: None }));
    }
}
