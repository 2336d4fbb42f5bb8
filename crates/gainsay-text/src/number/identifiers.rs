//! Digits that count nothing: names of weapons, times, house numbers, telephone numbers, ordinals.

use crate::lexicon::Role;
use crate::token::{Gap, Kind, Tokens, is_dash, is_hyphen};

/// The token behind digits at `index` that count nothing, or nothing where they may count.
pub(super) fn identifier(tokens: &Tokens<'_>, index: usize) -> Option<usize> {
    if !tokens.is_kind(index, Kind::Digits) {
        return None;
    }
    if is_named(tokens, index) {
        return Some(end_of_name(tokens, index));
    }
    telephone(tokens, index)
        .or_else(|| clock(tokens, index))
        .or_else(|| slashed(tokens, index))
        .or_else(|| suffixed(tokens, index))
        .or_else(|| list_mark(tokens, index))
}

/// Whether what stands before makes the digits part of a name: "T-72", «№ 5», "М777".
fn is_named(tokens: &Tokens<'_>, index: usize) -> bool {
    let Some(before) = index.checked_sub(1) else { return false };
    let glued = tokens.is_glued(index);
    if tokens.is_kind(before, Kind::Word) {
        return glued && !is_plain_word(tokens, before);
    }
    let Some(mark) = tokens.mark(before) else { return false };
    match mark {
        '№' => tokens.follows(index),
        '#' | '/' | '_' | '=' | '@' | '&' | '\\' => glued,
        '.' => {
            let dotted = index >= 2 && tokens.is_glued(before) && tokens.is_kind(before - 1, Kind::Word);
            let word = if dotted { tokens.words(before - 1) } else { "" };
            let numero = matches!(word, "No" | "no" | "Nos" | "nos" | "Nr" | "п" | "ст" | "ч" | "гл" | "стор" | "стр");
            // «у т.ч. 200» says "among them", and no number of a part.
            let among = word == "ч" && index >= 3 && tokens.mark(before - 2) == Some('.');
            numero && !among && tokens.follows(index)
                || glued && dotted && word.chars().count() <= 3 && !tokens.is(before - 1, Role::SCALE)
        }
        mark if is_dash(mark) => {
            let bound = glued && tokens.is_glued(before) && before > 0;
            // A long dash, or a hyphen behind a plain word, stands between a category and its figure.
            let scaled = bound && before > 1 && tokens.is(before - 1, Role::SCALE) && tokens.is_glued(before - 1);
            let word = bound && is_hyphen(mark) && tokens.is_kind(before - 1, Kind::Word);
            word && !scaled && !is_plain_word(tokens, before - 1)
        }
        _ => false,
    }
}

/// A word of four small letters or more, or the abbreviation of a category.
fn is_plain_word(tokens: &Tokens<'_>, index: usize) -> bool {
    let word = tokens.words(index);
    tokens.is(index, Role::LABEL)
        || word.chars().count() >= 4 && word.chars().skip(1).all(char::is_lowercase) && !tokens.is_capital(index)
}

/// The token behind a name: digits, letters and hyphens that are glued to it.
fn end_of_name(tokens: &Tokens<'_>, index: usize) -> usize {
    let mut next = index + 1;
    while tokens.is_glued(next) {
        let joint = tokens.mark(next).is_some_and(|mark| is_hyphen(mark) || mark == '/' || mark == '_' || mark == '.');
        if tokens.is_kind(next, Kind::Mark)
            && !(joint && tokens.is_glued(next + 1) && !tokens.is_kind(next + 1, Kind::Mark))
        {
            break;
        }
        next += 1;
    }
    next
}

/// Telephone numbers are no longer than this many tokens.
const LONGEST_TELEPHONE: usize = 16;

/// "+38 (044) 123-45-67": runs of digits split by hyphens, brackets and spaces.
fn telephone(tokens: &Tokens<'_>, index: usize) -> Option<usize> {
    let plus = index > 0 && tokens.mark(index - 1) == Some('+') && tokens.is_glued(index);
    let joined =
        tokens.mark(index + 1).is_some_and(|mark| is_hyphen(mark) && tokens.is_glued(index + 1) || mark == '(');
    if !plus && !joined {
        return None;
    }
    let (mut digits, mut hyphens, mut runs, mut next, mut end) = (0, 0, 0, index, index);
    let mut regular = true;
    while next < index + LONGEST_TELEPHONE && (next == index || tokens.follows(next)) {
        let Some(token) = tokens.get(next) else { break };
        match (token.kind, tokens.mark(next)) {
            (Kind::Digits, _) => {
                let length = token.end - token.start;
                regular &= runs == 0 || length == 3 && token.gap != Gap::Glued;
                (digits, runs, end) = (digits + length, runs + 1, next + 1);
            }
            (_, Some(mark)) if is_hyphen(mark) && tokens.is_glued(next) && tokens.is_glued(next + 1) => hyphens += 1,
            (_, Some('(' | ')')) if next > index => {}
            _ => break,
        }
        next += 1;
    }
    let is_date = hyphens == 2 && digits == 8 && tokens.span(index, index + 1).of(tokens.text).len() == 4;
    let telephone = hyphens >= 2 && runs >= 3 && !is_date
        || plus && runs >= 2 && digits >= 9 && !regular
        || plus && runs == 1 && digits >= 10;
    telephone.then_some(end)
}

