//! Annotations: workflow commands that GitHub Actions shows beside the lines of a change.
//!
//! GitHub keeps ten of each level from one step, so no more are written: the worst first, and a last
//! line that says how many there are beside them.

use super::{told, uri};
use crate::figure::number_of;
use crate::inert;
use crate::item::{Review, ReviewItem};
use gainsay_claim::{Problem, Severity, Spot};
use gainsay_compare::Level;
use gainsay_diff::ChangeKind;
use std::borrow::Cow;
use std::io::{self, Write};
use std::iter::once;

/// How many annotations of one level GitHub keeps.
const MOST: usize = 10;

/// Writes a review as annotations. Conflicts are errors and notes are notices; what is acknowledged or
/// unchanged has none, and what has eased or gone is a notice.
pub fn write(review: &Review, out: &mut dyn Write) -> io::Result<()> {
    let of = |severity| review.problems.iter().filter(move |problem| problem.severity == severity).map(of_problem);
    let is_error = |item: &&ReviewItem| item.level == Level::Conflict && item.is_open();
    let is_notice = |item: &&ReviewItem| {
        let has_eased = matches!(item.change, Some(ChangeKind::Eased | ChangeKind::Absent));
        item.acknowledgement.is_none() && (has_eased || item.is_open() && !is_error(item))
    };
    let errors = of(Severity::Error).chain(review.items.iter().filter(is_error).map(of_item));
    let notices = review.items.iter().filter(is_notice).map(of_item);
    let mut more = Vec::new();
    for (level, nouns, list) in [
        ("error", ["more error", "more errors"], errors.collect::<Vec<_>>()),
        ("warning", ["more warning", "more warnings"], of(Severity::Warning).collect()),
        ("notice", ["more notice", "more notices"], notices.collect()),
    ] {
        for annotation in list.iter().take(MOST) {
            annotation.write(level, out)?;
        }
        if list.len() > MOST {
            more.push(number_of(list.len() - MOST, nouns[0], nouns[1]));
        }
    }
    match more.is_empty() {
        true => Ok(()),
        false => writeln!(out, "{}; {} lists all", more.join(", "), review.command()),
    }
}

struct Annotation<'a> {
    place: Option<Spot>,
    title: String,
    message: Vec<Cow<'a, str>>,
    last: String,
}

impl Annotation<'_> {
    fn write(&self, level: &str, out: &mut dyn Write) -> io::Result<()> {
        let place = self.place.as_ref().filter(|spot| uri::file_uri(&spot.path).is_some());
        let place = place.map(|spot| {
            // GitHub knows files by their way from the top of the repository.
            let path = property(spot.path.trim_start_matches("./"));
            format!("file={path},line={},col={},", spot.line, spot.column)
        });
        let lines: Vec<String> = self
            .message
            .iter()
            .map(|line| told(line))
            .chain([told(&self.last)])
            .filter(|line| !line.is_empty())
            .collect();
        let (place, title) = (place.unwrap_or_default(), property(&told(&self.title)));
        writeln!(out, "::{level} {place}title={title}::{}", data(&lines.join("\n")))
    }
}

fn of_item(item: &ReviewItem) -> Annotation<'_> {
    Annotation {
        place: item.spot().cloned(),
        title: format!("{} ({}): {}", item.rule, item.standing(), item.about),
        message: once(Cow::from(&item.summary)).chain(item.comparison().into_iter().map(Cow::from)).collect(),
        last: match item.change {
            // What is gone cannot be explained any more.
            Some(ChangeKind::Absent) => item.id.clone(),
            _ => format!("gainsay explain {}", item.id),
        },
    }
}

fn of_problem(problem: &Problem) -> Annotation<'_> {
    Annotation {
        place: Some(Spot { path: problem.path.clone(), line: problem.line, column: problem.column }),
        title: "unsound input".to_owned(),
        message: vec![Cow::from(&problem.message)],
        last: problem.help.clone(),
    }
}

/// Text behind the last `::` of a command.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// Text of a property of a command.
fn property(text: &str) -> String {
    data(&inert::plain(text)).replace(':', "%3A").replace(',', "%2C")
}
