//! From the text of a cell to an id, as the mapping's names have it.

use super::quick::QuickHasher;
use crate::slug::slug;
use gainsay_claim::Vocabulary;
use gainsay_claim::vocabulary::{Noun, nearest};
use std::collections::HashMap;
use std::collections::btree_map::{BTreeMap, Entry};
use std::hash::BuildHasherDefault;

/// What a text must be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Meaning {
    /// An id of the vocabulary.
    Word(Noun),
    /// One of a few words.
    OneOf(&'static [&'static str]),
    /// Anything.
    Free,
}

impl Meaning {
    /// Whether a text is that.
    ///
    /// # Errors
    /// What is wrong, and the way out.
    pub(super) fn check(self, text: &str, vocabulary: &Vocabulary) -> Result<(), (String, String)> {
        match self {
            Meaning::Free => Ok(()),
            Meaning::OneOf(words) if words.contains(&text) => Ok(()),
            Meaning::OneOf(words) => {
                let help = nearest(text, words.iter().copied())
                    .map_or_else(|| format!("write {}", words.join(" or ")), |near| format!("did you mean `{near}`?"));
                Err((format!("`{}` is none of {}", text.escape_debug(), words.join(", ")), help))
            }
            Meaning::Word(noun) if vocabulary.number(noun, text).is_some() => Ok(()),
            Meaning::Word(noun) => {
                Err((format!("no {noun} is called `{}`", text.escape_debug()), vocabulary.way_out(noun, text)))
            }
        }
    }
}

/// Names of a column, and what they stand for.
#[derive(Clone, Debug)]
pub(super) struct Lookup {
    pub(super) column: usize,
    /// What a name stands for; the empty text stands for no claim. A name that ends in `*` stands for
    /// all that begin so.
    pub(super) names: HashMap<Box<str>, Box<str>>,
    pub(super) rest: Rest,
    pub(super) meaning: Meaning,
    /// Which lookup of the mapping it is.
    pub(super) number: usize,
}

/// What becomes of a name that is not listed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Rest {
    /// It is a problem.
    Refuse,
    /// It stands for this; the empty text stands for no claim.
    Default(Box<str>),
    /// An id is made of it, with an entry of the vocabulary.
    Slug { noun: Noun, part_of: Option<Box<str>> },
    /// It is the id or the text itself.
    AsItIs,
}

/// What a cell came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Found {
    /// A text.
    Text(Box<str>),
    /// The mapping says that there is no claim.
    NoClaim,
    /// What is wrong and the way out.
    Wrong(String, String),
}

/// An entry of the vocabulary that an import adds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Added {
    pub(super) label: Box<str>,
    pub(super) part_of: Option<Box<str>>,
    /// The first row that names it, whose spelling is kept.
    row: u64,
}

/// The entries that an import adds, by what they are and by id.
pub(super) type Additions = BTreeMap<(Noun, String), Added>;

/// Puts entries together that were found in rows of the same table.
pub(super) fn merge(into: &mut Additions, from: Additions) {
    for (key, added) in from {
        match into.entry(key) {
            Entry::Vacant(entry) => _ = entry.insert(added),
            Entry::Occupied(mut entry) if added.row < entry.get().row => _ = entry.insert(added),
            Entry::Occupied(_) => {}
        }
    }
}

