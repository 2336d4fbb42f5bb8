//! What is shown, and in which form.

use crate::{csv, json, markdown, terminal};
use chrono::NaiveDate;
use gainsay_align::Topic;
use gainsay_claim::Corpus;
use gainsay_compare::{Analysis, Discrepancy, Level};
use std::io::{self, BufWriter, Write};

/// A corpus and what the comparison found in it.
#[derive(Clone, Copy, Debug)]
pub struct Picture<'a> {
    /// The claims.
    pub corpus: &'a Corpus,
    /// The topics and the discrepancies.
    pub analysis: &'a Analysis,
    /// The day given with `--as-of`.
    pub as_of: Option<NaiveDate>,
}

/// Which part of a picture is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum View {
    /// The whole of it.
    Report,
    /// One line a discrepancy.
    Conflicts,
    /// Each source's newest figure, side by side.
    Topics,
    /// The claims themselves.
    Claims,
}

/// The form of the output.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Aligned text for a terminal.
    Terminal,
    /// GitHub-flavoured Markdown.
    Markdown,
    /// JSON, with a `format` that names its version.
    Json,
    /// Comma-separated values (RFC 4180).
    Csv,
}

/// What a terminal can do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Style {
    /// The number of columns; less than 40 count as 40.
    pub width: usize,
    /// Whether colours are wanted.
    pub colour: bool,
}

/// Writes a view of a picture in a format. `style` matters to the terminal alone.
///
/// # Errors
/// Those of `out`.
pub fn write(view: View, format: Format, picture: &Picture<'_>, style: Style, out: &mut dyn Write) -> io::Result<()> {
    let mut out = BufWriter::new(out);
    match format {
        Format::Terminal => terminal::write(view, picture, style, &mut out)?,
        Format::Markdown => markdown::write(view, picture, &mut out)?,
        Format::Json => json::write(view, picture, &mut out)?,
        Format::Csv => csv::write(view, picture, &mut out)?,
    }
    out.flush()
}

impl<'a> Picture<'a> {
    /// The topic of a discrepancy.
    pub(crate) fn topic(&self, discrepancy: &Discrepancy) -> &'a Topic {
        &self.analysis.topics[discrepancy.topic.index()]
    }

    /// The day on which the picture stands: the one asked for, else the newest that a claim knows.
    pub(crate) fn day(&self) -> Option<NaiveDate> {
        self.as_of.or_else(|| self.corpus.newest_day())
    }

    /// The discrepancies of a level, in the order of the analysis.
    pub(crate) fn of_level(&self, level: Level) -> impl Iterator<Item = &'a Discrepancy> + use<'a> {
        self.analysis.discrepancies.iter().filter(move |discrepancy| discrepancy.level == level)
    }

    /// Every discrepancy, conflicts first.
    pub(crate) fn conflicts_first(&self) -> impl Iterator<Item = &'a Discrepancy> + use<'a> {
        self.of_level(Level::Conflict).chain(self.of_level(Level::Note))
    }
}

#[cfg(test)]
mod show {
    use super::*;
    use gainsay_claim::read::*;
    use gainsay_claim::vocabulary::*;
    use gainsay_claim::*;
    fn walk(dir: &std::path::Path, out: &mut Vec<std::path::PathBuf>) {
        for entry in std::fs::read_dir(dir).unwrap() { let path = entry.unwrap().path(); if path.is_dir() { walk(&path, out) } else { out.push(path) } }
    }
    #[test]
    fn show() {
        let mut files = Vec::new();
        walk(std::path::Path::new("/work/main/claims"), &mut files);
        files.sort();
        let mut batch = Batch::default();
        let mut names = Vec::new();
        for (number, path) in files.iter().enumerate() {
            names.push(path.display().to_string());
            let bytes = std::fs::read(path).unwrap();
            let name = path.file_name().unwrap().to_str().unwrap();
            if name == "vocabulary.json" { read_vocabulary(&bytes, number as u32, &mut batch) } else if name.ends_with(".json") { read_file(&bytes, number as u32, &mut batch) }
        }
        let mut fragments: Vec<Fragment> = [BUILT_IN, include_str!("/work/main/crates/gainsay-source-general-staff/src/vocabulary.json"), include_str!("/work/main/crates/gainsay-source-kremlin/src/vocabulary.json"), include_str!("/work/main/crates/gainsay-source-independent-media/src/vocabulary.json")].iter().map(|text| Fragment { record: serde_json::from_str(text).unwrap() }).collect();
        fragments.extend(batch.vocabularies.drain(..).map(|(_, record)| Fragment { record }));
        let (vocabulary, faults) = Vocabulary::build(fragments);
        println!("{faults:?}");
        let ids: Vec<String> = batch.documents.iter().map(|document| document.id.to_string()).collect();
        batch.resolve(&vocabulary, |id| ids.iter().position(|known| known == id).map(|position| position as u32));
        println!("suspects {:?}", batch.suspects.len());
        for claim in &mut batch.claims { if claim.said.is_none() { claim.said = batch.documents[claim.document.index()].published; } }
        batch.claims.sort_by(|a, b| a.id.cmp(&b.id));
        let corpus = Corpus { vocabulary, documents: batch.documents, claims: batch.claims, files: names, ..Corpus::default() };
        let analysis = Analysis { topics: gainsay_align::topics(&corpus), discrepancies: Vec::new() };
        let picture = Picture { corpus: &corpus, analysis: &analysis, as_of: None };
        let mut out = Vec::new();
        write(View::Topics, Format::Terminal, &picture, Style { width: 130, colour: false }, &mut out).unwrap();
        write(View::Claims, Format::Terminal, &picture, Style { width: 100, colour: false }, &mut out).unwrap();
        for view in [View::Report, View::Topics, View::Claims] { write(view, Format::Json, &picture, Style { width: 100, colour: false }, &mut out).unwrap(); }
        std::fs::write("/tmp/rw/show.txt", out).unwrap();
    }
}
