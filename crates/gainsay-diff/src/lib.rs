//! What changed between two revisions?
#![doc = include_str!("../README.md")]

pub mod change;
pub mod claims;
pub mod delta;
pub mod field;
pub mod finding;
pub mod ladder;
pub mod report_file;
pub mod revision;
pub mod standing;
pub mod surroundings;
pub mod wording;

mod cause;
mod increment;
mod same;

pub use change::{Change, ChangeKind, Diff, diff};
pub use claims::{ClaimChanges, Edit, FieldEdit};
pub use delta::{Delta, Increment};
pub use field::{Field, FieldValue, StatedValue, fields};
pub use finding::{Finding, FindingSide, Spell};
pub use ladder::{Rung, Step, step};
pub use report_file::{ReportError, is_report};
pub use revision::Revision;
pub use standing::{Lapsed, Standing, acknowledge, given_for, lapsed, standings};
pub use surroundings::{Around, Surrounding};
pub use wording::{Piece, wording};