impl Lookup {
    /// What a cell of a row stands for.
    pub(super) fn find(&self, cell: &str, row: u64, vocabulary: &Vocabulary, additions: &mut Additions) -> Found {
        let text = |text: &str| if text.is_empty() { Found::NoClaim } else { Found::Text(text.into()) };
        if let Some(known) = self.names.get(cell) {
            return text(known);
        }
        let prefixes =
            self.names.iter().filter(|(name, _)| name.strip_suffix('*').is_some_and(|start| cell.starts_with(start)));
        if let Some((_, known)) = prefixes.max_by_key(|(name, _)| name.len()) {
            return text(known);
        }
        match &self.rest {
            Rest::Default(default) => text(default),
            _ if cell.starts_with('=') => formula(cell),
            Rest::Refuse => {
                let near = nearest_name(cell, self.sorted_names());
                let help = near.map_or_else(
                    || "add it to `names` in the mapping, or give them a `default`".to_owned(),
                    |near| format!("did you mean `{near}`? Otherwise add it to `names` in the mapping"),
                );
                Found::Wrong(format!("`{}` is not among the names", shortened(cell)), help)
            }
            Rest::AsItIs => match self.meaning.check(cell, vocabulary) {
                Ok(()) => text(cell),
                Err((message, help)) => {
                    Found::Wrong(message, format!("{help}; or list it under `names` in the mapping"))
                }
            },
            Rest::Slug { noun, part_of } => match slug(cell) {
                None => Found::Wrong(
                    format!("no id can be made of `{}`", shortened(cell)),
                    "list it under `names` in the mapping".to_owned(),
                ),
                Some(id) => {
                    if vocabulary.number(*noun, &id).is_none() {
                        additions.entry((*noun, id.clone())).or_insert_with(|| Added {
                            label: cell.into(),
                            part_of: part_of.clone(),
                            row,
                        });
                    }
                    Found::Text(id.into())
                }
            },
        }
    }

    fn sorted_names(&self) -> Vec<&str> {
        let mut names: Vec<&str> = self.names.keys().map(|name| &**name).collect();
        names.sort_unstable();
        names
    }
}

/// The name that is most like a text, whatever its capitals.
pub(super) fn nearest_name<'a>(text: &str, names: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let lower: Vec<(String, &str)> = names.into_iter().map(|name| (name.to_lowercase(), name)).collect();
    let near = nearest(text, lower.iter().map(|(lower, _)| lower.as_str()))?;
    lower.iter().find(|(lower, _)| lower == near).map(|(_, name)| *name)
}

/// A cell that a spreadsheet would work out, and we do not.
pub(super) fn formula(cell: &str) -> Found {
    Found::Wrong(
        format!("`{}` is a formula, not what it comes to", shortened(cell)),
        "save the table with its values".to_owned(),
    )
}

/// A text for a message, cut where it is long.
pub(super) fn shortened(text: &str) -> String {
    let mut short: String = text.chars().take(40).collect();
    if short.len() < text.len() {
        short.push('…');
    }
    let escaped = |letter: char| match letter {
        '"' | '\'' => letter.to_string(),
        _ => letter.escape_debug().to_string(),
    };
    short.chars().map(escaped).collect()
}

/// The memory of one lookup: what each text came to. Tables repeat their names.
#[derive(Debug)]
pub(super) struct Memory {
    /// The number of a text that was met lately, by what its length and three of its bytes tell.
    lately: [u16; 64],
    numbers: HashMap<Box<str>, usize, BuildHasherDefault<QuickHasher>>,
    texts: Vec<Box<str>>,
    pub(super) found: Vec<Found>,
}

/// How many texts of one column are kept in mind.
const MOST: usize = 50_000;
const _: () = assert!(MOST <= u16::MAX as usize);

impl Default for Memory {
    fn default() -> Memory {
        Memory { lately: [0; 64], numbers: HashMap::default(), texts: Vec::new(), found: Vec::new() }
    }
}

impl Memory {
    /// The number of what a cell stands for.
    pub(super) fn number(&mut self, cell: &str, find: impl FnOnce() -> Found) -> usize {
        let place = place_lately(cell);
        let number = usize::from(self.lately[place]);
        if self.texts.get(number).is_some_and(|text| **text == *cell) {
            return number;
        }
        let number = match self.numbers.get(cell) {
            Some(&number) => number,
            None => {
                if self.found.len() >= MOST {
                    self.numbers.clear();
                    self.texts.clear();
                    self.found.clear();
                }
                self.found.push(find());
                self.texts.push(cell.into());
                let number = self.found.len() - 1;
                self.numbers.insert(cell.into(), number);
                number
            }
        };
        // There are never more than fit.
        self.lately[place] = number as u16;
        number
    }
}

#[inline]
fn place_lately(cell: &str) -> usize {
    let bytes = cell.as_bytes();
    let byte = |place: usize| usize::from(bytes.get(place).copied().unwrap_or_default());
    (bytes.len() ^ byte(0) ^ (byte(bytes.len() / 2) << 1) ^ (byte(bytes.len().wrapping_sub(1)) << 2)) & 63
}
