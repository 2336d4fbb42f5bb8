//! What a mapping may say, and what the words of the corpus do with it.

use super::*;

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
