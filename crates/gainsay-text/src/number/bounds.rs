//! The words before and behind a number that bound it.

use super::Bound;
use crate::lexicon::Role;
use crate::token::{Gap, Kind, Tokens};
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// Phrases that stand before a number, with what they make of it. Of two that fit, the longer counts.
const BEFORE: &[(Bound, &str)] = &[
    (
        Bound::About,
        "about|around|approximately|approx|roughly|some|nearly|almost|circa|ca|c|\
         an estimated|estimated|close to|in the region of|about some|близько|біля|приблизно|орієнтовно|\
         майже|ледь не|порядку|десь|коло|около|примерно|приблизительно|ориентировочно|почти|порядка|\
         где-то|без малого|чуть не|приблизно в|приблизно у|примерно в|приблизительно в|ориентировочно в|орієнтовно в|\
         approaching|nearing|наближається до|наближаються до|наблизилися до|наблизились до|наблизилася до|\
         наблизилась до|приближается к|приближаются к|приблизились к|приблизилось к|приблизилась к|\
         подошла к|подошли к|подошло к",
    ),
    (
        Bound::AtLeast,
        "at least|no less than|not less than|no fewer than|not fewer than|a minimum of|minimum of|\
         minimum|min|щонайменше|не менше|не менш|не менше ніж|не менш ніж|не менше як|не менш як|\
         як мінімум|мінімум|принаймні|не менее|не меньше|не менее чем|не меньше чем|как минимум|минимум|\
         по меньшей мере|по крайней мере",
    ),
    (
        Bound::MoreThan,
        "more than|over|above|just over|well over|in excess of|exceeding|exceeded|exceed|exceeds|\
         beyond|just above|well above|slightly more than|topped|surpassed|passed|upwards of|\
         greater than|higher than|a little over|понад|більше|більш|більше ніж|більш ніж|більше як|\
         більш як|над|перевищили|перевищує|перевищують|перевищила|перевищило|трохи більше|\
         трохи більше ніж|свыше|более|более чем|больше|больше чем|превысили|превысило|превысила|\
         превышает|превышают|превысив|чуть более|чуть больше|чуть более чем|чуть больше чем|\
         немногим более|немногим больше",
    ),
    (
        Bound::AtMost,
        "up to|at most|no more than|not more than|no higher than|as many as|a maximum of|maximum of|\
         maximum|max|до|не більше|не більш|не більше ніж|не більш ніж|не більше як|не більш як|\
         щонайбільше|максимум|не более|не больше|не более чем|не больше чем",
    ),
    (
        Bound::LessThan,
        "less than|fewer than|under|below|just under|well under|lower than|a little under|менше|менш|\
         менше ніж|менш ніж|менше як|менш як|трохи менше|трохи менше ніж|менее|менее чем|меньше|\
         меньше чем|чуть менее|чуть меньше|чуть меньше чем",
    ),
];

/// How far back a verb of change makes "to" and "by" bound nothing.
const SENTENCE_REACH: usize = 14;

/// The bound that ends right before a token, with the first token of its phrase.
pub(super) fn before(tokens: &Tokens<'_>, first: usize) -> Option<(Bound, usize)> {
    let mut end = first;
    // "about another 750", «понад уже 500»
    for _ in 0..2 {
        if end == 0 || !tokens.follows(end) {
            return None;
        }
        if let Some(mark) = tokens.mark(end - 1) {
            let abbreviated = mark == '.' && tokens.is_glued(end - 1) && end > 1 && tokens.is(end - 2, Role::BOUND);
            return if abbreviated { phrase(tokens, end - 1) } else { sign(tokens, end - 1, mark) };
        }
        if tokens.is(end - 1, Role::BOUND)
            && let Some(found) = phrase(tokens, end)
        {
            return Some(outermost(tokens, found));
        }
        if !tokens.is(end - 1, Role::FILLER) {
            return None;
        }
        end -= 1;
    }
    None
}

type ByLast = BTreeMap<&'static str, Vec<(Bound, Vec<&'static str>)>>;

/// The phrases by their last words, each as its words from the last to the first, the longest first.
static BY_LAST: LazyLock<ByLast> = LazyLock::new(|| {
    let mut by_last = ByLast::new();
    for (bound, phrases) in BEFORE {
        for phrase in phrases.split('|') {
            let words: Vec<&str> = phrase.rsplit([' ', '-']).collect();
            by_last.entry(words[0]).or_default().push((*bound, words));
        }
    }
    for phrases in by_last.values_mut() {
        phrases.sort_by_key(|(_, words)| std::cmp::Reverse(words.len()));
    }
    by_last
});

/// The last words of all phrases, for the lexicon.
pub(crate) fn last_words() -> impl Iterator<Item = &'static str> {
    BEFORE.iter().flat_map(|(_, phrases)| phrases.split('|')).filter_map(|phrase| phrase.rsplit([' ', '-']).next())
}

