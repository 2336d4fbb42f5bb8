//! Which claims were added, removed, edited, or only moved.

use crate::delta::Delta;
use crate::field::{Field, FieldValue, fields};
use crate::increment::Increments;
use crate::revision::Revision;
use crate::same::Numbers;
use gainsay_claim::{ClaimId, Corpus};
use std::cmp::Ordering;

/// What became of the claims. Every list is in the order of ids.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ClaimChanges {
    /// In the second revision alone.
    pub added: Vec<String>,
    /// In the first revision alone.
    pub removed: Vec<String>,
    /// In both, and not the same.
    pub edited: Vec<Edit>,
    /// In both and in another file; this is no edit.
    pub moved: Vec<String>,
}

impl ClaimChanges {
    /// Whether no claim is another.
    pub fn is_empty(&self) -> bool {
        self.added.is_empty() && self.removed.is_empty() && self.edited.is_empty() && self.moved.is_empty()
    }
}

/// A claim that is not what it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// Its id.
    pub id: String,
    /// The fields that differ, the value first.
    pub fields: Vec<FieldEdit>,
}

/// A field that is not what it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldEdit {
    /// Which.
    pub field: Field,
    /// What it held, if anything.
    pub was: Option<FieldValue>,
    /// What it holds, if anything.
    pub is: Option<FieldValue>,
    /// How far apart the two are, where that can be said.
    pub delta: Option<Delta>,
}

/// The claims of two revisions, both of which have them.
pub(crate) fn changes(base: &Revision<'_>, head: &Revision<'_>) -> ClaimChanges {
    let Some((was, is)) = base.corpus.zip(head.corpus) else { return ClaimChanges::default() };
    let numbers = Numbers::of(&was.vocabulary, &is.vocabulary);
    let mut changes = ClaimChanges::default();
    let mut edited: Vec<(ClaimId, ClaimId)> = Vec::new();
    let (base_files, head_files) = (base.files(), head.files());
    let (mut old, mut new) = (0, 0);
    loop {
        let order = match (was.claims.get(old), is.claims.get(new)) {
            (None, None) => break,
            (Some(_), None) => Ordering::Less,
            (None, Some(_)) => Ordering::Greater,
            (Some(was), Some(is)) => was.id.cmp(&is.id),
        };
        match order {
            Ordering::Less => changes.removed.push(was.claims[old].id.to_string()),
            Ordering::Greater => changes.added.push(is.claims[new].id.to_string()),
            Ordering::Equal => {
                let (before, after) = (&was.claims[old], &is.claims[new]);
                if !numbers.same((was, before), (is, after)) {
                    edited.push((ClaimId(old as u32), ClaimId(new as u32)));
                }
                let (from, to) = (&base_files[before.origin.file as usize], &head_files[after.origin.file as usize]);
                // What is one file as a whole has no files to move between.
                if from != to && !from.is_empty() && !to.is_empty() {
                    changes.moved.push(after.id.to_string());
                }
            }
        }
        old += usize::from(order != Ordering::Greater);
        new += usize::from(order != Ordering::Less);
    }
    let increments = Increments::around(&edited, was, is);
    changes.edited = edited.into_iter().filter_map(|pair| edit(pair, was, is, &increments)).collect();
    changes
}

fn edit((old, new): (ClaimId, ClaimId), base: &Corpus, head: &Corpus, increments: &Increments) -> Option<Edit> {
    let (before, after) = (base.claim(old), head.claim(new));
    let (mut was, mut is) = (fields(base, before), fields(head, after));
    was.retain(|field, value| match is.get(field) {
        Some(other) if other == value => {
            is.remove(field);
            false
        }
        _ => true,
    });
    let mut names: Vec<Field> = was.keys().chain(is.keys()).copied().collect();
    names.sort_unstable();
    names.dedup();
    let fields = names.into_iter().map(|field| {
        let (was, is) = (was.remove(&field), is.remove(&field));
        let delta = Delta::between(was.as_ref(), is.as_ref()).map(|delta| match (field, delta) {
            (Field::Value, Delta::Count(delta)) => {
                Delta::Count(delta.beside(increments.agree((base, before), (head, after))))
            }
            (_, delta) => delta,
        });
        FieldEdit { field, was, is, delta }
    });
    let fields: Vec<FieldEdit> = fields.collect();
    (!fields.is_empty()).then(|| Edit { id: after.id.to_string(), fields })
}
