//! Names for the entries of the vocabulary, in headings and within a sentence.

use gainsay_claim::vocabulary::Entry;
use gainsay_claim::{Corpus, MeasureId, PlaceId, SourceId, StateId, SubjectId};

/// A source, as a heading names it.
pub fn source(corpus: &Corpus, id: SourceId) -> &str {
    &corpus.vocabulary.source(id).entry.label
}

/// A measure, as a heading names it.
pub fn measure(corpus: &Corpus, id: MeasureId) -> &str {
    &corpus.vocabulary.measure(id).entry.label
}

/// A state, as a reader would print it.
pub fn state(corpus: &Corpus, id: StateId) -> &str {
    &corpus.vocabulary.state(id).entry.label
}

/// A subject, as a heading names it.
pub fn subject(corpus: &Corpus, id: SubjectId) -> &str {
    &corpus.vocabulary.subject(id).entry.label
}

/// A place, as a heading names it; nothing for `everywhere`.
pub fn place(corpus: &Corpus, id: PlaceId) -> Option<&str> {
    let entry = &corpus.vocabulary.place(id).entry;
    (&*entry.id != EVERYWHERE).then_some(&*entry.label)
}

/// The place of a claim that names none.
const EVERYWHERE: &str = "everywhere";

/// A source within a sentence, with its article.
pub fn source_in_prose(corpus: &Corpus, id: SourceId) -> String {
    with_article(&corpus.vocabulary.source(id).entry, OFFICES)
}

/// A subject within a sentence.
pub fn subject_in_prose(corpus: &Corpus, id: SubjectId) -> String {
    with_article(&corpus.vocabulary.subject(id).entry, &[])
}

/// A place within a sentence, as in ` in Ukraine`; nothing for everywhere.
pub fn in_place(corpus: &Corpus, id: PlaceId) -> String {
    let Some(label) = place(corpus, id) else { return String::new() };
    let name = with_article(&corpus.vocabulary.place(id).entry, &["Sea", "Spit", "Strait", "River", "Peninsula"]);
    let last = label.rsplit(' ').next().unwrap_or(label);
    let preposition = if ["Island", "Spit", "Peninsula", "River"].contains(&last) { "on" } else { "in" };
    format!(" {preposition} {name}")
}

/// The first letter in upper case, the rest as it is.
pub fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// A list in a sentence: `a`, `a or b`, `a, b or c`.
pub fn list(items: &[String], conjunction: &str) -> String {
    match items {
        [] => String::new(),
        [one] => one.clone(),
        [head @ .., last] => format!("{} {conjunction} {last}", head.join(", ")),
    }
}

/// What one of a measure is, in the plural, where its name does not say it: `kilometres`.
pub fn unnamed_unit(corpus: &Corpus, id: MeasureId) -> Option<&str> {
    let measure = corpus.vocabulary.measure(id);
    let unit = measure.unit.as_deref()?;
    let is_said = unit == "people" || measure.entry.label.to_lowercase().contains(unit);
    (!is_said && Wording::of(&measure.entry.label) == Wording::Other).then_some(unit)
}

/// How the name of a measure is built, which decides how it goes into a sentence.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Wording {
    /// `killed and wounded`.
    Participle,
    /// `tanks lost`.
    Lost,
    /// `personnel losses`.
    Losses,
    /// Anything else.
    Other,
}

impl Wording {
    /// How a name is built.
    pub fn of(name: &str) -> Wording {
        let words = || name.split([' ', ',']).filter(|word| !word.is_empty());
        let joins = ["and", "or"];
        let participles = ["missing", "dead", "hurt"];
        if words().all(|word| joins.contains(&word) || participles.contains(&word) || word.ends_with("ed")) {
            return Wording::Participle;
        }
        match words().next_back() {
            Some("losses" | "casualties" | "deaths" | "injuries") => Wording::Losses,
            Some("lost" | "destroyed" | "damaged" | "killed" | "injured" | "wounded") if counts_things(name) => {
                Wording::Lost
            }
            _ => Wording::Other,
        }
    }
}

/// Whether a name such as `tanks lost` names things that can be numbered.
fn counts_things(name: &str) -> bool {
    name.rsplit(' ').nth(1).is_some_and(|noun| noun.ends_with('s') || noun == "aircraft")
}

/// Nouns of offices, which take an article in English.
const OFFICES: &[&str] = &[
    "Agency",
    "Armed",
    "Authorities",
    "Center",
    "Centre",
    "Command",
    "Commission",
    "Committee",
    "Council",
    "Court",
    "Department",
    "Forces",
    "Government",
    "Institute",
    "Mission",
    "Office",
    "Ministry",
    "Parliament",
    "President",
    "Service",
    "Staff",
    "Union",
];

fn with_article(entry: &Entry, nouns: &[&str]) -> String {
    let label = &*entry.label;
    let english = entry.aliases.get("en").map(Vec::as_slice).unwrap_or_default();
    let called = |name: &str| english.iter().any(|alias| alias == name);
    let mut letters = label.chars();
    let lower: String = letters.next().map(|first| first.to_lowercase().chain(letters).collect()).unwrap_or_default();
    let possessive = label.contains("'s ") || label.contains("’s ");
    let office = label.split([' ', ',']).any(|word| nouns.iter().any(|noun| noun.eq_ignore_ascii_case(word)));
    if called(&format!("the {label}")) || (office && !possessive && !lower.starts_with("the ")) {
        format!("the {label}")
    } else if lower != label && called(&lower) {
        lower
    } else {
        label.to_owned()
    }
}
