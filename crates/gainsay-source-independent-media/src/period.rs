//! Of which days a figure speaks.

use crate::counted::Figure;
use crate::event::{Event, elsewhere};
use crate::lexicon::Tags;
use crate::noun::Counted;
use crate::page::{Page, Sentence};
use crate::place::{counter_offensive, operation};
use crate::scene::{Memory, Scene};
use crate::time::{FIRST_DAY, Time, TimeAt, back_from};
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

/// Reads the days of a figure from its sentence, else from what stood before.
pub(crate) fn period(
    scene: &Scene<'_, '_, '_, '_>,
    memory: &Memory,
    figure: &Figure<'_>,
    speaker: Speaker,
    documented: bool,
    place: Option<&str>,
) -> Days {
    let page = scene.page;
    let things = matches!(figure.noun.counted, Counted::Things(_));
    let to = scene.as_of(speaker).filter(|to| *to >= FIRST_DAY);
    // An operation that began later than the war has no older losses.
    let start = place
        .and_then(|place| operation(place, page.today))
        .or_else(|| {
            counter_offensive(page, &scene.sentence).filter(|_| figure.value.upper_figure() < Count::whole(250_000))
        })
        .filter(|start| to.is_some_and(|to| *start <= to));
    let known = |from: NaiveDate| to.filter(|to| from <= *to).map_or(Days::Unknown, |to| Days::Known(from, to));
    let total = || known(start.unwrap_or(FIRST_DAY));
    let upper = figure.value.upper_figure();
    match own_time(scene, figure).map(|time| time.what) {
        Some(Time::Since) => {
            return if start.is_some() && !near_war(scene, figure) { total() } else { known(FIRST_DAY) };
        }
        Some(Time::From(day)) => return known(day),
        Some(Time::Lasting(_)) if start.is_some() => return total(),
        Some(Time::Lasting(length)) => {
            return to.and_then(|to| back_from(to, length)).map_or(Days::Unknown, known);
        }
        Some(Time::Vague) => return start.map_or(Days::Unknown, known),
        Some(Time::Within(from, last)) if !documented || (last - from).num_days() >= 27 => {
            // A figure too large for the days beside it is a total that somebody gave on them.
            let is_total = too_many(upper, things, from, last) && last >= FIRST_DAY;
            let dates = page.within(&page.dates, &scene.sentence);
            let of_date = |index: usize| dates.iter().any(|date| date.first <= index && index < date.next);
            let mut numbers = page.within(&page.numbers, &scene.sentence).iter();
            let alone = numbers.all(|number| number.first == figure.first || of_date(number.first));
            return match is_total {
                true if alone => Days::Known(start.unwrap_or(FIRST_DAY), last),
                true => total(),
                false => Days::Known(from, last),
            };
        }
        Some(Time::Rate) => return Days::Rate,
        _ => {}
    }
    let remembered = memory.period.filter(|_| memory.period_of.is_none_or(|of| of == speaker.source));
    // Of what is counted case by case, "870 of them" may be of any group; "153,171 of the dead" are the whole list.
    if figure.noun.part && !(documented && upper >= Count::whole(5000)) {
        return remembered.filter(|_| !documented).map_or(Days::Unknown, |(from, to)| Days::Known(from, to));
    }
    let stated = scene.times.iter().any(|time| matches!(time.what, Time::AsOf(_)));
    let summed = page.any(&scene.sentence, Tags::TOTAL);
    if let Some(event) = current_event(memory, &scene.sentence)
        && !things
        && !documented_beyond(documented, upper)
        && upper < Count::whole(3000)
        && !summed
    {
        if elsewhere(page, event, &scene.locations) && page.any(&scene.sentence, Tags::EVENT) {
            return Days::Unknown;
        }
        if event.place.is_some() || page.any(&scene.sentence, Tags::EVENT) {
            return Days::Event;
        }
    }
    if documented || stated {
        return total();
    }
    if let Some((from, last)) = remembered {
        // No day has so many losses: the sentence has gone on to totals.
        return if from == FIRST_DAY || too_many(upper, things, from, last) {
            total()
        } else {
            Days::Known(from, last)
        };
    }
    let has = !things
        && scene.predicates.iter().any(|predicate| {
            predicate.tags.any(Tags::LOSE)
                && predicate.first > scene.sentence.first
                && page.is(predicate.first - 1, Tags::PERFECT)
        });
    // What the head of the text speaks of, a week or a day, goes on in the paragraphs below.
    if let Some(((from, last), of)) = memory.lead
        && (things || (last - from).num_days() <= 7 && upper < Count::whole(1500))
        && !summed
        && !has
        && of.is_none_or(|of| page.raw.vocabulary.source_contains(of, speaker.source))
        && !too_many(upper, things, from, last)
    {
        return Days::Known(from, last);
    }
    // A war has more than a few dead; a small figure without its days is of an event.
    let small = !things && upper < Count::whole(100) && !matches!(figure.value, CountValue::Order(_));
    if small && !summed && !has && start.is_none() {
        return Days::Unknown;
    }
    let many = things && upper >= Count::whole(300);
    if !things || summed || has || many || start.is_some() { total() } else { Days::Unknown }
}

