//! Who has spoken on what: each source's newest figure side by side, then a sentence to print.

use super::canvas::{Canvas, Span, Tone};
use super::table::{Excess, figure, text, write as table};
use crate::newest::Newest;
use crate::{Picture, citation, figure as shown, heading, label, sentence};
use gainsay_align::Topic;
use gainsay_claim::{ClaimId, Corpus};
use std::io;

/// Writes every topic.
pub fn write(picture: &Picture<'_>, canvas: &mut Canvas<'_>) -> io::Result<()> {
    let corpus = picture.corpus;
    if picture.analysis.topics.is_empty() {
        return canvas.text(Tone::Plain, "No topics: there are no claims.");
    }
    let newest = Newest::of(corpus);
    for (position, topic) in picture.analysis.topics.iter().enumerate() {
        if position > 0 {
            canvas.gap()?;
        }
        canvas.paragraph(&Span::new(Tone::Plain, ""), Tone::Heading, &heading::of_topic(corpus, topic))?;
        let claims = newest.on(corpus, topic);
        let columns = [text("", 8), figure("", 14), text("", 0), text("", 8), text("", 0)];
        table(canvas, 2, Excess::Cut, columns, || claims.iter().map(|id| row(corpus, topic, *id)))?;
        let sentence = sentence::of_topic(picture, topic, &newest);
        canvas.paragraph(&Span::new(Tone::Plain, "  "), Tone::Plain, &sentence)?;
    }
    Ok(())
}

fn row(corpus: &Corpus, topic: &Topic, id: ClaimId) -> [String; 5] {
    let claim = corpus.claim(id);
    let mut remarks: Vec<&str> = label::unnamed_unit(corpus, claim.measure).into_iter().collect();
    if claim.measure != topic.measure {
        remarks.push(label::measure(corpus, claim.measure));
    }
    if claim.subject != topic.subject {
        remarks.push(label::subject(corpus, claim.subject));
    }
    if !shown::remark(claim).is_empty() {
        remarks.push(shown::remark(claim));
    }
    [
        label::source(corpus, claim.source).to_owned(),
        shown::cell(corpus, &claim.value),
        remarks.join(", "),
        shown::days(claim),
        citation::attribution(corpus, claim),
    ]
}
