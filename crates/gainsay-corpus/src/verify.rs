//! Whether documents and quotes are what the corpus says they are.

use crate::complaint::{Complaint, Place, place, sort_problems};
use crate::encoding::{Undecodable, decode};
use crate::found::{Found, is_text_by_name};
use crate::input::Input;
use crate::quote::QuotedText;
use crate::root::{folder_of, root_of_texts};
use crate::saved::{SavedText, is_page, sha256};
use crate::walk::reason;
use chrono::NaiveDate;
use gainsay_claim::{Claim, Corpus, Document, DocumentId, Problem, Value};
use std::collections::BTreeMap;
use std::path::{Component, Path, PathBuf};

/// How many words a quote may have before it is more than a quote.
const QUOTE_WORDS: usize = 12;

/// Checks a corpus against the texts of its documents: that they are there and unchanged, and that
/// every quote stands in them where its evidence says. `inputs` is what the corpus was loaded from.
pub fn verify(corpus: &Corpus, inputs: &[Input]) -> Vec<Problem> {
    let files: Vec<Found<'_>> = corpus.files.iter().filter_map(|name| again(name, inputs)).collect();
    if files.len() != corpus.files.len() {
        return vec![Problem::of_file("-", "the files have changed while they were read", "run this again")];
    }
    let mut complaints = Vec::new();
    let mut texts: BTreeMap<usize, Vec<u8>> = BTreeMap::new();
    for (number, document) in corpus.documents.iter().enumerate() {
        match text_of(document, corpus, inputs) {
            Ok(Some(bytes)) => {
                check_sum(document, &bytes, &mut complaints);
                texts.insert(number, bytes);
            }
            Ok(None) => {}
            Err((field, message, help)) => {
                complaints.push(Complaint::error(of_document(document, field), message, help))
            }
        }
    }
    let mut quoted: BTreeMap<usize, QuotedText> = BTreeMap::new();
    for (number, bytes) in texts {
        let document = &corpus.documents[number];
        match decode(&bytes) {
            Ok(decoded) => {
                let name = document.text.as_deref().unwrap_or_default();
                let page = is_page(name, &decoded.text);
                let text = decoded.text.into_owned();
                quoted.insert(number, if page { QuotedText::page(text) } else { QuotedText::new(text) });
            }
            Err(Undecodable { message, help }) => {
                complaints.push(Complaint::error(of_document(document, "text"), message, help));
            }
        }
    }
    for claim in &corpus.claims {
        check_claim(claim, corpus, quoted.get(&claim.document.index()), &files, &mut complaints);
    }
    let mut problems = place(complaints, &files);
    sort_problems(&mut problems);
    problems
}

/// The text of a document of a corpus, where it names one that can be read.
pub fn document_text(document: &Document, corpus: &Corpus, inputs: &[Input]) -> Option<String> {
    let bytes = text_of(document, corpus, inputs).ok()??;
    let name = document.text.as_deref().unwrap_or_default();
    Some(SavedText::of(name, &bytes).ok()?.words().to_owned())
}

/// The file that holds the text of a document of a corpus, where it names one that can be read.
pub fn document_path(document: &Document, corpus: &Corpus, inputs: &[Input]) -> Option<PathBuf> {
    text_of(document, corpus, inputs).ok()??;
    path_of_text(document, corpus, inputs)
}

/// Something to remark on a document, such as that its language is another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// The document.
    pub document: DocumentId,
    /// The field that it is about.
    pub field: &'static str,
    /// What is odd: a lower-case fragment.
    pub message: String,
    /// The way out.
    pub help: String,
}

/// Remarks as warnings in their places. `inputs` is what the corpus was loaded from.
pub fn remark(corpus: &Corpus, inputs: &[Input], remarks: Vec<Remark>) -> Vec<Problem> {
    let files: Vec<Found<'_>> = corpus.files.iter().filter_map(|name| again(name, inputs)).collect();
    if files.len() != corpus.files.len() || remarks.is_empty() {
        return Vec::new();
    }
    let complaint = |remark: Remark| {
        Complaint::warning(of_document(corpus.document(remark.document), remark.field), remark.message, remark.help)
    };
    place(remarks.into_iter().map(complaint).collect(), &files)
}

/// A file of the corpus, to be read once more.
pub(crate) fn again<'a>(name: &str, inputs: &'a [Input]) -> Option<Found<'a>> {
    let stdin = inputs.iter().find_map(|input| match input {
        Input::Stdin(bytes) => Some(bytes),
        Input::Path(_) => None,
    });
    match stdin {
        Some(bytes) if name == "-" => Some(Found::stdin(bytes)),
        // Claims that were read off a document have no lines of their own.
        _ if is_text_by_name(Path::new(name)) => Some(Found::spent(name)),
        _ if Path::new(name).is_file() => Found::named(name.to_owned(), Path::new(name)).ok(),
        // A pipe gives its bytes once, and opening it again could wait for ever.
        _ => Some(Found::spent(name)),
    }
}

fn of_document(document: &Document, field: &str) -> Place {
    Place { origin: document.origin, pointer: format!("document/{field}") }
}

