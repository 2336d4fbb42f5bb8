//! Claims one below the other with their words, for `explain`.

use super::canvas::{Canvas, Span, Tone};
use super::row::{Columns, LABEL, Row, label_span};
use crate::heading::Heading;
use crate::layout::{spaces, wrap};
use crate::{Picture, citation};
use gainsay_claim::ClaimId;
use std::io;

/// A quote is cut to this many columns.
const QUOTE: usize = 400;
/// Quotes stand beside the figures when there are at least this many columns for them, and two lines
/// are enough.
const BESIDE: usize = 34;

/// Writes claims, with what they say and where. Measures are named that are not the heading's.
pub fn write(
    picture: &Picture<'_>,
    claims: &[ClaimId],
    head: Span,
    heading: Option<&Heading>,
    canvas: &mut Canvas<'_>,
) -> io::Result<()> {
    let rows: Vec<Row> = claims.iter().map(|id| Row::of(picture, *id, heading)).collect();
    let columns = Columns::of(&rows, canvas);
    let words: Vec<String> = claims.iter().map(|id| words(picture, *id)).collect();
    let is_beside = columns.beside >= BESIDE && words.iter().all(|words| wrap(words, columns.beside).len() <= 2);
    let indent = if is_beside { LABEL + columns.used() } else { LABEL + 2 };
    let mut head = Some(head);
    for (row, words) in rows.into_iter().zip(words) {
        let mut laid = columns.lay(head.take().unwrap_or_else(|| label_span("", Tone::Plain)), row);
        let words = laid
            .below
            .take()
            .into_iter()
            .chain([words])
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join(" — ");
        let mut lines = wrap(&words, canvas.width - indent).into_iter();
        if is_beside {
            laid.spans.push(Span::new(Tone::Faint, lines.next().unwrap_or_default()));
        }
        canvas.line(&laid.spans)?;
        for line in lines {
            canvas.line(&[Span::new(Tone::Plain, spaces(indent)), Span::new(Tone::Faint, line)])?;
        }
    }
    Ok(())
}

fn words(picture: &Picture<'_>, id: ClaimId) -> String {
    let claim = picture.corpus.claim(id);
    let parts = [citation::said(claim).short(QUOTE), citation::attribution(picture.corpus, claim)];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" — ")
}
