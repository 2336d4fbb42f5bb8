//! Tables whose columns are aligned and fit the terminal.

use super::canvas::{Canvas, Span, Tone};
use crate::inert;
use crate::layout::{fit, left, right, width, wrap};
use std::io;

/// How a column is set.
#[derive(Clone, Copy, Debug)]
pub struct Column {
    /// Its name; a table in which no column has one has no heading.
    pub name: &'static str,
    /// Where its text stands.
    pub align: Align,
    /// How narrow it may get; a column never gets narrower than this or its text.
    pub least: usize,
    /// Its tone.
    pub tone: Tone,
}

/// Where the text of a column stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Align {
    /// At its start.
    Left,
    /// At its end, as figures do.
    Right,
}

/// What happens to a text that is wider than its column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Excess {
    /// It is cut, and the cut is marked.
    Cut,
    /// It goes on in the next line.
    Wrap,
}

/// For a column whose texts are never cut: lines may get wider than the terminal by it.
pub const WHOLE: usize = usize::MAX;

/// A left-aligned column.
pub const fn text(name: &'static str, least: usize) -> Column {
    Column { name, align: Align::Left, least, tone: Tone::Plain }
}

/// A right-aligned column.
pub const fn figure(name: &'static str, least: usize) -> Column {
    Column { name, align: Align::Right, least, tone: Tone::Strong }
}

const BETWEEN: &str = "  ";

/// Writes a table. The rows are gone through twice, first to measure the columns.
pub fn write<const N: usize, I: Iterator<Item = [String; N]>>(
    canvas: &mut Canvas<'_>,
    indent: usize,
    excess: Excess,
    columns: [Column; N],
    rows: impl Fn() -> I,
) -> io::Result<()> {
    let mut widths = columns.map(|column| width(column.name));
    for row in rows() {
        for (known, cell) in widths.iter_mut().zip(&row) {
            *known = (*known).max(width(&inert::plain(cell)));
        }
    }
    shrink(&mut widths, &columns, canvas.width.saturating_sub(indent + BETWEEN.len() * N.saturating_sub(1)));
    if columns.iter().any(|column| !column.name.is_empty()) {
        let names = columns.map(|column| column.name.to_owned());
        line(canvas, indent, &columns, &widths, &cut(&names, &widths), Some(Tone::Faint))?;
    }
    for row in rows() {
        match excess {
            Excess::Cut => line(canvas, indent, &columns, &widths, &cut(&row, &widths), None)?,
            Excess::Wrap => {
                let mut position = 0;
                let cells: Vec<Vec<String>> = row.iter().zip(&widths).map(|(cell, width)| wrap(cell, *width)).collect();
                let height = cells.iter().map(Vec::len).max().unwrap_or(0);
                while position < height {
                    let part: [String; N] =
                        std::array::from_fn(|column| cells[column].get(position).cloned().unwrap_or_default());
                    line(canvas, indent, &columns, &widths, &part, None)?;
                    position += 1;
                }
            }
        }
    }
    Ok(())
}

/// Takes columns away from the widest until all fit or none can give more.
fn shrink<const N: usize>(widths: &mut [usize; N], columns: &[Column; N], room: usize) {
    while widths.iter().sum::<usize>() > room {
        let candidates = (0..N).filter(|&column| widths[column] > columns[column].least);
        let Some(widest) = candidates.max_by_key(|&column| (widths[column], column)) else { return };
        widths[widest] -= 1;
    }
}

/// The cells, each cut to the width of its column.
fn cut<const N: usize>(cells: &[String; N], widths: &[usize; N]) -> [String; N] {
    std::array::from_fn(|column| fit(&cells[column], widths[column]))
}

fn line<const N: usize>(
    canvas: &mut Canvas<'_>,
    indent: usize,
    columns: &[Column; N],
    widths: &[usize; N],
    cells: &[String; N],
    tone: Option<Tone>,
) -> io::Result<()> {
    let mut spans = vec![Span::new(Tone::Plain, " ".repeat(indent))];
    for (column, (cell, width)) in cells.iter().zip(widths).enumerate() {
        if column > 0 {
            spans.push(Span::new(Tone::Plain, BETWEEN));
        }
        let cell = if columns[column].align == Align::Right { right(cell, *width) } else { left(cell, *width) };
        spans.push(Span::new(tone.unwrap_or(columns[column].tone), cell));
    }
    canvas.line(&spans)
}
