//! One quantity: digits or words, with the scale that multiplies it and the percent behind it.

use super::digits::{Reading, digits};
use super::words::words;
use crate::lexicon::Role;
use crate::token::{Kind, Tokens};
use crate::{Figure, Language, Span};

/// A quantity, from its first token up to the one behind it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Quantity {
    /// Nothing where the digits are malformed.
    pub figure: Option<Figure>,
    /// The figure before the scale, and the scale.
    pub unscaled: Figure,
    pub scale: u64,
    pub percent: bool,
    pub in_digits: bool,
    pub first: usize,
    /// The token behind the scale.
    pub figures_end: usize,
    /// The token behind everything.
    pub next: usize,
}

/// What stands at a token.
pub(super) enum Standing {
    Quantity(Quantity),
    /// Digits that count nothing, up to the token behind them.
    NoCount(usize),
}

impl Quantity {
    pub fn span(&self, tokens: &Tokens<'_>) -> Span {
        tokens.span(self.first, self.figures_end)
    }
}

/// Reads the quantity whose digits or first word stand at `first`.
pub(super) fn quantity(tokens: &Tokens<'_>, first: usize, language: Language) -> Option<Standing> {
    match tokens.get(first)?.kind {
        Kind::Digits => Some(in_digits(tokens, first, language)),
        Kind::Word => in_words(tokens, first).map(Standing::Quantity),
        Kind::Mark => None,
    }
}

fn in_words(tokens: &Tokens<'_>, first: usize) -> Option<Quantity> {
    let read = words(tokens, first)?;
    let (percent, next) = percent(tokens, read.next);
    let (unscaled, figures_end) = (read.figure, read.next);
    Some(Quantity {
        figure: Some(read.figure),
        unscaled,
        scale: 1,
        percent,
        in_digits: false,
        first,
        figures_end,
        next,
    })
}

fn in_digits(tokens: &Tokens<'_>, first: usize, language: Language) -> Standing {
    let start = tokens.span(first, first + 1).start;
    let read = digits(tokens.text, start, language);
    let mut next = first + 1;
    while tokens.get(next).is_some_and(|token| token.start < read.end) {
        next += 1;
    }
    let scale = scale(tokens, next);
    let (percent, after) = percent(tokens, scale.map_or(next, |(_, after)| after));
    let figures_end = scale.map_or(next, |(_, after)| after);
    let unscaled = match read.reading {
        Reading::NoCount => return Standing::NoCount(next),
        Reading::Malformed => None,
        Reading::Plain(figure) => Some(figure),
        Reading::GroupOrDecimal { decimal, .. } if scale.is_some() || percent => Some(decimal),
        Reading::GroupOrDecimal { grouped, .. } => Some(grouped),
        Reading::DecimalOrUnknown { decimal, .. } if scale.is_some() || percent => Some(decimal),
        // An increment stands only behind a running total, which is whole.
        Reading::DecimalOrUnknown { grouped, .. }
            if tokens.mark(next) == Some('(') && tokens.mark(next + 1) == Some('+') =>
        {
            Some(grouped)
        }
        Reading::DecimalOrUnknown { .. } => None,
    };
    let factor = scale.map_or(1, |(factor, _)| factor);
    let mut figure = unscaled.and_then(|figure| figure.times(factor));
    let mut figures_end = figures_end;
    let mut after = after;
    // «1 тисяча 351»: a smaller number goes on behind a scale.
    if factor >= 1000
        && let Some((rest, end)) = rest_of(tokens, figures_end, factor, language)
    {
        figure = figure.and_then(|figure| figure.plus(rest));
        figures_end = end;
        after = self::percent(tokens, end).1;
    }
    Standing::Quantity(Quantity {
        figure,
        unscaled: unscaled.unwrap_or_default(),
        scale: factor,
        percent,
        in_digits: true,
        first,
        figures_end,
        next: after,
    })
}

/// The scale behind digits, and the token behind it with the dot of its abbreviation.
fn scale(tokens: &Tokens<'_>, index: usize) -> Option<(u64, usize)> {
    if !tokens.follows(index) {
        return None;
    }
    let word = tokens.words(index);
    let short = matches!(word, "k" | "K" | "m" | "M" | "mn" | "bn" | "ths" | "mln" | "bln");
    let factor = tokens.value(index, Role::SCALE.and(Role::ORDER))?;
    if short && !tokens.is_glued(index)
        || tokens.is_capital(index) && word.len() > 1 && !word.ends_with(char::is_uppercase)
    {
        return None;
    }
    let dotted =
        matches!(word.chars().count(), 2..=4) && tokens.mark(index + 1) == Some('.') && tokens.is_glued(index + 1);
    // The dot of an abbreviation is part of the number only where the sentence goes on behind it.
    let goes_on = dotted && tokens.follows(index + 2) && !tokens.is_capital(index + 2);
    Some((factor, index + 1 + usize::from(goes_on)))
}

/// "300" in «2 тисячі 300»: digits below the scale, with no scale of their own that is as large.
fn rest_of(tokens: &Tokens<'_>, index: usize, factor: u64, language: Language) -> Option<(Figure, usize)> {
    if !tokens.is_kind(index, Kind::Digits) || !tokens.follows(index) || tokens.is_glued(index) {
        return None;
    }
    let read = digits(tokens.text, tokens.get(index)?.start, language);
    let mut next = index + 1;
    while tokens.get(next).is_some_and(|token| token.start < read.end) {
        next += 1;
    }
    let Reading::Plain(figure) = read.reading else { return None };
    let own = scale(tokens, next);
    let figure = figure.times(own.map_or(1, |(factor, _)| factor))?;
    let fits = figure.is_whole() && figure < Figure::whole(factor) && figure >= Figure::whole(100);
    fits.then_some((figure, own.map_or(next, |(_, after)| after)))
}

/// Whether a percent stands here, and the token behind it.
fn percent(tokens: &Tokens<'_>, index: usize) -> (bool, usize) {
    if !tokens.follows(index) {
        return (false, index);
    }
    if tokens.mark(index) == Some('%') || tokens.mark(index) == Some('٪') {
        return (true, index + 1);
    }
    if tokens.says(index, "per") && tokens.says(index + 1, "cent") {
        return (true, index + 2);
    }
    let is_word = tokens.is(index, Role::PERCENT) && !tokens.says(index, "cent");
    (is_word, index + usize::from(is_word))
}
