//! Days and months by their numbers and names: "24.02.22", "April 19, 2023", «19 квітня».

use super::expression::{Expression, Phrase, Year};
use crate::Language;
use crate::lexicon::Role;
use crate::token::{Kind, Tokens, is_hyphen};

/// The years that a date may name.
pub(super) const YEARS: std::ops::RangeInclusive<i32> = 1000..=2199;

/// The day that is written in digits at a token.
pub(super) fn in_digits(tokens: &Tokens<'_>, first: usize, language: Language, opened: bool) -> Option<Phrase> {
    if continues_a_number(tokens, first) {
        return None;
    }
    let mark = tokens.mark(first + 1).filter(|mark| matches!(mark, '.' | '/' | '-') || is_hyphen(*mark))?;
    let part = |index: usize| tokens.is_glued(index) && tokens.is_kind(index, Kind::Digits);
    if !tokens.is_glued(first + 1) || !part(first + 2) {
        return None;
    }
    let third = tokens.mark(first + 3) == Some(mark) && tokens.is_glued(first + 3) && part(first + 4);
    if !third {
        return day_and_month(tokens, first, mark, language, opened);
    }
    if matches!(tokens.mark(first + 5), Some('.' | '/' | '-')) && tokens.is_glued(first + 5) && part(first + 6) {
        return None;
    }
    let lengths = [first, first + 2, first + 4].map(|index| tokens.words(index).len());
    let [one, two, three] = [tokens.number(first)?, tokens.number(first + 2)?, tokens.number(first + 4)?];
    let written = tokens.span(first, first + 5).of(tokens.text);
    let (year, month, day) = match lengths {
        [4, 1..=2, 1..=2] => (i32::try_from(one).ok()?, two, three),
        [1..=2, 1..=2, 4] => {
            let year = i32::try_from(three).ok()?;
            if mark == '/' && language == Language::English && one <= 12 && two <= 12 && one != two {
                let problem =
                    format!("`{written}` may name two days, as the day or the month may stand first; name the month");
                return Some(phrase(first, first + 5, Expression::Impossible(problem)));
            }
            if mark == '/' && two > 12 && one <= 12 { (year, one, two) } else { (year, two, one) }
        }
        [1..=2, 2, 2] if mark == '.' => (of_two_digits(three), two, one),
        _ => return None,
    };
    if !YEARS.contains(&year) || month > 19 || day > 39 || month == 0 || day == 0 {
        return None;
    }
    let (_, next) = year_word(tokens, first + 5);
    let expression = Expression::Day { year: Year::Stated(year), month, day, weekday: None };
    Some(phrase(first, next, expression))
}

/// "24.02", where the words around do not make it a decimal or a time.
fn day_and_month(tokens: &Tokens<'_>, first: usize, mark: char, language: Language, opened: bool) -> Option<Phrase> {
    let (day, month) = (tokens.number(first)?, tokens.number(first + 2)?);
    let shape = mark == '.' && tokens.words(first).len() <= 2 && tokens.words(first + 2).len() == 2;
    let goes_on = matches!(tokens.mark(first + 3), Some('.' | ',' | '/' | ':'))
        && tokens.is_glued(first + 3)
        && tokens.is_kind(first + 4, Kind::Digits)
        && tokens.is_glued(first + 4);
    let glued_word = tokens.is_kind(first + 3, Kind::Word) && tokens.is_glued(first + 3);
    let measured = tokens.is(first + 3, Role::SCALE.and(Role::ORDER).and(Role::UNIT).and(Role::PERCENT))
        || matches!(tokens.mark(first + 3), Some('%' | '$' | '€'));
    let before = first.checked_sub(1).filter(|_| tokens.follows(first));
    let time = before.is_some_and(|before| tokens.says_one(before, &["о", "об", "в", "у", "at"]));
    let money = before.is_some_and(|before| matches!(tokens.mark(before), Some('$' | '€' | '₴' | '£' | '+')));
    let asked_for = opened || before.is_some_and(|before| tokens.is(before, Role::AT.and(Role::FROM).and(Role::TO)));
    let reads = language != Language::English || asked_for;
    if !shape
        || goes_on
        || glued_word
        || measured
        || time
        || money
        || !reads
        || !(1..=12).contains(&month)
        || !(1..=31).contains(&day)
    {
        return None;
    }
    let expression = Expression::Day { year: Year::LeftOut, month, day, weekday: None };
    Some(phrase(first, first + 3, expression))
}

