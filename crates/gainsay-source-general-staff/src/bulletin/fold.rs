//! Words as short byte strings in which capitals, look-alike letters of two scripts, accents and apostrophes make no
//! difference: «БПЛA» with a Latin A is «бпла».

/// Letters of a word beyond these are not looked at; no word that counts is longer.
const LONGEST: usize = 24;

/// A letter that is in no phrase.
const FOREIGN: u8 = 1;

/// A sign that may stand inside a word and says nothing: an accent, an apostrophe.
const SILENT: u8 = 2;

/// A word of the text, folded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Word {
    letters: [u8; LONGEST],
    length: usize,
    /// The byte behind it.
    pub(super) end: usize,
}

impl Word {
    /// The word that begins at a byte, where a letter stands there.
    #[inline]
    pub(super) fn at(bytes: &[u8], start: usize) -> Option<Word> {
        let mut word = Word { letters: [0; LONGEST], length: 0, end: start };
        let mut place = start;
        loop {
            let (code, width) = match bytes.get(place) {
                Some(&first @ 0..0x80) => (ASCII[usize::from(first)], 1),
                Some(_) => letter(bytes, place),
                None => break,
            };
            if code <= SILENT && code != FOREIGN {
                if code == 0 || word.length == 0 || !letter_follows(bytes, place + width) {
                    break;
                }
            } else {
                if word.length < LONGEST {
                    word.letters[word.length] = code;
                }
                word.length += 1;
            }
            place += width;
            word.end = place;
        }
        (word.length > 0).then_some(word)
    }

    /// Its letters, as far as they are looked at.
    #[inline]
    pub(super) fn letters(&self) -> &[u8] {
        &self.letters[..self.length.min(LONGEST)]
    }

    /// Its first eight letters as one number.
    #[inline]
    pub(super) fn head(&self) -> u64 {
        head(&self.letters[..8])
    }

    /// Its first three letters as one number; nothing stands for those that a short word lacks.
    #[inline]
    pub(super) fn key(&self) -> usize {
        key(&self.letters[..3])
    }
}

/// Up to three letters as one number.
#[inline]
pub(super) fn key(letters: &[u8]) -> usize {
    let letter = |index: usize| usize::from(letters.get(index).copied().unwrap_or_default());
    letter(0).wrapping_mul(961) ^ letter(1).wrapping_mul(31) ^ letter(2)
}

/// Up to eight letters as one number; nothing stands for those that a short word lacks.
#[inline]
pub(super) fn head(letters: &[u8]) -> u64 {
    let mut eight = [0; 8];
    let length = letters.len().min(8);
    eight[..length].copy_from_slice(&letters[..length]);
    u64::from_le_bytes(eight)
}

/// Whether a letter that is no accent stands at a byte.
fn letter_follows(bytes: &[u8], place: usize) -> bool {
    letter(bytes, place).0 > SILENT || letter(bytes, place).0 == FOREIGN
}

/// The folded letter at a byte and its width; no letter is 0.
#[inline]
fn letter(bytes: &[u8], place: usize) -> (u8, usize) {
    let Some(&first) = bytes.get(place) else { return (0, 0) };
    let second = || bytes.get(place + 1).copied().unwrap_or_default();
    match first {
        0..0x80 => (ASCII[usize::from(first)], 1),
        0xd0..=0xd3 => (CYRILLIC[usize::from(first & 3) * 64 + usize::from(second() & 63)], 2),
        0xc3 if matches!(second(), 0x97 | 0xb7) => (0, 2),
        // Combining accents and the letter apostrophe.
        0xcc | 0xcd => (SILENT, 2),
        0xca if second() == 0xbc => (SILENT, 2),
        0xc3..=0xdf => (FOREIGN, 2),
        0xe2 if second() == 0x80 && bytes.get(place + 2) == Some(&0x99) => (SILENT, 3),
        0xe0 | 0xe1 | 0xe3..=0xee => (FOREIGN, 3),
        _ => (0, 1),
    }
}

/// U+0000 to U+007F.
const ASCII: [u8; 128] = {
    let mut table = [0; 128];
    let mut code = 0;
    while code < 128 {
        table[code] = match code as u8 {
            letter @ b'a'..=b'z' => letter,
            letter @ b'A'..=b'Z' => letter + 32,
            b'\'' => SILENT,
            _ => 0,
        };
        code += 1;
    }
    table
};

/// U+0400 to U+04FF. Letters that look like Latin ones in capitals are those; «й» is «и», «ї» «і», «ё» «е», «ґ» «г», as
/// writers and fonts split them into a letter and an accent.
const CYRILLIC: [u8; 256] = {
    let mut table = [FOREIGN; 256];
    let mut code = 0x10;
    while code < 0x50 {
        let small = if code < 0x30 { code + 0x20 } else { code };
        table[code] = match small {
            0x30 => b'a',
            0x32 => b'b',
            0x35 => b'e',
            0x39 => 128 + 0x38,
            0x3a => b'k',
            0x3c => b'm',
            0x3d => b'h',
            0x3e => b'o',
            0x40 => b'p',
            0x41 => b'c',
            0x42 => b't',
            0x43 => b'y',
            0x45 => b'x',
            _ => 128 + small as u8,
        };
        code += 1;
    }
    let mut pair = 0;
    let pairs: [(usize, u8); 10] = [
        (0x01, b'e'),
        (0x51, b'e'),
        (0x06, b'i'),
        (0x56, b'i'),
        (0x07, b'i'),
        (0x57, b'i'),
        (0x04, 128 + 0x54),
        (0x54, 128 + 0x54),
        (0x90, 128 + 0x33),
        (0x91, 128 + 0x33),
    ];
    while pair < pairs.len() {
        table[pairs[pair].0] = pairs[pair].1;
        pair += 1;
    }
    // The sign of thousands and the combining marks are no letters.
    let mut mark = 0x82;
    while mark < 0x8a {
        table[mark] = if mark == 0x82 { 0 } else { SILENT };
        mark += 1;
    }
    table
};

#[cfg(test)]
mod tests {
    use super::*;

    fn folded(text: &str) -> (Vec<u8>, usize) {
        let word = Word::at(text.as_bytes(), 0).expect("a word");
        (word.letters().to_vec(), word.end)
    }

    #[test]
    fn writers_differ_and_the_word_is_the_same() {
        for (one, other) in [
            ("БпЛА", "бпла"),
            ("БПЛA", "БПЛА"),
            ("кораблi", "кораблі"),
            ("вертолётов", "вертолетов"),
            ("броньовании\u{306}", "броньований"),
            ("осо\u{301}бового", "особового"),
            ("дев'ять", "дев\u{2019}ять"),
            ("TANKS", "tanks"),
        ] {
            assert_eq!(folded(one).0, folded(other).0, "{one} {other}");
        }
    }

    #[test]
    fn a_word_ends_where_its_letters_end() {
        assert_eq!(folded("танків — 5").1, "танків".len());
        assert_eq!(folded("Russia's losses").1, "Russia's".len());
        assert_eq!(folded("'tanks'".trim_start_matches('\'')).1, "tanks".len());
        assert_eq!(folded("año 5").1, "año".len());
        for none in ["5", " a", "—", "", "'", "«a", "😀"] {
            assert_eq!(Word::at(none.as_bytes(), 0), None, "{none}");
        }
        assert_ne!(folded("літак").0, folded("літав").0);
    }
}
