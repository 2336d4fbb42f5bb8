//! Days seen from the day of speaking: "yesterday", «минулого тижня», "on Monday", "before Easter".

use super::expression::{Expression, Phrase, Unit, Which};
use super::feast;
use crate::Language;
use crate::lexicon::Role;
use crate::token::{Kind, Tokens};

/// Words for what is over that mean the day before and not the 24 hours until now, of «доба».
const DAY_BEFORE: &[&str] = &["минулої", "минулу", "попередню", "попередньої", "previous", "предыдущие"];

/// A phrase that begins at a word and needs no number or name.
pub(super) fn relative(tokens: &Tokens<'_>, first: usize, language: Language) -> Option<Phrase> {
    if tokens.is_kind(first, Kind::Digits) {
        return ago(tokens, first);
    }
    let is = |role: Role| tokens.is(first, role);
    let mut found = None;
    if is(Role::NAMED_DAY.and(Role::ARTICLE)) {
        found = named_day(tokens, first);
    }
    if is(Role::CARDINAL.and(Role::PERIOD).and(Role::ARTICLE)) {
        found = found.or_else(|| ago(tokens, first));
    }
    if is(Role::LAST) {
        found = found.or_else(|| last(tokens, first));
    }
    if is(Role::THIS) {
        found = found.or_else(|| current(tokens, first));
    }
    if is(Role::WEEKDAY) {
        found = found.or_else(|| weekday(tokens, first));
    }
    if is(Role::OPENS) {
        found = found.or_else(|| bare_day(tokens, first)).or_else(|| feast::around_easter(tokens, first, language));
    }
    found
}

/// What a relative phrase may begin with, besides digits.
pub(super) const BEGINNINGS: Role = Role::NAMED_DAY
    .and(Role::ARTICLE)
    .and(Role::CARDINAL)
    .and(Role::PERIOD)
    .and(Role::LAST)
    .and(Role::THIS)
    .and(Role::WEEKDAY)
    .and(Role::OPENS);

pub(super) fn says(tokens: &Tokens<'_>, index: usize, words: &[&str]) -> bool {
    tokens.says_one(index, words)
}

/// A stretch of time, in hours.
fn period(tokens: &Tokens<'_>, index: usize) -> Option<u64> {
    tokens.value(index, Role::PERIOD).filter(|_| tokens.follows(index))
}

fn unit(hours: u64) -> Option<Unit> {
    match hours {
        168 => Some(Unit::Week),
        720 => Some(Unit::Month),
        8760 => Some(Unit::Year),
        _ => None,
    }
}

/// "yesterday", «сьогодні».
fn named_day(tokens: &Tokens<'_>, first: usize) -> Option<Phrase> {
    let day_before = ["the", "day", "before", "yesterday"];
    if day_before.iter().enumerate().all(|(offset, word)| tokens.says(first + offset, word)) {
        return Some(phrase(first, first + 4, Expression::DaysAgo(2)));
    }
    let days = if says(tokens, first, &["today", "tonight", "today's", "сьогодні", "сегодня"]) {
        0
    } else if says(tokens, first, &["yesterday", "yesterday's", "вчора", "учора", "вчера"]) {
        1
    } else if says(tokens, first, &["позавчора", "позавчера"]) {
        2
    } else {
        return None;
    };
    Some(phrase(first, first + 1, Expression::DaysAgo(days)))
}

/// "three days ago", «тиждень тому», «два месяца назад».
fn ago(tokens: &Tokens<'_>, first: usize) -> Option<Phrase> {
    if !tokens.is(first, Role::PERIOD) && !tokens.is(first + 1, Role::PERIOD) {
        return None;
    }
    let (count, place) = count(tokens, first).unwrap_or((1, first + usize::from(says(tokens, first, &["a"]))));
    let hours =
        period(tokens, place).or_else(|| (place == first).then(|| tokens.value(first, Role::PERIOD)).flatten())?;
    if !says(tokens, place + 1, &["ago", "тому", "назад"]) || !tokens.follows(place + 1) {
        return None;
    }
    let expression = match unit(hours) {
        Some(unit) => Expression::Back { unit, count: u32::try_from(count).ok()? },
        None => Expression::DaysAgo(count.checked_mul(hours)? / 24),
    };
    Some(phrase(first, place + 2, expression))
}

