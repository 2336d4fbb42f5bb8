//! What the ids of claims are made of.

use super::mapping::{ClaimMap, Day, Field, IdPart, PeriodMap};

/// The words of a claim that may tell it from others, in the order in which an id names them.
const WORDS: [IdPart; 5] = [IdPart::Source, IdPart::Measure, IdPart::Subject, IdPart::Place, IdPart::Basis];

/// What tells the ids of two claims of one row apart: their parts, and the constants among them.
type Pattern = (Vec<IdPart>, Vec<Option<Box<str>>>);

/// Gives each claim an id made of what changes from row to row or from claim to claim: the day, the
/// source, the measure. Row numbers would change with every row that is put in between.
pub(super) fn name_claims(claims: &mut [ClaimMap]) {
    let words: Vec<IdPart> = WORDS.into_iter().filter(|&part| varies(part, claims)).collect();
    let mut taken: Vec<Pattern> = Vec::new();
    for (number, claim) in claims.iter_mut().enumerate() {
        let mut parts = if claim.id.is_empty() { days(claim) } else { claim.id.clone() };
        let own = words.iter().copied().filter(|&part| word(part, claim).is_some());
        let told_by_cells = !parts.is_empty()
            || words.iter().any(|&part| word(part, claim).is_some_and(|field| field.column().is_some()));
        parts.extend(own);
        if !told_by_cells {
            parts.push(IdPart::Row);
        }
        let constants = words.iter().map(|&part| match word(part, claim) {
            Some(Field::Constant(text)) => Some(text.clone()),
            _ => None,
        });
        let key = (parts.clone(), constants.collect());
        if taken.contains(&key) {
            parts.push(IdPart::Claim(number + 1));
        }
        taken.push(key);
        claim.id = parts;
        claim.number = number;
    }
}

fn days(claim: &ClaimMap) -> Vec<IdPart> {
    let part = |day: &Day, part: IdPart| day.column().map(|_| part);
    let parts = match (&claim.period, &claim.said) {
        (Some(PeriodMap::FromTo(from, to)), _) => [part(from, IdPart::From), part(to, IdPart::To)],
        (Some(PeriodMap::On(day)), _) => [part(day, IdPart::To), None],
        (None, Some(said)) => [part(said, IdPart::Said), None],
        (None, None) => [None, None],
    };
    parts.into_iter().flatten().collect()
}

/// The field that a part of an id is taken from.
pub(super) fn word(part: IdPart, claim: &ClaimMap) -> Option<&Field> {
    match part {
        IdPart::Source => Some(&claim.source),
        IdPart::Measure => Some(&claim.measure),
        IdPart::Subject => Some(&claim.subject),
        IdPart::Place => claim.place.as_ref(),
        IdPart::Basis => claim.basis.as_ref(),
        _ => None,
    }
}

fn varies(part: IdPart, claims: &[ClaimMap]) -> bool {
    let constant = |claim: &ClaimMap| match word(part, claim) {
        Some(Field::Constant(text)) => Some(Some(text.clone())),
        Some(Field::Lookup(_)) => None,
        None => Some(None),
    };
    let first = claims.first().and_then(constant);
    claims.iter().any(|claim| first.is_none() || constant(claim) != first)
}
