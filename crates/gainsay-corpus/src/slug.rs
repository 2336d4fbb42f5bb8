//! Ids made of names.

/// Whether a text is an id: lower-case letters, digits, `-`, `/` and `.`.
pub fn is_id(text: &str) -> bool {
    !text.is_empty()
        && text.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b"-/.".contains(&byte))
}

/// An id made of a name: lower-case Latin letters and digits, with hyphens for all else. Cyrillic is
/// transliterated; a name without a letter or digit that can be shown gives nothing.
pub fn slug(name: &str) -> Option<String> {
    let mut id = String::with_capacity(name.len());
    let mut gap = false;
    for letter in name.chars().flat_map(char::to_lowercase) {
        let text = match letter {
            'a'..='z' | '0'..='9' => None,
            // An apostrophe and the soft sign are not heard: «об'єкт», "Girkin's".
            '\'' | '’' | 'ь' | 'ъ' => continue,
            _ => match latin(letter) {
                Some(text) => Some(text),
                None => {
                    gap = true;
                    continue;
                }
            },
        };
        if std::mem::take(&mut gap) && !id.is_empty() {
            id.push('-');
        }
        match text {
            Some(text) => id.push_str(text),
            None => id.push(letter),
        }
    }
    (!id.is_empty()).then_some(id)
}

/// The letters of Ukrainian and Russian after the Ukrainian passport rules of 2010, and the accented
/// letters that names of Western sources have.
fn latin(letter: char) -> Option<&'static str> {
    Some(match letter {
        'а' | 'à' | 'á' | 'â' | 'ä' | 'å' | 'ã' | 'ą' => "a",
        'б' => "b",
        'в' => "v",
        'г' => "h",
        'ґ' => "g",
        'д' => "d",
        'е' | 'э' | 'ё' | 'è' | 'é' | 'ê' | 'ë' | 'ę' | 'ě' => "e",
        'є' => "ie",
        'ж' | 'ž' | 'ż' => "zh",
        'з' | 'ź' => "z",
        'и' | 'ы' => "y",
        'і' | 'ї' | 'й' | 'ì' | 'í' | 'î' | 'ï' => "i",
        'к' => "k",
        'л' | 'ł' => "l",
        'м' => "m",
        'н' | 'ñ' | 'ń' => "n",
        'о' | 'ò' | 'ó' | 'ô' | 'ö' | 'ø' => "o",
        'п' => "p",
        'р' | 'ř' => "r",
        'с' | 'ś' => "s",
        'т' => "t",
        'у' | 'ù' | 'ú' | 'û' | 'ü' => "u",
        'ф' => "f",
        'х' => "kh",
        'ц' => "ts",
        'ч' | 'č' => "ch",
        'ш' | 'š' => "sh",
        'щ' => "shch",
        'ю' => "iu",
        'я' => "ia",
        'ç' | 'ć' => "c",
        'ß' => "ss",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_become_ids() {
        for (name, id) in [
            ("US officials (via NYT)", "us-officials-via-nyt"),
            ("Self-Propelled Anti-Tank Missile Systems", "self-propelled-anti-tank-missile-systems"),
            ("  Медіазона ", "mediazona"),
            ("Surface-To-Air Missile Systems\n", "surface-to-air-missile-systems"),
            ("Girkin's", "girkins"),
        ] {
            assert_eq!(slug(name).as_deref(), Some(id));
            assert!(is_id(id));
        }
        assert_eq!(slug("—"), None);
        assert_eq!(slug("損失"), None);
    }
}