/// «19 квітня 2023 року», "19th of April", "24-26 February 2023", «з 1 по 28 лютого».
pub(super) fn day_first(tokens: &Tokens<'_>, first: usize) -> Option<Vec<Phrase>> {
    if continues_a_number(tokens, first) {
        return None;
    }
    let (day, next) = day_number(tokens, first)?;
    let opened = first > 0 && tokens.follows(first) && tokens.is(first - 1, Role::FROM.and(Role::BETWEEN));
    if let Some((month, year, end)) = month_and_year(tokens, next) {
        return Some(vec![phrase(first, end, Expression::Day { year, month, day, weekday: None })]);
    }
    let dash = tokens.is_dash(next);
    let to = tokens.is(next, Role::TO) && (opened || tokens.says(next, "to"));
    let and = tokens.is(next, Role::AND) || tokens.mark(next) == Some(',');
    if !tokens.follows(next) || !(dash || to || and) {
        return None;
    }
    let (later, after) = day_number(tokens, next + 1)?;
    let (month, year, end) = month_and_year(tokens, after)?;
    let day_of = |day: u32| Expression::Day { year, month, day, weekday: None };
    if and && !(opened && tokens.is(first - 1, Role::BETWEEN)) {
        return Some(vec![phrase(first, next, day_of(day)), phrase(next + 1, end, day_of(later))]);
    }
    let start = if opened { first - 1 } else { first };
    (day < later).then(|| vec![phrase(start, end, Expression::Span(Box::new(day_of(day)), Box::new(day_of(later))))])
}

/// "April 19, 2023", "Feb. 24", "April 2023", «у квітні», "in late April".
pub(super) fn month_first(tokens: &Tokens<'_>, first: usize, opened: bool) -> Option<Phrase> {
    let month = month(tokens, first)?;
    let mut next = first + 1;
    let dotted = tokens.mark(next) == Some('.') && tokens.is_glued(next) && tokens.words(first).chars().count() <= 5;
    let goes_on =
        dotted && (tokens.is_kind(next + 1, Kind::Digits) || !tokens.is_capital(next + 1)) && tokens.follows(next + 1);
    next += usize::from(goes_on);
    let before = first.checked_sub(1).filter(|_| tokens.follows(first));
    let within = before.is_some_and(|before| tokens.says_one(before, &["in", "during", "за", "у", "в"]));
    if let Some((year, end)) = year(tokens, next) {
        return Some(phrase(first, end, Expression::Month { year, month }));
    }
    let english = tokens.words(first).is_ascii();
    if english
        && tokens.follows(next)
        && let Some((day, after)) = day_number(tokens, next)
    {
        let comma = usize::from(tokens.mark(after) == Some(',') && tokens.follows(after + 1));
        let dated = stated_year(tokens, after + comma).or_else(|| relative_year(tokens, after));
        if dated.is_some() || !within {
            let dash = tokens.is_dash(after) && tokens.follows(after);
            if dash
                && let Some((later, end)) = day_number(tokens, after + 1)
                    .filter(|(later, _)| day < *later && month_first_is_not_next(tokens, after + 1))
            {
                let comma = usize::from(tokens.mark(end) == Some(','));
                let (year, end) = stated_year(tokens, end + comma).unwrap_or((Year::LeftOut, end));
                let day_of = |day: u32| Box::new(Expression::Day { year, month, day, weekday: None });
                return Some(phrase(first, end, Expression::Span(day_of(day), day_of(later))));
            }
            let (year, end) = dated.unwrap_or((Year::LeftOut, after));
            return Some(phrase(first, end, Expression::Day { year, month, day, weekday: None }));
        }
    }
    let asks = Role::AT.and(Role::FROM).and(Role::TO).and(Role::BETWEEN);
    let part = [
        "early",
        "late",
        "mid",
        "last",
        "this",
        "начале",
        "конце",
        "конца",
        "середине",
        "початку",
        "кінці",
        "кінця",
        "наприкінці",
        "середині",
        "начала",
        "минулого",
        "прошлого",
    ];
    let asked = before.is_some_and(|before| tokens.is(before, asks) || tokens.says_one(before, &part) || within);
    (asked || opened).then(|| phrase(first, next.min(first + 1), Expression::Month { year: Year::LeftOut, month }))
}

