//! The comment of a pull request, with a `gh` that only notes what it was asked.

use crate::repository::{Repository, ran};
use crate::support::{Folder, Ran};
use crate::{runner, step};

/// A `gh` that gives these ids as known comments, writes down its arguments and the comment, and fails at a
/// method where one is named.
fn gh(repository: &Repository, known: &str, fails_at: &str) -> String {
    let folder = runner(repository);
    let text = format!(
        "#!/usr/bin/env bash\nprintf '%s\\n' \"$@\" >>{0}/asked\nfor word in \"$@\"; do\n  case $word in\n    body=@*) cp \"${{word#body=@}}\" {0}/comment ;;\n    '{fails_at}') exit 1 ;;\n  esac\ndone\ncase \"$*\" in *--jq*) printf '%s' '{known}' ;; esac\n",
        folder.display()
    );
    let folder = Folder(folder).bytes("gh", text.as_bytes());
    let path = folder.0.clone();
    std::mem::forget(folder);
    let mode = std::os::unix::fs::PermissionsExt::from_mode(0o755);
    std::fs::set_permissions(path.join("gh"), mode).expect("it can be made to run");
    format!("{}:{}", path.display(), std::env::var("PATH").expect("there is a path"))
}

fn comment(repository: &Repository, path: &str, head: &str) -> Ran {
    comment_where(repository, path, head, "false")
}

fn comment_where(repository: &Repository, path: &str, head: &str, quiet: &str) -> Ran {
    let summary = runner(repository).join("summary.md");
    std::fs::write(&summary, "## New: 1 conflict\n").expect("it can be written");
    let variables = [
        ("PATH", path),
        ("PULL_REQUEST", "7"),
        ("GITHUB_REPOSITORY", "desk/claims"),
        ("HEAD_REPOSITORY", head),
        ("QUIET", quiet),
        ("SUMMARY", &*summary.to_string_lossy()),
    ];
    ran(&mut step(repository, "comment.sh", &variables))
}

fn read(repository: &Repository, name: &str) -> String {
    std::fs::read_to_string(runner(repository).join(name)).unwrap_or_default()
}

const MARK: &str = "<!-- gainsay: what this change does to the picture -->\n## New: 1 conflict\n";

#[test]
fn the_first_run_writes_it_and_the_next_one_changes_it() {
    let repository = Repository::of(&[("a", "")]);
    let path = gh(&repository, "", "");
    assert_eq!(comment(&repository, &path, "desk/claims").code, 0);
    assert_eq!(read(&repository, "comment"), MARK);
    let asked = read(&repository, "asked");
    assert!(asked.contains("POST\nrepos/desk/claims/issues/7/comments\n") && !asked.contains("PATCH"), "{asked}");
    let path = gh(&repository, "31\n32\n", "");
    assert_eq!(comment(&repository, &path, "desk/claims").code, 0);
    assert!(read(&repository, "asked").contains("PATCH\nrepos/desk/claims/issues/comments/31\n"));
}

#[test]
fn where_nothing_has_changed_a_comment_is_mended_and_none_is_begun() {
    let repository = Repository::of(&[("a", "")]);
    let path = gh(&repository, "", "");
    assert_eq!(comment_where(&repository, &path, "desk/claims", "true").code, 0);
    assert!(!read(&repository, "asked").contains("POST"));
    let path = gh(&repository, "31", "");
    assert_eq!(comment_where(&repository, &path, "desk/claims", "true").code, 0);
    assert!(read(&repository, "asked").contains("PATCH"));
}

#[test]
fn a_fork_is_told_and_nothing_is_asked() {
    let repository = Repository::of(&[("a", "")]);
    let path = gh(&repository, "", "");
    let ran = comment(&repository, &path, "reader/claims");
    assert!(ran.code == 0 && ran.err.contains("comes from a fork"), "{}", ran.err);
    assert_eq!(read(&repository, "asked"), "");
}

#[test]
fn a_comment_that_cannot_be_written_fails_nothing() {
    let repository = Repository::of(&[("a", "")]);
    for (known, fails_at) in [("", "POST"), ("31", "PATCH"), ("", "--jq")] {
        let path = gh(&repository, known, fails_at);
        let ran = comment(&repository, &path, "desk/claims");
        assert!(ran.code == 0 && ran.err.starts_with("note: the comment"), "{fails_at}: {}", ran.err);
    }
}
