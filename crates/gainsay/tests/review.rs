//! `gainsay review`, through a real process: answers come in lines, decisions are on disk at once.

#[path = "support/repository.rs"]
mod repository;
mod support;

use repository::{Repository, ran, ran_on, series};
use std::io::Write;
use std::process::Stdio;
use std::time::{Duration, Instant};
use support::{DISPUTE, Ran};

const FALL: &str = "total-falls/losses/russian-forces/ukraine/general-staff";
const MISMATCH: &str = "increment-mismatch/losses/russian-forces/ukraine/general-staff";
const SETTINGS: &str = "claims/gainsay.toml";
const STATE: &str = "claims/.gainsay-review.json";

/// A branch on which a digit was dropped.
fn dropped() -> Repository {
    let repository = Repository::of(&[("claims/gs.json", &series("186420")), ("claims/meduza.json", DISPUTE)]);
    repository.write("claims/gs.json", &series("18642"));
    repository
}

fn read(repository: &Repository, name: &str) -> String {
    std::fs::read_to_string(repository.path().join(name)).unwrap_or_default()
}

fn review(repository: &Repository, words: &[&str], answers: &str) -> Ran {
    let args = [&["review", "main", "claims", "--today", "2026-01-02"], words].concat();
    ran_on(&mut repository.command(&args), answers)
}

fn list(repository: &Repository) -> String {
    review(repository, &["--list"], "").out
}

#[test]
fn a_reviewer_steps_through_accepts_and_rejects() {
    let repository = dropped();
    let answers = "?\ne\no\nz\na\n\na\na digit was dropped\nNewsroom\n2026-01-01\nsoon\n2026-07-01\nr\n";
    let ran = review(&repository, &[], answers);
    assert_eq!((ran.code, &*ran.err), (1, ""), "what was rejected is still open");
    insta::assert_snapshot!("session", ran.out);
    insta::assert_snapshot!("settings", read(&repository, SETTINGS));
    insta::assert_snapshot!("state", read(&repository, STATE));
    assert_eq!(
        list(&repository),
        format!("rejected  new conflict  {FALL}\naccepted  new conflict  {MISMATCH}\n"),
        "what is accepted stands behind the rest"
    );
    let names = repository.0.names("claims");
    assert_eq!(names, [".gainsay-review.json", "gainsay.toml", "gs.json", "meduza.json"], "nothing is left beside");
    // What was decided is not asked again, unless it is asked for.
    let again = review(&repository, &[], "");
    assert!(
        again.out.ends_with("2 decided already; --list shows them, --all steps through them too\nnothing to review\n")
    );
    let all = review(&repository, &["--all"], "a\nagreed after all\n\n\nr\n");
    assert_eq!(all.code, 1);
    assert!(all.out.contains("  note     rejected earlier\n"), "{}", all.out);
    assert_eq!(list(&repository), format!("rejected  new conflict  {MISMATCH}\naccepted  new conflict  {FALL}\n"));
}

#[test]
fn no_line_is_wider_than_the_terminal_and_nothing_is_coloured() {
    let repository = dropped();
    for width in ["60", "80"] {
        let mut command = repository.command(&["review", "main", "claims"]);
        let ran = ran_on(command.env("COLUMNS", width), "o\nd\nd\n");
        let columns = width.parse::<usize>().expect("a number");
        let is_whole = |line: &&str| line.trim_start().starts_with("id ") || line.starts_with('[');
        let wide = ran.out.lines().filter(|line| !is_whole(line)).find(|line| line.chars().count() > columns);
        assert_eq!(wide, None);
        assert!(!ran.out.contains('\u{1b}'));
    }
}

#[test]
fn what_was_accepted_before_an_interruption_stands() {
    let repository = dropped();
    let mut command = repository.command(&["review", "main", "claims", "--today", "2026-01-02"]);
    let streams = command.stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null());
    let mut child = streams.spawn().expect("the program runs");
    let stdin = child.stdin.as_mut().expect("it is piped");
    stdin.write_all(b"a\na digit was dropped\n\n\n").expect("it reads");
    stdin.flush().expect("it reads");
    let start = Instant::now();
    while read(&repository, SETTINGS).is_empty() && start.elapsed() < Duration::from_secs(20) {
        std::thread::sleep(Duration::from_millis(5));
    }
    child.kill().expect("it waits for the next answer");
    child.wait().expect("it ends");
    assert_eq!(list(&repository), format!("open      new conflict  {FALL}\naccepted  new conflict  {MISMATCH}\n"));
    // The end of the answers is no decision, wherever it comes.
    for cut in ["", "a\n", "a\nhalf a rea", "a\na reason\n", "a\na reason\ndesk\n", "e\n"] {
        let ran = review(&repository, &[], cut);
        assert!(ran.out.ends_with("0 accepted, 0 rejected, 0 deferred, 1 left\n"), "{cut:?}: {}", ran.out);
    }
    assert_eq!(read(&repository, SETTINGS).matches("[[acknowledged]]").count(), 1);
}

