//! A text as words with what each can mean, for readers that look at whole sentences.
//!
//! One pass; a word is looked up by its letters and by its beginnings, as Ukrainian and Russian inflect their words.

use crate::lexicon::{LEXICON, Tags, WordHash};
use gainsay_text::Span;

/// What stands before a word or mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Gap {
    /// Nothing.
    Glued,
    /// White space.
    Space,
    /// The end of a line, or the beginning of the text.
    Line,
    /// An empty line.
    Paragraph,
}

/// A word, a run of digits or a mark.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Word {
    pub span: Span,
    pub gap: Gap,
    /// The mark; a space for words and digits.
    pub mark: char,
    /// What it can mean.
    pub tags: Tags,
    /// The hash of its letters, without case.
    pub whole: u64,
    /// The hash of its letters without their ending.
    pub stem: u64,
    /// How many letters the stem has.
    pub stem_letters: u8,
    /// An adjective on «-ський», «-ский».
    pub adjective: bool,
    pub capital: bool,
    pub digits: bool,
    /// "Russia's": the ending is no part of the hash.
    pub possessive: bool,
}

/// Splits a text.
pub(crate) fn words(text: &str) -> Vec<Word> {
    let lexicon = &*LEXICON;
    let mut found: Vec<Word> = Vec::with_capacity(text.len() / 6);
    let mut gap = Gap::Paragraph;
    let mut places = text.char_indices().peekable();
    let mut hash = WordHash::new();
    while let Some((start, first)) = places.next() {
        if first == '\n' {
            gap = if gap >= Gap::Line { Gap::Paragraph } else { Gap::Line };
            continue;
        }
        if first == ' ' || first.is_whitespace() || is_invisible(first) {
            gap = gap.max(Gap::Space);
            continue;
        }
        let mut word = Word {
            span: Span::new(start, start + first.len_utf8()),
            gap,
            mark: ' ',
            tags: Tags::NONE,
            whole: 0,
            stem: 0,
            stem_letters: 0,
            adjective: false,
            capital: first.is_uppercase(),
            digits: false,
            possessive: false,
        };
        gap = Gap::Glued;
        if first.is_ascii_digit() {
            word.digits = true;
            while let Some((place, _)) = places.next_if(|(_, letter)| letter.is_ascii_digit()) {
                word.span.end = place + 1;
            }
        } else if is_letter(first) {
            hash.begin();
            hash.push(first);
            while let Some((place, letter)) = places.next_if(|(_, letter)| is_letter(*letter) || *letter == '\u{301}') {
                hash.push(letter);
                word.span.end = place + letter.len_utf8();
            }
            // An apostrophe between letters belongs to the word: «п'ять», "Russia's"; the latter's ending is set apart.
            while let Some((place, mark)) = places.peek().copied().filter(|(_, mark)| is_apostrophe(*mark)) {
                let rest = &text[place + mark.len_utf8()..];
                let mut letters = rest.chars();
                let Some(next) = letters.next().filter(|letter| is_letter(*letter)) else {
                    // "troops' losses"
                    word.possessive |= mark != '`' && text[..place].ends_with('s');
                    break;
                };
                let ends = !letters.next().is_some_and(is_letter);
                if matches!(next, 's' | 'S') && ends {
                    places.next();
                    places.next();
                    word.possessive = true;
                    word.span.end = place + mark.len_utf8() + 1;
                    break;
                }
                places.next();
                while let Some((place, letter)) = places.next_if(|(_, letter)| is_letter(*letter)) {
                    hash.push(letter);
                    word.span.end = place + letter.len_utf8();
                }
            }
            word.tags = lexicon.tags(&hash);
            word.adjective = hash.is_adjective();
            word.whole = hash.whole();
            (word.stem, word.stem_letters) = hash.stem();
        } else {
            word.mark = first;
        }
        found.push(word);
    }
    found
}

fn is_letter(letter: char) -> bool {
    match letter {
        'a'..='z' | 'A'..='Z' | 'Ѐ'..='ҁ' | 'Ҋ'..='ӿ' => true,
        '\0'..='\u{a9}' | '\u{2000}'..='\u{206f}' => false,
        _ => letter.is_alphabetic(),
    }
}

/// An apostrophe of any shape.
const fn is_apostrophe(mark: char) -> bool {
    matches!(mark, '\'' | '\u{2019}' | '\u{02bc}' | '\u{2018}' | '`')
}

/// Marks that take no room.
const fn is_invisible(mark: char) -> bool {
    matches!(mark, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn inflected_forms_share_a_stem_and_others_do_not() {
        let stem = |text: &str| words(text)[0].stem;
        assert_eq!(stem("Зеленського"), stem("Зеленський"));
        assert_eq!(stem("Бахмута"), stem("Бахмут"));
        assert_eq!(stem("Генштабу"), stem("Генштаб"));
        assert_eq!(stem("Кремля"), stem("Кремль"));
        assert_eq!(stem("Russia's"), stem("russia"));
        assert_ne!(stem("Бахмутськ"), stem("Бахмут"));
        assert_ne!(stem("Prussia"), stem("Russia"));
    }

    #[test]
    fn lines_and_paragraphs_are_told_apart() {
        let gaps: Vec<Gap> = words("a\nb\n\nc d").iter().map(|word| word.gap).collect();
        assert_eq!(gaps, [Gap::Paragraph, Gap::Line, Gap::Paragraph, Gap::Space]);
    }
}
