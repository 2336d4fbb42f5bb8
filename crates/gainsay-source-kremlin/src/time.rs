//! The time that a figure is of: the whole war, a month, a day.

use crate::cues::{Cue, FoundCue};
use crate::items::{Item, Sentence};
use chrono::{Datelike, Days, NaiveDate};
use gainsay_text::{Found, When};

/// The first day of every total.
pub(crate) const START: NaiveDate = match NaiveDate::from_ymd_opt(2022, 2, 24) {
    Some(day) => day,
    None => NaiveDate::MIN,
};

/// The time that a figure is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Time {
    /// Since the start.
    Total,
    /// The last day.
    Day,
    /// Stated days.
    Span(NaiveDate, NaiveDate),
    /// Not plain.
    Loose,
}

impl Time {
    /// What a claim's id says of it.
    pub fn suffix(self) -> &'static str {
        match self {
            Time::Day => "/day",
            Time::Span(from, to) => match (to - from).num_days() {
                ..=7 => "/week",
                8..=31 => "/month",
                _ => "/span",
            },
            Time::Total | Time::Loose => "",
        }
    }
}

/// The times that a sentence speaks of, with the words at which they stand.
pub(crate) fn times(
    sentence: &Sentence<'_, '_>,
    dates: &[Found<When>],
    as_of: Option<NaiveDate>,
    last: Option<Time>,
) -> Vec<(usize, Time)> {
    let mut found: Vec<(usize, Time)> = Vec::new();
    for FoundCue { cue, words } in &sentence.cues {
        let time = match cue {
            Cue::War | Cue::SinceWar => Time::Total,
            Cue::Day => Time::Day,
            Cue::LastMonth => as_of.and_then(month_before).unwrap_or(Time::Loose),
            Cue::ThisYear => as_of.and_then(this_year).unwrap_or(Time::Loose),
            Cue::Same => last.unwrap_or(Time::Loose),
            Cue::Loose => Time::Loose,
            _ => continue,
        };
        found.push((words.start, time));
    }
    for date in dates {
        let place = sentence.words.at(date.span.start);
        let known = found.iter().any(|(word, _)| word.abs_diff(place) <= 3);
        if let When::Range(from, to) = date.what
            && !known
            && (to - from).num_days() >= 6
        {
            let last = as_of.filter(|day| *day >= from).map_or(to, |day| to.min(day));
            found.push((place, Time::Span(from, last)));
        }
    }
    found.sort_by_key(|(word, _)| *word);
    found
}

/// The month before a day, where the day is near enough to its end.
fn month_before(day: NaiveDate) -> Option<Time> {
    if day.day() > 12 {
        return None;
    }
    let last = day.with_day(1)?.checked_sub_days(Days::new(1))?;
    Some(Time::Span(last.with_day(1)?, last))
}

fn this_year(day: NaiveDate) -> Option<Time> {
    Some(Time::Span(NaiveDate::from_ymd_opt(day.year(), 1, 1)?, day))
}

/// The time of an item: of the phrase before it, else of the first behind it.
pub(crate) fn time_of(item: &Item, times: &[(usize, Time)]) -> Option<Time> {
    let before = times.partition_point(|(word, _)| *word < item.words.start);
    before.checked_sub(1).and_then(|place| times.get(place)).or_else(|| times.get(before)).map(|(_, time)| *time)
}
