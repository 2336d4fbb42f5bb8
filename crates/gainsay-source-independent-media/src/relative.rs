//! Figures said to be lower or higher than another's: "far lower than Moscow says", «гораздо ниже заявленных Киевом».

use crate::beside::{Strictness, right_of};
use crate::draft::Writer;
use crate::lexicon::Tags;
use crate::page::Page;
use crate::scene::Scene;
use crate::side::{Predicate, own_of, owner};
use crate::time::FIRST_DAY;
use crate::town::{segment, wider};
use crate::voice::Who;
use gainsay_claim::Comparison;
use gainsay_claim::draft::{Draft, DraftPeriod, DraftValue};
use std::collections::BTreeSet;

/// Reads what a sentence only compares with the figure of another.
pub(crate) fn comparisons<'a>(scene: &Scene<'_, '_, 'a, '_>, writer: &mut Writer<'a>) {
    let page = scene.page;
    let sentence = &scene.sentence;
    if !page.any(sentence, Tags::LOWER.and(Tags::HIGHER)) || scene.heard.statements.is_empty() {
        return;
    }
    for at in page.tagged(sentence, Tags::LOWER.and(Tags::HIGHER)) {
        if compared(scene, at, writer).is_some() {
            return;
        }
    }
}

/// Drops the comparisons of those who give a figure of their own after all.
pub(crate) fn settle(page: &Page<'_, '_>, writer: &mut Writer<'_>) {
    let vocabulary = page.raw.vocabulary;
    let is_relative = |claim: &Draft<'_>| matches!(claim.value, DraftValue::Relative { .. });
    if !writer.claims.iter().any(is_relative) {
        return;
    }
    let side = |claim: &Draft<'_>| {
        let source = vocabulary.find_source(&claim.source)?;
        let measure = vocabulary.find_measure(&claim.measure)?;
        let subject = vocabulary.find_subject(&claim.subject)?;
        Some((vocabulary.source(source).entry.root, measure.0, subject.0))
    };
    let counts = writer.claims.iter().filter(|claim| matches!(claim.value, DraftValue::Count(_)));
    let given: BTreeSet<_> = counts.filter_map(side).collect();
    writer.claims.retain(|claim| !is_relative(claim) || side(claim).is_none_or(|side| !given.contains(&side)));
}

/// How many claims are looked through for the figure that is disputed.
const MOST_LOOKED_BACK: usize = 64;

