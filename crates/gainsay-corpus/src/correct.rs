//! Which claim replaces which.

use crate::complaint::{Complaint, Place};
use crate::found::Found;
use crate::merge::Correction;
use gainsay_claim::vocabulary::nearest;
use gainsay_claim::{ClaimId, Corpus};
use std::collections::{BTreeMap, BTreeSet};

/// In how many claims a nearest id is looked for.
const FEW: usize = 20_000;

/// The corrections of a corpus, sorted, and those that make no sense. `broken` holds the ids of
/// claims that are there and could not be read; a correction of one of them is not complained of.
pub(crate) fn corrections(
    stated: Vec<Correction>,
    corpus: &Corpus,
    broken: &BTreeSet<String>,
    files: &[Found<'_>],
) -> (Vec<(ClaimId, ClaimId)>, Vec<Complaint>) {
    let mut complaints = Vec::new();
    let mut complain = |claim: ClaimId, message: String, help: String| {
        complaints.push(Complaint::error(
            Place::of_claim(corpus.claim(claim).origin, "corrects", files),
            message,
            help,
        ));
    };
    let mut corrected: BTreeMap<ClaimId, ClaimId> = BTreeMap::new();
    for (id, of) in stated {
        // A claim whose id stands twice is gone, and another one may stand in its place.
        let Some(claim) = corpus.find(&id).filter(|&claim| corpus.claim(claim).words.corrects() == Some(&*of)) else {
            continue;
        };
        match corpus.find(&of) {
            None if broken.contains(&*of) => {}
            None => {
                let near = if corpus.claims.len() <= FEW {
                    nearest(&of, corpus.claims.iter().map(|claim| &*claim.id))
                } else {
                    None
                };
                let help = near.map_or_else(
                    || "name the claim that this one replaces, or take the field away".to_owned(),
                    |near| format!("did you mean `{near}`?"),
                );
                complain(claim, format!("no claim is called `{of}`"), help);
            }
            Some(old) if old == claim => complain(
                claim,
                "this claim corrects itself".into(),
                "name the claim that it replaces, or take the field away".into(),
            ),
            Some(old) if !may_speak_for(claim, old, corpus) => {
                let source = |claim: ClaimId| &corpus.vocabulary.source(corpus.claim(claim).source).entry.id;
                let message =
                    format!("`{of}` is a claim of `{}`, which `{}` cannot correct", source(old), source(claim));
                complain(claim, message, "take the field away; two sources that differ are compared".into());
            }
            Some(old) => match corrected.get(&old) {
                Some(&other) if other != claim => {
                    let other = &corpus.claim(other).id;
                    complain(
                        claim,
                        format!("`{of}` has been corrected by `{other}`"),
                        format!("let this claim correct `{other}`, or take the field away"),
                    );
                }
                _ => {
                    corrected.insert(old, claim);
                }
            },
        }
    }
    for circle in circles(&corrected) {
        let ids: Vec<String> = circle.iter().map(|&claim| format!("`{}`", corpus.claim(claim).id)).collect();
        complain(
            circle[0],
            format!("these claims correct each other in a circle: {}", ids.join(", ")),
            "take `corrects` away from the oldest of them".into(),
        );
        for old in circle {
            corrected.remove(&old);
        }
    }
    (corrected.into_iter().collect(), complaints)
}

/// Whether the source of one claim is that of the other, a part of it or the whole of it: nobody else
/// can take a statement back.
fn may_speak_for(claim: ClaimId, old: ClaimId, corpus: &Corpus) -> bool {
    let (new, old) = (corpus.claim(claim).source, corpus.claim(old).source);
    corpus.vocabulary.source_contains(new, old) || corpus.vocabulary.source_contains(old, new)
}

/// The circles, each from its first claim on.
fn circles(corrected: &BTreeMap<ClaimId, ClaimId>) -> Vec<Vec<ClaimId>> {
    let mut circles = Vec::new();
    let mut seen: BTreeMap<ClaimId, ClaimId> = BTreeMap::new();
    for &start in corrected.keys() {
        let mut place = start;
        while !seen.contains_key(&place) {
            seen.insert(place, start);
            match corrected.get(&place) {
                Some(&next) => place = next,
                None => break,
            }
        }
        if seen[&place] != start || !corrected.contains_key(&place) {
            continue;
        }
        let mut circle = vec![place];
        let mut next = corrected[&place];
        while next != place {
            circle.push(next);
            next = corrected[&next];
        }
        let least = circle.iter().enumerate().min_by_key(|(_, claim)| **claim).map_or(0, |(index, _)| index);
        circle.rotate_left(least);
        circles.push(circle);
    }
    circles
}
