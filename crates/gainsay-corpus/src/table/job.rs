//! A piece of a table on its way through an import, and what is known only of all pieces together.

use super::batch::Batch;
use super::complaint::{Complaint, Complaints};
use super::convert::value_columns;
use super::ids::Ids;
use super::mapping::Mapping;
use gainsay_claim::Severity;
use std::ops::Range;

/// How many ids are looked up at a time.
const AT_A_TIME: usize = 512;

/// Some rows, and the claims that were made of them.
#[derive(Debug, Default)]
pub(super) struct Job {
    pub(super) batch: Batch,
    pub(super) lines: Vec<u8>,
    pub(super) written: Vec<Written>,
    pub(super) complaints: Complaints,
}

/// A claim that was written, until it is known that its id is free.
#[derive(Debug)]
pub(super) struct Written {
    pub(super) hash: u64,
    pub(super) row: usize,
    pub(super) map: usize,
    pub(super) line: Range<usize>,
}

impl Job {
    /// Takes everything out, and keeps the room.
    pub(super) fn clear(&mut self) {
        self.batch.clear();
        self.lines.clear();
        self.written.clear();
    }
}

/// What all pieces of a table come to, taken in their order.
pub(super) struct Tally<'a> {
    mapping: &'a Mapping,
    ids: Ids,
    pub(super) complaints: Complaints,
    pub(super) rows: u64,
    pub(super) claims: u64,
}

impl<'a> Tally<'a> {
    pub(super) fn new(mapping: &'a Mapping) -> Tally<'a> {
        Tally { mapping, ids: Ids::default(), complaints: Complaints::default(), rows: 0, claims: 0 }
    }

    /// Counts a piece, and takes out of it the claims whose ids are taken.
    pub(super) fn take(&mut self, job: &mut Job) {
        job.batch.complaints.drain(..).for_each(|complaint| self.complaints.push(complaint));
        self.complaints.take(&mut job.complaints);
        self.rows += job.batch.rows.len() as u64;
        let mut doubled = Vec::new();
        for some in job.written.chunks(AT_A_TIME) {
            self.ids.touch(some.iter().map(|written| written.hash));
            for written in some {
                let row = job.batch.rows[written.row].number;
                match self.ids.take(written.hash, row) {
                    Ok(()) => self.claims += 1,
                    Err(other) => {
                        self.tell(job, written, other);
                        doubled.push(written.line.clone());
                    }
                }
            }
        }
        without(&mut job.lines, &doubled);
    }

    fn tell(&mut self, job: &Job, written: &Written, other: u32) {
        let row = job.batch.rows[written.row];
        let id = job.lines[written.line.clone()].split(|&byte| byte == b'"').nth(3).unwrap_or_default();
        let id = String::from_utf8_lossy(id);
        let message = if u64::from(other) == row.number {
            format!("two claims of this row have the id `{id}`")
        } else {
            format!("this row and row {other} both give the id `{id}`; the claim of row {other} is kept")
        };
        let help =
            "name in `id = […]` of the mapping the columns that tell them apart, or take one of the two rows out"
                .to_owned();
        let column = value_columns(&self.mapping.claims[written.map].value).next();
        self.complaints.push(Complaint { row, column, message, help, severity: Severity::Error });
    }
}

/// Takes some ranges, in their order, out of the lines.
fn without(lines: &mut Vec<u8>, ranges: &[Range<usize>]) {
    let Some(first) = ranges.first() else { return };
    let mut end = first.start;
    for (number, range) in ranges.iter().enumerate() {
        let kept = range.end..ranges.get(number + 1).map_or(lines.len(), |next| next.start);
        let length = kept.len();
        lines.copy_within(kept, end);
        end += length;
    }
    lines.truncate(end);
}

#[cfg(test)]
mod tests {
    use super::without;

    #[test]
    fn ranges_are_taken_out() {
        let ranges = [0..2, 2..3, 5..6];
        for (ranges, left) in
            [(0..0, "abcdef"), (0..1, "cdef"), (1..3, "abde"), (0..3, "de")].map(|(some, left)| (&ranges[some], left))
        {
            let mut lines = b"abcdef".to_vec();
            without(&mut lines, ranges);
            assert_eq!(lines, left.as_bytes());
        }
    }
}
