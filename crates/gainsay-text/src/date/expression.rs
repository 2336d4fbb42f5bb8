//! What a phrase says of days, before it is known from where it is seen.

use super::easter::Church;

/// What a phrase says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Expression {
    /// A day of a month, perhaps with its year and the day of the week it is said to be.
    Day {
        year: Year,
        month: u32,
        day: u32,
        weekday: Option<u32>,
    },
    /// A whole month.
    Month {
        year: Year,
        month: u32,
    },
    /// A season, by the month in which it begins.
    Season {
        year: Year,
        month: u32,
    },
    /// A whole year.
    Year(i32),
    /// A day of the week: the latest one.
    Weekday {
        weekday: u32,
        which: Which,
    },
    /// So many days back.
    DaysAgo(u64),
    /// The days from so many back until the day of speaking.
    LastDays(u64),
    /// A calendar week, month or year, so many back.
    Back {
        unit: Unit,
        count: u32,
    },
    /// The part of the current week, month or year that is over.
    Earlier(Unit),
    /// Easter, so many days on, of a year or of the year of speaking.
    Easter {
        year: Option<i32>,
        church: Church,
        days_on: u64,
    },
    /// From one to another.
    Span(Box<Expression>, Box<Expression>),
    Before(Box<Expression>),
    /// Up to and with.
    Until(Box<Expression>),
    /// From and with, until the day of speaking.
    Since(Box<Expression>),
    After(Box<Expression>),
    /// A problem, in words.
    Impossible(String),
}

/// The year of a day or month, as far as the phrase says it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Year {
    Stated(i32),
    /// So many years before the year of speaking: «квітень минулого року».
    Back(i32),
    /// The latest one that fits.
    LeftOut,
}

/// Which day of the week is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Which {
    /// "on Monday": today or before.
    Latest,
    /// "last Monday": before today.
    Last,
    /// "next Monday": after today.
    Next,
}

/// A stretch of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Unit {
    Week,
    Month,
    Year,
}

/// A phrase with its tokens, from the first up to the one behind the last.
#[derive(Clone, Debug)]
pub(crate) struct Phrase {
    pub first: usize,
    pub next: usize,
    pub expression: Expression,
}

impl Phrase {
    /// Whether it consists of years alone, which may be numbers too.
    pub fn is_lone_year(&self) -> bool {
        fn lone(expression: &Expression) -> bool {
            match expression {
                Expression::Year(_) => true,
                Expression::Span(one, other) => lone(one) && lone(other),
                Expression::Before(one) | Expression::Until(one) | Expression::Since(one) | Expression::After(one) => {
                    lone(one)
                }
                _ => false,
            }
        }
        lone(&self.expression)
    }
}
