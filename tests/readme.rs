//! The README is true: its commands run, its pictures are what they print, its sample claim loads,
//! its table of rules is that of the program.
//!
//! `GAINSAY_UPDATE_README=1 cargo test -p gainsay-tests --test readme` renews the pictures and the table.

use gainsay::{Io, Terminal};
use gainsay_claim::{Corpus, Settings};
use gainsay_compare::{Level, RULES};
use std::ffi::OsString;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use support::{load_text, root};

const UPDATE: &str = "GAINSAY_UPDATE_README";
const STALE: &str =
    "README.md is stale; renew it with GAINSAY_UPDATE_README=1 cargo test -p gainsay-tests --test readme";
/// The last line of a picture that shows only the beginning of an output.
const CUT: &str = "…";
/// Commands that stand for this test run or for minutes of work; they are written, not run.
const NOT_RUN: [&str; 4] =
    ["cargo test --workspace", "cargo bench -p gainsay-tests", "cargo install --path crates/gainsay", ".ci/run"];

/// A fenced block of the README.
#[derive(Debug)]
struct Block<'a> {
    language: &'a str,
    /// The last line before it that is not empty.
    lead: &'a str,
    text: String,
}

/// A command of a block and the lines below it.
struct Step<'a> {
    command: &'a str,
    /// The exit code that the README states.
    code: u8,
    picture: Vec<&'a str>,
}

struct Ran {
    code: u8,
    out: String,
    err: String,
}

fn readme() -> String {
    std::fs::read_to_string(root().join("README.md")).expect("the README is there")
}

fn blocks(readme: &str) -> Vec<Block<'_>> {
    let (mut blocks, mut open, mut lead): (Vec<Block<'_>>, bool, &str) = (Vec::new(), false, "");
    for line in readme.lines() {
        match line.strip_prefix("```") {
            Some(_) if open => open = false,
            Some(language) => {
                open = true;
                blocks.push(Block { language, lead, text: String::new() });
            }
            None if open => {
                let block = blocks.last_mut().expect("a block is open");
                block.text.push_str(line);
                block.text.push('\n');
            }
            None if !line.trim().is_empty() => lead = line,
            None => {}
        }
    }
    assert!(!open, "the last block of the README has no end");
    blocks
}

fn steps(block: &str) -> Vec<Step<'_>> {
    let mut steps: Vec<Step<'_>> = Vec::new();
    for line in block.lines() {
        if let Some(command) = line.strip_prefix("$ ") {
            let (command, remark) = command.split_once("  #").unwrap_or((command, ""));
            let code =
                remark.trim().strip_prefix("exit ").map_or(0, |code| code.parse().expect("an exit code is a number"));
            steps.push(Step { command: command.trim_end(), code, picture: Vec::new() });
        } else {
            steps.last_mut().expect("a console block begins with `$ `").picture.push(line);
        }
    }
    steps
}

/// The words of a command; single quotes keep a word together.
fn words(command: &str) -> Vec<String> {
    let mut words = Vec::new();
    for (number, part) in command.split('\'').enumerate() {
        if number % 2 == 1 {
            words.push(part.to_owned());
        } else {
            words.extend(part.split_whitespace().map(str::to_owned));
        }
    }
    words
}

fn gainsay(command: &str) -> Ran {
    let words = words(command.strip_prefix("cargo run --release -- ").map_or(command, |rest| rest));
    let words = words.into_iter().skip_while(|word| word == "gainsay");
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let mut io = Io { stdin: &mut &b""[..], stdout: &mut out, stderr: &mut err, terminal: Terminal::default() };
    let code = gainsay::run(std::iter::once("gainsay".to_owned()).chain(words).map(OsString::from), &mut io);
    let text = |bytes| String::from_utf8(bytes).expect("the output is UTF-8");
    Ran { code, out: text(out), err: text(err) }
}

/// A copy of the claims in a folder that goes away with the test.
struct Desk(PathBuf);

impl Desk {
    fn new() -> Desk {
        let path = std::env::temp_dir().join(format!("gainsay-readme-{}", std::process::id()));
        copy(&root().join("claims"), &path.join("claims"));
        std::fs::create_dir_all(path.join(".git")).expect("the folder for temporary files can be written to");
        Desk(path)
    }
}

