//! Accounts of one statement: which of them carry the same figure, and which depart from the others.
//!
//! A report of a statement is not a second statement. An account that departs from the source's own
//! publication, or from another account where there is none, is treated as hedged when it is set
//! against other sources: the disagreement may lie in the retelling.

use crate::group::Group;
use crate::series::{Point, Series};
use gainsay_claim::rounding::same_figure;
use gainsay_claim::{Claim, ClaimId, CountValue, Value};
use std::collections::{BTreeSet, HashMap};

/// Two claims by which one statement is given to two measures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Shift {
    /// The account with the wider measure, or the source's own publication.
    pub statement: ClaimId,
    /// The account that departs from it.
    pub account: ClaimId,
}

/// Whether two figures can be accounts of one statement: the same number, rounded or not, or bounds
/// that one leaves for the other.
pub fn same_statement(a: CountValue, b: CountValue) -> bool {
    let numbers = |value: CountValue| [value.figure(), value.upper_figure()];
    if numbers(a).iter().any(|&one| numbers(b).iter().any(|&other| same_figure(one, other))) {
        return true;
    }
    let (x, y) = (a.stated_bounds(), b.stated_bounds());
    match (x.high, y.high) {
        // "At least 47,000" is no account of "40,000 to 55,000": it says more than was said.
        (None, Some(high)) if y.low < high => x.low <= y.low,
        (Some(high), None) if x.low < high => y.low <= x.low,
        (Some(_), Some(_))
            if x.low == y.low || matches!((a, b), (CountValue::Between(..), _) | (_, CountValue::Between(..))) =>
        {
            x.meets(y)
        }
        (Some(_), Some(_)) => {
            matches!(
                (a, b),
                (CountValue::AtMost(_) | CountValue::LessThan(_), _)
                    | (_, CountValue::AtMost(_) | CountValue::LessThan(_))
            ) && x.meets(y)
        }
        _ => x.meets(y),
    }
}

/// Whether two figures under different words are one figure: the same bounds, or a point and its
/// rounded form. Two measures of one text lie close to each other by chance, so the rounding may
/// move the figure by a fiftieth at most, and a range is no account of a point.
fn is_one_figure(a: CountValue, b: CountValue) -> bool {
    let is_range = |value| matches!(value, CountValue::Between(..) | CountValue::Order(_));
    let (x, y) = (a.figure(), b.figure());
    let apart = x.minus(y).plus(y.minus(x)).millionths();
    if is_range(a) || is_range(b) {
        return a.stated_bounds() == b.stated_bounds();
    }
    x == y || (same_figure(x, y) && apart * 50 <= x.max(y).millionths())
}

/// Whether two claims were said on one day, or may have been.
pub fn said_together(a: &Claim, b: &Claim) -> bool {
    a.said == b.said || a.said.is_none() || b.said.is_none()
}

/// Whether two claims may have been said by one mouth: two speakers make two statements.
pub fn one_speaker(a: &Claim, b: &Claim) -> bool {
    a.words.speaker().zip(b.words.speaker()).is_none_or(|(a, b)| a == b)
}

fn count(claim: &Claim) -> Option<CountValue> {
    match claim.value {
        Value::Count(value) => Some(value),
        _ => None,
    }
}

