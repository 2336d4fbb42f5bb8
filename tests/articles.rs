//! What the reader of articles makes of short texts in three languages, and of whole articles.

use gainsay::sources::vocabulary;
use gainsay_claim::draft::{Draft, DraftValue};
use gainsay_claim::extract::{Extract, Extractor, RawDocument};
use gainsay_claim::vocabulary::Vocabulary;
use gainsay_source_independent_media::IndependentMedia;
use std::fmt::Write as _;
use support::root;

/// One case of `cases.txt`.
struct Case<'a> {
    name: &'a str,
    language: &'a str,
    published: &'a str,
    text: &'a str,
    claims: Vec<&'a str>,
}

fn cases(file: &str) -> Vec<Case<'_>> {
    let blocks = file.split("\n=== ").skip(1);
    blocks
        .map(|block| {
            let (head, rest) = block.split_once('\n').expect("a head");
            let (text, claims) = rest.split_once("\n---\n").expect("a text and its claims");
            let mut head = head.split('|').map(str::trim);
            let mut next = || head.next().expect("name, language and day");
            let (name, language, published) = (next(), next(), next());
            let claims = claims.lines().map(str::trim).filter(|line| !line.is_empty() && *line != "nothing").collect();
            Case { name, language, published, text: text.trim(), claims }
        })
        .collect()
}

fn read<'a>(text: &'a str, language: &'a str, published: &str, vocabulary: &'a Vocabulary) -> Extract<'a> {
    let raw = RawDocument {
        text,
        language: Some(language),
        published: Some(published.parse().expect("a day")),
        dated: None,
        publisher: Some("outlet"),
        attested: false,
        vocabulary,
    };
    let mut extract = IndependentMedia.extract(&raw);
    extract.name("article");
    extract
}

