//! Acknowledgements: what they silence, how long, and what is said of those that no longer hold.

#[path = "support/repository.rs"]
mod repository;
mod support;

use repository::{Repository, ran, series};
use serde_json::Value;
use support::{DISPUTE, Folder, Ran};

const ID: &str = "count-conflict/losses/russian-forces/ukraine/mediazona~russian-mod";

/// The founding dispute, of which this is acknowledged.
fn dispute(settings: &str) -> Folder {
    Folder::dispute().file("gainsay.toml", settings)
}

fn table(rest: &str) -> String {
    format!(
        "[[acknowledged]]\ndiscrepancy = \"{ID}\"\nwhy = \"both are <b>counts</b> of their own day\"\nwho = \"desk\"\nsince = \"2026-01-02\"\n{rest}"
    )
}

fn conflicts(folder: &Folder, more: &[&str]) -> Ran {
    folder.run(&[&["conflicts", "@", "--fail-on", "conflict", "--today", "2026-03-01"], more].concat())
}

#[test]
fn what_is_acknowledged_fails_no_gate_and_is_shown_as_such() {
    assert_eq!(conflicts(&Folder::dispute(), &[]).code, 1);
    let folder = dispute(&table(""));
    let ran = conflicts(&folder, &[]);
    assert_eq!((ran.code, &*ran.err), (0, ""));
    insta::assert_snapshot!("conflicts", ran.out);
    for (name, form) in [("terminal", "terminal"), ("markdown", "markdown"), ("csv", "csv"), ("summary", "summary")] {
        let ran = folder.run(&["report", "@", "--format", form, "--today", "2026-03-01", "--fail-on", "conflict"]);
        assert_eq!((ran.code, &*ran.err), (0, ""));
        let place = folder.0.display().to_string();
        insta::assert_snapshot!(format!("report-{name}"), ran.out.replace(&place, "claims"));
    }
    let explain = folder.run(&["explain", ID, "--in", "@"]);
    let line = "  accepted both are <b>counts</b> of their own day (desk, since 2026-01-02)";
    assert!(explain.out.contains(line), "{}", explain.out);
}

#[test]
fn tools_for_reviewers_are_told() {
    let folder = dispute(&table("expires = 2026-07-01\n"));
    let written = |form: &str| conflicts(&folder, &["--format", form]).out;
    let json: Value = serde_json::from_str(&written("json")).expect("it is JSON");
    assert_eq!(json["counts"]["acknowledged"], 1);
    let why = serde_json::json!({
        "why": "both are <b>counts</b> of their own day", "who": "desk", "since": "2026-01-02", "expires": "2026-07-01"
    });
    assert_eq!(json["discrepancies"][0]["acknowledged"], why);
    assert!(json["discrepancies"].as_array().expect("a list")[1..].iter().all(|found| found["acknowledged"].is_null()));
    let sarif: Value = serde_json::from_str(&written("sarif")).expect("it is JSON");
    let suppressed = &sarif["runs"][0]["results"][0]["suppressions"][0];
    assert_eq!((&suppressed["kind"], &suppressed["status"]), (&"external".into(), &"accepted".into()));
    let sentence = "both are <b>counts</b> of their own day (desk, since 2026-01-02, until 2026-07-01)";
    assert_eq!(suppressed["justification"], sentence);
    let junit = written("junit");
    assert!(junit.contains("<skipped message=\"acknowledged: both are &lt;b&gt;"), "{junit}");
    assert!(!junit.contains("<failure"), "{junit}");
    assert!(!written("github").contains("::error"));
    // A near miss: nobody acknowledged it.
    let open = Folder::dispute();
    let written = |form: &str| conflicts(&open, &["--format", form]).out;
    assert!(written("junit").contains("<failure") && written("github").contains("::error"));
    assert!(!written("sarif").contains("suppressions"));
}

