//! Which form goes where, and writing files to the side first.

use crate::args::Form;
use crate::failure::Failure;
use crate::staged::{Staged, cannot_write};
use clap::{ArgMatches, ValueEnum};
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// A form and the file it goes to; none is standard output.
pub(crate) type Target = (Form, Option<PathBuf>);

/// Pairs `--format` and `-o` as they stand on the command line.
///
/// A `-o` takes the format before it, else the one behind it where no other `-o` stands between, else
/// what its ending says. A format that is left over goes to standard output; so does the terminal's
/// where nothing is asked for.
pub(crate) fn targets(formats: &[Form], outputs: &[PathBuf], matches: &ArgMatches) -> Result<Vec<Target>, Failure> {
    enum Word<'a> {
        Format(Form),
        Output(&'a Path),
    }
    let places = |id: &str| matches.indices_of(id).into_iter().flatten();
    let formats = places("format").zip(formats.iter().map(|form| Word::Format(*form)));
    let outputs = places("output").zip(outputs.iter().map(|path| Word::Output(path)));
    let mut words: Vec<(usize, Word<'_>)> = formats.chain(outputs).collect();
    words.sort_by_key(|(place, _)| *place);

    let mut targets: Vec<Target> = Vec::new();
    let mut waiting: Option<Form> = None;
    let mut open: Option<&Path> = None;
    for (_, word) in words {
        match word {
            Word::Format(form) => match open.take() {
                Some(path) => targets.push((form, Some(path.to_owned()))),
                None if waiting.replace(form).is_some() => return Err(two_for_one()),
                None => {}
            },
            Word::Output(path) => {
                if let Some(path) = open.take() {
                    targets.push(by_name(path)?);
                }
                match waiting.take() {
                    Some(form) => targets.push((form, Some(path.to_owned()))),
                    None => open = Some(path),
                }
            }
        }
    }
    if let Some(path) = open {
        targets.push(by_name(path)?);
    }
    if waiting.is_some() || targets.is_empty() {
        targets.push((waiting.unwrap_or(Form::Terminal), None));
    }
    for target in &mut targets {
        target.1 = target.1.take().filter(|path| path.as_os_str() != "-");
    }
    let to_stdout = targets.iter().filter(|target| target.1.is_none()).count();
    if to_stdout > 1 {
        return Err(two_for_one());
    }
    Ok(targets)
}

fn two_for_one() -> Failure {
    Failure::Told("two formats for one output; give each --format its own -o FILE".into())
}

fn by_name(path: &Path) -> Result<Target, Failure> {
    match Form::of_name(path) {
        Some(form) => Ok((form, Some(path.to_owned()))),
        None => Err(Failure::Told(format!(
            "cannot tell the form of `{}` by its name; say --format before -o ({})",
            path.display(),
            forms()
        ))),
    }
}

/// The names of the forms: `terminal, markdown, json or csv`.
fn forms() -> String {
    let names: Vec<String> = Form::value_variants().iter().map(|form| form.name()).collect();
    names.split_last().map_or_else(String::new, |(last, head)| format!("{} or {last}", head.join(", ")))
}

/// Writes a file to the side and renames it, so that no half of it is ever seen under its name.
pub(crate) fn write_file(path: &Path, write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> Result<(), Failure> {
    if path.metadata().is_ok_and(|facts| !facts.is_file() && !facts.is_dir()) {
        let told = |error: io::Error| cannot_write(path, &error);
        let mut file = fs::OpenOptions::new().write(true).open(path).map_err(told)?;
        return write(&mut file).map_err(told);
    }
    let mut staged = Staged::default();
    staged.add(path, write)?;
    staged.appear()
}
