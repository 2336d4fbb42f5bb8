//! Groups: everything that could bear on one quantity, one family of measures for one root subject.

use crate::series::{Derivation, Point, Series, SeriesKey, Strand, claim_days};
use gainsay_claim::vocabulary::Kind;
use gainsay_claim::{Bounds, ClaimId, Corpus, MeasureId, SubjectId};
use std::collections::{BTreeSet, HashMap};
use std::ops::Range;

/// The claims of a corpus in the order in which they are compared. Corrected claims are left out.
#[derive(Clone, Debug, Default)]
pub struct Groups {
    order: Vec<ClaimId>,
    series: Vec<(SeriesKey, Range<usize>)>,
    /// Each group as a range of series.
    groups: Vec<Range<usize>>,
}

/// The series of one family and root subject.
#[derive(Clone, Debug)]
pub struct Group<'a> {
    /// The corpus that the claims are in.
    pub corpus: &'a Corpus,
    /// The series, and behind them those worked out from sums.
    pub series: Vec<Series<'a>>,
    /// How the points of derived series came about.
    pub derivations: Vec<Derivation>,
    /// The accounts that depart from what the source itself published, in rising order.
    pub disputed: Vec<ClaimId>,
}

fn series_key(corpus: &Corpus, number: ClaimId) -> SeriesKey {
    let claim = corpus.claim(number);
    SeriesKey {
        source: claim.source,
        measure: claim.measure,
        subject: claim.subject,
        place: claim.place,
        basis: claim.basis,
    }
}

impl Groups {
    /// Sorts the claims of a corpus into groups: n log n.
    pub fn of(corpus: &Corpus) -> Groups {
        let vocabulary = &corpus.vocabulary;
        let group_of = |key: SeriesKey| {
            let family = MeasureId(vocabulary.measure(key.measure).family);
            (family, SubjectId(vocabulary.subject(key.subject).entry.root))
        };
        let mut numbers: HashMap<SeriesKey, u32> = HashMap::new();
        let mut keys: Vec<SeriesKey> = Vec::new();
        let mut last: Option<(SeriesKey, u32)> = None;
        let mut rows: Vec<(u32, i32, i32, ClaimId)> = Vec::with_capacity(corpus.claims.len());
        for index in 0..corpus.claims.len() {
            let claim = ClaimId(index as u32);
            if corpus.correction(claim).is_some() {
                continue;
            }
            let key = series_key(corpus, claim);
            let number = match last {
                Some((known, number)) if known == key => number,
                _ => *numbers.entry(key).or_insert_with(|| {
                    keys.push(key);
                    (keys.len() - 1) as u32
                }),
            };
            last = Some((key, number));
            let (from, to) = claim_days(corpus.claim(claim), corpus.vocabulary.measure(key.measure).kind);
            rows.push((number, to, from, claim));
        }
        let mut ranked: Vec<u32> = (0..keys.len() as u32).collect();
        ranked.sort_unstable_by_key(|&number| (group_of(keys[number as usize]), keys[number as usize]));
        let mut rank = vec![0u32; keys.len()];
        for (place, &number) in ranked.iter().enumerate() {
            rank[number as usize] = place as u32;
        }
        for row in &mut rows {
            row.0 = rank[row.0 as usize];
        }
        rows.sort_unstable();
        let mut series: Vec<(SeriesKey, Range<usize>)> = Vec::with_capacity(keys.len());
        let mut start = 0;
        for run in rows.chunk_by(|a, b| a.0 == b.0) {
            series.push((keys[ranked[run[0].0 as usize] as usize], start..start + run.len()));
            start += run.len();
        }
        let mut groups: Vec<Range<usize>> = Vec::new();
        let mut start = 0;
        for run in series.chunk_by(|a, b| group_of(a.0) == group_of(b.0)) {
            groups.push(start..start + run.len());
            start += run.len();
        }
        Groups { order: rows.into_iter().map(|row| row.3).collect(), series, groups }
    }

    /// How many groups there are.
    pub fn len(&self) -> usize {
        self.groups.len()
    }

    /// Whether there is nothing to compare.
    pub fn is_empty(&self) -> bool {
        self.groups.is_empty()
    }

    /// How many claims a group has.
    pub fn size(&self, index: usize) -> usize {
        self.series[self.groups[index].clone()].iter().map(|(_, claims)| claims.len()).sum()
    }

