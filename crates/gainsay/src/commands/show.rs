//! `report`, `conflicts`, `topics` and `claims`.

use super::read;
use crate::args::{Gate, Show};
use crate::failure::Failure;
use crate::filter::Filter;
use crate::io::{Colour, Io};
use crate::output::{targets, write_file};
use crate::run::Outcome;
use clap::ArgMatches;
use gainsay_claim::Severity;
use gainsay_compare::{Analysis, Level, compare};
use gainsay_report::{Picture, Style, View, write, write_problems};

/// Shows a view of a corpus.
pub(crate) fn show(
    view: View,
    args: &Show,
    matches: &ArgMatches,
    colour: Colour,
    io: &mut Io<'_>,
) -> Result<Outcome, Failure> {
    let targets = targets(&args.format, &args.output, matches)?;
    let (mut corpus, _) = read(&args.paths, io)?;
    if let Some(day) = args.filter.as_of {
        corpus = corpus.as_of(day);
    }
    let mut analysis = compare(&corpus);
    let filter = match Filter::new(&args.filter, &corpus, &analysis.topics) {
        Ok(filter) => filter,
        Err(failure) => {
            // What is asked for may be missing because its file is broken.
            write_problems(&corpus.problems, io.terminal.style_of_errors(colour), io.stderr)?;
            return Err(failure);
        }
    };
    filter.narrow(&corpus, &mut analysis);
    let reaches = reaches(args.fail_on, &analysis);
    if view == View::Claims {
        (corpus, analysis) = filter.narrow_to_claims(corpus, analysis);
    }

    let picture = Picture { corpus: &corpus, analysis: &analysis, as_of: args.filter.as_of };
    let style = io.terminal.style(colour);
    for (form, path) in &targets {
        match path {
            None => write(view, form.format(), &picture, style, io.stdout)?,
            Some(path) => {
                let style = Style { colour: colour == Colour::Always, ..style };
                write_file(path, |out| write(view, form.format(), &picture, style, out))?;
            }
        }
    }
    io.stdout.flush()?;
    write_problems(&corpus.problems, io.terminal.style_of_errors(colour), io.stderr)?;
    let broken = corpus.problems.iter().any(|problem| problem.severity == Severity::Error);
    Ok(if broken {
        Outcome::Broken
    } else if reaches {
        Outcome::Something
    } else {
        Outcome::Nothing
    })
}

/// Whether some discrepancy is at or above the level.
pub(super) fn reaches(gate: Gate, analysis: &Analysis) -> bool {
    analysis.discrepancies.iter().any(|discrepancy| match discrepancy.level {
        Level::Conflict => gate <= Gate::Conflict,
        Level::Note => gate <= Gate::Note,
    })
}
