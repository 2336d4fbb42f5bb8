//! Texts, hashes and quotes.

mod support;

use gainsay_claim::Severity;
use gainsay_corpus::{doubled, verify};
use support::Folder;

fn corpus(document: &str, claim: &str) -> Folder {
    folder(
        document,
        &[claim, PERIOD].iter().filter(|fields| !fields.is_empty()).copied().collect::<Vec<_>>().join(", "),
    )
}

const PERIOD: &str = "\"period\": { \"from\": \"2022-02-24\", \"to\": \"2023-04-19\" }";

fn folder(document: &str, claim: &str) -> Folder {
    let folder = Folder::with("documents/a.txt", "Втрати на 19 квітня:\n  танків 3665 (+4).\n");
    folder.file(
        "a.json",
        format!(
            "{{ \"format\": \"gainsay.claims/v1\",\n\"document\": {{ \"id\": \"a\", \"published\": \"2023-04-19\", {document} }},\n\"claims\": [\n{} ] }}",
            support::claim("a/tanks", claim)
        ),
    );
    folder
}

const SHA: &str = "\"text\": \"documents/a.txt\", \"sha256\": \"SUM\"";

fn sound() -> String {
    let text = "Втрати на 19 квітня:\n  танків 3665 (+4).\n";
    let sum: String = hmac_sha256::Hash::hash(text.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect();
    SHA.replace("SUM", &sum)
}

fn problems(document: &str, claim: &str) -> Vec<String> {
    let folder = corpus(document, claim);
    let corpus = folder.load();
    assert_eq!(corpus.problems, []);
    let problems = verify(&corpus, &[folder.path("")]);
    let mut lines = folder.lines_of(&problems);
    for (line, problem) in lines.iter_mut().zip(&problems) {
        if problem.severity == Severity::Warning {
            line.insert_str(0, "warning ");
        }
    }
    lines
}

#[test]
fn a_quote_that_stands_where_it_says_is_sound() {
    for evidence in [
        "{ \"exact\": \"танків 3665\", \"start\": 23, \"end\": 34 }",
        "{ \"exact\": \"танків 3665\", \"start\": 23, \"end\": 34, \"prefix\": \"квітня:\", \"suffix\": \"(+4)\" }",
        "{ \"exact\": \"19 квітня: танків 3665\" }",
        "{ \"exact\": \"3665\", \"prefix\": \"танків \", \"suffix\": \" (+4)\" }",
    ] {
        assert_eq!(problems(&sound(), &format!("\"evidence\": {evidence}")), Vec::<String>::new(), "{evidence}");
    }
}

#[test]
fn a_quote_that_does_not_has_its_place() {
    for (evidence, said) in [
        (
            "{ \"exact\": \"танків 3665\", \"start\": 22, \"end\": 33 }",
            "the quote stands at \"start\": 23, \"end\": 34",
        ),
        ("{ \"exact\": \"танків 3666\" }", "does not hold this quote"),
        ("{ \"exact\": \"танків\", \"start\": 2000, \"end\": 2006 }", "the text ends at 41"),
        ("{ \"exact\": \"3665\", \"prefix\": \"літаків\" }", "something else before the quote"),
    ] {
        let problems = problems(&sound(), &format!("\"evidence\": {evidence}"));
        assert_eq!(problems.len(), 1, "{problems:?}");
        assert!(problems[0].starts_with("a.json:4:") && problems[0].contains(said), "{problems:?}");
    }
}

#[test]
fn texts_must_be_there_unchanged_and_inside() {
    for (document, said) in [
        ("\"text\": \"documents/b.txt\"", "no such file or folder"),
        ("\"text\": \"../a.txt\"", "does not stay inside the corpus"),
        ("\"text\": \"/etc/passwd\"", "does not stay inside the corpus"),
        (
            "\"text\": \"documents/a.txt\", \"sha256\": \"0000000000000000000000000000000000000000000000000000000000000000\"",
            "its SHA-256 is another",
        ),
        ("\"text\": \"documents/a.txt\"", "warning a.json:2:61 this text has no SHA-256"),
    ] {
        let problems = problems(document, "");
        assert_eq!(problems.len(), 1, "{problems:?}");
        assert!(problems[0].contains(said), "{problems:?}");
    }
}

#[cfg(unix)]
#[test]
fn a_link_out_of_the_corpus_is_refused() {
    let folder = corpus("\"text\": \"documents/out.txt\"", "");
    std::os::unix::fs::symlink("/etc/hostname", folder.0.join("documents/out.txt")).expect("a link");
    let problems = folder.lines_of(&verify(&folder.load(), &[folder.path("")]));
    assert!(problems[0].contains("leads out of the corpus by a link"), "{problems:?}");
}

#[test]
fn long_quotes_and_late_statements_are_remarked_on() {
    let fields = "\"said\": \"2023-04-20\", \"evidence\": { \"exact\": \"a b c d e f g h i j k l m\" }";
    let problems = problems("\"title\": \"t\"", fields);
    assert_eq!(problems.len(), 2, "{problems:?}");
    assert!(problems.iter().all(|problem| problem.starts_with("warning a.json:4:")), "{problems:?}");
}

#[test]
fn nothing_is_said_behind_its_document() {
    let problems = |said: &str| problems("\"title\": \"t\"", &format!("\"said\": \"{said}\""));
    let late = problems("2023-04-23");
    assert_eq!(late.len(), 1, "{late:?}");
    assert!(late[0].starts_with("a.json:4:") && late[0].contains("which cannot be: 4 days lie between"), "{late:?}");
    // A calendar may be a day ahead where the words were spoken.
    assert!(problems("2023-04-20")[0].starts_with("warning a.json:4:"));
    // A document may tell what was said long before it.
    assert_eq!(problems("2022-04-19"), Vec::<String>::new());
    assert_eq!(problems("2023-04-19"), Vec::<String>::new());
}

/// What is remarked on of two claims, each with a document of its own unless the id of the second is empty.
fn remarks_on_two(first: [&str; 2], second: [&str; 2]) -> Vec<String> {
    let line = |id: &str, [document, claim]: [&str; 2]| {
        let claim = support::claim(id, &format!("{claim}, {PERIOD}"));
        let document =
            format!("{{ \"document\": {{ \"id\": \"{}\", \"published\": \"2023-04-19\"{document} }} }}\n", &id[..1]);
        format!("{document}{}\n", claim.replacen('{', &format!("{{ \"document\": \"{}\", ", &id[..1]), 1))
    };
    let folder = Folder::with("a.ndjson", format!("{}{}", line("a/1", first), line("b/2", second)));
    let corpus = folder.load();
    assert_eq!(corpus.problems, []);
    folder.lines_of(&doubled(&corpus, &[folder.path("")]))
}

#[test]
fn a_statement_that_was_drafted_twice_is_remarked_on() {
    const QUOTE: &str = "\"evidence\": { \"exact\": \"3665\" }";
    const URL: &str = ", \"url\": \"https://example.org/a\"";
    let twice = remarks_on_two([URL, QUOTE], [URL, QUOTE]);
    assert_eq!(twice.len(), 1, "{twice:?}");
    assert!(twice[0].contains("this statement stands twice, here and as `a/1`, first at"), "{twice:?}");
    for (document, claim) in [
        // Another outlet that carries the statement, another speaker, another day, other words.
        (", \"url\": \"https://example.org/b\"", QUOTE.to_owned()),
        (URL, format!("{QUOTE}, \"speaker\": \"somebody\"")),
        (URL, format!("{QUOTE}, \"said\": \"2023-04-18\"")),
        (URL, "\"evidence\": { \"exact\": \"3665 tanks\" }".to_owned()),
        (URL, format!("{QUOTE}, \"corrects\": \"a/1\"")),
    ] {
        assert_eq!(remarks_on_two([URL, QUOTE], [document, &claim]), Vec::<String>::new(), "{claim}");
    }
}

#[cfg(unix)]
#[test]
fn a_pipe_is_read_once() {
    let folder = corpus("\"title\": \"t\"", "\"said\": \"2023-04-20\"");
    let pipe = folder.0.join("pipe");
    let made = std::process::Command::new("mkfifo").arg(&pipe).status();
    if !made.is_ok_and(|status| status.success()) {
        return;
    }
    let text = std::fs::read(folder.0.join("a.json")).expect("it is there");
    let writer = std::thread::spawn({
        let pipe = pipe.clone();
        move || std::fs::write(pipe, text)
    });
    let corpus = support::load_all(&[folder.path("pipe")]).expect("it can be read");
    writer.join().expect("it does not panic").expect("it is read");
    assert_eq!((corpus.claims.len(), corpus.problems.len()), (1, 0), "{:?}", corpus.problems);
    assert_eq!(folder.lines_of(&verify(&corpus, &[folder.path("pipe")])).len(), 1);
}

#[test]
fn a_figure_of_no_time_is_remarked_on() {
    let remarks = |claim: &str| {
        let folder = folder(&sound(), claim);
        folder.lines_of(&verify(&folder.load(), &[folder.path("")]))
    };
    let remark = remarks("");
    assert!(remark.len() == 1 && remark[0].contains("a figure without a period"), "{remark:#?}");
    assert_eq!(remarks("\"value\": { \"undisclosed\": true }"), [""; 0]);
    assert_eq!(remarks(PERIOD), [""; 0]);
}
