//! From single pairs of claims to discrepancies: one for each rule, topic and pair of sources.

use crate::discrepancy::{Cause, Certainty, Discrepancy, Episode, Gap, Level, Reading, Side};
use crate::rule::{Rule, find_rule};
use gainsay_align::{Day, Topic, TopicId, TopicKey, day_of};
use gainsay_claim::{ClaimId, Corpus, Count, SourceId};
use std::cmp::{Ordering, Reverse};
use std::collections::{BTreeMap, HashMap, HashSet};

/// How many claims a side of a discrepancy names.
const MOST_CLAIMS: usize = 20;

/// The words for a pair of claims: the summary, and why, one step each.
pub(crate) type Voice = fn(&Corpus, &Pair) -> (String, Vec<String>);

/// Claims that disagree: those of the first source and those of the second, or of one source.
#[derive(Clone, Debug)]
pub(crate) struct Pair {
    pub(crate) first: Vec<ClaimId>,
    pub(crate) second: Vec<ClaimId>,
    /// The larger figure and the smaller, for the gap.
    pub(crate) figures: Option<(Count, Count)>,
    /// How the first side's bound came about.
    pub(crate) first_how: How,
    /// How the second side's bound came about.
    pub(crate) second_how: How,
    /// The readings under which the pair disagrees, if it depends on them.
    pub(crate) readings: Vec<Reading>,
    pub(crate) voice: Voice,
}

/// How a bound came about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum How {
    Stated,
    SumOfParts,
    RestOfWhole,
    Chain,
    Difference,
}

impl Pair {
    pub(crate) fn of(first: ClaimId, second: ClaimId, figures: Option<(Count, Count)>, voice: Voice) -> Pair {
        Pair {
            first: vec![first],
            second: vec![second],
            figures,
            first_how: How::Stated,
            second_how: How::Stated,
            readings: Vec::new(),
            voice,
        }
    }

    fn gap(&self) -> Option<Gap> {
        let (larger, smaller) = self.figures?;
        Some(Gap { ratio_hundredths: larger.ratio_hundredths(smaller), absolute: larger.minus(smaller) })
    }

    /// Widest first: by ratio, then by difference; a figure against none at all is the widest.
    fn width(&self) -> (u64, Count) {
        self.gap().map_or((0, Count::ZERO), |gap| (gap.ratio_hundredths.unwrap_or(u64::MAX), gap.absolute))
    }

    fn wider(&self, other: &Pair) -> Ordering {
        other.width().cmp(&self.width()).then_with(|| (&self.first, &self.second).cmp(&(&other.first, &other.second)))
    }

    fn claims(&self) -> Vec<ClaimId> {
        let mut claims = self.first.clone();
        for claim in &self.second {
            if !claims.contains(claim) {
                claims.push(*claim);
            }
        }
        claims
    }
}

/// Pairs on one run of days.
#[derive(Clone, Debug)]
pub(crate) struct Run {
    pub(crate) from: Day,
    pub(crate) to: Day,
    pub(crate) pairs: u64,
    pub(crate) certainty: Certainty,
    pub(crate) level: Level,
    pub(crate) cause: Cause,
    pub(crate) widest: Pair,
    pub(crate) latest: Pair,
}

impl Run {
    pub(crate) fn one(from: Day, to: Day, certainty: Certainty, level: Level, cause: Cause, pair: Pair) -> Run {
        Run { from, to, pairs: 1, certainty, level, cause, latest: pair.clone(), widest: pair }
    }

    /// Joins a later or overlapping run to this one.
    pub(crate) fn join(&mut self, other: Run) {
        if other.to > self.to || (other.to == self.to && other.latest.wider(&self.latest) == Ordering::Less) {
            self.latest = other.latest;
        }
        if other.widest.wider(&self.widest) == Ordering::Less {
            self.widest = other.widest;
        }
        self.from = self.from.min(other.from);
        self.to = self.to.max(other.to);
        self.pairs += other.pairs;
    }
}

/// What the runs of a discrepancy share.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Key {
    pub(crate) rule: &'static str,
    pub(crate) topic: TopicKey,
    pub(crate) first: SourceId,
    pub(crate) second: Option<SourceId>,
}

