//! What a reader should know beyond the conflicts, by rule, a line each.

use super::canvas::{Canvas, Span, Tone};
use crate::heading::Heading;
use crate::layout::{fit, left, width};
use crate::{Picture, figure, label};
use gainsay_compare::{Discrepancy, Level, RULES, Rule};
use std::collections::BTreeMap;
use std::io;

/// How many notes of one rule are shown.
const NOTES: usize = 3;

/// The notes by rule, in the order of the documentation.
pub fn notes_by_rule<'a>(picture: &Picture<'a>) -> Vec<(&'static Rule, Vec<&'a Discrepancy>)> {
    let mut notes: BTreeMap<&str, Vec<&Discrepancy>> = BTreeMap::new();
    for note in picture.of_level(Level::Note) {
        notes.entry(note.rule.id).or_default().push(note);
    }
    RULES.iter().filter_map(|rule| Some((rule, notes.remove(rule.id)?))).collect()
}

/// Writes the first notes of each rule.
pub fn write(picture: &Picture<'_>, canvas: &mut Canvas<'_>) -> io::Result<()> {
    for (rule, notes) in notes_by_rule(picture) {
        canvas.gap()?;
        let count = if notes.len() == 1 { String::new() } else { format!(" ({})", notes.len()) };
        let title = format!("note · {}{count}", rule.id);
        let rest = canvas.width.saturating_sub(width(&title) + 2);
        canvas
            .line(&[Span::new(Tone::Heading, title), Span::new(Tone::Faint, format!("  {}", fit(rule.title, rest)))])?;
        let room = canvas.width - 2;
        let shown = &notes[..notes.len().min(NOTES)];
        let headings: Vec<Heading> =
            shown.iter().map(|note| Heading::of(picture, picture.topic(note), &[note])).collect();
        let names: Vec<String> = headings.iter().map(|heading| heading.short(picture.corpus, room * 3 / 8)).collect();
        let column = names.iter().map(|name| width(name)).max().unwrap_or(0);
        for ((note, heading), name) in shown.iter().zip(&headings).zip(&names) {
            let accepted = if note.acknowledged.is_some() { "accepted · " } else { "" };
            let columns = room.saturating_sub(column + 2 + width(accepted));
            let said = format!("{accepted}{}", said(picture, note, heading, columns));
            canvas
                .line(&[Span::new(Tone::Plain, format!("  {}  ", left(name, column))), Span::new(Tone::Faint, said)])?;
        }
        if notes.len() > shown.len() {
            let more = format!("  and {} more: gainsay conflicts --rule {}", notes.len() - shown.len(), rule.id);
            canvas.text(Tone::Faint, &fit(&more, canvas.width))?;
        }
    }
    Ok(())
}

/// How far the figures lie apart, and the figures with their days; the summary where the note is not
/// about figures that differ.
fn said(picture: &Picture<'_>, note: &Discrepancy, heading: &Heading, columns: usize) -> String {
    let is_compared = note.sides.len() > 1 || note.gap.is_some();
    if !is_compared || note.lead.is_empty() {
        return fit(&note.summary, columns);
    }
    let texts = Detail::ALL.map(|detail| figures(picture, note, heading, detail));
    let fitting = texts.iter().find(|text| width(text) <= columns);
    fit(fitting.unwrap_or(&texts[Detail::ALL.len() - 1]), columns)
}

/// How much is said of each figure.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Detail {
    Measure,
    Days,
    Basis,
}

impl Detail {
    /// From the most to the least.
    const ALL: [Detail; 3] = [Detail::Basis, Detail::Days, Detail::Measure];
}

/// `×9.47  Oryx 106 documented to 19 Apr 2023 — Ukraine's General Staff 1,004 to 23 Nov 2024`.
fn figures(picture: &Picture<'_>, note: &Discrepancy, heading: &Heading, detail: Detail) -> String {
    let corpus = picture.corpus;
    let mut said: Vec<String> = Vec::new();
    let mut above = None;
    for id in &note.lead {
        let claim = corpus.claim(*id);
        let mut parts = Vec::new();
        if above.replace(claim.source) != Some(claim.source) {
            parts.push(label::source(corpus, claim.source).to_owned());
        }
        parts.push(figure::cell(corpus, &claim.value));
        parts.extend(figure::counted(corpus, claim, Some(heading.measure)).into_iter().map(str::to_owned));
        if detail >= Detail::Basis {
            parts.push(figure::remark(claim).to_owned());
        }
        if detail >= Detail::Days {
            parts.push(figure::days(claim));
        }
        parts.retain(|part| !part.is_empty());
        said.push(parts.join(" "));
    }
    let silent = note.sides.iter().filter(|side| side.claims.is_empty());
    said.extend(silent.map(|side| format!("{}: nothing", label::source(corpus, side.source))));
    let gap = Some(figure::gap(corpus, note)).filter(|gap| !gap.is_empty()).map(|gap| format!("{gap}  "));
    format!("{}{}", gap.unwrap_or_default(), said.join(" — "))
}
