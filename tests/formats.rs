//! The formats of tools for reviewers, read as those tools read them.

#[path = "formats/comparison.rs"]
mod comparison;
#[path = "formats/hostile.rs"]
mod hostile;
#[path = "formats/readers.rs"]
mod readers;
#[path = "formats/revisions.rs"]
mod revisions;

use gainsay::{Io, Terminal, run};
use gainsay_compare::RULES;
use readers::{commands, markdown, sarif};
use serde_json::Value;
use std::collections::BTreeSet;
use std::ffi::OsString;
use support::{check, root};

/// What a command writes, in one format.
fn shown(arguments: &[&str]) -> String {
    let (mut out, mut errors) = (Vec::new(), Vec::new());
    let terminal = Terminal { width: Some(100), ..Terminal::default() };
    let mut io = Io { stdin: &mut std::io::empty(), stdout: &mut out, stderr: &mut errors, terminal };
    run(std::iter::once("gainsay").chain(arguments.iter().copied()).map(OsString::from), &mut io);
    String::from_utf8(out).expect("output is UTF-8")
}

/// The shipped corpus, as a path.
fn claims() -> String {
    root().join("claims").to_string_lossy().into_owned()
}

/// A path below the folder of the tests, in which they run.
const CASE: &str = "cases/count-conflict/hit.ndjson";

#[test]
fn a_small_case_in_every_format() {
    for format in ["junit", "github", "summary"] {
        insta::assert_snapshot!(format!("formats-{format}"), shown(&["report", CASE, "--format", format]));
    }
    let run = sarif(&shown(&["report", CASE, "--format", "sarif"]));
    let results = serde_json::to_string_pretty(&run["results"]).expect("it is JSON");
    insta::assert_snapshot!("formats-sarif-results", results);
    let help = run["tool"]["driver"]["rules"][0]["help"]["text"].as_str().expect("a text").to_owned();
    insta::assert_snapshot!("formats-sarif-help", help);
}

#[test]
fn sarif_keeps_what_the_standard_promises() {
    let run = sarif(&shown(&["report", &claims(), "--format", "sarif"]));
    let (_, analysis) = check(&root().join("claims"));
    let rules = run["tool"]["driver"]["rules"].as_array().expect("a list");
    assert_eq!(rules.len(), RULES.len());
    let results = run["results"].as_array().expect("a list");
    assert_eq!(results.len(), analysis.discrepancies.len());
    let mut fingerprints = BTreeSet::new();
    for result in results {
        let index = result["ruleIndex"].as_u64().expect("a number") as usize;
        assert_eq!(rules[index]["id"], result["ruleId"]);
        assert!(["error", "note"].iter().any(|level| result["level"] == *level), "{result:#}");
        assert_eq!(result["locations"].as_array().map(Vec::len), Some(1), "{result:#}");
        assert!(fingerprints.insert(result["partialFingerprints"]["discrepancy/v1"].to_string()), "{result:#}");
        let related = result["relatedLocations"].as_array().into_iter().flatten();
        for location in related.chain(result["locations"].as_array().into_iter().flatten()) {
            stands(location, &run);
        }
    }
}

/// A location names its file by number, and what it says stands there.
fn stands(location: &Value, run: &Value) {
    let place = &location["physicalLocation"];
    let index = place["artifactLocation"]["index"].as_u64().expect("a number") as usize;
    assert_eq!(run["artifacts"][index]["location"], place["artifactLocation"]);
    let uri = place["artifactLocation"]["uri"].as_str().expect("a text");
    let path = uri.strip_prefix("file://").expect("the corpus was named by an absolute path");
    let text = std::fs::read_to_string(path).expect("the file is there");
    let region = &place["region"];
    let number = |name: &str| region[name].as_u64().map(|number| number as usize);
    let line = text.lines().nth(number("startLine").expect("a line") - 1).expect("the line is there");
    let from: String = line.chars().skip(number("startColumn").expect("a column") - 1).collect();
    match (number("charOffset"), number("charLength")) {
        (Some(offset), Some(length)) => {
            let quote: String = text.chars().skip(offset).take(length).collect();
            let first = quote.lines().next().expect("a quote has words");
            assert!(from.starts_with(first), "{location:#}: {from}");
        }
        _ => {
            let id = location["logicalLocations"][0]["fullyQualifiedName"].as_str().expect("a claim");
            let record: String =
                text.lines().skip(number("startLine").expect("a line") - 1).take(3).collect::<Vec<_>>().join("\n");
            assert!(from.starts_with('{') && record.contains(&format!("\"{id}\"")), "{location:#}: {record}");
        }
    }
}

