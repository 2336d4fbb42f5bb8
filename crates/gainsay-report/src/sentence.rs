//! The sentence to print on a topic: who says what, as of when, with the caveats.

mod clause;

use crate::newest::{Newest, is_figure};
use crate::{Picture, label};
use clause::Clause;
use gainsay_align::Topic;
use gainsay_claim::{ClaimId, Corpus, SourceId};
use std::collections::BTreeSet;

/// A sentence on a topic that can be printed as it stands. It names at most four sources: of each
/// side the one with the newest figure, the parties' sides first; and says how many it leaves out.
pub fn sentence(picture: &Picture<'_>, topic: &Topic) -> String {
    of_topic(picture, topic, &Newest::of_topic(picture.corpus, topic))
}

/// The most sources that one sentence names.
const NAMED: usize = 4;

/// The sentence, from newest figures that have been found before.
pub(crate) fn of_topic(picture: &Picture<'_>, topic: &Topic, newest: &Newest) -> String {
    let corpus = picture.corpus;
    let all = newest.on(corpus, topic);
    let named = choose(corpus, &all);
    let Some(&first) = named.first() else { return "No source has spoken on this.".to_owned() };
    let newest_day =
        named.iter().filter(|id| is_figure(corpus.claim(**id))).filter_map(|id| corpus.claim(*id).as_of()).max();
    let mut clauses = Vec::new();
    for &id in &named {
        let clause = Clause { corpus, claim: corpus.claim(id), first: corpus.claim(first), newest_day };
        clauses.push(if id == first { clause.opening() } else { clause.following() });
    }
    let mut text = format!("{}.", label::capital(&clauses.join("; ")));
    for caveat in caveats(corpus, &named) {
        text.push(' ');
        text.push_str(&caveat);
    }
    match all.len() - named.len() {
        0 => {}
        1 => text.push_str(" One more source has spoken on this."),
        more => text.push_str(&format!(" {more} more sources have spoken on this.")),
    }
    text
}

/// One source of each side, then more of those with figures, up to the limit.
fn choose(corpus: &Corpus, all: &[ClaimId]) -> Vec<ClaimId> {
    let mut sides = BTreeSet::new();
    let side = |id: &ClaimId| corpus.vocabulary.source(corpus.claim(*id).source).entry.root;
    let mut first: Vec<usize> = (0..all.len()).filter(|&position| sides.insert(side(&all[position]))).collect();
    // Those who answer each other are the parties to the dispute; a reader looks for them first.
    let is_party =
        |position: &usize| corpus.vocabulary.expected_answers(corpus.claim(all[*position]).source).next().is_some();
    first.sort_by_key(|position| !is_party(position));
    first.truncate(NAMED);
    for (position, id) in all.iter().enumerate() {
        if first.len() < NAMED - 1 && !first.contains(&position) && is_figure(corpus.claim(*id)) {
            first.push(position);
        }
    }
    first.sort_unstable();
    first.into_iter().map(|position| all[position]).collect()
}

/// What a reader has to know about wordings that may mean several things.
fn caveats(corpus: &Corpus, named: &[ClaimId]) -> Vec<String> {
    let mut caveats = Vec::new();
    let mut seen: BTreeSet<(SourceId, _)> = BTreeSet::new();
    for id in named {
        let claim = corpus.claim(*id);
        let senses = corpus.vocabulary.senses(claim.measure, claim.source, claim.said);
        if senses.len() < 2 || !is_figure(claim) || !seen.insert((claim.source, claim.measure)) {
            continue;
        }
        let meanings: Vec<&str> = senses.iter().map(|sense| label::measure(corpus, *sense)).collect();
        let wording = label::measure(corpus, claim.measure);
        let source = label::source_in_prose(corpus, claim.source);
        caveats.push(format!("By {wording}, {source} may mean one of these: {}.", meanings.join("; ")));
    }
    caveats
}

#[cfg(test)]
mod tests {
    use crate::{sentence, specimen};
    use gainsay_claim::Period;
    use gainsay_compare::Analysis;

    fn sentence_on(topic: &str) -> String {
        let corpus = specimen::corpus();
        let analysis = specimen::analysis(&corpus);
        let picture = specimen::picture(&corpus, &analysis);
        let topic = analysis.topics.iter().find(|found| found.id == topic).expect("the topic is there");
        sentence(&picture, topic)
    }

    #[test]
    fn figures_carry_day_definition_and_age() {
        assert_eq!(
            sentence_on("losses/russian-forces/ukraine"),
            "Ukraine's General Staff put Russian forces' personnel losses in Ukraine at about 183,750 as of 19 April 2023, meaning killed \
             and wounded; Mediazona reported 19,688 killed as of 14 April 2023, counting only cases verified one by one; the Russian Ministry of \
             Defence last gave a figure, 5,937 killed, on 21 September 2022."
        );
    }

    #[test]
    fn a_day_and_a_week_are_no_running_totals() {
        let mut corpus = specimen::corpus();
        corpus.claims.retain(|claim| &*claim.id == "gs/day");
        let mut on = |from: &str| {
            let day = |text: &str| text.parse().expect("a day");
            corpus.claims[0].period = Period::new(day(from), day("2023-04-19"));
            let analysis = Analysis { topics: gainsay_align::topics(&corpus), discrepancies: Vec::new() };
            sentence(&specimen::picture(&corpus, &analysis), &analysis.topics[0])
        };
        let text = "Ukraine's General Staff put Russian forces' personnel losses in Ukraine at 620";
        let meaning = "19 April 2023, meaning killed and wounded.";
        assert_eq!(on("2023-04-19"), format!("{text} for {meaning}"));
        assert_eq!(on("2023-04-13"), format!("{text} for the 7 days to {meaning}"));
        assert_eq!(on("2023-03-19"), format!("{text} as of {meaning}"));
    }

    #[test]
    fn dates_are_dates() {
        assert_eq!(
            sentence_on("filming-date/vladimir-putin/kherson-oblast"),
            "The Kremlin gave 17 April 2023 as the filming date (Vladimir Putin, Kherson Oblast); Agentstvo gave a date earlier than 16 April 2023 \
             (hedged: “may have”)."
        );
    }

    #[test]
    fn states_events_and_refusals_read_as_english() {
        assert_eq!(
            sentence_on("control/russian-forces/bakhmut"),
            "On control (Russian forces, Bakhmut), Ukraine's General Staff said: contested, as of 20 May 2023; Wagner said: fully \
             controlled, as of 20 May 2023."
        );
        assert_eq!(
            sentence_on("tanks-and-armoured-vehicles-lost/russian-forces/ukraine"),
            "Oryx put the number of tanks lost by Russian forces in Ukraine at 1,936 as of 19 April 2023, counting only \
             cases verified one by one; the Kremlin said on 19 April 2023 that the figure is much lower than Ukraine's General Staff said; the UK \
             Ministry of Defence gave no figure on 19 April 2023."
        );
        assert_eq!(
            sentence_on("strike/russian-forces/makiivka"),
            "On strike (Russian forces, Makiivka), Ukraine's General Staff said on 2 January 2023 that it happened; the Russian Ministry of \
             Defence said on 2 January 2023 that it did not happen."
        );
    }
}
