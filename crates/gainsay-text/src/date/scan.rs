//! One walk over the tokens that finds each phrase of days once, with its ends and what opens it.

use super::expression::{Expression, Phrase};
use super::{day, relative, year};
use crate::Language;
use crate::lexicon::Role;
use crate::token::{Kind, Tokens, is_dash};

/// The phrases of a text that speak of days, in order; none overlaps another.
pub(crate) fn phrases(tokens: &Tokens<'_>, language: Language) -> Vec<Phrase> {
    let mut found: Vec<Phrase> = Vec::new();
    let mut index = 0;
    let starters = relative::BEGINNINGS.and(Role::MONTH).and(Role::ORDINAL).and(Role::SEASON);
    while index < tokens.list.len() {
        let token = &tokens.list[index];
        let may_begin = match token.kind {
            Kind::Digits => may_be_date(tokens, index),
            _ => tokens.is(index, starters),
        };
        let free_from = found.last().map_or(0, |phrase| phrase.next);
        let phrases = if may_begin { phrases_at(tokens, index, language, free_from) } else { Vec::new() };
        index = phrases.last().map_or(index + 1, |phrase| phrase.next.max(index + 1));
        found.extend(phrases);
    }
    found
}

/// Whether what stands behind digits leaves room for a date, so that most counts are passed by at once.
fn may_be_date(tokens: &Tokens<'_>, index: usize) -> bool {
    let year = tokens.words(index).len() == 4;
    match tokens.mark(index + 1) {
        Some('.' | ',' | '/' | '-') => true,
        Some(mark) => year && !matches!(mark, '(' | '+' | '%') || is_dash(mark),
        None => year || tokens.follows(index + 1) && tokens.is_kind(index + 1, Kind::Word),
    }
}

/// The phrases that begin at a token, most often none or one.
fn phrases_at(tokens: &Tokens<'_>, index: usize, language: Language, free_from: usize) -> Vec<Phrase> {
    let opener = index.checked_sub(1).filter(|before| *before >= free_from && tokens.follows(index));
    let ranged = opener.is_some_and(|before| tokens.is(before, Role::FROM.and(Role::BETWEEN)));
    let Some(mut atoms) = atoms(tokens, index, language, ranged) else { return Vec::new() };
    let Some(last) = atoms.pop() else { return Vec::new() };
    let last = with_weekday(tokens, last);
    let last = match other_end(tokens, &last, language) {
        Some((other, next)) => {
            let first = opener.filter(|_| ranged && atoms.is_empty()).unwrap_or(last.first);
            Phrase { first, next, expression: Expression::Span(Box::new(last.expression), Box::new(other)) }
        }
        None if atoms.is_empty() => opened(tokens, last, free_from),
        None => last,
    };
    atoms.push(last);
    atoms
}

/// The single dates at a token.
fn atoms(tokens: &Tokens<'_>, index: usize, language: Language, opened: bool) -> Option<Vec<Phrase>> {
    let one = |phrase: Phrase| vec![phrase];
    if tokens.is_kind(index, Kind::Digits) {
        return day::in_digits(tokens, index, language, opened)
            .map(one)
            .or_else(|| day::day_first(tokens, index))
            .or_else(|| relative::relative(tokens, index, language).map(one))
            .or_else(|| year::year_alone(tokens, index, opened).map(one));
    }
    weekday_and_date(tokens, index, language)
        .or_else(|| day::month_first(tokens, index, opened))
        .or_else(|| day::season(tokens, index))
        .map(one)
        .or_else(|| tokens.is(index, Role::ORDINAL).then(|| day::day_first(tokens, index)).flatten())
        .or_else(|| relative::relative(tokens, index, language).map(one))
}

/// "Monday, 17 April 2023", «понеділок, 17 квітня».
fn weekday_and_date(tokens: &Tokens<'_>, index: usize, language: Language) -> Option<Phrase> {
    let weekday = relative::weekday_name(tokens, index)?;
    let comma = usize::from(tokens.mark(index + 1) == Some(','));
    let place = index + 1 + comma + usize::from(tokens.says_one(index + 1 + comma, &["the", "on"]));
    let date = day::in_digits(tokens, place, language, true)
        .or_else(|| {
            day::day_first(tokens, place).and_then(|mut phrases| (phrases.len() == 1).then(|| phrases.remove(0)))
        })
        .or_else(|| day::month_first(tokens, place, false))
        .filter(|_| tokens.follows(place))?;
    match date.expression {
        Expression::Day { year, month, day, .. } => Some(Phrase {
            first: index,
            next: date.next,
            expression: Expression::Day { year, month, day, weekday: Some(weekday) },
        }),
        _ => None,
    }
}

