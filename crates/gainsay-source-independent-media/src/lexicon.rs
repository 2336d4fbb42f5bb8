//! What a word can mean to a reader of news about losses, found by its letters or by its beginning.

mod english;
mod hash;
mod russian;
mod ukrainian;

pub(crate) use hash::{WordHash, lower};

use hash::{KEPT, mix};
use std::collections::HashMap;
use std::sync::LazyLock;

macro_rules! tags {
    ($($(#[$doc:meta])* $name:ident = $bit:expr),* $(,)?) => {
        impl Tags {
            /// Nothing.
            pub const NONE: Tags = Tags(0);
            $($(#[$doc])* pub const $name: Tags = Tags(1 << $bit);)*
        }
    };
}

/// What a word can mean; a word may mean several things.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Tags(u128);

tags! {
    /// Soldiers, people: what a figure of losses counts.
    PEOPLE = 0,
    /// Occupiers: Russian forces, whoever says it.
    OCCUPIER = 1,
    /// The enemy: the side that the speaker fights.
    ENEMY = 2,
    RUSSIA = 3,
    UKRAINE = 4,
    CIVILIAN = 5,
    KILL = 6,
    WOUND = 7,
    CAPTURE = 8,
    MISS = 9,
    /// Losses, to lose.
    LOSE = 10,
    /// "casualties".
    CASUALTY = 11,
    /// Destroyed, eliminated, shot down: an act of the other side.
    DESTROY = 12,
    /// Verbs of saying.
    SAY = 13,
    /// Nouns of saying: account, estimate, data.
    ACCOUNT = 14,
    /// Pronouns that stand for a speaker.
    PRONOUN = 15,
    /// "its", "their".
    POSSESSIVE = 16,
    NEGATION = 17,
    /// "could", "will": what has not happened.
    MODAL = 18,
    IF = 19,
    /// "in total", "since the beginning".
    TOTAL = 20,
    /// "daily", "every".
    RATE = 21,
    /// Afghanistan, Chechnya, the Soviet Union: other wars.
    OTHER_WAR = 22,
    /// Named, confirmed, verified.
    DOCUMENTED = 23,
    /// "but", "while": another speaker may follow.
    CONTRAST = 24,
    THAT = 25,
    /// A word that can follow a figure which counts what stands before it: "is", "as", «на».
    FUNCTION = 26,
    TOWN = 27,
    /// "including", "of them".
    PART = 28,
    MINISTRY = 29,
    MILITARY = 30,
    PRESIDENT = 31,
    /// Officials, spokesmen, authorities.
    OFFICIAL = 32,
    /// People who speak for nobody that the vocabulary knows: analysts, bloggers, residents.
    STRANGER = 33,
    /// A strike, an attack: figures of one event.
    EVENT = 34,
    RETELL = 35,
    DENY = 36,
    /// Exchanges of prisoners, returns of bodies.
    EXCHANGE = 37,
    BEGINNING = 38,
    /// "war", "invasion", "operation".
    WAR = 39,
    /// "day", «добу», "hours".
    DAY = 40,
    /// "last", "past".
    LAST = 41,
    /// "units of", «одиниць».
    UNIT = 42,
    /// Strengths, populations, movements: people who were not lost.
    STRENGTH = 43,
    /// "also", "besides": a list goes on.
    ALSO = 44,
    /// "same": the period said before.
    SAME = 45,
    /// "names".
    NAME = 46,
    /// Adjectives that may stand between a figure and what it counts.
    ADJECTIVE = 47,
    /// "has", "have": a total up to the day of speaking.
    PERFECT = 48,
    /// "passed", "exceeded": more than the figure.
    PASS = 49,
    /// "all of", "whole".
    WHOLE = 50,
    /// "controls", "seized", «звільнено».
    CONTROL = 51,
    /// "fighting", «бої».
    FIGHTING = 52,
    /// "goes on", «тривають».
    CONTINUES = 53,
    /// "disclose", "reveal".
    DISCLOSE = 54,
    /// "declined", "refused", «промовчав».
    REFUSE = 55,
    /// "how many", «скільки».
    HOW_MANY = 56,
    /// "filmed", «знято».
    FILM = 57,
    /// "visited", «побував».
    VISIT = 58,
    VIDEO = 59,
    /// "lower", "fewer".
    LOWER = 60,
    /// "higher".
    HIGHER = 61,
    /// "far", "much".
    MUCH = 62,
    /// Russian and Ukrainian words after which a loss is beyond return: «безвозвратные».
    IRRETRIEVABLE = 63,
    /// "month", "New Year": words of time that stand for days.
    SPAN = 64,
    /// "the number", «цифра»: a figure that stands for another.
    NUMBER = 65,
    /// "reached", «зросла»: a figure that has become larger.
    REACH = 66,
    /// "acknowledged", «признал»: one's own losses.
    ADMIT = 67,
    /// Mayors, governors, rescuers: officials of the place that is spoken of.
    LOCAL = 68,
    /// "people", «осіб»: soldiers or not.
    ANYONE = 69,
    /// Children, women, generals: a part of those who were lost.
    SORT = 70,
    /// Carriers, howitzers: kinds of things that are counted with others.
    KIND = 71,
    /// The World Wars.
    WORLD = 72,
    /// Markets, stations, homes: where civilians are.
    CIVIL_PLACE = 73,
    /// "brought (down)", "took (out)": verbs that destroy with a second word.
    PARTED = 74,
    /// "axis", "sector", «напрямку»: a part of the front.
    FRONT = 90,
    /// "battle", "siege": what has its own days and its own place.
    BATTLE = 91,
    /// "days", "weeks", "period": stretches that are counted or referred to.
    STRETCH = 92,
    /// "there", «там».
    THERE = 93,
    /// "counter-offensive", "incursion": an operation that began later than the war.
    OFFENSIVE = 94,
    /// «припадає»: so many fall to a month.
    FALLS = 95,
    /// Verbs of saying in tenses of the past which do not make a statement by themselves: «говорив».
    TOLD = 96,
    /// "holds", «утримують».
    HOLD = 100,
    /// "captured", «узяли».
    TAKE = 101,
    /// "withdrew", «залишили».
    LEAVE = 102,
    /// "cleared", «зачищено».
    CLEAR = 103,
    /// "the capture", «взятие».
    SEIZURE = 104,
    /// "control", "hands".
    CONTROL_NOUN = 105,
    /// "gained", "completed", «завершили».
    GAIN = 106,
    /// "most", "nearly".
    MOST = 107,
    /// "quarters", "outskirts", «окраина»: parts of a town.
    SECTION = 108,
    /// "confirmed", «согласилось»: says what another has said.
    AGREE = 109,
    /// "establishing", «уточняются»: a figure is still being found out.
    ESTABLISH = 110,
    /// "blamed", «обвинил».
    BLAME = 111,
    /// "journalists", «редакции», "the project": an outlet that was named before.
    OUTLET = 120,
    /// "has", "kept by", «ведут»: what somebody does who keeps a list.
    KEEP = 121,
    /// "whose", "came to": words that can lead to a speaker without a verb of saying.
    CUE = 122,
    /// "responsibility", «причастность», "the work of".
    RESPONSIBLE = 112,
}

impl Tags {
    pub const fn and(self, other: Tags) -> Tags {
        Tags(self.0 | other.0)
    }

    pub const fn any(self, other: Tags) -> bool {
        self.0 & other.0 != 0
    }

    pub const fn without(self, other: Tags) -> Tags {
        Tags(self.0 & !other.0)
    }

    pub const fn only(self, other: Tags) -> Tags {
        Tags(self.0 & other.0)
    }

    pub const fn is_none(self) -> bool {
        self.0 == 0
    }
}

/// One line of a table: words in lower case, split by spaces; `~` stands for any ending.
pub(crate) type Row = (Tags, &'static str);

/// The longest ending that `~` stands for, in letters.
const LONGEST_ENDING: usize = 6;
/// Words by the hashes of their letters, and stems by those of theirs.
pub(crate) struct Lexicon {
    words: HashMap<u64, Tags, PlainHash>,
    stems: HashMap<u64, Tags, PlainHash>,
    /// A bit for each hash, so that most words and beginnings are passed by at once.
    whole: Vec<u64>,
    filter: Vec<u64>,
}

/// Hashes are hashes already.
#[derive(Clone, Copy, Default)]
pub(crate) struct PlainHash;

impl std::hash::BuildHasher for PlainHash {
    type Hasher = Same;
    fn build_hasher(&self) -> Same {
        Same(0)
    }
}

/// Takes a number for its own hash.
pub(crate) struct Same(u64);

impl std::hash::Hasher for Same {
    fn finish(&self) -> u64 {
        self.0
    }
    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = mix(self.0, char::from(*byte));
        }
    }
    fn write_u64(&mut self, number: u64) {
        self.0 = number ^ number >> 32;
    }
}

const FILTER: usize = 1 << 10;

const fn slot(hash: u64) -> (usize, u64) {
    let place = hash ^ hash >> 23 ^ hash >> 41;
    ((place >> 6) as usize % FILTER, 1 << (place & 63))
}

pub(crate) static LEXICON: LazyLock<Lexicon> = LazyLock::new(Lexicon::build);

impl Lexicon {
    fn build() -> Lexicon {
        let mut lexicon = Lexicon {
            words: HashMap::default(),
            stems: HashMap::default(),
            whole: vec![0; FILTER],
            filter: vec![0; FILTER],
        };
        for (tags, words) in english::ROWS.iter().chain(ukrainian::ROWS).chain(russian::ROWS) {
            for word in words.split_whitespace() {
                let (word, is_stem) = word.strip_suffix('~').map_or((word, false), |stem| (stem, true));
                let hash = WordHash::of(word).whole();
                let table = if is_stem { &mut lexicon.stems } else { &mut lexicon.words };
                let entry = table.entry(hash).or_default();
                *entry = entry.and(*tags);
                let (place, bit) = slot(hash);
                let filter = if is_stem { &mut lexicon.filter } else { &mut lexicon.whole };
                filter[place] |= bit;
            }
        }
        lexicon
    }

    /// What a word can mean: by the whole of it, else by its longest known beginning.
    pub fn tags(&self, word: &WordHash) -> Tags {
        let (place, bit) = slot(word.hash);
        if self.whole[place] & bit != 0
            && let Some(tags) = self.words.get(&word.hash)
        {
            return *tags;
        }
        let longest = word.letters.min(KEPT);
        let shortest = word.letters.saturating_sub(LONGEST_ENDING).max(3);
        for letters in (shortest..=longest).rev() {
            let hash = word.beginnings[letters - 1];
            let (place, bit) = slot(hash);
            if self.filter[place] & bit != 0
                && let Some(tags) = self.stems.get(&hash)
            {
                return *tags;
            }
        }
        Tags::NONE
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tags(word: &str) -> Tags {
        LEXICON.tags(&WordHash::of(word))
    }

    #[test]
    fn words_and_stems_are_found_and_near_misses_are_not() {
        for (word, tag) in [
            ("Killed", Tags::KILL),
            ("загинуло", Tags::KILL),
            ("погибших", Tags::KILL),
            ("втратила", Tags::LOSE),
            ("потеряли", Tags::LOSE),
            ("ліквідовано", Tags::DESTROY),
            ("военнослужащих", Tags::PEOPLE),
            ("російських", Tags::RUSSIA),
        ] {
            assert!(tags(word).any(tag), "{word}");
        }
        // «збитків» are damages and no aircraft shot down; "skilled" kills nobody.
        for (word, tag) in
            [("збитків", Tags::DESTROY), ("skilled", Tags::KILL), ("людина", Tags::KILL), ("Prussian", Tags::RUSSIA)]
        {
            assert!(!tags(word).any(tag), "{word}");
        }
    }
}
