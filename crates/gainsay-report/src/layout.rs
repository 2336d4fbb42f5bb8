//! Text in columns, measured by what a terminal shows and not by bytes.

use crate::inert;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// How many columns a text takes.
pub fn width(text: &str) -> usize {
    text.width()
}

/// The text, cut to a number of columns; what was cut is marked by `…`. A number is never cut: a
/// part of it would be another number.
pub fn fit(text: &str, columns: usize) -> String {
    let text = inert::plain(text);
    if width(&text) <= columns {
        return text.into_owned();
    }
    if columns == 0 {
        return String::new();
    }
    let mut cut = String::new();
    let mut used = 0;
    for letter in text.chars() {
        let wide = letter.width().unwrap_or(0);
        if used + wide + 1 > columns {
            break;
        }
        used += wide;
        cut.push(letter);
    }
    let numeric = |letter: char| letter.is_ascii_digit() || letter == ',' || letter == '.';
    if text[cut.len()..].starts_with(numeric) {
        cut.truncate(cut.trim_end_matches(numeric).len());
    }
    cut.truncate(cut.trim_end().len());
    cut.push('…');
    cut
}

/// The text, filled up with spaces behind it.
pub fn left(text: &str, columns: usize) -> String {
    format!("{text}{}", spaces(columns.saturating_sub(width(text))))
}

/// The text, filled up with spaces before it.
pub fn right(text: &str, columns: usize) -> String {
    format!("{}{text}", spaces(columns.saturating_sub(width(text))))
}

/// A number of spaces.
pub fn spaces(columns: usize) -> String {
    " ".repeat(columns)
}

/// The text in lines of at most this many columns, broken at spaces; a word that is longer than a
/// line is broken where the line ends, but for an id, a path or an address, which stays whole.
pub fn wrap(text: &str, columns: usize) -> Vec<String> {
    let columns = columns.max(2);
    let text = inert::plain(text);
    let mut lines = Vec::new();
    let mut line = String::new();
    let mut used = 0;
    for word in text.split_whitespace() {
        let wide = width(word);
        if used > 0 && used + 1 + wide > columns {
            lines.push(std::mem::take(&mut line));
            used = 0;
        }
        if used > 0 {
            line.push(' ');
            used += 1;
        }
        if wide <= columns || is_path(word) {
            line.push_str(word);
            used += wide;
            continue;
        }
        for letter in word.chars() {
            let wide = letter.width().unwrap_or(0);
            if used + wide > columns {
                lines.push(std::mem::take(&mut line));
                used = 0;
            }
            line.push(letter);
            used += wide;
        }
    }
    if !line.is_empty() {
        lines.push(line);
    }
    lines
}

/// Whether a word may be an id, a path or an address.
fn is_path(word: &str) -> bool {
    word.contains('/') && word.bytes().all(|byte| byte.is_ascii_graphic() && !b"<>".contains(&byte))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_and_paths_stay_whole() {
        assert_eq!(wrap("in claims/kremlin.json at 3", 10), ["in", "claims/kremlin.json", "at 3"]);
    }

    #[test]
    fn cyrillic_is_wrapped_by_columns() {
        let lines = wrap("Загальні бойові втрати противника орієнтовно склали", 20);
        assert_eq!(lines, ["Загальні бойові", "втрати противника", "орієнтовно склали"]);
    }

    #[test]
    fn a_long_word_is_broken_and_wide_letters_count_twice() {
        assert_eq!(wrap("ааааааа бб", 3), ["ааа", "ааа", "а", "бб"]);
        assert_eq!(wrap("漢字漢字", 5), ["漢字", "漢字"]);
        assert_eq!(fit("漢字漢字", 5), "漢字…");
    }

    #[test]
    fn what_is_cut_is_marked() {
        assert_eq!(fit("втрати особового складу", 8), "втрати…");
        assert_eq!(fit("втрати", 6), "втрати");
        assert_eq!(fit("≈ 183,750 lost", 8), "≈…");
        assert_eq!(fit("≈ 183,750 lost", 10), "≈ 183,750…");
        assert_eq!(fit("втрати", 0), "");
        assert_eq!(right("5,937", 7), "  5,937");
        assert_eq!(left("ґ", 3), "ґ  ");
    }
}
