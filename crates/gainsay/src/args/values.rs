//! The values of arguments.

use crate::extraction::Readers;
use chrono::NaiveDate;
use clap::ValueEnum;
use gainsay_claim::Count;
use gainsay_claim::period::read_day;
use gainsay_compare::{Certainty, Level};
use gainsay_corpus::slug::{is_id, slug};
use gainsay_report::{Format, ReviewFormat};
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
    /// SARIF 2.1.0, for code scanning and editors
    Sarif,
    /// JUnit's XML, for build servers
    Junit,
    /// Annotations for GitHub Actions, on standard output
    Github,
    /// Markdown that fits a comment
    Summary,
}

/// What a form shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shape {
    /// A picture, in any view.
    Picture(Format),
    /// Discrepancies in their places.
    Review(ReviewFormat),
}

impl Form {
    /// Its name after --format.
    pub(crate) fn name(self) -> String {
        self.to_possible_value().map_or_else(String::new, |value| value.get_name().to_owned())
    }

    pub(crate) fn shape(self) -> Shape {
        match self {
            Form::Terminal => Shape::Picture(Format::Terminal),
            Form::Markdown => Shape::Picture(Format::Markdown),
            Form::Json => Shape::Picture(Format::Json),
            Form::Csv => Shape::Picture(Format::Csv),
            Form::Sarif => Shape::Review(ReviewFormat::Sarif),
            Form::Junit => Shape::Review(ReviewFormat::Junit),
            Form::Github => Shape::Review(ReviewFormat::Github),
            Form::Summary => Shape::Review(ReviewFormat::Summary),
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
            "sarif" => Form::Sarif,
            "xml" => Form::Junit,
            _ => return None,
        })
    }
}

/// A form in which problems are told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Told {
    /// With the lines and a mark below the place
    Terminal,
    /// Annotations for GitHub Actions, ten of a level at most
    Github,
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
