//! The topics with conflicts on one screen, a line each.

use super::canvas::{Canvas, Span, Tone};
use crate::contested::{Contested, Stance, in_full};
use crate::layout::{fit, left, right, width};
use crate::{Picture, figure::number_of};
use std::io;

/// How many topics have a line.
const TOPICS: usize = 12;
const BETWEEN: usize = 2;
/// From how many columns on numbers have their noun.
const WIDE: usize = 110;
/// Below how many columns the names of topics take half of them.
const NARROW: usize = 100;
/// A name that is cut to less than this says nothing.
const NAME: usize = 8;

/// Writes a line for each topic: what it is about, how many conflicts, and the foremost of them.
pub fn write(picture: &Picture<'_>, topics: &[Contested<'_>], canvas: &mut Canvas<'_>) -> io::Result<()> {
    let shown = &topics[..topics.len().min(TOPICS)];
    let room = canvas.width - 2 * BETWEEN;
    let is_wide = canvas.width >= WIDE;
    let number_of_conflicts = |topic: &Contested<'_>| match is_wide {
        true => number_of(topic.conflicts.len(), "conflict ", "conflicts"),
        false => topic.conflicts.len().to_string(),
    };
    let numbers: Vec<String> = shown.iter().map(number_of_conflicts).collect();
    let number = numbers.iter().map(|number| width(number)).max().unwrap_or(0);
    let share = if canvas.width >= NARROW { room * 2 / 5 } else { room / 2 };
    let names: Vec<String> = shown.iter().map(|topic| topic.heading.short(picture.corpus, share)).collect();
    let name = names.iter().map(|name| width(name)).max().unwrap_or(0);
    for (topic, (name_of, number_of)) in shown.iter().zip(names.iter().zip(&numbers)) {
        canvas.line(&[
            Span::new(Tone::Plain, left(name_of, name + BETWEEN)),
            Span::new(Tone::of(topic.foremost().certainty), right(number_of, number)),
            Span::new(Tone::Plain, format!("  {}", foremost(picture, topic, room.saturating_sub(name + number)))),
        ])?;
    }
    match topics.len() - shown.len() {
        0 => Ok(()),
        more => canvas.text(Tone::Faint, &format!("and {}", number_of(more, "more topic", "more topics"))),
    }
}

/// `killed: Ukraine > 35,000 against Russian Ministry of Defence 5,937`. Where there is no room for
/// it, what is counted goes first, then the names are cut, then they go; the figures stay.
fn foremost(picture: &Picture<'_>, topic: &Contested<'_>, columns: usize) -> String {
    let stances = topic.stances(picture);
    let full = in_full(&stances);
    if let Some(counted) = topic.counted(picture) {
        let text = format!("{counted}: {full}");
        if width(&text) <= columns {
            return text;
        }
    }
    let mut names: Vec<usize> = stances.iter().map(|stance| width(&stance.source)).collect();
    for _ in columns..width(&full) {
        if let Some(longest) = names.iter_mut().max() {
            *longest = longest.saturating_sub(1);
        }
    }
    let is_named = stances.iter().zip(&names).all(|(stance, columns)| *columns >= NAME.min(width(&stance.source)));
    if !is_named {
        let figures: Vec<&str> = stances.iter().map(|stance| stance.figure.as_str()).collect();
        return fit(&figures.join(" — "), columns);
    }
    let cut = stances
        .into_iter()
        .zip(names)
        .map(|(stance, columns)| Stance { source: fit(&stance.source, columns), ..stance });
    fit(&in_full(&cut.collect::<Vec<_>>()), columns)
}
