//! Rows of JSON: an array of objects, or an object on each line.

use super::batch::{Batch, Rows};
use super::complaint::{Complaint, RowPlace};
use super::mapping::Column;
use super::name::nearest_name;
use crate::feed::LONGEST;
use crate::found::without_mark;
use gainsay_claim::Severity;
use serde::de::{DeserializeSeed, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};
use std::collections::BTreeSet;
use std::fmt;
use std::io::{self, BufRead, BufReader, Read};

/// How many names that the mapping does not use are kept, to name the nearest.
const OTHERS: usize = 500;

/// The names of the columns, and which of them some row had.
struct Names {
    columns: Vec<Box<str>>,
    seen: Vec<bool>,
    others: BTreeSet<String>,
    cells: Vec<String>,
}

impl Names {
    fn new(columns: &[Column]) -> Names {
        Names {
            columns: columns.iter().map(|column| column.name.clone()).collect(),
            seen: vec![false; columns.len()],
            others: BTreeSet::new(),
            cells: vec![String::new(); columns.len()],
        }
    }

    /// Reads one object into the batch.
    fn read(&mut self, bytes: &[u8], row: RowPlace, batch: &mut Batch) {
        self.cells.iter_mut().for_each(String::clear);
        let mut deserializer = serde_json::Deserializer::from_slice(bytes);
        let read = RowSeed(self).deserialize(&mut deserializer).and_then(|()| deserializer.end());
        if let Err(error) = read {
            let error = error.to_string();
            let message = error.split(" at line ").next().unwrap_or_default();
            batch.complaints.push(Complaint {
                row,
                column: None,
                message: format!("this is not a JSON object: {message}"),
                help: "mend it, or take it out".to_owned(),
                severity: Severity::Error,
            });
            return;
        }
        for cell in &self.cells {
            batch.cell(cell.trim());
        }
        batch.row(row);
    }

    fn never_seen(&self) -> Vec<(usize, Option<String>)> {
        let missing = self.seen.iter().enumerate().filter(|(_, seen)| !**seen);
        missing
            .map(|(column, _)| {
                (column, nearest_name(&self.columns[column], self.others.iter().map(String::as_str)).map(str::to_owned))
            })
            .collect()
    }
}

struct RowSeed<'a>(&'a mut Names);

impl<'de> DeserializeSeed<'de> for RowSeed<'_> {
    type Value = ();

    fn deserialize<D: serde::Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for RowSeed<'_> {
    type Value = ();

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("an object such as {\"date\": \"2023-04-19\", \"tanks\": 3665}")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let names = self.0;
        while let Some(key) = map.next_key::<std::borrow::Cow<'de, str>>()? {
            match names.columns.iter().position(|column| **column == *key.trim()) {
                Some(column) => {
                    names.seen[column] = true;
                    names.cells[column].clear();
                    map.next_value_seed(CellSeed(&mut names.cells[column]))?;
                }
                None => {
                    if names.others.len() < OTHERS && !names.others.contains(&*key) {
                        names.others.insert(key.into_owned());
                    }
                    map.next_value::<IgnoredAny>()?;
                }
            }
        }
        Ok(())
    }
}

struct CellSeed<'a>(&'a mut String);

impl<'de> DeserializeSeed<'de> for CellSeed<'_> {
    type Value = ();

    fn deserialize<D: serde::Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for CellSeed<'_> {
    type Value = ();

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a string or a number")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<(), E> {
        self.0.push_str(text);
        Ok(())
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<(), E> {
        self.0.push_str(&number.to_string());
        Ok(())
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<(), E> {
        self.0.push_str(&number.to_string());
        Ok(())
    }

    fn visit_f64<E: Error>(self, number: f64) -> Result<(), E> {
        self.0.push_str(&number.to_string());
        Ok(())
    }

    fn visit_bool<E: Error>(self, yes: bool) -> Result<(), E> {
        self.0.push_str(if yes { "true" } else { "false" });
        Ok(())
    }

    fn visit_unit<E: Error>(self) -> Result<(), E> {
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<(), A::Error> {
        while list.next_element::<IgnoredAny>()?.is_some() {}
        self.0.push_str("[…]");
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        self.0.push_str("{…}");
        Ok(())
    }
}

/// An object on each line.
pub(super) struct Lines<'a> {
    reader: BufReader<Box<dyn Read + Send + 'a>>,
    names: Names,
    line: u64,
    byte: u64,
    text: Vec<u8>,
}

