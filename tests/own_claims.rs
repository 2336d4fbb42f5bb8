//! How a project of claims keeps snapshots of its own picture: this file is one to copy, and runs here on
//! `claims/`. It needs `gainsay` and `insta` and nothing else of these tests; `.docs/snapshots.md` is the guide.
//!
//! A snapshot is for what a desk has read and stands by, so it is small: the list of conflicts, one line each,
//! and the topic that the desk writes about. `gainsay diff` tells the rest.

use gainsay::{Io, Terminal, run};
use std::ffi::OsString;

/// The folder of claims, from the manifest of this package.
const CLAIMS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../claims");

/// What `gainsay` prints for these arguments, in 100 columns and without colour.
fn printed(arguments: &[&str]) -> String {
    let (mut out, mut errors) = (Vec::new(), Vec::new());
    let terminal = Terminal { width: Some(100), ..Terminal::default() };
    let mut io = Io { stdin: &mut std::io::empty(), stdout: &mut out, stderr: &mut errors, terminal };
    let code = run(["gainsay"].iter().chain(arguments).map(OsString::from), &mut io);
    assert_eq!((code, String::from_utf8_lossy(&errors).as_ref()), (0, ""));
    String::from_utf8(out).expect("output is UTF-8")
}

#[test]
fn the_conflicts_that_the_desk_knows() {
    insta::assert_snapshot!(printed(&["conflicts", CLAIMS, "--level", "conflict"]));
}

#[test]
fn who_says_what_on_the_topic_that_the_desk_writes_about() {
    insta::assert_snapshot!(printed(&["topics", CLAIMS, "--topic", "filming-date"]));
}
