//! The bytes of a table, which are read more than once, as UTF-8.

use super::complaint::Again;
use super::import::ImportError;
use super::layout::{HEAD, Layout, layout};
use crate::encoding::{Undecodable, begins_as_utf8, decode};
use crate::input::Input;
use crate::walk::reason;
use gainsay_claim::{Problem, Severity, SourceFile};
use std::borrow::Cow;
use std::fs::File;
use std::io::{self, Cursor, Read};
use std::path::Path;

/// A table that can be read.
pub(super) struct Table<'a> {
    pub(super) name: String,
    content: Content<'a>,
    /// The length of the content in bytes.
    pub(super) all: u64,
    pub(super) layout: Layout,
    /// The encoding that the content was decoded from, and its first byte that stands for no letter.
    damaged: Option<(&'static str, usize)>,
}

enum Content<'a> {
    /// In UTF-8.
    File(&'a Path),
    Bytes(Cow<'a, [u8]>),
}

impl<'a> Table<'a> {
    /// Finds a table and looks at its beginning. What is in UTF-8 is read later on; all else is decoded whole.
    ///
    /// # Errors
    /// When there is no table, or none in text.
    pub(super) fn open(input: &'a Input) -> Result<Table<'a>, ImportError> {
        let (name, content, all) = find(input)?;
        let mut table = Table { name, content, all, layout: Layout::Lines, damaged: None };
        let mut head = table.head()?;
        if table.is_other_than_utf8(&head)? {
            table.decode()?;
            head = table.head()?;
        }
        if head.trim_ascii().is_empty() {
            return Err(table.empty());
        }
        table.layout = layout(&table.name, &head);
        Ok(table)
    }

    pub(super) fn read(&self) -> io::Result<Box<dyn Read + Send + '_>> {
        Ok(match &self.content {
            Content::File(path) => Box::new(File::open(path)?),
            Content::Bytes(bytes) => Box::new(&bytes[..]),
        })
    }

    pub(super) fn again(&self) -> io::Result<Box<dyn Again + '_>> {
        Ok(match &self.content {
            Content::File(path) => Box::new(File::open(path)?),
            Content::Bytes(bytes) => Box::new(Cursor::new(&bytes[..])),
        })
    }

    pub(super) fn unreadable(&self, error: &io::Error) -> ImportError {
        ImportError::Told(format!(
            "cannot read the table `{}`: {}; mend the file or its permissions",
            self.name,
            reason(error)
        ))
    }

    pub(super) fn empty(&self) -> ImportError {
        ImportError::Told(format!("the table `{}` is empty; look whether the whole file has arrived", self.name))
    }

    /// A head, or an empty array, and nothing else.
    pub(super) fn no_rows(&self) -> Problem {
        let message = "there are no rows in this table";
        let problem = Problem::of_file(&self.name, message, "look whether the whole file has arrived");
        Problem { severity: Severity::Warning, ..problem }
    }

    /// The letter that was lost first in decoding.
    pub(super) fn damaged(&self) -> Option<Problem> {
        let (encoding, at) = self.damaged?;
        let Content::Bytes(bytes) = &self.content else { return None };
        let text = std::str::from_utf8(bytes).ok()?;
        Some(SourceFile { path: &self.name, first_line: 1, text }.problem(
            at..at + '\u{fffd}'.len_utf8(),
            format!("a letter is broken here, so the table may be cut off or damaged ({encoding})"),
            "look whether the whole file has arrived, or save it as UTF-8; the rest of it is read",
        ))
    }

    fn head(&self) -> Result<Vec<u8>, ImportError> {
        let mut head = Vec::new();
        self.read()
            .and_then(|reader| reader.take(HEAD).read_to_end(&mut head))
            .map_err(|error| self.unreadable(&error))?;
        Ok(head)
    }

    fn is_other_than_utf8(&self, head: &[u8]) -> Result<bool, ImportError> {
        let workbook = |what: &str| {
            Err(ImportError::Told(format!("`{}` is {what}, not a table in text; save it as CSV (UTF-8)", self.name)))
        };
        match head {
            [b'P', b'K', 3, 4, ..] => workbook("a workbook"),
            [0xd0, 0xcf, 0x11, 0xe0, ..] => workbook("an old workbook"),
            _ => Ok(!begins_as_utf8(head)),
        }
    }

    fn decode(&mut self) -> Result<(), ImportError> {
        let bytes = match &mut self.content {
            Content::File(path) => Cow::Owned(std::fs::read(path).map_err(|error| self.unreadable(&error))?),
            Content::Bytes(bytes) => std::mem::take(bytes),
        };
        let decoded = decode(&bytes).map_err(|Undecodable { message, .. }| {
            let help = "save it as CSV in UTF-8; UTF-16 and Windows-1251 are read as well";
            ImportError::Told(format!("cannot read the table `{}`: {message}; {help}", self.name))
        })?;
        self.damaged = decoded.damaged.map(|at| (decoded.encoding, at));
        let text = decoded.text.into_owned().into_bytes();
        self.all = text.len() as u64;
        self.content = Content::Bytes(Cow::Owned(text));
        Ok(())
    }
}

fn find(input: &Input) -> Result<(String, Content<'_>, u64), ImportError> {
    let path = match input {
        Input::Stdin(bytes) => return Ok(("-".to_owned(), Content::Bytes(Cow::Borrowed(bytes)), bytes.len() as u64)),
        Input::Path(path) => path,
    };
    let name = path.display().to_string();
    let told = |error: io::Error| {
        ImportError::Told(format!(
            "cannot read the table `{name}`: {}; name a CSV, JSON or NDJSON file, or `-` for standard input",
            reason(&error)
        ))
    };
    let facts = path.metadata().map_err(told)?;
    if facts.is_dir() {
        return Err(ImportError::Told(format!("`{name}` is a folder; name a CSV, JSON or NDJSON file in it")));
    }
    if facts.is_file() {
        return Ok((name, Content::File(path), facts.len()));
    }
    // A pipe gives its bytes once.
    let bytes = std::fs::read(path).map_err(told)?;
    let all = bytes.len() as u64;
    Ok((name, Content::Bytes(Cow::Owned(bytes)), all))
}
