//! One import: three threads that hand rows on, from the file to the output.

use super::batch::{Batch, Rows};
use super::complaint::{Again, place};
use super::convert::{Converter, Scratch};
use super::delimited::{self, Delimited, no_column};
use super::layout::{Layout, layout};
use super::line::quoted;
use super::mapping::{Field, Mapping};
use super::name::{Additions, Rest};
use super::objects::{Array, Lines};
use crate::complaint::sort_problems;
use crate::input::Input;
use crate::walk::reason;
use gainsay_claim::vocabulary::Noun;
use gainsay_claim::{Problem, Vocabulary};
use std::borrow::Cow;
use std::fmt;
use std::fs::File;
use std::io::{self, Cursor, Read, Write};
use std::path::Path;
use std::sync::mpsc::{Receiver, SyncSender, channel, sync_channel};
use std::thread;

/// How many batches wait between two threads.
const WAITING: usize = 4;
/// How much is written at once: file systems take a few megabytes far faster than as many kilobytes.
const LINES: usize = 4 << 20;
/// How much of a table tells its layout and its encoding.
const HEAD: u64 = 256 << 10;

/// What is imported.
pub type TableInput = Input;

/// What came of an import.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Imported {
    /// The rows that were read.
    pub rows: u64,
    /// The claims that were written.
    pub claims: u64,
    /// How many entries of the vocabulary were written.
    pub words: usize,
    /// What could not be read, with its place.
    pub problems: Vec<Problem>,
}

/// How far an import is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// The rows behind us.
    pub rows: u64,
    /// The bytes behind us.
    pub bytes: u64,
    /// All bytes of the table.
    pub all: u64,
}

/// Why nothing was imported.
#[derive(Debug)]
pub enum ImportError {
    /// A fragment with the way out.
    Told(String),
    /// The table does not have what the mapping names; the problems stand in the mapping.
    Wrong(Vec<Problem>),
    /// The output cannot be written.
    Write(io::Error),
}

impl fmt::Display for ImportError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ImportError::Told(message) => formatter.write_str(message),
            ImportError::Wrong(problems) => {
                let lines: Vec<String> = problems
                    .iter()
                    .map(|problem| {
                        format!("{}:{}:{}: {}", problem.path, problem.line, problem.column, problem.sentence())
                    })
                    .collect();
                formatter.write_str(&lines.join("\n"))
            }
            ImportError::Write(error) => write!(formatter, "cannot write the claims: {error}"),
        }
    }
}

impl std::error::Error for ImportError {}

/// The bytes of a table, which are read more than once.
struct Table<'a> {
    name: String,
    content: Content<'a>,
    all: u64,
}

enum Content<'a> {
    File(&'a Path),
    Bytes(Cow<'a, [u8]>),
}

impl<'a> Table<'a> {
    fn find(input: &'a Input) -> Result<Table<'a>, ImportError> {
        match input {
            Input::Stdin(bytes) => Ok(Table {
                name: "-".to_owned(),
                content: Content::Bytes(Cow::Borrowed(bytes)),
                all: bytes.len() as u64,
            }),
            Input::Path(path) => {
                let name = path.display().to_string();
                let told = |error: io::Error| {
                    ImportError::Told(format!(
                        "cannot read the table `{name}`: {}; name a CSV, JSON or NDJSON file, or `-` for standard input",
                        reason(&error)
                    ))
                };
                let facts = path.metadata().map_err(told)?;
                if facts.is_dir() {
                    return Err(ImportError::Told(format!(
                        "`{name}` is a folder; name a CSV, JSON or NDJSON file in it"
                    )));
                }
                if facts.is_file() {
                    return Ok(Table { content: Content::File(path), all: facts.len(), name });
                }
                // A pipe gives its bytes once.
                let bytes = std::fs::read(path).map_err(told)?;
                Ok(Table { all: bytes.len() as u64, content: Content::Bytes(Cow::Owned(bytes)), name })
            }
        }
    }

    fn open(&self) -> io::Result<Box<dyn Read + Send + '_>> {
        Ok(match &self.content {
            Content::File(path) => Box::new(File::open(path)?),
            Content::Bytes(bytes) => Box::new(&bytes[..]),
        })
    }

    fn again(&self) -> io::Result<Box<dyn Again + '_>> {
        Ok(match &self.content {
            Content::File(path) => Box::new(File::open(path)?),
            Content::Bytes(bytes) => Box::new(Cursor::new(&bytes[..])),
        })
    }

    fn unreadable(&self, error: &io::Error) -> ImportError {
        ImportError::Told(format!(
            "cannot read the table `{}`: {}; mend the file or its permissions",
            self.name,
            reason(error)
        ))
    }

    fn layout(&self) -> Result<Layout, ImportError> {
        let mut head = Vec::new();
        self.open()
            .and_then(|reader| reader.take(HEAD).read_to_end(&mut head))
            .map_err(|error| self.unreadable(&error))?;
        if head.iter().all(u8::is_ascii_whitespace) {
            return Err(self.empty());
        }
        layout(&self.name, &head).map_err(ImportError::Told)
    }

    fn empty(&self) -> ImportError {
        ImportError::Told(format!("the table `{}` is empty; look whether the whole file has arrived", self.name))
    }
}

