//! A text as words, runs of digits and marks, each with what stands before it; one pass, no backtracking.

use crate::Span;
use crate::lexicon::{Entry, LEXICON, Role, SEED, fold, lower, mix};

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Word,
    Digits,
    Mark,
}

/// What stands between a token and the one before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Gap {
    /// Nothing.
    Glued,
    /// White space on one line.
    Space,
    /// The end of a line, or the beginning of the text.
    Line,
}

/// One word, one run of digits, or one mark.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Token {
    pub start: usize,
    pub end: usize,
    pub kind: Kind,
    pub gap: Gap,
    /// The place of a word in the lexicon (0 for none), or the character of a mark.
    code: u32,
    /// What a word can be.
    roles: Role,
}

impl Token {
    fn is_mark(&self, code: u32) -> bool {
        self.kind == Kind::Mark && self.code == code
    }
}

/// Of a row of the same mark as many are told apart, and the rest is one with the last: ten million brackets take no
/// room. No row of print is as long.
const LONGEST_RUN: usize = 4096;

/// The tokens of a text. Questions about places outside it are answered with "no".
pub(crate) struct Tokens<'a> {
    pub text: &'a str,
    pub list: Vec<Token>,
}

impl<'a> Tokens<'a> {
    pub fn of(text: &'a str) -> Tokens<'a> {
        let lexicon = &*LEXICON;
        let bytes = text.as_bytes();
        let mut list: Vec<Token> = Vec::with_capacity(text.len() / 5);
        let mut gap = Gap::Line;
        let mut run = 0;
        let mut place = 0;
        while let Some(byte) = bytes.get(place) {
            let start = place;
            // Two in three bytes are a space, a digit or a letter of the two alphabets; the rest takes the long way.
            let (kind, code, roles) = match byte {
                b' ' => {
                    place += 1;
                    gap = if gap == Gap::Line { Gap::Line } else { Gap::Space };
                    continue;
                }
                b'0'..=b'9' => {
                    place += bytes[start..].iter().take_while(|byte| byte.is_ascii_digit()).count();
                    (Kind::Digits, 0, Role::NONE)
                }
                _ => {
                    let Some(first) = char_at(text, start) else { break };
                    if is_letter(first) {
                        let (end, hash) = word_from(text, start);
                        place = end;
                        let code = lexicon.find(hash, &text[start..end]);
                        (Kind::Word, code.into(), lexicon.roles(code))
                    } else {
                        place += first.len_utf8();
                        if ends_line(first) {
                            gap = Gap::Line;
                            continue;
                        }
                        if first.is_whitespace() || is_invisible(first) {
                            gap = if gap == Gap::Line { Gap::Line } else { Gap::Space };
                            continue;
                        }
                        (Kind::Mark, u32::from(first), Role::NONE)
                    }
                }
            };
            run = match list.last() {
                Some(last) if kind == Kind::Mark && last.is_mark(code) && gap == Gap::Glued => run + 1,
                _ => 0,
            };
            match list.last_mut() {
                Some(last) if run > LONGEST_RUN => last.end = place,
                _ => list.push(Token { start, end: place, kind, gap, code, roles }),
            }
            gap = Gap::Glued;
        }
        Tokens { text, list }
    }

    pub fn get(&self, index: usize) -> Option<&Token> {
        self.list.get(index)
    }

    /// The words, digits or mark of a token, and nothing where there is none.
    pub fn words(&self, index: usize) -> &'a str {
        self.get(index).map_or("", |token| &self.text[token.start..token.end])
    }

    pub fn mark(&self, index: usize) -> Option<char> {
        self.get(index).filter(|token| token.kind == Kind::Mark).and_then(|token| char::from_u32(token.code))
    }

    pub fn is_kind(&self, index: usize, kind: Kind) -> bool {
        self.get(index).is_some_and(|token| token.kind == kind)
    }

    pub fn is_glued(&self, index: usize) -> bool {
        self.get(index).is_some_and(|token| token.gap == Gap::Glued)
    }

    /// Whether a token stands on the line of the one before it.
    pub fn follows(&self, index: usize) -> bool {
        self.get(index).is_some_and(|token| token.gap != Gap::Line)
    }

    /// The place of a word in the lexicon.
    pub fn place(&self, index: usize) -> Option<usize> {
        let token = self.get(index).filter(|token| token.kind == Kind::Word && token.code != 0)?;
        usize::try_from(token.code).ok()
    }

