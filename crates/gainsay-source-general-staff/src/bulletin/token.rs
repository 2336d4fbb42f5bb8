//! A text as what matters of it to a bulletin: categories, figures, days, and the marks between them.

mod digits;

pub(super) use digits::number;

use super::categories::Tongue;
use super::fold::Word;
use super::lexicon::{Bound, LEXICON};
use digits::{date, figure, run};

/// What stands at a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A label of a category. A `part` is a make within the category.
    Category {
        number: u8,
        tongue: Tongue,
        part: bool,
    },
    /// Digits, with group marks.
    Number,
    /// Digits with a decimal mark: no count, but for a scale behind it.
    Decimal,
    /// Digits and marks that are no number: "1,020.010".
    Malformed,
    /// "19.04.2023", "2023-04-19"
    LongDate,
    /// "19.04"
    ShortDate,
    /// A small number in words.
    Few(u8),
    /// "тис.", "thousand"
    Scale(Scale),
    Bound(Bound),
    Unit,
    /// What goes on with a label: "of operational-tactical level".
    Level,
    /// "were eliminated", «знищено»
    Gone,
    Filler,
    And,
    /// Words that make a figure one of a day, a week or a stretch of the front.
    Day,
    /// Words that make it one of the whole war.
    Total,
    /// The heading of the bulletin: "combat losses of the enemy".
    Frame,
    Loss,
    /// Ukraine and its forces, where they may be the ones who lost.
    Own,
    Staff,
    /// Those whose counts are not the bulletin: the Russian ministry, counts by photograph.
    Other,
    /// What was struck is not counted as lost.
    Strike,
    /// Nor is what there is, or what is asked for.
    Stock,
    Hedge,
    From,
    To,
    AsOf,
    Month(u8),
    Year,
    Hours,
    /// Any other words.
    Word,
    Dash,
    Colon,
    Comma,
    Stop,
    Open,
    Close,
    Plus,
    /// A tab or a bar between the cells of a table.
    Bar,
    Slash,
    /// The end of a line.
    Line,
}

/// What digits are multiplied by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Scale {
    Thousand,
    Million,
}

/// A stretch of the text and what it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Token {
    pub(super) kind: Kind,
    /// In bytes; a text is cut before the fourth gigabyte.
    start: u32,
    end: u32,
}

impl Token {
    fn new(kind: Kind, start: usize, end: usize) -> Token {
        // The longest text is checked before it is split.
        Token { kind, start: start as u32, end: end as u32 }
    }

    /// The first byte.
    #[inline]
    pub(super) fn start(&self) -> usize {
        self.start as usize
    }

    /// The byte behind the last.
    #[inline]
    pub(super) fn end(&self) -> usize {
        self.end as usize
    }
}

/// Splits a text.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    let mut scan = Scan { bytes: text.as_bytes(), tokens: Vec::with_capacity(text.len() / 6 + 8) };
    let mut place = 0;
    while place < text.len() {
        place = scan.step(place);
    }
    scan.tokens
}

struct Scan<'a> {
    bytes: &'a [u8],
    tokens: Vec<Token>,
}

