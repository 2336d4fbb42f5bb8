//! Which claims speak about the same thing, and which quantity contains which?
#![doc = include_str!("../README.md")]

pub mod accounts;
pub mod containment;
pub mod group;
pub mod series;
pub mod sweep;
pub mod topic;

pub use accounts::{Shift, said_together, same_statement};
pub use containment::{Containment, ReadingPair, basis_inside, readings_inside};
pub use group::{Group, Groups};
pub use series::{Day, Derivation, NO_TIME, Point, Series, SeriesKey, Strand, day_number, day_of};
pub use sweep::{Contradiction, Floor, contradictions};
pub use topic::{Topic, TopicId, TopicKey, topics};
