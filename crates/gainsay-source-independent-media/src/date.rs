//! On which day something was filmed or somewhere visited.

use crate::draft::Writer;
use crate::lexicon::Tags;
use crate::page::{At, Page, Sentence};
use crate::scene::Scene;
use chrono::Days;
use gainsay_claim::DateValue;
use gainsay_claim::draft::DraftValue;
use gainsay_claim::vocabulary::{Kind, SubjectId};
use gainsay_text::When;

/// Where somebody is said to have been, as far as the text has told.
#[derive(Clone, Debug, Default)]
pub(crate) struct Journey {
    traveller: Option<SubjectId>,
    places: Vec<String>,
}

/// The most places of one journey.
const MOST_PLACES: usize = 4;

/// Reads the days of filming and of visits in a sentence.
pub(crate) fn dates<'a>(scene: &Scene<'_, '_, 'a, '_>, journey: &mut Journey, writer: &mut Writer<'a>) {
    let page = scene.page;
    let sentence = &scene.sentence;
    if let Some(traveller) = traveller(page, sentence) {
        journey.traveller = Some(traveller);
    }
    let event = page.tagged(sentence, Tags::VISIT).next();
    let filmed = page.tagged(sentence, Tags::FILM).find(|_| page.any(sentence, Tags::VIDEO));
    let been = journey.traveller.and_then(|_| been(page, sentence));
    if (event.is_some() || been.is_some() || page.any(sentence, Tags::OFFICIAL)) && journey.traveller.is_some() {
        remember(page, sentence, journey);
    }
    for date in page.within(&page.dates, sentence) {
        if let When::Impossible(problem) = &date.what {
            let help = "check which of the two is meant";
            writer.unclear(page, (date.first, date.next), problem, help, Vec::new());
        }
    }
    let Some(at) = filmed.or(event).or(been) else { return };
    let Some(subject) = journey.traveller else { return };
    if scene.heard.statements.is_empty() || page.mark(sentence.next - 1) == Some('?') {
        return;
    }
    // Who travels is named in the sentence, or meant by "he".
    if filmed.is_none() && traveller(page, sentence).is_none() && !page.any(sentence, Tags::PRONOUN) {
        return;
    }
    let Some(speaker) = scene.speaker(at) else { return };
    let Some((date, value)) = day(scene, at) else { return };
    let measure = if filmed.is_some() { "filming-date" } else { "visit-date" };
    let vocabulary = page.raw.vocabulary;
    if vocabulary.find_measure(measure).is_none_or(|measure| vocabulary.measure(measure).kind != Kind::Date) {
        return;
    }
    let negated = (1..=2).any(|back| at >= sentence.first + back && page.is(at - back, Tags::NEGATION));
    if negated || scene.statement(at).is_some_and(|statement| statement.denies) {
        return;
    }
    let words = (date.first.min(at), date.next.max(at + 1));
    let video = vocabulary.find_subject("putin-video").filter(|_| filmed.is_some());
    let hedges = page.within(&page.hedges, sentence);
    let hedge = hedges.iter().find(|hedge| page.distance(hedge.first, at) <= 8);
    let places = if filmed.is_some() { vec![None] } else { journey.places.iter().cloned().map(Some).collect() };
    let places = if places.is_empty() { vec![None] } else { places };
    for place in places {
        let mut draft = writer.draft(page, speaker, measure, video.unwrap_or(subject), DraftValue::Date(value));
        draft.place = place.map(Into::into);
        draft.hedge = hedge.map(|hedge| page.span(hedge.first, hedge.next).of(page.raw.text).into());
        writer.add(page, scene, draft, words);
    }
}

/// Who travels: a person whom the vocabulary has as a subject.
fn traveller(page: &Page<'_, '_>, sentence: &Sentence) -> Option<SubjectId> {
    page.names_in(sentence).iter().find_map(|name| {
        // A corpus may have other people of whom it keeps track.
        let vocabulary = page.raw.vocabulary;
        let subject = name.means.subject.or_else(|| vocabulary.find_subject(name.means.speaker?))?;
        let id = &*vocabulary.subject(subject).entry.id;
        (id == "vladimir-putin" || name.means.speaker == Some(id)).then_some(subject)
    })
}

/// "was in those areas", "has been at", «був у».
fn been(page: &Page<'_, '_>, sentence: &Sentence) -> Option<usize> {
    (sentence.first..sentence.next).find(|index| {
        page.says(*index, &["was", "been", "був", "был"])
            && page.says(index + 1, &["in", "at", "there", "у", "в", "на", "там"])
            && (1..=5).any(|back| {
                index.checked_sub(back).is_some_and(|at| {
                    at >= sentence.first
                        && (page.is(at, Tags::PRONOUN)
                            || page.meaning(at).subject.is_some_and(|_| traveller(page, sentence).is_some()))
                })
            })
    })
}

/// Keeps the places to which the journey went.
fn remember(page: &Page<'_, '_>, sentence: &Sentence, journey: &mut Journey) {
    for name in page.names_in(sentence) {
        let Some(place) = name.means.place else { continue };
        let id = &*page.raw.vocabulary.place(place).entry.id;
        let whole = ["ukraine", "russia", "moscow", "kyiv", "everywhere"].contains(&id);
        if !whole && !journey.places.iter().any(|known| known == id) && journey.places.len() < MOST_PLACES {
            journey.places.push(id.to_owned());
        }
    }
}

/// The day that goes with a verb, and what it says.
fn day<'s>(scene: &'s Scene<'_, '_, '_, '_>, at: usize) -> Option<(&'s At<When>, DateValue)> {
    let page = scene.page;
    let date = page.within(&page.dates, &scene.sentence).iter().min_by_key(|date| page.distance(date.first, at))?;
    // The day on which it was said is another.
    let said = scene
        .heard
        .statements
        .iter()
        .map(|statement| page.distance(statement.at, date.first))
        .min()
        .unwrap_or(u32::MAX);
    let behind_verb = date.first > at && page.distance(date.first, at) <= 6;
    if said < page.distance(at, date.first).min(8) && !behind_verb {
        return None;
    }
    let value = match date.what {
        When::Day(day) => DateValue::On(day),
        When::Range(from, to) if (to - from).num_days() <= 31 => DateValue::Within(from, to),
        When::Before(day) if day.checked_sub_days(Days::new(1)).is_some() => DateValue::Before(day),
        When::After(day) => DateValue::After(day),
        _ => return None,
    };
    Some((date, value))
}
