//! What `gainsay diff` says of settings, words and documents, from which a change may come with no claim edited.

mod support;

use support::{DISPUTE, Folder};

const WORDS: &str = r#"{ "format": "gainsay.vocabulary/v1",
  "sources": [ { "id": "desk", "label": "The desk" }, { "id": "archive", "label": "The archive" } ],
  "places": [ { "id": "zarichne", "label": "Zarichne", "part_of": ["ukraine"] } ],
  "narrowings": [ { "source": "desk", "measure": "personnel-losses", "from": "2023-05-01", "readings": ["killed"],
    "citation": { "publisher": "example-press", "published": "2023-05-01", "exact": "killed" } } ] }"#;

fn desk() -> Folder {
    let folder = Folder::new();
    for side in ["was", "is"] {
        std::fs::create_dir(folder.0.join(side)).expect("it can be made");
    }
    folder.file("was/a.json", DISPUTE).file("was/vocabulary.json", WORDS).file("was/gainsay.toml", "")
}

#[test]
fn what_lies_around_the_claims_is_told_field_by_field() {
    let words = WORDS
        .replace("\"The desk\"", "\"Our desk\", \"part_of\": [\"independent-media\"]")
        .replace("\"archive\", \"label\": \"The archive\"", "\"library\", \"label\": \"The <b>library</b>\"")
        .replace("[\"killed\"]", "[\"killed-and-wounded\"]");
    let folder = desk()
        .file(
            "is/a.json",
            &DISPUTE.replace("\"2022-09-21\", \"language\"", "\"2022-09-22\", \"title\": \"Losses\", \"language\""),
        )
        .file("is/vocabulary.json", &words)
        .file("is/gainsay.toml", "about_percent = 7\nstale_days = 30\n");
    for form in ["terminal", "markdown", "json"] {
        let ran = folder.run(&["diff", "@/was", "@/is", "--format", form]);
        assert_eq!((ran.code, &*ran.err), (0, ""));
        let shown = ran.out.replace(&*folder.0.to_string_lossy(), "@");
        insta::assert_snapshot!(format!("around-{form}"), shown);
    }
}

#[test]
fn the_same_words_in_another_order_are_no_difference() {
    let words = WORDS.replace(
        r#"{ "id": "desk", "label": "The desk" }, { "id": "archive", "label": "The archive" }"#,
        r#"{ "id": "archive", "label": "The archive" }, { "id": "desk", "label": "The desk" }"#,
    );
    assert_ne!(words, WORDS);
    let folder = desk()
        .file("is/moved.json", DISPUTE)
        .file("is/vocabulary.json", &words)
        .file("is/gainsay.toml", "stale_days = 90\n");
    let ran = folder.run(&["diff", "@/was", "@/is"]);
    assert!(ran.out.ends_with("\nclaims: 3 moved to another file\n"), "{}", ran.out);
}

#[test]
fn a_change_without_a_claim_names_what_lies_around() {
    let folder = desk()
        .file("is/a.json", DISPUTE)
        .file("is/vocabulary.json", WORDS)
        .file("is/gainsay.toml", "wide_gap_percent = 100\n");
    let other = DISPUTE.replace("\"at_least\": 6600", "\"at_least\": 5800");
    let folder = folder.file("was/a.json", &other).file("is/a.json", &other);
    let ran = folder.run(&["diff", "@/was", "@/is", "--fail-on", "note", "--format", "summary"]);
    assert_eq!(ran.code, 1, "{}", ran.out);
    assert!(
        ran.out.contains("no claim of it, but what lies around the claims: setting wide\\_gap\\_percent"),
        "{}",
        ran.out
    );
}
