//! The day of Easter by the reckoning of either church.

use chrono::{Days, NaiveDate};

/// A church by its reckoning of Easter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Church {
    /// By the Julian calendar, as in Russia and, until further notice of its churches, in Ukraine.
    Orthodox,
    /// By the Gregorian calendar.
    Western,
}

/// Easter Sunday of a year in the Gregorian calendar; nothing for years before 1583.
///
/// The Orthodox day follows Meeus's form of the Julian computus, the Western one the anonymous Gregorian algorithm.
pub fn easter(year: i32, church: Church) -> Option<NaiveDate> {
    if year < 1583 {
        return None;
    }
    match church {
        Church::Orthodox => orthodox(year),
        Church::Western => western(year),
    }
}

fn orthodox(year: i32) -> Option<NaiveDate> {
    let moon = (19 * (year % 19) + 15) % 30;
    let sunday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7;
    let day = moon + sunday + 114;
    let behind = year / 100 - year / 400 - 2;
    day_of(year, day)?.checked_add_days(Days::new(u64::try_from(behind).ok()?))
}

fn western(year: i32) -> Option<NaiveDate> {
    let golden = year % 19;
    let (century, rest) = (year / 100, year % 100);
    let correction = (century - (century + 8) / 25 + 1) / 3;
    let moon = (19 * golden + century - century / 4 - correction + 15) % 30;
    let sunday = (32 + 2 * (century % 4) + 2 * (rest / 4) - moon - rest % 4) % 7;
    let late = (golden + 11 * moon + 22 * sunday) / 451;
    day_of(year, moon + sunday - 7 * late + 114)
}

/// Both reckonings end in a number whose 31st part is the month.
fn day_of(year: i32, number: i32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(year, u32::try_from(number / 31).ok()?, u32::try_from(number % 31 + 1).ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Year, Western month and day, Orthodox month and day, from the tables of the churches.
    const KNOWN: [(i32, u32, u32, u32, u32); 31] = [
        (2000, 4, 23, 4, 30),
        (2001, 4, 15, 4, 15),
        (2002, 3, 31, 5, 5),
        (2003, 4, 20, 4, 27),
        (2004, 4, 11, 4, 11),
        (2005, 3, 27, 5, 1),
        (2006, 4, 16, 4, 23),
        (2007, 4, 8, 4, 8),
        (2008, 3, 23, 4, 27),
        (2009, 4, 12, 4, 19),
        (2010, 4, 4, 4, 4),
        (2011, 4, 24, 4, 24),
        (2012, 4, 8, 4, 15),
        (2013, 3, 31, 5, 5),
        (2014, 4, 20, 4, 20),
        (2015, 4, 5, 4, 12),
        (2016, 3, 27, 5, 1),
        (2017, 4, 16, 4, 16),
        (2018, 4, 1, 4, 8),
        (2019, 4, 21, 4, 28),
        (2020, 4, 12, 4, 19),
        (2021, 4, 4, 5, 2),
        (2022, 4, 17, 4, 24),
        (2023, 4, 9, 4, 16),
        (2024, 3, 31, 5, 5),
        (2025, 4, 20, 4, 20),
        (2026, 4, 5, 4, 12),
        (2027, 3, 28, 5, 2),
        (2028, 4, 16, 4, 16),
        (2029, 4, 1, 4, 8),
        (2030, 4, 21, 4, 28),
    ];

    #[test]
    fn both_reckonings_give_the_days_of_the_tables() {
        for (year, western_month, western_day, orthodox_month, orthodox_day) in KNOWN {
            assert_eq!(easter(year, Church::Western), NaiveDate::from_ymd_opt(year, western_month, western_day));
            assert_eq!(easter(year, Church::Orthodox), NaiveDate::from_ymd_opt(year, orthodox_month, orthodox_day));
        }
        assert_eq!(easter(1500, Church::Western), None);
    }
}
