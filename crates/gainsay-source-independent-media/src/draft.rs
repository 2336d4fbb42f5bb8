//! Claims as they are written down: once each, with the words that carry them, under names that stay the same.

use crate::page::Page;
use crate::scene::Scene;
use crate::voice::Speaker;
use gainsay_claim::draft::{Draft, DraftEvidence, DraftValue};
use gainsay_claim::extract::Unclear;
use gainsay_claim::vocabulary::SubjectId;
use gainsay_claim::{Count, CountValue};
use gainsay_text::Span;
use std::borrow::Cow;

/// What a text has given so far.
#[derive(Default)]
pub(crate) struct Writer<'a> {
    pub claims: Vec<Draft<'a>>,
    pub unclear: Vec<Unclear>,
    /// The increments of a list in the text.
    pub listed: Vec<Count>,
    /// What is dropped where a claim says the same.
    doubtful: Vec<(CountValue, Unclear)>,
}

impl<'a> Writer<'a> {
    /// Nothing yet, with what lists in the text give.
    pub fn new(listed: Vec<Count>) -> Writer<'a> {
        Writer { listed, ..Writer::default() }
    }

    /// A claim with who makes it and whose it is.
    pub fn draft(
        &self,
        page: &Page<'a, '_>,
        speaker: Speaker,
        measure: &str,
        subject: SubjectId,
        value: DraftValue<'a>,
    ) -> Draft<'a> {
        let vocabulary = page.raw.vocabulary;
        let mut draft = Draft::new(
            &*vocabulary.source(speaker.source).entry.id,
            measure.to_owned(),
            &*vocabulary.subject(subject).entry.id,
            value,
        );
        draft.speaker = speaker.person.map(Cow::Borrowed);
        draft
    }

    /// Adds a claim, unless the text has made it already.
    pub fn add(
        &mut self,
        page: &Page<'a, '_>,
        scene: &Scene<'_, '_, 'a, '_>,
        mut draft: Draft<'a>,
        words: (usize, usize),
    ) {
        let span = page.span(words.0, words.1);
        draft.via = via(page, scene, &draft.source);
        let vocabulary = page.raw.vocabulary;
        let one_day = draft.period.is_some_and(|period| period.from == period.to);
        let count = matches!(draft.value, DraftValue::Count(_));
        let people = vocabulary
            .find_measure(&draft.measure)
            .is_some_and(|measure| vocabulary.measure(measure).unit.as_deref() == Some("people"));
        let day = if one_day && count { "/day" } else { "" };
        draft.id = Cow::Owned(match (people, &draft.place) {
            (true, _) => format!("{}/{}{day}", draft.measure, draft.subject),
            (false, Some(place)) if !count && place != "ukraine" => {
                format!("{}/{}/{place}", draft.measure, draft.subject)
            }
            _ => format!("{}{day}", draft.measure),
        });
        let same = |other: &Draft<'_>| {
            (other.source == draft.source || scene.sentence.headline && related(page, &other.source, &draft.source))
                && (other.measure == draft.measure || scene.sentence.headline && draft.measure == "personnel-losses")
                && other.subject == draft.subject
                && (other.value == draft.value || scene.sentence.headline && same_figure(&other.value, &draft.value))
                && (other.period == draft.period || scene.sentence.headline)
                && (count || other.place == draft.place)
        };
        if self.claims.iter().rev().take(MOST_LOOKED_BACK).any(same) {
            return;
        }
        // "Moscow says", and then "the ministry says": one statement, of the office.
        let side = |other: &&mut Draft<'_>| {
            count
                && other.source != draft.source
                && other.measure == draft.measure
                && other.subject == draft.subject
                && other.value == draft.value
                && related(page, &other.source, &draft.source)
        };
        if let Some(other) = self.claims.iter_mut().rev().take(MOST_LOOKED_BACK).find(side) {
            let office = vocabulary.find_source(&draft.source).zip(vocabulary.find_source(&other.source));
            if office.is_some_and(|(office, side)| vocabulary.source_contains(side, office)) {
                draft.evidence = Some(evidence(page, span));
                *other = draft;
            }
            return;
        }
        draft.evidence = Some(evidence(page, span));
        self.claims.push(draft);
    }

    /// Notes something that is not plain.
    pub fn unclear(
        &mut self,
        page: &Page<'_, '_>,
        words: (usize, usize),
        problem: &str,
        help: &str,
        candidates: Vec<String>,
    ) {
        let unclear = unclear(page, words, problem, help, candidates);
        self.unclear.push(unclear);
    }

    /// Notes it only where no claim carries the same figure.
    pub fn unclear_unless_said(
        &mut self,
        page: &Page<'_, '_>,
        words: (usize, usize),
        value: CountValue,
        problem: &str,
        help: &str,
        candidates: Vec<String>,
    ) {
        self.doubtful.push((value, unclear(page, words, problem, help, candidates)));
    }

    /// Everything in the order of the text.
    pub fn finish(mut self) -> (Vec<Draft<'a>>, Vec<Unclear>) {
        for (value, unclear) in std::mem::take(&mut self.doubtful) {
            let said = self
                .claims
                .iter()
                .take(MOST_LOOKED_BACK)
                .any(|claim| matches!(claim.value, DraftValue::Count(other) if other.figure() == value.figure()));
            if !said {
                self.unclear.push(unclear);
            }
        }
        self.claims.sort_by_key(|claim| claim.place().start);
        self.unclear.sort_by_key(|unclear| unclear.place.start);
        (self.claims, self.unclear)
    }
}

