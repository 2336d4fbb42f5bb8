//! How a table is written down, as its first bytes tell.

use crate::found::without_mark;
use std::path::Path;

/// How much of a table tells its layout and its encoding, in bytes.
pub(super) const HEAD: u64 = 256 << 10;

/// How a table is laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Layout {
    /// CSV, with this between the cells.
    Delimited(u8),
    /// A JSON array of objects.
    Objects,
    /// A JSON object on each line.
    Lines,
}

/// What the head of a table tells, which is in UTF-8.
pub(super) fn layout(name: &str, head: &[u8]) -> Layout {
    let head = &head[without_mark(head)..];
    let ending = Path::new(name).extension().and_then(|ending| ending.to_str()).map(str::to_ascii_lowercase);
    let first = head.trim_ascii_start().first();
    match (ending.as_deref(), first) {
        (Some("csv" | "tsv" | "tab"), _) => Layout::Delimited(delimiter(head)),
        (_, Some(b'[')) => Layout::Objects,
        (_, Some(b'{')) => Layout::Lines,
        _ => Layout::Delimited(delimiter(head)),
    }
}

/// What stands most often between the cells of the first line.
fn delimiter(head: &[u8]) -> u8 {
    let mut quoted = false;
    let mut counts = [(b',', 0), (b';', 0), (b'\t', 0)];
    for &byte in head.trim_ascii_start() {
        match byte {
            b'"' => quoted = !quoted,
            b'\n' | b'\r' if !quoted => break,
            _ if quoted => {}
            _ => counts.iter_mut().filter(|(delimiter, _)| *delimiter == byte).for_each(|(_, count)| *count += 1),
        }
    }
    let most = counts.iter().map(|(_, count)| *count).max().unwrap_or_default();
    counts.iter().find(|(_, count)| *count == most).map_or(b',', |(delimiter, _)| *delimiter)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_head_tells_the_layout() {
        for (name, head, expected) in [
            ("a.csv", "day,\"a;b;c\",n\n1;2;3", Layout::Delimited(b',')),
            ("a.csv", "\u{feff}day;n\n", Layout::Delimited(b';')),
            ("a.txt", "day\tn\n", Layout::Delimited(b'\t')),
            ("a.csv", "only\n", Layout::Delimited(b',')),
            ("a.json", " \n[\n{\"a\": 1}]", Layout::Objects),
            ("-", "{\"a\": 1}\n{\"a\": 2}", Layout::Lines),
        ] {
            assert_eq!(layout(name, head.as_bytes()), expected, "{head}");
        }
    }
}