    pub fn entry(&self, index: usize) -> Option<&'static Entry> {
        LEXICON.entry(self.place(index)?)
    }

    /// Whether a word plays one of these roles.
    pub fn is(&self, index: usize, role: Role) -> bool {
        self.get(index).is_some_and(|token| token.roles.any(role))
    }

    /// The number that a word of this role stands for.
    pub fn value(&self, index: usize, role: Role) -> Option<u64> {
        if self.is(index, role) { self.entry(index).map(|entry| entry.value) } else { None }
    }

    /// Whether a word begins with a capital letter.
    pub fn is_capital(&self, index: usize) -> bool {
        self.words(index).chars().next().is_some_and(char::is_uppercase)
    }

    /// Whether a token is this word, in lower case.
    pub fn says(&self, index: usize, word: &str) -> bool {
        // An apostrophe of print is two bytes longer than a plain one; nothing else is.
        let fits = |token: &Token| token.kind == Kind::Word && (token.end - token.start).wrapping_sub(word.len()) <= 2;
        self.get(index).is_some_and(fits) && fold(self.words(index)).eq(word.chars())
    }

    /// Whether a token is one of these words.
    pub fn says_one(&self, index: usize, words: &[&str]) -> bool {
        self.is_kind(index, Kind::Word) && words.iter().any(|word| self.says(index, word))
    }

    /// The value of a run of digits of at most nine.
    pub fn number(&self, index: usize) -> Option<u32> {
        let digits = self.words(index);
        (self.is_kind(index, Kind::Digits) && digits.len() <= 9).then(|| digits.parse().ok()).flatten()
    }

    /// Whether a dash of any kind.
    pub fn is_dash(&self, index: usize) -> bool {
        self.mark(index).is_some_and(is_dash)
    }

    /// The stretch from one token up to, and without, another.
    pub fn span(&self, first: usize, next: usize) -> Span {
        let start = self.get(first).map_or(self.text.len(), |token| token.start);
        let end = next.checked_sub(1).and_then(|last| self.get(last)).map_or(start, |token| token.end);
        Span::new(start, end.max(start))
    }
}

/// A dash or hyphen of any length.
pub(crate) fn is_dash(mark: char) -> bool {
    matches!(mark, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{2043}' | '\u{fe58}' | '\u{fe63}' | '\u{ff0d}')
}

/// A hyphen, which binds two words into one.
pub(crate) fn is_hyphen(mark: char) -> bool {
    matches!(mark, '-' | '\u{2010}' | '\u{2011}')
}

/// An apostrophe of any shape, as in «п'ять».
pub(crate) const fn is_apostrophe(mark: char) -> bool {
    matches!(mark, '\'' | '\u{2019}' | '\u{02bc}' | '\u{2018}' | '`')
}

/// The end of a word that begins here, and the hash of its folded letters.
fn word_from(text: &str, start: usize) -> (usize, u64) {
    let bytes = text.as_bytes();
    let mut hash = SEED;
    let mut end = start;
    while let Some(byte) = bytes.get(end) {
        let (letter, next) = match byte {
            b'a'..=b'z' | b'A'..=b'Z' => (char::from(byte | 0x20), end + 1),
            // The Cyrillic letters of our languages have two bytes, of which the first is one of these.
            0xd0 | 0xd1 => {
                let code =
                    u32::from(byte & 0x1f) << 6 | u32::from(bytes.get(end + 1).copied().unwrap_or_default() & 0x3f);
                let folded = match code {
                    0x410..=0x42f => code + 0x20,
                    0x400..=0x40f => code + 0x50,
                    _ => code,
                };
                (char::from_u32(folded).unwrap_or_default(), end + 2)
            }
            0..0x80 if !matches!(byte, b'\'' | b'`') => break,
            _ => {
                let Some(letter) = char_at(text, end) else { break };
                let next = end + letter.len_utf8();
                if is_apostrophe(letter) && char_at(text, next).is_some_and(is_letter) {
                    ('\'', next)
                } else if is_letter(letter) {
                    (lower(letter), next)
                } else if letter == '\u{301}' {
                    end = next;
                    continue;
                } else {
                    break;
                }
            }
        };
        hash = mix(hash, letter);
        end = next;
    }
    (end, hash)
}

/// The character that begins at a byte.
fn char_at(text: &str, place: usize) -> Option<char> {
    let byte = *text.as_bytes().get(place)?;
    if byte.is_ascii() { Some(char::from(byte)) } else { text[place..].chars().next() }
}

fn is_letter(letter: char) -> bool {
    match letter {
        'a'..='z' | 'A'..='Z' | 'Ѐ'..='ҁ' | 'Ҋ'..='ӿ' => true,
        '\0'..='\u{bf}' | '\u{2000}'..='\u{206f}' => false,
        _ => letter.is_alphabetic() && letter != '\u{02bc}',
    }
}

const fn ends_line(mark: char) -> bool {
    matches!(mark, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// Marks that take no room: soft hyphens, joiners, direction marks, the mark at the head of a file.
const fn is_invisible(mark: char) -> bool {
    matches!(mark, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}' | '\u{feff}')
}
