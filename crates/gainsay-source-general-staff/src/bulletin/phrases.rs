//! Looking for known phrases at a word.

use super::fold::{Word, head, key};

/// Buckets of the table, a power of two.
const BUCKETS: usize = 4096;

/// A stem may be followed by this many letters of an ending.
const LONGEST_ENDING: usize = 4;

/// As many letters of a word are compared at once.
const HEAD: usize = 8;

/// The signs and spaces between two words of a phrase are at most this many bytes.
const WIDEST_GAP: usize = 8;

/// Phrases with what they stand for, found by the first letters of their first word.
pub(super) struct Phrases<T> {
    /// For each bucket its part of `entries`.
    buckets: Vec<(u32, u32)>,
    /// Longer phrases before shorter ones within a bucket.
    entries: Vec<Entry<T>>,
}

/// A phrase and what it stands for.
struct Entry<T> {
    first: Pattern,
    rest: Box<[Pattern]>,
    what: T,
}

/// A word of a phrase.
#[derive(Clone)]
struct Pattern {
    /// Its first letters as one number, and which of them count.
    head: u64,
    mask: u64,
    letters: Box<[u8]>,
    /// Whether any ending may follow.
    stem: bool,
}

impl<T: Copy> Phrases<T> {
    /// The table of phrases: words in any case, those that end in `~` with any ending.
    pub(super) fn of(phrases: &[(&str, T)]) -> Phrases<T> {
        let mut sorted: Vec<(usize, Vec<Pattern>, T)> = phrases
            .iter()
            .map(|(phrase, what)| {
                let words: Vec<Pattern> = phrase.split_whitespace().map(Pattern::of).collect();
                (key(&words[0].letters) % BUCKETS, words, *what)
            })
            .collect();
        sorted.sort_by_key(|(bucket, words, _)| {
            let letters: usize = words.iter().map(|word| word.letters.len()).sum();
            (*bucket, std::cmp::Reverse((words.len(), letters)))
        });
        let mut buckets = vec![(0, 0); BUCKETS];
        for (place, (bucket, ..)) in (0..).zip(&sorted) {
            let (start, end) = &mut buckets[*bucket];
            if start == end {
                *start = place;
            }
            *end = place + 1;
        }
        let entry = |(_, words, what): (usize, Vec<Pattern>, T)| Entry {
            first: words[0].clone(),
            rest: words[1..].into(),
            what,
        };
        Phrases { buckets, entries: sorted.into_iter().map(entry).collect() }
    }

    /// The longest phrase that begins with a word, and the byte behind it.
    #[inline]
    pub(super) fn at(&self, bytes: &[u8], first: &Word) -> Option<(T, usize)> {
        let (start, end) = self.buckets[first.key() % BUCKETS];
        // The second word is the same for all of them.
        let mut second = None;
        self.entries[start as usize..end as usize].iter().filter(|entry| entry.first.is(first)).find_map(|entry| {
            let [next, rest @ ..] = &*entry.rest else { return Some((entry.what, first.end)) };
            let second = second.get_or_insert_with(|| word_behind(bytes, first.end));
            let (word, opens) = second.as_ref().filter(|(word, _)| next.is(word))?;
            Some((entry.what, ends(bytes, word.end, *opens, rest)?))
        })
    }
}

impl Pattern {
    fn of(word: &str) -> Pattern {
        let (letters, stem) = word.strip_suffix('~').map_or((word, false), |stem| (stem, true));
        let folded = Word::at(letters.as_bytes(), 0).expect("a phrase is made of words");
        assert!(folded.end == letters.len() && !(stem && folded.letters().len() < 3), "no stem or word: {word}");
        let letters: Box<[u8]> = folded.letters().into();
        // Of a whole word also what does not follow counts.
        let mask = if stem && letters.len() < HEAD { (1 << (8 * letters.len())) - 1 } else { u64::MAX };
        Pattern { head: head(&letters), mask, letters, stem }
    }

    #[inline]
    fn is(&self, word: &Word) -> bool {
        if word.head() & self.mask != self.head {
            return false;
        }
        let (own, letters) = (&*self.letters, word.letters());
        let is_as_long = match self.stem {
            true => letters.len() <= own.len() + LONGEST_ENDING,
            false => letters.len() == own.len(),
        };
        is_as_long && (own.len() <= HEAD || letters.starts_with(own))
    }
}

/// The word behind a gap, and whether a bracket opened there.
#[inline]
fn word_behind(bytes: &[u8], place: usize) -> Option<(Word, bool)> {
    let (next, opens) = behind_gap(bytes, place)?;
    Some((Word::at(bytes, next)?, opens))
}

/// The byte behind the rest of a phrase, where it stands there.
#[inline]
fn ends(bytes: &[u8], mut place: usize, mut bracket: bool, rest: &[Pattern]) -> Option<usize> {
    for pattern in rest {
        let (word, opens) = word_behind(bytes, place)?;
        if !pattern.is(&word) {
            return None;
        }
        bracket |= opens;
        place = word.end;
    }
    Some(place + usize::from(bracket && bytes.get(place) == Some(&b')')))
}

/// The byte behind spaces, hyphens, slashes, an opening bracket or the end of a line, and whether the bracket was there.
#[inline]
fn behind_gap(bytes: &[u8], start: usize) -> Option<(usize, bool)> {
    let mut place = start;
    let mut lines = 0;
    let mut opens = false;
    while place - start <= WIDEST_GAP {
        place += match bytes.get(place)? {
            b' ' | b'/' | b'-' | b'&' => 1,
            b'(' if !opens => {
                opens = true;
                1
            }
            b'\r' => 1,
            b'\n' if lines == 0 => {
                lines = 1;
                1
            }
            0xc2 if bytes.get(place + 1) == Some(&0xa0) => 2,
            // The spaces of all widths, the hyphens and the no-break space that is narrow.
            0xe2 if bytes.get(place + 1) == Some(&0x80)
                && bytes.get(place + 2).is_some_and(|last| matches!(last, 0x80..=0x92 | 0xaf)) =>
            {
                3
            }
            _ => return (place > start).then_some((place, opens)),
        };
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Option<(u8, &str)> {
        let phrases = Phrases::of(&[("танк~", 1), ("корабл~ катер~", 2), ("fuel tanks", 3), ("tanks", 4)]);
        let word = Word::at(text.as_bytes(), 0)?;
        phrases.at(text.as_bytes(), &word).map(|(what, end)| (what, &text[..end]))
    }

    #[test]
    fn the_longest_phrase_counts_whatever_stands_between_its_words() {
        for (text, expected) in [
            ("Танками, ", Some((1, "Танками"))),
            ("кораблі (катери) — 18", Some((2, "кораблі (катери)"))),
            ("кораблі /катери", Some((2, "кораблі /катери"))),
            ("fuel\u{a0}tanks", Some((3, "fuel\u{a0}tanks"))),
            ("fuel\r\ntanks", Some((3, "fuel\r\ntanks"))),
            ("fuel, tanks", None),
            ("fuel\n\ntanks", None),
            ("танкодром", None),
            ("tankers", None),
        ] {
            assert_eq!(found(text), expected, "{text}");
        }
    }
}
