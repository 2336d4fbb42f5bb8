//! Where claims and their quotes stand in files.

use crate::complaint::{Place, find_spots};
use crate::encoding::decode;
use crate::found::{Found, is_text_by_name};
use crate::input::Input;
use crate::tree::Tree;
use crate::verify::{again, path_of_text, text_of};
use crate::walk::plain_name;
use gainsay_claim::read::Layout;
use gainsay_claim::{Claim, ClaimId, Corpus, Document, DocumentId, Spot, Stretch, Whereabouts};
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// Where claims and their quotes stand; each file is read again at most once. `inputs` is what the corpus was loaded from.
pub fn whereabouts(
    corpus: &Corpus,
    inputs: &[Input],
    claims: impl IntoIterator<Item = ClaimId>,
) -> BTreeMap<ClaimId, Whereabouts> {
    whereabouts_of_fields(corpus, Shelf::Disk(inputs), claims.into_iter().map(|claim| (claim, String::new())).collect())
}

/// The same for fields of claims, such as `value` or `evidence/exact`: the record is where the field stands, its
/// start where there is no such field or none is named.
pub fn whereabouts_of_fields(
    corpus: &Corpus,
    shelf: Shelf<'_>,
    fields: BTreeMap<ClaimId, String>,
) -> BTreeMap<ClaimId, Whereabouts> {
    let mut places: BTreeMap<ClaimId, Whereabouts> =
        fields.keys().map(|claim| (*claim, Whereabouts::default())).collect();
    add_records(corpus, shelf, &fields, &mut places);
    add_quotes(corpus, shelf, &mut places);
    places
}

/// Where the files lie that a corpus was loaded from.
#[derive(Clone, Copy, Debug)]
pub enum Shelf<'a> {
    /// On disk or on standard input; they are named as they were given.
    Disk(&'a [Input]),
    /// In a tree; they are named from its root.
    Memory(&'a Tree),
}

impl<'a> Shelf<'a> {
    /// A file of the corpus, under the name that its claims are told to stand in.
    fn file(self, name: &str) -> Found<'a> {
        let found = match self {
            Shelf::Disk(inputs) => again(name, inputs),
            Shelf::Memory(tree) => tree.again(name),
        };
        found.unwrap_or_else(|| Found::spent(name))
    }

    /// The name and the bytes of the file that holds the text of a document, or is the document.
    fn text(self, corpus: &Corpus, document: &Document) -> Option<(String, Cow<'a, [u8]>)> {
        let file = &corpus.files[document.origin.file as usize];
        match self {
            Shelf::Disk(inputs) => match text_of(document, corpus, inputs) {
                Ok(Some(bytes)) => Some((plain_name(&path_of_text(document, corpus, inputs)?), Cow::Owned(bytes))),
                _ if is_text_by_name(Path::new(file)) => Some((file.clone(), Cow::Owned(std::fs::read(file).ok()?))),
                _ => None,
            },
            Shelf::Memory(tree) => {
                let own = || is_text_by_name(Path::new(file)).then(|| tree.path_of(file).map(str::to_owned)).flatten();
                let path = tree.path_of_text(document, file).or_else(own)?;
                let bytes = tree.files.get(&path)?;
                Some((path, Cow::Borrowed(bytes)))
            }
        }
    }
}

fn add_records(
    corpus: &Corpus,
    shelf: Shelf<'_>,
    fields: &BTreeMap<ClaimId, String>,
    places: &mut BTreeMap<ClaimId, Whereabouts>,
) {
    let files: Vec<Found<'_>> = corpus.files.iter().map(|name| shelf.file(name)).collect();
    let mut wanted: BTreeMap<u32, BTreeMap<Place, Vec<ClaimId>>> = BTreeMap::new();
    for (&claim, field) in fields {
        let origin = corpus.claim(claim).origin;
        let found = &files[origin.file as usize];
        if found.name == "-" || is_text_by_name(Path::new(&found.name)) {
            continue;
        }
        let pointer = match found.layout {
            Layout::Lines => field.clone(),
            _ => format!("claims/{}/{field}", origin.record),
        };
        wanted.entry(origin.file).or_default().entry(Place { origin, pointer }).or_default().push(claim);
    }
    for (file, wanted) in wanted {
        let list: Vec<&Place> = wanted.keys().collect();
        let mut spots = BTreeMap::new();
        // A file that has gone away since it was read leaves its claims without a place.
        let _ = find_spots(&files[file as usize], &list, &mut spots);
        for (place, problem) in spots {
            let spot = Spot { path: problem.path, line: problem.line, column: problem.column };
            for claim in &wanted[place] {
                places.entry(*claim).or_default().record = Some(spot.clone());
            }
        }
    }
}

fn add_quotes(corpus: &Corpus, shelf: Shelf<'_>, places: &mut BTreeMap<ClaimId, Whereabouts>) {
    let quoted =
        |claim: &ClaimId| corpus.claim(*claim).words.evidence().is_some_and(|evidence| evidence.span.is_some());
    let documents: BTreeSet<DocumentId> =
        places.keys().filter(|claim| quoted(claim)).map(|claim| corpus.claim(*claim).document).collect();
    let stored = |document: DocumentId| -> Option<(String, String)> {
        let (name, bytes) = shelf.text(corpus, corpus.document(document))?;
        Some((name, decode(&bytes).ok()?.text.into_owned()))
    };
    let texts: BTreeMap<DocumentId, (String, String)> =
        documents.into_iter().filter_map(|document| Some((document, stored(document)?))).collect();
    for (claim, place) in places {
        let claim = corpus.claim(*claim);
        place.quote = texts.get(&claim.document).and_then(|(path, text)| stretch(claim, path, text));
    }
}

/// The stretch of a claim's quote; none where the text ends before it.
fn stretch(claim: &Claim, path: &str, text: &str) -> Option<Stretch> {
    let (offset, end) = claim.words.evidence()?.span?;
    let length = end.checked_sub(offset)?;
    let mut letters = text.chars();
    let (mut line, mut column) = (1, 1);
    let mut walk = |count: u32| -> Option<(u32, u32)> {
        for _ in 0..count {
            (line, column) = if letters.next()? == '\n' { (line + 1, 1) } else { (line, column + 1) };
        }
        Some((line, column))
    };
    let (line, column) = walk(offset)?;
    let (end_line, end_column) = walk(length)?;
    Some(Stretch { start: Spot { path: path.to_owned(), line, column }, end_line, end_column, offset, length })
}
