//! Every bad input has its place and a way out, and never hides the rest.

mod support;

use gainsay_claim::Severity;
use gainsay_corpus::{Input, LoadError};
use std::path::PathBuf;
use support::{Folder, claim, document, load_all};

/// The only problem of a document with one claim of these fields.
fn one(fields: &str) -> String {
    let folder = Folder::with("a.json", document("d", &[("d/a", fields)]));
    folder.file("b.json", document("e", &[("e/sound", "")]));
    let corpus = folder.load();
    assert_eq!(corpus.claims.len(), 1, "the sound one is read");
    let mut problems = folder.lines_of(&corpus.problems);
    assert_eq!(problems.len(), 1, "{problems:#?}");
    problems.remove(0)
}

#[test]
fn a_claim_with_a_mistake_has_its_place() {
    for (fields, place, said) in [
        ("\"measur\": 1", "a.json:5:", "did you mean `measure`?"),
        ("\"measure\": \"tanks-los\"", "a.json:5:", "did you mean `tanks-lost`?"),
        ("\"source\": \"general-staf\"", "a.json:5:", "no source is called"),
        ("\"said\": \"2023-02-30\"", "a.json:5:", "no such day"),
        ("\"said\": \"19.04.2023\"", "a.json:5:", "YYYY-MM-DD"),
        ("\"period\": { \"from\": \"2023-02-02\", \"to\": \"2023-02-01\" }", "a.json:5:", "ends before it begins"),
        ("\"value\": { \"exactly\": -1 }", "a.json:5:", "below zero"),
        ("\"value\": { \"exactly\": 18446744073709551616 }", "a.json:5:", "18446744073709551615"),
        ("\"value\": { \"exactly\": 1e400 }", "a.json:5:", ""),
        ("\"value\": { \"between\": [2, 1] }", "a.json:5:", "put the lower one first"),
        ("\"value\": { \"happened\": true }", "a.json:5:", "does not fit `tanks-lost`"),
        ("\"value\": { \"exactly\": 110,00 }", "a.json:5:", ""),
        ("\"evidence\": { \"exact\": \"x\", \"start\": 2, \"end\": 1 }", "a.json:5:", "ends before it begins"),
        ("\"id\": \"twice\"", "a.json:5:", "stands here twice"),
        ("\"hedge\": \"\"", "a.json:5:", "no words stand here"),
        ("\"via\": [\" \"]", "a.json:5:", "no words stand here"),
        ("\"evidence\": { \"exact\": \"\" }", "a.json:5:", "no words stand here"),
        ("\"value\": { \"text\": \"\" }", "a.json:5:", "no words stand here"),
        (
            "\"value\": { \"relative\": { \"to\": \"un-ohchr\", \"is\": \"lower\" } }",
            "a.json:5:",
            "`un-ohchr` is compared with itself",
        ),
        ("\"corrects\": \"х/а\"", "a.json:5:", "such as `a-name`"),
    ] {
        let problem = one(fields);
        assert!(problem.starts_with(place) && problem.contains(said), "{fields}: {problem}");
    }
}

#[test]
fn a_dangling_correction_leaves_the_claim() {
    let folder = Folder::with("a.json", document("d", &[("d/first", ""), ("d/second", "\"corrects\": \"d/frist\"")]));
    let corpus = folder.load();
    assert_eq!(corpus.claims.len(), 2);
    let line = document("d", &[("d/second", "\"corrects\": \"d/frist\"")])
        .lines()
        .nth(4)
        .expect("the claim's line")
        .to_owned();
    let column = line.find("\"d/frist\"").expect("it stands there") + 1;
    assert_eq!(
        folder.lines_of(&corpus.problems),
        [format!("a.json:6:{column} no claim is called `d/frist`; did you mean `d/first`?")]
    );
}

