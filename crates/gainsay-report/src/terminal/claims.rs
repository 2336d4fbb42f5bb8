//! The claims in a table.

use super::canvas::{Canvas, Tone};
use super::table::{Excess, WHOLE, figure, text, write as table};
use crate::{Picture, figure as shown, label};
use gainsay_claim::{Claim, Corpus};
use std::io;

/// Writes every claim, in the order of the ids.
pub fn write(picture: &Picture<'_>, canvas: &mut Canvas<'_>) -> io::Result<()> {
    let corpus = picture.corpus;
    if corpus.claims.is_empty() {
        return canvas.text(Tone::Plain, "No claims.");
    }
    let columns = [
        text("claim", WHOLE),
        text("source", 4),
        text("measure", 3),
        figure("value", 14),
        text("", 0),
        text("days", 3),
    ];
    table(canvas, 0, Excess::Cut, columns, || corpus.claims.iter().map(|claim| row(corpus, claim)))
}

fn row(corpus: &Corpus, claim: &Claim) -> [String; 6] {
    [
        claim.id.to_string(),
        label::source(corpus, claim.source).to_owned(),
        label::measure(corpus, claim.measure).to_owned(),
        shown::cell(corpus, &claim.value),
        shown::remark(claim).to_owned(),
        shown::days(claim),
    ]
}
