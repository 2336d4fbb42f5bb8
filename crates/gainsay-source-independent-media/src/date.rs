//! On which day something was filmed or somewhere visited.

use crate::draft::Writer;
use crate::lexicon::Tags;
use crate::page::{Page, Sentence};
use crate::scene::Scene;
use crate::town::segment;
use crate::voice::Speaker;
use chrono::{Days, NaiveDate};
use gainsay_claim::DateValue;
use gainsay_claim::draft::DraftValue;
use gainsay_claim::vocabulary::{Kind, PlaceId, SubjectId};
use gainsay_text::When;

/// Where somebody is said to have been, as far as the text has told.
#[derive(Clone, Debug, Default)]
pub(crate) struct Journey {
    traveller: Option<SubjectId>,
    places: Vec<String>,
    /// Whether the text has spoken of a film.
    film: bool,
    /// The day of the feast of which it speaks.
    feast: Option<NaiveDate>,
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
    let event = page.tagged(sentence, Tags::VISIT).find(|at| !is_aside(page, sentence, *at)).or_else(|| {
        // "gives Monday, April 17, as the day on which he called there"
        let given = page.within(&page.dates, sentence).iter().map(|date| date.next);
        given.flat_map(|next| next..next + 3).find(|index| {
            *index + 2 < sentence.next
                && page.says(*index, &["as"])
                && page.says(index + 1, &["the"])
                && page.says(index + 2, &["day", "date"])
        })
    });
    journey.film |= page.any(sentence, Tags::VIDEO);
    let filmed =
        page.tagged(sentence, Tags::FILM).find(|at| journey.film && !page.says(at + 1, &["down", "dead", "by"]));
    if let Some(day) = feast(page, sentence) {
        journey.feast = Some(day);
    }
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
    let speaker = match scene.heard.statements.is_empty() {
        true => opener(scene),
        false => scene.speaker(at),
    };
    let Some(speaker) = speaker.filter(|_| page.mark(sentence.next - 1) != Some('?')) else { return };
    // Who travels is named in the sentence, or meant by "he".
    if filmed.is_none() && traveller(page, sentence).is_none() && !page.any(sentence, Tags::PRONOUN) {
        return;
    }
    let Some((words, value)) = day(scene, at).or_else(|| before_feast(scene, journey, at)) else { return };
    let measure = if filmed.is_some() { "filming-date" } else { "visit-date" };
    let vocabulary = page.raw.vocabulary;
    if vocabulary.find_measure(measure).is_none_or(|measure| vocabulary.measure(measure).kind != Kind::Date) {
        return;
    }
    let negated = (1..=2).any(|back| at >= sentence.first + back && page.is(at - back, Tags::NEGATION));
    if negated || scene.statement(at).is_some_and(|statement| statement.denies) {
        return;
    }
    let words = (words.0.min(at), words.1.max(at + 1));
    let video = vocabulary.find_subject("putin-video").filter(|_| filmed.is_some());
    let hedges = page.within(&page.hedges, sentence);
    let hedge = hedges.iter().find(|hedge| page.distance(hedge.first, at) <= 8);
    let here = places_in(page, sentence);
    let known = if here.is_empty() { &journey.places } else { &here };
    let places = if filmed.is_some() { vec![None] } else { known.iter().cloned().map(Some).collect() };
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
    for place in places_in(page, sentence) {
        if !journey.places.contains(&place) && journey.places.len() < MOST_PLACES {
            journey.places.push(place);
        }
    }
}

/// The towns and regions that a sentence names; of a town and its region, the town.
fn places_in(page: &Page<'_, '_>, sentence: &Sentence) -> Vec<String> {
    let vocabulary = page.raw.vocabulary;
    let mut found: Vec<PlaceId> = Vec::new();
    for name in page.names_in(sentence) {
        let Some(place) = name.means.place else { continue };
        let wide = ["ukraine", "russia", "moscow", "kyiv", "everywhere", "crimea"];
        if !wide.contains(&&*vocabulary.place(place).entry.id) && !found.contains(&place) && found.len() < MOST_PLACES {
            found.push(place);
        }
    }
    let narrower = |place: &PlaceId| found.iter().any(|one| one != place && vocabulary.place_contains(*place, *one));
    let kept = found.iter().filter(|place| !narrower(place));
    kept.map(|place| vocabulary.place(*place).entry.id.to_string()).collect()
}

