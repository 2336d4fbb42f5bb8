//! Numbers in words: «двохсот», «пятьсот пятьдесят», "five hundred and fifty", «півтори тисячі».

use crate::Figure;
use crate::lexicon::Role;
use crate::token::{Kind, Tokens, is_hyphen};

/// A number in words, up to the token behind it.
pub(super) struct Words {
    pub figure: Figure,
    pub next: usize,
}

/// More words than this are no one number.
const MOST_WORDS: usize = 16;

/// Any word that multiplies.
const SCALES: Role = Role::SCALE.and(Role::ORDER);

/// Reads the number whose first word stands at `first`.
pub(super) fn words(tokens: &Tokens<'_>, first: usize) -> Option<Words> {
    let entry = tokens.entry(first)?;
    if entry.roles.any(Role::LUMP) {
        return Some(Words { figure: Figure::whole(entry.value), next: first + 1 });
    }
    if entry.roles.any(Role::ONE_AND_A_HALF.and(Role::HALF)) {
        return halves(tokens, first, entry.roles.any(Role::ONE_AND_A_HALF));
    }
    if !entry.roles.any(Role::CARDINAL.and(Role::SINGLE)) {
        return None;
    }
    let mut sum = Sum { total: 0, current: 0, smallest: u64::MAX, room: 1000, said: false };
    let mut next = first;
    let mut end = first;
    while next < first + MOST_WORDS {
        let joined = next == first || tokens.follows(next) && tokens.is_kind(next, Kind::Word);
        if !joined || !sum.take(tokens, next) {
            break;
        }
        end = next + 1;
        next = after_joint(tokens, end, &sum);
    }
    let value = Figure::whole(sum.total.checked_add(sum.current)?);
    if end == first {
        return None;
    }
    Some(and_a_half(tokens, value, end).unwrap_or(Words { figure: value, next: end }))
}

/// Where the next word of the number would stand: behind a hyphen, or behind "and" where it may follow.
fn after_joint(tokens: &Tokens<'_>, end: usize, sum: &Sum) -> usize {
    let hyphen = tokens.is_glued(end) && tokens.mark(end).is_some_and(is_hyphen) && tokens.is_glued(end + 1);
    if hyphen && sum.room == 10 && tokens.value(end + 1, Role::CARDINAL).is_some_and(|value| (1..10).contains(&value)) {
        return end + 1;
    }
    let and = tokens.says(end, "and") && end > 0 && tokens.is(end - 1, Role::AND_GOES_ON);
    if and && tokens.value(end + 1, Role::CARDINAL).is_some_and(|value| value > 0) {
        return end + 1;
    }
    end
}

/// "two and a half thousand", «три з половиною тисячі».
fn and_a_half(tokens: &Tokens<'_>, value: Figure, end: usize) -> Option<Words> {
    let english = tokens.says(end, "and") && tokens.says(end + 1, "a") && tokens.says(end + 2, "half");
    let slavic = tokens.says_one(end, &["з", "із", "с"]) && tokens.says_one(end + 1, &["половиною", "половиной"]);
    let next = end + if english { 3 } else { 2 };
    let on_one_line = (end..next).all(|index| tokens.follows(index));
    if !(english || slavic) || !on_one_line || value >= Figure::whole(1000) {
        return None;
    }
    let figure = value.plus(Figure::whole(1).half())?;
    match tokens.value(next, SCALES).filter(|_| tokens.follows(next)) {
        Some(scale) => Some(Words { figure: figure.times(scale)?, next: next + 1 }),
        None => Some(Words { figure, next }),
    }
}

/// «півтори тисячі», «пів мільйона», "half a million"; one and a half of nothing is no whole count.
fn halves(tokens: &Tokens<'_>, first: usize, and_one: bool) -> Option<Words> {
    let article = usize::from(tokens.says(first + 1, "a") && tokens.says(first, "half"));
    let hyphen = usize::from(tokens.mark(first + 1).is_some_and(is_hyphen) && tokens.is_glued(first + 1));
    let scale = first + 1 + article.max(hyphen);
    let value = tokens.value(scale, SCALES).filter(|_| tokens.follows(scale))?;
    let figure = Figure::whole(value).half();
    let figure = if and_one { figure.plus(Figure::whole(value))? } else { figure };
    Some(Words { figure, next: scale + 1 })
}

