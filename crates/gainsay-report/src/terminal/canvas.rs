//! Where lines go: a terminal of some width, with or without colours.

use crate::layout::{spaces, width, wrap};
use crate::{Style, inert};
use anstyle::{AnsiColor, Color};
use gainsay_compare::Certainty;
use std::io::{self, Write};

/// What a run of text is, which decides its colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// Text like any other.
    Plain,
    /// A heading.
    Heading,
    /// A figure or another thing to look at first.
    Strong,
    /// What matters less: attributions, remarks.
    Faint,
    /// What is certain, what was removed, an error.
    Red,
    /// What depends on a reading.
    Yellow,
    /// What is hedged.
    Cyan,
    /// What was added.
    Green,
}

impl Tone {
    /// The tone of a certainty.
    pub const fn of(certainty: Certainty) -> Tone {
        match certainty {
            Certainty::Certain => Tone::Red,
            Certainty::DependsOnReading => Tone::Yellow,
            Certainty::Hedged => Tone::Cyan,
        }
    }

    fn style(self) -> anstyle::Style {
        let style = anstyle::Style::new();
        let colour = |colour| style.fg_color(Some(Color::Ansi(colour)));
        match self {
            Tone::Plain => style,
            Tone::Heading | Tone::Strong => style.bold(),
            Tone::Faint => style.dimmed(),
            Tone::Red => colour(AnsiColor::Red).bold(),
            Tone::Yellow => colour(AnsiColor::Yellow).bold(),
            Tone::Cyan => colour(AnsiColor::Cyan).bold(),
            Tone::Green => colour(AnsiColor::Green),
        }
    }
}

/// A run of text in one tone. Nothing in the text acts on a terminal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Span {
    tone: Tone,
    text: String,
}

impl Span {
    /// A run of text.
    pub fn new(tone: Tone, text: impl AsRef<str>) -> Span {
        Span { tone, text: inert::plain(text.as_ref()).into_owned() }
    }

    /// How many columns it takes.
    pub fn width(&self) -> usize {
        width(&self.text)
    }
}

/// A terminal to which lines are written.
pub struct Canvas<'a> {
    /// The number of columns.
    pub width: usize,
    colour: bool,
    out: &'a mut dyn Write,
}

/// The fewest columns that a line is laid out for.
const NARROWEST: usize = 40;

impl<'a> Canvas<'a> {
    /// A canvas in a style.
    pub fn new(style: Style, out: &'a mut dyn Write) -> Canvas<'a> {
        Canvas { width: style.width.max(NARROWEST), colour: style.colour, out }
    }

    /// A line of several tones.
    pub fn line(&mut self, spans: &[Span]) -> io::Result<()> {
        let end = spans.iter().rposition(|span| !span.text.trim_end().is_empty()).map_or(0, |last| last + 1);
        for (position, span) in spans[..end].iter().enumerate() {
            let text = if position + 1 == end { span.text.trim_end() } else { &span.text };
            let style = span.tone.style();
            if self.colour && span.tone != Tone::Plain {
                write!(self.out, "{}{text}{}", style.render(), style.render_reset())?;
            } else {
                self.out.write_all(text.as_bytes())?;
            }
        }
        self.out.write_all(b"\n")
    }

    /// An empty line.
    pub fn gap(&mut self) -> io::Result<()> {
        self.out.write_all(b"\n")
    }

    /// A line of one tone.
    pub fn text(&mut self, tone: Tone, text: &str) -> io::Result<()> {
        self.line(&[Span::new(tone, text)])
    }

    /// A paragraph behind a label; its lines start in the same column.
    pub fn paragraph(&mut self, label: &Span, tone: Tone, text: &str) -> io::Result<()> {
        let indent = label.width();
        for (position, line) in wrap(text, self.width.saturating_sub(indent)).into_iter().enumerate() {
            let head = if position == 0 { label.clone() } else { Span::new(Tone::Plain, spaces(indent)) };
            self.line(&[head, Span::new(tone, line)])?;
        }
        Ok(())
    }
}
