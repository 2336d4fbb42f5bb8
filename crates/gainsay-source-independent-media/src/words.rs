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

/// Of a row of the same mark as many are told apart, and the rest is one with the last: ten million brackets take no
/// room. No row of print is as long.
const LONGEST_RUN: usize = 4096;

/// Lets lines go on that were only broken to fit a width, in a text whose paragraphs are set apart by empty lines.
pub(crate) fn join_wrapped_lines(words: &mut [Word], text: &str) {
    let mut line = 0;
    let mut broken = Vec::new();
    let (mut lines, mut paragraphs) = (0_usize, 0_usize);
    for index in 0..words.len() {
        let gap = words[index].gap;
        if gap < Gap::Line {
            continue;
        }
        paragraphs += usize::from(gap == Gap::Paragraph);
        if gap == Gap::Line {
            lines += 1;
            let before = Span::new(words[line].span.start, words[index - 1].span.end).of(text);
            let next = text[words[index].span.start..].split_whitespace().next().map_or(0, |word| word.chars().count());
            let width = before.chars().count();
            // The next word would not have fitted.
            if width <= WIDEST && width + 1 + next > NARROWEST {
                broken.push(index);
            }
        }
        line = index;
    }
    if paragraphs > 1 && broken.len() * 10 >= lines * 9 {
        for index in broken {
            words[index].gap = Gap::Space;
        }
    }
}

/// The widths to which lines are broken, in letters.
const NARROWEST: usize = 55;
const WIDEST: usize = 100;

/// Splits a text.
pub(crate) fn words(text: &str) -> Vec<Word> {
    let lexicon = &*LEXICON;
    let mut found: Vec<Word> = Vec::with_capacity(text.len() / 6);
    let mut gap = Gap::Paragraph;
    let mut hash = WordHash::new();
    let mut run = 0;
    let mut start = 0;
    while let Some(first) = char_at(text, start) {
        let mut end = start + first.len_utf8();
        let place = std::mem::replace(&mut start, end);
        if first == '\n' {
            gap = if gap >= Gap::Line { Gap::Paragraph } else { Gap::Line };
            continue;
        }
        if first == ' ' || first.is_whitespace() || is_invisible(first) {
            gap = gap.max(Gap::Space);
            continue;
        }
        let mut word = Word {
            span: Span::new(place, end),
            gap,
            mark: ' ',
            tags: Tags::NONE,
            whole: 0,
            stem: 0,
            stem_letters: 0,
            adjective: false,
            capital: is_capital(first),
            digits: false,
            possessive: false,
        };
        gap = Gap::Glued;
        if first.is_ascii_digit() {
            word.digits = true;
            end += text.as_bytes()[end..].iter().take_while(|byte| byte.is_ascii_digit()).count();
        } else if is_letter(first) {
            hash.begin();
            hash.push(first);
            (end, word.possessive) = rest_of(text, end, &mut hash);
            word.tags = lexicon.tags(&hash);
            word.adjective = hash.is_adjective();
            word.whole = hash.whole();
            (word.stem, word.stem_letters) = hash.stem();
        } else {
            word.mark = first;
        }
        word.span.end = end;
        start = end;
        run = match found.last() {
            Some(last) if word.mark != ' ' && word.mark == last.mark && word.gap == Gap::Glued => run + 1,
            _ => 0,
        };
        match found.last_mut() {
            Some(last) if run > LONGEST_RUN => last.span.end = end,
            _ => found.push(word),
        }
    }
    found
}

/// Takes the letters of a word behind its first; the byte behind the word, and whether it is a possessive.
fn rest_of(text: &str, first: usize, hash: &mut WordHash) -> (usize, bool) {
    let mut end = first;
    while let Some(letter) = char_at(text, end).filter(|letter| is_letter(*letter) || *letter == '\u{301}') {
        hash.push(letter);
        end += letter.len_utf8();
    }
    // An apostrophe between letters belongs to the word: «п'ять», "Russia's"; the latter's ending is set apart.
    while let Some(mark) = char_at(text, end).filter(|mark| is_apostrophe(*mark)) {
        let behind = end + mark.len_utf8();
        let Some(next) = char_at(text, behind).filter(|letter| is_letter(*letter)) else {
            // "troops' losses"
            return (end, mark != '`' && text[..end].ends_with('s'));
        };
        if matches!(next, 's' | 'S') && !char_at(text, behind + 1).is_some_and(is_letter) {
            return (behind + 1, true);
        }
        end = behind;
        while let Some(letter) = char_at(text, end).filter(|letter| is_letter(*letter)) {
            hash.push(letter);
            end += letter.len_utf8();
        }
    }
    (end, false)
}

/// The character that begins at a byte.
fn char_at(text: &str, place: usize) -> Option<char> {
    let byte = *text.as_bytes().get(place)?;
    if byte.is_ascii() { Some(char::from(byte)) } else { text[place..].chars().next() }
}

fn is_capital(letter: char) -> bool {
    match letter {
        'A'..='Z' | 'Ѐ'..='Я' => true,
        '\0'..='\u{bf}' | 'а'..='џ' | '\u{2000}'..='\u{206f}' => false,
        _ => letter.is_uppercase(),
    }
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
    fn lines_broken_to_a_width_go_on_and_those_of_a_list_do_not() {
        let gaps = |text: &str| {
            let mut found = words(text);
            join_wrapped_lines(&mut found, text);
            found.iter().filter(|word| word.gap == Gap::Line).count()
        };
        let wrapped = "A headline\n\nBuildings were damaged but still stood after the rockets, and obvious\nsigns of \
                       casualties were missing. By one account the attack had killed\n600 soldiers.";
        assert_eq!(gaps(wrapped), 0);
        assert_eq!(gaps("Losses of the day, as the staff gives them:\n\ntanks - 5\nguns - 7\nplanes - 1"), 2);
    }

    #[test]
    fn lines_and_paragraphs_are_told_apart() {
        let gaps: Vec<Gap> = words("a\nb\n\nc d").iter().map(|word| word.gap).collect();
        assert_eq!(gaps, [Gap::Paragraph, Gap::Line, Gap::Paragraph, Gap::Space]);
    }
}
