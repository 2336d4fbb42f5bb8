//! What a sentence keeps for those behind it: its days, whose losses it tells of, what a source's losses are.

use crate::lexicon::Tags;
use crate::page::{Page, Sentence};
use crate::scene::{Memory, Scene};
use crate::side;
use crate::time::Time;
use gainsay_claim::vocabulary::SubjectId;

/// Keeps the days of which a sentence speaks for the sentences behind it, and those of the head for the whole text.
pub(crate) fn remember_span(scene: &Scene<'_, '_, '_, '_>, memory: &mut Memory) {
    let mut spans = scene.times.iter().filter_map(|time| match time.what {
        Time::Within(from, to) if (to - from).num_days() <= 31 => Some((from, to)),
        Time::From(from) => scene.page.today.filter(|today| from <= *today).map(|today| (from, today)),
        _ => None,
    });
    let Some(span) = spans.next() else { return };
    if spans.any(|other| other != span) {
        return;
    }
    if memory.period.is_none() {
        memory.period = Some(span);
        memory.period_of = None;
    }
    let longer = memory.lead.is_none_or(|((from, to), _)| span.1 - span.0 > to - from);
    if scene.sentence.paragraph <= 2 && longer && !scene.sentence.headline {
        let of = scene.speaker(scene.sentence.first).map(|speaker| speaker.source);
        memory.lead = Some((span, of));
    }
}

/// Whose army or losses a sentence without figures tells of: "How many Ukrainian soldiers has this war killed?"
pub(crate) fn told_of(scene: &Scene<'_, '_, '_, '_>) -> Option<SubjectId> {
    let page = scene.page;
    let sentence = &scene.sentence;
    let indexes = || sentence.first..sentence.next;
    let lost = Tags::LOSE.and(Tags::KILL).and(Tags::CASUALTY);
    let named = indexes().find(|index| {
        page.is(*index, Tags::RUSSIA.and(Tags::UKRAINE))
            && page.is(index + 1, Tags::PEOPLE.and(lost))
            && !side::is_place(page, *index)
    });
    if let Some(index) = named.filter(|_| page.any(sentence, lost)) {
        return page.forces(page.tags[index].only(Tags::RUSSIA.and(Tags::UKRAINE)));
    }
    // "Ukraine has told little about its own military."
    let own = indexes().any(|index| {
        page.says(index, &["own", "власні", "власних", "собственных", "собственные"])
            && page.is(index + 1, Tags::MILITARY.and(lost).and(Tags::PEOPLE))
    });
    let side = indexes().find(|index| page.is(*index, Tags::RUSSIA.and(Tags::UKRAINE)))?;
    own.then(|| page.forces(page.tags[side].only(Tags::RUSSIA.and(Tags::UKRAINE)))).flatten()
}

/// Whether a sentence goes on with a list from the paragraph before.
pub(crate) fn goes_on(page: &Page<'_, '_>, sentence: &Sentence) -> bool {
    let first = sentence.first;
    if first > 0 && page.mark(first - 1).is_some_and(|mark| matches!(mark, ':' | ';' | ',')) {
        return true;
    }
    page.any(sentence, Tags::ALSO.and(Tags::SAME))
        || page.says(first, &["to", "к", "до"])
            && page.says(first + 1, &["these", "this", "that", "them", "этому", "этим", "цього", "них", "ним", "тому"])
}

/// "The total losses that the General Staff publishes are the killed and the wounded."
pub(crate) fn define(scene: &Scene<'_, '_, '_, '_>, memory: &mut Memory, large: bool) {
    let defined =
        scene.predicates.iter().find(|predicate| predicate.tags.any(Tags::KILL) && predicate.tags.any(Tags::WOUND));
    let losses = scene.predicates.iter().any(|predicate| predicate.tags.any(Tags::LOSE.and(Tags::CASUALTY)));
    if defined.is_some() && losses && !large {
        memory.definition = scene.speaker(scene.sentence.first).map(|speaker| speaker.source);
    }
}