#[test]
fn nobody_corrects_what_another_source_said() {
    let claims = [
        ("d/first", "\"source\": \"office\""),
        ("d/other", "\"corrects\": \"d/first\""),
        ("d/own", "\"source\": \"state\", \"corrects\": \"d/first\""),
    ];
    let folder = Folder::with("a.json", document("d", &claims));
    folder.file("vocabulary.json", "{ \"format\": \"gainsay.vocabulary/v1\", \"sources\": [{ \"id\": \"state\" }, { \"id\": \"office\", \"part_of\": \"state\" }] }");
    let corpus = folder.load();
    let problems = folder.lines_of(&corpus.problems);
    assert_eq!(problems.len(), 1, "{problems:#?}");
    assert!(
        problems[0].starts_with("a.json:6:")
            && problems[0].contains("`d/first` is a claim of `office`, which `un-ohchr` cannot correct"),
        "{problems:#?}"
    );
    let find = |id: &str| corpus.find(id).expect("it is there");
    assert_eq!(corpus.corrected, [(find("d/first"), find("d/own"))]);
}

#[test]
fn text_that_is_no_json_has_a_way_out_that_fits() {
    for (bytes, help) in [
        (&b"{\n \"id\": 1\n}"[..], "each object stands whole on a line of its own"),
        (b"{\0\"\0", "there are null bytes in it; save the file as UTF-8"),
    ] {
        let problems = Folder::with("a.ndjson", bytes).problems();
        assert!(problems[0].ends_with(help), "{problems:#?}");
    }
}

#[test]
fn corrections_that_go_in_circles_are_undone() {
    let folder = Folder::with(
        "a.json",
        document(
            "d",
            &[
                ("d/a", "\"corrects\": \"d/b\""),
                ("d/b", "\"corrects\": \"d/a\""),
                ("d/c", "\"corrects\": \"d/c\""),
                ("d/e", "\"corrects\": \"d/f\""),
                ("d/f", ""),
                ("d/g", "\"corrects\": \"d/f\""),
            ],
        ),
    );
    let corpus = folder.load();
    let problems = folder.lines_of(&corpus.problems);
    assert_eq!(problems.len(), 3, "{problems:#?}");
    assert!(problems[0].contains("in a circle: `d/a`, `d/b`"), "{problems:#?}");
    assert!(problems[1].contains("corrects itself"), "{problems:#?}");
    assert!(problems[2].contains("has been corrected by `d/e`"), "{problems:#?}");
    let find = |id: &str| corpus.find(id).expect("it is there");
    assert_eq!(corpus.corrected, [(find("d/f"), find("d/e"))]);
}

#[test]
fn columns_count_letters_in_any_script() {
    let folder = Folder::with(
        "втрати.json",
        document("d", &[("d/a", "\"statement\": \"Втрати — понад 120 осіб\", \"hedg\": \"можливо\"")]),
    );
    let problems = folder.problems();
    let line = document("d", &[("d/a", "\"statement\": \"Втрати — понад 120 осіб\", \"hedg\": \"можливо\"")]);
    let line = line.lines().nth(4).expect("the claim's line");
    let column =
        line.chars().collect::<String>().split("\"hedg\"").next().expect("it stands there").chars().count() + 1;
    assert_eq!(problems, [format!("втрати.json:5:{column} a claim has no field `hedg`; did you mean `hedge`?")]);
}

