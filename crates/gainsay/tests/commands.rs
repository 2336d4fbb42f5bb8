//! The commands, their exit codes and their errors.

mod support;

use gainsay::{Io, Terminal, run};
use std::ffi::OsString;
use std::io::{self, Write};
use support::{DISPUTE, Folder, run_with};

const CONFLICT: &str = "count-conflict/";

#[test]
fn a_report_shows_the_conflict_and_ends_well() {
    let ran = Folder::dispute().run(&["report", "@"]);
    assert_eq!((ran.code, &*ran.err), (0, ""));
    assert!(ran.out.contains("1 conflict") && ran.out.contains("5,937"), "{}", ran.out);
}

#[test]
fn fail_on_decides_the_exit_code() {
    let folder = Folder::dispute();
    for (command, gate, code) in [
        ("report", "never", 0),
        ("report", "error", 0),
        ("report", "conflict", 1),
        ("conflicts", "note", 1),
        ("check", "error", 0),
        ("check", "conflict", 1),
    ] {
        assert_eq!(folder.run(&[command, "@", "--fail-on", gate]).code, code, "{command} {gate}");
    }
    assert_eq!(
        folder.run(&["conflicts", "@", "--fail-on", "conflict", "--topic", "tanks-lost"]).code,
        0,
        "what is not shown does not count"
    );
}

#[test]
fn filters_narrow_what_is_shown() {
    let folder = Folder::dispute();
    for (filter, shown) in [
        (&["--topic", "tanks-lost"][..], false),
        (&["--topic", "losses/*"], true),
        (&["--topic", "killed"], true),
        (&["--source", "russia"], true),
        (&["--source", "general-staff"], false),
        (&["--source", "general-staff", "--source", "mediazona"], true),
        (&["--rule", "total-falls"], false),
        (&["--rule", "count-conflict", "--level", "conflict", "--certainty", "certain"], true),
        (&["--level", "note"], false),
        (&["--certainty", "hedged"], false),
        (&["--from", "2022-09-21", "--to", "2022-09-21"], true),
        (&["--from", "2023-01-01"], false),
        (&["--to", "2022-01-01"], false),
        (&["--min-ratio", "1.11"], true),
        (&["--min-ratio", "1.12"], false),
        (&["--as-of", "2022-09-20"], false),
    ] {
        let ran = folder.run(&[&["conflicts", "@", "--format", "json"], filter].concat());
        assert_eq!(ran.code, 0, "{filter:?} {}", ran.err);
        assert_eq!(ran.out.contains(CONFLICT), shown, "{filter:?} {}", ran.out);
    }
}

#[test]
fn claims_are_narrowed_one_by_one() {
    let folder = Folder::dispute();
    for (filter, ids) in [
        (&[][..], &["meduza/mediazona", "meduza/shoigu", "meduza/tanks"][..]),
        (&["--source", "russia"], &["meduza/shoigu"]),
        (&["--rule", "count-conflict"], &["meduza/mediazona", "meduza/shoigu"]),
        (&["--topic", "tanks*"], &["meduza/tanks"]),
        (&["--as-of", "2022-01-01"], &[]),
    ] {
        let ran = folder.run(&[&["claims", "@", "--format", "csv"], filter].concat());
        let found: Vec<&str> = ran.out.lines().skip(1).filter_map(|line| line.split(',').next()).collect();
        assert_eq!(found, ids, "{filter:?} {}", ran.err);
    }
}

