//! `gainsay explain CLAIM CLAIM`: two claims side by side, and how they stand to each other.

use super::canvas::{Canvas, Span, Tone};
use super::discrepancy::steps;
use super::row::label_span;
use super::side_by_side;
use super::table::{Excess, text, write as table};
use crate::citation::{Said, said};
use crate::layout::{fit, spaces, width};
use crate::{Picture, Style};
use gainsay_claim::{Claim, ClaimId};
use gainsay_compare::{PairExplanation, Verdict};
use gainsay_diff::{Piece, wording};
use std::io::{self, Write};

/// Writes each dimension of two claims, the verdict, its cause, the steps to it, and how the
/// wordings differ.
///
/// # Errors
/// Those of `out`.
pub fn write_pair(
    picture: &Picture<'_>,
    first: ClaimId,
    second: ClaimId,
    explanation: &PairExplanation,
    style: Style,
    out: &mut dyn Write,
) -> io::Result<()> {
    let corpus = picture.corpus;
    let canvas = &mut Canvas::new(style, out);
    let (tone, verdict) = match &explanation.verdict {
        Verdict::Conflict(rule) => (Tone::Red, format!("They cannot both hold: {rule}.")),
        Verdict::CanBothHold => (Tone::Green, "They can both hold.".to_owned()),
        Verdict::CannotBeCompared => (Tone::Yellow, "They cannot be compared.".to_owned()),
    };
    canvas.paragraph(&Span::new(Tone::Plain, ""), tone, &format!("{verdict} Cause: {}.", explanation.cause.id()))?;
    canvas.gap()?;
    canvas.paragraph(&label_span("first", Tone::Faint), Tone::Plain, &corpus.claim(first).id)?;
    canvas.paragraph(&label_span("second", Tone::Faint), Tone::Plain, &corpus.claim(second).id)?;
    canvas.gap()?;
    side_by_side::write(picture, &[first, second], label_span("", Tone::Plain), None, canvas)?;
    if !explanation.dimensions.is_empty() {
        canvas.gap()?;
        let columns = [text("dimension", 8), text("first", 8), text("second", 8), text("relation", 8)];
        table(canvas, 2, Excess::Wrap, columns, || {
            explanation.dimensions.iter().map(|dimension| {
                let relation = dimension.relation.words().to_owned();
                [dimension.name.to_owned(), dimension.first.clone(), dimension.second.clone(), relation]
            })
        })?;
    }
    if !explanation.because.is_empty() {
        canvas.gap()?;
        steps(&explanation.because, canvas)?;
    }
    words(corpus.claim(first), corpus.claim(second), canvas)
}

/// The two wordings in one text: `lost about [-185,730-] {+186,420+} personnel`.
fn words(first: &Claim, second: &Claim, canvas: &mut Canvas<'_>) -> io::Result<()> {
    let (Some(was), Some(is)) = (statement(first), statement(second)) else { return Ok(()) };
    canvas.gap()?;
    let legend = "[-of the first alone-] {+of the second alone+}";
    canvas.paragraph(&Span::new(Tone::Heading, "Wording  "), Tone::Faint, legend)?;
    let mut tokens: Vec<(Tone, String)> = Vec::new();
    for piece in wording(was, is) {
        match piece {
            Piece::Same(run) => tokens.extend(run.split_whitespace().map(|word| (Tone::Plain, word.to_owned()))),
            Piece::Was(run) => marked(Tone::Red, ["[-", "-]"], &run, &mut tokens),
            Piece::Is(run) => marked(Tone::Green, ["{+", "+}"], &run, &mut tokens),
        }
    }
    let indent = 2;
    let mut line = vec![Span::new(Tone::Plain, spaces(indent))];
    let mut used = indent;
    for (tone, token) in tokens {
        let span = Span::new(tone, fit(&token, canvas.width - indent));
        if used > indent && used + 1 + span.width() > canvas.width {
            canvas.line(&line)?;
            line.truncate(1);
            used = indent;
        }
        if used > indent {
            line.push(Span::new(Tone::Plain, " "));
            used += 1;
        }
        used += span.width();
        line.push(span);
    }
    canvas.line(&line)
}

fn statement(claim: &Claim) -> Option<&str> {
    claim.words.statement().or(match said(claim) {
        Said::Quote(words) | Said::Statement(words) => Some(words),
        Said::Nothing => None,
    })
}

/// The words of a run of one text, with a mark before the first and one behind the last.
fn marked(tone: Tone, [open, close]: [&str; 2], run: &str, tokens: &mut Vec<(Tone, String)>) {
    let words: Vec<&str> = run.split_whitespace().filter(|word| width(word) > 0).collect();
    for (position, word) in words.iter().enumerate() {
        let open = if position == 0 { open } else { "" };
        let close = if position + 1 == words.len() { close } else { "" };
        tokens.push((tone, format!("{open}{word}{close}")));
    }
}
