#![allow(clippy::print_stdout)]
use gainsay_claim::extract::*;
use gainsay_claim::vocabulary::*;
use gainsay_source_general_staff::GeneralStaff;
use std::io::BufRead;
fn main() {
    let b = Fragment { record: serde_json::from_str(BUILT_IN).unwrap() };
    let (vocabulary, _) = Vocabulary::build(vec![b, GeneralStaff.vocabulary()]);
    for line in std::io::stdin().lock().lines() {
        let j: serde_json::Value = serde_json::from_str(&line.unwrap()).unwrap();
        let day = |k: &str| j[k].as_str().and_then(|d| d.parse().ok());
        let text = j["text"].as_str().unwrap();
        let e = GeneralStaff.extract(&RawDocument {
            text,
            language: None,
            published: day("published"),
            dated: day("dated"),
            publisher: j["publisher"].as_str(),
            vocabulary: &vocabulary,
        });
        let un: Vec<_> = e.unclear.iter().map(|u| serde_json::json!({"place": [u.place.start, u.place.end], "message": u.message, "help": u.help, "candidates": u.candidates})).collect();
        let cov: Vec<_> = e.covered.iter().map(|r| vec![r.start, r.end]).collect();
        println!(
            "{}",
            serde_json::json!({"id": j["id"], "published": e.published, "language": e.language, "covered": cov, "claims": e.claims, "unclear": un})
        );
    }
}
