//! One dispute in a report: who says what, side by side, and why it cannot all hold.

use super::canvas::{Canvas, Span, Tone};
use super::row::{Columns, LABEL, Row, label_span};
use crate::dispute::{self, Dispute};
use crate::heading::Heading;
use crate::layout::{fit, spaces, width};
use crate::{Picture, citation, label};
use gainsay_claim::{ClaimId, MeasureId, SourceId, Value};
use gainsay_compare::{Certainty, Discrepancy};
use std::io;

/// Words that are cut to less than this say nothing.
const LEAST: usize = 18;
/// A statement of a count is shown where there are more columns than this for it.
const WIDE: usize = 60;
/// What stands between the words of a claim and where they come from.
const DASH: &str = " — ";

/// Writes a dispute below a heading.
pub fn write(
    picture: &Picture<'_>,
    dispute: &Dispute<'_>,
    heading: &Heading,
    canvas: &mut Canvas<'_>,
) -> io::Result<()> {
    let certainty = dispute.foremost().certainty;
    let lines = labelled(picture, dispute, label_span(certainty_word(certainty), Tone::of(certainty)));
    let mut rows: Vec<Row> = lines.iter().map(|line| Row::of(picture, line.claim, Some(heading))).collect();
    for (row, line) in rows.iter_mut().zip(&lines) {
        if line.repeats {
            row.source.clear();
        }
        if let Value::Relative { is, .. } = &picture.corpus.claim(line.claim).value {
            row.value = is.words().to_owned();
        }
    }
    let columns = Columns::of(&rows, canvas);
    let mut above = String::new();
    for (line, row) in lines.into_iter().zip(rows) {
        let mut laid = columns.lay(line.label, row);
        let has_days = laid.below.is_none();
        let mut words = Words::of(picture, line.claim, laid.below.take());
        if words.said == above {
            words.said.clear();
        } else {
            above.clone_from(&words.said);
        }
        let beside = if has_days { columns.beside } else { 0 };
        let (beside, below) = words.in_columns(beside, canvas.width - LABEL - 2);
        laid.spans.push(Span::new(Tone::Faint, beside));
        canvas.line(&laid.spans)?;
        if !below.is_empty() {
            canvas.line(&[Span::new(Tone::Plain, spaces(LABEL + 2)), Span::new(Tone::Faint, below)])?;
        }
    }
    readings(picture, &dispute::readings(dispute.foremost()), canvas)?;
    let cause = dispute.cause(picture.corpus, canvas.width - LABEL);
    canvas.paragraph(&label_span("because", Tone::Faint), Tone::Plain, &cause)?;
    accepted(&dispute.discrepancies, canvas)
}

/// Which of some discrepancies the desk lets stand, and why.
pub fn accepted(discrepancies: &[&Discrepancy], canvas: &mut Canvas<'_>) -> io::Result<()> {
    for sentence in acknowledgements(discrepancies) {
        canvas.paragraph(&label_span("accepted", Tone::Green), Tone::Plain, &sentence)?;
    }
    Ok(())
}

/// `counted by name (desk, since 2026-01-02)`; behind the id where that is not so of all of them.
pub fn acknowledgements(discrepancies: &[&Discrepancy]) -> Vec<String> {
    let of = |found: &&Discrepancy| Some((found.id.clone(), found.acknowledged.as_ref()?.sentence()));
    let accepted: Vec<(String, String)> = discrepancies.iter().filter_map(of).collect();
    let is_of_all = accepted.len() == discrepancies.len() && accepted.windows(2).all(|pair| pair[0].1 == pair[1].1);
    match accepted.split_first() {
        Some(((_, sentence), _)) if is_of_all => vec![sentence.clone()],
        _ => accepted.into_iter().map(|(id, sentence)| format!("{id}: {sentence}")).collect(),
    }
}

/// The readings under which it holds, one wording a line. A single wording whose line is full goes
/// without its source, which stands above.
pub fn readings(
    picture: &Picture<'_>,
    readings: &[(SourceId, MeasureId, Vec<MeasureId>)],
    canvas: &mut Canvas<'_>,
) -> io::Result<()> {
    for (position, reading) in readings.iter().enumerate() {
        let head = label_span(if position == 0 { "if" } else { "or if" }, Tone::Faint);
        let full = reading_words(picture, reading);
        let text = if readings.len() == 1 && width(&full) > canvas.width - LABEL {
            let (_, wording, means) = reading;
            format!("“{}” means {}", label::measure(picture.corpus, *wording), any_of(picture, means))
        } else {
            full
        };
        canvas.paragraph(&head, Tone::Plain, &text)?;
    }
    Ok(())
}

