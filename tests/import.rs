//! Tables in, claims out: small tables of our own with every mistake a table can have, and the real
//! tables that lie beside the repository, where they are there.
#![allow(clippy::print_stdout, reason = "a skipped test says so")]

#[path = "import/files.rs"]
mod files;
#[path = "import/mappings.rs"]
mod mappings;

use gainsay::{Io, Terminal, run};
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};
use support::{data, load_path, load_text, root};

const MAP: &str = r#"format = "gainsay.map/v1"
[document]
id = "tracker"
published = "2026-08-08"
[row]
source = { column = "source", names = { "UK MoD" = "uk-mod", CSIS = "csis" } }
via = ["tracker"]
subject = { column = "country", names = { russia = "russian-forces", ukraine = "ukrainian-forces" } }
place = "ukraine"
said = { column = "date", format = "%d/%m/%Y" }
period = { from = "2022-02-24", to = { column = "date", format = "%d/%m/%Y" } }
[[claim]]
measure = { column = "type", names = { deaths = "killed", casualties = "killed-and-wounded" } }
value = { low = "low", high = "high", point = "point", as = "about" }
"#;

const HEAD: &str = "date,low,high,point,type,source,country\n";

/// A folder that goes away with the test.
struct Folder(PathBuf);

static NUMBER: AtomicU32 = AtomicU32::new(0);

/// What a run wrote and how it ended; the folder's name is left out of the messages.
struct Ran {
    code: u8,
    out: String,
    err: String,
}

impl Folder {
    fn new() -> Folder {
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        let path = std::env::temp_dir().join(format!("gainsay-import-{}-{number}", std::process::id()));
        // The search for a corpus around this one ends at `.git`.
        std::fs::create_dir_all(path.join(".git")).expect("the folder for temporary files can be written to");
        Folder(path)
    }

    fn file(self, name: &str, bytes: impl AsRef<[u8]>) -> Folder {
        std::fs::write(self.0.join(name), bytes).expect("it can be written to");
        self
    }

    fn import(&self, table: &str, map: &str) -> Ran {
        let path = |name: &str| self.0.join(name).display().to_string();
        self.run(&["import", &path(table), "--map", &path(map), "-o", &path("out.ndjson")], "")
    }

    fn run(&self, args: &[&str], stdin: impl AsRef<[u8]>) -> Ran {
        let (mut out, mut err) = (Vec::new(), Vec::new());
        let mut stdin = stdin.as_ref();
        let words = std::iter::once("gainsay").chain(args.iter().copied()).map(OsString::from);
        let terminal = Terminal { width: Some(120), ..Terminal::default() };
        let mut io = Io { stdin: &mut stdin, stdout: &mut out, stderr: &mut err, terminal };
        let code = run(words, &mut io);
        let text = |bytes| String::from_utf8(bytes).expect("UTF-8").replace(&format!("{}/", self.0.display()), "");
        Ran { code, out: text(out), err: text(err) }
    }

    fn read(&self, name: &str) -> String {
        std::fs::read_to_string(self.0.join(name)).expect("the file is there")
    }

