//! Reading both sides of a diff at once.

use super::{Side, SideContent};
use crate::extraction::OnTheFly;
use crate::failure::Failure;
use crate::names::plain;
use crate::sources;
use chrono::NaiveDate;
use gainsay_claim::Corpus;
use gainsay_compare::{Analysis, compare};
use gainsay_corpus::{LoadOptions, load, load_tree};
use gainsay_diff::{Revision, acknowledge};
use std::collections::BTreeSet;
use std::panic::resume_unwind;

/// A side that has been read.
pub(crate) enum Read {
    Corpus(Box<(Corpus, Analysis)>),
    Report(Revision<'static>),
}

/// Reads and compares both sides, as of a day where one is given; acknowledgements hold as of that day, else today.
pub(crate) fn read_both(
    base: &Side,
    head: &Side,
    as_of: Option<NaiveDate>,
    today: Option<NaiveDate>,
) -> Result<(Read, Read), Failure> {
    let (base, head) = std::thread::scope(|scope| {
        let base = scope.spawn(|| read(base, as_of, today));
        let head = read(head, as_of, today);
        (base.join().unwrap_or_else(|panic| resume_unwind(panic)), head)
    });
    Ok((base?, head?))
}

fn read(side: &Side, as_of: Option<NaiveDate>, today: Option<NaiveDate>) -> Result<Read, Failure> {
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
    let mut analysis = compare(&corpus);
    acknowledge(&corpus, &mut analysis, as_of.or(today));
    Ok(Read::Corpus(Box::new((corpus, analysis))))
}

impl Read {
    /// The side as it is held against the other one, with what was acknowledged until that day.
    pub(crate) fn revision(&self, side: &Side, day: Option<NaiveDate>) -> Revision<'_> {
        match self {
            Read::Corpus(read) => Revision::of_corpus(&side.name, &read.0, &read.1).on(&read.1, day),
            Read::Report(revision) => revision.clone(),
        }
    }
}

/// The topics that one of the sides speaks of.
pub(crate) fn topics(sides: [&Read; 2]) -> BTreeSet<String> {
    let mut topics = BTreeSet::new();
    for side in sides {
        match side {
            Read::Corpus(read) => topics.extend(read.1.topics.iter().map(|topic| topic.id.clone())),
            Read::Report(revision) => topics.extend(revision.findings.values().map(|finding| finding.topic.clone())),
        }
    }
    topics
}
