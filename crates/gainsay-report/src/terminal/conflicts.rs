//! One line a discrepancy.

use super::block::certainty_word;
use super::canvas::{Canvas, Tone};
use super::table::{Excess, figure, text, write as table};
use crate::layout::width;
use crate::{Picture, figure as shown, heading, label};
use gainsay_compare::Discrepancy;
use std::io;

/// Writes every discrepancy, conflicts first.
pub fn write(picture: &Picture<'_>, canvas: &mut Canvas<'_>) -> io::Result<()> {
    if picture.analysis.discrepancies.is_empty() {
        return canvas.text(Tone::Plain, "No conflicts and no notes.");
    }
    // An id is never cut: it is what `gainsay explain` takes.
    let id = picture.analysis.discrepancies.iter().map(|discrepancy| width(&discrepancy.id)).max().unwrap_or(0);
    let levels = picture.analysis.discrepancies.iter().map(|found| width(&level(found))).max().unwrap_or(0);
    if canvas.width < WIDE {
        let columns = [text("level", levels), text("certainty", 9), figure("gap", 9), text("id", id)];
        return table(canvas, 0, Excess::Cut, columns, || {
            picture.conflicts_first().map(|discrepancy| narrow_row(picture, discrepancy))
        });
    }
    let columns = [
        text("level", levels),
        text("certainty", 7),
        text("rule", 12),
        text("topic", 12),
        figure("gap", 9),
        text("sides", 24),
        text("id", id),
    ];
    table(canvas, 0, Excess::Cut, columns, || picture.conflicts_first().map(|discrepancy| row(picture, discrepancy)))
}

/// From how many columns on rule, topic and sides have columns of their own. The id names them too,
/// and on a narrow terminal it is the one that `gainsay explain` takes.
const WIDE: usize = 150;

/// `conflict`, `conflict, accepted`.
pub fn level(discrepancy: &Discrepancy) -> String {
    let accepted = if discrepancy.acknowledged.is_some() { ", accepted" } else { "" };
    format!("{}{accepted}", discrepancy.level.id())
}

fn narrow_row(picture: &Picture<'_>, discrepancy: &Discrepancy) -> [String; 4] {
    [
        level(discrepancy),
        certainty_word(discrepancy.certainty).to_owned(),
        shown::gap(picture.corpus, discrepancy),
        discrepancy.id.clone(),
    ]
}

fn row(picture: &Picture<'_>, discrepancy: &Discrepancy) -> [String; 7] {
    [
        level(discrepancy),
        certainty_word(discrepancy.certainty).to_owned(),
        discrepancy.rule.id.to_owned(),
        heading::of_discrepancy(picture, discrepancy),
        shown::gap(picture.corpus, discrepancy),
        sides(picture, discrepancy),
        discrepancy.id.clone(),
    ]
}

/// `Russian MoD 5,937 — Mediazona ≥ 6,600`.
pub fn sides(picture: &Picture<'_>, discrepancy: &Discrepancy) -> String {
    let corpus = picture.corpus;
    let figures: Vec<String> = discrepancy
        .lead
        .iter()
        .map(|id| {
            let claim = corpus.claim(*id);
            format!("{} {}", label::source(corpus, claim.source), shown::cell(corpus, &claim.value))
        })
        .collect();
    if figures.is_empty() {
        return discrepancy.sides.iter().map(|side| label::source(corpus, side.source)).collect::<Vec<_>>().join(" — ");
    }
    figures.join(" — ")
}
