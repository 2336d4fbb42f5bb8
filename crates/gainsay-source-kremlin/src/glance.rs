//! One quick look over a text: is there anything to read, and in which paragraphs?

use crate::words::fold;
use std::ops::Range;

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
    "вооруженн",
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

/// A paragraph, in bytes.
pub(crate) struct Paragraph {
    pub bytes: Range<usize>,
    /// Whether words stand in it that can open something to read.
    pub wanted: bool,
}

/// The paragraphs of a text, or none where no word anchors it and it is not the source's `own`.
pub(crate) fn paragraphs(text: &str, own: bool) -> Vec<Paragraph> {
    let mut found: Vec<Paragraph> = Vec::new();
    let mut anchored = own;
    let mut place = 0;
    let mut open = false;
    for line in text.split_inclusive('\n') {
        let bytes = place..place + line.len();
        place = bytes.end;
        if line.bytes().all(|byte| byte.is_ascii_whitespace()) {
            open = false;
            continue;
        }
        let sight = look(line);
        anchored |= sight == Sight::Anchor;
        let wanted = sight != Sight::Nothing;
        match found.last_mut() {
            Some(paragraph) if open => {
                paragraph.bytes.end = bytes.end;
                paragraph.wanted |= wanted;
            }
            _ => found.push(Paragraph { bytes, wanted }),
        }
        open = true;
    }
    if anchored { found } else { Vec::new() }
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Sight {
    Nothing,
    Sign,
    Anchor,
}

/// The strongest beginning of a word on a line.
fn look(line: &str) -> Sight {
    let bytes = line.as_bytes();
    let mut sight = Sight::Nothing;
    let mut inside = false;
    let mut place = 0;
    while let Some(byte) = bytes.get(place) {
        let letter = byte.is_ascii_alphabetic() || matches!(byte, 0xd0 | 0xd1);
        if letter && !inside && may_begin(*byte, bytes.get(place + 1).copied().unwrap_or_default()) {
            let rest = &line[place..];
            if ANCHORS.iter().any(|stem| begins(rest, stem)) {
                return Sight::Anchor;
            }
            if sight == Sight::Nothing && SIGNS.iter().any(|stem| begins(rest, stem)) {
                sight = Sight::Sign;
            }
        }
        inside = letter;
        place += if *byte >= 0xc0 { 1 + usize::from(*byte >= 0xe0) + usize::from(*byte >= 0xf0) + 1 } else { 1 };
    }
    sight
}

/// Whether one of the beginnings begins with this letter.
fn may_begin(first: u8, second: u8) -> bool {
    match first {
        0xd0 => LETTERS.0[usize::from(second & 0x3f)],
        0xd1 => LETTERS.1[usize::from(second & 0x3f)],
        _ => LETTERS.2[usize::from(first & 0x1f)],
    }
}

/// The first letters of all beginnings, small and capital: behind the bytes D0 and D1, and of the Latin alphabet.
static LETTERS: ([bool; 64], [bool; 64], [bool; 32]) = letters();

const fn letters() -> ([bool; 64], [bool; 64], [bool; 32]) {
    let mut letters = ([false; 64], [false; 64], [false; 32]);
    let mut list = 0;
    while list < 2 {
        let stems = if list == 0 { ANCHORS } else { SIGNS };
        let mut number = 0;
        while number < stems.len() {
            let bytes = stems[number].as_bytes();
            let code = if bytes[0] < 0x80 { 0 } else { ((bytes[0] & 0x1f) as usize) << 6 | (bytes[1] & 0x3f) as usize };
            if code == 0 {
                letters.2[(bytes[0] & 0x1f) as usize] = true;
            } else {
                // A capital letter lies 32 places before its small one.
                let mut case = 0;
                while case < 2 {
                    let code = code - 32 * case;
                    if code >> 6 == 0x10 {
                        letters.0[code & 0x3f] = true;
                    } else {
                        letters.1[code & 0x3f] = true;
                    }
                    case += 1;
                }
            }
            number += 1;
        }
        list += 1;
    }
    letters
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
            assert_eq!(paragraphs(text, false).len(), expected, "{text}");
        }
    }

    #[test]
    fn a_paragraph_ends_with_an_empty_line() {
        let text = "Минобороны РФ\nПотери\n \r\nПогода была\nхорошей\n";
        let found = paragraphs(text, false);
        assert_eq!(found.iter().map(|paragraph| paragraph.wanted).collect::<Vec<_>>(), [true, false]);
        assert_eq!(&text[found[1].bytes.clone()], "Погода была\nхорошей\n");
    }
}
