//! The report: what an editor reads on deadline.

use super::block;
use super::canvas::{Canvas, Span, Tone};
use crate::figure::number_of;
use crate::layout::{fit, left, width};
use crate::{Picture, heading};
use gainsay_claim::period::DayInWords;
use gainsay_compare::{Certainty, Discrepancy, Level};
use std::collections::HashMap;
use std::io;

/// How many notes of one rule are shown.
const NOTES: usize = 12;

/// Writes counts, conflicts by topic, then notes by rule.
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
    for (heading, group) in grouped(picture) {
        canvas.gap()?;
        canvas.paragraph(&Span::new(Tone::Plain, ""), Tone::Heading, &heading)?;
        for (position, discrepancy) in group.into_iter().enumerate() {
            if position > 0 {
                canvas.gap()?;
            }
            block::write(picture, discrepancy, canvas)?;
        }
    }
    notes(picture, canvas)
}

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
    let of = |certainty| picture.of_level(Level::Conflict).filter(move |conflict| conflict.certainty == certainty).count();
    let (certain, depending, hedged) = (of(Certainty::Certain), of(Certainty::DependsOnReading), of(Certainty::Hedged));
    let mut kinds = Vec::new();
    if certain > 0 {
        kinds.push(format!("{certain} certain"));
    }
    if depending > 0 {
        kinds.push(format!("{depending} {} on a reading", if depending == 1 { "depends" } else { "depend" }));
    }
    if hedged > 0 {
        kinds.push(format!("{hedged} hedged"));
    }
    let conflicts = match certain + depending + hedged {
        0 => "No conflicts".to_owned(),
        number => format!("{}: {}", number_of(number, "conflict", "conflicts"), kinds.join(", ")),
    };
    match picture.of_level(Level::Note).count() {
        0 => conflicts,
        number => format!("{conflicts} · {}", number_of(number, "note", "notes")),
    }
}

/// `3 problems in the input (gainsay check shows them)`.
pub fn problems(picture: &Picture<'_>) -> Option<String> {
    match picture.corpus.problems.len() {
        0 => None,
        1 => Some("1 problem in the input (gainsay check shows it)".to_owned()),
        number => Some(format!("{} in the input (gainsay check shows them)", number_of(number, "problem", "problems"))),
    }
}

/// The conflicts by heading; headings in the order of their first conflict.
pub fn grouped<'a>(picture: &Picture<'a>) -> Vec<(String, Vec<&'a Discrepancy>)> {
    let mut groups: Vec<(String, Vec<&Discrepancy>)> = Vec::new();
    let mut known: HashMap<String, usize> = HashMap::new();
    for discrepancy in picture.of_level(Level::Conflict) {
        let heading = heading::of_discrepancy(picture, discrepancy);
        let position = *known.entry(heading.clone()).or_insert_with(|| {
            groups.push((heading, Vec::new()));
            groups.len() - 1
        });
        groups[position].1.push(discrepancy);
    }
    groups
}

/// The notes by rule, in the order of the documentation.
pub fn notes_by_rule<'a>(picture: &Picture<'a>) -> impl Iterator<Item = (&'static gainsay_compare::Rule, Vec<&'a Discrepancy>)> {
    let notes: Vec<&Discrepancy> = picture.of_level(Level::Note).collect();
    gainsay_compare::RULES.iter().filter_map(move |rule| {
        let own: Vec<&Discrepancy> = notes.iter().copied().filter(|note| note.rule.id == rule.id).collect();
        (!own.is_empty()).then_some((rule, own))
    })
}

