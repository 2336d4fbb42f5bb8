#![doc = include_str!("stale-figure.md")]

use crate::discrepancy::{Cause, Certainty, Level};
use crate::findings::{Findings, Key, Pair, Run};
use crate::words;
use chrono::NaiveDate;
use gainsay_align::{Groups, Topic, day_number};
use gainsay_claim::period::DayInWords;
use gainsay_claim::{ClaimId, Corpus, SourceId};

const ID: &str = "stale-figure";

pub(crate) fn find(corpus: &Corpus, _: &Groups, topics: &[Topic], findings: &mut Findings) {
    for topic in topics {
        let figures: Vec<(SourceId, ClaimId, NaiveDate)> = topic
            .figures
            .iter()
            .filter_map(|(&source, &claim)| Some((source, claim, corpus.claim(claim).as_of()?)))
            .collect();
        let Some(&(fresh_source, fresh, newest)) =
            figures.iter().max_by_key(|(_, claim, day)| (*day, std::cmp::Reverse(*claim)))
        else {
            continue;
        };
        for &(source, claim, day) in figures.iter().filter(|(source, ..)| *source != fresh_source) {
            if (newest - day).num_days() <= i64::from(corpus.settings.stale_days) {
                continue;
            }
            let key = Key {
                rule: ID,
                topic: (topic.measure, topic.subject, topic.place),
                first: source,
                second: Some(fresh_source),
            };
            let pair = Pair::of(claim, fresh, None, voice);
            let run = Run::one(day_number(day), day_number(newest), Certainty::Certain, Level::Note, Cause::Date, pair);
            findings.add(key, run);
        }
    }
}

fn voice(corpus: &Corpus, pair: &Pair) -> (String, Vec<String>) {
    let (old, fresh) = (corpus.claim(pair.first[0]), corpus.claim(pair.second[0]));
    let (from, to) = (old.as_of().unwrap_or_default(), fresh.as_of().unwrap_or_default());
    let days = (to - from).num_days();
    let because = vec![
        words::gives(corpus, pair.first[0]),
        words::gives(corpus, pair.second[0]),
        format!("{days} days lie between them; {} is the most that the settings allow", corpus.settings.stale_days),
    ];
    let summary = format!(
        "{} last gave a figure, {} {}, for {}; {} has one for {}",
        words::source(corpus, old.source),
        words::value(corpus, old),
        words::measure(corpus, old.measure),
        DayInWords(from),
        words::source(corpus, fresh.source),
        DayInWords(to),
    );
    (summary, because)
}
