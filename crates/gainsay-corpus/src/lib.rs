//! Which documents and claims are there?
//!
//! The only room that reads files: from paths to one corpus, with every mistake in its place.
#![doc = include_str!("../README.md")]

pub mod doubled;
pub mod encoding;
pub mod input;
pub mod load;
pub mod page;
pub mod saved;
pub mod slug;
pub mod table;
pub mod tree;
pub mod verify;
pub mod whereabouts;

mod found;
mod root;
mod texts;
mod walk;

mod feed;
mod gather;
mod settings;

mod correct;
mod merge;
mod order;

mod complaint;
mod suspects;

mod quote;

pub use doubled::doubled;
pub use encoding::{Decoded, Undecodable, decode};
pub use input::{Input, LoadError, LoadOptions, ReadText, TextReader};
pub use load::{load, load_tree};
pub use page::Page;
pub use root::settings_path;
pub use saved::SavedText;
pub use settings::edit::{with_acknowledgement, without_acknowledgement};
pub use table::{ImportError, Imported, Mapping, MappingError, Progress, TableInput, import, vocabulary_above};
pub use tree::Tree;
pub use verify::{Remark, document_path, document_text, remark, text_name, verify};
pub use walk::texts_in;
pub use whereabouts::{Shelf, whereabouts, whereabouts_of_fields};
