//! Acknowledgements in a diff: in every format, when they lapse, and when they are what has changed.

#[path = "support/repository.rs"]
mod repository;
mod support;

use repository::{Repository, ran, series};
use serde_json::Value;
use support::{DISPUTE, Ran};

const FALL: &str = "total-falls/losses/russian-forces/ukraine/general-staff";
const MISMATCH: &str = "increment-mismatch/losses/russian-forces/ukraine/general-staff";
const COUNT: &str = "count-conflict/losses/russian-forces/ukraine/mediazona~russian-mod";

fn table(id: &str, rest: &str) -> String {
    format!(
        "[[acknowledged]]\ndiscrepancy = \"{id}\"\nwhy = \"a <b>digit</b> was dropped\"\nsince = \"2026-01-02\"\n{rest}\n"
    )
}

/// A digit was dropped since `main`; `main` acknowledges the dispute, HEAD also one of the two conflicts that came.
fn dropped() -> Repository {
    let before = table(COUNT, "who = \"desk\"\nexpires = \"2026-09-01\"\n");
    let files =
        [("claims/gs.json", &*series("186420")), ("claims/meduza.json", DISPUTE), ("claims/gainsay.toml", &before)];
    let repository = Repository::of(&files);
    repository.write("claims/gs.json", &series("18642"));
    repository.write("claims/gainsay.toml", &format!("{before}{}", table(FALL, "expires = \"2026-07-01\"\n")));
    repository
}

fn diff(repository: &Repository, day: &str, more: &[&str]) -> Ran {
    ran(&mut repository.command(&[&["diff", "main", "claims", "--today", day], more].concat()))
}

#[test]
fn every_format_tells_it_from_what_is_open() {
    let repository = dropped();
    for form in ["terminal", "markdown", "summary"] {
        let ran = diff(&repository, "2026-03-01", &["--format", form]);
        assert_eq!((ran.code, &*ran.err), (1, ""), "one of two is open");
        insta::assert_snapshot!(format!("acknowledged-{form}"), ran.out);
    }
    let written = |form: &str| diff(&repository, "2026-03-01", &["--format", form]).out;
    let json: Value = serde_json::from_str(&written("json")).expect("it is JSON");
    let count = |name: &str| json["counts"][name].as_u64().expect("a number");
    assert_eq!(["conflicts", "open", "open_conflicts", "acknowledged", "open_again"].map(count), [2, 1, 1, 2, 0]);
    assert_eq!(json["changes"][0]["discrepancy"]["id"], MISMATCH, "what is open comes first");
    assert_eq!(json["changes"][1]["discrepancy"]["acknowledged"]["expires"], "2026-07-01");
    let sarif: Value = serde_json::from_str(&written("sarif")).expect("it is JSON");
    let results = sarif["runs"][0]["results"].as_array().expect("a list");
    let of = |id: &str| results.iter().find(|result| result["partialFingerprints"]["discrepancy/v1"] == id).expect(id);
    assert_eq!(
        (&of(FALL)["baselineState"], &of(FALL)["suppressions"][0]["status"]),
        (&"new".into(), &"accepted".into())
    );
    assert_eq!(of(COUNT)["baselineState"], "unchanged");
    assert_eq!(of(COUNT)["suppressions"][0]["kind"], "external");
    assert_eq!(of(MISMATCH)["suppressions"], serde_json::json!([]), "of every result it is said");
    let junit = written("junit");
    assert_eq!((junit.matches("<failure").count(), junit.matches("<skipped").count()), (1, 2), "{junit}");
    let github = written("github");
    assert_eq!(github.matches("::error").count(), 1, "{github}");
    assert!(!github.contains(FALL) && !github.contains(COUNT), "{github}");
    let csv = written("csv");
    assert!(csv.lines().any(|row| row.contains(FALL) && row.ends_with("was dropped,,2026-01-02,2026-07-01")), "{csv}");
}

#[test]
fn when_its_day_has_come_it_is_open_again() {
    let repository = dropped();
    let ran = diff(&repository, "2026-10-01", &[]);
    assert_eq!(ran.code, 1);
    insta::assert_snapshot!("lapsed-terminal", ran.out);
    for form in ["markdown", "summary"] {
        insta::assert_snapshot!(format!("lapsed-{form}"), diff(&repository, "2026-10-01", &["--format", form]).out);
    }
    let json: Value =
        serde_json::from_str(&diff(&repository, "2026-10-01", &["--format", "json"]).out).expect("it is JSON");
    let again = json["open_again"].as_array().expect("a list");
    let told: Vec<_> = again.iter().map(|it| (&it["discrepancy"], &it["change"], &it["reason"])).collect();
    let [first, last] = ["it ended on 2026-07-01".into(), "it ended on 2026-09-01".into()];
    assert_eq!(told, [(&FALL.into(), &"new".into(), &first), (&COUNT.into(), &"unchanged".into(), &last)]);
    // Near misses: the day before, and a day on which it was not given yet.
    assert!(!diff(&repository, "2025-12-31", &[]).out.contains("open again"));
    let held = diff(&repository, "2026-08-31", &["--topic", "losses", "--rule", "count-conflict"]);
    assert!(held.out.contains("acknowledged: 1") && !held.out.contains("open again"), "{}", held.out);
}

#[test]
fn what_became_of_acknowledgements_is_told_by_their_ids() {
    let repository = dropped();
    repository.commit("dropped and acknowledged");
    let edited =
        table(FALL, "who = \"desk\"\nvalues = [\"gs/23: ≈ 185,730\", \"gs/24: ≈ 18,642\"]\ndays = [\"2023-04-24\"]\n");
    repository.write("claims/gainsay.toml", &format!("{edited}{}", table(MISMATCH, "")));
    let against = |more: &[&str]| {
        ran(&mut repository.command(&[&["diff", "HEAD", "claims", "--today", "2026-03-01"], more].concat()))
    };
    for form in ["terminal", "markdown", "json", "summary"] {
        let ran = against(&["--format", form]);
        assert_eq!((ran.code, &*ran.err), (0, ""));
        insta::assert_snapshot!(format!("edited-{form}"), ran.out);
    }
    // Only those of what is asked for.
    let other = against(&["--rule", "total-falls"]).out;
    assert!(other.contains(&format!("acknowledgement {FALL}\n    who ")) && !other.contains(MISMATCH), "{other}");
    // The same in another order is no difference.
    repository.write("claims/gainsay.toml", &format!("{}{edited}", table(MISMATCH, "")));
    repository.commit("turned");
    repository.write("claims/gainsay.toml", &format!("{edited}{}", table(MISMATCH, "")));
    assert!(against(&[]).out.ends_with("claims: the same\n"));
}
