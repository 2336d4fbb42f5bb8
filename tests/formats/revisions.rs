//! `gainsay diff` in the formats of reviewers' tools, over a git repository of two revisions.

use super::readers::{commands, markdown, sarif};
use super::shown;
use serde_json::Value;
use std::path::PathBuf;
use std::process::Command;
use std::sync::atomic::{AtomicU32, Ordering};

/// A repository that goes away with the test.
struct Desk(PathBuf);

static NUMBER: AtomicU32 = AtomicU32::new(0);

impl Desk {
    /// One commit, on `main`.
    fn of(files: &[(&str, String)]) -> Desk {
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        let desk = Desk(std::env::temp_dir().join(format!("gainsay-revisions-{}-{number}", std::process::id())));
        files.iter().for_each(|(name, text)| desk.write(name, text));
        desk.git(&["init", "-q", "-b", "main"]);
        desk.git(&["add", "-A"]);
        desk.git(&["-c", "user.name=desk", "-c", "user.email=desk@example.org", "commit", "-q", "-m", "first"]);
        desk
    }

    fn write(&self, name: &str, text: &str) {
        let path = self.0.join(name);
        std::fs::create_dir_all(path.parent().expect("a file lies in a folder")).expect("it can be made");
        std::fs::write(path, text).expect("it can be written");
    }

    fn git(&self, words: &[&str]) {
        let mut git = Command::new("git");
        let status = git.args(words).current_dir(&self.0).env("GIT_CONFIG_GLOBAL", "/dev/null").status();
        assert!(status.expect("git is there").success(), "{words:?}");
    }

    fn diff(&self, base: &str, head: &str, format: &str) -> String {
        let side = |name: &str| name.replace('@', &self.0.to_string_lossy());
        shown(&["diff", &side(base), &side(head), "--format", format])
    }
}

impl Drop for Desk {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

fn claim(id: &str, source: &str, value: u32) -> String {
    format!(
        r#"    {{ "id": "{id}", "source": "{source}", "measure": "killed", "subject": "russian-forces", "place": "ukraine",
      "period": {{ "from": "2022-02-24", "to": "2022-09-21" }}, "value": {{ "exactly": {value} }},
      "evidence": {{ "exact": "{value} killed", "start": 0, "end": {} }} }}"#,
        value.to_string().len() + 7
    )
}

fn file(document: &str, claims: &[String]) -> String {
    format!(
        r#"{{ "format": "gainsay.claims/v1",
  "document": {{ "id": "{document}", "published": "2022-09-21", "text": "documents/{document}.txt" }},
  "claims": [
{}
  ] }}
"#,
        claims.join(",\n")
    )
}

/// Two sources that agree, and two others that conflict.
fn desk() -> Desk {
    let file = |document: &str, source: &str, value| {
        (format!("{document}.json"), file(document, &[claim(&format!("{document}/killed"), source, value)]))
    };
    let files = [
        file("a", "russian-mod", 5937),
        file("b", "mediazona", 5937),
        file("c", "uk-mod", 70_000),
        file("d", "kremlin", 1351),
    ];
    let texts = [("a", 5937), ("b", 5937), ("c", 70_000), ("d", 1351)]
        .map(|(document, value)| (format!("documents/{document}.txt"), format!("{value} killed")));
    let files = files.into_iter().chain(texts).chain([("vocabulary.json".to_owned(), VOCABULARY.to_owned())]);
    let files: Vec<(String, String)> = files.map(|(name, text)| (format!("claims/{name}"), text)).collect();
    Desk::of(&files.iter().map(|(name, text)| (&**name, text.clone())).collect::<Vec<_>>())
}

const VOCABULARY: &str = r#"{ "format": "gainsay.vocabulary/v1" }"#;

/// A figure that opens a conflict, and one that closes another.
fn edit(desk: &Desk) {
    desk.write("claims/b.json", &file("b", &[claim("b/killed", "mediazona", 66_000)]));
    desk.write("claims/documents/b.txt", "66000 killed");
    std::fs::remove_file(desk.0.join("claims/d.json")).expect("it is there");
}

/// A snapshot beside the others.
fn snapshot(name: &str, text: &str) {
    insta::with_settings!({ snapshot_path => "../snapshots", prepend_module_to_snapshot => false }, {
        insta::assert_snapshot!(name, text);
    });
}

fn state(result: &Value) -> (String, String, Option<String>) {
    let text = |value: &Value| value.as_str().map(str::to_owned);
    let place = &result["locations"][0]["physicalLocation"];
    let place = text(&place["artifactLocation"]["uri"]).map(|uri| format!("{uri}:{}", place["region"]["startLine"]));
    (
        text(&result["baselineState"]).expect("every result has a state"),
        text(&result["partialFingerprints"]["discrepancy/v1"]).expect("every result has an id"),
        place,
    )
}

