//! One list of documents and one of claims out of what many files hold.

use crate::complaint::{Complaint, Place};
use crate::found::Found;
use gainsay_claim::read::Batch;
use gainsay_claim::{Claim, Document, Origin, Vocabulary};
use std::sync::{Mutex, PoisonError};

/// The documents of all batches in the order of their ids. One that stands in several files in the
/// same words counts once.
pub(crate) fn documents(batches: &mut [Batch]) -> (Vec<Document>, Vec<Complaint>) {
    let mut all: Vec<Document> = batches.iter_mut().flat_map(|batch| std::mem::take(&mut batch.documents)).collect();
    all.sort_by(|a, b| (&a.id, a.origin).cmp(&(&b.id, b.origin)));
    let mut complaints = Vec::new();
    let mut kept: Vec<Document> = Vec::with_capacity(all.len());
    for document in all {
        match kept.last() {
            Some(first) if first.id == document.id => {
                if let Some(field) = difference(first, &document) {
                    let at = |document: &Document| Place { origin: document.origin, pointer: "document/id".into() };
                    complaints.push(
                        Complaint::error(
                            at(&document),
                            format!("document id `{}` stands twice, with another {field}", document.id),
                            "give one of them an id of its own, or the same fields to both",
                        )
                        .and(at(first)),
                    );
                }
            }
            _ => kept.push(document),
        }
    }
    (kept, complaints)
}

fn difference(a: &Document, b: &Document) -> Option<&'static str> {
    let checks = [
        ("publisher", a.publisher != b.publisher),
        ("title", a.title != b.title),
        ("day of publication", a.published != b.published),
        ("language", a.language != b.language),
        ("address", a.url != b.url),
        ("text", a.text != b.text),
        ("SHA-256", a.sha256 != b.sha256),
    ];
    checks.into_iter().find(|(_, differs)| *differs).map(|(field, _)| field)
}

/// A claim's id and that of the claim which it says it replaces.
pub(crate) type Correction = (Box<str>, Box<str>);

/// Gives names and documents the corpus's numbers, and a claim without a day that of its document.
pub(crate) fn resolve(
    batches: &mut [Batch],
    vocabulary: &Vocabulary,
    documents: &[Document],
    workers: usize,
) -> Vec<Correction> {
    let workers = workers.min(batches.len());
    let queue = Mutex::new(batches.iter_mut());
    let work = || {
        let mut corrections = Vec::new();
        loop {
            let next = queue.lock().unwrap_or_else(PoisonError::into_inner).next();
            let Some(batch) = next else { return corrections };
            resolve_one(batch, vocabulary, documents, &mut corrections);
        }
    };
    let mut corrections: Vec<Correction> = if workers < 2 {
        work()
    } else {
        std::thread::scope(|scope| {
            let crew: Vec<_> = (0..workers).map(|_| scope.spawn(work)).collect();
            crew.into_iter().flat_map(|worker| worker.join().expect("a worker does not panic")).collect()
        })
    };
    corrections.sort_unstable();
    corrections
}

fn resolve_one(batch: &mut Batch, vocabulary: &Vocabulary, documents: &[Document], corrections: &mut Vec<Correction>) {
    let number =
        |id: &str| documents.binary_search_by(|document| (*document.id).cmp(id)).ok().map(|index| index as u32);
    batch.resolve(vocabulary, number);
    batch.names = Default::default();
    for claim in &mut batch.claims {
        claim.said = claim.said.or(documents[claim.document.index()].published);
        if let Some(corrects) = claim.words.corrects() {
            corrections.push((claim.id.clone(), corrects.into()));
        }
    }
}

/// The claims of all batches, in the order of the files.
pub(crate) fn claims(batches: Vec<Batch>) -> Vec<Claim> {
    let mut claims = Vec::with_capacity(batches.iter().map(|batch| batch.claims.len()).sum());
    for mut batch in batches {
        claims.append(&mut batch.claims);
    }
    claims
}

/// Of claims with one id the first stays.
pub(crate) fn take_out_doubled(claims: &mut Vec<Claim>, files: &[Found<'_>]) -> Vec<Complaint> {
    if claims.windows(2).all(|pair| pair[0].id != pair[1].id) {
        return Vec::new();
    }
    let mut complaints = Vec::new();
    let mut first: Option<(Box<str>, Origin)> = None;
    claims.retain(|claim| match &first {
        Some((id, origin)) if *id == claim.id => {
            let complaint = Complaint::error(
                Place::of_claim(claim.origin, "id", files),
                format!("claim id `{id}` stands twice"),
                "give this claim an id of its own, or take it away",
            );
            complaints.push(complaint.and(Place::of_claim(*origin, "id", files)));
            false
        }
        _ => {
            first = Some((claim.id.clone(), claim.origin));
            true
        }
    });
    complaints
}
