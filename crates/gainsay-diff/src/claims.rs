//! Which claims were added, removed, edited, or only moved.

use crate::delta::Delta;
use crate::field::{Field, FieldValue, fields};
use crate::increment::Increments;
use crate::revision::Revision;
use crate::same::Numbers;
use gainsay_claim::{ClaimId, Corpus};
use std::cmp::Ordering;
use std::ops::Range;
use std::panic::resume_unwind;

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
    /// How many claims are another, or in another file.
    pub fn len(&self) -> usize {
        self.added.len() + self.removed.len() + self.edited.len() + self.moved.len()
    }

    /// Whether no claim is another.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
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
    let files = (base.files(), head.files());
    let merge = |part: Part| merged(part, was, is, &numbers, (&files.0, &files.1));
    let [first, second] = halves(was, is);
    let ((mut changes, mut edited), rest) = if was.claims.len() + is.claims.len() < FEW {
        (merge(first), merge(second))
    } else {
        std::thread::scope(|scope| {
            let rest = scope.spawn(|| merge(second));
            (merge(first), rest.join().unwrap_or_else(|panic| resume_unwind(panic)))
        })
    };
    changes.added.extend(rest.0.added);
    changes.removed.extend(rest.0.removed);
    changes.moved.extend(rest.0.moved);
    edited.extend(rest.1);
    let increments = Increments::around(&edited, was, is);
    changes.edited = edited.into_iter().filter_map(|pair| edit(pair, was, is, &increments)).collect();
    changes
}

/// Below how many claims a second thread costs more than it gives.
const FEW: usize = 20_000;

/// Claims of the first revision and those of the second that have ids in one range.
type Part = (Range<usize>, Range<usize>);

fn halves(was: &Corpus, is: &Corpus) -> [Part; 2] {
    let old = was.claims.len() / 2;
    let new = was.claims.get(old).map_or(0, |middle| is.claims.partition_point(|claim| claim.id < middle.id));
    [(0..old, 0..new), (old..was.claims.len(), new..is.claims.len())]
}

/// What became of a range of claims, and the numbers of those that were edited.
fn merged(
    (old, new): Part,
    was: &Corpus,
    is: &Corpus,
    numbers: &Numbers,
    (base_files, head_files): (&[String], &[String]),
) -> (ClaimChanges, Vec<(ClaimId, ClaimId)>) {
    let mut changes = ClaimChanges::default();
    let mut edited: Vec<(ClaimId, ClaimId)> = Vec::new();
    let (mut old, mut new) = (old.peekable(), new.peekable());
    loop {
        let order = match (old.peek(), new.peek()) {
            (None, None) => return (changes, edited),
            (Some(_), None) => Ordering::Less,
            (None, Some(_)) => Ordering::Greater,
            (Some(&old), Some(&new)) => was.claims[old].id.cmp(&is.claims[new].id),
        };
        let before = old.next_if(|_| order != Ordering::Greater).map(|place| (place, &was.claims[place]));
        let after = new.next_if(|_| order != Ordering::Less).map(|place| (place, &is.claims[place]));
        match (before, after) {
            (Some((_, before)), None) => changes.removed.push(before.id.to_string()),
            (None, Some((_, after))) => changes.added.push(after.id.to_string()),
            (Some((old, before)), Some((new, after))) => {
                if !numbers.same((was, before), (is, after)) {
                    edited.push((ClaimId(old as u32), ClaimId(new as u32)));
                }
                let (from, to) = (&base_files[before.origin.file as usize], &head_files[after.origin.file as usize]);
                // What is one file as a whole has no files to move between.
                if from != to && !from.is_empty() && !to.is_empty() {
                    changes.moved.push(after.id.to_string());
                }
            }
            (None, None) => return (changes, edited),
        }
    }
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
