//! Comma-separated values (RFC 4180), one row a discrepancy, source or claim. Columns are stable.
//!
//! A text that a spreadsheet would take for a formula starts with an apostrophe.

mod diff;

pub use diff::write as write_diff;

use crate::newest::Newest;
use crate::{Picture, View, citation, figure, inert, sentence};
use ::csv::{ErrorKind, Writer};
use chrono::NaiveDate;
use gainsay_claim::value::{CountValue, Value};
use gainsay_claim::{Acknowledgement, Claim, ClaimId, Corpus, Count};
use gainsay_compare::Discrepancy;
use std::io::{self, Write};

/// Writes a view of a picture as CSV.
pub fn write(view: View, picture: &Picture<'_>, out: &mut dyn Write) -> io::Result<()> {
    let mut writer = Writer::from_writer(out);
    match view {
        View::Report | View::Conflicts => discrepancies(picture, &mut writer)?,
        View::Topics => topics(picture, &mut writer)?,
        View::Claims => claims(picture, &mut writer)?,
    }
    writer.flush()
}

type Rows<'a> = Writer<&'a mut dyn Write>;

fn row<const N: usize>(writer: &mut Rows<'_>, cells: [String; N]) -> io::Result<()> {
    record(writer, cells.iter().map(|cell| inert::cell(cell)))
}

/// Writes a row as it is. An error of the destination stays what it is: a closed pipe is a closed pipe.
fn record<T: AsRef<[u8]>>(writer: &mut Rows<'_>, cells: impl IntoIterator<Item = T>) -> io::Result<()> {
    writer.write_record(cells).map_err(|error| match error.into_kind() {
        ErrorKind::Io(error) => error,
        kind => io::Error::other(format!("a row cannot be written: {kind:?}")),
    })
}

fn day(day: Option<NaiveDate>) -> String {
    day.map(|day| day.format("%Y-%m-%d").to_string()).unwrap_or_default()
}

/// A count without grouping.
fn number(count: Count) -> String {
    let decimals = count.decimals();
    let point = if decimals.is_empty() { "" } else { "." };
    format!("{}{point}{decimals}", count.whole_part())
}

fn discrepancies(picture: &Picture<'_>, writer: &mut Rows<'_>) -> io::Result<()> {
    record(
        writer,
        [
            "id",
            "rule",
            "level",
            "certainty",
            "cause",
            "topic",
            "source_a",
            "claim_a",
            "value_a",
            "as_of_a",
            "source_b",
            "claim_b",
            "value_b",
            "as_of_b",
            "ratio",
            "absolute",
            "episodes",
            "pairs",
            "from",
            "to",
            "summary",
            "acknowledged",
            "acknowledged_by",
            "acknowledged_since",
            "acknowledged_until",
        ],
    )?;
    for discrepancy in picture.conflicts_first() {
        let [source_a, claim_a, value_a, as_of_a] = side(picture.corpus, discrepancy, 0);
        let [source_b, claim_b, value_b, as_of_b] = side(picture.corpus, discrepancy, 1);
        let gap = discrepancy.gap.as_ref();
        let [why, who, since, expires] = acknowledged(discrepancy.acknowledged.as_ref());
        row(
            writer,
            [
                discrepancy.id.clone(),
                discrepancy.rule.id.to_owned(),
                discrepancy.level.id().to_owned(),
                discrepancy.certainty.id().to_owned(),
                discrepancy.cause.id().to_owned(),
                picture.topic(discrepancy).id.clone(),
                source_a,
                claim_a,
                value_a,
                as_of_a,
                source_b,
                claim_b,
                value_b,
                as_of_b,
                gap.and_then(figure::ratio).unwrap_or_default(),
                gap.map(|gap| number(gap.absolute)).unwrap_or_default(),
                discrepancy.episodes.len().to_string(),
                discrepancy.episodes.iter().map(|episode| episode.pairs).sum::<u64>().to_string(),
                day(discrepancy.episodes.iter().filter_map(|episode| episode.from).min()),
                day(discrepancy.episodes.iter().filter_map(|episode| episode.to).max()),
                discrepancy.summary.clone(),
                why,
                who,
                since,
                expires,
            ],
        )?;
    }
    Ok(())
}

