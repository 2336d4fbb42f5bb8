//! JUnit's XML, which most build servers read: a suite for each topic, a case for each discrepancy.
//!
//! An open conflict fails, an acknowledged one is skipped, and all else passes with its words in
//! `system-out`. A case keeps its name as long as the discrepancy keeps its id.

use crate::inert;
use crate::item::{Review, ReviewItem};
use gainsay_claim::{Problem, Severity};
use gainsay_compare::Level;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::{self, Write};

/// Writes a review as XML.
pub fn write(review: &Review, out: &mut dyn Write) -> io::Result<()> {
    let mut suites: BTreeMap<&str, Vec<Case>> = BTreeMap::new();
    for problem in &review.problems {
        suites.entry(INPUT).or_default().push(of_problem(problem));
    }
    for item in &review.items {
        suites.entry(&item.topic).or_default().push(of_item(item));
    }
    if suites.is_empty() {
        // A report without any case is taken for a run that broke off.
        let nothing = "no conflicts and no notes".to_owned();
        suites.entry("gainsay").or_default().push(Case::new(nothing, Outcome::Passed, review.scope.clone()));
    }
    let all = || suites.values().flatten();
    writeln!(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>")?;
    writeln!(out, "<testsuites name=\"gainsay\" {}>", tally(all()))?;
    for (name, cases) in &suites {
        writeln!(out, "  <testsuite name=\"{}\" {}>", escaped(name), tally(cases.iter()))?;
        for case in cases {
            case.write(name, out)?;
        }
        writeln!(out, "  </testsuite>")?;
    }
    writeln!(out, "</testsuites>")
}

/// The suite of what is wrong with the input; no topic has a name without `/`.
const INPUT: &str = "input";

#[derive(Clone, Copy, PartialEq, Eq)]
enum Outcome {
    Passed,
    Failed,
    Broken,
    Skipped,
}

struct Case {
    name: String,
    outcome: Outcome,
    /// The file and the line where it is shown.
    place: Option<(String, u32)>,
    kind: String,
    message: String,
    body: String,
}

impl Case {
    fn new(name: String, outcome: Outcome, message: String) -> Case {
        Case { name, outcome, place: None, kind: String::new(), body: message.clone(), message }
    }

    fn write(&self, suite: &str, out: &mut dyn Write) -> io::Result<()> {
        let place = self
            .place
            .as_ref()
            .map(|(path, line)| format!(" file=\"{}\" line=\"{line}\"", escaped(path)))
            .unwrap_or_default();
        writeln!(out, "    <testcase classname=\"{}\" name=\"{}\"{place}>", escaped(suite), escaped(&self.name))?;
        let (kind, message) = (escaped(&self.kind), escaped(&self.message));
        let body: Vec<String> = self.body.lines().map(escaped).collect();
        let body = body.join("\n");
        match self.outcome {
            Outcome::Passed => writeln!(out, "      <system-out>{body}</system-out>")?,
            Outcome::Failed => {
                writeln!(out, "      <failure message=\"{message}\" type=\"{kind}\">{body}</failure>")?;
            }
            Outcome::Broken => writeln!(out, "      <error message=\"{message}\" type=\"{kind}\">{body}</error>")?,
            Outcome::Skipped => {
                writeln!(out, "      <skipped message=\"{message}\"/>\n      <system-out>{body}</system-out>")?;
            }
        }
        writeln!(out, "    </testcase>")
    }
}

fn tally<'a>(cases: impl Iterator<Item = &'a Case>) -> String {
    let (mut tests, mut failures, mut errors, mut skipped) = (0, 0, 0, 0);
    for case in cases {
        tests += 1;
        match case.outcome {
            Outcome::Passed => {}
            Outcome::Failed => failures += 1,
            Outcome::Broken => errors += 1,
            Outcome::Skipped => skipped += 1,
        }
    }
    format!("tests=\"{tests}\" failures=\"{failures}\" errors=\"{errors}\" skipped=\"{skipped}\"")
}

fn of_item(item: &ReviewItem) -> Case {
    let (outcome, message) = match &item.acknowledgement {
        Some(acknowledgement) => (Outcome::Skipped, format!("acknowledged: {}", acknowledgement.sentence())),
        None if item.level == Level::Conflict && item.is_open() => (Outcome::Failed, item.summary.clone()),
        None => (Outcome::Passed, item.summary.clone()),
    };
    let mut body =
        format!("{}\n{} ({}): {}\n", one_line(&item.summary), item.rule, item.standing(), one_line(&item.about));
    for line in item.comparison() {
        let _ = writeln!(body, "{}", one_line(&line));
    }
    for mention in &item.lead {
        let at = mention.spot().map(|spot| format!(" ({}:{})", spot.path, spot.line));
        let _ = writeln!(body, "{}: {}{}", mention.claim, one_line(&mention.words), one_line(&at.unwrap_or_default()));
        if let Some(quote) = &mention.quote {
            let _ = writeln!(body, "“{}”", one_line(quote));
        }
    }
    for step in &item.because {
        let _ = writeln!(body, "- {}", one_line(step));
    }
    let place = item.spot().map(|spot| (spot.path.clone(), spot.line));
    Case { kind: item.rule.clone(), body, place, ..Case::new(item.id.clone(), outcome, message) }
}

fn of_problem(problem: &Problem) -> Case {
    let outcome = match problem.severity {
        Severity::Error => Outcome::Broken,
        Severity::Warning => Outcome::Passed,
    };
    let name = match &*problem.path {
        "" => problem.message.clone(),
        path => format!("{path}:{}:{} {}", problem.line, problem.column, problem.message),
    };
    let place = Some((problem.path.clone(), problem.line)).filter(|(path, _)| !path.is_empty());
    Case { kind: "unsound-input".to_owned(), place, ..Case::new(name, outcome, problem.sentence()) }
}

/// Text in one line, in which a line break of a claim breaks nothing.
fn one_line(text: &str) -> String {
    super::told(text)
}

/// Text between tags and in attributes, without what XML 1.0 forbids.
fn escaped(text: &str) -> String {
    let text = inert::plain(text);
    let mut shown = String::with_capacity(text.len() + 8);
    for letter in text.chars() {
        match letter {
            '&' => shown.push_str("&amp;"),
            '<' => shown.push_str("&lt;"),
            '>' => shown.push_str("&gt;"),
            '"' => shown.push_str("&quot;"),
            '\'' => shown.push_str("&apos;"),
            // The two letters outside the control characters that an XML file may not hold.
            '\u{fffe}' | '\u{ffff}' => shown.extend(letter.escape_unicode()),
            _ => shown.push(letter),
        }
    }
    shown
}
