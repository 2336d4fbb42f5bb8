//! One quick look over a text: is there anything to read, and in which paragraphs?

use crate::pairs::ByPair;
use crate::words::fold;
use std::ops::Range;
use std::sync::LazyLock;

/// Beginnings of words without which no text is the ministry's or the Kremlin's.
const ANCHORS: &[&str] = &[
    "операци",
    "спецопераци",
    "сво",
    "минобор",
    "министерств",
    "министр",
    "ведомств",
    "конашенк",
    "шойгу",
    "белоусов",
    "рудск",
    "песков",
    "кремл",
    "путин",
    "товарищ",
    "special",
    "konashenk",
    "shoigu",
    "peskov",
    "belousov",
    "rudsk",
    "kremlin",
    "putin",
    "defense",
    "defence",
];

/// Beginnings of words that anchor a text and say nothing of their paragraph.
const BACKGROUND: &[&str] = &["вооруженн"];

/// Beginnings of words that make a paragraph worth reading where the text is anchored.
const SIGNS: &[&str] = &[
    "всего",
    "начал",
    "потер",
    "погиб",
    "ранен",
    "убит",
    "пленн",
    "лишил",
    "сутки",
    "генштаб",
    "генеральн",
    "медиазон",
    "зеленск",
    "настоящему",
    "числ",
    "противник",
    "altogether",
    "total",
    "overall",
    "since",
    "lost",
    "loss",
    "killed",
    "died",
    "dead",
    "wounded",
    "casualt",
    "staff",
    "zelensk",
    "destroyed",
    "eliminated",
];

/// Words that tell something of the whole text.
const TRAITS: &[(Trait, &str)] = &[
    (Trait::Person("igor-konashenkov"), "конашенк"),
    (Trait::Person("igor-konashenkov"), "konashenk"),
    (Trait::Person("sergei-shoigu"), "шойгу"),
    (Trait::Person("sergei-shoigu"), "shoigu"),
    (Trait::Person("andrei-belousov"), "белоусов"),
    (Trait::Person("andrei-belousov"), "belousov"),
    (Trait::Person("sergei-rudskoy"), "рудск"),
    (Trait::Person("sergei-rudskoy"), "rudsk"),
    (Trait::President, "путин"),
    (Trait::President, "putin"),
    (Trait::RussianSide, "спецопераци"),
    (Trait::RussianSide, "специальной военной"),
    (Trait::RussianSide, "сво"),
    (Trait::RussianSide, "минобороны рф"),
    (Trait::RussianSide, "минобороны росси"),
    (Trait::RussianSide, "военного ведомства рф"),
    (Trait::Armour, "бронированн"),
    (Trait::Armour, "бронемашин"),
    (Trait::Armour, "ббм"),
    (Trait::Armour, "armored"),
    (Trait::Armour, "armoured"),
];

