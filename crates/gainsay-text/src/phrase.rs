//! Phrases of several words, found by their first.

use crate::lexicon::Role;
use crate::token::Tokens;
use crate::{attribution, hedge};
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// Phrases in lower case, split by bars, with what they mean.
pub(crate) type Table<T> = &'static [(T, &'static str)];

/// A table with its phrases by their first words, the longest first.
pub(crate) struct Phrases<T: 'static> {
    by_first: BTreeMap<&'static str, Vec<(Vec<&'static str>, T)>>,
}

impl<T: Copy> Phrases<T> {
    pub fn of(table: Table<T>) -> Phrases<T> {
        let mut by_first: BTreeMap<&'static str, Vec<(Vec<&'static str>, T)>> = BTreeMap::new();
        for (what, phrases) in table {
            for phrase in phrases.split('|') {
                let words: Vec<&str> = phrase.split(' ').flat_map(parts).collect();
                by_first.entry(words[0]).or_default().push((words, *what));
            }
        }
        for phrases in by_first.values_mut() {
            phrases.sort_by_key(|(words, _)| std::cmp::Reverse(words.len()));
        }
        Phrases { by_first }
    }

    /// The longest phrase that begins at a token, and the token behind it.
    pub fn at(&self, tokens: &Tokens<'_>, first: usize) -> Option<(T, usize)> {
        let entry = tokens.entry(first).filter(|entry| entry.roles.any(Role::PHRASE))?;
        let phrases = self.by_first.get(entry.word)?;
        phrases.iter().find_map(|(words, what)| {
            let stands = words.iter().enumerate().skip(1).all(|(offset, word)| {
                tokens.says(first + offset, word) || *word == "-" && tokens.is_dash(first + offset)
            });
            stands.then_some((*what, first + words.len()))
        })
    }
}

/// A word and, where it has hyphens, its parts with the hyphens between, as tokens go.
fn parts(word: &'static str) -> impl Iterator<Item = &'static str> {
    word.split('-').enumerate().flat_map(|(place, part)| (place > 0).then_some("-").into_iter().chain([part]))
}

/// The phrases that hedge.
pub(crate) static HEDGES: LazyLock<Phrases<()>> = LazyLock::new(|| Phrases::of(hedge::TABLE));

/// The phrases that say who speaks.
pub(crate) static ATTRIBUTIONS: LazyLock<Phrases<attribution::Attribution>> =
    LazyLock::new(|| Phrases::of(attribution::TABLE));

/// The first words of all phrases.
pub(crate) fn first_words() -> impl Iterator<Item = &'static str> {
    fn first<T>(table: Table<T>) -> impl Iterator<Item = &'static str> {
        table.iter().flat_map(|(_, phrases)| phrases.split('|')).filter_map(|phrase| phrase.split([' ', '-']).next())
    }
    first(hedge::TABLE).chain(first(attribution::TABLE))
}
