//! Phrases of several words, found by their first.

use crate::lexicon::{LEXICON, Role, SEED, fold, mix};
use crate::token::Tokens;
use crate::{attribution, hedge};
use std::sync::LazyLock;

/// Phrases in lower case, split by bars, with what they mean.
pub(crate) type Table<T> = &'static [(T, &'static str)];

/// A table with its phrases by the places of their first words in the lexicon, the longest first.
pub(crate) struct Phrases<T: 'static> {
    by_first: Vec<Vec<(Vec<&'static str>, T)>>,
}

impl<T: Copy> Phrases<T> {
    pub fn of(table: Table<T>) -> Phrases<T> {
        let mut by_first: Vec<Vec<(Vec<&'static str>, T)>> = Vec::new();
        for (what, phrases) in table {
            for phrase in phrases.split('|') {
                let words: Vec<&str> = phrase.split(' ').flat_map(parts).collect();
                let place = usize::from(LEXICON.find(fold(words[0]).fold(SEED, mix), words[0]));
                if by_first.len() <= place {
                    by_first.resize_with(place + 1, Vec::new);
                }
                by_first[place].push((words, *what));
            }
        }
        for phrases in &mut by_first {
            phrases.sort_by_key(|(words, _)| std::cmp::Reverse(words.len()));
        }
        Phrases { by_first }
    }

    /// The longest phrase that begins at a token, and the token behind it.
    pub fn at(&self, tokens: &Tokens<'_>, first: usize) -> Option<(T, usize)> {
        if !tokens.is(first, Role::PHRASE) {
            return None;
        }
        let phrases = self.by_first.get(tokens.place(first)?)?;
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