/// "12:30", "07:17:05", "1 am", "2300 GMT", «7 часов утра», «о 12.30».
fn clock(tokens: &Tokens<'_>, index: usize) -> Option<usize> {
    let mut next = index + 1;
    while tokens.mark(next) == Some(':')
        && tokens.is_glued(next)
        && tokens.is_glued(next + 1)
        && tokens.is_kind(next + 1, Kind::Digits)
    {
        next += 2;
    }
    if next > index + 1 {
        return Some(next);
    }
    if tokens.mark(next) == Some('.') && tokens.is_glued(next) && tokens.is_glued(next + 1) {
        let padded =
            tokens.words(index).len() == 2 && tokens.words(index).starts_with('0') && tokens.words(next + 1) == "00";
        if padded && tokens.number(index).is_some_and(|hours| hours < 24) {
            return Some(next + 2);
        }
    }
    if tokens.mark(next) == Some('.') && tokens.is_glued(next) && tokens.is_glued(next + 1) && index > 0 {
        let says = |words: &[&str]| tokens.says_one(index - 1, words);
        let slavic = ["о", "об", "в", "у", "с", "з", "до", "від", "от", "к", "около", "близько"];
        // A decimal of English ends in 00 as rarely as it begins with 0.
        let quarter = matches!(tokens.words(next + 1), "00" | "15" | "30" | "45")
            && says(&["on", "from", "until", "by", "since", "to"]);
        let at = says(&slavic) || says(&["at"]) || quarter;
        let time = tokens.number(index).is_some_and(|hours| hours < 24)
            && tokens.words(next + 1).len() == 2
            && tokens.number(next + 1).is_some_and(|minutes| minutes < 60)
            && !tokens.is(next + 2, Role::SCALE.and(Role::PERCENT).and(Role::UNIT));
        let half_day = tokens.is(next + 2, Role::CLOCK) && tokens.follows(next + 2);
        if time && (at || half_day) {
            return Some(next + 2);
        }
    }
    if tokens.is(next, Role::CLOCK) && tokens.follows(next) {
        return Some(next + 1);
    }
    if !tokens.follows(next) {
        return None;
    }
    let letter =
        matches!(tokens.words(next), "a" | "p") && tokens.mark(next + 1) == Some('.') && tokens.says(next + 2, "m");
    if letter {
        return Some(next + 3);
    }
    if !tokens.is(next, Role::DAYPART) {
        return None;
    }
    let surely = tokens.says_one(next, &["утра", "ранку", "вечора", "вечера", "годині", "o'clock"]);
    let part = ["утра", "вечера", "дня", "ночи", "ранку", "вечора", "ночі"];
    let hours = tokens.is(next, Role::PERIOD) && tokens.follows(next + 1) && tokens.says_one(next + 1, &part);
    (surely || hours).then_some(next + 1)
}

/// "24/7" and whatever else a slash joins digits to.
fn slashed(tokens: &Tokens<'_>, index: usize) -> Option<usize> {
    let mut next = index + 1;
    while tokens.mark(next) == Some('/')
        && tokens.is_glued(next)
        && tokens.is_glued(next + 1)
        && tokens.is_kind(next + 1, Kind::Digits)
    {
        next += 2;
    }
    (next > index + 1).then_some(next)
}

/// Endings of cases behind a cardinal number in digits: «5-ти», «3-х».
const CASES: [&str; 14] = ["ти", "тьох", "х", "ма", "мя", "ох", "ьох", "рьох", "рех", "ёх", "ех", "тью", "тьма", "ми"];

/// "19th", «790-ї», "9K33", "15-year": ordinals, names and compounds.
fn suffixed(tokens: &Tokens<'_>, index: usize) -> Option<usize> {
    let next = index + 1;
    if tokens.is_kind(next, Kind::Word) && tokens.is_glued(next) {
        let word = tokens.words(next);
        let ordinal = matches!(word, "th" | "st" | "nd" | "rd" | "й" | "ї" | "го" | "му" | "я" | "е" | "а" | "s");
        let name = tokens.is_capital(next) && !tokens.is(next, Role::SCALE.and(Role::LABEL));
        return (ordinal || name || tokens.is_kind(next + 1, Kind::Digits) && tokens.is_glued(next + 1))
            .then(|| end_of_name(tokens, index));
    }
    let hyphen = tokens.mark(next).is_some_and(is_hyphen) && tokens.is_glued(next) && tokens.is_glued(next + 1);
    if !hyphen || !tokens.is_kind(next + 1, Kind::Word) {
        return None;
    }
    let years = tokens.words(index).len() == 4;
    // «103-м опорным пунктам» counts, «4-м направлении» does not.
    let many = ["ым", "им", "ам", "ям"].iter().any(|ending| tokens.words(next + 2).ends_with(ending))
        && tokens.follows(next + 2);
    let dative = tokens.says(next + 1, "м") && many;
    let case = (dative || CASES.iter().any(|case| tokens.says(next + 1, case))) && !years;
    (!case).then(|| end_of_name(tokens, index))
}

/// "1. Tanks", "2) Guns": the marks of a list, at the beginning of a line.
fn list_mark(tokens: &Tokens<'_>, index: usize) -> Option<usize> {
    let token = tokens.get(index)?;
    let mark = matches!(tokens.mark(index + 1), Some('.' | ')')) && tokens.is_glued(index + 1);
    let text = tokens.get(index + 2).is_some_and(|after| after.gap == Gap::Space && after.kind != Kind::Digits);
    (token.gap == Gap::Line && token.end - token.start <= 2 && mark && text).then_some(index + 2)
}
