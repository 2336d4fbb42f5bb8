//! Raw documents among the files of a corpus.

use super::{Header, Readers, extract, write_lines};
use gainsay_claim::Vocabulary;
use gainsay_corpus::{ReadText, SavedText, TextReader};

/// Reads raw documents as `gainsay extract` does.
pub struct OnTheFly;

impl TextReader for OnTheFly {
    fn read(&self, text: &SavedText, vocabulary: &Vocabulary) -> ReadText {
        let header = Header::of(text, vocabulary);
        let mut extraction = extract(text, &header, Readers::Auto, vocabulary);
        let mut lines = Vec::new();
        write_lines(&mut extraction, &mut lines).expect("memory can be written");
        ReadText { lines, problems: extraction.problems }
    }
}
