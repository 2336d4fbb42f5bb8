//! A scratch repository, and the program run in it as a process.

#![allow(dead_code)]

use crate::support::{Folder, Ran};
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

/// A git repository in a folder that goes away with the test.
pub struct Repository(pub Folder);

impl Repository {
    /// One commit of these files, on `main`, with the tag `v1`.
    pub fn of(files: &[(&str, &str)]) -> Repository {
        let folder = Folder::new();
        std::fs::remove_dir(folder.0.join(".git")).expect("an empty folder");
        let repository = Repository(folder);
        repository.git(&["init", "-q", "-b", "main"]);
        files.iter().for_each(|(name, text)| repository.write(name, text));
        repository.commit("first");
        repository.git(&["tag", "v1"]);
        repository
    }

    pub fn path(&self) -> &Path {
        &self.0.0
    }

    pub fn write(&self, name: &str, text: &str) {
        let path = self.path().join(name);
        std::fs::create_dir_all(path.parent().expect("a file lies in a folder")).expect("it can be made");
        std::fs::write(path, text).expect("it can be written");
    }

    pub fn git(&self, words: &[&str]) -> String {
        let output = Command::new("git")
            .args(["-c", "user.name=desk", "-c", "user.email=desk@example.org", "-c", "commit.gpgsign=false"])
            .args(words)
            .current_dir(self.path())
            .env("GIT_CONFIG_GLOBAL", "/dev/null")
            .output()
            .expect("git is there");
        assert!(output.status.success(), "{words:?}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).expect("UTF-8")
    }

    pub fn commit(&self, message: &str) {
        self.git(&["add", "-A"]);
        self.git(&["commit", "-q", "-m", message]);
    }

    pub fn command(&self, words: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_gainsay"));
        command.args(words).current_dir(self.path()).env_remove("NO_COLOR").env("COLUMNS", "80");
        command
    }

    pub fn diff(&self, words: &[&str]) -> Ran {
        ran(self.command(&["diff"]).args(words))
    }
}

pub fn ran(command: &mut Command) -> Ran {
    ran_on(command, "")
}

/// Runs with words on standard input.
pub fn ran_on(command: &mut Command, words: &str) -> Ran {
    let streams = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = streams.spawn().expect("the program runs");
    // It may end before it has read all.
    let _ = child.stdin.take().expect("it is piped").write_all(words.as_bytes());
    let output = child.wait_with_output().expect("it ends");
    let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
    Ran {
        code: output.status.code().map_or(255, |code| code as u8),
        out: text(output.stdout),
        err: text(output.stderr),
    }
}

/// Totals of three days with a stated increment; the total of 24 April is open.
pub fn series(total: &str) -> String {
    let claim = |id: &str, from: &str, to: &str, value: &str| {
        format!(
            r#"    {{ "id": "gs/{id}", "source": "general-staff", "measure": "personnel-losses", "subject": "russian-forces", "place": "ukraine",
      "period": {{ "from": "{from}", "to": "{to}" }}, "value": {{ "about": {value} }}, "statement": "Russia has lost about {value} personnel.", "evidence": {{ "exact": "about {value}" }} }}"#
        )
    };
    let claims = [
        claim("23", "2022-02-24", "2023-04-23", "185730"),
        claim("24", "2022-02-24", "2023-04-24", total),
        claim("24-day", "2023-04-24", "2023-04-24", "690"),
        claim("25", "2022-02-24", "2023-04-25", "187000"),
    ];
    format!(
        r#"{{ "format": "gainsay.claims/v1",
  "document": {{ "id": "gs", "publisher": "general-staff", "published": "2023-04-25", "language": "en" }},
  "claims": [
{}
  ] }}
"#,
        claims.join(",\n")
    )
}
