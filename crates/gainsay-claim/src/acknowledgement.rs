//! What a desk has seen and lets stand, and what it was like when it did.

use crate::{DateRange, Problem, Severity};
use chrono::NaiveDate;

/// That a desk has seen a discrepancy and lets it stand.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Acknowledgement {
    /// Why.
    pub why: String,
    /// Who says so.
    pub who: Option<String>,
    /// Since when.
    pub since: Option<NaiveDate>,
    /// Until when: on that day it is open again.
    pub expires: Option<NaiveDate>,
}

impl Acknowledgement {
    /// `counted by name (desk, since 2026-01-02, until 2026-07-01)`.
    pub fn sentence(&self) -> String {
        let since = self.since.map(|day| format!("since {day}"));
        let expires = self.expires.map(|day| format!("until {day}"));
        let rest: Vec<String> = self.who.clone().into_iter().chain(since).chain(expires).collect();
        if rest.is_empty() { self.why.clone() } else { format!("{} ({})", self.why, rest.join(", ")) }
    }
}

/// An acknowledgement as `gainsay.toml` holds it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Acknowledged {
    /// The id of the discrepancy.
    pub discrepancy: String,
    /// Who lets it stand, and why.
    pub acknowledgement: Acknowledgement,
    /// What the discrepancy was like when it was given.
    pub given_for: GivenFor,
    /// Where it stands in the file: a problem without words.
    pub place: Problem,
}

/// What a discrepancy was like when it was acknowledged. What is not stated may be anything.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct GivenFor {
    /// Its level, in a word.
    pub level: Option<String>,
    /// Its certainty, in a word.
    pub certainty: Option<String>,
    /// What the claims of its widest pair said, in their order: the claim's id, a colon, the value.
    pub values: Option<Vec<String>>,
    /// The runs of days on which it held.
    pub days: Option<Vec<DateRange>>,
}

impl Acknowledged {
    /// Something that is wrong with it, in its place.
    pub fn problem(&self, severity: Severity, message: impl Into<String>, help: impl Into<String>) -> Problem {
        Problem { severity, message: message.into(), help: help.into(), ..self.place.clone() }
    }
}

/// `2023-04-24`, `2023-04-24..2023-05-01`, `..` where no day is known.
pub fn days_in_words(days: DateRange) -> String {
    let day = |day: Option<NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
    match (days.from, days.to) {
        (Some(from), Some(to)) if from == to => from.to_string(),
        (from, to) => format!("{}..{}", day(from), day(to)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_says_who_and_how_long() {
        let day = NaiveDate::from_ymd_opt(2026, 1, 2);
        let acknowledgement =
            Acknowledgement { why: "counted by name".into(), who: Some("desk".into()), since: day, expires: None };
        assert_eq!(acknowledgement.sentence(), "counted by name (desk, since 2026-01-02)");
        assert_eq!(Acknowledgement { why: "seen".into(), ..Acknowledgement::default() }.sentence(), "seen");
    }

    #[test]
    fn days_read_as_they_are_written() {
        let day = |day| NaiveDate::from_ymd_opt(2023, 4, day);
        let words = |from, to| days_in_words(DateRange { from, to });
        assert_eq!(words(day(24), day(24)), "2023-04-24");
        assert_eq!(words(day(23), day(24)), "2023-04-23..2023-04-24");
        assert_eq!(words(None, None), "..");
    }
}
