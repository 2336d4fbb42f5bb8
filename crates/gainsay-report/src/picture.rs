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
