//! One import: what is read, what comes of it, and the lines that stand before the claims.

use super::complaint::place;
use super::content::Table;
use super::header::no_column;
use super::line::quoted;
use super::mapping::{Field, Mapping};
use super::name::{Additions, Rest};
use super::pass::{Passed, pass};
use crate::complaint::sort_problems;
use crate::input::Input;
use gainsay_claim::vocabulary::Noun;
use gainsay_claim::{Problem, Vocabulary};
use std::fmt;
use std::io::{self, Write};

/// What is imported.
pub type TableInput = Input;

/// What came of an import.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Imported {
    /// The rows that were read.
    pub rows: u64,
    /// The claims that were written.
    pub claims: u64,
    /// How many entries of the vocabulary were written.
    pub words: usize,
    /// What could not be read, with its place.
    pub problems: Vec<Problem>,
}

/// How far an import is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// The rows behind us.
    pub rows: u64,
    /// The bytes behind us.
    pub bytes: u64,
    /// All bytes of the table.
    pub all: u64,
}

/// Why nothing was imported.
#[derive(Debug)]
pub enum ImportError {
    /// A fragment with the way out.
    Told(String),
    /// The table does not have what the mapping names; the problems stand in the mapping.
    Wrong(Vec<Problem>),
    /// The output cannot be written.
    Write(io::Error),
}

impl fmt::Display for ImportError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ImportError::Told(message) => formatter.write_str(message),
            ImportError::Wrong(problems) => {
                let lines: Vec<String> = problems
                    .iter()
                    .map(|problem| {
                        format!("{}:{}:{}: {}", problem.path, problem.line, problem.column, problem.sentence())
                    })
                    .collect();
                formatter.write_str(&lines.join("\n"))
            }
            ImportError::Write(error) => write!(formatter, "cannot write the claims: {error}"),
        }
    }
}

impl std::error::Error for ImportError {}

/// Imports a table: the document, the words that the mapping adds, then the claims, as NDJSON.
///
/// # Errors
/// When the table cannot be read at all, does not have the columns that the mapping names, or the
/// output cannot be written. What is wrong in single rows stands in [`Imported::problems`].
pub fn import(
    table: &TableInput,
    mapping: &Mapping,
    vocabulary: &Vocabulary,
    out: &mut dyn Write,
    progress: &mut dyn FnMut(Progress),
) -> Result<Imported, ImportError> {
    let table = Table::open(table)?;
    let additions = match adds_words(mapping) {
        // The words stand before the claims, and only the whole table tells which there are.
        true => pass(&table, mapping, vocabulary, &mut io::sink(), &mut |_| ())?.additions,
        false => Additions::new(),
    };
    out.write_all(head(mapping, &additions).as_bytes()).map_err(ImportError::Write)?;
    let Passed { tally, places, never_seen, .. } = pass(&table, mapping, vocabulary, out, progress)?;
    out.flush().map_err(ImportError::Write)?;

    let columns: Vec<(Box<str>, Option<usize>)> = mapping
        .columns
        .iter()
        .enumerate()
        .map(|(number, column)| (column.name.clone(), places.get(number).copied()))
        .collect();
    let mut problems = match table.again() {
        Ok(mut again) => place(tally.complaints, &table.name, table.layout, &columns, &mut *again),
        Err(error) => return Err(table.unreadable(&error)),
    };
    problems.extend(table.damaged());
    if tally.rows == 0 && problems.is_empty() {
        problems.push(table.no_rows());
    }
    if tally.rows > 0 {
        problems
            .extend(never_seen.iter().map(|(column, near)| no_column(&mapping.columns[*column], near.as_deref(), &[])));
    }
    sort_problems(&mut problems);
    Ok(Imported { rows: tally.rows, claims: tally.claims, words: additions.len(), problems })
}

fn adds_words(mapping: &Mapping) -> bool {
    let adds = |field: &Field| matches!(field, Field::Lookup(lookup) if matches!(lookup.rest, Rest::Slug { .. }));
    mapping
        .claims
        .iter()
        .any(|claim| [&claim.source, &claim.measure, &claim.subject].into_iter().chain(&claim.place).any(adds))
}

/// The line of the document, and that of the vocabulary where there is one.
fn head(mapping: &Mapping, additions: &Additions) -> String {
    let fields: Vec<String> =
        mapping.document.iter().map(|(name, text)| format!("\"{name}\":{}", quoted(text))).collect();
    let mut head = format!("{{\"document\":{{{}}}}}\n", fields.join(","));
    if additions.is_empty() {
        return head;
    }
    let lists = Noun::ALL.into_iter().filter_map(|noun| {
        let entries = additions.iter().filter(|((of, _), _)| *of == noun).map(|((_, id), added)| {
            let part_of =
                added.part_of.as_ref().map(|whole| format!(",\"part_of\":[{}]", quoted(whole))).unwrap_or_default();
            format!("{{\"id\":{},\"label\":{}{part_of}}}", quoted(id), quoted(&added.label))
        });
        let entries: Vec<String> = entries.collect();
        (!entries.is_empty()).then(|| format!("\"{}\":[{}]", noun.list(), entries.join(",")))
    });
    let lists: Vec<String> = lists.collect();
    head.push_str(&format!("{{\"vocabulary\":{{{}}}}}\n", lists.join(",")));
    head
}
