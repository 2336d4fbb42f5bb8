//! `check`: is the corpus sound?

use super::show::reaches;
use super::{compared, read};
use crate::args::{Check, Gate, Told};
use crate::failure::Failure;
use crate::io::{Colour, Io};
use crate::lapsed;
use crate::run::Outcome;
use gainsay_claim::{Corpus, DocumentId, Problem, Severity};
use gainsay_compare::{Analysis, Level};
use gainsay_corpus::{Input, Remark, document_text, doubled, remark, verify};
use gainsay_report::{Review, ReviewFormat, write_problems, write_review};
use gainsay_text::language;

/// Checks a corpus.
pub(crate) fn check(args: &Check, colour: Colour, io: &mut Io<'_>) -> Result<Outcome, Failure> {
    let (corpus, inputs) = read(&args.paths, io)?;
    let mut problems = corpus.problems.clone();
    problems.extend(verify(&corpus, &inputs));
    problems.extend(doubled(&corpus, &inputs));
    let counts_discrepancies = args.fail_on <= Gate::Conflict;
    let analysis =
        (counts_discrepancies || !corpus.acknowledged.is_empty()).then(|| compared(&corpus, io.terminal.today));
    if let Some(analysis) = &analysis {
        problems.extend(lapsed::problems(&corpus, analysis, &inputs, io.terminal.today));
    }
    problems.extend(remark(&corpus, &inputs, remarks_on_languages(&corpus, &inputs)));
    problems.sort();
    problems.dedup();
    match args.format {
        Told::Terminal => write_problems(&problems, io.terminal.style(colour), io.stdout)?,
        Told::Github => {
            let review = Review { problems: problems.clone(), ..Review::default() };
            write_review(ReviewFormat::Github, &review, io.stdout)?;
        }
    }

    let count = |severity: Severity| problems.iter().filter(|problem| problem.severity == severity).count();
    let (errors, warnings) = (count(Severity::Error), count(Severity::Warning));
    let what = format!("{} in {}", number(corpus.claims.len(), "claim"), number(corpus.documents.len(), "document"));
    let verdict = match (errors, warnings) {
        (0, 0) => "sound".to_owned(),
        (0, warnings) => format!("sound, with {}", number(warnings, "warning")),
        (errors, 0) => number(errors, "error"),
        (errors, warnings) => format!("{}, {}", number(errors, "error"), number(warnings, "warning")),
    };
    writeln!(io.stdout, "{what}: {verdict}")?;
    let conflicting = match analysis.filter(|_| counts_discrepancies) {
        Some(analysis) => tell_discrepancies(args.fail_on, &analysis, io)?,
        None => false,
    };
    let failed = conflicting || fails(args.fail_on, &problems);
    Ok(if failed { Outcome::Something } else { Outcome::Nothing })
}

fn fails(gate: Gate, problems: &[Problem]) -> bool {
    problems.iter().any(|problem| match problem.severity {
        Severity::Error => gate <= Gate::Error,
        Severity::Warning => gate <= Gate::Note,
    })
}

fn tell_discrepancies(gate: Gate, analysis: &Analysis, io: &mut Io<'_>) -> Result<bool, Failure> {
    let conflicts = analysis.discrepancies.iter().filter(|discrepancy| discrepancy.level == Level::Conflict).count();
    let notes = analysis.discrepancies.len() - conflicts;
    let acknowledged = analysis.discrepancies.iter().filter(|discrepancy| discrepancy.acknowledged.is_some()).count();
    let (conflicts, notes) = (number(conflicts, "conflict"), number(notes, "note"));
    let acknowledged = if acknowledged > 0 { format!(", {acknowledged} acknowledged") } else { String::new() };
    writeln!(io.stdout, "{conflicts}, {notes}{acknowledged}; `gainsay conflicts` lists them")?;
    Ok(reaches(gate, analysis))
}

/// Documents whose text is in another language than they say.
fn remarks_on_languages(corpus: &Corpus, inputs: &[Input]) -> Vec<Remark> {
    let mut remarks = Vec::new();
    for (number, document) in corpus.documents.iter().enumerate() {
        let Some(declared) = document.language.as_deref() else { continue };
        let found = document_text(document, corpus, inputs).and_then(|text| language(&text));
        let primary = declared.split('-').next().unwrap_or_default();
        if let Some(found) = found.filter(|found| !primary.eq_ignore_ascii_case(found.tag())) {
            remarks.push(Remark {
                document: DocumentId(number as u32),
                field: "language",
                message: format!("the document says `{}`, its text is in {}", declared.escape_debug(), found.name()),
                help: format!("write \"{}\", or give it the text that was quoted", found.tag()),
            });
        }
    }
    remarks
}

fn number(count: usize, noun: &str) -> String {
    let count = count as u64;
    format!("{} {noun}{}", gainsay_claim::Count::whole(count), if count == 1 { "" } else { "s" })
}