#[test]
fn sarif_has_the_state_of_every_result_and_paths_from_the_root() {
    let desk = desk();
    edit(&desk);
    let run = sarif(&desk.diff("main:claims", "@/claims", "sarif"));
    let mut states: Vec<_> = run["results"].as_array().expect("a list").iter().map(state).collect();
    states.sort();
    let lines: Vec<String> =
        states.iter().map(|(state, id, place)| format!("{state} {id} {}", place.as_deref().unwrap_or("-"))).collect();
    snapshot("formats-diff-sarif", &lines.join("\n"));
    for result in run["results"].as_array().expect("a list") {
        let is_compared = result["properties"].get("compared").is_some();
        assert_eq!(is_compared, result["baselineState"] != "unchanged", "{result:#}");
    }
    // A revision is read from git, and its claims stand at the same paths.
    desk.git(&["add", "-A"]);
    desk.git(&["-c", "user.name=desk", "-c", "user.email=desk@example.org", "commit", "-q", "-m", "second"]);
    let again = sarif(&desk.diff("main~1:claims", "@/claims", "sarif"));
    assert_eq!(again["results"], run["results"]);
    let in_git = |base: &str, head: &str| {
        let text = shown(&["diff", &base.replace('@', &desk.0.to_string_lossy()), head, "--format", "sarif"]);
        sarif(&text)["results"].clone()
    };
    // The folder on the one side says which repository is meant.
    let mut backwards: Vec<_> =
        in_git("@/claims", "main~1:claims").as_array().expect("a list").iter().map(state).collect();
    backwards.sort();
    assert!(backwards.iter().any(|(state, _, _)| state == "absent"), "{backwards:?}");
    let places = backwards.iter().filter_map(|(_, _, place)| place.as_deref());
    assert!(places.clone().count() > 0);
    places.for_each(|place| assert!(place.starts_with("claims/"), "{place}"));
}

#[test]
fn annotations_stand_on_the_lines_of_the_change() {
    let desk = desk();
    edit(&desk);
    let text = desk.diff("main:claims", "@/claims", "github");
    let (commands, rest) = commands(&text);
    assert_eq!(rest, [""; 0]);
    snapshot("formats-diff-github", &text);
    let errors: Vec<_> = commands.iter().filter(|command| command.name == "error").collect();
    assert!(!errors.is_empty());
    for error in errors {
        assert_eq!((error.property("file"), error.property("line")), ("claims/b.json", "5"), "{error:?}");
    }
}

#[test]
fn the_summary_and_the_cases_of_a_change() {
    let desk = desk();
    edit(&desk);
    let text = desk.diff("main:claims", "@/claims", "summary");
    markdown(&text);
    let text = text.replace(&*desk.0.to_string_lossy(), "@");
    snapshot("formats-diff-summary", &text);
    let text = desk.diff("main:claims", "@/claims", "junit");
    let document = roxmltree::Document::parse(&text).expect("it is XML");
    let failed = document.descendants().filter(|node| node.has_tag_name("failure")).count();
    let (commands, _) = commands(&desk.diff("main:claims", "@/claims", "github"));
    assert_eq!(failed, commands.iter().filter(|command| command.name == "error").count());
    assert_eq!(document.root_element().attribute("failures"), Some(&*failed.to_string()));
}

#[test]
fn what_is_wrong_with_the_base_alone_stands_on_no_line() {
    let desk = desk();
    desk.write("claims/a.json", "{ \"format\": ");
    let (commands, _) = commands(&desk.diff("@/claims", "main:claims", "github"));
    let broken: Vec<_> = commands.iter().filter(|command| command.property("title") == "unsound input").collect();
    assert_eq!(broken.len(), 1);
    assert_eq!(broken[0].property("file"), "");
    assert!(broken[0].message.starts_with("in BASE at `"), "{broken:?}");
    let (commands, _) = super::readers::commands(&desk.diff("main:claims", "@/claims", "github"));
    let broken: Vec<_> = commands.iter().filter(|command| command.property("title") == "unsound input").collect();
    assert_eq!((broken.len(), broken[0].property("file")), (1, "claims/a.json"));
    sarif(&desk.diff("@/claims", "main:claims", "sarif"));
}

#[test]
fn a_report_on_one_side_is_shown_by_its_words() {
    let desk = desk();
    let report = shown(&["report", &desk.0.join("claims").to_string_lossy(), "--format", "json"]);
    desk.write("old.json", &report);
    edit(&desk);
    for (base, head) in [("@/old.json", "@/claims"), ("@/claims", "@/old.json")] {
        let run = sarif(&desk.diff(base, head, "sarif"));
        let states: Vec<_> = run["results"].as_array().expect("a list").iter().map(state).collect();
        for wanted in ["new", "absent", "unchanged"] {
            assert!(states.iter().any(|(state, _, _)| state == wanted), "{base} {states:?}");
        }
        markdown(&desk.diff(base, head, "summary"));
        commands(&desk.diff(base, head, "github"));
        assert!(roxmltree::Document::parse(&desk.diff(base, head, "junit")).is_ok());
    }
}
