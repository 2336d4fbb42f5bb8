//! How well do the readers read? Texts with annotated claims against what is extracted from them.

pub mod annotation;
pub mod score;

pub use annotation::{Annotated, annotated};
pub use score::{Field, Scores, table};

use annotation::Expected;
use gainsay::extraction::{Header, Readers, extract};
use gainsay::sources::vocabulary;
use gainsay_claim::{Draft, Vocabulary};
use gainsay_corpus::SavedText;
use std::ops::Range;

/// Reads every text as `gainsay extract` does and scores it.
pub fn evaluate(texts: &[Annotated], readers: Readers) -> Scores {
    let (vocabulary, _) = Vocabulary::build(vocabulary());
    let mut scores = Scores::default();
    for text in texts {
        let saved = SavedText::of(&format!("{}.txt", text.name), text.words.as_bytes()).expect("it is UTF-8");
        let header = Header {
            id: Some(text.name.clone()),
            publisher: Some(text.publisher.clone()),
            published: Some(text.published),
            ..Header::default()
        };
        let extraction = extract(&saved, &header, readers, &vocabulary);
        scores.add(text, &extraction.claims);
    }
    scores
}

/// How a draft and an expected claim agree, field by field, where they are about the same words.
fn agreement(expected: &Expected, draft: &Draft<'_>) -> Option<Vec<Field>> {
    let meets = |a: &Range<usize>, b: &Range<usize>| a.start < b.end && b.start < a.end;
    if !meets(&expected.place, &draft.place()) {
        return None;
    }
    Some(Field::ALL.into_iter().filter(|field| expected.of(*field) == annotation::of_draft(draft, *field)).collect())
}
