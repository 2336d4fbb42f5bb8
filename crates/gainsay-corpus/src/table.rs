//! From a table to claims, by a mapping file that says what each column means.
//!
//! The table is read once from its start to its end, and the claims go out as NDJSON while it is
//! read, so that its size does not matter. A cell that cannot be read becomes a problem with its row
//! and column; the rest is imported.

mod mapping;
mod mapping_file;
mod mapping_values;

mod complaint;
mod day;
mod identity;
mod ids;
mod name;
mod number;
mod quick;

mod content;
mod layout;

mod batch;
mod delimited;
mod header;
mod objects;
mod record;
mod window;

mod convert;
mod job;
mod line;

mod import;
mod pass;

pub use import::{ImportError, Imported, Progress, TableInput, import};
pub use mapping::{Mapping, MappingError};

use crate::root::root_above;
use std::path::{Path, PathBuf};

/// The `vocabulary.json` of the corpus that a folder lies in.
pub fn vocabulary_above(folder: &Path) -> Option<PathBuf> {
    root_above(folder).map(|root| root.join(crate::found::VOCABULARY)).filter(|path| path.is_file())
}