/// "in the spring of 2023", "last summer", «весной», «навесні цього року».
pub(super) fn season(tokens: &Tokens<'_>, first: usize) -> Option<Phrase> {
    let month = tokens.value(first, Role::SEASON).filter(|month| *month > 0)?;
    let month = u32::try_from(month).ok()?;
    let of = first + 1 + usize::from(tokens.says_one(first + 1, &["of", "in"]));
    if let Some((year, end)) = year(tokens, of) {
        return Some(phrase(first, end, Expression::Season { year, month }));
    }
    let before = first.checked_sub(1).filter(|_| tokens.follows(first));
    let says = |words: &[&str]| before.is_some_and(|before| tokens.says_one(before, words));
    // A case of its own says when in Ukrainian and Russian; English wants "in", "last" or "this".
    let adverb =
        tokens.says_one(first, &["навесні", "весной", "влітку", "летом", "восени", "осенью", "взимку", "зимой"]);
    if says(&["last", "прошлой", "прошлым", "минулої"]) {
        let next = first + 1;
        return Some(phrase(first.saturating_sub(1), next, Expression::Season { year: Year::LeftOut, month }));
    }
    let asked = says(&["in", "this", "since", "від", "с", "з"]) && !tokens.is(first + 1, Role::SEASON);
    let noun = tokens.is_kind(first + 1, Kind::Word)
        && tokens.words(first).is_ascii()
        && !tokens.says_one(first + 1, &["when", "and", "as", "the", "after", "before", "by"]);
    (adverb || asked && !noun).then(|| phrase(first, first + 1, Expression::Season { year: Year::LeftOut, month }))
}

/// "April 17–May 3": the second number belongs to no month before it.
fn month_first_is_not_next(tokens: &Tokens<'_>, index: usize) -> bool {
    month(tokens, index + 1).is_none()
}

/// The number of a month's name.
pub(super) fn month(tokens: &Tokens<'_>, index: usize) -> Option<u32> {
    let entry = tokens.entry(index).filter(|entry| entry.roles.any(Role::MONTH))?;
    let capital = !entry.roles.any(Role::CAPITAL) || tokens.is_capital(index);
    capital.then_some(u32::try_from(entry.value).ok()?)
}

/// "19", "19th", «19-го», «дев'ятого», with the token behind.
fn day_number(tokens: &Tokens<'_>, index: usize) -> Option<(u32, usize)> {
    if let Some(day) = tokens.value(index, Role::ORDINAL) {
        return Some((u32::try_from(day).ok()?, index + 1));
    }
    let day = tokens.number(index).filter(|day| (1..=39).contains(day) && tokens.words(index).len() <= 2)?;
    let next = index + 1;
    if tokens.is_glued(next) && tokens.says_one(next, &["th", "st", "nd", "rd", "го", "е", "й"]) {
        return Some((day, next + 1));
    }
    let hyphen = tokens.mark(next).is_some_and(is_hyphen) && tokens.is_glued(next) && tokens.is_glued(next + 1);
    if hyphen && tokens.says_one(next + 1, &["го", "е", "є", "те", "ого"]) {
        return Some((day, next + 2));
    }
    let decimal = matches!(tokens.mark(next), Some('.' | ',' | ':'))
        && tokens.is_glued(next)
        && tokens.is_glued(next + 1)
        && tokens.is_kind(next + 1, Kind::Digits);
    (!decimal).then_some((day, next))
}