#[test]
fn a_misspelt_name_is_an_error_that_names_the_nearest() {
    let folder = Folder::dispute();
    for (args, said) in [
        (&["report", "@", "--source", "mediazon"][..], "did you mean `mediazona`?"),
        (&["report", "@", "--rule", "count-conflit"], "did you mean `count-conflict`?"),
        (&["report", "@", "--topic", "tank-lost"], "did you mean `tanks-lost`?"),
        (&["report", "@", "--topic", "zzz*"], "no topic matches"),
        (&["report", "@", "--from", "2023-02-30"], "no such day"),
        (&["report", "@", "--from", "2023-02-02", "--to", "2023-02-01"], "exchange them"),
        (&["report", "@", "--min-ratio", "big"], "write a number"),
        (&["report", "@/nowhere"], "no such file or folder"),
        (&["report", "@", "-o", "@/report.xyz"], "cannot tell the form"),
        (&["report", "@", "-o", "@/no/such/folder/r.json"], "cannot write"),
        (&["report", "@", "--format", "json", "--format", "csv"], "give each --format its own -o"),
        (&["topics", "@", "--format", "sarif"], "sarif shows discrepancies"),
        (&["claims", "@", "-o", "@/claims.xml"], "ask `gainsay report` or `gainsay conflicts`"),
        (&["explain", "count-conflit", "--in", "@"], "did you mean `count-conflict`?"),
        (&["explain", "meduza/shoigu", "meduza/mediazone", "--in", "@"], "did you mean `meduza/mediazona`?"),
        (&["repor"], "report"),
    ] {
        let ran = folder.run(args);
        assert_eq!((ran.code, &*ran.out), (2, ""), "{args:?}");
        assert!(ran.err.starts_with("error: ") && ran.err.contains(said), "{args:?} {}", ran.err);
    }
}

#[test]
fn broken_input_is_named_and_the_rest_is_shown() {
    let folder = Folder::dispute().file("b.json", "{ \"format\": ");
    let ran = folder.run(&["report", "@", "--format", "json"]);
    assert_eq!(ran.code, 2);
    assert!(ran.out.contains(CONFLICT) && ran.out.contains("b.json"), "{}", ran.out);
    assert!(ran.err.contains("b.json:1:"), "{}", ran.err);
    let ran = folder.run(&["check", "@"]);
    assert_eq!(ran.code, 1);
    assert!(ran.out.contains("b.json:1:") && ran.out.ends_with("3 claims in 1 document: 1 error\n"), "{}", ran.out);
}

#[test]
fn check_annotates_the_lines_of_a_change() {
    let broken = |number: u32| format!("{{ \"id\": \"d/{number}\", \"sorce\": \"oryx::error::x\" }}\n");
    let lines: String = (0..12).map(broken).collect();
    let folder = Folder::new().file("a.ndjson", &format!("{{\"document\":{{\"id\":\"d\"}}}}\n{lines}"));
    let ran = folder.run(&["check", "@", "--format", "github"]);
    let told: Vec<&str> = ran.out.lines().collect();
    assert_eq!((ran.code, told.len()), (1, 12), "{}", ran.out);
    assert!(told[..10].iter().all(|line| line.starts_with("::error file=") && line.contains("a.ndjson,line=")));
    assert!(told[10].ends_with("more errors; gainsay check lists all"), "{}", ran.out);
}

#[test]
fn check_says_that_a_corpus_is_sound() {
    let ran = Folder::dispute().run(&["check", "@"]);
    assert_eq!((ran.code, &*ran.out, &*ran.err), (0, "3 claims in 1 document: sound\n", ""));
}

#[test]
fn check_remarks_on_a_text_in_another_language() {
    let folder = Folder::new().file("a.txt", "Втрати противника: танки — 3665, літаки — 308").file(
        "a.json",
        "{ \"format\": \"gainsay.claims/v1\", \"document\": { \"id\": \"a\", \"language\": \"en\", \"text\": \"a.txt\", \"sha256\": \"0000000000000000000000000000000000000000000000000000000000000000\" } }",
    );
    let ran = folder.run(&["check", "@"]);
    assert_eq!(ran.code, 1, "the hash is wrong");
    assert!(ran.out.contains("its text is in Ukrainian") && ran.out.contains("1 error, 1 warning"), "{}", ran.out);
}

#[test]
fn standard_input_is_read() {
    let ran = run_with(&["conflicts", "-", "--format", "json"], DISPUTE, Terminal::default());
    assert!(ran.code == 0 && ran.out.contains(CONFLICT), "{} {}", ran.out, ran.err);
    let ran = run_with(&["check", "-"], &DISPUTE.replace("tanks-lost", "tank-lost"), Terminal::default());
    assert!(ran.code == 1 && ran.out.contains("-:8:"), "{}", ran.out);
}

