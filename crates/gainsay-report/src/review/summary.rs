//! A summary in Markdown, short enough for a comment on GitHub and the summary of a job.
//!
//! A comment holds 65,536 characters and a summary 1,048,576 bytes. What would go past both is left
//! out from the end, notes first, and the last line says how much that is.

use crate::figure::number_of;
use crate::finding::{Change, Finding, Findings};
use crate::inert;
use crate::layout::fit;
use gainsay_compare::Level;
use std::io::{self, Write};

/// How many characters are written at most. Four bytes each stay below the limit of a summary, and the
/// rest of a comment is left to whoever posts it.
const MOST: usize = 60_000;

/// What the lines at the end may take of it.
const KEPT_BACK: usize = 600;

/// The longest cell before its escapes, in columns.
const CELL: usize = 300;

/// How many problems of the input are listed.
const PROBLEMS: usize = 20;

/// Writes findings as a summary.
pub fn write(findings: &Findings<'_>, out: &mut dyn Write) -> io::Result<()> {
    out.write_all(text(findings).as_bytes())
}

fn text(findings: &Findings<'_>) -> String {
    let mut page = Page { text: String::new(), used: 0 };
    page.push(&format!("## {}\n\n{}\n", verdict(findings), escaped(&findings.scope)));
    problems(findings, &mut page);
    let accepted: Vec<&Finding> = findings.list.iter().filter(|finding| finding.acknowledgement.is_some()).collect();
    let of =
        |level| findings.list.iter().filter(move |finding| finding.level == level && finding.acknowledgement.is_none());
    let mut left_out = Vec::new();
    for (heading, nouns, list) in [
        ("Conflicts", ["conflict", "conflicts"], of(Level::Conflict).collect::<Vec<_>>()),
        ("Acknowledged", ["acknowledged finding", "acknowledged findings"], accepted),
        ("Notes", ["note", "notes"], of(Level::Note).collect()),
    ] {
        let written = table(heading, &list, &mut page);
        if written < list.len() {
            left_out.push(number_of(list.len() - written, nouns[0], nouns[1]));
        }
    }
    if !left_out.is_empty() {
        let what = left_out.join(" and ");
        page.text.push_str(&format!(
            "\nLeft out, to stay within the size of a comment: {what}. `gainsay conflicts` lists all.\n"
        ));
    }
    if !findings.list.is_empty() {
        page.text.push_str("\n`gainsay explain ID` shows every step, quote and file of one.\n");
    }
    page.text
}

/// A text that stays within its limit.
struct Page {
    text: String,
    used: usize,
}

impl Page {
    /// Takes a piece whole or not at all.
    fn push(&mut self, piece: &str) -> bool {
        let length = piece.chars().count();
        let fits = self.used + length <= MOST - KEPT_BACK;
        if fits {
            self.text.push_str(piece);
            self.used += length;
        }
        fits
    }
}

/// `2 conflicts, 1 note`; in a comparison what has become of them: `1 conflict new, 2 eased`.
fn verdict(findings: &Findings<'_>) -> String {
    let conflicts = findings.number_of(Level::Conflict);
    let notes = findings.number_of(Level::Note);
    let counts = match (conflicts, notes) {
        (0, 0) => return "No conflicts and no notes".to_owned(),
        (0, notes) => number_of(notes, "note", "notes"),
        (conflicts, 0) => number_of(conflicts, "conflict", "conflicts"),
        (conflicts, notes) => {
            format!("{}, {}", number_of(conflicts, "conflict", "conflicts"), number_of(notes, "note", "notes"))
        }
    };
    let changes = [Change::New, Change::Worsened, Change::Eased, Change::Absent, Change::Unchanged].map(|change| {
        let number = findings.list.iter().filter(|finding| finding.change == Some(change)).count();
        (number > 0).then(|| format!("{number} {}", change.id()))
    });
    let changes: Vec<String> = changes.into_iter().flatten().collect();
    if changes.is_empty() { counts } else { format!("{counts}: {}", changes.join(", ")) }
}

fn problems(findings: &Findings<'_>, page: &mut Page) {
    if findings.problems.is_empty() {
        return;
    }
    page.push("\n### Problems in the input\n\n");
    for problem in findings.problems.iter().take(PROBLEMS) {
        let place = format!("{}:{}:{}", problem.path, problem.line, problem.column);
        page.push(&format!("- {}: {}\n", cell(&place), cell(&problem.sentence())));
    }
    if findings.problems.len() > PROBLEMS {
        let more = findings.problems.len() - PROBLEMS;
        page.push(&format!("- {} more; `gainsay check` lists all\n", number_of(more, "problem", "problems")));
    }
}

/// Writes a table and gives the number of rows that found room.
fn table(heading: &str, list: &[&Finding], page: &mut Page) -> usize {
    if list.is_empty() {
        return 0;
    }
    let has_changes = list.iter().any(|finding| finding.change.is_some());
    let (column, rule) = if has_changes { ("Change | ", "--- | ") } else { ("", "") };
    let has_reasons = list.iter().any(|finding| finding.acknowledgement.is_some());
    let (last, last_rule) = if has_reasons { (" Why |", " --- |") } else { ("", "") };
    let head = format!(
        "\n### {heading}\n\n| {column}Certainty | About | What | Gap | Where | Id |{last}\n| {rule}--- | --- | --- | --: | --- | --- |{last_rule}\n"
    );
    if !page.push(&head) {
        return 0;
    }
    list.iter().take_while(|finding| page.push(&row(finding, has_changes, has_reasons))).count()
}

fn row(finding: &Finding, has_changes: bool, has_reasons: bool) -> String {
    let change = finding.change.map_or("", Change::id);
    let place = finding.spot().map(|spot| format!("{}:{}", spot.path, spot.line)).unwrap_or_default();
    let why = finding.acknowledgement.as_ref().map(|acknowledgement| acknowledgement.sentence()).unwrap_or_default();
    let mut cells = vec![finding.certainty.id(), &finding.about, &finding.summary, &finding.apart, &place, &finding.id];
    if has_changes {
        cells.insert(0, change);
    }
    if has_reasons {
        cells.push(&why);
    }
    let cells: Vec<String> = cells.into_iter().map(cell).collect();
    format!("| {} |\n", cells.join(" | "))
}

fn cell(text: &str) -> String {
    escaped(&fit(text, CELL))
}

fn escaped(text: &str) -> String {
    inert::markdown(text)
}
