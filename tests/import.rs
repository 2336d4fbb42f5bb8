//! Tables in, claims out: small tables of our own with every mistake a table can have, and the real
//! tables that lie beside the repository, where they are there.
#![allow(clippy::print_stdout, reason = "a skipped test says so")]

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

#[test]
fn semicolons_tabs_and_a_byte_order_mark_are_told_by_the_head() {
    let rows = "date,low,high,point,type,source,country\r\n19/04/2023,,,1,deaths,CSIS,russia\r\n20/04/2023,,,x,deaths,CSIS,russia\r\n";
    for (delimiter, name) in [(",", "t.csv"), (";", "t.csv"), ("\t", "t.tsv"), (";", "t.txt")] {
        let table = format!("\u{feff}{}", rows.replace(',', delimiter));
        let folder = Folder::new().file(name, table).file("t.toml", MAP);
        let ran = folder.import(name, "t.toml");
        assert_eq!(ran.code, 1, "{}", ran.err);
        has(&ran.err, &[&format!("{name}:3:14"), "row 3, column `point`: `x` is not a number"]);
        assert_eq!(claims(&folder.read("out.ndjson")).len(), 1);
    }
}

#[test]
fn arrays_and_lines_of_objects() {
    let one = "{\"date\":\"19/04/2023\",\"point\":5,\"type\":\"deaths\",\"source\":\"CSIS\",\"country\":\"russia\",\"low\":null}";
    let two = one.replace("19/", "20/").replace(":5", ":1.25");
    let bad = one.replace("19/", "21/").replace(":5", ":-5");
    let nested = one.replace("19/", "22/").replace(":5", ":[5]");
    let array = format!("[\n{one},\n{two},\n{bad},\n{nested},\n7,\n{{\"date\"}}\n]\n");
    let lines = format!("{one}\n\n{two}\n{bad}\n{nested}\n7\n{{\"date\"}}\n");
    for (name, table, rows) in [("t.json", array, [3, 4, 5, 6]), ("t.ndjson", lines, [4, 5, 6, 7])] {
        let folder = Folder::new().file(name, table).file("t.toml", MAP.replace("high = \"high\", ", ""));
        let ran = folder.import(name, "t.toml");
        assert_eq!(ran.code, 1, "{}", ran.err);
        for (row, words) in rows.iter().zip([
            "`-5`: a count cannot be below zero",
            "`[…]` is not a number",
            "not a JSON object",
            "not a JSON object",
        ]) {
            has(&ran.err, &[&format!("row {row}"), words]);
        }
        has(&ran.err, &[&format!("{name}:{}:30", rows[0] + usize::from(name == "t.json"))]);
        let values: Vec<String> = claims(&folder.read("out.ndjson")).into_iter().map(|(_, value, _)| value).collect();
        assert_eq!(values, ["{\"about\":5}", "{\"about\":1.25}"], "{}", ran.err);
    }
}

#[test]
fn a_cut_off_array_keeps_its_whole_objects() {
    let one = "{\"date\":\"19/04/2023\",\"point\":5,\"type\":\"deaths\",\"source\":\"CSIS\",\"country\":\"russia\"}";
    let folder = Folder::new()
        .file("t.json", format!("[{one},\n{}", &one.replace("19/", "20/")[..60]))
        .file("t.toml", MAP.replace("low = \"low\", high = \"high\", ", ""));
    let ran = folder.import("t.json", "t.toml");
    assert_eq!(ran.code, 1);
    has(&ran.err, &["row 2: this is not a JSON object", "cut off", "t.json:2"]);
    assert_eq!(claims(&folder.read("out.ndjson")).len(), 1);
}

#[test]
fn columns_that_are_not_there_are_named_in_the_mapping() {
    let (folder, ran) = csv("date,low,high,pont,type,source,country\n19/04/2023,,,1,deaths,CSIS,russia\n");
    assert_eq!(ran.code, 2);
    has(&ran.err, &["the table has no column `point`", "did you mean `pont`?", "t.toml:14:47"]);
    assert_eq!(folder.names(), [".git", "t.csv", "t.toml"], "nothing half-written");
    let one = "{\"date\":\"19/04/2023\",\"pont\":5,\"type\":\"deaths\",\"source\":\"CSIS\",\"country\":\"russia\"}";
    let folder = folder.file("t.ndjson", one);
    let ran = folder.import("t.ndjson", "t.toml");
    assert_eq!(ran.code, 1);
    has(&ran.err, &["the table has no column `point`", "did you mean `pont`?"]);
}

