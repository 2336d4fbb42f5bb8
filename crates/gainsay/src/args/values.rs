//! The values of arguments.

use crate::extraction::Readers;
use chrono::NaiveDate;
use clap::ValueEnum;
use gainsay_claim::Count;
use gainsay_claim::period::read_day;
use gainsay_compare::{Certainty, Level};
use gainsay_corpus::slug::{is_id, slug};
use gainsay_report::Format;
use std::path::Path;

/// A form of output.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Form {
    /// Aligned text
    Terminal,
    /// Markdown
    Markdown,
    /// JSON, with a version
    Json,
    /// CSV
    Csv,
}

impl Form {
    pub(crate) fn format(self) -> Format {
        match self {
            Form::Terminal => Format::Terminal,
            Form::Markdown => Format::Markdown,
            Form::Json => Format::Json,
            Form::Csv => Format::Csv,
        }
    }

    /// The form that the ending of a file's name stands for.
    pub(crate) fn of_name(path: &Path) -> Option<Form> {
        let ending = path.extension()?.to_str()?.to_ascii_lowercase();
        Some(match &*ending {
            "json" => Form::Json,
            "md" | "markdown" => Form::Markdown,
            "csv" => Form::Csv,
            "txt" => Form::Terminal,
            _ => return None,
        })
    }
}

/// A form of draft claims.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Draft {
    /// A claims file
    Json,
    /// Lines
    Ndjson,
}

/// Whose texts to read.
pub(super) fn readers(text: &str) -> Result<Readers, String> {
    Readers::named(text)
}

/// An id, with the nearest one that would do.
pub(super) fn id(text: &str) -> Result<String, String> {
    if is_id(text) {
        return Ok(text.to_owned());
    }
    let help = slug(text).map_or_else(String::new, |id| format!("; say {id}"));
    Err(format!("an id has lower-case letters, digits, `-`, `/` and `.`{help}"))
}

/// A level to filter by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Grade {
    Conflict,
    Note,
}

impl Grade {
    pub(crate) fn level(self) -> Level {
        match self {
            Grade::Conflict => Level::Conflict,
            Grade::Note => Level::Note,
        }
    }
}

/// Under which condition a discrepancy holds, to filter by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Condition {
    Certain,
    DependsOnReading,
    Hedged,
}

impl Condition {
    pub(crate) fn certainty(self) -> Certainty {
        match self {
            Condition::Certain => Certainty::Certain,
            Condition::DependsOnReading => Certainty::DependsOnReading,
            Condition::Hedged => Certainty::Hedged,
        }
    }
}

/// From which level on a run exits with 1, from the least to the most.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, ValueEnum)]
pub(crate) enum Gate {
    /// A note or anything worse
    Note,
    /// A conflict or anything worse
    Conflict,
    /// An error in the files
    Error,
    /// Nothing
    Never,
}

/// Reads a day.
pub(super) fn day(text: &str) -> Result<NaiveDate, String> {
    read_day(text)
}

/// Reads a ratio.
pub(super) fn ratio(text: &str) -> Result<Count, String> {
    text.parse().map_err(|_| format!("`{}` is not a ratio; write a number such as 2 or 1.5", text.escape_debug()))
}
