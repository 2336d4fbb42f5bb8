//! What is wrong in a table, and finding its place.

use super::layout::Layout;
use super::objects::length_of_value;
use crate::complaint::{MOST, and_more};
use gainsay_claim::read::locate;
use gainsay_claim::{Problem, Severity, SourceFile};
use std::io::{self, Read, Seek, SeekFrom};

/// Where a row stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct RowPlace {
    /// As a reader counts: the row of a spreadsheet, whose head is row 1; the object of an array, from
    /// 1; the line of NDJSON.
    pub(super) number: u64,
    /// The line of the file on which it starts, from 1.
    pub(super) line: u64,
    /// The first byte of the row.
    pub(super) byte: u64,
}

/// Something that is wrong in a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Complaint {
    pub(super) row: RowPlace,
    /// The column: its place in the head and its name.
    pub(super) column: Option<usize>,
    pub(super) message: String,
    pub(super) help: String,
    pub(super) severity: Severity,
}

/// Complaints, of which only so many are kept.
#[derive(Debug, Default)]
pub(super) struct Complaints {
    pub(super) list: Vec<Complaint>,
    pub(super) count: usize,
}

impl Complaints {
    pub(super) fn push(&mut self, complaint: Complaint) {
        self.count += 1;
        if self.list.len() < MOST {
            self.list.push(complaint);
        }
    }

    /// Takes over what another has, and leaves it empty.
    pub(super) fn take(&mut self, other: &mut Complaints) {
        let left_out = std::mem::take(&mut other.count) - other.list.len();
        other.list.drain(..).for_each(|complaint| self.push(complaint));
        self.count += left_out;
    }
}

/// The table, to look at again.
pub(super) trait Again: Read + Seek {}

impl<T: Read + Seek> Again for T {}

/// What of a row is shown at the most.
const ROW: u64 = 64 << 10;

/// Finds the places of complaints. `columns` gives, for each column of the mapping, its name and its
/// place in the head of the table.
pub(super) fn place(
    complaints: Complaints,
    name: &str,
    layout: Layout,
    columns: &[(Box<str>, Option<usize>)],
    table: &mut dyn Again,
) -> Vec<Problem> {
    let Complaints { list, count } = complaints;
    let left_out = count - list.len();
    let mut problems: Vec<Problem> = match layout {
        Layout::Objects => in_array(&list, name, columns, table),
        _ => list.iter().map(|complaint| in_row(complaint, name, layout, columns, table)).collect(),
    };
    if left_out > 0 {
        problems.push(and_more(name, left_out));
    }
    problems
}

fn told(complaint: &Complaint, columns: &[(Box<str>, Option<usize>)], spot: Problem) -> Problem {
    let row = match complaint.row.number {
        0 => String::new(),
        number => match complaint.column {
            Some(column) => format!("row {number}, column `{}`: ", columns[column].0),
            None => format!("row {number}: "),
        },
    };
    Problem {
        severity: complaint.severity,
        message: format!("{row}{}", complaint.message),
        help: complaint.help.clone(),
        ..spot
    }
}

fn of_row(complaint: &Complaint, name: &str) -> Problem {
    Problem { line: u32::try_from(complaint.row.line.max(1)).unwrap_or(u32::MAX), ..Problem::of_file(name, "", "") }
}

fn in_row(
    complaint: &Complaint,
    name: &str,
    layout: Layout,
    columns: &[(Box<str>, Option<usize>)],
    table: &mut dyn Again,
) -> Problem {
    let spot = row_text(complaint.row.byte, table).ok().map(|text| {
        let line = complaint.row.line.max(1);
        let text = &*text;
        let range = match (complaint.column, layout) {
            (Some(column), Layout::Delimited(delimiter)) => {
                columns[column].1.and_then(|place| cell(text, place, delimiter))
            }
            (Some(column), _) => Some(locate(first_line(text), &columns[column].0)),
            (None, _) => None,
        };
        let file = SourceFile { path: name, first_line: u32::try_from(line).unwrap_or(u32::MAX), text };
        file.problem(range.unwrap_or(0..first_line(text).len()), "", "")
    });
    told(complaint, columns, spot.unwrap_or_else(|| of_row(complaint, name)))
}

fn in_array(
    list: &[Complaint],
    name: &str,
    columns: &[(Box<str>, Option<usize>)],
    table: &mut dyn Again,
) -> Vec<Problem> {
    let mut bytes = Vec::new();
    if list.is_empty() || table.seek(SeekFrom::Start(0)).is_err() || table.read_to_end(&mut bytes).is_err() {
        return list.iter().map(|complaint| told(complaint, columns, of_row(complaint, name))).collect();
    }
    bytes.drain(..crate::found::without_mark(&bytes));
    let text = String::from_utf8_lossy(&bytes);
    let file = SourceFile { path: name, first_line: 1, text: &text };
    let spot = |complaint: &Complaint| {
        let start = usize::try_from(complaint.row.byte).unwrap_or(usize::MAX).min(text.len());
        let object = text.get(start..).unwrap_or_default();
        let object = object.get(..length_of_value(object.as_bytes())).unwrap_or_default();
        let range = match complaint.column {
            Some(column) => locate(object, &columns[column].0),
            None if complaint.row.number == 0 => 0..0,
            None => 0..first_line(object).len(),
        };
        file.problem(start + range.start..start + range.end, "", "")
    };
    list.iter().map(|complaint| told(complaint, columns, spot(complaint))).collect()
}

fn row_text(byte: u64, table: &mut dyn Again) -> io::Result<String> {
    table.seek(SeekFrom::Start(byte))?;
    let mut bytes = Vec::new();
    table.take(ROW).read_to_end(&mut bytes)?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

fn first_line(text: &str) -> &str {
    text.split('\n').next().unwrap_or_default().trim_end_matches('\r')
}

/// The bytes of a cell in the text of its row.
fn cell(row: &str, place: usize, delimiter: u8) -> Option<std::ops::Range<usize>> {
    let bytes = row.as_bytes();
    let mut start = 0;
    for number in 0.. {
        let quoted = bytes.get(start) == Some(&b'"');
        let mut end = start + usize::from(quoted);
        let mut inside = quoted;
        while let Some(&byte) = bytes.get(end) {
            match byte {
                b'"' if inside => inside = false,
                b'"' if quoted => inside = true,
                _ if inside => {}
                b'\n' | b'\r' => break,
                _ if byte == delimiter => break,
                _ => {}
            }
            end += 1;
        }
        if number == place {
            return Some(start..end);
        }
        if bytes.get(end) != Some(&delimiter) {
            return None;
        }
        start = end + 1;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::cell;

    #[test]
    fn cells_have_their_places() {
        let row = "a,\"b, \"\"c\"\"\",,d\r\nnext,row";
        let text = |place| cell(row, place, b',').map(|range| &row[range]);
        assert_eq!(
            [text(0), text(1), text(2), text(3), text(4)],
            [Some("a"), Some("\"b, \"\"c\"\"\""), Some(""), Some("d"), None]
        );
    }
}