/// "last week", «за минулу добу», "the past three months".
fn last(tokens: &Tokens<'_>, first: usize) -> Option<Phrase> {
    if let Some((count, place)) = count(tokens, first + 1).filter(|_| tokens.follows(first + 1)) {
        let hours = period(tokens, place)?;
        return Some(phrase(first, place + 1, Expression::LastDays((count.checked_mul(hours)? / 24).max(1))));
    }
    if says(tokens, first, &["last"]) && tokens.says(first + 1, "night") {
        return Some(phrase(first, first + 2, Expression::LastDays(1)));
    }
    let hours = period(tokens, first + 1)?;
    let adjective = tokens.words(first).to_lowercase();
    let some = adjective.ends_with(['і', 'е']) || adjective.ends_with("их") || tokens.words(first + 1).ends_with('s');
    // "in the past weeks" does not say how many; «сутки» has no singular.
    if some && hours != 24 {
        return None;
    }
    let expression = match (hours, unit(hours)) {
        (24, _) if says(tokens, first, DAY_BEFORE) => Expression::DaysAgo(1),
        (24, _) => Expression::LastDays(1),
        // "over the past week" ends on the day of speaking; "last week" is the one of the calendar.
        (_, Some(unit)) => match is_rolling(tokens, first) {
            true => Expression::LastDays(hours / 24),
            false => Expression::Back { unit, count: 1 },
        },
        _ => return None,
    };
    Some(phrase(first, first + 2, expression))
}

/// Whether a stretch ends on the day of speaking: "past", «останній».
fn is_rolling(tokens: &Tokens<'_>, index: usize) -> bool {
    let stem = tokens.words(index).to_lowercase();
    stem == "past" || stem.starts_with("останн") || stem.starts_with("последн")
}

/// "this month", "earlier this week", «цього року».
fn current(tokens: &Tokens<'_>, first: usize) -> Option<Phrase> {
    let earlier = usize::from(tokens.says(first, "earlier"));
    if !tokens.is(first + earlier, Role::THIS) || tokens.says(first + earlier, "earlier") {
        return None;
    }
    let unit = unit(period(tokens, first + earlier + 1)?)?;
    let expression = if earlier == 1 { Expression::Earlier(unit) } else { Expression::Back { unit, count: 0 } };
    Some(phrase(first, first + earlier + 2, expression))
}

/// «за добу», «за сутки», "in 24 hours".
fn bare_day(tokens: &Tokens<'_>, first: usize) -> Option<Phrase> {
    let day = tokens.says(first, "за") && says(tokens, first + 1, &["добу", "сутки"]) && tokens.follows(first + 1);
    day.then(|| phrase(first, first + 2, Expression::LastDays(1)))
}

/// The day of the week that is named at a token, where it is surely one.
pub(super) fn weekday_name(tokens: &Tokens<'_>, index: usize) -> Option<u32> {
    let entry = tokens.entry(index).filter(|entry| entry.roles.any(Role::WEEKDAY))?;
    let capital = !tokens.words(index).is_ascii() || tokens.is_capital(index);
    capital.then_some(u32::try_from(entry.value).ok()?)
}

/// "on Monday", "last Monday", «у понеділок», «минулого понеділка».
fn weekday(tokens: &Tokens<'_>, first: usize) -> Option<Phrase> {
    let weekday = weekday_name(tokens, first)?;
    let before = first.checked_sub(1).filter(|_| tokens.follows(first));
    let slavic = !tokens.words(first).is_ascii();
    let asked = [
        "в",
        "у",
        "во",
        "за",
        "на",
        "до",
        "с",
        "з",
        "к",
        "по",
        "от",
        "від",
        "ранок",
        "вечір",
        "утро",
        "вечер",
        "утром",
        "вранці",
    ];
    let last = before.is_some_and(|before| tokens.is(before, Role::LAST));
    let next = before.is_some_and(|before| {
        says(tokens, before, &["next", "coming", "наступного", "наступний", "следующий", "следующую", "наступну"])
    });
    if slavic && !last && !next && !before.is_some_and(|before| says(tokens, before, &asked)) {
        return None;
    }
    let newspaper = ["Times", "Express", "Telegraph", "Mirror", "Post", "Mail", "Independent"];
    if newspaper.contains(&tokens.words(first + 1)) {
        return None;
    }
    let which = if next {
        Which::Next
    } else if last {
        Which::Last
    } else {
        Which::Latest
    };
    let start = before.filter(|_| last || next).unwrap_or(first);
    Some(phrase(start, first + 1, Expression::Weekday { weekday, which }))
}

/// A small count in digits or one word, and the token behind it.
fn count(tokens: &Tokens<'_>, index: usize) -> Option<(u64, usize)> {
    let value = tokens.value(index, Role::CARDINAL).or_else(|| tokens.number(index).map(u64::from))?;
    (1..=999).contains(&value).then_some((value, index + 1))
}

pub(super) fn phrase(first: usize, next: usize, expression: Expression) -> Phrase {
    Phrase { first, next, expression }
}
