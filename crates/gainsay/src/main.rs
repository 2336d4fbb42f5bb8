//! `gainsay`: what is wrong between statements, from the command line.

use chrono::{Days, NaiveDate};
use gainsay::{Io, Terminal};
use std::io::{IsTerminal, stderr, stdin, stdout};
use std::process::ExitCode;
use std::time::{SystemTime, UNIX_EPOCH};

fn main() -> ExitCode {
    let terminal = Terminal {
        stdout: stdout().is_terminal(),
        stderr: stderr().is_terminal(),
        width: std::env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok()).or_else(columns),
        no_color: std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty()),
        today: today(),
    };
    let mut io =
        Io { stdin: &mut stdin().lock(), stdout: &mut stdout().lock(), stderr: &mut stderr().lock(), terminal };
    ExitCode::from(gainsay::run(std::env::args_os(), &mut io))
}

fn columns() -> Option<usize> {
    terminal_size::terminal_size().map(|(width, _)| usize::from(width.0))
}

/// The day in Greenwich, so that a desk and its build server do not disagree on it.
fn today() -> Option<NaiveDate> {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).ok()?;
    NaiveDate::from_ymd_opt(1970, 1, 1)?.checked_add_days(Days::new(since.as_secs() / 86_400))
}