/// The event to which the figures of a sentence belong.
pub(crate) fn current_event<'m>(memory: &'m Memory, sentence: &Sentence) -> Option<&'m Event> {
    let aside = memory.aside.as_ref().filter(|(paragraph, _)| *paragraph == sentence.paragraph);
    aside.map(|(_, event)| event).or(memory.event.as_ref())
}

/// Whether what is documented case by case is more than an event brings.
fn documented_beyond(documented: bool, upper: Count) -> bool {
    documented && upper >= Count::whole(200)
}

/// Whether no such days have so many losses.
fn too_many(upper: Count, things: bool, from: NaiveDate, to: NaiveDate) -> bool {
    let most = match ((to - from).num_days(), things) {
        (..=2, true) => 900,
        (..=2, false) => 3000,
        (3..=31, _) => 60_000,
        (32..=62, _) => 90_000,
        _ => return false,
    };
    upper > Count::whole(most)
}

/// Whether the beginning of the war is named beside a figure, and not that of an operation.
fn near_war(scene: &Scene<'_, '_, '_, '_>, figure: &Figure<'_>) -> bool {
    let page = scene.page;
    !page.any(&scene.sentence, Tags::OFFENSIVE.and(Tags::BATTLE))
        && page
            .tagged(&scene.sentence, Tags::WAR.and(Tags::BEGINNING))
            .any(|index| page.distance(index, figure.first) <= 24)
        && scene.locations.is_empty()
}

/// The words of time that go with a figure: those of its own part of the sentence before those of others.
fn own_time<'s>(scene: &'s Scene<'_, '_, '_, '_>, figure: &Figure<'_>) -> Option<&'s TimeAt> {
    let page = scene.page;
    let sentence = &scene.sentence;
    let bracket = in_brackets(page, sentence, figure.first);
    let (from, to) = part(page, sentence, figure.first);
    let distance = |time: &TimeAt| page.distance(time.first, figure.first).min(page.distance(time.next, figure.first));
    let spans = scene.times.iter().filter(|time| bracket || !in_brackets(page, sentence, time.first)).filter(|time| {
        // What stands behind a semicolon is of what follows it.
        if time.first > figure.first && (figure.first..time.first).any(|index| page.mark(index) == Some(';')) {
            return false;
        }
        match time.what {
            Time::Since | Time::From(_) | Time::Within(..) | Time::Lasting(_) | Time::Vague => true,
            Time::Rate => {
                page.distance(time.first, figure.first) <= 30 && !another(page, sentence, figure.next, time.first)
            }
            Time::AsOf(_) | Time::Said(..) => false,
        }
    });
    let beside = spans.clone().filter(|time| from <= time.first && time.first < to).min_by_key(|time| distance(time));
    beside.or_else(|| {
        spans
            .filter(|time| {
                // "1,200 of them over the past day, 300 tanks": the day is of the part alone.
                let (from, to) = part(page, sentence, time.first);
                !matches!(time.what, Time::Within(..)) || !is_share(page, from, to)
            })
            .min_by_key(|time| distance(time))
    })
}

/// Whether another figure stands between a figure and a word behind it.
fn another(page: &Page<'_, '_>, sentence: &Sentence, from: usize, to: usize) -> bool {
    page.within(&page.numbers, sentence).iter().any(|number| from <= number.first && number.first < to)
}

/// Whether a part of a sentence tells of a share of a figure that was given: "580 of them", «із них 1200».
fn is_share(page: &Page<'_, '_>, from: usize, to: usize) -> bool {
    let numbered = (from..to).any(|index| page.words[index].digits);
    numbered
        && (from..to).any(|index| {
            page.says(index, &["of", "із", "з", "из", "including", "зокрема"])
                && page.says(index + 1, &["them", "those", "whom", "which", "них", "яких", "которых"])
                || page.says(index, &["including", "зокрема"])
        })
}

/// The most words that are looked at on each side for the bounds of a part of a sentence.
const PART: usize = 30;

/// The part of a sentence around a word, between marks.
fn part(page: &Page<'_, '_>, sentence: &Sentence, at: usize) -> (usize, usize) {
    let bounds = |index: usize| {
        page.mark(index).is_some_and(|mark| matches!(mark, ',' | ';' | ':' | '–' | '—' | '(' | ')'))
            && page.words.get(index + 1).is_none_or(|word| word.gap > crate::words::Gap::Glued || !word.digits)
    };
    let first = at.saturating_sub(PART).max(sentence.first);
    let last = (at + PART).min(sentence.next);
    let from = (first..at).rev().find(|index| bounds(*index)).map_or(first, |index| index + 1);
    let to = (at..last).find(|index| bounds(*index)).unwrap_or(last);
    (from, to)
}

/// Whether a word stands in brackets.
pub(crate) fn in_brackets(page: &Page<'_, '_>, sentence: &Sentence, index: usize) -> bool {
    let from = index.saturating_sub(12).max(sentence.first);
    (from..index).rev().find_map(|at| page.mark(at).filter(|mark| matches!(mark, '(' | ')'))) == Some('(')
}
