//! Whether a discrepancy that is in both revisions got worse: a ladder of ordered, exclusive rungs. The
//! first on which the two differ decides.
//!
//! 1. **Level**: a conflict is worse than a note.
//! 2. **Certainty**: certain is worse than depending on a reading, which is worse than hedged.
//! 3. **Gap** of the widest pair: its ratio where that tells something (from 1.10 on in both
//!    revisions), else the difference. A gap that moves by no more than the tolerance, in percent
//!    of the wider one, has not moved.
//! 4. **Episodes** that meet none of the other revision's. Between two sources, those that lie behind the
//!    last day of the other revision do not count: a series that goes on is no change.
//!
//! The number of pairs never decides: a series that grows by a day is not worse for it.

use crate::finding::{Finding, Spell};
use gainsay_claim::Count;
use std::cmp::Ordering;

/// What decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rung {
    /// Conflict or note.
    Level,
    /// Certain, depending on a reading, or hedged.
    Certainty,
    /// How far apart the widest pair lies.
    Gap,
    /// Further runs of days.
    Episodes,
}

impl Rung {
    /// What it is, in a word.
    pub const fn id(self) -> &'static str {
        match self {
            Rung::Level => "level",
            Rung::Certainty => "certainty",
            Rung::Gap => "gap",
            Rung::Episodes => "episodes",
        }
    }
}

/// How a discrepancy stands to what it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// It got worse, and by what.
    Worse(Rung),
    /// It got better, and by what.
    Better(Rung),
    /// Neither.
    Same,
}

/// From which ratio on, in hundredths, a ratio says more than the difference does.
const TELLING: u64 = 110;

/// Holds what a discrepancy was against what it is. `tolerance` is in percent of the gap.
pub fn step(was: &Finding, is: &Finding, tolerance: u32) -> Step {
    let rungs = [
        (Rung::Level, was.level.cmp(&is.level)),
        (Rung::Certainty, was.certainty.cmp(&is.certainty)),
        (Rung::Gap, gap(was, is, tolerance)),
        (Rung::Episodes, episodes(was, is)),
    ];
    let decided = rungs.into_iter().find(|(_, order)| *order != Ordering::Equal);
    match decided {
        Some((rung, Ordering::Greater)) => Step::Worse(rung),
        Some((rung, _)) => Step::Better(rung),
        None => Step::Same,
    }
}

/// Greater where the gap has widened.
fn gap(was: &Finding, is: &Finding, tolerance: u32) -> Ordering {
    let Some((was, is)) = was.gap.zip(is.gap) else { return Ordering::Equal };
    // A figure against none at all is the widest, unless both are days.
    let ratios = match (was.ratio_hundredths, is.ratio_hundredths) {
        (Some(was), Some(is)) if was.min(is) < TELLING => moved(Count::whole(was), Count::whole(is), tolerance),
        (Some(was), Some(is)) => return moved(Count::whole(was), Count::whole(is), tolerance),
        (None, Some(_)) => Ordering::Less,
        (Some(_), None) => Ordering::Greater,
        (None, None) => Ordering::Equal,
    };
    ratios.then_with(|| moved(was.absolute, is.absolute, tolerance))
}

/// Greater where a number has grown by more than the tolerance, in percent of the larger one.
fn moved(was: Count, is: Count, tolerance: u32) -> Ordering {
    let (was, is) = (was.millionths(), is.millionths());
    let room = was.max(is).saturating_mul(i128::from(tolerance));
    if (is - was).abs().saturating_mul(100) <= room { Ordering::Equal } else { is.cmp(&was) }
}

/// Greater where there are more episodes of its own in the second than in the first.
fn episodes(was: &Finding, is: &Finding) -> Ordering {
    own_episodes(is, was).cmp(&own_episodes(was, is))
}

/// The claims of the first episode that one finding has and the other has not.
pub(crate) fn own_episode<'a>(of: &'a Finding, other: &'a Finding) -> Option<&'a [String]> {
    own(of, other).next().map(|spell| &spell.widest[..])
}

fn own_episodes(of: &Finding, other: &Finding) -> usize {
    own(of, other).count()
}

fn own<'a>(of: &'a Finding, other: &'a Finding) -> impl Iterator<Item = &'a Spell> {
    let between_two = of.sides.len() > 1;
    let last = other.episodes.iter().filter_map(|spell| spell.to).max();
    let goes_on = move |spell: &Spell| between_two && spell.from.zip(last).is_some_and(|(from, last)| from > last);
    let is_own = move |spell: &&Spell| !other.episodes.iter().any(|known| meets(spell, known)) && !goes_on(spell);
    of.episodes.iter().filter(is_own)
}

fn meets(a: &Spell, b: &Spell) -> bool {
    let before = |a: &Spell, b: &Spell| a.to.zip(b.from).is_some_and(|(to, from)| to < from);
    !before(a, b) && !before(b, a)
}
