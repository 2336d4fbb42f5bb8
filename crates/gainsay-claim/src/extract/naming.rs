//! Ids for drafts, the same for the same text.

use super::Extract;
use std::borrow::Cow;
use std::collections::HashMap;
use std::fmt::Write;

impl Extract<'_> {
    /// Gives every claim its id: the document's, a slash and the extractor's name for it, else its measure; of claims with
    /// one name, the second and the later ones are numbered.
    pub fn name(&mut self, document: &str) {
        // Only looked up, never walked: the order of the claims decides.
        let mut taken: HashMap<String, u32> = HashMap::with_capacity(self.claims.len());
        for claim in &mut self.claims {
            let own = if claim.id.is_empty() { &claim.measure } else { &claim.id };
            let stem = format!("{document}/{own}");
            let mut id = stem.clone();
            let mut number = taken.get(&stem).copied().unwrap_or(0);
            while taken.contains_key(&id) {
                number += 1;
                id.truncate(stem.len());
                write!(id, "-{number}").expect("a string takes every text");
            }
            taken.insert(stem, number.max(1));
            taken.entry(id.clone()).or_insert(1);
            claim.id = Cow::Owned(id);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Draft, DraftValue};

    #[test]
    fn ids_are_unique_whatever_the_readers_call_the_claims() {
        let draft = |id| Draft { id: Cow::Borrowed(id), ..Draft::new("a", "killed", "b", DraftValue::Undisclosed) };
        let claims = ["", "", "killed-2", "tanks/day", "", "killed-2"].map(draft).to_vec();
        let mut extract = Extract { claims, ..Extract::default() };
        extract.name("doc");
        let ids: Vec<&str> = extract.claims.iter().map(|claim| &*claim.id).collect();
        let expected =
            ["doc/killed", "doc/killed-2", "doc/killed-2-2", "doc/tanks/day", "doc/killed-3", "doc/killed-2-3"];
        assert_eq!(ids, expected);
    }
}
