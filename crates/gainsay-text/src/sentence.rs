//! Where one sentence ends and the next begins.

use crate::Span;
use crate::lexicon::Role;
use crate::token::{Gap, Kind, Tokens};

/// The sentences of a text in order, without the room between them; a line break that ends a line of a list or an
/// empty line ends a sentence, one in the middle of running text does not.
pub fn sentences(text: &str) -> Vec<Span> {
    sentences_in(&Tokens::of(text))
}

pub(crate) fn sentences_in(tokens: &Tokens<'_>) -> Vec<Span> {
    let mut found = Vec::new();
    let mut first = 0;
    for index in 0..tokens.list.len() {
        let next = index + 1;
        if ends_at(tokens, index) {
            found.push(tokens.span(first, next));
            first = next;
        }
    }
    if first < tokens.list.len() {
        found.push(tokens.span(first, tokens.list.len()));
    }
    found
}

/// Whether a sentence ends with this token.
fn ends_at(tokens: &Tokens<'_>, index: usize) -> bool {
    let Some(after) = tokens.get(index + 1) else { return true };
    let line_ends = after.gap == Gap::Line;
    let here = closing(tokens, index);
    if line_ends {
        let between = tokens.span(index, index + 1).end..after.start;
        let empty_line = tokens.text.get(between).is_some_and(|room| room.matches('\n').count() > 1);
        // Wrapped text goes on in small letters; anything else on a line of its own is an item or a heading.
        let goes_on = after.kind == Kind::Word
            && !tokens.is_capital(index + 1)
            && here.is_none()
            && tokens.mark(index) != Some(':')
            && !is_list_item(tokens, index + 1);
        return empty_line || !goes_on;
    }
    if after.gap != Gap::Space {
        return false;
    }
    match here {
        Some('!' | '?' | '…') => tokens.is_capital(index + 1) || after.kind != Kind::Word,
        Some('.') => {
            let opens = tokens.is_capital(index + 1)
                || after.kind == Kind::Digits
                || tokens.mark(index + 1).is_some_and(|mark| matches!(mark, '«' | '"' | '“' | '„' | '(' | '—' | '–'));
            opens && !is_abbreviation(tokens, index)
        }
        _ => false,
    }
}

/// The most words of a category before its figure.
const LONGEST_CATEGORY: usize = 14;

/// Whether a line is one of a list of figures: «танків ‒ 3660», "tanks - about 854".
fn is_list_item(tokens: &Tokens<'_>, first: usize) -> bool {
    (first + 1..first + LONGEST_CATEGORY).take_while(|index| tokens.follows(*index)).any(|index| {
        let figure = |place: usize| tokens.follows(place) && tokens.is_kind(place, Kind::Digits);
        tokens.is_dash(index) && (figure(index + 1) || figure(index + 2))
    })
}

/// The mark that ends a sentence here, seen through the quotes and brackets that close behind it.
fn closing(tokens: &Tokens<'_>, index: usize) -> Option<char> {
    let mut place = index;
    for _ in 0..3 {
        let mark = tokens.mark(place)?;
        match mark {
            '.' | '!' | '?' | '…' => return Some(mark),
            '»' | '"' | '”' | '“' | ')' | '\'' | '’' if tokens.is_glued(place) => {
                place = place.checked_sub(1)?
            }
            _ => return None,
        }
    }
    None
}

/// Whether the dot belongs to an abbreviation or an initial.
fn is_abbreviation(tokens: &Tokens<'_>, index: usize) -> bool {
    let Some(word) = index.checked_sub(1).filter(|word| tokens.is_kind(*word, Kind::Word) && tokens.is_glued(index))
    else {
        return false;
    };
    let initial = tokens.is_capital(word) && tokens.words(word).chars().count() == 1;
    let scale = tokens.is(word, Role::ABBREVIATION);
    let ambiguous = tokens.is_capital(index + 1) && tokens.is(word, Role::LAST_WORD);
    // «С 2022 г. Россия»: behind digits it is the year far more often than the last word.
    let year = tokens.says_one(word, &["г", "р"]) && word > 0 && tokens.is_kind(word - 1, Kind::Digits);
    initial || scale && (year || !ambiguous)
}
