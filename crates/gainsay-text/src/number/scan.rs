//! One walk over the tokens that finds each number once.

use super::quantity::{Quantity, Standing, quantity};
use super::range::{Range, range};
use super::{Bound, Number, bounds, identifiers};
use crate::lexicon::Role;
use crate::token::{Gap, Kind, Tokens, is_dash};
use crate::{Figure, Found, Language, Span};

/// A walk over the tokens of a text.
pub(super) struct Scan<'a, 't> {
    tokens: &'a Tokens<'t>,
    language: Language,
}

/// Words with which a number may begin.
const OPENERS: Role = Role::CARDINAL.and(Role::SINGLE).and(Role::ONE_AND_A_HALF).and(Role::HALF).and(Role::LUMP);

impl<'a, 't> Scan<'a, 't> {
    pub fn new(tokens: &'a Tokens<'t>, language: Language) -> Scan<'a, 't> {
        Scan { tokens, language }
    }

    pub fn run(&self) -> Vec<Found<Number>> {
        let mut found = Vec::new();
        let mut dates = crate::date::phrases(self.tokens, self.language).into_iter().filter(|phrase| !phrase.is_lone_year()).peekable();
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
        if tokens.is(index, Role::ONE) && is_pronoun(tokens, index) {
            return index + 1;
        }
        let low = match quantity(tokens, index, self.language) {
            Some(Standing::Quantity(low)) if low.next <= dates_begin => low,
            Some(Standing::NoCount(next)) => return next.max(index + 1),
            _ => return index + 1,
        };
        let range = range(tokens, &low, self.language)
            .filter(|range| range.next <= dates_begin && !(range.first < low.first && bounds::changes_before(tokens, range.first)));
        let next = range.as_ref().map_or(low.next, |range| range.next);
        let number = range.map_or_else(|| self.single(&low), |range| self.range(&low, &range));
        let next = number.1.max(next).max(index + 1);
        found.push(number.0);
        next
    }

    fn range(&self, low: &Quantity, range: &Range) -> (Found<Number>, usize) {
        let tokens = self.tokens;
        let years = is_year_range(tokens, low, range);
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
        let before = if sign.increment || sign.decrease { None } else { bounds::before(tokens, first) };
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
            looks_like_year: before.is_none() && !sign.increment && looks_like_year(tokens, quantity),
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
            let joins = before > 0 && tokens.is_glued(before) && tokens.is_kind(before - 1, Kind::Digits) && tokens.is_glued(index);
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

/// "one of them", "no one", «один одного»: not the number.
fn is_pronoun(tokens: &Tokens<'_>, index: usize) -> bool {
    let followed = tokens.is_kind(index + 1, Kind::Word) && tokens.follows(index + 1);
    let scaled = tokens.is(index + 1, Role::SCALE.and(Role::HALF));
    let number_before = index > 0 && tokens.is(index - 1, Role::CARDINAL) && tokens.follows(index);
    if scaled || number_before {
        return false;
    }
    let after = ["of", "another", "from", "who", "that", "which", "or", "and", "is", "was", "can", "should", "day", "time", "side", "thing", "way"];
    let after_slavic = ["из", "з", "із", "зі", "од", "за", "од", "одного", "одному", "одним", "на", "від", "от", "і", "и", "но", "а", "день", "раз"];
    let before = ["no", "this", "that", "the", "any", "every", "each", "another", "which", "not", "ні", "ни", "жоден", "ще", "first", "last", "only", "back", "square"];
    let before = index > 0 && before[..].iter().any(|word| tokens.says(index - 1, word) && tokens.follows(index));
    let before = before && !tokens.says(index - 1, "ще");
    !followed || before || after.iter().chain(&after_slavic).any(|word| tokens.says(index + 1, word))
}

/// The years that a text of our sources may name.
const YEARS: std::ops::RangeInclusive<u32> = 1000..=2100;

/// Whether the words around a number of four digits make it a year.
fn looks_like_year(tokens: &Tokens<'_>, quantity: &Quantity) -> bool {
    let bare = quantity.in_digits && quantity.next == quantity.first + 1 && tokens.words(quantity.first).len() == 4;
    if !bare || !tokens.number(quantity.first).is_some_and(|year| YEARS.contains(&year)) {
        return false;
    }
    is_year(tokens, quantity.first)
}

/// Whether digits read as a year: «у 2022 році», "in 2014", "(2014)", "since 2014,"; "in 1351 cases" does not.
pub(crate) fn is_year(tokens: &Tokens<'_>, index: usize) -> bool {
    let year_word = |index: usize| tokens.is(index, Role::YEAR) && tokens.follows(index);
    if year_word(index + 1) {
        return true;
    }
    if index == 0 || !tokens.follows(index) {
        return false;
    }
    let before = index - 1;
    if tokens.says(before, "year") || tokens.is(before, Role::MONTH) && tokens.entry(before).is_some_and(|entry| !entry.roles.any(Role::CAPITAL) || tokens.is_capital(before)) {
        return true;
    }
    let season = ["spring", "summer", "autumn", "winter", "навесні", "весной", "влітку", "летом", "восени", "осенью", "взимку", "зимой", "late", "early", "mid"];
    if season.iter().any(|word| tokens.says(before, word)) {
        return true;
    }
    let preposition = ["in", "since", "of", "until", "from", "by", "before", "after", "during", "for", "у", "в", "с", "з", "до", "від", "от", "після", "после", "за", "к", "to"];
    let preposition = preposition.iter().any(|word| tokens.says(before, word));
    let bracketed = tokens.mark(before) == Some('(') && tokens.mark(index + 1) == Some(')');
    let recent = tokens.number(index).is_some_and(|year| (1900..=2100).contains(&year));
    // A year is followed by the rest of its sentence, never by what would be counted.
    let closed = match tokens.get(index + 1) {
        None => true,
        Some(token) if token.gap == Gap::Line => true,
        Some(token) if token.kind == Kind::Mark => !matches!(tokens.mark(index + 1), Some('(' | '%' | '/' | '+')),
        _ => false,
    };
    let function_word = ["and", "to", "but", "when", "as", "the", "it", "he", "she", "they", "a", "an", "with", "by", "after", "until", "on", "from", "і", "та", "й", "и", "а", "але", "но", "що", "что", "когда", "коли", "до", "по", "он", "она", "він", "вона", "за", "на", "в", "у", "was", "were", "has", "had", "is", "that", "against", "over", "in", "where", "which"];
    let goes_on = function_word.iter().any(|word| tokens.says(index + 1, word));
    (preposition && recent && (closed || goes_on)) || bracketed && recent || preposition && closed && tokens.says(before, "in")
}

/// "1979-89", "2014–2022": two years and no amounts.
fn is_year_range(tokens: &Tokens<'_>, low: &Quantity, range: &Range) -> bool {
    let year = |figure: Figure| figure.is_whole() && (1900..=2100).contains(&figure.units());
    let bare = low.next == low.first + 1 && tokens.words(low.first).len() == 4 && range.next == range.figures_end;
    let followed = tokens.is_kind(range.next, Kind::Word) && tokens.follows(range.next) && !tokens.is(range.next, Role::YEAR);
    bare && year(range.low) && year(range.high) && !followed
}