/// «17 апреля, в понедельник», "April 17, a Monday", "17.04.2023 (Monday)".
fn with_weekday(tokens: &Tokens<'_>, date: Phrase) -> Phrase {
    let Expression::Day { year, month, day, weekday: None } = date.expression else { return date };
    let mark = usize::from(matches!(tokens.mark(date.next), Some(',' | '(')));
    let small = ["в", "у", "во", "on", "a", "the"];
    let word = usize::from(mark == 1 && tokens.says_one(date.next + mark, &small));
    let place = date.next + mark + word;
    let Some(stated) = relative::weekday_name(tokens, place).filter(|_| mark == 1 && tokens.follows(place)) else {
        return date;
    };
    // "On April 17, Monday's strike": a possessive is another word, so that it is never taken for one.
    let bracket = usize::from(tokens.mark(date.next) == Some('(') && tokens.mark(place + 1) == Some(')'));
    Phrase {
        first: date.first,
        next: place + 1 + bracket,
        expression: Expression::Day { year, month, day, weekday: Some(stated) },
    }
}

/// The later end of a range whose earlier end is a date, with the token behind it.
fn other_end(tokens: &Tokens<'_>, date: &Phrase, language: Language) -> Option<(Expression, usize)> {
    if matches!(
        date.expression,
        Expression::Span(..) | Expression::Before(_) | Expression::After(_) | Expression::Impossible(_)
    ) {
        return None;
    }
    let before = date.first.checked_sub(1).filter(|_| tokens.follows(date.first));
    let between = before.is_some_and(|before| tokens.is(before, Role::BETWEEN));
    let from = before.is_some_and(|before| tokens.is(before, Role::FROM) || tokens.says(before, "since"));
    let comma = usize::from(tokens.mark(date.next) == Some(','));
    let place = date.next + comma + usize::from(tokens.says(date.next + comma, "up"));
    if !tokens.follows(place) {
        return None;
    }
    let loose = tokens.is_dash(place) || tokens.says_one(place, &["to", "по", "through"]);
    let joined = loose || from && tokens.is(place, Role::TO) || between && tokens.is(place, Role::AND);
    let mut other = place + 1;
    other += usize::from(tokens.says_one(other, &["the", "on"]));
    if !joined || !tokens.follows(other) || !tokens.is_dash(place) && tokens.is_glued(other) {
        return None;
    }
    let mut ends = atoms(tokens, other, language, true)?;
    let end = ends.pop().filter(|_| ends.is_empty())?;
    let end = with_weekday(tokens, end);
    let fits = matches!(
        (&date.expression, &end.expression),
        (Expression::Year(_), Expression::Year(_))
            | (
                Expression::Day { .. } | Expression::Month { .. },
                Expression::Day { .. } | Expression::Month { .. } | Expression::DaysAgo(_)
            )
            | (Expression::Weekday { .. }, Expression::Weekday { .. })
    );
    fits.then_some((end.expression, end.next))
}

/// A date with the word before it that opens it to one side: "since", "before", «до», «після».
fn opened(tokens: &Tokens<'_>, date: Phrase, free_from: usize) -> Phrase {
    if matches!(
        date.expression,
        Expression::Span(..)
            | Expression::Before(_)
            | Expression::After(_)
            | Expression::Impossible(_)
            | Expression::LastDays(_)
    ) {
        return date;
    }
    let Some(before) = date.first.checked_sub(1).filter(|before| *before >= free_from && tokens.follows(date.first))
    else {
        return date;
    };
    let says = |words: &[&str]| tokens.says_one(before, words);
    // «с понедельника», but not «с 5 до 10»: only prepositions that surely mean a beginning.
    let since = says(&["since", "from", "від", "от"])
        || says(&["з", "із", "с", "со"]) && !matches!(date.expression, Expression::Year(_));
    let wrap: fn(Box<Expression>) -> Expression = if says(&["before", "перед"]) {
        Expression::Before
    } else if says(&["after", "після", "после"]) {
        Expression::After
    } else if says(&["until", "till", "by", "до", "к", "through"]) {
        Expression::Until
    } else if since {
        Expression::Since
    } else {
        return date;
    };
    Phrase { first: before, next: date.next, expression: wrap(Box::new(date.expression)) }
}
