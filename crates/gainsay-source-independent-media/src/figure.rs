//! Figures of losses: what each counts, whose, of which days, and who says so.

use crate::counted::{Figure, Same, counted};
use crate::doubt::{is_breakdown, is_denied, is_strength, is_supposed};
use crate::draft::Writer;
use crate::kept::{define, goes_on, remember_span, told_of};
use crate::lexicon::Tags;
use crate::meaning::{is_documented, measure, resolve, subject};
use crate::noun::{Counted, noun};
use crate::page::{Page, Sentence};
use crate::period::{Days, current_event, in_brackets, period};
use crate::place::{self, Total};
use crate::scene::{Last, Memory, Scene};
use crate::side::owner;
use crate::time::{FIRST_DAY, Time};
use crate::value::{is_fraction, order_value, value};
use chrono::NaiveDate;
use gainsay_claim::draft::{DraftPeriod, DraftValue};
use gainsay_claim::vocabulary::{MeasureId, SubjectId};
use gainsay_claim::{Count, CountValue};

/// Reads the figures of a sentence.
pub(crate) fn figures<'a>(scene: &Scene<'_, '_, 'a, '_>, memory: &mut Memory, writer: &mut Writer<'a>) {
    let page = scene.page;
    let sentence = &scene.sentence;
    if memory.paragraph != sentence.paragraph {
        memory.paragraph = sentence.paragraph;
        memory.predicate = Tags::NONE;
        if !goes_on(page, sentence) {
            memory.period = None;
            memory.subject = None;
        }
    }
    let numbers = page.within(&page.numbers, sentence);
    let orders = page.within(&page.orders, sentence);
    let asks = page.mark(sentence.next - 1) == Some('?');
    let other_war =
        page.any(sentence, Tags::OTHER_WAR) && !page.any(sentence, Tags::UKRAINE) || page.any(sentence, Tags::WORLD);
    if (!numbers.is_empty() || !orders.is_empty()) && !asks && !other_war {
        for number in numbers {
            // "in nine days"
            if page.is(number.next, Tags::STRETCH) && page.goes_on(number.next) {
                continue;
            }
            if let Some(value) = value(page, sentence, number) {
                figure(scene, memory, writer, number.first, number.next, value);
            }
        }
        for order in orders {
            figure(scene, memory, writer, order.first, order.next, CountValue::Order(order_value(order.what)));
        }
    }
    remember_span(scene, memory);
    let large = numbers.iter().any(|number| number.what.low >= gainsay_text::Figure::whole(100));
    define(scene, memory, large);
    if let Some(last) = scene.predicates.last() {
        memory.predicate = last.tags;
        if !large && let Some(whose) = owner(page, sentence, last, &scene.heard.statements) {
            let speaker = scene.speaker(last.first);
            memory.subject = resolve(page, sentence, whose, last.first, speaker).or(memory.subject);
        }
    }
    if numbers.is_empty() {
        memory.subject = told_of(scene).or(memory.subject);
    }
}

