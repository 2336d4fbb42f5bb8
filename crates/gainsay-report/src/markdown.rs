//! GitHub-flavoured Markdown, with the content of the terminal's views in tables.
//!
//! Text from claims is escaped: it holds no markup, HTML or link that acts.

mod diff;
mod report;

pub use diff::write as write_diff;

use crate::inert::markdown as escaped;
use crate::newest::Newest;
use crate::terminal::{level, sides};
use crate::{Picture, View, citation, figure, heading, label, sentence};
use gainsay_claim::{Claim, ClaimId};
use std::io::{self, Write};

/// Writes a view of a picture as Markdown.
pub fn write(view: View, picture: &Picture<'_>, out: &mut dyn Write) -> io::Result<()> {
    match view {
        View::Report => report::write(picture, out),
        View::Conflicts => conflicts(picture, out),
        View::Topics => topics(picture, out),
        View::Claims => claims(picture, out),
    }
}

fn conflicts(picture: &Picture<'_>, out: &mut dyn Write) -> io::Result<()> {
    if picture.analysis.discrepancies.is_empty() {
        return writeln!(out, "No conflicts and no notes.");
    }
    table_head(out, &["Level", "Certainty", "Rule", "About", "Sides", "Gap", "Id"])?;
    for discrepancy in picture.conflicts_first() {
        table_row(
            out,
            &[
                &level(discrepancy),
                discrepancy.certainty.id(),
                discrepancy.rule.id,
                &heading::of_discrepancy(picture, discrepancy),
                &sides(picture, discrepancy),
                &figure::gap(picture.corpus, discrepancy),
                &discrepancy.id,
            ],
        )?;
    }
    Ok(())
}

fn topics(picture: &Picture<'_>, out: &mut dyn Write) -> io::Result<()> {
    let corpus = picture.corpus;
    let newest = Newest::of(corpus);
    writeln!(out, "# Topics")?;
    for topic in &picture.analysis.topics {
        writeln!(
            out,
            "\n## {}\n\n{}\n",
            escaped(&heading::of_topic(corpus, topic)),
            escaped(&sentence::of_topic(picture, topic, &newest))
        )?;
        claims_table(picture, &newest.on(corpus, topic), out)?;
    }
    Ok(())
}

fn claims(picture: &Picture<'_>, out: &mut dyn Write) -> io::Result<()> {
    table_head(out, &CLAIM_COLUMNS)?;
    picture.corpus.claims.iter().try_for_each(|claim| claim_row(picture, claim, out))
}

const CLAIM_COLUMNS: [&str; 6] = ["Source", "Measure", "Value", "Days", "Where", "Claim"];

fn claims_table(picture: &Picture<'_>, claims: &[ClaimId], out: &mut dyn Write) -> io::Result<()> {
    table_head(out, &CLAIM_COLUMNS)?;
    claims.iter().try_for_each(|id| claim_row(picture, picture.corpus.claim(*id), out))
}

fn claim_row(picture: &Picture<'_>, claim: &Claim, out: &mut dyn Write) -> io::Result<()> {
    let corpus = picture.corpus;
    table_row(
        out,
        &[
            label::source(corpus, claim.source),
            label::measure(corpus, claim.measure),
            &value(picture, claim),
            &figure::days(claim),
            &citation::attribution(corpus, claim),
            &claim.id,
        ],
    )
}

fn value(picture: &Picture<'_>, claim: &Claim) -> String {
    let value = figure::cell(picture.corpus, &claim.value);
    match figure::remark(claim) {
        "" => value,
        remark => format!("{value} ({remark})"),
    }
}

fn table_head(out: &mut dyn Write, names: &[&str]) -> io::Result<()> {
    let rules: Vec<&str> =
        names.iter().map(|name| if ["Value", "Gap", "Conflicts"].contains(name) { "--:" } else { "---" }).collect();
    writeln!(out, "| {} |\n| {} |", names.join(" | "), rules.join(" | "))
}

fn table_row(out: &mut dyn Write, cells: &[&str]) -> io::Result<()> {
    let cells: Vec<String> = cells.iter().map(|cell| escaped(cell)).collect();
    writeln!(out, "| {} |", cells.join(" | "))
}

#[cfg(test)]
mod tests {
    use crate::{Format, Style, View, specimen, write};

    #[test]
    fn every_view_is_inert() {
        let corpus = specimen::corpus();
        let analysis = specimen::analysis(&corpus);
        for view in [View::Report, View::Conflicts, View::Topics, View::Claims] {
            let mut out = Vec::new();
            let style = Style { width: 80, colour: true };
            write(view, Format::Markdown, &specimen::picture(&corpus, &analysis), style, &mut out)
                .expect("a buffer takes everything");
            let text = String::from_utf8(out).expect("it is UTF-8");
            assert!(!text.contains('\u{1b}') && !text.contains("<b>"), "{text}");
        }
    }
}
