//! Acknowledgements that one revision has and the other has not, or that say something else, by the discrepancy.

use super::{Around, Surrounding, edited};
use gainsay_claim::acknowledgement::days_in_words;
use gainsay_claim::{Acknowledged, Corpus};
use std::collections::{BTreeMap, BTreeSet};

/// Adds what differs. That the order in the file is another is no difference.
pub(super) fn acknowledgements(was: &Corpus, is: &Corpus, found: &mut Vec<Surrounding>) {
    let (old, new) = (by_discrepancy(was), by_discrepancy(is));
    for id in old.keys().chain(new.keys()).copied().collect::<BTreeSet<&str>>() {
        let (before, after) = (old.get(id), new.get(id));
        let around = Around::Acknowledgement;
        if let Some((before, after)) = before.zip(after) {
            for ((field, was), (_, is)) in fields(before).into_iter().zip(fields(after)).filter(|(was, is)| was != is) {
                found.push(Surrounding { around, id: id.to_owned(), field: Some(field), ..edited(was, is) });
            }
            continue;
        }
        let sentence = |acknowledged: &&Acknowledged| acknowledged.acknowledgement.sentence();
        let (was, is) = (before.map(sentence), after.map(sentence));
        found.push(Surrounding { around, id: id.to_owned(), field: None, was, is });
    }
}

fn by_discrepancy(corpus: &Corpus) -> BTreeMap<&str, &Acknowledged> {
    corpus.acknowledged.iter().map(|acknowledged| (&*acknowledged.discrepancy, acknowledged)).collect()
}

/// The fields by their names in `gainsay.toml`.
fn fields(acknowledged: &Acknowledged) -> [(&'static str, String); 8] {
    let (given, like) = (&acknowledged.acknowledgement, &acknowledged.given_for);
    let day = |day: Option<chrono::NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    [
        ("why", given.why.clone()),
        ("who", text(&given.who)),
        ("since", day(given.since)),
        ("expires", day(given.expires)),
        ("level", text(&like.level)),
        ("certainty", text(&like.certainty)),
        // A figure holds commas of its own.
        ("values", like.values.as_deref().unwrap_or_default().join("; ")),
        ("days", like.days.iter().flatten().map(|days| days_in_words(*days)).collect::<Vec<_>>().join("; ")),
    ]
}
