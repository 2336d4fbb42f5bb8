//! One discrepancy in a report: who says what, side by side, and why the two clash.

use super::canvas::{Canvas, Span, Tone};
use crate::layout::{fit, left, right, spaces, width, wrap};
use crate::{Picture, citation, figure, heading, inert, label};
use gainsay_claim::period::ShortDay;
use gainsay_claim::{ClaimId, Count};
use gainsay_compare::{Certainty, Discrepancy, Reading};
use std::io;

/// The columns that labels such as `because` take, with the spaces around them.
const LABEL: usize = 11;
/// A quote is cut to this many columns.
const QUOTE: usize = 76;
/// Quotes stand beside the figures when there are at least this many columns for them, and two lines
/// are enough.
const BESIDE: usize = 34;

/// The aligned lines of one claim.
struct Row {
    source: String,
    value: String,
    remark: String,
    days: String,
    words: String,
}

/// Writes a discrepancy with its leading pair.
pub fn write(picture: &Picture<'_>, discrepancy: &Discrepancy, canvas: &mut Canvas<'_>) -> io::Result<()> {
    let certainty = label_span(certainty_word(discrepancy.certainty), Tone::of(discrepancy.certainty));
    let mixed = heading::mixes_measures(picture.corpus, discrepancy);
    claims(picture, &in_order_of_steps(picture, discrepancy), &certainty, mixed, canvas)?;
    readings(picture, discrepancy, canvas)?;
    canvas.paragraph(&label_span("because", Tone::Faint), Tone::Plain, &cause(picture, discrepancy))?;
    if let Some(more) = more(discrepancy) {
        canvas.paragraph(&label_span("", Tone::Faint), Tone::Faint, &more)?;
    }
    Ok(())
}

/// The readings under which it holds, one a line.
pub fn readings(picture: &Picture<'_>, discrepancy: &Discrepancy, canvas: &mut Canvas<'_>) -> io::Result<()> {
    for (position, reading) in discrepancy.readings.iter().enumerate() {
        let head = label_span(if position == 0 { "if" } else { "or if" }, Tone::Faint);
        canvas.paragraph(&head, Tone::Plain, &reading_words(picture, reading))?;
    }
    Ok(())
}

/// The leading pair in the order in which the steps name it, so that "the first" and "the second" in
/// a step are the first and the second line.
pub fn in_order_of_steps(picture: &Picture<'_>, discrepancy: &Discrepancy) -> Vec<ClaimId> {
    let mut lead = discrepancy.lead.clone();
    lead.sort_by_key(|id| {
        let name = format!("`{}`", picture.corpus.claim(*id).id);
        discrepancy.because.iter().position(|step| step.contains(&name)).unwrap_or(usize::MAX)
    });
    lead
}

/// Why the two cannot both hold, in a line: the last steps that say more than the claims, which
/// stand above it. Within one source a discrepancy may rest on more claims than the two that are
/// shown, so there it is the summary.
fn cause(picture: &Picture<'_>, discrepancy: &Discrepancy) -> String {
    let said: Vec<String> = discrepancy.lead.iter().map(|id| format!("`{}`", picture.corpus.claim(*id).id)).collect();
    let restates = |step: &&String| said.iter().any(|name| step.starts_with(name.as_str())) || (step.starts_with('`') && step.contains("`: "));
    let steps: Vec<&str> = discrepancy.because.iter().filter(|step| !restates(step)).map(String::as_str).collect();
    if discrepancy.sides.len() < 2 || steps.is_empty() {
        return discrepancy.summary.clone();
    }
    steps[steps.len().saturating_sub(2)..].join("; ").replace('`', "")
}

