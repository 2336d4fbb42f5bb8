#![doc = include_str!("count-conflict.md")]

use crate::discrepancy::{Cause, Certainty, Level, Reading};
use crate::findings::{Findings, How, Key, Pair, Run};
use crate::words;
use gainsay_align::{
    Containment, Contradiction, Derivation, Group, NO_TIME, Point, Series, TopicKey, contradictions, is_no_time,
};
use gainsay_claim::vocabulary::Kind;
use gainsay_claim::{Bounds, Claim, ClaimId, Corpus, Count, CountValue, Value};

const ID: &str = "count-conflict";

pub(crate) fn find(group: &Group<'_>, findings: &mut Findings) {
    let pairs = group.containments(|inner, outer| inner.key.source != outer.key.source);
    for containment in &pairs {
        compare_strands(group, containment, findings);
        compare_differences(group, containment, findings);
    }
}

/// The topic of the wider of two series.
pub(crate) fn topic(group: &Group<'_>, series: &Series<'_>) -> TopicKey {
    let vocabulary = &group.corpus.vocabulary;
    (
        gainsay_claim::MeasureId(vocabulary.measure(series.key.measure).family),
        gainsay_claim::SubjectId(vocabulary.subject(series.key.subject).entry.root),
        series.key.place,
    )
}

/// How certain a finding between two strands is, and the readings that it depends on.
pub(crate) fn certainty(group: &Group<'_>, containment: &Containment) -> (Certainty, Vec<Reading>) {
    let (inner, outer) = (&group.series[containment.inner.0], &group.series[containment.outer.0]);
    let (first, second) = (&inner.strands[containment.inner.1 as usize], &outer.strands[containment.outer.1 as usize]);
    let mut readings = Vec::new();
    if !containment.certain {
        let mut add = |series: &Series<'_>, senses: &[gainsay_claim::MeasureId], means| {
            let reading = Reading { source: series.key.source, wording: series.key.measure, means };
            if senses.len() > 1 && !readings.contains(&reading) {
                readings.push(reading);
            }
        };
        for &(part, whole) in &containment.readings {
            add(inner, first.senses, part);
            add(outer, second.senses, whole);
        }
        readings.sort_unstable();
    }
    let certainty = match (first.hedged || second.hedged, containment.certain) {
        (true, _) => Certainty::Hedged,
        (false, true) => Certainty::Certain,
        (false, false) => Certainty::DependsOnReading,
    };
    (certainty, readings)
}

/// How a point's bound came about.
pub(crate) fn how(group: &Group<'_>, point: &Point) -> How {
    match group.derivation(point) {
        None => How::Stated,
        Some(Derivation::SumOfParts(_)) => How::SumOfParts,
        Some(Derivation::RestOfWhole(_)) => How::RestOfWhole,
    }
}

fn compare_strands(group: &Group<'_>, containment: &Containment, findings: &mut Findings) {
    let (inner, outer) = (&group.series[containment.inner.0], &group.series[containment.outer.0]);
    // Two bounds that were both worked out say nothing that the figures behind them do not say.
    if inner.derived && outer.derived {
        return;
    }
    let floors = inner.strand_points(containment.inner.1);
    let ceilings = outer.strand_points(containment.outer.1);
    let bounds: fn(&Point) -> Bounds = |point| point.bounds;
    let mut found = if inner.kind == Kind::Stock {
        at_one_time(&floors, &ceilings)
    } else {
        contradictions(&floors, &ceilings, bounds)
    };
    // A sum of parts is worth a word only where the parts alone are not above the ceiling already.
    if inner.derived {
        found.retain(|contradiction| !part_alone_suffices(group, contradiction, &floors, &ceilings));
    }
    if found.is_empty() {
        return;
    }
    let (certainty, readings) = certainty(group, containment);
    let cause = if certainty == Certainty::DependsOnReading { Cause::Definition } else { Cause::TrueConflict };
    let key = Key { rule: ID, topic: topic(group, outer), first: inner.key.source, second: Some(outer.key.source) };
    for run in found.chunk_by(|a, b| consecutive(&ceilings, a.ceiling, b.ceiling)) {
        let pair = |contradiction: &Contradiction| {
            let points = contradiction.floor_points(&floors);
            let ceiling = &ceilings[contradiction.ceiling as usize];
            Pair {
                first: points.iter().flat_map(|point| group.claims_of(point)).collect(),
                second: group.claims_of(ceiling),
                figures: Some(shown(outer, contradiction.low, ceiling.bounds.high.unwrap_or_default())),
                first_how: if points.len() > 1 { How::Chain } else { how(group, points[0]) },
                second_how: how(group, ceiling),
                readings: readings.clone(),
                voice,
            }
        };
        let days = |contradiction: &Contradiction| ceilings[contradiction.ceiling as usize].to;
        let high =
            |contradiction: &Contradiction| ceilings[contradiction.ceiling as usize].bounds.high.unwrap_or_default();
        let wider = |a: &&Contradiction, b: &&Contradiction| {
            let (x, y) = (high(a), high(b));
            let first = |contradiction: &Contradiction| ceilings[contradiction.ceiling as usize].claim;
            a.low
                .compare_ratio(x, b.low, y)
                .then_with(|| a.low.minus(x).cmp(&b.low.minus(y)))
                .then_with(|| first(b).cmp(&first(a)))
        };
        let (Some(first), Some(last), Some(widest)) = (run.first(), run.last(), run.iter().max_by(wider)) else {
            continue;
        };
        findings.add(
            key,
            Run {
                from: days(first),
                to: days(last),
                pairs: run.len() as u64,
                certainty,
                level: Level::Conflict,
                cause,
                widest: pair(widest),
                latest: pair(last),
            },
        );
    }
}