impl Scan<'_> {
    #[inline]
    fn step(&mut self, place: usize) -> usize {
        let first = self.bytes[place];
        match first {
            b' ' | b'\r' | b'*' | b'_' | b'#' | b'"' | b'`' | b'>' | b'\'' => place + 1,
            b'0'..=b'9' => self.digits(place),
            b'\n' => self.mark(Kind::Line, place, 1),
            b'-' | b'=' => self.mark(Kind::Dash, place, 1),
            b'(' | b'[' | b'{' => self.mark(Kind::Open, place, 1),
            b')' | b']' | b'}' => self.mark(Kind::Close, place, 1),
            b'+' => self.mark(Kind::Plus, place, 1),
            b',' | b';' => self.mark(Kind::Comma, place, 1),
            b':' => self.mark(Kind::Colon, place, 1),
            b'.' | b'!' | b'?' => self.mark(Kind::Stop, place, 1),
            b'\t' | b'|' => self.mark(Kind::Bar, place, 1),
            b'/' | b'\\' => self.mark(Kind::Slash, place, 1),
            b'~' => self.push(Kind::Bound(Bound::About), place, place + 1),
            b'&' => self.push(Kind::And, place, place + 1),
            0x0b | 0x0c => self.mark(Kind::Line, place, 1),
            0..0x41 | 0x5b..0x61 | 0x7b..0x80 => self.push(Kind::Word, place, place + 1),
            0xc2 => self.latin_mark(place),
            0xe2 => self.wide_mark(place),
            // The full-width signs, the mark at the head of a file.
            0xef => self.full_width(place),
            0xf0.. => place + 4,
            _ => self.word(place),
        }
    }

    fn latin_mark(&mut self, place: usize) -> usize {
        match self.bytes[place + 1] {
            // Spaces and quotes.
            0xa0 | 0xab | 0xbb | 0xad | 0xb7 => place + 2,
            0xb1 => self.mark(Kind::Plus, place, 2),
            _ => self.push(Kind::Word, place, place + 2),
        }
    }

    #[inline]
    fn wide_mark(&mut self, place: usize) -> usize {
        match (self.bytes[place + 1], self.bytes[place + 2]) {
            (0x80, 0x90..=0x95) | (0x88, 0x92) => self.mark(Kind::Dash, place, 3),
            (0x80, 0xa8 | 0xa9) => self.mark(Kind::Line, place, 3),
            (0x80, 0xa6) => self.mark(Kind::Stop, place, 3),
            (0x89, 0x88) | (0x88, 0xbc) | (0x89, 0x83) => self.push(Kind::Bound(Bound::About), place, place + 3),
            (0x89, 0xa5) => self.push(Kind::Bound(Bound::AtLeast), place, place + 3),
            (0x89, 0xa4) => self.push(Kind::Bound(Bound::AtMost), place, place + 3),
            // Spaces, quotes, bullets, arrows and other signs.
            _ => place + 3,
        }
    }

    fn full_width(&mut self, place: usize) -> usize {
        match (self.bytes[place + 1], self.bytes[place + 2]) {
            (0xbc, 0x8b) => self.mark(Kind::Plus, place, 3),
            (0xbc, 0x88) => self.mark(Kind::Open, place, 3),
            (0xbc, 0x89) => self.mark(Kind::Close, place, 3),
            (0xbc, 0x9a) => self.mark(Kind::Colon, place, 3),
            (0xbc, 0x8d) | (0xb9, 0x98 | 0xa3) => self.mark(Kind::Dash, place, 3),
            _ => place + 3,
        }
    }

    /// A mark; of a row of the same marks only the first counts.
    #[inline]
    fn mark(&mut self, kind: Kind, place: usize, width: usize) -> usize {
        if let Some(last) = self.tokens.last_mut()
            && last.kind == kind
            && last.end() == place
            && !matches!(kind, Kind::Line | Kind::Bar)
        {
            *last = Token::new(kind, last.start(), place + width);
            return place + width;
        }
        self.push(kind, place, place + width)
    }

    #[inline]
    fn push(&mut self, kind: Kind, start: usize, end: usize) -> usize {
        if kind == Kind::Word
            && let Some(last) = self.tokens.last_mut()
            && last.kind == Kind::Word
        {
            *last = Token::new(kind, last.start(), end);
            return end;
        }
        self.tokens.push(Token::new(kind, start, end));
        end
    }

    #[inline]
    fn word(&mut self, place: usize) -> usize {
        let Some(word) = Word::at(self.bytes, place) else { return self.next_character(place) };
        match LEXICON.at(self.bytes, &word) {
            Some((Kind::Hours, end)) => self.hours(place, end),
            Some((kind, end)) if !(is_small(kind) && self.is_name(end)) => self.push(kind, place, end),
            _ => {
                // "T72", "Су-34", «С-300»: the digits belong to the name.
                let mut end = word.end;
                end += usize::from(self.is_name(end));
                end += self.bytes[end..].iter().take_while(|byte| byte.is_ascii_digit()).count();
                self.push(Kind::Word, place, end)
            }
        }
    }

    /// Whether a hyphen and digits go on with a word.
    fn is_name(&self, end: usize) -> bool {
        self.bytes.get(end) == Some(&b'-') && self.bytes.get(end + 1).is_some_and(u8::is_ascii_digit)
    }

    /// "in the past 24 hours": the number is none.
    fn hours(&mut self, place: usize, end: usize) -> usize {
        if let Some(last) = self.tokens.last_mut()
            && last.kind == Kind::Number
            && matches!(&self.bytes[last.start()..last.end()], b"24")
        {
            *last = Token::new(Kind::Day, last.start(), end);
            return end;
        }
        self.push(Kind::Word, place, end)
    }

    fn next_character(&mut self, place: usize) -> usize {
        let rest = &self.bytes[place + 1..];
        place + 1 + rest.iter().take_while(|byte| **byte & 0xc0 == 0x80).count()
    }

    #[inline]
    fn digits(&mut self, place: usize) -> usize {
        let bytes = self.bytes;
        let first = run(bytes, place);
        if let Some((kind, end)) = date(bytes, place, first) {
            return self.push(kind, place, end);
        }
        let (kind, end) = figure(bytes, place, first);
        // "790-ї", "155-mm"
        if bytes.get(end) == Some(&b'-')
            && let Some(word) = Word::at(bytes, end + 1)
        {
            return self.push(Kind::Word, place, word.end);
        }
        match bytes.get(end) {
            Some(b'%') => self.push(Kind::Word, place, end + 1),
            // A time of day.
            Some(b':') if bytes.get(end + 1).is_some_and(u8::is_ascii_digit) => {
                let rest = &bytes[end..];
                let length = rest.iter().take_while(|byte| byte.is_ascii_digit() || **byte == b':').count();
                self.push(Kind::Word, place, end + length)
            }
            Some(byte) if *byte >= b'A' => match Word::at(bytes, end) {
                Some(word) if LEXICON.at(bytes, &word).is_none() => self.push(Kind::Word, place, word.end),
                _ => self.push(kind, place, end),
            },
            _ => self.push(kind, place, end),
        }
    }
}

