//! The walk over an article: its sentences in order, and the headline last, as the text below tells what it means.

use crate::blame::Strike;
use crate::date::Journey;
use crate::draft::Writer;
use crate::figure::figures;
use crate::lexicon::Tags;
use crate::page::{Page, Sentence};
use crate::scene::{Event, Memory, Scene};
use crate::side::{self, Whose};
use crate::speakers::{Lead, Speakers, named_behind};
use crate::time::Time;
use crate::town::Town;
use crate::voice::Speaker;
use crate::{blame, date, relative, silence, state};
use gainsay_claim::Count;
use gainsay_claim::extract::{Extract, RawDocument};
use gainsay_claim::vocabulary::SubjectId;
use gainsay_text::Language;

/// What the sentences read so far leave for the next.
#[derive(Default)]
struct Story {
    memory: Memory,
    town: Town,
    journey: Journey,
    strike: Strike,
}

/// Reads an article.
pub(crate) fn read<'a>(raw: &RawDocument<'a>) -> Extract<'a> {
    let Some(language) = language_of(raw) else { return Extract::default() };
    let page = Page::of(raw, language);
    if page.numbers.is_empty() && page.names.is_empty() {
        return Extract::default();
    }
    let mut speakers = Speakers::of(&page);
    let mut story = Story::default();
    let mut writer = Writer::new(listed(&page));
    let headline = page.sentences.first().copied().filter(|sentence| sentence.headline);
    story.memory.event = event(&page);
    if let Some(headline) = headline {
        let heard = speakers.hear(&page, &headline);
        drop(heard);
    }
    let at_head = speakers.clone();
    story.memory.headline = headline.and_then(|headline| only_side(&page, &headline));
    let body = &page.sentences[usize::from(headline.is_some())..];
    for (place, sentence) in body.iter().enumerate() {
        let lead = if place == 0 { Lead::First } else { Lead::Later };
        let behind = body
            .get(place + 1)
            .and_then(|next| named_behind(&page, sentence, next, lead))
            .map(|speaker| speakers.as_one(speaker));
        read_sentence(&page, *sentence, behind, &mut speakers, &mut story, &mut writer);
    }
    if let Some(headline) = headline {
        let mut first = at_head;
        if first.topic.is_none() {
            first.topic = speakers.first();
        }
        story.memory = Memory::of(story.memory.event.take());
        read_sentence(&page, headline, None, &mut first, &mut story, &mut writer);
    }
    relative::settle(&page, &mut writer);
    let (claims, unclear) = writer.finish();
    let found = !claims.is_empty() || !unclear.is_empty();
    Extract {
        published: page.today.filter(|_| found),
        publisher: raw.publisher,
        language: found.then(|| language.tag()),
        covered: Vec::new(),
        claims,
        unclear,
    }
}

fn read_sentence<'a>(
    page: &Page<'a, '_>,
    sentence: Sentence,
    behind: Option<Speaker>,
    speakers: &mut Speakers,
    story: &mut Story,
    writer: &mut Writer<'a>,
) {
    let heard = speakers.hear(page, &sentence);
    let scene = Scene::of(page, sentence, &heard, speakers, behind);
    let Story { memory, town, journey, strike } = story;
    let before = writer.claims.len();
    figures(&scene, memory, writer);
    let carries = writer.claims.len() > before && !sentence.headline;
    silence::silences(&scene, memory, writer);
    relative::comparisons(&scene, writer);
    state::states(&scene, town, writer);
    blame::blames(&scene, memory, strike, writer);
    date::dates(&scene, journey, writer);
    let said = scene.times.iter().find_map(|time| match time.what {
        Time::Said(from, to) => Some((from, to)),
        Time::AsOf(day) => Some((day, day)),
        _ => None,
    });
    let carried = scene.speaker(sentence.first).filter(|_| heard.statements.is_empty());
    // What goes on from paragraph to paragraph is still the same statement.
    if carries {
        speakers.paragraph = speakers.paragraph.max(sentence.paragraph);
    }
    let last = heard.statements.iter().rev().find_map(|statement| statement.speaker).or(carried);
    if let (Some((from, to)), Some(speaker)) = (said, last) {
        // An older figure does not make the newer ones older.
        let known = speakers.said.iter().find(|(source, ..)| *source == speaker.source).map(|(_, _, to)| *to);
        if known.is_none_or(|known| known <= to) {
            speakers.said.retain(|(source, ..)| *source != speaker.source);
            speakers.said.push((speaker.source, from, to));
        }
    }
}

