//! Floors above ceilings: the central rule, in n log n.
//!
//! A figure `y` is contradicted when some figure `x` of a contained quantity, over days inside those
//! of `y`, has `low(x) > high(y)`. For running totals this is the day-by-day running maximum of the
//! floors; for any periods it is a dominance query, answered from a binary indexed tree of maxima.

use crate::series::{Day, Point};
use gainsay_claim::{Bounds, ClaimId, Count};

/// What makes a floor: one figure, or a chain of disjoint periods added up; places in the list of floors.
#[derive(Clone, Debug)]
#[allow(missing_docs)]
pub enum Floor {
    One(u32),
    Chain(Box<[u32]>),
}

/// A figure together with the strongest floor above it.
#[derive(Clone, Debug)]
pub struct Contradiction {
    /// The place of the contradicted figure in the list of ceilings.
    pub ceiling: u32,
    /// The floor that it lies below.
    pub floor: Floor,
    /// The least that the floor leaves.
    pub low: Count,
}

impl Contradiction {
    /// The points that make the floor.
    pub fn floor_points<'p>(&self, floors: &'p [Point]) -> Vec<&'p Point> {
        match &self.floor {
            Floor::One(point) => vec![&floors[*point as usize]],
            Floor::Chain(points) => points.iter().map(|&point| &floors[point as usize]).collect(),
        }
    }
}

/// Every figure of `ceilings` that is contradicted by `floors`, each with its strongest floor, in
/// the order of `ceilings`. Both are in the order of their last day. `bounds` picks the bounds with
/// room for "about" or without.
pub fn contradictions(floors: &[Point], ceilings: &[Point], bounds: fn(&Point) -> Bounds) -> Vec<Contradiction> {
    if let Some(start) = one_start(floors) {
        return running_floors(start, floors, ceilings, bounds);
    }
    let mut found = single_floors(floors, ceilings, bounds);
    chained_floors(floors, ceilings, bounds, &mut found);
    found.into_iter().flatten().collect()
}

/// The day on which all of the points start, as running totals do.
fn one_start(points: &[Point]) -> Option<Day> {
    let start = points.first()?.from;
    points.iter().all(|point| point.from == start).then_some(start)
}

/// Floors that all start on one day are a running maximum. Most pairs of series are two running
/// totals, so this sweep touches nothing but the points, once each.
fn running_floors(
    start: Day,
    floors: &[Point],
    ceilings: &[Point],
    bounds: fn(&Point) -> Bounds,
) -> Vec<Contradiction> {
    let mut found = Vec::new();
    let mut best: Option<(Count, usize)> = None;
    let mut next = 0;
    for (position, ceiling) in ceilings.iter().enumerate() {
        while let Some(floor) = floors.get(next).filter(|floor| floor.to <= ceiling.to) {
            let low = bounds(floor).low;
            if stronger(low, floor.claim, best, floors) {
                best = Some((low, next));
            }
            next += 1;
        }
        let (Some((low, point)), Some(high)) = (best, bounds(ceiling).high) else { continue };
        if low > high && ceiling.from <= start {
            found.push(Contradiction { ceiling: position as u32, floor: Floor::One(point as u32), low });
        }
    }
    found
}

/// A larger floor is stronger; of equal ones the claim whose id comes first.
fn stronger(low: Count, claim: ClaimId, known: Option<(Count, usize)>, floors: &[Point]) -> bool {
    known.is_none_or(|(most, point)| low > most || (low == most && claim < floors[point].claim))
}