/// A claim in one line.
fn line(claim: &Draft<'_>) -> String {
    let value = serde_json::to_value(&claim.value).expect("a value");
    let value = match &claim.value {
        DraftValue::Relative { to, is } => format!("relative {to} {}", is.id()),
        DraftValue::Undisclosed => "undisclosed".to_owned(),
        _ => {
            let (key, figures) = value.as_object().and_then(|map| map.iter().next()).expect("one form");
            let figures = match figures {
                serde_json::Value::Array(ends) => ends.iter().map(plain).collect::<Vec<_>>().join(" "),
                one => plain(one),
            };
            format!("{key} {figures}")
        }
    };
    let period = claim.period.map(|period| {
        let from = if period.from.to_string() == "2022-02-24" { String::new() } else { period.from.to_string() };
        format!("{from}..{}", period.to)
    });
    let parts = [
        Some(claim.source.to_string()),
        Some(claim.measure.to_string()),
        Some(claim.subject.to_string()),
        Some(value),
        period,
        claim.place.as_deref().map(str::to_owned),
        claim.basis.as_deref().map(str::to_owned),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

fn plain(value: &serde_json::Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

#[test]
fn every_case_gives_its_claims_and_no_others() {
    let file = std::fs::read_to_string(root().join("tests/fixtures/articles/cases.txt")).expect("the cases are there");
    let (vocabulary, _) = Vocabulary::build(vocabulary());
    let cases = cases(&file);
    assert!(cases.len() >= 60, "{} cases", cases.len());
    let mut wrong = String::new();
    for case in &cases {
        let extract = read(case.text, case.language, case.published, &vocabulary);
        let mut found: Vec<String> = extract.claims.iter().map(line).collect();
        let mut expected: Vec<String> = case.claims.iter().map(|claim| (*claim).to_owned()).collect();
        found.sort();
        expected.sort();
        if found != expected {
            let _ = writeln!(
                wrong,
                "{}:\n  expected {expected:#?}\n  found {found:#?}\n  {:#?}",
                case.name, extract.unclear
            );
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn every_quote_stands_where_its_evidence_says() {
    let file = std::fs::read_to_string(root().join("tests/fixtures/articles/cases.txt")).expect("the cases are there");
    let (vocabulary, _) = Vocabulary::build(vocabulary());
    for case in cases(&file) {
        let letters: Vec<char> = case.text.chars().collect();
        let extract = read(case.text, case.language, case.published, &vocabulary);
        for claim in &extract.claims {
            let evidence = claim.evidence.as_ref().expect("every draft has its words");
            let stands: String = letters[evidence.start..evidence.end].iter().collect();
            assert_eq!(stands, evidence.exact, "{}", case.name);
        }
        for unclear in &extract.unclear {
            assert!(unclear.place.start < unclear.place.end && unclear.place.end <= letters.len(), "{}", case.name);
        }
    }
}

#[test]
fn a_name_that_a_corpus_adds_is_recognised() {
    let own = r#"{"format": "gainsay.vocabulary/v1",
        "sources": [{"id": "red-cross", "label": "Red Cross", "aliases": {"en": ["Red Cross"], "uk": ["Червоний Хрест"]}}]}"#;
    let mut fragments = vocabulary();
    fragments.push(gainsay_claim::vocabulary::Fragment { record: serde_json::from_str(own).expect("well formed") });
    let (vocabulary, _) = Vocabulary::build(fragments);
    let text = "За даними Червоного Хреста, загинули 5000 російських військових.";
    let found: Vec<String> = read(text, "uk", "2023-05-20", &vocabulary).claims.iter().map(line).collect();
    assert_eq!(found, ["red-cross killed russian-forces exactly 5000 ..2023-05-20 ukraine"]);
    let (built_in, _) = Vocabulary::build(gainsay::sources::vocabulary());
    assert_eq!(read(text, "uk", "2023-05-20", &built_in).claims, []);
}

#[test]
fn hostile_texts_are_read_to_their_end() {
    let (vocabulary, _) = Vocabulary::build(vocabulary());
    for text in [
        "said ".repeat(200_000),
        "1".repeat(1_000_000),
        "(".repeat(300_000),
        "— ".repeat(300_000),
        "500 Russian soldiers killed ".repeat(20_000),
        "Зеленський сказав, що 500 росіян загинули. ".repeat(10_000),
        "Бахмут ".repeat(100_000),
        "\u{301}'’ʼ«»\"".repeat(50_000),
    ] {
        let extract = read(&text, "en", "2023-05-20", &vocabulary);
        assert!(extract.claims.len() <= text.len());
    }
}

#[test]
fn whole_articles() {
    let (vocabulary, _) = Vocabulary::build(vocabulary());
    for (name, language, published) in [
        ("oryx-1000-defenceblog", "en", "2022-09-04"),
        ("soledar-upi-01-11", "en", "2023-01-11"),
        ("zelensky-31000-oann", "en", "2024-02-25"),
        ("shoigu-2023-05-02-grodno24-ru", "ru", "2023-05-02"),
        ("mediazona-4515-meduza-ru", "ru", "2022-07-08"),
        ("bakhmut-may20-molbuk-uk", "uk", "2023-05-20"),
        ("general-staff-definition-2024-02-27-liga-uk", "uk", "2024-02-27"),
    ] {
        let path = root().join("claims/documents").join(format!("{name}.txt"));
        let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let extract = read(&text, language, published, &vocabulary);
        let mut shown = String::new();
        for claim in &extract.claims {
            let quote = claim.evidence.as_ref().map_or("", |evidence| &*evidence.exact);
            let speaker = claim.speaker.as_deref().unwrap_or("-");
            let _ = writeln!(
                shown,
                "{}\n    {} ({speaker}, via {})\n    {quote}",
                claim.id,
                line(claim),
                claim.via.join(", ")
            );
        }
        for unclear in &extract.unclear {
            let _ = writeln!(shown, "? {} [{}]", unclear.message, unclear.candidates.join(", "));
        }
        insta::assert_snapshot!(format!("article-{name}"), shown);
    }
}
