//! The command line of gainsay: arguments in, an exit code out.

pub mod extraction;
pub mod io;
pub mod run;
pub mod sources;

mod args;
mod commands;
mod failure;
mod filter;
mod git;
mod glob;
mod lapsed;
mod names;
mod output;
mod side;
mod staged;

pub use io::{Io, Terminal};
pub use run::run;
