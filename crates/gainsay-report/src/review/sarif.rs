//! SARIF 2.1.0: what code hosts and editors show beside the lines.
//!
//! A finding stands in one place, that of its first claim, since a change to any one of its claims
//! may settle it; the other claims and the quotes are related locations. What is wrong with the
//! input is a notification, not a result: it says that something could not be compared.

mod location;
mod records;
mod rule;

use super::told;
use crate::finding::{Change, Finding, Findings};
use crate::json::{Number, write_record};
use gainsay_claim::{Problem, Severity};
use gainsay_compare::{Level, RULES};
use location::Files;
use records::*;
use std::io::{self, Write};

/// Writes findings as SARIF.
pub fn write(findings: &Findings<'_>, out: &mut dyn Write) -> io::Result<()> {
    write_record(&log(findings), out)
}

fn log<'a>(findings: &'a Findings<'_>) -> Log<'a> {
    let files = Files::of(findings);
    // A run that knows of acknowledgements says of every result whether there is one.
    let knows_acknowledgements = findings.list.iter().any(|finding| finding.acknowledgement.is_some());
    let is_broken = findings.problems.iter().any(|problem| problem.severity == Severity::Error);
    Log {
        schema: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
        version: "2.1.0",
        runs: [Run {
            tool: Tool { driver: rule::driver() },
            column_kind: "unicodeCodePoints",
            original_uri_base_ids: BaseIds {
                root: BaseId { description: Message::plain("The folder in which gainsay ran.") },
            },
            invocations: [Invocation {
                execution_successful: !is_broken,
                notifications: findings.problems.iter().map(|problem| notification(problem, &files)).collect(),
            }],
            artifacts: files.artifacts(),
            results: findings.list.iter().map(|finding| result(finding, &files, knows_acknowledgements)).collect(),
        }],
    }
}

fn result<'a>(finding: &'a Finding, files: &Files, knows_acknowledgements: bool) -> ResultRecord<'a> {
    let acknowledgement = finding.acknowledgement.as_ref().map(|acknowledgement| Suppression {
        kind: "external",
        status: "accepted",
        justification: told(&acknowledgement.sentence()),
    });
    ResultRecord {
        rule_id: finding.rule.id,
        rule_index: RULES.iter().position(|rule| rule.id == finding.rule.id).unwrap_or_default(),
        level: level(finding.level),
        message: Message::of(&finding.summary),
        locations: files.place(finding).into_iter().collect(),
        related_locations: files.related(finding),
        partial_fingerprints: Fingerprints { discrepancy: &finding.id },
        baseline_state: finding.change.map(|change| match change {
            Change::New => "new",
            Change::Worsened | Change::Eased => "updated",
            Change::Unchanged => "unchanged",
            Change::Absent => "absent",
        }),
        suppressions: knows_acknowledgements.then(|| acknowledgement.into_iter().collect()),
        properties: Properties {
            certainty: finding.certainty.id(),
            topic: &finding.topic,
            gap: finding.gap.map(|gap| GapRecord {
                ratio: gap.ratio_hundredths.map(Number::Hundredths),
                absolute: Number::Count(gap.absolute),
            }),
            because: finding.because.iter().map(|step| told(step)).collect(),
            change: finding.change.map(Change::id),
        },
    }
}

const fn level(level: Level) -> &'static str {
    match level {
        Level::Conflict => "error",
        Level::Note => "note",
    }
}

fn notification<'a>(problem: &Problem, files: &Files) -> Notification<'a> {
    Notification {
        descriptor: Reference { id: rule::UNSOUND },
        level: match problem.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
        },
        message: Message::of(&problem.sentence()),
        locations: files.of_problem(problem).into_iter().collect(),
    }
}
