//! Reading suspect records again, to name every mistake in them.

use crate::complaint::{MOST, and_more};
use crate::feed::{empty, unreadable};
use crate::found::{Found, visit_lines};
use gainsay_claim::read::{Inspection, Layout, locate};
use gainsay_claim::{Origin, Problem, SourceFile, Vocabulary};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// A record to look at again.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Suspect {
    pub(crate) origin: Origin,
    /// Whether it could not be taken, so that something must be wrong with it.
    pub(crate) refused: bool,
}

/// What came out.
#[derive(Default)]
pub(crate) struct Findings {
    pub(crate) problems: Vec<Problem>,
    /// The ids of claims that could not be read, where they can be made out.
    pub(crate) broken_claims: BTreeSet<String>,
    broken_documents: BTreeSet<String>,
    /// Claims of documents that are not there, by document.
    orphans: Vec<(String, Problem)>,
}

/// Names every mistake in the suspects. `knows` tells whether a document is there.
pub(crate) fn inspect(
    suspects: Vec<Suspect>,
    files: &[Found<'_>],
    vocabulary: &Vocabulary,
    knows: impl Fn(&str) -> bool,
) -> Findings {
    let mut by_file: BTreeMap<u32, BTreeMap<u32, bool>> = BTreeMap::new();
    for Suspect { origin, refused } in suspects {
        let lines = files[origin.file as usize].layout == Layout::Lines;
        let record = if lines { origin.record } else { 0 };
        *by_file.entry(origin.file).or_default().entry(record).or_default() |= refused;
    }
    let mut findings = Findings::default();
    for (file, records) in by_file {
        let found = &files[file as usize];
        let mut look = |first_line: u32, bytes: &[u8], refused: bool| {
            let piece = Piece { found, first_line, refused };
            findings.look(&piece, bytes, vocabulary, &knows);
        };
        let outcome = if found.layout == Layout::Lines {
            let lines: Vec<u32> = records.keys().copied().take(MOST).collect();
            let outcome = visit_lines(found, &lines, |line, bytes| look(line, bytes, records[&line]));
            if records.len() > MOST {
                findings.problems.push(and_more(&found.name, records.len() - MOST));
            }
            outcome
        } else {
            found.bytes().map(|bytes| look(1, &bytes, records.values().any(|refused| *refused)))
        };
        if let Err(error) = outcome {
            findings.problems.push(unreadable(&found.name, &error));
        }
    }
    let orphans = std::mem::take(&mut findings.orphans);
    findings.problems.extend(
        orphans
            .into_iter()
            .filter(|(document, _)| !findings.broken_documents.contains(document))
            .map(|(_, problem)| problem),
    );
    findings
}

/// A file or a line of one.
struct Piece<'a> {
    found: &'a Found<'a>,
    first_line: u32,
    refused: bool,
}

impl Findings {
    fn look(&mut self, piece: &Piece<'_>, bytes: &[u8], vocabulary: &Vocabulary, knows: &impl Fn(&str) -> bool) {
        let Found { name, layout, .. } = piece.found;
        if bytes.iter().all(u8::is_ascii_whitespace) {
            return self.problems.push(empty(name));
        }
        let text = match utf8(name, piece.first_line, bytes) {
            Ok(text) => text,
            Err(problem) => return self.problems.push(*problem),
        };
        let file = SourceFile { path: name, first_line: piece.first_line, text };
        let mistakes = Inspection::mistakes(file, *layout, vocabulary);
        let mut explained = !mistakes.is_empty();
        self.problems.extend(mistakes);
        let value: Value = serde_json::from_str(text).unwrap_or_default();
        self.note_broken(&value);
        if let Some(document) =
            value["document"].as_str().filter(|document| *layout == Layout::Lines && !knows(document))
        {
            explained = true;
            let problem = file.problem(
                locate(text, "document"),
                format!("no document is called `{}`", document.escape_debug()),
                "add a line {\"document\": {\"id\": …}} for it, or name one that is there",
            );
            self.orphans.push((document.to_owned(), problem));
        }
        if piece.refused && !explained {
            self.problems.extend(Inspection::of(file, *layout, vocabulary));
        }
    }

    fn note_broken(&mut self, value: &Value) {
        let claims = value["claims"].as_array().into_iter().flatten().chain([value]);
        self.broken_claims.extend(claims.filter_map(|claim| claim["id"].as_str()).map(str::to_owned));
        self.broken_documents.extend(value["document"]["id"].as_str().map(str::to_owned));
    }
}

/// Reads bytes as UTF-8, or says which byte is not.
pub(crate) fn utf8<'a>(name: &str, first_line: u32, bytes: &'a [u8]) -> Result<&'a str, Box<Problem>> {
    std::str::from_utf8(bytes).map_err(|error| {
        let at = error.valid_up_to();
        // The replacement character stands where the first bad byte stands.
        let text = String::from_utf8_lossy(bytes);
        let file = SourceFile { path: name, first_line, text: &text };
        let utf16 = bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff");
        let help = if utf16 {
            "the file is in UTF-16; save it as UTF-8"
        } else {
            "save the file as UTF-8; it may be in Windows-1251 or KOI8"
        };
        Box::new(file.problem(
            at..at + '\u{fffd}'.len_utf8(),
            format!("the byte 0x{:02X} is not UTF-8 here", bytes[at]),
            help,
        ))
    })
}
