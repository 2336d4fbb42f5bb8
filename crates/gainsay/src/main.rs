//! `gainsay`: what is wrong between statements, from the command line.

use gainsay::{Io, Terminal};
use std::io::{IsTerminal, stderr, stdin, stdout};
use std::process::ExitCode;

fn main() -> ExitCode {
    let terminal = Terminal {
        stdout: stdout().is_terminal(),
        stderr: stderr().is_terminal(),
        width: std::env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok()).or_else(columns),
        no_color: std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty()),
    };
    let mut io =
        Io { stdin: &mut stdin().lock(), stdout: &mut stdout().lock(), stderr: &mut stderr().lock(), terminal };
    ExitCode::from(gainsay::run(std::env::args_os(), &mut io))
}

fn columns() -> Option<usize> {
    terminal_size::terminal_size().map(|(width, _)| usize::from(width.0))
}
