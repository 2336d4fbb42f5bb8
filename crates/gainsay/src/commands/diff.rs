//! `diff`: what changed between two revisions.

use crate::args::{Diff as Args, Gate};
use crate::extraction::OnTheFly;
use crate::failure::Failure;
use crate::filter::changes::ChangeFilter;
use crate::io::{Colour, Io};
use crate::names::plain;
use crate::output::{targets, write_file};
use crate::run::Outcome;
use crate::side::{Side, SideContent, open};
use crate::sources;
use chrono::NaiveDate;
use clap::ArgMatches;
use gainsay_claim::{Corpus, Severity, Vocabulary};
use gainsay_compare::{Analysis, Level, compare};
use gainsay_corpus::{LoadOptions, load, load_tree};
use gainsay_diff::{Diff, Revision, diff as difference};
use gainsay_report::{Style, write_diff, write_problems};
use std::collections::BTreeSet;
use std::panic::resume_unwind;

/// A side that has been read.
enum Read {
    Corpus(Box<(Corpus, Analysis)>),
    Report(Revision<'static>),
}

/// Shows what changed.
pub(crate) fn diff(args: &Args, matches: &ArgMatches, colour: Colour, io: &mut Io<'_>) -> Result<Outcome, Failure> {
    let targets = targets(&args.format, &args.output, matches)?;
    let (base, head) = open(&args.base, &args.head, io)?;
    for note in base.notes.iter().chain(&head.notes) {
        writeln!(io.stderr, "note: {note}")?;
    }
    let as_of = args.filter.as_of;
    let (base_read, head_read) = std::thread::scope(|scope| {
        let base = scope.spawn(|| read(&base, as_of));
        let head = read(&head, as_of);
        (base.join().unwrap_or_else(|panic| resume_unwind(panic)), head)
    });
    let (base_read, head_read) = (base_read?, head_read?);
    let (base_revision, head_revision) = (revision(&base, &base_read), revision(&head, &head_read));
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
            problems(&[(&base, &base_read), (&head, &head_read)], colour, io)?;
            return Err(failure);
        }
    };
    let tolerance = corpora.first().map(|corpus| corpus.settings.diff_percent);
    let tolerance = tolerance.unwrap_or_else(|| gainsay_claim::Settings::default().diff_percent);
    let mut changes = difference(&base_revision, &head_revision, tolerance);
    filter.narrow(&mut changes);

    let style = io.terminal.style(colour);
    for (form, path) in &targets {
        match path {
            None => write_diff(form.format(), &changes, style, io.stdout)?,
            Some(path) => {
                let style = Style { colour: colour == Colour::Always, ..style };
                write_file(path, |out| write_diff(form.format(), &changes, style, out))?;
            }
        }
    }
    io.stdout.flush()?;
    let broken = problems(&[(&base, &base_read), (&head, &head_read)], colour, io)?;
    Ok(match (broken, reaches(args.fail_on, &changes)) {
        (true, _) => Outcome::Broken,
        (false, true) => Outcome::Something,
        (false, false) => Outcome::Nothing,
    })
}

fn read(side: &Side, as_of: Option<NaiveDate>) -> Result<Read, Failure> {
    let told = |error: String| Failure::Told(format!("{}: {error}", side.role));
    let options = LoadOptions { texts: Some(&OnTheFly), ..LoadOptions::default() };
    let corpus = match &side.content {
        SideContent::Report(_) if as_of.is_some() => {
            return Err(told(format!(
                "`{}` is a report, which cannot be taken back to another day; name its claims, or leave --as-of out",
                plain(&side.name)
            )));
        }
        SideContent::Report(bytes) => {
            let revision = Revision::of_report(&side.name, bytes);
            return revision
                .map(Read::Report)
                .map_err(|error| told(format!("cannot read `{}`: {}", plain(&side.name), plain(&error.to_string()))));
        }
        SideContent::Claims(input) => load(std::slice::from_ref(input), sources::vocabulary(), &options),
        SideContent::Tree(tree, passed_over) => load_tree(tree, sources::vocabulary(), &options).map(|mut corpus| {
            corpus.problems.extend(passed_over.iter().cloned());
            corpus
        }),
    };
    let corpus = corpus.map_err(|error| told(error.to_string()))?;
    let corpus = match as_of {
        Some(day) => corpus.as_of(day),
        None => corpus,
    };
    let analysis = compare(&corpus);
    Ok(Read::Corpus(Box::new((corpus, analysis))))
}

fn revision<'a>(side: &Side, read: &'a Read) -> Revision<'a> {
    match read {
        Read::Corpus(read) => Revision::of_corpus(&side.name, &read.0, &read.1),
        Read::Report(revision) => revision.clone(),
    }
}

/// The topics that one of the sides speaks of.
fn topics(sides: [&Read; 2]) -> BTreeSet<String> {
    let mut topics = BTreeSet::new();
    for side in sides {
        match side {
            Read::Corpus(read) => topics.extend(read.1.topics.iter().map(|topic| topic.id.clone())),
            Read::Report(revision) => topics.extend(revision.findings.values().map(|finding| finding.topic.clone())),
        }
    }
    topics
}

/// Tells what is wrong on each side, and whether something is broken.
fn problems(sides: &[(&Side, &Read); 2], colour: Colour, io: &mut Io<'_>) -> Result<bool, Failure> {
    let mut broken = false;
    for (side, read) in sides {
        let Read::Corpus(read) = read else { continue };
        let problems = &read.0.problems;
        if problems.is_empty() {
            continue;
        }
        writeln!(io.stderr, "in {} (`{}`):", side.role, plain(&side.name))?;
        write_problems(problems, io.terminal.style_of_errors(colour), io.stderr)?;
        broken |= problems.iter().any(|problem| problem.severity == Severity::Error);
    }
    Ok(broken)
}

/// Whether something at or above the level is new or worsened.
fn reaches(gate: Gate, changes: &Diff<'_>) -> bool {
    let levels = changes.changes.iter().filter(|change| change.kind.is_worse()).filter_map(|change| change.is);
    levels.into_iter().any(|finding| match finding.level {
        Level::Conflict => gate <= Gate::Conflict,
        Level::Note => gate <= Gate::Note,
    })
}
