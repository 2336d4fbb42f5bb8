//! SARIF 2.1.0: what code hosts and editors show beside the lines.
//!
//! A discrepancy stands in one place, that of its first claim, since a change to any one of its claims
//! may settle it; the other claims and the quotes are related locations. What is wrong with the
//! input is a notification, not a result: it says that something could not be compared.

mod location;
mod records;
mod rule;

use super::told;
use crate::item::{Review, ReviewItem};
use crate::json::{Number, write_record};
use gainsay_claim::{Problem, Severity};
use gainsay_compare::{Level, RULES};
use gainsay_diff::ChangeKind;
use location::Files;
use records::*;
use std::io::{self, Write};

/// What relative paths count from.
const ROOT_MEANS: &str =
    "The folder in which gainsay ran; where it compared two revisions in a repository, the root of that.";

/// Writes a review as SARIF.
pub fn write(review: &Review, out: &mut dyn Write) -> io::Result<()> {
    write_record(&log(review), out)
}

fn log<'a>(review: &'a Review) -> Log<'a> {
    let files = Files::of(review);
    // A run that knows of acknowledgements says of every result whether there is one.
    let knows_acknowledgements = review.items.iter().any(|item| item.acknowledgement.is_some());
    let is_broken = review.problems.iter().any(|problem| problem.severity == Severity::Error);
    Log {
        schema: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
        version: "2.1.0",
        runs: [Run {
            tool: Tool { driver: rule::driver() },
            column_kind: "unicodeCodePoints",
            original_uri_base_ids: BaseIds { root: BaseId { description: Message::plain(ROOT_MEANS) } },
            invocations: [Invocation {
                execution_successful: !is_broken,
                notifications: review.problems.iter().map(|problem| notification(problem, &files)).collect(),
            }],
            artifacts: files.artifacts(),
            results: review.items.iter().map(|item| result(item, &files, knows_acknowledgements)).collect(),
        }],
    }
}

fn result<'a>(item: &'a ReviewItem, files: &Files, knows_acknowledgements: bool) -> ResultRecord<'a> {
    let acknowledgement = item.acknowledgement.as_ref().map(|acknowledgement| Suppression {
        kind: "external",
        status: "accepted",
        justification: told(&acknowledgement.sentence()),
    });
    ResultRecord {
        rule_id: &item.rule,
        rule_index: RULES.iter().position(|rule| rule.id == item.rule),
        level: level(item.level),
        message: Message::of(&item.summary),
        locations: files.place(item).into_iter().collect(),
        related_locations: files.related(item),
        partial_fingerprints: Fingerprints { discrepancy: &item.id },
        baseline_state: item.change.map(|change| match change {
            ChangeKind::New => "new",
            ChangeKind::Worsened | ChangeKind::Eased => "updated",
            ChangeKind::Unchanged => "unchanged",
            ChangeKind::Absent => "absent",
        }),
        suppressions: knows_acknowledgements.then(|| acknowledgement.into_iter().collect()),
        properties: Properties {
            certainty: item.certainty.id(),
            topic: &item.topic,
            gap: item.gap.map(|gap| GapRecord {
                ratio: gap.ratio_hundredths.map(Number::Hundredths),
                absolute: Number::Count(gap.absolute),
            }),
            because: item.because.iter().map(|step| told(step)).collect(),
            change: item.change.map(ChangeKind::id),
            compared: item.compared.as_ref().map(|compared| ComparedRecord {
                was: told(&compared.was),
                is: told(&compared.is),
                by: compared.by.iter().map(|claim| told(claim)).collect(),
            }),
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
