//! Figures of a bulletin that are no claim: each is named, none is dropped.

mod names;

pub(super) use names::Names;

use super::categories::CATEGORIES;
use super::drafts::{Places, is_figure};
use super::item::{Item, Tokens, Why};
use super::passage::Passage;
use super::token::Kind;
use gainsay_claim::extract::Unclear;
use std::ops::Range;

/// The tokens of a bulletin with the lines beside it that have its shape and an unknown label, after those of the one
/// before.
pub(super) fn extent(tokens: &Tokens<'_>, items: &[Item], passage: &Passage, after: usize) -> Range<usize> {
    let Range { mut start, mut end } = passage.tokens;
    let least = passage.items.start.checked_sub(1).map_or(0, |before| items[before].next).max(after);
    let most = items.get(passage.items.end).map_or(tokens.list.len(), |item| item.first);
    while let Some(line) = shaped_line_before(tokens, start).filter(|line| *line >= least) {
        start = line;
    }
    while let Some(line) = shaped_line_behind(tokens, end).filter(|line| *line <= most) {
        end = line;
    }
    // The stop or comma that ends it.
    let stop = matches!(tokens.kind(end), Kind::Stop | Kind::Comma | Kind::Close) && end < most;
    start..end + usize::from(stop)
}

/// The token behind the line that follows, where it has the shape of an entry.
fn shaped_line_behind(tokens: &Tokens<'_>, end: usize) -> Option<usize> {
    let first = tokens.skip(end, |kind| matches!(kind, Kind::Line | Kind::Comma | Kind::Stop));
    let behind_line = (end..first).any(|index| tokens.kind(index) == Kind::Line);
    behind_line.then(|| shape(tokens, first)).flatten()
}

/// The first token of the line before, where it has the shape of an entry.
fn shaped_line_before(tokens: &Tokens<'_>, start: usize) -> Option<usize> {
    let last = (start.saturating_sub(4)..start).rev().find(|index| tokens.kind(*index) != Kind::Line)?;
    let first = (last.saturating_sub(12)..=last).rev().find(|index| tokens.begins_line(*index))?;
    (last + 1 < start).then(|| shape(tokens, first)).flatten().map(|_| first)
}

/// The token behind a line of a few words, a mark and a figure with nothing else.
fn shape(tokens: &Tokens<'_>, first: usize) -> Option<usize> {
    let first = tokens.skip(first, |kind| matches!(kind, Kind::Dash | Kind::Bar));
    let label = tokens.skip(first, |kind| {
        matches!(
            kind,
            Kind::Word
                | Kind::Filler
                | Kind::Unit
                | Kind::And
                | Kind::Slash
                | Kind::Category { .. }
                | Kind::From
                | Kind::To
        )
    });
    if label == first || tokens.words(first).chars().count() > 60 {
        return None;
    }
    let figure = tokens.skip(label, |kind| matches!(kind, Kind::Dash | Kind::Bar | Kind::Bound(_)));
    let marked = (label..figure).any(|index| matches!(tokens.kind(index), Kind::Dash | Kind::Bar));
    if !marked || !is_figure(tokens.kind(figure)) || tokens.day_at(figure).is_some() {
        return None;
    }
    let end = tokens.skip(figure + 1, |kind| {
        matches!(
            kind,
            Kind::Open
                | Kind::Close
                | Kind::Plus
                | Kind::Number
                | Kind::Unit
                | Kind::Filler
                | Kind::Day
                | Kind::Comma
                | Kind::Stop
                | Kind::Bar
        )
    });
    (tokens.kind(end) == Kind::Line).then_some(end)
}

/// Names every figure of a bulletin that no claim states.
pub(super) fn collect(
    tokens: &Tokens<'_>,
    items: &[Item],
    passage: &Passage,
    covered: &Range<usize>,
    names: &mut Names<'_>,
    places: &mut Places<'_>,
    unclear: &mut Vec<Unclear>,
) {
    let mut index = covered.start;
    for item in &items[passage.items.clone()] {
        unknown(tokens, index..item.first, names, places, unclear);
        for fault in &item.faults {
            let measure = CATEGORIES[usize::from(item.category)].measure;
            let words = tokens.words(fault.token);
            let (message, help) = wording(fault.why, words);
            let place = places.position(tokens.start(fault.token))..places.position(tokens.end(fault.token));
            unclear.push(Unclear { place, message, help, candidates: vec![measure.to_owned()] });
        }
        index = item.next;
    }
    unknown(tokens, index..covered.end, names, places, unclear);
}

/// A figure of a table that may be the day's.
pub(super) fn unsigned(tokens: &Tokens<'_>, token: usize, measure: &str, places: &mut Places<'_>) -> Unclear {
    let (message, help) = wording(Why::Unsigned, tokens.words(token));
    let place = places.position(tokens.start(token))..places.position(tokens.end(token));
    Unclear { place, message, help, candidates: vec![measure.to_owned()] }
}

/// The figures between two entries.
fn unknown(
    tokens: &Tokens<'_>,
    range: Range<usize>,
    names: &mut Names<'_>,
    places: &mut Places<'_>,
    unclear: &mut Vec<Unclear>,
) {
    let mut index = range.start;
    while index < range.end {
        if !is_figure(tokens.kind(index)) || tokens.is_of_date(index) || is_bullet(tokens, index) {
            index += 1;
            continue;
        }
        // One line, one remark: its first figure and what counts up to it.
        let line_start = (range.start..index)
            .rev()
            .find(|before| tokens.kind(*before) == Kind::Line || tokens.kind(*before) == Kind::Comma);
        let first = tokens.skip(line_start.map_or(range.start, |line| line + 1), |kind| {
            matches!(kind, Kind::Line | Kind::Comma | Kind::Stop | Kind::Dash | Kind::Bar)
        });
        let first = first.min(index);
        let line_end = (index..range.end).find(|behind| matches!(tokens.kind(*behind), Kind::Line | Kind::Comma));
        let next = line_end.unwrap_or(range.end).max(index + 1);
        let label = &tokens.text[tokens.start(first)..tokens.start(index)];
        let (message, help) = wording(Why::Unknown, tokens.words(index));
        let place = places.position(tokens.start(first))..places.position(tokens.end(next - 1));
        unclear.push(Unclear { place, message, help, candidates: names.candidates(label) });
        index = next;
    }
}

/// "1.", "1)" before an entry.
fn is_bullet(tokens: &Tokens<'_>, index: usize) -> bool {
    tokens.begins_line(index)
        && matches!(tokens.kind(index + 1), Kind::Stop | Kind::Close | Kind::Category { .. })
        && tokens.words(index).len() <= 2
}

fn wording(why: Why, words: &str) -> (String, String) {
    let (message, help) = match why {
        Why::Malformed => (format!("the digits of \"{words}\" are no number"), "correct the figure"),
        Why::Decrease => {
            (format!("\"{words}\" is taken from the total"), "a count cannot be below zero; keep the total alone")
        }
        Why::Unsigned => {
            (format!("whether \"{words}\" is the day's addition is not said"), "write it with its sign, as in (+4)")
        }
        Why::CutOff => (format!("the text ends within \"{words}\""), "give the whole text"),
        Why::Unknown => {
            (format!("what \"{words}\" counts is not known"), "add its measure to the vocabulary, or the claim by hand")
        }
    };
    (message, help.to_owned())
}