/// Whether two values have one figure: a headline leaves out that it is about so many.
fn same_figure(one: &DraftValue<'_>, other: &DraftValue<'_>) -> bool {
    matches!((one, other), (DraftValue::Count(one), DraftValue::Count(other))
        if one.figure() == other.figure() && matches!(other, CountValue::Exactly(_)))
}

/// Whether one source belongs to the other.
fn related(page: &Page<'_, '_>, one: &str, other: &str) -> bool {
    let vocabulary = page.raw.vocabulary;
    let pair = vocabulary.find_source(one).zip(vocabulary.find_source(other));
    pair.is_some_and(|(one, other)| vocabulary.source_contains(one, other) || vocabulary.source_contains(other, one))
}

/// How many claims are compared with a later one, so that a text of nothing but figures takes no longer than its length.
const MOST_LOOKED_BACK: usize = 64;

fn unclear(page: &Page<'_, '_>, words: (usize, usize), problem: &str, help: &str, candidates: Vec<String>) -> Unclear {
    let span = page.span(words.0, words.1);
    let place = page.code_points.span(span);
    Unclear {
        place: place.start..place.end,
        message: format!("\"{}\": {problem}", shortened(span.of(page.raw.text))),
        help: help.to_owned(),
        candidates,
    }
}

/// The first words of a stretch.
fn shortened(text: &str) -> String {
    text.split_whitespace().take(12).collect::<Vec<_>>().join(" ")
}

/// A quote with its place.
pub(crate) fn evidence<'a>(page: &Page<'a, '_>, span: Span) -> DraftEvidence<'a> {
    let place = page.code_points.span(span);
    DraftEvidence { exact: Cow::Borrowed(span.of(page.raw.text)), start: place.start, end: place.end }
}

/// The publisher and the outlets that the sentence names, without the source itself.
fn via<'a>(page: &Page<'a, '_>, scene: &Scene<'_, '_, 'a, '_>, source: &str) -> Vec<Cow<'a, str>> {
    let mut via: Vec<Cow<'a, str>> = Vec::new();
    via.extend(page.raw.publisher.filter(|publisher| *publisher != source).map(Cow::Borrowed));
    let channels = if scene.heard.statements.is_empty() { &scene.speakers.channels } else { &scene.heard.channels };
    for channel in channels {
        if *channel != source && !via.iter().any(|one| one == channel) {
            via.push(Cow::Borrowed(channel));
        }
    }
    via
}
