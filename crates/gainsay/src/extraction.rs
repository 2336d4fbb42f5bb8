//! From a saved document to draft claims: every source's reader takes what is in its own form.

mod header;
mod layout;
mod on_the_fly;
mod write;

pub use header::Header;
pub use layout::write_laid_out;
pub use on_the_fly::OnTheFly;
pub use write::{write_file, write_lines};

use crate::sources::EXTRACTORS;
use chrono::NaiveDate;
use gainsay_claim::{
    Draft, DraftDocument, Extract, Extractor, Problem, RawDocument, Severity, SourceFile, Unclear, Vocabulary,
};
use gainsay_corpus::SavedText;
use gainsay_text::CodePoints;
use std::borrow::Cow;
use std::ops::Range;

/// Which readers read.
#[derive(Clone, Copy, Default)]
pub enum Readers {
    /// Each takes what is in its own form, those of one source before that of articles.
    #[default]
    Auto,
    /// One alone.
    One(&'static dyn Extractor),
}

impl Readers {
    /// The reader of a source, or all for `auto`.
    ///
    /// # Errors
    /// When no reader has that name: a fragment with the names that there are.
    pub fn named(name: &str) -> Result<Readers, String> {
        if name == "auto" {
            return Ok(Readers::Auto);
        }
        let names = || EXTRACTORS.iter().map(|extractor| extractor.id()).collect::<Vec<_>>().join(", ");
        let found = EXTRACTORS.iter().find(|extractor| extractor.id() == name);
        found.map(|&extractor| Readers::One(extractor)).ok_or_else(|| format!("say auto, {}", names()))
    }

    fn id(self) -> &'static str {
        match self {
            Readers::Auto => "auto",
            Readers::One(extractor) => extractor.id(),
        }
    }

    fn list(self) -> Vec<&'static dyn Extractor> {
        match self {
            Readers::Auto => EXTRACTORS.to_vec(),
            Readers::One(extractor) => vec![extractor],
        }
    }
}

impl std::fmt::Debug for Readers {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(self.id())
    }
}

/// What was made of a document.
#[derive(Debug)]
pub struct Extraction<'a> {
    /// The document; its `text` is for whoever knows where the claims will lie.
    pub document: DraftDocument<'a>,
    /// The claims, in the order of the text, with their ids; places are in code points of the saved file.
    pub claims: Vec<Draft<'a>>,
    /// What is not plain, as warnings in their places.
    pub problems: Vec<Problem>,
}

/// How many passages that are not plain are shown of one document; nobody reads more.
const MOST: usize = 1_000;

/// Reads a saved document.
pub fn extract<'a>(
    saved: &'a SavedText,
    header: &'a Header,
    readers: Readers,
    vocabulary: &'a Vocabulary,
) -> Extraction<'a> {
    let words = saved.words();
    let raw = RawDocument {
        text: words,
        language: header.language.as_deref(),
        published: header.published,
        dated: header.dated,
        publisher: header.publisher.as_deref(),
        attested: matches!(readers, Readers::One(_)),
        vocabulary,
    };
    let mut whole = Extract::default();
    for reader in readers.list() {
        merge(&mut whole, reader.extract(&raw));
    }
    whole.claims.sort_by_key(|claim| (claim.place().start, claim.place().end));
    whole.unclear.sort_by_key(|unclear| (unclear.place.start, unclear.place.end));
    whole.unclear.dedup();
    let published: Option<NaiveDate> = header.published.or(whole.published).or(header.dated);
    let language = header.language.as_deref().or(whole.language).or_else(|| Some(gainsay_text::language(words)?.tag()));
    let source = whole.claims.first().map_or("text", |claim| &*claim.source);
    let id = header.id.clone().unwrap_or_else(|| match published {
        Some(day) => format!("{source}-{day}"),
        None => format!("{source}-{}", &saved.sha256[..8]),
    });
    whole.name(&id);
    let places = Places::of(saved);
    for claim in &mut whole.claims {
        places.put(claim);
    }
    let mut problems: Vec<Problem> = whole.unclear.iter().take(MOST).map(|unclear| places.problem(unclear)).collect();
    if whole.unclear.len() > MOST {
        let message = format!("{} more passages of this document are not plain", whole.unclear.len() - MOST);
        let problem = Problem::of_file(&saved.name, message, "split the document into the texts that it holds");
        problems.push(Problem { severity: Severity::Warning, ..problem });
    }
    let document = DraftDocument {
        id: Cow::Owned(id),
        publisher: header.publisher.as_deref().or(whole.publisher).map(Cow::Borrowed),
        title: header.title.as_deref().map(Cow::Borrowed),
        published,
        language: language.map(Cow::Borrowed),
        url: header.url.as_deref().map(Cow::Borrowed),
        text: None,
        sha256: Some(Cow::Borrowed(&saved.sha256)),
    };
    Extraction { document, claims: whole.claims, problems }
}

