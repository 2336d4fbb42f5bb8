//! The aligned columns of claims: who, what, of which days.

use super::canvas::{Canvas, Span, Tone};
use crate::layout::{fit, left, right, width};
use crate::{Picture, figure, heading::Heading, inert, label};
use gainsay_claim::ClaimId;

/// The columns that labels such as `because` take, with the spaces around them.
pub const LABEL: usize = 11;

/// `  because  `, in the columns that labels take.
pub fn label_span(text: &str, tone: Tone) -> Span {
    Span::new(tone, format!("  {}", left(text, LABEL - 2)))
}

/// A claim in its columns.
pub struct Row {
    /// Who.
    pub source: String,
    /// What, as in a table.
    pub value: String,
    remark: String,
    days: String,
}

impl Row {
    /// The columns of a claim. Its measure is named where it is not the heading's.
    pub fn of(picture: &Picture<'_>, id: ClaimId, heading: Option<&Heading>) -> Row {
        let corpus = picture.corpus;
        let claim = corpus.claim(id);
        let plain = |text: &str| inert::plain(text).into_owned();
        let mut remarks = figure::counted(corpus, claim, heading.map(|heading| heading.measure));
        remarks.extend(Some(figure::remark(claim)).filter(|remark| !remark.is_empty()));
        Row {
            source: plain(label::source(corpus, claim.source)),
            value: plain(&figure::cell(corpus, &claim.value)),
            remark: plain(&remarks.join(", ")),
            days: figure::days(claim),
        }
    }
}

/// How wide the columns of some rows are.
pub struct Columns {
    source: usize,
    value: usize,
    remark: usize,
    days: usize,
    /// How many columns are left behind them.
    pub beside: usize,
}

/// A row in columns, and the days where there is no column for them.
pub struct Laid {
    /// The row.
    pub spans: Vec<Span>,
    /// What has to stand below it.
    pub below: Option<String>,
}

impl Columns {
    /// Columns for rows. The days move below the rows where the terminal is too narrow.
    pub fn of(rows: &[Row], canvas: &Canvas<'_>) -> Columns {
        let room = canvas.width - LABEL;
        let widest = |cell: fn(&Row) -> &str| rows.iter().map(|row| width(cell(row))).max().unwrap_or(0);
        let (source, value, remark) = (widest(|row| &row.source), widest(|row| &row.value), widest(|row| &row.remark));
        let days = Some(widest(|row| &row.days)).filter(|days| source + value + remark + days + 5 <= room).unwrap_or(0);
        let value = value.min(room / 2);
        let rest = room.saturating_sub(days + value + 4);
        let remark = remark.min(rest / 3);
        let source = source.min(rest.saturating_sub(remark + 1));
        let mut columns = Columns { source, value, remark, days, beside: 0 };
        columns.beside = room.saturating_sub(columns.used());
        columns
    }

    /// The columns that are used, with those between them.
    pub fn used(&self) -> usize {
        let remark = if self.remark == 0 { 0 } else { self.remark + 1 };
        let days = if self.days == 0 { 0 } else { self.days + 2 };
        self.source + 2 + self.value + remark + days + 2
    }

    /// A row behind its label.
    pub fn lay(&self, label: Span, row: Row) -> Laid {
        let mut spans = vec![
            label,
            Span::new(Tone::Plain, left(&fit(&row.source, self.source), self.source + 2)),
            Span::new(Tone::Strong, right(&fit(&row.value, self.value), self.value)),
        ];
        if self.remark > 0 {
            spans.push(Span::new(Tone::Faint, format!(" {}", left(&fit(&row.remark, self.remark), self.remark))));
        }
        if self.days > 0 {
            spans.push(Span::new(Tone::Plain, format!("  {}", left(&row.days, self.days))));
        }
        spans.push(Span::new(Tone::Plain, "  "));
        Laid { spans, below: Some(row.days).filter(|days| self.days == 0 && !days.is_empty()) }
    }
}
