//! The commands.

mod check;
mod explain;
mod import;
mod pages;
mod show;
mod word;

pub(crate) use check::check;
pub(crate) use explain::explain;
pub(crate) use import::import;
pub(crate) use pages::{completions, man, schema};
pub(crate) use show::show;

use crate::failure::Failure;
use crate::io::Io;
use crate::sources;
use gainsay_claim::Corpus;
use gainsay_corpus::{Input, LoadOptions, load};
use std::path::PathBuf;

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
    let corpus = load(&inputs, sources::vocabulary(), &LoadOptions::default())?;
    Ok((corpus, inputs))
}
