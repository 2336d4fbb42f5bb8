//! What differs around the claims: settings, acknowledgements, words of the vocabulary, documents. A change of the
//! picture may come from there with no claim edited; of acknowledgements, what it is counted for.

mod acknowledgements;

use crate::revision::Revision;
use gainsay_claim::vocabulary::Noun;
use gainsay_claim::{Corpus, Document, MeasureId, Settings, SourceId, StateId, Vocabulary};
use std::collections::{BTreeMap, BTreeSet};

/// What kind of thing around the claims.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Around {
    /// A setting of `gainsay.toml`.
    Setting,
    /// What the desk lets stand, by the id of the discrepancy.
    Acknowledgement,
    /// A word of the vocabulary.
    Word(Noun),
    /// What a source has stated of its wording.
    Narrowing,
    /// A document that both revisions have.
    Document,
}

impl Around {
    /// The word in output.
    pub const fn id(self) -> &'static str {
        match self {
            Around::Setting => "setting",
            Around::Acknowledgement => "acknowledgement",
            Around::Word(Noun::Measure) => "measure",
            Around::Word(Noun::Source) => "source",
            Around::Word(Noun::Subject) => "subject",
            Around::Word(Noun::Place) => "place",
            Around::Word(Noun::State) => "state",
            Around::Narrowing => "narrowing",
            Around::Document => "document",
        }
    }

    /// Whether the rules may find something else for it.
    pub const fn is_compared(self) -> bool {
        !matches!(self, Around::Acknowledgement)
    }
}

/// Something around the claims that is not what it was.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Surrounding {
    /// What it is.
    pub around: Around,
    /// Its id or name.
    pub id: String,
    /// Which field of it; none where all of it was added or removed.
    pub field: Option<&'static str>,
    /// What it was, if anything.
    pub was: Option<String>,
    /// What it is, if anything.
    pub is: Option<String>,
}

/// What differs between two revisions that both have claims: settings, acknowledgements, words, documents.
pub(crate) fn surroundings(base: &Revision<'_>, head: &Revision<'_>) -> Vec<Surrounding> {
    let Some((was, is)) = base.corpus.zip(head.corpus) else { return Vec::new() };
    let mut found = Vec::new();
    let settings = settings(&was.settings).into_iter().zip(settings(&is.settings));
    for ((name, was), (_, is)) in settings.filter(|((_, was), (_, is))| was != is) {
        found.push(Surrounding { around: Around::Setting, id: name.to_owned(), ..edited(was, is) });
    }
    acknowledgements::acknowledgements(was, is, &mut found);
    for noun in Noun::ALL {
        words(noun, &was.vocabulary, &is.vocabulary, &mut found);
    }
    narrowings(&was.vocabulary, &is.vocabulary, &mut found);
    documents(was, is, &mut found);
    found
}

fn edited(was: String, is: String) -> Surrounding {
    let some = |text: String| Some(text).filter(|text| !text.is_empty());
    Surrounding { around: Around::Document, id: String::new(), field: None, was: some(was), is: some(is) }
}

