//! The days and spans of days of a text.

use crate::{Found, Language};
use crate::token::Tokens;
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

/// The dates of a text in order. Relative ones ("on Monday", "24.02") are seen from a day; without one they are left out.
pub fn dates(text: &str, language: Language, seen_from: Option<NaiveDate>) -> Vec<Found<When>> {
    let _ = (text, language, seen_from);
    Vec::new()
}

/// A phrase that speaks of days.
pub(crate) struct Phrase {
    pub first: usize,
    pub next: usize,
}

impl Phrase {
    pub fn is_lone_year(&self) -> bool {
        false
    }
}

pub(crate) fn phrases(_tokens: &Tokens<'_>, _language: Language) -> Vec<Phrase> {
    Vec::new()
}
