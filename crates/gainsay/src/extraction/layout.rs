//! How drafts lie on the page: a line for each field, and what a field holds on that line.

use serde::Serialize;
use serde_json::ser::{Formatter, Serializer};
use std::io::{self, Write};

/// Writes a record with a line for each field down to a depth, and deeper ones on one line.
///
/// # Errors
/// When the output cannot be written.
pub fn write_laid_out(record: &impl Serialize, lines_down_to: usize, out: &mut dyn Write) -> io::Result<()> {
    let layout = Layout { lines_down_to, depth: 0, has_value: false };
    record.serialize(&mut Serializer::with_formatter(out, layout)).map_err(io::Error::from)
}

struct Layout {
    lines_down_to: usize,
    depth: usize,
    has_value: bool,
}

impl Layout {
    fn open<W: ?Sized + Write>(&mut self, writer: &mut W, bracket: &[u8]) -> io::Result<()> {
        self.depth += 1;
        self.has_value = false;
        writer.write_all(bracket)
    }

    fn close<W: ?Sized + Write>(&mut self, writer: &mut W, bracket: &[u8]) -> io::Result<()> {
        let in_lines = self.depth <= self.lines_down_to;
        self.depth -= 1;
        if self.has_value {
            if in_lines {
                self.line(writer)?;
            } else if bracket == b"}" {
                writer.write_all(b" ")?;
            }
        }
        self.has_value = true;
        writer.write_all(bracket)
    }

    fn next<W: ?Sized + Write>(&mut self, writer: &mut W, first: bool, object: bool) -> io::Result<()> {
        if !first {
            writer.write_all(b",")?;
        }
        if self.depth <= self.lines_down_to {
            self.line(writer)
        } else if !first || object {
            writer.write_all(b" ")
        } else {
            Ok(())
        }
    }

    fn line<W: ?Sized + Write>(&self, writer: &mut W) -> io::Result<()> {
        writer.write_all(b"\n")?;
        (0..self.depth).try_for_each(|_| writer.write_all(b"  "))
    }
}

impl Formatter for Layout {
    fn begin_array<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.open(writer, b"[")
    }

    fn end_array<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.close(writer, b"]")
    }

    fn begin_array_value<W: ?Sized + Write>(&mut self, writer: &mut W, first: bool) -> io::Result<()> {
        self.next(writer, first, false)
    }

    fn end_array_value<W: ?Sized + Write>(&mut self, _: &mut W) -> io::Result<()> {
        self.has_value = true;
        Ok(())
    }

    fn begin_object<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.open(writer, b"{")
    }

    fn end_object<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.close(writer, b"}")
    }

    fn begin_object_key<W: ?Sized + Write>(&mut self, writer: &mut W, first: bool) -> io::Result<()> {
        self.next(writer, first, true)
    }

    fn begin_object_value<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        writer.write_all(b": ")
    }

    fn end_object_value<W: ?Sized + Write>(&mut self, _: &mut W) -> io::Result<()> {
        self.has_value = true;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn deep_values_stand_on_the_line_of_their_field() {
        let record =
            json!({ "claims": [{ "id": "a", "period": { "from": 1, "to": [2, 3] }, "via": [], "x": {} }], "z": [] });
        let mut bytes = Vec::new();
        write_laid_out(&record, 3, &mut bytes).expect("memory can be written");
        let text = String::from_utf8(bytes).expect("JSON is UTF-8");
        assert_eq!(
            text,
            "{\n  \"claims\": [\n    {\n      \"id\": \"a\",\n      \"period\": { \"from\": 1, \"to\": [2, 3] },\n      \
             \"via\": [],\n      \"x\": {}\n    }\n  ],\n  \"z\": []\n}"
        );
        assert_eq!(serde_json::from_str::<serde_json::Value>(&text).expect("it is JSON"), record);
    }
}
