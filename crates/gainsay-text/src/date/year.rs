//! Years that stand alone, and the words around them by which they are no counts.

use super::day::{YEARS, continues_a_number, phrase, year_word};
use super::expression::{Expression, Phrase, Year};
use crate::lexicon::Role;
use crate::number::changes_before;
use crate::token::{Gap, Kind, Tokens, is_hyphen};

/// A lone year, where it reads as one: «2022 року», "in 2014".
pub(super) fn year_alone(tokens: &Tokens<'_>, first: usize, opened: bool) -> Option<Phrase> {
    if continues_a_number(tokens, first) || tokens.words(first).len() != 4 {
        return None;
    }
    let year = i32::try_from(tokens.number(first)?).ok().filter(|year| YEARS.contains(year))?;
    let cased = tokens.mark(first + 1).is_some_and(is_hyphen)
        && tokens.is_glued(first + 1)
        && tokens.is_glued(first + 2)
        && tokens.says_one(first + 2, &["й", "го", "му", "м", "ий", "ого", "ому"]);
    let dashed = tokens.is_dash(first + 1);
    let glued = tokens.is_glued(first + 1)
        && !cased
        && !dashed
        && !matches!(
            tokens.mark(first + 1),
            Some('.' | ',' | ')' | ';' | ':' | '!' | '?' | '»' | '"' | '”' | '–' | '-' | '—')
        );
    let decimal = matches!(tokens.mark(first + 1), Some('.' | ','))
        && tokens.is_glued(first + 1)
        && tokens.is_glued(first + 2)
        && tokens.is_kind(first + 2, Kind::Digits);
    if glued && tokens.get(first + 1).is_some() || decimal {
        return None;
    }
    let (worded, end) = year_word(tokens, first + if cased { 3 } else { 1 });
    let recent = (1900..=2100).contains(&year);
    // "1979-89"
    if tokens.is_dash(first + 1)
        && tokens.is_glued(first + 1)
        && tokens.is_glued(first + 2)
        && tokens.words(first + 2).len() == 2
        && let Some(last) = tokens.number(first + 2).and_then(|last| i32::try_from(last).ok())
        && recent
        && last > year % 100
    {
        let month = |year: i32, month: u32| Box::new(Expression::Month { year: Year::Stated(year), month });
        let (_, end) = year_word(tokens, first + 3);
        return Some(phrase(first, end, Expression::Span(month(year, 1), month(year - year % 100 + last, 12))));
    }
    (worded || cased || opened && recent || is_year(tokens, first) || is_range(tokens, first))
        .then(|| phrase(first, end, Expression::Year(year)))
}

/// "2014–2022", with no word behind that could be counted.
fn is_range(tokens: &Tokens<'_>, first: usize) -> bool {
    let recent = |index: usize| {
        tokens.words(index).len() == 4 && tokens.number(index).is_some_and(|year| (1900..=2100).contains(&year))
    };
    let joined = tokens.is_dash(first + 1)
        && tokens.follows(first + 1)
        && recent(first)
        && recent(first + 2)
        && tokens.words(first) < tokens.words(first + 2);
    let counted = tokens.is_kind(first + 3, Kind::Word) && tokens.follows(first + 3) && !tokens.is_capital(first + 3);
    joined && !counted
}

/// Whether digits read as a year: «у 2022 році», "in 2014", "(2014)", "since 2014,"; "in 1351 cases" does not.
pub(super) fn is_year(tokens: &Tokens<'_>, index: usize) -> bool {
    let year_word = |index: usize| tokens.is(index, Role::YEAR) && tokens.follows(index);
    if year_word(index + 1) {
        return true;
    }
    if index == 0 || !tokens.follows(index) {
        return false;
    }
    let before = index - 1;
    if tokens.is(before, Role::YEAR)
        || tokens.is(before, Role::MONTH)
            && tokens.entry(before).is_some_and(|entry| !entry.roles.any(Role::CAPITAL) || tokens.is_capital(before))
    {
        return true;
    }
    if tokens.is(before, Role::SEASON) {
        return true;
    }
    let rises = tokens.says_one(before, &["до", "to", "by", "на"]) && changes_before(tokens, before);
    let preposition = !rises && tokens.is(before, Role::BEFORE_YEAR);
    let bracketed = tokens.mark(before) == Some('(') && tokens.mark(index + 1) == Some(')');
    let recent = tokens.number(index).is_some_and(|year| (1900..=2100).contains(&year));
    // A year is followed by the rest of its sentence, never by what would be counted.
    let closed = match tokens.get(index + 1) {
        None => true,
        Some(token) if token.gap == Gap::Line => true,
        Some(token) if token.kind == Kind::Mark => !matches!(tokens.mark(index + 1), Some('(' | '%' | '/' | '+')),
        _ => false,
    };
    // «у 2022 загинуло»: what is counted would stand in a case that ends in х.
    let within = tokens.says_one(before, &["у", "в"]) && !tokens.words(index + 1).ends_with('х');
    let named = tokens.is_capital(index + 1) || tokens.says_one(before, &["since", "during"]);
    let goes_on = tokens.is(index + 1, Role::BEHIND_YEAR) || tokens.is_kind(index + 1, Kind::Word) && (within || named);
    (preposition && recent && (closed || goes_on))
        || bracketed && recent
        || preposition && closed && tokens.says(before, "in")
}
