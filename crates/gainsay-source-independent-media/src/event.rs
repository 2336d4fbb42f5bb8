//! The strike, attack or sinking of which a text tells: where it was and on which days, and the others that it mentions.

use crate::lexicon::Tags;
use crate::page::{Page, Sentence};
use crate::place::{Location, locations};
use crate::time::{Clock, Time, TimeAt, times};
use chrono::NaiveDate;

/// Something that happened on its own days.
#[derive(Clone, Debug, Default)]
pub(crate) struct Event {
    pub place: Option<String>,
    pub days: Option<(NaiveDate, NaiveDate)>,
}

/// How many sentences at the head of a text say what it tells of.
const HEAD: usize = 6;
/// How many sentences are searched for the day of the event.
const BODY: usize = 24;

/// The event of which a text tells at its head.
pub(crate) fn of_text(page: &Page<'_, '_>) -> Option<Event> {
    let head = &page.sentences[..page.sentences.len().min(HEAD)];
    let lead = &head[..head.len().min(3)];
    // What stands under the headline and the dateline is the lead; a war that goes on is no event.
    let told = lead.iter().take(2).any(|sentence| happens(page, sentence))
        || lead.iter().any(|sentence| sinks(page, sentence));
    if !told {
        return None;
    }
    let town = |id: &str| !id.ends_with("-oblast") && id != "donbas" && id != "crimea";
    let named = |sentence: &Sentence| {
        let vocabulary = page.raw.vocabulary;
        locations(page, sentence).into_iter().map(|location| vocabulary.place(location.place).entry.id.to_string())
    };
    let mut places = lead.iter().filter(|sentence| happens(page, sentence)).flat_map(named);
    let place = places.by_ref().find(|id| town(id));
    let place = place.or_else(|| {
        let scenes = |sentence: &Sentence| locations(page, sentence).into_iter().filter(|location| location.scene);
        let vocabulary = page.raw.vocabulary;
        head.iter()
            .flat_map(scenes)
            .map(|location| vocabulary.place(location.place).entry.id.to_string())
            .find(|id| town(id))
    });
    let region = || head.iter().flat_map(named).find(|id| id.ends_with("-oblast"));
    let afloat = || lead.iter().any(|sentence| sinks(page, sentence)).then(|| "black-sea".to_owned());
    let place = place.or_else(afloat).or_else(region);
    let mut event = Event { place, days: None };
    event.place.as_ref()?;
    // A strike of which no day is told was on the day on which somebody spoke of it first.
    let mut told = None;
    for sentence in page.sentences.iter().take(BODY) {
        if elsewhere(page, &event, &locations(page, sentence)) {
            continue;
        }
        let at_head = sentence.first <= head.last().map_or(0, |last| last.first);
        let strikes = || happens(page, sentence) || sinks(page, sentence);
        for time in times(page, sentence, &[], Clock::default()) {
            if let Time::Within(from, to) = time.what
                && (to - from).num_days() <= 6
                && (at_head && event.days.is_none() || strikes())
                && event.days.is_none_or(|(known_from, known_to)| {
                    (to - from) >= (known_to - known_from) && (to - from).num_days() == 1 && at_head
                })
            {
                event.days = Some((from, to));
            }
            if let Time::Said(from, to) = time.what
                && happens(page, sentence)
                && at_head
                && from == to
            {
                told = told.or(Some((from, to)));
            }
        }
    }
    event.days = event.days.or(told);
    Some(event)
}

/// Whether a sentence names a strike or an attack.
fn happens(page: &Page<'_, '_>, sentence: &Sentence) -> bool {
    page.any(sentence, Tags::EVENT)
}

/// Whether a sentence tells of a ship that was lost.
fn sinks(page: &Page<'_, '_>, sentence: &Sentence) -> bool {
    const SHIPS: &[&str] = &[
        "cruiser",
        "flagship",
        "warship",
        "крейсер",
        "крейсера",
        "крейсері",
        "крейсере",
        "флагман",
        "флагмана",
        "фрегат",
        "корвет",
        "frigate",
    ];
    (sentence.first..sentence.next).any(|index| page.says(index, SHIPS))
}

/// Whether a sentence speaks of another town, which has its own events.
pub(crate) fn elsewhere(page: &Page<'_, '_>, event: &Event, places: &[Location]) -> bool {
    let vocabulary = page.raw.vocabulary;
    let known = event.place.as_deref().and_then(|place| vocabulary.find_place(place));
    places.iter().any(|location| {
        known.is_some_and(|known| {
            !vocabulary.place_contains(location.place, known) && !vocabulary.place_contains(known, location.place)
        })
    })
}

/// An older or a later event that a sentence names with its own day: "the attack of Sept. 13 on a shipyard".
pub(crate) fn aside(
    page: &Page<'_, '_>,
    main: Option<&Event>,
    sentence: &Sentence,
    times: &[TimeAt],
    places: &[Location],
) -> Option<Event> {
    if !happens(page, sentence) || sentence.headline {
        return None;
    }
    let days = times.iter().find_map(|time| match time.what {
        Time::Within(from, to) if (to - from).num_days() <= 1 => Some((from, to)),
        _ => None,
    })?;
    let vocabulary = page.raw.vocabulary;
    let place = places.iter().find(|location| location.scene);
    let place = place.map(|location| vocabulary.place(location.place).entry.id.to_string());
    let known = main.and_then(|main| main.place.clone());
    (main.is_none_or(|main| main.days != Some(days))).then(|| Event { place: place.or(known), days: Some(days) })
}