/// A floor and a ceiling as a reader wants them: nobody counts half a tank, so the room around a count
/// ends at whole numbers.
fn shown(series: &Series<'_>, low: Count, high: Count) -> (Count, Count) {
    let (low, high) = (low.as_stated(), high.as_stated());
    match series.kind {
        Kind::Count => (low.rounded_up(), high.rounded_down()),
        _ => (low, high),
    }
}

/// Whether no ceiling of a later day lies between two contradicted ones.
pub(crate) fn consecutive(ceilings: &[Point], a: u32, b: u32) -> bool {
    b - a == 1 || ceilings[a as usize + 1..b as usize].iter().all(|between| between.bounds.high.is_none())
}

fn part_alone_suffices(group: &Group<'_>, contradiction: &Contradiction, floors: &[Point], ceilings: &[Point]) -> bool {
    let high = ceilings[contradiction.ceiling as usize].bounds.high;
    let percent = group.corpus.settings.about_percent;
    contradiction.floor_points(floors).iter().flat_map(|point| group.claims_of(point)).any(|claim| {
        let Value::Count(figure) = group.corpus.claim(claim).value else { return false };
        high.is_some_and(|high| figure.bounds(percent).low > high)
    })
}

/// A stock is compared only with itself on the same days.
fn at_one_time(floors: &[Point], ceilings: &[Point]) -> Vec<Contradiction> {
    let mut found = Vec::new();
    for (position, ceiling) in ceilings.iter().enumerate() {
        let start = floors.partition_point(|floor| (floor.to, floor.from) < (ceiling.to, ceiling.from));
        let same = floors[start..]
            .iter()
            .enumerate()
            .take_while(|(_, floor)| (floor.to, floor.from) == (ceiling.to, ceiling.from));
        let strongest = same.max_by_key(|(place, floor)| (floor.bounds.low, std::cmp::Reverse(*place)));
        if let Some((place, floor)) = strongest.filter(|(_, floor)| floor.bounds.exceeds(ceiling.bounds)) {
            let floor_place = gainsay_align::Floor::One((start + place) as u32);
            found.push(Contradiction { ceiling: position as u32, floor: floor_place, low: floor.bounds.low });
        }
    }
    found
}

/// Two totals of one source bracket what lies between them: a figure for a month, by a source that
/// counts the same, cannot be above the later total less the earlier one, nor below it.
fn compare_differences(group: &Group<'_>, containment: &Containment, findings: &mut Findings) {
    let (inner, outer) = (&group.series[containment.inner.0], &group.series[containment.outer.0]);
    if inner.kind != Kind::Count || inner.derived || outer.derived {
        return;
    }
    let (figures, totals) = (inner.strand_points(containment.inner.1), outer.strand_points(containment.outer.1));
    let (certainty, readings) = certainty(group, containment);
    let mut compare = |figures: &[Point], totals: &[Point], inner_first: bool| {
        let origin = totals.iter().map(|point| point.from).min().unwrap_or(NO_TIME);
        let totals: Vec<&Point> = totals.iter().filter(|point| point.from == origin).collect();
        if totals.len() < 2 || is_no_time(origin) {
            return;
        }
        for figure in figures.iter().filter(|figure| figure.from > origin) {
            let Some((earlier, later, difference)) = bracket(&totals, figure, inner_first) else { continue };
            let (excess, larger, smaller) = if inner_first {
                let Some(high) = difference.high else { continue };
                (figure.bounds.low > high, figure.bounds.low, high)
            } else {
                let Some(high) = figure.bounds.high else { continue };
                (difference.low > high, difference.low, high)
            };
            if !excess {
                continue;
            }
            let (figure_side, total_side) = (vec![figure.claim], vec![earlier.claim, later.claim]);
            let (first, second, first_how, second_how) = if inner_first {
                (figure_side, total_side, How::Stated, How::Difference)
            } else {
                (total_side, figure_side, How::Difference, How::Stated)
            };
            let pair = Pair {
                first,
                second,
                figures: Some(shown(outer, larger, smaller)),
                first_how,
                second_how,
                readings: readings.clone(),
                voice,
            };
            let key =
                Key { rule: ID, topic: topic(group, outer), first: inner.key.source, second: Some(outer.key.source) };
            let cause = if certainty == Certainty::DependsOnReading { Cause::Definition } else { Cause::TrueConflict };
            findings.add(key, Run::one(figure.from, figure.to, certainty, Level::Conflict, cause, pair));
        }
    };
    compare(&figures, &totals, true);
    compare(&totals, &figures, false);
}

