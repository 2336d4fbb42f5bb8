//! Which letters do the bytes of a saved text stand for?

use chardetng::EncodingDetector;
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1251};
use std::borrow::Cow;

/// A text out of bytes, and how it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decoded<'a> {
    /// The text, without a byte order mark.
    pub text: Cow<'a, str>,
    /// The name of the encoding: `UTF-8`, `UTF-16LE`, `UTF-16BE` or `windows-1251`.
    pub encoding: &'static str,
    /// The first byte that stands for no letter, by its place in the text, where it reads U+FFFD.
    pub damaged: Option<usize>,
}

/// An encoding that is not read, or bytes that are no text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Undecodable {
    /// What the bytes seem to be, a lower-case fragment: `it seems to be in KOI8-U`.
    pub message: String,
    /// The way out.
    pub help: String,
}

/// Reads bytes as UTF-8, UTF-16 or Windows-1251.
///
/// A byte order mark decides; else bytes that are UTF-8 but for a few are UTF-8; else every second byte of UTF-16 tells
/// it, and the frequencies of letters tell Windows-1251.
///
/// # Errors
/// When the bytes are in another encoding, which is named, or no text at all.
pub fn decode(bytes: &[u8]) -> Result<Decoded<'_>, Undecodable> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return Ok(read(encoding, &bytes[mark..]));
    }
    let head = &bytes[..bytes.len().min(HEAD)];
    if let Some(encoding) = utf16(head) {
        return Ok(read(encoding, bytes));
    }
    if head.contains(&0) {
        return Err(Undecodable {
            message: "it holds zero bytes, so it is no text".into(),
            help: "save the page or the document as text, in UTF-8".into(),
        });
    }
    if is_utf8_but_for_a_few(bytes) {
        return Ok(read(UTF_8, bytes));
    }
    let mut detector = EncodingDetector::new();
    detector.feed(bytes, true);
    // Of the Cyrillic encodings, which short texts do not tell apart, Ukrainian sites use Windows-1251.
    let encoding = detector.guess(Some(b"ua"), false);
    let decoded = read(encoding, bytes);
    if encoding == WINDOWS_1251 && decoded.damaged.is_none() {
        return Ok(decoded);
    }
    Err(Undecodable {
        message: format!("it seems to be in {}, which is not read", encoding.name()),
        help: "save it as UTF-8; UTF-16 and Windows-1251 are read as well".into(),
    })
}

/// Whether the beginning of a text tells UTF-8, so that the rest can be read as it comes.
pub(crate) fn begins_as_utf8(beginning: &[u8]) -> bool {
    if let Some((encoding, _)) = Encoding::for_bom(beginning) {
        return encoding == UTF_8;
    }
    let head = &beginning[..beginning.len().min(HEAD)];
    let zeros = head.iter().filter(|&&byte| byte == 0).count();
    zeros * 4 <= head.len() && utf16(head).is_none() && is_utf8_but_for_a_few(without_cut_letter(beginning))
}

/// A text without the letter that it ends within.
fn without_cut_letter(bytes: &[u8]) -> &[u8] {
    let end = bytes.utf8_chunks().last().map_or(0, |last| last.invalid().len());
    let (sound, end) = bytes.split_at(bytes.len() - end);
    match std::str::from_utf8(end) {
        Err(error) if error.error_len().is_none() => sound,
        _ => bytes,
    }
}

/// How much of a text tells UTF-16.
const HEAD: usize = 4096;

fn read<'a>(encoding: &'static Encoding, bytes: &'a [u8]) -> Decoded<'a> {
    let (text, damaged) = encoding.decode_without_bom_handling(bytes);
    let damaged = damaged.then(|| text.find('\u{fffd}')).flatten();
    Decoded { text, encoding: encoding.name(), damaged }
}

/// UTF-16 without a mark: digits, spaces and line ends have a zero byte, Cyrillic letters a four, on one side.
fn utf16(head: &[u8]) -> Option<&'static Encoding> {
    let on = |side: usize| head.iter().skip(side).step_by(2).filter(|&&byte| byte == 0 || byte == 4).count();
    let letters = head.len() / 2;
    let zeros = head.iter().filter(|&&byte| byte == 0).count();
    if letters == 0 || zeros * 20 < letters {
        return None;
    }
    match (on(0) * 10 >= letters * 9, on(1) * 10 >= letters * 9) {
        (true, false) => Some(UTF_16BE),
        (false, true) => Some(UTF_16LE),
        _ => None,
    }
}