impl<'a> Lines<'a> {
    pub(super) fn new(reader: Box<dyn Read + Send + 'a>, columns: &[Column]) -> Lines<'a> {
        Lines {
            reader: BufReader::with_capacity(256 << 10, reader),
            names: Names::new(columns),
            line: 0,
            byte: 0,
            text: Vec::new(),
        }
    }
}

impl Rows for Lines<'_> {
    fn fill(&mut self, batch: &mut Batch) -> io::Result<bool> {
        while !batch.is_full() {
            self.text.clear();
            let mut length = self.reader.by_ref().take(LONGEST as u64).read_until(b'\n', &mut self.text)? as u64;
            if length == 0 {
                return Ok(false);
            }
            self.line += 1;
            let row = RowPlace { number: self.line, line: self.line, byte: self.byte };
            if length == LONGEST as u64 && !self.text.ends_with(b"\n") {
                length += self.reader.skip_until(b'\n')? as u64;
                let message = format!("this line is longer than {} megabytes", LONGEST >> 20);
                batch.complaints.push(Complaint {
                    row,
                    column: None,
                    message,
                    help: "put each object on a line of its own".to_owned(),
                    severity: Severity::Error,
                });
            } else {
                let start = if self.line == 1 { without_mark(&self.text) } else { 0 };
                if !self.text[start..].trim_ascii().is_empty() {
                    self.names.read(&self.text[start..], row, batch);
                }
            }
            self.byte += length;
            batch.byte = self.byte;
        }
        Ok(true)
    }

    fn never_seen(&self) -> Vec<(usize, Option<String>)> {
        self.names.never_seen()
    }
}

/// An array of objects, read into memory.
pub(super) struct Array {
    bytes: Vec<u8>,
    names: Names,
    at: usize,
    line: u64,
    row: u64,
    begun: bool,
}

impl Array {
    pub(super) fn new(mut reader: Box<dyn Read + Send + '_>, columns: &[Column]) -> io::Result<Array> {
        let mut bytes = Vec::new();
        reader.read_to_end(&mut bytes)?;
        bytes.drain(..without_mark(&bytes));
        Ok(Array { bytes, names: Names::new(columns), at: 0, line: 1, row: 0, begun: false })
    }

    /// Goes past white space; the byte that stands there.
    fn peek(&mut self) -> Option<u8> {
        while let Some(&byte) = self.bytes.get(self.at) {
            if !byte.is_ascii_whitespace() {
                return Some(byte);
            }
            self.line += u64::from(byte == b'\n');
            self.at += 1;
        }
        None
    }

    fn stop(&self, message: &str, help: &str, batch: &mut Batch) {
        // The number 0 stands for no row.
        let row = RowPlace { number: 0, line: self.line, byte: self.at as u64 };
        batch.complaints.push(Complaint {
            row,
            column: None,
            message: message.to_owned(),
            help: help.to_owned(),
            severity: Severity::Error,
        });
    }
}

/// The length of the value at the start of a text: up to the comma or bracket behind it.
pub(super) fn length_of_value(bytes: &[u8]) -> usize {
    let (mut depth, mut inside, mut at) = (0_usize, false, 0);
    while let Some(&byte) = bytes.get(at) {
        match byte {
            b'\\' if inside => at += 1,
            b'"' => inside = !inside,
            _ if inside => {}
            b'{' | b'[' => depth += 1,
            b'}' | b']' if depth > 0 => depth -= 1,
            b',' | b'}' | b']' if depth == 0 => return at,
            _ => {}
        }
        at += 1;
    }
    bytes.len()
}

impl Rows for Array {
    fn fill(&mut self, batch: &mut Batch) -> io::Result<bool> {
        if !self.begun {
            self.begun = true;
            self.peek();
            self.at += 1;
        }
        while !batch.is_full() {
            let Some(byte) = self.peek() else {
                self.stop("the array is cut off here", "look whether the whole file has arrived", batch);
                return Ok(false);
            };
            if byte == b']' {
                self.at += 1;
                if self.peek().is_some() {
                    self.stop("something stands behind the array", "keep one array in a file", batch);
                }
                return Ok(false);
            }
            self.row += 1;
            let row = RowPlace { number: self.row, line: self.line, byte: self.at as u64 };
            // A brace that closes nothing is a row of its own, so that reading goes on.
            let end = self.at + length_of_value(&self.bytes[self.at..]).max(usize::from(byte == b'}'));
            self.names.read(&self.bytes[self.at..end], row, batch);
            self.line += self.bytes[self.at..end].iter().filter(|&&byte| byte == b'\n').count() as u64;
            self.at = end + usize::from(self.bytes.get(end) == Some(&b','));
            batch.byte = self.at as u64;
        }
        Ok(true)
    }

    fn never_seen(&self) -> Vec<(usize, Option<String>)> {
        self.names.never_seen()
    }
}