/// The claims, one below the other, with what they say and where.
pub fn claims(picture: &Picture<'_>, lead: &[ClaimId], head: &Span, mixed: bool, canvas: &mut Canvas<'_>) -> io::Result<()> {
    let mut rows: Vec<Row> = lead.iter().map(|id| row(picture, *id, mixed)).collect();
    let room = canvas.width - LABEL;
    if widest(&rows, |row| &row.source) + widest(&rows, |row| &row.value) + widest(&rows, |row| &row.remark) + widest(&rows, |row| &row.days) + 5 > room {
        for row in &mut rows {
            let days = std::mem::take(&mut row.days);
            row.words = joined([days, std::mem::take(&mut row.words)]);
        }
    }
    let days = widest(&rows, |row| &row.days);
    let value = widest(&rows, |row| &row.value).min(room / 2);
    let rest = room.saturating_sub(days + value + 4);
    let remark = widest(&rows, |row| &row.remark).min(rest / 3);
    let gap = if remark == 0 { 0 } else { remark + 1 };
    let source = widest(&rows, |row| &row.source).min(rest.saturating_sub(gap));
    let used = source + 2 + value + gap + 2 + days + 2;
    let beside = room.saturating_sub(used);
    let is_beside = beside >= BESIDE && rows.iter().all(|row| wrap(&row.words, beside).len() <= 2);
    let (columns, indent) = if is_beside { (beside, LABEL + used) } else { (room - 2, LABEL + 2) };
    for (position, row) in rows.iter().enumerate() {
        let head = if position == 0 { head.clone() } else { label_span("", Tone::Plain) };
        let mut spans = vec![
            head,
            Span::new(Tone::Plain, left(&fit(&row.source, source), source + 2)),
            Span::new(Tone::Strong, right(&fit(&row.value, value), value)),
        ];
        if remark > 0 {
            spans.push(Span::new(Tone::Faint, format!(" {}", left(&fit(&row.remark, remark), remark))));
        }
        spans.push(Span::new(Tone::Plain, format!("  {}", left(&row.days, days + 2))));
        let mut words = wrap(&row.words, columns).into_iter();
        if is_beside {
            spans.push(Span::new(Tone::Faint, words.next().unwrap_or_default()));
        }
        canvas.line(&spans)?;
        for line in words {
            canvas.line(&[Span::new(Tone::Plain, spaces(indent)), Span::new(Tone::Faint, line)])?;
        }
    }
    Ok(())
}

/// `  because  `, in the columns that labels take.
pub fn label_span(text: &str, tone: Tone) -> Span {
    Span::new(tone, format!("  {}", left(text, LABEL - 2)))
}

/// A certainty in one word.
pub const fn certainty_word(certainty: Certainty) -> &'static str {
    match certainty {
        Certainty::Certain => "certain",
        Certainty::DependsOnReading => "depends",
        Certainty::Hedged => "hedged",
    }
}

/// `Ukraine's General Staff means “killed” by “personnel losses”`.
pub fn reading_words(picture: &Picture<'_>, reading: &Reading) -> String {
    let corpus = picture.corpus;
    let source = label::source_in_prose(corpus, reading.source);
    let wording = label::measure(corpus, reading.wording);
    let means = label::measure(corpus, reading.means);
    format!("{source} means “{means}” by “{wording}”")
}

fn row(picture: &Picture<'_>, id: ClaimId, mixed: bool) -> Row {
    let corpus = picture.corpus;
    let claim = corpus.claim(id);
    let plain = |text: &str| inert::plain(text).into_owned();
    let mut remarks: Vec<&str> = label::unnamed_unit(corpus, claim.measure).into_iter().collect();
    if mixed {
        remarks.push(label::measure(corpus, claim.measure));
    }
    if !figure::remark(claim).is_empty() {
        remarks.push(figure::remark(claim));
    }
    let words = [citation::said(claim).short(QUOTE), citation::attribution(corpus, claim)];
    Row {
        source: plain(label::source(corpus, claim.source)),
        value: plain(&figure::cell(corpus, &claim.value)),
        remark: plain(&remarks.join(", ")),
        days: figure::days(claim),
        words: joined(words),
    }
}

fn widest(rows: &[Row], cell: impl Fn(&Row) -> &str) -> usize {
    rows.iter().map(|row| width(cell(row))).max().unwrap_or(0)
}

fn joined<const N: usize>(parts: [String; N]) -> String {
    let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    parts.join(" — ")
}

/// `and 3 more episodes, 40 pairs, 1 Mar 2022 … 5 May 2023`, where there is more than one pair.
fn more(discrepancy: &Discrepancy) -> Option<String> {
    let pairs: u64 = discrepancy.episodes.iter().map(|episode| episode.pairs).sum();
    if pairs < 2 {
        return None;
    }
    let episodes = match discrepancy.episodes.len() {
        0 | 1 => String::new(),
        2 => "and 1 more episode, ".to_owned(),
        number => format!("and {} more episodes, ", number - 1),
    };
    let from = discrepancy.episodes.iter().filter_map(|episode| episode.from).min();
    let to = discrepancy.episodes.iter().filter_map(|episode| episode.to).max();
    let days = match (from, to) {
        (Some(from), Some(to)) if from != to => format!(", {} … {}", ShortDay(from), ShortDay(to)),
        (Some(day), _) | (_, Some(day)) => format!(", {}", ShortDay(day)),
        (None, None) => String::new(),
    };
    Some(format!("{episodes}{} pairs in all{days}", Count::whole(pairs)))
}