#[test]
fn blank_and_doubled_heads() {
    let (_, ran) = csv("date,low,high,point,type,source,country,\n19/04/2023,,,1,deaths,CSIS,russia,x\n");
    assert_eq!(ran.code, 0);
    has(&ran.err, &["warning", "column 8 has no name"]);
    let (_, ran) = csv("date,low,high,point,type,source,country,date\n19/04/2023,,,1,deaths,CSIS,russia,x\n");
    assert_eq!(ran.code, 2);
    has(&ran.err, &["columns 1 and 8 of the table are both called `date`"]);
}

#[test]
fn what_is_no_table_is_refused_and_nothing_is_written() {
    let koi8 = b"\xfa\xc1\xc7\xc1\xcc\xd8\xce\xa6,\xc2\xcf\xca\xcf\xd7\xa6 \xd7\xd4\xd2\xc1\xd4\xc9\n".repeat(9);
    for (bytes, words) in [
        (&b""[..], "is empty"),
        (b" \n\n", "is empty"),
        (b"\xef\xbb\xbf\n", "is empty"),
        (&koi8, "it seems to be in KOI8-U, which is not read; save it as CSV in UTF-8"),
        (&[0; 99], "it holds zero bytes, so it is no text; save it as CSV in UTF-8"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "is an old workbook"),
        (b"PK\x03\x04xl/workbook.xml", "is a workbook"),
    ] {
        let folder = Folder::new().file("t.csv", bytes).file("t.toml", MAP).file("out.ndjson", "before");
        let ran = folder.import("t.csv", "t.toml");
        assert_eq!(ran.code, 2, "{words}");
        has(&ran.err, &[words]);
        assert_eq!(folder.read("out.ndjson"), "before");
        assert_eq!(folder.names(), [".git", "out.ndjson", "t.csv", "t.toml"]);
    }
    let folder = Folder::new().file("t.toml", MAP);
    has(&folder.import("t.csv", "t.toml").err, &["cannot read the table `t.csv`: no such file"]);
    has(&folder.import("t.csv", "m.toml").err, &["cannot read the mapping `m.toml`: no such file"]);
    assert_eq!(folder.import("t.csv", "t.toml").code, 2);
}

#[test]
fn windows_1251_and_utf16_are_read_with_their_places() {
    let map = MAP.replace("CSIS =", "\"Медіазона\" =");
    let rows = "date,low,high,point,type,source,country\n19/04/2023,,,1,deaths,Медіазона,russia\n\
                20/04/2023,,,2,deaths,Медіазон,russia\n";
    let windows: Vec<u8> = rows
        .chars()
        .map(|letter| match letter {
            'і' => 0xb3,
            'А'..='я' => (letter as u32 - 'А' as u32 + 0xc0) as u8,
            _ => letter as u8,
        })
        .collect();
    let little: Vec<u8> = rows.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let big: Vec<u8> = rows.encode_utf16().flat_map(u16::to_be_bytes).collect();
    let utf8 = Folder::new().file("t.csv", rows).file("t.toml", &map);
    let expected = (utf8.import("t.csv", "t.toml").err, utf8.read("out.ndjson"));
    has(&expected.0, &["t.csv:3:23", "`Медіазон` is not among the names", "1 claim of 2 rows"]);
    let marked = |mark: &[u8], bytes: &[u8]| [mark, bytes].concat();
    for bytes in [
        windows,
        marked(b"\xef\xbb\xbf", rows.as_bytes()),
        marked(b"\xff\xfe", &little),
        marked(b"\xfe\xff", &big),
        little,
        big,
    ] {
        let folder = Folder::new().file("t.csv", &bytes).file("t.toml", &map);
        assert_eq!((folder.import("t.csv", "t.toml").err, folder.read("out.ndjson")), expected);
        let path = folder.0.join("t.toml").display().to_string();
        let ran = folder.run(&["import", "-", "--map", &path], &bytes);
        assert_eq!(ran.out, expected.1);
        has(&ran.err, &["-:3:23"]);
    }
}

