//! What changed, in Markdown: counts, a table of the changes, each change, then the claims.

use super::{table_head, table_row};
use crate::changed;
use crate::inert::markdown as escaped;
use gainsay_diff::{Change, Diff, Revision};
use std::io::{self, Write};

/// How many claims of a list are shown.
const CLAIMS: usize = 50;

/// Writes a diff.
pub fn write(diff: &Diff<'_>, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "# What changed\n\n{}\n", escaped(&changed::title(diff)))?;
    writeln!(out, "**{}**\n\n{}", escaped(&changed::counts(diff)), escaped(&changed::claim_counts(diff)))?;
    if !diff.changes.is_empty() {
        writeln!(out)?;
        table_head(out, &["Change", "Certainty", "Rule", "About", "Was", "Is"])?;
        for change in &diff.changes {
            let finding = change.finding();
            table_row(
                out,
                &[
                    &changed::headline(change),
                    finding.certainty.id(),
                    &finding.rule,
                    &changed::about(diff, finding),
                    &changed::was(diff, change),
                    &changed::is(diff, change),
                ],
            )?;
        }
    }
    diff.changes.iter().try_for_each(|change| block(diff, change, out))?;
    open_again(diff, out)?;
    edits(diff, out)?;
    claims("added", diff.head, &diff.claims.added, out)?;
    claims("removed", diff.base, &diff.claims.removed, out)?;
    around(diff, out)
}

fn block(diff: &Diff<'_>, change: &Change<'_>, out: &mut dyn Write) -> io::Result<()> {
    let finding = change.finding();
    writeln!(
        out,
        "\n## {}: {}\n",
        escaped(&crate::label::capital(&changed::headline(change))),
        escaped(&changed::about(diff, finding))
    )?;
    writeln!(out, "{}\n", escaped(&finding.summary))?;
    if let Some(rung) = changed::rung(change) {
        writeln!(out, "- Why {}: {}", change.kind.id(), escaped(&rung))?;
    }
    writeln!(out, "- Was: {}", escaped(&changed::was(diff, change)))?;
    writeln!(out, "- Is: {}", escaped(&changed::is(diff, change)))?;
    writeln!(out, "- Cause: {}", escaped(&changed::cause(change)))?;
    for claim in changed::because_of(diff, change) {
        writeln!(out, "- By: {}", escaped(&claim))?;
    }
    if let Some(acknowledgement) = changed::acknowledged(change) {
        writeln!(out, "- Accepted: {}", escaped(&acknowledgement.sentence()))?;
    }
    if let Some(lapsed) = changed::lapsed(diff, change) {
        writeln!(out, "- Accepted: {}", escaped(&lapsed))?;
    }
    writeln!(out, "- Id: {}", escaped(&finding.id))
}

fn open_again(diff: &Diff<'_>, out: &mut dyn Write) -> io::Result<()> {
    let list = changed::open_again(diff);
    if list.is_empty() {
        return Ok(());
    }
    writeln!(out, "\n## Unchanged, and open again ({})\n", list.len())?;
    table_head(out, &["Id", "Accepted"])?;
    for (id, why) in list.iter().take(CLAIMS) {
        table_row(out, &[id, why])?;
    }
    more(list.len(), out)
}

fn edits(diff: &Diff<'_>, out: &mut dyn Write) -> io::Result<()> {
    let edited = &diff.claims.edited;
    if edited.is_empty() {
        return Ok(());
    }
    writeln!(out, "\n## Claims edited ({})\n", edited.len())?;
    table_head(out, &["Claim", "Field", "Change"])?;
    for edit in edited.iter().take(CLAIMS) {
        for field in &edit.fields {
            table_row(out, &[&edit.id, field.field.id(), &changed::edit(field)])?;
        }
    }
    more(edited.len(), out)
}

fn claims(what: &str, side: &Revision<'_>, ids: &[String], out: &mut dyn Write) -> io::Result<()> {
    if ids.is_empty() {
        return Ok(());
    }
    writeln!(out, "\n## Claims {what} ({})\n", ids.len())?;
    table_head(out, &["Claim", "What it says"])?;
    for id in ids.iter().take(CLAIMS) {
        table_row(out, &[id, &changed::claim_line(side, id)])?;
    }
    more(ids.len(), out)
}

fn around(diff: &Diff<'_>, out: &mut dyn Write) -> io::Result<()> {
    if diff.around.is_empty() {
        return Ok(());
    }
    writeln!(out, "\n## Around the claims ({})\n", diff.around.len())?;
    table_head(out, &["What", "Change"])?;
    for around in diff.around.iter().take(CLAIMS) {
        table_row(out, &[&changed::around_name(around), &changed::around_change(around)])?;
    }
    more(diff.around.len(), out)
}

fn more(all: usize, out: &mut dyn Write) -> io::Result<()> {
    match all.checked_sub(CLAIMS).filter(|rest| *rest > 0) {
        Some(rest) => writeln!(out, "\nand {rest} more: --format json has them all"),
        None => Ok(()),
    }
}
