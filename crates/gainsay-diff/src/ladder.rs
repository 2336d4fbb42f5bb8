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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::FindingSide;
    use chrono::NaiveDate;
    use gainsay_compare::{Certainty, Gap, Level};

    fn day(number: u32) -> Option<NaiveDate> {
        NaiveDate::from_ymd_opt(2023, 4, number)
    }

    fn spell(from: u32, to: u32) -> Spell {
        Spell { from: day(from), to: day(to), pairs: 1, widest: Vec::new(), latest: Vec::new() }
    }

    fn found(sources: &[&str], gap: Option<(u64, u64)>, episodes: Vec<Spell>) -> Finding {
        let side = |source: &&str| FindingSide { source: (*source).to_owned(), claims: Vec::new() };
        Finding {
            id: "count-conflict/killed/russian-forces/ukraine/a~b".into(),
            rule: "count-conflict".into(),
            level: Level::Conflict,
            certainty: Certainty::Certain,
            readings: Vec::new(),
            cause: "true-conflict".into(),
            topic: "killed/russian-forces/ukraine".into(),
            sides: sources.iter().map(side).collect(),
            lead: Vec::new(),
            gap: gap.map(|(ratio, absolute)| Gap {
                ratio_hundredths: Some(ratio).filter(|ratio| *ratio > 0),
                absolute: Count::whole(absolute),
            }),
            episodes,
            because: Vec::new(),
            summary: String::new(),
            acknowledged: None,
        }
    }

    fn gaps(was: (u64, u64), is: (u64, u64)) -> Step {
        let finding = |gap| found(&["a", "b"], Some(gap), vec![spell(1, 2)]);
        step(&finding(was), &finding(is), 1)
    }

    #[test]
    fn a_gap_moves_only_beyond_the_tolerance() {
        assert_eq!(gaps((200, 1_000), (203, 1_030)), Step::Worse(Rung::Gap));
        assert_eq!(gaps((200, 1_000), (202, 1_020)), Step::Same);
        assert_eq!(gaps((203, 1_030), (200, 1_000)), Step::Better(Rung::Gap));
        // Where the ratio tells something, a difference that grows with the figures is no wider gap.
        assert_eq!(gaps((200, 1_000), (200, 9_000)), Step::Same);
        assert_eq!(gaps((100, 690), (100, 1_380)), Step::Worse(Rung::Gap));
        assert_eq!(gaps((100, 690), (100, 695)), Step::Same);
        // A figure against none at all is the widest; days have no ratio.
        assert_eq!(gaps((900, 9), (0, 9)), Step::Worse(Rung::Gap));
        assert_eq!(gaps((0, 2), (0, 3)), Step::Worse(Rung::Gap));
    }

    #[test]
    fn level_comes_before_certainty_and_that_before_the_gap() {
        let was = found(&["a", "b"], Some((900, 9)), Vec::new());
        let note = Finding { level: Level::Note, ..was.clone() };
        let hedged = Finding { certainty: Certainty::Hedged, ..was.clone() };
        let narrow = found(&["a", "b"], Some((150, 9)), Vec::new());
        assert_eq!(step(&note, &narrow, 1), Step::Worse(Rung::Level));
        assert_eq!(step(&hedged, &narrow, 1), Step::Worse(Rung::Certainty));
        assert_eq!(step(&narrow, &hedged, 1), Step::Better(Rung::Certainty));
        assert_eq!(step(&was, &narrow, 1), Step::Better(Rung::Gap));
    }

    #[test]
    fn a_series_that_goes_on_is_the_same_and_a_break_elsewhere_is_not() {
        let between = |episodes| found(&["a", "b"], Some((200, 9)), episodes);
        let within = |episodes| found(&["a"], Some((200, 9)), episodes);
        assert_eq!(step(&between(vec![spell(5, 9)]), &between(vec![spell(5, 20)]), 1), Step::Same);
        assert_eq!(step(&between(vec![spell(5, 9)]), &between(vec![spell(5, 9), spell(15, 15)]), 1), Step::Same);
        let earlier = between(vec![spell(1, 2), spell(5, 9)]);
        assert_eq!(step(&between(vec![spell(5, 9)]), &earlier, 1), Step::Worse(Rung::Episodes));
        assert_eq!(step(&earlier, &between(vec![spell(5, 9)]), 1), Step::Better(Rung::Episodes));
        // Within one source each run is another event.
        assert_eq!(
            step(&within(vec![spell(5, 5)]), &within(vec![spell(5, 5), spell(15, 15)]), 1),
            Step::Worse(Rung::Episodes)
        );
    }
}