fn single_floors(floors: &[Point], ceilings: &[Point], bounds: fn(&Point) -> Bounds) -> Vec<Option<Contradiction>> {
    let mut found: Vec<Option<Contradiction>> = vec![None; ceilings.len()];
    let mut days: Vec<Day> = floors.iter().map(|point| point.to).collect();
    days.dedup();
    let mut by_start: Vec<usize> = (0..floors.len()).collect();
    by_start.sort_by_key(|&point| std::cmp::Reverse(floors[point].from));
    let mut queries: Vec<usize> =
        (0..ceilings.len()).filter(|&point| bounds(&ceilings[point]).high.is_some()).collect();
    queries.sort_by_key(|&point| std::cmp::Reverse(ceilings[point].from));
    let mut tree: Vec<Option<(Count, usize)>> = vec![None; days.len() + 1];
    let mut next = 0;
    for query in queries {
        let ceiling = &ceilings[query];
        while next < by_start.len() && floors[by_start[next]].from >= ceiling.from {
            let point = by_start[next];
            let low = bounds(&floors[point]).low;
            let mut node = days.partition_point(|&day| day < floors[point].to) + 1;
            while node <= days.len() {
                if stronger(low, floors[point].claim, tree[node], floors) {
                    tree[node] = Some((low, point));
                }
                node += node & node.wrapping_neg();
            }
            next += 1;
        }
        let mut node = days.partition_point(|&day| day <= ceiling.to);
        let mut best: Option<(Count, usize)> = None;
        while node > 0 {
            if let Some((low, point)) =
                tree[node].filter(|(low, point)| stronger(*low, floors[*point].claim, best, floors))
            {
                best = Some((low, point));
            }
            node -= node & node.wrapping_neg();
        }
        if let Some((low, point)) = best.filter(|(low, _)| bounds(ceiling).high.is_some_and(|high| *low > high)) {
            found[query] = Some(Contradiction { ceiling: query as u32, floor: Floor::One(point as u32), low });
        }
    }
    found
}

/// How many steps the search for chains may take for each figure, on the average. Real series stay
/// far below it; past it, only single figures are compared.
const STEPS_PER_FIGURE: usize = 256;

/// Adds up figures over disjoint periods inside a figure's days, where that makes a stronger floor:
/// a total and the increases stated since, or the days of a month.
fn chained_floors(
    floors: &[Point],
    ceilings: &[Point],
    bounds: fn(&Point) -> Bounds,
    found: &mut [Option<Contradiction>],
) {
    let mut by_start: Vec<usize> =
        (0..ceilings.len()).filter(|&point| bounds(&ceilings[point]).high.is_some()).collect();
    by_start.sort_by_key(|&point| (ceilings[point].from, ceilings[point].to, point));
    let mut steps = STEPS_PER_FIGURE * (floors.len() + ceilings.len());
    for run in by_start.chunk_by(|&a, &b| ceilings[a].from == ceilings[b].from) {
        let start = ceilings[run[0]].from;
        let end = ceilings[run[run.len() - 1]].to;
        let first = floors.partition_point(|point| point.to < start);
        let last = floors.partition_point(|point| point.to <= end);
        if last - first > steps {
            return;
        }
        steps -= last - first;
        chains_from(start, floors, first..last, run, &mut Search { ceilings, bounds, found });
    }
}

/// The best chain up to a point: its sum, its last point, and the chain before that.
#[derive(Clone, Copy)]
struct Link {
    to: Day,
    sum: Count,
    point: usize,
    before: Option<usize>,
}

struct Search<'a> {
    ceilings: &'a [Point],
    bounds: fn(&Point) -> Bounds,
    found: &'a mut [Option<Contradiction>],
}

fn chains_from(start: Day, floors: &[Point], range: std::ops::Range<usize>, run: &[usize], search: &mut Search<'_>) {
    let first = range.start as u32;
    let floors = &floors[range];
    let bounds = search.bounds;
    let (ceilings, found) = (search.ceilings, &mut *search.found);
    let mut links: Vec<Link> = Vec::new();
    let mut next = 0;
    for &query in run {
        let ceiling = &ceilings[query];
        while next < floors.len() && floors[next].to <= ceiling.to {
            let floor = &floors[next];
            if floor.from >= start {
                let reach = links.partition_point(|link| link.to < floor.from);
                let before = reach.checked_sub(1);
                let sum = bounds(floor).low.plus(before.map_or(Count::ZERO, |link| links[link].sum));
                if links.last().is_none_or(|best| sum > best.sum) {
                    links.push(Link { to: floor.to, sum, point: next, before });
                }
            }
            next += 1;
        }
        let (Some(best), Some(high)) = (links.last(), bounds(ceiling).high) else { continue };
        let stronger = found[query].as_ref().is_none_or(|known| best.sum > known.low);
        if best.sum > high && stronger {
            let mut chain = vec![best.point as u32 + first];
            let mut before = best.before;
            while let Some(link) = before {
                chain.push(links[link].point as u32 + first);
                before = links[link].before;
            }
            chain.reverse();
            let floor = if let [point] = chain[..] { Floor::One(point) } else { Floor::Chain(chain.into()) };
            found[query] = Some(Contradiction { ceiling: query as u32, floor, low: best.sum });
        }
    }
}