#[test]
fn a_letter_cut_in_two_is_a_problem_and_the_rest_is_read() {
    let rows = format!("{HEAD}19/04/2023,,,1,deaths,CSIS,russia\n20/04/2023,,,2,deaths,Медіазона");
    let utf8 = rows.as_bytes();
    let utf16: Vec<u8> = rows.encode_utf16().flat_map(u16::to_le_bytes).collect();
    for (bytes, words) in [(utf8, "6 cells where the head has 7"), (&utf16, "a letter is broken here")] {
        let folder = Folder::new().file("t.csv", &bytes[..bytes.len() - 1]).file("t.toml", MAP);
        let ran = folder.import("t.csv", "t.toml");
        assert_eq!(ran.code, 1);
        has(&ran.err, &[words, "t.csv:3:", "1 claim of 1 row"]);
    }
    // A lost letter among others of two bytes does not make it another encoding.
    let mut lost =
        format!("{HEAD}19/04/2023,,,1,deaths,Медіазона та Меморіал,russia\n20/04/2023,,,2,deaths,CSIS,russia\n")
            .into_bytes();
    let place = lost.iter().position(|&byte| byte == 0xd0).expect("a letter of two bytes");
    lost.remove(place);
    let folder = Folder::new().file("t.csv", lost).file("t.toml", MAP);
    let ran = folder.import("t.csv", "t.toml");
    has(&ran.err, &["row 2, column `source`: this cell is not UTF-8", "t.csv:2:23", "1 claim of 2 rows"]);
}

#[test]
fn a_quote_that_is_not_closed_costs_its_row_alone() {
    let rows =
        "19/04/2023,,,1,deaths,CSIS,russia\n20/04/2023,,,\"12,deaths,CSIS,russia\n21/04/2023,,,3,deaths,CSIS,russia\n";
    let (folder, ran) = csv(&format!("{HEAD}{rows}"));
    assert_eq!(ran.code, 1);
    has(&ran.err, &["row 3: a quote is opened here and never closed", "t.csv:3:1"]);
    let values: Vec<String> = claims(&folder.read("out.ndjson")).into_iter().map(|(_, value, _)| value).collect();
    assert_eq!(values, ["{\"about\":1}", "{\"about\":3}"]);
    let (_, ran) = csv(&format!("{HEAD}19/04/2023,,,1,deaths,CSIS,russia\n22/04/2023,,,\"12,5"));
    has(&ran.err, &["row 3: a quote is opened here and never closed", "whole file has arrived", "1 claim of 1 row"]);
    // A quote that a later one closes takes the rows between with it.
    let closed = |row: &str| csv(&format!("{HEAD}{rows}{row}\n"));
    let (folder, ran) = closed("22/04/2023,,,\"5\",deaths,CSIS,russia");
    has(&ran.err, &["row 3, column `point`: ", "t.csv:3:14", "over several lines, so a quote may be missing"]);
    assert_eq!(claims(&folder.read("out.ndjson")).len(), 1);
    let (_, ran) = closed("22/04/2023,,\"5\",,deaths,CSIS,russia");
    has(&ran.err, &["row 3: ", "t.csv:3:1", "look whether a quote is missing: the row goes on to line 5"]);
    // However many there are, the rest is not looked through each time.
    let hostile = "\"a\" ,\"b\n".repeat(20_000);
    let (_, ran) = csv(&format!("{HEAD}{hostile}"));
    has(&ran.err, &["row 17: a quote", "what stands behind it is not read", "0 claims of 0 rows"]);
}