/// Adds what a further reader found where no earlier one has read.
fn merge<'a>(whole: &mut Extract<'a>, further: Extract<'a>) {
    let Extract { published, publisher, language, covered, claims, unclear } = further;
    let free = |place: &Range<usize>| !meets(&whole.covered, place);
    let claims: Vec<Draft<'a>> = claims.into_iter().filter(|claim| free(&claim.place())).collect();
    let unclear: Vec<Unclear> = unclear.into_iter().filter(|unclear| free(&unclear.place)).collect();
    whole.claims.extend(claims);
    whole.unclear.extend(unclear);
    whole.covered.extend(covered);
    whole.covered.sort_by_key(|stretch| (stretch.start, stretch.end));
    whole.published = whole.published.or(published);
    whole.publisher = whole.publisher.or(publisher);
    whole.language = whole.language.or(language);
}

/// Whether a place shares a letter with one of the stretches, which are sorted by their starts.
fn meets(stretches: &[Range<usize>], place: &Range<usize>) -> bool {
    let before = stretches.partition_point(|stretch| stretch.start < place.end);
    // Stretches of one reader do not overlap, and there are three readers.
    stretches[..before].iter().rev().take(EXTRACTORS.len()).any(|stretch| stretch.end > place.start)
}

/// From places in the words to places in the saved file.
struct Places<'a> {
    saved: &'a SavedText,
    file: CodePoints<'a>,
    /// The words, where they are not the file.
    words: Option<CodePoints<'a>>,
    /// The bytes at which lines of the file begin.
    lines: Vec<usize>,
}

impl<'a> Places<'a> {
    fn of(saved: &'a SavedText) -> Places<'a> {
        let breaks = saved.file.bytes().enumerate().filter(|(_, byte)| *byte == b'\n').map(|(at, _)| at + 1);
        Places {
            saved,
            file: CodePoints::new(&saved.file),
            words: saved.page.as_ref().map(|page| CodePoints::new(&page.text)),
            lines: std::iter::once(0).chain(breaks).collect(),
        }
    }

    /// The bytes of the file that a place in the words stands for.
    fn bytes(&self, place: &Range<usize>) -> Range<usize> {
        match (&self.words, &self.saved.page) {
            (Some(words), Some(page)) => page.place(words.byte(place.start)..words.byte(place.end)),
            _ => self.file.byte(place.start)..self.file.byte(place.end),
        }
    }

    /// Gives the evidence of a claim its place in the file.
    fn put(&self, claim: &mut Draft<'_>) {
        if let Some(evidence) = claim.evidence.as_mut().filter(|_| self.words.is_some()) {
            let bytes = self.bytes(&(evidence.start..evidence.end));
            evidence.start = self.file.position(bytes.start);
            evidence.end = self.file.position(bytes.end);
        }
    }

    fn problem(&self, unclear: &Unclear) -> Problem {
        let bytes = self.bytes(&unclear.place);
        let line = self.lines.partition_point(|start| *start <= bytes.start).saturating_sub(1);
        let column = self.file.position(bytes.start) - self.file.position(self.lines[line]) + 1;
        // What is shown around the place is cut out first: a text may be one line of megabytes.
        let before = self.file.position(bytes.start).saturating_sub(WINDOW);
        let from = self.file.byte(before).max(self.lines[line]);
        let to = self.file.byte(self.file.position(bytes.end) + WINDOW);
        let piece = SourceFile { path: &self.saved.name, first_line: 1, text: &self.saved.file[from..to] };
        let help = match unclear.candidates.as_slice() {
            [] => unclear.help.clone(),
            candidates => format!("{}: {}", unclear.help, candidates.join(", ")),
        };
        Problem {
            line: line as u32 + 1,
            column: column as u32,
            severity: Severity::Warning,
            ..piece.problem(bytes.start - from..bytes.end - from, unclear.message.clone(), help)
        }
    }
}

/// How much of the file is looked at around a place, in code points.
const WINDOW: usize = 200;
