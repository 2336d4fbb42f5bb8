//! `explain`: what an id means.

use super::{compared, read, word};
use crate::args::Explain;
use crate::failure::Failure;
use crate::io::{Colour, Io};
use crate::names::unknown;
use crate::run::Outcome;
use crate::sources;
use gainsay_claim::vocabulary::Noun;
use gainsay_claim::{ClaimId, Corpus, Severity, Vocabulary};
use gainsay_compare::{RULES, explain_pair, find_rule};
use gainsay_report::{Picture, write_claim, write_discrepancy, write_pair, write_problems, write_rule};
use std::path::{Path, PathBuf};

/// The folder that is read where no other is named.
const DEFAULT: &str = "claims";

/// Explains one id, or how two claims stand to each other.
pub(crate) fn explain(args: &Explain, colour: Colour, io: &mut Io<'_>) -> Result<Outcome, Failure> {
    let style = io.terminal.style(colour);
    if let [id] = &args.ids[..]
        && let Some(rule) = find_rule(id)
    {
        write_rule(rule, style, io.stdout)?;
        return Ok(Outcome::Nothing);
    }
    let corpus = corpus(&args.paths, io)?;
    let analysis = compared(&corpus, io.terminal.today);
    let picture = Picture { corpus: &corpus, analysis: &analysis, as_of: None };
    match &args.ids[..] {
        [first, second] => {
            let (first, second) = (claim(first, &corpus)?, claim(second, &corpus)?);
            let explanation = explain_pair(&corpus, first, second);
            write_pair(&picture, first, second, &explanation, style, io.stdout)?;
        }
        ids => {
            let id = ids.first().map(String::as_str).unwrap_or_default();
            if let Some(discrepancy) = analysis.discrepancies.iter().find(|discrepancy| discrepancy.id == id) {
                write_discrepancy(&picture, discrepancy, style, io.stdout)?;
            } else if let Some(claim) = corpus.find(id) {
                write_claim(&picture, claim, style, io.stdout)?;
            } else if !word::write(id, &corpus.vocabulary, io.stdout)? {
                return Err(nothing_called(id, &picture).into());
            }
        }
    }
    io.stdout.flush()?;
    write_problems(&corpus.problems, io.terminal.style_of_errors(colour), io.stderr)?;
    let broken = corpus.problems.iter().any(|problem| problem.severity == Severity::Error);
    Ok(if broken { Outcome::Broken } else { Outcome::Nothing })
}

/// The corpus to look in; without one there is still the vocabulary.
fn corpus(paths: &[PathBuf], io: &mut Io<'_>) -> Result<Corpus, Failure> {
    if paths.is_empty() && !Path::new(DEFAULT).exists() {
        let (vocabulary, _) = Vocabulary::build(sources::vocabulary());
        return Ok(Corpus { vocabulary, ..Corpus::default() });
    }
    let default = [PathBuf::from(DEFAULT)];
    let paths = if paths.is_empty() { &default[..] } else { paths };
    read(paths, io).map(|(corpus, _)| corpus)
}

fn claim(id: &str, corpus: &Corpus) -> Result<ClaimId, Failure> {
    let known = corpus.claims.iter().map(|claim| &*claim.id);
    corpus
        .find(id)
        .ok_or_else(|| unknown("claim", id, known, "`gainsay claims` lists them; --in names another folder").into())
}

fn nothing_called(id: &str, picture: &Picture<'_>) -> String {
    let rules = RULES.iter().map(|rule| rule.id);
    let words = Noun::ALL.into_iter().flat_map(|noun| picture.corpus.vocabulary.ids(noun));
    let claims = picture.corpus.claims.iter().map(|claim| &*claim.id);
    let discrepancies = picture.analysis.discrepancies.iter().map(|discrepancy| discrepancy.id.as_str());
    let known = rules.chain(words).chain(claims).chain(discrepancies);
    unknown(
        "rule, discrepancy, claim or word",
        id,
        known,
        "`gainsay conflicts` and `gainsay claims` list what there is; --in names another folder",
    )
}
