//! One row of CSV as its cells.

use super::window::Window;
use csv_core::{ReadRecordResult, Reader, ReaderBuilder};
use memchr::{memchr_iter, memchr3};
use std::io;
use std::ops::Range;

/// The longest row that is read, in bytes: without an end to it, a quote that is not closed would
/// bring the rest of a table into memory.
pub(super) const LONGEST: usize = 16 << 20;

/// Splits a table into rows and these into cells.
///
/// A row that is one line without quotes is split at its delimiters. All others are left to csv-core.
pub(super) struct Splitter {
    delimiter: u8,
    core: Reader,
    /// The cells of a row one after another, and where each ends.
    text: Vec<u8>,
    ends: Vec<usize>,
    /// Where the cells of a plain row end.
    marks: Vec<usize>,
}

/// The cells of a row.
#[derive(Clone, Copy)]
pub(super) struct Cells<'a> {
    pub(super) bytes: &'a [u8],
    ends: &'a [usize],
    /// How many bytes stand between two cells.
    gap: usize,
}

impl<'a> Cells<'a> {
    #[inline]
    pub(super) fn len(self) -> usize {
        self.ends.len()
    }

    /// Where a cell lies among the bytes.
    #[inline]
    pub(super) fn range(self, place: usize) -> Range<usize> {
        let start = if place == 0 { 0 } else { self.ends[place - 1] + self.gap };
        start..self.ends[place]
    }

    pub(super) fn get(self, place: usize) -> &'a [u8] {
        &self.bytes[self.range(place)]
    }

    pub(super) fn all_empty(self, from: usize) -> bool {
        (from..self.len()).all(|place| self.get(place).trim_ascii().is_empty())
    }
}

/// How a row ends that is not plain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum End {
    /// As it should, so many bytes from its start.
    Row(usize),
    /// The table ends within a quote.
    OpenQuote,
    /// Not within the [longest](LONGEST) row.
    TooLong,
}

impl Splitter {
    pub(super) fn new(delimiter: u8) -> Splitter {
        let core = ReaderBuilder::new().delimiter(delimiter).build();
        let mut splitter = Splitter { delimiter, core, text: vec![0; 1 << 10], ends: vec![0; 64], marks: Vec::new() };
        splitter.begin();
        splitter
    }

    fn begin(&mut self) {
        self.core.reset();
        // It would take a byte order mark away from the first row that it is given, which need not be the first.
        self.core.read_record(b"\n", &mut self.text, &mut self.ends);
    }

    /// The cells of the first line of some bytes and the length of the line with its end, where it is
    /// there and a plain row.
    #[inline]
    pub(super) fn plain<'a>(&'a mut self, bytes: &'a [u8]) -> Option<(Cells<'a>, usize)> {
        let end = memchr3(b'\n', b'\r', b'"', bytes)?;
        let line = &bytes[..end];
        let length = match bytes[end..] {
            [b'\n', ..] => end + 1,
            [b'\r', b'\n', ..] => end + 2,
            _ => return None,
        };
        self.marks.clear();
        self.marks.extend(memchr_iter(self.delimiter, line));
        self.marks.push(line.len());
        Some((Cells { bytes: line, ends: &self.marks, gap: 1 }, length))
    }

    /// Reads the row at the start of a window that is not empty, whatever stands in it. Nothing is passed.
    pub(super) fn any(&mut self, window: &mut Window<'_>) -> io::Result<(End, Cells<'_>)> {
        let (mut read, mut wrote, mut cells) = (0, 0, 0);
        let end = loop {
            let at_end = read == window.rest().len() && !window.more()?;
            // Where a table ends is the end of a line, unless a quote is open.
            let bytes = if at_end { b"\n" } else { &window.rest()[read..] };
            let (result, taken, written, ended) =
                self.core.read_record(bytes, &mut self.text[wrote..], &mut self.ends[cells..]);
            wrote += written;
            cells += ended;
            if !at_end {
                read += taken;
            }
            match result {
                ReadRecordResult::Record | ReadRecordResult::End => break End::Row(read),
                ReadRecordResult::InputEmpty if at_end => break End::OpenQuote,
                ReadRecordResult::InputEmpty if read > LONGEST => break End::TooLong,
                ReadRecordResult::InputEmpty => {}
                ReadRecordResult::OutputFull => self.text.resize(self.text.len() * 2, 0),
                ReadRecordResult::OutputEndsFull => self.ends.resize(self.ends.len() * 2, 0),
            }
        };
        if !matches!(end, End::Row(_)) {
            self.begin();
            (wrote, cells) = (0, 0);
        }
        Ok((end, Cells { bytes: &self.text[..wrote], ends: &self.ends[..cells], gap: 0 }))
    }
}
