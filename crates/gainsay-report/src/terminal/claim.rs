//! `gainsay explain CLAIM`: everything about one claim.

use super::canvas::{Canvas, Span, Tone};
use super::row::label_span;
use crate::citation::Said;
use crate::{Picture, Style, citation, figure, label, outlet};
use gainsay_claim::period::DayInWords;
use gainsay_claim::vocabulary::Narrowing;
use gainsay_claim::{Basis, Claim, ClaimId, Corpus};
use std::io::{self, Write};

/// Writes who says what, the words and where they stand, what the wording may mean, corrections,
/// and the discrepancies that the claim takes part in.
///
/// # Errors
/// Those of `out`.
pub fn write_claim(picture: &Picture<'_>, claim: ClaimId, style: Style, out: &mut dyn Write) -> io::Result<()> {
    let corpus = picture.corpus;
    let canvas = &mut Canvas::new(style, out);
    canvas.paragraph(&Span::new(Tone::Plain, ""), Tone::Heading, &corpus.claim(claim).id)?;
    for (name, text) in facts(corpus, claim) {
        canvas.paragraph(&label_span(name, Tone::Faint), Tone::Plain, &text)?;
    }
    let found = picture.conflicts_first().filter(|discrepancy| {
        let pairs = discrepancy.episodes.iter().flat_map(|episode| episode.widest.iter().chain(&episode.latest));
        discrepancy
            .sides
            .iter()
            .flat_map(|side| &side.claims)
            .chain(&discrepancy.lead)
            .chain(pairs)
            .any(|id| *id == claim)
    });
    let found: Vec<_> = found.collect();
    canvas.gap()?;
    if found.is_empty() {
        return canvas.text(Tone::Plain, "No discrepancy shows this claim.");
    }
    canvas.text(Tone::Heading, "Discrepancies")?;
    for discrepancy in found {
        let head = label_span(discrepancy.level.id(), Tone::of(discrepancy.certainty));
        canvas.paragraph(&head, Tone::Plain, &discrepancy.summary)?;
        canvas.paragraph(&label_span("", Tone::Plain), Tone::Faint, &discrepancy.id)?;
    }
    Ok(())
}

/// Each thing that is known of a claim, with its name.
fn facts(corpus: &Corpus, id: ClaimId) -> Vec<(&'static str, String)> {
    let claim = corpus.claim(id);
    let document = corpus.document(claim.document);
    let mut facts = vec![("source", label::source(corpus, claim.source).to_owned())];
    let mut fact = |name: &'static str, text: Option<String>| {
        facts.extend(text.filter(|text| !text.is_empty()).map(|text| (name, text)))
    };
    fact("speaker", claim.words.speaker().map(|speaker| outlet::speaker(corpus, speaker)));
    fact("outlet", citation::outlets(corpus, claim));
    fact("said", claim.said.map(|day| DayInWords(day).to_string()));
    fact("measure", Some(label::measure(corpus, claim.measure).to_owned()));
    fact("subject", Some(label::subject(corpus, claim.subject).to_owned()));
    fact("place", label::place(corpus, claim.place).map(str::to_owned));
    fact(
        "period",
        claim.period.map(|period| {
            if period.days() == 1 {
                DayInWords(period.to()).to_string()
            } else {
                format!("{} to {}", DayInWords(period.from()), DayInWords(period.to()))
            }
        }),
    );
    fact(
        "basis",
        Some(match claim.basis {
            Basis::Total => "total: all cases".to_owned(),
            Basis::Documented => "documented: cases verified one by one".to_owned(),
        }),
    );
    fact("value", Some(figure::cell(corpus, &claim.value)));
    fact("hedge", claim.words.hedge().map(|hedge| format!("“{hedge}”")));
    fact("reading", readings(corpus, claim));
    fact("words", claim.words.statement().map(str::to_owned));
    if let Said::Quote(_) = citation::said(claim) {
        let span = claim.words.evidence().and_then(|evidence| evidence.span);
        let place = span.map(|(start, end)| format!(" (code points {start} to {end})")).unwrap_or_default();
        fact("quote", Some(format!("{}{place}", citation::said(claim).printed())));
    }
    fact(
        "document",
        Some(format!(
            "{}{}",
            document.id,
            document.title.as_deref().map(|title| format!(": {title}")).unwrap_or_default()
        )),
    );
    fact("publ.", document.published.map(|day| DayInWords(day).to_string()));
    fact("address", document.url.as_deref().map(str::to_owned));
    fact("file", Some(citation::file(corpus, claim)));
    fact("corrects", claim.words.corrects().map(str::to_owned));
    fact("now", corpus.correction(id).map(|newer| format!("corrected by {}", corpus.claim(newer).id)));
    fact("note", claim.words.note().map(str::to_owned));
    facts
}

/// What the wording may mean, and by whose word, where it is not plain.
fn readings(corpus: &Corpus, claim: &Claim) -> Option<String> {
    let senses = corpus.vocabulary.senses(claim.measure, claim.source, claim.said);
    if senses == [claim.measure] {
        return None;
    }
    let names: Vec<String> = senses.iter().map(|sense| format!("“{}”", label::measure(corpus, *sense))).collect();
    let verb = if names.len() == 1 { "means" } else { "may mean" };
    let ground =
        corpus.vocabulary.narrowing(claim.measure, claim.source, claim.said).map(narrowing).unwrap_or_default();
    Some(format!("{verb} {}{ground}", label::list(&names, "or")))
}

/// Since when a source's own words fix the reading, and where it said so.
fn narrowing(narrowing: &Narrowing) -> String {
    let citation = &narrowing.citation;
    let known = [&citation.speaker, &citation.publisher, &citation.published]
        .into_iter()
        .flatten()
        .cloned()
        .collect::<Vec<_>>()
        .join(", ");
    let known = if known.is_empty() { String::new() } else { format!(" ({known})") };
    let words = citation.exact.as_ref().map(|exact| format!(": “{exact}”")).unwrap_or_default();
    format!("; the source's own statement, in force from {}{known}{words}", DayInWords(narrowing.from))
}