/// Reads one figure to a claim, to something unclear, or passes it by.
fn figure<'a>(
    scene: &Scene<'_, '_, 'a, '_>,
    memory: &mut Memory,
    writer: &mut Writer<'a>,
    first: usize,
    next: usize,
    value: CountValue,
) {
    let page = scene.page;
    let sentence = &scene.sentence;
    if is_fraction(page, sentence, first, value) {
        return;
    }
    let noun = noun(page, sentence, next);
    let Some(figure) = counted(scene, memory, first, next, noun, value) else { return };
    if is_denied(page, sentence, &figure) || is_supposed(page, sentence, &figure) || is_strength(scene, &figure) {
        return;
    }
    // A list gives the same figure as an increment, with more exactness than prose.
    if writer.listed.binary_search(&figure.value.figure()).is_ok() {
        return;
    }
    // What somebody denies, and nobody else is named for, is nobody's claim.
    if scene.statement(first).is_some_and(|statement| statement.denies) {
        return;
    }
    let before = memory.last.clone();
    let kept = before
        .as_ref()
        .filter(|last| matches!(figure.same, Some(Same::Part | Same::Total)) && last.sentence == sentence.first);
    let speaker = kept.map(|last| last.speaker).or_else(|| scene.speaker(first));
    let things = matches!(figure.noun.counted, Counted::Things(_));
    let Some(measure) = measure(page, memory, &figure, speaker) else { return };
    let fates = measure_candidates(page, measure);
    let evidence = (figure.first, evidence_end(page, sentence, &figure));
    let Some(speaker) = speaker else {
        let candidates =
            scene.speakers.topic.iter().map(|speaker| page.raw.vocabulary.source(speaker.source).entry.id.to_string());
        let candidates = candidates.collect();
        writer.unclear(page, evidence, "who says it is not said", "name the source or leave it out", candidates);
        return;
    };
    let subject = kept.map(|last| last.subject).or_else(|| subject(scene, memory, &figure, speaker));
    let Some(subject) = subject else {
        let candidates = vec!["russian-forces".to_owned(), "ukrainian-forces".to_owned()];
        writer.unclear_unless_said(
            page,
            evidence,
            figure.value,
            "whose losses these are is not said",
            "name the subject",
            candidates,
        );
        return;
    };
    memory.subject = Some(subject);
    if things && !memory.lost.contains(&measure) && memory.lost.len() < MOST_LOST {
        memory.lost.push(measure);
    }
    // A part is counted otherwise than what follows it.
    let whole = memory.last.as_ref().filter(|last| figure.same == Some(Same::Part) && last.subject == subject);
    let (counted, tags) = whole.map_or((figure.noun.counted, figure.tags), |last| (last.counted, last.tags));
    memory.last = Some(Last {
        counted,
        tags,
        subject,
        speaker,
        days: None,
        sentence: sentence.first,
        paragraph: sentence.paragraph,
        next: figure.noun.next.max(figure.next),
    });
    let documented = is_documented(scene, speaker, &figure);
    // Of what is documented thing by thing, "destroyed" and "captured" are parts of what is lost.
    let id = &*page.raw.vocabulary.source(speaker.source).entry.id;
    if things && id == "oryx" && !figure.tags.any(Tags::LOSE) {
        writer.unclear(
            page,
            evidence,
            "it may be a part of the losses",
            "say which state of the things it counts",
            fates,
        );
        return;
    }
    // What stands in brackets or behind a colon after a part is of that part.
    let told = page.mark(figure.first.saturating_sub(1)) == Some(':') || in_brackets(page, sentence, figure.first);
    let of_part = memory.breakdown.is_some_and(|(of, told_behind)| of == sentence.first && (told || told_behind));
    if id == "un-ohchr" && (of_part || is_breakdown(page, sentence, &figure)) {
        memory.breakdown = Some((sentence.first, of_part));
        writer.unclear(page, evidence, "it may be a part of the whole", "say of which place or cause it is", fates);
        return;
    }
    let own = own_place(scene, memory, &figure, things);
    let below = as_told_below(scene, writer, measure, subject, value);
    let kept_days = kept.and_then(|last| part_days(scene, &figure, last));
    let days = match (&below, kept_days) {
        (Some(((from, to), _)), _) => Days::Known(*from, *to),
        (None, Some(days)) => days,
        (None, None) => period(scene, memory, &figure, speaker, documented, own.as_deref()),
    };
    let event = current_event(memory, sentence).filter(|_| matches!(days, Days::Event));
    let period = match days {
        Days::Known(from, to) => Some((from, to)),
        Days::Event => event.and_then(|event| event.days),
        Days::Rate | Days::Unknown => None,
    };
    let Some(period) = period else {
        let (problem, help) = match days {
            Days::Rate => ("it is so many each day and no total", "give the days that it covers"),
            _ => ("of which days it speaks is not said", "give its period"),
        };
        writer.unclear(page, evidence, problem, help, fates);
        return;
    };
    let place = match event {
        Some(event) => own.filter(|own| !lies_in(page, event.place.as_deref(), own)).or_else(|| event.place.clone()),
        None => own.or_else(|| around(page, memory, sentence, period)),
    };
    // Who gave themselves up did so where the text is, unless all prisoners of the war are meant.
    let taken = figure.tags.any(Tags::CAPTURE) && period.0 != FIRST_DAY;
    let place = place.or(below.and_then(|(_, place)| place)).or_else(|| memory.topic.clone().filter(|_| taken));
    let of_event = event.is_some();
    memory.listed = Some((sentence.first, period, place.clone()));
    if !of_event {
        memory.period = Some(period);
        memory.period_of = Some(speaker.source);
    }
    let same_days = memory.event.as_ref().is_some_and(|event| event.days == Some(period));
    if (of_event || same_days) && !things {
        memory.victims = memory.victims.or(Some(subject));
    }
    if let Some(last) = &mut memory.last {
        last.days = Some(period);
    }
    let mut draft = writer.draft(
        page,
        speaker,
        page.raw.vocabulary.measure(measure).entry.id.as_ref(),
        subject,
        DraftValue::Count(value),
    );
    draft.place = Some(place.unwrap_or_else(|| "ukraine".to_owned()).into());
    draft.period = Some(DraftPeriod { from: period.0, to: period.1 });
    draft.basis = documented.then(|| "documented".into());
    draft.hedge = hedge(scene, &figure).map(Into::into);
    writer.add(page, scene, draft, evidence);
}

/// How many kinds of things are kept in mind.
const MOST_LOST: usize = 32;

