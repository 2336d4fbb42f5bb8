//! What changed, for a terminal: counts, the changes, the worst first, then the claims.

use super::canvas::{Canvas, Span, Tone};
use super::row::label_span;
use crate::Style;
use crate::changed;
use crate::layout::{left, width};
use gainsay_compare::Level;
use gainsay_diff::{Change, ChangeKind, Diff, Edit, Revision, Rung, Surrounding};
use std::io::{self, Write};

/// How many claims of a list are shown.
const CLAIMS: usize = 20;

/// Writes a diff.
pub fn write(diff: &Diff<'_>, style: Style, out: &mut dyn Write) -> io::Result<()> {
    let canvas = &mut Canvas::new(style, out);
    let none = Span::new(Tone::Plain, "");
    canvas.paragraph(&none, Tone::Faint, &changed::title(diff))?;
    canvas.paragraph(&none, Tone::Strong, &changed::counts(diff))?;
    canvas.paragraph(&none, Tone::Plain, &changed::claim_counts(diff))?;
    for change in &diff.changes {
        canvas.gap()?;
        block(diff, change, canvas)?;
    }
    open_again(diff, canvas)?;
    edits(&diff.claims.edited, canvas)?;
    claims("added", diff.head, &diff.claims.added, Tone::Green, canvas)?;
    claims("removed", diff.base, &diff.claims.removed, Tone::Red, canvas)?;
    around(&diff.around, style, canvas)
}

fn tone(change: &Change<'_>) -> Tone {
    match (change.kind, change.level()) {
        (ChangeKind::Eased | ChangeKind::Absent | ChangeKind::Unchanged, _) => Tone::Green,
        _ if changed::acknowledged(change).is_some() => Tone::Green,
        (_, Level::Conflict) => Tone::Red,
        (_, Level::Note) => Tone::Yellow,
    }
}

/// A change with all but its claims.
pub fn block(diff: &Diff<'_>, change: &Change<'_>, canvas: &mut Canvas<'_>) -> io::Result<()> {
    let finding = change.finding();
    let headline = changed::headline(change);
    let about = changed::about(diff, finding);
    canvas.paragraph(&Span::new(tone(change), format!("{headline}  ")), Tone::Heading, &about)?;
    let title = changed::rule(finding).map(|rule| format!(": {}", rule.title)).unwrap_or_default();
    let certainty = Some(finding.certainty.id().to_owned()).filter(|_| change.rung != Some(Rung::Certainty));
    let how: Vec<String> = changed::rung(change).into_iter().chain(certainty).collect();
    let how = format!("{} · {}{title}", how.join(" · "), finding.rule);
    canvas.paragraph(&Span::new(Tone::Plain, "  "), Tone::Plain, &how)?;
    let faint = |text| label_span(text, Tone::Faint);
    canvas.paragraph(&faint("was"), Tone::Plain, &changed::was(diff, change))?;
    canvas.paragraph(&faint("is"), Tone::Strong, &changed::is(diff, change))?;
    canvas.paragraph(&faint("cause"), Tone::Plain, &changed::cause(change))?;
    let is_changed = change.kind != ChangeKind::Unchanged;
    for (position, claim) in changed::because_of(diff, change).iter().filter(|_| is_changed).enumerate() {
        canvas.paragraph(&faint(if position == 0 { "by" } else { "" }), Tone::Plain, claim)?;
    }
    if let Some(acknowledgement) = changed::acknowledged(change) {
        canvas.paragraph(&label_span("accepted", Tone::Green), Tone::Plain, &acknowledgement.sentence())?;
    }
    if let Some(lapsed) = changed::lapsed(diff, change) {
        canvas.paragraph(&label_span("accepted", Tone::Yellow), Tone::Plain, &lapsed)?;
    }
    canvas.paragraph(&faint("id"), Tone::Faint, &finding.id)
}

/// What is as it was and waits for somebody all the same, as its acknowledgement has lapsed.
fn open_again(diff: &Diff<'_>, canvas: &mut Canvas<'_>) -> io::Result<()> {
    let list = changed::open_again(diff);
    if list.is_empty() {
        return Ok(());
    }
    canvas.gap()?;
    canvas.text(Tone::Heading, "Unchanged, and open again")?;
    for (id, why) in list.iter().take(CLAIMS) {
        canvas.paragraph(&Span::new(Tone::Plain, "  "), Tone::Yellow, id)?;
        canvas.paragraph(&Span::new(Tone::Plain, "    "), Tone::Plain, &format!("accepted: {why}"))?;
    }
    more(list.len(), canvas)
}

fn edits(edited: &[Edit], canvas: &mut Canvas<'_>) -> io::Result<()> {
    if edited.is_empty() {
        return Ok(());
    }
    canvas.gap()?;
    canvas.text(Tone::Heading, "Claims edited")?;
    for edit in edited.iter().take(CLAIMS) {
        canvas.paragraph(&Span::new(Tone::Plain, "  "), Tone::Plain, &edit.id)?;
        let column = edit.fields.iter().map(|field| width(field.field.id())).max().unwrap_or(0);
        for field in &edit.fields {
            let head = Span::new(Tone::Faint, format!("    {}  ", left(field.field.id(), column)));
            canvas.paragraph(&head, Tone::Plain, &changed::edit(field))?;
        }
    }
    more(edited.len(), canvas)
}

fn claims(what: &str, side: &Revision<'_>, ids: &[String], tone: Tone, canvas: &mut Canvas<'_>) -> io::Result<()> {
    if ids.is_empty() {
        return Ok(());
    }
    canvas.gap()?;
    canvas.text(Tone::Heading, &format!("Claims {what}"))?;
    for id in ids.iter().take(CLAIMS) {
        canvas.paragraph(&Span::new(Tone::Plain, "  "), tone, id)?;
        canvas.paragraph(&Span::new(Tone::Plain, "    "), Tone::Plain, &changed::claim_line(side, id))?;
    }
    more(ids.len(), canvas)
}

fn around(list: &[Surrounding], style: Style, canvas: &mut Canvas<'_>) -> io::Result<()> {
    if list.is_empty() {
        return Ok(());
    }
    canvas.gap()?;
    canvas.text(Tone::Heading, "Around the claims")?;
    let shown = &list[..list.len().min(CLAIMS)];
    for of_one in shown.chunk_by(|one, other| (one.around, &one.id) == (other.around, &other.id)) {
        let name = format!("{} {}", of_one[0].around.id(), of_one[0].id);
        let indent = Span::new(Tone::Plain, "  ");
        let change = changed::around_change(&of_one[0]);
        if of_one[0].field.is_none() && width(&name) + width(&change) + 4 <= style.width {
            canvas.paragraph(&Span::new(Tone::Plain, format!("  {name}  ")), Tone::Plain, &change)?;
            continue;
        }
        canvas.paragraph(&indent, Tone::Plain, &name)?;
        let column = of_one.iter().filter_map(|around| around.field).map(width).max().unwrap_or(0);
        for around in of_one {
            let field = around.field.map(|field| format!("{}  ", left(field, column))).unwrap_or_default();
            let head = Span::new(Tone::Faint, format!("    {field}"));
            canvas.paragraph(&head, Tone::Plain, &changed::around_change(around))?;
        }
    }
    more(list.len(), canvas)
}

fn more(all: usize, canvas: &mut Canvas<'_>) -> io::Result<()> {
    match all.checked_sub(CLAIMS).filter(|rest| *rest > 0) {
        Some(rest) => canvas.text(Tone::Faint, &format!("  and {rest} more: --format json has them all")),
        None => Ok(()),
    }
}
