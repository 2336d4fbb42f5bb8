//! `add`: questions, answers, and files that keep what they hold.

mod support;

use support::Folder;

const QUOTE: &str = "around 300,000 killed and wounded";
const OPTIONS: &[&str] = &["--published", "2023-12-04", "--publisher", "kyiv-post", "-o", "@/desk.json"];

fn add(folder: &Folder, more: &[&str], answers: &str) -> support::Ran {
    folder.run_on(&[&["add"], OPTIONS, more].concat(), answers)
}

#[test]
fn what_the_quote_does_not_tell_is_asked() {
    let folder = Folder::new();
    let ran =
        add(&folder, &[], &format!("{QUOTE}\n\nUK Ministry of Defence\n\nrusian-forces\nrussian-forces\n\n\n\nyes\n"));
    assert_eq!((ran.code, &*ran.out), (0, ""), "{}", ran.err);
    assert!(ran.err.contains("did you mean russian-forces?"), "{}", ran.err);
    assert!(ran.err.contains("[killed-and-wounded]") && ran.err.contains("[around 300,000]"), "{}", ran.err);
    insta::assert_snapshot!(folder.read("desk.json"), @r#"
    {
      "format": "gainsay.claims/v1",
      "document": {
        "id": "kyiv-post-2023-12-04",
        "publisher": "kyiv-post",
        "published": "2023-12-04"
      },
      "claims": [
        {
          "id": "kyiv-post-2023-12-04/killed-and-wounded",
          "source": "uk-mod",
          "via": ["kyiv-post"],
          "measure": "killed-and-wounded",
          "subject": "russian-forces",
          "place": "ukraine",
          "period": { "from": "2022-02-24", "to": "2023-12-04" },
          "value": { "about": 300000 },
          "evidence": { "exact": "around 300,000 killed and wounded" }
        }
      ]
    }
    "#);
    let check = folder.run(&["check", "@"]);
    assert_eq!((check.code, &*check.out), (0, "1 claim in 1 document: sound\n"));
}

const ALL: &[&str] = &[
    "--quote",
    QUOTE,
    "--source",
    "uk-mod",
    "--measure",
    "killed-and-wounded",
    "--subject",
    "russian-forces",
    "--place",
    "ukraine",
    "--period",
    "2022-02-24..2023-12-04",
    "--value",
    "around 300,000",
];

#[test]
fn a_file_that_is_there_keeps_every_byte() {
    let folder = Folder::new();
    assert_eq!(add(&folder, ALL, "").code, 0);
    let odd = folder.read("desk.json").replace("\"kyiv-post\",", "\"kyiv-post\"  ,  ");
    let folder = folder.file("desk.json", &odd);
    let ran = add(&folder, ALL, "");
    assert_eq!(ran.code, 0, "{}", ran.err);
    let now = folder.read("desk.json");
    let kept = odd.trim_end().trim_end_matches('}').trim_end().trim_end_matches(']').trim_end();
    assert!(now.starts_with(kept), "{now}");
    assert!(now.contains("\"kyiv-post-2023-12-04/killed-and-wounded-2\""), "{now}");
    let check = folder.run(&["check", "@"]);
    assert_eq!((check.code, check.out.lines().last()), (0, Some("2 claims in 1 document: sound, with 1 warning")));
    assert!(check.out.contains("this statement stands twice"), "{}", check.out);

    let other = add(&folder, &[ALL, &["--document", "another"]].concat(), "");
    assert_eq!((other.code, folder.read("desk.json") == now), (2, true));
    assert!(other.err.contains("no claims file of the document `another`"), "{}", other.err);
}

#[test]
fn lines_are_added_to_lines() {
    let folder = Folder::new().file("desk.ndjson", "{\"document\": {\"id\": \"kyiv-post-2023-12-04\"}}");
    let args = [&["add"], &OPTIONS[..4], ALL, &["-o", "@/desk.ndjson"]].concat();
    assert_eq!(folder.run(&args).code, 0);
    assert_eq!(folder.run(&args).code, 0);
    let lines = folder.read("desk.ndjson");
    assert_eq!((lines.lines().count(), lines.matches("\"document\": {").count()), (3, 1), "{lines}");
    assert_eq!(folder.run(&["check", "@/desk.ndjson"]).code, 0);
}

#[test]
fn no_answer_writes_nothing_and_says_what_to_give() {
    let folder = Folder::new();
    for (answers, words) in [
        ("", "--quote WORDS"),
        ("300 tanks\n\n", "--source ID"),
        ("300 tanks\n\nuk-mod\n\n", "--subject ID"),
        ("300 tanks\n\nuk-mod\n\nrussian-forces\n\n\n2022-02-24 2023-12-04\nno\n", "nothing was written"),
    ] {
        let ran = add(&folder, &[], answers);
        assert_eq!(ran.code, 2, "{answers}");
        assert!(ran.err.contains(words), "{answers}: {}", ran.err);
    }
    for (option, value, words) in [
        ("--value", "110,00", "two ways"),
        ("--period", "2023-12-04..2022-02-24", "behind the last"),
        ("--measure", "tanks", "tanks-lost"),
        ("--source", "nobody", "no source is called"),
    ] {
        let position = ALL.iter().position(|word| *word == option).expect("it is among them");
        let mut args = ALL.to_vec();
        args[position + 1] = value;
        let ran = add(&folder, &args, "");
        if option == "--measure" {
            assert_eq!(ran.code, 0, "a word for a measure is taken: {}", ran.err);
            assert!(folder.read("desk.json").contains(words));
        } else {
            assert_eq!(ran.code, 2, "{option}");
            assert!(ran.err.contains(words), "{option}: {}", ran.err);
        }
    }
    assert_eq!(folder.names(""), [".git", "desk.json"]);
}

#[test]
fn a_quote_out_of_a_stored_text_gets_its_place() {
    let text = "Удар по місту. За даними міністерства, втрачено around 300,000 killed and wounded troops.\n";
    let folder = Folder::new()
        .file("vocabulary.json", "{ \"format\": \"gainsay.vocabulary/v1\" }")
        .bytes("documents/article.txt", text.as_bytes());
    let ran = add(&folder, &[ALL, &["--text", "@/documents/article.txt"]].concat(), "");
    assert_eq!(ran.code, 0, "{}", ran.err);
    let file = folder.read("desk.json");
    assert!(file.contains("\"text\": \"documents/article.txt\"") && file.contains("\"start\": 48"), "{file}");
    assert_eq!(folder.run(&["check", "@"]).out, "1 claim in 1 document: sound\n");
    let args = [&["--quote", "words that are not there"], &ALL[2..], &["--text", "@/documents/article.txt"]].concat();
    let ran = add(&folder, &args, "");
    assert_eq!((ran.code, ran.err.contains("does not hold this quote")), (2, true), "{}", ran.err);
}

#[test]
fn a_line_of_a_bulletin_tells_everything() {
    let folder = Folder::new();
    let quote = "Загальні бойові втрати противника на 19.04.23: особового складу ‒ близько 183750 (+620), танків ‒ 3665, літаків – 308";
    let args = ["--published", "2023-04-19", "--publisher", "general-staff", "--quote", quote, "-o", "-"];
    let ran = folder.run_on(&[&["add"], &args[..]].concat(), "1 2\nyes\n");
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert!(ran.out.lines().count() == 3 && ran.out.contains("\"about\":183750"), "{} {}", ran.out, ran.err);
}
