//! Statements that were drafted twice: claims that say the same in the same words of the same text.
//!
//! Two outlets that carry one statement make two claims, and so do two places of one text; a text that was read
//! twice, or under two names, does not.

use crate::complaint::{Complaint, Place, place, sort_problems};
use crate::found::Found;
use crate::input::Input;
use crate::verify::again;
use gainsay_claim::{Claim, Corpus, Document, Problem};

/// Remarks on the second and later of claims that were drafted twice. `inputs` is what the corpus was loaded from.
pub fn doubled(corpus: &Corpus, inputs: &[Input]) -> Vec<Problem> {
    let mut order: Vec<usize> = (0..corpus.claims.len()).filter(|&at| has_words(&corpus.claims[at])).collect();
    order.sort_by(|&a, &b| key(&corpus.claims[a]).cmp(&key(&corpus.claims[b])).then(a.cmp(&b)));
    let mut pairs: Vec<(&Claim, &Claim)> = Vec::new();
    for alike in order.chunk_by(|&a, &b| key(&corpus.claims[a]) == key(&corpus.claims[b])) {
        for (position, &second) in alike.iter().enumerate().skip(1) {
            let second = &corpus.claims[second];
            let first = alike[..position].iter().map(|&first| &corpus.claims[first]);
            pairs
                .extend(first.into_iter().find(|first| is_doubled(corpus, first, second)).map(|first| (first, second)));
        }
    }
    if pairs.is_empty() {
        return Vec::new();
    }
    let files: Vec<Found<'_>> = corpus.files.iter().filter_map(|name| again(name, inputs)).collect();
    if files.len() != corpus.files.len() {
        return Vec::new();
    }
    let complain = |(first, second): (&Claim, &Claim)| {
        let message = format!("this statement stands twice, here and as `{}`", first.id);
        Complaint::warning(Place::of_claim(second.origin, "id", &files), message, "take one of the two away")
            .and(Place::of_claim(first.origin, "id", &files))
    };
    let mut problems = place(pairs.into_iter().map(complain).collect(), &files);
    sort_problems(&mut problems);
    problems
}

/// Without a quote and without a sentence there is nothing by which two claims are one.
fn has_words(claim: &Claim) -> bool {
    claim.words.evidence().is_some() || claim.words.statement().is_some()
}

/// What two claims must share before they are looked at more closely.
fn key(claim: &Claim) -> impl Ord + '_ {
    let words = claim.words.evidence().map(|evidence| evidence.exact).or(claim.words.statement());
    let about = (claim.measure, claim.subject, claim.place, claim.period, claim.basis);
    (claim.source, about, claim.said, claim.words.speaker(), words)
}

fn is_doubled(corpus: &Corpus, first: &Claim, second: &Claim) -> bool {
    let start = |claim: &Claim| claim.words.evidence().and_then(|evidence| evidence.span).map(|(start, _)| start);
    let elsewhere = start(first).zip(start(second)).is_some_and(|(first, second)| first != second);
    let corrects = |claim: &Claim, other: &Claim| claim.words.corrects() == Some(&*other.id);
    let documents = (corpus.document(first.document), corpus.document(second.document));
    first.value == second.value
        && !corrects(first, second)
        && !corrects(second, first)
        && if first.document == second.document { !elsewhere } else { is_one_text(documents.0, documents.1) }
}

/// Whether two documents are one text under two names.
fn is_one_text(first: &Document, second: &Document) -> bool {
    let shares = |first: &Option<Box<str>>, second: &Option<Box<str>>| first.is_some() && first == second;
    shares(&first.sha256, &second.sha256) || shares(&first.url, &second.url)
}
