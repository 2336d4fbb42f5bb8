//! Discrepancies as tools for reviewers show them: one by one, each in its place, with what has
//! changed and what was accepted.

use crate::citation::Said;
use crate::dispute::in_order_of_steps;
use crate::terminal::{acknowledged, counts};
use crate::{Picture, citation, figure, heading, label};
use gainsay_claim::{Acknowledgement, Claim, ClaimId, Corpus, Problem, Spot, Whereabouts};
use gainsay_compare::{Certainty, Discrepancy, Gap, Level};
use gainsay_diff::ChangeKind;
use std::collections::{BTreeMap, BTreeSet};

/// Where claims stand, by their numbers. A claim that is not in it is named without a place.
pub type Places = BTreeMap<ClaimId, Whereabouts>;

/// What a tool for reviewers is given.
#[derive(Clone, Debug, Default)]
pub struct Review {
    /// What was found: conflicts before notes, the worst first.
    pub items: Vec<ReviewItem>,
    /// What is wrong with the input.
    pub problems: Vec<Problem>,
    /// What was compared: `1,127 claims · 236 documents · …`.
    pub scope: String,
    /// What was acknowledged and is open again: the id, and what was acknowledged until when or for what.
    pub open_again: Vec<Rewritten>,
    /// In a comparison, what became of the claims and of what lies around them: edited, added, removed.
    pub edits: Vec<Rewritten>,
}

/// Something in the files that is not what it was.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rewritten {
    /// The id of a claim; `setting stale_days` for what is none.
    pub what: String,
    /// `value: 185,730 → 186,420, +690, +0.4 %`.
    pub how: String,
}

/// A discrepancy with all that is shown of it, so that it outlives its corpus.
#[derive(Clone, Debug)]
pub struct ReviewItem {
    /// The id of the discrepancy.
    pub id: String,
    /// The id of the rule that found it.
    pub rule: String,
    /// How much it matters.
    pub level: Level,
    /// Under which conditions it holds.
    pub certainty: Certainty,
    /// The id of the topic.
    pub topic: String,
    /// `Killed · Russian forces · Makiivka`.
    pub about: String,
    /// How far apart the lead lies.
    pub gap: Option<Gap>,
    /// The same as it is shown: `×1.83`, `2 days`; empty where there is none.
    pub apart: String,
    /// The steps of the explanation.
    pub because: Vec<String>,
    /// One neutral sentence.
    pub summary: String,
    /// The claims that lead it, in the order in which the steps name them. Tools show the item where the
    /// first of them stands.
    pub lead: Vec<Mention>,
    /// The other claims that take part.
    pub others: Vec<Mention>,
    /// How it stands to another revision, where two are compared.
    pub change: Option<ChangeKind>,
    /// What the two revisions say, where it is not the same.
    pub compared: Option<Compared>,
    /// Who has accepted it, and why.
    pub acknowledgement: Option<Acknowledgement>,
}

/// What became of an item between two revisions, in words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Compared {
    /// What its claims said.
    pub was: String,
    /// What they say.
    pub is: String,
    /// The claims behind the change, each with what became of it; else what must be behind it.
    pub by: Vec<String>,
}

/// A claim as an item names it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mention {
    /// The claim's id.
    pub claim: String,
    /// `Russian Ministry of Defence: 5,937 · to 21 Sep 2022 · via Meduza`.
    pub words: String,
    /// The quote.
    pub quote: Option<String>,
    /// Where it stands.
    pub whereabouts: Whereabouts,
}

impl Review {
    /// The discrepancies of a picture, conflicts first.
    pub fn of(picture: &Picture<'_>, places: &Places) -> Review {
        Review {
            items: picture.conflicts_first().map(|discrepancy| ReviewItem::of(picture, discrepancy, places)).collect(),
            problems: picture.corpus.problems.clone(),
            scope: std::iter::once(counts(picture)).chain(acknowledged(picture)).collect::<Vec<_>>().join(" · "),
            open_again: Vec::new(),
            edits: Vec::new(),
        }
    }

    /// Whether it holds two revisions against each other.
    pub(crate) fn is_comparison(&self) -> bool {
        self.items.iter().any(|item| item.change.is_some())
    }

    /// The command that shows all of it.
    pub(crate) fn command(&self) -> &'static str {
        match self.items.first() {
            None if !self.problems.is_empty() => "gainsay check",
            Some(_) if self.is_comparison() => "gainsay diff",
            _ => "gainsay conflicts",
        }
    }

    /// How many the desk lets stand.
    pub(crate) fn acknowledged(&self) -> usize {
        let is = |item: &&ReviewItem| item.acknowledgement.is_some() && item.change != Some(ChangeKind::Absent);
        self.items.iter().filter(is).count()
    }

    /// How many are of a level.
    pub(crate) fn number_of(&self, level: Level) -> usize {
        self.items.iter().filter(|item| item.level == level).count()
    }
}

