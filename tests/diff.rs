//! The laws of a diff, over generated corpora, and the figures of a real series with a digit dropped.

use gainsay::{Io, Terminal};
use gainsay_claim::Corpus;
use gainsay_compare::{Analysis, compare};
use gainsay_diff::{ChangeKind, Diff, Field, FieldValue, Revision, diff, fields};
use gainsay_report::{Format, Style, diff_schema, write_diff};
use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsString;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use support::{data, load_text, root};

const TOLERANCE: u32 = 1;
const SOURCES: [&str; 3] = ["general-staff", "russian-mod", "mediazona"];
const MEASURES: [&str; 5] = ["killed", "killed-and-wounded", "personnel-losses", "tanks-lost", "filming-date"];

/// A claim to be.
#[derive(Clone, Debug, PartialEq)]
struct Draft {
    source: usize,
    measure: usize,
    day: u32,
    increment: bool,
    value: (usize, u32),
    hedged: bool,
    note: Option<u32>,
    outlet: bool,
}

fn day(number: u32) -> String {
    let start = chrono::NaiveDate::from_ymd_opt(2022, 3, 1).expect("a day");
    (start + chrono::Days::new(u64::from(number))).to_string()
}

impl Draft {
    fn line(&self, id: usize) -> String {
        let (form, figure) = self.value;
        let to = day(self.day);
        let value = match (MEASURES[self.measure], form) {
            ("filming-date", 0 | 1) => format!(r#"{{"on":"{}"}}"#, day(figure % 9)),
            ("filming-date", _) => format!(r#"{{"before":"{}"}}"#, day(figure % 9)),
            (_, 0) => format!(r#"{{"about":{figure}}}"#),
            (_, 1) => format!(r#"{{"at_least":{figure}}}"#),
            (_, 2) => format!(r#"{{"between":[{figure},{}]}}"#, figure + 7),
            _ => format!(r#"{{"exactly":{figure}}}"#),
        };
        let mut line = format!(
            r#"{{"id":"c{id:03}","document":"d{}","source":"{}","measure":"{}","subject":"russian-forces","place":"ukraine","said":"{to}","value":{value}"#,
            id % 3,
            SOURCES[self.source],
            MEASURES[self.measure]
        );
        if MEASURES[self.measure] != "filming-date" {
            let from = if self.increment { &*to } else { "2022-02-24" };
            let _ = write!(line, r#","period":{{"from":"{from}","to":"{to}"}}"#);
        }
        if self.hedged {
            line.push_str(r#","hedge":"reportedly""#);
        }
        if self.outlet {
            line.push_str(r#","via":["herald"]"#);
        }
        if let Some(note) = self.note {
            let _ = write!(line, r#","note":"seen {note} times","statement":"It lost {figure} of them.""#);
        }
        line.push('}');
        line
    }
}

prop_compose! {
    fn draft()(
        source in 0..SOURCES.len(),
        measure in 0..MEASURES.len(),
        day in 0..6u32,
        value in (0..5usize, prop_oneof![1..80u32, (1..9u32).prop_map(|number| number * 100)]),
        flags in any::<(bool, bool, bool)>(),
        note in proptest::option::of(0..3u32),
    ) -> Draft {
        let (increment, hedged, outlet) = flags;
        Draft { source, measure, day, increment: increment && hedged, value, hedged, note, outlet: outlet && hedged }
    }
}

/// What a claim was and what it is.
type Pair = (Option<Draft>, Option<Draft>);

/// Claims in two revisions, by id.
fn revisions() -> impl Strategy<Value = Vec<Pair>> {
    let pair = (draft(), draft(), 0..8usize).prop_map(|(was, is, fate)| match fate {
        0 => (Some(was), None),
        1 => (None, Some(is)),
        2 => (Some(was), Some(is)),
        _ => (Some(was.clone()), Some(was)),
    });
    proptest::collection::vec(pair, 2..16)
}

fn text(drafts: &[(usize, &Draft)]) -> String {
    let mut text = String::new();
    for number in 0..3 {
        let _ = writeln!(text, r#"{{"document":{{"id":"d{number}","publisher":"herald","published":"2022-03-09"}}}}"#);
    }
    for (id, draft) in drafts {
        let _ = writeln!(text, "{}", draft.line(*id));
    }
    text
}

fn load(pairs: &[Pair], side: fn(&Pair) -> Option<&Draft>) -> (Corpus, Analysis) {
    let drafts: Vec<(usize, &Draft)> =
        pairs.iter().enumerate().filter_map(|(id, pair)| side(pair).map(|draft| (id, draft))).collect();
    let corpus = load_text(&text(&drafts));
    assert_eq!(corpus.problems, []);
    let analysis = compare(&corpus);
    (corpus, analysis)
}

/// The changes by id.
fn kinds(diff: &Diff<'_>) -> BTreeMap<String, ChangeKind> {
    let all = diff.changes.iter().chain(&diff.unchanged);
    all.map(|change| (change.finding().id.clone(), change.kind)).collect()
}

type Fields = BTreeMap<String, BTreeMap<Field, FieldValue>>;

fn fields_of(corpus: &Corpus) -> Fields {
    corpus.claims.iter().map(|claim| (claim.id.to_string(), fields(corpus, claim))).collect()
}

/// What the edits make of the first revision.
fn applied(mut claims: Fields, diff: &Diff<'_>, head: &Fields) -> Fields {
    for id in &diff.claims.removed {
        claims.remove(id);
    }
    for id in &diff.claims.added {
        claims.insert(id.clone(), head[id].clone());
    }
    for edit in &diff.claims.edited {
        let claim = claims.get_mut(&edit.id).expect("what is edited was there");
        for field in &edit.fields {
            assert_eq!(claim.get(&field.field), field.was.as_ref(), "{}", edit.id);
            match &field.is {
                Some(is) => claim.insert(field.field, is.clone()),
                None => claim.remove(&field.field),
            };
        }
    }
    claims
}

fn json(diff: &Diff<'_>) -> serde_json::Value {
    let mut out = Vec::new();
    write_diff(Format::Json, diff, Style { width: 80, colour: false }, &mut out).expect("memory can be written");
    serde_json::from_slice(&out).expect("it is JSON")
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 160, rng_seed: RngSeed::Fixed(4), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_corpus_against_itself_has_no_changes(pairs in revisions(), turn in 0..16usize) {
        let (corpus, analysis) = load(&pairs, |pair| pair.0.as_ref());
        let mut drafts: Vec<(usize, &Draft)> =
            pairs.iter().enumerate().filter_map(|(id, pair)| pair.0.as_ref().map(|draft| (id, draft))).collect();
        drafts.reverse();
        let middle = turn.min(drafts.len());
        drafts.rotate_left(middle);
        let shuffled = load_text(&text(&drafts));
        let other = compare(&shuffled);
        let base = Revision::of_corpus("-", &corpus, &analysis);
        let head = Revision::of_corpus("-", &shuffled, &other);
        let same = diff(&base, &head, 0);
        prop_assert!(same.changes.is_empty() && same.claims.is_empty());
        prop_assert_eq!(same.unchanged.len(), analysis.discrepancies.len());
    }

    #[test]
    fn the_way_back_mirrors_the_way_there(pairs in revisions(), tolerance in 0..40u32) {
        let (was, is) = (load(&pairs, |pair| pair.0.as_ref()), load(&pairs, |pair| pair.1.as_ref()));
        let base = Revision::of_corpus("-", &was.0, &was.1);
        let head = Revision::of_corpus("-", &is.0, &is.1);
        let (there, back) = (diff(&base, &head, tolerance), diff(&head, &base, tolerance));
        let mirrored: BTreeMap<String, ChangeKind> = kinds(&back).into_iter().map(|(id, kind)| (id, match kind {
            ChangeKind::New => ChangeKind::Absent,
            ChangeKind::Absent => ChangeKind::New,
            ChangeKind::Worsened => ChangeKind::Eased,
            ChangeKind::Eased => ChangeKind::Worsened,
            ChangeKind::Unchanged => ChangeKind::Unchanged,
        })).collect();
        prop_assert_eq!(kinds(&there), mirrored);
        prop_assert_eq!(&there.claims.added, &back.claims.removed);
        prop_assert_eq!(&there.claims.removed, &back.claims.added);
        let sides = |diff: &Diff<'_>| -> Vec<_> {
            let edits = diff.claims.edited.iter();
            edits.flat_map(|edit| edit.fields.iter().map(|field| (edit.id.clone(), field.field, field.was.clone(), field.is.clone()))).collect()
        };
        let turned: Vec<_> = sides(&back).into_iter().map(|(id, field, was, is)| (id, field, is, was)).collect();
        prop_assert_eq!(sides(&there), turned);
    }

    #[test]
    fn the_edits_make_the_second_revision_of_the_first(pairs in revisions()) {
        let (was, is) = (load(&pairs, |pair| pair.0.as_ref()), load(&pairs, |pair| pair.1.as_ref()));
        let base = Revision::of_corpus("-", &was.0, &was.1);
        let head = Revision::of_corpus("-", &is.0, &is.1);
        let changes = diff(&base, &head, TOLERANCE);
        let head_fields = fields_of(&is.0);
        prop_assert_eq!(applied(fields_of(&was.0), &changes, &head_fields), head_fields);
    }

    #[test]
    fn what_is_named_as_a_cause_has_changed(pairs in revisions()) {
        let (was, is) = (load(&pairs, |pair| pair.0.as_ref()), load(&pairs, |pair| pair.1.as_ref()));
        let base = Revision::of_corpus("-", &was.0, &was.1);
        let head = Revision::of_corpus("-", &is.0, &is.1);
        let changes = diff(&base, &head, TOLERANCE);
        let claims = &changes.claims;
        let touched: BTreeSet<&str> = claims.added.iter().chain(&claims.removed).chain(claims.edited.iter().map(|edit| &edit.id)).map(String::as_str).collect();
        for change in &changes.changes {
            prop_assert!(!change.because_of.is_empty(), "{} has no cause", change.finding().id);
            prop_assert!(change.because_of.iter().all(|id| touched.contains(&**id)));
        }
    }

    #[test]
    fn the_json_keeps_to_its_schema(pairs in revisions()) {
        let (was, is) = (load(&pairs, |pair| pair.0.as_ref()), load(&pairs, |pair| pair.1.as_ref()));
        let base = Revision::of_corpus("-", &was.0, &was.1);
        let head = Revision::of_corpus("-", &is.0, &is.1);
        let record = json(&diff(&base, &head, TOLERANCE));
        let schema = serde_json::to_value(diff_schema()).expect("a schema is JSON");
        let names = |value: &serde_json::Value| -> BTreeSet<String> { value.as_object().expect("an object").keys().cloned().collect() };
        let of = |name: &str| names(&schema["$defs"][name]["properties"]);
        prop_assert_eq!(names(&record), names(&schema["properties"]));
        prop_assert_eq!(names(&record["counts"]), of("Counts"));
        for change in record["changes"].as_array().expect("a list") {
            prop_assert_eq!(names(change), of("Change"));
            prop_assert!(names(&change["discrepancy"]).is_subset(&of("Discrepancy")));
        }
        for edit in record["claims"]["edited"].as_array().expect("a list") {
            prop_assert_eq!(names(edit), of("Edit"));
            prop_assert_eq!(names(&edit["fields"][0]), of("Field"));
        }
    }
}

/// A folder that goes away with the test.
struct Folder(PathBuf);

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

fn gainsay(words: &[&str]) -> (u8, String) {
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let mut io = Io { stdin: &mut &b""[..], stdout: &mut out, stderr: &mut err, terminal: Terminal::default() };
    let code = gainsay::run(std::iter::once(&"gainsay").chain(words).map(OsString::from), &mut io);
    (code, String::from_utf8(out).expect("UTF-8"))
}

/// The changes between two folders as `kind id by`, and the edits as `id field delta`.
fn changed(base: &Path, head: &Path) -> (Vec<String>, Vec<String>) {
    let path = |path: &Path| path.display().to_string();
    let (_, text) = gainsay(&["diff", &path(base), &path(head), "--format", "json"]);
    let diff: serde_json::Value = serde_json::from_str(&text).expect("it is JSON");
    let word = |value: &serde_json::Value| value.as_str().unwrap_or_default().to_owned();
    let list = |value: &serde_json::Value| value.as_array().cloned().unwrap_or_default();
    let changes = list(&diff["changes"]).into_iter().map(|change| {
        let by: Vec<String> = list(&change["because_of"]).iter().map(word).collect();
        format!("{} {} by {}", word(&change["change"]), word(&change["discrepancy"]["id"]), by.join(" "))
    });
    let edits = list(&diff["claims"]["edited"]);
    let edits = edits.iter().flat_map(|edit| {
        list(&edit["fields"])
            .iter()
            .map(|field| format!("{} {} {}", word(&edit["id"]), word(&field["field"]), word(&field["delta"])))
            .collect::<Vec<_>>()
    });
    (changes.collect(), edits.collect())
}

#[test]
fn a_dropped_digit_comes_and_goes_with_what_it_opens_and_nothing_else() {
    let Some(series) = data("general-staff") else { return };
    let folder = Folder(std::env::temp_dir().join(format!("gainsay-diff-{}", std::process::id())));
    let [right, wrong] = ["right", "wrong"].map(|name| folder.0.join(name));
    for corpus in [&right, &wrong] {
        std::fs::create_dir_all(corpus).expect("the folder for temporary files can be written to");
    }
    let tables = [
        ("equipment.json", "general-staff-equipment"),
        ("personnel.json", "general-staff-personnel"),
        ("second-transcription.json", "general-staff-second"),
    ];
    for (table, name) in tables {
        let path = |path: PathBuf| path.display().to_string();
        let out = right.join(format!("{name}.ndjson"));
        let map = root().join(format!("tests/maps/{name}.toml"));
        gainsay(&["import", &path(series.join(table)), "--map", &path(map), "-o", &path(out.clone())]);
        let text = std::fs::read_to_string(&out).expect("it was imported");
        // 11 July 2023: 3,693 unmanned aircraft and about 235,020 personnel, a digit of each dropped.
        let edits = [
            ("general-staff-equipment/2023-07-11/uavs-lost\"", "{\"exactly\":3693}", "{\"exactly\":369}"),
            ("general-staff-personnel/2023-07-11/personnel-losses\"", "{\"about\":235020}", "{\"about\":23502}"),
        ];
        let edited: Vec<String> = text
            .lines()
            .map(|line| match edits.iter().find(|(id, was, _)| line.contains(id) && line.contains(was)) {
                Some((_, was, is)) => line.replace(was, is),
                None => line.to_owned(),
            })
            .collect();
        // The order of lines and the names of files are another, which is no change.
        let turned: Vec<String> = edited.into_iter().rev().collect();
        std::fs::write(wrong.join(format!("{name}-as-first-published.ndjson")), turned.join("\n"))
            .expect("it is written");
    }
    let (corrected, edits) = changed(&wrong, &right);
    let (broken, _) = changed(&right, &wrong);
    insta::assert_snapshot!(format!(
        "corrected:\n{}\n\nbroken:\n{}\n\nedits:\n{}",
        corrected.join("\n"),
        broken.join("\n"),
        edits.join("\n")
    ));
    let turned = |change: &String| change.replacen("absent", "new", 1).replacen("eased", "worsened", 1);
    let back: BTreeSet<String> = corrected.iter().map(turned).collect();
    assert_eq!(back, broken.iter().cloned().collect());
    assert_eq!(changed(&right, &right), (vec![], vec![]));
}