/// The increments of a list, "(+750)", in rising order.
fn listed(page: &Page<'_, '_>) -> Vec<Count> {
    let signed = page.numbers.iter().filter(|number| page.mark(number.first) == Some('+'));
    let mut listed: Vec<Count> =
        signed.filter_map(|number| Count::from_millionths(number.what.low.millionths()).ok()).collect();
    listed.sort_unstable();
    listed.dedup();
    listed
}

/// The language that is given, else the one that the words tell.
fn language_of(raw: &RawDocument<'_>) -> Option<Language> {
    let given = raw.language.and_then(|tag| match tag.get(..2) {
        Some("uk") => Some(Language::Ukrainian),
        Some("ru") => Some(Language::Russian),
        Some("en") => Some(Language::English),
        _ => None,
    });
    given.or_else(|| {
        let head = raw.text.char_indices().nth(600).map_or(raw.text.len(), |(byte, _)| byte);
        by_letters(&raw.text[..head]).or_else(|| gainsay_text::language(&raw.text[..head]))
    })
}

/// The forces of which a headline speaks, where it speaks of one side only.
fn only_side(page: &Page<'_, '_>, headline: &Sentence) -> Option<SubjectId> {
    let mut sides =
        (headline.first..headline.next).filter(|index| !side::is_place(page, *index)).filter_map(
            |index| match side::at(page, index)? {
                Whose::Subject(subject) => Some(subject),
                _ => None,
            },
        );
    let first = sides.next()?;
    sides.all(|side| side == first).then_some(first)
}

/// Ukrainian or Russian, where the letters that only one of them has leave no doubt.
fn by_letters(text: &str) -> Option<Language> {
    let (mut ukrainian, mut russian, mut cyrillic) = (0, 0, 0);
    for letter in text.chars() {
        match letter {
            'і' | 'ї' | 'є' | 'ґ' | 'І' | 'Ї' | 'Є' => ukrainian += 1,
            'ы' | 'э' | 'ъ' | 'ё' | 'Ы' | 'Э' => russian += 1,
            _ => {}
        }
        cyrillic += usize::from(matches!(letter, 'а'..='я' | 'і' | 'ї' | 'є'));
    }
    let plain = cyrillic * 2 > text.len() / 4;
    match (ukrainian, russian) {
        (5.., _) if plain && ukrainian > 5 * russian => Some(Language::Ukrainian),
        (_, 5..) if plain && russian > 5 * ukrainian => Some(Language::Russian),
        _ => None,
    }
}

/// How many sentences at the head of a text say what it tells of.
const HEAD: usize = 6;

/// The strike or attack of which a text tells at its head, and where it was.
fn event(page: &Page<'_, '_>) -> Option<Event> {
    let head = &page.sentences[..page.sentences.len().min(HEAD)];
    let mut found: Option<Event> = None;
    for sentence in &head[..head.len().min(2)] {
        let strikes = page.any(sentence, Tags::EVENT);
        if !strikes {
            continue;
        }
        let place = page.names_in(sentence).iter().find_map(|name| {
            let place = &page.raw.vocabulary.place(name.means.place?).entry;
            let whole = ["ukraine", "russia", "moscow", "kyiv", "everywhere", "donbas"].contains(&&*place.id);
            (!whole && name.means.source.is_none() && !place.id.ends_with("-oblast")).then(|| place.id.to_string())
        });
        if place.is_some() {
            found = Some(Event { place, days: None });
            break;
        }
    }
    let mut event = found?;
    for sentence in head {
        // Another town has its own event.
        let elsewhere = page.names_in(sentence).iter().any(|name| {
            let place = name.means.place.map(|place| &*page.raw.vocabulary.place(place).entry.id);
            let town = place.is_some_and(|place| {
                !place.ends_with("-oblast") && !["ukraine", "russia", "moscow", "kyiv", "donbas"].contains(&place)
            });
            town && place != event.place.as_deref()
        });
        if elsewhere {
            continue;
        }
        for time in crate::time::times(page, sentence, &[]) {
            if let Time::Within(from, to) = time.what
                && event.days.is_none_or(|(known_from, known_to)| {
                    (to - from) >= (known_to - known_from) && (to - from).num_days() == 1
                })
                && (to - from).num_days() <= 6
            {
                event.days = Some((from, to));
            }
        }
    }
    Some(event)
}
