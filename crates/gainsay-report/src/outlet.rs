//! Names of speakers and outlets, which need not be in the vocabulary.

use crate::label::{self, capital};
use gainsay_claim::Corpus;

/// Words that stay in lower case within a name.
const SMALL: [&str; 14] = ["a", "and", "at", "by", "da", "de", "di", "for", "in", "la", "of", "on", "the", "von"];
/// Short words in the names of outlets that are not abbreviations.
const WORDS: [&str; 14] =
    ["all", "big", "day", "fox", "new", "now", "one", "our", "post", "red", "sky", "star", "sun", "war"];

/// An outlet by its id: the vocabulary's name for it, else the words of the id, the short ones as
/// abbreviations: `RBC`, `Golos DP UA`.
pub fn outlet(corpus: &Corpus, id: &str) -> String {
    named(corpus, id, |word| {
        let short = word.chars().count() <= 3 && !WORDS.contains(&word);
        if short { word.to_uppercase() } else { capital(word) }
    })
}

/// A person or office by its id: the vocabulary's name for it, else the words of the id.
pub fn speaker(corpus: &Corpus, id: &str) -> String {
    named(corpus, id, capital)
}

fn named(corpus: &Corpus, id: &str, word: impl Fn(&str) -> String) -> String {
    if let Some(known) = corpus.vocabulary.find_source(id) {
        return label::source(corpus, known).to_owned();
    }
    if id.contains([' ', '.']) || id.chars().any(char::is_uppercase) {
        return id.to_owned();
    }
    let words = id.split(['-', '/']).filter(|part| !part.is_empty()).enumerate();
    let words = words.map(|(position, part)| match SMALL.contains(&part) {
        true if position == 0 => capital(part),
        true => part.to_owned(),
        false => word(part),
    });
    words.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::specimen;

    #[test]
    fn slugs_become_names() {
        let corpus = specimen::corpus();
        assert_eq!(outlet(&corpus, "afp"), "AFP");
        assert_eq!(outlet(&corpus, "voice-of-brussels"), "Voice of Brussels");
        assert_eq!(outlet(&corpus, "the-sun"), "The Sun");
        assert_eq!(outlet(&corpus, "agentstvo"), "Agentstvo");
        assert_eq!(outlet(&corpus, "example.org"), "example.org");
        assert_eq!(speaker(&corpus, "mayor-of-kramatorsk"), "Mayor of Kramatorsk");
        assert_eq!(speaker(&corpus, "kim-jong-un"), "Kim Jong Un");
    }
}
