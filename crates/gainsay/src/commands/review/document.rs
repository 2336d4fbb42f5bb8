//! The place of a quote in its document, for a reviewer who wants to read on.

use super::desk::Desk;
use super::shown;
use crate::commands::ask::Asker;
use crate::failure::{Failure, reason};
use crate::names::plain;
use gainsay_claim::{Claim, Document};
use gainsay_corpus::{document_path, document_text, whereabouts};
use gainsay_diff::Change;
use std::path::Path;
use std::process::{Command, Stdio};

/// How much of a text is shown before and behind a quote, in code points.
const AROUND: usize = 240;

/// Shows the documents of a change's claims, or hands them to a program.
pub(super) fn open(desk: &Desk<'_>, change: &Change<'_>, asker: &mut Asker<'_>) -> Result<(), Failure> {
    let pair = if change.is.is_some() { change.pair_is } else { change.pair_was };
    let sides = [desk.diff.head, desk.diff.base];
    let mut shown_documents: Vec<&str> = Vec::new();
    for id in pair {
        let Some((corpus, claim)) = sides.into_iter().find_map(|side| side.claim(id)) else { continue };
        let document = corpus.document(claim.document);
        asker.say(&format!("\n  {}", plain(id)))?;
        asker.say(&wrapped(&about(document), "  ", desk.style.width))?;
        let number = corpus.find(id).filter(|_| desk.diff.head.claim(id).is_some());
        let places = whereabouts(corpus, &desk.inputs, number);
        if let Some(spot) = places.values().find_map(|place| place.record.as_ref()) {
            asker.say(&format!("  {}:{}:{}", plain(&spot.path), spot.line, spot.column))?;
        }
        let path = document_path(document, corpus, &desk.inputs);
        if let Some(path) = &path {
            asker.say(&format!("  {}", shown(path)))?;
        }
        match (desk.open_with, document_text(document, corpus, &desk.inputs)) {
            (Some(program), _) if !shown_documents.contains(&&*document.id) => {
                shown_documents.push(&document.id);
                asker.out().flush()?;
                asker.say(&format!("  {}", hand_over(program, path.as_deref(), document)))?;
            }
            (_, Some(text)) => asker.say(&passage(&text, claim, desk.style.width))?,
            (_, None) => asker.say("  no text of it is stored")?,
        }
    }
    if pair.is_empty() {
        asker.say("  no claims are at hand")?;
    }
    asker.say("")
}

/// `Ukrainian Recon Drone Shows…, newsflash, 2023-04-19, https://…`.
fn about(document: &Document) -> String {
    let published = document.published.map(|day| day.to_string());
    let named = document.title.as_deref().unwrap_or(&document.id);
    let rest = document.publisher.as_deref().into_iter().chain(published.as_deref()).chain(document.url.as_deref());
    plain(&std::iter::once(named).chain(rest).collect::<Vec<_>>().join(", "))
}

/// The quote with the text around it, in lines that fit.
fn passage(text: &str, claim: &Claim, width: usize) -> String {
    let quote = claim.words.evidence().map(|evidence| evidence.exact).unwrap_or_default();
    let Some(at) = text.find(quote).filter(|_| !quote.is_empty()) else {
        return "  the quote does not stand in the stored text in these words; `gainsay check` tells more".to_owned();
    };
    let before: String = text[..at].chars().rev().take(AROUND).collect::<Vec<_>>().into_iter().rev().collect();
    let behind: String = text[at + quote.len()..].chars().take(AROUND).collect();
    let [start, end] = [(before.len() < at, "…"), (at + quote.len() + behind.len() < text.len(), "…")]
        .map(|(is_cut, mark)| if is_cut { mark } else { "" });
    wrapped(&plain(&format!("{start}{before}»{quote}«{behind}{end}")), "    ", width)
}

/// Text in lines behind an indent.
fn wrapped(text: &str, indent: &str, width: usize) -> String {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if line.chars().count() + word.chars().count() < width => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(format!("{indent}{word}")),
        }
    }
    lines.join("\n")
}

/// Starts a program on the stored text, else on the address; says what became of it.
fn hand_over(program: &Path, path: Option<&Path>, document: &Document) -> String {
    let is_address = |url: &&str| url.starts_with("https://") || url.starts_with("http://");
    let mut command = Command::new(program);
    match (path, document.url.as_deref().filter(is_address)) {
        (Some(path), _) => command.arg(path.canonicalize().unwrap_or_else(|_| path.to_owned())),
        (None, Some(url)) => command.arg(url),
        (None, None) => return "there is neither a stored text nor an address to open".to_owned(),
    };
    // The answers to come are not the program's to read.
    match command.stdin(Stdio::null()).status() {
        Ok(status) if status.success() => format!("opened with {}", shown(program)),
        Ok(_) => format!("{} could not open it", shown(program)),
        Err(error) => format!("cannot run {}: {}; name another with --open-with", shown(program), reason(&error)),
    }
}