#[test]
fn rows_are_split_alike_whatever_stands_around_them() {
    let row = |day: usize, note: &str| format!("{day:02}/04/2023,,,{day},deaths,CSIS,russia,{note}");
    let notes =
        ["", "\"a \"\"b\"\" c\"", "5\" gun", "\"two\nlines\"", "\"two\r\nlines\"", "\"a\"b\"c\"", "\" \"", "\u{feff}x"];
    let map = MAP.replace("[row]\n", "[row]\nnote = { column = \"note\" }\n");
    let expected = ["", "a \"b\" c", "5\" gun", "two\nlines", "two\r\nlines", "ab\"c\"", "", "\u{feff}x"];
    for (end, mark, last) in [("\n", "", "\n"), ("\r\n", "\u{feff}", ""), ("\r", "", "\r"), ("\n\n", "\u{feff}", "")] {
        let head = format!("{mark}{},note", HEAD.trim_end());
        let rows: Vec<String> =
            std::iter::once(head).chain(notes.iter().enumerate().map(|(place, note)| row(place + 1, note))).collect();
        let folder = Folder::new().file("t.csv", rows.join(end) + last).file("t.toml", &map);
        let ran = folder.import("t.csv", "t.toml");
        assert_eq!(ran.code, 0, "{}", ran.err);
        let text = folder.read("out.ndjson");
        let found: Vec<(String, String)> = text
            .lines()
            .skip(1)
            .map(|line| serde_json::from_str::<serde_json::Value>(line).expect("JSON"))
            .map(|claim| {
                let text = |value: &serde_json::Value| value.as_str().unwrap_or_default().to_owned();
                (text(&claim["note"]), text(&claim["evidence"]["exact"]))
            })
            .collect();
        let rows = expected
            .iter()
            .enumerate()
            .map(|(place, note)| (note.to_string(), format!("row {}, point: {}", place + 2, place + 1)));
        assert_eq!(found, rows.collect::<Vec<_>>(), "{end:?}");
    }
}

#[test]
fn a_long_table_comes_out_in_its_order() {
    // Many pieces, with long rows, doubled ids and new words in them.
    let map = MAP
        .replace("CSIS = \"csis\" } }", "CSIS = \"csis\" }, otherwise = \"slug\" }")
        .replace("[row]\n", "[row]\nid = [\"point\"]\n");
    let row = |number: usize| {
        let point = if number % 7_000 == 6_999 { 1 } else { number + 1 };
        let source = ["CSIS", "\"The Desk\"", "the desk"][(number / 10_000).min(2)];
        format!("19/04/2023,,,{point},deaths,{source},russia{}\n", " ".repeat(number % 50))
    };
    let table: String = std::iter::once(HEAD.to_owned()).chain((0..30_000).map(row)).collect();
    let (folder, ran) = {
        let folder = Folder::new().file("t.csv", &table).file("t.toml", &map);
        let ran = folder.import("t.csv", "t.toml");
        (folder, ran)
    };
    has(&ran.err, &["row 7001, column `low`: this row and row 2 both give the id", "1 word added"]);
    assert_eq!(ran.err.matches("both give the id").count(), 3, "another source is another id");
    let text = folder.read("out.ndjson");
    has(&text, &["{\"id\":\"the-desk\",\"label\":\"The Desk\"}"]);
    let rows: Vec<String> = claims(&text).into_iter().map(|(_, _, exact)| exact).collect();
    let numbers: Vec<usize> = rows.iter().filter_map(|exact| exact.split([' ', ',']).nth(1)?.parse().ok()).collect();
    assert_eq!(numbers.len(), rows.len());
    assert!(numbers.is_sorted(), "the claims stand in the order of the rows");
    assert_eq!(folder.import("t.csv", "t.toml").err, ran.err);
    assert_eq!(folder.read("out.ndjson"), text, "and each time the same");
}

#[test]
fn a_table_of_nothing_but_its_head() {
    let (_, ran) = csv(HEAD);
    assert_eq!(ran.code, 0);
    has(&ran.err, &["warning: there are no rows in this table", "0 claims of 0 rows"]);
    let (_, ran) = csv(",,\n1,2,3\n");
    assert_eq!(ran.code, 2);
    has(&ran.err, &["the table has no column `date`", "mend the name in the mapping, or those in the table"]);
}

