//! From two revisions to what changed between them.

use crate::cause::Causes;
use crate::claims::{self, ClaimChanges};
use crate::finding::Finding;
use crate::ladder::{Rung, Step, own_episode, step};
use crate::revision::Revision;
use crate::standing::Lapsed;
use crate::surroundings::{Surrounding, surroundings};
use gainsay_claim::Count;
use gainsay_compare::Level;
use std::cmp::Reverse;

/// What became of a discrepancy.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ChangeKind {
    /// In the second revision alone.
    New,
    /// In both, and worse in the second.
    Worsened,
    /// In both, and less bad in the second.
    Eased,
    /// In the first revision alone.
    Absent,
    /// In both, and neither better nor worse.
    Unchanged,
}

impl ChangeKind {
    /// The word in output.
    pub const fn id(self) -> &'static str {
        match self {
            ChangeKind::New => "new",
            ChangeKind::Worsened => "worsened",
            ChangeKind::Eased => "eased",
            ChangeKind::Absent => "absent",
            ChangeKind::Unchanged => "unchanged",
        }
    }

    /// Whether the picture is worse for it.
    pub const fn is_worse(self) -> bool {
        matches!(self, ChangeKind::New | ChangeKind::Worsened)
    }
}

/// A discrepancy in two revisions.
#[derive(Clone, Debug)]
pub struct Change<'a> {
    /// What became of it.
    pub kind: ChangeKind,
    /// What it was; nothing where it is new.
    pub was: Option<&'a Finding>,
    /// What it is; nothing where it is absent.
    pub is: Option<&'a Finding>,
    /// On which rung of the ladder it got worse or better.
    pub rung: Option<Rung>,
    /// The claims that tell what it was: those of its widest pair, or of a run of days that has come or
    /// gone. Where it is new, those of what it is.
    pub pair_was: &'a [String],
    /// The claims that tell what it is, in the same way.
    pub pair_is: &'a [String],
    /// The claims added, removed or edited that explain it, the fewest that do.
    pub because_of: Vec<String>,
}

impl<'a> Change<'a> {
    /// The discrepancy: as it is, or as it was where it is absent.
    pub fn finding(&self) -> &'a Finding {
        self.is.or(self.was).expect("a change is of a discrepancy that is in one revision at least")
    }

    /// The graver of the levels that it has and had.
    pub fn level(&self) -> Level {
        let levels = self.was.into_iter().chain(self.is).map(|finding| finding.level);
        levels.min().unwrap_or(Level::Note)
    }
}

/// What changed between two revisions.
#[derive(Clone, Debug)]
pub struct Diff<'a> {
    /// The first revision.
    pub base: &'a Revision<'a>,
    /// The second revision.
    pub head: &'a Revision<'a>,
    /// What changed, the worst first: conflicts that are new or worsened, then such notes, then what
    /// eased or went; what is acknowledged behind what is not.
    pub changes: Vec<Change<'a>>,
    /// What did not, in the order of ids.
    pub unchanged: Vec<Change<'a>>,
    /// What became of the claims; nothing where one side is a report.
    pub claims: ClaimChanges,
    /// Whether some of what became of the claims was left out, as it was not asked for.
    pub is_narrowed: bool,
    /// What differs around the claims: settings, words, documents; nothing where one side is a report.
    pub around: Vec<Surrounding>,
}

impl Diff<'_> {
    /// How many changes are of a kind.
    pub fn count(&self, kind: ChangeKind) -> usize {
        self.changes.iter().chain(&self.unchanged).filter(|change| change.kind == kind).count()
    }

    /// How many discrepancies of the second revision the desk lets stand.
    pub fn acknowledged(&self) -> usize {
        let held = |change: &&Change<'_>| change.is.is_some_and(|finding| finding.acknowledged.is_some());
        self.changes.iter().chain(&self.unchanged).filter(held).count()
    }

    /// What was acknowledged in the second revision and is open again, by the discrepancy.
    pub fn lapsed(&self) -> impl Iterator<Item = (&Change<'_>, &Lapsed)> {
        let all = self.changes.iter().chain(&self.unchanged).filter(|change| change.is.is_some());
        all.filter_map(|change| Some((change, self.head.lapsed.get(&change.finding().id)?)))
    }

    /// What is new or worsened and nobody lets stand.
    pub fn open(&self) -> impl Iterator<Item = &Finding> {
        let worse = self.changes.iter().filter(|change| change.kind.is_worse());
        worse.filter_map(|change| change.is).filter(|finding| finding.acknowledged.is_none())
    }

    /// Whether both sides have claims to hold against each other.
    pub fn has_claims(&self) -> bool {
        self.base.corpus.is_some() && self.head.corpus.is_some()
    }
}

/// Holds two revisions against each other. A gap that moves by no more than `tolerance` percent has not
/// moved.
pub fn diff<'a>(base: &'a Revision<'a>, head: &'a Revision<'a>, tolerance: u32) -> Diff<'a> {
    let claims = claims::changes(base, head);
    let causes = Causes::of(&claims, base, head);
    let (mut changes, mut unchanged) = (Vec::new(), Vec::new());
    let known = base.findings.iter().map(|(id, was)| (Some(was), head.findings.get(id)));
    let fresh = head.findings.iter().filter(|(id, _)| !base.findings.contains_key(*id)).map(|(_, is)| (None, Some(is)));
    for (was, is) in known.chain(fresh) {
        let change = change(was, is, tolerance, &causes);
        if change.kind == ChangeKind::Unchanged { unchanged.push(change) } else { changes.push(change) }
    }
    drop(causes);
    changes.sort_by_cached_key(|change| {
        let finding = change.finding();
        let gap =
            finding.gap.map_or((u64::MAX, Count::ZERO), |gap| (gap.ratio_hundredths.unwrap_or(u64::MAX), gap.absolute));
        let is_held = change.is.is_some_and(|finding| finding.acknowledged.is_some());
        (
            !change.kind.is_worse(),
            change.level(),
            is_held,
            change.kind,
            finding.certainty,
            Reverse(gap),
            finding.id.clone(),
        )
    });
    Diff { base, head, changes, unchanged, claims, is_narrowed: false, around: surroundings(base, head) }
}

fn change<'a>(was: Option<&'a Finding>, is: Option<&'a Finding>, tolerance: u32, causes: &Causes<'_>) -> Change<'a> {
    let (kind, rung) = match was.zip(is).map(|(was, is)| step(was, is, tolerance)) {
        Some(Step::Worse(rung)) => (ChangeKind::Worsened, Some(rung)),
        Some(Step::Better(rung)) => (ChangeKind::Eased, Some(rung)),
        Some(Step::Same) => (ChangeKind::Unchanged, None),
        None if was.is_none() => (ChangeKind::New, None),
        None => (ChangeKind::Absent, None),
    };
    let (first, second) = if kind.is_worse() { (is, was) } else { (was, is) };
    let episode = match (rung, first, second) {
        (Some(Rung::Episodes), Some(first), Some(second)) => own_episode(first, second),
        _ => None,
    };
    let lead = |finding: Option<&'a Finding>, other: Option<&'a Finding>| -> &'a [String] {
        episode.or(finding.or(other).map(|finding| &finding.lead[..])).unwrap_or_default()
    };
    let (pair_was, pair_is) = (lead(was, is), lead(is, was));
    let because_of = match (kind, first) {
        (ChangeKind::Unchanged, _) | (_, None) => Vec::new(),
        (_, Some(first)) => causes.behind(episode.unwrap_or(&first.lead), first, second),
    };
    Change { kind, was, is, rung, pair_was, pair_is, because_of }
}
