//! The formats of tools for reviewers, which show discrepancies where they stand.

mod annotations;
mod junit;
mod sarif;
mod summary;
mod uri;

use crate::item::Review;
use crate::layout;
use std::io::{self, BufWriter, Write};

/// A form for a tool that reviewers use.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReviewFormat {
    /// SARIF 2.1.0.
    Sarif,
    /// JUnit's XML.
    Junit,
    /// Annotations for a run of GitHub Actions.
    Github,
    /// Markdown that fits a comment on GitHub and the summary of a job.
    Summary,
}

/// Writes a review for a tool.
///
/// # Errors
/// Those of `out`.
pub fn write_review(format: ReviewFormat, review: &Review, out: &mut dyn Write) -> io::Result<()> {
    let mut out = BufWriter::new(out);
    match format {
        ReviewFormat::Sarif => sarif::write(review, &mut out)?,
        ReviewFormat::Junit => junit::write(review, &mut out)?,
        ReviewFormat::Github => annotations::write(review, &mut out)?,
        ReviewFormat::Summary => summary::write(review, &mut out)?,
    }
    out.flush()
}

/// The longest text that a tool is given in one piece, in columns.
const LONGEST: usize = 1_000;

/// Text of claims as a tool may show it: in one line, inert, and no longer than is read.
fn told(text: &str) -> String {
    layout::fit(text, LONGEST)
}