    fn names(&self) -> Vec<String> {
        let entries = std::fs::read_dir(&self.0).expect("the folder is there");
        let mut names: Vec<String> =
            entries.map(|entry| entry.expect("it can be read").file_name().to_string_lossy().into_owned()).collect();
        names.sort();
        names
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// Imports a table with the mapping above.
fn csv(table: &str) -> (Folder, Ran) {
    let folder = Folder::new().file("t.csv", table).file("t.toml", MAP);
    let ran = folder.import("t.csv", "t.toml");
    (folder, ran)
}

/// The claims of the output, by their ids, with their values and evidence.
fn claims(text: &str) -> Vec<(String, String, String)> {
    let lines = text.lines().map(|line| serde_json::from_str::<serde_json::Value>(line).expect("JSON"));
    let claims = lines.filter(|line| line.get("id").is_some());
    claims
        .map(|claim| {
            let text = |field: &serde_json::Value| field.as_str().unwrap_or_default().to_owned();
            (text(&claim["id"]), claim["value"].to_string(), text(&claim["evidence"]["exact"]))
        })
        .collect()
}

fn has(text: &str, parts: &[&str]) {
    for part in parts {
        assert!(text.contains(part), "`{part}` is not in:\n{text}");
    }
}

#[test]
fn the_filled_cells_decide_what_a_value_says() {
    let table = format!(
        "{HEAD}19/04/2023,1000,2000,,deaths,CSIS,russia\n19/04/2023,\"1,000\",,,casualties,CSIS,russia\n\
         20/4/2023,,2 000,,deaths,CSIS,russia\n21/04/2023,,,1\u{a0}200\u{a0}000,deaths,UK MoD,russia\n\
         22/04/2023,,,,deaths,UK MoD,russia\n23/04/2023,10,20,15.5,deaths,UK MoD,ukraine\n"
    );
    let (folder, ran) = csv(&table);
    assert_eq!((ran.code, &*ran.err), (0, "5 claims of 6 rows in `out.ndjson`\n"));
    let expected = [
        ("tracker/2023-04-19/csis/killed/russian-forces", "{\"between\":[1000,2000]}", "row 2, low: 1000, high: 2000"),
        ("tracker/2023-04-19/csis/killed-and-wounded/russian-forces", "{\"at_least\":1000}", "row 3, low: 1,000"),
        ("tracker/2023-04-20/csis/killed/russian-forces", "{\"at_most\":2000}", "row 4, high: 2 000"),
        ("tracker/2023-04-21/uk-mod/killed/russian-forces", "{\"about\":1200000}", "row 5, point: 1\u{a0}200\u{a0}000"),
        (
            "tracker/2023-04-23/uk-mod/killed/ukrainian-forces",
            "{\"between\":[10,20]}",
            "row 7, low: 10, high: 20, point: 15.5",
        ),
    ];
    let found = claims(&folder.read("out.ndjson"));
    let found: Vec<(&str, &str, &str)> = found.iter().map(|(id, value, exact)| (&**id, &**value, &**exact)).collect();
    assert_eq!(found, expected);
    let corpus = load_path(&folder.0.join("out.ndjson"));
    assert_eq!(corpus.problems, []);
    assert_eq!(corpus.claims.len(), 5);
}

#[test]
fn a_bad_cell_is_a_problem_with_its_place_and_the_rest_is_imported() {
    let table = format!(
        "{HEAD}19/04/2023,,,=1+2,deaths,CSIS,russia\n2023-04-19,,,5,deaths,CSIS,russia\n19/04/2023,,,~500,deaths,CSIS,russia\n\
         19/04/2023,,,\"110,00\",deaths,CSIS,russia\n19/04/2023,9,8,,deaths,CSIS,russia\n20/04/2023,,,1,deaths,CSIZ,russia\n\
         20/04/2023,,,1,deaths,CSIS,\n21/04/2023,,,7,deaths,CSIS,russia\n"
    );
    let (folder, ran) = csv(&table);
    assert_eq!(ran.code, 1, "{}", ran.err);
    has(
        &ran.err,
        &[
            "row 2, column `point`: `=1+2` is a formula",
            "t.csv:2:14",
            "row 3, column `date`: `2023-04-19` is not a day as `%d/%m/%Y` has it",
            "write it like 19/04/2023",
            "t.csv:3:1\n",
            "row 4, column `point`: `~500` is not a number",
            "row 5, column `point`: `110,00` is not a number",
            "row 6, column `high`: the upper end, 8, lies below the lower one, 9",
            "row 7, column `source`: `CSIZ` is not among the names",
            "did you mean `CSIS`?",
            "t.csv:7:23",
            "row 8, column `country`: this cell is empty, so the claim has no subject",
            "1 claim of 8 rows",
        ],
    );
    assert_eq!(claims(&folder.read("out.ndjson"))[0].2, "row 9, point: 7");
}

#[test]
fn rows_with_other_cells_than_the_head_are_not_guessed_at() {
    let table = format!(
        "{HEAD}\n19/04/2023,,,1,deaths,CSIS,russia,,\n20/04/2023,,,1,200,deaths,CSIS,russia\n,,,,,,\n\
         \"21/04/2023\",,,3,deaths,\"CSIS\",russia\n22/04/2023,,,39"
    );
    let (folder, ran) = csv(&table);
    assert_eq!(ran.code, 1);
    has(
        &ran.err,
        &["8 cells where the head has 7", "4 cells where the head has 7", "t.csv:4:1", "t.csv:7:1", "cut off"],
    );
    assert_eq!(claims(&folder.read("out.ndjson")).len(), 2);
}

#[test]
fn a_clash_of_ids_names_both_rows() {
    let table = format!("{HEAD}19/04/2023,,,1,deaths,CSIS,russia\n19/04/2023,,,2,deaths,CSIS,russia\n");
    let (folder, ran) = csv(&table);
    assert_eq!(ran.code, 1);
    has(&ran.err, &["row 3, column `low`: this row and row 2 both give the id", "name in `id = […]`"]);
    assert_eq!(claims(&folder.read("out.ndjson")).len(), 1);
    let map = MAP.replace("[row]\n", "[row]\nid = [\"date\", \"source\", \"point\"]\n");
    let folder = folder.file("t.toml", map);
    assert_eq!(folder.import("t.csv", "t.toml").code, 0);
    let ids: Vec<String> = claims(&folder.read("out.ndjson")).into_iter().map(|(id, ..)| id).collect();
    assert_eq!(
        ids,
        [
            "tracker/19-04-2023/csis/1/csis/killed/russian-forces",
            "tracker/19-04-2023/csis/2/csis/killed/russian-forces"
        ]
    );
}

#[test]
fn the_order_of_rows_changes_no_id() {
    let rows = ["19/04/2023,,,1,deaths,CSIS,russia\n", "20/04/2023,,,2,deaths,UK MoD,ukraine\n"];
    let ids = |table: &str| {
        let (folder, _) = csv(table);
        let mut ids: Vec<String> = claims(&folder.read("out.ndjson")).into_iter().map(|(id, ..)| id).collect();
        ids.sort();
        ids
    };
    assert_eq!(ids(&format!("{HEAD}{}{}", rows[0], rows[1])), ids(&format!("{HEAD}{}{}", rows[1], rows[0])));
}