    /// Every series, with its claims in the order of their last day, first day and id.
    pub fn series(&self) -> impl Iterator<Item = (SeriesKey, &[ClaimId])> {
        self.series.iter().map(|(key, claims)| (*key, &self.order[claims.clone()]))
    }

    /// One group, with its series laid out.
    pub fn group<'a>(&self, corpus: &'a Corpus, index: usize) -> Group<'a> {
        let mut group = Group { corpus, series: Vec::new(), derivations: Vec::new(), disputed: Vec::new() };
        for (key, claims) in &self.series[self.groups[index].clone()] {
            let mut series = Series::empty(*key, corpus.vocabulary.measure(key.measure).kind);
            series.points.reserve_exact(claims.len());
            for &claim in &self.order[claims.clone()] {
                series.push(corpus, claim);
            }
            group.series.push(series);
        }
        for claim in group.disputed_accounts() {
            group.hedge(claim);
        }
        group.derive_sums();
        group
    }
}

impl<'a> Group<'a> {
    /// The series that claims themselves make.
    pub fn stated(&self) -> impl Iterator<Item = &Series<'a>> {
        self.series.iter().filter(|series| !series.derived)
    }

    /// The claims that a point rests on.
    pub fn claims_of(&self, point: &Point) -> Vec<ClaimId> {
        match self.derivation(point) {
            Some(derivation) => derivation.claims().to_vec(),
            None => vec![point.claim],
        }
    }

    /// How a point came about, where it is not a claim's own figure.
    pub fn derivation(&self, point: &Point) -> Option<&Derivation> {
        point.derivation.map(|number| &self.derivations[number as usize])
    }

    /// Treats an account as hedged: it departs from what the source itself published.
    fn hedge(&mut self, claim: ClaimId) {
        let key = series_key(self.corpus, claim);
        let Ok(place) = self.series.binary_search_by_key(&key, |series| series.key) else { return };
        let series = &mut self.series[place];
        let (from, to) = claim_days(self.corpus.claim(claim), series.kind);
        let start = series.points.partition_point(|point| (point.to, point.from) < (to, from));
        let Some(offset) = series.points[start..].iter().position(|point| point.claim == claim) else { return };
        let place = start + offset;
        let strand = Strand { hedged: true, ..series.strands[series.points[place].strand as usize] };
        series.points[place].strand = series.strand(strand);
        self.disputed.push(claim);
    }

    /// Passes bounds through sums, both ways: parts that a source gives make a floor (and, where it
    /// gives them all for the same days, a ceiling) of their whole; a whole less the other parts
    /// bounds the part that is left.
    fn derive_sums(&mut self) {
        let vocabulary = &self.corpus.vocabulary;
        let mut wholes: Vec<MeasureId> = Vec::new();
        let mut places: HashMap<SeriesKey, usize> = HashMap::new();
        for (position, series) in self.series.iter().enumerate() {
            if series.kind != Kind::Count {
                continue;
            }
            places.insert(series.key, position);
            for &whole in &vocabulary.measure(series.key.measure).entry.ancestors {
                let whole = MeasureId(whole);
                if vocabulary.measure(whole).sum_of.contains(&series.key.measure) && !wholes.contains(&whole) {
                    wholes.push(whole);
                }
            }
        }
        wholes.sort_unstable();
        for whole in wholes {
            let parts = &vocabulary.measure(whole).sum_of;
            let of_parts = self.stated().filter(|series| parts.contains(&series.key.measure));
            let keys: BTreeSet<SeriesKey> = of_parts.map(|series| SeriesKey { measure: whole, ..series.key }).collect();
            for key in keys {
                let given: Vec<Option<usize>> =
                    parts.iter().map(|&measure| places.get(&SeriesKey { measure, ..key }).copied()).collect();
                if given.iter().flatten().count() > 1 {
                    self.derive_whole(key, &given);
                }
                if let Some(&whole) = places.get(&key) {
                    self.derive_rest(key, whole, parts, &given);
                }
            }
        }
    }

    fn derive_whole(&mut self, key: SeriesKey, given: &[Option<usize>]) {
        let mut rows: Vec<(i32, i32, usize, Point)> = Vec::new();
        for (part, position) in given.iter().enumerate() {
            for point in position.iter().flat_map(|&position| &self.series[position].points) {
                rows.push((point.from, point.to, part, *point));
            }
        }
        rows.sort_unstable_by_key(|row| (row.0, row.1, row.2, row.3.claim));
        let mut points: Vec<(Point, Vec<ClaimId>, bool)> = Vec::new();
        for run in rows.chunk_by(|a, b| a.0 == b.0) {
            let mut floors: Vec<Option<Point>> = vec![None; given.len()];
            for day in run.chunk_by(|a, b| a.1 == b.1) {
                let mut today: Vec<Option<Point>> = vec![None; given.len()];
                for (_, _, part, point) in day {
                    if floors[*part].is_none_or(|known| known.bounds.low < point.bounds.low) {
                        floors[*part] = Some(*point);
                    }
                    today[*part] = today[*part].or(Some(*point));
                }
                let known: Vec<Point> = floors.iter().flatten().copied().collect();
                if known.len() < 2 {
                    continue;
                }
                let mut claims: Vec<ClaimId> = known.iter().map(|point| point.claim).collect();
                let complete: Option<Vec<Point>> = today.iter().copied().collect();
                let sum = |of: fn(&Point) -> Bounds| Bounds {
                    low: known.iter().map(|point| of(point).low).sum(),
                    high: complete.as_ref().and_then(|parts| parts.iter().map(|point| of(point).high).sum()),
                };
                if let Some(parts) = &complete {
                    claims.extend(parts.iter().map(|point| point.claim));
                }
                claims.sort_unstable();
                claims.dedup();
                let hedged = claims.iter().any(|&claim| self.corpus.claim(claim).hedged);
                let point = Point {
                    claim: claims[0],
                    from: day[0].0,
                    to: day[0].1,
                    strand: 0,
                    derivation: None,
                    bounds: sum(|point| point.bounds),
                    stated: sum(|point| point.stated),
                };
                points.push((point, claims, hedged));
            }
        }
        self.add_derived(key, points, Derivation::SumOfParts);
    }

    fn derive_rest(&mut self, key: SeriesKey, whole: usize, parts: &[MeasureId], given: &[Option<usize>]) {
        for (missing, &measure) in parts.iter().enumerate() {
            let mut points = Vec::new();
            for point in &self.series[whole].points {
                let plain = self.series[whole].strands[point.strand as usize].senses == [key.measure];
                let others: Vec<Point> = given
                    .iter()
                    .enumerate()
                    .filter(|(part, _)| *part != missing)
                    .filter_map(|(_, position)| self.series[(*position)?].at(point.from, point.to))
                    .collect();
                if !plain || others.is_empty() {
                    continue;
                }
                let all = others.len() + 1 == parts.len();
                let rest = |of: fn(&Point) -> Bounds| Bounds {
                    low: match others.iter().map(|other| of(other).high).sum::<Option<_>>() {
                        Some(most) if all => of(point).low.minus(most),
                        _ => gainsay_claim::Count::ZERO,
                    },
                    high: of(point).high.map(|high| high.minus(others.iter().map(|other| of(other).low).sum())),
                };
                let mut claims = vec![point.claim];
                claims.extend(others.iter().map(|other| other.claim));
                let hedged = claims.iter().any(|&claim| self.corpus.claim(claim).hedged);
                let derived = Point {
                    strand: 0,
                    bounds: rest(|point| point.bounds),
                    stated: rest(|point| point.stated),
                    ..*point
                };
                points.push((derived, claims, hedged));
            }
            self.add_derived(SeriesKey { measure, ..key }, points, Derivation::RestOfWhole);
        }
    }

    fn add_derived(
        &mut self,
        key: SeriesKey,
        points: Vec<(Point, Vec<ClaimId>, bool)>,
        how: fn(Vec<ClaimId>) -> Derivation,
    ) {
        if points.is_empty() {
            return;
        }
        let vocabulary = &self.corpus.vocabulary;
        let mut series = Series::empty(key, Kind::Count);
        series.derived = true;
        for (mut point, claims, hedged) in points {
            point.strand = series.strand(Strand { senses: &vocabulary.measure(key.measure).senses, hedged });
            point.derivation = Some(self.derivations.len() as u32);
            self.derivations.push(how(claims));
            series.points.push(point);
        }
        series.points.sort_unstable_by_key(|point| (point.to, point.from, point.claim));
        self.series.push(series);
    }
}

impl Series<'_> {
    /// The first point that covers just these days.
    pub fn at(&self, from: i32, to: i32) -> Option<Point> {
        let place = self.points.partition_point(|point| (point.to, point.from) < (to, from));
        self.points.get(place).filter(|point| (point.from, point.to) == (from, to)).copied()
    }
}
