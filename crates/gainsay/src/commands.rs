//! The commands.

mod add;
mod ask;
mod check;
mod diff;
mod explain;
mod extract;
mod import;
mod pages;
mod review;
mod show;
mod word;

pub(crate) use add::add;
pub(crate) use check::check;
pub(crate) use diff::diff;
pub(crate) use explain::explain;
pub(crate) use extract::extract;
pub(crate) use import::import;
pub(crate) use pages::{completions, man, schema};
pub(crate) use review::review;
pub(crate) use show::show;

use crate::extraction::OnTheFly;
use crate::failure::Failure;
use crate::io::Io;
use crate::sources;
use chrono::NaiveDate;
use gainsay_claim::{Corpus, Vocabulary};
use gainsay_compare::{Analysis, compare};
use gainsay_corpus::{Input, LoadOptions, load, vocabulary_above};
use gainsay_diff::acknowledge;
use std::path::{Path, PathBuf};

/// Reads the paths; what comes on standard input is read once.
fn read(paths: &[PathBuf], io: &mut Io<'_>) -> Result<(Corpus, Vec<Input>), Failure> {
    let mut inputs = Vec::new();
    let mut stdin_read = false;
    for path in paths {
        if path.as_os_str() != "-" {
            inputs.push(Input::Path(path.clone()));
        } else if !stdin_read {
            stdin_read = true;
            let mut bytes = Vec::new();
            io.stdin
                .read_to_end(&mut bytes)
                .map_err(|error| format!("cannot read standard input: {error}; name a file instead"))?;
            inputs.push(Input::Stdin(bytes));
        }
    }
    let corpus =
        load(&inputs, sources::vocabulary(), &LoadOptions { texts: Some(&OnTheFly), ..LoadOptions::default() })?;
    Ok((corpus, inputs))
}

/// Compares a corpus, and marks what the desk lets stand on a day.
fn compared(corpus: &Corpus, day: Option<NaiveDate>) -> Analysis {
    let mut analysis = compare(corpus);
    acknowledge(corpus, &mut analysis, day);
    analysis
}

/// The words that a file at this path may use: those built in and those of its corpus.
fn vocabulary_around(output: &Path) -> Result<Vocabulary, Failure> {
    let folder = output.parent().unwrap_or(Path::new("."));
    match vocabulary_above(folder) {
        None => Ok(Vocabulary::build(sources::vocabulary()).0),
        Some(path) => Ok(load(&[Input::Path(path)], sources::vocabulary(), &LoadOptions::default())?.vocabulary),
    }
}
