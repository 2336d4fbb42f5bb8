//! The kit for continuous integration: its script steps run on scratch repositories of two revisions.

#[path = "ci_kit/comment.rs"]
mod comment;
#[path = "ci_kit/definitions.rs"]
mod definitions;
#[path = "support/repository.rs"]
mod repository;
mod support;

use repository::{Repository, ran};
use std::path::{Path, PathBuf};
use std::process::Command;
use support::{DISPUTE, Folder, Ran};

/// A file of this repository.
fn of_the_project(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(name)
}

/// A script of the action.
fn script(name: &str) -> PathBuf {
    of_the_project(".github/actions/gainsay").join(name)
}

/// A script as the runner of GitHub Actions starts it: with files for its outputs and the summary.
fn step(repository: &Repository, name: &str, variables: &[(&str, &str)]) -> Command {
    let mut command = Command::new("bash");
    command.arg(script(name)).current_dir(repository.path()).env_clear();
    command.env("PATH", std::env::var_os("PATH").unwrap_or_default()).env("GIT_CONFIG_GLOBAL", "/dev/null");
    command.env("GAINSAY", env!("CARGO_BIN_EXE_gainsay")).env("RUNNER_TEMP", runner(repository));
    for name in ["OUTPUT", "STEP_SUMMARY", "PATH"] {
        command.env(format!("GITHUB_{name}"), runner(repository).join(name));
    }
    command.envs(variables.iter().copied());
    command
}

/// The folder of the runner, which is no part of the work tree.
fn runner(repository: &Repository) -> PathBuf {
    let folder = repository.path().join(".git/runner");
    std::fs::create_dir_all(&folder).expect("it can be made");
    folder
}

fn written(repository: &Repository, name: &str) -> String {
    std::fs::read_to_string(runner(repository).join(name)).unwrap_or_default()
}

/// The last value of an output.
fn output(repository: &Repository, name: &str) -> Option<String> {
    let text = written(repository, "OUTPUT");
    let mut values = text.lines().filter_map(|line| line.strip_prefix(name)?.strip_prefix('='));
    values.next_back().map(str::to_owned)
}

/// The steps of the action, one after the other: what the review wrote, and the code of the verdict.
fn run(repository: &Repository, variables: &[(&str, &str)]) -> (Ran, u8) {
    let base = ran(&mut step(repository, "base.sh", variables));
    assert_eq!(base.code, 0, "{}", base.err);
    let base = output(repository, "base").expect("the step has an output");
    let review = ran(&mut step(repository, "review.sh", &[&[("BASE", &*base)], variables].concat()));
    assert_eq!(review.code, 0, "the verdict comes last: {}", review.err);
    let code = output(repository, "code").expect("the step has an output");
    let verdict = ran(&mut step(repository, "verdict.sh", &[("CODE", &code)]));
    (review, verdict.code)
}

/// A branch `edit` before `main`, as a pull request has it.
fn pull_request() -> Repository {
    let repository = Repository::of(&[("claims/a.json", DISPUTE), ("README.md", "")]);
    repository.git(&["update-ref", "refs/remotes/origin/main", "main"]);
    repository.git(&["checkout", "-q", "-b", "edit"]);
    repository
}

const ON_MAIN: [(&str, &str); 1] = [("GITHUB_BASE_REF", "main")];

/// The claims of the dispute with a figure of tanks by another source, which opens a conflict.
fn opened() -> String {
    let tanks = r#"{ "id": "meduza/oryx", "source": "russian-mod", "measure": "tanks-lost", "subject": "russian-forces", "place": "ukraine",
      "period": { "from": "2022-02-24", "to": "2022-09-21" }, "value": { "exactly": 12 } } ] }"#;
    let (before, _) = DISPUTE.rsplit_once("] }").expect("it ends so");
    format!("{},\n    {tanks}\n", before.trim_end())
}

#[test]
fn nothing_new_is_zero() {
    let repository = pull_request();
    repository.write("README.md", "more");
    repository.commit("words");
    let (review, code) = run(&repository, &ON_MAIN);
    assert_eq!((code, &*review.err), (0, ""));
    assert_eq!(review.out, "3 claims in 1 document: sound\n");
    assert_eq!(output(&repository, "quiet").as_deref(), Some("true"));
    assert!(written(&repository, "STEP_SUMMARY").starts_with("## Nothing is new, worsened, eased or absent"));
}