#[test]
fn what_is_odd_in_an_array_or_a_line_costs_itself_alone() {
    let one = "{\"date\":\"19/04/2023\",\"point\":5,\"type\":\"deaths\",\"source\":\"CSIS\",\"country\":\"russia\"}";
    let two = one.replace("19/", "20/");
    let map = MAP.replace("low = \"low\", high = \"high\", ", "");
    for (name, table, words) in [
        ("t.json", format!("[{one},}}\n,{two}]"), "row 2: this is not a JSON object"),
        ("t.json", format!("[{one},\n,{two}]"), "row 2: this is not a JSON object"),
        ("t.json", format!("[{one},{two},\n"), "the array is cut off here"),
        ("t.json", format!("[{one},{two}] x"), "something stands behind the array"),
        ("t.ndjson", format!("{one}\n{{\"date\":\n{two}\n"), "row 2: this is not a JSON object"),
    ] {
        let folder = Folder::new().file(name, &table).file("t.toml", &map);
        let ran = folder.import(name, "t.toml");
        assert_eq!(ran.code, 1, "{table}");
        has(&ran.err, &[words]);
        assert_eq!(claims(&folder.read("out.ndjson")).len(), 2, "{table}\n{}", ran.err);
    }
}

#[test]
fn nothing_half_written_is_left_behind() {
    let folder = Folder::new().file("t.csv", format!("{HEAD}19/04/2023,,,1,deaths,CSIS,russia\n")).file("t.toml", MAP);
    let path = |name: &str| folder.0.join(name).display().to_string();
    for out in ["none/out.ndjson", ""] {
        let ran = folder.run(&["import", &path("t.csv"), "--map", &path("t.toml"), "-o", &path(out)], "");
        assert_eq!(ran.code, 2, "{}", ran.err);
        assert_eq!(folder.names(), [".git", "t.csv", "t.toml"]);
    }
    let ran = folder.run(&["import", &folder.0.display().to_string(), "--map", &path("t.toml")], "");
    assert_eq!(ran.code, 2);
    has(&ran.err, &["is a folder; name a CSV, JSON or NDJSON file in it"]);
}

#[test]
fn every_mistake_of_a_mapping_is_named_in_its_place() {
    let map = r#"format = "gainsay.map/v2"
[document]
id = "Loss Tracker"
published = "8 August"
[row]
sorce = "uk-mod"
subject = { column = "country", names = { russia = "russian-force" } }
place = { colum = "p" }
said = { column = "date", format = "%Q" }
period = { from = "2022-02-24" }
[[claim]]
measure = "control"
source = "uk-mood"
value = { point = "n", as = "abot" }
[[claim]]
measure = "killed"
source = { column = "s", otherwise = "drop" }
value = { as = "about", low = 3 }
[[claims]]
"#;
    let folder = Folder::new().file("t.csv", "a\n1\n").file("t.toml", map);
    let ran = folder.import("t.csv", "t.toml");
    assert_eq!(ran.code, 2);
    let places = [
        ("1:10", "this format is not known"),
        ("3:6", "`Loss Tracker` cannot be an id"),
        ("4:13", "is not a date"),
        ("6:1", "a row has no `sorce`"),
        ("7:52", "no subject is called `russian-force`"),
        ("8:11", "`place` has no `colum`"),
        ("9:36", "`%Q` is not a format of days"),
        ("10:10", "a period has `from` and `to`, or `on` alone"),
        ("13:10", "no source is called `uk-mood`"),
        ("14:29", "`abot` is none of"),
        ("17:38", "`otherwise` can only be"),
        ("18:31", "the name of a column is a string here, not an integer"),
        ("19:3", "a mapping has no `claims`"),
    ];
    for (place, message) in places {
        has(&ran.err, &[&format!("t.toml:{place}\n"), message]);
    }
    has(
        &ran.err,
        &["did you mean `source`?", "did you mean `russian-forces`?", "did you mean `about`?", "did you mean `claim`?"],
    );
    assert_eq!(folder.names(), [".git", "t.csv", "t.toml"]);

    let folder = Folder::new().file("t.csv", "a\n1\n").file("t.toml", "format = \n");
    let ran = folder.import("t.csv", "t.toml");
    assert_eq!(ran.code, 2);
    has(&ran.err, &["t.toml:1:"]);
}