/// The totals that bracket a figure's days, from outside for a ceiling and from inside for a floor.
fn bracket<'p>(totals: &[&'p Point], figure: &Point, from_outside: bool) -> Option<(&'p Point, &'p Point, Bounds)> {
    let before = totals.partition_point(|total| total.to < figure.from);
    let until = totals.partition_point(|total| total.to <= figure.to);
    let (earlier, later) = if from_outside {
        let later = totals[before..].iter().find(|total| total.to >= figure.to)?;
        (totals[before.checked_sub(1)?], *later)
    } else {
        let exact = before.checked_sub(1).filter(|&place| totals[place].to == figure.from - 1);
        (*totals.get(exact.unwrap_or(before))?, totals[until.checked_sub(1)?])
    };
    if earlier.to >= later.to || later.bounds.high.is_some_and(|high| high < earlier.bounds.low) {
        return None;
    }
    let low = earlier.bounds.high.map_or(Count::ZERO, |high| later.bounds.low.minus(high));
    Some((earlier, later, Bounds { low, high: later.bounds.high.map(|high| high.minus(earlier.bounds.low)) }))
}

/// The bound that a claim gives in the direction that matters.
fn limit(claim: &Claim, count: Count, word: &str) -> String {
    match &claim.value {
        Value::Count(figure) if figure.figure() != count && figure.upper_figure() != count => {
            format!("; {word} {count} with the room that the wording leaves")
        }
        _ => String::new(),
    }
}

fn voice(corpus: &Corpus, pair: &Pair) -> (String, Vec<String>) {
    let (low, high) = pair.figures.unwrap_or_default();
    let (floor, ceiling) =
        (*pair.first.last().unwrap_or(&pair.second[0]), *pair.second.last().unwrap_or(&pair.first[0]));
    let mut because = Vec::new();
    for (claims, how, bound, word) in
        [(&pair.first, pair.first_how, low, "at least"), (&pair.second, pair.second_how, high, "at most")]
    {
        for &claim in claims.iter().take(12) {
            let limit = if how == How::Stated { limit(corpus.claim(claim), bound, word) } else { String::new() };
            because.push(words::gives(corpus, claim) + &limit);
        }
        if claims.len() > 12 {
            because.push(format!("and {} more figures like these", claims.len() - 12));
        }
        because.extend(words::worked_out(how, bound));
    }
    if pair.first_how != How::Difference && pair.second_how != How::Difference {
        because.extend(words::inside(corpus, floor, ceiling));
    }
    because.extend(words::readings(corpus, pair));
    let value = |how: How, claim: ClaimId| if how == How::Stated { Some(&corpus.claim(claim).value) } else { None };
    let least = match value(pair.first_how, floor) {
        Some(Value::Count(CountValue::MoreThan(_))) => format!("must be above {low}"),
        _ => format!("cannot be below {low}"),
    };
    let most = match value(pair.second_how, ceiling) {
        Some(Value::Count(CountValue::LessThan(_))) => format!("below {high}"),
        _ => format!("{high} at most"),
    };
    because.push(format!("so the second {least}, yet it is {most}"));
    let summary = format!(
        "{}; {}",
        side(corpus, &pair.first, pair.first_how, low),
        side(corpus, &pair.second, pair.second_how, high)
    );
    (summary, because)
}

fn side(corpus: &Corpus, claims: &[gainsay_claim::ClaimId], how: How, bound: Count) -> String {
    let last = claims[claims.len() - 1];
    match how {
        How::Stated => words::said(corpus, last),
        _ => {
            let claim = corpus.claim(last);
            let what = match how {
                How::SumOfParts => "the parts that it gives add up to",
                How::RestOfWhole => "what it gives as the whole, less the other parts, leaves",
                How::Chain => "its figures one after the other add up to",
                _ => "its totals differ by",
            };
            let until = claim
                .period
                .map_or_else(String::new, |period| format!(" to {}", gainsay_claim::period::DayInWords(period.to())));
            format!("{}: {what} {bound}{until}", words::source(corpus, claim.source))
        }
    }
}
