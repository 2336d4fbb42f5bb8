//! The shape of digits and the marks between them: groups, decimals, or neither.

use crate::{Figure, Language};

/// What digits say, with the byte behind them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Digits {
    pub end: usize,
    pub reading: Reading,
}

/// One reading of digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reading {
    /// Digits and group marks, or digits and a decimal mark, beyond doubt.
    Plain(Figure),
    /// One mark with three digits behind: a group in this language, a decimal before a scale.
    GroupOrDecimal { grouped: Figure, decimal: Figure },
    /// One dot with three digits behind in English: a decimal before a scale, else nobody knows.
    DecimalOrUnknown { grouped: Figure, decimal: Figure },
    /// Not a number in this language.
    Malformed,
    /// A version, an address, a numbered paragraph: "192.168.0.1".
    NoCount,
}

/// Reads the digits that begin at a byte, with the marks between them.
pub(super) fn digits(text: &str, start: usize, language: Language) -> Digits {
    let bytes = text.as_bytes();
    let end = run(bytes, start);
    // Most digits stand alone.
    if !matches!(bytes.get(end), Some(b' ' | b'\'' | b',' | b'.' | 0xc2 | 0xe2)) {
        let figure = Figure::from_digits(bytes[start..end].iter().copied(), std::iter::empty());
        return Digits { end, reading: figure.map_or(Reading::Malformed, Reading::Plain) };
    }
    let chain = Chain::read(text, start);
    Digits { end: chain.end, reading: chain.reading(text.as_bytes(), language) }
}

/// Groups of digits with the marks between them. Groups split by spaces or apostrophes have three digits each.
struct Chain {
    end: usize,
    /// The digits before the first comma or dot: runs of bytes.
    head: (usize, usize),
    head_groups: usize,
    first_length: usize,
    /// The groups behind a comma or a dot, with the mark; only the first four and the last are kept.
    tail: Vec<(u8, usize, usize)>,
    tail_length: usize,
}

/// More groups behind commas or dots than this are no number.
const MOST_GROUPS: usize = 8;

impl Chain {
    fn read(text: &str, start: usize) -> Chain {
        let bytes = text.as_bytes();
        let mut end = run(bytes, start);
        let first_length = end - start;
        let mut chain =
            Chain { end, head: (start, end), head_groups: 0, first_length, tail: Vec::new(), tail_length: 0 };
        if first_length <= 3 && (bytes[start] != b'0') {
            while let Some(next) = spaced_group(text, end) {
                end = next;
                chain.head_groups += 1;
            }
        }
        chain.head = (start, end);
        while let Some(mark @ (b',' | b'.')) = bytes.get(end) {
            let next = run(bytes, end + 1);
            if next == end + 1 {
                break;
            }
            chain.tail_length += 1;
            if chain.tail.len() < MOST_GROUPS {
                chain.tail.push((*mark, end + 1, next));
            }
            end = next;
        }
        chain.end = end;
        chain
    }

    fn reading(&self, bytes: &[u8], language: Language) -> Reading {
        let plain = |figure: Option<Figure>| figure.map_or(Reading::Malformed, Reading::Plain);
        let whole = |end: usize| bytes[self.head.0..end].iter().copied().filter(u8::is_ascii_digit);
        let nothing = || std::iter::empty::<u8>();
        let groups_may_begin = self.first_length <= 3 && bytes[self.head.0] != b'0' && self.head_groups == 0;
        let [first, .., last] = &self.tail[..] else {
            let Some((mark, start, end)) = self.tail.first() else {
                return plain(Figure::from_digits(whole(self.head.1), nothing()));
            };
            let decimal = Figure::from_digits(whole(self.head.1), bytes[*start..*end].iter().copied());
            let grouped = Figure::from_digits(whole(*end), nothing());
            if end - start == 3 && self.head_groups > 0 {
                return Reading::Malformed;
            }
            let (true, Some(grouped), Some(exact)) = (end - start == 3 && groups_may_begin, grouped, decimal) else {
                let foreign = language == Language::English && *mark == b',';
                return if foreign { Reading::Malformed } else { plain(decimal) };
            };
            return match (language, mark) {
                (Language::English, b',') => Reading::Plain(grouped),
                (Language::English, _) => Reading::DecimalOrUnknown { grouped, decimal: exact },
                _ => Reading::GroupOrDecimal { grouped, decimal: exact },
            };
        };
        let threes = |groups: &[(u8, usize, usize)], mark: u8| {
            groups.iter().all(|(own, start, end)| *own == mark && end - start == 3)
        };
        if self.tail_length > MOST_GROUPS {
            return Reading::NoCount;
        }
        if groups_may_begin && threes(&self.tail, first.0) {
            return plain(Figure::from_digits(whole(last.2), nothing()));
        }
        let before_last = &self.tail[..self.tail.len() - 1];
        let decimals_end_it =
            groups_may_begin && threes(before_last, first.0) && last.0 != first.0 && last.2 - last.1 != 3;
        if decimals_end_it && (first.0 == b',' || language != Language::English) {
            let decimals = bytes[last.1..last.2].iter().copied();
            return plain(Figure::from_digits(whole(last.1), decimals));
        }
        let dots_only = self.tail.iter().all(|(mark, ..)| *mark == b'.');
        let parts =
            self.tail.len() >= 3 || self.tail.iter().all(|(_, start, end)| end - start != 3 || bytes[*start] == b'0');
        if dots_only && parts { Reading::NoCount } else { Reading::Malformed }
    }
}

