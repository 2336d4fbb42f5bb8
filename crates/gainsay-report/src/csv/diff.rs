//! What changed as comma-separated values: a row for each change, the worst first.

use super::{acknowledged, number, record, row};
use crate::figure;
use ::csv::Writer;
use gainsay_diff::{Diff, Finding, Revision};
use std::io::{self, Write};

/// Writes a diff.
pub fn write(diff: &Diff<'_>, out: &mut dyn Write) -> io::Result<()> {
    let writer = &mut Writer::from_writer(out);
    record(
        writer,
        [
            "change",
            "id",
            "rule",
            "topic",
            "level_was",
            "level",
            "certainty_was",
            "certainty",
            "values_was",
            "values",
            "ratio_was",
            "ratio",
            "absolute_was",
            "absolute",
            "cause",
            "because_of",
            "summary",
            "acknowledged",
            "acknowledged_by",
            "acknowledged_since",
            "acknowledged_until",
        ],
    )?;
    for change in &diff.changes {
        let finding = change.finding();
        let both =
            |of: &dyn Fn(&Finding) -> String| [change.was, change.is].map(|side| side.map(of).unwrap_or_default());
        let [level_was, level] = both(&|finding| finding.level.id().to_owned());
        let [certainty_was, certainty] = both(&|finding| finding.certainty.id().to_owned());
        let [ratio_was, ratio] = both(&|finding| finding.gap.as_ref().and_then(figure::ratio).unwrap_or_default());
        let [absolute_was, absolute] = both(&|finding| finding.gap.map(|gap| number(gap.absolute)).unwrap_or_default());
        let [why, who, since, expires] = acknowledged(change.is.and_then(|finding| finding.acknowledged.as_ref()));
        row(
            writer,
            [
                change.kind.id().to_owned(),
                finding.id.clone(),
                finding.rule.clone(),
                finding.topic.clone(),
                level_was,
                level,
                certainty_was,
                certainty,
                values(diff.base, change.pair_was),
                values(diff.head, change.pair_is),
                ratio_was,
                ratio,
                absolute_was,
                absolute,
                finding.cause.clone(),
                change.because_of.join(" "),
                finding.summary.clone(),
                why,
                who,
                since,
                expires,
            ],
        )?;
    }
    writer.flush()
}

/// The values of the widest pair as a revision has them, in the order of the pair.
fn values(side: &Revision<'_>, pair: &[String]) -> String {
    let claims = pair.iter().filter_map(|id| side.claim(id));
    claims.map(|(corpus, claim)| figure::cell(corpus, &claim.value)).collect::<Vec<_>>().join(" | ")
}
