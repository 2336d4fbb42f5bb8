//! A document as it was saved: text or a page, in whatever letters.

use crate::encoding::{Undecodable, decode};
use crate::input::Input;
use crate::page::{Page, looks_like_html};
use crate::walk::{plain_name, reason};
use gainsay_claim::{Problem, Severity, SourceFile};
use std::fmt::Write;
use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

/// The longest document that is read, in bytes.
pub const LONGEST: u64 = 256 << 20;

/// A saved document that is not claims yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SavedText {
    /// Its name as it was given, `-` for standard input.
    pub name: String,
    /// The SHA-256 of its bytes, in hexadecimal digits.
    pub sha256: String,
    /// The whole file.
    pub file: String,
    /// Its main text, where it is a page.
    pub page: Option<Page>,
    /// What is odd about it, as warnings.
    pub problems: Vec<Problem>,
}

impl SavedText {
    /// Reads a document.
    ///
    /// # Errors
    /// When it is not there, too long, or in letters that are not read: a problem of the file.
    pub fn open(input: &Input) -> Result<SavedText, Box<Problem>> {
        match input {
            Input::Stdin(bytes) => SavedText::of("-", bytes),
            Input::Path(path) => {
                let name = plain_name(path);
                let told = |message: String, help: &str| Box::new(Problem::of_file(&name, message, help));
                let bytes = bounded(path).map_err(|error| {
                    told(format!("cannot read this text: {}", reason(&error)), "name a text or a saved page")
                })?;
                if bytes.len() as u64 > LONGEST {
                    let message = format!("this text is longer than {} megabytes", LONGEST >> 20);
                    return Err(told(message, "split it into the documents that it holds"));
                }
                SavedText::of(&name, &bytes)
            }
        }
    }

    /// Takes the bytes of a document.
    ///
    /// # Errors
    /// When they are in letters that are not read.
    pub fn of(name: &str, bytes: &[u8]) -> Result<SavedText, Box<Problem>> {
        let decoded =
            decode(bytes).map_err(|Undecodable { message, help }| Box::new(Problem::of_file(name, message, help)))?;
        let mut problems = Vec::new();
        if let Some(at) = decoded.damaged {
            let file = SourceFile { path: name, first_line: 1, text: &decoded.text };
            let problem = file.problem(
                at..at + '\u{fffd}'.len_utf8(),
                format!("a letter is broken here, so the text may be cut off or damaged ({})", decoded.encoding),
                "save the document once more; the rest of it is read",
            );
            problems.push(Problem { severity: Severity::Warning, ..problem });
        }
        let file = decoded.text.into_owned();
        let page = is_page(name, &file).then(|| Page::of(&file));
        let words = page.as_ref().map_or(&*file, |page| &page.text);
        if words.trim().is_empty() {
            let (what, help) = match page {
                Some(_) => ("there is no text in this page", "save the page with its text; scripts are not run"),
                None => ("there is no text in this file", "save the document once more, or take it away"),
            };
            problems.push(Problem { severity: Severity::Warning, ..Problem::of_file(name, what, help) });
        }
        Ok(SavedText { name: name.to_owned(), sha256: sha256(bytes), file, page, problems })
    }

    /// What a reader reads: the main text of a page, else the file.
    pub fn words(&self) -> &str {
        self.page.as_ref().map_or(&self.file, |page| &page.text)
    }
}

/// Whether a document is a page: by its name, or by its beginning where the name does not tell.
pub fn is_page(name: &str, text: &str) -> bool {
    let ending = Path::new(name).extension().and_then(|ending| ending.to_str()).unwrap_or_default();
    match &*ending.to_ascii_lowercase() {
        "html" | "htm" | "xhtml" => true,
        "txt" | "md" | "text" | "markdown" => false,
        _ => looks_like_html(text),
    }
}

/// The SHA-256 of bytes, in hexadecimal digits.
pub fn sha256(bytes: &[u8]) -> String {
    hmac_sha256::Hash::hash(bytes).iter().fold(String::with_capacity(64), |mut digits, byte| {
        let _ = write!(digits, "{byte:02x}");
        digits
    })
}

/// The bytes of a file, and one more than the longest where there are more.
fn bounded(path: &Path) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    File::open(path)?.take(LONGEST + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_read_for_its_text_and_a_text_as_it_stands() {
        let page = SavedText::of("a.html", b"<p>5 tanks").expect("it can be read");
        assert_eq!((page.words(), &*page.file), ("5 tanks", "<p>5 tanks"));
        let text = SavedText::of("a.txt", b"<p>5 tanks").expect("it can be read");
        assert_eq!(text.words(), "<p>5 tanks");
        assert_eq!(SavedText::of("-", b"<p>5 tanks").expect("it can be read").words(), "5 tanks");
    }

    #[test]
    fn what_is_empty_or_broken_is_said() {
        let empty = SavedText::of("a.html", b"<script>1</script>").expect("it can be read");
        assert_eq!(empty.problems[0].message, "there is no text in this page");
        let broken =
            SavedText::of("a.txt", "танків – 5\nтанків – 6, ББМ – 7 о".as_bytes().split_last().expect("bytes").1)
                .expect("it can be read");
        assert_eq!((broken.problems[0].line, broken.problems[0].column), (2, 21));
        assert!(SavedText::of("a.doc", b"\xd0\xcf\x11\xe0\0\0").is_err());
    }
}
