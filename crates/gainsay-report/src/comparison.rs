//! The changes between two revisions as tools for reviewers show them: one by one, each at the claims of the
//! second revision, which is the one that is looked at.

use crate::item::{Compared, Mention, Places, Review, ReviewItem, Rewritten};
use crate::{Picture, changed};
use gainsay_claim::Whereabouts;
use gainsay_compare::Discrepancy;
use gainsay_diff::{Change, ChangeKind, Diff, Field, FieldEdit, Finding, Lapsed};
use std::collections::{BTreeMap, BTreeSet};

/// A revision whose claims are at hand.
#[derive(Clone, Copy, Debug)]
pub struct Ground<'a> {
    /// What was found in it.
    pub picture: Picture<'a>,
    /// Where its claims stand.
    pub places: &'a Places,
}

impl Review {
    /// What changed, the worst first, then what did not. A report has no ground.
    ///
    /// Each is shown at the claim behind it, where that is in the second revision. What is absent is shown where its claims stand in the second revision, if they are still there.
    pub fn of_diff(diff: &Diff<'_>, base: Option<Ground<'_>>, head: Option<Ground<'_>>) -> Review {
        let sides = Sides { diff, base: base.map(Found::of), head: head.map(Found::of) };
        Review {
            items: diff.changes.iter().chain(&diff.unchanged).map(|change| sides.item(change)).collect(),
            problems: Vec::new(),
            scope: format!("{} · {}", changed::title(diff), changed::claim_counts(diff)),
            open_again: diff.lapsed().map(|(change, lapsed)| open_again(change, lapsed)).collect(),
            edits: edits(diff),
        }
    }
}

fn open_again(change: &Change<'_>, lapsed: &Lapsed) -> Rewritten {
    Rewritten { what: change.finding().id.clone(), how: lapsed.sentence() }
}

/// What was edited, field by field, then what was added and removed, then what lies around the claims.
fn edits(diff: &Diff<'_>) -> Vec<Rewritten> {
    let rewritten = |what: &str, how: String| Rewritten { what: what.to_owned(), how };
    // Where a quote stands moves with every edit of its text and says nothing to a reader.
    let is_read = |edit: &&FieldEdit| !matches!(edit.field, Field::Start | Field::End);
    let edited = diff.claims.edited.iter().flat_map(|edit| {
        edit.fields
            .iter()
            .filter(is_read)
            .map(|field| rewritten(&edit.id, format!("{}: {}", field.field.id(), changed::edit(field))))
    });
    let added =
        diff.claims.added.iter().map(|id| rewritten(id, format!("added: {}", changed::claim_line(diff.head, id))));
    let removed =
        diff.claims.removed.iter().map(|id| rewritten(id, format!("removed: {}", changed::claim_line(diff.base, id))));
    let around = diff.around.iter().map(|it| rewritten(&changed::around_name(it), changed::around_change(it)));
    edited.chain(added).chain(removed).chain(around).collect()
}

/// A revision with its discrepancies by their ids.
struct Found<'a> {
    ground: Ground<'a>,
    discrepancies: BTreeMap<&'a str, &'a Discrepancy>,
}

impl<'a> Found<'a> {
    fn of(ground: Ground<'a>) -> Found<'a> {
        let discrepancies = &ground.picture.analysis.discrepancies;
        Found { ground, discrepancies: discrepancies.iter().map(|found| (&*found.id, found)).collect() }
    }

    fn item(&self, finding: &Finding) -> Option<ReviewItem> {
        let discrepancy = self.discrepancies.get(&*finding.id)?;
        Some(ReviewItem::of(&self.ground.picture, discrepancy, self.ground.places))
    }

    fn whereabouts(&self, claim: &str) -> Whereabouts {
        let number = self.ground.picture.corpus.find(claim);
        number.and_then(|number| self.ground.places.get(&number)).cloned().unwrap_or_default()
    }
}

struct Sides<'a> {
    diff: &'a Diff<'a>,
    base: Option<Found<'a>>,
    head: Option<Found<'a>>,
}

impl Sides<'_> {
    fn item(&self, change: &Change<'_>) -> ReviewItem {
        let finding = change.finding();
        let side = if change.is.is_some() { &self.head } else { &self.base };
        let mut item =
            side.as_ref().and_then(|side| side.item(finding)).unwrap_or_else(|| self.item_of_report(finding));
        if let Some(head) = self.head.as_ref().filter(|_| change.is.is_none()) {
            for mention in item.lead.iter_mut().chain(&mut item.others) {
                mention.whereabouts = head.whereabouts(&mention.claim);
            }
        }
        self.put_cause_first(change, &mut item);
        item.change = Some(change.kind);
        item.compared = (change.kind != ChangeKind::Unchanged).then(|| Compared {
            was: changed::was(self.diff, change),
            is: changed::is(self.diff, change),
            by: changed::because_of(self.diff, change),
        });
        item
    }

    /// Puts the first claim behind a change that is still there before the others: it stands on the lines that
    /// a reviewer looks at, though the widest pair may stand elsewhere.
    fn put_cause_first(&self, change: &Change<'_>, item: &mut ReviewItem) {
        let Some(head) = &self.head else { return };
        let corpus = head.ground.picture.corpus;
        let Some(cause) = change.because_of.iter().find_map(|id| corpus.find(id)) else { return };
        let claim = corpus.claim(cause);
        item.lead.retain(|mention| *mention.claim != *claim.id);
        item.others.retain(|mention| *mention.claim != *claim.id);
        let mention = Mention { whereabouts: head.whereabouts(&claim.id), ..Mention::of(corpus, claim) };
        item.lead.insert(0, mention);
    }

    /// A finding out of a report: its claims have names, and words where a revision has them.
    fn item_of_report(&self, finding: &Finding) -> ReviewItem {
        let mention = |id: &str| {
            let known = [self.diff.head, self.diff.base].into_iter().find_map(|side| side.claim(id));
            let unknown = || Mention { claim: id.to_owned(), words: id.to_owned(), ..Mention::default() };
            known.map_or_else(unknown, |(corpus, claim)| Mention::of(corpus, claim))
        };
        let lead: BTreeSet<&str> = finding.lead.iter().map(String::as_str).collect();
        let others: BTreeSet<&str> = finding.claims().filter(|claim| !lead.contains(claim)).collect();
        let acknowledgement = finding.acknowledged.clone();
        ReviewItem {
            id: finding.id.clone(),
            rule: finding.rule.clone(),
            level: finding.level,
            certainty: finding.certainty,
            topic: finding.topic.clone(),
            about: changed::about(self.diff, finding),
            gap: finding.gap,
            apart: changed::gap(finding).unwrap_or_default(),
            because: finding.because.clone(),
            summary: finding.summary.clone(),
            lead: finding.lead.iter().map(|id| mention(id)).collect(),
            others: others.into_iter().map(mention).collect(),
            change: None,
            compared: None,
            acknowledgement,
        }
    }
}
