//! Files that lie in memory: a folder as it stood in a revision.

use crate::found::{
    Content, Found, SETTINGS, VOCABULARY, is_about_the_folder, is_text_by_name, layout_of_content, layout_of_name,
};
use crate::input::{LoadError, LoadOptions};
use crate::walk::Walk;
use gainsay_claim::read::Batch;
use gainsay_claim::{Document, Problem, Severity};
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// A folder or a file that is not on disk, with the vocabulary and the settings above it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tree {
    /// What stands before a path where a file is named, such as `main:`.
    pub prefix: String,
    /// The folder or file to read, from the root of the tree; empty for all of it.
    pub path: String,
    /// The files by their paths from the root, with `/` between folders.
    pub files: BTreeMap<String, Vec<u8>>,
}

impl Tree {
    /// The folder or file as it is named in messages.
    pub fn name(&self) -> String {
        format!("{}{}", self.prefix, self.path)
    }

    /// A file as it is named in messages. One at the root of the tree gets a `./`, so that what stands before
    /// it is no part of the file's name.
    pub(crate) fn name_of(&self, path: &str) -> String {
        let here = if path.contains('/') { "" } else { "./" };
        format!("{}{here}{path}", self.prefix)
    }

    /// The path of a file that is named in this way.
    pub(crate) fn path_of<'a>(&self, name: &'a str) -> Option<&'a str> {
        let path = name.strip_prefix(&*self.prefix)?;
        Some(path.strip_prefix("./").unwrap_or(path))
    }

    /// A file of its corpus, to be read once more, under its path. Claims that were read off a text have no lines of their own.
    pub(crate) fn again(&self, name: &str) -> Option<Found<'_>> {
        let (path, bytes) = self.files.get_key_value(self.path_of(name)?)?;
        if is_text_by_name(Path::new(path)) {
            return Some(Found::spent(path));
        }
        let layout = layout_of_name(Path::new(path)).unwrap_or_else(|| layout_of_content(bytes));
        Some(Found { name: path.clone(), content: Content::Bytes(Cow::Borrowed(bytes)), layout })
    }

    /// The path of the text of a document that is told in a file of this name.
    pub(crate) fn path_of_text(&self, document: &Document, file: &str) -> Option<String> {
        let text = document.text.as_deref()?;
        let file = self.path_of(file)?;
        let folder = parent(file);
        let root = self.root_above(folder).unwrap_or(if lies_in(file, &self.path) { &self.path } else { folder });
        Some(below(root, text.trim_start_matches("./")))
    }

    fn is_root(&self, folder: &str) -> bool {
        [VOCABULARY, SETTINGS].iter().any(|name| self.files.contains_key(&below(folder, name)))
    }

    /// The nearest folder from this one upwards that holds a vocabulary or settings.
    fn root_above<'a>(&self, folder: &'a str) -> Option<&'a str> {
        let above = std::iter::successors(Some(folder), |folder| (!folder.is_empty()).then(|| parent(folder)));
        above.into_iter().find(|folder| self.is_root(folder))
    }

    /// Whether the walk through a folder goes past a file: what a dot hides, and the folder that holds
    /// the documents' texts.
    fn is_passed_over(&self, path: &str) -> bool {
        let inside = path.strip_prefix(&*self.path).unwrap_or(path).trim_start_matches('/');
        let mut folder = self.path.clone();
        for (depth, part) in inside.split('/').enumerate() {
            let whole = below(&folder, part);
            let holds_texts = part == "documents" && whole != path && (depth == 0 || self.is_root(&folder));
            if part.starts_with('.') || holds_texts {
                return true;
            }
            folder = whole;
        }
        false
    }
}

/// Goes through a tree as [`walk`](crate::walk::walk) goes through folders.
pub(crate) fn walk_tree<'a>(tree: &'a Tree, options: &LoadOptions<'_>) -> Result<Walk<'a>, LoadError> {
    let mut walk = Walk::default();
    let reads_texts = options.texts.is_some();
    let is_file = tree.files.contains_key(&tree.path);
    let folder = if is_file { parent(&tree.path) } else { &tree.path };
    let mut looks_like = None;
    let mut any = false;
    let around =
        tree.root_above(folder).into_iter().flat_map(|root| [VOCABULARY, SETTINGS].map(|name| below(root, name)));
    let inside = tree.files.keys().filter(|path| **path == tree.path || lies_in(path, &tree.path));
    let inside = inside.filter(|path| is_file || !tree.is_passed_over(path)).cloned();
    let wanted: BTreeSet<String> = around.chain(inside).collect();
    for path in wanted {
        let Some((path, bytes)) = tree.files.get_key_value(&path) else { continue };
        let name = tree.name_of(path);
        let content = Content::Bytes(Cow::Borrowed(&bytes[..]));
        let is_named = is_file && *path == tree.path;
        let as_path = Path::new(path);
        let is_inside = is_named || lies_in(path, &tree.path);
        let file_name = path.rsplit('/').next().unwrap_or(path);
        if file_name == SETTINGS {
            walk.settings.push((name, content));
        } else if !is_named && path.to_ascii_lowercase().ends_with(".jsonl") {
            let problem = Problem::of_file(
                &name,
                "this file is not read: a folder's claims lie in *.json and *.ndjson",
                "rename it to end in .ndjson, or name it on the command line",
            );
            walk.problems.push(Problem { severity: Severity::Warning, ..problem });
            looks_like.get_or_insert(name);
        } else if reads_texts && is_text_by_name(as_path) && (is_named || !is_about_the_folder(as_path)) {
            any = true;
            walk.given_texts.push((name, bytes));
        } else if let Some(layout) = layout_of_name(as_path).or_else(|| is_named.then(|| layout_of_content(bytes))) {
            any |= is_inside;
            walk.files.push(Found { name, content, layout });
        }
    }
    walk.files.sort_by(|a, b| a.name.cmp(&b.name));
    if any { Ok(walk) } else { Err(LoadError::NothingThere { path: tree.name(), looks_like }) }
}

/// The names of the texts of the documents whose claims are there already.
pub(crate) fn stored_names(tree: &Tree, batches: &[Batch], files: &[Found<'_>]) -> BTreeSet<String> {
    let documents = batches.iter().flat_map(|batch| &batch.documents);
    let name = |document: &Document| {
        let path = tree.path_of_text(document, &files[document.origin.file as usize].name)?;
        Some(tree.name_of(&path))
    };
    documents.filter_map(name).collect()
}

fn lies_in(path: &str, folder: &str) -> bool {
    folder.is_empty() || path.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/'))
}

fn below(folder: &str, name: &str) -> String {
    if folder.is_empty() { name.to_owned() } else { format!("{folder}/{name}") }
}

fn parent(path: &str) -> &str {
    path.rsplit_once('/').map_or("", |(folder, _)| folder)
}
