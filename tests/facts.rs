//! Real pairs of statements, labelled as conflicts and as false conflicts, each with its cause.

use gainsay_compare::{Level, Verdict, explain_pair};
use serde_json::Value;
use support::{case, check, findings};

fn expected() -> Vec<Value> {
    let text = std::fs::read_to_string(case("facts/expected.json")).expect("the list of cases is there");
    serde_json::from_str(&text).expect("the list of cases is JSON")
}

#[test]
fn labelled_pairs_come_out_as_labelled() {
    let mut wrong = Vec::new();
    for entry in expected() {
        let id = entry["id"].as_str().expect("an id");
        if entry["expected"] == "not-about-claims" {
            continue;
        }
        let (corpus, analysis) = check(&case(&format!("facts/{id}.ndjson")));
        let conflicts: Vec<_> =
            analysis.discrepancies.iter().filter(|discrepancy| discrepancy.level == Level::Conflict).collect();
        let fired: Vec<&str> = conflicts.iter().map(|discrepancy| discrepancy.rule.id).collect();
        let wanted: Vec<&str> = entry["rules"].as_array().expect("rules").iter().filter_map(Value::as_str).collect();
        let as_labelled =
            if wanted.is_empty() { fired.is_empty() } else { wanted.iter().all(|rule| fired.contains(rule)) };
        if !as_labelled {
            wrong.push(format!(
                "{id}: wanted {wanted:?}, found {fired:?}\n{}",
                findings(&corpus, &analysis.discrepancies)
            ));
        }
        // A finding across subjects needs the whole text; two claims alone are about two things.
        if entry["cause"] == "subject" && !wanted.is_empty() {
            continue;
        }
        if let Some([first, second]) = entry["between"].as_array().map(|pair| &pair[..]) {
            let find = |claim: &Value| {
                corpus.find(claim.as_str().expect("a claim id")).unwrap_or_else(|| panic!("{id}: no claim {claim}"))
            };
            let explanation = explain_pair(&corpus, find(first), find(second));
            let conflict = matches!(explanation.verdict, Verdict::Conflict(_));
            let cause = entry["cause"].as_str().expect("a cause");
            if conflict == wanted.is_empty() || explanation.cause.id() != cause {
                wrong.push(format!(
                    "{id}: explain says {:?}, {}; the label is {cause}\n  {}",
                    explanation.verdict,
                    explanation.cause.id(),
                    explanation.because.join("\n  ")
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