/// Words so small that they are the letters of a name as well: «С-300».
fn is_small(kind: Kind) -> bool {
    matches!(kind, Kind::From | Kind::And | Kind::To | Kind::Year | Kind::Filler)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kinds(text: &str) -> Vec<Kind> {
        tokens(text).into_iter().map(|token| token.kind).collect()
    }

    fn numbers(text: &str) -> Vec<(Kind, &str)> {
        let digits = |token: &Token| {
            matches!(token.kind, Kind::Number | Kind::Decimal | Kind::Malformed | Kind::LongDate | Kind::ShortDate)
        };
        tokens(text).into_iter().filter(digits).map(|token| (token.kind, &text[token.start()..token.end()])).collect()
    }

    #[test]
    fn a_line_is_a_label_a_dash_and_figures() {
        use Kind::{Close, Dash, Line, Number, Open, Plus};
        let [category, rest @ ..] = &kinds("Танки\u{a0}— 3665\u{a0}(+4)\r\n")[..] else { panic!("tokens") };
        assert!(matches!(category, Kind::Category { number: 2, .. }));
        assert_eq!(rest, [Dash, Number, Open, Plus, Number, Close, Line]);
    }

    #[test]
    fn numbers_are_read_with_their_groups() {
        for (text, expected) in [
            ("183 750 (", &[(Kind::Number, "183 750")][..]),
            ("183\u{a0}750", &[(Kind::Number, "183\u{a0}750")]),
            ("183\u{2009}750", &[(Kind::Number, "183\u{2009}750")]),
            ("1\u{202f}020\u{202f}010", &[(Kind::Number, "1\u{202f}020\u{202f}010")]),
            ("183,750.", &[(Kind::Number, "183,750")]),
            ("183.750, ", &[(Kind::Number, "183.750")]),
            ("1,020.010 troops", &[(Kind::Malformed, "1,020.010")]),
            ("110,00", &[(Kind::Decimal, "110,00")]),
            ("24,7 тисяч", &[(Kind::Decimal, "24,7")]),
            ("2022 500", &[(Kind::Number, "2022"), (Kind::Number, "500")]),
            ("12 34", &[(Kind::Number, "12"), (Kind::Number, "34")]),
            ("24.02.22 19.04", &[(Kind::LongDate, "24.02.22"), (Kind::ShortDate, "19.04")]),
            ("2023-04-19", &[(Kind::LongDate, "2023-04-19")]),
            ("3000-3500", &[(Kind::Number, "3000"), (Kind::Number, "3500")]),
            ("18 од", &[(Kind::Number, "18")]),
            ("18од", &[(Kind::Number, "18")]),
            ("3665, 7110", &[(Kind::Number, "3665"), (Kind::Number, "7110")]),
        ] {
            assert_eq!(numbers(text), expected, "{text}");
        }
    }

    #[test]
    fn names_times_shares_and_ordinals_are_no_numbers() {
        for text in ["Т-62", "Су-34", "T72", "90%", "09:25", "420th", "790-ї", "155-mm", "С-300"] {
            assert_eq!(numbers(text), [], "{text}");
        }
    }

    #[test]
    fn nothing_is_walked_twice() {
        for sign in ["1", "1 ", "(", "-", "— ", "+", "\n", "|", "танк ", "😀", "\u{301}", "1.", "1,", "24.", "'"]
        {
            let text = sign.repeat(50_000);
            assert!(tokens(&text).len() <= text.len());
        }
    }
}
