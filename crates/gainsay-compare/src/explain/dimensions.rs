//! Two claims, dimension by dimension.

use super::{Dimension, Relation};
use crate::words;
use gainsay_align::readings_inside;
use gainsay_claim::period::DayInWords;
use gainsay_claim::{Claim, ClaimId, Corpus, Value};

pub(super) fn of(corpus: &Corpus, first: ClaimId, second: ClaimId) -> Vec<Dimension> {
    let (a, b) = (corpus.claim(first), corpus.claim(second));
    let vocabulary = &corpus.vocabulary;
    let day = |claim: &Claim| claim.said.map_or_else(|| "not known".into(), |day| DayInWords(day).to_string());
    let tree = |same: bool, first_inside: bool, second_inside: bool| match (same, first_inside, second_inside) {
        (true, ..) => Relation::Same,
        (_, true, _) => Relation::FirstInside,
        (_, _, true) => Relation::SecondInside,
        _ => Relation::Apart,
    };
    let mut rows = Vec::new();
    let mut row =
        |name, first: String, second: String, relation| rows.push(Dimension { name, first, second, relation });
    row(
        "source",
        words::source(corpus, a.source).to_owned(),
        words::source(corpus, b.source).to_owned(),
        tree(
            a.source == b.source,
            vocabulary.source_contains(b.source, a.source),
            vocabulary.source_contains(a.source, b.source),
        ),
    );
    row("measure", wording(corpus, a), wording(corpus, b), measures(corpus, a, b));
    row(
        "subject",
        words::subject(corpus, a).to_owned(),
        words::subject(corpus, b).to_owned(),
        tree(
            a.subject == b.subject,
            vocabulary.subject_contains(b.subject, a.subject),
            vocabulary.subject_contains(a.subject, b.subject),
        ),
    );
    row(
        "place",
        words::place(corpus, a).to_owned(),
        words::place(corpus, b).to_owned(),
        tree(
            a.place == b.place,
            vocabulary.place_contains(b.place, a.place),
            vocabulary.place_contains(a.place, b.place),
        ),
    );
    row("period", words::time(a.period), words::time(b.period), periods(a, b));
    let basis = if a.basis == b.basis {
        Relation::Same
    } else if a.basis > b.basis {
        Relation::FirstInside
    } else {
        Relation::SecondInside
    };
    row("basis", a.basis.id().into(), b.basis.id().into(), basis);
    row("said", day(a), day(b), if a.said == b.said { Relation::Same } else { Relation::Apart });
    row("value", words::value(corpus, a), words::value(corpus, b), values(corpus, a, b));
    rows
}

/// The measure with the meanings that its wording may have.
fn wording(corpus: &Corpus, claim: &Claim) -> String {
    let senses = corpus.vocabulary.senses(claim.measure, claim.source, claim.said);
    let name = words::measure(corpus, claim.measure);
    if senses == [claim.measure] {
        return name.to_owned();
    }
    let meanings: Vec<&str> = senses.iter().map(|sense| words::measure(corpus, *sense)).collect();
    format!("{name} (meaning {})", meanings.join(", or "))
}

fn measures(corpus: &Corpus, a: &Claim, b: &Claim) -> Relation {
    let vocabulary = &corpus.vocabulary;
    let senses = |claim: &Claim| vocabulary.senses(claim.measure, claim.source, claim.said).to_vec();
    let (x, y) = (senses(a), senses(b));
    if x.len() > 1 || y.len() > 1 {
        let (some, all) = readings_inside(vocabulary, &x, &y);
        let (back, back_all) = readings_inside(vocabulary, &y, &x);
        return match (all, back_all, some.is_empty() && back.is_empty()) {
            (true, _, _) => Relation::FirstInside,
            (_, true, _) => Relation::SecondInside,
            (_, _, true) => Relation::Apart,
            _ => Relation::Depends,
        };
    }
    let (x, y) = (x[0], y[0]);
    if x == y {
        Relation::Same
    } else if vocabulary.measure_contains(y, x) {
        Relation::FirstInside
    } else if vocabulary.measure_contains(x, y) {
        Relation::SecondInside
    } else {
        let all = 0..vocabulary.measures().len() as u32;
        let common = all
            .map(gainsay_claim::MeasureId)
            .any(|part| vocabulary.measure_contains(x, part) && vocabulary.measure_contains(y, part));
        if common { Relation::Overlap } else { Relation::Apart }
    }
}

fn periods(a: &Claim, b: &Claim) -> Relation {
    match (a.period, b.period) {
        (x, y) if x == y => Relation::Same,
        (Some(x), Some(y)) if x.lies_in(y) => Relation::FirstInside,
        (Some(x), Some(y)) if y.lies_in(x) => Relation::SecondInside,
        (Some(x), Some(y)) if x.meets(y) => Relation::Overlap,
        _ => Relation::Apart,
    }
}

fn values(corpus: &Corpus, a: &Claim, b: &Claim) -> Relation {
    let percent = corpus.settings.about_percent;
    match (&a.value, &b.value) {
        (x, y) if x == y => Relation::Same,
        (Value::Count(x), Value::Count(y)) if x.bounds(percent).meets(y.bounds(percent)) => Relation::Overlap,
        (Value::Date(x), Value::Date(y)) if x.range().meets(y.range()) => Relation::Overlap,
        _ => Relation::Apart,
    }
}
