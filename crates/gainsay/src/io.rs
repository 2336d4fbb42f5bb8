//! What a run reads from and writes to.

use chrono::NaiveDate;
use gainsay_report::Style;
use std::io::{Read, Write};

/// The three streams, and what is known of the terminal behind them.
pub struct Io<'a> {
    /// Standard input.
    pub stdin: &'a mut dyn Read,
    /// Standard output.
    pub stdout: &'a mut dyn Write,
    /// Standard error.
    pub stderr: &'a mut dyn Write,
    /// The terminal.
    pub terminal: Terminal,
}

/// What is known of the terminal and of the day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Terminal {
    /// Whether standard output is one.
    pub stdout: bool,
    /// Whether standard error is one.
    pub stderr: bool,
    /// How many columns it has, where that is known.
    pub width: Option<usize>,
    /// Whether the environment asks for no colour (`NO_COLOR`).
    pub no_color: bool,
    /// The day on which the program runs, where that is known.
    pub today: Option<NaiveDate>,
}

/// When to colour.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
pub enum Colour {
    /// On a terminal, unless NO_COLOR is set
    #[default]
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

/// The columns where no terminal says how many there are.
const WIDTH: usize = 100;

impl Terminal {
    /// How to write to standard output.
    pub fn style(self, colour: Colour) -> Style {
        self.style_of(self.stdout, colour)
    }

    /// How to write to standard error.
    pub fn style_of_errors(self, colour: Colour) -> Style {
        self.style_of(self.stderr, colour)
    }

    fn style_of(self, is_terminal: bool, colour: Colour) -> Style {
        let colour = match colour {
            Colour::Auto => is_terminal && !self.no_color,
            Colour::Always => true,
            Colour::Never => false,
        };
        Style { width: self.width.filter(|&width| width > 0).unwrap_or(WIDTH), colour }
    }
}