#[test]
fn junit_counts_what_it_holds() {
    let text = shown(&["conflicts", &claims(), "--format", "junit"]);
    let document = roxmltree::Document::parse(&text).expect("it is XML");
    let top = document.root_element();
    let (_, analysis) = check(&root().join("claims"));
    for node in document.descendants().filter(|node| node.has_tag_name("testsuites") || node.has_tag_name("testsuite"))
    {
        let number = |tag: &str| node.descendants().filter(|inner| inner.has_tag_name(tag)).count().to_string();
        for (attribute, tag) in
            [("tests", "testcase"), ("failures", "failure"), ("errors", "error"), ("skipped", "skipped")]
        {
            assert_eq!(node.attribute(attribute), Some(&*number(tag)), "{attribute}");
        }
    }
    assert_eq!(top.attribute("tests"), Some(&*analysis.discrepancies.len().to_string()));
    let cases = document.descendants().filter(|node| node.has_tag_name("testcase"));
    let names: BTreeSet<&str> = cases.filter_map(|node| node.attribute("name")).collect();
    assert_eq!(names.len(), analysis.discrepancies.len(), "every case has a name of its own");
}

#[test]
fn a_run_without_findings_still_has_a_case() {
    let text = shown(&["report", "cases/count-conflict/near-miss.ndjson", "--format", "junit", "--min-ratio", "1000"]);
    let document = roxmltree::Document::parse(&text).expect("it is XML");
    assert_eq!(document.root_element().attribute("tests"), Some("1"));
    assert_eq!(document.root_element().attribute("failures"), Some("0"));
}

#[test]
fn annotations_are_ten_of_a_level_at_most_and_the_rest_is_counted() {
    let text = shown(&["report", &claims(), "--format", "github"]);
    let (_, analysis) = check(&root().join("claims"));
    let (commands, rest) = commands(&text);
    for level in ["error", "notice"] {
        assert_eq!(commands.iter().filter(|command| command.name == level).count(), 10, "{level}");
    }
    assert!(commands.iter().all(|command| command.property("file").ends_with(".json")));
    let worst = commands[0].message.lines().last().expect("an id").to_owned();
    assert_eq!(worst, format!("gainsay explain {}", analysis.discrepancies[0].id));
    assert_eq!(rest.len(), 1, "{rest:?}");
    let more: usize =
        rest[0].split(|letter: char| !letter.is_ascii_digit()).filter_map(|number| number.parse::<usize>().ok()).sum();
    assert_eq!(more + 20, analysis.discrepancies.len(), "{}", rest[0]);
}

#[test]
fn a_summary_fits_a_comment_and_says_what_it_leaves_out() {
    let text = shown(&["report", &claims(), "--format", "summary"]);
    assert!(text.chars().count() <= 60_000, "{}", text.chars().count());
    let read = markdown(&text);
    let (_, analysis) = check(&root().join("claims"));
    let rows = text.lines().filter(|line| line.starts_with("| ") && line.contains("/")).count();
    let cut = text.lines().find(|line| line.starts_with("Left out")).expect("this corpus is too long for a comment");
    let left_out: usize =
        cut.split(|letter: char| !letter.is_ascii_digit()).filter_map(|number| number.parse::<usize>().ok()).sum();
    assert_eq!(rows + left_out, analysis.discrepancies.len(), "{cut}");
    assert!(read.contains(&analysis.discrepancies[0].id), "the worst is not left out");
    let small = shown(&["report", &claims(), "--format", "summary", "--topic", "filming-date"]);
    assert!(!small.contains("Left out"), "{small}");
}