/// `Ukraine's General Staff means “killed” or “killed and wounded” by “personnel losses”`.
pub fn reading_words(
    picture: &Picture<'_>,
    (source, wording, means): &(SourceId, MeasureId, Vec<MeasureId>),
) -> String {
    let corpus = picture.corpus;
    let source = label::source_in_prose(corpus, *source);
    format!("{source} means {} by “{}”", any_of(picture, means), label::measure(corpus, *wording))
}

fn any_of(picture: &Picture<'_>, means: &[MeasureId]) -> String {
    let means: Vec<String> =
        means.iter().map(|means| format!("“{}”", label::measure(picture.corpus, *means))).collect();
    label::list(&means, "or")
}

/// A certainty in one word.
pub const fn certainty_word(certainty: Certainty) -> &'static str {
    match certainty {
        Certainty::Certain => "certain",
        Certainty::DependsOnReading => "depends",
        Certainty::Hedged => "hedged",
    }
}

/// A claim behind its label.
struct Line {
    label: Span,
    claim: ClaimId,
    /// Whether the line above has the same source.
    repeats: bool,
}

/// The claims behind the certainty, behind `against` where the other side begins, and behind `and`
/// where the source stands against others with another claim.
fn labelled(picture: &Picture<'_>, dispute: &Dispute<'_>, certainty: Span) -> Vec<Line> {
    let source = |id: &ClaimId| picture.corpus.claim(*id).source;
    let mut first = Some(certainty);
    let mut lines = Vec::new();
    for stand in &dispute.stands {
        let other = stand.iter().position(|id| source(id) != source(&stand[0]));
        for (position, id) in stand.iter().enumerate() {
            let text = match position {
                0 => "and",
                _ if other == Some(position) => "against",
                _ => "",
            };
            let label = first.take().unwrap_or_else(|| label_span(text, Tone::Faint));
            let repeats = position > 0 && source(id) == source(&stand[position - 1]);
            lines.push(Line { label, claim: *id, repeats });
        }
    }
    lines
}

/// The words of a claim and where they come from.
struct Words {
    said: String,
    from: String,
    /// The same in fewer words.
    outlet: Option<String>,
    /// Whether the words say more than the columns do.
    tell: bool,
}

impl Words {
    fn of(picture: &Picture<'_>, id: ClaimId, days: Option<String>) -> Words {
        let claim = picture.corpus.claim(id);
        let said = citation::told(picture.corpus, claim);
        let from = citation::attribution_beside_days(picture.corpus, claim);
        let behind_days = |from: String| {
            days.iter().cloned().chain([from]).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
        };
        let outlet = citation::nearest_outlet(picture.corpus, claim).map(behind_days);
        Words { tell: said.tells(claim), said: said.printed(), outlet, from: behind_days(from) }
    }

    /// What stands beside the columns, and what below them: one line wherever that is possible.
    fn in_columns(&self, beside: usize, below: usize) -> (String, String) {
        let said = if self.tell || beside > WIDE { &self.said } else { "" };
        let least = |from: &str| width(&joined(&fit(said, LEAST), from));
        if let Some(from) =
            [Some(&self.from), self.outlet.as_ref()].into_iter().flatten().find(|from| least(from) <= beside)
        {
            return (cut(said, from, beside), String::new());
        }
        match (said.is_empty(), beside >= LEAST) {
            (true, true) => (fit(&self.from, beside), String::new()),
            (false, true) => (fit(&self.from, beside), fit(said, below)),
            (_, false) => (String::new(), cut(said, &self.from, below)),
        }
    }
}

/// The words, cut so that their origin fits behind them.
fn cut(said: &str, from: &str, columns: usize) -> String {
    let room = columns.saturating_sub(width(&joined("", from)) + width(DASH)).max(LEAST);
    fit(&joined(&fit(said, if from.is_empty() { columns } else { room }), from), columns)
}

fn joined(said: &str, from: &str) -> String {
    let dash = if said.is_empty() || from.is_empty() { "" } else { DASH };
    format!("{said}{dash}{from}")
}
