//! Conflicts that are shown together: one source against one or several others, for one cause.

use crate::layout::width;
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

/// What conflicts that share a cause have in common: the last step to it, but for its figures.
#[derive(Debug, PartialEq, Eq, Hash)]
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

    /// Why the claims cannot all hold. How far it goes is said as long as it fits into a line of some
    /// columns.
    pub fn cause(&self, corpus: &Corpus, columns: usize) -> String {
        let foremost = steps(corpus, self.foremost());
        let is_alike = self.discrepancies.iter().all(|other| steps(corpus, other) == foremost);
        let others = if is_alike { "" } else { "; likewise the others" };
        let extent = self.extent().map(|extent| format!(" ({extent})")).unwrap_or_default();
        let [full, last] = [told(&foremost), told(&foremost[foremost.len().saturating_sub(1)..])];
        // Within one source the step before the last says what the claims show: one thing, the same days.
        let is_within = self.foremost().sides.len() < 2;
        let cause = if is_within && width(&full) + width(others) > columns { last } else { full };
        let cause = cause.strip_prefix("so ").unwrap_or(&cause);
        let cause = if self.is_turned { cause.replace("the second", "the first") } else { cause.to_owned() };
        let fits = width(&cause) + width(others) + width(&extent) <= columns;
        format!("{cause}{others}{}", if fits { &extent } else { "" })
    }

    /// `18 pairs, to 31 Jan 2023`, where it goes on for more than a month.
    fn extent(&self) -> Option<String> {
        let episodes = || self.discrepancies.iter().flat_map(|discrepancy| &discrepancy.episodes);
        let from = episodes().filter_map(|episode| episode.from).min()?;
        let to = episodes().filter_map(|episode| episode.to).max()?;
        let pairs: u64 = episodes().map(|episode| episode.pairs).sum();
        let is_long = (to - from).num_days() > MONTH && pairs > self.discrepancies.len() as u64;
        is_long.then(|| format!("{} pairs, to {}", Count::whole(pairs), ShortDay(to)))
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
            cause: without_figures(steps(corpus, conflict).last().copied().unwrap_or_default()),
        }
    }
}

/// The last steps that say more than the claims and the readings, which are shown beside them; the
/// summary where there are none.
fn steps<'a>(corpus: &Corpus, discrepancy: &'a Discrepancy) -> Vec<&'a str> {
    let said: Vec<String> = discrepancy.lead.iter().map(|id| format!("`{}`", corpus.claim(*id).id)).collect();
    let restates = |step: &str| {
        let claim =
            said.iter().any(|name| step.starts_with(name.as_str())) || (step.starts_with('`') && step.contains("`: "));
        claim || (step.starts_with("it holds if ") && !discrepancy.readings.is_empty())
    };
    let mut steps: Vec<&str> =
        discrepancy.because.iter().map(String::as_str).filter(|step| !restates(step)).map(reason).collect();
    if steps.is_empty() {
        steps.push(&discrepancy.summary);
    }
    steps.split_off(steps.len().saturating_sub(2))
}

/// Steps in a sentence.
fn told(steps: &[&str]) -> String {
    steps.join("; ").replace("; so ", ", so ").replace('`', "")
}

/// Of "A, because B" B alone: A is seen in the claims.
fn reason(step: &str) -> &str {
    step.rsplit_once(", because ").map_or(step, |(_, reason)| reason)
}

/// A cause without what differs from one pair of claims to the next: figures, days, quoted words.
fn without_figures(cause: &str) -> String {
    let mut kept = String::with_capacity(cause.len());
    let mut quoted = false;
    for word in cause.split_whitespace() {
        quoted |= word.starts_with('“');
        let is_figure =
            word.contains(|letter: char| letter.is_ascii_digit()) || gainsay_claim::period::MONTHS.contains(&word);
        if !quoted && !is_figure {
            kept.push_str(word);
            kept.push(' ');
        }
        quoted &= !word.contains('”');
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::specimen;
    use gainsay_compare::Side;

    /// The specimen's count conflict between the two claims with these ids.
    fn between(corpus: &Corpus, first: &str, second: &str, because: &str) -> Discrepancy {
        let analysis = specimen::analysis(corpus);
        let mut conflict = analysis.discrepancies[1].clone();
        conflict.lead = [first, second].map(|id| corpus.find(id).expect("the claim is there")).into();
        conflict.sides =
            conflict.lead.iter().map(|id| Side { source: corpus.claim(*id).source, claims: vec![*id] }).collect();
        conflict.because = vec![format!("`{first}`: one"), format!("`{second}`: the other"), because.to_owned()];
        conflict
    }

    fn shown(corpus: &Corpus, conflicts: &[Discrepancy]) -> Vec<(Vec<Vec<String>>, String)> {
        let found: Vec<&Discrepancy> = conflicts.iter().collect();
        let name = |id: &ClaimId| corpus.claim(*id).id.to_string();
        let stands =
            |dispute: &Dispute<'_>| dispute.stands.iter().map(|stand| stand.iter().map(name).collect()).collect();
        disputes(corpus, &found).iter().map(|dispute| (stands(dispute), dispute.cause(corpus, 200))).collect()
    }

    #[test]
    fn a_claim_against_several_is_shown_once() {
        let corpus = specimen::corpus();
        let conflicts = [
            between(&corpus, "gs/total", "mod/killed", "so the second cannot be below 9, yet it is 5 at most"),
            between(&corpus, "gs/total", "mz/names", "so the second cannot be below 9, yet it is 7 at most"),
            between(&corpus, "mod/killed", "mz/names", "each name is one of the killed"),
        ];
        let cause = "the second cannot be below 9, yet it is 5 at most; likewise the others".to_owned();
        let expected = [
            (vec![vec!["gs/total".to_owned(), "mod/killed".to_owned(), "mz/names".to_owned()]], cause),
            (vec![vec!["mod/killed".to_owned(), "mz/names".to_owned()]], "each name is one of the killed".to_owned()),
        ];
        assert_eq!(shown(&corpus, &conflicts), expected);
    }

    #[test]
    fn the_second_that_comes_first_is_called_the_first() {
        let corpus = specimen::corpus();
        let because = "so the second cannot be below 9, yet it is 5 at most";
        let conflicts =
            [between(&corpus, "gs/total", "mz/names", because), between(&corpus, "mod/killed", "mz/names", because)];
        let cause = "the first cannot be below 9, yet it is 5 at most".to_owned();
        let stand = ["mz/names", "gs/total", "mod/killed"].map(str::to_owned).to_vec();
        assert_eq!(shown(&corpus, &conflicts), [(vec![stand], cause)]);
    }
}