impl Group<'_> {
    /// The accounts that depart from the source's own words, or from each other.
    pub(crate) fn disputed_accounts(&self) -> BTreeSet<ClaimId> {
        let mut disputed = BTreeSet::new();
        for series in self.stated() {
            for points in series.same_period() {
                self.dispute_figures(points, &mut disputed);
            }
        }
        for Shift { account, .. } in self.shifts() {
            disputed.insert(account);
        }
        disputed
    }

    fn dispute_figures(&self, points: &[Point], disputed: &mut BTreeSet<ClaimId>) {
        let claims: Vec<(ClaimId, &Claim, CountValue)> = points
            .iter()
            .filter_map(|point| {
                let claim = self.corpus.claim(point.claim);
                Some((point.claim, claim, count(claim)?))
            })
            .collect();
        if !claims.iter().any(|(_, claim, _)| claim.retold) {
            return;
        }
        let own = claims.iter().any(|(_, claim, _)| !claim.retold);
        for (number, claim, value) in claims.iter().filter(|(_, claim, _)| claim.retold) {
            let departs = claims.iter().any(|(other, account, figure)| {
                other != number
                    && (!own || !account.retold)
                    && said_together(claim, account)
                    && one_speaker(claim, account)
                    && !same_statement(*value, *figure)
            });
            if departs {
                disputed.insert(*number);
            }
        }
    }

    /// Statements whose figure two accounts give to two measures of which one contains the other or
    /// may mean it. Nothing is said of documents that carry both measures: the source gave both.
    pub fn shifts(&self) -> Vec<Shift> {
        let mut series: HashMap<_, Vec<&Series<'_>>> = HashMap::new();
        for one in self.stated() {
            series.entry((one.key.source, one.key.subject, one.key.place)).or_default().push(one);
        }
        let mut shifts = Vec::new();
        for together in series.values() {
            for (position, &a) in together.iter().enumerate() {
                for &b in &together[position + 1..] {
                    if a.key.measure != b.key.measure && self.measures_are_close(a, b) {
                        self.shifts_between(a, b, &mut shifts);
                    }
                }
            }
        }
        shifts.sort_unstable();
        shifts.dedup();
        shifts
    }

    fn measures_are_close(&self, a: &Series<'_>, b: &Series<'_>) -> bool {
        let vocabulary = &self.corpus.vocabulary;
        // A wording that the source has narrowed to the other measure is no other measure.
        let means_the_same = a.strands.iter().all(|x| b.strands.iter().all(|y| x.senses == y.senses));
        !means_the_same
            && (vocabulary.measure_contains(a.key.measure, b.key.measure)
                || vocabulary.measure_contains(b.key.measure, a.key.measure)
                || vocabulary.measure(a.key.measure).senses.contains(&b.key.measure)
                || vocabulary.measure(b.key.measure).senses.contains(&a.key.measure))
    }

    fn shifts_between(&self, a: &Series<'_>, b: &Series<'_>, shifts: &mut Vec<Shift>) {
        let senses = |claim: &Claim| self.corpus.vocabulary.senses(claim.measure, claim.source, claim.said);
        let (small, large) = if a.points.len() <= b.points.len() { (a, b) } else { (b, a) };
        for point in &small.points {
            for other in large.over(point.from, point.to) {
                let (x, y) = (self.corpus.claim(point.claim), self.corpus.claim(other.claim));
                let (Some(first), Some(second)) = (count(x), count(y)) else { continue };
                let one_figure = is_one_figure(first, second);
                let apart = x.document != y.document
                    && (x.retold || y.retold)
                    && !self.carries_both(small, large, point, other);
                let within = x.document == y.document && first.figure() >= 1_000.into();
                if !one_figure || !said_together(x, y) || !one_speaker(x, y) || !(apart || within) {
                    continue;
                }
                if senses(x) == senses(y) {
                    continue;
                }
                let wider =
                    self.corpus.vocabulary.measure_contains(x.measure, y.measure) || senses(x).contains(&y.measure);
                let first_is_statement = if x.retold == y.retold { wider } else { !x.retold };
                let (statement, account) =
                    if first_is_statement { (point.claim, other.claim) } else { (other.claim, point.claim) };
                shifts.push(Shift { statement, account });
            }
        }
    }

    /// Whether one of two documents gives figures for both measures over the same days.
    fn carries_both(&self, a: &Series<'_>, b: &Series<'_>, x: &Point, y: &Point) -> bool {
        let document = |point: &Point| self.corpus.claim(point.claim).document;
        b.over(x.from, x.to).iter().any(|point| document(point) == document(x))
            || a.over(y.from, y.to).iter().any(|point| document(point) == document(y))
    }
}

impl Series<'_> {
    /// The points that cover just these days.
    pub fn over(&self, from: i32, to: i32) -> &[Point] {
        let start = self.points.partition_point(|point| (point.to, point.from) < (to, from));
        let end = self.points.partition_point(|point| (point.to, point.from) <= (to, from));
        &self.points[start..end]
    }
}