/// Imports a table: the document, the words that the mapping adds, then the claims, as NDJSON.
///
/// # Errors
/// When the table cannot be read at all, does not have the columns that the mapping names, or the
/// output cannot be written. What is wrong in single rows stands in [`Imported::problems`].
pub fn import(
    table: &TableInput,
    mapping: &Mapping,
    vocabulary: &Vocabulary,
    out: &mut dyn Write,
    progress: &mut dyn FnMut(Progress),
) -> Result<Imported, ImportError> {
    let table = Table::find(table)?;
    let layout = table.layout()?;
    let additions = match adds_words(mapping) {
        // The words stand before the claims, and only the whole table tells which there are.
        true => pass(&table, layout, mapping, vocabulary, &mut io::sink(), &mut |_| ())?.converter.additions,
        false => Additions::new(),
    };
    out.write_all(head(mapping, &additions).as_bytes()).map_err(ImportError::Write)?;
    let Passed { converter, places, never_seen } = pass(&table, layout, mapping, vocabulary, out, progress)?;
    out.flush().map_err(ImportError::Write)?;

    let columns: Vec<(Box<str>, Option<usize>)> = mapping
        .columns
        .iter()
        .enumerate()
        .map(|(number, column)| (column.name.clone(), places.get(number).copied()))
        .collect();
    let mut problems = match table.again() {
        Ok(mut again) => place(converter.complaints, &table.name, layout, &columns, &mut *again),
        Err(error) => return Err(table.unreadable(&error)),
    };
    if converter.rows > 0 {
        problems
            .extend(never_seen.iter().map(|(column, near)| no_column(&mapping.columns[*column], near.as_deref(), &[])));
    }
    sort_problems(&mut problems);
    Ok(Imported { rows: converter.rows, claims: converter.claims, words: additions.len(), problems })
}

fn adds_words(mapping: &Mapping) -> bool {
    let adds = |field: &Field| matches!(field, Field::Lookup(lookup) if matches!(lookup.rest, Rest::Slug { .. }));
    mapping
        .claims
        .iter()
        .any(|claim| [&claim.source, &claim.measure, &claim.subject].into_iter().chain(&claim.place).any(adds))
}

/// The line of the document, and that of the vocabulary where there is one.
fn head(mapping: &Mapping, additions: &Additions) -> String {
    let fields: Vec<String> =
        mapping.document.iter().map(|(name, text)| format!("\"{name}\":{}", quoted(text))).collect();
    let mut head = format!("{{\"document\":{{{}}}}}\n", fields.join(","));
    if additions.is_empty() {
        return head;
    }
    let lists = Noun::ALL.into_iter().filter_map(|noun| {
        let entries = additions.iter().filter(|((of, _), _)| *of == noun).map(|((_, id), added)| {
            let part_of =
                added.part_of.as_ref().map(|whole| format!(",\"part_of\":[{}]", quoted(whole))).unwrap_or_default();
            format!("{{\"id\":{},\"label\":{}{part_of}}}", quoted(id), quoted(&added.label))
        });
        let entries: Vec<String> = entries.collect();
        (!entries.is_empty()).then(|| format!("\"{}\":[{}]", noun.list(), entries.join(",")))
    });
    let lists: Vec<String> = lists.collect();
    head.push_str(&format!("{{\"vocabulary\":{{{}}}}}\n", lists.join(",")));
    head
}

