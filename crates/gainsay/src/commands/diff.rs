//! `diff`: what changed between two revisions.

use crate::args::{Diff as Args, Gate, Shape};
use crate::failure::Failure;
use crate::filter::changes::ChangeFilter;
use crate::io::{Colour, Io};
use crate::output::{targets, write_file};
use crate::run::Outcome;
use crate::side::{open, read_both, tell_problems, topics};
use crate::sources;
use clap::ArgMatches;
use gainsay_claim::{Corpus, Vocabulary};
use gainsay_compare::Level;
use gainsay_diff::{Diff, diff as difference};
use gainsay_report::{Style, write_diff};

/// Shows what changed.
pub(crate) fn diff(args: &Args, matches: &ArgMatches, colour: Colour, io: &mut Io<'_>) -> Result<Outcome, Failure> {
    let targets = targets(&args.format, &args.output, matches)?
        .into_iter()
        .map(|(form, path)| match form.shape() {
            Shape::Picture(format) => Ok((format, path)),
            Shape::Review(_) => Err(Failure::Told(format!(
                "{} shows the discrepancies of one revision; ask `gainsay report` for it, or say --format terminal, markdown, json or csv",
                form.name()
            ))),
        })
        .collect::<Result<Vec<_>, _>>()?;
    let (base, head) = open(&args.base, &args.head, io)?;
    for note in base.notes.iter().chain(&head.notes) {
        writeln!(io.stderr, "note: {note}")?;
    }
    let (base_read, head_read) = read_both(&base, &head, args.filter.as_of, io.terminal.today)?;
    let (base_revision, head_revision) = (base_read.revision(&base), head_read.revision(&head));
    let corpora: Vec<&Corpus> = [&head_revision, &base_revision].into_iter().filter_map(|side| side.corpus).collect();
    if let [head, base] = corpora[..]
        && head.settings != base.settings
    {
        writeln!(io.stderr, "note: the two have other settings in gainsay.toml, from which a change may come")?;
    }

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
            tell_problems(&[(&base, &base_read), (&head, &head_read)], colour, io)?;
            return Err(failure);
        }
    };
    let tolerance = corpora.first().map(|corpus| corpus.settings.diff_percent);
    let tolerance = tolerance.unwrap_or_else(|| gainsay_claim::Settings::default().diff_percent);
    let mut changes = difference(&base_revision, &head_revision, tolerance);
    filter.narrow(&mut changes);

    let style = io.terminal.style(colour);
    for (format, path) in &targets {
        match path {
            None => write_diff(*format, &changes, style, io.stdout)?,
            Some(path) => {
                let style = Style { colour: colour == Colour::Always, ..style };
                write_file(path, |out| write_diff(*format, &changes, style, out))?;
            }
        }
    }
    io.stdout.flush()?;
    let broken = tell_problems(&[(&base, &base_read), (&head, &head_read)], colour, io)?;
    Ok(match (broken, reaches(args.fail_on, &changes)) {
        (true, _) => Outcome::Broken,
        (false, true) => Outcome::Something,
        (false, false) => Outcome::Nothing,
    })
}

/// Whether something at or above the level is new or worsened, and nobody has acknowledged it.
fn reaches(gate: Gate, changes: &Diff<'_>) -> bool {
    let levels = changes.changes.iter().filter(|change| change.kind.is_worse()).filter_map(|change| change.is);
    levels.into_iter().filter(|finding| finding.acknowledged.is_none()).any(|finding| match finding.level {
        Level::Conflict => gate <= Gate::Conflict,
        Level::Note => gate <= Gate::Note,
    })
}
