//! Which claims speak about the same thing, and which quantity contains which?
#![doc = include_str!("../README.md")]

pub mod accounts;
pub mod containment;
pub mod group;
pub mod series;
pub mod sweep;
pub mod topic;

pub use accounts::{Shift, one_speaker, said_together, same_statement};
pub use containment::{Containment, ReadingPair, basis_inside, readings_inside};
pub use group::{Group, Groups};
pub use series::{
    Day, Derivation, NO_TIME, Point, Series, SeriesKey, Strand, claim_days, day_number, day_of, is_no_time,
};
pub use sweep::{Contradiction, Floor, contradictions};
pub use topic::{Topic, TopicId, TopicKey, topics};
