//! Which claims speak about the same thing, and which quantity contains which?
#![doc = include_str!("../README.md")]

pub mod topic;

pub use topic::{Topic, TopicId, topics};
