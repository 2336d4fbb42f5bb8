//! The desk at which changes are looked at, and what can be decided of one. A decision is on disk when it is made.

use super::ledger::{Decision, Ledger, ShapeOf};
use crate::failure::Failure;
use chrono::NaiveDate;
use gainsay_claim::{Acknowledged, Acknowledgement, Corpus, Problem};
use gainsay_compare::Analysis;
use gainsay_corpus::Input;
use gainsay_diff::{Change, Diff, Finding, given_for};
use gainsay_report::Style;
use std::collections::BTreeMap;
use std::path::Path;

/// What is looked at, and where decisions go.
pub(super) struct Desk<'a> {
    pub(super) diff: &'a Diff<'a>,
    pub(super) head: (&'a Corpus, &'a Analysis),
    pub(super) base: Option<(&'a Corpus, &'a Analysis)>,
    pub(super) inputs: Vec<Input>,
    pub(super) ledger: Ledger,
    pub(super) given: Given,
    pub(super) open_with: Option<&'a Path>,
    pub(super) style: Style,
    /// Why acknowledgements no longer hold, by the discrepancy.
    pub(super) lapsed: BTreeMap<String, String>,
    /// What was accepted (true) or not in this run, which the corpus that was read does not know.
    pub(super) decided: BTreeMap<String, bool>,
}

/// What the options say of acknowledgements.
#[derive(Clone, Debug)]
pub(super) struct Given {
    pub(super) why: Option<String>,
    pub(super) who: Option<String>,
    pub(super) since: Option<NaiveDate>,
    pub(super) expires: Option<NaiveDate>,
}

impl<'a> Desk<'a> {
    /// What there is to look at: what changed, then what is unchanged and was acknowledged as something else.
    pub(super) fn changes(&self) -> Vec<&'a Change<'a>> {
        let has_lapsed = |change: &&Change<'_>| !self.is_acknowledged(change) && self.has_table(change);
        self.diff.changes.iter().chain(self.diff.unchanged.iter().filter(has_lapsed)).collect()
    }

    /// Whether the desk lets it stand.
    pub(super) fn is_acknowledged(&self, change: &Change<'_>) -> bool {
        change.is.is_some_and(|finding| match self.decided.get(&finding.id) {
            Some(is_accepted) => *is_accepted,
            None => finding.acknowledged.is_some(),
        })
    }

    /// Whether `gainsay.toml` held an acknowledgement of it when it was read.
    fn has_table(&self, change: &Change<'_>) -> bool {
        let id = &change.finding().id;
        self.head.0.acknowledged.iter().any(|acknowledged| acknowledged.discrepancy == *id)
    }

    /// Whether to accept it is to acknowledge a discrepancy, not just to take note that one has eased or gone.
    pub(super) fn needs_reason(&self, change: &Change<'_>) -> bool {
        change.is.is_some() && (change.kind.is_worse() || self.has_table(change) || self.is_unchanged(change))
    }

    fn is_unchanged(&self, change: &Change<'_>) -> bool {
        self.diff.unchanged.iter().any(|other| other.finding().id == change.finding().id)
    }

    /// Acknowledges a discrepancy of HEAD as it is.
    pub(super) fn accept(&mut self, change: &Change<'_>, why: &str, expires: Option<NaiveDate>) -> Result<(), Failure> {
        let finding: &Finding = change.finding();
        let acknowledged = Acknowledged {
            discrepancy: finding.id.clone(),
            acknowledgement: Acknowledgement {
                why: why.trim().to_owned(),
                who: self.given.who.clone().map(|who| who.trim().to_owned()).filter(|who| !who.is_empty()),
                since: self.given.since,
                expires,
            },
            given_for: given_for(self.head.0, finding),
            place: Problem::of_file("", "", ""),
        };
        self.ledger.acknowledge(&acknowledged)?;
        self.decided.insert(finding.id.clone(), true);
        Ok(())
    }

    /// Remembers that a discrepancy may be eased or gone; what was acknowledged of it is no longer needed.
    pub(super) fn take_note(&mut self, change: &Change<'_>) -> Result<(), Failure> {
        if change.is.is_none() {
            self.ledger.withdraw(&change.finding().id)?;
        }
        self.remember(Decision::Accepted, change)
    }

    /// Remembers that it should not be like this, and takes its acknowledgement away.
    pub(super) fn reject(&mut self, change: &Change<'_>) -> Result<(), Failure> {
        let id = &change.finding().id;
        self.ledger.withdraw(id)?;
        self.decided.insert(id.clone(), false);
        self.remember(Decision::Rejected, change)
    }

    /// Remembers that it is to be shown again.
    pub(super) fn defer(&mut self, change: &Change<'_>) -> Result<(), Failure> {
        self.remember(Decision::Deferred, change)
    }

    fn remember(&mut self, decision: Decision, change: &Change<'_>) -> Result<(), Failure> {
        let shape = ShapeOf::of(self, change);
        self.ledger.remember(decision, self.given.why.as_deref(), &change.finding().id, shape)
    }
}
