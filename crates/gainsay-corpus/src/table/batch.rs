//! Rows on their way from the reader to the claims: only the cells that the mapping names.

use super::complaint::{Complaint, RowPlace};
use std::io;

/// How much is handed on at once.
const ROWS: usize = 1_024;
const BYTES: usize = 256 << 10;

/// Some rows of a table.
#[derive(Debug, Default)]
pub(super) struct Batch {
    text: String,
    ends: Vec<u32>,
    pub(super) rows: Vec<RowPlace>,
    pub(super) complaints: Vec<Complaint>,
    /// How far into the table this goes, in bytes.
    pub(super) byte: u64,
}

impl Batch {
    /// Takes everything out, and keeps the room.
    pub(super) fn clear(&mut self) {
        self.text.clear();
        self.ends.clear();
        self.rows.clear();
        self.complaints.clear();
    }

    pub(super) fn is_full(&self) -> bool {
        self.rows.len() + self.complaints.len() >= ROWS || self.text.len() >= BYTES
    }

    /// Adds a cell to the row that is being made; [`Batch::row`] ends it.
    #[inline]
    pub(super) fn cell(&mut self, text: &str) {
        self.text.push_str(text);
        self.ends.push(self.text.len() as u32);
    }

    pub(super) fn row(&mut self, place: RowPlace) {
        self.rows.push(place);
    }

    /// The cell of a row in a column of the mapping, of which there are so many.
    #[inline]
    pub(super) fn get(&self, row: usize, column: usize, columns: usize) -> &str {
        let number = row * columns + column;
        let start = if number == 0 { 0 } else { self.ends[number - 1] };
        &self.text[start as usize..self.ends[number] as usize]
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
