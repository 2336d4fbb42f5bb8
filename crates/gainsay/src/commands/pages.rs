//! `schema`, `completions` and `man`.

use crate::args::{Cli, Schema};
use crate::failure::{Failure, reason};
use crate::io::Io;
use crate::run::Outcome;
use clap::CommandFactory;
use gainsay_claim::schema as shapes;
use std::path::Path;

/// Writes a JSON Schema.
pub(crate) fn schema(args: &Schema, io: &mut Io<'_>) -> Result<Outcome, Failure> {
    let schema = if args.claim {
        shapes::claim()
    } else if args.vocabulary {
        shapes::vocabulary()
    } else if args.diff {
        gainsay_report::diff_schema()
    } else if args.report {
        gainsay_report::report_schema()
    } else {
        shapes::claims()
    };
    let text = serde_json::to_string_pretty(&schema).map_err(|error| error.to_string())?;
    writeln!(io.stdout, "{text}")?;
    Ok(Outcome::Nothing)
}

/// Writes completions for a shell.
pub(crate) fn completions(shell: clap_complete::Shell, io: &mut Io<'_>) -> Result<Outcome, Failure> {
    // Into memory first: clap_complete takes a closed pipe for a bug.
    let mut text = Vec::new();
    clap_complete::generate(shell, &mut Cli::command(), "gainsay", &mut text);
    io.stdout.write_all(&text)?;
    Ok(Outcome::Nothing)
}

/// Writes the manual.
pub(crate) fn man(folder: Option<&Path>, io: &mut Io<'_>) -> Result<Outcome, Failure> {
    let command = Cli::command();
    match folder {
        None => clap_mangen::Man::new(command).render(io.stdout)?,
        Some(folder) => {
            let told = |error: std::io::Error| {
                format!(
                    "cannot write the manual into `{}`: {}; name a folder that can be written to",
                    folder.display(),
                    reason(&error)
                )
            };
            std::fs::create_dir_all(folder).map_err(told)?;
            clap_mangen::generate_to(command, folder).map_err(told)?;
        }
    }
    Ok(Outcome::Nothing)
}