#[test]
fn something_new_is_one_and_told_everywhere() {
    let repository = pull_request();
    repository.write("claims/a.json", &opened());
    repository.commit("tanks");
    // The base has moved on since; what it did is no part of this change.
    repository.git(&["checkout", "-q", "main"]);
    repository.write("claims/b.json", &opened().replace("meduza", "meduza-2"));
    repository.commit("aside");
    repository.git(&["update-ref", "refs/remotes/origin/main", "main"]);
    repository.git(&["checkout", "-q", "edit"]);
    let (review, code) = run(&repository, &ON_MAIN);
    assert_eq!((code, &*review.err), (1, ""));
    assert!(review.out.contains("::error file=claims/a.json,line=10,"), "{}", review.out);
    assert_eq!(output(&repository, "quiet").as_deref(), Some("false"));
    let folder = PathBuf::from(output(&repository, "folder").expect("an output"));
    let mut names = repository.0.names(".git/runner/gainsay");
    names.sort();
    assert_eq!(names, ["diff.json", "diff.sarif", "diff.xml", "report.sarif", "summary.md"]);
    let sarif = std::fs::read_to_string(folder.join("diff.sarif")).expect("it is there");
    let sarif: serde_json::Value = serde_json::from_str(&sarif).expect("it is JSON");
    let states = sarif["runs"][0]["results"].as_array().expect("a list").iter();
    assert_eq!(states.filter(|result| result["baselineState"] == "new").count(), 1);
    let report = std::fs::read_to_string(output(&repository, "report-sarif").expect("an output")).expect("it is there");
    assert!(report.contains("count-conflict") && !report.contains("baselineState"));
    let summary = written(&repository, "STEP_SUMMARY");
    assert!(summary.starts_with("## New: 1 conflict · absent: 1 note · unchanged: "), "{summary}");
    assert!(summary.contains("meduza/oryx (added)") && summary.contains("claims/a.json:10"), "{summary}");
    // The level that fails is the desk's to say.
    assert_eq!(run(&repository, &[("GITHUB_BASE_REF", "main"), ("FAIL_ON", "never")]).1, 0);
}

#[test]
fn what_is_broken_here_is_two_and_stands_on_its_line() {
    let repository = pull_request();
    repository.write("claims/a.json", &DISPUTE.replace("tanks-lost", "tank-lost"));
    repository.commit("a slip");
    let (review, code) = run(&repository, &ON_MAIN);
    assert_eq!(code, 2);
    let mark = "::error file=claims/a.json,line=8,";
    assert_eq!(review.out.matches(mark).count(), 1, "what check and diff both say stands once: {}", review.out);
    let summary = written(&repository, "STEP_SUMMARY");
    assert!(summary.starts_with("**The claims are unsound: 2 claims in 1 document: 1 error."), "{summary}");
}

#[test]
fn claims_that_are_gone_are_two() {
    let repository = pull_request();
    repository.git(&["rm", "-q", "-r", "claims"]);
    repository.commit("gone");
    let (review, code) = run(&repository, &ON_MAIN);
    assert_eq!(code, 2);
    assert!(review.err.contains("cannot read `claims`"), "{}", review.err);
    assert!(written(&repository, "STEP_SUMMARY").contains("could not be read"));
    assert_eq!(output(&repository, "report-sarif"), None);
}

#[test]
fn a_change_that_mends_a_broken_base_passes() {
    let repository = Repository::of(&[("claims/a.json", &DISPUTE.replace("tanks-lost", "tank-lost"))]);
    repository.git(&["update-ref", "refs/remotes/origin/main", "main"]);
    repository.write("claims/a.json", DISPUTE);
    repository.commit("mended");
    let (review, code) = run(&repository, &ON_MAIN);
    assert_eq!(code, 0, "{}", review.err);
    assert!(written(&repository, "STEP_SUMMARY").starts_with("**The base is broken,"));
    repository.write("claims/a.json", &opened());
    repository.commit("and a conflict");
    assert_eq!(run(&repository, &ON_MAIN).1, 1);
    assert_eq!(run(&repository, &[("GITHUB_BASE_REF", "main"), ("FAIL_ON", "never")]).1, 0);
}

