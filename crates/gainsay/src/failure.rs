//! Why a run could not be made.

use std::fmt;
use std::io;

/// An error that ends the run.
#[derive(Debug)]
pub(crate) enum Failure {
    /// What to tell the user: a lower-case fragment with the way out.
    Told(String),
    /// A stream that cannot be written to.
    Stream(io::Error),
}

impl Failure {
    /// Whether the reader of the output has gone away, which is no failure of the run.
    pub(crate) fn is_closed_pipe(&self) -> bool {
        matches!(self, Failure::Stream(error) if error.kind() == io::ErrorKind::BrokenPipe)
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Failure::Told(message) => formatter.write_str(message),
            Failure::Stream(error) => {
                write!(formatter, "cannot write the output: {}; look whether the disk is full", reason(error))
            }
        }
    }
}

/// What the system says, as a lower-case fragment without its number.
pub(crate) fn reason(error: &io::Error) -> String {
    if error.kind() == io::ErrorKind::NotFound {
        return "no such file or folder".to_owned();
    }
    let text = error.to_string();
    let text = text.split(" (os error").next().unwrap_or_default();
    let mut letters = text.chars();
    letters.next().map(|first| first.to_lowercase().chain(letters).collect()).unwrap_or_default()
}

impl From<String> for Failure {
    fn from(message: String) -> Failure {
        Failure::Told(message)
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Failure {
        Failure::Stream(error)
    }
}

impl From<gainsay_corpus::LoadError> for Failure {
    fn from(error: gainsay_corpus::LoadError) -> Failure {
        Failure::Told(error.to_string())
    }
}