/// Who opens a sentence that goes on behind a colon: "Strana went further: it was filmed last week".
fn opener(scene: &Scene<'_, '_, '_, '_>) -> Option<Speaker> {
    let page = scene.page;
    let sentence = &scene.sentence;
    let name = page.names_in(sentence).first().filter(|name| name.first <= sentence.first + 1)?;
    let colon = (name.next..sentence.next).any(|index| page.mark(index) == Some(':'));
    let source = name.means.source.filter(|_| colon && !page.words[name.next - 1].possessive)?;
    Some(Speaker { source, person: name.means.speaker })
}

/// The day of a feast that a sentence dates: "Orthodox Christians celebrated it on April 16".
fn feast(page: &Page<'_, '_>, sentence: &Sentence) -> Option<NaiveDate> {
    let dates = page.within(&page.dates, sentence);
    let day = dates.iter().find_map(|date| match date.what {
        When::Day(day) => Some(day),
        _ => None,
    })?;
    let named = (sentence.first..sentence.next).any(|index| {
        page.says(
            index,
            &[
                "easter",
                "celebrated",
                "celebrates",
                "holiday",
                "пасху",
                "пасха",
                "пасхи",
                "великдень",
                "великодня",
                "святкували",
                "праздновали",
                "отмечали",
                "відзначали",
            ],
        )
    });
    named.then_some(day)
}

/// "before the holiday": before the feast whose day the text has told.
fn before_feast(scene: &Scene<'_, '_, '_, '_>, journey: &Journey, at: usize) -> Option<((usize, usize), DateValue)> {
    let page = scene.page;
    let feast = journey.feast?;
    let end = scene.sentence.next.min(at + 8);
    let before = (at..end).find(|index| page.says(*index, &["before", "до", "перед"]))?;
    let named = (before + 1..end.min(before + 4)).find(|index| {
        page.says(
            *index,
            &[
                "holiday",
                "feast",
                "celebration",
                "easter",
                "праздника",
                "праздником",
                "свята",
                "святом",
                "пасхи",
                "великодня",
            ],
        )
    })?;
    Some(((before, named + 1), DateValue::Before(feast)))
}

/// The day that goes with a verb, and what it says.
fn day(scene: &Scene<'_, '_, '_, '_>, at: usize) -> Option<((usize, usize), DateValue)> {
    let page = scene.page;
    let dates = page.within(&page.dates, &scene.sentence).iter();
    let date =
        dates.filter(|date| !is_of_saying(scene, date.first, at)).min_by_key(|date| page.distance(date.first, at))?;
    // The day on which it was said is another.
    let said = scene
        .heard
        .statements
        .iter()
        .map(|statement| page.distance(statement.at, date.first))
        .min()
        .unwrap_or(u32::MAX);
    let behind_verb = page.says(at, &["as"]) || date.first > at && page.distance(date.first, at) <= 6;
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
    Some(((date.first, date.next), value))
}

/// Whether a word stands in a clause of its own about a name: "the Kremlin, which made the trips public, …".
fn is_aside(page: &Page<'_, '_>, sentence: &Sentence, at: usize) -> bool {
    let (first, _) = segment(page, sentence, at);
    first > sentence.first && page.says(first, &["which", "who", "який", "яка", "который", "которая"])
}

/// "reported Sunday", "which made the trip public on Tuesday": a day on which something was told.
fn is_of_saying(scene: &Scene<'_, '_, '_, '_>, date: usize, at: usize) -> bool {
    let page = scene.page;
    let (first, next) = segment(page, &scene.sentence, date);
    let aside = !(first..next).contains(&at) && is_aside(page, &scene.sentence, date);
    let told =
        (first..date).rev().take(2).any(|index| page.is(index, Tags::SAY) && !page.says(index, &["gives", "gave"]));
    aside || told && !(first..date).rev().take(2).any(|index| page.is(index, Tags::VISIT.and(Tags::FILM)))
}
