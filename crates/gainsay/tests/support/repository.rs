//! A scratch repository, and the program run in it as a process.

#![allow(dead_code)]

use crate::support::{Folder, Ran};
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
    let output = command.stdin(Stdio::null()).output().expect("the program runs");
    let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
    Ran {
        code: output.status.code().map_or(255, |code| code as u8),
        out: text(output.stdout),
        err: text(output.stderr),
    }
}
