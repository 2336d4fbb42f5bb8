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
            Failure::Stream(error) => write!(formatter, "cannot write the output: {error}; look whether the disk is full"),
        }
    }
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
