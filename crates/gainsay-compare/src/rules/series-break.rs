#![doc = include_str!("series-break.md")]

use crate::discrepancy::{Cause, Certainty, Level};
use crate::findings::{Findings, Key, Pair, Run};
use crate::words;
use gainsay_align::topic::key as topic_key;
use gainsay_align::{Day, Groups, Topic, day_number};
use gainsay_claim::period::DayInWords;
use gainsay_claim::vocabulary::Kind;
use gainsay_claim::{ClaimId, Corpus, MeasureId, PlaceId, SourceId, SubjectId, Value};
use std::collections::BTreeMap;
use std::ops::Range;

const ID: &str = "series-break";

/// How many measures for one day, subject and place make a bulletin.
const BULLETIN: usize = 5;
/// How many bulletins in a row a measure must be in, and be missing from, to make a break.
const IN_A_ROW: usize = 2;

/// The days of a series, each with the first claim of that day.
type Days = Vec<(Day, ClaimId)>;

/// The claims of each series of one source, subject and place.
type Measures<'a> = BTreeMap<MeasureId, Vec<&'a [ClaimId]>>;

pub(crate) fn find(corpus: &Corpus, groups: &Groups, _: &[Topic], findings: &mut Findings) {
    let mut places: BTreeMap<(SourceId, SubjectId, PlaceId), Measures<'_>> = BTreeMap::new();
    for (key, claims) in groups.series().filter(|(key, _)| corpus.vocabulary.measure(key.measure).kind == Kind::Count) {
        places.entry((key.source, key.subject, key.place)).or_default().entry(key.measure).or_default().push(claims);
    }
    for measures in places.values().filter(|measures| measures.len() >= BULLETIN) {
        let series: Vec<Days> = measures.values().map(|claims| running_days(corpus, claims)).collect();
        in_one_place(corpus, &series, findings);
    }
}

/// The last days of a series' running totals.
fn running_days(corpus: &Corpus, claims: &[&[ClaimId]]) -> Days {
    let mut days: Days = claims
        .iter()
        .flat_map(|claims| claims.iter())
        .filter_map(|&number| {
            let claim = corpus.claim(number);
            let period = claim.period.filter(|period| period.days() > 1 && matches!(claim.value, Value::Count(_)))?;
            Some((day_number(period.to()), number))
        })
        .collect();
    days.sort_unstable();
    days.dedup_by_key(|(day, _)| *day);
    days
}

/// Finds the breaks of every series among the bulletins of one source, subject and place.
fn in_one_place(corpus: &Corpus, series: &[Days], findings: &mut Findings) {
    let mut all: Days = series.iter().flatten().copied().collect();
    all.sort_unstable();
    let bulletins: Days =
        all.chunk_by(|a, b| a.0 == b.0).filter(|day| day.len() >= BULLETIN).map(|day| day[0]).collect();
    for days in series {
        breaks(corpus, &bulletins, days, findings);
    }
}

/// The end and the late beginning of one series. Each bulletin has its day and a claim to name it by.
fn breaks(corpus: &Corpus, bulletins: &Days, days: &Days, findings: &mut Findings) {
    let given: Vec<Option<ClaimId>> = bulletins
        .iter()
        .map(|(day, _)| days.binary_search_by_key(day, |(day, _)| *day).ok().map(|place| days[place].1))
        .collect();
    let (Some(first), Some(last)) = (given.iter().position(Option::is_some), given.iter().rposition(Option::is_some))
    else {
        return;
    };
    let mut add = |claim: ClaimId, (_, other): (Day, ClaimId), day: Day| {
        let source = corpus.claim(claim).source;
        let key =
            Key { rule: ID, topic: topic_key(corpus.claim(claim), &corpus.vocabulary), first: source, second: None };
        let pair = Pair::of(claim, other, None, voice);
        findings.add(key, Run::one(day, day, Certainty::Certain, Level::Note, Cause::Definition, pair));
    };
    let in_a_row = |mut range: Range<usize>| range.all(|bulletin| given.get(bulletin).is_some_and(Option::is_some));
    let ends = last + 1 >= IN_A_ROW && in_a_row(last + 1 - IN_A_ROW..last + 1) && bulletins.len() - last > IN_A_ROW;
    if let Some(claim) = given[last].filter(|_| ends) {
        add(claim, bulletins[last + 1], bulletins[last + 1].0);
    }
    let begins = in_a_row(first..first + IN_A_ROW) && first >= IN_A_ROW;
    if let Some(claim) = given[first].filter(|_| begins) {
        add(claim, bulletins[first - 1], bulletins[first].0);
    }
}

fn voice(corpus: &Corpus, pair: &Pair) -> (String, Vec<String>) {
    let (claim, other) = (corpus.claim(pair.first[0]), corpus.claim(pair.second[0]));
    let (own, across) = (claim.as_of().unwrap_or_default(), other.as_of().unwrap_or_default());
    let what = words::measure(corpus, claim.measure);
    let (happened, bulletin) =
        if own < across { ("is last given", "no longer has it") } else { ("is first given", "did not have it yet") };
    let because = vec![
        words::gives(corpus, pair.first[0]),
        format!("the bulletin to {} {bulletin} (see `{}`)", DayInWords(across), other.id),
        "so the series before and after are not of the same categories".into(),
    ];
    let summary = format!(
        "{}: {what} {happened} in the figures to {}; the bulletin to {} {bulletin}",
        words::source(corpus, claim.source),
        DayInWords(own),
        DayInWords(across)
    );
    (summary, because)
}
