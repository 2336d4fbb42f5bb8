//! The report: what an editor reads on deadline.

use super::canvas::{Canvas, Span, Tone};
use super::{block, notes, overview};
use crate::Picture;
use crate::contested::contested;
use crate::figure::number_of;
use gainsay_claim::Count;
use gainsay_claim::period::{DayInWords, ShortDay};
use gainsay_compare::{Certainty, Level};
use std::io;

/// Writes counts, an overview, conflicts by topic, then notes by rule.
pub fn write(picture: &Picture<'_>, canvas: &mut Canvas<'_>) -> io::Result<()> {
    canvas.paragraph(&Span::new(Tone::Plain, ""), Tone::Plain, &counts(picture))?;
    if picture.corpus.claims.is_empty() {
        canvas.paragraph(&Span::new(Tone::Plain, ""), Tone::Plain, "Nothing to compare.")?;
    } else {
        canvas.paragraph(&Span::new(Tone::Plain, ""), Tone::Strong, &findings(picture))?;
    }
    if let Some(problems) = problems(picture) {
        canvas.paragraph(&Span::new(Tone::Plain, ""), Tone::Red, &problems)?;
    }
    let topics = contested(picture);
    if topics.len() > 1 {
        canvas.gap()?;
        overview::write(picture, &topics, canvas)?;
    }
    for topic in &topics {
        canvas.gap()?;
        canvas.paragraph(&Span::new(Tone::Plain, ""), Tone::Heading, &topic.heading.text(picture.corpus))?;
        for dispute in &topic.disputes {
            block::write(picture, dispute, &topic.heading, canvas)?;
        }
    }
    notes::write(picture, canvas)?;
    if picture.analysis.discrepancies.is_empty() {
        return Ok(());
    }
    canvas.gap()?;
    canvas.paragraph(&Span::new(Tone::Plain, ""), Tone::Faint, IDS)
}

/// How to get at what the report leaves out.
pub const IDS: &str = "gainsay conflicts lists the ids; gainsay explain ID shows every step, quote and file of one.";

/// `342 claims · 41 documents · 27 topics · as of 19 April 2023`.
pub fn counts(picture: &Picture<'_>) -> String {
    let corpus = picture.corpus;
    let mut parts = vec![
        number_of(corpus.claims.len(), "claim", "claims"),
        number_of(corpus.documents.len(), "document", "documents"),
        number_of(picture.analysis.topics.len(), "topic", "topics"),
    ];
    parts.extend(picture.day().map(|day| format!("as of {}", DayInWords(day))));
    parts.join(" · ")
}

/// `12 conflicts: 9 certain, 2 depend on a reading, 1 hedged · 18 notes`.
pub fn findings(picture: &Picture<'_>) -> String {
    let of =
        |certainty| picture.of_level(Level::Conflict).filter(move |conflict| conflict.certainty == certainty).count();
    let (certain, depending, hedged) = (of(Certainty::Certain), of(Certainty::DependsOnReading), of(Certainty::Hedged));
    let mut kinds = Vec::new();
    if certain > 0 {
        kinds.push(format!("{} certain", grouped(certain)));
    }
    if depending > 0 {
        kinds.push(format!(
            "{} {} on a reading",
            grouped(depending),
            if depending == 1 { "depends" } else { "depend" }
        ));
    }
    if hedged > 0 {
        kinds.push(format!("{} hedged", grouped(hedged)));
    }
    let conflicts = match certain + depending + hedged {
        0 => "No conflicts".to_owned(),
        number => format!("{}: {}", number_of(number, "conflict", "conflicts"), kinds.join(", ")),
    };
    let notes = picture.of_level(Level::Note).count();
    let notes = (notes > 0).then(|| number_of(notes, "note", "notes"));
    std::iter::once(conflicts).chain(notes).chain(acknowledged(picture)).collect::<Vec<_>>().join(" · ")
}

/// `3 acknowledged, the oldest since 2 Jan 2026`.
pub fn acknowledged(picture: &Picture<'_>) -> Option<String> {
    let all = || picture.analysis.discrepancies.iter().filter_map(|found| found.acknowledged.as_ref());
    let oldest = all().filter_map(|acknowledgement| acknowledgement.since).min().map(ShortDay);
    match (all().count(), oldest) {
        (0, _) => None,
        (number, None) => Some(format!("{} acknowledged", grouped(number))),
        (1, Some(day)) => Some(format!("1 acknowledged, since {day}")),
        (number, Some(day)) => Some(format!("{} acknowledged, the oldest since {day}", grouped(number))),
    }
}

/// A number with its digits grouped.
fn grouped(number: usize) -> Count {
    Count::whole(number as u64)
}

/// `3 problems in the input (gainsay check shows them)`.
pub fn problems(picture: &Picture<'_>) -> Option<String> {
    match picture.corpus.problems.len() {
        0 => None,
        1 => Some("1 problem in the input (gainsay check shows it)".to_owned()),
        number => Some(format!("{} in the input (gainsay check shows them)", number_of(number, "problem", "problems"))),
    }
}

#[cfg(test)]
mod tests {
    use crate::{Format, Picture, Style, View, layout, specimen, write, write_claim, write_discrepancy, write_pair};
    use gainsay_claim::Corpus;
    use gainsay_compare::{Analysis, Cause, Dimension, PairExplanation, Relation, Verdict};

    fn written(picture: &Picture<'_>, width: usize, colour: bool) -> String {
        let mut out = Vec::new();
        write(View::Report, Format::Terminal, picture, Style { width, colour }, &mut out)
            .expect("a buffer takes everything");
        String::from_utf8(out).expect("it is UTF-8")
    }

