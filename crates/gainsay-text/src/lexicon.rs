//! The words that mean something to the readers of numbers and dates, found by one look-up a word.
//!
//! The three languages share one lexicon, as their words do not clash and as texts quote one another.

mod calendar;
mod numerals;
mod particles;

use std::sync::LazyLock;

/// What a word can be; a word may be several things.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Role(u64);

impl Role {
    /// A number below 1000.
    pub const CARDINAL: Role = Role(1);
    /// Ten, a hundred, a thousand, a million, that a number before it multiplies.
    pub const SCALE: Role = Role(1 << 1);
    /// A scale in a form that counts as one of it when nothing stands before: «тысячу».
    pub const SINGLE: Role = Role(1 << 2);
    /// One and a half of the scale that follows: «півтори».
    pub const ONE_AND_A_HALF: Role = Role(1 << 3);
    /// Half of the scale that follows: «пів».
    pub const HALF: Role = Role(1 << 4);
    /// A word that is a large number whole: «полмиллиона».
    pub const LUMP: Role = Role(1 << 5);
    /// A number word with which a pronoun is spelt alike: "one", «один».
    pub const ONE: Role = Role(1 << 6);
    /// The last word of a phrase that bounds a number.
    pub const BOUND: Role = Role(1 << 7);
    /// Words that open a range: «від», "from".
    pub const FROM: Role = Role(1 << 8);
    /// Words between the ends of a range: «до», "to".
    pub const TO: Role = Role(1 << 9);
    /// "between".
    pub const BETWEEN: Role = Role(1 << 10);
    /// "and".
    pub const AND: Role = Role(1 << 11);
    /// Verbs and nouns of rising and falling, after which "to" and "by" bound nothing.
    pub const CHANGE: Role = Role(1 << 12);
    /// "per cent".
    pub const PERCENT: Role = Role(1 << 13);
    /// "plus".
    pub const PLUS: Role = Role(1 << 14);
    /// A month; its value is 1 to 12.
    pub const MONTH: Role = Role(1 << 15);
    /// A day of the week; its value is 0 (Monday) to 6.
    pub const WEEKDAY: Role = Role(1 << 16);
    /// "year" in any form.
    pub const YEAR: Role = Role(1 << 17);
    /// "a", "the", before "week ago" and "day before yesterday".
    pub const ARTICLE: Role = Role(1 << 18);
    /// The word must begin with a capital letter to be what it is: "May", "March".
    pub const CAPITAL: Role = Role(1 << 19);
    /// "am", "pm", "GMT".
    pub const CLOCK: Role = Role(1 << 20);
    /// A small word that may stand between a bound and its number: «вже», "another".
    pub const FILLER: Role = Role(1 << 21);
    /// A unit of length, weight, time or money, before which a dotted figure is a decimal and no day.
    pub const UNIT: Role = Role(1 << 22);
    /// Prepositions that stand before a day: «станом на», "on", "since".
    pub const AT: Role = Role(1 << 23);
    /// A capital abbreviation that may be glued to its figure by a hyphen: "РСЗВ-143".
    pub const LABEL: Role = Role(1 << 24);
    /// A hundred and the larger scales in English, after which "and" goes on: "five hundred and fifty".
    pub const AND_GOES_ON: Role = Role(1 << 25);
    /// Plural scales that stand for an order of size: "thousands", «сотні».
    pub const ORDER: Role = Role(1 << 26);
    /// The first word of a phrase of the tables of hedges and attributions.
    pub const PHRASE: Role = Role(1 << 27);
    /// Ordinals of days: "nineteenth", «дев'ятнадцятого»; the value is the day.
    pub const ORDINAL: Role = Role(1 << 28);

    /// A stretch of time; its value is its length in hours.
    pub const PERIOD: Role = Role(1 << 29);
    /// Easter in any language.
    pub const EASTER: Role = Role(1 << 30);
    /// Hours and parts of the day, behind which a number is a time: «7 часов утра».
    pub const DAYPART: Role = Role(1 << 31);
    /// "third", «четверть», before which a number is the part of a fraction.
    pub const FRACTION: Role = Role(1 << 32);
    /// "yesterday", «сьогодні».
    pub const NAMED_DAY: Role = Role(1 << 33);
    /// "last", «минулого».
    pub const LAST: Role = Role(1 << 34);
    /// "this", «цього», "earlier".
    pub const THIS: Role = Role(1 << 35);
    /// Words that open "before Easter" and «за добу».
    pub const OPENS: Role = Role(1 << 36);
    /// Words that join an alternative to a number: "or more".
    pub const OR: Role = Role(1 << 37);
    /// "late", «навесні»: a year may follow.
    pub const SEASON: Role = Role(1 << 38);
    /// Prepositions before a year.
    pub const BEFORE_YEAR: Role = Role(1 << 39);
    /// Small words with which a sentence goes on behind a year, and which nothing counted is.
    pub const BEHIND_YEAR: Role = Role(1 << 40);

    /// Abbreviations whose dot ends no sentence before a capital letter or a digit.
    pub const ABBREVIATION: Role = Role(1 << 41);
    /// Those of them that may as well be the last word before a capital letter.
    pub const LAST_WORD: Role = Role(1 << 42);