/// A number as it grows by its words.
struct Sum {
    total: u64,
    current: u64,
    /// The last scale that closed a group; the next must be smaller.
    smallest: u64,
    /// The next word must be smaller than this, as units follow tens and tens hundreds.
    room: u64,
    said: bool,
}

impl Sum {
    /// Takes a word in, or says that the number ended before it.
    fn take(&mut self, tokens: &Tokens<'_>, index: usize) -> bool {
        let Some(entry) = tokens.entry(index) else { return false };
        if entry.roles.any(Role::CARDINAL) {
            return self.add(entry.value);
        }
        let alone = !self.said || self.current == 0;
        if !entry.roles.any(SCALES)
            || is_abbreviation_unlike_scale(entry.word)
            || alone && !entry.roles.any(Role::SINGLE)
        {
            return false;
        }
        self.multiply(entry.value, alone)
    }

    fn add(&mut self, value: u64) -> bool {
        // A second word for nothing, or anything after "zero", is another number.
        let closed = self.said && (self.current == 0 && self.total == 0 || value == 0);
        if closed || value >= self.room || value >= self.smallest {
            return false;
        }
        self.current += value;
        self.room = match value {
            0..20 => 1,
            20..100 => 10,
            _ => 100,
        };
        self.said = true;
        true
    }

    fn multiply(&mut self, scale: u64, alone: bool) -> bool {
        let count = if alone { 1 } else { self.current };
        if scale <= 100 {
            // "five hundred and fifty": the hundreds stay open for tens; dozens do not.
            if count >= 100 || alone && self.total > 0 && scale < 100 {
                return false;
            }
            self.current = count * scale;
            self.room = if scale == 100 { 100 } else { 1 };
            self.said = true;
            return true;
        }
        if scale >= self.smallest {
            return false;
        }
        let Some(total) = count.checked_mul(scale).and_then(|group| self.total.checked_add(group)) else {
            return false;
        };
        (self.total, self.current, self.smallest, self.room, self.said) = (total, 0, scale, 1000, true);
        true
    }
}

/// Letters that multiply only digits they are glued to.
fn is_abbreviation_unlike_scale(word: &str) -> bool {
    matches!(word, "k" | "m" | "mn" | "bn" | "ths")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn number_words_are_read_in_three_languages() {
        for (text, expected, rest) in [
            ("двохсот танків", "200", "танків"),
            ("пятьсот пятьдесят солдат", "550", "солдат"),
            ("five hundred and fifty tanks", "550", "tanks"),
            ("twenty-five tanks", "25", "tanks"),
            ("півтори тисячі окупантів", "1500", "окупантів"),
            ("полтора миллиона", "1500000", ""),
            ("half a million", "500000", ""),
            ("пів мільйона", "500000", ""),
            ("полмиллиона рублей", "500000", "рублей"),
            ("two thousand three hundred and four", "2304", ""),
            ("one million two hundred thousand and six", "1200006", ""),
            ("сто двадцять три тисячі чотириста п'ятдесят шість", "123456", ""),
            ("тысячу двести", "1200", ""),
            ("тисяча", "1000", ""),
            ("hundred", "100", ""),
            ("two dozen", "24", ""),
            ("дев'ять артилерійських", "9", "артилерійських"),
            ("двадцятьох", "20", ""),
            ("семи одиниць", "7", "одиниць"),
            ("two three", "2", "three"),
            ("двадцять тридцять", "20", "тридцять"),
            ("пятнадцать два", "15", "два"),
            ("три сотни", "300", ""),
            ("zero", "0", ""),
            ("three and a half wounded", "3.5", "wounded"),
            ("две с половиной тысячи", "2500", ""),
            ("two and a half thousand", "2500", ""),
            ("five and six", "5", "and six"),
            ("п’ятсот", "500", ""),
        ] {
            let tokens = Tokens::of(text);
            let words = words(&tokens, 0).unwrap_or_else(|| panic!("{text}"));
            assert_eq!(words.figure.to_string(), expected, "{text}");
            assert_eq!(&text[tokens.span(words.next, tokens.list.len()).start..], rest, "{text}");
        }
    }

    #[test]
    fn plural_scales_alone_are_no_number() {
        for text in ["тисячі", "сотень", "millions", "dozens", "півтора", "half the army", "k", "млн"]
        {
            assert!(words(&Tokens::of(text), 0).is_none(), "{text}");
        }
    }
}