impl Drop for Desk {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).expect("the folder for temporary files can be written to");
    for entry in std::fs::read_dir(from).expect("the claims are there") {
        let entry = entry.expect("the folder can be read");
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            std::fs::copy(entry.path(), &target).expect("the folder for temporary files can be written to");
        }
    }
}

/// The lines that a picture ought to show, as many as it shows where it is cut.
fn true_picture<'a>(step: &Step<'_>, out: &'a str) -> Vec<&'a str> {
    let mut lines: Vec<&str> = out.lines().map(str::trim_end).collect();
    while lines.last().is_some_and(|line| line.is_empty()) {
        lines.pop();
    }
    let shown = step.picture.len().saturating_sub(1);
    if step.picture.last() == Some(&CUT) && lines.len() > shown {
        lines.truncate(shown);
        lines.push(CUT);
    }
    lines
}

/// The file that the line before a block says to save it as: the last name in backticks.
fn saved_as<'a>(block: &Block<'a>) -> Option<&'a str> {
    block.lead.to_lowercase().contains("save this as").then(|| block.lead.split('`').rev().nth(1)).flatten()
}

/// Runs a block and gives the text that it ought to have.
fn played(block: &Block<'_>) -> String {
    let mut text = String::new();
    for step in steps(&block.text) {
        let remark = if step.code == 0 { String::new() } else { format!("  # exit {}", step.code) };
        let _ = writeln!(text, "$ {}{remark}", step.command);
        if NOT_RUN.contains(&step.command) {
            continue;
        }
        assert!(
            step.command.starts_with("gainsay ") || step.command.starts_with("cargo run --release -- "),
            "`{}` is not a command of this project",
            step.command
        );
        let ran = gainsay(step.command);
        // What a command that writes a file says, it says on standard error.
        let told = if ran.out.is_empty() && !step.picture.is_empty() { "" } else { &*ran.err };
        assert_eq!((ran.code, told), (step.code, ""), "`{}`", step.command);
        if !step.picture.is_empty() {
            let shown = if ran.out.is_empty() { &ran.err } else { &ran.out };
            let picture = true_picture(&step, shown).join("\n");
            let _ = writeln!(text, "{picture}");
        }
    }
    text
}

/// The table of the rules, as it stands between its marks.
fn rules() -> String {
    let mut table = "| Rule | Level | What it reports |\n|---|---|---|\n".to_owned();
    for rule in RULES {
        let level = if rule.level == Level::Conflict { "conflict" } else { "note" };
        let _ = writeln!(
            table,
            "| [`{0}`](crates/gainsay-compare/src/rules/{0}.md) | {level} | {1} |",
            rule.id, rule.title
        );
    }
    table
}

fn with_rules(readme: &str) -> String {
    let (before, rest) = readme.split_once("<!-- rules -->\n").expect("the table of rules has a beginning");
    let (_, after) = rest.split_once("<!-- end of rules -->").expect("the table of rules has an end");
    format!("{before}<!-- rules -->\n{}<!-- end of rules -->{after}", rules())
}

#[test]
fn commands_run_and_pictures_are_what_they_print() {
    let readme = readme();
    let mut renewed = with_rules(&readme);
    let desk = Desk::new();
    // The only test of this program that depends on the folder it runs in.
    std::env::set_current_dir(&desk.0).expect("the folder is there");
    for block in blocks(&readme) {
        if let Some(file) = saved_as(&block) {
            std::fs::write(desk.0.join(file), &block.text).expect("the folder for temporary files can be written to");
        }
        if block.language == "console" {
            let played = played(&block);
            assert!(
                std::env::var_os(UPDATE).is_some() || played == block.text,
                "{STALE}\n--- README\n{}--- gainsay\n{played}",
                block.text
            );
            renewed = renewed.replace(&format!("```console\n{}```", block.text), &format!("```console\n{played}```"));
        }
    }
    std::env::set_current_dir(root()).expect("the repository is there");
    if std::env::var_os(UPDATE).is_some() {
        std::fs::write(root().join("README.md"), renewed).expect("the README can be written to");
    } else {
        assert!(readme == renewed, "{STALE}");
    }
}

