//! Files that appear together, whole, or not at all.

use crate::failure::{Failure, reason};
use std::ffi::OsString;
use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

/// Files that are written to the side and not yet renamed; what is not renamed is taken away.
#[derive(Debug, Default)]
pub(crate) struct Staged {
    parts: Vec<(PathBuf, PathBuf)>,
}

impl Staged {
    /// Writes a file to the side.
    pub(crate) fn add<T>(
        &mut self,
        path: &Path,
        write: impl FnOnce(&mut dyn Write) -> io::Result<T>,
    ) -> Result<T, Failure> {
        let told = |error: io::Error| cannot_write(path, &error);
        let name = path.file_name().ok_or_else(|| told(io::Error::from(io::ErrorKind::IsADirectory)))?;
        let mut side = OsString::from(".");
        side.push(name);
        side.push(format!(".{}.part", std::process::id()));
        let side = path.with_file_name(side);
        let file = File::create(&side).map_err(told)?;
        if let Some(facts) = path.metadata().ok().filter(fs::Metadata::is_file) {
            // Where that is refused, the file is as anybody's new file is.
            let _ = file.set_permissions(facts.permissions());
        }
        self.parts.push((side, path.to_owned()));
        let mut file = BufWriter::new(file);
        let written = write(&mut file).map_err(told)?;
        file.flush().map_err(told)?;
        Ok(written)
    }

    /// Gives every file its name.
    pub(crate) fn appear(mut self) -> Result<(), Failure> {
        if let Some((_, path)) = self.parts.iter().find(|(_, path)| path.is_dir()) {
            return Err(cannot_write(path, &io::Error::from(io::ErrorKind::IsADirectory)));
        }
        for (side, path) in self.parts.drain(..) {
            fs::rename(&side, &path).map_err(|error| cannot_write(&path, &error))?;
        }
        Ok(())
    }
}

impl Drop for Staged {
    fn drop(&mut self) {
        for (side, _) in &self.parts {
            // It may not be there at all; then there is nothing to clear away.
            let _ = fs::remove_file(side);
        }
    }
}

/// A file that cannot be written, with the way out.
pub(crate) fn cannot_write(path: &Path, error: &io::Error) -> Failure {
    Failure::Told(format!(
        "cannot write `{}`: {}; name a file in a folder that can be written to",
        path.display(),
        reason(error)
    ))
}
