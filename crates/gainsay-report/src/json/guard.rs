//! JSON on its way to a log: each letter that would act there is escaped, and the JSON says the same.

use crate::inert;
use std::io::{self, Write};

/// Passes JSON on, line by line. What a terminal or a build server would obey can stand in its strings alone,
/// and there an escape means the same letter.
pub struct InertJson<'a> {
    out: &'a mut dyn Write,
    held: Vec<u8>,
}

impl<'a> InertJson<'a> {
    /// A guard before an output.
    pub fn new(out: &'a mut dyn Write) -> InertJson<'a> {
        InertJson { out, held: Vec::new() }
    }

    fn pass(&mut self, end: usize) -> io::Result<()> {
        let text = String::from_utf8_lossy(&self.held[..end]);
        let may_act = !text.is_ascii() || text.contains("::") || text.contains("##") || text.contains('\u{7f}');
        let mut from = 0;
        let letters = text.char_indices().filter(|_| may_act);
        for (at, letter) in letters.filter(|(at, letter)| acts(&text, *at, *letter)) {
            self.out.write_all(&text.as_bytes()[from..at])?;
            for unit in letter.encode_utf16(&mut [0; 2]) {
                write!(self.out, "\\u{unit:04x}")?;
            }
            from = at + letter.len_utf8();
        }
        self.out.write_all(&text.as_bytes()[from..])?;
        self.held.drain(..end);
        Ok(())
    }
}

/// Line ends and tabs lie between the fields; within a string they are escaped already.
fn acts(text: &str, at: usize, letter: char) -> bool {
    match letter {
        '\n' | '\t' | '\r' => false,
        ':' | '#' => text[..at].ends_with(letter) && inert::starts_command(&text[..at], &text[at..]),
        letter => letter.is_control() || inert::is_active(letter),
    }
}

impl Write for InertJson<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let before = self.held.len();
        self.held.extend_from_slice(bytes);
        if let Some(end) = bytes.iter().rposition(|&byte| byte == b'\n') {
            self.pass(before + end + 1)?;
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        // A letter of which only a part has come waits for the rest.
        let end = match std::str::from_utf8(&self.held) {
            Err(error) if error.error_len().is_none() => error.valid_up_to(),
            _ => self.held.len(),
        };
        self.pass(end)?;
        self.out.flush()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_acts_is_escaped_and_the_json_says_the_same() {
        let words = "::error::x ##[error]y ##vso[z] a::b \u{9b}31m \u{7f} \u{202e}12 «Втрати: 120» # ## :: 12::30 👩‍👩‍👧 \\##[c] \\::d";
        let text = format!("{}\n", serde_json::json!({ "::add-mask": [words], "n": 1 }));
        for piece in [1, 7, 4096] {
            let mut out = Vec::new();
            let mut guard = InertJson::new(&mut out);
            for bytes in text.as_bytes().chunks(piece) {
                guard.write_all(bytes).expect("a buffer takes everything");
            }
            guard.flush().expect("a buffer takes everything");
            let shown = String::from_utf8(out).expect("it is UTF-8");
            let read = |text: &str| serde_json::from_str::<serde_json::Value>(text).expect("it is JSON");
            assert_eq!(read(&shown), read(&text));
            for mark in ["::e", "::a", "::b", "::d", "##[", "##vso", "\u{9b}", "\u{7f}", "\u{202e}"] {
                assert!(!shown.contains(mark), "{mark:?} {shown}");
            }
            assert!(shown.contains("«Втрати: 120» # ## :: 12::30 👩‍👩‍👧"), "{shown}");
        }
    }

    #[test]
    fn what_does_not_act_passes_as_it_is() {
        let text = "{\n  \"a\": \"Втрати: 120\"\n}\n";
        let mut out = Vec::new();
        let mut guard = InertJson::new(&mut out);
        guard.write_all(text.as_bytes()).and_then(|()| guard.flush()).expect("a buffer takes everything");
        assert_eq!(out, text.as_bytes());
    }
}