/// What a word tells of the whole text.
#[derive(Clone, Copy)]
enum Trait {
    /// A person who speaks for the ministry.
    Person(&'static str),
    President,
    /// Words that the Russian side uses: a ministry whose country is not named is the Russian one.
    RussianSide,
    /// Armoured vehicles beside tanks.
    Armour,
}

/// What one look tells of a text.
#[derive(Default)]
pub(crate) struct Glance {
    /// Its paragraphs, or none where there is nothing to read.
    pub paragraphs: Vec<Paragraph>,
    /// The persons of the ministry whom it names.
    pub people: Vec<&'static str>,
    anchored: bool,
    /// Whether it speaks of the president.
    pub president: bool,
    pub russian_side: bool,
    pub counts_armour: bool,
}

/// A paragraph, in bytes.
pub(crate) struct Paragraph {
    pub bytes: Range<usize>,
    /// Whether words stand in it that can open something to read.
    pub wanted: bool,
}

/// Looks over a text; there is nothing to read where no word anchors it and it is not the source's `own`.
pub(crate) fn glance(text: &str, own: bool) -> Glance {
    let mut glance = Glance::default();
    let mut place = 0;
    let mut open = false;
    for line in text.split_inclusive('\n') {
        let bytes = place..place + line.len();
        place = bytes.end;
        if line.bytes().all(|byte| byte.is_ascii_whitespace()) {
            open = false;
            continue;
        }
        let sight = glance.look(line);
        let wanted = sight != Sight::Nothing;
        match glance.paragraphs.last_mut() {
            Some(paragraph) if open => {
                paragraph.bytes.end = bytes.end;
                paragraph.wanted |= wanted;
            }
            _ => glance.paragraphs.push(Paragraph { bytes, wanted }),
        }
        open = true;
    }
    if !own && !glance.anchored {
        glance.paragraphs.clear();
    }
    glance
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Sight {
    Nothing,
    Sign,
    Anchor,
}

/// What a beginning of a word tells.
enum Telling {
    Sight(Sight),
    Background,
    Trait(Trait),
}

static BEGINNINGS: LazyLock<ByPair<(&'static str, Telling)>> = LazyLock::new(|| {
    let mut beginnings = ByPair::new();
    for stem in ANCHORS {
        beginnings.push(stem, (*stem, Telling::Sight(Sight::Anchor)));
    }
    for stem in SIGNS {
        beginnings.push(stem, (*stem, Telling::Sight(Sight::Sign)));
    }
    for stem in BACKGROUND {
        beginnings.push(stem, (*stem, Telling::Background));
    }
    for (what, stem) in TRAITS {
        beginnings.push(stem, (*stem, Telling::Trait(*what)));
    }
    beginnings
});

impl Glance {
    /// The strongest beginning of a word on a line.
    fn look(&mut self, line: &str) -> Sight {
        let bytes = line.as_bytes();
        let beginnings = &*BEGINNINGS;
        let mut sight = Sight::Nothing;
        let mut inside = false;
        let mut place = 0;
        while let Some(byte) = bytes.get(place) {
            let (letter, length) = match byte {
                0xd0 | 0xd1 => (true, 2),
                0..0x80 => (byte.is_ascii_alphabetic(), 1),
                0xc0..0xe0 => (false, 2),
                0xe0..0xf0 => (false, 3),
                _ => (false, 4),
            };
            if letter && !inside {
                for (stem, telling) in beginnings.at(&bytes[place..]) {
                    if begins(&line[place..], stem) {
                        self.note(telling, &mut sight);
                    }
                }
            }
            inside = letter;
            place += length;
        }
        sight
    }

    fn note(&mut self, telling: &Telling, sight: &mut Sight) {
        match telling {
            Telling::Sight(found) => {
                *sight = (*sight).max(*found);
                self.anchored |= *found == Sight::Anchor;
            }
            Telling::Background => self.anchored = true,
            Telling::Trait(Trait::RussianSide) => self.russian_side = true,
            Telling::Trait(Trait::President) => self.president = true,
            Telling::Trait(Trait::Armour) => self.counts_armour = true,
            Telling::Trait(Trait::Person(person)) => {
                self.russian_side = true;
                if !self.people.contains(person) {
                    self.people.push(person);
                }
            }
        }
    }
}

fn begins(text: &str, stem: &str) -> bool {
    let mut letters = text.chars();
    let stands = stem.chars().all(|letter| letters.next().map(fold) == Some(letter));
    // «СВО» is a word of its own, «своих» another.
    stands && (stem != "сво" || !letters.next().is_some_and(char::is_alphabetic))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_without_an_anchor_has_nothing_to_read() {
        for (text, expected) in [
            ("Погода была хорошей.\n\nПотери составили 5 рублей.", 0),
            ("Для своих детей.", 0),
            ("В зоне СВО.\n\nПогода.", 2),
            ("ВСЕГО С НАЧАЛА ОПЕРАЦИИ", 1),
            ("The Russian Defence Ministry said so.", 1),
            ("", 0),
            ("Ёлка 👍 операция", 1),
        ] {
            assert_eq!(glance(text, false).paragraphs.len(), expected, "{text}");
        }
    }

    #[test]
    fn a_paragraph_ends_with_an_empty_line() {
        let text = "Минобороны РФ\nПотери\n \r\nПогода была\nхорошей\n";
        let found = glance(text, false).paragraphs;
        assert_eq!(found.iter().map(|paragraph| paragraph.wanted).collect::<Vec<_>>(), [true, false]);
        assert_eq!(&text[found[1].bytes.clone()], "Погода была\nхорошей\n");
    }
}
