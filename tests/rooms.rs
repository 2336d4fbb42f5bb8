//! The arrows between the rooms, and what a room may touch, held against manifests and sources.

#[path = "rooms/code.rs"]
mod code;

use code::{Code, Token, code_in};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use support::root;
use toml::{Table, Value};

const CLAIM: &str = "gainsay-claim";
const TEXT: &str = "gainsay-text";
const SOURCES: [&str; 3] =
    ["gainsay-source-general-staff", "gainsay-source-kremlin", "gainsay-source-independent-media"];
const CORPUS: &str = "gainsay-corpus";
const ALIGN: &str = "gainsay-align";
const COMPARE: &str = "gainsay-compare";
const DIFF: &str = "gainsay-diff";
const REPORT: &str = "gainsay-report";
const PROGRAM: &str = "gainsay";

/// Every room with the rooms that it may depend on; each stands behind those.
const ROOMS: [(&str, &[&str]); 11] = [
    (CLAIM, &[]),
    (TEXT, &[]),
    (SOURCES[0], &[CLAIM, TEXT]),
    (SOURCES[1], &[CLAIM, TEXT]),
    (SOURCES[2], &[CLAIM, TEXT]),
    (CORPUS, &[CLAIM]),
    (ALIGN, &[CLAIM]),
    (COMPARE, &[CLAIM, ALIGN]),
    (DIFF, &[CLAIM, ALIGN, COMPARE]),
    (REPORT, &[CLAIM, ALIGN, COMPARE, DIFF]),
    (PROGRAM, &[CLAIM, TEXT, SOURCES[0], SOURCES[1], SOURCES[2], CORPUS, ALIGN, COMPARE, DIFF, REPORT]),
];

/// The rooms that must not know who speaks.
const BLIND: [&str; 4] = [ALIGN, COMPARE, DIFF, REPORT];

/// What may lie at the top level, beside names that begin with a dot.
const TOP: [&str; 7] = ["Cargo.toml", "Cargo.lock", "README.md", "LICENSE", "crates", "claims", "tests"];

