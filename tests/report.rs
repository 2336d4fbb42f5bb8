//! What a reader sees of the shipped corpus, and what holds for it whatever it says.

use gainsay::{Io, Terminal, run};
use gainsay_claim::Severity;
use gainsay_compare::{Level, RULES};
use gainsay_corpus::{Input, verify};
use std::collections::BTreeSet;
use std::ffi::OsString;
use support::{check, json, root};

/// Runs a command on the shipped corpus, in a terminal of 100 columns without colour.
fn shown(arguments: &[&str]) -> String {
    let claims = root().join("claims");
    let arguments = arguments
        .iter()
        .map(|argument| if *argument == "@" { claims.clone().into() } else { OsString::from(argument) });
    let (mut out, mut errors) = (Vec::new(), Vec::new());
    let terminal = Terminal { width: Some(100), ..Terminal::default() };
    let mut io = Io { stdin: &mut std::io::empty(), stdout: &mut out, stderr: &mut errors, terminal };
    let code = run(std::iter::once("gainsay".into()).chain(arguments), &mut io);
    assert_eq!((code, String::from_utf8_lossy(&errors).as_ref()), (0, ""));
    String::from_utf8(out).expect("output is UTF-8")
}

#[test]
fn the_report_on_the_shipped_corpus() {
    insta::assert_snapshot!("report", shown(&["report", "@"]));
}

#[test]
fn the_sentences_to_print() {
    insta::assert_snapshot!("topics", shown(&["topics", "@"]));
}

#[test]
fn the_founding_article_in_markdown() {
    insta::assert_snapshot!(
        "founding",
        shown(&["report", "@", "--as-of", "2023-04-19", "--topic", "filming-date", "--format", "markdown"])
    );
}

#[test]
fn the_founding_conflicts_stand_on_the_first_screen() {
    let report = shown(&["report", "@"]);
    let screen: Vec<&str> = report.lines().take(50).collect();
    let screen = screen.join("\n");
    for word in ["Filming date", "Kremlin", "183,750"] {
        assert!(screen.contains(word), "{word} is not on the first screen:\n{screen}");
    }
}

#[test]
fn the_shipped_corpus_is_sound_and_its_quotes_stand_where_they_say() {
    let claims = root().join("claims");
    let (corpus, _) = check(&claims);
    assert!(corpus.claims.len() >= 300, "{} claims", corpus.claims.len());
    let errors: Vec<_> = verify(&corpus, &[Input::Path(claims)])
        .into_iter()
        .filter(|problem| problem.severity == Severity::Error)
        .collect();
    assert_eq!(errors, []);
}

#[test]
fn every_rule_has_a_real_case_in_the_shipped_corpus() {
    let (_, analysis) = check(&root().join("claims"));
    let found: BTreeSet<&str> = analysis.discrepancies.iter().map(|discrepancy| discrepancy.rule.id).collect();
    let silent: Vec<&str> = RULES.iter().map(|rule| rule.id).filter(|id| !found.contains(id)).collect();
    assert_eq!(silent, Vec::<&str>::new());
}

#[test]
fn what_the_json_promises_holds() {
    let (corpus, analysis) = check(&root().join("claims"));
    let report: serde_json::Value = serde_json::from_str(&json(&corpus, &analysis)).expect("the report is JSON");
    assert_eq!(report["format"], "gainsay.report/v1");
    let discrepancies = report["discrepancies"].as_array().expect("a list");
    assert_eq!(report["counts"]["discrepancies"].as_u64(), Some(discrepancies.len() as u64));
    let conflicts = analysis.discrepancies.iter().filter(|discrepancy| discrepancy.level == Level::Conflict).count();
    assert_eq!(report["counts"]["conflicts"].as_u64(), Some(conflicts as u64));
    let mut ids = BTreeSet::new();
    for discrepancy in discrepancies {
        assert!(ids.insert(discrepancy["id"].as_str()), "{} twice", discrepancy["id"]);
        let sides = discrepancy["sides"].as_array().expect("sides");
        assert!((1..=2).contains(&sides.len()), "{}", discrepancy["id"]);
        let named: BTreeSet<&str> = sides
            .iter()
            .flat_map(|side| side["claims"].as_array().expect("claims"))
            .filter_map(serde_json::Value::as_str)
            .collect();
        assert!(named.iter().all(|claim| corpus.find(claim).is_some()), "{}", discrepancy["id"]);
        for episode in discrepancy["episodes"].as_array().expect("episodes") {
            assert!(episode["pairs"].as_u64() >= Some(1), "{}", discrepancy["id"]);
            assert!(episode["from"].as_str() <= episode["to"].as_str(), "{}", discrepancy["id"]);
        }
        assert!(!discrepancy["because"].as_array().expect("steps").is_empty());
        assert_eq!(
            discrepancy["certainty"] == "depends-on-reading",
            discrepancy.get("readings").is_some(),
            "{}",
            discrepancy["id"]
        );
    }
}