#[test]
fn formats_and_files_go_in_pairs() {
    let folder = Folder::dispute();
    let ran = folder.run(&["report", "@", "--format", "json", "-o", "@/one", "-o", "@/two.md", "--format", "csv"]);
    assert_eq!((ran.code, &*ran.out), (0, ""), "{}", ran.err);
    assert!(folder.read("one").starts_with("{\n") && folder.read("one").contains("gainsay.report/v1"));
    assert!(folder.read("two.md").contains(','), "the format behind it is its own");
    let ran = folder.run(&["report", "@", "-o", "@/three.md", "-o", "@/four.json"]);
    assert_eq!((ran.code, &*ran.out), (0, ""), "{}", ran.err);
    assert!(folder.read("three.md").contains('#') && folder.read("four.json").starts_with('{'));
    let parts = std::fs::read_dir(&folder.0)
        .expect("it is there")
        .filter(|entry| entry.as_ref().is_ok_and(|entry| entry.file_name().to_string_lossy().ends_with(".part")));
    assert_eq!(parts.count(), 0);
}

#[test]
fn the_formats_of_reviewers_tools_come_in_one_run_and_fail_as_the_others_do() {
    let all =
        ["--format", "github", "-o", "-", "--format", "summary", "-o", "@/s.md", "-o", "@/r.sarif", "-o", "@/r.xml"];
    for (command, gate, code) in [("report", "never", 0), ("conflicts", "conflict", 1)] {
        let folder = Folder::dispute();
        let ran = folder.run(&[&[command, "@", "--fail-on", gate], &all[..]].concat());
        assert_eq!((ran.code, &*ran.err), (code, ""));
        assert!(ran.out.starts_with("::error file=") && ran.out.contains(",line=4,col=5,"), "{}", ran.out);
        assert!(folder.read("s.md").starts_with("## 1 conflict"), "{}", folder.read("s.md"));
        assert!(folder.read("r.sarif").contains("\"version\": \"2.1.0\""));
        assert!(folder.read("r.xml").starts_with("<?xml ") && folder.read("r.xml").contains("failures=\"1\""));
    }
    let broken = Folder::dispute().file("b.json", "{ \"format\": ");
    let ran = broken.run(&["report", "@", "--format", "junit"]);
    assert!(ran.code == 2 && ran.out.contains("<error ") && ran.out.contains("b.json"), "{}", ran.out);
    let ran = broken.run(&["report", "@", "--format", "sarif"]);
    assert!(ran.code == 2 && ran.out.contains("\"executionSuccessful\": false"), "{}", ran.out);
    let ran = run_with(&["report", "-", "--format", "github"], DISPUTE, Terminal::default());
    assert!(ran.code == 0 && ran.out.starts_with("::error title="), "standard input is no file: {}", ran.out);
}