struct Passed<'a> {
    converter: Converter<'a>,
    /// The places of the columns in CSV.
    places: Vec<usize>,
    never_seen: Vec<(usize, Option<String>)>,
}

/// Lines that are ready, and how far into the table they go.
struct Ready {
    lines: Vec<u8>,
    rows: u64,
    byte: u64,
}

/// Reads the table once.
fn pass<'a>(
    table: &Table<'_>,
    layout: Layout,
    mapping: &'a Mapping,
    vocabulary: &'a Vocabulary,
    out: &mut dyn Write,
    progress: &mut dyn FnMut(Progress),
) -> Result<Passed<'a>, ImportError> {
    let reader = table.open().map_err(|error| table.unreadable(&error))?;
    let mut converter = Converter::new(mapping, vocabulary);
    let mut places = Vec::new();
    let rows: Box<dyn Rows + '_> = match layout {
        Layout::Lines => Box::new(Lines::new(reader, &mapping.columns)),
        Layout::Objects => Box::new(Array::new(reader, &mapping.columns).map_err(|error| table.unreadable(&error))?),
        Layout::Delimited(delimiter) => {
            let head =
                delimited::open(reader, delimiter, &mapping.columns).map_err(|error| table.unreadable(&error))?;
            let head =
                head.map_err(|missing| if missing.is_empty() { table.empty() } else { ImportError::Wrong(missing) })?;
            head.complaints.into_iter().for_each(|complaint| converter.complaints.push(complaint));
            let delimited: Delimited<'_> = head.table;
            places.clone_from(&delimited.places);
            Box::new(delimited)
        }
    };

    let (send_rows, receive_rows) = sync_channel::<Batch>(WAITING);
    let (return_batch, returned_batches) = channel::<Batch>();
    let (send_lines, receive_lines) = sync_channel::<Ready>(1);
    let (return_lines, returned_lines) = channel::<Vec<u8>>();
    thread::scope(|scope| {
        let reading = scope.spawn(move || read_rows(rows, &send_rows, &returned_batches));
        let converting = scope.spawn(move || {
            convert_rows(&mut converter, &receive_rows, &return_batch, &send_lines, &returned_lines);
            converter
        });
        let mut written = Ok(());
        for Ready { lines, rows, byte } in &receive_lines {
            written = out.write_all(&lines);
            if written.is_err() {
                break;
            }
            progress(Progress { rows, bytes: byte, all: table.all });
            // The other side may have ended; then nobody needs the room.
            let _ = return_lines.send(lines);
        }
        // With nobody to receive them, the other threads stop.
        drop(receive_lines);
        let converter = converting.join().expect("converting rows does not panic");
        let never_seen = reading.join().expect("reading rows does not panic").map_err(|error| table.unreadable(&error));
        written.map_err(ImportError::Write)?;
        Ok(Passed { converter, places, never_seen: never_seen? })
    })
}

fn read_rows(
    mut rows: Box<dyn Rows + '_>,
    send: &SyncSender<Batch>,
    returned: &Receiver<Batch>,
) -> io::Result<Vec<(usize, Option<String>)>> {
    loop {
        let mut batch = returned.try_recv().unwrap_or_default();
        batch.clear();
        let more = rows.fill(&mut batch)?;
        if send.send(batch).is_err() || !more {
            return Ok(rows.never_seen());
        }
    }
}

fn convert_rows(
    converter: &mut Converter<'_>,
    receive: &Receiver<Batch>,
    return_batch: &std::sync::mpsc::Sender<Batch>,
    send: &SyncSender<Ready>,
    returned: &Receiver<Vec<u8>>,
) {
    let mut scratch = Scratch::default();
    let mut lines = Vec::with_capacity(LINES);
    let mut byte = 0;
    for mut batch in receive {
        converter.convert(&mut batch, &mut scratch, &mut lines);
        byte = batch.byte;
        // The reader may have ended; then nobody needs the room.
        let _ = return_batch.send(batch);
        if lines.len() < LINES {
            continue;
        }
        let empty = returned.try_recv().unwrap_or_default();
        let full = std::mem::replace(&mut lines, empty);
        lines.clear();
        if send.send(Ready { lines: full, rows: converter.rows, byte }).is_err() {
            return;
        }
    }
    // Where nobody receives it, the output has failed already.
    let _ = send.send(Ready { lines, rows: converter.rows, byte });
}
