//! What a git repository holds, asked of the git command: without network, without touching the work
//! tree or the index, and without running what a revision brings along.

use crate::failure::{Failure, reason};
use std::io::{self, BufRead, BufReader, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

/// A repository and the folder in it from which it was found.
#[derive(Clone, Debug)]
pub(crate) struct Repository {
    folder: PathBuf,
    /// That folder from the root of the repository, empty or with `/` at its end.
    pub(crate) prefix: String,
    /// The work tree's root; none in a bare repository.
    pub(crate) root: Option<PathBuf>,
}

/// Something in a revision's tree.
#[derive(Clone, Debug)]
pub(crate) struct Entry {
    pub(crate) kind: EntryKind,
    pub(crate) object: String,
    /// From the root of the repository.
    pub(crate) path: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum EntryKind {
    File,
    Link,
    Submodule,
}

impl Repository {
    /// The repository around a folder; none where there is no repository.
    pub(crate) fn around(folder: &Path) -> Result<Option<Repository>, Failure> {
        let mut repository = Repository { folder: folder.to_owned(), prefix: String::new(), root: None };
        let found = repository.ask(&["rev-parse", "--is-inside-work-tree"])?;
        if !found.status.success() {
            let message = String::from_utf8_lossy(&found.stderr);
            return if message.contains("not a git repository") { Ok(None) } else { Err(refused(&message)) };
        }
        if found.stdout.starts_with(b"true") {
            repository.prefix = line(&repository.told(&["rev-parse", "--show-prefix"])?);
            repository.root = Some(PathBuf::from(line(&repository.told(&["rev-parse", "--show-toplevel"])?)));
        }
        Ok(Some(repository))
    }

    /// The commit that a revision stands for.
    pub(crate) fn commit(&self, revision: &str) -> Result<Option<String>, Failure> {
        let name = format!("{revision}^{{commit}}");
        let output = self.ask(&["rev-parse", "--verify", "--quiet", "--end-of-options", &name])?;
        Ok(output.status.success().then(|| line(&output.stdout)))
    }

    /// Whether the clone lacks a part of the history.
    pub(crate) fn is_shallow(&self) -> Result<bool, Failure> {
        Ok(self.told(&["rev-parse", "--is-shallow-repository"])?.starts_with(b"true"))
    }

    /// The branches and tags.
    pub(crate) fn names(&self) -> Result<Vec<String>, Failure> {
        let kinds = ["refs/heads", "refs/tags", "refs/remotes"];
        let output = self.told(&[&["for-each-ref", "--format=%(refname:short)"][..], &kinds].concat())?;
        Ok(String::from_utf8_lossy(&output).lines().map(str::to_owned).collect())
    }

    /// The files that a commit has at these paths and below them; everything where a path is empty.
    /// A name that is not UTF-8 is shown with `�`.
    pub(crate) fn entries(&self, commit: &str, paths: &[String]) -> Result<Vec<Entry>, Failure> {
        let mut words = vec!["ls-tree", "-r", "-z", "--full-tree", commit, "--"];
        if paths.iter().all(|path| !path.is_empty()) {
            words.extend(paths.iter().map(String::as_str));
        }
        let listed = self.told(&words)?;
        Ok(listed.split(|&byte| byte == 0).filter_map(entry).collect())
    }

    /// The names in a folder of a commit.
    pub(crate) fn listed(&self, commit: &str, folder: &str) -> Result<Vec<String>, Failure> {
        let within = if folder.is_empty() { String::new() } else { format!("{folder}/") };
        let mut words = vec!["ls-tree", "-z", "--name-only", "--full-tree", commit];
        if !within.is_empty() {
            words.extend(["--", &within]);
        }
        let output = self.ask(&words)?;
        let names = output.stdout.split(|&byte| byte == 0).filter(|name| !name.is_empty());
        Ok(names.map(|name| String::from_utf8_lossy(name).into_owned()).collect())
    }

    /// The bytes of files, in the order given.
    pub(crate) fn contents(&self, objects: &[String]) -> Result<Vec<Vec<u8>>, Failure> {
        if objects.is_empty() {
            return Ok(Vec::new());
        }
        let mut command = self.command(&["cat-file", "--batch"]);
        let mut child =
            command.stdin(Stdio::piped()).stderr(Stdio::null()).spawn().map_err(|error| cannot_run(&error))?;
        let (input, output) = (child.stdin.take(), child.stdout.take());
        let read = std::thread::scope(|scope| {
            scope.spawn(move || {
                // Where git ends early, what it has told is short, and that is noticed below.
                let mut input = input.map(io::BufWriter::new);
                objects.iter().try_for_each(|object| input.as_mut().map_or(Ok(()), |input| writeln!(input, "{object}")))
            });
            let Some(output) = output else { return Err(cannot_run(&io::Error::from(io::ErrorKind::BrokenPipe))) };
            let mut output = BufReader::new(output);
            objects.iter().map(|object| content(&mut output, object)).collect::<Result<Vec<_>, Failure>>()
        });
        // It has told everything; how it ends says no more.
        let _ = child.wait();
        read
    }

    /// Whether files at a path of the work tree are not as they were committed.
    pub(crate) fn is_dirty(&self, path: &str) -> Result<bool, Failure> {
        let spec = format!(":(top,literal){path}");
        let words = ["status", "--porcelain", "-z", "--untracked-files=normal", "--ignore-submodules", "--", &spec];
        Ok(!self.told(&words)?.is_empty())
    }

    fn command(&self, words: &[&str]) -> Command {
        let mut command = Command::new("git");
        command.arg("-C").arg(&self.folder).args(["--no-pager", "-c", "core.fsmonitor=false"]).args(words);
        command.env("LC_ALL", "C").env("GIT_OPTIONAL_LOCKS", "0").env("GIT_TERMINAL_PROMPT", "0");
        command.env("GIT_NO_LAZY_FETCH", "1").env("GIT_LITERAL_PATHSPECS", "0");
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        command
    }

    fn ask(&self, words: &[&str]) -> Result<Output, Failure> {
        self.command(words).output().map_err(|error| cannot_run(&error))
    }

    fn told(&self, words: &[&str]) -> Result<Vec<u8>, Failure> {
        let output = self.ask(words)?;
        if output.status.success() { Ok(output.stdout) } else { Err(refused(&String::from_utf8_lossy(&output.stderr))) }
    }
}

/// `100644 blob 1234…<tab>claims/a.json`.
fn entry(row: &[u8]) -> Option<Entry> {
    let row = String::from_utf8_lossy(row);
    let (facts, path) = row.split_once('\t')?;
    let mut facts = facts.split(' ');
    let kind = match facts.next()? {
        "120000" => EntryKind::Link,
        "160000" => EntryKind::Submodule,
        _ => EntryKind::File,
    };
    Some(Entry { kind, object: facts.nth(1)?.to_owned(), path: path.to_owned() })
}

/// One answer of `git cat-file --batch`: a line that ends in the size, the bytes, a newline.
fn content(output: &mut BufReader<impl Read>, object: &str) -> Result<Vec<u8>, Failure> {
    let broken = || {
        Failure::Told(format!(
            "git cannot give the object {object}; fetch it (a partial clone leaves objects out), or run git fsck"
        ))
    };
    let mut head = String::new();
    output.read_line(&mut head).map_err(|_| broken())?;
    let size: usize = head.trim_end().rsplit(' ').next().and_then(|size| size.parse().ok()).ok_or_else(broken)?;
    let mut bytes = vec![0; size + 1];
    output.read_exact(&mut bytes).map_err(|_| broken())?;
    bytes.pop();
    Ok(bytes)
}

fn line(output: &[u8]) -> String {
    String::from_utf8_lossy(output).trim_end_matches(['\n', '\r']).to_owned()
}

fn cannot_run(error: &io::Error) -> Failure {
    let why =
        if error.kind() == io::ErrorKind::NotFound { "there is no such program".to_owned() } else { reason(error) };
    Failure::Told(format!("cannot run git: {why}; install git, or name two folders or reports"))
}

fn refused(message: &str) -> Failure {
    let line = message.lines().next().unwrap_or_default();
    let line = line.trim_start_matches("fatal: ").trim_start_matches("error: ");
    Failure::Told(format!("git says: {}; mend that, or name two folders or reports", crate::names::plain(line)))
}
