//! JSON text in which no character acts on the terminal that shows it, and numbers that stay exact.

use crate::inert;
use gainsay_claim::Count;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Serialize, Serializer};
use serde_json::ser::{Formatter, PrettyFormatter};
use std::borrow::Cow;
use std::io::{self, Write};

/// Writes a record over several lines, with a newline at the end.
pub fn write(record: &impl Serialize, out: &mut dyn Write) -> io::Result<()> {
    let mut serializer = serde_json::Serializer::with_formatter(&mut *out, Inert(PrettyFormatter::new()));
    record.serialize(&mut serializer)?;
    out.write_all(b"\n")
}

/// A number of things or a ratio: an integer where it is whole, else a decimal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Number {
    /// A count.
    Count(Count),
    /// Hundredths, shown with two decimals.
    Hundredths(u64),
}

impl Serialize for Number {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let text = match self {
            Number::Count(count) if count.is_whole() => {
                return serializer.serialize_u64(u64::try_from(count.whole_part()).unwrap_or(u64::MAX));
            }
            Number::Count(count) => format!("{}.{}", count.whole_part(), count.decimals()),
            Number::Hundredths(hundredths) => format!("{}.{:02}", hundredths / 100, hundredths % 100),
        };
        // A decimal of up to fifteen digits survives the way through a 64-bit float unchanged.
        let number: f64 = text.parse().map_err(serde::ser::Error::custom)?;
        serializer.serialize_f64(number)
    }
}

impl JsonSchema for Number {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Number".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "number", "minimum": 0 })
    }
}

struct Inert<'a>(PrettyFormatter<'a>);

impl Formatter for Inert<'_> {
    fn write_string_fragment<W: ?Sized + Write>(&mut self, writer: &mut W, fragment: &str) -> io::Result<()> {
        let mut rest = fragment;
        // The log of a build server takes `##[` for a command, wherever in a line it stands.
        let acts = |(start, letter): &(usize, char), rest: &str| {
            letter.is_control() || inert::is_active(*letter) || rest[*start..].starts_with("##")
        };
        while let Some((start, letter)) = rest.char_indices().find(|at| acts(at, rest)) {
            writer.write_all(&rest.as_bytes()[..start])?;
            for unit in letter.encode_utf16(&mut [0; 2]) {
                write!(writer, "\\u{unit:04x}")?;
            }
            rest = &rest[start + letter.len_utf8()..];
        }
        writer.write_all(rest.as_bytes())
    }

    fn begin_array<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.0.begin_array(writer)
    }

    fn end_array<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.0.end_array(writer)
    }

    fn begin_array_value<W: ?Sized + Write>(&mut self, writer: &mut W, first: bool) -> io::Result<()> {
        self.0.begin_array_value(writer, first)
    }

    fn end_array_value<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.0.end_array_value(writer)
    }

    fn begin_object<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.0.begin_object(writer)
    }

    fn end_object<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.0.end_object(writer)
    }

    fn begin_object_key<W: ?Sized + Write>(&mut self, writer: &mut W, first: bool) -> io::Result<()> {
        self.0.begin_object_key(writer, first)
    }

    fn begin_object_value<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.0.begin_object_value(writer)
    }

    fn end_object_value<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.0.end_object_value(writer)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_stay_exact_and_text_stays_inert() {
        let record = (
            Number::Count("21.6".parse().expect("a count")),
            Number::Count(Count::whole(u64::MAX)),
            Number::Hundredths(183),
            "a\u{202e}b\u{9b}##[c]",
        );
        let mut out = Vec::new();
        write(&record, &mut out).expect("a buffer takes everything");
        let text = String::from_utf8(out).expect("JSON is UTF-8");
        assert_eq!(text, "[\n  21.6,\n  18446744073709551615,\n  1.83,\n  \"a\\u202eb\\u009b\\u0023#[c]\"\n]\n");
    }
}
