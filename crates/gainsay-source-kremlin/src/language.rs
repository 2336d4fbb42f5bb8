//! Which of the languages of this source a text is in.

use gainsay_claim::RawDocument;
use gainsay_text::Language;

/// The language of a text, as it is given or as its letters tell; none where this source does not write it.
pub(crate) fn language(raw: &RawDocument<'_>) -> Option<Language> {
    match raw.language.map(|tag| tag.split('-').next().unwrap_or(tag)) {
        Some("ru") => return Some(Language::Russian),
        Some("en") => return Some(Language::English),
        Some("uk") => return None,
        _ => {}
    }
    let mut end = LANGUAGE_SAMPLE.min(raw.text.len());
    while !raw.text.is_char_boundary(end) {
        end -= 1;
    }
    let (mut cyrillic, mut latin, mut ukrainian) = (0_usize, 0_usize, 0_usize);
    for letter in raw.text[..end].chars() {
        match letter {
            'і' | 'ї' | 'є' | 'ґ' | 'І' | 'Ї' | 'Є' | 'Ґ' => ukrainian += 1,
            'а'..='я' | 'А'..='Я' | 'ё' | 'Ё' => cyrillic += 1,
            'a'..='z' | 'A'..='Z' => latin += 1,
            _ => {}
        }
    }
    // Every thirtieth letter of a Ukrainian text is one that Russian does not have; a Russian one quotes a name.
    let language = if cyrillic > latin { Language::Russian } else { Language::English };
    (ukrainian * 40 <= cyrillic).then_some(language)
}

/// How much of a text tells its language, in bytes.
const LANGUAGE_SAMPLE: usize = 4_000;