/// A month behind a day, with its year if one follows.
fn month_and_year(tokens: &Tokens<'_>, index: usize) -> Option<(u32, Year, usize)> {
    let place = index + usize::from(tokens.says(index, "of"));
    let spelt = tokens.value(place, Role::MONTH).and_then(|month| u32::try_from(month).ok());
    let dated = stated_year(tokens, place + 1).is_some();
    let month = month(tokens, place).or(spelt.filter(|_| dated)).filter(|_| tokens.follows(place))?;
    let mut next = place + 1;
    let dotted = tokens.mark(next) == Some('.') && tokens.is_glued(next) && tokens.words(place).chars().count() <= 5;
    next += usize::from(dotted && tokens.is_kind(next + 1, Kind::Digits) && tokens.follows(next + 1));
    let comma = usize::from(tokens.mark(next) == Some(','));
    let dated = year(tokens, next).or_else(|| stated_year(tokens, next + comma).filter(|_| comma == 1));
    let (year, end) = dated.unwrap_or((Year::LeftOut, next.min(place + 1)));
    Some((month, year, end))
}

/// A year behind a month: stated or "last year".
fn year(tokens: &Tokens<'_>, index: usize) -> Option<(Year, usize)> {
    stated_year(tokens, index).or_else(|| relative_year(tokens, index))
}

fn stated_year(tokens: &Tokens<'_>, index: usize) -> Option<(Year, usize)> {
    let four = tokens.words(index).len() == 4 && tokens.follows(index);
    let year = i32::try_from(tokens.number(index).filter(|_| four)?).ok()?;
    let (worded, next) = year_word(tokens, index + 1);
    let grouped = matches!(tokens.mark(index + 1), Some('.' | ',' | '/'))
        && tokens.is_glued(index + 1)
        && tokens.is_glued(index + 2)
        && tokens.is_kind(index + 2, Kind::Digits);
    ((1900..=2100).contains(&year) && !grouped || worded && YEARS.contains(&year)).then_some((Year::Stated(year), next))
}

/// "last year", «минулого року», «этого года».
fn relative_year(tokens: &Tokens<'_>, index: usize) -> Option<(Year, usize)> {
    if !tokens.follows(index) || !tokens.is(index + 1, Role::YEAR) || !tokens.follows(index + 1) {
        return None;
    }
    let says = |words: &[&str]| tokens.says_one(index, words);
    if says(&["last", "минулого", "прошлого", "торішнього", "попереднього", "предыдущего"])
    {
        Some((Year::Back(1), index + 2))
    } else if says(&["this", "цього", "этого", "поточного", "текущего"]) {
        Some((Year::Back(0), index + 2))
    } else {
        None
    }
}

/// Whether "year" stands here, and the token behind it with the dot of its abbreviation.
pub(super) fn year_word(tokens: &Tokens<'_>, index: usize) -> (bool, usize) {
    if !tokens.is(index, Role::YEAR) || !tokens.follows(index) {
        return (false, index);
    }
    let short = matches!(tokens.words(index), "р" | "г" | "рр" | "гг");
    let dot = short && tokens.mark(index + 1) == Some('.') && tokens.is_glued(index + 1);
    (true, index + 1 + usize::from(dot))
}

/// Whether the digits here are glued behind others, so that no date begins with them.
pub(super) fn continues_a_number(tokens: &Tokens<'_>, index: usize) -> bool {
    let Some(before) = index.checked_sub(1).filter(|_| tokens.is_glued(index)) else { return false };
    if tokens.is_kind(before, Kind::Word) {
        return true;
    }
    let behind_digits = tokens.is_glued(before) && before > 0 && tokens.is_kind(before - 1, Kind::Digits);
    match tokens.mark(before) {
        Some('.' | ',' | '/' | ':' | '_') => behind_digits || tokens.mark(before) == Some('/'),
        Some('+' | '#' | '№' | '$' | '€') => true,
        _ => false,
    }
}

/// The year that two digits stand for.
fn of_two_digits(year: u32) -> i32 {
    let year = i32::try_from(year).unwrap_or_default();
    if year < 70 { 2000 + year } else { 1900 + year }
}

pub(super) fn phrase(first: usize, next: usize, expression: Expression) -> Phrase {
    Phrase { first, next, expression }
}
