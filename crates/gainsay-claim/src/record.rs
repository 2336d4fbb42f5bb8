//! The files' own shape: what serde reads and what the JSON Schemas are generated from.
//!
//! Records borrow from the text they were read from. A field that is unknown, doubled or of the
//! wrong type makes serde refuse the record; [`crate::read`] then reads it again and names every
//! mistake with its place.

mod claim;
mod text;
mod value;
mod vocabulary;

pub use claim::{ClaimRecord, DocumentRecord, EvidenceRecord, FileRecord, HeadRecord, PeriodRecord};
pub use text::{Number, Text};
pub use value::{RelativeRecord, ValueRecord};
pub use vocabulary::{
    EntryRecord, MeasureRecord, NarrowingRecord, OneOrMany, SourceRecord, StateRecord, VocabularyRecord,
};
