//! How is it shown?
#![doc = include_str!("../README.md")]

pub mod comparison;
pub mod difference;
pub mod item;
pub mod picture;

mod changed;
mod citation;
mod contested;
mod dispute;
mod figure;
mod gist;
mod heading;
mod inert;
mod label;
mod layout;
mod newest;
mod outlet;
mod sentence;

mod csv;
mod json;
mod markdown;
mod review;
mod terminal;

#[cfg(test)]
mod specimen;

pub use comparison::Ground;
pub use difference::write_diff;
pub use gainsay_claim::Acknowledgement;
pub use inert::plain;
pub use item::{Compared, Mention, Places, Review, ReviewItem, Rewritten, claims_of};
pub use json::{InertJson, diff_schema, report_schema};
pub use picture::{Format, Picture, Style, View, write};
pub use review::{ReviewFormat, write_review};
pub use sentence::sentence;
pub use terminal::{change_in_words, write_change, write_change_counts};
pub use terminal::{write_claim, write_discrepancy, write_pair, write_problems, write_rule};
