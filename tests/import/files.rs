//! Tables in every form in which they come: marks, heads, encodings, cut-off and broken files.

use super::*;

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
