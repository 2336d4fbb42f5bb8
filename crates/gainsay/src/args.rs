//! The arguments.

mod review;
mod values;

pub(crate) use review::Review;
pub(crate) use values::{Condition, Draft, Form, Gate, Grade, Shape, Told};

use crate::extraction::Readers;
use crate::io::Colour;
use chrono::NaiveDate;
use clap::{Args, Parser, Subcommand};
use gainsay_claim::Count;
use std::path::PathBuf;
use values::{day, id, ratio, readers};

/// Compares what the parties to a dispute say: diff, for statements.
#[derive(Debug, Parser)]
#[command(name = "gainsay", version, arg_required_else_help = true, after_help = AFTER)]
pub(crate) struct Cli {
    #[command(subcommand)]
    pub(crate) command: Command,
    /// When to colour the output
    #[arg(
        long,
        global = true,
        value_enum,
        default_value_t,
        value_name = "WHEN",
        hide_possible_values = true,
        help = "When to colour the output: auto, always or never"
    )]
    pub(crate) color: Colour,
    /// The day on which acknowledgements are looked at; the day it is if left out
    #[arg(long, global = true, value_name = "DATE", value_parser = day)]
    pub(crate) today: Option<NaiveDate>,
}

const AFTER: &str = "\
Examples:
  gainsay report                        everything in the folder `claims`
  gainsay report --topic 'tanks*'       what concerns tanks
  gainsay conflicts --as-of 2023-04-19  what could be known on that day
  gainsay check                         is the folder sound?
  gainsay explain count-conflict        what a rule means

Exit codes: 0 nothing at or above --fail-on, 1 something, 2 the run failed or the input is broken.";

