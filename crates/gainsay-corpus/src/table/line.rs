//! A claim as a line of NDJSON, in the order in which [`gainsay_claim::Draft`] has its fields.
//!
//! The line is written straight into the output: a table of a million rows makes a million of them.

/// What goes into a line. What is not there is left out.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct ClaimLine<'a> {
    pub(super) document: &'a str,
    pub(super) source: &'a str,
    pub(super) speaker: &'a str,
    pub(super) via: &'a [&'a str],
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
    field(out, b",\"source\":\"", line.source);
    field(out, b",\"speaker\":\"", line.speaker);
    if let Some((first, rest)) = line.via.split_first() {
        field(out, b",\"via\":[\"", first);
        for outlet in rest {
            field(out, b",\"", outlet);
        }
        out.push(b']');
    }
    field(out, b",\"said\":\"", line.said);
    field(out, b",\"measure\":\"", line.measure);
    field(out, b",\"subject\":\"", line.subject);
    field(out, b",\"place\":\"", line.place);
    if let Some((from, to)) = line.period {
        field(out, b",\"period\":{\"from\":\"", from);
        field(out, b",\"to\":\"", to);
        out.push(b'}');
    }
    field(out, b",\"basis\":\"", line.basis);
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

fn field(out: &mut Vec<u8>, key: &[u8], text: &str) {
    if text.is_empty() {
        return;
    }
    out.extend_from_slice(key);
    if text.bytes().any(|byte| byte < 0x20 || byte == b'"' || byte == b'\\') {
        let quoted = quoted(text);
        out.extend_from_slice(&quoted.as_bytes()[1..quoted.len() - 1]);
    } else {
        out.extend_from_slice(text.as_bytes());
    }
    out.push(b'"');
}

/// A text as JSON.
pub(super) fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}