/// A comparison with what another said.
fn compared<'a>(scene: &Scene<'_, '_, 'a, '_>, at: usize, writer: &mut Writer<'a>) -> Option<()> {
    let page = scene.page;
    let sentence = &scene.sentence;
    let (first, next) = segment(page, sentence, at);
    // "fewer than 20", "less than half": a bound and no comparison.
    let bound = page.within(&page.numbers, sentence).iter().any(|number| (first..next + 2).contains(&number.first));
    if bound || page.says(at + 1, &["than", "ніж", "чем"]) && page.words.get(at + 2).is_some_and(|word| word.digits)
    {
        return None;
    }
    let end = sentence.next.min(next + 8);
    let than = than(scene, at, end);
    // "lower than Kyiv claims, he said": whoever stands behind "than" is the other.
    let named =
        than.and_then(|than| (than..end).find_map(|index| page.name(index).filter(|name| name.means.source.is_some())));
    let of_other = |at: usize| than.zip(named).is_some_and(|(than, name)| than < at && at < name.next + 1);
    let speaks = scene
        .heard
        .statements
        .iter()
        .filter(|statement| named.is_none_or(|name| name.first != statement.first) && !of_other(statement.at));
    let speaker = match speaks.min_by_key(|statement| page.distance(statement.at, at)) {
        Some(statement) => statement.speaker,
        // «…, ніж каже Зеленський, відреагував речник Кремля»: the verb behind goes with the name behind it.
        None => named
            .and_then(|name| {
                let later = |index: &usize| page.is(*index, Tags::SAY) && *index > name.next;
                let verb = (name.next..sentence.next).find(later)?;
                match right_of(page, sentence, verb + 1, Strictness::Close)?.2 {
                    Who::Named(speaker) => Some(speaker),
                    _ => None,
                }
            })
            .or_else(|| scene.speaker(at)),
    }?;
    let spoken = Tags::LOSE.and(Tags::CASUALTY).and(Tags::KILL).and(Tags::DESTROY);
    let host = wider(scene, first);
    let near = |predicate: &&Predicate| {
        let here = page.distance(predicate.first, at) <= 16
            || host.is_some_and(|(first, next)| (first..next).contains(&predicate.first));
        predicate.tags.any(spoken) && here
    };
    let predicate = scene.predicates.iter().filter(near).min_by_key(|predicate| page.distance(predicate.first, at));
    // "that they are many times lower": the losses of which the sentence before spoke.
    let meant = predicate.is_none()
        && (first..at).any(|index| page.says(index, &["they", "it", "that", "вони", "вона", "они", "она"]));
    let other = named.and_then(|name| name.means.source).filter(|other| *other != speaker.source);
    let owned = predicate.and_then(|predicate| {
        // "the losses of his men"
        let his = page.is(predicate.next, Tags::POSSESSIVE) || page.is(predicate.next + 1, Tags::POSSESSIVE);
        if let Some(own) = own_of(page, Some(speaker)).filter(|_| his && page.goes_on(predicate.next + 1)) {
            return Some(own);
        }
        // What stands beside the losses is whose they are, even where it looks like a speaker.
        let whose = owner(page, sentence, predicate, &scene.heard.statements)
            .or_else(|| owner(page, sentence, predicate, &[]))?;
        crate::meaning::resolve(page, sentence, whose, predicate.first, Some(speaker))
    });
    let id = |subject| &*page.raw.vocabulary.subject(subject).entry.id;
    let things = (first..next)
        .find_map(|index| page.meaning(index).measure)
        .map(|measure| &*page.raw.vocabulary.measure(measure).entry.id);
    let said = page.raw.vocabulary.source(speaker.source).entry.id.as_ref();
    let figure = |claim: &&Draft<'_>| {
        matches!(claim.value, DraftValue::Count(_))
            && claim.source != said
            && owned.is_none_or(|owned| claim.subject == id(owned))
            && things.is_none_or(|things| claim.measure == things)
    };
    let counted = || writer.claims.iter().rev().take(MOST_LOOKED_BACK).filter(figure);
    let of_other = |claim: &&Draft<'_>| {
        other.is_some_and(|other| {
            let vocabulary = page.raw.vocabulary;
            vocabulary.find_source(&claim.source).is_some_and(|source| {
                vocabulary.source_contains(other, source) || vocabulary.source_contains(source, other)
            })
        })
    };
    let disputed = match other {
        Some(_) => counted().find(of_other),
        None => counted().next(),
    };
    if predicate.is_none() && !(meant && disputed.is_some()) {
        return None;
    }
    let to = match (other, disputed) {
        // "than Moscow says", where it was the Kremlin that gave the figure.
        (Some(_), Some(claim)) => claim.source.to_string(),
        (Some(other), None) => page.raw.vocabulary.source(other).entry.id.to_string(),
        (None, Some(claim)) => claim.source.to_string(),
        (None, None) => return None,
    };
    let subject = owned.or_else(|| page.raw.vocabulary.find_subject(&disputed?.subject))?;
    let killed = predicate.is_some_and(|predicate| predicate.tags.any(Tags::KILL));
    let measure = match (things, disputed) {
        (Some(things), _) => things.to_owned(),
        (None, Some(claim)) if other.is_some() || meant => claim.measure.to_string(),
        _ if killed => "killed".to_owned(),
        _ => "personnel-losses".to_owned(),
    };
    let as_of = || {
        let to = scene.as_of(speaker).filter(|to| *to >= FIRST_DAY)?;
        Some(DraftPeriod { from: FIRST_DAY, to })
    };
    let period = disputed.and_then(|claim| claim.period).or_else(as_of);
    let much = (first..at).rev().take(3).any(|index| {
        page.is(index, Tags::MUCH) || page.says(index, &["times", "раз", "разів", "рази", "раза", "several", "half"])
    });
    let is = match (page.is(at, Tags::LOWER), much) {
        (true, true) => Comparison::MuchLower,
        (true, false) => Comparison::Lower,
        (false, true) => Comparison::MuchHigher,
        (false, false) => Comparison::Higher,
    };
    let mut draft = writer.draft(page, speaker, &measure, subject, DraftValue::Relative { to: to.into(), is });
    draft.place = Some("ukraine".into());
    draft.period = period;
    let hedges = page.within(&page.hedges, sentence);
    let hedge = hedges.iter().find(|hedge| page.distance(hedge.first, at) <= 14);
    draft.hedge = hedge.map(|hedge| page.span(hedge.first, hedge.next).of(page.raw.text).into());
    writer.add(page, scene, draft, (first, next));
    Some(())
}

/// Where the words for the figure begin with which it is compared: "than Moscow says", «заявленных Киевом».
fn than(scene: &Scene<'_, '_, '_, '_>, at: usize, end: usize) -> Option<usize> {
    let page = scene.page;
    (at + 1..(at + 5).min(end)).find(|index| {
        page.says(*index, &["than", "ніж", "чем", "за", "від", "presented", "claimed", "announced", "reported"])
            || ["заявлен", "названн", "озвуч", "оголошен", "объявл", "наведен", "приведен", "опубл"]
                .iter()
                .any(|stem| page.written(*index).starts_with(stem))
    })
}
