//! A word of the vocabulary: what it is part of, what it may mean, and the phrases that stand for it.

use crate::names::plain;
use crate::sources::EXTRACTORS;
use gainsay_claim::vocabulary::{Entry, Narrowing, Noun};
use gainsay_claim::{Measure, MeasureId, SourceId, StateId, Vocabulary};
use std::io::{self, Write};

/// Writes what the vocabulary knows of an id; false where it knows nothing. One id may be the name of
/// several things.
pub(super) fn write(id: &str, vocabulary: &Vocabulary, out: &mut dyn Write) -> io::Result<bool> {
    let mut found = false;
    for noun in Noun::ALL {
        let Some(number) = vocabulary.number(noun, id) else { continue };
        if std::mem::replace(&mut found, true) {
            writeln!(out)?;
        }
        let entry = vocabulary.entry(noun, number);
        writeln!(out, "{} · {noun}", plain(&entry.id))?;
        row(out, "is", &plain(&label_with_kind(noun, number, vocabulary)))?;
        list(out, "part of", entry.parents.iter().map(|&parent| vocabulary.entry(noun, parent)))?;
        match noun {
            Noun::Measure => measure(MeasureId(number), vocabulary, out)?,
            Noun::Source => source(SourceId(number), vocabulary, out)?,
            Noun::State => {
                let excludes = &vocabulary.state(StateId(number)).excludes;
                list(out, "excludes", excludes.iter().map(|&other| &vocabulary.state(other).entry))?;
            }
            Noun::Subject | Noun::Place => {}
        }
        for (language, words) in &entry.aliases {
            row(out, &format!("words ({})", plain(language)), &plain(&words.join(", ")))?;
        }
    }
    Ok(found)
}

fn label_with_kind(noun: Noun, number: u32, vocabulary: &Vocabulary) -> String {
    let label = &vocabulary.entry(noun, number).label;
    if noun != Noun::Measure {
        return label.to_string();
    }
    let Measure { kind, unit, .. } = vocabulary.measure(MeasureId(number));
    match unit {
        Some(unit) => format!("{label}: a {} of {unit}", kind.id()),
        None => format!("{label}: a measure of kind {}", kind.id()),
    }
}

fn measure(id: MeasureId, vocabulary: &Vocabulary, out: &mut dyn Write) -> io::Result<()> {
    let measure = vocabulary.measure(id);
    let entries = |ids: &[MeasureId]| ids.iter().map(|&id| &vocabulary.measure(id).entry).collect::<Vec<_>>();
    list(out, "sum of", entries(&measure.sum_of).into_iter())?;
    if measure.senses != [id] {
        list(out, "may mean", entries(&measure.senses).into_iter())?;
    }
    for narrowing in vocabulary.narrowings().iter().filter(|narrowing| narrowing.measure == id) {
        narrowed(narrowing, vocabulary, out)?;
    }
    for wording in
        EXTRACTORS.iter().flat_map(|source| source.wordings()).filter(|wording| *wording.measure == *measure.entry.id)
    {
        let text = format!(
            "{} ({}): “{}”, {}, {}",
            wording.phrase, wording.language, wording.example, wording.publisher, wording.date
        );
        row(out, "phrase", &text)?;
    }
    Ok(())
}

fn source(id: SourceId, vocabulary: &Vocabulary, out: &mut dyn Write) -> io::Result<()> {
    let answers = &vocabulary.source(id).answers;
    list(out, "answered by", answers.iter().map(|&reply| &vocabulary.source(reply).entry))?;
    for narrowing in vocabulary.narrowings().iter().filter(|narrowing| narrowing.source == id) {
        narrowed(narrowing, vocabulary, out)?;
    }
    Ok(())
}

/// A source's own statement of what a wording means.
fn narrowed(narrowing: &Narrowing, vocabulary: &Vocabulary, out: &mut dyn Write) -> io::Result<()> {
    let readings: Vec<&str> =
        narrowing.readings.iter().map(|&reading| &*vocabulary.measure(reading).entry.id).collect();
    let wording = &vocabulary.measure(narrowing.measure).entry.id;
    let who = &vocabulary.source(narrowing.source).entry.label;
    row(
        out,
        &format!("from {}", narrowing.from),
        &plain(&format!("{who} means {} by {wording}", readings.join(" or "))),
    )?;
    let citation = &narrowing.citation;
    let quote = citation.exact.as_ref().map(|exact| format!("“{exact}”"));
    let parts =
        [quote, citation.speaker.clone(), citation.publisher.clone(), citation.published.clone(), citation.url.clone()];
    let text: Vec<String> = parts.into_iter().flatten().collect();
    if text.is_empty() { Ok(()) } else { row(out, "", &plain(&text.join(", "))) }
}

fn list<'a>(out: &mut dyn Write, name: &str, entries: impl Iterator<Item = &'a Entry>) -> io::Result<()> {
    let ids: Vec<String> = entries.map(|entry| plain(&entry.id)).collect();
    if ids.is_empty() { Ok(()) } else { row(out, name, &ids.join(", ")) }
}

fn row(out: &mut dyn Write, name: &str, text: &str) -> io::Result<()> {
    writeln!(out, "  {name:<15} {text}")
}
