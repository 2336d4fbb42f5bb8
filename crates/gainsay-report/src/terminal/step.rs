//! One change as a reviewer is shown it: what it was and is, then its claims with their quotes, word by word
//! where they were edited.

use super::canvas::{Canvas, Span, Tone};
use super::diff::block;
use crate::item::Mention;
use crate::layout::{left, width};
use crate::{Style, changed, citation};
use gainsay_diff::{Change, Diff, Edit};
use std::collections::BTreeSet;
use std::io::{self, Write};

/// How many claims are shown of one change.
const CLAIMS: usize = 6;

/// Writes a change behind its place in the row, such as `2 of 5`. `notes` says what was decided earlier.
///
/// # Errors
/// Those of `out`.
pub fn write_change(
    diff: &Diff<'_>,
    change: &Change<'_>,
    place: &str,
    notes: &[String],
    style: Style,
    out: &mut dyn Write,
) -> io::Result<()> {
    let canvas = &mut Canvas::new(style, out);
    canvas.text(Tone::Faint, place)?;
    block(diff, change, canvas)?;
    for note in notes {
        canvas.paragraph(&Span::new(Tone::Yellow, "  note     "), Tone::Plain, note)?;
    }
    let claims = claims(change);
    for id in claims.iter().take(CLAIMS) {
        canvas.gap()?;
        claim(diff, id, canvas)?;
    }
    match claims.len().checked_sub(CLAIMS).filter(|rest| *rest > 0) {
        Some(rest) => canvas.text(Tone::Faint, &format!("  and {rest} more: explain shows them")),
        None => Ok(()),
    }
}

/// The claims of the pair, as it is and as it was, then those that made the change.
fn claims<'a>(change: &'a Change<'_>) -> Vec<&'a str> {
    let mut seen = BTreeSet::new();
    let all = change.pair_is.iter().chain(change.pair_was).chain(&change.because_of);
    all.map(String::as_str).filter(|id| seen.insert(*id)).collect()
}

fn claim(diff: &Diff<'_>, id: &str, canvas: &mut Canvas<'_>) -> io::Result<()> {
    let sides = [diff.head, diff.base];
    let Some((corpus, claim)) = sides.into_iter().find_map(|side| side.claim(id)) else {
        return canvas.paragraph(&Span::new(Tone::Plain, "  "), Tone::Strong, id);
    };
    let is_gone = diff.head.corpus.is_some() && diff.head.claim(id).is_none();
    let is_fresh = diff.has_claims() && diff.base.claim(id).is_none();
    let fate = match (is_gone, is_fresh) {
        (true, _) => "  removed",
        (_, true) => "  added",
        _ => "",
    };
    canvas.line(&[Span::new(Tone::Strong, format!("  {id}")), Span::new(Tone::Faint, fate)])?;
    let indent = Span::new(Tone::Plain, "    ");
    canvas.paragraph(&indent, Tone::Plain, &Mention::of(corpus, claim).words)?;
    canvas.paragraph(&indent, Tone::Plain, &citation::said(claim).printed())?;
    if let Some(edit) = diff.claims.edited.iter().find(|edit| edit.id == id) {
        fields(edit, canvas)?;
    }
    canvas.paragraph(&indent, Tone::Faint, &citation::file(corpus, claim))
}

fn fields(edit: &Edit, canvas: &mut Canvas<'_>) -> io::Result<()> {
    let column = edit.fields.iter().map(|field| width(field.field.id())).max().unwrap_or(0);
    for field in &edit.fields {
        let head = Span::new(Tone::Faint, format!("    {}  ", left(field.field.id(), column)));
        canvas.paragraph(&head, Tone::Plain, &changed::edit(field))?;
    }
    Ok(())
}

/// `new conflict`, as a list of changes names them.
pub fn change_in_words(change: &Change<'_>) -> String {
    changed::kind(change)
}

/// Writes what two revisions have become of each other: their names, and how much there is of each change.
///
/// # Errors
/// Those of `out`.
pub fn write_change_counts(diff: &Diff<'_>, style: Style, out: &mut dyn Write) -> io::Result<()> {
    let canvas = &mut Canvas::new(style, out);
    let none = Span::new(Tone::Plain, "");
    canvas.paragraph(&none, Tone::Faint, &changed::title(diff))?;
    canvas.paragraph(&none, Tone::Strong, &changed::counts(diff))
}
