//! `gainsay diff`: folders, reports and git revisions, through a real process where that matters.

#[path = "support/repository.rs"]
mod repository;
mod support;

use repository::{Repository, ran, series};
use std::io::Read;
use std::process::Stdio;
use support::{DISPUTE, Folder};

/// One commit with a digit dropped.
fn with_a_dropped_digit() -> Repository {
    Repository::of(&[("claims/gs.json", &series("18642")), ("claims/meduza.json", DISPUTE)])
}

#[test]
fn a_corrected_digit_closes_what_it_opened() {
    let repository = with_a_dropped_digit();
    repository.write("claims/gs.json", &series("186420"));
    let diff = repository.diff(&["main", "claims"]);
    assert_eq!((diff.code, &*diff.err), (0, ""));
    insta::assert_snapshot!("corrected-80", diff.out);
    let page = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../../.docs/review.md"));
    assert!(page.expect("the page is there").contains(&diff.out), ".docs/review.md is stale: it shows this output");
    let back = ran(repository.command(&["diff", "claims", "main"]).env("COLUMNS", "100"));
    assert_eq!(back.code, 1);
    insta::assert_snapshot!("dropped-100", back.out);
    for (form, name) in [("markdown", "corrected-markdown"), ("csv", "corrected-csv"), ("json", "corrected-json")] {
        insta::assert_snapshot!(name, repository.diff(&["main", "claims", "--format", form]).out);
    }
}

#[test]
fn no_line_is_wider_than_the_terminal() {
    let repository = with_a_dropped_digit();
    repository.write("claims/gs.json", &series("186420"));
    for width in [60, 80, 100] {
        let diff = ran(repository.command(&["diff", "main", "claims"]).env("COLUMNS", width.to_string()));
        // An id stays whole, so that it can be taken to `gainsay explain`.
        let wide = diff.out.lines().find(|line| line.chars().count() > width && !line.trim_start().starts_with("id "));
        assert_eq!(wide, None);
    }
}

#[test]
fn moves_order_and_layout_are_no_change() {
    let repository = with_a_dropped_digit();
    let compact = |text: &str| {
        let value: serde_json::Value = serde_json::from_str(text).expect("it is JSON");
        let mut value = value;
        value["claims"].as_array_mut().expect("claims").reverse();
        value.to_string()
    };
    repository.git(&["rm", "-q", "--cached", "-r", "."]);
    std::fs::remove_dir_all(repository.path().join("claims")).expect("it is there");
    repository.write("claims/ukraine/totals.json", &compact(&series("18642")));
    repository.write("claims/meduza.json", &compact(DISPUTE));
    let diff = repository.diff(&["main", "claims"]);
    assert_eq!(
        diff.out,
        "main:claims → claims\nnothing is new, worsened, eased or absent · unchanged: 6\nclaims: 4 moved to another file\n"
    );
    assert_eq!((diff.code, &*diff.err), (0, ""));
}

#[test]
fn revisions_are_named_in_every_way() {
    let repository = with_a_dropped_digit();
    repository.write("claims/gs.json", &series("186420"));
    repository.write("notes.txt", "aside");
    repository.commit("second");
    let same = |words: &[&str], head: &str| {
        let diff = repository.diff(words);
        assert_eq!((diff.code, &*diff.err), (0, ""), "{words:?}");
        assert_eq!(diff.out.lines().next(), Some(head));
        assert!(diff.out.contains("claims: 1 edited"), "{}", diff.out);
    };
    same(&["HEAD~1", "HEAD"], "HEAD~1:claims → HEAD:claims");
    same(&["v1", "main"], "v1:claims → main:claims");
    same(&["v1:claims/gs.json", "HEAD"], "v1:claims/gs.json → HEAD:claims/gs.json");
    same(&["v1", "claims/gs.json"], "v1:claims/gs.json → claims/gs.json");
    same(&["v1:./claims/", "HEAD:claims"], "v1:claims → HEAD:claims");
    // From a folder below, a path counts from the root, and `./` from there.
    let below = |words: &[&str]| ran(repository.command(words).current_dir(repository.path().join("claims")));
    assert_eq!(below(&["diff", "v1:claims", "."]).out.lines().next(), Some("v1:claims → ."));
    assert_eq!(below(&["diff", "v1", "."]).out.lines().next(), Some("v1:claims → ."));
    assert_eq!(below(&["diff", "v1:./gs.json", "gs.json"]).out.lines().next(), Some("v1:claims/gs.json → gs.json"));
    // A folder that is called like a branch is the folder; a colon makes it the branch.
    repository.write("v1/gs.json", &series("186420"));
    assert_eq!(repository.diff(&["v1", "claims/gs.json"]).out.lines().next(), Some("v1 → claims/gs.json"));
    assert_eq!(repository.diff(&["v1:", "HEAD"]).out.lines().next(), Some("v1:claims → HEAD:claims"));
}

