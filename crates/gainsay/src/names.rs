//! Naming what a user may have meant.

use gainsay_claim::vocabulary::nearest;

/// A fragment that says that nothing has this name, and what it may be instead.
pub(crate) fn unknown<'a>(what: &str, name: &str, known: impl IntoIterator<Item = &'a str>, otherwise: &str) -> String {
    let name_shown = name.escape_debug();
    match nearest(name, known) {
        Some(near) => format!("no {what} is called `{name_shown}`; did you mean `{near}`?"),
        None => format!("no {what} is called `{name_shown}`; {otherwise}"),
    }
}

/// Text of a corpus as it may go to a terminal or a log: without control characters, and with no command of
/// a build server.
pub(crate) fn plain(text: &str) -> String {
    let quiet = |letter: char| if letter.is_control() || is_direction(letter) { ' ' } else { letter };
    gainsay_report::plain(&text.chars().map(quiet).collect::<String>()).into_owned()
}

/// Marks that turn the direction of writing, by which a text can pass for another.
fn is_direction(letter: char) -> bool {
    matches!(letter, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}