impl ReviewItem {
    /// A discrepancy of a picture, not compared with another revision.
    pub fn of(picture: &Picture<'_>, discrepancy: &Discrepancy, places: &Places) -> ReviewItem {
        let corpus = picture.corpus;
        let mention = |id: ClaimId| Mention {
            whereabouts: places.get(&id).cloned().unwrap_or_default(),
            ..Mention::of(corpus, corpus.claim(id))
        };
        let lead: BTreeSet<ClaimId> = discrepancy.lead.iter().copied().collect();
        let others = claims_of(discrepancy).into_iter().filter(|id| !lead.contains(id));
        ReviewItem {
            id: discrepancy.id.clone(),
            rule: discrepancy.rule.id.to_owned(),
            level: discrepancy.level,
            certainty: discrepancy.certainty,
            topic: picture.topic(discrepancy).id.clone(),
            about: heading::of_discrepancy(picture, discrepancy),
            gap: discrepancy.gap,
            apart: figure::gap(corpus, discrepancy),
            because: discrepancy.because.clone(),
            summary: discrepancy.summary.clone(),
            lead: in_order_of_steps(corpus, discrepancy).into_iter().map(mention).collect(),
            others: others.map(mention).collect(),
            change: None,
            compared: None,
            acknowledgement: discrepancy.acknowledged.clone(),
        }
    }

    /// Whether it waits for somebody: nobody has accepted it, and it is no better than it was.
    pub fn is_open(&self) -> bool {
        self.acknowledgement.is_none() && matches!(self.change, None | Some(ChangeKind::New | ChangeKind::Worsened))
    }

    /// Where it is shown: where the first of its claims is that has a place.
    pub(crate) fn spot(&self) -> Option<&Spot> {
        self.mentions().find_map(Mention::spot)
    }

    /// Every claim that it names, those of the lead first.
    pub(crate) fn mentions(&self) -> impl Iterator<Item = &Mention> {
        self.lead.iter().chain(&self.others)
    }

    /// What was, what is and by what, a line each; nothing where no two revisions differ in it.
    pub(crate) fn comparison(&self) -> Vec<String> {
        let Some(Compared { was, is, by }) = &self.compared else { return Vec::new() };
        let lines = [("was", was), ("is", is)].map(|(name, words)| format!("{name}: {words}"));
        lines.into_iter().chain(by.iter().map(|claim| format!("by: {claim}"))).collect()
    }

    /// `new, certain`: what stands behind the name of the rule.
    pub(crate) fn standing(&self) -> String {
        let change = self.change.map(ChangeKind::id);
        change.into_iter().chain([self.certainty.id()]).collect::<Vec<_>>().join(", ")
    }
}

/// The claims that a discrepancy names, of which a tool may want to know the places.
pub fn claims_of(discrepancy: &Discrepancy) -> BTreeSet<ClaimId> {
    let of_sides = discrepancy.sides.iter().flat_map(|side| &side.claims);
    discrepancy.lead.iter().chain(of_sides).copied().collect()
}

impl Mention {
    /// Where it is shown: at its record, at its quote where it has no record.
    pub(crate) fn spot(&self) -> Option<&Spot> {
        let quote = self.whereabouts.quote.as_ref().map(|quote| &quote.start);
        self.whereabouts.record.as_ref().or(quote)
    }

    pub(crate) fn of(corpus: &Corpus, claim: &Claim) -> Mention {
        let value = figure::cell(corpus, &claim.value);
        let value = match figure::remark(claim) {
            "" => value,
            remark => format!("{value} ({remark})"),
        };
        let said = format!("{}: {value}", label::source(corpus, claim.source));
        let parts = [said, figure::days(claim), citation::attribution_beside_days(corpus, claim)];
        Mention {
            claim: claim.id.to_string(),
            words: parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · "),
            quote: match citation::said(claim) {
                Said::Quote(words) => Some(words.trim().to_owned()),
                _ => None,
            },
            whereabouts: Whereabouts::default(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::specimen;

    #[test]
    fn a_finding_names_its_claims_those_of_the_lead_first() {
        let corpus = specimen::corpus();
        let analysis = specimen::analysis(&corpus);
        let review = Review::of(&specimen::picture(&corpus, &analysis), &Places::new());
        assert_eq!((review.number_of(Level::Conflict), review.number_of(Level::Note)), (2, 1));
        let count = &review.items[1];
        let words: Vec<&str> = count.mentions().map(|mention| &*mention.words).collect();
        assert_eq!(
            words,
            [
                "Ukraine's General Staff: ≈ 183,750 · to 19 Apr 2023 · via Newsflash",
                "Russian Ministry of Defence: 5,937 · to 21 Sep 2022 · Sergei Shoigu, via Meduza"
            ]
        );
    }

    #[test]
    fn what_is_accepted_or_no_worse_waits_for_nobody() {
        let corpus = specimen::corpus();
        let analysis = specimen::analysis(&corpus);
        let item = Review::of(&specimen::picture(&corpus, &analysis), &Places::new()).items.remove(0);
        let with = |change| ReviewItem { change, ..item.clone() }.is_open();
        assert!(with(None) && with(Some(ChangeKind::New)) && with(Some(ChangeKind::Worsened)));
        assert!(
            !with(Some(ChangeKind::Eased)) && !with(Some(ChangeKind::Unchanged)) && !with(Some(ChangeKind::Absent))
        );
        let acknowledgement = Acknowledgement { why: "counted by name".into(), ..Acknowledgement::default() };
        assert!(!ReviewItem { acknowledgement: Some(acknowledgement), ..item }.is_open());
    }
}
