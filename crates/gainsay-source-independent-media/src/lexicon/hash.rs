//! The letters of a word as numbers: of the whole, of each beginning, and of what is left without its ending.

/// The letters of a word of which every beginning is kept.
pub(crate) const KEPT: usize = 24;

/// The hash of a word, of each of its beginnings, and of what is left without its ending.
pub(crate) struct WordHash {
    pub(super) beginnings: [u64; KEPT],
    last: [char; 4],
    pub(super) letters: usize,
    pub(super) hash: u64,
    cyrillic: bool,
}

const SEED: u64 = 0xcbf2_9ce4_8422_2325;

/// A letter in lower case.
pub(crate) fn lower(letter: char) -> char {
    match letter {
        // The marks of print have no case.
        'а'..='џ' | '\u{80}'..='\u{bf}' | '\u{2000}'..='\u{206f}' => letter,
        '\0'..='\x7f' => letter.to_ascii_lowercase(),
        'А'..='Я' => char::from_u32(u32::from(letter) + 0x20).unwrap_or(letter),
        'Ѐ'..='Џ' => char::from_u32(u32::from(letter) + 0x50).unwrap_or(letter),
        _ => letter.to_lowercase().next().unwrap_or(letter),
    }
}

pub(crate) const fn mix(hash: u64, letter: char) -> u64 {
    (hash ^ letter as u64).wrapping_mul(0x0000_0100_0000_01b3)
}

impl WordHash {
    pub const fn new() -> WordHash {
        WordHash { beginnings: [0; KEPT], last: ['\0'; 4], letters: 0, hash: SEED, cyrillic: false }
    }

    /// Begins another word; the beginnings of the one before are written over as far as the letters go.
    pub fn begin(&mut self) {
        (self.last, self.letters, self.hash, self.cyrillic) = (['\0'; 4], 0, SEED, false);
    }

    /// Takes a letter in any case; marks of stress are passed over.
    pub fn push(&mut self, letter: char) {
        let letter = match lower(letter) {
            '\u{301}' => return,
            'ё' => 'е',
            letter => letter,
        };
        self.cyrillic |= matches!(letter, 'а'..='ӿ');
        self.hash = mix(self.hash, letter);
        if let Some(place) = self.beginnings.get_mut(self.letters) {
            *place = self.hash;
        }
        self.letters += 1;
        self.last.rotate_left(1);
        self.last[3] = letter;
    }

    pub fn of(word: &str) -> WordHash {
        let mut hash = WordHash::new();
        word.chars().filter(|letter| letter.is_alphabetic()).for_each(|letter| hash.push(letter));
        hash
    }

    pub const fn whole(&self) -> u64 {
        self.hash
    }

    /// Whether the word has an ending of adjectives behind «-ськ-», «-цк-»: «Луганской» is no form of «Луганск».
    pub fn is_adjective(&self) -> bool {
        let [fourth, third, second, first] = self.last;
        let two = matches!(
            (second, first),
            ('о', 'й')
                | ('и', 'й')
                | ('і', 'й')
                | ('о', 'ї')
                | ('и', 'х')
                | ('и', 'м')
                | ('у', 'ю')
                | ('а', 'я')
                | ('и', 'е')
                | ('о', 'е')
        ) && third == 'к';
        let plural = (second, first) == ('к', 'і');
        two || plural
            || matches!((third, second, first), ('о', 'г', 'о') | ('о', 'м', 'у') | ('и', 'м', 'и')) && fourth == 'к'
    }

    /// The hash of the word without its ending, and how many letters that leaves. Only Cyrillic words lose one.
    pub fn stem(&self) -> (u64, u8) {
        let cut = if self.cyrillic { ending(self.last, self.letters) } else { 0 };
        let letters = self.letters - cut;
        let hash = if cut == 0 { self.hash } else { self.beginnings.get(letters - 1).copied().unwrap_or(self.hash) };
        (hash, u8::try_from(letters).unwrap_or(u8::MAX))
    }
}

/// How many letters of a word are an ending of declension, so that three are left at least.
fn ending(last: [char; 4], letters: usize) -> usize {
    let [_, third, second, first] = last;
    let three = matches!(
        (third, second, first),
        ('о', 'г', 'о') | ('о', 'м', 'у') | ('е', 'м', 'у') | ('и', 'м', 'и') | ('ы', 'м', 'и') | ('а', 'м', 'и')
    );
    let two = matches!(
        (second, first),
        ('и', 'й')
            | ('ы', 'й')
            | ('і', 'й')
            | ('о', 'й')
            | ('о', 'ю')
            | ('е', 'ю')
            | ('е', 'й')
            | ('о', 'м')
            | ('е', 'м')
            | ('и', 'м')
            | ('ы', 'м')
            | ('а', 'м')
            | ('а', 'х')
            | ('и', 'х')
            | ('ы', 'х')
            | ('а', 'я')
            | ('у', 'ю')
            | ('і', 'в')
            | ('о', 'в')
    );
    let one = matches!(first, 'а' | 'у' | 'и' | 'ы' | 'і' | 'е' | 'я' | 'ю' | 'о' | 'ь' | 'ї' | 'є');
    if three && letters >= 6 {
        3
    } else if two && letters >= 5 {
        2
    } else if one && letters >= 4 {
        1
    } else {
        0
    }
}
