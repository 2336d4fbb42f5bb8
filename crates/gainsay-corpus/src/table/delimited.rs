//! Rows of CSV.

use super::batch::{Batch, Rows};
use super::complaint::{Complaint, RowPlace};
use super::header::Header;
use super::mapping::Column;
use super::record::{Cells, End, LONGEST, Splitter};
use super::window::Window;
use gainsay_claim::{Problem, Severity};
use std::io::{self, Read};
use std::ops::Range;
use std::str::from_utf8;

/// How often reading goes on behind a quote that is not closed: each time the rest is looked through.
const ATTEMPTS: usize = 16;

/// A CSV file that is being read.
pub(super) struct Delimited<'a> {
    window: Window<'a>,
    splitter: Splitter,
    kind: Kind,
    row: u64,
    unclosed: usize,
}

/// What is the same for all rows.
struct Kind {
    places: Vec<usize>,
    width: usize,
}

/// Opens a table and reads its head.
///
/// # Errors
/// The columns of the mapping that it does not have, at their places in the mapping; nothing where
/// there is no head.
pub(super) fn open<'a>(
    reader: Box<dyn Read + Send + 'a>,
    delimiter: u8,
    columns: &[Column],
) -> io::Result<Result<(Delimited<'a>, Header), Vec<Problem>>> {
    let mut window = Window::new(reader);
    let mut splitter = Splitter::new(delimiter);
    window.pass_mark()?;
    if !window.find_text()? {
        return Ok(Err(Vec::new()));
    }
    let (end, cells) = splitter.any(&mut window)?;
    let name = |place| String::from_utf8_lossy(cells.get(place)).trim_start_matches('\u{feff}').trim().to_owned();
    let head: Vec<String> = (0..cells.len()).map(name).collect();
    Ok(Header::find(&head, columns).map(|header| {
        if let End::Row(length) = end {
            window.pass(length);
        }
        let kind = Kind { places: header.places.clone(), width: header.width };
        (Delimited { window, splitter, kind, row: 1, unclosed: 0 }, header)
    }))
}

impl Rows for Delimited<'_> {
    fn fill(&mut self, batch: &mut Batch) -> io::Result<bool> {
        let mut more = true;
        while more && !batch.is_full() {
            let place = RowPlace { number: self.row + 1, line: self.window.line, byte: self.window.byte };
            match self.splitter.plain(self.window.rest()) {
                Some((cells, length)) => {
                    // Empty lines are no rows.
                    if !cells.bytes.is_empty() {
                        self.row += 1;
                        self.kind.take(cells, place, 1, batch);
                    }
                    self.window.pass_line(length);
                }
                None => more = self.careful_row(batch)?,
            }
        }
        batch.byte = self.window.byte;
        Ok(more)
    }
}

impl Delimited<'_> {
    /// Reads a row that is not plain; says whether there was one.
    fn careful_row(&mut self, batch: &mut Batch) -> io::Result<bool> {
        if !self.window.find_text()? {
            return Ok(false);
        }
        self.row += 1;
        let row = RowPlace { number: self.row, line: self.window.line, byte: self.window.byte };
        let (end, cells) = self.splitter.any(&mut self.window)?;
        let (message, help) = match end {
            End::Row(length) => {
                let lines =
                    memchr::memchr_iter(b'\n', self.window.rest()[..length].trim_ascii_end()).count() as u64 + 1;
                self.kind.take(cells, row, lines, batch);
                self.window.pass(length);
                return Ok(true);
            }
            End::OpenQuote => (
                "a quote is opened here and never closed; nothing is read from this row".to_owned(),
                "close the quote, or look whether the whole file has arrived",
            ),
            End::TooLong => (
                format!("this row is longer than {} megabytes; nothing is read from it", LONGEST >> 20),
                "close the quote that is open in it, or give each row a line of its own",
            ),
        };
        self.unclosed += 1;
        let help = match self.unclosed {
            ATTEMPTS => format!("{help}; what stands behind it is not read"),
            _ => help.to_owned(),
        };
        batch.complaints.push(Complaint { row, column: None, message, help, severity: Severity::Error });
        self.window.skip_line()?;
        Ok(self.unclosed < ATTEMPTS)
    }
}

impl Kind {
    #[inline]
    fn take(&self, cells: Cells<'_>, row: RowPlace, lines: u64, batch: &mut Batch) {
        if cells.len() != self.width && !self.is_whole(cells, row, lines, batch) {
            return;
        }
        match from_utf8(cells.bytes) {
            Ok(text) => {
                let start = batch.add_text(text);
                for (column, &place) in self.places.iter().enumerate() {
                    match text.get(cells.range(place)) {
                        Some(cell) => batch.part(start, trimmed(cell, cells.range(place))),
                        None => damaged(row, column, batch),
                    }
                }
            }
            Err(_) => {
                for (column, &place) in self.places.iter().enumerate() {
                    match from_utf8(cells.get(place)) {
                        Ok(cell) => batch.cell(cell.trim()),
                        Err(_) => damaged(row, column, batch),
                    }
                }
            }
        }
        batch.row(row);
    }

    /// Whether all cells of a row are there although there are more or fewer than in the head. Else it is a complaint.
    #[cold]
    fn is_whole(&self, cells: Cells<'_>, row: RowPlace, lines: u64, batch: &mut Batch) -> bool {
        if cells.all_empty(0) {
            return false;
        }
        // Delimiters behind the last cell say nothing. All else has moved some cell out of its column.
        if cells.len() > self.width && cells.all_empty(self.width) {
            return true;
        }
        let help = if cells.len() < self.width {
            "the file may be cut off there; give the row all its cells"
        } else {
            "put a cell that holds the delimiter between quotes"
        };
        let help = match lines {
            1 => help.to_owned(),
            _ => {
                format!("{help}, and look whether a quote is missing: the row goes on to line {}", row.line + lines - 1)
            }
        };
        let count = cells.len();
        let cells = if count == 1 { "cell" } else { "cells" };
        let message = format!("{count} {cells} where the head has {}; nothing is read from this row", self.width);
        batch.complaints.push(Complaint { row, column: None, message, help, severity: Severity::Error });
        false
    }
}

fn damaged(row: RowPlace, column: usize, batch: &mut Batch) {
    batch.cell("");
    let message = "this cell is not UTF-8; it is taken for empty".to_owned();
    let help = "save the table as UTF-8".to_owned();
    batch.complaints.push(Complaint { row, column: Some(column), message, help, severity: Severity::Error });
}

/// The range of a text without the white space around it, of which most have none.
#[inline]
fn trimmed(text: &str, range: Range<usize>) -> Range<usize> {
    let plain = |byte: Option<&u8>| byte.is_none_or(|byte| (0x21..0x80).contains(byte));
    if plain(text.as_bytes().first()) && plain(text.as_bytes().last()) {
        return range;
    }
    let end = range.start + text.trim_end().len();
    end - text.trim().len()..end
}
