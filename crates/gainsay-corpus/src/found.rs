//! A file that was found, and what can be told of it before it is read.

use gainsay_claim::read::{CLAIMS_FORMAT, Layout, VOCABULARY_FORMAT};
use serde::Deserialize;
use std::borrow::Cow;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::{Path, PathBuf};

/// What a file's name ends in, for vocabulary and settings.
pub(crate) const VOCABULARY: &str = "vocabulary.json";
pub(crate) const SETTINGS: &str = "gainsay.toml";

/// A file of the corpus.
#[derive(Clone, Debug)]
pub(crate) struct Found<'a> {
    /// As it was given on the command line, with `/` between folders.
    pub(crate) name: String,
    pub(crate) content: Content<'a>,
    pub(crate) layout: Layout,
}

/// Where its bytes are.
#[derive(Clone, Debug)]
pub(crate) enum Content<'a> {
    File(PathBuf),
    /// What can be read only once: standard input, a pipe.
    Bytes(Cow<'a, [u8]>),
}

impl Content<'_> {
    pub(crate) fn read(&self) -> io::Result<Cow<'_, [u8]>> {
        Ok(match self {
            Content::File(path) => Cow::Owned(std::fs::read(path)?),
            Content::Bytes(bytes) => Cow::Borrowed(&bytes[..]),
        })
    }
}

impl<'a> Found<'a> {
    pub(crate) fn stdin(bytes: &'a [u8]) -> Found<'a> {
        Found { name: "-".into(), layout: layout_of_content(bytes), content: Content::Bytes(Cow::Borrowed(bytes)) }
    }

    /// A file that cannot be read again.
    pub(crate) fn spent(name: &str) -> Found<'static> {
        let layout = layout_of_name(Path::new(name)).unwrap_or(Layout::Document);
        Found { name: name.to_owned(), layout, content: Content::Bytes(Cow::Borrowed(b"")) }
    }

    /// A file that was named, not come across: its content decides where the name does not.
    pub(crate) fn named(name: String, path: &Path) -> io::Result<Found<'static>> {
        if !path.metadata()?.is_file() {
            let bytes = std::fs::read(path)?;
            let layout = layout_of_name(path).unwrap_or_else(|| layout_of_content(&bytes));
            return Ok(Found { name, layout, content: Content::Bytes(Cow::Owned(bytes)) });
        }
        let layout = match layout_of_name(path) {
            Some(layout) => layout,
            None => {
                let mut head = Vec::new();
                File::open(path)?.take(1 << 20).read_to_end(&mut head)?;
                layout_of_content(&head)
            }
        };
        Ok(Found { name, layout, content: Content::File(path.to_owned()) })
    }

    pub(crate) fn open(&self) -> io::Result<Box<dyn Read + Send + '_>> {
        Ok(match &self.content {
            Content::File(path) => Box::new(File::open(path)?),
            Content::Bytes(bytes) => Box::new(&bytes[..]),
        })
    }

    /// All its bytes, without a byte order mark.
    pub(crate) fn bytes(&self) -> io::Result<Cow<'_, [u8]>> {
        Ok(match self.content.read()? {
            Cow::Owned(mut bytes) => {
                bytes.drain(..without_mark(&bytes));
                Cow::Owned(bytes)
            }
            Cow::Borrowed(bytes) => Cow::Borrowed(&bytes[without_mark(bytes)..]),
        })
    }
}

/// The length of the UTF-8 byte order mark at the start, zero where there is none.
pub(crate) fn without_mark(bytes: &[u8]) -> usize {
    if bytes.starts_with(b"\xef\xbb\xbf") { 3 } else { 0 }
}

/// Shows lines of a file, by their numbers in rising order.
pub(crate) fn visit_lines(found: &Found<'_>, wanted: &[u32], mut visit: impl FnMut(u32, &[u8])) -> io::Result<()> {
    let mut reader = BufReader::with_capacity(1 << 18, found.open()?);
    let mut line = 1;
    let mut text = Vec::new();
    for &number in wanted {
        while line < number {
            if reader.skip_until(b'\n')? == 0 {
                return Ok(());
            }
            line += 1;
        }
        text.clear();
        reader.read_until(b'\n', &mut text)?;
        let start = if line == 1 { without_mark(&text) } else { 0 };
        visit(number, text[start..].strip_suffix(b"\n").unwrap_or(&text[start..]));
        line += 1;
    }
    Ok(())
}

/// Whether a file is a document by its name: a text or a page.
pub(crate) fn is_text_by_name(path: &Path) -> bool {
    let ending = path.extension().and_then(|ending| ending.to_str()).map(str::to_ascii_lowercase);
    matches!(ending.as_deref(), Some("txt" | "html" | "htm" | "xhtml" | "md"))
}

/// Whether a file tells about the folder it lies in, rather than being one of its documents.
pub(crate) fn is_about_the_folder(path: &Path) -> bool {
    let name = path.file_stem().and_then(|name| name.to_str()).unwrap_or_default().to_ascii_lowercase();
    ["readme", "license", "licence", "contributing", "changelog"].iter().any(|word| name.starts_with(word))
}

pub(crate) fn layout_of_name(path: &Path) -> Option<Layout> {
    if path.file_name()? == VOCABULARY {
        return Some(Layout::Vocabulary);
    }
    let ending = path.extension()?.to_str()?.to_ascii_lowercase();
    match &*ending {
        "json" => Some(Layout::Document),
        "ndjson" | "jsonl" => Some(Layout::Lines),
        _ => None,
    }
}

#[derive(Deserialize)]
struct Peek {
    format: Option<String>,
}

/// Lines where the first line is an object by itself and not the only one, or an only one without a
/// format; else what the format says, a document where there is none.
pub(crate) fn layout_of_content(bytes: &[u8]) -> Layout {
    let bytes = &bytes[without_mark(bytes)..];
    let mut lines = bytes.split(|&byte| byte == b'\n').map(<[u8]>::trim_ascii).filter(|line| !line.is_empty());
    let Some(first) = lines.next() else { return Layout::Document };
    let closed = first.starts_with(b"{") && first.ends_with(b"}");
    if closed && lines.next().is_some() {
        return Layout::Lines;
    }
    let format = serde_json::from_slice::<Peek>(bytes).ok().map(|peek| peek.format);
    match format {
        Some(Some(format)) if format == VOCABULARY_FORMAT => Layout::Vocabulary,
        Some(Some(format)) if format == CLAIMS_FORMAT => Layout::Document,
        Some(None) if closed => Layout::Lines,
        _ => Layout::Document,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn content_tells_its_layout() {
        for (text, layout) in [
            ("{\n  \"format\": \"gainsay.claims/v1\" }", Layout::Document),
            ("{\"format\": \"gainsay.claims/v1\", \"document\": {\"id\": \"a\"}}\n", Layout::Document),
            ("{\"format\": \"gainsay.vocabulary/v1\",\n \"measures\": []}", Layout::Vocabulary),
            ("\n{\"document\": {\"id\": \"a\"}}\n\n{\"id\": \"b\"}", Layout::Lines),
            ("{\"id\": \"b\", \"document\": \"a\"}", Layout::Lines),
            ("{\"id\": \"b\",, }\n{\"id\": \"c\"}", Layout::Lines),
            ("", Layout::Document),
            ("not JSON", Layout::Document),
        ] {
            assert_eq!(layout_of_content(text.as_bytes()), layout, "{text}");
        }
    }
}
