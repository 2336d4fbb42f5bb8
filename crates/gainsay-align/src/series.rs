//! The claims of one source on one quantity, in the order of days.

use crate::containment::is_figure;
use chrono::{Datelike, NaiveDate};
use gainsay_claim::vocabulary::Kind;
use gainsay_claim::{Basis, Bounds, Claim, ClaimId, Corpus, Count, MeasureId, PlaceId, SourceId, SubjectId, Value};
use std::borrow::Cow;

/// A day as a number, so that millions of them sort fast: days since 1 January of the year 1, which is day 1.
pub type Day = i32;

/// The day of a claim that has no time. It lies inside no period but its own.
pub const NO_TIME: Day = i32::MIN;

/// The number of a day.
pub fn day_number(day: NaiveDate) -> Day {
    day.num_days_from_ce()
}

/// The day of a number; nothing for [`NO_TIME`].
pub fn day_of(day: Day) -> Option<NaiveDate> {
    NaiveDate::from_num_days_from_ce_opt(day)
}

/// How the bounds of a point came about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Derivation {
    /// The sum of a source's figures for the parts of a measure.
    SumOfParts(Vec<ClaimId>),
    /// A source's figure for the whole, less its figures for the other parts.
    RestOfWhole(Vec<ClaimId>),
}

impl Derivation {
    /// The claims that it rests on.
    pub fn claims(&self) -> &[ClaimId] {
        match self {
            Derivation::SumOfParts(claims) | Derivation::RestOfWhole(claims) => claims,
        }
    }
}

/// One claim in a series: the days it covers and the bounds it gives.
#[derive(Clone, Copy, Debug)]
pub struct Point {
    /// The claim; of a derived point the first one that it rests on.
    pub claim: ClaimId,
    /// The first day.
    pub from: Day,
    /// The last day.
    pub to: Day,
    /// Which of the series' strands it belongs to.
    pub strand: u16,
    /// The number of its derivation in the group; none for a claim's own figure.
    pub derivation: Option<u32>,
    /// The bounds between sources, with room for "about".
    pub bounds: Bounds,
    /// The bounds as stated, for use within one source.
    pub stated: Bounds,
}

impl Point {
    /// The lower and the upper end of the figure as it stands in the claim; both are the figure where it is one.
    pub fn figures(&self) -> (Count, Count) {
        let Bounds { low, high } = self.stated;
        let upper = high.unwrap_or(low);
        let lower = if low == Count::ZERO { upper } else { low };
        (lower.as_stated(), upper.as_stated())
    }
}

/// Points of a series whose words have one meaning: the same readings, all hedged or none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Strand<'a> {
    /// The definitions that the wording may mean.
    pub senses: &'a [MeasureId],
    /// Whether the source hedges.
    pub hedged: bool,
}

/// What a source gives figures for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SeriesKey {
    /// Who.
    pub source: SourceId,
    /// What is counted, dated or described.
    pub measure: MeasureId,
    /// Whose.
    pub subject: SubjectId,
    /// Where.
    pub place: PlaceId,
    /// Which cases.
    pub basis: Basis,
}

/// The claims of one source on one quantity, in the order of their last day, first day and id.
#[derive(Clone, Debug)]
pub struct Series<'a> {
    /// What it is a series of.
    pub key: SeriesKey,
    /// The kind of its measure.
    pub kind: Kind,
    /// The meanings that its wording has over time.
    pub strands: Vec<Strand<'a>>,
    /// Its points: figures for counts and stocks, any value for the rest.
    pub points: Vec<Point>,
    /// Claims on the same thing that give no figure.
    pub without_figure: Vec<ClaimId>,
    /// Whether its points were worked out from other series.
    pub derived: bool,
}

impl<'a> Series<'a> {
    pub(crate) fn empty(key: SeriesKey, kind: Kind) -> Series<'a> {
        Series { key, kind, strands: Vec::new(), points: Vec::new(), without_figure: Vec::new(), derived: false }
    }

    /// Adds a claim; claims come in the order of days.
    pub(crate) fn push(&mut self, corpus: &'a Corpus, number: ClaimId) {
        let claim = corpus.claim(number);
        let (bounds, stated) = match &claim.value {
            Value::Count(figure) => (figure.bounds(corpus.settings.about_percent), figure.stated_bounds()),
            Value::Date(_) | Value::State(_) | Value::Happened(_) => {
                let open = Bounds { low: Count::ZERO, high: None };
                (open, open)
            }
            _ => {
                self.without_figure.push(number);
                return;
            }
        };
        let senses = corpus.vocabulary.senses(claim.measure, claim.source, claim.said);
        let strand = self.strand(Strand { senses, hedged: claim.hedged });
        let (from, to) = claim_days(claim, self.kind);
        self.points.push(Point { claim: number, from, to, strand, derivation: None, bounds, stated });
    }

    pub(crate) fn strand(&mut self, strand: Strand<'a>) -> u16 {
        match self.strands.iter().position(|known| *known == strand) {
            Some(position) => position as u16,
            None => {
                self.strands.push(strand);
                (self.strands.len() - 1) as u16
            }
        }
    }

    /// The points of one strand, in their order.
    pub fn strand_points(&self, strand: u16) -> Cow<'_, [Point]> {
        if self.strands.len() == 1 {
            Cow::Borrowed(&self.points)
        } else {
            Cow::Owned(self.points.iter().filter(|point| point.strand == strand).copied().collect())
        }
    }

    /// The points that cover the same days, as slices of two or more claims.
    pub fn same_period(&self) -> impl Iterator<Item = &[Point]> {
        self.points.chunk_by(|a, b| (a.from, a.to) == (b.from, b.to)).filter(|points| points.len() > 1)
    }

    /// The points that start on one day, as running totals do, by that day; each in the order of last days.
    pub fn running_totals(&self) -> Vec<(Day, Vec<Point>)> {
        let mut by_start: Vec<Point> = self.points.clone();
        by_start.sort_by_key(|point| point.from);
        let mut totals: Vec<(Day, Vec<Point>)> =
            by_start.chunk_by(|a, b| a.from == b.from).map(|points| (points[0].from, points.to_vec())).collect();
        totals.retain(|(_, points)| points.first().map(|point| point.to) != points.last().map(|point| point.to));
        totals
    }
}

/// The days of a claim as numbers.
///
/// A figure without a period may be of any time up to the day it was said, so it is compared only with
/// figures without a period that were said on that day: each such day is a time of its own, outside
/// every period.
pub fn claim_days(claim: &Claim, kind: Kind) -> (Day, Day) {
    let day = match (claim.period, claim.said) {
        (Some(period), _) => return (day_number(period.from()), day_number(period.to())),
        (None, Some(said)) if is_figure(kind) => NO_TIME.saturating_add(day_number(said).max(0)),
        _ => NO_TIME,
    };
    (day, day)
}

/// Whether a day is no day of the calendar but the time of a claim without a period.
pub const fn is_no_time(day: Day) -> bool {
    day < NO_TIME / 2
}
