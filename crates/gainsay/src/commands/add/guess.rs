//! Words of the vocabulary in a quote and in an answer.

use gainsay_claim::Vocabulary;
use gainsay_claim::vocabulary::{Entry, Noun, nearest};

/// The ids and words of a noun.
fn entries(noun: Noun, vocabulary: &Vocabulary) -> Vec<&Entry> {
    let numbers = vocabulary.ids(noun).into_iter().filter_map(|id| vocabulary.number(noun, id));
    numbers.map(|number| vocabulary.entry(noun, number)).collect()
}

fn words(entry: &Entry) -> impl Iterator<Item = &str> {
    std::iter::once(&*entry.label)
        .chain(entry.labels.values().map(String::as_str))
        .chain(entry.aliases.values().flatten().map(String::as_str))
}

/// What a quote names: the entry with the longest word in it; of equals the first.
pub(super) fn guess<'a>(noun: Noun, quote: &str, vocabulary: &'a Vocabulary) -> Option<&'a str> {
    let quote = quote.to_lowercase();
    let mut best: Option<(usize, &str)> = None;
    for entry in entries(noun, vocabulary) {
        let longest =
            words(entry).map(str::to_lowercase).filter(|word| stands_in(word, &quote)).map(|word| word.len()).max();
        if let Some(length) = longest.filter(|length| best.is_none_or(|(most, _)| *length > most)) {
            best = Some((length, &entry.id));
        }
    }
    best.map(|(_, id)| id)
}

/// Whether a word stands in a text as a word of its own; both are in lower case.
fn stands_in(word: &str, text: &str) -> bool {
    !word.is_empty()
        && text.match_indices(word).any(|(at, _)| {
            let before = text[..at].chars().next_back();
            let behind = text[at + word.len()..].chars().next();
            !before.is_some_and(char::is_alphanumeric) && !behind.is_some_and(char::is_alphanumeric)
        })
}

/// The id that an answer means: itself, or that of a word for it.
pub(super) fn resolve(noun: Noun, answer: &str, vocabulary: &Vocabulary) -> Result<String, String> {
    if vocabulary.number(noun, answer).is_some() {
        return Ok(answer.to_owned());
    }
    let lower = answer.to_lowercase();
    let entries = entries(noun, vocabulary);
    if let Some(entry) = entries.iter().find(|entry| words(entry).any(|word| word.to_lowercase() == lower)) {
        return Ok(entry.id.to_string());
    }
    let starts: Vec<&str> = entries.iter().map(|entry| &*entry.id).filter(|id| id.contains(&*lower)).take(12).collect();
    Err(match (answer, nearest(answer, entries.iter().map(|entry| &*entry.id))) {
        ("" | "?", _) => format!("one of {}", entries.iter().map(|entry| &*entry.id).collect::<Vec<_>>().join(", ")),
        (_, Some(near)) => format!("no {noun} is called `{answer}`; did you mean {near}? `?` lists them"),
        _ if !starts.is_empty() => format!("no {noun} is called `{answer}`; there are {}", starts.join(", ")),
        _ => format!("no {noun} is called `{answer}`; `?` lists them, and vocabulary.json takes more"),
    })
}