#[test]
fn words_of_the_corpus_around_count_in_a_revision_too() {
    let repository = with_a_dropped_digit();
    repository.write(
        "claims/vocabulary.json",
        r#"{ "format": "gainsay.vocabulary/v1", "sources": [ { "id": "desk", "label": "The desk" } ] }"#,
    );
    repository.write("claims/gainsay.toml", "diff_percent = 99\n");
    repository.write(
        "claims/sub/gs.json",
        &series("186420")
            .replace("general-staff\", \"measure", "desk\", \"measure")
            .replace("gs/", "desk/")
            .replace("\"gs\"", "\"desk\""),
    );
    repository.commit("words");
    let diff = repository.diff(&["HEAD:claims/sub", "claims/sub"]);
    assert_eq!((diff.code, &*diff.err), (0, ""), "{}", diff.out);
}

#[test]
fn what_cannot_be_read_is_named_with_a_way_out() {
    let repository = with_a_dropped_digit();
    repository.write("v2.json", r#"{ "format": "gainsay.report/v2", "discrepancies": [] }"#);
    repository.write("diff.json", r#"{ "format": "gainsay.diff/v1" }"#);
    repository.write("cut.json", r#"{ "format": "gainsay.report/v1", "discrepancies": [ { "id""#);
    let mut told = String::new();
    for words in [
        ["mian", "claims"],
        ["nowhere", "claims"],
        ["main:claimz", "claims"],
        ["main:claims/gs.jsn", "claims"],
        [":claims", "claims"],
        ["claims", "HEAD~7"],
        ["v2.json", "claims"],
        ["claims", "diff.json"],
        ["cut.json", "claims"],
        ["-", "-"],
    ] {
        let diff = repository.diff(&words);
        assert_eq!((diff.code, &*diff.out), (2, ""), "{words:?}");
        told.push_str(&format!("{}\n{}", words.join(" "), diff.err));
    }
    let no_git = ran(repository.command(&["diff", "main", "claims"]).env("PATH", "/nowhere"));
    told.push_str(&format!("without git: {} {}", no_git.code, no_git.err));
    repository.commit("a second one");
    let shallow = Repository(Folder::new());
    std::fs::remove_dir(shallow.path().join(".git")).expect("an empty folder");
    shallow.git(&["clone", "-q", "--depth", "1", &format!("file://{}", repository.path().display()), "."]);
    told.push_str(&format!("shallow: {}", shallow.diff(&["HEAD~1", "claims"]).err));
    let folder = Folder::dispute();
    let outside = ran(repository.command(&["diff", "main", "a.json"]).current_dir(&folder.0));
    told.push_str(&format!("outside: {} {}", outside.code, outside.err));
    insta::assert_snapshot!("errors", told);
}

#[test]
fn one_broken_side_is_named_and_the_rest_is_shown() {
    let repository = with_a_dropped_digit();
    repository.write("claims/gs.json", &series("186420").replace("\"measure\"", "\"measur\""));
    let diff = repository.diff(&["main", "claims"]);
    assert_eq!(diff.code, 2);
    assert!(diff.err.starts_with("in HEAD (`claims`):\nerror: "), "{}", diff.err);
    assert!(diff.out.starts_with("main:claims → claims (not all of it could be read)\n"), "{}", diff.out);
    let summary = repository.diff(&["claims", "main", "--format", "summary"]).out;
    assert!(summary.starts_with("## Not all could be read · New: 2 conflicts"), "{summary}");
    assert!(summary.contains("\n- in BASE at \\`claims/gs.json:"), "{summary}");
    assert!(!diff.err.contains("BASE"), "{}", diff.err);
    assert!(diff.out.contains("absent: 2 conflicts") && diff.out.contains("4 removed"), "{}", diff.out);
    let back = repository.diff(&["claims", "main", "--fail-on", "never"]);
    assert_eq!(back.code, 2);
    assert!(back.err.contains("\nin BASE (`claims`):\n"), "{}", back.err);
}

#[test]
fn uncommitted_changes_are_told_where_they_do_not_count() {
    let repository = with_a_dropped_digit();
    repository.write("notes.txt", "aside");
    assert_eq!(repository.diff(&["v1", "HEAD"]).err, "");
    repository.write("claims/gs.json", &series("186420"));
    let diff = repository.diff(&["v1", "main"]);
    assert_eq!(
        diff.err,
        "note: `claims` has changes that are not committed; they are no part of `main`: name the folder to take them in\n"
    );
    assert_eq!(repository.diff(&["main", "claims"]).err, "");
}

#[cfg(unix)]
#[test]
fn links_and_submodules_are_told_and_not_followed() {
    let repository = with_a_dropped_digit();
    std::os::unix::fs::symlink("/etc/passwd", repository.path().join("claims/link.json")).expect("a link");
    let other = with_a_dropped_digit();
    let commit = other.git(&["rev-parse", "HEAD"]);
    repository.git(&["add", "-A"]);
    repository.git(&["update-index", "--add", "--cacheinfo", &format!("160000,{},claims/other", commit.trim())]);
    repository.git(&["commit", "-q", "-m", "links"]);
    let diff = repository.diff(&["v1", "HEAD:claims"]);
    assert_eq!(diff.code, 0);
    insta::assert_snapshot!("links", diff.err);
    assert!(
        repository
            .diff(&["v1:claims", "HEAD:claims/link.json"])
            .err
            .contains("is a symbolic link, which is not followed")
    );
}

#[test]
fn nothing_in_the_repository_is_touched() {
    let repository = with_a_dropped_digit();
    repository.write("claims/gs.json", &series("186420"));
    let state = || {
        let index = std::fs::metadata(repository.path().join(".git/index")).and_then(|facts| facts.modified());
        (
            index.expect("the index is there"),
            repository.0.names("."),
            repository.0.names(".git"),
            repository.0.names("claims"),
        )
    };
    let before = state();
    assert_eq!(repository.diff(&["v1", "main"]).code, 0);
    assert_eq!(repository.diff(&["main", "claims"]).code, 0);
    assert!(state() == before);
}

#[test]
fn a_report_stands_for_a_revision() {
    let repository = with_a_dropped_digit();
    assert_eq!(ran(&mut repository.command(&["report", "claims", "-o", "old.json"])).code, 0);
    repository.write("claims/gs.json", &series("186420"));
    let diff = repository.diff(&["old.json", "claims"]);
    assert_eq!((diff.code, &*diff.err), (0, ""));
    insta::assert_snapshot!("report-against-claims", diff.out);
    let diff = repository.diff(&["claims", "old.json"]);
    assert_eq!((diff.code, &*diff.err), (1, ""));
    let as_of = repository.diff(&["old.json", "claims", "--as-of", "2023-04-23"]);
    assert_eq!(as_of.code, 2);
    assert!(as_of.err.contains("BASE: `old.json` is a report"), "{}", as_of.err);
    // Beside a revision, the report says nothing about where the claims lie.
    assert_eq!(repository.diff(&["old.json", "main"]).out.lines().next(), Some("old.json → main:claims"));
}

#[test]
fn filters_hold_for_what_was_and_what_is() {
    let repository = with_a_dropped_digit();
    repository.write("claims/gs.json", &series("186420"));
    let shown =
        |words: &[&str]| repository.diff(&[&["main", "claims"], words].concat()).out.lines().nth(1).map(str::to_owned);
    assert_eq!(shown(&["--rule", "total-falls"]).as_deref(), Some("absent: 1 conflict · unchanged: 0"));
    assert_eq!(
        shown(&["--source", "russia"]).as_deref(),
        Some("nothing is new, worsened, eased or absent · unchanged: 3")
    );
    assert_eq!(shown(&["--topic", "losses/*"]).as_deref(), Some("absent: 2 conflicts · unchanged: 3"));
    assert_eq!(
        shown(&["--level", "note"]).as_deref(),
        Some("nothing is new, worsened, eased or absent · unchanged: 3")
    );
    assert_eq!(
        shown(&["--as-of", "2023-04-20"]).as_deref(),
        Some("nothing is new, worsened, eased or absent · unchanged: 3")
    );
    assert_eq!(shown(&["--min-ratio", "9"]).as_deref(), Some("absent: 2 conflicts · unchanged: 0"));
    assert!(repository.diff(&["main", "claims", "--rule", "total-fals"]).err.contains("did you mean `total-falls`?"));
    assert!(repository.diff(&["main", "claims", "--source", "kremlyn"]).err.contains("did you mean `kremlin`?"));
}

#[test]
fn exit_codes_are_those_of_the_documentation() {
    let repository = with_a_dropped_digit();
    repository.write("claims/gs.json", &series("186420"));
    let code = |words: &[&str]| repository.diff(words).code;
    assert_eq!(code(&["main", "claims"]), 0);
    assert_eq!(code(&["claims", "main"]), 1);
    assert_eq!(code(&["claims", "main", "--fail-on", "never"]), 0);
    assert_eq!(code(&["main", "claims", "--fail-on", "note"]), 0);
    assert_eq!(code(&["claims", "main", "--level", "note"]), 0);
    assert_eq!(code(&["main", "nowhere"]), 2);
    assert_eq!(code(&["main"]), 2);
}

#[test]
fn a_closed_pipe_is_no_failure() {
    let repository = with_a_dropped_digit();
    // More than a pipe holds, so that the program is still writing when the reader has gone.
    let lines = |value: u32| {
        let mut text = "{\"document\":{\"id\":\"d\"}}\n".to_owned();
        for number in 0..20_000 {
            text.push_str(&format!("{{\"id\":\"d/{number}\",\"document\":\"d\",\"source\":\"oryx\",\"measure\":\"tanks-lost\",\"subject\":\"russian-forces\",\"place\":\"ukraine\",\"value\":{{\"text\":\"{value}\"}}}}\n"));
        }
        text
    };
    repository.write("a.ndjson", &lines(1));
    repository.write("b.ndjson", &lines(2));
    let mut command = repository.command(&["diff", "a.ndjson", "b.ndjson", "--format", "json"]);
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("the program runs");
    let mut out = child.stdout.take().expect("a pipe");
    out.read_exact(&mut [0; 16]).expect("it begins to write");
    drop(out);
    let ended = child.wait_with_output().expect("it ends");
    assert_eq!((ended.status.code(), String::from_utf8_lossy(&ended.stderr).as_ref()), (Some(0), ""));
}

#[test]
fn several_forms_come_out_of_one_run() {
    let repository = with_a_dropped_digit();
    repository.write("claims/gs.json", &series("186420"));
    let words = [
        ["main", "claims"],
        ["--format", "terminal"],
        ["-o", "-"],
        ["--format", "markdown"],
        ["-o", "diff.md"],
        ["-o", "diff.json"],
        ["-o", "diff.csv"],
    ]
    .concat();
    let diff = repository.diff(&words);
    assert_eq!((diff.code, &*diff.err), (0, ""));
    assert!(diff.out.starts_with("main:claims → claims\n"));
    assert!(repository.0.read("diff.md").starts_with("# What changed\n"));
    let json: serde_json::Value = serde_json::from_str(&repository.0.read("diff.json")).expect("it is JSON");
    assert_eq!(json["format"], "gainsay.diff/v1");
    let mut rows = csv::Reader::from_reader(repository.0.read("diff.csv").as_bytes().to_vec().leak() as &[u8]);
    let rows: Vec<csv::StringRecord> = rows.records().collect::<Result<_, _>>().expect("it is CSV");
    assert_eq!(rows.len(), json["changes"].as_array().expect("a list").len());
    assert_eq!(&rows[0][0], "absent");
}

#[test]
fn text_of_claims_does_not_act() {
    let evil = "\u{1b}[31m</td><script>alert(1)</script> ::error:: =HYPERLINK() [x](http://x) \u{202e}";
    let claims = |note: &str| {
        let note = serde_json::Value::from(note).to_string();
        DISPUTE
            .replace(r#""value": { "exactly": 5937 }"#, &format!(r#""value": {{ "exactly": 5937 }}, "note": {note}"#))
    };
    let folder = Folder::new().file("a.json", &claims("plain")).file("b.json", &claims(evil));
    for form in ["terminal", "markdown", "csv", "json"] {
        let diff = folder.run(&["diff", "@/a.json", "@/b.json", "--format", form]);
        assert_eq!(diff.code, 0, "{}", diff.err);
        assert!(!diff.out.contains('\u{1b}') && !diff.out.contains('\u{202e}'), "{}", diff.out);
        assert!(form != "markdown" || !diff.out.contains("<script>"), "{}", diff.out);
    }
}