/// Whether broken bytes are the exception among letters of several bytes: a text cut off, or one letter lost.
fn is_utf8_but_for_a_few(bytes: &[u8]) -> bool {
    let (mut sound, mut broken) = (0_usize, 0_usize);
    for piece in bytes.utf8_chunks() {
        sound += piece.valid().bytes().filter(|byte| *byte >= 0xC0).count();
        broken += usize::from(!piece.invalid().is_empty());
    }
    broken == 0 || sound > broken * 8
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "Загальні бойові втрати противника: танків ‒ 3660 (+5), літаків – 308.";

    #[test]
    fn the_encodings_of_the_trade_are_read() {
        let sixteen = |bytes: fn(u16) -> [u8; 2]| TEXT.encode_utf16().flat_map(bytes).collect::<Vec<u8>>();
        let (cyrillic, _, _) =
            WINDOWS_1251.encode("Загальні бойові втрати противника з 24.02 по 19.04: танків – 3660.");
        let marked = [b"\xff\xfe".as_slice(), &sixteen(u16::to_le_bytes)].concat();
        for (bytes, encoding) in [
            (TEXT.as_bytes().to_vec(), "UTF-8"),
            ([b"\xef\xbb\xbf", TEXT.as_bytes()].concat(), "UTF-8"),
            (sixteen(u16::to_le_bytes), "UTF-16LE"),
            (sixteen(u16::to_be_bytes), "UTF-16BE"),
            (marked, "UTF-16LE"),
            (cyrillic.into_owned(), "windows-1251"),
            (b"tanks - 3660".to_vec(), "UTF-8"),
            (Vec::new(), "UTF-8"),
        ] {
            let decoded = decode(&bytes).expect("it can be read");
            assert_eq!((decoded.encoding, decoded.damaged), (encoding, None));
            if decoded.text.starts_with('З') {
                assert!(decoded.text.contains("3660") && !decoded.text.contains('\u{feff}'), "{}", decoded.text);
            }
        }
    }

    #[test]
    fn other_encodings_are_refused_by_name() {
        let koi: Vec<u8> = b"\xfa\xc1\xc7\xc1\xcc\xd8\xce\xa6 \xc2\xcf\xca\xcf\xd7\xa6 \xd7\xd4\xd2\xc1\xd4\xc9 \xd0\xd2\xcf\xd4\xc9\xd7\xce\xc9\xcb\xc1, \xd4\xc1\xce\xcb\xa6\xd7".repeat(4);
        let refused = decode(&koi).expect_err("it is in KOI8-U");
        assert!(refused.message.contains("KOI8-U"), "{}", refused.message);
        assert!(decode(b"PK\x03\x04\x00\x00\x00\x00 docx").expect_err("no text").message.contains("zero bytes"));
        let shift_jis = b"\x83\x8d\x83\x56\x83\x41\x8c\x52\x82\xcc\x91\xb9\x8e\xb8".repeat(8);
        assert!(decode(&shift_jis).expect_err("Japanese").message.contains("Shift_JIS"));
    }

    #[test]
    fn a_beginning_tells_utf8() {
        let windows = WINDOWS_1251.encode("дата;танків\n19.04.2023;3660").0.into_owned();
        let sixteen: Vec<u8> = "day,tanks\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
        for (bytes, expected) in [
            (b"day,tanks\n2023-04-19,3660".as_slice(), true),
            (b"\xef\xbb\xbfday", true),
            (b"", true),
            (b"day\0,tanks\n", true),
            // The only letter of two bytes is cut off.
            (b"day,\xd1", true),
            (b"\xff\xfed\0", false),
            (&sixteen, false),
            (&windows, false),
            (b"\0\0\0\x01\0\0", false),
        ] {
            assert_eq!(begins_as_utf8(bytes), expected, "{bytes:?}");
        }
    }

    #[test]
    fn a_text_cut_in_the_middle_of_a_letter_is_still_utf8() {
        let cut = &TEXT.as_bytes()[..=TEXT.rfind('в').expect("it is there")];
        let decoded = decode(cut).expect("it can be read");
        assert_eq!(decoded.encoding, "UTF-8");
        assert_eq!(decoded.damaged.map(|at| &decoded.text[at..]), Some("\u{fffd}"));
    }
}
