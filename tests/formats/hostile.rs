//! Text of a corpus that would like to act, in every field that holds text.

use super::readers::{acts_in_a_log, commands, markdown, sarif};
use super::{CASE, shown};
use std::path::PathBuf;

const HOSTILE: [&str; 14] = [
    "<script>alert(1)</script>",
    "]]><x/><!--",
    "::error file=a::pwned",
    "\n::error::pwned\r\n::add-mask::a",
    " ##[error]pwned ##vso[task.complete] ##teamcity[x]",
    "a%0A::error::pwned%25",
    "\u{0}\u{1b}[31m\u{7}\u{9b}\u{fffe}\u{ffff}",
    "5,937\u{202e}739,5\u{2066}\u{200b}\u{feff}",
    "[link](javascript:alert(1)) ![x](https://example.org/x.png) {0} {{1}}",
    "| --- | `x` **b** @someone #1 https://example.org",
    "&amp;&#x1b; \" ' \\ \\u0000",
    "👩‍👩‍👧‍👦🇺🇦 втрати",
    "=1+1",
    "title=a,file=b:c",
];

/// A corpus whose words are all hostile, in a folder and a file with a hostile name.
struct Desk(PathBuf);

impl Desk {
    fn of(words: &str, name: &str) -> Desk {
        let path = std::env::temp_dir().join(format!("gainsay-hostile-{}-{name}", std::process::id()));
        std::fs::create_dir_all(path.join(".git")).expect("it can be made");
        let text = serde_json::to_string(words).expect("it is text");
        let vocabulary = format!(
            r#"{{ "format": "gainsay.vocabulary/v1",
  "sources": [ {{ "id": "one", "label": {text} }}, {{ "id": "two", "label": {text} }} ],
  "measures": [ {{ "id": "thing", "label": {text}, "unit": {text} }} ],
  "subjects": [ {{ "id": "whose", "label": {text} }} ], "places": [ {{ "id": "where", "label": {text} }} ] }}"#
        );
        let claim = |source: &str, value: u32| {
            format!(
                r#"{{ "id": "d/{source}", "source": "{source}", "speaker": {text}, "via": [{text}], "measure": "thing",
  "subject": "whose", "place": "where", "period": {{ "from": "2023-01-01", "to": "2023-01-01" }}, "value": {{ "exactly": {value} }},
  "hedge": {text}, "statement": {text}, "evidence": {{ "exact": {text}, "start": 0, "end": {} }}, "note": {text} }}"#,
                words.chars().count()
            )
        };
        let file = format!(
            r#"{{ "format": "gainsay.claims/v1", "document": {{ "id": "d", "publisher": {text}, "title": {text}, "url": {text},
  "published": "2023-01-02", "text": "documents/d.txt" }}, "claims": [ {}, {} ] }}"#,
            claim("one", 5),
            claim("two", 9)
        );
        std::fs::create_dir_all(path.join("documents")).expect("it can be made");
        std::fs::write(path.join("documents/d.txt"), words).expect("it can be written");
        std::fs::write(path.join("vocabulary.json"), vocabulary).expect("it can be written");
        std::fs::write(path.join(FILE), file).expect("it can be written");
        // What is broken is told as well, with the words that are wrong.
        let broken = format!("{{ \"format\": \"gainsay.claims/v1\", \"document\": {{ \"id\": \"e\", {text}: 1 }} }}");
        std::fs::write(path.join("broken.json"), broken).expect("it can be written");
        Desk(path)
    }

    fn shown(&self, command: &str, format: &str) -> String {
        shown(&[command, &self.0.to_string_lossy(), "--format", format])
    }
}

impl Drop for Desk {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// The name of a file that tries what words try.
const FILE: &str = "a,b:c %0A::error::x #[y](z)\n::error::n<b>\"&'.json";

#[test]
fn no_text_of_a_corpus_acts_in_any_format() {
    for (number, words) in HOSTILE.iter().enumerate() {
        look(&Desk::of(words, &number.to_string()), words);
    }
    let long = HOSTILE.concat().repeat(300);
    look(&Desk::of(&long, "long"), &long);
}

fn look(desk: &Desk, words: &str) {
    let text = desk.shown("report", "sarif");
    assert!(!acts_in_a_log(&text), "{words:?}\n{text}");
    let run = sarif(&text);
    let results = run["results"].as_array().expect("a list");
    assert!(!results.is_empty(), "{words:?} {run:#}");
    for result in results {
        let message = result["message"]["text"].as_str().expect("a text");
        assert!(!message.contains("](") && !message.contains(char::is_control), "{message:?}");
        assert!(message.chars().count() <= 1_100, "{}", message.chars().count());
        let uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"].as_str().expect("a file");
        assert!(
            uri.ends_with(
                "/a%2Cb%3Ac%20%250A%3A%3Aerror%3A%3Ax%20%23%5By%5D%28z%29%0A%3A%3Aerror%3A%3An%3Cb%3E%22%26%27.json"
            ),
            "{uri}"
        );
    }
    assert_ne!(run["invocations"][0]["toolExecutionNotifications"], serde_json::Value::Null);

    let text = desk.shown("report", "junit");
    let document = roxmltree::Document::parse(&text).unwrap_or_else(|error| panic!("{words:?}: {error}\n{text}"));
    let known = ["testsuites", "testsuite", "testcase", "failure", "error", "skipped", "system-out"];
    assert!(
        document.descendants().filter(|node| node.is_element()).all(|node| known.contains(&node.tag_name().name()))
    );
    assert!(!acts_in_a_log(&text), "{words:?}\n{text}");

    let text = desk.shown("conflicts", "github");
    let (commands, rest) = commands(&text);
    assert!(!commands.is_empty() && rest.is_empty(), "{words:?}\n{text}");
    for command in &commands {
        assert!(["error", "notice", "warning"].contains(&&*command.name), "{command:?}");
        let names: Vec<&str> = command.properties.iter().map(|(name, _)| &**name).collect();
        assert_eq!(names, ["file", "line", "col", "title"], "{command:?}");
        assert!(!acts_in_a_log(&command.message), "{command:?}");
    }

    let text = desk.shown("report", "summary");
    assert!(text.chars().count() <= 60_000 && !acts_in_a_log(&text), "{words:?}\n{text}");
    markdown(&text);

    let changed = ["sarif", "junit", "summary", "github"]
        .map(|format| shown(&["diff", CASE, &desk.0.to_string_lossy(), "--format", format]));
    sarif(&changed[0]);
    assert!(roxmltree::Document::parse(&changed[1]).is_ok(), "{words:?}");
    markdown(&changed[2]);
    assert!(changed[..3].iter().all(|text| !acts_in_a_log(text)), "{words:?}");
    let (commands, rest) = super::readers::commands(&changed[3]);
    assert!(commands.iter().any(|command| command.message.contains("by: d/")), "{commands:?}");
    assert!(rest.is_empty() && commands.iter().all(|command| !acts_in_a_log(&command.message)), "{commands:?}");

    for format in ["terminal", "markdown", "json", "csv"] {
        for view in ["report", "claims"] {
            let text = desk.shown(view, format);
            assert!(!acts_in_a_log(&text), "{words:?} {view} {format}\n{text}");
        }
    }
}
