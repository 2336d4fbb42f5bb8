//! Drafts in the form of the files.

use super::{Extraction, write_laid_out};
use gainsay_claim::read::CLAIMS_FORMAT;
use gainsay_claim::{Draft, DraftDocument};
use serde::Serialize;
use std::borrow::Cow;
use std::io::{self, Write};

/// A claims file: one document with its claims.
#[derive(Serialize)]
struct ClaimsFile<'a> {
    format: &'static str,
    document: &'a DraftDocument<'a>,
    claims: &'a [Draft<'a>],
}

/// Writes a claims file.
///
/// # Errors
/// When the output cannot be written.
pub fn write_file(extraction: &Extraction<'_>, out: &mut dyn Write) -> io::Result<()> {
    let Extraction { document, claims, .. } = extraction;
    write_laid_out(&ClaimsFile { format: CLAIMS_FORMAT, document, claims }, 3, out)?;
    writeln!(out)
}

#[derive(Serialize)]
struct DocumentLine<'a> {
    document: &'a DraftDocument<'a>,
}

/// Writes the document and its claims as lines of NDJSON.
///
/// # Errors
/// When the output cannot be written.
pub fn write_lines(extraction: &mut Extraction<'_>, out: &mut dyn Write) -> io::Result<()> {
    let Extraction { document, claims, .. } = extraction;
    serde_json::to_writer(&mut *out, &DocumentLine { document })?;
    writeln!(out)?;
    for claim in claims {
        claim.document = Some(Cow::Owned(document.id.to_string()));
        serde_json::to_writer(&mut *out, claim)?;
        writeln!(out)?;
    }
    Ok(())
}
