//! From paths to the files to read, in the order of their names.

use crate::found::{Content, Found, SETTINGS, is_about_the_folder, is_text_by_name, layout_of_name, without_mark};
use crate::input::{Input, LoadError, LoadOptions};
use crate::root::{folder_of, is_root, root_above};
use gainsay_claim::read::Layout;
use gainsay_claim::{Problem, Severity};
use std::collections::BTreeSet;
use std::io;
use std::path::{Path, PathBuf};
use walkdir::{DirEntry, WalkDir};

/// Everything that there is to read.
#[derive(Debug, Default)]
pub(crate) struct Walk<'a> {
    pub(crate) files: Vec<Found<'a>>,
    /// The settings, with their names, in the order of the paths given.
    pub(crate) settings: Vec<(String, Content<'a>)>,
    /// The documents that are no claims yet: whether each was named, not come across, and its path.
    pub(crate) texts: Vec<(bool, PathBuf)>,
    /// Documents that came otherwise than as files, with their names; `-` is standard input.
    pub(crate) given_texts: Vec<(String, &'a [u8])>,
    pub(crate) problems: Vec<Problem>,
    reads_texts: bool,
    seen: BTreeSet<PathBuf>,
}

pub(crate) fn walk<'a>(inputs: &'a [Input], options: &LoadOptions<'_>) -> Result<Walk<'a>, LoadError> {
    let mut walk = Walk { reads_texts: options.texts.is_some(), ..Walk::default() };
    for input in inputs {
        match input {
            Input::Stdin(bytes) if walk.reads_texts && is_text(bytes) => walk.given_texts.push(("-".into(), bytes)),
            Input::Stdin(bytes) => walk.files.push(Found::stdin(bytes)),
            Input::Path(path) => walk.path(path)?,
        }
    }
    walk.files.sort_by(|a, b| a.name.cmp(&b.name));
    walk.texts.sort_by(|(_, a), (_, b)| a.cmp(b));
    Ok(walk)
}

/// Whether bytes are a document rather than claims: JSON begins with a bracket.
fn is_text(bytes: &[u8]) -> bool {
    let start = bytes[without_mark(bytes)..].trim_ascii_start();
    !start.is_empty() && !matches!(start[0], b'{' | b'[')
}

impl<'a> Walk<'a> {
    fn path(&mut self, path: &Path) -> Result<(), LoadError> {
        let missing = |error: io::Error| LoadError::Missing { path: plain_name(path), reason: reason(&error) };
        if path.metadata().map_err(missing)?.is_dir() {
            self.around(path);
            return self.folder(path);
        }
        self.around(folder_of(path));
        if !self.is_first(path) {
            return Ok(());
        }
        if self.reads_texts && is_text_by_name(path) {
            self.texts.push((true, path.to_owned()));
        } else {
            self.files.push(Found::named(plain_name(path), path).map_err(missing)?);
        }
        Ok(())
    }

    /// Takes the vocabulary and the settings of the corpus that a folder belongs to.
    fn around(&mut self, folder: &Path) {
        let Some(root) = root_above(folder) else { return };
        for name in [crate::found::VOCABULARY, SETTINGS] {
            let path = root.join(name);
            if path.is_file() {
                self.take(&path);
            }
        }
    }

    fn folder(&mut self, folder: &Path) -> Result<(), LoadError> {
        let (files, problems) = (self.files.len(), self.problems.len());
        let mut looks_like = None;
        let mut any = false;
        let entries = WalkDir::new(folder)
            .follow_links(true)
            .sort_by_file_name()
            .into_iter()
            .filter_entry(|entry| !is_passed_over(entry));
        for entry in entries {
            match entry {
                Ok(entry) if entry.file_type().is_dir() => {}
                Ok(entry) => {
                    let path = entry.path();
                    let ending = path.extension().map(|ending| ending.to_ascii_lowercase());
                    if ending.as_deref().is_some_and(|ending| ending == "jsonl") {
                        looks_like.get_or_insert_with(|| plain_name(path));
                        self.warn(
                            path,
                            "this file is not read: a folder's claims lie in *.json and *.ndjson",
                            "rename it to end in .ndjson, or name it on the command line",
                        );
                    } else if self.reads_texts && is_text_by_name(path) && !is_about_the_folder(path) {
                        any = true;
                        self.take_text(path);
                    } else if layout_of_name(path).is_some() || entry.file_name() == SETTINGS {
                        any |= entry.file_name() != SETTINGS;
                        self.take(path);
                    }
                }
                Err(error) => self.unreadable(folder, &error),
            }
        }
        if !any
            && self.files.len() == files
            && self.problems.iter().skip(problems).all(|problem| problem.severity == Severity::Warning)
        {
            return Err(LoadError::NothingThere { path: plain_name(folder), looks_like });
        }
        Ok(())
    }

    fn take_text(&mut self, path: &Path) {
        if path.is_file() && path.to_str().is_some() && self.is_first(path) {
            self.texts.push((false, path.to_owned()));
        }
    }

    fn take(&mut self, path: &Path) {
        let name = plain_name(path);
        if path.to_str().is_none() {
            return self.problems.push(Problem::of_file(
                &name,
                "the name of this file is not UTF-8",
                "rename the file",
            ));
        }
        if !path.is_file() {
            return self.problems.push(Problem::of_file(
                &name,
                "this is not a regular file",
                "name it on the command line to read it once, or take it out of the folder",
            ));
        }
        if !self.is_first(path) {
            return;
        }
        if path.file_name().is_some_and(|name| name == SETTINGS) {
            self.settings.push((name, Content::File(path.to_owned())));
        } else {
            let layout = layout_of_name(path).unwrap_or(Layout::Document);
            self.files.push(Found { name, content: Content::File(path.to_owned()), layout });
        }
    }

    fn is_first(&mut self, path: &Path) -> bool {
        self.seen.insert(path.canonicalize().unwrap_or_else(|_| path.to_owned()))
    }

    fn warn(&mut self, path: &Path, message: &str, help: &str) {
        let problem = Problem::of_file(&plain_name(path), message, help);
        self.problems.push(Problem { severity: Severity::Warning, ..problem });
    }

    fn unreadable(&mut self, folder: &Path, error: &walkdir::Error) {
        let name = plain_name(error.path().unwrap_or(folder));
        self.problems.push(match error.loop_ancestor() {
            Some(ancestor) => Problem::of_file(
                &name,
                format!("this link leads back to `{}`, in which it lies", plain_name(ancestor)),
                "take the link away",
            ),
            None => {
                let reason = error.io_error().map_or_else(|| "it cannot be read".to_owned(), reason);
                Problem::of_file(
                    &name,
                    format!("cannot read this: {reason}"),
                    "mend the link or the permissions, or take it away",
                )
            }
        });
    }
}

/// The texts and pages in a folder, in the order of their names.
///
/// # Errors
/// When the folder cannot be read: a fragment with the way out.
pub fn texts_in(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let hidden = |entry: &DirEntry| entry.depth() > 0 && entry.file_name().as_encoded_bytes().starts_with(b".");
    let mut texts = Vec::new();
    for entry in
        WalkDir::new(folder).follow_links(true).sort_by_file_name().into_iter().filter_entry(|entry| !hidden(entry))
    {
        let entry = entry.map_err(|error| {
            let why = error.io_error().map_or_else(|| "it leads back to itself".to_owned(), reason);
            let path = plain_name(error.path().unwrap_or(folder));
            format!("cannot read `{path}`: {why}; mend it, or name the files one by one")
        })?;
        if entry.file_type().is_file() && is_text_by_name(entry.path()) && !is_about_the_folder(entry.path()) {
            texts.push(entry.into_path());
        }
    }
    Ok(texts)
}

/// Whether the walk goes past: what a dot hides, and the folder that holds the documents' texts.
fn is_passed_over(entry: &DirEntry) -> bool {
    if entry.depth() == 0 {
        return false;
    }
    let holds_texts =
        || entry.file_name() == "documents" && (entry.depth() == 1 || entry.path().parent().is_some_and(is_root));
    entry.file_name().as_encoded_bytes().starts_with(b".") || (entry.file_type().is_dir() && holds_texts())
}

/// A path as it is shown: with `/` between folders and none at the end.
pub(crate) fn plain_name(path: &Path) -> String {
    let mut name = path.to_string_lossy().into_owned();
    if std::path::MAIN_SEPARATOR != '/' {
        name = name.replace(std::path::MAIN_SEPARATOR, "/");
    }
    while name.len() > 1 && name.ends_with('/') {
        name.pop();
    }
    name.replace("//", "/")
}

/// What the system says, in a fragment.
pub(crate) fn reason(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "no such file or folder".into(),
        io::ErrorKind::PermissionDenied => "permission denied".into(),
        _ => {
            let text = error.to_string();
            let text = text.split(" (os error").next().unwrap_or_default().to_owned();
            let mut letters = text.chars();
            letters.next().map(|first| first.to_lowercase().chain(letters).collect()).unwrap_or_default()
        }
    }
}
