//! Patterns with `*` and `?`.

/// Whether a text matches a pattern: `*` stands for any run of characters, `?` for any one.
pub(crate) fn matches(pattern: &str, text: &str) -> bool {
    let pattern: Vec<char> = pattern.chars().collect();
    let text: Vec<char> = text.chars().collect();
    let (mut at, mut place) = (0, 0);
    // Where the last star stands, and how much of the text it has taken so far.
    let mut star: Option<(usize, usize)> = None;
    while place < text.len() {
        match pattern.get(at) {
            Some('*') => {
                star = Some((at, place));
                at += 1;
            }
            Some(&letter) if letter == '?' || letter == text[place] => {
                at += 1;
                place += 1;
            }
            _ => match star {
                Some((behind, taken)) => {
                    star = Some((behind, taken + 1));
                    at = behind + 1;
                    place = taken + 1;
                }
                None => return false,
            },
        }
    }
    pattern[at..].iter().all(|&letter| letter == '*')
}

/// Whether a pattern holds a wildcard.
pub(crate) fn is_pattern(text: &str) -> bool {
    text.contains(['*', '?'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stars_and_question_marks() {
        for (pattern, text, expected) in [
            ("tanks-lost/*", "tanks-lost/russian-forces/ukraine", true),
            ("*", "", true),
            ("*/ukraine", "killed/civilians/ukraine", true),
            ("killed/*/u?raine", "killed/civilians/ukraine", true),
            ("a*b*c", "a-b-b-c", true),
            ("killed", "killed/civilians", false),
            ("?", "", false),
            ("втрат*", "втрати", true),
        ] {
            assert_eq!(matches(pattern, text), expected, "{pattern} {text}");
        }
        assert!(!matches(&"*a".repeat(2_000), &"a".repeat(1_999)));
    }
}
