//! What a desk's sentence says beyond whose it is, which stands beside it.

use gainsay_claim::{Claim, Corpus};

/// Verbs that carry a statement and add nothing to it.
const VERBS: [&str; 10] =
    ["says", "said", "estimates", "estimated", "reports", "reported", "documents", "records", "states", "announces"];

/// The statement of a claim without a leading "X says that", or without its source's name.
pub fn gist<'a>(corpus: &Corpus, claim: &Claim, statement: &'a str) -> &'a str {
    let statement = statement.trim();
    if let Some((lead, rest)) = statement.split_once(" that ")
        && is_attribution(lead)
    {
        return rest;
    }
    let entry = &corpus.vocabulary.source(claim.source).entry;
    let english = entry.aliases.get("en").into_iter().flatten().map(String::as_str);
    let names = english.chain([&*entry.label]).filter_map(|name| {
        let rest = statement.strip_prefix("The ").unwrap_or(statement).strip_prefix(name)?;
        rest.strip_prefix(' ')
    });
    names.min_by_key(|rest| rest.len()).unwrap_or(statement)
}

/// Whether a text is `X says` or `X says on 10 January 2023`, and does not deny.
fn is_attribution(lead: &str) -> bool {
    let words: Vec<&str> = lead.split_whitespace().collect();
    let Some(verb) = words.iter().rposition(|word| VERBS.contains(word)) else { return false };
    let denies =
        words.iter().any(|word| ["not", "never", "no", "nobody", "neither"].contains(&word.to_lowercase().as_str()));
    let dated = words.get(verb + 1).is_none_or(|word| *word == "on" || *word == "in");
    verb > 0 && !denies && dated && words.len() - verb <= 5
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::specimen;

    fn of(statement: &str) -> String {
        let corpus = specimen::corpus();
        let claim = corpus.claim(corpus.find("film/agentstvo").expect("the claim is there"));
        gist(&corpus, claim, statement).to_owned()
    }

    #[test]
    fn the_name_of_the_source_is_not_said_twice() {
        assert_eq!(of("Agentstvo says that it was filmed before Easter."), "it was filmed before Easter.");
        assert_eq!(of("Agentstvo says on 18 April 2023 that it was."), "it was.");
        assert_eq!(of("Agentstvo concludes from “Easter” that it was."), "concludes from “Easter” that it was.");
        assert_eq!(of("As carried by A: The General Staff says that it fell."), "it fell.");
    }

    #[test]
    fn what_changes_the_meaning_stays() {
        assert_eq!(of("The ministry denies that it was."), "The ministry denies that it was.");
        assert_eq!(of("No one says that it was."), "No one says that it was.");
        assert_eq!(of("It was filmed on the day that followed."), "It was filmed on the day that followed.");
    }
}
