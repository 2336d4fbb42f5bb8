//! The corpus that a file belongs to.

use crate::found::{SETTINGS, VOCABULARY};
use std::path::{Component, Path, PathBuf};

/// How many folders up the search goes at the most.
const HIGHEST: usize = 64;

/// The folder in which a file stands: that of `a.json`, and of `-`, is the one in which gainsay runs.
pub(crate) fn folder_of(file: &Path) -> &Path {
    file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// The nearest folder from `start` upwards that holds a vocabulary or settings. The search ends at
/// the folder that holds `.git`.
pub(crate) fn root_above(start: &Path) -> Option<PathBuf> {
    folders_above(start).into_iter().find(|folder| is_root(folder))
}

/// Where the settings of a folder or a file of claims stand, or would.
pub fn settings_path(claims: &Path) -> PathBuf {
    let folder = if claims.is_dir() { claims } else { claims.parent().unwrap_or(Path::new("")) };
    root_above(folder).unwrap_or_else(|| folder.to_owned()).join(SETTINGS)
}

/// The folder from which the texts of a file's documents are named, where the files tell: the root of its
/// corpus, else the nearest folder that holds `documents`.
pub(crate) fn root_of_texts(start: &Path) -> Option<PathBuf> {
    root_above(start).or_else(|| folders_above(start).into_iter().find(|folder| folder.join("documents").is_dir()))
}

pub(crate) fn is_root(folder: &Path) -> bool {
    folder.join(VOCABULARY).is_file() || folder.join(SETTINGS).is_file()
}

fn folders_above(start: &Path) -> Vec<PathBuf> {
    let mut folders = Vec::new();
    let mut folder = if start.as_os_str().is_empty() { PathBuf::from(".") } else { start.to_owned() };
    for _ in 0..HIGHEST {
        let ends_here = folder.join(".git").exists() || folder.canonicalize().is_ok_and(|real| real.parent().is_none());
        let above = parent(&folder);
        folders.push(folder);
        if ends_here {
            break;
        }
        folder = above;
    }
    folders
}

/// The folder above, named as a reader would name it.
fn parent(folder: &Path) -> PathBuf {
    match folder.components().next_back() {
        Some(Component::Normal(_)) => match folder.parent() {
            Some(parent) if !parent.as_os_str().is_empty() => parent.to_owned(),
            _ => PathBuf::from("."),
        },
        Some(Component::CurDir) | None => PathBuf::from(".."),
        _ => folder.join(".."),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bare_name_stands_in_the_current_folder() {
        for (file, folder) in [("a.json", "."), ("./a.json", "."), ("-", "."), ("claims/a.json", "claims"), ("/a", "/")]
        {
            assert_eq!(folder_of(Path::new(file)), Path::new(folder), "{file}");
        }
    }

    #[test]
    fn a_folder_above_has_a_plain_name() {
        for (folder, above) in
            [("claims/kremlin", "claims"), ("claims", "."), (".", ".."), ("..", "../.."), ("/a/b", "/a"), ("/a", "/")]
        {
            assert_eq!(parent(Path::new(folder)), Path::new(above));
        }
    }
}