#[test]
fn the_settings_keep_their_comments_and_their_place() {
    let repository = dropped();
    let own = "# наші пороги\r\nstale_days = 30   # a month\r\n\r\n# below come acknowledgements\r\n";
    repository.write(SETTINGS, own);
    repository.write("claims/vocabulary.json", "{ \"format\": \"gainsay.vocabulary/v1\" }");
    let ran = review(&repository, &["--accept", FALL, "--why", "corrected the day after", "--who", "desk"], "");
    assert_eq!(
        (ran.code, &*ran.out),
        (0, &*format!("accepted {FALL}: written to `claims/gainsay.toml`\n")),
        "{}",
        ran.err
    );
    let written = read(&repository, SETTINGS);
    assert!(written.starts_with(own), "{written}");
    assert_eq!(written.matches('\n').count(), written.matches("\r\n").count());
    // Accepted anew, it stands there once; rejected, not at all.
    let ran = review(&repository, &["--accept", "total-f", "--why", "another reason", "--expires", "2026-02-01"], "");
    assert_eq!(ran.code, 0, "{}", ran.err);
    let written = read(&repository, SETTINGS);
    assert!(written.matches("[[acknowledged]]").count() == 1 && written.contains("another reason"), "{written}");
    assert_eq!(review(&repository, &["--reject", FALL, "--why", "mend it"], "").code, 0);
    assert_eq!(read(&repository, SETTINGS), own);
    assert!(read(&repository, STATE).contains("\"why\": \"mend it\""));
}

#[test]
fn a_change_that_moved_on_is_asked_again() {
    let repository = dropped();
    assert_eq!(review(&repository, &["--accept", FALL, "--accept", MISMATCH, "--why", "a digit"], "").code, 0);
    assert_eq!(review(&repository, &["--list"], "").code, 0);
    repository.write("claims/gs.json", &series("18642").replace("187000", "187100"));
    assert!(!list(&repository).contains("open"), "another claim moved");
    repository.write("claims/gs.json", &series("17000"));
    assert!(list(&repository).starts_with("open "));
    let ran = review(&repository, &[], "");
    assert!(ran.out.contains("  note     acknowledged earlier: a digit (since 2026-01-02)\n"), "{}", ran.out);
    assert!(ran.out.contains("  note     that no longer holds: `gs/24` said ≈ 18,642 and says ≈ 17,000\n"));
    // So is what was rejected as something else.
    assert_eq!(review(&repository, &["--reject", FALL, "--defer", MISMATCH], "").code, 0);
    assert_eq!(list(&repository), format!("deferred  new conflict  {MISMATCH}\nrejected  new conflict  {FALL}\n"));
    repository.write("claims/gs.json", &series("16000"));
    assert_eq!(list(&repository), format!("open  new conflict  {MISMATCH}\nopen  new conflict  {FALL}\n"));
    // Once it is mended, it is gone, and to accept that takes the acknowledgement away.
    repository.write("claims/gs.json", &series("18642"));
    assert_eq!(review(&repository, &["--accept", FALL, "--why", "a digit"], "").code, 0);
    repository.commit("accepted");
    repository.write("claims/gs.json", &series("186420"));
    let ran = review(&repository, &[], "a\na\n");
    assert_eq!(ran.code, 0, "{}", ran.out);
    assert!(ran.out.contains("  note     that no longer holds: the discrepancy has gone\n"), "{}", ran.out);
    assert_eq!(read(&repository, SETTINGS).trim(), "");
    assert_eq!(
        list(&repository),
        format!("accepted  absent conflict  {MISMATCH}\naccepted  absent conflict  {FALL}\n")
    );
}

