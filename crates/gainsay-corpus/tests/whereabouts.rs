//! Where claims and quotes stand.

mod support;

use gainsay_claim::{Corpus, Spot, Whereabouts};
use gainsay_corpus::{Input, LoadOptions, Shelf, Tree, load_tree, whereabouts, whereabouts_of_fields};
use std::collections::BTreeMap;
use support::{Folder, built_in, load_all};

fn found(corpus: &Corpus, inputs: &[Input], id: &str) -> Whereabouts {
    let claim = corpus.find(id).expect("the claim is there");
    whereabouts(corpus, inputs, [claim]).remove(&claim).expect("what is asked for is answered")
}

fn place(folder: &Folder, spot: &Spot) -> String {
    let root = format!("{}/", folder.0.display());
    format!("{}:{}:{}", spot.path.replace(&root, ""), spot.line, spot.column)
}

const TEXT: &str = "Втрати на 19 квітня:\n  танків 3665\r\nі 4 літаки.\n";

#[test]
fn a_claim_stands_at_its_record_and_its_quote_in_the_text() {
    let folder = Folder::with("documents/втрати 1.txt", TEXT);
    let evidence = "\"evidence\": { \"exact\": \"танків 3665\\r\\nі 4\", \"start\": 23, \"end\": 39 }";
    folder.file(
        "a.json",
        format!(
            "{{ \"format\": \"gainsay.claims/v1\",\n\"document\": {{ \"id\": \"a\", \"text\": \"documents/втрати 1.txt\" }},\n\"claims\": [ {},\n   {} ] }}",
            support::claim("a/one", ""),
            support::claim("a/two", evidence)
        ),
    );
    let inputs = [folder.path("")];
    let corpus = folder.load();
    let two = found(&corpus, &inputs, "a/two");
    assert_eq!(place(&folder, &two.record.expect("it has a record")), "a.json:4:4");
    let quote = two.quote.expect("it has a quote");
    assert_eq!(place(&folder, &quote.start), "documents/втрати 1.txt:2:3");
    assert_eq!((quote.end_line, quote.end_column, quote.offset, quote.length), (3, 4, 23, 16));
    let one = found(&corpus, &inputs, "a/one");
    assert_eq!(place(&folder, &one.record.expect("it has a record")), "a.json:3:13");
    assert_eq!(one.quote, None, "a claim without evidence has no quote");
}

#[test]
fn a_quote_behind_the_end_of_its_text_stands_nowhere() {
    let folder = Folder::with("documents/a.txt", TEXT);
    let evidence = "\"evidence\": { \"exact\": \"танків\", \"start\": 23, \"end\": 3900 }";
    folder.file(
        "a.json",
        format!(
            "{{ \"format\": \"gainsay.claims/v1\", \"document\": {{ \"id\": \"a\", \"text\": \"documents/a.txt\" }}, \"claims\": [ {} ] }}",
            support::claim("a/one", evidence)
        ),
    );
    assert_eq!(found(&folder.load(), &[folder.path("")], "a/one").quote, None);
}

#[test]
fn a_line_is_the_record_and_standard_input_has_none() {
    let lines = format!("{{\"document\":{{\"id\":\"a\"}}}}\n{}\n", support::claim("a/one", "\"document\": \"a\""));
    let folder = Folder::with("a.ndjson", &lines);
    let spot = found(&folder.load(), &[folder.path("")], "a/one").record.expect("it has a record");
    assert_eq!(place(&folder, &spot), "a.ndjson:2:1");
    let inputs = [Input::Stdin(lines.into_bytes())];
    assert_eq!(found(&load_all(&inputs).expect("it can be read"), &inputs, "a/one"), Whereabouts::default());
}

#[test]
fn in_a_tree_paths_count_from_its_root() {
    let evidence = "\"evidence\": { \"exact\": \"танків 3665\", \"start\": 23, \"end\": 34 }";
    let file = format!(
        "{{ \"format\": \"gainsay.claims/v1\", \"document\": {{ \"id\": \"a\", \"text\": \"documents/a.txt\" }},\n\"claims\": [ {} ] }}",
        support::claim("a/one", evidence)
    );
    let lines = format!("{{\"document\":{{\"id\":\"b\"}}}}\n{}\n", support::claim("b/one", "\"document\": \"b\""));
    for folder in ["", "desk/claims/"] {
        let files = [("a.json", &*file), ("documents/a.txt", TEXT), ("b.ndjson", &lines)];
        let files: BTreeMap<String, Vec<u8>> =
            files.iter().map(|(name, text)| (format!("{folder}{name}"), text.as_bytes().to_vec())).collect();
        let tree = Tree { prefix: "main:".into(), path: folder.trim_end_matches('/').into(), files };
        let corpus = load_tree(&tree, built_in(), &LoadOptions::default()).expect("it holds claims");
        assert_eq!(corpus.problems, []);
        let ids = ["a/one", "b/one"].map(|id| corpus.find(id).expect("the claim is there"));
        let places = whereabouts_of_fields(&corpus, Shelf::Memory(&tree), ids.map(|id| (id, String::new())).into());
        let spot = |spot: &Spot| format!("{}:{}:{}", spot.path, spot.line, spot.column);
        let [one, two] = ids.map(|id| &places[&id]);
        assert_eq!(one.record.as_ref().map(spot), Some(format!("{folder}a.json:2:13")));
        assert_eq!(one.quote.as_ref().map(|quote| spot(&quote.start)), Some(format!("{folder}documents/a.txt:2:3")));
        assert_eq!(two.record.as_ref().map(spot), Some(format!("{folder}b.ndjson:2:1")));
        assert_eq!(two.quote, None);
    }
}

#[test]
fn a_field_stands_on_its_own_line_and_a_missing_one_where_the_record_begins() {
    let claim = support::claim("a/one", "\n  \"value\": { \"exactly\": 7 },\n  \"evidence\": { \"exact\": \"seven\" }");
    let folder = Folder::with(
        "a.json",
        format!("{{ \"format\": \"gainsay.claims/v1\", \"document\": {{ \"id\": \"a\" }},\n\"claims\": [ {claim} ] }}"),
    );
    let lines = format!("{{\"document\":{{\"id\":\"b\"}}}}\n{}\n", support::claim("b/one", "\"document\": \"b\""));
    folder.file("b.ndjson", &lines);
    let (corpus, inputs) = (folder.load(), [folder.path("")]);
    let spot = |id: &str, field: &str| {
        let claim = corpus.find(id).expect("the claim is there");
        let places = whereabouts_of_fields(&corpus, Shelf::Disk(&inputs), [(claim, field.to_owned())].into());
        place(&folder, places[&claim].record.as_ref().expect("it has a record"))
    };
    assert_eq!(spot("a/one", "value"), "a.json:3:12");
    assert_eq!(spot("a/one", "evidence/exact"), "a.json:4:26");
    assert_eq!(spot("a/one", "note"), "a.json:2:13");
    assert_eq!(spot("b/one", "nothing"), "b.ndjson:2:1");
    assert!(spot("b/one", "value").starts_with("b.ndjson:2:"));
}