#[test]
fn names_that_are_not_listed_become_words() {
    let map = MAP.replace(
        "CSIS = \"csis\" } }",
        "CSIS = \"csis\", \"Total *\" = \"\" }, otherwise = \"slug\", part_of = \"independent-media\" }",
    );
    let table = format!(
        "{HEAD}19/04/2023,,,1,deaths,«Медіазона»,russia\n19/04/2023,,,1,deaths,The Memory Book,ukraine\n\
         20/04/2023,,,1,deaths,UALosses,ukraine\n20/04/2023,,,9,deaths,Total of both,ukraine\n20/04/2023,,,,deaths,Unused,ukraine\n"
    );
    let folder = Folder::new().file("t.csv", table).file("t.toml", map);
    let ran = folder.import("t.csv", "t.toml");
    assert_eq!((ran.code, &*ran.err), (0, "3 claims of 5 rows in `out.ndjson`, 1 word added to the vocabulary\n"));
    let text = folder.read("out.ndjson");
    assert_eq!(
        text.lines().nth(1),
        Some(
            "{\"vocabulary\":{\"sources\":[{\"id\":\"the-memory-book\",\"label\":\"The Memory Book\",\"part_of\":[\"independent-media\"]}]}}"
        )
    );
    assert_eq!(load_text(&text).problems, []);
}

#[test]
fn the_words_of_the_corpus_around_the_output_are_known() {
    let vocabulary = r#"{ "format": "gainsay.vocabulary/v1", "sources": [{ "id": "the-desk", "label": "The desk" }] }"#;
    let folder = Folder::new()
        .file("t.csv", format!("{HEAD}19/04/2023,,,1,deaths,CSIS,russia\n"))
        .file("t.toml", MAP.replace("\"csis\"", "\"the-desk\""));
    assert_eq!(folder.import("t.csv", "t.toml").code, 2);
    let folder = folder.file("vocabulary.json", vocabulary);
    assert_eq!(folder.import("t.csv", "t.toml").code, 0);
}

#[test]
fn days_states_and_texts() {
    let map = r#"format = "gainsay.map/v1"
[document]
id = "towns"
published = 2023-05-21
[row]
source = "russian-mod"
place = { column = "town", names = { "Бахмут" = "bakhmut" } }
subject = "russian-forces"
[[claim]]
measure = "control"
period = { on = { column = "day" } }
value = { is = { column = "control", names = { full = "fully-controlled", none = "" } } }
[[claim]]
measure = "visit-date"
subject = "vladimir-putin"
value = { on = { column = "visit", format = "%d %B %Y" } }
note = { column = "note" }
"#;
    let table = "town;day;control;visit;note\nБахмут;2023-05-20;full;17 April 2023;\"он \"\"там\"\" \\ был\"\nБахмут;2023-05-21;none;;\n";
    let folder = Folder::new().file("t.csv", table).file("t.toml", map);
    let ran = folder.import("t.csv", "t.toml");
    assert_eq!(ran.code, 0, "{}", ran.err);
    let text = folder.read("out.ndjson");
    has(
        &text,
        &[
            "\"value\":{\"is\":\"fully-controlled\"}",
            "\"value\":{\"on\":\"2023-04-17\"}",
            "\"note\":\"он \\\"там\\\" \\\\ был\"",
        ],
    );
    let corpus = load_text(&text);
    assert_eq!(corpus.problems, []);
    assert_eq!(corpus.claims.len(), 2);
}

#[test]
fn each_claim_of_a_row_has_its_own_outlets() {
    let map = MAP.replace("[[claim]]", "[[claim]]\nvia = { column = \"source\" }");
    let map = format!("{map}[[claim]]\nmeasure = \"wounded\"\nvalue = {{ point = \"point\" }}\n");
    let table = format!("{HEAD}19/04/2023,,,1,deaths,CSIS,russia\n20/04/2023,,,2,deaths,UK MoD,russia\n");
    let folder = Folder::new().file("t.csv", table).file("t.toml", map);
    assert_eq!(folder.import("t.csv", "t.toml").code, 0);
    let text = folder.read("out.ndjson");
    let via: Vec<&str> =
        text.lines().filter_map(|line| line.split_once("\"via\":")?.1.split_once(']')).map(|(via, _)| via).collect();
    assert_eq!(via, ["[\"CSIS\"", "[\"tracker\"", "[\"UK MoD\"", "[\"tracker\""]);
}