/// The thresholds, by their names in `gainsay.toml`.
fn settings(settings: &Settings) -> [(&'static str, String); 5] {
    [
        ("about_percent", settings.about_percent),
        ("wide_gap_percent", settings.wide_gap_percent),
        ("gap_days", settings.gap_days),
        ("stale_days", settings.stale_days),
        ("diff_percent", settings.diff_percent),
    ]
    .map(|(name, value)| (name, value.to_string()))
}

fn words(noun: Noun, was: &Vocabulary, is: &Vocabulary, found: &mut Vec<Surrounding>) {
    let around = Around::Word(noun);
    let (old, new) = (was.ids(noun), is.ids(noun));
    for id in old.iter().chain(&new).copied().collect::<BTreeSet<&str>>() {
        let (before, after) = (fields(was, noun, id), fields(is, noun, id));
        match (before, after) {
            (Some(before), Some(after)) => {
                for ((field, was), (_, is)) in before.into_iter().zip(after).filter(|(was, is)| was != is) {
                    found.push(Surrounding { around, id: id.to_owned(), field: Some(field), ..edited(was, is) });
                }
            }
            (before, after) => {
                let label = |fields: Option<Vec<(&str, String)>>| {
                    fields.and_then(|fields| fields.into_iter().next()).map(|(_, label)| label)
                };
                found.push(Surrounding {
                    around,
                    id: id.to_owned(),
                    field: None,
                    was: label(before),
                    is: label(after),
                });
            }
        }
    }
}

/// The fields of a word in the words of its file; the label comes first.
fn fields(vocabulary: &Vocabulary, noun: Noun, id: &str) -> Option<Vec<(&'static str, String)>> {
    let number = vocabulary.number(noun, id)?;
    let measures = |list: &[MeasureId]| joined(list.iter().map(|id| &*vocabulary.measure(*id).entry.id));
    let entry = |number: u32| vocabulary.entry(noun, number);
    let own = entry(number);
    let aliases =
        own.aliases.iter().flat_map(|(language, words)| words.iter().map(move |word| format!("{language}: {word}")));
    let mut fields = vec![
        ("label", own.label.to_string()),
        ("labels", joined(own.labels.iter().map(|(language, label)| format!("{language}: {label}")))),
        ("aliases", joined(aliases)),
        ("part_of", joined(own.parents.iter().map(|parent| &*entry(*parent).id))),
    ];
    match noun {
        Noun::Measure => {
            let measure = vocabulary.measure(MeasureId(number));
            fields.push(("kind", measure.kind.id().to_owned()));
            fields.push(("unit", measure.unit.as_deref().unwrap_or_default().to_owned()));
            fields.push(("sum_of", measures(&measure.sum_of)));
            fields.push(("readings", measures(&measure.senses)));
            fields.push(("exclusive", measure.exclusive.to_string()));
        }
        Noun::Source => {
            let answers = vocabulary.source(SourceId(number)).answers.iter();
            fields.push(("answers", joined(answers.map(|id| &*vocabulary.source(*id).entry.id))));
        }
        Noun::State => {
            let excludes = vocabulary.state(StateId(number)).excludes.iter();
            fields.push(("excludes", joined(excludes.map(|id| &*vocabulary.state(*id).entry.id))));
        }
        Noun::Subject | Noun::Place => {}
    }
    Some(fields)
}

fn narrowings(was: &Vocabulary, is: &Vocabulary, found: &mut Vec<Surrounding>) {
    let by_name = |vocabulary: &Vocabulary| -> BTreeMap<String, String> {
        let named = vocabulary.narrowings().iter().map(|narrowing| {
            let source = &vocabulary.source(narrowing.source).entry.id;
            let measure = &vocabulary.measure(narrowing.measure).entry.id;
            let readings = narrowing.readings.iter().map(|id| &*vocabulary.measure(*id).entry.id);
            (format!("{source} {measure} from {}", narrowing.from), joined(readings))
        });
        named.collect()
    };
    let (mut was, is) = (by_name(was), by_name(is));
    for (id, is) in is {
        let before = was.remove(&id);
        if before.as_ref() != Some(&is) {
            let field = before.is_some().then_some("readings");
            found.push(Surrounding { around: Around::Narrowing, id, field, was: before, is: Some(is) });
        }
    }
    found.extend(was.into_iter().map(|(id, was)| Surrounding {
        around: Around::Narrowing,
        id,
        field: None,
        was: Some(was),
        is: None,
    }));
}

/// Documents that both have; those that came or went are told by their claims.
fn documents(was: &Corpus, is: &Corpus, found: &mut Vec<Surrounding>) {
    let mut old = was.documents.iter().peekable();
    for after in &is.documents {
        while old.next_if(|before| before.id < after.id).is_some() {}
        let Some(before) = old.next_if(|before| before.id == after.id) else { continue };
        // The origin is where it was read, which is no field of it.
        if *before == (Document { origin: before.origin, ..after.clone() }) {
            continue;
        }
        for ((field, was), (_, is)) in facts(before).into_iter().zip(facts(after)).filter(|(was, is)| was != is) {
            let id = after.id.to_string();
            found.push(Surrounding { around: Around::Document, id, field: Some(field), ..edited(was, is) });
        }
    }
}

fn facts(document: &Document) -> [(&'static str, String); 7] {
    let text = |text: &Option<Box<str>>| text.as_deref().unwrap_or_default().to_owned();
    [
        ("publisher", text(&document.publisher)),
        ("title", text(&document.title)),
        ("published", document.published.map(|day| day.to_string()).unwrap_or_default()),
        ("language", text(&document.language)),
        ("url", text(&document.url)),
        ("text", text(&document.text)),
        ("sha256", text(&document.sha256)),
    ]
}

fn joined(words: impl IntoIterator<Item = impl AsRef<str>>) -> String {
    let words: Vec<String> = words.into_iter().map(|word| word.as_ref().to_owned()).collect();
    words.join(", ")
}
