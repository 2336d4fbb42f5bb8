//! A diff in a format.

use crate::{Format, Style, csv, json, markdown, terminal};
use gainsay_diff::Diff;
use std::io::{self, BufWriter, Write};

/// Writes what changed between two revisions. `style` matters to the terminal alone.
///
/// # Errors
/// Those of `out`.
pub fn write_diff(format: Format, diff: &Diff<'_>, style: Style, out: &mut dyn Write) -> io::Result<()> {
    let mut out = BufWriter::new(out);
    match format {
        Format::Terminal => terminal::write_diff(diff, style, &mut out)?,
        Format::Markdown => markdown::write_diff(diff, &mut out)?,
        Format::Json => json::write_diff(diff, &mut out)?,
        Format::Csv => csv::write_diff(diff, &mut out)?,
    }
    out.flush()
}
