//! From the bytes of a file to claims, documents and vocabulary.
//!
//! Reading has two speeds. [`read_file`] and [`read_line`] take what is well formed straight into
//! claims; a record that they cannot take they only mark as suspect. [`Inspection`] reads suspect
//! records again, slowly, against the vocabulary, and names every mistake in them with its place.

mod compile;
mod inspect;
mod locate;
mod shape;

pub use inspect::Inspection;
pub use locate::{locate, locate_all};

use crate::intern::Names;
use crate::record::{ClaimRecord, FileRecord, HeadRecord, VocabularyRecord};
use crate::vocabulary::Vocabulary;
use crate::{Claim, Document, Origin};

/// The format line of a claims file.
pub const CLAIMS_FORMAT: &str = "gainsay.claims/v1";
/// The format line of a vocabulary file.
pub const VOCABULARY_FORMAT: &str = "gainsay.vocabulary/v1";

/// How a file is laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layout {
    /// `*.json`: one document with its claims.
    Document,
    /// `*.ndjson`: one JSON object a line.
    Lines,
    /// `vocabulary.json`.
    Vocabulary,
}

/// What was read from a file or a part of one. Names are numbers of [`Batch::names`] until
/// [`Batch::resolve`] has looked them up.
#[derive(Clone, Debug, Default)]
pub struct Batch {
    /// The names that the records use.
    pub names: Names,
    /// The documents.
    pub documents: Vec<Document>,
    /// The claims.
    pub claims: Vec<Claim>,
    /// The vocabularies, with the record each was read from.
    pub vocabularies: Vec<(Origin, VocabularyRecord)>,
    /// The records that could not be taken: the line of an NDJSON file, 0 for a whole JSON file.
    pub suspects: Vec<Origin>,
}

/// Reads a file that holds one document with its claims.
pub fn read_file(bytes: &[u8], file: u32, batch: &mut Batch) {
    let whole = Origin { file, record: 0 };
    let Ok(record) = serde_json::from_slice::<FileRecord<'_>>(bytes) else {
        batch.suspects.push(whole);
        return;
    };
    let Some(document) = compile::document(&record.document, whole).filter(|_| *record.format == *CLAIMS_FORMAT) else {
        batch.suspects.push(whole);
        return;
    };
    let number = batch.names.documents.number(&record.document.id);
    batch.documents.push(document);
    let mut sound = true;
    for (index, claim) in record.claims.iter().enumerate() {
        let origin = Origin { file, record: index as u32 };
        let elsewhere = claim.document.as_ref().is_some_and(|own| **own != *record.document.id);
        match compile::claim(claim, number, origin, &mut batch.names).filter(|_| !elsewhere) {
            Some(claim) => batch.claims.push(claim),
            None => sound = false,
        }
    }
    if !sound {
        batch.suspects.push(whole);
    }
}

/// Reads one line of an NDJSON file; an empty one holds nothing.
pub fn read_line(line: &[u8], origin: Origin, batch: &mut Batch) {
    if line.iter().all(u8::is_ascii_whitespace) {
        return;
    }
    let taken = match serde_json::from_slice::<ClaimRecord<'_>>(line) {
        Ok(record) => read_claim(&record, origin, batch),
        Err(_) => read_head(line, origin, batch),
    };
    if taken.is_none() {
        batch.suspects.push(origin);
    }
}

fn read_claim(record: &ClaimRecord<'_>, origin: Origin, batch: &mut Batch) -> Option<()> {
    let document = batch.names.documents.number(record.document.as_ref()?);
    batch.claims.push(compile::claim(record, document, origin, &mut batch.names)?);
    Some(())
}

fn read_head(line: &[u8], origin: Origin, batch: &mut Batch) -> Option<()> {
    let record = serde_json::from_slice::<HeadRecord<'_>>(line).ok()?;
    match (record.document, record.vocabulary) {
        (Some(document), None) => {
            batch.names.documents.number(&document.id);
            batch.documents.push(compile::document(&document, origin)?);
        }
        (None, Some(vocabulary)) => batch.vocabularies.push((origin, vocabulary)),
        _ => return None,
    }
    Some(())
}

/// Reads a vocabulary file.
pub fn read_vocabulary(bytes: &[u8], file: u32, batch: &mut Batch) {
    let whole = Origin { file, record: 0 };
    match serde_json::from_slice::<VocabularyRecord>(bytes) {
        Ok(record) if record.format.as_deref() == Some(VOCABULARY_FORMAT) => batch.vocabularies.push((whole, record)),
        _ => batch.suspects.push(whole),
    }
}

impl Batch {
    /// Puts the vocabulary's numbers in place of the names, and the corpus's in place of the
    /// documents. What has no number goes to the suspects.
    ///
    /// `document` gives the number of a document by its id.
    pub fn resolve(&mut self, vocabulary: &Vocabulary, document: impl Fn(&str) -> Option<u32>) {
        let resolution = compile::Resolution::new(&self.names, vocabulary, document);
        let mut suspects = std::mem::take(&mut self.suspects);
        self.claims.retain_mut(|claim| {
            let known = resolution.apply(claim, vocabulary).is_some();
            if !known {
                suspects.push(claim.origin);
            }
            known
        });
        self.suspects = suspects;
    }
}
