//! A summary in Markdown, short enough for a comment on GitHub and the summary of a job.
//!
//! A comment holds 65,536 characters and a summary 1,048,576 bytes. What would go past both is left
//! out from the end, notes first, and the last line says how much that is.

use crate::figure::number_of;
use crate::inert;
use crate::item::{Review, ReviewItem};
use crate::layout::fit;
use gainsay_compare::Level;
use gainsay_diff::ChangeKind;
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

/// Writes a review as a summary.
pub fn write(review: &Review, out: &mut dyn Write) -> io::Result<()> {
    out.write_all(text(review).as_bytes())
}

fn text(review: &Review) -> String {
    let mut page = Page { text: String::new(), used: 0 };
    page.push(&format!("## {}\n\n{}\n", verdict(review), escaped(&review.scope)));
    problems(review, &mut page);
    let accepted: Vec<&ReviewItem> = review.items.iter().filter(|item| item.acknowledgement.is_some()).collect();
    let of = |level| review.items.iter().filter(move |item| item.level == level && item.acknowledgement.is_none());
    let mut left_out = Vec::new();
    for (heading, nouns, list) in [
        ("Conflicts", ["conflict", "conflicts"], of(Level::Conflict).collect::<Vec<_>>()),
        ("Acknowledged", ["acknowledged item", "acknowledged review"], accepted),
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
    if !review.items.is_empty() {
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
fn verdict(review: &Review) -> String {
    let conflicts = review.number_of(Level::Conflict);
    let notes = review.number_of(Level::Note);
    let counts = match (conflicts, notes) {
        (0, 0) => return "No conflicts and no notes".to_owned(),
        (0, notes) => number_of(notes, "note", "notes"),
        (conflicts, 0) => number_of(conflicts, "conflict", "conflicts"),
        (conflicts, notes) => {
            format!("{}, {}", number_of(conflicts, "conflict", "conflicts"), number_of(notes, "note", "notes"))
        }
    };
    let changes = [ChangeKind::New, ChangeKind::Worsened, ChangeKind::Eased, ChangeKind::Absent, ChangeKind::Unchanged]
        .map(|change| {
            let number = review.items.iter().filter(|item| item.change == Some(change)).count();
            (number > 0).then(|| format!("{number} {}", change.id()))
        });
    let changes: Vec<String> = changes.into_iter().flatten().collect();
    if changes.is_empty() { counts } else { format!("{counts}: {}", changes.join(", ")) }
}

fn problems(review: &Review, page: &mut Page) {
    if review.problems.is_empty() {
        return;
    }
    page.push("\n### Problems in the input\n\n");
    for problem in review.problems.iter().take(PROBLEMS) {
        let place = format!("{}:{}:{}", problem.path, problem.line, problem.column);
        page.push(&format!("- {}: {}\n", cell(&place), cell(&problem.sentence())));
    }
    if review.problems.len() > PROBLEMS {
        let more = review.problems.len() - PROBLEMS;
        page.push(&format!("- {} more; `gainsay check` lists all\n", number_of(more, "problem", "problems")));
    }
}

/// Writes a table and gives the number of rows that found room.
fn table(heading: &str, list: &[&ReviewItem], page: &mut Page) -> usize {
    if list.is_empty() {
        return 0;
    }
    let has_changes = list.iter().any(|item| item.change.is_some());
    let (column, rule) = if has_changes { ("ChangeKind | ", "--- | ") } else { ("", "") };
    let has_reasons = list.iter().any(|item| item.acknowledgement.is_some());
    let (last, last_rule) = if has_reasons { (" Why |", " --- |") } else { ("", "") };
    let head = format!(
        "\n### {heading}\n\n| {column}Certainty | About | What | Gap | Where | Id |{last}\n| {rule}--- | --- | --- | --: | --- | --- |{last_rule}\n"
    );
    if !page.push(&head) {
        return 0;
    }
    list.iter().take_while(|item| page.push(&row(item, has_changes, has_reasons))).count()
}

fn row(item: &ReviewItem, has_changes: bool, has_reasons: bool) -> String {
    let change = item.change.map_or("", ChangeKind::id);
    let place = item.spot().map(|spot| format!("{}:{}", spot.path, spot.line)).unwrap_or_default();
    let why = item.acknowledgement.as_ref().map(|acknowledgement| acknowledgement.sentence()).unwrap_or_default();
    let mut cells = vec![item.certainty.id(), &item.about, &item.summary, &item.apart, &place, &item.id];
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
