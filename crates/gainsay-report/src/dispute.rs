//! Conflicts that are shown together: one source against one or several others, for one cause.

use gainsay_claim::period::ShortDay;
use gainsay_claim::{ClaimId, Corpus, Count, MeasureId, SourceId};
use gainsay_compare::{Certainty, Discrepancy, Reading};
use std::collections::HashMap;

/// Conflicts of one rule, certainty and cause in which one source stands against others.
#[derive(Debug)]
pub struct Dispute<'a> {
    /// The conflicts, the widest first.
    pub discrepancies: Vec<&'a Discrepancy>,
    /// The claims. With the first of them the source stands against those that follow it.
    pub stands: Vec<Vec<ClaimId>>,
    /// Whether the steps of the conflicts call the source that stands against the others the second.
    is_turned: bool,
}

/// What conflicts that share a cause have in common.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct Likeness<'a> {
    rule: &'static str,
    certainty: Certainty,
    readings: &'a [Reading],
    cause: String,
}

/// The conflicts of one topic, put together; in the order of the widest of each.
pub fn disputes<'a>(corpus: &Corpus, conflicts: &[&'a Discrepancy]) -> Vec<Dispute<'a>> {
    let likenesses: Vec<Likeness<'_>> = conflicts.iter().map(|conflict| Likeness::of(corpus, conflict)).collect();
    let mut others: HashMap<(&Likeness<'_>, SourceId), usize> = HashMap::new();
    for (conflict, likeness) in conflicts.iter().zip(&likenesses) {
        for side in &conflict.sides {
            *others.entry((likeness, side.source)).or_default() += 1;
        }
    }
    let mut disputes: Vec<Dispute<'_>> = Vec::new();
    let mut known: HashMap<(&Likeness<'_>, SourceId, bool), usize> = HashMap::new();
    let mut stands: HashMap<(usize, ClaimId), usize> = HashMap::new();
    for (conflict, likeness) in conflicts.iter().zip(&likenesses) {
        let lead = in_order_of_steps(corpus, conflict);
        let (&[first, second], [_, _]) = (&lead[..], &conflict.sides[..]) else {
            disputes.push(Dispute { discrepancies: vec![conflict], stands: vec![lead], is_turned: false });
            continue;
        };
        let number = |claim: ClaimId| others.get(&(likeness, corpus.claim(claim).source)).copied().unwrap_or(0);
        let is_turned = number(second) > number(first);
        let (own, other) = if is_turned { (second, first) } else { (first, second) };
        let position = *known.entry((likeness, corpus.claim(own).source, is_turned)).or_insert_with(|| {
            disputes.push(Dispute { discrepancies: Vec::new(), stands: Vec::new(), is_turned });
            disputes.len() - 1
        });
        let dispute = &mut disputes[position];
        dispute.discrepancies.push(conflict);
        let stand = *stands.entry((position, own)).or_insert_with(|| {
            dispute.stands.push(vec![own]);
            dispute.stands.len() - 1
        });
        dispute.stands[stand].push(other);
    }
    disputes
}

/// The leading claims in the order in which the steps name them, so that "the first" and "the second"
/// in a step are the first and the second line.
pub fn in_order_of_steps(corpus: &Corpus, discrepancy: &Discrepancy) -> Vec<ClaimId> {
    let mut lead = discrepancy.lead.clone();
    lead.sort_by_key(|id| {
        let name = format!("`{}`", corpus.claim(*id).id);
        discrepancy.because.iter().position(|step| step.contains(&name)).unwrap_or(usize::MAX)
    });
    lead
}

/// The readings under which a discrepancy holds: whose wording, and what it must mean.
pub fn readings(discrepancy: &Discrepancy) -> Vec<(SourceId, MeasureId, Vec<MeasureId>)> {
    let mut readings: Vec<(SourceId, MeasureId, Vec<MeasureId>)> = Vec::new();
    for reading in &discrepancy.readings {
        match readings.iter_mut().find(|known| (known.0, known.1) == (reading.source, reading.wording)) {
            Some(known) => known.2.push(reading.means),
            None => readings.push((reading.source, reading.wording, vec![reading.means])),
        }
    }
    readings
}

impl<'a> Dispute<'a> {
    /// The conflict that stands for all: the widest.
    pub fn foremost(&self) -> &'a Discrepancy {
        self.discrepancies[0]
    }

    /// Why the claims cannot all hold, in a line.
    pub fn cause(&self, corpus: &Corpus) -> String {
        let mut text = cause(corpus, self.foremost());
        if self.is_turned {
            text = text.replace("the second", "the first");
        }
        if self.discrepancies.iter().any(|other| cause(corpus, other) != cause(corpus, self.foremost())) {
            text.push_str("; likewise for the others");
        }
        if let Some(extent) = self.extent() {
            text.push_str(&format!("; {extent}"));
        }
        text
    }

    /// `18 pairs in all, 2 Mar 2022 … 31 Jan 2023`, where it goes on for more than a month.
    fn extent(&self) -> Option<String> {
        let episodes = || self.discrepancies.iter().flat_map(|discrepancy| &discrepancy.episodes);
        let from = episodes().filter_map(|episode| episode.from).min()?;
        let to = episodes().filter_map(|episode| episode.to).max()?;
        let pairs: u64 = episodes().map(|episode| episode.pairs).sum();
        let is_long = (to - from).num_days() > MONTH && pairs > self.discrepancies.len() as u64;
        is_long.then(|| format!("{} pairs in all, {} … {}", Count::whole(pairs), ShortDay(from), ShortDay(to)))
    }
}

/// How many days a conflict may go on before it is worth a word.
const MONTH: i64 = 31;

impl<'a> Likeness<'a> {
    fn of(corpus: &Corpus, conflict: &'a Discrepancy) -> Likeness<'a> {
        Likeness {
            rule: conflict.rule.id,
            certainty: conflict.certainty,
            readings: &conflict.readings,
            cause: without_figures(&cause(corpus, conflict)),
        }
    }
}

/// The last steps that say more than the claims and the readings, which are shown beside them.
fn cause(corpus: &Corpus, discrepancy: &Discrepancy) -> String {
    let said: Vec<String> = discrepancy.lead.iter().map(|id| format!("`{}`", corpus.claim(*id).id)).collect();
    let restates = |step: &str| {
        let claim = said.iter().any(|name| step.starts_with(name.as_str())) || (step.starts_with('`') && step.contains("`: "));
        claim || (step.starts_with("it holds if ") && !discrepancy.readings.is_empty())
    };
    let steps: Vec<&str> = discrepancy.because.iter().map(String::as_str).filter(|step| !restates(step)).collect();
    if steps.is_empty() {
        return discrepancy.summary.clone();
    }
    let cause = steps[steps.len().saturating_sub(2)..].join("; ").replace('`', "");
    cause.strip_prefix("so ").unwrap_or(&cause).to_owned()
}

/// A cause without what differs from one pair of claims to the next: figures, days, quoted words.
fn without_figures(cause: &str) -> String {
    let mut kept = String::with_capacity(cause.len());
    let mut quoted = false;
    for word in cause.split_whitespace() {
        quoted |= word.starts_with('“');
        let is_figure = word.contains(|letter: char| letter.is_ascii_digit()) || MONTHS.contains(&word);
        if !quoted && !is_figure {
            kept.push_str(word);
            kept.push(' ');
        }
        quoted &= !word.contains('”');
    }
    kept
}

const MONTHS: [&str; 12] =
    ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
