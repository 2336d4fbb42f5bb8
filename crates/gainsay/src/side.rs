//! From what was written on the command line to one side of a diff: standard input, a file, a folder, or
//! a revision.

mod problems;
mod read;
mod review;

pub(crate) use problems::SideProblems;
pub(crate) use read::{Read, read_both, topics};
pub(crate) use review::review;

use crate::failure::Failure;
use crate::git::{Entry, EntryKind, Repository};
use crate::io::Io;
use crate::names::{plain, unknown};
use gainsay_claim::vocabulary::nearest;
use gainsay_claim::{Problem, Severity};
use gainsay_corpus::{Input, Tree};
use gainsay_diff::is_report;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// One side of a diff, before it is read.
#[derive(Debug)]
pub(crate) struct Side {
    /// `BASE` or `HEAD`.
    pub(crate) role: &'static str,
    /// What it is called.
    pub(crate) name: String,
    pub(crate) content: SideContent,
    /// What it does not cover, for a reader.
    pub(crate) notes: Vec<String>,
}

#[derive(Debug)]
pub(crate) enum SideContent {
    /// A report that was written earlier.
    Report(Vec<u8>),
    /// Claims on disk or on standard input.
    Claims(Input),
    /// Claims in a revision, with what was passed over.
    Tree(Tree, Vec<Problem>),
}

impl Side {
    /// What stands before the names of its files: `main:` in a revision, nothing on disk.
    pub(crate) fn prefix(&self) -> &str {
        match &self.content {
            SideContent::Tree(tree, _) => &tree.prefix,
            SideContent::Report(_) | SideContent::Claims(_) => "",
        }
    }
}

/// Endings of files that a corpus may be read from.
const ENDINGS: [&str; 9] = ["json", "ndjson", "jsonl", "toml", "txt", "html", "htm", "xhtml", "md"];

/// Opens both sides.
pub(crate) fn open(base: &Path, head: &Path, io: &mut Io<'_>) -> Result<(Side, Side), Failure> {
    let mut stdin = None;
    if base.as_os_str() == "-" || head.as_os_str() == "-" {
        let mut bytes = Vec::new();
        io.stdin
            .read_to_end(&mut bytes)
            .map_err(|error| format!("cannot read standard input: {error}; name a file instead"))?;
        stdin = Some(bytes);
    }
    if base.as_os_str() == "-" && head.as_os_str() == "-" {
        return Err(Failure::Told("standard input cannot be both sides; name a file for one of them".into()));
    }
    let on_disk = [on_disk(base, &mut stdin)?, on_disk(head, &mut stdin)?];
    let [base_is, head_is] = on_disk;
    // A report tells nothing about where claims lie.
    let folder = |path: &Path, is: &Option<SideContent>| {
        matches!(is, Some(SideContent::Claims(Input::Path(_)))).then(|| path.to_owned())
    };
    let (base_folder, head_folder) = (folder(base, &base_is), folder(head, &head_is));
    let base = side("BASE", base, base_is, Other { path: head_folder, text: head.to_str() })?;
    let head = side("HEAD", head, head_is, Other { path: base_folder, text: base_text(&base) })?;
    Ok((base, head))
}

/// What a side that names no path may take from the other one.
struct Other<'a> {
    path: Option<PathBuf>,
    text: Option<&'a str>,
}

fn base_text(base: &Side) -> Option<&str> {
    matches!(base.content, SideContent::Tree(..)).then_some(&base.name)
}

fn on_disk(path: &Path, stdin: &mut Option<Vec<u8>>) -> Result<Option<SideContent>, Failure> {
    if path.as_os_str() == "-" {
        let bytes = stdin.take().unwrap_or_default();
        return Ok(Some(if is_report(&bytes) {
            SideContent::Report(bytes)
        } else {
            SideContent::Claims(Input::Stdin(bytes))
        }));
    }
    let Ok(facts) = path.metadata() else { return Ok(None) };
    let may_be_report = facts.is_file() && path.extension().is_none_or(|ending| ending == "json");
    if may_be_report && let Some(bytes) = std::fs::read(path).ok().filter(|bytes| is_report(bytes)) {
        return Ok(Some(SideContent::Report(bytes)));
    }
    Ok(Some(SideContent::Claims(Input::Path(path.to_owned()))))
}