/// The end of a run of digits.
fn run(bytes: &[u8], start: usize) -> usize {
    start + bytes.get(start..).unwrap_or_default().iter().take_while(|byte| byte.is_ascii_digit()).count()
}

/// The end of three digits behind a space of any width or an apostrophe, where no fourth follows.
fn spaced_group(text: &str, place: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let mark = match bytes.get(place)? {
        b' ' | b'\'' => 1,
        0xc2 if bytes.get(place + 1) == Some(&0xa0) => 2,
        // U+2005 to U+200A, U+2019, U+202F.
        0xe2 if bytes.get(place + 1) == Some(&0x80) && matches!(bytes.get(place + 2)?, 0x85..=0x8a | 0x99 | 0xaf) => 3,
        _ => return None,
    };
    let start = place + mark;
    let group = bytes.get(start..start + 3)?;
    let ends = !bytes.get(start + 3).is_some_and(u8::is_ascii_digit);
    (group.iter().all(u8::is_ascii_digit) && ends).then_some(start + 3)
}

#[cfg(test)]
mod tests {
    use super::*;
    use Language::{English, Russian, Ukrainian};

    fn plain(text: &str, language: Language) -> Option<String> {
        let read = digits(text, 0, language);
        match read.reading {
            Reading::Plain(figure) if read.end == text.len() => Some(figure.to_string()),
            Reading::GroupOrDecimal { grouped, .. } => Some(grouped.to_string()),
            _ => None,
        }
    }

    #[test]
    fn groups_and_decimals_follow_language_and_shape() {
        for (text, language, expected) in [
            ("186 420", Ukrainian, "186420"),
            ("186\u{a0}420", Russian, "186420"),
            ("186\u{202f}420", English, "186420"),
            ("186\u{2009}420", English, "186420"),
            ("186,420", English, "186420"),
            ("186,420", Ukrainian, "186420"),
            ("186.420", Ukrainian, "186420"),
            ("186'420", English, "186420"),
            ("186\u{2019}420", Ukrainian, "186420"),
            ("1 020 010", English, "1020010"),
            ("1,020,010", Russian, "1020010"),
            ("1.020.010", English, "1020010"),
            ("29,2", Ukrainian, "29.2"),
            ("21.6", English, "21.6"),
            ("1,234.56", English, "1234.56"),
            ("1.234,56", Russian, "1234.56"),
            ("1 234,5", Ukrainian, "1234.5"),
            ("1351", English, "1351"),
            ("0,125", Ukrainian, "0.125"),
            ("3745", Russian, "3745"),
        ] {
            assert_eq!(plain(text, language).as_deref(), Some(expected), "{text}");
        }
    }

    #[test]
    fn what_no_reader_could_tell_is_malformed() {
        for (text, language) in [
            ("110,00", English),
            ("1,020.010", English),
            ("29,2", English),
            ("1.234,56", English),
            ("12,34,567", English),
            ("1 020.010", Ukrainian),
            ("99999999999999999999999", Ukrainian),
            ("0.12345678", English),
        ] {
            assert_eq!(digits(text, 0, language).reading, Reading::Malformed, "{text}");
        }
    }

    #[test]
    fn spaces_join_only_groups_of_three() {
        assert_eq!(digits("2022 500", 0, Ukrainian).end, 4);
        assert_eq!(digits("12 3456", 0, Ukrainian).end, 2);
        assert_eq!(digits("12 34", 0, Ukrainian).end, 2);
        assert_eq!(digits("192.168.0.1", 0, English).reading, Reading::NoCount);
    }
}