#[test]
fn on_its_last_day_it_is_open_again() {
    let folder = dispute(&table("expires = \"2026-07-01\"\n"));
    let on = |day: &str| folder.run(&["conflicts", "@", "--fail-on", "conflict", "--today", day]);
    assert_eq!(on("2026-06-30").code, 0);
    let ran = on("2026-07-01");
    assert_eq!(ran.code, 1);
    assert_eq!(ran.err, "note: 1 acknowledgement expired: open again; `gainsay check` names each\n");
    let summary = folder.run(&["report", "@", "--format", "summary", "--today", "2026-07-01"]).out;
    assert!(
        summary.contains("### Acknowledged, and open again") && summary.contains("ended on 2026-07-01"),
        "{summary}"
    );
    // As of a day before it was given, it was not given yet.
    let ran = folder.run(&["conflicts", "@", "--fail-on", "conflict", "--as-of", "2025-12-31"]);
    assert_eq!(ran.code, 1);
    // Where nobody says which day it is, it holds.
    assert_eq!(folder.run(&["conflicts", "@", "--fail-on", "conflict"]).code, 0);
}

#[test]
fn other_values_are_open_again() {
    let given = |mediazona: &str, mod_: &str| {
        dispute(&table(&format!("values = [\"meduza/mediazona: {mediazona}\", \"meduza/shoigu: {mod_}\"]\n")))
    };
    assert_eq!(conflicts(&given("≥ 6,600", "5,937"), &[]).code, 0);
    assert_eq!(conflicts(&given("≥ 6600", "5,930"), &[]).code, 0, "within one percent");
    let ran = conflicts(&given("≥ 6,600", "5,400"), &[]);
    assert_eq!(
        (ran.code, &*ran.err),
        (1, "note: 1 acknowledgement given for other values: open again; `gainsay check` names each\n")
    );
    assert_eq!(conflicts(&given("≈ 6,600", "5,937"), &[]).code, 1, "at least is not about");
    let wider = dispute(&format!("diff_percent = 10\n{}", table("values = [\"a: ≥ 6,600\", \"b: 5,400\"]\n")));
    assert_eq!(conflicts(&wider, &[]).code, 0, "the tolerance is a setting");
    // What was hedged when it was accepted and is certain now, or holds on further days, is another.
    assert_eq!(conflicts(&dispute(&table("certainty = \"certain\"\nlevel = \"conflict\"\n")), &[]).code, 0);
    assert_eq!(conflicts(&dispute(&table("certainty = \"hedged\"\n")), &[]).code, 1);
    assert_eq!(conflicts(&dispute(&table("level = \"note\"\n")), &[]).code, 1);
    let fall = "total-falls/losses/russian-forces/ukraine/general-staff";
    let falls = |days: &str| {
        let settings = format!("[[acknowledged]]\ndiscrepancy = \"{fall}\"\nwhy = \"x\"\ndays = [{days}]\n");
        let folder = Folder::new().file("gs.json", &series("18642")).file("gainsay.toml", &settings);
        conflicts(&folder, &["--rule", "total-falls"]).code
    };
    assert_eq!((falls("\"2023-04-24\""), falls("\"2023-04-23..2023-04-24\"")), (0, 0));
    assert_eq!((falls("\"2023-03-01\""), falls("")), (1, 1));
}

