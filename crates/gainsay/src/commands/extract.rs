//! `extract`: texts and saved pages to draft claims.

use super::vocabulary_around;
use crate::args::{Draft, Extract};
use crate::extraction::{Extraction, Header, extract as read, write_file, write_lines};
use crate::failure::Failure;
use crate::io::{Colour, Io};
use crate::run::Outcome;
use crate::staged::{Staged, cannot_write};
use gainsay_claim::{Count, Problem, Vocabulary};
use gainsay_corpus::{Input, SavedText, text_name, texts_in};
use gainsay_report::{InertJson, write_problems};
use std::borrow::Cow;
use std::collections::BTreeSet;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::{fmt, fs};

/// Extracts claims from documents.
pub(crate) fn extract(args: &Extract, colour: Colour, io: &mut Io<'_>) -> Result<Outcome, Failure> {
    let inputs = inputs(&args.files, io)?;
    if args.id.is_some() && inputs.len() > 1 {
        return Err("--id is for one document; without it, each is called after its file".to_owned().into());
    }
    let target = Target::of(args, inputs.len())?;
    let vocabulary = vocabulary_around(&target.file_for("-"))?;
    let mut run = Run { args, vocabulary, taken: BTreeSet::new(), tally: Tally::default(), problems: Vec::new() };
    let mut staged = Staged::default();
    match &target {
        Target::Stdout(form) => {
            // It may go to the log of a build server.
            let mut out = InertJson::new(io.stdout);
            run.all(&inputs, &target, |extraction, _| form.write(extraction, &mut out))?;
            out.flush()?;
        }
        Target::File(form, path) => {
            staged.add(path, |out| run.all(&inputs, &target, |extraction, _| form.write(extraction, out)))?;
        }
        Target::Folder(form, folder) => {
            fs::create_dir_all(folder).map_err(|error| cannot_write(folder, &error))?;
            run.all(&inputs, &target, |extraction, path| staged.add(path, |out| form.write(extraction, out)))?;
        }
    }
    staged.appear()?;
    io.stdout.flush()?;
    write_problems(&run.problems, io.terminal.style_of_errors(colour), io.stderr)?;
    let place = match &target {
        Target::Stdout(_) => String::new(),
        Target::File(_, path) | Target::Folder(_, path) => format!(" in `{}`", path.display()),
    };
    writeln!(io.stderr, "{}{place}", run.tally)?;
    Ok(if run.tally.unread > 0 { Outcome::Broken } else { Outcome::Nothing })
}

/// The documents: files as named, those of folders by name, and what comes on standard input.
fn inputs(files: &[PathBuf], io: &mut Io<'_>) -> Result<Vec<Input>, Failure> {
    let mut inputs = Vec::new();
    for file in files {
        if file.as_os_str() == "-" {
            let mut bytes = Vec::new();
            io.stdin
                .read_to_end(&mut bytes)
                .map_err(|error| format!("cannot read standard input: {error}; name a file instead"))?;
            inputs.push(Input::Stdin(bytes));
        } else if file.is_dir() {
            let texts = texts_in(file)?;
            if texts.is_empty() {
                let message = format!("no document in `{}`: there is no .txt, .md or .html file in it", file.display());
                return Err(format!("{message}; name the files one by one").into());
            }
            inputs.extend(texts.into_iter().map(Input::Path));
        } else {
            inputs.push(Input::Path(file.clone()));
        }
    }
    Ok(inputs)
}

/// Where the drafts go, and in which form.
enum Target {
    Stdout(Draft),
    File(Draft, PathBuf),
    Folder(Draft, PathBuf),
}

impl Target {
    fn of(args: &Extract, documents: usize) -> Result<Target, Failure> {
        let usual = if documents == 1 { Draft::Json } else { Draft::Ndjson };
        let one_in_a_file = |form: Draft| match form {
            Draft::Json if documents > 1 => {
                Err("a claims file holds one document; name a .ndjson file or a folder/".to_owned())
            }
            form => Ok(form),
        };
        let Some(path) = args.output.as_ref().filter(|path| path.as_os_str() != "-") else {
            return Ok(Target::Stdout(one_in_a_file(args.format.unwrap_or(usual))?));
        };
        let said = path.to_string_lossy();
        if said.ends_with('/') || said.ends_with(std::path::MAIN_SEPARATOR) || path.is_dir() {
            return Ok(Target::Folder(args.format.unwrap_or(Draft::Json), path.clone()));
        }
        let by_name = match path.extension().and_then(|ending| ending.to_str()) {
            Some("json") => Some(Draft::Json),
            Some("ndjson" | "jsonl") => Some(Draft::Ndjson),
            _ => None,
        };
        Ok(Target::File(one_in_a_file(args.format.or(by_name).unwrap_or(usual))?, path.clone()))
    }

