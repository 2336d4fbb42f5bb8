//! `report`, `conflicts`, `topics` and `claims`.

use super::{compared, read};
use crate::args::{Form, Gate, Shape, Show};
use crate::failure::Failure;
use crate::filter::Filter;
use crate::io::{Colour, Io};
use crate::lapsed::note;
use crate::output::{targets, write_targets};
use crate::run::Outcome;
use chrono::NaiveDate;
use clap::ArgMatches;
use gainsay_claim::{ClaimId, Corpus, Severity};
use gainsay_compare::{Analysis, Level};
use gainsay_corpus::{Input, whereabouts};
use gainsay_diff::lapsed;
use gainsay_report::{Picture, Review, Rewritten, Style, View, claims_of, write, write_problems, write_review};
use std::collections::BTreeSet;
use std::io::Write;

/// Shows a view of a corpus.
pub(crate) fn show(
    view: View,
    args: &Show,
    matches: &ArgMatches,
    colour: Colour,
    io: &mut Io<'_>,
) -> Result<Outcome, Failure> {
    let targets = targets(&args.format, &args.output, matches)?;
    let for_review = targets.iter().find(|(form, _)| matches!(form.shape(), Shape::Review(_)));
    if let Some((form, _)) = for_review.filter(|_| matches!(view, View::Topics | View::Claims)) {
        return Err(Failure::Told(format!(
            "{} shows discrepancies, and there are none in this view; ask `gainsay report` or `gainsay conflicts` for it",
            form.name()
        )));
    }
    let (mut corpus, inputs) = read(&args.paths, io)?;
    if let Some(day) = args.filter.as_of {
        corpus = corpus.as_of(day);
    }
    let day = args.filter.as_of.or(io.terminal.today);
    let mut analysis = compared(&corpus, day);
    let remark = note(&corpus, &analysis, day);
    let filter = match Filter::new(&args.filter, &corpus, &analysis.topics) {
        Ok(filter) => filter,
        Err(failure) => {
            // What is asked for may be missing because its file is broken.
            write_problems(&corpus.problems, io.terminal.style_of_errors(colour), io.stderr)?;
            return Err(failure);
        }
    };
    filter.narrow(&corpus, &mut analysis);
    let open_again = open_again(&corpus, &analysis, day);
    let reaches = reaches(args.fail_on, &analysis);
    if view == View::Claims {
        (corpus, analysis) = filter.narrow_to_claims(corpus, analysis);
    }

    let picture = Picture { corpus: &corpus, analysis: &analysis, as_of: args.filter.as_of };
    let review = for_review.map(|_| Review { open_again, ..review(&picture, &inputs) });
    let put = |form: Form, style: Style, out: &mut dyn Write| match (form.shape(), &review) {
        (Shape::Picture(format), _) => write(view, format, &picture, style, out),
        (Shape::Review(format), Some(review)) => write_review(format, review, out),
        (Shape::Review(_), None) => Ok(()),
    };
    write_targets(&targets, io.terminal.style(colour), colour, io.stdout, put)?;
    if let Some(remark) = remark.filter(|_| matches!(view, View::Report | View::Conflicts)) {
        writeln!(io.stderr, "note: {remark}")?;
    }
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

/// The discrepancies of a picture, where they stand. `inputs` is what its corpus was read from.
fn review(picture: &Picture<'_>, inputs: &[Input]) -> Review {
    let claims: BTreeSet<ClaimId> = picture.analysis.discrepancies.iter().flat_map(claims_of).collect();
    Review::of(picture, &whereabouts(picture.corpus, inputs, claims))
}

/// What was acknowledged until that day.
fn open_again(corpus: &Corpus, analysis: &Analysis, day: Option<NaiveDate>) -> Vec<Rewritten> {
    let lapsed = lapsed(corpus, analysis, day).into_iter();
    lapsed.map(|(what, lapsed)| Rewritten { what, how: lapsed.sentence() }).collect()
}

/// Whether some discrepancy that nobody has acknowledged is at or above the level.
pub(super) fn reaches(gate: Gate, analysis: &Analysis) -> bool {
    let open = analysis.discrepancies.iter().filter(|discrepancy| discrepancy.acknowledged.is_none());
    open.into_iter().any(|discrepancy| match discrepancy.level {
        Level::Conflict => gate <= Gate::Conflict,
        Level::Note => gate <= Gate::Note,
    })
}
