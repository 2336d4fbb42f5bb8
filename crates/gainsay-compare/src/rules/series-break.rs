#![doc = include_str!("series-break.md")]

use crate::discrepancy::{Cause, Certainty, Level};
use crate::findings::{Findings, Key, Pair, Run};
use crate::words;
use gainsay_align::topic::key as topic_key;
use gainsay_align::{Day, Topic, day_number};
use gainsay_claim::period::DayInWords;
use gainsay_claim::vocabulary::Kind;
use gainsay_claim::{ClaimId, Corpus, MeasureId, PlaceId, SourceId, SubjectId, Value};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// How many measures for one day, subject and place make a bulletin.
const BULLETIN: usize = 5;
/// How many bulletins in a row a measure must be in, and be missing from, to make a break.
const IN_A_ROW: usize = 2;

type Place = (SourceId, SubjectId, PlaceId);

pub(crate) fn find(corpus: &Corpus, _: &[Topic], findings: &mut Findings) {
    let mut measures: HashMap<Place, BTreeSet<MeasureId>> = HashMap::new();
    let mut last: Option<(Place, MeasureId)> = None;
    for claim in &corpus.claims {
        let place = (claim.source, claim.subject, claim.place);
        if last != Some((place, claim.measure)) {
            measures.entry(place).or_default().insert(claim.measure);
            last = Some((place, claim.measure));
        }
    }
    measures.retain(|_, measures| measures.len() >= BULLETIN);
    let mut bulletins: HashMap<Place, BTreeMap<Day, BTreeMap<MeasureId, ClaimId>>> = HashMap::new();
    for (index, claim) in corpus.claims.iter().enumerate() {
        let place = (claim.source, claim.subject, claim.place);
        let running = claim.period.filter(|period| period.days() > 1);
        let figure = matches!(claim.value, Value::Count(_)) && corpus.vocabulary.measure(claim.measure).kind == Kind::Count;
        if let (Some(period), true, true) = (running, figure, measures.contains_key(&place)) {
            let day = bulletins.entry(place).or_default().entry(day_number(period.to())).or_default();
            day.entry(claim.measure).or_insert(ClaimId(index as u32));
        }
    }
    for (place, mut days) in bulletins {
        days.retain(|_, measures| measures.len() >= BULLETIN);
        let days: Vec<(Day, BTreeMap<MeasureId, ClaimId>)> = days.into_iter().collect();
        for &measure in &measures[&place] {
            breaks(corpus, &days, measure, findings);
        }
    }
}

/// The ends and late beginnings of one measure in a source's bulletins.
fn breaks(corpus: &Corpus, days: &[(Day, BTreeMap<MeasureId, ClaimId>)], measure: MeasureId, findings: &mut Findings) {
    let given: Vec<Option<ClaimId>> = days.iter().map(|(_, measures)| measures.get(&measure).copied()).collect();
    let (Some(first), Some(last)) = (given.iter().position(Option::is_some), given.iter().rposition(Option::is_some)) else { return };
    let mut add = |claim: ClaimId, other: ClaimId, day: Day| {
        let source = corpus.claim(claim).source;
        let key = Key { rule: "series-break", topic: topic_key(corpus.claim(claim), &corpus.vocabulary), first: source, second: None };
        let pair = Pair::of(claim, other, None, voice);
        findings.add(key, Run::one(day, day, Certainty::Certain, Level::Note, Cause::Definition, pair));
    };
    let in_a_row = |mut bulletins: std::ops::Range<usize>| bulletins.all(|bulletin| given.get(bulletin).is_some_and(Option::is_some));
    if last + 1 >= IN_A_ROW && in_a_row(last + 1 - IN_A_ROW..last + 1) && days.len() - last > IN_A_ROW {
        if let (Some(claim), Some(next)) = (given[last], neighbour(&days[last + 1].1)) {
            add(claim, next, days[last + 1].0);
        }
    }
    if in_a_row(first..first + IN_A_ROW) && first >= IN_A_ROW {
        if let (Some(claim), Some(previous)) = (given[first], neighbour(&days[first - 1].1)) {
            add(claim, previous, days[first].0);
        }
    }
}

/// A claim of a bulletin, to name the bulletin by.
fn neighbour(bulletin: &BTreeMap<MeasureId, ClaimId>) -> Option<ClaimId> {
    bulletin.values().min().copied()
}

fn voice(corpus: &Corpus, pair: &Pair) -> (String, Vec<String>) {
    let (claim, other) = (corpus.claim(pair.first[0]), corpus.claim(pair.second[0]));
    let (own, across) = (claim.as_of().unwrap_or_default(), other.as_of().unwrap_or_default());
    let what = words::measure(corpus, claim.measure);
    let (happened, bulletin) = if own < across { ("is last given", "no longer has it") } else { ("is first given", "did not have it yet") };
    let because = vec![
        words::gives(corpus, pair.first[0]),
        format!("the bulletin to {} {bulletin} (see `{}`)", DayInWords(across), other.id),
        "so the series before and after are not of the same categories".into(),
    ];
    let summary = format!("{}: {what} {happened} in the figures to {}; the bulletin to {} {bulletin}", words::source(corpus, claim.source), DayInWords(own), DayInWords(across));
    (summary, because)
}
