//! What is wrong on the sides of a diff. What is wrong on both is told once.

use super::{Read, Side};
use crate::failure::Failure;
use crate::io::{Colour, Io};
use crate::names::plain;
use gainsay_claim::{Problem, Severity};
use gainsay_report::write_problems;
use std::collections::BTreeSet;

/// The problems of both sides.
pub(crate) struct SideProblems<'a> {
    sides: [(&'a Side, &'a [Problem]); 2],
    /// What is wrong in the same words in the same file of both sides.
    shared: BTreeSet<(String, &'a str)>,
}

impl<'a> SideProblems<'a> {
    pub(crate) fn of(base: (&'a Side, &'a Read), head: (&'a Side, &'a Read)) -> SideProblems<'a> {
        let sides = [base, head].map(|(side, read)| match read {
            Read::Corpus(read) => (side, &read.0.problems[..]),
            Read::Report(_) => (side, &[][..]),
        });
        let [base, head] =
            sides.map(|(side, problems)| problems.iter().map(|it| key(side, it)).collect::<BTreeSet<_>>());
        SideProblems { sides, shared: base.intersection(&head).cloned().collect() }
    }

    /// Whether a side is broken.
    pub(crate) fn is_broken(&self) -> bool {
        self.sides.iter().flat_map(|(_, problems)| *problems).any(|problem| problem.severity == Severity::Error)
    }

    /// Those of the second side, which has those of both.
    pub(crate) fn of_head(&self) -> &'a [Problem] {
        self.sides[1].1
    }

    /// Those of the first side alone.
    pub(crate) fn of_base_alone(&self) -> impl Iterator<Item = &'a Problem> + '_ {
        let (side, problems) = self.sides[0];
        problems.iter().filter(move |problem| !self.is_shared(side, problem))
    }

    fn is_shared(&self, side: &Side, problem: &'a Problem) -> bool {
        !self.shared.is_empty() && self.shared.contains(&key(side, problem))
    }

    /// Tells them on standard error.
    pub(crate) fn tell(&self, colour: Colour, io: &mut Io<'_>) -> Result<(), Failure> {
        let [base, head] = self.sides;
        let only = |(side, problems): (&Side, &'a [Problem])| -> Vec<Problem> {
            problems.iter().filter(|problem| !self.is_shared(side, problem)).cloned().collect()
        };
        let shared: Vec<Problem> = head.1.iter().filter(|problem| self.is_shared(head.0, problem)).cloned().collect();
        let name = |side: &Side| format!("{} (`{}`)", side.role, plain(&side.name));
        for (where_it_is, problems) in [
            (format!("{} and {}", name(base.0), name(head.0)), shared),
            (name(base.0), only(base)),
            (name(head.0), only(head)),
        ] {
            if !problems.is_empty() {
                writeln!(io.stderr, "in {where_it_is}:")?;
                write_problems(&problems, io.terminal.style_of_errors(colour), io.stderr)?;
            }
        }
        Ok(())
    }
}

/// What makes two problems one: the file, from the folder of its side, and the words. The line may have moved.
fn key<'a>(side: &Side, problem: &'a Problem) -> (String, &'a str) {
    let name = side.name.trim_start_matches("./");
    let path = problem.path.trim_start_matches("./");
    let inside = path.strip_prefix(name).or_else(|| path.strip_prefix(side.prefix())).unwrap_or(path);
    (inside.trim_start_matches("./").trim_start_matches('/').to_owned(), &problem.message)
}
