//! JSON Schemas (draft 2020-12) of the files, generated from the types that read them.

use crate::record::{ClaimRecord, FileRecord, VocabularyRecord};
use schemars::{Schema, schema_for};

/// The schema of a claims file.
pub fn claims() -> Schema {
    schema_for!(FileRecord<'static>)
}

/// The schema of one NDJSON claim.
pub fn claim() -> Schema {
    schema_for!(ClaimRecord<'static>)
}

/// The schema of `vocabulary.json`.
pub fn vocabulary() -> Schema {
    schema_for!(VocabularyRecord)
}
