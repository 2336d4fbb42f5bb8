//! How the tests write down what was found.

#![allow(dead_code, reason = "each test file uses its half")]

use chrono::NaiveDate;
use gainsay_text::{Bound, Language, Number, When, dates, numbers};

/// Checks a table of texts and the numbers in them.
pub fn check_numbers(language: Language, table: &[(&str, &str)]) {
    let mut wrong = Vec::new();
    for (text, expected) in table {
        let found: Vec<String> = numbers(text, language).iter().map(|found| show(&found.what)).collect();
        if found.join(" ") != *expected {
            wrong.push(format!("{text}\n  expected: {expected}\n  found:    {}", found.join(" ")));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

/// A number as `~29200`, `>=5`, `400..750`, `+5`, `20%`, `y2014` for a year, `?` for a malformed one.
pub fn show(number: &Number) -> String {
    if number.malformed {
        return "?".to_owned();
    }
    let bound = match number.bound {
        Bound::Exactly | Bound::Between => "",
        Bound::About => "~",
        Bound::AtLeast => ">=",
        Bound::MoreThan => ">",
        Bound::AtMost => "<=",
        Bound::LessThan => "<",
    };
    let sign = if number.increment {
        "+"
    } else if number.decrease {
        "-"
    } else {
        ""
    };
    let year = if number.looks_like_year { "y" } else { "" };
    let high = number.high.map(|high| format!("..{high}")).unwrap_or_default();
    let percent = if number.percent { "%" } else { "" };
    format!("{year}{sign}{bound}{}{high}{percent}", number.low)
}

/// Checks a table of texts and the dates in them, seen from a day.
pub fn check_dates(language: Language, seen_from: &str, table: &[(&str, &str)]) {
    let seen_from = seen_from.parse::<NaiveDate>().ok();
    let mut wrong = Vec::new();
    for (text, expected) in table {
        let found: Vec<String> = dates(text, language, seen_from).iter().map(|found| show_when(&found.what)).collect();
        if found.join(" ") != *expected {
            wrong.push(format!("{text}\n  expected: {expected}\n  found:    {}", found.join(" ")));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

/// A date as `2023-04-19`, `2022-02-24..2023-04-19`, `<2023-04-16`, `>2023-04-16`, or `!` for an impossible one.
pub fn show_when(when: &When) -> String {
    match when {
        When::Day(day) => day.to_string(),
        When::Range(first, last) => format!("{first}..{last}"),
        When::Before(day) => format!("<{day}"),
        When::After(day) => format!(">{day}"),
        When::Impossible(_) => "!".to_owned(),
    }
}
