//! The arguments of `review`.

use super::FilterArgs;
use super::values::day;
use chrono::NaiveDate;
use clap::Args;
use std::path::PathBuf;

/// What to look through, and what is decided already.
#[derive(Debug, Args)]
pub(crate) struct Review {
    /// What was: a folder, a file, a report, or a git revision
    #[arg(value_name = "BASE")]
    pub(crate) base: PathBuf,
    /// What is: the folder into which acknowledgements are written
    #[arg(value_name = "HEAD")]
    pub(crate) head: PathBuf,
    /// List the changes and what was decided, and ask nothing
    #[arg(long, conflicts_with_all = ["accept", "reject", "defer"], help_heading = "Decisions")]
    pub(crate) list: bool,
    /// Accept this discrepancy, by its id or its beginning; goes with --why
    #[arg(long, value_name = "ID", help_heading = "Decisions")]
    pub(crate) accept: Vec<String>,
    /// Reject this one
    #[arg(long, value_name = "ID", help_heading = "Decisions")]
    pub(crate) reject: Vec<String>,
    /// Leave this one for later
    #[arg(long, value_name = "ID", help_heading = "Decisions")]
    pub(crate) defer: Vec<String>,
    /// The reason; without it, it is asked for
    #[arg(long, value_name = "WORDS", help_heading = "Decisions")]
    pub(crate) why: Option<String>,
    /// Who decides; without it, it is asked for
    #[arg(long, value_name = "NAME", help_heading = "Decisions")]
    pub(crate) who: Option<String>,
    /// The day on which what is accepted is open again
    #[arg(long, value_name = "DATE", value_parser = day, help_heading = "Decisions")]
    pub(crate) expires: Option<NaiveDate>,
    /// Step also through what was rejected or is acknowledged
    #[arg(long)]
    pub(crate) all: bool,
    /// The program that opens a document, which gets its path or address
    #[arg(long, value_name = "PROGRAM")]
    pub(crate) open_with: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) filter: FilterArgs,
}

pub(super) const HELP: &str = "\
Examples:
  gainsay review main claims             step through what a branch has changed
  gainsay review main claims --list      what is decided and what is not
  gainsay review main claims --accept total-falls/losses --why 'a digit was dropped; corrected the day after'
  gainsay review main claims --accept ID --why 'both are estimates' --who desk --expires 2027-01-31

Answers are lines: a accept, r reject, d defer, e explain, o open the document, q quit.
What is accepted is written to gainsay.toml in HEAD before the next change is shown, with what it was given for;
what is rejected or deferred is remembered in .gainsay-review.json beside it.

Exit codes: 0 no conflict is new or worsened that is not accepted, 1 one is, 2 the run failed or a side is broken.
With --accept, --reject or --defer: 0 it is written, 2 it is not.";
