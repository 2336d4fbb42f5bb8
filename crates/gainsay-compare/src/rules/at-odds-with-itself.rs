#![doc = include_str!("at-odds-with-itself.md")]

use crate::discrepancy::Cause;
use crate::findings::{Findings, Pair};
use crate::rules::silent_revision::{add, agree, figures, for_each_pair, thing};
use crate::words;
use gainsay_align::{Group, NO_TIME, day_number, one_speaker};
use gainsay_claim::{Corpus, Value};

const ID: &str = "at-odds-with-itself";

pub(crate) fn find(group: &Group<'_>, findings: &mut Findings) {
    for_each_pair(group, |series, first, second| {
        let (a, b) = (group.corpus.claim(first), group.corpus.claim(second));
        if a.document != b.document || !one_speaker(a, b) || agree(group.corpus, a, b) {
            return;
        }
        let day = a.as_of().map_or(NO_TIME, day_number);
        let pair = Pair::of(first, second, figures(a, b), voice);
        let cause = if matches!(a.value, Value::Date(_)) { Cause::Date } else { Cause::Retelling };
        add(group, ID, series, cause, day, pair, findings);
    });
}

fn voice(corpus: &Corpus, pair: &Pair) -> (String, Vec<String>) {
    let (first, second) = (corpus.claim(pair.first[0]), corpus.claim(pair.second[0]));
    let document = corpus.document(first.document);
    let because = vec![
        words::gives(corpus, pair.first[0]),
        words::gives(corpus, pair.second[0]),
        format!("both stand in one document, `{}`", document.id),
        "both are about one thing and the same days".into(),
    ];
    let title = document
        .title
        .as_ref()
        .map_or_else(|| format!("`{}`", document.id), |title| format!("“{}”", words::plain(title)));
    let summary = format!(
        "{title} gives two values of {} for {}: {} and {}",
        words::source(corpus, first.source),
        thing(corpus, first),
        words::value(corpus, first),
        words::value(corpus, second),
    );
    (summary, because)
}