#[test]
fn every_kind_of_id_is_explained() {
    let folder = Folder::dispute();
    let ids = folder.run(&["conflicts", "@", "--format", "csv"]).out;
    let discrepancy = ids.split([',', '\n']).find(|cell| cell.starts_with(CONFLICT)).expect("it is listed").to_owned();
    for (id, said) in [
        ("count-conflict", "What it reports"),
        (&*discrepancy, "5,937"),
        ("meduza/shoigu", "5,937"),
        ("personnel-losses", "oleksii-hromov"),
        ("general-staff", "part of"),
        ("bakhmut", "Артёмовск"),
    ] {
        let ran = folder.run(&["explain", id, "--in", "@"]);
        assert_eq!(ran.code, 0, "{id} {}", ran.err);
        assert!(ran.out.contains(said), "{id} {}", ran.out);
    }
    let ran = folder.run(&["explain", "meduza/shoigu", "meduza/mediazona", "--in", "@"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert!(ran.out.contains("6,600"), "{}", ran.out);
}

#[test]
fn schemas_completions_and_manual() {
    let folder = Folder::new();
    for (flag, said) in [
        ("--claims", "gainsay.claims/v1"),
        ("--claim", "measure"),
        ("--vocabulary", "gainsay.vocabulary/v1"),
        ("--report", "discrepancies"),
    ] {
        let ran = folder.run(&["schema", flag]);
        assert!(ran.code == 0 && ran.out.starts_with('{') && ran.out.contains(said), "{flag} {}", ran.out);
    }
    assert_eq!(folder.run(&["schema"]).out, folder.run(&["schema", "--claims"]).out);
    assert!(folder.run(&["completions", "bash"]).out.contains("_gainsay"));
    assert!(folder.run(&["man"]).out.contains(".TH gainsay"));
    assert_eq!(folder.run(&["man", "-o", "@/man"]).code, 0);
    assert!(folder.read("man/gainsay-report.1").contains("as\\-of"));
}

#[test]
fn help_goes_to_standard_output() {
    let ran = run_with(&["report", "--help"], "", Terminal::default());
    assert_eq!((ran.code, &*ran.err), (0, ""));
    assert!(ran.out.contains("--min-ratio") && ran.out.contains("Examples:"), "{}", ran.out);
    assert_eq!(run_with(&[], "", Terminal::default()).code, 2);
}

#[test]
fn colour_follows_the_terminal_and_the_flag() {
    let folder = Folder::dispute();
    let path = folder.0.display().to_string();
    let terminal = Terminal { stdout: true, stderr: true, width: Some(80), ..Terminal::default() };
    let coloured = |args: &[&str], terminal: Terminal| {
        run_with(&[args, &["report", &path]].concat(), "", terminal).out.contains('\u{1b}')
    };
    assert!(coloured(&[], terminal));
    assert!(!coloured(&[], Terminal { no_color: true, ..terminal }));
    assert!(!coloured(&[], Terminal { stdout: false, ..terminal }));
    assert!(!coloured(&["--color", "never"], terminal));
    assert!(coloured(&["--color", "always"], Terminal::default()));
}

struct ClosedPipe;

impl Write for ClosedPipe {
    fn write(&mut self, _: &[u8]) -> io::Result<usize> {
        Err(io::ErrorKind::BrokenPipe.into())
    }

    fn flush(&mut self) -> io::Result<()> {
        Err(io::ErrorKind::BrokenPipe.into())
    }
}

#[test]
fn a_closed_pipe_is_no_failure() {
    let folder = Folder::dispute();
    let path = folder.0.display().to_string();
    for args in [
        &["report", &path][..],
        &["conflicts", &path, "--format", "json"],
        &["claims", &path, "--format", "csv"],
        &["report", &path, "--format", "sarif"],
        &["report", &path, "--format", "junit"],
        &["conflicts", &path, "--format", "github"],
        &["conflicts", &path, "--format", "summary"],
        &["check", &path],
        &["schema"],
        &["completions", "zsh"],
        &["man"],
        &["explain", "wide-gap"],
        &["--help"],
    ] {
        let mut err = Vec::new();
        let words = std::iter::once("gainsay").chain(args.iter().copied()).map(OsString::from);
        let code = run(
            words,
            &mut Io {
                stdin: &mut io::empty(),
                stdout: &mut ClosedPipe,
                stderr: &mut err,
                terminal: Terminal::default(),
            },
        );
        assert_eq!((code, &*err), (0, &b""[..]), "{args:?}");
    }
}

#[test]
fn what_the_system_refuses_is_said_in_plain_words() {
    let folder = Folder::dispute();
    let ran = folder.run(&["report", "@", "-o", "@/missing/report.json"]);
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains(": no such file or folder; name a file") && !ran.err.contains("os error"), "{}", ran.err);
}

#[test]
fn a_ratio_below_zero_is_named() {
    let ran = Folder::dispute().run(&["conflicts", "@", "--min-ratio", "-1"]);
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("`-1` is not a ratio"), "{}", ran.err);
}
