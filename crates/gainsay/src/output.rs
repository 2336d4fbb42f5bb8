//! Which form goes where, and writing files to the side first.

use crate::args::Form;
use crate::failure::Failure;
use crate::io::Colour;
use crate::staged::{Staged, cannot_write};
use clap::{ArgMatches, ValueEnum};
use gainsay_report::Style;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// A form and the file it goes to; none is standard output.
pub(crate) type Target = (Form, Option<PathBuf>);

/// Pairs `--format` and `-o` as they stand on the command line.
///
/// A `-o` takes the format before it, else the one behind it where no other `-o` stands between, else
/// what its ending says. A format between a name that says its form and one that says none is that of the
/// second. A format that is left over goes to standard output; so does the terminal's where nothing is
/// asked for.
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
    let mut words = words.into_iter().map(|(_, word)| word).peekable();
    while let Some(word) = words.next() {
        match word {
            Word::Format(form) => match open.take_if(|path| {
                let needs_it = matches!(words.peek(), Some(Word::Output(next)) if Form::of_name(next).is_none());
                !needs_it || Form::of_name(path).is_none()
            }) {
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
    for (number, (_, path)) in targets.iter().enumerate() {
        if let Some(path) =
            path.as_ref().filter(|path| targets[..number].iter().any(|(_, other)| other.as_ref() == Some(path)))
        {
            return Err(Failure::Told(format!("two formats for `{}`; give each a file of its own", path.display())));
        }
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

/// Writes every form to its place. The files appear together when all of them are whole; standard output
/// comes last, so that its end does not cost a file.
pub(crate) fn write_targets(
    targets: &[Target],
    style: Style,
    colour: Colour,
    stdout: &mut dyn Write,
    put: impl Fn(Form, Style, &mut dyn Write) -> io::Result<()>,
) -> Result<(), Failure> {
    let in_file = Style { colour: colour == Colour::Always, ..style };
    let mut staged = Staged::default();
    for (form, path) in targets {
        match path {
            Some(path) if is_device(path) => write_device(path, |out| put(*form, in_file, out))?,
            Some(path) => staged.add(path, |out| put(*form, in_file, out))?,
            None => {}
        }
    }
    staged.appear()?;
    for (form, _) in targets.iter().filter(|(_, path)| path.is_none()) {
        put(*form, style, stdout)?;
    }
    Ok(stdout.flush()?)
}

/// What is there and cannot be replaced, such as a pipe or `/dev/null`.
fn is_device(path: &Path) -> bool {
    path.metadata().is_ok_and(|facts| !facts.is_file() && !facts.is_dir())
}

fn write_device(path: &Path, write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> Result<(), Failure> {
    let told = |error: io::Error| cannot_write(path, &error);
    let mut file = fs::OpenOptions::new().write(true).open(path).map_err(told)?;
    write(&mut file).map_err(told)
}

/// Writes a file to the side and renames it, so that no half of it is ever seen under its name.
pub(crate) fn write_file(path: &Path, write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> Result<(), Failure> {
    if is_device(path) {
        return write_device(path, write);
    }
    let mut staged = Staged::default();
    staged.add(path, write)?;
    staged.appear()
}