/// Why, who, since when and until when; empty where the desk lets nothing stand.
fn acknowledged(acknowledgement: Option<&Acknowledgement>) -> [String; 4] {
    let Some(given) = acknowledgement else { return Default::default() };
    [given.why.clone(), given.who.clone().unwrap_or_default(), day(given.since), day(given.expires)]
}

/// Source, claim, value and day of one claim of the leading pair; empty where there is none.
fn side(corpus: &Corpus, discrepancy: &Discrepancy, position: usize) -> [String; 4] {
    match discrepancy.lead.get(position) {
        Some(id) => {
            let claim = corpus.claim(*id);
            let source = corpus.vocabulary.source(claim.source).entry.id.to_string();
            [source, claim.id.to_string(), figure::cell(corpus, &claim.value), day(claim.as_of())]
        }
        None => {
            let source =
                discrepancy.sides.get(position).map(|side| corpus.vocabulary.source(side.source).entry.id.to_string());
            [source.unwrap_or_default(), String::new(), String::new(), String::new()]
        }
    }
}

fn topics(picture: &Picture<'_>, writer: &mut Rows<'_>) -> io::Result<()> {
    let corpus = picture.corpus;
    record(
        writer,
        [
            "topic",
            "source",
            "claim",
            "measure",
            "value",
            "low",
            "high",
            "as_of",
            "basis",
            "hedge",
            "publisher",
            "published",
            "sentence",
        ],
    )?;
    let newest = Newest::of(corpus);
    for topic in &picture.analysis.topics {
        let sentence = sentence::of_topic(picture, topic, &newest);
        for id in newest.on(corpus, topic) {
            let [source, measure, value, low, high] = common(corpus, id);
            let claim = corpus.claim(id);
            let document = corpus.document(claim.document);
            row(
                writer,
                [
                    topic.id.clone(),
                    source,
                    claim.id.to_string(),
                    measure,
                    value,
                    low,
                    high,
                    day(claim.as_of()),
                    claim.basis.id().to_owned(),
                    claim.words.hedge().unwrap_or_default().to_owned(),
                    document.publisher.as_deref().unwrap_or_default().to_owned(),
                    day(document.published),
                    sentence.clone(),
                ],
            )?;
        }
    }
    Ok(())
}

fn claims(picture: &Picture<'_>, writer: &mut Rows<'_>) -> io::Result<()> {
    let corpus = picture.corpus;
    record(
        writer,
        [
            "id",
            "source",
            "speaker",
            "via",
            "said",
            "measure",
            "subject",
            "place",
            "from",
            "to",
            "basis",
            "value",
            "low",
            "high",
            "hedge",
            "quote",
            "statement",
            "document",
            "publisher",
            "published",
            "url",
            "path",
        ],
    )?;
    for (index, claim) in corpus.claims.iter().enumerate() {
        let [source, measure, value, low, high] = common(corpus, ClaimId(index as u32));
        let document = corpus.document(claim.document);
        let text = |text: Option<&str>| text.unwrap_or_default().to_owned();
        row(
            writer,
            [
                claim.id.to_string(),
                source,
                text(claim.words.speaker()),
                claim.words.via().collect::<Vec<_>>().join(" "),
                day(claim.said),
                measure,
                corpus.vocabulary.subject(claim.subject).entry.id.to_string(),
                corpus.vocabulary.place(claim.place).entry.id.to_string(),
                day(claim.period.map(|period| period.from())),
                day(claim.period.map(|period| period.to())),
                claim.basis.id().to_owned(),
                value,
                low,
                high,
                text(claim.words.hedge()),
                text(claim.words.evidence().map(|evidence| evidence.exact)),
                text(claim.words.statement()),
                document.id.to_string(),
                text(document.publisher.as_deref()),
                day(document.published),
                text(document.url.as_deref()),
                citation::path(corpus, claim).to_owned(),
            ],
        )?;
    }
    Ok(())
}

