//! Of which days a figure speaks.

use crate::counted::Figure;
use crate::lexicon::Tags;
use crate::noun::Counted;
use crate::page::{Page, Sentence};
use crate::scene::{Memory, Scene};
use crate::time::{FIRST_DAY, Time, TimeAt};
use crate::voice::Speaker;
use chrono::NaiveDate;
use gainsay_claim::{Count, CountValue};

/// Of which days a figure speaks.
pub(crate) enum Days {
    Known(NaiveDate, NaiveDate),
    /// Of the event that the text tells of.
    Event,
    Rate,
    Unknown,
}

pub(crate) fn period(
    scene: &Scene<'_, '_, '_, '_>,
    memory: &Memory,
    figure: &Figure<'_>,
    speaker: Speaker,
    documented: bool,
) -> Days {
    let page = scene.page;
    let near = |time: &&TimeAt| page.distance(time.first, figure.first).min(page.distance(time.next, figure.next));
    let span = scene
        .times
        .iter()
        .filter(|time| {
            !in_brackets(page, &scene.sentence, time.first) || in_brackets(page, &scene.sentence, figure.first)
        })
        .filter(|time| match time.what {
            Time::Since | Time::Within(..) => true,
            Time::Rate => page.distance(time.first, figure.first) <= 30,
            _ => false,
        })
        .min_by_key(near);
    let as_of = || scene.as_of(speaker);
    let total = || as_of().filter(|to| *to >= FIRST_DAY).map_or(Days::Unknown, |to| Days::Known(FIRST_DAY, to));
    match span.map(|time| time.what) {
        Some(Time::Since) => return total(),
        Some(Time::Within(from, to)) if !documented => {
            // A figure too large for the days beside it is a total that somebody gave on them.
            let things = matches!(figure.noun.counted, Counted::Things(_));
            let most = match (to - from).num_days() {
                ..=2 if things => 300,
                ..=2 => 3000,
                _ => 60_000,
            };
            let is_total =
                figure.value.upper_figure() > Count::whole(most) && (to - from).num_days() <= 62 && to >= FIRST_DAY;
            return if is_total { Days::Known(FIRST_DAY, to) } else { Days::Known(from, to) };
        }
        Some(Time::Rate) => return Days::Rate,
        _ => {}
    }
    if figure.noun.part {
        return Days::Unknown;
    }
    let stated = scene.times.iter().any(|time| matches!(time.what, Time::AsOf(_)));
    let things = matches!(figure.noun.counted, Counted::Things(_));
    if documented || stated {
        return total();
    }
    let event = memory.event.is_some()
        && (page.any(&scene.sentence, Tags::EVENT) || memory.event.as_ref().is_some_and(|event| event.place.is_some()));
    let elsewhere = page.names_in(&scene.sentence).iter().any(|name| {
        let place = name.means.place.map(|place| &*page.raw.vocabulary.place(place).entry.id);
        let known = memory.event.as_ref().and_then(|event| event.place.as_deref());
        name.means.source.is_none()
            && place.is_some_and(|place| {
                known.is_some_and(|known| known != place) && !place.ends_with("-oblast") && place != "donbas"
            })
    });
    if elsewhere && !things && page.any(&scene.sentence, Tags::EVENT) {
        return Days::Unknown;
    }
    if event && !things && figure.value.upper_figure() < Count::whole(3000) && !page.any(&scene.sentence, Tags::TOTAL) {
        return Days::Event;
    }
    if let Some((from, to)) = memory.period.filter(|_| memory.period_of.is_none_or(|of| of == speaker.source)) {
        // No day has so many losses: the sentence has gone on to totals.
        let most = if things { 300 } else { 3000 };
        let too_many = (to - from).num_days() <= 3 && figure.value.upper_figure() > Count::whole(most);
        return if from == FIRST_DAY || too_many { total() } else { Days::Known(from, to) };
    }
    let summed = page.any(&scene.sentence, Tags::TOTAL)
        || scene.predicates.iter().any(|predicate| {
            predicate.tags.any(Tags::LOSE)
                && predicate.first > scene.sentence.first
                && page.is(predicate.first - 1, Tags::PERFECT)
        });
    // A war has more than a few dead; a small figure without its days is of an event.
    let small =
        !things && figure.value.upper_figure() < Count::whole(100) && !matches!(figure.value, CountValue::Order(_));
    if small && !summed {
        return Days::Unknown;
    }
    if !things || summed { total() } else { Days::Unknown }
}

/// Whether a word stands in brackets.
pub(crate) fn in_brackets(page: &Page<'_, '_>, sentence: &Sentence, index: usize) -> bool {
    let from = index.saturating_sub(12).max(sentence.first);
    (from..index).rev().find_map(|at| page.mark(at).filter(|mark| matches!(mark, '(' | ')'))) == Some('(')
}
