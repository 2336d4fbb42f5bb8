//! The words of a paragraph in small letters, each with what stands before it.

/// What stands between a word and the one before it, the weakest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Gap {
    /// White space, or nothing between letters and digits.
    Space,
    /// A hyphen without room.
    Hyphen,
    /// A quotation mark or an apostrophe.
    Quote,
    /// Any mark that ends nothing: brackets, bullets, pictures.
    Other,
    Comma,
    /// A dash with room around it.
    Dash,
    Colon,
    /// A mark that ends a sentence or a part of one.
    Stop,
}

struct Word {
    start: usize,
    end: usize,
    gap: Gap,
}

/// The words of a text. The folded text has each letter at the byte where the text has it.
pub(crate) struct Words<'a> {
    pub text: &'a str,
    folded: String,
    list: Vec<Word>,
}

impl<'a> Words<'a> {
    pub fn of(text: &'a str) -> Words<'a> {
        let mut folded = String::with_capacity(text.len());
        let mut list: Vec<Word> = Vec::with_capacity(text.len() / 8);
        let mut gap = Gap::Space;
        // Nothing, letters or digits.
        let mut inside = Inside::Nothing;
        let mut room_before = true;
        for (place, letter) in text.char_indices() {
            let small = fold(letter);
            folded.push(small);
            let kind = kind(small);
            if kind == Inside::Nothing {
                inside = Inside::Nothing;
                gap = gap.max(mark(letter, room_before));
                room_before = letter.is_whitespace();
                continue;
            }
            let end = place + letter.len_utf8();
            match list.last_mut() {
                Some(word) if inside == kind => word.end = end,
                _ => {
                    list.push(Word { start: place, end, gap });
                    gap = Gap::Space;
                }
            }
            inside = kind;
            room_before = false;
        }
        Words { text, folded, list }
    }

    #[cfg(test)]
    pub fn len(&self) -> usize {
        self.list.len()
    }

    /// A word in small letters, «ё» as «е»; nothing where there is none.
    pub fn folded(&self, index: usize) -> &str {
        self.list.get(index).map_or("", |word| &self.folded[word.start..word.end])
    }

    /// A word as written.
    pub fn written(&self, index: usize) -> &'a str {
        self.list.get(index).map_or("", |word| &self.text[word.start..word.end])
    }

    pub fn start(&self, index: usize) -> usize {
        self.list.get(index).map_or(self.text.len(), |word| word.start)
    }

    pub fn end(&self, index: usize) -> usize {
        self.list.get(index).map_or(self.text.len(), |word| word.end)
    }

    /// What stands before a word.
    pub fn gap(&self, index: usize) -> Gap {
        self.list.get(index).map_or(Gap::Stop, |word| word.gap)
    }

    /// The first word that begins at a byte or behind it.
    pub fn at(&self, byte: usize) -> usize {
        self.list.partition_point(|word| word.start < byte)
    }

    pub fn is_digits(&self, index: usize) -> bool {
        self.folded(index).starts_with(|letter: char| letter.is_ascii_digit())
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Inside {
    Nothing,
    Letters,
    Digits,
}

fn kind(small: char) -> Inside {
    match small {
        'а'..='я' | 'a'..='z' => Inside::Letters,
        '0'..='9' => Inside::Digits,
        '\0'..='\u{bf}' | '\u{2000}'..='\u{206f}' => Inside::Nothing,
        _ if small.is_alphabetic() => Inside::Letters,
        _ => Inside::Nothing,
    }
}

/// A letter in its small form, where that has as many bytes.
pub(crate) fn fold(letter: char) -> char {
    match letter {
        'А'..='Я' => char::from_u32(u32::from(letter) + 0x20).unwrap_or(letter),
        'ё' | 'Ё' => 'е',
        'A'..='Z' => letter.to_ascii_lowercase(),
        _ => letter,
    }
}

fn mark(letter: char, room_before: bool) -> Gap {
    match letter {
        '-' | '\u{2010}' | '\u{2011}' if !room_before => Gap::Hyphen,
        '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' => Gap::Dash,
        '«' | '»' | '"' | '“' | '”' | '„' | '\'' | '’' => Gap::Quote,
        ',' => Gap::Comma,
        ':' => Gap::Colon,
        '.' | '!' | '?' | ';' | '…' => Gap::Stop,
        _ if letter.is_whitespace() => Gap::Space,
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{301}' => Gap::Space,
        _ => Gap::Other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_keep_their_places_and_what_stands_between_them() {
        let text = "Всего: 111\u{a0}395 БПЛА — «Ёж», Ми-24 (ВСУ).";
        let words = Words::of(text);
        let found: Vec<(&str, Gap)> = (0..words.len()).map(|index| (words.folded(index), words.gap(index))).collect();
        let expected = [
            ("всего", Gap::Space),
            ("111", Gap::Colon),
            ("395", Gap::Space),
            ("бпла", Gap::Space),
            ("еж", Gap::Dash),
            ("ми", Gap::Comma),
            ("24", Gap::Hyphen),
            ("всу", Gap::Other),
        ];
        assert_eq!(found, expected);
        assert_eq!(words.written(4), "Ёж");
        assert_eq!(words.at(words.start(3)), 3);
    }
}
