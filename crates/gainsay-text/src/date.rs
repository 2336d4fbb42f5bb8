//! The days and spans of days of a text.

mod day;
mod easter;
mod expression;
mod feast;
mod relative;
mod resolve;
mod scan;
mod year;

pub use easter::{Church, easter};

pub(crate) use expression::Phrase;
pub(crate) use scan::phrases;

use crate::token::Tokens;
use crate::{Found, Language, Reading};
use chrono::NaiveDate;

/// When something was, as a text states it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum When {
    /// One day.
    Day(NaiveDate),
    /// From one day to another, both included.
    Range(NaiveDate, NaiveDate),
    /// On an earlier day than this.
    Before(NaiveDate),
    /// On a later day than this.
    After(NaiveDate),
    /// No such day, in the words of a problem: "Monday, 18 April 2023".
    Impossible(String),
}

/// The dates of a text in order.
///
/// What depends on the day of speaking ("on Monday", "24.02", "since 24 February") is seen from `seen_from`; without it, such
/// phrases are left out. A day without its year is the latest such day that is not after `seen_from`.
///
/// ```
/// use chrono::NaiveDate;
/// use gainsay_text::{Language, When, dates};
/// let found = dates("The video was filmed on Monday.", Language::English, NaiveDate::from_ymd_opt(2023, 4, 19));
/// assert_eq!(Some(&found[0].what), NaiveDate::from_ymd_opt(2023, 4, 17).map(When::Day).as_ref());
/// ```
pub fn dates(text: &str, language: Language, seen_from: Option<NaiveDate>) -> Vec<Found<When>> {
    Reading::of(text, language).dates(seen_from)
}

pub(crate) fn dates_in(tokens: &Tokens<'_>, phrases: &[Phrase], seen_from: Option<NaiveDate>) -> Vec<Found<When>> {
    let resolved = |phrase: &Phrase| {
        let what = resolve::resolve(&phrase.expression, seen_from)?;
        Some(Found { span: tokens.span(phrase.first, phrase.next), what })
    };
    phrases.iter().filter_map(resolved).collect()
}
