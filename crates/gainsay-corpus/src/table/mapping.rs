//! What a mapping file says, ready to be applied to rows.

use super::mapping_file;
use super::name::Lookup;
use crate::walk::reason;
use gainsay_claim::{Problem, Vocabulary};
use std::fmt;
use std::path::Path;

/// A mapping: one document, and what each row says.
#[derive(Clone, Debug)]
pub struct Mapping {
    pub(super) document: Vec<(&'static str, Box<str>)>,
    pub(super) claims: Vec<ClaimMap>,
    pub(super) columns: Vec<Column>,
    /// How many lookups and days there are, each with a number of its own.
    pub(super) lookups: usize,
    pub(super) days: usize,
}

/// A column that the mapping names, with the place where it does.
#[derive(Clone, Debug)]
pub(super) struct Column {
    pub(super) name: Box<str>,
    pub(super) place: Problem,
}

/// One `[[claim]]`, with what `[row]` says filled in.
#[derive(Clone, Debug)]
pub(super) struct ClaimMap {
    /// Its place among the claims.
    pub(super) number: usize,
    pub(super) id: Vec<IdPart>,
    pub(super) source: Field,
    pub(super) measure: Field,
    pub(super) subject: Field,
    pub(super) place: Option<Field>,
    pub(super) basis: Option<Field>,
    pub(super) speaker: Option<Field>,
    pub(super) via: Vec<Field>,
    pub(super) hedge: Option<Field>,
    pub(super) statement: Option<Field>,
    pub(super) note: Option<Field>,
    pub(super) said: Option<Day>,
    pub(super) period: Option<PeriodMap>,
    pub(super) value: ValueMap,
}

/// A piece of a claim's id behind the document's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum IdPart {
    From,
    To,
    Said,
    Source,
    Measure,
    Subject,
    Place,
    Basis,
    /// The text of a cell.
    Cell(usize),
    /// Nothing else tells the rows apart.
    Row,
    /// The place of the `[[claim]]` in the mapping, where nothing else tells two of them apart.
    Claim(usize),
}

/// A text of a claim: the same for every row, or told by a cell.
#[derive(Clone, Debug)]
pub(super) enum Field {
    Constant(Box<str>),
    Lookup(Box<Lookup>),
}

/// A day of a claim.
#[derive(Clone, Debug)]
pub(super) enum Day {
    Constant(Box<str>),
    /// A cell, how it writes a day, and the number of this day in the mapping.
    Cell {
        column: usize,
        format: Box<str>,
        number: usize,
    },
}

#[derive(Clone, Debug)]
pub(super) enum PeriodMap {
    On(Day),
    FromTo(Day, Day),
}

/// What the cells of a value mean.
#[derive(Clone, Debug)]
pub(super) enum ValueMap {
    Count { low: Option<usize>, high: Option<usize>, point: Option<usize>, form: Field },
    On(Day),
    Is(Field),
    Text(Field),
}

impl Field {
    pub(super) fn column(&self) -> Option<usize> {
        match self {
            Field::Constant(_) => None,
            Field::Lookup(lookup) => Some(lookup.column),
        }
    }
}

impl Day {
    pub(super) fn column(&self) -> Option<usize> {
        match self {
            Day::Constant(_) => None,
            Day::Cell { column, .. } => Some(*column),
        }
    }
}

/// Why a mapping file cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MappingError {
    /// It cannot be read.
    Unreadable(String),
    /// What is wrong in it.
    Wrong(Vec<Problem>),
}

impl fmt::Display for MappingError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            MappingError::Unreadable(message) => formatter.write_str(message),
            MappingError::Wrong(problems) => {
                let lines: Vec<String> = problems
                    .iter()
                    .map(|problem| {
                        format!("{}:{}:{}: {}", problem.path, problem.line, problem.column, problem.sentence())
                    })
                    .collect();
                formatter.write_str(&lines.join("\n"))
            }
        }
    }
}

impl std::error::Error for MappingError {}

impl Mapping {
    /// Reads a mapping file; its names must be in the vocabulary.
    ///
    /// # Errors
    /// When it cannot be read, or with every mistake in it.
    pub fn open(path: &Path, vocabulary: &Vocabulary) -> Result<Mapping, MappingError> {
        let name = path.display().to_string();
        let bytes = std::fs::read(path).map_err(|error| {
            MappingError::Unreadable(format!(
                "cannot read the mapping `{name}`: {}; name a file such as those in tests/maps",
                reason(&error)
            ))
        })?;
        let text = crate::suspects::utf8(&name, 1, &bytes).map_err(|problem| MappingError::Wrong(vec![*problem]))?;
        mapping_file::read(&name, text, vocabulary).map_err(MappingError::Wrong)
    }
}
