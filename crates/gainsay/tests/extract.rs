//! `extract`, and raw documents given to the other commands.

mod support;

use support::Folder;

const BULLETIN: &str = "Загальні бойові втрати противника з 24.02.22 по 19.04.23 орієнтовно склали:\n\
    особового складу ‒ близько 183750 (+620) осіб ліквідовано,\nтанків ‒ 3665 (+4) од,\nлітаків – 308 (+0) од.\n";

const PAGE: &str = "<!doctype html><html><head><title>Losses to April 20</title>\
    <meta property=\"og:site_name\" content=\"Example Post\"></head><body><nav><a href=\"/\">Home: 99 tanks</a></nav>\
    <article><h1>Losses to April 20</h1><p>The General Staff of Ukraine: total combat losses of the enemy \
    from 24.02.22 to 20.04.23 were approximately:</p><p>personnel &#8210; about <b>184420</b>&nbsp;(+670) persons,</p>\
    <p>tanks &#8210; 3667 (+2),</p><p>aircraft &ndash; 308 (+0)</p></article></body></html>";

fn corpus() -> Folder {
    Folder::new()
        .file("vocabulary.json", "{ \"format\": \"gainsay.vocabulary/v1\" }")
        .bytes("documents/2023-04-19-bulletin.txt", BULLETIN.as_bytes())
        .bytes("documents/page.html", PAGE.as_bytes())
}

#[test]
fn one_document_makes_a_claims_file_that_is_sound() {
    let folder = corpus();
    let ran = folder.run(&["extract", "@/documents/2023-04-19-bulletin.txt", "-o", "@/bulletin.json"]);
    assert_eq!((ran.code, &*ran.out), (0, ""), "{}", ran.err);
    assert!(ran.err.starts_with("6 claims of 1 document in "), "{}", ran.err);
    let file = folder.read("bulletin.json");
    assert!(file.contains("\"text\": \"documents/2023-04-19-bulletin.txt\""), "{file}");
    assert!(file.contains("\"period\": { \"from\": \"2022-02-24\", \"to\": \"2023-04-19\" }"), "{file}");
    assert!(file.contains("\"value\": { \"about\": 183750 }"), "{file}");
    let check = folder.run(&["check", "@"]);
    assert_eq!((check.code, &*check.out), (0, "6 claims in 1 document: sound\n"));
}

