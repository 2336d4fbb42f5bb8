//! One walk over the tokens that finds each number once.

use super::quantity::{Quantity, Standing, quantity};
use super::range::{Range, range};
use super::{Bound, Number, bounds, identifiers};
use crate::date::Phrase;
use crate::lexicon::Role;
use crate::token::{Kind, Tokens, is_dash};
use crate::{Figure, Found, Language, Span};

/// A walk over the tokens of a text.
pub(super) struct Scan<'a, 't> {
    pub tokens: &'a Tokens<'t>,
    pub dates: &'a [Phrase],
    pub language: Language,
}

/// Words with which a number may begin.
const OPENERS: Role = Role::CARDINAL.and(Role::SINGLE).and(Role::ONE_AND_A_HALF).and(Role::HALF).and(Role::LUMP);

impl Scan<'_, '_> {
    pub fn run(&self) -> Vec<Found<Number>> {
        let mut found = Vec::new();
        let mut dates = self.dates.iter().filter(|phrase| !phrase.is_lone_year()).peekable();
        let mut index = 0;
        while index < self.tokens.list.len() {
            while dates.next_if(|date| date.next <= index).is_some() {}
            if let Some(date) = dates.peek()
                && date.first <= index
            {
                index = date.next;
                continue;
            }
            let token = &self.tokens.list[index];
            let opens = match token.kind {
                Kind::Digits => true,
                Kind::Word => self.tokens.is(index, OPENERS),
                Kind::Mark => false,
            };
            let dates_begin = dates.peek().map_or(usize::MAX, |date| date.first);
            index = if opens { self.number_at(index, dates_begin, &mut found) } else { index + 1 };
        }
        found
    }

    /// Reads the number at a token, and gives the token behind it.
    fn number_at(&self, index: usize, dates_begin: usize, found: &mut Vec<Found<Number>>) -> usize {
        let tokens = self.tokens;
        if let Some(next) = identifiers::identifier(tokens, index) {
            return next.max(index + 1);
        }
        if names_something(tokens, index) || tokens.is(index, Role::ONE) && is_pronoun(tokens, index) {
            return index + 1;
        }
        let low = match quantity(tokens, index, self.language) {
            Some(Standing::Quantity(low)) if low.next <= dates_begin => low,
            Some(Standing::NoCount(next)) => return next.max(index + 1),
            _ => return index + 1,
        };
        let range = range(tokens, &low, self.language).filter(|range| {
            range.next <= dates_begin && !(range.first < low.first && bounds::changes_before(tokens, range.first))
        });
        let next = range.as_ref().map_or(low.next, |range| range.next);
        let number = range.map_or_else(|| self.single(&low), |range| self.range(&low, &range));
        let next = number.1.max(next).max(index + 1);
        found.push(number.0);
        next
    }

    /// Whether a date that is nothing but a year stands here.
    fn is_year(&self, index: usize) -> bool {
        let place = self.dates.partition_point(|date| date.next <= index);
        self.dates.get(place).is_some_and(|date| date.first <= index && date.is_lone_year())
    }

    fn range(&self, low: &Quantity, range: &Range) -> (Found<Number>, usize) {
        let tokens = self.tokens;
        let years = self.is_year(low.first);
        let first = bounds::before(tokens, range.first).map_or(range.first, |(_, first)| first);
        let number = Number {
            low: range.low,
            high: Some(range.high),
            bound: Bound::Between,
            increment: false,
            decrease: false,
            percent: range.percent,
            malformed: false,
            looks_like_year: years,
            figures: tokens.span(low.first, range.figures_end),
        };
        (Found { span: tokens.span(first, range.next), what: number }, range.next)
    }

    fn single(&self, quantity: &Quantity) -> (Found<Number>, usize) {
        let tokens = self.tokens;
        let sign = sign(tokens, quantity.first);
        let first = sign.first.unwrap_or(quantity.first);
        let looks_like_year = self.is_year(quantity.first);
        let before =
            if sign.increment || sign.decrease || looks_like_year { None } else { bounds::before(tokens, first) };
        let behind = bounds::behind(tokens, quantity.next);
        let bound = before.or(behind).map_or(Bound::Exactly, |(bound, _)| bound);
        let change = before.is_none() && is_change_by(tokens, first);
        let next = behind.map_or(quantity.next, |(_, next)| next);
        let start = before.map_or(first, |(_, first)| first);
        let number = Number {
            low: quantity.figure.unwrap_or(Figure::ZERO),
            high: None,
            bound,
            increment: sign.increment || change,
            decrease: sign.decrease,
            percent: quantity.percent,
            malformed: quantity.figure.is_none(),
            looks_like_year,
            figures: quantity.span(tokens),
        };
        let span = tokens.span(start, next);
        (Found { span: Span::new(span.start, span.end), what: number }, next)
    }
}

