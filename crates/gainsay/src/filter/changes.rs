//! What is shown of a diff. A change is asked for where what it was or what it is would be.

use super::family_matches;
use crate::args::FilterArgs;
use crate::failure::Failure;
use crate::glob;
use crate::names::unknown;
use chrono::NaiveDate;
use gainsay_align::topic;
use gainsay_claim::vocabulary::Noun;
use gainsay_claim::{Claim, Corpus, Count, Period, SourceId, Vocabulary};
use gainsay_compare::{RULES, find_rule};
use gainsay_diff::{Around, Change, Diff, Finding};
use std::collections::BTreeSet;

/// The filters of a diff, held against the words of both sides.
pub(crate) struct ChangeFilter<'a> {
    args: &'a FilterArgs,
    /// Those of the sides that are corpora; the built-in one where neither is.
    vocabularies: Vec<&'a Vocabulary>,
}

impl<'a> ChangeFilter<'a> {
    /// Looks the names up: what one side knows is known.
    pub(crate) fn new(
        args: &'a FilterArgs,
        vocabularies: Vec<&'a Vocabulary>,
        topics: &BTreeSet<String>,
    ) -> Result<ChangeFilter<'a>, Failure> {
        for id in &args.source {
            if !vocabularies.iter().any(|vocabulary| vocabulary.find_source(id).is_some()) {
                let known: BTreeSet<&str> =
                    vocabularies.iter().flat_map(|vocabulary| vocabulary.ids(Noun::Source)).collect();
                return Err(unknown("source", id, known, "`gainsay topics` shows who has spoken").into());
            }
        }
        if let Some(id) = args.rule.iter().find(|id| find_rule(id).is_none()) {
            let known: Vec<&str> = RULES.iter().map(|rule| rule.id).collect();
            return Err(
                unknown("rule", id, known.iter().copied(), &format!("the rules are {}", known.join(", "))).into()
            );
        }
        let filter = ChangeFilter { args, vocabularies };
        for pattern in args.topic.iter().filter(|_| args.as_of.is_none()) {
            if !topics.iter().any(|topic| filter.topic_matches(pattern, topic)) {
                let known = topics.iter().map(String::as_str);
                let otherwise = "`gainsay topics` lists them, and `*` stands for any text";
                return Err(unknown("topic", pattern, known, otherwise).into());
            }
        }
        if let Some((from, to)) = args.from.zip(args.to).filter(|(from, to)| from > to) {
            return Err(Failure::Told(format!("--from {from} lies after --to {to}; exchange them")));
        }
        Ok(filter)
    }

    /// Takes away what is not asked for.
    pub(crate) fn narrow(&self, diff: &mut Diff<'_>) {
        let keeps = |change: &Change<'_>| change.was.into_iter().chain(change.is).any(|finding| self.finding(finding));
        diff.changes.retain(keeps);
        diff.unchanged.retain(keeps);
        let args = self.args;
        let asks_for_discrepancies =
            !args.rule.is_empty() || args.level.is_some() || !args.certainty.is_empty() || args.min_ratio.is_some();
        let named: Option<BTreeSet<String>> =
            asks_for_discrepancies.then(|| diff.changes.iter().flat_map(|change| change.because_of.clone()).collect());
        let (base, head) = (diff.base, diff.head);
        let keeps = |id: &str| {
            named.as_ref().is_none_or(|named| named.contains(id))
                && [base, head]
                    .into_iter()
                    .filter_map(|side| side.claim(id))
                    .any(|(corpus, claim)| self.claim(corpus, claim))
        };
        let claims = &mut diff.claims;
        let before = claims.len();
        for list in [&mut claims.added, &mut claims.removed, &mut claims.moved] {
            list.retain(|id| keeps(id));
        }
        claims.edited.retain(|edit| keeps(&edit.id));
        diff.is_narrowed = claims.len() < before;
        let shown: BTreeSet<&str> =
            diff.changes.iter().chain(&diff.unchanged).map(|change| &*change.finding().id).collect();
        let is_known = |id: &str| base.findings.contains_key(id) || head.findings.contains_key(id);
        diff.around.retain(|it| {
            it.around != Around::Acknowledgement
                || shown.contains(&*it.id)
                || !asks_for_discrepancies && !is_known(&it.id)
        });
    }

    fn topic_matches(&self, pattern: &str, topic: &str) -> bool {
        let family = topic.split('/').next().unwrap_or_default();
        let of_family = || self.vocabularies.iter().any(|vocabulary| family_matches(pattern, family, vocabulary));
        glob::matches(pattern, topic) || (!pattern.contains('/') && of_family())
    }

    fn topic(&self, topic: &str) -> bool {
        self.args.topic.is_empty() || self.args.topic.iter().any(|pattern| self.topic_matches(pattern, topic))
    }

    fn source(&self, source: &str) -> bool {
        let contains = |whole: &str, vocabulary: &&Vocabulary| {
            let numbers = vocabulary.find_source(whole).zip(vocabulary.find_source(source));
            numbers.is_some_and(|(whole, source): (SourceId, SourceId)| vocabulary.source_contains(whole, source))
        };
        let wanted = |whole: &String| whole == source || self.vocabularies.iter().any(|words| contains(whole, words));
        self.args.source.is_empty() || self.args.source.iter().any(wanted)
    }

    fn days(&self, from: Option<NaiveDate>, to: Option<NaiveDate>) -> bool {
        let begins_too_late = self.args.to.zip(from).is_some_and(|(end, from)| from > end);
        let ends_too_early = self.args.from.zip(to).is_some_and(|(start, to)| to < start);
        !begins_too_late && !ends_too_early
    }

    fn finding(&self, finding: &Finding) -> bool {
        let args = self.args;
        let ratio = |least: Count| {
            let hundredths = finding.gap.and_then(|gap| gap.ratio_hundredths);
            hundredths.is_some_and(|hundredths| {
                i128::from(hundredths) * (Count::whole(1).millionths() / 100) >= least.millionths()
            })
        };
        self.topic(&finding.topic)
            && finding.sides.iter().any(|side| self.source(&side.source))
            && (args.rule.is_empty() || args.rule.contains(&finding.rule))
            && args.level.is_none_or(|level| level.level() == finding.level)
            && (args.certainty.is_empty()
                || args.certainty.iter().any(|certainty| certainty.certainty() == finding.certainty))
            && args.min_ratio.is_none_or(ratio)
            && (finding.episodes.is_empty() || finding.episodes.iter().any(|spell| self.days(spell.from, spell.to)))
    }

    fn claim(&self, corpus: &Corpus, claim: &Claim) -> bool {
        let vocabulary = &corpus.vocabulary;
        let (measure, subject, place) = topic::key(claim, vocabulary);
        let topic = format!(
            "{}/{}/{}",
            vocabulary.measure(measure).entry.id,
            vocabulary.subject(subject).entry.id,
            vocabulary.place(place).entry.id
        );
        let day = claim.as_of().or_else(|| claim.time().map(Period::to));
        self.topic(&topic) && self.source(&vocabulary.source(claim.source).entry.id) && self.days(day, day)
    }
}
