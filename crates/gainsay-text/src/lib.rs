//! What stands in this text?
//!
//! Nothing here knows of claims or sources: text goes in, findings about its language come out.

pub mod language;

pub use language::{Language, language};
