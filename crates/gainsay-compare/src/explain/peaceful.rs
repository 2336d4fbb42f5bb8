//! Why no rule speaks up: the claims can both hold, or cannot be compared.

use super::{Dimension, PairExplanation, Relation, Verdict};
use crate::discrepancy::Cause;
use crate::words;
use gainsay_claim::rounding::same_figure;
use gainsay_claim::vocabulary::Kind;
use gainsay_claim::{Basis, ClaimId, Corpus, Value};

pub(super) fn explain(corpus: &Corpus, first: ClaimId, second: ClaimId, dimensions: Vec<Dimension>) -> PairExplanation {
    let (verdict, cause, reason) = ladder(corpus, first, second, &dimensions);
    let because = vec![words::gives(corpus, first), words::gives(corpus, second), reason];
    PairExplanation { dimensions, verdict, cause, because }
}

/// Rules out what cannot be compared, rung by rung, before it says that both can hold.
fn ladder(corpus: &Corpus, first: ClaimId, second: ClaimId, dimensions: &[Dimension]) -> (Verdict, Cause, String) {
    use Verdict::{CanBothHold, CannotBeCompared};
    let (a, b) = (corpus.claim(first), corpus.claim(second));
    let relation = |name: &str| {
        dimensions
            .iter()
            .find(|dimension| dimension.name == name)
            .map_or(Relation::Apart, |dimension| dimension.relation)
    };
    let vocabulary = &corpus.vocabulary;
    let kind = vocabulary.measure(a.measure).kind;
    if vocabulary.measure(b.measure).kind != kind || relation("measure") == Relation::Apart {
        return (CannotBeCompared, Cause::Definition, "they count or describe different things".into());
    }
    if relation("measure") == Relation::Overlap {
        return (CannotBeCompared, Cause::Definition, "the definitions overlap and neither contains the other".into());
    }
    if relation("subject") == Relation::Apart {
        return (CannotBeCompared, Cause::Subject, "they are about different people or things".into());
    }
    if relation("place") == Relation::Apart {
        return (CannotBeCompared, Cause::Place, "the places have nothing in common".into());
    }
    match kind {
        Kind::Count | Kind::Stock => counts(corpus, first, second, relation),
        Kind::Text => (CannotBeCompared, Cause::Definition, "free statements are not compared".into()),
        _ if a.value == b.value => (CanBothHold, Cause::Agreement, "they say the same".into()),
        Kind::Date => (CanBothHold, Cause::Agreement, "some day lies in both ranges".into()),
        _ if relation("period") == Relation::Apart => (CanBothHold, Cause::Date, "they speak of different days".into()),
        _ => (CanBothHold, Cause::Agreement, "the one does not exclude the other".into()),
    }
}

fn counts(
    corpus: &Corpus,
    first: ClaimId,
    second: ClaimId,
    relation: impl Fn(&str) -> Relation,
) -> (Verdict, Cause, String) {
    use Verdict::{CanBothHold, CannotBeCompared};
    let (a, b) = (corpus.claim(first), corpus.claim(second));
    let (Value::Count(x), Value::Count(y)) = (&a.value, &b.value) else {
        return (CanBothHold, Cause::Silence, "at least one of them gives no figure".into());
    };
    let inside = |name: &str| matches!(relation(name), Relation::Same | Relation::FirstInside);
    let outside = |name: &str| matches!(relation(name), Relation::Same | Relation::SecondInside);
    let dimensions = ["measure", "subject", "place", "period"];
    let forward = dimensions.iter().all(|name| inside(name) || relation(name) == Relation::Depends);
    let backward = dimensions.iter().all(|name| outside(name) || relation(name) == Relation::Depends);
    if a.basis == Basis::Documented && b.basis == Basis::Documented && a.source != b.source {
        return (
            CannotBeCompared,
            Cause::Basis,
            "each source documents its own cases, so neither count bounds the other".into(),
        );
    }
    if relation("period") == Relation::Apart || relation("period") == Relation::Overlap {
        return (CannotBeCompared, Cause::Date, "neither period lies inside the other".into());
    }
    if relation("period") == Relation::Same && x == y {
        return (CanBothHold, Cause::Agreement, "they give the same figure".into());
    }
    if relation("measure") != Relation::Same {
        let reason = if forward || backward {
            "one definition contains the other, and the figures leave room for that"
        } else {
            "one definition contains the other, but not so the rest, so neither bounds the other"
        };
        return (CanBothHold, Cause::Definition, reason.into());
    }
    if a.basis != b.basis {
        return (
            CanBothHold,
            Cause::Basis,
            "cases documented one by one are a floor, and the total is not below it".into(),
        );
    }
    if relation("subject") != Relation::Same {
        return (CanBothHold, Cause::Subject, "one is about a part of what the other is about".into());
    }
    if relation("place") != Relation::Same {
        return (CanBothHold, Cause::Place, "one place lies in the other".into());
    }
    if relation("period") != Relation::Same {
        return (CanBothHold, Cause::Date, "one period lies inside the other, and a total may rise".into());
    }
    let (figure, other) = (x.figure(), y.figure());
    if figure != other && same_figure(figure, other) {
        return (CanBothHold, Cause::Rounding, "one figure is a rounded form of the other".into());
    }
    (CanBothHold, Cause::Agreement, "a number lies within the bounds of both".into())
}
