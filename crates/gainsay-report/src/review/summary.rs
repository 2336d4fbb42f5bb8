//! A summary in Markdown, short enough for a comment on GitHub and the summary of a job.
//!
//! A comment holds 65,536 characters and a summary 1,048,576 bytes. What would go past both is left
//! out from the end, notes first, and the last line says how much that is.

use crate::changed::acknowledged_counts;
use crate::figure::number_of;
use crate::inert;
use crate::item::{Compared, Review, ReviewItem};
use crate::label::capital;
use crate::layout::fit;
use gainsay_claim::{Count, Severity};
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
    let is_broken = review.problems.iter().any(|problem| problem.severity == Severity::Error);
    let broken = if is_broken { "Not all could be read · " } else { "" };
    page.push(&format!("## {broken}{}\n\n{}\n", verdict(review), escaped(&review.scope)));
    problems(review, &mut page);
    open_again(review, &mut page);
    let mut left_out = Vec::new();
    for Section { heading, nouns, items } in sections(review) {
        let written = table(heading, &items, &mut page);
        if written < items.len() {
            left_out.push(number_of(items.len() - written, nouns[0], nouns[1]));
        }
    }
    edits(review, &mut page);
    if !left_out.is_empty() {
        let what = left_out.join(" and ");
        page.text.push_str(&format!(
            "\nLeft out, to stay within the size of a comment: {what}. `{}` lists all.\n",
            review.command()
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

/// A table and what is in it.
struct Section<'a> {
    heading: &'static str,
    nouns: [&'static str; 2],
    items: Vec<&'a ReviewItem>,
}

/// The tables in the order in which they find room. In a comparison only what has changed has a row.
fn sections(review: &Review) -> Vec<Section<'_>> {
    let of = |heading, nouns, keeps: &dyn Fn(&ReviewItem) -> bool| {
        let shown = |item: &&ReviewItem| item.change != Some(ChangeKind::Unchanged) && keeps(item);
        Section { heading, nouns, items: review.items.iter().filter(shown).collect() }
    };
    let accepted = |item: &ReviewItem| item.acknowledgement.is_some();
    let is = |item: &ReviewItem, level| item.level == level && !accepted(item);
    let worse = |item: &ReviewItem| item.change.is_some_and(ChangeKind::is_worse);
    let conflicts = ["conflict", "conflicts"];
    let mut sections = if review.is_comparison() {
        vec![
            of("Conflicts, new or worsened", conflicts, &|item| is(item, Level::Conflict) && worse(item)),
            of("Conflicts, eased or gone", conflicts, &|item| is(item, Level::Conflict) && !worse(item)),
        ]
    } else {
        vec![of("Conflicts", conflicts, &|item| is(item, Level::Conflict))]
    };
    sections.push(of("Acknowledged", ["acknowledged item", "acknowledged items"], &accepted));
    sections.push(of("Notes", ["note", "notes"], &|item| is(item, Level::Note)));
    sections
}

/// `2 conflicts, 1 note`; in a comparison what has become of them: `new: 1 conflict · eased: 2 notes · unchanged: 130`.
fn verdict(review: &Review) -> String {
    if review.is_comparison() {
        return changes(review);
    }
    match (review.number_of(Level::Conflict), review.number_of(Level::Note)) {
        (0, 0) => "No conflicts and no notes".to_owned(),
        (0, notes) => number_of(notes, "note", "notes"),
        (conflicts, 0) => number_of(conflicts, "conflict", "conflicts"),
        (conflicts, notes) => {
            format!("{}, {}", number_of(conflicts, "conflict", "conflicts"), number_of(notes, "note", "notes"))
        }
    }
}

fn changes(review: &Review) -> String {
    let count =
        |kind, level| review.items.iter().filter(|item| item.change == Some(kind) && item.level == level).count();
    let mut parts = Vec::new();
    for kind in [ChangeKind::New, ChangeKind::Worsened, ChangeKind::Eased, ChangeKind::Absent] {
        let (conflicts, notes) = (count(kind, Level::Conflict), count(kind, Level::Note));
        let conflicts = (conflicts > 0).then(|| number_of(conflicts, "conflict", "conflicts"));
        let notes = (notes > 0).then(|| number_of(notes, "note", "notes"));
        let counted: Vec<String> = conflicts.into_iter().chain(notes).collect();
        if !counted.is_empty() {
            parts.push(format!("{}: {}", kind.id(), counted.join(", ")));
        }
    }
    if parts.is_empty() {
        parts.push("nothing is new, worsened, eased or absent".to_owned());
    }
    let unchanged = review.items.iter().filter(|item| item.change == Some(ChangeKind::Unchanged)).count();
    parts.push(format!("unchanged: {}", Count::whole(unchanged as u64)));
    parts.extend(acknowledged_counts(review.acknowledged(), review.open_again.len()));
    capital(&parts.join(" · "))
}

fn problems(review: &Review, page: &mut Page) {
    if review.problems.is_empty() {
        return;
    }
    page.push("\n### Problems in the input\n\n");
    for problem in review.problems.iter().take(PROBLEMS) {
        // What has no place of its own says where it is.
        let place = match &*problem.path {
            "" => String::new(),
            path => format!("{}: ", cell(&format!("{path}:{}:{}", problem.line, problem.column))),
        };
        page.push(&format!("- {place}{}\n", cell(&problem.sentence())));
    }
    if review.problems.len() > PROBLEMS {
        let more = review.problems.len() - PROBLEMS;
        page.push(&format!("- {} more; `gainsay check` lists all\n", number_of(more, "problem", "problems")));
    }
}

/// How many of what was edited, or is open again, are listed.
const EDITS: usize = 50;

/// What was acknowledged and no longer is.
fn open_again(review: &Review, page: &mut Page) {
    if review.open_again.is_empty() {
        return;
    }
    page.push("\n### Acknowledged, and open again\n\n| Id | Acknowledged |\n| --- | --- |\n");
    for lapsed in review.open_again.iter().take(EDITS) {
        page.push(&format!("| {} | {} |\n", cell(&lapsed.what), cell(&lapsed.how)));
    }
    if let Some(more) = review.open_again.len().checked_sub(EDITS).filter(|more| *more > 0) {
        page.push(&format!("\n{} more; `gainsay check` names each\n", Count::whole(more as u64)));
    }
}

/// What was edited, in a table; it gets the room that is left.
fn edits(review: &Review, page: &mut Page) {
    let heading = "\n### What was edited\n\n| What | Change |\n| --- | --- |\n";
    if review.edits.is_empty() || !page.push(heading) {
        return;
    }
    let rows = review.edits.iter().take(EDITS);
    let written =
        rows.take_while(|edit| page.push(&format!("| {} | {} |\n", cell(&edit.what), cell(&edit.how)))).count();
    let more = review.edits.len() - written;
    if more > 0 {
        page.push(&format!("\n{}; `gainsay diff` lists all\n", number_of(more, "more change", "more changes")));
    }
}

/// Writes a table and gives the number of rows that found room.
fn table(heading: &str, list: &[&ReviewItem], page: &mut Page) -> usize {
    if list.is_empty() {
        return 0;
    }
    let has_changes = list.iter().any(|item| item.change.is_some());
    let has_reasons = list.iter().any(|item| item.acknowledgement.is_some());
    let mut columns = match has_changes {
        true => vec!["Change", "About", "Was", "Is", "By", "Where", "Id"],
        false => vec!["Certainty", "About", "What", "Gap", "Where", "Id"],
    };
    columns.extend(has_reasons.then_some("Why"));
    let rules: Vec<&str> = columns.iter().map(|column| if *column == "Gap" { "--:" } else { "---" }).collect();
    let head = format!("\n### {heading}\n\n| {} |\n| {} |\n", columns.join(" | "), rules.join(" | "));
    if !page.push(&head) {
        return 0;
    }
    list.iter().take_while(|item| page.push(&row(item, has_changes, has_reasons))).count()
}

fn row(item: &ReviewItem, has_changes: bool, has_reasons: bool) -> String {
    let place = item.spot().map(|spot| format!("{}:{}", spot.path, spot.line)).unwrap_or_default();
    let mut cells = if has_changes {
        let Compared { was, is, by } = item.compared.clone().unwrap_or_default();
        vec![item.standing(), item.about.clone(), was, is, by.join("; "), place, item.id.clone()]
    } else {
        let [certainty, about] = [item.certainty.id().to_owned(), item.about.clone()];
        vec![certainty, about, item.summary.clone(), item.apart.clone(), place, item.id.clone()]
    };
    if has_reasons {
        cells.push(item.acknowledgement.as_ref().map(|accepted| accepted.sentence()).unwrap_or_default());
    }
    let cells: Vec<String> = cells.iter().map(|text| cell(text)).collect();
    format!("| {} |\n", cells.join(" | "))
}

fn cell(text: &str) -> String {
    escaped(&fit(text, CELL))
}

fn escaped(text: &str) -> String {
    inert::markdown(text)
}
