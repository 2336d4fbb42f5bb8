//! Every rule on a case that fires it and on a near miss that stays silent. Every case runs every
//! rule, so that cross-fire shows in the snapshots.

use gainsay_compare::{Certainty, Level, RULES};
use support::{case, check, findings};

#[test]
fn every_rule_fires_on_its_hit_and_is_silent_on_its_near_miss() {
    let mut wrong = Vec::new();
    for rule in RULES {
        for name in ["hit", "near-miss"] {
            let path = case(&format!("{}/{name}.ndjson", rule.id));
            let (corpus, analysis) = check(&path);
            let fired = analysis.discrepancies.iter().any(|discrepancy| discrepancy.rule == rule);
            insta::assert_snapshot!(format!("{}-{name}", rule.id), findings(&corpus, &analysis.discrepancies));
            if fired != (name == "hit") {
                wrong.push(format!("{} on {name}:\n{}", rule.id, findings(&corpus, &analysis.discrepancies)));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Corpora that once came out wrong, by what must come out: `<rule>--<name>` or `silent--<name>`.
#[test]
fn what_was_mended_stays_mended() {
    let mut files: Vec<_> = std::fs::read_dir(case("regressions"))
        .expect("the folder is there")
        .map(|entry| entry.expect("it can be read").path())
        .collect();
    files.sort();
    assert!(!files.is_empty());
    for path in files {
        let name = path.file_name().expect("a file has a name").to_string_lossy().into_owned();
        let (corpus, analysis) = check(&path);
        let conflicts: Vec<_> =
            analysis.discrepancies.iter().filter(|discrepancy| discrepancy.level == Level::Conflict).collect();
        let as_wanted = match name.split_once("--").expect("a name says what must come out") {
            ("silent", _) => conflicts.is_empty(),
            (rule, _) => conflicts.iter().any(|found| found.rule.id == rule && found.certainty == Certainty::Certain),
        };
        assert!(as_wanted, "{name}:\n{}", findings(&corpus, &analysis.discrepancies));
    }
}