fn side(role: &'static str, path: &Path, on_disk: Option<SideContent>, other: Other<'_>) -> Result<Side, Failure> {
    match (on_disk, path.to_str()) {
        (Some(content), _) => {
            let name = path.to_string_lossy().trim_end_matches('/').to_owned();
            let name = if name.is_empty() { "/".to_owned() } else { name };
            Ok(Side { role, name, content, notes: Vec::new() })
        }
        (None, Some(text)) => revision(role, text, &other),
        (None, None) => Err(Failure::Told(format!(
            "cannot read {role} `{}`: no such file or folder; name one, or a git revision",
            path.display()
        ))),
    }
}

fn revision(role: &'static str, text: &str, other: &Other<'_>) -> Result<Side, Failure> {
    let shown = plain(text);
    let (name, given) = text.split_once(':').unwrap_or((text, ""));
    let (repository, is_here) = repository(&shown, other)?;
    if name.is_empty() {
        let message = format!("`{shown}` names no revision; write it before the colon, as in `main:claims`");
        return Err(Failure::Told(message));
    }
    let Some(commit) = repository.commit(name)? else { return Err(no_revision(&shown, name, &repository)?) };
    let path = path_in(&repository, given, is_here, other);
    let above =
        above(&path).flat_map(|folder| ["vocabulary.json", "gainsay.toml"].map(|name| format!("{folder}{name}")));
    let wanted: Vec<String> = std::iter::once(path.clone()).chain(above).collect();
    let entries = repository.entries(&commit, &wanted)?;
    let inside = |entry: &&Entry| {
        path.is_empty()
            || entry.path == path
            || entry.path.strip_prefix(&*path).is_some_and(|rest| rest.starts_with('/'))
    };
    if !entries.iter().any(|entry| inside(&entry)) {
        return Err(no_path(name, &path, &commit, &repository)?);
    }
    let prefix = format!("{}:", plain(name));
    let link = entries.iter().find(|entry| entry.path == path && entry.kind != EntryKind::File);
    if let Some(entry) = link {
        let what = kind(entry.kind);
        let message = format!("`{prefix}{}` is {what}, which is not followed; name the folder itself", plain(&path));
        return Err(Failure::Told(message));
    }
    let passed_over = entries.iter().filter(|entry| entry.kind != EntryKind::File).filter(inside);
    let problems = passed_over.map(|entry| {
        let name = format!("{prefix}{}", plain(&entry.path));
        let message = format!("this is {}, which is not followed in a revision", kind(entry.kind));
        let problem =
            Problem::of_file(&name, message, "put the files themselves in its place, where claims lie behind it");
        Problem { severity: Severity::Warning, ..problem }
    });
    let problems = problems.collect();
    let read: Vec<&Entry> = entries
        .iter()
        .filter(|entry| entry.kind == EntryKind::File && (entry.path == path || is_read(entry)))
        .collect();
    let objects: Vec<String> = read.iter().map(|entry| entry.object.clone()).collect();
    let contents = repository.contents(&objects)?;
    let files: BTreeMap<String, Vec<u8>> = read.iter().map(|entry| entry.path.clone()).zip(contents).collect();
    let mut notes = Vec::new();
    let is_checked_out = repository.root.is_some() && repository.commit("HEAD")?.is_some_and(|head| head == commit);
    if role == "HEAD" && is_checked_out && repository.is_dirty(&path)? {
        let folder = if path.is_empty() { "the work tree".to_owned() } else { format!("`{}`", plain(&path)) };
        notes.push(format!(
            "{folder} has changes that are not committed; they are no part of `{}`: name the folder to take them in",
            plain(name)
        ));
    }
    let tree = Tree { prefix, path, files };
    Ok(Side { role, name: tree.name(), content: SideContent::Tree(tree, problems), notes })
}

fn is_read(entry: &Entry) -> bool {
    let ending = entry.path.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase());
    ending.is_some_and(|ending| ENDINGS.contains(&&*ending))
}

const fn kind(kind: EntryKind) -> &'static str {
    match kind {
        EntryKind::File => "a file",
        EntryKind::Link => "a symbolic link",
        EntryKind::Submodule => "a submodule",
    }
}

