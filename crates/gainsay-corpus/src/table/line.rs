//! A claim as a line of NDJSON, in the order in which [`gainsay_claim::Draft`] has its fields.
//!
//! The line is written straight into the output, and what is the same for all rows is written down
//! beforehand: a table of a million rows makes a million lines.

use super::mapping::{ClaimMap, Day, Field, PeriodMap};

/// What goes into a line. What is empty is left out.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct ClaimLine<'a> {
    pub(super) source: &'a str,
    pub(super) speaker: &'a str,
    /// The outlets, as JSON.
    pub(super) via: &'a str,
    pub(super) said: &'a str,
    pub(super) measure: &'a str,
    pub(super) subject: &'a str,
    pub(super) place: &'a str,
    pub(super) period: Option<(&'a str, &'a str)>,
    pub(super) basis: &'a str,
    /// The key of the value, and what stands behind it, as JSON.
    pub(super) value: (&'a str, &'a str),
    pub(super) hedge: &'a str,
    pub(super) statement: &'a str,
    pub(super) evidence: &'a str,
    pub(super) note: &'a str,
}

/// What the lines of one `[[claim]]` have in common: texts, and what stands between them.
#[derive(Debug)]
pub(super) struct Shape {
    pieces: Vec<(Vec<u8>, Slot)>,
    end: Vec<u8>,
}

/// What changes from line to line.
#[derive(Clone, Copy, Debug)]
enum Slot {
    Id,
    Source,
    Measure,
    Subject,
    From,
    To,
    ValueKey,
    Value,
    Evidence,
    /// With its key, for it may be left out.
    Optional(&'static str, Extra),
}

#[derive(Clone, Copy, Debug)]
enum Extra {
    Speaker,
    Via,
    Said,
    Place,
    Basis,
    Hedge,
    Statement,
    Note,
}

/// A shape that is being made.
struct Making {
    pieces: Vec<(Vec<u8>, Slot)>,
    literal: String,
}

impl Making {
    fn slot(&mut self, slot: Slot) {
        self.pieces.push((std::mem::take(&mut self.literal).into_bytes(), slot));
    }

    fn required(&mut self, key: &str, field: &Field, slot: Slot) {
        self.literal.push_str(key);
        match field {
            Field::Constant(text) => self.literal.push_str(text),
            Field::Lookup(_) => self.slot(slot),
        }
        self.literal.push('"');
    }

    fn optional(&mut self, key: &'static str, field: Option<&Field>, option: Extra) {
        match field {
            None => {}
            Some(Field::Constant(text)) => {
                self.literal.push_str(key);
                self.literal.push_str(&quoted(text)[1..]);
            }
            Some(Field::Lookup(_)) => self.slot(Slot::Optional(key, option)),
        }
    }

