//! A claim as a line of NDJSON, in the order in which [`gainsay_claim::Draft`] has its fields.
//!
//! The line is written straight into the output: a table of a million rows makes a million of them.

/// What goes into a line. What is not there is left out.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct ClaimLine<'a> {
    pub(super) document: &'a str,
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

/// Writes a line; `id` stands between the quotes of JSON already.
pub(super) fn write(out: &mut Vec<u8>, id: &[u8], line: &ClaimLine<'_>) {
    out.extend_from_slice(b"{\"id\":\"");
    out.extend_from_slice(id);
    out.extend_from_slice(b"\",\"document\":\"");
    out.extend_from_slice(line.document.as_bytes());
    out.push(b'"');
    plain(out, b",\"source\":\"", line.source);
    field(out, b",\"speaker\":\"", line.speaker);
    if !line.via.is_empty() {
        out.extend_from_slice(b",\"via\":");
        out.extend_from_slice(line.via.as_bytes());
    }
    plain(out, b",\"said\":\"", line.said);
    plain(out, b",\"measure\":\"", line.measure);
    plain(out, b",\"subject\":\"", line.subject);
    plain(out, b",\"place\":\"", line.place);
    if let Some((from, to)) = line.period {
        plain(out, b",\"period\":{\"from\":\"", from);
        plain(out, b",\"to\":\"", to);
        out.push(b'}');
    }
    plain(out, b",\"basis\":\"", line.basis);
    out.extend_from_slice(b",\"value\":{\"");
    out.extend_from_slice(line.value.0.as_bytes());
    out.extend_from_slice(b"\":");
    out.extend_from_slice(line.value.1.as_bytes());
    out.push(b'}');
    field(out, b",\"hedge\":\"", line.hedge);
    field(out, b",\"statement\":\"", line.statement);
    field(out, b",\"evidence\":{\"exact\":\"", line.evidence);
    out.push(b'}');
    field(out, b",\"note\":\"", line.note);
    out.extend_from_slice(b"}\n");
}

/// A field with an id or a day, in which nothing can need an escape.
fn plain(out: &mut Vec<u8>, key: &[u8], text: &str) {
    if !text.is_empty() {
        out.extend_from_slice(key);
        out.extend_from_slice(text.as_bytes());
        out.push(b'"');
    }
}

fn field(out: &mut Vec<u8>, key: &[u8], text: &str) {
    // Without a way out of the loop, so that it goes over many bytes at once.
    let escapes = text.bytes().fold(false, |escapes, byte| escapes | (byte < 0x20) | (byte == b'"') | (byte == b'\\'));
    if !escapes {
        return plain(out, key, text);
    }
    let quoted = quoted(text);
    out.extend_from_slice(key);
    out.extend_from_slice(&quoted.as_bytes()[1..]);
}

/// A text as JSON.
pub(super) fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}
