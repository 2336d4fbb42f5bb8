//! What to read, and why it could not be read at all.

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
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LoadOptions {
    /// How many threads read at once, one for each processor if left open. The result does not depend on it.
    pub threads: Option<NonZeroUsize>,
}

impl LoadOptions {
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
                "no claims in `{path}`: there is no *.json and no *.ndjson file in it; add one (its shape: `gainsay schema --claims`), or name another folder"
            ),
        }
    }
}

impl std::error::Error for LoadError {}
