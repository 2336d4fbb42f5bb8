//! Documents among the files that are no claims yet.

use crate::found::{Content, Found};
use crate::input::{Input, TextReader};
use crate::saved::SavedText;
use crate::verify::root_of;
use gainsay_claim::read::{Batch, Layout};
use gainsay_claim::{Problem, Vocabulary};
use std::borrow::Cow;
use std::collections::BTreeSet;
use std::path::PathBuf;

/// The texts of the documents whose claims are there already.
pub(crate) fn stored(batches: &[Batch], files: &[Found<'_>], inputs: &[Input]) -> BTreeSet<PathBuf> {
    let documents = batches.iter().flat_map(|batch| &batch.documents);
    let path = |document: &gainsay_claim::Document| {
        let root = root_of(&files[document.origin.file as usize].name, inputs);
        root.join(document.text.as_deref()?).canonicalize().ok()
    };
    documents.filter_map(path).collect()
}

/// The documents to read.
pub(crate) struct Texts<'a> {
    /// Whether each was named, not come across, and its path.
    pub(crate) paths: Vec<(bool, PathBuf)>,
    /// Those that came otherwise than as files, with their names.
    pub(crate) given: Vec<(String, &'a [u8])>,
}

impl Texts<'_> {
    pub(crate) fn are_none(&self) -> bool {
        self.paths.is_empty() && self.given.is_empty()
    }

    /// Reads the texts and adds what they say to the files, as lines of claims.
    pub(crate) fn read(
        &self,
        stored: &BTreeSet<PathBuf>,
        reader: &dyn TextReader,
        vocabulary: &Vocabulary,
        files: &mut Vec<Found<'_>>,
    ) -> Vec<Problem> {
        let is_there = |path: &PathBuf| path.canonicalize().is_ok_and(|path| stored.contains(&path));
        let wanted = self.paths.iter().filter(|(named, path)| *named || !is_there(path));
        let opened = wanted.map(|(_, path)| SavedText::open(&Input::Path(path.clone())));
        let mut problems = Vec::new();
        let given = self.given.iter().map(|(name, bytes)| SavedText::of(name, bytes));
        for saved in given.chain(opened) {
            match saved {
                Ok(saved) => {
                    let mut read = reader.read(&saved, vocabulary);
                    problems.extend(saved.problems);
                    problems.append(&mut read.problems);
                    let content = Content::Bytes(Cow::Owned(read.lines));
                    files.push(Found { name: saved.name, content, layout: Layout::Lines });
                }
                Err(problem) => problems.push(*problem),
            }
        }
        problems
    }
}
