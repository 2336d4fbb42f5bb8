//! The rules: their ids, levels and pages.

use crate::discrepancy::Level;

/// A kind of disagreement.
#[derive(Debug, PartialEq, Eq)]
pub struct Rule {
    /// Its name, which states the disagreement.
    pub id: &'static str,
    /// The level of what it finds.
    pub level: Level,
    /// One line on what it reports.
    pub title: &'static str,
    /// Its page.
    pub page: &'static str,
}

macro_rules! rules {
    ($($id:literal $level:ident $title:literal;)*) => {
        /// Every rule, in the order of the documentation.
        pub static RULES: &[Rule] = &[$(Rule {
            id: $id,
            level: Level::$level,
            title: $title,
            page: include_str!(concat!("rules/", $id, ".md")),
        }),*];
    };
}

rules! {
    "count-conflict" Conflict "the counts of two sources cannot both hold";
    "date-conflict" Conflict "the dates that two sources give one event do not meet";
    "state-conflict" Conflict "two sources put one thing in states that exclude each other";
    "affirmed-and-denied" Conflict "one source says that it happened, another that it did not";
    "unquantified-dispute" Conflict "one source gives a figure, another calls it too high or too low and gives none";
    "wide-gap" Note "two figures can both hold, yet lie far apart";
    "definition-gap" Note "two definitions overlap and neither contains the other";
    "stale-figure" Note "a source's newest figure is much older than another's";
    "unanswered" Note "one side has spoken, the side expected to answer has not";
    "total-falls" Conflict "a running total is lower than an earlier one of the same source";
    "increment-mismatch" Conflict "a total and a stated increase do not make the next total";
    "silent-revision" Conflict "one source gives one quantity two values without a correction";
    "parts-exceed-whole" Conflict "one source's parts are more than its whole";
    "series-break" Note "the categories of a source's series change";
    "at-odds-with-itself" Conflict "one document gives one quantity two values";
    "retold-differently" Conflict "two accounts of one statement carry different figures";
    "shifted-definition" Conflict "a retelling gives the figure to another thing than the statement";
    "shared-origin" Note "several outlets carry one statement";
}

/// A rule by its id.
pub fn find_rule(id: &str) -> Option<&'static Rule> {
    RULES.iter().find(|rule| rule.id == id)
}
