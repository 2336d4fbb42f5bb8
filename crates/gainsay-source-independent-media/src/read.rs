//! The walk over an article: its sentences in order, and the headline last, as the text below tells what it means.

use crate::draft::Writer;
use crate::figure::{Event, Memory, Scene, figures};
use crate::lexicon::Tags;
use crate::page::{Page, Sentence};
use crate::speakers::Speakers;
use crate::time::Time;
use crate::{date, silence, state};
use gainsay_claim::extract::{Extract, RawDocument};
use gainsay_text::Language;

/// Reads an article.
pub(crate) fn read<'a>(raw: &RawDocument<'a>) -> Extract<'a> {
    let Some(language) = language_of(raw) else { return Extract::default() };
    let page = Page::of(raw, language);
    if page.numbers.is_empty() && page.names.is_empty() {
        return Extract::default();
    }
    let mut speakers = Speakers::default();
    let mut memory = Memory::default();
    let mut writer = Writer::default();
    let headline = page.sentences.first().copied().filter(|sentence| sentence.headline);
    memory.event = event(&page);
    if let Some(headline) = headline {
        let heard = speakers.hear(&page, &headline);
        drop(heard);
    }
    let at_head = speakers.clone();
    for sentence in &page.sentences[usize::from(headline.is_some())..] {
        read_sentence(&page, *sentence, &mut speakers, &mut memory, &mut writer);
    }
    if let Some(headline) = headline {
        let mut first = at_head;
        if first.topic.is_none() {
            first.topic = speakers.only_one();
        }
        memory = Memory::of(memory.event.take());
        read_sentence(&page, headline, &mut first, &mut memory, &mut writer);
    }
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
    speakers: &mut Speakers,
    memory: &mut Memory,
    writer: &mut Writer<'a>,
) {
    let heard = speakers.hear(page, &sentence);
    let scene = Scene::of(page, sentence, &heard, speakers);
    figures(&scene, memory, writer);
    silence::silences(&scene, memory, writer);
    state::states(&scene, writer);
    date::dates(&scene, writer);
    let said = scene.times.iter().find_map(|time| match time.what {
        Time::Said(from, to) => Some((from, to)),
        _ => None,
    });
    let last = heard.statements.iter().rev().find_map(|statement| statement.speaker);
    if let (Some((from, to)), Some(speaker)) = (said, last) {
        speakers.said.retain(|(source, ..)| *source != speaker.source);
        speakers.said.push((speaker.source, from, to));
    }
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
        let head = raw.text.char_indices().nth(4000).map_or(raw.text.len(), |(byte, _)| byte);
        gainsay_text::language(&raw.text[..head])
    })
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
        for time in crate::time::times(page, sentence, &[]) {
            if let Time::Within(from, to) = time.what
                && event.days.is_none_or(|(known_from, known_to)| (to - from) >= (known_to - known_from) && (to - from).num_days() == 1)
                && (to - from).num_days() <= 6
            {
                event.days = Some((from, to));
            }
        }
    }
    Some(event)
}