#[test]
fn an_acknowledgement_whose_day_has_come_is_reviewed_though_nothing_changed() {
    let repository = dropped();
    let args = ["--accept", FALL, "--accept", MISMATCH, "--why", "a digit", "--expires", "2026-02-01"];
    assert_eq!(review(&repository, &args, "").code, 0);
    repository.commit("accepted");
    assert!(list(&repository).starts_with("nothing to review\n"));
    let on = |words: &[&str], answers: &str| {
        let args = [&["review", "main", "claims", "--today", "2026-02-01"], words].concat();
        ran_on(&mut repository.command(&args), answers)
    };
    assert_eq!(
        on(&["--list"], "").out,
        format!("open  unchanged conflict  {MISMATCH}\nopen  unchanged conflict  {FALL}\n")
    );
    let ran = on(&[], "a\nstill so\n\n2027-01-01\nd\n");
    assert!(ran.out.contains("  note     that no longer holds: it ended on 2026-02-01\n"), "{}", ran.out);
    assert!(on(&["--list"], "").out.ends_with(&format!("deferred  unchanged conflict  {FALL}\n")));
    assert!(read(&repository, SETTINGS).contains("expires = \"2027-01-01\""));
}

#[test]
fn a_mistake_is_named_and_nothing_is_written() {
    let repository = dropped();
    let refused = |words: &[&str], said: &str| {
        let ran = review(&repository, words, "");
        assert_eq!((ran.code, &*ran.out), (2, ""), "{words:?}");
        assert!(ran.err.contains(said), "{words:?}: {}", ran.err);
        assert_eq!(repository.0.names("claims"), ["gs.json", "meduza.json"], "{words:?}");
    };
    refused(&["--accept", FALL], "needs a reason; say --why WORDS");
    refused(&["--accept", FALL, "--why", "  "], "needs a reason; say --why WORDS");
    refused(&["--accept", "no-such/id", "--why", "x"], "no discrepancy of these revisions is called `no-such/id`");
    refused(&["--accept", &FALL.replace("falls", "fals"), "--why", "x"], &format!("did you mean `{FALL}`?"));
    refused(&["--accept", FALL, "--accept", "no-such/id", "--why", "x"], "no-such/id");
    refused(&["--accept", FALL, "--reject", "total", "--why", "x"], "is decided twice");
    refused(&["--accept", "", "--why", "x"], "stands for 2 discrepancies");
    refused(&["--accept", FALL, "--why", "x", "--expires", "2025-01-01"], "is no day to come");
    for (head, said) in [("HEAD", "a git revision"), ("main:claims", "a git revision"), ("-", "standard input")] {
        let ran = ran_on(&mut repository.command(&["review", "main", head, "--accept", FALL, "--why", "x"]), DISPUTE);
        assert_eq!(ran.code, 2);
        let way_out = "acknowledgements can only be written into a folder; name the folder";
        assert!(ran.err.contains(said) && ran.err.contains(way_out), "{}", ran.err);
    }
    let report = ran(repository.command(&["report", "claims", "--format", "json", "-o"]).arg("head.json"));
    assert_eq!(report.code, 0);
    let ran = ran_on(&mut repository.command(&["review", "main", "head.json"]), "");
    assert!(ran.err.contains("HEAD `head.json` is a report"), "{}", ran.err);
}

#[test]
fn a_broken_file_of_decisions_is_left_as_it_is() {
    let repository = dropped();
    for broken in ["stale_days = \n", "[[acknowledged]]\nwhy = \"x\"\n", "acknowledged = []\n"] {
        repository.write(SETTINGS, broken);
        let ran = review(&repository, &["--accept", FALL, "--why", "x"], "");
        assert_eq!(ran.code, 2, "{broken}");
        assert!(ran.err.contains("error: cannot edit `claims/gainsay.toml`: "), "{}", ran.err);
        assert_eq!(read(&repository, SETTINGS), broken);
    }
    repository.write(SETTINGS, "");
    for broken in ["{", "{ \"format\": \"gainsay.review/v9\", \"decisions\": {} }"] {
        repository.write(STATE, broken);
        let ran = review(&repository, &["--list"], "");
        assert_eq!(ran.code, 2);
        assert!(ran.err.contains("mend it, or delete it"), "{}", ran.err);
        assert_eq!(read(&repository, STATE), broken);
    }
}

