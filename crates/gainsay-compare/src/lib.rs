//! How do the claims disagree?
#![doc = include_str!("../README.md")]

pub mod compare;
pub mod discrepancy;
pub mod explain;
pub mod rule;

mod findings;
mod rules;
mod words;

pub use compare::{compare, compare_on};
pub use discrepancy::{Analysis, Cause, Certainty, Discrepancy, Episode, Gap, Level, Reading, Side};
pub use explain::{Dimension, PairExplanation, Relation, Verdict, explain_pair};
pub use rule::{RULES, Rule, find_rule};