/// The longest phrase that ends before a token.
fn phrase(tokens: &Tokens<'_>, end: usize) -> Option<(Bound, usize)> {
    let last = tokens.entry(end.checked_sub(1)?)?;
    let phrases = BY_LAST.get(last.word)?;
    let (bound, first) =
        phrases.iter().find_map(|(bound, words)| Some((*bound, stands_before(tokens, end, words)?)))?;
    (!bounds_nothing(tokens, bound, first, end)).then_some((bound, first))
}

/// "up to about 500" is at most 500, "more than an estimated 500" more than that.
fn outermost(tokens: &Tokens<'_>, inner: (Bound, usize)) -> (Bound, usize) {
    let (bound, first) = inner;
    let outer_end = first;
    if bound == Bound::About && outer_end > 0 && tokens.follows(outer_end) && tokens.is(outer_end - 1, Role::BOUND) {
        return phrase(tokens, outer_end).unwrap_or(inner);
    }
    inner
}

/// The first token of a phrase that ends before a token.
fn stands_before(tokens: &Tokens<'_>, end: usize, words: &[&str]) -> Option<usize> {
    let mut place = end - 1;
    for word in &words[1..] {
        let line_begins = !tokens.follows(place);
        place = place.checked_sub(1).filter(|_| !line_begins)?;
        // «где-то»
        if tokens.is_dash(place) && tokens.is_glued(place + 1) {
            place = place.checked_sub(1)?;
        }
        if !tokens.says(place, word) {
            return None;
        }
    }
    Some(place)
}

/// «До 413 выросло» is no bound, nor is "increased to over" without its number.
fn bounds_nothing(tokens: &Tokens<'_>, bound: Bound, first: usize, end: usize) -> bool {
    if bound != Bound::AtMost {
        return false;
    }
    let rises_to = tokens.says(end - 1, "до") && end == first + 1 || tokens.says(first, "up") && end == first + 2;
    rises_to && changes_nearby(tokens, first)
}

/// Whether a verb of rising or falling stands in the sentence around a token.
pub(super) fn changes_nearby(tokens: &Tokens<'_>, index: usize) -> bool {
    changes_before(tokens, index) || {
        let ahead = index + 1..index + SENTENCE_REACH;
        ahead
            .take_while(|index| {
                tokens.get(*index).is_some_and(|token| token.gap != Gap::Line) && !ends_clause(tokens, *index)
            })
            .any(|index| tokens.is(index, Role::CHANGE))
    }
}

/// Whether a verb of rising or falling stands in the sentence before a token.
pub(crate) fn changes_before(tokens: &Tokens<'_>, index: usize) -> bool {
    (0..SENTENCE_REACH)
        .map_while(|back| {
            let place = index.checked_sub(back)?;
            let line_ends = back > 0 && !tokens.follows(place + 1);
            let clause_ends = back > 0 && ends_clause(tokens, place);
            (!line_ends && !clause_ends).then_some(place)
        })
        .any(|place| tokens.is(place, Role::CHANGE))
}

/// A mark that ends a sentence; the dot of an abbreviation or a number does not.
fn ends_clause(tokens: &Tokens<'_>, index: usize) -> bool {
    match tokens.mark(index) {
        Some('!' | '?' | ';' | ':') => true,
        Some('.') => !tokens.is_glued(index + 1) && tokens.is_capital(index + 1),
        _ => false,
    }
}

/// Marks that bound: "~500", "≥ 500"; "<" and ">" only with room before them, as they also close tags.
fn sign(tokens: &Tokens<'_>, index: usize, mark: char) -> Option<(Bound, usize)> {
    let apart = tokens.get(index).is_some_and(|token| token.gap == Gap::Space);
    let bound = match mark {
        '~' | '≈' | '∼' | '≃' => Bound::About,
        '≥' | '⩾' => Bound::AtLeast,
        '≤' | '⩽' => Bound::AtMost,
        '>' if apart => Bound::MoreThan,
        '<' if apart => Bound::LessThan,
        _ => return None,
    };
    Some((bound, index))
}

/// The bound behind a number and the token behind it: "300 or more", "5000+", «500 і більше».
pub(super) fn behind(tokens: &Tokens<'_>, next: usize) -> Option<(Bound, usize)> {
    if tokens.mark(next) == Some('+')
        && tokens.is_glued(next)
        && !(tokens.is_glued(next + 1) && tokens.is_kind(next + 1, Kind::Digits))
    {
        return Some((Bound::AtLeast, next + 1));
    }
    if !tokens.follows(next) || !tokens.follows(next + 1) {
        return None;
    }
    if !tokens.is(next, Role::OR) {
        return None;
    }
    let more = tokens.says_one(next + 1, &["more", "більше", "більш", "більше", "более", "больше", "above"]);
    let fewer = tokens.says_one(next + 1, &["fewer", "less", "менше", "менее", "меньше"]);
    // "5 and more than 6" goes on to another number.
    let goes_on = tokens.says(next + 2, "than") || tokens.is_kind(next + 2, Kind::Digits) && tokens.follows(next + 2);
    match (!goes_on, more, fewer) {
        (true, true, _) => Some((Bound::AtLeast, next + 2)),
        (true, _, true) => Some((Bound::AtMost, next + 2)),
        _ => None,
    }
}
