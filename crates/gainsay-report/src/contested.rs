//! The topics with conflicts, those with most at stake first.

use crate::dispute::{Dispute, disputes, in_order_of_steps};
use crate::heading::Heading;
use crate::{Picture, figure, label};
use gainsay_claim::Value;
use gainsay_compare::{Discrepancy, Level};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// The conflicts of one topic.
#[derive(Debug)]
pub struct Contested<'a> {
    /// What they are about.
    pub heading: Heading,
    /// The conflicts: certain ones first, the widest gap first.
    pub conflicts: Vec<&'a Discrepancy>,
    /// The same, put together by who stands against whom.
    pub disputes: Vec<Dispute<'a>>,
}

/// The topics with conflicts: first those in which the most sources stand against each other, of
/// these the most certain, then the widest gap.
pub fn contested<'a>(picture: &Picture<'a>) -> Vec<Contested<'a>> {
    let mut topics: BTreeMap<_, Vec<(usize, &Discrepancy)>> = BTreeMap::new();
    for (position, conflict) in picture.of_level(Level::Conflict).enumerate() {
        topics.entry(conflict.topic.index()).or_default().push((position, conflict));
    }
    let mut ranked: Vec<_> = topics.into_values().collect();
    ranked.sort_by_cached_key(|conflicts| {
        let between = conflicts.iter().filter(|(_, conflict)| is_between_sources(conflict));
        let sources: BTreeSet<_> = between.flat_map(|(_, conflict)| &conflict.sides).map(|side| side.source).collect();
        // The analysis has them by certainty and gap.
        (Reverse(sources.len()), conflicts.first().map(|(position, _)| *position))
    });
    ranked
        .into_iter()
        .filter_map(|conflicts| {
            let conflicts: Vec<&Discrepancy> = conflicts.into_iter().map(|(_, conflict)| conflict).collect();
            let topic = picture.topic(conflicts.first()?);
            let heading = Heading::of(picture, topic, &conflicts);
            Some(Contested { heading, disputes: disputes(picture.corpus, &conflicts), conflicts })
        })
        .collect()
}

fn is_between_sources(conflict: &Discrepancy) -> bool {
    conflict.sides.len() > 1
}

/// One side of a conflict: a source and its figures.
pub struct Stance {
    /// The source.
    pub source: String,
    /// What stands between it and what it says: a colon before words, a space before figures.
    pub link: &'static str,
    /// What it says, as in a table.
    pub figure: String,
}

/// `Ukraine > 35,000 against Russian Ministry of Defence 5,937`.
pub fn in_full(stances: &[Stance]) -> String {
    stances
        .iter()
        .map(|stance| format!("{}{}{}", stance.source, stance.link, stance.figure))
        .collect::<Vec<_>>()
        .join(" against ")
}

impl<'a> Contested<'a> {
    /// The conflict that stands for the topic: the foremost between two sources, if there is one.
    pub fn foremost(&self) -> &'a Discrepancy {
        self.conflicts.iter().find(|conflict| is_between_sources(conflict)).unwrap_or(&self.conflicts[0])
    }

    /// What its leading claims count, where that is one thing and not the heading's.
    pub fn counted(&self, picture: &Picture<'a>) -> Option<&'a str> {
        let corpus = picture.corpus;
        let mut measures = self.foremost().lead.iter().map(|id| corpus.claim(*id).measure);
        let first = measures.next().filter(|first| *first != self.heading.measure)?;
        measures.all(|measure| measure == first).then(|| label::measure(corpus, first))
    }

    /// The sides of that conflict; each names what it counts where that is neither one thing nor the
    /// heading's.
    pub fn stances(&self, picture: &Picture<'a>) -> Vec<Stance> {
        let corpus = picture.corpus;
        let heading = Some(self.heading.measure).filter(|_| self.counted(picture).is_none());
        let mut stances: Vec<Stance> = Vec::new();
        for id in in_order_of_steps(corpus, self.foremost()) {
            let claim = corpus.claim(id);
            let source = label::source(corpus, claim.source);
            let value = figure::cell(corpus, &claim.value);
            let link = if matches!(claim.value, Value::Count(_) | Value::Date(_)) { " " } else { ": " };
            let figure = [&[value.as_str()], &figure::counted(corpus, claim, heading)[..]].concat().join(" ");
            match stances.last_mut() {
                Some(last) if last.source == source => last.figure = format!("{} and {figure}", last.figure),
                _ => stances.push(Stance { source: source.to_owned(), link, figure }),
            }
        }
        stances
    }
}
