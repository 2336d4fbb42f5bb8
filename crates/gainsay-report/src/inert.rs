//! Text from claims that can do nothing where it is shown.

use std::borrow::Cow;

/// Text for a terminal or any other plain output. White space becomes spaces; control characters,
/// and those that reorder or hide text, are spelt out as `\u{1b}`. So is one letter of what a build
/// server would take for a command in its log: `::error::` and `##[error]`.
pub fn plain(text: &str) -> Cow<'_, str> {
    let is_harmless = |letter: char| !is_active(letter) && !letter.is_control();
    if text.chars().all(is_harmless) && !text.contains("::") && !text.contains("##") {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len() + 8);
    for (position, letter) in text.char_indices() {
        match letter {
            '\n' | '\t' | '\r' | '\u{2028}' | '\u{2029}' => shown.push(' '),
            _ if letter.is_control() || is_active(letter) => shown.extend(letter.escape_unicode()),
            ':' | '#' if starts_command(&text[..position], &text[position..]) => shown.extend(letter.escape_unicode()),
            _ => shown.push(letter),
        }
    }
    Cow::Owned(shown)
}

/// Whether a mark is the second of the two that begin a command of GitHub (`::error`, `##[error]`), Azure
/// (`##vso[`) or TeamCity (`##teamcity[`).
pub fn starts_command(before: &str, from: &str) -> bool {
    let behind = &from[1..];
    match from.as_bytes()[0] {
        b':' => before.ends_with(':') && behind.starts_with(|letter: char| letter.is_ascii_alphabetic()),
        _ => {
            before.ends_with('#')
                && behind.trim_start_matches(|letter: char| letter.is_ascii_alphabetic()).starts_with('[')
        }
    }
}

/// Whether a character that is not a control character changes how its neighbours are shown:
/// bidirectional marks and overrides, zero-width characters, separators, tags.
///
/// The zero-width joiner and non-joiner stay: scripts and emoji need them.
pub fn is_active(letter: char) -> bool {
    matches!(letter,
        '\u{61C}' | '\u{180E}' | '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{206F}'
        | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}' | '\u{E0000}'..='\u{E007F}')
}

/// Text for Markdown: no character of it is markup, HTML or a link.
pub fn markdown(text: &str) -> String {
    let text = plain(text);
    let text = text.trim();
    let mut shown = String::with_capacity(text.len() + 8);
    let list_mark = match text.find(|letter: char| !letter.is_ascii_digit()) {
        Some(0) if text.starts_with(['-', '+', '=']) => Some(0),
        Some(end) if end > 0 && text[end..].starts_with(['.', ')']) => Some(end),
        _ => None,
    };
    for (position, letter) in text.char_indices() {
        match letter {
            '<' => shown.push_str("&lt;"),
            '>' => shown.push_str("&gt;"),
            '&' => shown.push_str("&amp;"),
            '@' => shown.push_str("&#64;"),
            ':' if text[position..].starts_with("://") => shown.push_str("&#58;"),
            '.' if ends_with_www(&text.as_bytes()[..position]) => shown.push_str("&#46;"),
            '\\' | '`' | '*' | '_' | '{' | '}' | '[' | ']' | '#' | '|' | '~' | '!' | '$' => {
                shown.push('\\');
                shown.push(letter);
            }
            _ => {
                if list_mark == Some(position) {
                    shown.push('\\');
                }
                shown.push(letter);
            }
        }
    }
    shown
}

/// Whether an address without a scheme may go on here. Only the end is looked at: a text may be long.
fn ends_with_www(before: &[u8]) -> bool {
    before.last_chunk::<3>().is_some_and(|end| end.eq_ignore_ascii_case(b"www"))
}

/// Text for a cell of a spreadsheet: what would start a formula starts with an apostrophe.
pub fn cell(text: &str) -> String {
    let guard =
        if text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']) { "'" } else { "" };
    format!("{guard}{}", plain(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_reaches_a_terminal_that_it_would_obey() {
        assert_eq!(plain("a\u{1b}[2Jb\tc\nd"), "a\\u{1b}[2Jb c d");
        assert_eq!(plain("5,937\u{202e}739,5\u{2069}"), "5,937\\u{202e}739,5\\u{2069}");
        assert_eq!(plain("\u{9b}31m"), "\\u{9b}31m");
        assert_eq!(plain("Втрати: 120"), "Втрати: 120");
    }

    #[test]
    fn nothing_is_a_command_in_a_log() {
        assert_eq!(plain("::error::x"), ":\\u{3a}error:\\u{3a}x");
        assert_eq!(plain("a ##[add-mask]b ##vso[x]"), "a #\\u{23}[add-mask]b #\\u{23}vso[x]");
        assert_eq!(plain(":: 12::30 ## a"), ":: 12::30 ## a");
    }

    #[test]
    fn markdown_and_html_are_shown_as_written() {
        assert_eq!(markdown("**a** <b> | [x](y) & `c`"), "\\*\\*a\\*\\* &lt;b&gt; \\| \\[x\\](y) &amp; \\`c\\`");
        assert_eq!(markdown("- item"), "\\- item");
        assert_eq!(markdown("12. item"), "12\\. item");
        assert_eq!(
            markdown("see https://example.org and www.example.org"),
            "see https&#58;//example.org and www&#46;example.org"
        );
        assert_eq!(markdown("a\n# b"), "a \\# b");
    }

    #[test]
    fn formulas_are_not_formulas() {
        for text in ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1"] {
            assert!(cell(text).starts_with('\''), "{text:?}");
        }
        assert_eq!(cell("183,750 = a lot"), "183,750 = a lot");
        assert_eq!(cell(""), "");
    }
}
