//! A folder in memory is read as the same folder on disk.

mod support;

use gainsay_claim::Severity;
use gainsay_corpus::{Input, LoadError, LoadOptions, Tree, load, load_tree};
use std::collections::BTreeMap;
use support::{Folder, built_in};

const CLAIM: &str = r#"{ "format": "gainsay.claims/v1", "document": { "id": "ID", "text": "documents/a.json" },
  "claims": [ { "id": "ID/1", "source": "oryx", "measure": "tanks-lost", "subject": "russian-forces", "value": { "exactly": 1 } } ] }"#;

fn files() -> BTreeMap<String, Vec<u8>> {
    let claim = |id: &str| CLAIM.replace("ID", id).into_bytes();
    BTreeMap::from([
        ("claims/a.json".to_owned(), claim("a")),
        ("claims/sub/b.json".to_owned(), claim("b")),
        ("claims/sub/c.ndjson".to_owned(), b"{\"document\":{\"id\":\"c\"}}\n{\"broken\":1}\n".to_vec()),
        ("claims/.hidden.json".to_owned(), claim("hidden")),
        ("claims/.hidden/d.json".to_owned(), claim("hidden")),
        ("claims/documents/e.json".to_owned(), claim("e")),
        ("claims/f.jsonl".to_owned(), claim("f")),
        ("claims/gainsay.toml".to_owned(), b"gap_days = 7".to_vec()),
        (
            "claims/vocabulary.json".to_owned(),
            br#"{ "format": "gainsay.vocabulary/v1", "sources": [ { "id": "desk" } ] }"#.to_vec(),
        ),
        ("other/g.json".to_owned(), claim("g")),
    ])
}

#[test]
fn memory_and_disk_hold_the_same_corpus() {
    let folder = Folder::new();
    for (name, bytes) in files() {
        folder.file(&name, bytes);
    }
    for path in ["claims", "claims/sub", "claims/sub/b.json", "other"] {
        let options = LoadOptions::default();
        let on_disk = load(&[Input::Path(folder.0.join(path))], built_in(), &options).expect("it is there");
        let tree = Tree { prefix: "main:".into(), path: path.into(), files: files() };
        let in_memory = load_tree(&tree, built_in(), &options).expect("it is there");
        assert_eq!(in_memory.claims, on_disk.claims, "{path}");
        assert_eq!(in_memory.settings, on_disk.settings, "{path}");
        let named = |name: &str| name.replace(&format!("{}/", folder.0.display()), "main:");
        let names: Vec<String> = on_disk.files.iter().map(|name| named(name)).collect();
        assert_eq!(in_memory.files, names, "{path}");
        let told = |problems: &[gainsay_claim::Problem]| -> Vec<(String, u32, String, Severity)> {
            problems.iter().map(|it| (named(&it.path), it.line, it.message.clone(), it.severity)).collect()
        };
        assert_eq!(told(&in_memory.problems), told(&on_disk.problems), "{path}");
        assert_eq!(in_memory.vocabulary.find_source("desk"), on_disk.vocabulary.find_source("desk"), "{path}");
    }
}

#[test]
fn nothing_to_read_is_an_error_that_names_the_folder() {
    let tree = Tree { prefix: "main:".into(), path: "docs".into(), files: files() };
    let error = load_tree(&tree, built_in(), &LoadOptions::default()).expect_err("nothing is there");
    assert!(matches!(&error, LoadError::NothingThere { path, .. } if path == "main:docs"), "{error}");
}
