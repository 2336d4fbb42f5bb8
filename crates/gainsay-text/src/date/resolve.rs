//! From what a phrase says to the days it means, seen from a day.

use super::When;
use super::easter::easter;
use super::expression::{Expression, Unit, Which, Year};
use chrono::{Datelike, Days, Months, NaiveDate};

/// The days that an expression means, or nothing where that takes a day to see it from.
pub(super) fn resolve(expression: &Expression, seen_from: Option<NaiveDate>) -> Option<When> {
    match expression {
        Expression::Day { year, month, day, weekday } => day_of(*year, *month, *day, *weekday, seen_from),
        Expression::Month { year, month } => month_of(*year, *month, seen_from),
        Expression::Season { year, month } => season_of(*year, *month, seen_from),
        Expression::Year(year) => range(NaiveDate::from_ymd_opt(*year, 1, 1)?, NaiveDate::from_ymd_opt(*year, 12, 31)?),
        Expression::Weekday { weekday, which } => weekday_from(*weekday, *which, seen_from?),
        Expression::DaysAgo(days) => seen_from?.checked_sub_days(Days::new(*days)).map(When::Day),
        Expression::LastDays(days) => range(seen_from?.checked_sub_days(Days::new(*days))?, seen_from?),
        Expression::Back { unit, count } => {
            let (first, last) = stretch(*unit, *count, seen_from?)?;
            range(first, last)
        }
        Expression::Earlier(unit) => range(stretch(*unit, 0, seen_from?)?.0, seen_from?),
        Expression::Easter { year, church, days_on } => {
            let year = year.or_else(|| seen_from.map(|day| day.year()))?;
            easter(year, *church)?.checked_add_days(Days::new(*days_on)).map(When::Day)
        }
        Expression::Span(from, to) => span(from, to, seen_from),
        Expression::Before(inner) => bounded(inner, seen_from, |first, _| Some(When::Before(first))),
        Expression::Until(inner) => bounded(inner, seen_from, |_, last| last.succ_opt().map(When::Before)),
        Expression::After(inner) => bounded(inner, seen_from, |_, last| Some(When::After(last))),
        Expression::Since(inner) => bounded(inner, seen_from, |first, _| match seen_from.filter(|day| first <= *day) {
            Some(day) => range(first, day),
            None => first.pred_opt().map(When::After),
        }),
        Expression::Impossible(problem) => Some(When::Impossible(problem.clone())),
    }
}

fn bounded(
    inner: &Expression,
    seen_from: Option<NaiveDate>,
    bound: impl Fn(NaiveDate, NaiveDate) -> Option<When>,
) -> Option<When> {
    match resolve(inner, seen_from)? {
        When::Day(day) => bound(day, day),
        When::Range(first, last) => bound(first, last),
        other => Some(other),
    }
}

fn range(first: NaiveDate, last: NaiveDate) -> Option<When> {
    (first <= last).then_some(When::Range(first, last))
}

