//! A corpus in memory.

use crate::vocabulary::Vocabulary;
use crate::{Acknowledged, Claim, ClaimId, Document, DocumentId, Problem, Settings};
use chrono::NaiveDate;

/// Documents, claims and the vocabulary they use. Claims and documents stand in the order of their
/// ids, so that nothing depends on the order of files.
#[derive(Clone, Debug, Default)]
pub struct Corpus {
    /// The words.
    pub vocabulary: Vocabulary,
    /// The documents, in the order of their ids.
    pub documents: Vec<Document>,
    /// The claims, in the order of their ids.
    pub claims: Vec<Claim>,
    /// For each claim, in rising order, those that have been corrected, and by which.
    pub corrected: Vec<(ClaimId, ClaimId)>,
    /// The files, by the number in an [`Origin`](crate::Origin).
    pub files: Vec<String>,
    /// The thresholds.
    pub settings: Settings,
    /// The file that the thresholds and the acknowledgements are from, where there is one.
    pub settings_file: Option<String>,
    /// What the desk lets stand, in the order of that file.
    pub acknowledged: Vec<Acknowledged>,
    /// What is wrong with the input.
    pub problems: Vec<Problem>,
}

impl Corpus {
    /// A claim by its number.
    pub fn claim(&self, id: ClaimId) -> &Claim {
        &self.claims[id.index()]
    }

    /// A document by its number.
    pub fn document(&self, id: DocumentId) -> &Document {
        &self.documents[id.index()]
    }

    /// A claim by the id in its file.
    pub fn find(&self, id: &str) -> Option<ClaimId> {
        self.claims.binary_search_by(|claim| (*claim.id).cmp(id)).ok().map(|index| ClaimId(index as u32))
    }

    /// The claim that replaces this one, where there is one.
    pub fn correction(&self, of: ClaimId) -> Option<ClaimId> {
        self.corrected.binary_search_by_key(&of, |pair| pair.0).ok().map(|index| self.corrected[index].1)
    }

    /// The newest day that any claim speaks of or was said on.
    pub fn newest_day(&self) -> Option<NaiveDate> {
        self.claims.iter().filter_map(|claim| claim.said.max(claim.as_of())).max()
    }

    /// The corpus as it could be known on a day: claims said and documents published up to then.
    /// A correction made later has not been made yet.
    pub fn as_of(mut self, day: NaiveDate) -> Corpus {
        let known = |claim: &Claim, documents: &[Document]| {
            let published = documents[claim.document.index()].published;
            claim.said.is_none_or(|said| said <= day) && published.is_none_or(|published| published <= day)
        };
        let documents = std::mem::take(&mut self.documents);
        self.retain(|_, claim| known(claim, &documents));
        self.documents = documents;
        self
    }

    /// Keeps the claims for which `keep` holds, and renumbers the rest.
    pub fn retain(&mut self, keep: impl Fn(ClaimId, &Claim) -> bool) {
        let mut number = vec![None; self.claims.len()];
        let mut kept = 0;
        let claims = std::mem::take(&mut self.claims);
        for (index, claim) in claims.into_iter().enumerate() {
            if keep(ClaimId(index as u32), &claim) {
                number[index] = Some(ClaimId(kept));
                kept += 1;
                self.claims.push(claim);
            }
        }
        self.corrected =
            self.corrected.iter().filter_map(|(old, new)| Some((number[old.index()]?, number[new.index()]?))).collect();
    }
}
