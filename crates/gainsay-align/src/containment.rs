//! Which series lies inside which: X ≤ Y whenever every dimension of X lies inside Y's.

use crate::group::Group;
use crate::series::{Series, Strand};
use gainsay_claim::vocabulary::Kind;
use gainsay_claim::{Basis, MeasureId, PlaceId, SubjectId, Vocabulary};
use std::collections::HashMap;

/// A meaning of the inner wording together with one of the outer wording.
pub type ReadingPair = (MeasureId, MeasureId);

/// The strands of a group by what they may count.
type ByMeaning = HashMap<(MeasureId, SubjectId, PlaceId), Vec<(usize, u16)>>;

/// One strand of a series whose quantity lies inside that of a strand of another.
#[derive(Clone, Debug)]
pub struct Containment {
    /// The place of the inner series in the group, and the strand.
    pub inner: (usize, u16),
    /// The place of the outer series in the group, and the strand.
    pub outer: (usize, u16),
    /// The pairs of meanings under which it lies inside.
    pub readings: Vec<ReadingPair>,
    /// Whether it lies inside under every pair of meanings.
    pub certain: bool,
}

/// The pairs of meanings under which one wording lies inside another, and whether all of them do.
pub fn readings_inside(vocabulary: &Vocabulary, inner: &[MeasureId], outer: &[MeasureId]) -> (Vec<ReadingPair>, bool) {
    let mut readings = Vec::new();
    for &part in inner {
        for &whole in outer {
            if vocabulary.measure_contains(whole, part) {
                readings.push((part, whole));
            }
        }
    }
    let certain = readings.len() == inner.len() * outer.len();
    (readings, certain)
}

/// Whether cases counted on one basis are among those counted on another, by the same or another source.
///
/// Each source documents its own cases, so only a total is a ceiling for others.
pub fn basis_inside(inner: Basis, outer: Basis, same_source: bool) -> bool {
    outer == Basis::Total || (same_source && inner == Basis::Documented)
}

impl<'a> Group<'a> {
    /// Every strand that lies inside another of a different series; `accept` picks the pairs by
    /// their series. Stocks and counts do not mix.
    ///
    /// A series is found through the ancestors of its measure, subject and place, so the cost grows
    /// with the number of series and not with its square.
    pub fn containments(&self, accept: impl Fn(&Series<'a>, &Series<'a>) -> bool) -> Vec<Containment> {
        let vocabulary = &self.corpus.vocabulary;
        let mut by_meaning = ByMeaning::new();
        for (position, series) in self.series.iter().enumerate() {
            for (number, strand) in series.strands.iter().enumerate() {
                for &sense in strand.senses {
                    by_meaning
                        .entry((sense, series.key.subject, series.key.place))
                        .or_default()
                        .push((position, number as u16));
                }
            }
        }
        let mut found = Vec::new();
        for (position, series) in self.series.iter().enumerate() {
            for (number, strand) in series.strands.iter().enumerate() {
                let mut outer = self.outer_strands(series, strand, &by_meaning);
                outer.sort_unstable();
                outer.dedup();
                for (whole, outer_strand) in outer {
                    let other = &self.series[whole];
                    let comparable = whole != position
                        && other.kind == series.kind
                        && basis_inside(series.key.basis, other.key.basis, series.key.source == other.key.source)
                        && accept(series, other);
                    if !comparable {
                        continue;
                    }
                    let (readings, certain) =
                        readings_inside(vocabulary, strand.senses, other.strands[outer_strand as usize].senses);
                    found.push(Containment {
                        inner: (position, number as u16),
                        outer: (whole, outer_strand),
                        readings,
                        certain,
                    });
                }
            }
        }
        found
    }

    fn outer_strands(&self, series: &Series<'a>, strand: &Strand<'a>, by_meaning: &ByMeaning) -> Vec<(usize, u16)> {
        let vocabulary = &self.corpus.vocabulary;
        let mut outer = Vec::new();
        let places: &[u32] = &vocabulary.place(series.key.place).entry.ancestors;
        for &sense in strand.senses {
            for &measure in &vocabulary.measure(sense).entry.ancestors {
                for &subject in &vocabulary.subject(series.key.subject).entry.ancestors {
                    for &place in places {
                        let key = (MeasureId(measure), SubjectId(subject), PlaceId(place));
                        outer.extend(by_meaning.get(&key).into_iter().flatten().copied());
                    }
                }
            }
        }
        outer
    }
}

/// Whether two kinds of measure are figures.
pub fn is_figure(kind: Kind) -> bool {
    matches!(kind, Kind::Count | Kind::Stock)
}
