//! Runs the program in memory, over a folder of files.

#![allow(dead_code)]

use gainsay::{Io, Terminal, run};
use std::ffi::OsString;
use std::path::PathBuf;
use std::sync::atomic::{AtomicU32, Ordering};

/// What a run wrote and how it ended.
pub struct Ran {
    pub code: u8,
    pub out: String,
    pub err: String,
}

/// A folder that goes away with the test.
pub struct Folder(pub PathBuf);

static NUMBER: AtomicU32 = AtomicU32::new(0);

impl Folder {
    pub fn new() -> Folder {
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        let path = std::env::temp_dir().join(format!("gainsay-cli-{}-{number}", std::process::id()));
        // The search for a corpus around this one ends at `.git`.
        std::fs::create_dir_all(path.join(".git")).expect("the folder for temporary files can be written to");
        Folder(path)
    }

    /// The folder of the founding dispute in small: two figures of the killed and one of tanks.
    pub fn dispute() -> Folder {
        Folder::new().file("a.json", DISPUTE)
    }

    pub fn file(self, name: &str, text: &str) -> Folder {
        std::fs::write(self.0.join(name), text).expect("it can be written to");
        self
    }

    /// A file of bytes, in a folder that is made for it.
    pub fn bytes(self, name: &str, bytes: &[u8]) -> Folder {
        let path = self.0.join(name);
        std::fs::create_dir_all(path.parent().expect("a file lies in a folder")).expect("it can be made");
        std::fs::write(path, bytes).expect("it can be written to");
        self
    }

    /// The names of what lies in it, hidden files too.
    pub fn names(&self, name: &str) -> Vec<String> {
        let entries = std::fs::read_dir(self.0.join(name)).expect("the folder is there");
        let mut names: Vec<String> =
            entries.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned()).collect();
        names.sort();
        names
    }

    pub fn read(&self, name: &str) -> String {
        std::fs::read_to_string(self.0.join(name)).expect("the file is there")
    }

    /// Runs with arguments; `@` stands for this folder.
    pub fn run(&self, args: &[&str]) -> Ran {
        self.run_on(args, "")
    }

    /// As [`Folder::run`], with words on standard input.
    pub fn run_on(&self, args: &[&str], stdin: &str) -> Ran {
        let folder = self.0.display().to_string();
        let args: Vec<String> = args.iter().map(|arg| arg.replace('@', &folder)).collect();
        run_with(
            &args.iter().map(String::as_str).collect::<Vec<_>>(),
            stdin,
            Terminal { width: Some(100), ..Terminal::default() },
        )
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

pub fn run_with(args: &[&str], stdin: &str, terminal: Terminal) -> Ran {
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let mut stdin = stdin.as_bytes();
    let words = std::iter::once("gainsay").chain(args.iter().copied()).map(OsString::from);
    let code = run(words, &mut Io { stdin: &mut stdin, stdout: &mut out, stderr: &mut err, terminal });
    Ran { code, out: String::from_utf8(out).expect("UTF-8"), err: String::from_utf8(err).expect("UTF-8") }
}

pub const DISPUTE: &str = r#"{ "format": "gainsay.claims/v1",
  "document": { "id": "meduza", "publisher": "meduza", "published": "2022-09-21", "language": "en" },
  "claims": [
    { "id": "meduza/shoigu", "source": "russian-mod", "via": ["meduza"], "measure": "killed", "subject": "russian-forces", "place": "ukraine",
      "period": { "from": "2022-02-24", "to": "2022-09-21" }, "value": { "exactly": 5937 }, "evidence": { "exact": "killed 5,937 Russian servicemen" } },
    { "id": "meduza/mediazona", "source": "mediazona", "measure": "killed", "subject": "russian-forces", "place": "ukraine",
      "period": { "from": "2022-02-24", "to": "2022-09-21" }, "basis": "documented", "value": { "at_least": 6600 } },
    { "id": "meduza/tanks", "source": "general-staff", "measure": "tanks-lost", "subject": "russian-forces", "place": "ukraine",
      "period": { "from": "2022-02-24", "to": "2022-09-21" }, "value": { "exactly": 2227 } } ] }
"#;
