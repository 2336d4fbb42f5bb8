#![doc = include_str!("retold-differently.md")]

use crate::discrepancy::Cause;
use crate::findings::{Findings, Pair};
use crate::rules::silent_revision::{add, agree, figures, for_each_pair, thing};
use crate::words;
use gainsay_align::{Group, NO_TIME, Series, claim_days, day_number, one_speaker, said_together};
use gainsay_claim::{Claim, Corpus};

const ID: &str = "retold-differently";

pub(crate) fn find(group: &Group<'_>, findings: &mut Findings) {
    for_each_pair(group, |series, first, second| {
        let (a, b) = (group.corpus.claim(first), group.corpus.claim(second));
        if a.document == b.document || !said_together(a, b) || !one_speaker(a, b) || agree(group.corpus, a, b) {
            return;
        }
        if a.retold && b.retold && own_publication_decides(group, series, a, b) {
            return;
        }
        // The source's own publication is the reference; of two retellings the first by id.
        let (reference, account) = if a.retold && !b.retold { (second, first) } else { (first, second) };
        let day = a.as_of().map_or(NO_TIME, day_number);
        let pair = Pair::of(reference, account, figures(a, b), voice);
        add(group, ID, series, Cause::Retelling, day, pair, findings);
    });
}

/// Whether the source's own publication is there and departs from one of two retellings, so that the
/// pairs with it say what the pair of retellings would say.
fn own_publication_decides(group: &Group<'_>, series: &Series<'_>, a: &Claim, b: &Claim) -> bool {
    let (from, to) = claim_days(a, series.kind);
    series.over(from, to).iter().map(|point| group.corpus.claim(point.claim)).any(|own| {
        !own.retold
            && said_together(own, a)
            && said_together(own, b)
            && !(agree(group.corpus, own, a) && agree(group.corpus, own, b))
    })
}

/// Who carries a claim: the outlet nearest to us, else the publisher of the document; by the name in
/// the vocabulary where it has one.
pub(crate) fn carrier(corpus: &Corpus, claim: &Claim) -> String {
    let document = corpus.document(claim.document);
    let outlet = claim.words.via().next().or(document.publisher.as_deref());
    match outlet {
        Some(outlet) => match corpus.vocabulary.find_source(outlet) {
            Some(known) => words::source(corpus, known).to_owned(),
            None => words::plain(outlet),
        },
        None => format!("`{}`", document.id),
    }
}

fn voice(corpus: &Corpus, pair: &Pair) -> (String, Vec<String>) {
    let (reference, account) = (corpus.claim(pair.first[0]), corpus.claim(pair.second[0]));
    let mut because = vec![words::gives(corpus, pair.first[0]), words::gives(corpus, pair.second[0])];
    because.push("both are accounts of one statement: one source, one thing, the same days, said on one day".into());
    because.push(match (reference.retold, account.retold) {
        (true, _) => "neither is the source's own publication".into(),
        (false, true) => format!("`{}` is the source's own publication", reference.id),
        (false, false) => "both stand as the source's own publication, in two documents".into(),
    });
    because.push("the figures are not rounded forms of each other".into());
    let whose = words::source(corpus, reference.source);
    let account_of = |claim: &Claim| match (claim.retold, account.retold) {
        (true, _) => format!("as carried by {}", carrier(corpus, claim)),
        (false, true) => "as published".to_owned(),
        (false, false) => format!("in `{}`", corpus.document(claim.document).id),
    };
    let summary = format!(
        "{whose}, {}: {}; {}: {}; for {}",
        account_of(reference),
        words::value(corpus, reference),
        account_of(account),
        words::value(corpus, account),
        thing(corpus, account),
    );
    (summary, because)
}