#[test]
fn claims_that_the_base_does_not_have_are_new() {
    let repository = Repository::of(&[("README.md", "")]);
    repository.git(&["update-ref", "refs/remotes/origin/main", "main"]);
    repository.write("claims/a.json", DISPUTE);
    repository.commit("claims");
    let (review, code) = run(&repository, &ON_MAIN);
    assert_eq!(code, 1);
    assert!(review.err.contains("everything in it is new"), "{}", review.err);
    assert!(written(&repository, "STEP_SUMMARY").contains("claims: 3 added"));
    // The first commit of all.
    let repository = Repository::of(&[("claims/a.json", DISPUTE)]);
    assert_eq!(run(&repository, &[("BEFORE", "0000000000000000000000000000000000000000")]).1, 1);
    assert_eq!(output(&repository, "base").as_deref(), Some(""));
}

#[test]
fn a_push_is_held_against_what_was_there_before() {
    let repository = Repository::of(&[("claims/a.json", DISPUTE)]);
    repository.write("claims/a.json", &opened());
    repository.commit("tanks");
    let before = repository.git(&["rev-parse", "v1"]);
    let base = |variables: &[(&str, &str)]| {
        assert_eq!(ran(&mut step(&repository, "base.sh", variables)).code, 0);
        output(&repository, "base").expect("an output")
    };
    assert_eq!(base(&[("BEFORE", before.trim())]), before.trim());
    // After a push with force, what was there is not in the clone.
    assert_eq!(base(&[("BEFORE", "1234567890123456789012345678901234567890")]), before.trim());
    assert_eq!(base(&[("BASE", "v1")]), before.trim());
    assert_eq!(base(&[]), before.trim());
}

/// The dispute with its conflict acknowledged.
fn acknowledged(rest: &str) -> String {
    let id = "count-conflict/losses/russian-forces/ukraine/mediazona~russian-mod";
    format!("[[acknowledged]]\ndiscrepancy = \"{id}\"\nwhy = \"both were said\"\nsince = \"2026-01-02\"\n{rest}")
}

#[test]
fn what_is_acknowledged_passes_until_its_day_and_is_counted() {
    let repository = pull_request();
    repository.write("claims/gainsay.toml", &acknowledged("expires = \"2026-07-01\"\n"));
    repository.commit("acknowledged");
    let on = |day: &str, more: &[(&str, &str)]| run(&repository, &[&ON_MAIN, &[("TODAY", day)], more].concat());
    let (_, code) = on("2026-03-01", &[]);
    assert_eq!(code, 0);
    let summary = written(&repository, "STEP_SUMMARY");
    assert!(summary.contains(" · acknowledged: 1\n"), "{summary}");
    assert!(summary.contains("| added: both were said (since 2026-01-02, until 2026-07-01) |"), "{summary}");
    assert_eq!(output(&repository, "quiet").as_deref(), Some("false"), "reviewers see what is let stand");
    let (review, code) = on("2026-07-01", &[]);
    assert_eq!(code, 1, "nothing has changed, and it is open again");
    assert!(review.out.contains("::warning file=claims/gainsay.toml,line=2,"), "{}", review.out);
    let summary = written(&repository, "STEP_SUMMARY");
    let (_, summary) = summary.rsplit_once("**What was acknowledged is open again (1)").expect("it is told first");
    assert!(
        summary.contains(" · open again: 1\n") && summary.contains("no longer: it ended on 2026-07-01 |"),
        "{summary}"
    );
    assert_eq!(on("2026-07-01", &[("OPEN_AGAIN", "tell")]).1, 0);
    assert_eq!(on("2026-07-01", &[("FAIL_ON", "never")]).1, 0);
    // Acknowledged on the base already: there is nothing to tell until its day has come.
    repository.git(&["update-ref", "refs/remotes/origin/main", "edit"]);
    repository.write("README.md", "more");
    repository.commit("words");
    assert_eq!((on("2026-03-01", &[]).1, output(&repository, "quiet").as_deref()), (0, Some("true")));
    assert_eq!((on("2026-07-01", &[]).1, output(&repository, "quiet").as_deref()), (1, Some("false")));
}

