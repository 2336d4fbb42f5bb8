//! A folder of files for one test, and what loading it gives.

#![allow(dead_code)]

use gainsay_claim::vocabulary::{BUILT_IN, Fragment};
use gainsay_claim::{Corpus, Problem};
use gainsay_corpus::{Input, LoadError, LoadOptions, load};
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

/// A folder that goes away with the test.
pub struct Folder(pub PathBuf);

static NUMBER: AtomicU32 = AtomicU32::new(0);

impl Folder {
    pub fn new() -> Folder {
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        let path = std::env::temp_dir().join(format!("gainsay-corpus-{}-{number}", std::process::id()));
        std::fs::create_dir_all(&path).expect("the folder for temporary files can be written to");
        // The search for a corpus around this one ends here.
        std::fs::create_dir_all(path.join(".git")).expect("it can be written to");
        Folder(path)
    }

    pub fn with(name: &str, bytes: impl AsRef<[u8]>) -> Folder {
        let folder = Folder::new();
        folder.file(name, bytes);
        folder
    }

    pub fn file(&self, name: &str, bytes: impl AsRef<[u8]>) -> &Folder {
        let path = self.0.join(name);
        std::fs::create_dir_all(path.parent().expect("it lies in the folder")).expect("it can be written to");
        std::fs::write(path, bytes).expect("it can be written to");
        self
    }

    pub fn path(&self, name: &str) -> Input {
        Input::Path(if name.is_empty() { self.0.clone() } else { self.0.join(name) })
    }

    pub fn load(&self) -> Corpus {
        load_all(&[self.path("")]).expect("there is something to read")
    }

    /// The problems as `name:line:column message; help`, the folder's own name left out.
    pub fn problems(&self) -> Vec<String> {
        self.lines_of(&self.load().problems)
    }

    pub fn lines_of(&self, problems: &[Problem]) -> Vec<String> {
        let root = format!("{}/", self.0.display());
        problems
            .iter()
            .map(|problem| {
                format!("{}:{}:{} {}", problem.path, problem.line, problem.column, problem.sentence())
                    .replace(&root, "")
            })
            .collect()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(Path::new(&self.0));
    }
}

pub fn built_in() -> Vec<Fragment> {
    vec![Fragment { record: serde_json::from_str(BUILT_IN).expect("well formed") }]
}

pub fn load_all(inputs: &[Input]) -> Result<Corpus, LoadError> {
    load(inputs, built_in(), &LoadOptions { threads: NonZeroUsize::new(2), ..LoadOptions::default() })
}

/// A document with claims, each given by its id and the fields behind it.
pub fn document(id: &str, claims: &[(&str, &str)]) -> String {
    let claims: Vec<String> = claims.iter().map(|(id, fields)| format!("    {}", claim(id, fields))).collect();
    format!(
        "{{\n  \"format\": \"gainsay.claims/v1\",\n  \"document\": {{ \"id\": \"{id}\", \"published\": \"2023-04-19\" }},\n  \"claims\": [\n{}\n  ]\n}}\n",
        claims.join(",\n")
    )
}

/// A claim whose fields may be replaced or added to.
pub fn claim(id: &str, fields: &str) -> String {
    let mut text = format!("{{ \"id\": \"{id}\"");
    for (name, value) in [
        ("source", "\"un-ohchr\""),
        ("measure", "\"tanks-lost\""),
        ("subject", "\"russian-forces\""),
        ("value", "{ \"exactly\": 1 }"),
    ] {
        if !fields.contains(&format!("\"{name}\":")) {
            text.push_str(&format!(", \"{name}\": {value}"));
        }
    }
    if !fields.is_empty() {
        text.push_str(", ");
    }
    text.push_str(fields);
    text.push_str(" }");
    text
}
