//! Paths as URIs (RFC 3986).

use std::fmt::Write;

/// A file as SARIF names it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct FileUri {
    /// Relative to where gainsay ran, or absolute.
    pub uri: String,
    /// Whether it is relative.
    pub relative: bool,
}

/// The URI of a path with `/` between its folders; none for standard input.
pub fn file_uri(path: &str) -> Option<FileUri> {
    if path.is_empty() || path == "-" {
        return None;
    }
    let drive = path.as_bytes().get(1) == Some(&b':') && path.as_bytes()[0].is_ascii_alphabetic();
    let absolute = path.starts_with('/') || (drive && path.as_bytes().get(2) == Some(&b'/'));
    let mut rest = path;
    while let Some(behind) = rest.strip_prefix("./") {
        rest = behind.trim_start_matches('/');
    }
    let head = match (absolute, drive) {
        (false, _) => String::new(),
        (true, false) => "file://".to_owned(),
        (true, true) => format!("file:///{}", &path[..2]),
    };
    if absolute && drive {
        rest = &path[2..];
    }
    Some(FileUri { uri: format!("{head}{}", encoded(rest)), relative: !absolute })
}

/// Text in which every byte that is not unreserved stands as `%` and two digits; `/` stays.
fn encoded(text: &str) -> String {
    text.bytes().fold(String::with_capacity(text.len()), |mut uri, byte| {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
            uri.push(char::from(byte));
        } else {
            let _ = write!(uri, "%{byte:02X}");
        }
        uri
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_encoded_and_stay_relative() {
        for (path, uri) in [
            ("claims/a.json", "claims/a.json"),
            ("./claims/a.json", "claims/a.json"),
            ("claims/втрати 1#2?%.json", "claims/%D0%B2%D1%82%D1%80%D0%B0%D1%82%D0%B8%201%232%3F%25.json"),
            ("c:x\n<b>", "c%3Ax%0A%3Cb%3E"),
            ("../claims/a.json", "../claims/a.json"),
            ("/tmp/a b", "file:///tmp/a%20b"),
            ("C:/claims/a.json", "file:///C:/claims/a.json"),
        ] {
            let found = file_uri(path).expect("it is a file");
            assert_eq!((&*found.uri, found.relative), (uri, !uri.starts_with("file:")), "{path}");
        }
        assert_eq!(file_uri("-"), None);
    }
}
