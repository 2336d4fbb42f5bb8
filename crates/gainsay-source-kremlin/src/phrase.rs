//! Phrases with open endings: "танк~ и друг~ боев~ машин~" stands for every case of the words.

use crate::pairs::ByPair;
use crate::words::{Gap, Words};

/// One word of a phrase.
struct Stem {
    /// The letters, and whether an ending may follow; one of them is enough.
    forms: Vec<(&'static str, bool)>,
    optional: bool,
}

/// A phrase: words by spaces; `~` leaves the ending open, `?` makes a word optional, `/` stands between forms.
struct Phrase<T> {
    stems: Vec<Stem>,
    what: T,
}

/// Phrases by the first letters of their first words.
pub(crate) struct Phrases<T> {
    by_first: ByPair<Phrase<T>>,
}

impl<T: Copy> Phrases<T> {
    /// Phrases with what they mean, split by bars.
    pub fn of(table: &[(T, &'static str)]) -> Phrases<T> {
        let mut by_first = ByPair::new();
        for (what, phrases) in table {
            for phrase in phrases.split('|') {
                let optional = phrase.split(' ').take_while(|word| word.starts_with('?')).count();
                // A phrase that may begin with its second word stands under that as well.
                for begin in 0..=optional {
                    let stems = || phrase.split(' ').skip(begin).map(stem);
                    let Some(first) = stems().next() else { continue };
                    for (form, open) in first.forms {
                        let first = Stem { forms: vec![(form, open)], optional: false };
                        let stems = std::iter::once(first).chain(stems().skip(1)).collect();
                        by_first.push(form, Phrase { stems, what: *what });
                    }
                }
            }
        }
        Phrases { by_first }
    }

    /// The longest phrase that begins at a word, with the word behind it.
    pub fn at(&self, words: &Words<'_>, first: usize, next: usize) -> Option<(T, usize)> {
        let phrases = self.by_first.at(words.folded(first).as_bytes());
        let mut longest: Option<(T, usize)> = None;
        for phrase in phrases {
            let Some(end) = phrase.end(words, first, next) else { continue };
            if longest.is_none_or(|(_, longest)| end > longest) {
                longest = Some((phrase.what, end));
            }
        }
        longest
    }
}

impl<T> Phrase<T> {
    fn end(&self, words: &Words<'_>, first: usize, next: usize) -> Option<usize> {
        let mut place = first;
        for (number, stem) in self.stems.iter().enumerate() {
            // «танков и др. боевых машин»
            let shortened = |index: usize| words.gap(index) == Gap::Stop && words.folded(index - 1) == "др";
            let joined = number == 0 || place < next && (words.gap(place) <= Gap::Quote || shortened(place));
            if place < next && joined && stem.fits(words.folded(place)) {
                place += 1;
            } else if !stem.optional {
                return None;
            }
        }
        Some(place)
    }
}

impl Stem {
    fn fits(&self, word: &str) -> bool {
        self.forms.iter().any(|(form, open)| fits(word, form, *open))
    }
}

/// Whether a folded word is a form, with an ending where that may be.
pub(crate) fn fits(word: &str, form: &str, open: bool) -> bool {
    let Some(ending) = word.strip_prefix(form) else { return false };
    ending.is_empty() || open && is_ending(ending)
}

/// An ending of a case or a number, and no part of another word: «танков», not «танкистов».
fn is_ending(ending: &str) -> bool {
    let slavic = ending.len() <= 6 && ending.chars().all(|letter| "аеиоуыюяйвмхгь".contains(letter));
    slavic || matches!(ending, "s" | "es")
}

fn stem(word: &'static str) -> Stem {
    let (word, optional) = word.strip_prefix('?').map_or((word, false), |word| (word, true));
    let form = |form: &'static str| form.strip_suffix('~').map_or((form, false), |form| (form, true));
    Stem { forms: word.split('/').map(form).collect(), optional }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn endings_are_open_only_where_they_may_be() {
        for (word, form, open, expected) in [
            ("танков", "танк", true, true),
            ("танкистов", "танк", true, false),
            ("танкер", "танк", true, false),
            ("танк", "танк", false, true),
            ("танка", "танк", false, false),
            ("helicopters", "helicopter", true, true),
            ("helicoptered", "helicopter", true, false),
        ] {
            assert_eq!(fits(word, form, open), expected, "{word}");
        }
    }

    #[test]
    fn the_longest_phrase_counts() {
        let phrases =
            Phrases::of(&[(1, "танк~|танк~ и ?друг~ машин~"), (2, "tank~/panzer"), (3, "?ярк~ красн~/син~ машин~")]);
        for (text, expected) in [
            ("танков и других машин", Some((1, 4))),
            ("танки и машины", Some((1, 3))),
            ("танков, и машин", Some((1, 1))),
            ("Panzer", Some((2, 1))),
            ("машин", None),
            ("красных машин", Some((3, 2))),
            ("машины", None),
        ] {
            let words = Words::of(text);
            assert_eq!(phrases.at(&words, 0, words.len()), expected, "{text}");
        }
    }
}
