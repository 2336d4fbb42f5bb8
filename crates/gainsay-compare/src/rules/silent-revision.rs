#![doc = include_str!("silent-revision.md")]

use crate::discrepancy::{Cause, Certainty, Level};
use crate::findings::{Findings, Key, Pair, Run};
use crate::rules::count_conflict::topic;
use crate::rules::state_conflict::exclude;
use crate::words;
use gainsay_align::{Group, NO_TIME, Point, Series, day_number, said_together, same_statement};
use gainsay_claim::period::DayInWords;
use gainsay_claim::vocabulary::Kind;
use gainsay_claim::{Basis, Claim, ClaimId, Corpus, Count, Value};

const ID: &str = "silent-revision";

pub(crate) fn find(group: &Group<'_>, findings: &mut Findings) {
    for_each_pair(group, |series, first, second| {
        let (a, b) = (group.corpus.claim(first), group.corpus.claim(second));
        if a.document == b.document || said_together(a, b) || agree(group.corpus, a, b) {
            return;
        }
        let (earlier, later) = if a.said <= b.said { (first, second) } else { (second, first) };
        let day = group.corpus.claim(later).said.map_or(NO_TIME, day_number);
        add(group, ID, series, Cause::Revision, day, Pair::of(earlier, later, figures(a, b), voice), findings);
    });
}

/// How many claims on one quantity and period are set against each other pair by pair. Beyond it,
/// each is set against the source's own publication, else the first by id.
const PAIRWISE: usize = 64;

/// Calls `visit` for every two claims of one source on one quantity and period.
pub(crate) fn for_each_pair(group: &Group<'_>, mut visit: impl FnMut(&Series<'_>, ClaimId, ClaimId)) {
    for series in group.stated().filter(|series| series.kind != Kind::Text) {
        // A date or a state is one quantity whatever period it is given; a count is one per period.
        let runs: Vec<&[Point]> = match series.kind {
            Kind::Date | Kind::Event => vec![&series.points],
            _ => series.same_period().collect(),
        };
        for points in runs {
            if points.len() <= PAIRWISE {
                for (place, a) in points.iter().enumerate() {
                    for b in &points[place + 1..] {
                        visit(series, a.claim, b.claim);
                    }
                }
            } else if let Some(reference) =
                points.iter().min_by_key(|point| (group.corpus.claim(point.claim).retold, point.claim))
            {
                for point in points.iter().filter(|point| point.claim != reference.claim) {
                    visit(series, reference.claim, point.claim);
                }
            }
        }
    }
}

/// Whether two claims on one quantity say the same, as far as their words go.
pub(crate) fn agree(corpus: &Corpus, a: &Claim, b: &Claim) -> bool {
    match (&a.value, &b.value) {
        (Value::Count(a), Value::Count(b)) => same_statement(*a, *b),
        (Value::Date(a), Value::Date(b)) => a.range().meets(b.range()),
        (Value::State(x), Value::State(y)) => {
            !exclude(corpus, a.measure, x, y) || a.time().zip(b.time()).is_none_or(|(x, y)| !x.meets(y))
        }
        (Value::Happened(x), Value::Happened(y)) => x == y || a.period.zip(b.period).is_some_and(|(x, y)| !x.meets(y)),
        _ => true,
    }
}

/// The larger figure and the smaller; for dates the days between them.
pub(crate) fn figures(a: &Claim, b: &Claim) -> Option<(Count, Count)> {
    match (&a.value, &b.value) {
        (Value::Count(a), Value::Count(b)) => Some((a.figure().max(b.figure()), a.figure().min(b.figure()))),
        (Value::Date(a), Value::Date(b)) => {
            Some((Count::whole(a.range().days_apart(b.range()).unsigned_abs()), Count::ZERO))
        }
        _ => None,
    }
}

/// Adds a pair of one source's claims on one quantity.
pub(crate) fn add(
    group: &Group<'_>,
    rule: &'static str,
    series: &Series<'_>,
    cause: Cause,
    day: i32,
    pair: Pair,
    findings: &mut Findings,
) {
    let hedged = pair.first.iter().chain(&pair.second).any(|&claim| group.corpus.claim(claim).hedged);
    let certainty = if hedged { Certainty::Hedged } else { Certainty::Certain };
    let key = Key { rule, topic: topic(group, series), first: series.key.source, second: None };
    // Cases of a past month are still found, and struck off, when they are verified one by one.
    let level = match (cause, series.key.basis) {
        (Cause::Revision, Basis::Documented) => Level::Note,
        _ => Level::Conflict,
    };
    findings.add(key, Run::one(day, day, certainty, level, cause, pair));
}

/// What both claims are about, as in `tanks lost (Russian forces, on 23 October 2023)`.
pub(crate) fn thing(corpus: &Corpus, claim: &Claim) -> String {
    let mut about = vec![words::subject(corpus, claim).to_owned()];
    about.extend(claim.period.map(|period| words::time(Some(period))));
    format!("{} ({})", words::measure(corpus, claim.measure), about.join(", "))
}

fn voice(corpus: &Corpus, pair: &Pair) -> (String, Vec<String>) {
    let (earlier, later) = (corpus.claim(pair.first[0]), corpus.claim(pair.second[0]));
    let because = vec![
        words::gives(corpus, pair.first[0]),
        words::gives(corpus, pair.second[0]),
        "both are about one thing and the same days".into(),
        "the later one does not name the earlier in `corrects`".into(),
    ];
    let said = |claim: &Claim| claim.said.map_or_else(String::new, |said| format!(" (said on {})", DayInWords(said)));
    let summary = format!(
        "{}: first {}{}, then {}{}, for {}",
        words::source(corpus, earlier.source),
        words::value(corpus, earlier),
        said(earlier),
        words::value(corpus, later),
        said(later),
        thing(corpus, later),
    );
    (summary, because)
}