/// Source, measure, value, and the bounds of a count as plain numbers.
fn common(corpus: &Corpus, id: ClaimId) -> [String; 5] {
    let claim: &Claim = corpus.claim(id);
    let (low, high) = match claim.value {
        Value::Count(CountValue::About { figure, .. }) => (number(figure), number(figure)),
        Value::Count(count) => {
            let high = match count {
                CountValue::LessThan(figure) => Some(figure),
                other => other.stated_bounds().high,
            };
            (number(floor(count)), high.map(number).unwrap_or_default())
        }
        _ => Default::default(),
    };
    let vocabulary = &corpus.vocabulary;
    let source = vocabulary.source(claim.source).entry.id.to_string();
    [source, vocabulary.measure(claim.measure).entry.id.to_string(), figure::cell(corpus, &claim.value), low, high]
}

/// The figure below which a count cannot lie, as it is written.
fn floor(count: CountValue) -> Count {
    match count {
        CountValue::AtMost(_) | CountValue::LessThan(_) => Count::ZERO,
        other => other.figure(),
    }
}

#[cfg(test)]
mod tests {
    use crate::{Format, Style, View, specimen, write};
    use std::io;

    fn written(view: View) -> String {
        let corpus = specimen::corpus();
        let analysis = specimen::analysis(&corpus);
        let mut out = Vec::new();
        let style = Style { width: 80, colour: false };
        write(view, Format::Csv, &specimen::picture(&corpus, &analysis), style, &mut out)
            .expect("a buffer takes everything");
        String::from_utf8(out).expect("it is UTF-8")
    }

    #[test]
    fn a_discrepancy_is_a_row() {
        let text = written(View::Report);
        let row = text.lines().find(|line| line.starts_with("count-conflict")).expect("the row is there");
        assert_eq!(
            row,
            "count-conflict/losses/russian-forces/ukraine,count-conflict,conflict,depends-on-reading,true-conflict,\
             losses/russian-forces/ukraine,general-staff,gs/total,\"≈ 183,750\",2023-04-19,russian-mod,mod/killed,\"5,937\",2022-09-21,\
             30.95,177813,1,1,2023-04-19,2023-04-19,The two figures cannot both hold.,,,,"
        );
    }

    /// A pipe whose reader leaves after some bytes.
    struct Pipe(usize);

    impl io::Write for Pipe {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            if self.0 == 0 {
                return Err(io::ErrorKind::BrokenPipe.into());
            }
            let taken = bytes.len().min(self.0);
            self.0 -= taken;
            Ok(taken)
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    #[test]
    fn a_closed_pipe_is_a_closed_pipe() {
        let mut corpus = specimen::corpus();
        // More than the buffer of the writer takes, so that a row and not the last flush fails.
        let claims = corpus.claims.clone();
        for _ in 0..20 {
            corpus.claims.extend(claims.iter().cloned());
        }
        let analysis = specimen::analysis(&specimen::corpus());
        let picture = specimen::picture(&corpus, &analysis);
        let style = Style { width: 80, colour: false };
        for room in [0, 100, 9_000] {
            let error = write(View::Claims, Format::Csv, &picture, style, &mut Pipe(room)).expect_err("it is closed");
            assert_eq!(error.kind(), io::ErrorKind::BrokenPipe, "{room}");
        }
    }

    #[test]
    fn formulas_and_escapes_of_a_claim_are_text() {
        let text = written(View::Claims);
        assert!(text.contains(",'=cmd|"), "{text}");
        assert!(text.contains("5937\\u{1b}[31m"), "{text}");
        assert!(!text.contains('\u{1b}'));
    }
}