/// The repository that a revision is looked up in, and whether it is the one around the folder in which
/// the program runs: that of the other side's path, else the one around.
fn repository(shown: &str, other: &Other<'_>) -> Result<(Repository, bool), Failure> {
    let around = other.path.as_deref().map(|path| {
        let folder = if path.is_dir() { path } else { path.parent().unwrap_or(Path::new("")) };
        if folder.as_os_str().is_empty() { Path::new(".").to_owned() } else { folder.to_owned() }
    });
    if let Some(repository) = around.as_deref().map(Repository::around).transpose()?.flatten() {
        let here = Repository::around(Path::new("."))?;
        return Ok(match here.filter(|here| here.root == repository.root && here.root.is_some()) {
            Some(here) => (here, true),
            None => (repository, false),
        });
    }
    match Repository::around(Path::new("."))? {
        Some(repository) => Ok((repository, true)),
        None => Err(Failure::Told(format!(
            "cannot read `{shown}`: it is no file or folder, and there is no git repository here to look it up in; name a folder of claims or a report, or run this in a repository"
        ))),
    }
}

/// The path in the repository: what is given, else the other side's, else `claims`.
fn path_in(repository: &Repository, given: &str, is_here: bool, other: &Other<'_>) -> String {
    let prefix = if is_here { repository.prefix.trim_end_matches('/') } else { "" };
    if given == "." || given.starts_with("./") || given.starts_with("../") {
        return tidy(&format!("{prefix}/{given}"));
    }
    if !given.is_empty() {
        return tidy(given);
    }
    let of_path = other.path.as_deref().and_then(|path| {
        let root = repository.root.as_deref()?.canonicalize().ok()?;
        let inside =
            path.canonicalize().ok()?.strip_prefix(root).ok()?.to_str()?.replace(std::path::MAIN_SEPARATOR, "/");
        Some(tidy(&inside))
    });
    let of_text =
        || other.text.and_then(|text| text.split_once(':')).map(|(_, path)| path).filter(|path| !path.is_empty());
    of_path.or_else(|| of_text().map(tidy)).unwrap_or_else(|| tidy(&format!("{prefix}/claims")))
}

/// A path without `.`, `..` and empty parts.
fn tidy(path: &str) -> String {
    let mut parts: Vec<&str> = Vec::new();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop();
            }
            part => parts.push(part),
        }
    }
    parts.join("/")
}

/// The folders above a path, each empty or with `/` at its end, the path itself first.
fn above(path: &str) -> impl Iterator<Item = String> + '_ {
    let ends = path.match_indices('/').map(|(at, _)| path[..=at].to_owned());
    std::iter::once(String::new()).chain(ends)
}

fn no_revision(shown: &str, name: &str, repository: &Repository) -> Result<Failure, Failure> {
    let names = repository.names()?;
    let what = if shown == name { format!("`{shown}` is no file or folder, and ") } else { String::new() };
    let otherwise = if repository.is_shallow()? {
        "this clone is shallow and may lack it: git fetch --unshallow gets the history (in continuous integration, fetch-depth: 0)"
            .to_owned()
    } else if names.is_empty() {
        "the repository has no commit yet".to_owned()
    } else {
        "git branch and git tag list what there is, git log the commits".to_owned()
    };
    Ok(Failure::Told(format!("{what}{}", unknown("revision", name, names.iter().map(String::as_str), &otherwise))))
}

fn no_path(name: &str, path: &str, commit: &str, repository: &Repository) -> Result<Failure, Failure> {
    let (folder, _) = path.rsplit_once('/').unwrap_or(("", path));
    let names = repository.listed(commit, folder)?;
    let way_out = match nearest(path, names.iter().map(String::as_str)) {
        Some(near) => format!("did you mean `{name}:{near}`?"),
        None if names.is_empty() => format!("name a folder that it holds, as in `{name}:claims`"),
        None => format!("it holds {}", names.iter().take(5).cloned().collect::<Vec<_>>().join(", ")),
    };
    Ok(Failure::Told(plain(&format!("there is no `{path}` in `{name}`; {way_out}"))))
}
