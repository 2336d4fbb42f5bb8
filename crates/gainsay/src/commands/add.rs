//! `add`: a claim by hand from a pasted quote.

mod claim;
mod file;
mod guess;
mod value;

use super::ask::Asker;
use super::vocabulary_around;
use crate::args::Add;
use crate::extraction::{Header, Readers, extract};
use crate::failure::Failure;
use crate::io::Io;
use crate::names::plain;
use crate::run::Outcome;
use claim::Hand;
use file::{Page, pretty};
use gainsay_claim::{Draft, DraftDocument, Extract};
use gainsay_corpus::{Input, SavedText, text_name};
use gainsay_report::InertJson;
use std::borrow::Cow;
use std::io::Write;
use std::path::{Path, PathBuf};

/// Asks for what the quote and the options do not tell, and writes the claim.
pub(crate) fn add(args: &Add, io: &mut Io<'_>) -> Result<Outcome, Failure> {
    let vocabulary = vocabulary_around(args.output.as_deref().unwrap_or(Path::new("claims/-")))?;
    let stored = args.text.as_ref().map(|path| SavedText::open(&Input::Path(path.clone()))).transpose();
    let stored = stored.map_err(|problem| format!("{}: {}", problem.path, problem.sentence()))?;
    let mut asker = Asker::new(io.stdin, io.stderr);
    let quote = match &args.quote {
        Some(quote) => quote.trim().to_owned(),
        None => asker.paste()?,
    };
    let start = stored.as_ref().map(|stored| find(&quote, stored)).transpose()?;
    let mut header = stored.as_ref().map_or_else(Header::default, |stored| Header::of(stored, &vocabulary));
    header.published = args.published.or(header.published).or(header.dated);
    if header.published.is_none() {
        header.published = asker.day("published on which day? YYYY-MM-DD, or Enter where it is not known")?;
    }
    header.publisher = args.publisher.clone().or(header.publisher);
    if header.publisher.is_none() {
        header.publisher = asker.name("published by whom? An id such as kyiv-post, or Enter where it is not known")?;
    }

    let saved = SavedText::of("quote.txt", quote.as_bytes()).map_err(|problem| problem.sentence())?;
    let read = extract(&saved, &header, Readers::Auto, &vocabulary);
    let drafts = choose(read.claims, &mut asker)?;
    let hand = Hand { args, quote: &quote, start, header: &header, vocabulary: &vocabulary };
    let mut claims: Vec<Draft<'_>> = Vec::new();
    for draft in drafts {
        claims.push(hand.complete(draft, &mut asker)?);
    }

    let id = args.document.clone().or(header.id.clone()).unwrap_or_else(|| {
        let who = header.publisher.as_deref().unwrap_or(&claims[0].source);
        header.published.map_or_else(|| who.to_owned(), |day| format!("{who}-{day}"))
    });
    let output = args.output.clone().unwrap_or_else(|| PathBuf::from(format!("claims/{}.json", id.replace('/', "-"))));
    let mut named = Extract { claims, ..Extract::default() };
    named.name(&id);
    let document = DraftDocument {
        id: Cow::Owned(id),
        publisher: header.publisher.as_deref().map(Cow::Borrowed),
        title: header.title.as_deref().map(Cow::Borrowed),
        published: header.published,
        language: gainsay_text::language(&quote).map(|language| Cow::Borrowed(language.tag())),
        url: args.url.as_deref().or(header.url.as_deref()).map(Cow::Borrowed),
        text: args.text.as_deref().and_then(|text| text_name(&output, text)).map(Cow::Owned),
        sha256: stored.as_ref().map(|stored| Cow::Borrowed(&*stored.sha256)),
    };
    let page = Page::open(&output, &document, named.claims)?;
    for claim in page.claims() {
        asker.say(&pretty(claim, 1).lines().map(plain).collect::<Vec<_>>().join("\n"))?;
    }
    if asker.has_asked() && !args.yes && !asker.agrees(&format!("write this to `{}`?", output.display()))? {
        return Err("nothing was written".to_owned().into());
    }
    if output.as_os_str() == "-" {
        // It may go to the log of a build server.
        let mut out = InertJson::new(io.stdout);
        page.lines(&mut out)?;
        out.flush()?;
        return Ok(Outcome::Nothing);
    }
    page.write(&output)?;
    let ids: Vec<&str> = page.claims().iter().map(|claim| &*claim.id).collect();
    writeln!(io.stderr, "added {} to `{}`; `gainsay check` looks it over", ids.join(", "), output.display())?;
    Ok(Outcome::Nothing)
}

/// Of several claims in one quote, those that are meant; a blank one where the readers found none.
fn choose<'a>(mut drafts: Vec<Draft<'a>>, asker: &mut Asker<'_>) -> Result<Vec<Option<Draft<'a>>>, Failure> {
    if drafts.is_empty() {
        return Ok(vec![None]);
    }
    if drafts.len() > 1 {
        for (number, draft) in drafts.iter().enumerate() {
            let words = draft.evidence.as_ref().map_or("", |evidence| &evidence.exact);
            let line = format!("{}  {}: {} of {}  “{words}”", number + 1, draft.source, draft.measure, draft.subject);
            asker.say(&plain(&line))?;
        }
        let wanted = asker.numbers("which of them? Numbers, or Enter for all", drafts.len())?;
        let mut number = 0;
        drafts.retain(|_| {
            number += 1;
            wanted.is_empty() || wanted.contains(&number)
        });
    }
    Ok(drafts.into_iter().map(Some).collect())
}

/// Where a quote stands in a stored text, in code points of the file.
fn find(quote: &str, stored: &SavedText) -> Result<usize, Failure> {
    let at = match &stored.page {
        Some(page) => page.text.find(quote).map(|at| page.place(at..at + quote.len()).start),
        None => stored.file.find(quote),
    };
    let missing = || format!("`{}` does not hold this quote; copy it from the text, letter by letter", stored.name);
    Ok(gainsay_text::CodePoints::new(&stored.file).position(at.ok_or_else(missing)?))
}
