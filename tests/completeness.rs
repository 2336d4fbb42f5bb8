//! A rule is a file, its page, its two cases and its line in `RULES`: all of them or none.

use gainsay_compare::{Level, RULES};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use support::{case, root};

/// The rules that the documentation promises, with the level of what they find.
const PROMISED: [(&str, Level); 18] = [
    ("count-conflict", Level::Conflict),
    ("date-conflict", Level::Conflict),
    ("state-conflict", Level::Conflict),
    ("affirmed-and-denied", Level::Conflict),
    ("unquantified-dispute", Level::Conflict),
    ("wide-gap", Level::Note),
    ("definition-gap", Level::Note),
    ("stale-figure", Level::Note),
    ("unanswered", Level::Note),
    ("total-falls", Level::Conflict),
    ("increment-mismatch", Level::Conflict),
    ("silent-revision", Level::Conflict),
    ("parts-exceed-whole", Level::Conflict),
    ("series-break", Level::Note),
    ("at-odds-with-itself", Level::Conflict),
    ("retold-differently", Level::Conflict),
    ("shifted-definition", Level::Conflict),
    ("shared-origin", Level::Note),
];

/// The headings of a page, in their order.
const HEADINGS: [&str; 5] = ["What it reports", "Why it matters", "Example", "What it does not report", "Limits"];

fn rules_folder() -> PathBuf {
    root().join("crates/gainsay-compare/src/rules")
}

fn read(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The names of a folder's files with an ending, without it.
fn stems(folder: &Path, ending: &str) -> BTreeSet<String> {
    let entries = std::fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let paths = entries.map(|entry| entry.expect("the folder can be read").path());
    let named = paths.filter(|path| path.extension().is_some_and(|found| found == ending));
    named.map(|path| path.file_stem().expect("a file has a name").to_string_lossy().into_owned()).collect()
}

/// The lines of a page that stand outside its blocks.
fn prose(page: &str) -> Vec<&str> {
    let mut inside = false;
    let mut lines = Vec::new();
    for line in page.lines() {
        if line.starts_with("```") {
            inside = !inside;
        } else if !inside {
            lines.push(line);
        }
    }
    lines
}

#[test]
fn the_rules_are_those_that_were_promised() {
    let there: Vec<(&str, Level)> = RULES.iter().map(|rule| (rule.id, rule.level)).collect();
    assert_eq!(there, PROMISED);
}

#[test]
fn every_rule_has_its_file_and_every_file_its_rule() {
    let ids: BTreeSet<String> = RULES.iter().map(|rule| rule.id.to_owned()).collect();
    assert_eq!(stems(&rules_folder(), "rs"), ids, "a rule is one file, rules/<id>.rs");
    assert_eq!(stems(&rules_folder(), "md"), ids, "a rule has one page, rules/<id>.md");
    let register = read(&rules_folder().with_extension("rs"));
    for id in &ids {
        let file = read(&rules_folder().join(format!("{id}.rs")));
        assert!(file.contains(&format!("\"{id}\"")), "rules/{id}.rs goes by another id");
        assert!(file.contains(&format!("#![doc = include_str!(\"{id}.md\")]")), "rules/{id}.rs does not show its page");
        let module = id.replace('-', "_");
        assert!(register.contains(&format!("{module}::find")), "rules.rs never asks `{id}`");
    }
}

#[test]
fn every_page_has_the_five_headings() {
    for rule in RULES {
        let lines = prose(rule.page);
        let headings: Vec<&str> = lines.iter().filter_map(|line| line.strip_prefix("## ")).collect();
        assert_eq!(headings, HEADINGS, "{}", rule.id);
        assert_eq!(lines.first(), Some(&&*format!("# {}", rule.id)), "{}", rule.id);
        let titles = lines.iter().filter(|line| line.starts_with("# ")).count();
        assert_eq!(titles, 1, "{} has more than one title", rule.id);
        for section in rule.page.split("\n## ").skip(1) {
            let (heading, text) = section.split_once('\n').unwrap_or((section, ""));
            assert!(!text.trim().is_empty(), "{}: nothing under `{heading}`", rule.id);
        }
    }
}

#[test]
fn every_rule_has_a_hit_and_a_near_miss() {
    for rule in RULES {
        for name in ["hit", "near-miss"] {
            let claims = read(&case(&format!("{}/{name}.ndjson", rule.id)));
            assert!(claims.lines().any(|line| line.contains("\"measure\"")), "{}: no claim in {name}.ndjson", rule.id);
        }
    }
}
