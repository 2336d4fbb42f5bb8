//! How a table is written down, as its first bytes tell.

use crate::found::without_mark;
use std::path::Path;

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

/// What the head of a table tells. `whole` says that the head is all there is.
///
/// # Errors
/// The name of an encoding that is not read, with the way out.
pub(super) fn layout(name: &str, head: &[u8]) -> Result<Layout, String> {
    let refuse = |encoding: &str, iconv: &str| {
        Err(format!("`{name}` is in {encoding}; save it as UTF-8 (`iconv -f {iconv} -t UTF-8`)"))
    };
    match head {
        [0xff, 0xfe, ..] => return refuse("UTF-16", "UTF-16"),
        [0xfe, 0xff, ..] => return refuse("UTF-16", "UTF-16"),
        [b'P', b'K', 3, 4, ..] => {
            return Err(format!("`{name}` is a workbook, not a table in text; save it as CSV (UTF-8)"));
        }
        _ => {}
    }
    if head.iter().take(1_000).filter(|&&byte| byte == 0).count() > head.len().min(1_000) / 4 {
        let big = head.first() == Some(&0);
        return if big { refuse("UTF-16", "UTF-16BE") } else { refuse("UTF-16", "UTF-16LE") };
    }
    let head = &head[without_mark(head)..];
    // The head may end within a letter.
    if let Err(error) = std::str::from_utf8(head)
        && error.error_len().is_some()
    {
        // In Windows-1251 the bytes from 0xC0 on are the letters of the alphabet; in KOI8 and other
        // encodings as well, so that it is named as what it most likely is.
        let high = head.iter().filter(|byte| **byte >= 0x80).count();
        let letters = head
            .iter()
            .filter(|byte| **byte >= 0xc0 || matches!(byte, 0xa8 | 0xb8 | 0xaa | 0xba | 0xaf | 0xbf | 0xb2 | 0xb3))
            .count();
        if letters * 4 >= high * 3 {
            return refuse("Windows-1251 or another encoding of one byte a letter, not in UTF-8", "WINDOWS-1251");
        }
        return refuse("an encoding that is not UTF-8", "…");
    }
    let ending = Path::new(name).extension().and_then(|ending| ending.to_str()).map(str::to_ascii_lowercase);
    let first = head.trim_ascii_start().first();
    Ok(match (ending.as_deref(), first) {
        (Some("csv" | "tsv" | "tab"), _) => Layout::Delimited(delimiter(head)),
        (_, Some(b'[')) => Layout::Objects,
        (_, Some(b'{')) => Layout::Lines,
        _ => Layout::Delimited(delimiter(head)),
    })
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
            assert_eq!(layout(name, head.as_bytes()), Ok(expected), "{head}");
        }
    }

    #[test]
    fn other_encodings_are_refused_by_name() {
        let utf16: Vec<u8> = "день,число\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let ascii16: Vec<u8> = "day,number\n".encode_utf16().flat_map(u16::to_be_bytes).collect();
        let cp1251 = b"\xe4\xe5\xed\xfc,\xf7\xe8\xf1\xeb\xee\n";
        for (bytes, encoding) in [
            (&[&[0xff, 0xfe], &utf16[..]].concat()[..], "UTF-16"),
            (&ascii16, "UTF-16BE"),
            (cp1251, "WINDOWS-1251"),
            (b"PK\x03\x04..", "workbook"),
        ] {
            let message = layout("a.csv", bytes).expect_err(encoding);
            assert!(message.contains(encoding), "{message}");
        }
    }
}
