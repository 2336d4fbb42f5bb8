//! Where something stands in a text: in bytes while it is read, in code points when it is quoted.

/// A stretch of a text, in bytes; both ends lie on character boundaries.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The first byte.
    pub start: usize,
    /// The byte after the last.
    pub end: usize,
}

impl Span {
    /// The stretch from one byte up to another.
    pub const fn new(start: usize, end: usize) -> Span {
        Span { start, end }
    }

    /// The words that stand there.
    ///
    /// # Panics
    /// When the span was taken from another text.
    pub fn of(self, text: &str) -> &str {
        &text[self.start..self.end]
    }

    /// Whether every byte of the other lies in this one.
    pub const fn holds(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two share a byte.
    pub const fn meets(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }
}

/// Something that was found in a text, with its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Found<T> {
    /// Where it stands.
    pub span: Span,
    /// What it is.
    pub what: T,
}

/// How far apart the landmarks of [`CodePoints`] lie, in bytes.
const STRIDE: usize = 64;

/// The way from bytes of a text to its code points and back.
///
/// Built once, in one pass; then each question costs a step of at most 64 bytes.
///
/// ```
/// use gainsay_text::{CodePoints, Span};
/// let text = "Втрати: 120";
/// let code_points = CodePoints::new(text);
/// assert_eq!(code_points.span(Span::new(14, 17)), Span::new(8, 11));
/// ```
#[derive(Clone, Debug)]
pub struct CodePoints<'a> {
    text: &'a str,
    /// The number of code points that begin before each multiple of [`STRIDE`].
    landmarks: Vec<usize>,
}

impl<'a> CodePoints<'a> {
    /// The places of a text.
    pub fn new(text: &'a str) -> CodePoints<'a> {
        let mut landmarks = Vec::with_capacity(text.len() / STRIDE + 1);
        let mut before = 0;
        for stretch in text.as_bytes().chunks(STRIDE) {
            landmarks.push(before);
            before += beginnings(stretch);
        }
        landmarks.push(before);
        CodePoints { text, landmarks }
    }

    /// How many code points stand before a byte; a byte behind the end counts as the end.
    pub fn position(&self, byte: usize) -> usize {
        let byte = byte.min(self.text.len());
        let landmark = byte / STRIDE;
        let stretch = &self.text.as_bytes()[landmark * STRIDE..byte];
        self.landmarks.get(landmark).copied().unwrap_or_default() + beginnings(stretch)
    }

    /// The byte at which a code point begins; the end of the text for one behind it.
    pub fn byte(&self, position: usize) -> usize {
        let landmark = self.landmarks.partition_point(|before| *before <= position).saturating_sub(1);
        let mut left = position - self.landmarks.get(landmark).copied().unwrap_or_default().min(position);
        let start = (landmark * STRIDE).min(self.text.len());
        for (offset, byte) in self.text.as_bytes()[start..].iter().enumerate() {
            if begins(*byte) {
                if left == 0 {
                    return start + offset;
                }
                left -= 1;
            }
        }
        self.text.len()
    }

    /// A span in bytes as a span in code points.
    pub fn span(&self, bytes: Span) -> Span {
        Span::new(self.position(bytes.start), self.position(bytes.end))
    }
}

/// Whether a byte is the first of its character.
const fn begins(byte: u8) -> bool {
    byte & 0b1100_0000 != 0b1000_0000
}

fn beginnings(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| begins(**byte)).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_byte_and_every_code_point_is_found() {
        let text = "Втрати: 183 750 осіб — «ab» 😀 ".repeat(9);
        let code_points = CodePoints::new(&text);
        for (position, (byte, _)) in text.char_indices().enumerate() {
            assert_eq!(code_points.position(byte), position);
            assert_eq!(code_points.byte(position), byte);
        }
        assert_eq!(code_points.position(text.len()), text.chars().count());
        assert_eq!(code_points.byte(text.chars().count() + 5), text.len());
        assert_eq!(CodePoints::new("").position(3), 0);
        assert_eq!(CodePoints::new("").byte(3), 0);
    }
}
