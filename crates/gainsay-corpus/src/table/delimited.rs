//! Rows of CSV.

use super::batch::{Batch, Rows};
use super::complaint::{Complaint, RowPlace};
use super::mapping::Column;
use super::name::nearest_name;
use csv::{ByteRecord, Reader, ReaderBuilder};
use gainsay_claim::{Problem, Severity};
use std::io::{self, Read};

/// A CSV file that is being read.
pub(super) struct Delimited<'a> {
    reader: Reader<Box<dyn Read + Send + 'a>>,
    record: ByteRecord,
    /// For each column of the mapping, its place among the cells.
    pub(super) places: Vec<usize>,
    width: usize,
    row: u64,
}

/// What the head says.
pub(super) struct Head<'a> {
    pub(super) table: Delimited<'a>,
    pub(super) complaints: Vec<Complaint>,
}

/// Reads the head of a table.
///
/// # Errors
/// The columns of the mapping that it does not have, at their places in the mapping; nothing where
/// there is no head.
pub(super) fn open<'a>(
    reader: Box<dyn Read + Send + 'a>,
    delimiter: u8,
    columns: &[Column],
) -> io::Result<Result<Head<'a>, Vec<Problem>>> {
    let mut reader = ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter)
        .buffer_capacity(256 << 10)
        .from_reader(reader);
    let mut record = ByteRecord::new();
    if !reader.read_byte_record(&mut record).map_err(io_error)? {
        return Ok(Err(Vec::new()));
    }
    let head: Vec<String> = record
        .iter()
        .map(|cell| String::from_utf8_lossy(cell).trim_start_matches('\u{feff}').trim().to_owned())
        .collect();
    let mut missing = Vec::new();
    let mut places = Vec::new();
    for column in columns {
        let mut found = head.iter().enumerate().filter(|(_, name)| ***name == *column.name).map(|(place, _)| place);
        match (found.next(), found.next()) {
            (Some(place), None) => places.push(place),
            (Some(first), Some(second)) => missing.push(Problem {
                message: format!(
                    "columns {} and {} of the table are both called `{}`",
                    first + 1,
                    second + 1,
                    column.name
                ),
                help: "give one of them another name in the head".to_owned(),
                ..column.place.clone()
            }),
            (None, _) => {
                missing.push(no_column(column, nearest_name(&column.name, head.iter().map(String::as_str)), &head))
            }
        }
    }
    if !missing.is_empty() {
        return Ok(Err(missing));
    }
    let nameless = head.iter().enumerate().filter(|(_, name)| name.is_empty());
    let complaints = nameless.map(|(place, _)| Complaint {
        row: RowPlace { number: 1, line: 1, byte: 0 },
        column: None,
        message: format!("column {} has no name, so nothing is read from it", place + 1),
        help: "give it a name in the head, or take it away".to_owned(),
        severity: Severity::Warning,
    });
    let complaints = complaints.collect();
    let width = head.len();
    Ok(Ok(Head { table: Delimited { reader, record, places, width, row: 1 }, complaints }))
}

/// A column that the table does not have, at its place in the mapping.
pub(super) fn no_column(column: &Column, near: Option<&str>, known: &[String]) -> Problem {
    let help = match near {
        Some(near) => format!("did you mean `{near}`?"),
        None => {
            let names: Vec<String> = known
                .iter()
                .filter(|name| !name.is_empty())
                .take(20)
                .map(|name| format!("`{}`", super::name::shortened(name)))
                .collect();
            format!("the columns are {}", names.join(", "))
        }
    };
    Problem {
        message: format!("the table has no column `{}`", column.name.escape_debug()),
        help,
        ..column.place.clone()
    }
}

fn io_error(error: csv::Error) -> io::Error {
    match error.into_kind() {
        csv::ErrorKind::Io(error) => error,
        // Rows of any length and bytes of any kind are taken, so that nothing else can go wrong.
        other => io::Error::other(format!("{other:?}")),
    }
}

impl Rows for Delimited<'_> {
    fn fill(&mut self, batch: &mut Batch) -> io::Result<bool> {
        while !batch.is_full() {
            if !self.reader.read_byte_record(&mut self.record).map_err(io_error)? {
                return Ok(false);
            }
            self.row += 1;
            let position = self.record.position();
            let place = RowPlace {
                number: self.row,
                line: position.map_or(0, csv::Position::line),
                byte: position.map_or(0, csv::Position::byte),
            };
            batch.byte = place.byte;
            self.take(place, batch);
        }
        Ok(true)
    }
}

impl Delimited<'_> {
    fn take(&self, row: RowPlace, batch: &mut Batch) {
        let cells = self.record.len();
        if cells != self.width {
            let empty = |from: usize| self.record.iter().skip(from).all(|cell| cell.trim_ascii().is_empty());
            if empty(0) {
                return;
            }
            // Delimiters behind the last cell say nothing. All else has moved some cell out of its column.
            if cells < self.width || !empty(self.width) {
                let help = if cells < self.width {
                    "the file may be cut off there; give the row all its cells"
                } else {
                    "put a cell that holds the delimiter between quotes"
                };
                let message = format!("{cells} cells where the head has {}; nothing is read from this row", self.width);
                batch.complaints.push(Complaint {
                    row,
                    column: None,
                    message,
                    help: help.to_owned(),
                    severity: Severity::Error,
                });
                return;
            }
        }
        let whole = std::str::from_utf8(self.record.as_slice()).ok();
        for (column, &place) in self.places.iter().enumerate() {
            let range = self.record.range(place).unwrap_or(0..0);
            match whole.and_then(|whole| whole.get(range)).or_else(|| std::str::from_utf8(&self.record[place]).ok()) {
                Some(text) => batch.cell(trimmed(text)),
                None => {
                    batch.cell("");
                    let message = "this cell is not UTF-8; it is taken for empty".to_owned();
                    let help = "save the table as UTF-8".to_owned();
                    batch.complaints.push(Complaint {
                        row,
                        column: Some(column),
                        message,
                        help,
                        severity: Severity::Error,
                    });
                }
            }
        }
        batch.row(row);
    }
}

/// A text without the white space around it, of which most have none.
fn trimmed(text: &str) -> &str {
    let plain = |byte: Option<&u8>| byte.is_none_or(|byte| (0x21..0x80).contains(byte));
    if plain(text.as_bytes().first()) && plain(text.as_bytes().last()) { text } else { text.trim() }
}
