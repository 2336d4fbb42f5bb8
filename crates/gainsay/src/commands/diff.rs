//! `diff`: what changed between two revisions.

use crate::args::{Diff as Args, Form, Gate, Shape};
use crate::failure::Failure;
use crate::filter::changes::ChangeFilter;
use crate::io::{Colour, Io};
use crate::output::{targets, write_targets};
use crate::run::Outcome;
use crate::side::{SideProblems, open, read_both, review, topics};
use crate::sources;
use clap::ArgMatches;
use gainsay_claim::{Corpus, Vocabulary};
use gainsay_compare::Level;
use gainsay_diff::{Diff, diff as difference};
use gainsay_report::{Style, plain, write_diff, write_review};
use std::io::Write;

/// Shows what changed.
pub(crate) fn diff(args: &Args, matches: &ArgMatches, colour: Colour, io: &mut Io<'_>) -> Result<Outcome, Failure> {
    let targets = targets(&args.format, &args.output, matches)?;
    let (base, head) = open(&args.base, &args.head, io)?;
    for note in base.notes.iter().chain(&head.notes) {
        writeln!(io.stderr, "note: {}", plain(note))?;
    }
    let (base_read, head_read) = read_both(&base, &head, args.filter.as_of, io.terminal.today)?;
    let day = args.filter.as_of.or(io.terminal.today);
    let (base_revision, head_revision) = (base_read.revision(&base, day), head_read.revision(&head, day));
    let problems = SideProblems::of((&base, &base_read), (&head, &head_read));
    let corpora: Vec<&Corpus> = [&head_revision, &base_revision].into_iter().filter_map(|side| side.corpus).collect();

    let built_in;
    let mut vocabularies: Vec<&Vocabulary> = corpora.iter().map(|corpus| &corpus.vocabulary).collect();
    if vocabularies.is_empty() {
        built_in = Vocabulary::build(sources::vocabulary()).0;
        vocabularies.push(&built_in);
    }
    let filter = match ChangeFilter::new(&args.filter, vocabularies, &topics([&base_read, &head_read])) {
        Ok(filter) => filter,
        Err(failure) => {
            // What is asked for may be missing because its file is broken.
            problems.tell(colour, io)?;
            return Err(failure);
        }
    };
    let tolerance = corpora.first().map(|corpus| corpus.settings.diff_percent);
    let tolerance = tolerance.unwrap_or_else(|| gainsay_claim::Settings::default().diff_percent);
    let mut changes = difference(&base_revision, &head_revision, tolerance);
    filter.narrow(&mut changes);

    let is_for_review = targets.iter().any(|(form, _)| matches!(form.shape(), Shape::Review(_)));
    let review = is_for_review.then(|| review(&changes, [(&base, &base_read), (&head, &head_read)], &problems));
    let put = |form: Form, style: Style, out: &mut dyn Write| match (form.shape(), &review) {
        (Shape::Picture(format), _) => write_diff(format, &changes, style, out),
        (Shape::Review(format), Some(review)) => write_review(format, review, out),
        (Shape::Review(_), None) => Ok(()),
    };
    write_targets(&targets, io.terminal.style(colour), colour, io.stdout, put)?;
    problems.tell(colour, io)?;
    Ok(match (problems.is_broken(), reaches(args.fail_on, &changes)) {
        (true, _) => Outcome::Broken,
        (false, true) => Outcome::Something,
        (false, false) => Outcome::Nothing,
    })
}

/// Whether something at or above the level is new or worsened, and nobody has acknowledged it.
fn reaches(gate: Gate, changes: &Diff<'_>) -> bool {
    changes.open().any(|finding| match finding.level {
        Level::Conflict => gate <= Gate::Conflict,
        Level::Note => gate <= Gate::Note,
    })
}
