//! What changed between two revisions?
#![doc = include_str!("../README.md")]

pub mod wording;

pub use wording::{Piece, wording};