/// The days of a part are those of the whole, where no others are named beside it.
fn part_days(scene: &Scene<'_, '_, '_, '_>, figure: &Figure<'_>, last: &Last) -> Option<Days> {
    let (from, to) = last.days?;
    if figure.same == Some(Same::Total) {
        return scene.as_of(last.speaker).map(|to| Days::Known(FIRST_DAY, to));
    }
    let own = scene.times.iter().any(|time| {
        matches!(time.what, Time::Within(..))
            && time.first >= last.next
            && scene.page.distance(time.first, figure.next) <= 8
    });
    (!own).then_some(Days::Known(from, to))
}

fn measure_candidates(page: &Page<'_, '_>, measure: MeasureId) -> Vec<String> {
    vec![page.raw.vocabulary.measure(measure).entry.id.to_string()]
}

/// Where the losses of a figure were, as its own sentence says it or goes back to it.
fn own_place(scene: &Scene<'_, '_, '_, '_>, memory: &Memory, figure: &Figure<'_>, things: bool) -> Option<String> {
    let page = scene.page;
    let sentence = &scene.sentence;
    let since = scene.times.iter().any(|time| matches!(time.what, Time::Since));
    let dated = scene.times.iter().any(|time| matches!(time.what, Time::Within(..)));
    let many = things && !dated || figure.value.upper_figure() >= Count::whole(3000);
    let total = if since || many { Total::Yes } else { Total::No };
    let named = place::of_figure(page, sentence, &scene.locations, figure.first, total);
    let back = || {
        memory
            .topic
            .clone()
            .filter(|_| !since && scene.locations.is_empty() && place::refers_back(page, sentence, figure.first))
    };
    named.or_else(back)
}

/// Whether a place lies in another: the town in its region.
fn lies_in(page: &Page<'_, '_>, part: Option<&str>, whole: &str) -> bool {
    let vocabulary = page.raw.vocabulary;
    let pair = part.and_then(|part| vocabulary.find_place(part)).zip(vocabulary.find_place(whole));
    pair.is_some_and(|(part, whole)| part != whole && vocabulary.place_contains(whole, part))
}

/// The place of the text, for figures of a few days that name none.
fn around(
    page: &Page<'_, '_>,
    memory: &Memory,
    sentence: &Sentence,
    (from, to): (NaiveDate, NaiveDate),
) -> Option<String> {
    // "lost 6,600 soldiers on the Kursk axis, 73 tanks": a list goes on at the place of its first figure.
    let listed = memory.listed.as_ref().filter(|(first, days, _)| *first == sentence.first && *days == (from, to));
    if let Some((.., place)) = listed {
        return place.clone();
    }
    let of_today = page.today == Some(to) && from == to && !page.any(sentence, Tags::EVENT);
    current_event(memory, sentence)
        .filter(|event| event.days == Some((from, to)) && !of_today)
        .and_then(|event| event.place.clone())
}

/// The days and the place of a figure.
type Told = ((NaiveDate, NaiveDate), Option<String>);

/// The days and the place of a figure below that a headline rounds or repeats.
fn as_told_below(
    scene: &Scene<'_, '_, '_, '_>,
    writer: &Writer<'_>,
    measure: MeasureId,
    subject: SubjectId,
    value: CountValue,
) -> Option<Told> {
    if !scene.sentence.headline {
        return None;
    }
    let vocabulary = scene.page.raw.vocabulary;
    let (measure, subject) = (&vocabulary.measure(measure).entry.id, &vocabulary.subject(subject).entry.id);
    let figure = value.upper_figure().millionths();
    let near = |other: &CountValue| {
        let other = other.upper_figure().millionths();
        (figure - other).abs() <= figure / 25
    };
    writer.claims.iter().take(64).find_map(|claim| match &claim.value {
        DraftValue::Count(other) if claim.measure == **measure && claim.subject == **subject && near(other) => {
            let place = claim.place.as_deref().filter(|place| *place != "ukraine").map(str::to_owned);
            claim.period.map(|period| ((period.from, period.to), place))
        }
        _ => None,
    })
}

/// The hedging words that go with a figure.
fn hedge<'a>(scene: &Scene<'_, '_, 'a, '_>, figure: &Figure<'_>) -> Option<&'a str> {
    let page = scene.page;
    let hedges = page.within(&page.hedges, &scene.sentence);
    let near = hedges.iter().min_by_key(|hedge| page.distance(hedge.first, figure.first))?;
    (page.distance(near.first, figure.first) <= 14).then(|| page.span(near.first, near.next).of(page.raw.text))
}

/// The word behind what a reader needs to see: the figure, its noun, and the word of loss right behind.
fn evidence_end(page: &Page<'_, '_>, sentence: &Sentence, figure: &Figure<'_>) -> usize {
    let end = figure.noun.next.max(figure.next);
    match figure.predicate {
        Some(predicate) if predicate.first >= end && predicate.first - end <= 4 => {
            let clear = (end..predicate.first).all(|index| page.mark(index).is_none() && page.goes_on(index));
            if clear { predicate.next.min(sentence.next) } else { end }
        }
        _ => end,
    }
}
