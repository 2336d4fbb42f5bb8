//! Several forms of one run: together, whole, or not at all; and what is wrong on both sides of a diff.

mod support;

use support::{DISPUTE, Folder};

const ALL: [&str; 8] = ["-o", "@/r.md", "-o", "@/r.json", "-o", "@/r.sarif", "-o", "@/r.xml"];

#[test]
fn forms_of_one_run_appear_together() {
    let folder = Folder::dispute().file("b.json", &DISPUTE.replace("5937", "15937"));
    for command in [&["report", "@/a.json"][..], &["diff", "@/a.json", "@/b.json"]] {
        let last = ["--format", "github", "-o", "-"];
        let ran = folder.run(&[command, &ALL, &last].concat());
        assert_eq!(ran.err, "");
        assert!(ran.out.starts_with("::"), "{}", ran.out);
        assert_eq!(folder.names("."), [".git", "a.json", "b.json", "r.json", "r.md", "r.sarif", "r.xml"]);
        for name in ["r.json", "r.md", "r.sarif", "r.xml"] {
            assert!(folder.read(name).ends_with('\n'), "{name}");
            std::fs::remove_file(folder.0.join(name)).expect("it is there");
        }
    }
}

#[test]
fn where_one_form_cannot_be_written_none_appears() {
    let folder = Folder::dispute();
    std::fs::create_dir(folder.0.join("full.sarif")).expect("it can be made");
    for command in [&["report", "@/a.json"][..], &["diff", "@/a.json", "@/a.json"]] {
        for target in ["@/full.sarif", "@/nowhere/r.sarif"] {
            let ran = folder.run(&[command, &ALL[..4], &["-o", target, "--format", "summary", "-o", "-"]].concat());
            assert_eq!((ran.code, &*ran.out), (2, ""));
            assert!(ran.err.contains("cannot write `"), "{}", ran.err);
            assert_eq!(folder.names("."), [".git", "a.json", "full.sarif"]);
        }
    }
}

#[test]
fn one_file_cannot_take_two_forms() {
    let folder = Folder::dispute();
    let ran = folder.run(&["report", "@/a.json", "-o", "@/r.json", "--format", "csv", "-o", "@/r.json"]);
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("two formats for `"), "{}", ran.err);
    assert_eq!(folder.names("."), [".git", "a.json"]);
}

#[test]
fn what_cannot_be_replaced_is_written_to() {
    let ran = Folder::dispute().run(&["report", "@/a.json", "--format", "sarif", "-o", "/dev/null"]);
    assert_eq!((ran.code, &*ran.out, &*ran.err), (0, "", ""));
}

#[test]
fn what_is_wrong_on_both_sides_is_told_once() {
    let folder = Folder::new();
    for side in ["was", "is"] {
        std::fs::create_dir(folder.0.join(side)).expect("it can be made");
    }
    let folder = folder
        .file("was/a.json", DISPUTE)
        .file("is/a.json", DISPUTE)
        .file("was/old.jsonl", "{}")
        .file("is/old.jsonl", "{}")
        .file("is/new.jsonl", "{}");
    let ran = folder.run(&["diff", "@/was", "@/is"]);
    let told = ran.err.replace(&*folder.0.to_string_lossy(), "@");
    assert_eq!(ran.code, 0);
    assert_eq!(told.matches("old.jsonl").count(), 1, "{told}");
    assert!(told.starts_with("in BASE (`@/was`) and HEAD (`@/is`):\nwarning: "), "{told}");
    assert!(told.contains("in HEAD (`@/is`):\nwarning: ") && !told.contains("in BASE (`@/was`):"), "{told}");
}