pub(crate) type Refusal = (&'static str, String, String);

/// Where the text of a document lies, where it names one.
pub(crate) fn path_of_text(document: &Document, corpus: &Corpus, inputs: &[Input]) -> Option<PathBuf> {
    let root = root_of(&corpus.files[document.origin.file as usize], inputs);
    // Without `.` the path is the one that a reader would name.
    Some(root.join(document.text.as_deref()?).components().filter(|part| *part != Component::CurDir).collect())
}

/// The bytes of the text of a document, where it names one.
pub(crate) fn text_of(document: &Document, corpus: &Corpus, inputs: &[Input]) -> Result<Option<Vec<u8>>, Refusal> {
    let Some(text) = document.text.as_deref() else { return Ok(None) };
    let refuse = |message: String, help: &str| Err(("text", message, help.to_owned()));
    let path = Path::new(text);
    let inside =
        path.components().all(|part| matches!(part, Component::Normal(_) | Component::CurDir)) && !text.contains('\\');
    if !inside || text.is_empty() {
        return refuse(
            format!("`{}` does not stay inside the corpus", text.escape_debug()),
            "name a file below the root of the corpus, such as documents/a.txt",
        );
    }
    let root = root_of(&corpus.files[document.origin.file as usize], inputs);
    let path = root.join(path);
    let bytes = match std::fs::read(&path) {
        Ok(bytes) => bytes,
        Err(error) => {
            return refuse(
                format!("cannot read `{}`: {}", path.display(), reason(&error)),
                "add the text, or leave the field out",
            );
        }
    };
    let escapes = match (root.canonicalize(), path.canonicalize()) {
        (Ok(root), Ok(path)) => !path.starts_with(root),
        _ => true,
    };
    if escapes {
        return refuse(format!("`{text}` leads out of the corpus by a link"), "copy the text into the corpus");
    }
    Ok(Some(bytes))
}

pub(crate) fn root_of(file: &str, inputs: &[Input]) -> PathBuf {
    let folder = folder_of(Path::new(file));
    let given = || {
        inputs.iter().find_map(|input| match input {
            Input::Path(path) if path.is_dir() && Path::new(file).starts_with(path) => Some(path.clone()),
            _ => None,
        })
    };
    root_of_texts(folder).or_else(given).unwrap_or_else(|| folder.to_owned())
}

/// What a document of a claims file at `output` calls its text, where the text lies in the corpus of that file; `-` is standard
/// output, from which claims are read where they are.
pub fn text_name(output: &Path, text: &Path) -> Option<String> {
    let folder = folder_of(output);
    let root = root_of_texts(folder).unwrap_or_else(|| folder.to_owned());
    let inside = text.canonicalize().ok()?.strip_prefix(root.canonicalize().ok()?).ok()?.to_owned();
    Some(inside.to_str()?.replace(std::path::MAIN_SEPARATOR, "/"))
}

fn check_sum(document: &Document, bytes: &[u8], complaints: &mut Vec<Complaint>) {
    let sum = sha256(bytes);
    match document.sha256.as_deref() {
        None => complaints.push(Complaint::warning(
            of_document(document, "text"),
            "this text has no SHA-256, so a change in it would go unseen",
            format!("add \"sha256\": \"{sum}\""),
        )),
        Some(stated) if *stated != *sum => {
            let help = format!("restore the text; or, if it was mended, write \"{sum}\" and look at its quotes again");
            complaints.push(Complaint::error(
                of_document(document, "sha256"),
                "the text is not the one that was quoted: its SHA-256 is another",
                help,
            ));
        }
        Some(_) => {}
    }
}

fn check_claim(
    claim: &Claim,
    corpus: &Corpus,
    text: Option<&QuotedText>,
    files: &[Found<'_>],
    complaints: &mut Vec<Complaint>,
) {
    let at = |field: &str| Place::of_claim(claim.origin, field, files);
    if let Some((said, published)) =
        claim.said.zip(corpus.document(claim.document).published).filter(|(said, published)| said > published)
    {
        complaints.push(said_behind_its_document(at("said"), said, published));
    }
    if claim.period.is_none() && matches!(claim.value, Value::Count(_)) {
        let message = "a figure without a period, which counts as if it were of no time";
        complaints.push(Complaint::warning(
            at("value"),
            message,
            "add \"period\": { \"from\": …, \"to\": … }, one day for a figure of one day",
        ));
    }
    let Some(evidence) = claim.words.evidence() else { return };
    let words = evidence.exact.split_whitespace().count();
    if words > QUOTE_WORDS {
        complaints.push(Complaint::warning(
            at("evidence/exact"),
            format!("the quote has {words} words"),
            format!("quote the {QUOTE_WORDS} words at most that carry the claim"),
        ));
    }
    if let Some((field, message, help)) = text.and_then(|text| text.check(&evidence)) {
        complaints.push(Complaint::error(at(&format!("evidence/{field}")), message, help));
    }
}

/// A document can tell what was said before it, however long ago, and nothing that was said later. The calendar
/// may be a day ahead where the words were spoken; more than that cannot be.
fn said_behind_its_document(place: Place, said: NaiveDate, published: NaiveDate) -> Complaint {
    let late = (said - published).num_days();
    let message = format!("said on {said}, after its document was published on {published}");
    if late == 1 {
        return Complaint::warning(place, message, "check the two dates; only a time zone could make this so");
    }
    let message = format!("{message}, which cannot be: {late} days lie between the two");
    let help = "mend one of the dates; of a text that was updated, give the day of the update";
    Complaint::error(place, message, help)
}