const MONTHS: [&str; 12] = [
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

const WEEKDAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

fn day_of(year: Year, month: u32, day: u32, weekday: Option<u32>, seen_from: Option<NaiveDate>) -> Option<When> {
    let Some(name) = MONTHS.get((month as usize).wrapping_sub(1)) else {
        return Some(When::Impossible(format!("there is no month {month}; check the date")));
    };
    // A leap year, so that only days that no year has are refused.
    if NaiveDate::from_ymd_opt(2000, month, day).is_none() {
        return Some(When::Impossible(format!("{name} has no day {day}; check the date")));
    }
    let date = match year {
        Year::Stated(year) => NaiveDate::from_ymd_opt(year, month, day).ok_or(year),
        Year::Back(back) => {
            let year = seen_from?.year() - back;
            NaiveDate::from_ymd_opt(year, month, day).ok_or(year)
        }
        Year::LeftOut => Ok(latest(month, day, seen_from?)?),
    };
    let date = match date {
        Ok(date) => date,
        Err(year) => return Some(When::Impossible(format!("{name} {year} has no day {day}; check the date"))),
    };
    match weekday.filter(|weekday| *weekday != date.weekday().num_days_from_monday()) {
        Some(stated) => {
            let (stated, is) =
                (WEEKDAYS.get(stated as usize)?, WEEKDAYS.get(date.weekday().num_days_from_monday() as usize)?);
            Some(When::Impossible(format!(
                "{day} {name} {} is a {is}, not a {stated}; check which of the two is meant",
                date.year()
            )))
        }
        None => Some(When::Day(date)),
    }
}

/// The latest day of this name that is not after a day; leap days come every eight years at the least.
fn latest(month: u32, day: u32, seen_from: NaiveDate) -> Option<NaiveDate> {
    (0..=8)
        .filter_map(|back| NaiveDate::from_ymd_opt(seen_from.year() - back, month, day))
        .find(|date| *date <= seen_from)
}

fn month_of(year: Year, month: u32, seen_from: Option<NaiveDate>) -> Option<When> {
    let first = match year {
        Year::Stated(year) => NaiveDate::from_ymd_opt(year, month, 1)?,
        Year::Back(back) => NaiveDate::from_ymd_opt(seen_from?.year() - back, month, 1)?,
        Year::LeftOut => latest(month, 1, seen_from?)?,
    };
    range(first, end_of_month(first)?)
}

/// The three months of a season; a winter ends in the year behind.
fn season_of(year: Year, month: u32, seen_from: Option<NaiveDate>) -> Option<When> {
    let first = match year {
        Year::Stated(year) => NaiveDate::from_ymd_opt(year, month, 1)?,
        Year::Back(back) => NaiveDate::from_ymd_opt(seen_from?.year() - back, month, 1)?,
        Year::LeftOut => latest(month, 1, seen_from?)?,
    };
    range(first, end_of_month(first.checked_add_months(Months::new(2))?)?)
}

fn end_of_month(first: NaiveDate) -> Option<NaiveDate> {
    first.checked_add_months(Months::new(1))?.pred_opt()
}

fn weekday_from(weekday: u32, which: Which, seen_from: NaiveDate) -> Option<When> {
    let today = seen_from.weekday().num_days_from_monday();
    let back = u64::from((today + 7 - weekday) % 7);
    let day = match which {
        Which::Latest => seen_from.checked_sub_days(Days::new(back)),
        Which::Last => seen_from.checked_sub_days(Days::new(if back == 0 { 7 } else { back })),
        Which::Next => seen_from.checked_add_days(Days::new(7 - back)),
    };
    day.map(When::Day)
}

/// The first and last day of a week, month or year so many back.
fn stretch(unit: Unit, count: u32, seen_from: NaiveDate) -> Option<(NaiveDate, NaiveDate)> {
    match unit {
        Unit::Week => {
            let monday =
                seen_from.checked_sub_days(Days::new(u64::from(seen_from.weekday().num_days_from_monday())))?;
            let first = monday.checked_sub_days(Days::new(7 * u64::from(count)))?;
            Some((first, first.checked_add_days(Days::new(6))?))
        }
        Unit::Month => {
            let first = seen_from.with_day(1)?.checked_sub_months(Months::new(count))?;
            Some((first, end_of_month(first)?))
        }
        Unit::Year => {
            let year = seen_from.year().checked_sub(i32::try_from(count).ok()?)?;
            Some((NaiveDate::from_ymd_opt(year, 1, 1)?, NaiveDate::from_ymd_opt(year, 12, 31)?))
        }
    }
}

/// The end is seen from the day of speaking, the start from the end.
fn span(from: &Expression, to: &Expression, seen_from: Option<NaiveDate>) -> Option<When> {
    let (_, last) = match resolve(to, seen_from)? {
        When::Day(day) => (day, day),
        When::Range(first, last) => (first, last),
        other => return Some(other),
    };
    let first = match resolve(from, Some(last))? {
        When::Day(day) => day,
        When::Range(first, _) => first,
        other => return Some(other),
    };
    if first > last {
        return Some(When::Impossible(format!(
            "it begins on {first} and ends on {last}, before it began; check both days"
        )));
    }
    range(first, last)
}