#[test]
fn quotes_from_a_page_keep_their_places_in_the_file() {
    let folder = corpus();
    let ran = folder.run(&["extract", "@/documents/page.html", "-o", "@/drafts/"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    let file = folder.read("drafts/page.json");
    assert!(
        file.contains("\"publisher\": \"example-post\"") && file.contains("\"title\": \"Losses to April 20\""),
        "{file}"
    );
    assert!(file.contains("\"via\": [\"example-post\"]"), "{file}");
    assert!(!file.contains(": 99 }"), "a figure of the menu: {file}");
    let claims: serde_json::Value = serde_json::from_str(&file).expect("it is JSON");
    let letters: Vec<char> = PAGE.chars().collect();
    let evidence = claims["claims"][0]["evidence"].clone();
    let place = |key: &str| evidence[key].as_u64().expect("a place") as usize;
    let there: String = letters[place("start")..place("end")].iter().collect();
    assert_eq!(there, "personnel &#8210; about <b>184420");
    assert_eq!(folder.run(&["check", "@"]).code, 0);

    let moved = PAGE.replace("<article>", "<article> ");
    let folder = folder.bytes("documents/page.html", moved.as_bytes());
    let check = folder.run(&["check", "@"]);
    assert_eq!(check.code, 1);
    assert!(check.out.contains("SHA-256") && check.out.contains("the text reads"), "{}", check.out);
}

#[test]
fn many_documents_make_lines_that_report_reads() {
    let folder = corpus();
    let ran = folder.run(&["extract", "@/documents"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    let lines: Vec<serde_json::Value> =
        ran.out.lines().map(|line| serde_json::from_str(line).expect("a line is JSON")).collect();
    assert_eq!(lines[0]["document"]["id"], "2023-04-19-bulletin");
    assert_eq!(lines[1]["document"], "2023-04-19-bulletin");
    assert_eq!(lines.iter().filter(|line| line["document"]["id"].is_string()).count(), 2);
    let claims = folder.run_on(&["claims", "-", "--format", "json"], &ran.out);
    assert_eq!((claims.code, &*claims.err), (0, ""));
    assert_eq!(claims.out.matches("\"id\"").count(), 12);
}

#[test]
fn what_is_given_goes_before_what_is_found() {
    let folder =
        corpus().bytes("2023-04-21-note.txt", "танків ‒ 3668 (+1)\nББМ ‒ 7120 (+3)\nлітаків – 308\n".as_bytes());
    let dated = folder.run(&["extract", "@/2023-04-21-note.txt", "--source", "general-staff"]);
    assert!(dated.out.contains("\"to\": \"2023-04-21\""), "the day in the name: {}", dated.out);
    let ran = folder.run(&[
        "extract",
        "@/2023-04-21-note.txt",
        "--source",
        "general-staff",
        "--published",
        "2023-04-22",
        "--publisher",
        "example-post",
        "--id",
        "given",
    ]);
    assert!(
        ran.out.contains("\"id\": \"given/tanks-lost\"") && ran.out.contains("\"to\": \"2023-04-22\""),
        "{}",
        ran.out
    );
    assert!(ran.out.contains("\"via\": [\"example-post\"]"), "{}", ran.out);
    let one = folder.run(&["extract", "@/documents", "--id", "given"]);
    assert_eq!((one.code, one.err.contains("--id is for one document")), (2, true), "{}", one.err);
    let wrong = folder.run(&["extract", "@/documents", "--publisher", "Example Post"]);
    assert_eq!((wrong.code, wrong.err.contains("example-post")), (2, true), "{}", wrong.err);
    let none = folder.run(&["extract", "@/documents", "--source", "mediazona"]);
    assert_eq!((none.code, none.err.contains("general-staff, kremlin, independent-media")), (2, true), "{}", none.err);
}

#[test]
fn other_encodings_are_read_or_refused_by_name_and_the_rest_is_read() {
    let sixteen: Vec<u8> = BULLETIN.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let cyrillic: Vec<u8> = BULLETIN.replace(['‒', '–'], "-").chars().map(windows_1251).collect();
    let koi8 = b"\xfa\xc1\xc7\xc1\xcc\xd8\xce\xa6 \xc2\xcf\xca\xcf\xd7\xa6 \xd7\xd4\xd2\xc1\xd4\xc9 \xd0\xd2\xcf\xd4\xc9\xd7\xce\xc9\xcb\xc1".repeat(3);
    let folder = Folder::new()
        .bytes("texts/a-sixteen.txt", &sixteen)
        .bytes("texts/b-cyrillic.txt", &cyrillic)
        .bytes("texts/c-koi8.txt", &koi8)
        .bytes("texts/d-empty.html", b"<script>1</script>");
    let ran = folder.run(&["extract", "@/texts", "-o", "@/out.ndjson"]);
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("c-koi8.txt:1:1") && ran.err.contains("KOI8"), "{}", ran.err);
    assert!(ran.err.contains("there is no text in this page"), "{}", ran.err);
    assert!(
        ran.err.contains("12 claims of 3 documents; no claim in 1 document; 1 file could not be read"),
        "{}",
        ran.err
    );
    assert_eq!(folder.read("out.ndjson").matches("{\"about\":183750}").count(), 2);
}

/// Windows-1251 for the letters of the bulletin.
fn windows_1251(letter: char) -> u8 {
    match letter {
        'і' => 0xB3,
        'ї' => 0xBF,
        'є' => 0xBA,
        'а'..='я' => 0xE0 + (letter as u32 - 'а' as u32) as u8,
        'А'..='Я' => 0xC0 + (letter as u32 - 'А' as u32) as u8,
        other => u8::try_from(u32::from(other)).expect("a Latin letter"),
    }
}

#[test]
fn outputs_appear_whole_or_not_at_all() {
    let folder = corpus().file("out.json", "untouched");
    for args in [
        &["extract", "@/documents", "-o", "@/out.json"][..],
        &["extract", "@/documents/missing.txt", "-o", "@/missing/out.json"],
        &["extract", "@/nowhere/", "-o", "@/out.json", "--published", "2023-02-30"],
        &["extract", "@/.git", "-o", "@/out.json"],
    ] {
        let ran = folder.run(args);
        assert_eq!(ran.code, 2, "{args:?}");
        assert!(!ran.err.is_empty());
    }
    assert_eq!(folder.read("out.json"), "untouched");
    assert_eq!(folder.names(""), [".git", "documents", "out.json", "vocabulary.json"]);
    let ran = folder.run(&["extract", "@/documents/missing.txt"]);
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("missing.txt:1:1") && ran.err.contains("no such file"), "{}", ran.err);
}

#[test]
fn a_passage_that_is_not_plain_is_told_with_its_place() {
    let text = "Новини дня\nТанків ‒ 3665 (+4)\nЛітаків – 308\nПоїздів – 17 (+2)\nГелікоптерів – 293\n";
    let folder = Folder::new().bytes("2023-04-19.txt", text.as_bytes());
    let ran = folder.run(&["extract", "@/2023-04-19.txt", "--source", "general-staff"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert!(ran.err.contains("2023-04-19.txt:4:1") && ran.err.contains("Поїздів"), "{}", ran.err);
    assert!(!ran.out.contains(": 17 }"), "{}", ran.out);
}

#[test]
fn report_reads_raw_documents_on_the_fly() {
    let folder = corpus();
    let named = folder.run(&["claims", "@/documents/page.html"]);
    assert_eq!(named.code, 0, "{}", named.err);
    assert!(named.out.contains("184,420"), "{}", named.out);
    let piped = folder.run_on(&["claims", "-"], BULLETIN);
    assert!(piped.code == 0 && piped.out.contains("183,750"), "{} {}", piped.out, piped.err);

    // The texts of a corpus are not read again beside their claims; other documents in its folders are.
    folder.run(&["extract", "@/documents/2023-04-19-bulletin.txt", "-o", "@/bulletin.json"]);
    let folder =
        folder.bytes("inbox/2023-04-20.html", PAGE.as_bytes()).bytes("README.md", "We count 500 tanks.".as_bytes());
    let corpus = folder.run(&["claims", "@", "--format", "csv"]);
    assert_eq!(corpus.code, 0, "{}", corpus.err);
    let rows_with = |words: &str| corpus.out.lines().filter(|line| line.contains(words)).count();
    assert_eq!((rows_with("2023-04-19-bulletin/"), rows_with("inbox-2023-04-20/")), (6, 6), "{}", corpus.out);
    assert_eq!(corpus.out.lines().count(), 13, "{}", corpus.out);
}

#[test]
fn claims_on_standard_output_do_nothing_in_a_log() {
    let evil = "losses ##[error]x ##vso[y] ::error::z \u{202e}";
    let page = format!(
        "<html><head><title>{evil}</title></head><body><p>The General Staff of Ukraine said on 19 April 2023 that Russia had lost about 183,750 personnel.</p></body></html>"
    );
    let folder = Folder::new().file("a.html", &page);
    for form in ["json", "ndjson"] {
        let ran = folder.run(&["extract", "@/a.html", "--published", "2023-04-19", "--format", form]);
        assert_eq!(ran.code, 0, "{}", ran.err);
        let read: serde_json::Value =
            serde_json::Deserializer::from_str(&ran.out).into_iter().next().expect("a record").expect("it is JSON");
        let title = read["document"]["title"].as_str().expect("a title");
        assert!(title.contains("##[error]x ##vso[y] ::error::z"), "{title}");
        for mark in ["##[", "##vso", "::error", "\u{202e}"] {
            assert!(!ran.out.contains(mark), "{mark}: {}", ran.out);
        }
        // What is kept in a file is kept as it was written.
        assert_eq!(folder.run(&["extract", "@/a.html", "--published", "2023-04-19", "-o", "@/a.json"]).code, 0);
        assert!(folder.read("a.json").contains("##[error]x"));
        std::fs::remove_file(folder.0.join("a.json")).expect("it is there");
    }
}

#[test]
fn what_is_misspelt_does_nothing_in_a_log() {
    let folder = Folder::dispute();
    for words in [
        &["report", "@", "--topic", "##[error]x"][..],
        &["diff", "@/##[error]x", "@"],
        &["explain", "##vso[x]", "--in", "@"],
    ] {
        let ran = folder.run(words);
        assert_eq!(ran.code, 2, "{words:?}");
        assert!(ran.err.starts_with("error: ") && !ran.err.contains("##"), "{}", ran.err);
    }
}

#[test]
fn a_claims_file_named_without_a_folder_finds_its_text() {
    let folder = Folder::new().bytes("bulletin.txt", BULLETIN.as_bytes());
    let run = |args: &[&str]| {
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_gainsay"));
        let ran = command.args(args).current_dir(&folder.0).output().expect("the program can be run");
        (ran.status.code(), String::from_utf8_lossy(&ran.stdout).into_owned())
    };
    assert_eq!(run(&["extract", "bulletin.txt", "-o", "bulletin.json"]).0, Some(0));
    for name in ["bulletin.json", "./bulletin.json", "."] {
        assert_eq!(run(&["check", name]), (Some(0), "6 claims in 1 document: sound\n".to_owned()), "{name}");
    }
}