#[test]
fn what_is_new_and_acknowledged_passes_also_where_the_base_is_broken() {
    let repository = Repository::of(&[("claims/a.json", &DISPUTE.replace("tanks-lost", "tank-lost"))]);
    repository.git(&["update-ref", "refs/remotes/origin/main", "main"]);
    repository.write("claims/a.json", &opened());
    repository.write("claims/gainsay.toml", &acknowledged(""));
    repository.commit("mended");
    assert_eq!(run(&repository, &ON_MAIN).1, 1, "the conflict on tanks is open");
    let tanks = acknowledged("")
        .replace("losses/russian", "tanks-and-armoured-vehicles-lost/russian")
        .replace("mediazona~", "general-staff~");
    repository.write("claims/gainsay.toml", &tanks);
    repository.commit("acknowledged");
    let code = run(&repository, &ON_MAIN).1;
    assert_eq!(code, 0, "{}", written(&repository, "STEP_SUMMARY"));
}

#[test]
fn a_dirty_tree_is_taken_in_with_a_note() {
    let repository = pull_request();
    repository.write("claims/a.json", &opened());
    let (review, code) = run(&repository, &ON_MAIN);
    assert_eq!(code, 1);
    assert!(review.err.contains("note: there are changes that are not committed"), "{}", review.err);
}

#[test]
fn a_clone_without_the_merge_base_says_how_to_fetch_it() {
    let repository = pull_request();
    repository.write("claims/a.json", &opened());
    repository.commit("tanks");
    let shallow = Repository(Folder::new());
    let url = format!("file://{}", repository.path().display());
    std::fs::remove_dir(shallow.path().join(".git")).expect("an empty folder");
    shallow.git(&["clone", "-q", "--depth", "1", "--branch", "edit", &url, "."]);
    for variables in [&ON_MAIN[..], &[("BASE", "main")], &[]] {
        let base = ran(&mut step(&shallow, "base.sh", variables));
        assert_eq!(base.code, 2);
        assert!(base.err.contains("`fetch-depth: 0` at actions/checkout"), "{}", base.err);
        assert!(base.err.contains("git fetch --unshallow origin"), "{}", base.err);
    }
    assert!(written(&shallow, "STEP_SUMMARY").contains("shallow clone"));
    // The branch alone, without the history between.
    shallow.git(&["fetch", "-q", "--depth", "1", "origin", "main:refs/remotes/origin/main"]);
    let base = ran(&mut step(&shallow, "base.sh", &ON_MAIN));
    assert!(base.code == 2 && base.err.contains("the merge base is not in this shallow clone"), "{}", base.err);
    shallow.git(&["fetch", "-q", "--unshallow", "origin"]);
    assert_eq!(run(&shallow, &ON_MAIN).1, 1);
    let base = ran(&mut step(&repository, "base.sh", &[("BASE", "nowhere")]));
    assert!(base.code == 2 && base.err.contains("is no revision of this repository"), "{}", base.err);
    repository.git(&["checkout", "-q", "--orphan", "other"]);
    repository.commit("another beginning");
    let base = ran(&mut step(&repository, "base.sh", &ON_MAIN));
    assert!(base.code == 2 && base.err.contains("have no common commit"), "{}", base.err);
}

#[test]
fn names_of_branches_and_folders_are_never_run() {
    let repository = pull_request();
    for name in ["$(touch pwned)", "`touch pwned`", "\"; touch pwned; \"", "--upload-pack=touch pwned", "a\nb=c"] {
        for variable in ["GITHUB_BASE_REF", "BASE"] {
            let base = ran(&mut step(&repository, "base.sh", &[(variable, name)]));
            assert_eq!(base.code, 2, "{name}");
        }
        ran(&mut step(&repository, "base.sh", &[("BEFORE", name)]));
        let review = ran(&mut step(&repository, "review.sh", &[("BASE", name), ("CLAIMS", name), ("FAIL_ON", name)]));
        assert_eq!((review.code, output(&repository, "code").as_deref()), (0, Some("2")), "{name}: {}", review.err);
    }
    assert!(!repository.path().join("pwned").exists());
}