    #[test]
    fn an_editor_sees_both_sides_aligned() {
        let corpus = specimen::corpus();
        let analysis = specimen::analysis(&corpus);
        let text = written(&specimen::picture(&corpus, &analysis), 120, false);
        let expected = "\
13 claims · 2 documents · 5 topics · as of 20 May 2023
2 conflicts: 1 certain, 1 depends on a reading · 1 note

Filming date · Vladimir Putin · Kherson Oblast  1 conflict   Kremlin 17 Apr 2023 against Agentstvo before 16 Apr 2023
Personnel losses · Russian forces · Ukraine     1 conflict   Ukraine's Gen… ≈ 183,750 against Russian Mini… 5,937 killed

Filming date · Vladimir Putin · Kherson Oblast
  certain  Kremlin           17 Apr 2023         said 19 Apr 2023  in Newsflash
  against  Agentstvo  before 16 Apr 2023 hedged  said 18 Apr 2023  in Newsflash, 19 Apr 2023
  because  a running total never shrinks

Personnel losses · Russian forces · Ukraine
  depends  Ukraine's General Staff      ≈ 183,750         to 19 Apr 2023  “about 183,750 personnel” — via Newsflash
  against  Russian Ministry of Defence      5,937 killed  to 21 Sep 2022  “Наши потери на с… — Sergei Shoigu, via Meduza
  if       Ukraine's General Staff means “killed” by “personnel losses”
  because  a running total never shrinks

note · wide-gap  two figures can both hold, yet lie far apart
  Personnel losses · Russian forces · Ukraine  Ukraine's General Staff ≈ 183,750 — Mediazona 19,688 killed

gainsay conflicts lists the ids; gainsay explain ID shows every step, quote and file of one.
";
        assert_eq!(text, expected, "\n{text}");
    }

    #[test]
    fn no_line_is_wider_than_the_terminal() {
        let corpus = specimen::corpus();
        let analysis = specimen::analysis(&corpus);
        let picture = specimen::picture(&corpus, &analysis);
        let claim = |id: &str| corpus.find(id).expect("the claim is there");
        let dimension = Dimension {
            name: "measure",
            first: "personnel losses, meaning killed and wounded".to_owned(),
            second: "killed".to_owned(),
            relation: Relation::SecondInside,
        };
        let explanation = PairExplanation {
            dimensions: vec![dimension],
            verdict: Verdict::Conflict("count-conflict"),
            cause: Cause::Definition,
            because: vec!["killed are part of killed and wounded".to_owned()],
        };
        let ids: Vec<&str> = analysis.discrepancies.iter().map(|discrepancy| discrepancy.id.as_str()).collect();
        for width in [40, 60, 80, 100, 200] {
            let style = Style { width, colour: false };
            let mut out = Vec::new();
            // The table of claims may be wider than a narrow terminal: it shows each id whole.
            let claims = (width >= 60).then_some(View::Claims);
            for view in [View::Report, View::Conflicts, View::Topics].into_iter().chain(claims) {
                write(view, Format::Terminal, &picture, style, &mut out).expect("a buffer takes everything");
            }
            for discrepancy in &analysis.discrepancies {
                write_discrepancy(&picture, discrepancy, style, &mut out).expect("a buffer takes everything");
            }
            write_claim(&picture, claim("mod/killed"), style, &mut out).expect("a buffer takes everything");
            write_pair(&picture, claim("gs/total"), claim("mod/killed"), &explanation, style, &mut out)
                .expect("a buffer takes everything");
            let text = String::from_utf8(out).expect("it is UTF-8");
            // Ids and, on narrow terminals, paths stay whole; their lines may be wider.
            let is_whole = |line: &&str| {
                ids.iter().any(|id| line.ends_with(id)) || (width <= 60 && line.contains("claims/specimen.ndjson"))
            };
            for line in text.lines().filter(|line| !is_whole(line)) {
                assert!(layout::width(line) <= width, "{width}: {line}");
            }
            assert!(!text.contains('\u{1b}'));
        }
    }

    #[test]
    fn ids_of_claims_are_never_cut() {
        let corpus = specimen::corpus();
        let analysis = specimen::analysis(&corpus);
        let mut out = Vec::new();
        let style = Style { width: 40, colour: false };
        write(View::Claims, Format::Terminal, &specimen::picture(&corpus, &analysis), style, &mut out)
            .expect("a buffer takes everything");
        let text = String::from_utf8(out).expect("it is UTF-8");
        for claim in &corpus.claims {
            assert!(text.lines().any(|line| line.starts_with(&format!("{} ", claim.id))), "{}", claim.id);
        }
    }

    #[test]
    fn colours_come_only_when_they_are_wanted() {
        let corpus = specimen::corpus();
        let analysis = specimen::analysis(&corpus);
        let text = written(&specimen::picture(&corpus, &analysis), 160, true);
        assert!(
            text.contains("\u{1b}[1m\u{1b}[31mcertain") || text.contains("\u{1b}[1m\u{1b}[31m  certain"),
            "{text:?}"
        );
        assert!(text.contains("5937\\u{1b}[31m"));
    }

    #[test]
    fn nothing_reads_well_too() {
        let (corpus, analysis) = (Corpus::default(), Analysis::default());
        let text = written(&Picture { corpus: &corpus, analysis: &analysis, as_of: None }, 80, false);
        assert_eq!(text, "0 claims · 0 documents · 0 topics\nNothing to compare.\n");
        let corpus = specimen::corpus();
        let analysis = Analysis { topics: gainsay_align::topics(&corpus), discrepancies: Vec::new() };
        let text = written(&specimen::picture(&corpus, &analysis), 80, false);
        assert_eq!(text, "13 claims · 2 documents · 5 topics · as of 20 May 2023\nNo conflicts\n");
    }
}