#[test]
fn what_is_no_json_at_all() {
    let deep = "[".repeat(200_000);
    let deep_objects = "{\"document\":".repeat(200_000);
    for (bytes, said) in [
        (&b""[..], "empty"),
        (b" \n\t\n", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (b"{", ""),
        (b"null", ""),
        (b"\0\0\0", ""),
        (b"{\"format\": \"gainsay.claims/v1\", \"document\": {\"id\": \"a\0\"}}", ""),
        (b"\xd0\xc2\xd2", "UTF-8"),
        (b"\xff\xfe{\0", "UTF-16"),
        (deep.as_bytes(), ""),
        (deep_objects.as_bytes(), ""),
        (b"{} {}", ""),
        (b"{\"format\": \"gainsay.claims/v9\", \"document\": {\"id\": \"a\"}}", "gainsay.claims/v1"),
    ] {
        for name in ["a.json", "a.ndjson", "vocabulary.json"] {
            let folder = Folder::with(name, bytes);
            folder.file("b.json", document("e", &[("e/sound", "")]));
            let corpus = folder.load();
            let problems = folder.lines_of(&corpus.problems);
            assert_eq!(corpus.claims.len(), 1, "{name} {problems:?}");
            assert!(problems.iter().any(|problem| problem.starts_with(&format!("{name}:1:"))), "{name} {problems:?}");
            if name == "a.json" {
                assert!(problems.iter().any(|problem| problem.contains(said)), "{said} {problems:?}");
            }
            assert!(
                corpus.problems.iter().all(|problem| problem.severity == Severity::Error && !problem.help.is_empty()),
                "{problems:?}"
            );
        }
    }
}

#[test]
fn the_first_bad_byte_is_named() {
    let mut text = "{\n  \"формат\": \"".as_bytes().to_vec();
    text.extend_from_slice(b"\xc2\xf2\xf0\"}");
    let folder = Folder::with("a.json", text);
    assert_eq!(
        folder.problems(),
        ["a.json:2:14 the byte 0xC2 is not UTF-8 here; save the file as UTF-8; it may be in Windows-1251 or KOI8"]
    );
}

#[test]
fn broken_lines_do_not_hide_the_others() {
    let lines = [
        "{\"document\": {\"id\": \"d\"}}".to_owned(),
        claim("d/a", "\"document\": \"d\""),
        "{\"id\": ".to_owned(),
        String::new(),
        claim("d/b", "\"document\": \"dd\""),
        claim("d/c", ""),
        claim("d/e", "\"document\": \"d\", \"measure\": \"tank-lost\", \"subject\": \"russian-force\""),
        claim("d/a", "\"document\": \"d\""),
    ];
    let folder = Folder::with("a.ndjson", lines.join("\n"));
    let corpus = folder.load();
    assert_eq!(corpus.claims.len(), 1);
    let problems = folder.lines_of(&corpus.problems);
    let starts = [
        "a.ndjson:3:",
        "a.ndjson:5:",
        "a.ndjson:6:1 the claim names no document",
        "a.ndjson:7:",
        "a.ndjson:7:",
        "a.ndjson:8:9 claim id `d/a` stands twice, first at a.ndjson:2:9;",
    ];
    assert_eq!(problems.len(), starts.len(), "{problems:#?}");
    for (problem, start) in problems.iter().zip(starts) {
        assert!(problem.starts_with(start), "{start}: {problem}");
    }
    assert!(problems[1].contains("no document is called `dd`"), "{problems:#?}");
}

#[test]
fn a_broken_document_is_named_once_and_not_by_its_claims() {
    let lines = [
        "{\"document\": {\"id\": \"d\", \"publishd\": \"2023-04-19\"}}".to_owned(),
        claim("d/a", "\"document\": \"d\""),
        claim("d/b", "\"document\": \"d\""),
    ];
    let folder = Folder::with("a.ndjson", lines.join("\n"));
    let problems = folder.problems();
    assert_eq!(problems.len(), 1, "{problems:#?}");
    assert!(problems[0].contains("did you mean `published`?"), "{problems:#?}");
}

#[test]
fn doubled_ids_name_both_places() {
    let folder = Folder::with("a.json", document("d", &[("d/a", "")]));
    folder.file("b.json", document("e", &[("e/a", ""), ("d/a", "")]));
    folder.file("c.json", document("d", &[]));
    folder.file("e.json", document("d", &[]).replace("2023-04-19", "2023-04-20"));
    let corpus = folder.load();
    assert_eq!((corpus.claims.len(), corpus.documents.len()), (2, 2));
    assert_eq!(
        folder.lines_of(&corpus.problems),
        [
            "b.json:6:13 claim id `d/a` stands twice, first at a.json:5:13; give this claim an id of its own, or take it away",
            "e.json:3:23 document id `d` stands twice, with another day of publication, first at a.json:3:23; give one of them an id of its own, or the same fields to both",
        ]
    );
}

#[test]
fn a_faulty_vocabulary_has_its_place() {
    let vocabulary = "{\n  \"format\": \"gainsay.vocabulary/v1\",\n  \"places\": [\n    { \"id\": \"a\", \"part_of\": \"b\" },\n    { \"id\": \"b\", \"part_of\": [\"a\"] },\n    { \"id\": \"c\", \"part_of\": \"ukrain\" },\n    { \"id\": \"Дім\" },\n    { \"id\": \"kherson\", \"label\": \"another\" }\n  ]\n}";
    let folder = Folder::with("vocabulary.json", vocabulary);
    let problems = folder.problems();
    for start in [
        "vocabulary.json:4:13 `a` is a part of itself",
        "vocabulary.json:6:29 no place is called `ukrain`; did you mean `ukraine`?",
        "vocabulary.json:7:13 `Дім` is not an id",
        "vocabulary.json:8:13 the place `kherson` is defined twice",
    ] {
        assert!(problems.iter().any(|problem| problem.starts_with(start)), "{start}: {problems:#?}");
    }
}

#[test]
fn a_line_of_vocabulary_has_its_place() {
    let folder = Folder::with(
        "a.ndjson",
        "{\"document\": {\"id\": \"d\"}}\n{\"vocabulary\": {\"measures\": [{\"id\": \"x\", \"part_of\": \"losse\"}]}}\n",
    );
    assert_eq!(
        folder.problems(),
        ["a.ndjson:2:53 no measure is called `losse`; did you mean `losses`? Otherwise define it in `measures`"]
    );
}

#[cfg(unix)]
#[test]
fn links_that_loop_or_lead_nowhere_are_named() {
    use std::os::unix::fs::symlink;
    let folder = Folder::with("inner/a.json", document("d", &[("d/a", "")]));
    symlink("..", folder.0.join("inner/round")).expect("a link");
    symlink("nowhere.json", folder.0.join("lost.json")).expect("a link");
    symlink("inner", folder.0.join("other")).expect("a link");
    let corpus = folder.load();
    assert_eq!(corpus.claims.len(), 1, "a file reached twice counts once");
    let problems = folder.lines_of(&corpus.problems);
    assert!(
        problems.iter().any(|problem| problem.starts_with("inner/round:1:1 this link leads back to")),
        "{problems:#?}"
    );
    assert!(
        problems.iter().any(|problem| problem.starts_with("lost.json:1:1 cannot read this: no such file")),
        "{problems:#?}"
    );
}

#[test]
fn a_line_without_end_is_passed_over() {
    let mut text = b"{\"document\": {\"id\": \"d\"}}\n".to_vec();
    text.resize(text.len() + (69 << 20), b' ');
    text.push(b'\n');
    text.extend_from_slice(claim("d/a", "\"document\": \"d\"").as_bytes());
    text.extend_from_slice(b"\n{");
    let folder = Folder::with("a.ndjson", text);
    let corpus = folder.load();
    assert_eq!(corpus.claims.len(), 1);
    let problems = folder.lines_of(&corpus.problems);
    assert!(problems[0].starts_with("a.ndjson:2:1 a line is longer than 64 megabytes"), "{problems:?}");
    assert!(problems[1].starts_with("a.ndjson:4:"), "{problems:?}");
}

#[test]
fn settings_with_mistakes_have_their_place() {
    let folder = Folder::with("gainsay.toml", "# пороги\nstale_day = 30\nabout_percent = 7\n");
    folder.file("a.json", document("d", &[("d/a", "")]));
    let corpus = folder.load();
    assert_eq!(corpus.settings.about_percent, 7);
    assert_eq!(
        folder.lines_of(&corpus.problems),
        ["gainsay.toml:2:1 no setting is called `stale_day`; did you mean `stale_days`?"]
    );
}

#[test]
fn nothing_to_read_is_an_error_with_a_way_out() {
    let missing = load_all(&[Input::Path(PathBuf::from("/no/such/folder"))]).expect_err("it is not there");
    assert!(missing.to_string().contains("no such file or folder; name a folder"), "{missing}");
    let folder = Folder::with("read.txt", "x");
    let empty = load_all(&[folder.path("")]).expect_err("nothing is there");
    assert!(matches!(empty, LoadError::NothingThere { .. }) && empty.to_string().contains("*.ndjson"), "{empty}");
    folder.file("claims.jsonl", "{}");
    let named = load_all(&[folder.path("")]).expect_err("nothing is there");
    assert!(named.to_string().contains("claims.jsonl"), "{named}");
}

#[test]
fn many_problems_are_cut_short_and_counted() {
    let lines: Vec<String> = (0..1_500).map(|number| format!("{{\"id\": {number}}}")).collect();
    let folder = Folder::with("a.ndjson", lines.join("\n"));
    let problems = folder.problems();
    assert!(problems.iter().any(|problem| problem.contains("500 more problems in this file")), "{}", problems.len());
}
