//! One dispute in a report: who says what, side by side, and why it cannot all hold.

use super::canvas::{Canvas, Span, Tone};
use super::row::{Columns, LABEL, Row, label_span};
use crate::dispute::{self, Dispute};
use crate::heading::Heading;
use crate::layout::{fit, spaces, width};
use crate::{Picture, citation, label};
use gainsay_claim::{ClaimId, MeasureId, SourceId};
use gainsay_compare::Certainty;
use std::io;

/// Words that are cut to less than this say nothing.
const LEAST: usize = 20;
/// What stands between the words of a claim and where they come from.
const DASH: &str = " — ";

/// Writes a dispute below a heading.
pub fn write(picture: &Picture<'_>, dispute: &Dispute<'_>, heading: &Heading, canvas: &mut Canvas<'_>) -> io::Result<()> {
    let certainty = dispute.foremost().certainty;
    let lines = labelled(picture, dispute, label_span(certainty_word(certainty), Tone::of(certainty)));
    let rows: Vec<Row> = lines.iter().map(|(_, id)| Row::of(picture, *id, Some(heading))).collect();
    let columns = Columns::of(&rows, canvas);
    for ((label, id), row) in lines.into_iter().zip(rows) {
        let mut laid = columns.lay(label, row);
        let words = Words::of(picture, id, laid.below.take());
        let (beside, below) = words.in_columns(columns.beside, canvas.width - LABEL - 2);
        laid.spans.push(Span::new(Tone::Faint, beside));
        canvas.line(&laid.spans)?;
        if !below.is_empty() {
            canvas.line(&[Span::new(Tone::Plain, spaces(LABEL + 2)), Span::new(Tone::Faint, below)])?;
        }
    }
    readings(picture, &dispute::readings(dispute.foremost()), canvas)?;
    canvas.paragraph(&label_span("because", Tone::Faint), Tone::Plain, &dispute.cause(picture.corpus))
}

/// The readings under which it holds, one wording a line.
pub fn readings(picture: &Picture<'_>, readings: &[(SourceId, MeasureId, Vec<MeasureId>)], canvas: &mut Canvas<'_>) -> io::Result<()> {
    for (position, reading) in readings.iter().enumerate() {
        let head = label_span(if position == 0 { "if" } else { "or if" }, Tone::Faint);
        canvas.paragraph(&head, Tone::Plain, &reading_words(picture, reading))?;
    }
    Ok(())
}

/// `Ukraine's General Staff means “killed” or “killed and wounded” by “personnel losses”`.
pub fn reading_words(picture: &Picture<'_>, (source, wording, means): &(SourceId, MeasureId, Vec<MeasureId>)) -> String {
    let corpus = picture.corpus;
    let means: Vec<String> = means.iter().map(|means| format!("“{}”", label::measure(corpus, *means))).collect();
    let source = label::source_in_prose(corpus, *source);
    format!("{source} means {} by “{}”", label::list(&means, "or"), label::measure(corpus, *wording))
}

/// A certainty in one word.
pub const fn certainty_word(certainty: Certainty) -> &'static str {
    match certainty {
        Certainty::Certain => "certain",
        Certainty::DependsOnReading => "depends",
        Certainty::Hedged => "hedged",
    }
}

/// The claims behind the certainty, behind `against` where the other side begins, and behind `and`
/// where the source stands against others with another claim.
fn labelled(picture: &Picture<'_>, dispute: &Dispute<'_>, certainty: Span) -> Vec<(Span, ClaimId)> {
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
            lines.push((first.take().unwrap_or_else(|| label_span(text, Tone::Faint)), *id));
        }
    }
    lines
}

/// The words of a claim and where they come from.
struct Words {
    said: String,
    from: String,
    /// Whether the words say more than the columns do.
    tell: bool,
}

impl Words {
    fn of(picture: &Picture<'_>, id: ClaimId, days: Option<String>) -> Words {
        let claim = picture.corpus.claim(id);
        let said = citation::told(picture.corpus, claim);
        let from = citation::attribution_beside_days(picture.corpus, claim);
        let from = days.into_iter().chain([from]).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ");
        Words { tell: said.tells(claim), said: said.printed(), from }
    }

    /// What stands beside the columns, and what below them: one line wherever that is possible.
    fn in_columns(&self, beside: usize, below: usize) -> (String, String) {
        if self.said.is_empty() && width(&self.from) <= beside {
            return (self.from.clone(), String::new());
        }
        let needed = width(&self.from) + width(DASH);
        if beside >= needed + width(&self.said).min(LEAST) {
            return (self.joined(beside), String::new());
        }
        if !self.tell {
            return if beside >= LEAST { (fit(&self.from, beside), String::new()) } else { (String::new(), fit(&self.from, below)) };
        }
        if beside >= LEAST {
            return (fit(&self.from, beside), fit(&self.said, below));
        }
        (String::new(), self.joined(below))
    }

    /// The words, cut so that their origin fits behind them.
    fn joined(&self, columns: usize) -> String {
        if self.from.is_empty() || self.said.is_empty() {
            return fit(&format!("{}{}", self.said, self.from), columns);
        }
        let room = columns.saturating_sub(width(&self.from) + width(DASH)).max(LEAST);
        fit(&format!("{}{DASH}{}", fit(&self.said, room), self.from), columns)
    }
}
