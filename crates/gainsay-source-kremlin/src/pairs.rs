//! The first two letters of a word as a number, so that most words are passed by with one look into a table.

/// The numbers of pairs lie below this.
pub(crate) const PAIRS: usize = LETTERS * LETTERS;

/// Cyrillic letters and Latin ones, and one for all the rest.
const LETTERS: usize = 128;

/// The number of the first two letters of a word, small or capital.
pub(crate) fn pair(bytes: &[u8]) -> usize {
    let (first, next) = letter(bytes);
    let (second, _) = letter(bytes.get(next..).unwrap_or_default());
    first * LETTERS + second
}

/// The number of a letter, and how many bytes it takes.
fn letter(bytes: &[u8]) -> (usize, usize) {
    match bytes {
        [first @ (0xd0 | 0xd1), second, ..] => {
            let code = usize::from(first & 1) << 6 | usize::from(second & 0x3f);
            // Capital letters lie 32 places before the small ones; «Ё» is as good as «е».
            let small = match code {
                0x01 | 0x51 => 0x35,
                0x10..0x30 => code + 0x20,
                _ => code.min(95),
            };
            (small, 2)
        }
        [first, ..] if first.is_ascii_alphabetic() => (usize::from(first & 0x1f) + 96, 1),
        _ => (0, 1),
    }
}

/// Lists by the first two letters.
pub(crate) struct ByPair<T> {
    groups: Vec<Vec<T>>,
    group_of: Vec<u16>,
}

impl<T> ByPair<T> {
    pub fn new() -> ByPair<T> {
        ByPair { groups: vec![Vec::new()], group_of: vec![0; PAIRS] }
    }

    pub fn push(&mut self, word: &str, what: T) {
        let group = &mut self.group_of[pair(word.as_bytes())];
        if *group == 0 {
            *group = u16::try_from(self.groups.len()).expect("there are fewer pairs of letters");
            self.groups.push(Vec::new());
        }
        self.groups[usize::from(*group)].push(what);
    }

    /// What was put under the first two letters of a text.
    pub fn at(&self, bytes: &[u8]) -> &[T] {
        &self.groups[usize::from(self.group_of[pair(bytes)])]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_and_capital_letters_have_one_number() {
        for (one, other) in [("Всего", "вСЕ"), ("Ёж", "еж"), ("Since", "sI"), ("ТАНК", "танк"), ("Шойгу", "шо")]
        {
            assert_eq!(pair(one.as_bytes()), pair(other.as_bytes()), "{one}");
        }
        for (one, other) in [("все", "вот"), ("so", "si"), ("со", "so"), ("s", "si"), ("", "а")] {
            assert_ne!(pair(one.as_bytes()), pair(other.as_bytes()), "{one}");
        }
        assert!(pair("яя".as_bytes()) < PAIRS && pair("zz".as_bytes()) < PAIRS && pair("ѿѿ".as_bytes()) < PAIRS);
    }
}