    /// The file in which the claims of a document will lie.
    fn file_for(&self, id: &str) -> PathBuf {
        match self {
            Target::Stdout(_) => PathBuf::from("claims/-"),
            Target::File(_, path) => path.clone(),
            Target::Folder(form, folder) => folder.join(format!("{}.{}", id.replace('/', "-"), form.ending())),
        }
    }
}

impl Draft {
    const fn ending(self) -> &'static str {
        match self {
            Draft::Json => "json",
            Draft::Ndjson => "ndjson",
        }
    }

    fn write(self, extraction: &mut Extraction<'_>, out: &mut dyn Write) -> io::Result<()> {
        match self {
            Draft::Json => write_file(extraction, out),
            Draft::Ndjson => write_lines(extraction, out),
        }
    }
}

/// One run over the documents.
struct Run<'a> {
    args: &'a Extract,
    vocabulary: Vocabulary,
    /// The ids of documents that are given away.
    taken: BTreeSet<String>,
    tally: Tally,
    problems: Vec<Problem>,
}

impl Run<'_> {
    /// Reads every document and hands what is in it on, with the file in which it will lie.
    fn all<E>(
        &mut self,
        inputs: &[Input],
        target: &Target,
        mut put: impl FnMut(&mut Extraction<'_>, &Path) -> Result<(), E>,
    ) -> Result<(), E> {
        for input in inputs {
            let saved = match SavedText::open(input) {
                Ok(saved) => saved,
                Err(problem) => {
                    self.tally.unread += 1;
                    self.problems.push(*problem);
                    continue;
                }
            };
            let header = self.header(&saved);
            let mut extraction = read(&saved, &header, self.args.source, &self.vocabulary);
            let id = extraction.document.id.to_string();
            self.taken.insert(id.clone());
            let file = target.file_for(&id);
            if let Input::Path(path) = input {
                let beside = if matches!(target, Target::Stdout(_)) { Path::new("-") } else { &file };
                extraction.document.text = text_name(beside, path).map(Cow::Owned);
            }
            self.tally.documents += 1;
            self.tally.claims += extraction.claims.len() as u64;
            self.tally.unclear += extraction.problems.len() as u64;
            self.tally.silent += u64::from(extraction.claims.is_empty());
            self.problems.extend(saved.problems.iter().cloned());
            self.problems.append(&mut extraction.problems);
            put(&mut extraction, &file)?;
        }
        Ok(())
    }

    /// What the file tells, and what is given with the command, which goes before it.
    fn header(&self, saved: &SavedText) -> Header {
        let mut header = Header::of(saved, &self.vocabulary);
        header.published = self.args.published.or(header.published);
        header.publisher = self.args.publisher.clone().or(header.publisher);
        header.language = self.args.language.clone();
        header.id = self.args.id.clone().or(header.id);
        if let Some(id) = header.id.take_if(|id| self.taken.contains(id)) {
            // Files of one name in several folders are told apart by the folders, else by numbers.
            let folder =
                Path::new(&saved.name).parent().and_then(|folder| folder.file_name()).and_then(|name| name.to_str());
            let stem = match folder.and_then(gainsay_corpus::slug::slug) {
                Some(folder) => format!("{folder}-{id}"),
                None => id,
            };
            let numbered = (2..).map(|number| format!("{stem}-{number}"));
            header.id = std::iter::once(stem.clone()).chain(numbered).find(|id| !self.taken.contains(id));
        }
        header
    }
}

/// What came of it.
#[derive(Default)]
struct Tally {
    documents: u64,
    claims: u64,
    unclear: u64,
    silent: u64,
    unread: u64,
}

impl fmt::Display for Tally {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Tally { documents, claims, unclear, silent, unread } = *self;
        write!(formatter, "{} of {}", number(claims, "claim"), number(documents, "document"))?;
        if unclear > 0 {
            let verb = if unclear == 1 { "is" } else { "are" };
            write!(formatter, "; {} {verb} not plain", number(unclear, "passage"))?;
        }
        if silent > 0 && documents > 1 {
            write!(formatter, "; no claim in {}", number(silent, "document"))?;
        }
        if unread > 0 {
            write!(formatter, "; {} could not be read", number(unread, "file"))?;
        }
        Ok(())
    }
}

fn number(count: u64, noun: &str) -> String {
    format!("{} {noun}{}", Count::whole(count), if count == 1 { "" } else { "s" })
}