#[test]
fn standard_input_and_standard_output() {
    let folder = Folder::new().file("t.toml", MAP);
    let map = folder.0.join("t.toml").display().to_string();
    let ran = folder.run(
        &["import", "-", "--map", &map],
        format!("{HEAD}19/04/2023,,,1,deaths,CSIS,russia\nx,,,1,deaths,CSIS,russia\n"),
    );
    assert_eq!(ran.code, 1);
    has(&ran.err, &["-:3:1"]);
    assert_eq!(claims(&ran.out).len(), 1);
    assert!(ran.out.starts_with("{\"document\":{\"id\":\"tracker\",\"published\":\"2026-08-08\"}}\n"));
}

#[test]
fn the_example_of_the_help_and_of_the_page_is_a_mapping() {
    let help = Folder::new().run(&["import", "--help"], "").out;
    let page = std::fs::read_to_string(root().join(".docs/import.md")).expect("the page is there");
    let of_help: Vec<&str> =
        help.lines().skip_while(|line| !line.starts_with("  format = ")).take_while(|line| !line.is_empty()).collect();
    let of_page: Vec<&str> =
        page.lines().skip_while(|line| *line != "```toml").skip(1).take_while(|line| *line != "```").collect();
    for map in [of_help.join("\n"), of_page.join("\n")] {
        let table = "date,source,country,dead_low,dead_high\n19/04/2023,UK MoD,russia,40000,\n19/04/2023,Someone,russia,40000,60000\n";
        let folder = Folder::new().file("t.csv", table).file("t.toml", &map);
        let ran = folder.import("t.csv", "t.toml");
        assert_eq!((ran.code, claims(&folder.read("out.ndjson")).len()), (0, 2), "{}\n{map}", ran.err);
    }
}

#[test]
fn the_real_tables_are_imported_and_load_without_problems() {
    let Some(data) = data("") else { return };
    // The mapping, the table, its rows and claims, and the rows that are problems.
    let tables: [(&str, &str, usize, &[&str]); 7] = [
        ("estimates", "estimates/estimates.csv", 124, &[]),
        ("uk-mod-monthly", "estimates/uk_mod_monthly.csv", 47, &[]),
        ("general-staff-equipment", "general-staff/equipment.json", 10_592, &[]),
        ("general-staff-personnel", "general-staff/personnel.json", 919, &[]),
        ("general-staff-second", "general-staff/second-transcription.json", 8_733, &[]),
        ("general-staff-third", "general-staff/third-transcription.csv", 11_290, &[]),
        // The day before the war, with nothing lost yet.
        ("oryx-daily", "oryx/daily_count.csv", 1_162, &["row 2, ", "row 97, "]),
    ];
    let maps = root().join("tests/maps");
    let there: Vec<String> = std::fs::read_dir(&maps)
        .expect("the mappings are there")
        .map(|entry| entry.expect("it can be read").file_name().to_string_lossy().into_owned())
        .collect();
    assert_eq!(there.len(), tables.len(), "every mapping is tried: {there:?}");
    let folder = Folder::new();
    let mut all = 0;
    for (map, table, count, problems) in tables {
        let out = folder.0.join(format!("{map}.ndjson")).display().to_string();
        let path = |path: &Path| path.display().to_string();
        let map = path(&maps.join(format!("{map}.toml")));
        let ran = folder.run(&["import", &path(&data.join(table)), "--map", &map, "-o", &out], "");
        assert_eq!(usize::from(ran.code), problems.len().min(1), "{map}: {}", ran.err);
        assert_eq!(ran.err.matches("error: ").count(), problems.len(), "{map}: {}", ran.err);
        has(&ran.err, problems);
        let corpus = load_path(Path::new(&out));
        assert_eq!(corpus.problems, [], "{map}");
        assert_eq!(corpus.claims.len(), count, "{map}");
        all += count;
    }
    let together = load_path(&folder.0);
    assert_eq!(together.problems, []);
    assert_eq!(together.claims.len(), all);
}
