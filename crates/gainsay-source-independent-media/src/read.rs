//! The walk over an article: its sentences in order, and the headline last, as the text below tells what it means.

use crate::blame::Strike;
use crate::date::Journey;
use crate::draft::Writer;
use crate::figure::figures;
use crate::lexicon::Tags;
use crate::page::{Page, Sentence};
use crate::place::locations;
use crate::scene::{Memory, Scene};
use crate::side::{self, Whose};
use crate::speakers::{Lead, Said, Speakers, named_behind};
use crate::time::{Clock, Time, times};
use crate::town::Town;
use crate::voice::Speaker;
use crate::{blame, date, event, relative, silence, state};
use chrono::NaiveDate;
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
    /// The times named last.
    clock: Clock,
    /// The day on which the next sentence says that this was said.
    said_behind: Option<NaiveDate>,
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
    story.memory.event = event::of_text(&page);
    story.memory.victims = story.memory.event.as_ref().and_then(|_| victims(&page));
    story.memory.topic = headline.and_then(|headline| only_town(&page, &headline));
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
        story.said_behind = body.get(place + 1).and_then(|next| said_behind(&page, sentence, next, behind));
        read_sentence(&page, *sentence, behind, &mut speakers, &mut story, &mut writer);
    }
    if let Some(headline) = headline {
        let mut first = at_head;
        first.said.clone_from(&speakers.said);
        story.said_behind = None;
        if first.topic.is_none() {
            first.topic = speakers.first();
        }
        story.memory = Memory { lead: story.memory.lead, ..Memory::of(story.memory.event.take()) };
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
    let mut scene = Scene::of(page, sentence, &heard, speakers, behind, story.clock);
    scene.said_behind = story.said_behind;
    let Story { memory, town, journey, clock, strike, .. } = story;
    let before = writer.claims.len();
    if let Some(aside) = event::aside(page, memory.event.as_ref(), &sentence, &scene.times, &scene.locations) {
        memory.aside = Some((sentence.paragraph, aside));
    }
    figures(&scene, memory, writer);
    let carries = writer.claims.len() > before && !sentence.headline;
    silence::silences(&scene, memory, writer);
    relative::comparisons(&scene, writer);
    state::states(&scene, town, writer);
    blame::blames(&scene, memory, strike, writer);
    date::dates(&scene, journey, writer);
    clock.hear(page, &sentence, &scene.times);
    if let Some(location) = scene.locations.iter().find(|location| location.scene).or(scene.locations.first()) {
        memory.topic = Some(page.raw.vocabulary.place(location.place).entry.id.to_string());
    }
    let said = scene.times.iter().find_map(|time| match time.what {
        Time::Said(from, to) => Some((from, to)),
        Time::AsOf(day) => Some((day, day)),
        _ => None,
    });
    let carried = scene.speaker(sentence.first).filter(|_| heard.statements.is_empty());
    let dated = scene.times.iter().any(|time| matches!(time.what, Time::AsOf(_)));
    let counts = speakers.topic.filter(|_| heard.statements.is_empty() && dated);
    // What goes on from paragraph to paragraph is still the same statement.
    if carries {
        speakers.paragraph = speakers.paragraph.max(sentence.paragraph);
    }
    let last = heard.statements.iter().rev().find_map(|statement| statement.speaker).or(carried).or(counts);
    if let (Some((from, to)), Some(speaker)) = (said, last) {
        // An older figure does not make the newer ones older.
        let same = |said: &&Said| said.source == speaker.source && said.counts(page, sentence.paragraph);
        let known = speakers.said.iter().find(same).map(|said| said.to);
        if known.is_none_or(|known| known <= to) {
            speakers.said.retain(|said| said.source != speaker.source);
            speakers.said.push(Said { source: speaker.source, from, to, paragraph: sentence.paragraph });
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
        let head = raw.text.chars().take(600).map(char::len_utf8).sum();
        by_letters(&raw.text[..head]).or_else(|| gainsay_text::language(&raw.text[..head]))
    })
}

/// "Ukraine says", "a Ukrainian strike": who speaks or strikes, and not whose losses a headline tells of.
fn acts(page: &Page<'_, '_>, index: usize) -> bool {
    let next = page.name(index).map_or(index + 1, |name| name.next);
    page.mark(next) == Some(':') || (next..next + 2).any(|at| page.is(at, Tags::SAY.and(Tags::EVENT)))
}

/// Civilians, where a text about a strike tells of a market or of residents, and of no soldiers.
fn victims(page: &Page<'_, '_>) -> Option<SubjectId> {
    let words = || page.sentences.iter().flat_map(|sentence| sentence.first..sentence.next);
    let civil = words().any(|index| page.is(index, Tags::CIVILIAN.and(Tags::CIVIL_PLACE).and(Tags::SORT)));
    let others = Tags::ANYONE.and(Tags::CIVILIAN).and(Tags::SORT).and(Tags::RUSSIA).and(Tags::UKRAINE);
    let soldiers = words().any(|index| page.is(index, Tags::PEOPLE) && !page.is(index, others.and(Tags::OCCUPIER)));
    (civil && !soldiers).then(|| page.forces(Tags::CIVILIAN)).flatten()
}

/// The forces of which a headline speaks, where it speaks of one side only.
fn only_side(page: &Page<'_, '_>, headline: &Sentence) -> Option<SubjectId> {
    let mut sides = (headline.first..headline.next)
        .filter(|index| !side::is_place(page, *index) && !acts(page, *index))
        .filter_map(|index| match side::at(page, index)? {
            Whose::Subject(subject) => Some(subject),
            _ => None,
        });
    let first = sides.next()?;
    sides.all(|side| side == first).then_some(first)
}

/// Ukrainian or Russian, where the letters that only one of them has leave no doubt.
fn by_letters(text: &str) -> Option<Language> {
    let (mut ukrainian, mut russian, mut cyrillic) = (0, 0, 0);
    for letter in text.chars().filter(|letter| !letter.is_ascii()) {
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

/// The only town or region that a headline names.
fn only_town(page: &Page<'_, '_>, headline: &Sentence) -> Option<String> {
    match &locations(page, headline)[..] {
        [only] => Some(page.raw.vocabulary.place(only.place).entry.id.to_string()),
        _ => None,
    }
}

/// The day on which the next sentence says that this one was said: "He wrote this on Sunday", «Про це 8 грудня написав …».
fn said_behind(
    page: &Page<'_, '_>,
    sentence: &Sentence,
    next: &Sentence,
    behind: Option<Speaker>,
) -> Option<NaiveDate> {
    let dates = page.within(&page.dates, next);
    if dates.is_empty() || next.paragraph > sentence.paragraph + 1 {
        return None;
    }
    const THIS: &[&str] = &[
        "this",
        "these",
        "such",
        "it",
        "the",
        "про",
        "цю",
        "це",
        "таку",
        "такі",
        "об",
        "это",
        "эту",
        "такие",
        "такую",
        "джерело",
        "его",
        "його",
    ];
    let refers = behind.is_some() || page.says(next.first, THIS);
    let dated = dates.first().is_some_and(|date| {
        (date.first.saturating_sub(3).max(next.first)..date.first).any(|index| page.is(index, Tags::ACCOUNT))
    });
    let goes_on = dated && next.paragraph == sentence.paragraph;
    if !(refers || goes_on) {
        return None;
    }
    times(page, next, &[], Clock::default()).iter().find_map(|time| match time.what {
        Time::Said(_, to) | Time::AsOf(to) => Some(to),
        _ => None,
    })
}
