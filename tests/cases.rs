//! Every rule on a case that fires it and on a near miss that stays silent. Every case runs every
//! rule, so that cross-fire shows in the snapshots.

use gainsay_compare::RULES;
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
