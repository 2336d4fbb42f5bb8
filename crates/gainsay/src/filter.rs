//! What is shown of a picture.

pub(crate) mod changes;

use crate::args::FilterArgs;
use crate::failure::Failure;
use crate::glob;
use crate::names::unknown;
use chrono::NaiveDate;
use gainsay_align::{Topic, TopicId, topic};
use gainsay_claim::vocabulary::Noun;
use gainsay_claim::{Claim, ClaimId, Corpus, Count, Period, SourceId, Vocabulary};
use gainsay_compare::{Analysis, Certainty, Discrepancy, Level, RULES, find_rule};
use std::collections::BTreeSet;

/// The filters, with their names looked up.
pub(crate) struct Filter<'a> {
    topics: &'a [String],
    sources: Vec<SourceId>,
    rules: &'a [String],
    level: Option<Level>,
    certainties: Vec<Certainty>,
    from: Option<NaiveDate>,
    to: Option<NaiveDate>,
    min_ratio: Option<Count>,
}

impl<'a> Filter<'a> {
    /// Looks the names up; a topic is looked up among those of the corpus, known or not yet known.
    pub(crate) fn new(args: &'a FilterArgs, corpus: &Corpus, topics: &[Topic]) -> Result<Filter<'a>, Failure> {
        let vocabulary = &corpus.vocabulary;
        let mut sources = Vec::new();
        for id in &args.source {
            let found = vocabulary.find_source(id);
            sources.push(found.ok_or_else(|| {
                unknown("source", id, vocabulary.ids(Noun::Source), "`gainsay topics` shows who has spoken")
            })?);
        }
        if let Some(id) = args.rule.iter().find(|id| find_rule(id).is_none()) {
            let known: Vec<&str> = RULES.iter().map(|rule| rule.id).collect();
            return Err(
                unknown("rule", id, known.iter().copied(), &format!("the rules are {}", known.join(", "))).into()
            );
        }
        for pattern in &args.topic {
            if args.as_of.is_none() && !topics.iter().any(|topic| topic_matches(pattern, topic, vocabulary)) {
                let message = if glob::is_pattern(pattern) {
                    format!("no topic matches `{}`; `gainsay topics` lists them", pattern.escape_debug())
                } else {
                    let measures = vocabulary.ids(Noun::Measure);
                    let known = topics.iter().map(|topic| &*topic.id).chain(measures);
                    unknown("topic", pattern, known, "`gainsay topics` lists them, and `*` stands for any text")
                };
                return Err(message.into());
            }
        }
        if let Some((from, to)) = args.from.zip(args.to).filter(|(from, to)| from > to) {
            return Err(Failure::Told(format!("--from {from} lies after --to {to}; exchange them")));
        }
        Ok(Filter {
            topics: &args.topic,
            sources,
            rules: &args.rule,
            level: args.level.map(|level| level.level()),
            certainties: args.certainty.iter().map(|certainty| certainty.certainty()).collect(),
            from: args.from,
            to: args.to,
            min_ratio: args.min_ratio,
        })
    }

    /// Whether it asks for discrepancies of some kind.
    fn asks_for_discrepancies(&self) -> bool {
        !self.rules.is_empty() || self.level.is_some() || !self.certainties.is_empty() || self.min_ratio.is_some()
    }

    fn topic(&self, topic: &Topic, vocabulary: &Vocabulary) -> bool {
        self.topics.is_empty() || self.topics.iter().any(|pattern| topic_matches(pattern, topic, vocabulary))
    }

    fn source(&self, source: SourceId, vocabulary: &Vocabulary) -> bool {
        self.sources.is_empty() || self.sources.iter().any(|&whole| vocabulary.source_contains(whole, source))
    }

    fn days(&self, from: Option<NaiveDate>, to: Option<NaiveDate>) -> bool {
        let begins_too_late = self.to.zip(from).is_some_and(|(end, from)| from > end);
        let ends_too_early = self.from.zip(to).is_some_and(|(start, to)| to < start);
        !begins_too_late && !ends_too_early
    }

    /// A claim counts for the last day it speaks of: a running total is a figure of its as-of day.
    fn claim(&self, claim: &Claim, vocabulary: &Vocabulary) -> bool {
        let day = claim.as_of().or_else(|| claim.time().map(Period::to));
        self.source(claim.source, vocabulary) && self.days(day, day)
    }

    fn discrepancy(&self, discrepancy: &Discrepancy, vocabulary: &Vocabulary) -> bool {
        let ratio = |least: Count| {
            let hundredths = discrepancy.gap.and_then(|gap| gap.ratio_hundredths);
            hundredths.is_some_and(|hundredths| {
                i128::from(hundredths) * (Count::whole(1).millionths() / 100) >= least.millionths()
            })
        };
        discrepancy.sides.iter().any(|side| self.source(side.source, vocabulary))
            && (self.rules.is_empty() || self.rules.iter().any(|rule| rule == discrepancy.rule.id))
            && self.level.is_none_or(|level| level == discrepancy.level)
            && (self.certainties.is_empty() || self.certainties.contains(&discrepancy.certainty))
            && self.min_ratio.is_none_or(ratio)
            && (discrepancy.episodes.is_empty()
                || discrepancy.episodes.iter().any(|episode| self.days(episode.from, episode.to)))
    }

    /// Takes away the discrepancies and topics that are not asked for.
    pub(crate) fn narrow(&self, corpus: &Corpus, analysis: &mut Analysis) {
        let vocabulary = &corpus.vocabulary;
        let mut spoken: BTreeSet<topic::TopicKey> = BTreeSet::new();
        for claim in corpus.claims.iter().filter(|claim| self.claim(claim, vocabulary)) {
            spoken.insert(topic::key(claim, vocabulary));
        }
        let matching: Vec<bool> = analysis.topics.iter().map(|topic| self.topic(topic, vocabulary)).collect();
        analysis
            .discrepancies
            .retain(|discrepancy| matching[discrepancy.topic.index()] && self.discrepancy(discrepancy, vocabulary));
        let used: BTreeSet<TopicId> = analysis.discrepancies.iter().map(|discrepancy| discrepancy.topic).collect();
        let mut numbers = vec![TopicId(0); analysis.topics.len()];
        let mut kept = 0;
        let mut old = 0;
        analysis.topics.retain(|topic| {
            let number = TopicId(old);
            let shown = matching[number.index()]
                && !self.asks_for_discrepancies()
                && spoken.contains(&(topic.measure, topic.subject, topic.place));
            old += 1;
            if shown || used.contains(&number) {
                numbers[number.index()] = TopicId(kept);
                kept += 1;
                return true;
            }
            false
        });
        for discrepancy in &mut analysis.discrepancies {
            discrepancy.topic = numbers[discrepancy.topic.index()];
        }
    }

    /// The corpus with only the claims asked for, and the picture of it, in which nothing is compared.
    pub(crate) fn narrow_to_claims(&self, mut corpus: Corpus, analysis: Analysis) -> (Corpus, Analysis) {
        let keys: BTreeSet<topic::TopicKey> =
            analysis.topics.iter().map(|topic| (topic.measure, topic.subject, topic.place)).collect();
        let named: Option<BTreeSet<ClaimId>> = self.asks_for_discrepancies().then(|| {
            let lists = analysis.discrepancies.iter().flat_map(|discrepancy| &discrepancy.sides);
            lists.flat_map(|side| side.claims.iter().copied()).collect()
        });
        let vocabulary = std::mem::take(&mut corpus.vocabulary);
        corpus.retain(|number, claim| {
            self.claim(claim, &vocabulary)
                && keys.contains(&topic::key(claim, &vocabulary))
                && named.as_ref().is_none_or(|named| named.contains(&number))
        });
        corpus.vocabulary = vocabulary;
        let topics = gainsay_align::topics(&corpus);
        (corpus, Analysis { topics, discrepancies: Vec::new() })
    }
}

/// Whether a topic's id matches, or, for a pattern without `/`, a measure of its family.
fn topic_matches(pattern: &str, topic: &Topic, vocabulary: &Vocabulary) -> bool {
    let of_family = || family_matches(pattern, &vocabulary.measure(topic.measure).entry.id, vocabulary);
    glob::matches(pattern, &topic.id) || (!pattern.contains('/') && of_family())
}

/// Whether a measure of the family that is called by an id matches.
fn family_matches(pattern: &str, family: &str, vocabulary: &Vocabulary) -> bool {
    let number = vocabulary.find_measure(family);
    let mut members = vocabulary.measures().iter().filter(|measure| Some(measure.family) == number.map(|id| id.0));
    members.any(|measure| glob::matches(pattern, &measure.entry.id))
}
