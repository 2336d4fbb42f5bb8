//! What to read, and why it could not be read at all.

use crate::saved::SavedText;
use gainsay_claim::{Problem, Vocabulary};
use std::fmt;
use std::num::NonZeroUsize;
use std::path::PathBuf;

/// One thing to read claims from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Input {
    /// A folder or a file.
    Path(PathBuf),
    /// What came on standard input; problems call it `-`.
    Stdin(Vec<u8>),
}

/// How to read.
#[derive(Clone, Copy, Default)]
pub struct LoadOptions<'a> {
    /// How many threads read at once, one for each processor if left open. The result does not depend on it.
    pub threads: Option<NonZeroUsize>,
    /// What makes claims of documents that are none yet; without it, they are passed over.
    pub texts: Option<&'a dyn TextReader>,
}

/// Makes claims of raw documents.
pub trait TextReader: Sync {
    /// The claims of a document as NDJSON, and what is not plain in it.
    fn read(&self, text: &SavedText, vocabulary: &Vocabulary) -> ReadText;
}

/// What was made of a raw document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReadText {
    /// The document and its claims, as NDJSON.
    pub lines: Vec<u8>,
    /// What is not plain, in its place.
    pub problems: Vec<Problem>,
}

impl LoadOptions<'_> {
    pub(crate) fn workers(self) -> usize {
        self.threads.or_else(|| std::thread::available_parallelism().ok()).map_or(1, NonZeroUsize::get)
    }
}

/// Why nothing could be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LoadError {
    /// A path that leads nowhere.
    Missing {
        /// The path, as given.
        path: String,
        /// What the system says.
        reason: String,
    },
    /// A folder that holds neither claims nor vocabulary.
    NothingThere {
        /// The folder, as given.
        path: String,
        /// What else lies there that looks like claims.
        looks_like: Option<String>,
    },
}

impl fmt::Display for LoadError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            LoadError::Missing { path, reason } => {
                write!(
                    formatter,
                    "cannot read `{path}`: {reason}; name a folder of claims or a file, or `-` for standard input"
                )
            }
            LoadError::NothingThere { path, looks_like: Some(other) } => {
                write!(
                    formatter,
                    "no claims in `{path}`: claims lie in *.json and *.ndjson; rename `{other}`, or name it on the command line"
                )
            }
            LoadError::NothingThere { path, looks_like: None } => write!(
                formatter,
                "no claims in `{path}`: there is no *.json, *.ndjson, *.txt, *.html or *.md file in it; add one (its shape: `gainsay schema --claims`), or name another folder"
            ),
        }
    }
}

impl std::error::Error for LoadError {}
