//! `review`: step through what changed, and accept, reject or defer each.

mod desk;
mod document;
mod ledger;
mod named;
mod session;

use super::ask::Asker;
use crate::args::Review as Args;
use crate::failure::Failure;
use crate::filter::changes::ChangeFilter;
use crate::io::{Colour, Io};
use crate::lapsed;
use crate::names::plain;
use crate::run::Outcome;
use crate::side::{Read, Side, SideContent, SideProblems, open, read_both, topics};
use desk::{Desk, Given};
use gainsay_claim::{Corpus, Vocabulary};
use gainsay_compare::{Analysis, Level};
use gainsay_corpus::{Input, settings_path};
use gainsay_diff::{Change, diff as difference};
use gainsay_report::{change_in_words, write_change_counts};
use ledger::{Ledger, Status};
use std::collections::BTreeMap;
use std::io::Write;
use std::path::{Path, PathBuf};

/// Steps through the changes, or does what the options say.
pub(crate) fn review(args: &Args, colour: Colour, io: &mut Io<'_>) -> Result<Outcome, Failure> {
    let decides = [&args.accept, &args.reject, &args.defer].iter().any(|ids| !ids.is_empty());
    if args.base.as_os_str() == "-" && !decides && !args.list {
        return Err("the answers come from standard input; name a file for BASE".to_owned().into());
    }
    let (base, head) = open(&args.base, &args.head, io)?;
    let folder = folder(&head)?;
    for note in &base.notes {
        writeln!(io.stderr, "note: {note}")?;
    }
    let (base_read, head_read) = read_both(&base, &head, args.filter.as_of, io.terminal.today)?;
    let problems = SideProblems::of((&base, &base_read), (&head, &head_read));
    let day = args.filter.as_of.or(io.terminal.today);
    let (base_revision, head_revision) = (base_read.revision(&base, day), head_read.revision(&head, day));
    let Read::Corpus(head_corpus) = &head_read else { return Err(no_folder(&head, "a report")) };
    let (corpus, analysis): &(Corpus, Analysis) = head_corpus;
    let vocabularies: Vec<&Vocabulary> = [&head_revision, &base_revision]
        .into_iter()
        .filter_map(|side| side.corpus)
        .map(|corpus| &corpus.vocabulary)
        .collect();
    let filter = match ChangeFilter::new(&args.filter, vocabularies, &topics([&base_read, &head_read])) {
        Ok(filter) => filter,
        Err(failure) => {
            problems.tell(colour, io)?;
            return Err(failure);
        }
    };
    let mut changes = difference(&base_revision, &head_revision, corpus.settings.diff_percent);
    filter.narrow(&mut changes);
    let settings = corpus.settings_file.as_ref().map_or_else(|| settings_path(&folder), PathBuf::from);
    let broken = problems.is_broken();
    problems.tell(colour, io)?;

    let style = io.terminal.style(colour);
    let base_corpus = match &base_read {
        Read::Corpus(read) => Some(&**read),
        Read::Report(_) => None,
    };
    let mut desk = Desk {
        diff: &changes,
        head: (corpus, analysis),
        base: base_corpus.map(|(corpus, analysis)| (corpus, analysis)),
        inputs: vec![Input::Path(folder)],
        ledger: Ledger::open(&settings)?,
        given: Given { why: args.why.clone(), who: args.who.clone(), since: io.terminal.today, expires: args.expires },
        open_with: args.open_with.as_deref(),
        style,
        lapsed: lapsed::reasons(corpus, analysis, day),
        decided: BTreeMap::new(),
    };
    if decides {
        for line in named::decide(args, &mut desk)? {
            writeln!(io.stdout, "{line}")?;
        }
        return Ok(Outcome::Nothing);
    }
    if args.list {
        list(&desk, io.stdout)?;
    } else {
        write_change_counts(&changes, style, io.stdout)?;
        desk.step_through(args.all, &mut Asker::new(io.stdin, io.stdout))?;
    }
    let is_open = |change: &&Change<'_>| {
        let is_conflict = change.is.is_some_and(|finding| finding.level == Level::Conflict);
        change.kind.is_worse() && is_conflict && !matches!(desk.ledger.status(&desk, change), Status::Acknowledged)
    };
    Ok(match (broken, changes.changes.iter().any(|change| is_open(&change))) {
        (true, _) => Outcome::Broken,
        (false, true) => Outcome::Something,
        (false, false) => Outcome::Nothing,
    })
}

/// The folder or file of HEAD, beside which acknowledgements are written.
fn folder(head: &Side) -> Result<PathBuf, Failure> {
    match &head.content {
        SideContent::Claims(Input::Path(path)) => Ok(path.clone()),
        SideContent::Claims(Input::Stdin(_)) => Err(no_folder(head, "standard input")),
        SideContent::Tree(..) => Err(no_folder(head, "a git revision")),
        SideContent::Report(_) => Err(no_folder(head, "a report")),
    }
}

fn no_folder(head: &Side, what: &str) -> Failure {
    Failure::Told(format!(
        "HEAD `{}` is {what}, and acknowledgements can only be written into a folder; name the folder, as in `gainsay review main claims`, or look at the changes with `gainsay diff`",
        plain(&head.name)
    ))
}

/// A line a change: what was decided, what became of it, its id.
fn list(desk: &Desk<'_>, out: &mut dyn Write) -> Result<(), Failure> {
    let changes = desk.changes();
    if changes.is_empty() {
        writeln!(out, "nothing to review")?;
    }
    let rows: Vec<[String; 3]> = changes
        .iter()
        .map(|change| {
            let status = desk.ledger.status(desk, change).word().to_owned();
            [status, change_in_words(change), change.finding().id.clone()]
        })
        .collect();
    let wide = |column: usize| rows.iter().map(|row| row[column].len()).max().unwrap_or(0);
    let (first, second) = (wide(0), wide(1));
    for [status, change, id] in &rows {
        writeln!(out, "{status:first$}  {change:second$}  {}", plain(id))?;
    }
    Ok(())
}

/// What a file is called in messages.
fn shown(path: &Path) -> String {
    plain(&path.to_string_lossy())
}
