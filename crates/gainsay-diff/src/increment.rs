//! What a source states to have come on top on the day of an edited total.

use crate::delta::Increment;
use chrono::{Days, NaiveDate};
use gainsay_claim::{
    Basis, Claim, ClaimId, Corpus, Count, CountValue, MeasureId, Period, PlaceId, SourceId, SubjectId, Value,
};
use std::collections::{HashMap, HashSet};

type Quantity = (SourceId, MeasureId, SubjectId, PlaceId, Basis, Period);

/// Increments and totals of the second revision that stand beside edited totals.
#[derive(Default)]
pub(crate) struct Increments {
    figures: HashMap<Quantity, Option<Count>>,
}

impl Increments {
    /// Looks up what stands around the edited claims, in one pass through the corpus.
    pub(crate) fn around(edited: &[(ClaimId, ClaimId)], base: &Corpus, head: &Corpus) -> Increments {
        let changed = edited.iter().filter(|(old, new)| base.claim(*old).value != head.claim(*new).value);
        let wanted: HashSet<Quantity> =
            changed.filter_map(|(_, new)| beside(head.claim(*new))).flat_map(|(day, before)| [day, before]).collect();
        let mut figures: HashMap<Quantity, Option<Count>> = HashMap::new();
        if wanted.is_empty() {
            return Increments::default();
        }
        for (number, claim) in head.claims.iter().enumerate() {
            let Some(quantity) = claim.period.map(|period| quantity(claim, period)) else { continue };
            let Some(figure) = figure(claim).filter(|_| wanted.contains(&quantity)) else { continue };
            if head.correction(ClaimId(number as u32)).is_some() {
                continue;
            }
            // Two accounts that differ say nothing about the sum.
            let known = figures.entry(quantity).or_insert(Some(figure));
            *known = known.filter(|known| *known == figure);
        }
        Increments { figures }
    }

    /// Whether the total before and the stated increment make the edited total; nothing where one of the
    /// two is not on file. A claim that has moved on by a day has its own old figure before it.
    pub(crate) fn agree(&self, (_, was): (&Corpus, &Claim), (_, is): (&Corpus, &Claim)) -> Option<Increment> {
        let (day, before) = beside(is)?;
        let stated = self.figures.get(&day).copied().flatten()?;
        let own = || figure(was).filter(|_| was.period == Some(before.5));
        let before = self.figures.get(&before).copied().flatten().or_else(own)?;
        let makes = before.plus(stated);
        Some(if figure(is)? == makes { Increment::Agrees } else { Increment::Differs { stated, makes } })
    }
}

/// The increment of a running total's last day, and the total of the day before.
fn beside(claim: &Claim) -> Option<(Quantity, Quantity)> {
    let period = claim.period.filter(|period| period.days() > 1)?;
    let eve: NaiveDate = period.to().checked_sub_days(Days::new(1))?;
    Some((quantity(claim, Period::day(period.to())), quantity(claim, Period::new(period.from(), eve)?)))
}

fn quantity(claim: &Claim, period: Period) -> Quantity {
    (claim.source, claim.measure, claim.subject, claim.place, claim.basis, period)
}

fn figure(claim: &Claim) -> Option<Count> {
    match claim.value {
        Value::Count(CountValue::Exactly(figure) | CountValue::About { figure, .. }) => Some(figure),
        _ => None,
    }
}
