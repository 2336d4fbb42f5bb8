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

/// How a draft and an expected claim agree, field by field, where they are about the same words; a text that says one thing
/// twice may be quoted at either place.
fn agreement(expected: &Expected, draft: &Draft<'_>) -> Option<Vec<Field>> {
    let agrees = |field: &Field| expected.allows(*field, &annotation::of_draft(draft, *field));
    let fields: Vec<Field> = Field::ALL.into_iter().filter(agrees).collect();
    let place = draft.place();
    let meets = |other: &Range<usize>| other.start < place.end && place.start < other.end;
    let whole = Field::OF_A_CLAIM.iter().all(|field| fields.contains(field));
    (whole || expected.places.iter().any(meets)).then_some(fields)
}