#[test]
fn the_hooks_check_and_show() {
    let repository = pull_request();
    let hook = |words: &[&str]| ran(step(&repository, "pre-commit.sh", &[]).args(words));
    assert_eq!(hook(&["check"]).out, "3 claims in 1 document: sound\n");
    assert_eq!(hook(&["diff"]).code, 0);
    repository.write("claims/a.json", &opened());
    let shown = hook(&["diff", "--fail-on", "never"]);
    assert_eq!(shown.code, 0);
    assert!(shown.out.contains("new: 1 conflict"), "{}", shown.out);
    assert_eq!(hook(&["diff"]).code, 1);
    repository.write("claims/a.json", &DISPUTE.replace("tanks-lost", "tank-lost"));
    assert_eq!((hook(&["check"]).code, hook(&["diff"]).code), (1, 2));
    assert!(hook(&["chekc"]).err.contains("say check or diff"));
    let missing = ran(step(&repository, "pre-commit.sh", &[("GAINSAY", "no-such-program")]).arg("check"));
    assert!(missing.code == 2 && missing.err.contains("gainsay is not installed"), "{}", missing.err);
    // Before the first commit.
    let fresh = Repository(Folder::new());
    std::fs::remove_dir(fresh.path().join(".git")).expect("an empty folder");
    fresh.git(&["init", "-q", "-b", "main"]);
    fresh.write("claims/a.json", DISPUTE);
    let first = ran(step(&fresh, "pre-commit.sh", &[]).args(["diff", "--fail-on", "never"]));
    assert_eq!(first.code, 0, "{}", first.err);
    assert!(first.out.contains("claims: 3 added"), "{}", first.out);
}

#[test]
fn the_program_is_taken_where_it_is_and_built_where_it_is_not() {
    let repository = pull_request();
    let install = |variables: &[(&str, &str)]| ran(&mut step(&repository, "install.sh", variables));
    assert_eq!(install(&[]).code, 0);
    let wrong = install(&[("GAINSAY", "/no/such/program")]);
    assert!(wrong.code == 2 && wrong.err.contains("names no program"), "{}", wrong.err);
    let program = Path::new(env!("CARGO_BIN_EXE_gainsay")).parent().expect("it lies in a folder");
    let with_program = format!("{}:/usr/bin:/bin", program.display());
    let there = install(&[("GAINSAY", ""), ("PATH", &with_program)]);
    assert!(there.code == 0 && there.out.starts_with("gainsay "), "{}", there.err);
    // A cargo that notes what it is asked and leaves a program behind.
    let tools = runner(&repository).join("tools");
    let cargo = "#!/bin/bash\necho \"$@\" >&2\nwhile [ $# -gt 0 ]; do [ \"$1\" = --root ] && root=$2; shift; done\nmkdir -p \"$root/bin\"\nprintf '#!/bin/bash\\necho built\\n' >\"$root/bin/gainsay\"\nchmod +x \"$root/bin/gainsay\"\n";
    std::fs::create_dir_all(&tools).expect("it can be made");
    std::fs::write(tools.join("cargo"), cargo).expect("it can be written");
    let mode = std::os::unix::fs::PermissionsExt::from_mode(0o755);
    std::fs::set_permissions(tools.join("cargo"), mode).expect("it can be made to run");
    let with_cargo = format!("{}:/usr/bin:/bin", tools.display());
    let built = install(&[("GAINSAY", ""), ("PATH", &with_cargo)]);
    assert_eq!((built.code, &*built.out), (0, "built\n"), "{}", built.err);
    let path = built.err.split(" --path ").nth(1).and_then(|rest| rest.split(' ').next()).expect("a path");
    assert!(Path::new(path).join("Cargo.toml").is_file(), "{path}");
    assert!(written(&repository, "PATH").ends_with("/bin\n"));
}

#[test]
fn snapshots_that_differ_are_collected() {
    let folder = Folder::new()
        .bytes(".ci/pending-snapshots", &std::fs::read(of_the_project(".ci/pending-snapshots")).expect("it is there"));
    let tests =
        "[ $INSTA_UPDATE$INSTA_FORCE_PASS = new1 ] && mkdir -p 'tests/a b' && echo is >'tests/a b/c.snap.new'; false";
    let mut command = Command::new("bash");
    command.arg(folder.0.join(".ci/pending-snapshots")).arg(folder.0.join("out")).args(["bash", "-c", tests]);
    let ran = ran(&mut command);
    assert_eq!((ran.code, &*ran.err), (0, ""));
    assert!(ran.out.starts_with("1 snapshots differ"), "{}", ran.out);
    assert_eq!(folder.read("out/tests/a b/c.snap.new"), "is\n");
}