fn manifest(folder: &Path) -> Table {
    let path = folder.join("Cargo.toml");
    let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    text.parse().unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn names(folder: &Path) -> BTreeSet<String> {
    let entries = std::fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    entries.map(|entry| entry.expect("the folder can be read").file_name().to_string_lossy().into_owned()).collect()
}

fn crates() -> BTreeMap<String, PathBuf> {
    let folder = root().join("crates");
    names(&folder).into_iter().map(|name| (name.clone(), folder.join(name))).collect()
}

/// The packages that a manifest names, for any target and any purpose.
fn dependencies(manifest: &Table) -> BTreeSet<String> {
    let targets = manifest.get("target").and_then(Value::as_table);
    let tables = std::iter::once(manifest)
        .chain(targets.into_iter().flat_map(|targets| targets.values().filter_map(Value::as_table)));
    let mut found = BTreeSet::new();
    for table in tables {
        for kind in ["dependencies", "dev-dependencies", "build-dependencies"] {
            for (name, entry) in table.get(kind).and_then(Value::as_table).into_iter().flatten() {
                let renamed = entry.get("package").and_then(Value::as_str);
                found.insert(renamed.unwrap_or(name).to_owned());
            }
        }
    }
    found
}

fn rooms_among(dependencies: &BTreeSet<String>) -> BTreeSet<&str> {
    dependencies.iter().map(String::as_str).filter(|name| name.starts_with(PROGRAM)).collect()
}

#[test]
fn a_room_imports_only_the_rooms_before_it() {
    let crates = crates();
    let listed: BTreeSet<&str> = ROOMS.iter().map(|(room, _)| *room).collect();
    assert_eq!(
        crates.keys().map(String::as_str).collect::<BTreeSet<_>>(),
        listed,
        "the folders of crates/ are not the rooms of this list"
    );
    for (place, (room, allowed)) in ROOMS.iter().enumerate() {
        let before: Vec<&str> = ROOMS[..place].iter().map(|(room, _)| *room).collect();
        assert!(
            allowed.iter().all(|other| before.contains(other)),
            "{room} may import a room that does not stand before it"
        );
        let manifest = manifest(&crates[*room]);
        assert_eq!(manifest["package"]["name"].as_str(), Some(*room), "a crate goes by the name of its folder");
        let dependencies = dependencies(&manifest);
        let allowed: BTreeSet<&str> = allowed.iter().copied().collect();
        let imported = rooms_among(&dependencies);
        let extra: Vec<&&str> = imported.difference(&allowed).collect();
        assert!(
            extra.is_empty(),
            "{room} imports {extra:?}; to add an arrow, change the list in tests/rooms.rs first and say why"
        );
    }
}

#[test]
fn a_rule_cannot_know_who_spoke() {
    let crates = crates();
    let reach = |room: &str| -> BTreeSet<String> {
        let mut reached = BTreeSet::new();
        let mut waiting = vec![room.to_owned()];
        while let Some(room) = waiting.pop() {
            for next in rooms_among(&dependencies(&manifest(&crates[&room]))) {
                if reached.insert(next.to_owned()) {
                    waiting.push(next.to_owned());
                }
            }
        }
        reached
    };
    for room in BLIND {
        let known: Vec<String> = reach(room).into_iter().filter(|name| name.starts_with("gainsay-source")).collect();
        assert!(known.is_empty(), "{room} reaches {known:?}");
        for file in code_in(&crates[room].join("src")) {
            let named = file.tokens.iter().find(|token| token.text.starts_with("gainsay_source"));
            assert_eq!(named, None, "{}", file.path.display());
        }
    }
}

#[test]
fn every_crate_forbids_unsafe_code() {
    let workspace = manifest(&root());
    let lint = &workspace["workspace"]["lints"]["rust"]["unsafe_code"];
    let level = lint.as_str().or_else(|| lint.get("level").and_then(Value::as_str));
    assert_eq!(level, Some("forbid"));
    for folder in crates().into_values().chain([root().join("tests")]) {
        let inherits = manifest(&folder).get("lints").and_then(|lints| lints.get("workspace")).and_then(Value::as_bool);
        assert_eq!(inherits, Some(true), "{} must say `[lints] workspace = true`", folder.display());
    }
}

#[test]
fn chrono_comes_without_its_clock() {
    let workspace = manifest(&root());
    let chrono = &workspace["workspace"]["dependencies"]["chrono"];
    assert_eq!(chrono.get("default-features").and_then(Value::as_bool), Some(false));
    let features = |entry: &Value| -> Vec<String> {
        let list = entry.get("features").and_then(Value::as_array).into_iter().flatten();
        list.filter_map(Value::as_str).map(str::to_owned).collect()
    };
    let mut entries = vec![("the workspace".to_owned(), features(chrono))];
    for (name, folder) in crates() {
        let manifest = manifest(&folder);
        for kind in ["dependencies", "dev-dependencies", "build-dependencies"] {
            if let Some(entry) = manifest.get(kind).and_then(|table| table.get("chrono")) {
                assert_eq!(
                    entry.get("workspace").and_then(Value::as_bool),
                    Some(true),
                    "{name} takes chrono from elsewhere"
                );
                entries.push((name.clone(), features(entry)));
            }
        }
    }
    for (name, features) in entries {
        for clock in ["clock", "now", "default"] {
            assert!(!features.iter().any(|feature| feature == clock), "{name} asks chrono for `{clock}`");
        }
    }
    // Another package could still switch the clock on for all; it would bring this one along.
    let lock = std::fs::read_to_string(root().join("Cargo.lock")).expect("the lock file is there");
    assert!(!lock.contains("name = \"iana-time-zone\""), "some package switches chrono's clock on");
}

/// The places where the code of a room does what only `allowed` files may do.
fn offences(found: impl Fn(&Code) -> Vec<usize>, allowed: &[&str]) -> Vec<String> {
    let root = root();
    let mut offences = Vec::new();
    for file in crates().into_values().flat_map(|folder| code_in(&folder.join("src"))) {
        let name =
            file.path.strip_prefix(&root).expect("a file of this repository").to_string_lossy().replace('\\', "/");
        if !allowed.iter().any(|prefix| name.starts_with(prefix)) {
            offences.extend(found(&file).into_iter().map(|line| format!("{name}:{line}")));
        }
    }
    offences
}

#[test]
fn only_the_corpus_reads_files() {
    const METHODS: [&str; 8] =
        ["exists", "metadata", "symlink_metadata", "canonicalize", "read_dir", "read_link", "is_file", "is_dir"];
    let allowed = ["crates/gainsay-corpus/", "crates/gainsay/"];
    assert_eq!(
        offences(|file| file.lines_with_std("fs"), &allowed),
        [""; 0],
        "only gainsay-corpus reads files, only gainsay writes them"
    );
    for method in METHODS {
        assert_eq!(
            offences(|file| file.lines_with(&[".", method, "("]), &allowed),
            [""; 0],
            "`{method}` asks the file system"
        );
    }
}

#[test]
fn only_main_knows_the_environment_and_the_streams() {
    let main = ["crates/gainsay/src/main.rs"];
    assert_eq!(offences(|file| file.lines_with_std("env"), &main), [""; 0], "the environment is an argument");
    for stream in ["stdin", "stdout", "stderr"] {
        let call = |file: &Code| -> Vec<usize> {
            // Behind `.`, `fn` or `::` stands another function of that name.
            let is_call = |row: &&[Token]| {
                ![".", "fn", "::"].contains(&&*row[0].text) && row[1].text == stream && row[2].text == "("
            };
            let calls = file.tokens.windows(3).filter(is_call).map(|row| row[1].line);
            calls.chain(file.lines_with(&["io", "::", stream])).collect()
        };
        assert_eq!(offences(call, &main), [""; 0], "`{stream}` belongs to main");
    }
}

#[test]
fn only_main_knows_the_day() {
    for clock in ["SystemTime", "Instant"] {
        // An acknowledgement ends on a day. Main alone looks which day it is, and passes it on.
        let main = ["crates/gainsay/src/main.rs"];
        assert_eq!(offences(|file| file.lines_with(&[clock]), &main), [""; 0], "dates are arguments");
    }
}

#[test]
fn code_neither_panics_nor_prints_nor_exits_on_its_own() {
    const ROWS: [&[&str]; 11] = [
        &[".", "unwrap", "(", ")"],
        &["println", "!"],
        &["print", "!"],
        &["eprintln", "!"],
        &["eprint", "!"],
        &["dbg", "!"],
        &["todo", "!"],
        &["unimplemented", "!"],
        &["process", "::", "exit"],
        &["process", "::", "abort"],
        &["unsafe"],
    ];
    for row in ROWS {
        assert_eq!(offences(|file| file.lines_with(row), &[]), [""; 0], "{}", row.concat());
    }
}

/// What the repository holds at its top level, without what a reader wrote there since; everything where git is missing.
fn top_level() -> BTreeSet<String> {
    let listed = std::process::Command::new("git").args(["ls-files", "-z"]).current_dir(root()).output();
    let tracked = listed.ok().filter(|output| output.status.success()).map(|output| output.stdout).unwrap_or_default();
    let paths = String::from_utf8_lossy(&tracked).into_owned();
    let tracked: BTreeSet<String> = paths
        .split('\0')
        .filter_map(|path| path.split('/').next())
        .filter(|name| !name.is_empty())
        .map(str::to_owned)
        .collect();
    if tracked.is_empty() { names(&root()) } else { tracked }
}

#[test]
fn the_top_level_holds_only_what_a_reader_looks_for() {
    let there = top_level();
    for name in &there {
        let allowed = TOP.contains(&&**name) || name.starts_with('.') || name == "target";
        assert!(allowed, "`{name}` has no place at the top level");
    }
    for name in TOP {
        assert!(there.contains(name), "`{name}` is missing");
    }
}

#[test]
fn the_tests_are_not_published() {
    assert_eq!(manifest(&root().join("tests"))["package"]["publish"].as_bool(), Some(false));
}