    fn day(&mut self, key: &str, day: &Day, slot: Slot) {
        self.literal.push_str(key);
        match day {
            Day::Constant(text) => self.literal.push_str(text),
            Day::Cell { .. } => self.slot(slot),
        }
        self.literal.push('"');
    }
}

impl Shape {
    pub(super) fn new(map: &ClaimMap, document: &str) -> Shape {
        let mut making = Making { pieces: Vec::new(), literal: "{\"id\":\"".to_owned() };
        making.slot(Slot::Id);
        making.literal = format!("\",\"document\":\"{document}\"");
        making.required(",\"source\":\"", &map.source, Slot::Source);
        making.optional(",\"speaker\":\"", map.speaker.as_ref(), Extra::Speaker);
        making.slot(Slot::Optional(",\"via\":", Extra::Via));
        match &map.said {
            None => {}
            Some(Day::Constant(text)) => making.literal.push_str(&format!(",\"said\":\"{text}\"")),
            Some(Day::Cell { .. }) => making.slot(Slot::Optional(",\"said\":\"", Extra::Said)),
        }
        making.required(",\"measure\":\"", &map.measure, Slot::Measure);
        making.required(",\"subject\":\"", &map.subject, Slot::Subject);
        making.optional(",\"place\":\"", map.place.as_ref(), Extra::Place);
        if let Some(period) = &map.period {
            let (from, to) = match period {
                PeriodMap::On(day) => (day, day),
                PeriodMap::FromTo(from, to) => (from, to),
            };
            making.day(",\"period\":{\"from\":\"", from, Slot::From);
            making.day(",\"to\":\"", to, Slot::To);
            making.literal.push('}');
        }
        making.optional(",\"basis\":\"", map.basis.as_ref(), Extra::Basis);
        making.literal.push_str(",\"value\":{\"");
        making.slot(Slot::ValueKey);
        making.literal.push_str("\":");
        making.slot(Slot::Value);
        making.literal.push('}');
        making.optional(",\"hedge\":\"", map.hedge.as_ref(), Extra::Hedge);
        making.optional(",\"statement\":\"", map.statement.as_ref(), Extra::Statement);
        making.literal.push_str(",\"evidence\":{\"exact\":\"");
        making.slot(Slot::Evidence);
        making.literal.push_str("\"}");
        making.optional(",\"note\":\"", map.note.as_ref(), Extra::Note);
        making.literal.push_str("}\n");
        Shape { pieces: making.pieces, end: making.literal.into_bytes() }
    }

    /// Writes a line. Ids and days stand between quotes as they are.
    pub(super) fn write(&self, out: &mut Vec<u8>, id: &[u8], line: &ClaimLine<'_>) {
        for (literal, slot) in &self.pieces {
            out.extend_from_slice(literal);
            let text = match slot {
                Slot::Id => {
                    out.extend_from_slice(id);
                    continue;
                }
                Slot::Optional(key, option) => {
                    optional(out, key, *option, line);
                    continue;
                }
                Slot::Evidence => {
                    escaped(out, line.evidence);
                    continue;
                }
                Slot::Source => line.source,
                Slot::Measure => line.measure,
                Slot::Subject => line.subject,
                Slot::From => line.period.map_or("", |(from, _)| from),
                Slot::To => line.period.map_or("", |(_, to)| to),
                Slot::ValueKey => line.value.0,
                Slot::Value => line.value.1,
            };
            out.extend_from_slice(text.as_bytes());
        }
        out.extend_from_slice(&self.end);
    }
}

fn optional(out: &mut Vec<u8>, key: &str, option: Extra, line: &ClaimLine<'_>) {
    let text = match option {
        Extra::Speaker => line.speaker,
        Extra::Via => line.via,
        Extra::Said => line.said,
        Extra::Place => line.place,
        Extra::Basis => line.basis,
        Extra::Hedge => line.hedge,
        Extra::Statement => line.statement,
        Extra::Note => line.note,
    };
    if text.is_empty() {
        return;
    }
    out.extend_from_slice(key.as_bytes());
    match option {
        // These are a list in JSON already.
        Extra::Via => return out.extend_from_slice(text.as_bytes()),
        Extra::Said | Extra::Place | Extra::Basis => out.extend_from_slice(text.as_bytes()),
        Extra::Speaker | Extra::Hedge | Extra::Statement | Extra::Note => escaped(out, text),
    }
    out.push(b'"');
}

/// A text as it stands between the quotes of JSON.
fn escaped(out: &mut Vec<u8>, text: &str) {
    // Without a way out of the loop, so that it goes over many bytes at once.
    let escapes = text.bytes().fold(false, |escapes, byte| escapes | (byte < 0x20) | (byte == b'"') | (byte == b'\\'));
    if escapes {
        let quoted = quoted(text);
        out.extend_from_slice(&quoted.as_bytes()[1..quoted.len() - 1]);
    } else {
        out.extend_from_slice(text.as_bytes());
    }
}

/// A text as JSON.
pub(super) fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}