/// The sign before a number.
#[derive(Default)]
struct Sign {
    increment: bool,
    decrease: bool,
    first: Option<usize>,
}

/// "+620", "+ 5", «плюс 5»; a minus only within brackets, where no dash stands: "(-3)".
fn sign(tokens: &Tokens<'_>, index: usize) -> Sign {
    let Some(before) = index.checked_sub(1).filter(|_| tokens.follows(index)) else { return Sign::default() };
    match tokens.mark(before) {
        Some('+' | '＋') => {
            // "300+200" joins two numbers, "+/-" and "±" bound one.
            let joins = before > 0
                && tokens.is_glued(before)
                && tokens.is_kind(before - 1, Kind::Digits)
                && tokens.is_glued(index);
            if joins { Sign::default() } else { Sign { increment: true, decrease: false, first: Some(before) } }
        }
        Some(mark) if is_dash(mark) && before > 0 && tokens.mark(before - 1) == Some('(') && tokens.is_glued(index) => {
            Sign { increment: false, decrease: true, first: Some(before) }
        }
        _ if tokens.is(before, Role::PLUS) => Sign { increment: true, decrease: false, first: Some(before) },
        _ => Sign::default(),
    }
}

/// "grew by 710", «поменшало на 25»: what was added or taken away, not the total.
fn is_change_by(tokens: &Tokens<'_>, first: usize) -> bool {
    let Some(before) = first.checked_sub(1).filter(|_| tokens.follows(first)) else { return false };
    let by = tokens.says(before, "by") || tokens.says(before, "на");
    by && bounds::changes_before(tokens, before)
}

/// "World War Two", "several hundred", "one third": no count.
fn names_something(tokens: &Tokens<'_>, index: usize) -> bool {
    if !tokens.is_kind(index, Kind::Word) {
        return false;
    }
    let word_before = index > 0 && tokens.follows(index) && tokens.is_kind(index - 1, Kind::Word);
    let name =
        word_before && tokens.is_capital(index) && tokens.is_capital(index - 1) && !tokens.is(index - 1, Role::BOUND);
    // English says "a hundred"; without the article the scale hangs on "several" or "few".
    let scale = tokens.is(index, Role::AND_GOES_ON) && !(word_before && tokens.says(index - 1, "a"));
    let hyphen = usize::from(tokens.is_dash(index + 1) && tokens.is_glued(index + 2));
    let fraction = tokens.is(index + 1 + hyphen, Role::FRACTION) && tokens.follows(index + 1 + hyphen);
    name || scale || fraction
}

/// "one of them", "no one", «один одного», "the longer one": not the number.
fn is_pronoun(tokens: &Tokens<'_>, index: usize) -> bool {
    let followed = tokens.is_kind(index + 1, Kind::Word) && tokens.follows(index + 1);
    let scaled = tokens.is(index + 1, Role::SCALE.and(Role::HALF));
    let number_before =
        index > 0 && tokens.is(index - 1, Role::CARDINAL) && !tokens.is(index - 1, Role::ONE) && tokens.follows(index);
    let number_behind = tokens.is_dash(index + 1) && tokens.is_glued(index + 1) && tokens.is(index + 2, Role::CARDINAL);
    if scaled || number_before || number_behind {
        return false;
    }
    let after = [
        "of", "another", "from", "who", "that", "which", "or", "and", "is", "was", "can", "should", "day", "time",
        "side", "thing", "way",
    ];
    let after_slavic = [
        "из",
        "з",
        "із",
        "зі",
        "од",
        "за",
        "од",
        "одного",
        "одному",
        "одним",
        "на",
        "від",
        "от",
        "і",
        "и",
        "но",
        "а",
        "день",
        "раз",
    ];
    let before = [
        "no",
        "this",
        "that",
        "the",
        "any",
        "every",
        "each",
        "another",
        "which",
        "not",
        "ні",
        "ни",
        "жоден",
        "ще",
        "first",
        "last",
        "only",
        "back",
        "square",
    ];
    let before = index > 0 && before[..].iter().any(|word| tokens.says(index - 1, word) && tokens.follows(index));
    let before = before && !tokens.says(index - 1, "ще");
    let longer = index >= 2
        && tokens.says(index, "one")
        && tokens.follows(index)
        && tokens.follows(index - 1)
        && tokens.says_one(index - 2, &["the", "a", "this", "that"]);
    !followed || before || longer || after.iter().chain(&after_slavic).any(|word| tokens.says(index + 1, word))
}
