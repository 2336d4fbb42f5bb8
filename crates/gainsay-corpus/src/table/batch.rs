//! Rows on their way from the reader to the claims: only the cells that the mapping names.

use super::complaint::{Complaint, RowPlace};
use std::io;
use std::ops::Range;

/// How much is handed on at once: about a megabyte comes of it. Less would be written slowly, and more
/// would not stay in the caches of a processor.
const ROWS: usize = 4_096;
const BYTES: usize = 256 << 10;

/// Some rows of a table.
#[derive(Debug, Default)]
pub(super) struct Batch {
    text: String,
    /// Where in the text the cells of all rows lie.
    cells: Vec<Range<u32>>,
    pub(super) rows: Vec<RowPlace>,
    pub(super) complaints: Vec<Complaint>,
    /// How far into the table this goes, in bytes.
    pub(super) byte: u64,
}

impl Batch {
    /// Takes everything out, and keeps the room.
    pub(super) fn clear(&mut self) {
        self.text.clear();
        self.cells.clear();
        self.rows.clear();
        self.complaints.clear();
    }

    pub(super) fn is_full(&self) -> bool {
        self.rows.len() + self.complaints.len() >= ROWS || self.text.len() >= BYTES
    }

    /// Adds a cell to the row that is being made; [`Batch::row`] ends it.
    pub(super) fn cell(&mut self, text: &str) {
        let start = self.add_text(text);
        self.part(start, 0..text.len());
    }

    /// Adds a text that cells are [parts](Batch::part) of; its place.
    #[inline]
    pub(super) fn add_text(&mut self, text: &str) -> usize {
        let start = self.text.len();
        self.text.push_str(text);
        start
    }

    /// Adds a cell that is a part of a text.
    #[inline]
    pub(super) fn part(&mut self, text: usize, range: Range<usize>) {
        self.cells.push((text + range.start) as u32..(text + range.end) as u32);
    }

    #[inline]
    pub(super) fn row(&mut self, place: RowPlace) {
        self.rows.push(place);
    }

    /// The cell of a row in a column of the mapping, of which there are so many.
    #[inline]
    pub(super) fn get(&self, row: usize, column: usize, columns: usize) -> &str {
        let Range { start, end } = self.cells[row * columns + column];
        &self.text[start as usize..end as usize]
    }
}

/// Something that rows are read from.
pub(super) trait Rows: Send {
    /// Puts rows into the batch; says whether there may be more.
    fn fill(&mut self, batch: &mut Batch) -> io::Result<bool>;

    /// The columns of the mapping that no row had, each with the nearest name that some row had.
    fn never_seen(&self) -> Vec<(usize, Option<String>)> {
        Vec::new()
    }
}