const EXTRACT: &str = "\
Examples:
  gainsay extract 2023-04-19-bulletin.txt -o claims/general-staff/
  gainsay extract saved-page.html --publisher example-post --published 2023-04-19
  gainsay extract bulletins/*.txt --source general-staff -o claims/bulletins.ndjson
  pbpaste | gainsay extract - --publisher example-post | gainsay report -

What is not plain (whose losses, who says so, which measure) is told with its place and never becomes a claim.
UTF-8, UTF-16 and Windows-1251 are read. Of a page, the main text is read; quotes keep their places in the file.

Exit codes: 0 done, 2 the run failed or a file could not be read (the others are written).";

const ADD: &str = "\
Examples:
  gainsay add
  gainsay add --quote 'особового складу ‒ близько 461 060' --published 2024-04-23 --publisher bukvy
  gainsay add --text claims/documents/article.txt --quote 'around 300,000 casualties' --source uk-mod

What the quote does not tell is asked, with what it may be in brackets; Enter takes that, and ? lists what there is.
A file that is there keeps every byte; the claim comes behind its last one.";

const DIFF: &str = "\
Examples:
  gainsay diff main claims               the last commit of a branch, and the folder as it is
  gainsay diff HEAD~1 HEAD               two commits
  gainsay diff v1.0:claims claims        a folder of a tag
  gainsay diff old-claims new-claims     two folders
  gainsay diff last-week.json claims     a report that was written earlier; it holds no claims
  gainsay diff main claims --format github -o - --format summary -o summary.md -o diff.sarif -o diff.xml

BASE and HEAD are folders, files, reports (gainsay report --format json), `-`, or git revisions. A revision goes with a
path behind a colon, from the root of the repository (`./` from here); without one it is the path of the other side,
else `claims`. What is a file or folder is taken as such: `main:` is the revision even where a folder is called main.
Revisions are read by the git command, without network; nothing in the work tree is touched.

Exit codes: 0 no conflict is new or worsened (see --fail-on), 1 one is, 2 the run failed or a side is broken.";

const IMPORT: &str = r#"Examples:
  gainsay import estimates.csv --map estimates.toml -o claims/estimates.ndjson
  gainsay import daily.json --map daily.toml | gainsay report -

A mapping for a table with the columns date, source, country, dead_low and dead_high:
  format = "gainsay.map/v1"
  [document]
  id = "loss-tracker"
  published = "2026-08-08"
  [row]
  source = { column = "source", names = { "UK MoD" = "uk-mod" }, otherwise = "slug" }
  subject = { column = "country", names = { russia = "russian-forces", ukraine = "ukrainian-forces" } }
  place = "ukraine"
  said = { column = "date", format = "%d/%m/%Y" }
  period = { from = "2022-02-24", to = { column = "date", format = "%d/%m/%Y" } }
  [[claim]]
  measure = "killed"
  value = { low = "dead_low", high = "dead_high" }

A field is a constant or a column: { column, names, default | otherwise = "slug" }; a day has a format.
The cells that are filled decide what a value says: low and high `between`, low `at_least`, high `at_most`,
a point what `as` says (exactly, about, at_least, more_than, at_most, less_than). An empty cell makes no claim.

Exit codes: 0 all was imported, 1 some cells could not be read and the rest was imported, 2 the run failed."#;

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// The whole picture: what conflicts, how and why
    #[command(after_help = "\
Examples:
  gainsay report
  gainsay report claims/kremlin --format markdown -o report.md
  gainsay report --format json -o report.json --format csv -o report.csv
  gainsay report --format github -o - --format summary -o summary.md -o report.sarif
  cat claims.ndjson | gainsay report -")]
    Report(Show),
    /// One line for each discrepancy, conflicts first
    #[command(after_help = "\
Examples:
  gainsay conflicts --source russian-mod --level conflict
  gainsay conflicts --rule total-falls --fail-on conflict")]
    Conflicts(Show),
    /// Who has spoken on what: newest figures side by side, with a sentence to print
    #[command(after_help = "\
Examples:
  gainsay topics --topic killed
  gainsay topics --as-of 2022-12-31")]
    Topics(Show),
    /// The claims themselves
    #[command(after_help = "\
Examples:
  gainsay claims --source general-staff --from 2023-04-01 --to 2023-04-30
  gainsay claims --format csv -o claims.csv")]
    Claims(Show),
    /// Text or saved pages to draft claims with exact quotes
    #[command(after_help = EXTRACT)]
    Extract(Extract),
    /// A claim by hand from a pasted quote, in under a minute
    #[command(after_help = ADD)]
    Add(Add),
    /// A table to claims, by a mapping file
    #[command(after_help = IMPORT)]
    Import(Import),
    /// Is the corpus sound: shape, vocabulary, dates, hashes, quotes and acknowledgements
    #[command(after_help = "\
Examples:
  gainsay check
  gainsay check --fail-on conflict      also when two claims conflict and nobody has acknowledged it
  gainsay check --today 2027-01-01      which acknowledgements will have ended by then
  gainsay check --format github         annotations on the lines, in a run of GitHub Actions")]
    Check(Check),
    /// What changed between two revisions: which conflicts are new, worse, eased or gone, and by which claims
    #[command(after_help = DIFF)]
    Diff(Diff),
    /// Step through the changes between two revisions: accept, reject or defer each
    #[command(after_help = review::HELP)]
    Review(Review),
    /// What a rule means; why a discrepancy was found; how two claims stand to each other
    #[command(after_help = "\
Examples:
  gainsay explain wide-gap
  gainsay explain count-conflict/killed/russian-forces/ukraine/mediazona/russian-mod
  gainsay explain a-document/a-claim b-document/b-claim --in claims
  gainsay explain personnel-losses      a word of the vocabulary, and the phrases that stand for it")]
    Explain(Explain),
    /// The JSON Schema of a file
    Schema(Schema),
    /// Completions for a shell
    #[command(after_help = "Example:\n  gainsay completions bash > ~/.local/share/bash-completion/completions/gainsay")]
    Completions {
        /// The shell
        shell: clap_complete::Shell,
    },
    /// The manual
    Man {
        /// Write a page for each command into this folder; the first page goes to standard output otherwise
        #[arg(short, long, value_name = "DIR")]
        output: Option<PathBuf>,
    },
}

/// What to read and what to show of it.
#[derive(Debug, Args)]
pub(crate) struct Show {
    /// Folders and files of claims; `-` is standard input
    #[arg(value_name = "PATH", default_value = "claims")]
    pub(crate) paths: Vec<PathBuf>,
    #[command(flatten)]
    pub(crate) filter: FilterArgs,
    /// The form of the output; goes with the -o next to it
    #[arg(long, value_enum, value_name = "FORMAT", help_heading = "Output")]
    pub(crate) format: Vec<Form>,
    /// Write into a file; its ending gives the form where no --format does
    #[arg(short, long, value_name = "FILE", help_heading = "Output")]
    pub(crate) output: Vec<PathBuf>,
    /// From which level on the exit code is 1
    #[arg(long, value_enum, value_name = "LEVEL", default_value_t = Gate::Never, help_heading = "Output")]
    pub(crate) fail_on: Gate,
}

/// What to hold against each other.
#[derive(Debug, Args)]
pub(crate) struct Diff {
    /// What was: a folder, a file, a report, or a git revision
    #[arg(value_name = "BASE")]
    pub(crate) base: PathBuf,
    /// What is: the same
    #[arg(value_name = "HEAD")]
    pub(crate) head: PathBuf,
    #[command(flatten)]
    pub(crate) filter: FilterArgs,
    /// The form of the output; goes with the -o next to it
    #[arg(long, value_enum, value_name = "FORMAT", help_heading = "Output")]
    pub(crate) format: Vec<Form>,
    /// Write into a file; its ending gives the form where no --format does
    #[arg(short, long, value_name = "FILE", help_heading = "Output")]
    pub(crate) output: Vec<PathBuf>,
    /// From which level on a new or worsened discrepancy makes the exit code 1
    #[arg(long, value_enum, value_name = "LEVEL", default_value_t = Gate::Conflict, help_heading = "Output")]
    pub(crate) fail_on: Gate,
}

/// What is shown. Filters of one kind add up; those of different kinds must all hold.
#[derive(Debug, Default, Args)]
#[command(next_help_heading = "Filters")]
pub(crate) struct FilterArgs {
    /// Topics by id, with * and ?, or the topics of a measure
    #[arg(long, value_name = "GLOB")]
    pub(crate) topic: Vec<String>,
    /// A source, with all that belongs to it
    #[arg(long, value_name = "ID")]
    pub(crate) source: Vec<String>,
    /// What a rule found
    #[arg(long, value_name = "ID")]
    pub(crate) rule: Vec<String>,
    /// Conflicts or notes
    #[arg(long, value_enum)]
    pub(crate) level: Option<Grade>,
    /// How certain it is
    #[arg(long, value_enum)]
    pub(crate) certainty: Vec<Condition>,
    /// What concerns this day or later ones
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub(crate) from: Option<NaiveDate>,
    /// What concerns this day or earlier ones
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub(crate) to: Option<NaiveDate>,
    /// Only what could be known on this day
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub(crate) as_of: Option<NaiveDate>,
    /// Figures that are this many times apart or more, such as 1.5
    #[arg(long, value_name = "X", value_parser = ratio, allow_negative_numbers = true)]
    pub(crate) min_ratio: Option<Count>,
}

/// What to extract claims from.
#[derive(Debug, Args)]
pub(crate) struct Extract {
    /// Texts (.txt, .md), saved pages (.html) and folders of them; `-` is standard input
    #[arg(value_name = "FILE", required = true)]
    pub(crate) files: Vec<PathBuf>,
    /// Whose texts they are; of `auto`, each reader takes what is in its own form
    #[arg(long, value_name = "SOURCE", default_value = "auto", value_parser = readers,
          help = "Whose texts they are: auto, general-staff, kremlin or independent-media")]
    pub(crate) source: Readers,
    /// The day of publication; without it what the text says, then a day in the file's name
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub(crate) published: Option<NaiveDate>,
    /// Who published it, by id; without it what the page says
    #[arg(long, value_name = "ID", value_parser = id)]
    pub(crate) publisher: Option<String>,
    /// The id of the document, where there is one; without it the file's name
    #[arg(long, value_name = "ID", value_parser = id)]
    pub(crate) id: Option<String>,
    /// The language: uk, ru or en; without it what the letters and words tell
    #[arg(long, value_name = "TAG", value_parser = ["uk", "ru", "en"])]
    pub(crate) language: Option<String>,
    /// The form: a claims file for one document, lines for many
    #[arg(long, value_enum, value_name = "FORMAT")]
    pub(crate) format: Option<Draft>,
    /// Write into a file, or into a folder a file for each document; each appears whole or not at all
    #[arg(short, long, value_name = "FILE|FOLDER/")]
    pub(crate) output: Option<PathBuf>,
}

/// What is known of the claim; the rest is asked.
#[derive(Debug, Args)]
pub(crate) struct Add {
    /// The quote; without it, it is asked for
    #[arg(long, value_name = "WORDS")]
    pub(crate) quote: Option<String>,
    /// The stored text or page in which the quote stands
    #[arg(long, value_name = "FILE")]
    pub(crate) text: Option<PathBuf>,
    /// Who makes the statement
    #[arg(long, value_name = "ID")]
    pub(crate) source: Option<String>,
    /// The person or office
    #[arg(long, value_name = "ID", value_parser = id)]
    pub(crate) speaker: Option<String>,
    /// What is counted, dated or described
    #[arg(long, value_name = "ID")]
    pub(crate) measure: Option<String>,
    /// Whose
    #[arg(long, value_name = "ID")]
    pub(crate) subject: Option<String>,
    /// Where
    #[arg(long, value_name = "ID")]
    pub(crate) place: Option<String>,
    /// What it says, in words: "about 183,750", "on Monday", "contested", "undisclosed"
    #[arg(long, value_name = "WORDS")]
    pub(crate) value: Option<String>,
    /// The days it covers: one day, or the first and the last
    #[arg(long, value_name = "FROM..TO")]
    pub(crate) period: Option<String>,
    /// The day it was said, where that is not the day of publication
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub(crate) said: Option<NaiveDate>,
    /// The hedging word as written
    #[arg(long, value_name = "WORD")]
    pub(crate) hedge: Option<String>,
    /// The day of publication
    #[arg(long, value_name = "DATE", value_parser = day, help_heading = "Document")]
    pub(crate) published: Option<NaiveDate>,
    /// Who published it
    #[arg(long, value_name = "ID", value_parser = id, help_heading = "Document")]
    pub(crate) publisher: Option<String>,
    /// The id of the document; without it, publisher and day
    #[arg(long, value_name = "ID", value_parser = id, help_heading = "Document")]
    pub(crate) document: Option<String>,
    /// Its address
    #[arg(long, value_name = "URL", help_heading = "Document")]
    pub(crate) url: Option<String>,
    /// The file to add to; without it, claims/DOCUMENT.json; `-` is standard output
    #[arg(short, long, value_name = "FILE", help_heading = "Output")]
    pub(crate) output: Option<PathBuf>,
    /// Write without asking back
    #[arg(short, long, help_heading = "Output")]
    pub(crate) yes: bool,
}

/// What to import.
#[derive(Debug, Args)]
pub(crate) struct Import {
    /// A table: CSV, a JSON array of objects, or NDJSON; `-` is standard input
    #[arg(value_name = "TABLE")]
    pub(crate) table: PathBuf,
    /// The mapping file: what the columns mean
    #[arg(long, value_name = "MAP")]
    pub(crate) map: PathBuf,
    /// Write into a file, which appears whole or not at all; standard output otherwise
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
}

/// What to check.
#[derive(Debug, Args)]
pub(crate) struct Check {
    /// Folders and files of claims; `-` is standard input
    #[arg(value_name = "PATH", default_value = "claims")]
    pub(crate) paths: Vec<PathBuf>,
    /// From which level on the exit code is 1; a warning counts as a note
    #[arg(long, value_enum, value_name = "LEVEL", default_value_t = Gate::Error)]
    pub(crate) fail_on: Gate,
    /// The form of what is told
    #[arg(long, value_enum, value_name = "FORMAT", default_value_t = Told::Terminal)]
    pub(crate) format: Told,
}

/// What to explain.
#[derive(Debug, Args)]
pub(crate) struct Explain {
    /// A rule, a discrepancy, a claim, two claims, or a word of the vocabulary
    #[arg(value_name = "ID", required = true, num_args = 1..=2)]
    pub(crate) ids: Vec<String>,
    /// Folders and files of claims; `claims` if left out
    #[arg(long = "in", value_name = "PATH", num_args = 1..)]
    pub(crate) paths: Vec<PathBuf>,
}

/// Which schema.
#[derive(Debug, Args)]
#[group(multiple = false)]
pub(crate) struct Schema {
    /// Of a claims file (the default)
    #[arg(long)]
    pub(crate) claims: bool,
    /// Of one claim, a line of NDJSON
    #[arg(long)]
    pub(crate) claim: bool,
    /// Of vocabulary.json
    #[arg(long)]
    pub(crate) vocabulary: bool,
    /// Of `report --format json`
    #[arg(long)]
    pub(crate) report: bool,
    /// Of `diff --format json`
    #[arg(long)]
    pub(crate) diff: bool,
}
