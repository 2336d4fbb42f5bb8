//! One run of the program.

use crate::args::{Cli, Command};
use crate::commands;
use crate::failure::Failure;
use crate::io::{Colour, Io};
use clap::{ArgMatches, CommandFactory, FromArgMatches};
use gainsay_report::{View, plain};
use std::ffi::OsString;
use std::io::Write;

/// What a run came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// Nothing at or above `--fail-on`.
    Nothing,
    /// Something.
    Something,
    /// The input is broken, though the rest was shown.
    Broken,
}

impl Outcome {
    const fn code(self) -> u8 {
        match self {
            Outcome::Nothing => 0,
            Outcome::Something => 1,
            Outcome::Broken => 2,
        }
    }
}

/// Runs gainsay with arguments, the first of which is its own name, and gives the exit code: 0 nothing
/// at or above `--fail-on`, 1 something, 2 the run failed. A closed pipe is 0.
pub fn run(args: impl IntoIterator<Item = OsString>, io: &mut Io<'_>) -> u8 {
    let width = io.terminal.width.unwrap_or(100).clamp(40, 120);
    let parsed = Cli::command()
        .term_width(width)
        .try_get_matches_from(args)
        .and_then(|matches| Cli::from_arg_matches(&matches).map(|cli| (cli, matches)));
    let (cli, matches) = match parsed {
        Ok(parsed) => parsed,
        Err(error) => return usage(&error, io),
    };
    io.terminal.today = cli.today.or(io.terminal.today);
    let outcome = dispatch(&cli, &matches, io).and_then(|outcome| {
        io.stdout.flush()?;
        Ok(outcome)
    });
    match outcome {
        Ok(outcome) => outcome.code(),
        Err(failure) if failure.is_closed_pipe() => 0,
        Err(failure) => {
            // Standard error may be closed as well; the exit code says enough then.
            let _ = writeln!(io.stderr, "error: {}", plain(&failure.to_string()));
            2
        }
    }
}

/// Shows help, the version, or what is wrong with the arguments.
fn usage(error: &clap::Error, io: &mut Io<'_>) -> u8 {
    let styled = error.render();
    let to_errors = error.use_stderr();
    let style = if to_errors { io.terminal.style_of_errors(Colour::Auto) } else { io.terminal.style(Colour::Auto) };
    let out = if to_errors { &mut io.stderr } else { &mut io.stdout };
    // As above: nobody is there to be told that nobody is there.
    let _ = if style.colour { write!(out, "{}", styled.ansi()) } else { write!(out, "{styled}") };
    u8::try_from(error.exit_code()).unwrap_or(2)
}

fn dispatch(cli: &Cli, matches: &ArgMatches, io: &mut Io<'_>) -> Result<Outcome, Failure> {
    let own = matches.subcommand().map_or(matches, |(_, own)| own);
    match &cli.command {
        Command::Report(show) => commands::show(View::Report, show, own, cli.color, io),
        Command::Conflicts(show) => commands::show(View::Conflicts, show, own, cli.color, io),
        Command::Topics(show) => commands::show(View::Topics, show, own, cli.color, io),
        Command::Claims(show) => commands::show(View::Claims, show, own, cli.color, io),
        Command::Extract(extract) => commands::extract(extract, cli.color, io),
        Command::Add(add) => commands::add(add, io),
        Command::Import(import) => commands::import(import, cli.color, io),
        Command::Check(check) => commands::check(check, cli.color, io),
        Command::Explain(explain) => commands::explain(explain, cli.color, io),
        Command::Diff(diff) => commands::diff(diff, own, cli.color, io),
        Command::Review(review) => commands::review(review, cli.color, io),
        Command::Schema(schema) => commands::schema(schema, io),
        Command::Completions { shell } => commands::completions(*shell, io),
        Command::Man { output } => commands::man(output.as_deref(), io),
    }
}
