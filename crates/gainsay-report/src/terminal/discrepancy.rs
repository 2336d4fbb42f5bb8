//! `gainsay explain ID`: why a discrepancy was found, step by step.

use super::block;
use super::canvas::{Canvas, Span, Tone};
use super::row::label_span;
use super::side_by_side;
use super::table::{Excess, figure, text, write as table};
use crate::dispute::{in_order_of_steps, readings};
use crate::heading::Heading;
use crate::{Picture, Style, citation, figure as shown};
use chrono::NaiveDate;
use gainsay_claim::period::ShortDay;
use gainsay_claim::{ClaimId, Count};
use gainsay_compare::{Discrepancy, Episode};
use std::collections::BTreeSet;
use std::io::{self, Write};

/// Writes everything about a discrepancy: level, certainty, readings, both quotes, every step,
/// episodes, and the claims with their files.
///
/// # Errors
/// Those of `out`.
pub fn write_discrepancy(
    picture: &Picture<'_>,
    discrepancy: &Discrepancy,
    style: Style,
    out: &mut dyn Write,
) -> io::Result<()> {
    let canvas = &mut Canvas::new(style, out);
    let corpus = picture.corpus;
    let heading = Heading::of(picture, picture.topic(discrepancy), &[discrepancy]);
    let none = Span::new(Tone::Plain, "");
    canvas.paragraph(&none, Tone::Heading, &heading.text(corpus))?;
    canvas.paragraph(&none, Tone::Faint, &discrepancy.id)?;
    canvas.gap()?;
    let (level, certainty, cause) = (discrepancy.level.id(), discrepancy.certainty.id(), discrepancy.cause.id());
    canvas.paragraph(
        &label_span(level, Tone::of(discrepancy.certainty)),
        Tone::Plain,
        &format!("{certainty} · cause: {cause}"),
    )?;
    canvas.paragraph(
        &label_span("rule", Tone::Faint),
        Tone::Plain,
        &format!("{}: {}", discrepancy.rule.id, discrepancy.rule.title),
    )?;
    block::readings(picture, &readings(discrepancy), canvas)?;
    if let Some(gap) = &discrepancy.gap {
        let text = match shown::ratio(gap) {
            Some(ratio) => format!("{} (a factor of {ratio})", gap.absolute),
            None => shown::gap(corpus, discrepancy),
        };
        canvas.paragraph(&label_span("gap", Tone::Faint), Tone::Plain, &text)?;
    }
    canvas.paragraph(&label_span("summary", Tone::Faint), Tone::Plain, &discrepancy.summary)?;
    block::accepted(&[discrepancy], canvas)?;
    canvas.gap()?;
    let head = label_span("claims", Tone::Faint);
    side_by_side::write(picture, &in_order_of_steps(corpus, discrepancy), head, Some(&heading), canvas)?;
    canvas.gap()?;
    steps(&discrepancy.because, canvas)?;
    if discrepancy.episodes.len() > 1 || discrepancy.episodes.iter().any(|episode| episode.pairs > 1) {
        canvas.gap()?;
        canvas.text(Tone::Heading, "Episodes")?;
        let columns = [text("from", 7), text("to", 7), figure("pairs", 5), text("widest", 5), text("latest", 5)];
        table(canvas, 2, Excess::Cut, columns, || {
            discrepancy.episodes.iter().map(|episode| episode_row(picture, episode))
        })?;
    }
    canvas.gap()?;
    canvas.text(Tone::Heading, "Claims")?;
    let claims = claims_of(discrepancy);
    let columns = [text("claim", 6), figure("value", 12), text("file", 7), text("document", 5)];
    table(canvas, 2, Excess::Wrap, columns, || {
        claims.iter().map(|id| {
            let claim = corpus.claim(*id);
            let document = corpus.document(claim.document);
            let title = document.title.as_deref().unwrap_or(&document.id).to_owned();
            [claim.id.to_string(), shown::cell(corpus, &claim.value), citation::file(corpus, claim), title]
        })
    })
}

/// The steps of a chain, numbered.
pub fn steps(because: &[String], canvas: &mut Canvas<'_>) -> io::Result<()> {
    if because.is_empty() {
        return Ok(());
    }
    canvas.text(Tone::Heading, "Because")?;
    for (position, step) in because.iter().enumerate() {
        canvas.paragraph(&Span::new(Tone::Faint, format!("  {}. ", position + 1)), Tone::Plain, step)?;
    }
    Ok(())
}

/// The claims of a discrepancy: the leading pair first, then the others of its sides.
fn claims_of(discrepancy: &Discrepancy) -> Vec<ClaimId> {
    let mut seen = BTreeSet::new();
    let all = discrepancy.lead.iter().chain(discrepancy.sides.iter().flat_map(|side| &side.claims));
    all.copied().filter(|id| seen.insert(*id)).collect()
}

fn episode_row(picture: &Picture<'_>, episode: &Episode) -> [String; 5] {
    let day = |day: Option<NaiveDate>| day.map(|day| ShortDay(day).to_string()).unwrap_or_default();
    let pair = |claims: &[ClaimId]| {
        let values = claims.iter().map(|id| shown::cell(picture.corpus, &picture.corpus.claim(*id).value));
        values.collect::<Vec<_>>().join(" — ")
    };
    [
        day(episode.from),
        day(episode.to),
        Count::whole(episode.pairs).to_string(),
        pair(&episode.widest),
        pair(&episode.latest),
    ]
}