#[test]
fn check_names_each_that_no_longer_holds() {
    let gone = "count-conflict/tanks-and-armoured-vehicles-lost/russian-forces/ukraine/general-staff~oryx";
    let settings = format!(
        "stale_days = 30\n\n{}values = [\"meduza/mediazona: ≥ 7,000\", \"meduza/shoigu: 5,937\"]\n\n\
         [[acknowledged]]\ndiscrepancy = \"{gone}\"\nwhy = \"x\"\n\n\
         [[acknowledged]]\ndiscrepancy = \"count-conflict/killed/russian-forces/ukrain/a~b\"\nwhy = \"x\"\n\n\
         [[acknowledged]]\ndiscrepancy = \"{gone}\"\nwhy = \"y\"\n",
        table("")
    );
    let ran = dispute(&settings).run(&["check", "@", "--today", "2026-03-01"]);
    assert_eq!(ran.code, 1);
    let shown = ran.out.lines().map(|line| match line.split_once("--> ") {
        Some((head, place)) => format!("{head}--> {}", place.rsplit('/').next().unwrap_or_default()),
        None => line.to_owned(),
    });
    insta::assert_snapshot!("check", shown.collect::<Vec<_>>().join("\n"));
    let expired = dispute(&table("expires = 2026-02-01\nvalues = []\n")).run(&["check", "@", "--today", "2026-03-01"]);
    assert_eq!(expired.code, 0);
    assert!(expired.out.contains("this acknowledgement ended on 2026-02-01, so"), "{}", expired.out);
    // Of a part of the claims nobody can say what has gone.
    let folder = dispute(&format!("[[acknowledged]]\ndiscrepancy = \"{gone}\"\nwhy = \"x\"\n"));
    assert_eq!(folder.run(&["check", "@/a.json"]).out, "3 claims in 1 document: sound\n");
    assert!(folder.run(&["check", "@"]).out.contains("it has gone, or never was"));
    // One rule and one pair of sources on another topic are likely meant.
    let folder =
        dispute(&format!("[[acknowledged]]\ndiscrepancy = \"{}\"\nwhy = \"x\"\n", ID.replace("losses", "killed")));
    let ran = folder.run(&["check", "@"]);
    assert!(ran.out.contains(&format!("did you mean `{ID}`?")), "{}", ran.out);
    // A sound one is nothing to speak of, and check lets pass what it lets pass.
    let sound = table("values = [\"meduza/mediazona: ≥ 6,600\", \"meduza/shoigu: 5,937\"]\n");
    let ran = dispute(&sound).run(&["check", "@", "--fail-on", "conflict", "--today", "2026-03-01"]);
    assert_eq!(ran.code, 0, "{}", ran.out);
    assert!(ran.out.ends_with("1 acknowledged; `gainsay conflicts` lists them\n"), "{}", ran.out);
}

#[test]
fn a_diff_lets_pass_what_head_acknowledges() {
    let repository = Repository::of(&[("claims/gs.json", &series("186420")), ("claims/meduza.json", DISPUTE)]);
    repository.write("claims/gs.json", &series("18642"));
    let table = |rule: &str| {
        format!(
            "[[acknowledged]]\ndiscrepancy = \"{rule}/losses/russian-forces/ukraine/general-staff\"\nwhy = \"a digit was dropped\"\nsince = \"2026-01-02\"\n\n"
        )
    };
    repository.write("claims/gainsay.toml", &table("total-falls"));
    assert_eq!(repository.diff(&["main", "claims"]).code, 1, "one of two is open");
    repository.write("claims/gainsay.toml", &format!("{}{}", table("total-falls"), table("increment-mismatch")));
    let diff = repository.diff(&["main", "claims"]);
    assert_eq!((diff.code, &*diff.err), (0, ""));
    insta::assert_snapshot!("diff", diff.out);
    // A report that was written earlier brings its acknowledgements along.
    let written = ran(&mut repository.command(&["report", "claims", "--format", "json", "-o", "report.json"]));
    assert_eq!(written.code, 0, "{}", written.err);
    let diff = repository.diff(&["main", "report.json"]);
    assert_eq!(diff.code, 0, "{}", diff.out);
    assert!(diff.out.contains("accepted a digit was dropped (since 2026-01-02)"), "{}", diff.out);
    // What BASE acknowledges is no leave for HEAD.
    repository.commit("acknowledged");
    repository.write("claims/gainsay.toml", "");
    repository.write("claims/gs.json", &series("17642"));
    assert_eq!(repository.diff(&["main", "claims"]).code, 1);
}
