//! From paths to a corpus.

use crate::complaint::{self, Complaint, sort_problems};
use crate::found::{Content, Found};
use crate::gather::gather;
use crate::input::{Input, LoadError, LoadOptions};
use crate::settings::SettingsFile;
use crate::suspects::{Suspect, inspect};
use crate::texts::Texts;
use crate::tree::{Tree, stored_names, walk_tree};
use crate::walk::{Walk, walk};
use crate::{correct, feed, merge, order, settings, texts};
use gainsay_claim::read::Layout;
use gainsay_claim::vocabulary::{Fault, Fragment};
use gainsay_claim::{Corpus, Origin, Problem, Severity, Vocabulary};
use std::collections::BTreeSet;

/// Reads every file of the paths into one corpus. `fragments` is the vocabulary that is there before
/// any file is read. Documents that are no claims yet (`*.txt`, `*.html`, `*.md`) are read by the reader of the options; those
/// that are the text of a document of the corpus, and those in a folder of documents, are not read again.
///
/// What is wrong with the files stands in the problems of the corpus, sorted by place; what is sound
/// is read on. The order of the paths and the number of threads change nothing.
///
/// # Errors
/// When a path leads nowhere, or a folder holds nothing to read.
pub fn load(paths: &[Input], fragments: Vec<Fragment>, options: &LoadOptions<'_>) -> Result<Corpus, LoadError> {
    Ok(load_walked(walk(paths, options)?, Place::Disk(paths), fragments, options))
}

/// Reads a folder that lies in memory as [`load`] reads one on disk.
///
/// # Errors
/// When it holds nothing to read.
pub fn load_tree(tree: &Tree, fragments: Vec<Fragment>, options: &LoadOptions<'_>) -> Result<Corpus, LoadError> {
    Ok(load_walked(walk_tree(tree, options)?, Place::Memory(tree), fragments, options))
}

/// Where the files lie.
enum Place<'a> {
    Disk(&'a [Input]),
    Memory(&'a Tree),
}

fn load_walked(walk: Walk<'_>, place: Place<'_>, fragments: Vec<Fragment>, options: &LoadOptions<'_>) -> Corpus {
    let Walk { mut files, settings, texts, given_texts, mut problems, .. } = walk;
    let mut texts = Texts { paths: texts, given: given_texts };
    let (settings_file, governing) = one_of_settings(&settings, &mut problems).unzip();
    let SettingsFile { settings, acknowledged, .. } = governing.unwrap_or_default();
    let mut gathered = gather(&files, 0, options.workers());
    problems.append(&mut gathered.problems);
    let mut batches = gathered.batches;

    let given = fragments.len();
    let mut fragments = fragments;
    let mut brought = Vec::new();
    for (origin, record) in batches.iter_mut().flat_map(|batch| batch.vocabularies.drain(..)) {
        brought.push(origin);
        fragments.push(Fragment { record });
    }
    let (vocabulary, faults) = Vocabulary::build(fragments);
    if let Some(reader) = options.texts.filter(|_| !texts.are_none()) {
        let stored = match place {
            Place::Disk(paths) => texts::stored(&batches, &files, paths),
            Place::Memory(tree) => {
                let stored = stored_names(tree, &batches, &files);
                texts.given.retain(|(name, _)| *name == tree.name_of(&tree.path) || !stored.contains(name));
                BTreeSet::new()
            }
        };
        let first = files.len();
        problems.extend(texts.read(&stored, reader, &vocabulary, &mut files));
        let mut more = gather(&files, first, options.workers());
        problems.append(&mut more.problems);
        batches.append(&mut more.batches);
    }

    let (documents, mut complaints) = merge::documents(&mut batches);
    let corrections = merge::resolve(&mut batches, &vocabulary, &documents, options.workers());
    let mut suspects: Vec<Suspect> = brought.iter().map(|&origin| Suspect { origin, refused: false }).collect();
    suspects.extend(batches.iter().flat_map(|batch| &batch.suspects).map(|&origin| Suspect { origin, refused: true }));
    let mut claims = merge::claims(batches);
    order::sort(&mut claims);
    complaints.append(&mut merge::take_out_doubled(&mut claims, &files));

    let found = inspect(suspects, &files, &vocabulary, |id| {
        documents.binary_search_by(|document| (*document.id).cmp(id)).is_ok()
    });
    let names = files.iter().map(|file| file.name.clone()).collect();
    let mut corpus = Corpus {
        vocabulary,
        documents,
        claims,
        corrected: Vec::new(),
        files: names,
        settings,
        settings_file,
        acknowledged,
        problems: Vec::new(),
    };
    let (corrected, mut unmade) = correct::corrections(corrections, &corpus, &found.broken_claims, &files);
    corpus.corrected = corrected;
    complaints.append(&mut unmade);

    let of_vocabulary = faults.into_iter().map(|fault| complain_of(fault, given, &brought, &files));
    for problem in complaint::place(of_vocabulary.collect(), &files) {
        if !found
            .problems
            .iter()
            .any(|other| (&other.path, other.line, other.column) == (&problem.path, problem.line, problem.column))
        {
            problems.push(problem);
        }
    }
    problems.extend(found.problems);
    problems.extend(complaint::place(complaints, &files));
    sort_problems(&mut problems);
    corpus.problems = problems;
    corpus
}

/// The settings of the first file, and its name; another one that says something else is a warning.
fn one_of_settings(files: &[(String, Content<'_>)], problems: &mut Vec<Problem>) -> Option<(String, SettingsFile)> {
    let mut first: Option<(String, SettingsFile)> = None;
    for (name, content) in files {
        let text = match content.read() {
            Ok(bytes) => bytes,
            Err(error) => {
                problems.push(feed::unreadable(name, &error));
                continue;
            }
        };
        let mut found = match crate::suspects::utf8(name, 1, &text) {
            Ok(text) => settings::read(name, text),
            Err(problem) => SettingsFile { problems: vec![*problem], ..SettingsFile::default() },
        };
        problems.append(&mut found.problems);
        match &first {
            None => first = Some((name.clone(), found)),
            Some((governing, known)) if known.settings != found.settings || !found.acknowledged.is_empty() => {
                let problem = Problem::of_file(
                    name,
                    format!("these settings do not count: those of `{governing}` do"),
                    "keep one gainsay.toml, at the root of the corpus",
                );
                problems.push(Problem { severity: Severity::Warning, ..problem });
            }
            Some(_) => {}
        }
    }
    first
}

fn complain_of(fault: Fault, given: usize, brought: &[Origin], files: &[Found<'_>]) -> Complaint {
    let Fault { fragment, pointer, message, help } = fault;
    let place = fragment.checked_sub(given).and_then(|index| brought.get(index)).map(|&origin| {
        let lines = files[origin.file as usize].layout == Layout::Lines;
        complaint::Place { origin, pointer: if lines { format!("vocabulary/{pointer}") } else { pointer } }
    });
    Complaint { place, other: None, severity: Severity::Error, message, help }
}