/// A key with its sources in the order of their ids.
type Ordered = (&'static str, TopicKey, SourceId, Option<SourceId>);

/// What has been found so far.
#[derive(Debug, Default)]
pub(crate) struct Findings {
    runs: HashMap<Key, Vec<Run>>,
}

impl Findings {
    pub(crate) fn add(&mut self, key: Key, run: Run) {
        self.runs.entry(key).or_default().push(run);
    }

    pub(crate) fn absorb(&mut self, other: Findings) {
        for (key, runs) in other.runs {
            self.runs.entry(key).or_default().extend(runs);
        }
    }

    /// Makes discrepancies of the runs, in their final order.
    pub(crate) fn finish(self, corpus: &Corpus, topics: &[Topic]) -> Vec<Discrepancy> {
        let numbers: BTreeMap<TopicKey, u32> = topics
            .iter()
            .enumerate()
            .map(|(number, topic)| ((topic.measure, topic.subject, topic.place), number as u32))
            .collect();
        let mut by_id: BTreeMap<Ordered, Vec<(bool, Run)>> = BTreeMap::new();
        for (key, runs) in self.runs {
            let name = |source: SourceId| &corpus.vocabulary.source(source).entry.id;
            let turned = key.second.is_some_and(|second| name(second) < name(key.first));
            let (first, second) =
                if turned { (key.second.unwrap_or(key.first), Some(key.first)) } else { (key.first, key.second) };
            let entry = by_id.entry((key.rule, key.topic, first, second)).or_default();
            entry.extend(runs.into_iter().map(|run| (turned, run)));
        }
        // Where two sources' counts conflict for certain, that they also lie far apart is no news.
        let conflicts: HashSet<(TopicKey, SourceId, Option<SourceId>)> = by_id
            .iter()
            .filter(|((rule, ..), runs)| {
                *rule == "count-conflict" && runs.iter().any(|(_, run)| run.certainty == Certainty::Certain)
            })
            .map(|((_, topic, first, second), _)| (*topic, *first, *second))
            .collect();
        by_id.retain(|(rule, topic, first, second), _| {
            *rule != "wide-gap" || !conflicts.contains(&(*topic, *first, *second))
        });
        let mut discrepancies: Vec<Discrepancy> = by_id
            .into_iter()
            .filter_map(|((rule, topic, first, second), runs)| {
                let number = *numbers.get(&topic)?;
                let rule = find_rule(rule).expect("every finding names a rule of the list");
                Some(discrepancy(corpus, topics, rule, TopicId(number), first, second, runs))
            })
            .collect();
        discrepancies.sort_by_cached_key(|discrepancy| {
            // Between sources, a gap that cannot be measured comes before those that can.
            let unmeasured = if discrepancy.sides.len() > 1 { u64::MAX } else { 0 };
            let gap = discrepancy
                .gap
                .map_or((unmeasured, Count::ZERO), |gap| (gap.ratio_hundredths.unwrap_or(u64::MAX), gap.absolute));
            (discrepancy.level, discrepancy.certainty, Reverse(gap), discrepancy.id.clone())
        });
        discrepancies
    }
}

/// How many claims of each end of a long chain are listed.
const CHAIN_ENDS: usize = 3;

#[allow(clippy::too_many_arguments)]
fn discrepancy(
    corpus: &Corpus,
    topics: &[Topic],
    rule: &'static Rule,
    topic: TopicId,
    first: SourceId,
    second: Option<SourceId>,
    mut runs: Vec<(bool, Run)>,
) -> Discrepancy {
    let order = |pair: &Pair, turned: bool| -> Vec<ClaimId> {
        let mut claims = pair.claims();
        if turned {
            claims = pair.second.clone();
            claims.extend(pair.first.iter().filter(|claim| !pair.second.contains(claim)));
        }
        // Of a long chain its two ends are enough: the steps say how many claims there are.
        if claims.len() > 2 * CHAIN_ENDS {
            claims.drain(CHAIN_ENDS..claims.len() - CHAIN_ENDS);
        }
        claims
    };
    runs.sort_by(|(_, a), (_, b)| (a.from, a.to).cmp(&(b.from, b.to)).then_with(|| a.widest.wider(&b.widest)));
    let (turned, lead) = runs
        .iter()
        .min_by(|(_, a), (_, b)| {
            (a.level, a.certainty).cmp(&(b.level, b.certainty)).then_with(|| a.widest.wider(&b.widest))
        })
        .map(|(turned, run)| (*turned, run.clone()))
        .expect("a discrepancy has a run");
    let mut merged: Vec<(bool, Run)> = Vec::new();
    for (turned, run) in runs {
        match merged.last_mut() {
            // Runs of opposite direction stay apart, so that the sides of a pair keep their order.
            Some((side, last)) if *side == turned && run.from <= last.to.saturating_add(1) => last.join(run),
            _ => merged.push((turned, run)),
        }
    }
    let episodes: Vec<Episode> = merged
        .iter()
        .map(|(turned, run)| Episode {
            from: day_of(run.from),
            to: day_of(run.to),
            pairs: run.pairs,
            widest: order(&run.widest, *turned),
            latest: order(&run.latest, *turned),
        })
        .collect();
    let (summary, mut because) = (lead.widest.voice)(corpus, &lead.widest);
    if lead.certainty == Certainty::Hedged && !lead.widest.claims().iter().any(|claim| corpus.claim(*claim).hedged) {
        because.push("accounts of one of the statements differ, so the disagreement may lie in the retelling".into());
    }
    let mut sides: Vec<Side> =
        std::iter::once(first).chain(second).map(|source| Side { source, claims: Vec::new() }).collect();
    let claims = std::iter::once(order(&lead.widest, turned))
        .chain(episodes.iter().flat_map(|episode| [episode.widest.clone(), episode.latest.clone()]));
    for claim in claims.flatten() {
        let source = corpus.claim(claim).source;
        let own = sides.iter().position(|side| side.source == source);
        let place =
            own.or_else(|| sides.iter().position(|side| corpus.vocabulary.source_contains(side.source, source)));
        if let Some(side) = place
            .map(|place| &mut sides[place])
            .filter(|side| side.claims.len() < MOST_CLAIMS && !side.claims.contains(&claim))
        {
            side.claims.push(claim);
        }
    }
    for side in &mut sides {
        side.claims.sort_unstable();
    }
    let names: Vec<&str> = sides.iter().map(|side| &*corpus.vocabulary.source(side.source).entry.id).collect();
    Discrepancy {
        id: format!("{}/{}/{}", rule.id, topics[topic.index()].id, names.join("~")),
        rule,
        level: lead.level,
        certainty: lead.certainty,
        readings: lead.widest.readings.clone(),
        cause: lead.cause,
        topic,
        sides,
        lead: order(&lead.widest, turned),
        gap: lead.widest.gap(),
        episodes,
        because,
        summary,
        acknowledged: None,
    }
}
