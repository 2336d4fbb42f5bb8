//! Figures in cells.

use super::name::shortened;
use gainsay_claim::Count;
use gainsay_claim::count::CountError;
use std::fmt::Write;

/// Appends the figure of a cell as JSON has it: `1,200,000` and `1 200 000` are 1200000.
///
/// # Errors
/// What is wrong with it, and the way out; then nothing is appended.
pub(super) fn read(cell: &str, out: &mut String) -> Result<(), (String, String)> {
    let bytes = cell.as_bytes();
    if !bytes.is_empty()
        && bytes.len() <= 18
        && bytes.iter().all(u8::is_ascii_digit)
        && (bytes[0] != b'0' || bytes.len() == 1)
    {
        out.push_str(cell);
        return Ok(());
    }
    if cell.starts_with(['=', '+', '@']) {
        return Err((
            format!("`{}` is a formula, not what it comes to", shortened(cell)),
            "save the table with its values".to_owned(),
        ));
    }
    let count = ungrouped(cell).unwrap_or(Err(CountError::Malformed)).map_err(|error| {
        let reason = match error {
            CountError::Malformed => {
                return (
                    format!("`{}` is not a number", shortened(cell)),
                    "write digits, as in 390580, 1,200,000 or 21.6".to_owned(),
                );
            }
            other => other.to_string(),
        };
        let (message, help) = reason.split_once("; ").unwrap_or((&reason, ""));
        (format!("`{}`: {message}", shortened(cell)), help.to_owned())
    })?;
    let _ = write!(out, "{}", count.whole_part());
    if !count.is_whole() {
        out.push('.');
        out.push_str(&count.decimals());
    }
    Ok(())
}

/// A number whose group marks are all the same and stand before every three digits; nothing where
/// they are not. A comma before two digits may be a decimal one, and we do not guess.
fn ungrouped(cell: &str) -> Option<Result<Count, CountError>> {
    let (whole, decimals) = cell.split_once('.').map_or((cell, None), |(whole, decimals)| (whole, Some(decimals)));
    let sign = if whole.starts_with(['-', '−']) { "-" } else { "" };
    let whole = whole.trim_start_matches(['-', '−']);
    let mut digits = String::with_capacity(cell.len() + 1);
    digits.push_str(sign);
    match whole.chars().find(|&letter| is_group_mark(letter)) {
        None => digits.push_str(whole),
        Some(mark) => {
            for (place, group) in whole.split(mark).enumerate() {
                let sound = if place == 0 { (1..=3).contains(&group.len()) } else { group.len() == 3 };
                if !sound {
                    return None;
                }
                digits.push_str(group);
            }
        }
    }
    if let Some(decimals) = decimals {
        digits.push('.');
        digits.push_str(decimals);
    }
    Some(digits.parse())
}

/// Commas, and the spaces that are set between thousands: plain, no-break, narrow and thin.
fn is_group_mark(letter: char) -> bool {
    matches!(letter, ',' | ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}')
}

#[cfg(test)]
mod tests {
    #[test]
    fn figures_are_read_or_refused() {
        let read = |cell: &str| {
            let mut out = String::new();
            super::read(cell, &mut out).map(|()| out).map_err(|(message, _)| message)
        };
        for (cell, figure) in [
            ("390580", "390580"),
            ("1,200,000", "1200000"),
            ("1 200 000", "1200000"),
            ("1\u{a0}200\u{a0}000", "1200000"),
            ("1\u{202f}200", "1200"),
            ("21.60", "21.6"),
            ("1,234.5", "1234.5"),
            ("007", "7"),
            ("0", "0"),
        ] {
            assert_eq!(read(cell).as_deref(), Ok(figure), "{cell}");
        }
        for cell in [
            "110,00",
            "1,20,000",
            "1,200 000",
            "1.200.000",
            "~500",
            "5k",
            "n/a",
            "=1+2",
            "+5",
            "-5",
            "1e5",
            "",
            "१२",
            "12,5",
            ",500",
            "99999999999999999999",
        ] {
            assert!(read(cell).is_err(), "{cell}");
        }
        assert_eq!(read("=1+2"), Err("`=1+2` is a formula, not what it comes to".into()));
    }
}
