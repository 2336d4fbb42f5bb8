//! Which language a text is written in, of the three that the sources use.

use crate::lexicon::lower;

/// A language.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs)]
pub enum Language {
    Ukrainian,
    Russian,
    English,
}

impl Language {
    /// Its BCP 47 tag.
    pub const fn tag(self) -> &'static str {
        match self {
            Language::Ukrainian => "uk",
            Language::Russian => "ru",
            Language::English => "en",
        }
    }

    /// Its name in English.
    pub const fn name(self) -> &'static str {
        match self {
            Language::Ukrainian => "Ukrainian",
            Language::Russian => "Russian",
            Language::English => "English",
        }
    }
}

/// The language of a text, or nothing where the text is too short, mixed, or in another language.
///
/// Ukrainian and Russian are told by the letters and the small words that only one of them has; the
/// winner must have twice the other's, as each quotes the other. English is told by its small words.
pub fn language(text: &str) -> Option<Language> {
    let mut cyrillic = 0;
    let mut latin = 0;
    let mut ukrainian = 0;
    let mut russian = 0;
    let mut english = 0;
    let mut words = 0;
    for letter in text.chars().map(lower) {
        match letter {
            'і' | 'ї' | 'є' | 'ґ' => ukrainian += 1,
            'ы' | 'э' | 'ъ' | 'ё' => russian += 1,
            _ => {}
        }
        match letter {
            'а'..='я' | 'ѐ'..='џ' | 'ґ' => cyrillic += 1,
            'a'..='z' => latin += 1,
            _ => {}
        }
    }
    let mut small = String::new();
    for word in text.split(|letter| !is_letter(letter)).filter(|word| !word.is_empty()) {
        words += 1;
        if word.is_ascii() {
            english += usize::from(ENGLISH.iter().any(|english| word.eq_ignore_ascii_case(english)));
            continue;
        }
        small.clear();
        small.extend(word.chars().take(LONGEST + 1).map(lower));
        if UKRAINIAN.contains(&&*small) {
            ukrainian += 1;
        } else if RUSSIAN.contains(&&*small) {
            russian += 1;
        }
    }
    if cyrillic > latin {
        if ukrainian > 2 * russian {
            Some(Language::Ukrainian)
        } else if russian > 2 * ukrainian {
            Some(Language::Russian)
        } else {
            None
        }
    } else {
        // Every tenth word of an English text is one of these; no other language has as many by chance.
        (english >= 3 && english * 20 >= words).then_some(Language::English)
    }
}

fn is_letter(letter: char) -> bool {
    matches!(letter, 'a'..='z' | 'A'..='Z' | 'Ѐ'..='ҁ' | 'Ҋ'..='ӿ') || !letter.is_ascii() && letter.is_alphabetic()
}

/// The letters of the longest of these words.
const LONGEST: usize = 8;
const UKRAINIAN: &[&str] = &["та", "що", "як", "це", "від", "під", "або", "про", "було", "який", "яка", "які", "також"];
const RUSSIAN: &[&str] =
    &["и", "что", "как", "это", "от", "или", "был", "было", "который", "которые", "также", "только", "его"];
const ENGLISH: &[&str] =
    &["the", "of", "and", "that", "was", "were", "with", "which", "from", "has", "have", "been", "its", "this"];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn three_languages_are_told_apart() {
        for (text, expected) in [
            ("Втрати противника: танки — 3665, бойові броньовані машини — 7110", Some(Language::Ukrainian)),
            (
                "Всего уничтожены: 261 беспилотный летательный аппарат, 1587 танков и других машин",
                Some(Language::Russian),
            ),
            ("The losses of the Russian forces have been put at 183,750 by the General Staff", Some(Language::English)),
            ("Речник заявив, що втрати від удару — «только командиров», та уточнив цифри", Some(Language::Ukrainian)),
            ("Die Verluste der russischen Armee sind in dieser Woche weiter gestiegen", None),
            ("120", None),
            ("", None),
            ("Танк", None),
        ] {
            assert_eq!(language(text), expected, "{text}");
        }
    }
}