#[cfg(unix)]
#[test]
fn a_file_that_is_read_only_is_left_alone() {
    use std::os::unix::fs::PermissionsExt;
    let repository = dropped();
    repository.write(SETTINGS, "stale_days = 30\n");
    let file = repository.path().join(SETTINGS);
    std::fs::set_permissions(&file, std::fs::Permissions::from_mode(0o444)).expect("it is ours");
    let ran = review(&repository, &["--accept", FALL, "--why", "x"], "");
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("`claims/gainsay.toml`: it is read-only; make it writable; nothing"), "{}", ran.err);
    assert_eq!(read(&repository, SETTINGS), "stale_days = 30\n");
}

#[test]
fn links_and_permissions_stay() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let repository = dropped();
    repository.write("desk.toml", "stale_days = 30\n");
    let real = repository.path().join("desk.toml");
    std::fs::set_permissions(&real, std::fs::Permissions::from_mode(0o640)).expect("it is ours");
    symlink("../desk.toml", repository.path().join(SETTINGS)).expect("a link");
    let ran = review(&repository, &["--accept", FALL, "--why", "x"], "");
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert!(repository.path().join(SETTINGS).is_symlink());
    assert!(read(&repository, "desk.toml").contains("[[acknowledged]]"));
    assert_eq!(real.metadata().expect("it is there").permissions().mode() & 0o777, 0o640);
}

#[test]
fn a_report_or_another_folder_may_be_the_base() {
    let repository = dropped();
    repository.write("old/gs.json", &series("186420"));
    let report = ran(repository.command(&["report", "old", "--format", "json", "-o"]).arg("old.json"));
    assert_eq!(report.code, 0, "{}", report.err);
    for base in ["old", "old.json"] {
        let ran = ran_on(&mut repository.command(&["review", base, "claims", "--rule", "total-falls"]), "e\nq\n");
        assert_eq!(ran.code, 1, "{}", ran.err);
        assert!(ran.out.contains("1 of 1\nnew conflict") && ran.out.contains("Because"), "{}", ran.out);
    }
    let piped = ran_on(&mut repository.command(&["review", "-", "claims"]), DISPUTE);
    assert!(piped.code == 2 && piped.err.contains("the answers come from standard input"), "{}", piped.err);
}

#[test]
fn a_document_is_opened_at_the_quote_or_by_a_program() {
    let text = "Втрати росіян склали близько 18642 осіб, повідомив Генштаб. about 18642 was the figure.";
    let repository = dropped();
    let claims =
        series("18642").replace("\"language\": \"en\"", "\"language\": \"en\", \"text\": \"documents/gs.txt\"");
    repository.write("claims/gs.json", &claims);
    repository.write("claims/documents/gs.txt", text);
    let ran = review(&repository, &["--rule", "total-falls"], "o\nq\n");
    assert!(ran.out.contains("claims/gs.json:6:5\n  claims/documents/gs.txt\n"), "{}", ran.out);
    let words = ran.out.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(words.contains("повідомив Генштаб. »about 18642« was the figure."), "{}", ran.out);
    let opened = review(&repository, &["--rule", "total-falls", "--open-with", "cat"], "o\nq\n");
    assert!(opened.out.contains(text) && opened.out.contains("opened with cat"), "{}", opened.out);
    let missing = review(&repository, &["--rule", "total-falls", "--open-with", "no-such-program"], "o\nq\n");
    assert!(missing.out.contains("cannot run no-such-program: no such file or folder"), "{}", missing.out);
}

#[cfg(unix)]
#[test]
fn a_closed_pipe_is_no_failure() {
    let repository = dropped();
    let mut command = repository.command(&["review", "main", "claims"]);
    let mut child =
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("it runs");
    drop(child.stdout.take());
    drop(child.stdin.take());
    assert_eq!(child.wait().expect("it ends").code(), Some(0));
}

#[test]
fn text_of_claims_does_nothing_here() {
    let repository = dropped();
    let evil = series("18642").replace("Russia has lost", "Russia \\u001b[2J has \\u202e lost ::error::x");
    repository.write("claims/gs.json", &evil);
    let ran = review(&repository, &[], "e\no\nd\nd\n");
    assert!(
        !ran.out.contains('\u{1b}') && !ran.out.contains('\u{202e}') && !ran.out.contains("::error"),
        "{}",
        ran.out
    );
}