    /// No role.
    pub const NONE: Role = Role(0);

    pub const fn and(self, other: Role) -> Role {
        Role(self.0 | other.0)
    }

    /// Whether the two share a role.
    pub const fn any(self, other: Role) -> bool {
        self.0 & other.0 != 0
    }
}

/// A word with its roles and the number it stands for, if any.
#[derive(Debug)]
pub(crate) struct Entry {
    pub word: &'static str,
    pub roles: Role,
    pub value: u64,
}

/// One line of a table: words in lower case, split by spaces, with what they have in common.
pub(crate) type Row = (&'static str, Role, u64);

/// An open-addressed table from the hashes of words to their entries.
pub(crate) struct Lexicon {
    entries: Vec<Entry>,
    hashes: Vec<u64>,
    places: Vec<u16>,
}

/// Four times the entries and a power of two, so that a look-up ends after a step or two.
const SLOTS: usize = 8192;

pub(crate) static LEXICON: LazyLock<Lexicon> = LazyLock::new(Lexicon::build);

impl Lexicon {
    fn build() -> Lexicon {
        // The first entry stands for "no entry".
        let nothing = Entry { word: "", roles: Role::NONE, value: 0 };
        let mut lexicon = Lexicon { entries: vec![nothing], hashes: vec![0; SLOTS], places: vec![0; SLOTS] };
        for (words, roles, value) in [numerals::ROWS, calendar::ROWS, particles::ROWS].concat() {
            for word in words.split_ascii_whitespace() {
                lexicon.insert(word, roles, value);
            }
        }
        for word in crate::number::last_words() {
            lexicon.insert(word, Role::BOUND, 0);
        }
        for word in crate::phrase::first_words() {
            lexicon.insert(word, Role::PHRASE, 0);
        }
        lexicon
    }

    fn insert(&mut self, word: &'static str, roles: Role, value: u64) {
        let hash = fold(word).fold(SEED, mix);
        let known = self.find(hash, word);
        if known != 0 {
            let entry = &mut self.entries[usize::from(known)];
            entry.roles = entry.roles.and(roles);
            entry.value = entry.value.max(value);
            return;
        }
        let place = u16::try_from(self.entries.len()).expect("the lexicon has fewer than 65,536 words");
        self.entries.push(Entry { word, roles, value });
        let mut slot = slot_of(hash);
        while self.places[slot] != 0 {
            slot = (slot + 1) % SLOTS;
        }
        self.hashes[slot] = hash;
        self.places[slot] = place;
    }

    /// The place of a word, and 0 for one that is not there.
    pub fn find(&self, hash: u64, word: &str) -> u16 {
        let mut slot = slot_of(hash);
        while self.places[slot] != 0 {
            let place = self.places[slot];
            if self.hashes[slot] == hash {
                let entry = self.entries[usize::from(place)].word;
                if entry == word || entry.chars().eq(fold(word)) {
                    return place;
                }
            }
            slot = (slot + 1) % SLOTS;
        }
        0
    }

    /// What the word at a place can be.
    pub fn roles(&self, place: u16) -> Role {
        self.entries.get(usize::from(place)).map_or(Role::NONE, |entry| entry.roles)
    }

    pub fn entry(&self, place: usize) -> Option<&Entry> {
        self.entries.get(place)
    }
}

pub(crate) const SEED: u64 = 0xcbf2_9ce4_8422_2325;

pub(crate) const fn mix(hash: u64, letter: char) -> u64 {
    (hash ^ letter as u64).wrapping_mul(0x0000_0100_0000_01b3)
}

const fn slot_of(hash: u64) -> usize {
    (hash ^ hash >> 29) as usize % SLOTS
}

/// The letters of a word as the lexicon spells it: lower case, one apostrophe, no stress marks.
pub(crate) fn fold(word: &str) -> impl Iterator<Item = char> {
    word.chars()
        .filter(|letter| *letter != '\u{301}')
        .map(|letter| if crate::token::is_apostrophe(letter) { '\'' } else { lower(letter) })
}

/// A letter in lower case; the few letters whose lower case has two keep the first of them.
pub(crate) fn lower(letter: char) -> char {
    match letter {
        // The marks of print have no case.
        'а'..='џ' | '\u{80}'..='\u{bf}' | '\u{2000}'..='\u{206f}' => letter,
        '\0'..='\x7f' => letter.to_ascii_lowercase(),
        'А'..='Я' => char::from_u32(u32::from(letter) + 0x20).unwrap_or(letter),
        _ => letter.to_lowercase().next().unwrap_or(letter),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_in_any_case_and_with_any_apostrophe() {
        let value = |word: &str| {
            let place = LEXICON.find(fold(word).fold(SEED, mix), word);
            LEXICON.entry(place.into()).map(|entry| entry.value)
        };
        assert_eq!(value("П’ЯТЬ"), Some(5));
        assert_eq!(value("п'ять"), Some(5));
        assert_eq!(value("Five"), Some(5));
        assert_eq!(value("двохсот"), Some(200));
        assert_eq!(value("пя́ть"), Some(5));
        assert!(LEXICON.entries.len() * 3 < SLOTS, "{}", LEXICON.entries.len());
    }
}
