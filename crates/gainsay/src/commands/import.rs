//! `import`: a table to claims, by a mapping file.

use super::vocabulary_around;
use crate::args::Import;
use crate::failure::Failure;
use crate::io::{Colour, Io};
use crate::output::write_file;
use crate::run::Outcome;
use gainsay_claim::{Count, Problem, Severity};
use gainsay_corpus::{ImportError, Imported, Input, Mapping, MappingError, Progress};
use gainsay_report::{InertJson, write_problems};
use std::io::{self, Write};
use std::path::Path;

/// After how many rows each the progress of a big table is shown.
const ROWS: u64 = 50_000;

/// Imports a table.
pub(crate) fn import(args: &Import, colour: Colour, io: &mut Io<'_>) -> Result<Outcome, Failure> {
    let output = args.output.as_deref().filter(|path| path.as_os_str() != "-");
    let vocabulary = vocabulary_around(output.unwrap_or(Path::new("claims/-")))?;
    let mapping = match Mapping::open(&args.map, &vocabulary) {
        Ok(mapping) => mapping,
        Err(MappingError::Unreadable(message)) => return Err(message.into()),
        Err(MappingError::Wrong(problems)) => return broken(&problems, colour, io),
    };
    let table = if args.table.as_os_str() == "-" {
        let mut bytes = Vec::new();
        io.stdin
            .read_to_end(&mut bytes)
            .map_err(|error| format!("cannot read standard input: {error}; name a file instead"))?;
        Input::Stdin(bytes)
    } else {
        Input::Path(args.table.clone())
    };

    let imported = match output {
        None => {
            let mut bar = Bar::new(io.terminal.stderr && !io.terminal.stdout, io.stderr);
            // It may go to the log of a build server.
            let mut out = InertJson::new(io.stdout);
            let imported =
                gainsay_corpus::import(&table, &mapping, &vocabulary, &mut out, &mut |progress| bar.show(progress));
            bar.clear();
            imported.and_then(|done| out.flush().map(|()| done).map_err(ImportError::Write))
        }
        Some(path) => {
            let mut bar = Bar::new(io.terminal.stderr, io.stderr);
            let mut imported = None;
            let written = write_file(path, |out| {
                match gainsay_corpus::import(&table, &mapping, &vocabulary, out, &mut |progress| bar.show(progress)) {
                    // What cannot be written is told with the name of the file.
                    Err(ImportError::Write(error)) => Err(error),
                    Err(other) => {
                        imported = Some(Err(other));
                        Err(io::Error::other("nothing was imported"))
                    }
                    Ok(done) => {
                        imported = Some(Ok(done));
                        Ok(())
                    }
                }
            });
            bar.clear();
            match imported {
                Some(Err(failure)) => Err(failure),
                Some(Ok(done)) => written.map(|()| Ok(done))?,
                None => return written.map(|()| Outcome::Nothing),
            }
        }
    };
    match imported {
        Ok(imported) => finish(&imported, output, colour, io),
        Err(ImportError::Told(message)) => Err(message.into()),
        Err(ImportError::Wrong(problems)) => broken(&problems, colour, io),
        Err(ImportError::Write(error)) => Err(Failure::Stream(error)),
    }
}

fn broken(problems: &[Problem], colour: Colour, io: &mut Io<'_>) -> Result<Outcome, Failure> {
    write_problems(problems, io.terminal.style_of_errors(colour), io.stderr)?;
    Ok(Outcome::Broken)
}

fn finish(imported: &Imported, output: Option<&Path>, colour: Colour, io: &mut Io<'_>) -> Result<Outcome, Failure> {
    io.stdout.flush()?;
    write_problems(&imported.problems, io.terminal.style_of_errors(colour), io.stderr)?;
    if let Some(output) = output {
        let words = match imported.words {
            0 => String::new(),
            words => format!(", {} added to the vocabulary", number(words as u64, "word")),
        };
        writeln!(
            io.stderr,
            "{} of {} in `{}`{words}",
            number(imported.claims, "claim"),
            number(imported.rows, "row"),
            output.display()
        )?;
    }
    let wrong = imported.problems.iter().any(|problem| problem.severity == Severity::Error);
    Ok(if wrong { Outcome::Something } else { Outcome::Nothing })
}

fn number(count: u64, noun: &str) -> String {
    format!("{} {noun}{}", Count::whole(count), if count == 1 { "" } else { "s" })
}

/// How far a big table is, on one line that is written over.
struct Bar<'a> {
    shown: bool,
    next: u64,
    drawn: bool,
    out: &'a mut dyn Write,
}

impl<'a> Bar<'a> {
    fn new(shown: bool, out: &'a mut dyn Write) -> Bar<'a> {
        Bar { shown, next: ROWS, drawn: false, out }
    }

    fn show(&mut self, progress: Progress) {
        if !self.shown || progress.rows < self.next {
            return;
        }
        self.next = progress.rows + ROWS;
        self.drawn = true;
        let percent = (progress.bytes * 100).checked_div(progress.all).unwrap_or(100).min(100);
        // A terminal that has gone away does not stop the import.
        let _ = write!(self.out, "\r{} rows, {percent} % of the table\u{1b}[K", Count::whole(progress.rows));
        let _ = self.out.flush();
    }

    fn clear(&mut self) {
        if self.drawn {
            let _ = write!(self.out, "\r\u{1b}[K");
            let _ = self.out.flush();
        }
    }
}