#[test]
fn the_two_commands_are_there() {
    let readme = readme();
    let blocks = blocks(&readme);
    let commands: Vec<&str> = blocks
        .iter()
        .filter(|block| block.language == "console")
        .flat_map(|block| steps(&block.text))
        .map(|step| step.command)
        .collect();
    for command in ["cargo run --release -- report", "cargo test --workspace"] {
        assert!(commands.contains(&command), "{command}");
    }
    assert!(
        blocks.iter().all(|block| ["console", "json", "toml", "text"].contains(&block.language)),
        "a block says what it holds"
    );
}

#[test]
fn the_sample_claim_is_sound() {
    let readme = readme();
    let samples: Vec<Block<'_>> = blocks(&readme)
        .into_iter()
        .filter(|block| saved_as(block).is_some_and(|file| file.starts_with("claims/")))
        .collect();
    let [sample] = &samples[..] else { panic!("one sample claim is to be saved into `claims`, not {}", samples.len()) };
    // The shipped vocabulary knows its words; this is the sample beside nothing else.
    let vocabulary = std::fs::read_to_string(root().join("claims/vocabulary.json")).expect("the vocabulary is there");
    let value: serde_json::Value = serde_json::from_str(&sample.text).expect("the sample is JSON");
    let vocabulary: serde_json::Value = serde_json::from_str(&vocabulary).expect("the vocabulary is JSON");
    let mut lines = serde_json::json!({ "vocabulary": vocabulary }).to_string();
    let _ = write!(lines, "\n{}", serde_json::json!({ "document": value["document"] }));
    for claim in value["claims"].as_array().expect("claims") {
        let mut claim = claim.clone();
        claim["document"] = value["document"]["id"].clone();
        let _ = write!(lines, "\n{claim}");
    }
    let corpus: Corpus = load_text(&lines);
    assert_eq!(corpus.problems, []);
    assert_eq!(corpus.claims.len(), 1);
}

#[test]
fn the_vocabulary_sample_is_sound() {
    let readme = readme();
    let samples: Vec<Block<'_>> =
        blocks(&readme).into_iter().filter(|block| block.text.contains("gainsay.vocabulary/v1")).collect();
    assert!(!samples.is_empty(), "the README shows a vocabulary");
    for sample in samples {
        let vocabulary: serde_json::Value = serde_json::from_str(&sample.text).expect("the sample is JSON");
        let corpus = load_text(&serde_json::json!({ "vocabulary": vocabulary }).to_string());
        assert_eq!(corpus.problems, []);
    }
}

#[test]
fn the_settings_are_all_there_with_their_defaults() {
    let readme = readme();
    let blocks = blocks(&readme);
    let block = blocks.iter().find(|block| block.language == "toml").expect("the README shows the settings");
    let debug = format!("{:?}", Settings::default());
    let defaults = debug.trim_start_matches("Settings { ").trim_end_matches(" }").replace(": ", " = ");
    let shown: Vec<&str> = block.text.lines().map(|line| line.split('#').next().unwrap_or_default().trim()).collect();
    assert_eq!(shown, defaults.split(", ").collect::<Vec<_>>());
    assert_eq!(toml::from_str::<Settings>(&block.text).expect("the settings are TOML"), Settings::default());
}

#[test]
fn the_guide_to_snapshots_shows_one_that_is_there() {
    let guide = std::fs::read_to_string(root().join(".docs/snapshots.md")).expect("the guide is there");
    let (_, rest) = guide.split_once("```diff\n").expect("it shows a change");
    let (shown, _) = rest.split_once("```").expect("the block ends");
    let path = root().join("tests/snapshots/own_claims__the_conflicts_that_the_desk_knows.snap");
    let snapshot = std::fs::read_to_string(path).expect("the snapshot is there");
    let was: Vec<&str> = shown.lines().filter_map(|line| line.strip_prefix([' ', '-'])).collect();
    assert!(snapshot.contains(&was.join("\n")), "{was:?}");
}

#[test]
fn every_link_leads_somewhere() {
    let documents = std::fs::read_dir(root().join(".docs"))
        .expect("the folder is there")
        .map(|entry| entry.expect("it can be read").path());
    for document in documents.chain([root().join("README.md")]) {
        let text = std::fs::read_to_string(&document).expect("it can be read");
        for target in text.split("](").skip(1).filter_map(|rest| rest.split(')').next()) {
            let file = target.split('#').next().unwrap_or_default();
            if !file.is_empty() && !target.contains("://") {
                assert!(document.with_file_name(file).exists(), "{}: {target}", document.display());
            }
        }
    }
}
