//! Acknowledgements of the whole shipped corpus: what is written is read back, holds for what it was given for,
//! and changes nothing but its own mark.

#[path = "formats/readers.rs"]
#[allow(dead_code)]
mod readers;

use chrono::NaiveDate;
use gainsay_claim::{Acknowledged, Acknowledgement, Corpus, Problem};
use gainsay_compare::Analysis;
use gainsay_corpus::{LoadOptions, Tree, load_tree, with_acknowledgement, without_acknowledgement};
use gainsay_diff::{Finding, Standing, acknowledge, given_for, standings};
use gainsay_report::{Picture, Places, Review, ReviewFormat, report_schema, write_review};
use std::collections::BTreeMap;
use support::{check, json, root};

const OWN: &str = "# наші пороги\nstale_days = 90 # three months\n";

fn day(text: &str) -> Option<NaiveDate> {
    text.parse().ok()
}

/// An acknowledgement of everything that was found, with a reason that is hard to write down.
fn given(corpus: &Corpus, analysis: &Analysis) -> Vec<Acknowledged> {
    let of = |found| {
        let finding = Finding::of(corpus, analysis, found);
        Acknowledged {
            discrepancy: finding.id.clone(),
            acknowledgement: Acknowledgement {
                why: "«seen» by \"the desk\"\\\u{202e}\n[[x]] # = '''".into(),
                who: Some("ньюзрум".into()),
                since: day("2026-01-02"),
                expires: day("2026-07-01"),
            },
            given_for: given_for(corpus, &finding),
            place: Problem::of_file("", "", ""),
        }
    };
    analysis.discrepancies.iter().map(of).collect()
}

fn written(given: &[Acknowledged]) -> String {
    given.iter().fold(OWN.to_owned(), |text, one| with_acknowledgement(&text, one).expect("it can be written"))
}

/// A small corpus with these settings.
fn read(settings: &str) -> Corpus {
    let files = BTreeMap::from([
        ("gainsay.toml".to_owned(), settings.as_bytes().to_vec()),
        ("a.ndjson".to_owned(), b"{\"document\": {\"id\": \"a\"}}\n".to_vec()),
    ]);
    let tree = Tree { files, ..Tree::default() };
    load_tree(&tree, gainsay::sources::vocabulary(), &LoadOptions::default()).expect("there is something")
}

#[test]
fn what_is_acknowledged_as_it_is_holds_whatever_rule_found_it() {
    let (mut corpus, mut analysis) = check(&root().join("claims"));
    let given = given(&corpus, &analysis);
    assert!(given.len() > 200);
    // One by one, then together: a file that grows by one table is read anew each time.
    let tables = given.iter().map(|one| {
        let text = with_acknowledgement(OWN, one).expect("it can be written");
        text.strip_prefix(OWN).expect("the rest stays as it is").to_owned()
    });
    let text: String = std::iter::once(OWN.to_owned()).chain(tables).collect();
    let back = read(&text);
    assert_eq!((&back.problems[..], back.settings.stale_days), (&[][..], 90));
    let said = |list: &[Acknowledged]| -> Vec<_> {
        list.iter().map(|one| (one.discrepancy.clone(), one.acknowledgement.clone(), one.given_for.clone())).collect()
    };
    assert_eq!(said(&back.acknowledged), said(&given));
    // A reader of TOML that is not ours finds the same.
    let table: toml::Table = text.parse().expect("it is TOML");
    let tables = table["acknowledged"].as_array().expect("a list");
    assert_eq!(tables.len(), given.len());
    assert_eq!(tables[0]["why"].as_str(), Some(&*given[0].acknowledgement.why));

    corpus.acknowledged = back.acknowledged;
    let stand = |on: &str| standings(&corpus, &analysis, day(on));
    let standings: Vec<Standing> = stand("2026-06-30");
    let held = corpus.acknowledged.iter().zip(standings);
    let lapsed: Vec<_> = held.filter(|(_, standing)| *standing != Standing::Holds).collect();
    assert!(lapsed.is_empty(), "{lapsed:#?}");
    assert!(stand("2026-07-01").iter().all(|standing| matches!(standing, Standing::Expired(_))));
    assert!(stand("2026-01-01").iter().all(|standing| *standing == Standing::NotYet));

    let before = json(&corpus, &analysis);
    acknowledge(&corpus, &mut analysis, day("2026-03-01"));
    let after = json(&corpus, &analysis);
    let validator = jsonschema::draft202012::new(report_schema().as_value()).expect("it is a schema");
    let [mut before, mut after] = [before, after].map(|text| {
        let report: serde_json::Value = serde_json::from_str(&text).expect("it is JSON");
        let mistakes: Vec<String> = validator.iter_errors(&report).map(|error| error.to_string()).collect();
        assert_eq!(mistakes, [""; 0]);
        report
    });
    assert_eq!(after["counts"]["acknowledged"], given.len());
    for report in [&mut before, &mut after] {
        report["counts"]["acknowledged"].take();
        for found in report["discrepancies"].as_array_mut().expect("a list") {
            found["acknowledged"].take();
        }
    }
    assert!(before == after, "an acknowledgement changes nothing but its own mark");

    let picture = Picture { corpus: &corpus, analysis: &analysis, as_of: None };
    let mut out = Vec::new();
    write_review(ReviewFormat::Sarif, &Review::of(&picture, &Places::new()), &mut out).expect("memory can be written");
    let run = readers::sarif(&String::from_utf8(out).expect("output is UTF-8"));
    let results = run["results"].as_array().expect("a list");
    assert!(results.iter().all(|result| result["suppressions"][0]["kind"] == "external"));
}

#[test]
fn tables_go_as_they_came_in_any_order() {
    let (corpus, analysis) = check(&root().join("claims"));
    let mut given = given(&corpus, &analysis);
    given.truncate(12);
    for turn in 0..given.len() {
        let mut text = written(&given);
        for position in 0..given.len() {
            let one = &given[(position * 5 + turn) % given.len()];
            text = without_acknowledgement(&text, &one.discrepancy).expect("it can be taken out");
        }
        assert_eq!(text, OWN);
    }
}
