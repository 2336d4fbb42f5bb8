//! The report in Markdown: counts, a table of topics, the conflicts by topic, the notes by rule.

use super::{table_head, table_row, value};
use crate::contested::{Contested, contested, in_full};
use crate::dispute::{Dispute, readings};
use crate::inert::markdown as escaped;
use crate::terminal::{IDS, acknowledgements, counts, findings, notes_by_rule, problems, reading_words};
use crate::{Picture, citation, figure, heading, label};
use std::io::{self, Write};

/// Writes the report.
pub fn write(picture: &Picture<'_>, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "# Report\n\n{}\n", escaped(&counts(picture)))?;
    if picture.corpus.claims.is_empty() {
        writeln!(out, "Nothing to compare.")?;
    } else {
        writeln!(out, "**{}**", escaped(&findings(picture)))?;
    }
    if let Some(problems) = problems(picture) {
        writeln!(out, "\n{}", escaped(&problems))?;
    }
    let topics = contested(picture);
    overview(picture, &topics, out)?;
    for topic in &topics {
        writeln!(out, "\n## {}", escaped(&topic.heading.text(picture.corpus)))?;
        for dispute in &topic.disputes {
            block(picture, dispute, out)?;
        }
    }
    for (rule, notes) in notes_by_rule(picture) {
        writeln!(out, "\n## Note: {} ({})\n\n{}\n", rule.id, notes.len(), escaped(&label::capital(rule.title)))?;
        table_head(out, &["About", "Note"])?;
        for note in notes {
            let accepted = acknowledgements(&[note]).pop().map(|why| format!(" Accepted: {why}"));
            let summary = format!("{}{}", note.summary, accepted.unwrap_or_default());
            table_row(out, &[&heading::of_discrepancy(picture, note), &summary])?;
        }
    }
    if picture.analysis.discrepancies.is_empty() { Ok(()) } else { writeln!(out, "\n{}", escaped(IDS)) }
}

/// The topics with conflicts, those with most at stake first.
fn overview(picture: &Picture<'_>, topics: &[Contested<'_>], out: &mut dyn Write) -> io::Result<()> {
    if topics.len() < 2 {
        return Ok(());
    }
    writeln!(out)?;
    table_head(out, &["Topic", "Conflicts", "Foremost"])?;
    for topic in topics {
        let counted = topic.counted(picture).map(|counted| format!("{counted}: ")).unwrap_or_default();
        let foremost = format!("{counted}{}", in_full(&topic.stances(picture)));
        table_row(out, &[&topic.heading.text(picture.corpus), &topic.conflicts.len().to_string(), &foremost])?;
    }
    Ok(())
}

fn block(picture: &Picture<'_>, dispute: &Dispute<'_>, out: &mut dyn Write) -> io::Result<()> {
    let corpus = picture.corpus;
    let foremost = dispute.foremost();
    writeln!(out, "\n**{}** · {}: {}\n", foremost.certainty.id(), foremost.rule.id, escaped(foremost.rule.title))?;
    table_head(out, &["Source", "Measure", "Value", "Days", "Words", "Where", "Claim"])?;
    for id in dispute.stands.iter().flatten() {
        let claim = corpus.claim(*id);
        table_row(
            out,
            &[
                label::source(corpus, claim.source),
                label::measure(corpus, claim.measure),
                &value(picture, claim),
                &figure::days(claim),
                &citation::said(claim).printed(),
                &citation::attribution(corpus, claim),
                &claim.id,
            ],
        )?;
    }
    writeln!(out)?;
    for reading in readings(foremost) {
        writeln!(out, "- If {}.", escaped(&reading_words(picture, &reading)))?;
    }
    writeln!(out, "- Because {}.", escaped(&dispute.cause(corpus, usize::MAX)))?;
    for sentence in acknowledgements(&dispute.discrepancies) {
        writeln!(out, "- Accepted: {}", escaped(&sentence))?;
    }
    for discrepancy in &dispute.discrepancies {
        writeln!(out, "- {} ({})", escaped(&discrepancy.summary), escaped(&discrepancy.id))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use crate::{Format, Style, View, specimen, write};

    #[test]
    fn an_overview_then_a_table_of_both_sides() {
        let corpus = specimen::corpus();
        let analysis = specimen::analysis(&corpus);
        let mut out = Vec::new();
        let style = Style { width: 80, colour: false };
        write(View::Report, Format::Markdown, &specimen::picture(&corpus, &analysis), style, &mut out)
            .expect("a buffer takes everything");
        let text = String::from_utf8(out).expect("it is UTF-8");
        let overview = "| Filming date · Vladimir Putin · Kherson Oblast | 1 | Kremlin 17 Apr 2023 against Agentstvo before 16 Apr 2023 |";
        let row = "| “about 183,750 personnel” | via Newsflash, 19 Apr 2023 | gs/total |";
        let positions = [overview, row].map(|line| text.find(line));
        assert!(positions[0].is_some() && positions[0] < positions[1], "{text}");
    }
}