fn notes(picture: &Picture<'_>, canvas: &mut Canvas<'_>) -> io::Result<()> {
    for (rule, notes) in notes_by_rule(picture) {
        canvas.gap()?;
        let count = if notes.len() == 1 { String::new() } else { format!(" ({})", notes.len()) };
        let title = format!("note · {}{count}", rule.id);
        let rest = canvas.width.saturating_sub(width(&title) + 2);
        canvas.line(&[Span::new(Tone::Heading, title), Span::new(Tone::Faint, format!("  {}", fit(rule.title, rest)))])?;
        let headings: Vec<String> = notes.iter().take(NOTES).map(|note| heading::of_discrepancy(picture, note)).collect();
        let room = canvas.width - 2;
        let column = headings.iter().map(|heading| width(heading)).max().unwrap_or(0).min(room * 2 / 5);
        for (note, heading) in notes.iter().zip(&headings) {
            let heading = left(&fit(heading, column), column);
            let summary = fit(&note.summary, room - column - 2);
            canvas.line(&[Span::new(Tone::Plain, format!("  {heading}  ")), Span::new(Tone::Faint, summary)])?;
        }
        if notes.len() > NOTES {
            let more = format!("  … and {} more (gainsay conflicts --level note)", notes.len() - NOTES);
            canvas.text(Tone::Faint, &more)?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use crate::{Format, Picture, Style, View, layout, specimen, write, write_claim, write_discrepancy, write_pair};
    use gainsay_claim::Corpus;
    use gainsay_compare::{Analysis, Cause, Dimension, PairExplanation, Relation, Verdict};

    fn written(picture: &Picture<'_>, width: usize, colour: bool) -> String {
        let mut out = Vec::new();
        write(View::Report, Format::Terminal, picture, Style { width, colour }, &mut out).expect("a buffer takes everything");
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

Filming date · Vladimir Putin · Kherson Oblast
  certain  Kremlin           17 Apr 2023         said 19 Apr 2023  in Newsflash, 19 Apr 2023
           Agentstvo  before 16 Apr 2023 hedged  said 18 Apr 2023  in Newsflash, 19 Apr 2023
  because  a running total never shrinks

Personnel losses / killed · Russian forces · Ukraine
  depends  Ukraine's General Staff      ≈ 183,750 personnel losses  to 19 Apr 2023
             “about 183,750 personnel” — via Newsflash, 19 Apr 2023
           Russian Ministry of Defence      5,937 killed            to 21 Sep 2022
             “Наши потери на сегодня — 5937\\u{1b}[31m погибших” — Sergei Shoigu, via Meduza, 21 Sep 2022
  if       Ukraine's General Staff means “killed” by “personnel losses”
  because  a running total never shrinks

note · wide-gap  two figures can both hold, yet lie far apart
  Personnel losses / killed · Russian forces · U…  The two figures cannot both hold.
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
        for width in [40, 60, 80, 100, 200] {
            let style = Style { width, colour: false };
            let mut out = Vec::new();
            for view in [View::Report, View::Conflicts, View::Topics, View::Claims] {
                write(view, Format::Terminal, &picture, style, &mut out).expect("a buffer takes everything");
            }
            for discrepancy in &analysis.discrepancies {
                write_discrepancy(&picture, discrepancy, style, &mut out).expect("a buffer takes everything");
            }
            write_claim(&picture, claim("mod/killed"), style, &mut out).expect("a buffer takes everything");
            write_pair(&picture, claim("gs/total"), claim("mod/killed"), &explanation, style, &mut out).expect("a buffer takes everything");
            let text = String::from_utf8(out).expect("it is UTF-8");
            for line in text.lines() {
                assert!(layout::width(line) <= width, "{width}: {line}");
            }
            assert!(!text.contains('\u{1b}'));
        }
    }

    #[test]
    fn colours_come_only_when_they_are_wanted() {
        let corpus = specimen::corpus();
        let analysis = specimen::analysis(&corpus);
        let text = written(&specimen::picture(&corpus, &analysis), 120, true);
        assert!(text.contains("\u{1b}[1m\u{1b}[31mcertain") || text.contains("\u{1b}[1m\u{1b}[31m  certain"), "{text:?}");
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
