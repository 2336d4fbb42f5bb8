//! Acknowledgements that no longer hold, each with its place and the way out.

use crate::names::unknown;
use chrono::NaiveDate;
use gainsay_claim::vocabulary::Noun;
use gainsay_claim::{Acknowledged, Corpus, Count, Problem, Severity, Vocabulary};
use gainsay_compare::{Analysis, RULES, find_rule};
use gainsay_corpus::Input;
use gainsay_diff::{Standing, standings};
use std::collections::BTreeMap;
use std::path::Path;

/// How many acknowledgements no longer hold, for a reader of a report.
pub(crate) fn note(corpus: &Corpus, analysis: &Analysis, day: Option<NaiveDate>) -> Option<String> {
    let standings = standings(corpus, analysis, day);
    let expired = standings.iter().filter(|standing| matches!(standing, Standing::Expired(_))).count();
    let moved = standings.iter().filter(|standing| matches!(standing, Standing::Moved(_))).count();
    let acknowledgements =
        |count: usize| format!("{} acknowledgement{}", Count::whole(count as u64), if count == 1 { "" } else { "s" });
    let parts = [(expired, "expired"), (moved, "given for other values")];
    let parts: Vec<String> = parts
        .into_iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, what)| format!("{} {what}", acknowledgements(count)))
        .collect();
    (!parts.is_empty()).then(|| format!("{}: open again; `gainsay check` names each", parts.join(", ")))
}

/// Why acknowledgements no longer hold, by the discrepancy.
pub(crate) fn reasons(corpus: &Corpus, analysis: &Analysis, day: Option<NaiveDate>) -> BTreeMap<String, String> {
    let standings = corpus.acknowledged.iter().zip(standings(corpus, analysis, day));
    standings.filter_map(|(held, standing)| Some((held.discrepancy.clone(), standing.reason()?))).collect()
}

/// What is wrong with acknowledgements, for `check`. `inputs` is what the corpus was loaded from.
pub(crate) fn problems(corpus: &Corpus, analysis: &Analysis, inputs: &[Input], day: Option<NaiveDate>) -> Vec<Problem> {
    let is_whole = is_whole(corpus, inputs);
    let mut problems = Vec::new();
    for (acknowledged, standing) in corpus.acknowledged.iter().zip(standings(corpus, analysis, day)) {
        let id = acknowledged.discrepancy.escape_debug();
        let warn = |message: String, help: &str| acknowledged.problem(Severity::Warning, message, help);
        match standing {
            Standing::Orphan => problems.extend(orphan(acknowledged, corpus, analysis, is_whole)),
            Standing::Expired(day) => problems.push(warn(
                format!("this acknowledgement ended on {day}, so `{id}` is open again"),
                "look at it again: `gainsay review` accepts it anew; else take the table away",
            )),
            Standing::Moved(how) => problems.push(warn(
                format!("`{id}` is not what was acknowledged, so it is open again: {how}"),
                "look at it again: `gainsay review` accepts it anew; else take the table away",
            )),
            Standing::NotYet => problems.push(warn(
                "this acknowledgement begins on a later day, so it does not hold".to_owned(),
                "mend `since`",
            )),
            Standing::Holds if acknowledged.given_for.values.is_none() => problems.push(warn(
                format!("`{id}` is acknowledged whatever becomes of its values"),
                "accept it with `gainsay review --accept`, which writes down what it was given for",
            )),
            Standing::Holds => {}
        }
    }
    problems
}

/// One of no discrepancy. That there may be one in files that were not read can only be left out where all were.
fn orphan(acknowledged: &Acknowledged, corpus: &Corpus, analysis: &Analysis, is_whole: bool) -> Option<Problem> {
    let id = &*acknowledged.discrepancy;
    if let Some(why) = never(id, &corpus.vocabulary) {
        let message = format!("there can be no discrepancy `{}`: {why}", id.escape_debug());
        let help = "mend the id, as `gainsay conflicts` shows it, or take the table away";
        return Some(acknowledged.problem(Severity::Error, message, help));
    }
    let message = format!("there is no discrepancy `{}` to acknowledge: it has gone, or never was", id.escape_debug());
    let ends = |id: &str| {
        id.split_once('/').zip(id.rsplit_once('/')).map(|((rule, _), (_, sources))| format!("{rule} {sources}"))
    };
    let near: Vec<&str> =
        analysis.discrepancies.iter().map(|found| &*found.id).filter(|found| ends(found) == ends(id)).collect();
    let help = match near[..] {
        [near] => format!("did you mean `{near}`? Else take the table away"),
        _ => "take the table away, or mend the id, as `gainsay conflicts` shows it".to_owned(),
    };
    is_whole.then(|| acknowledged.problem(Severity::Warning, message, help))
}

/// Why no discrepancy can have an id: it is not made of a rule, a topic and sources that there are.
fn never(id: &str, vocabulary: &Vocabulary) -> Option<String> {
    let [rule, measure, subject, place, sources] = id.split('/').collect::<Vec<_>>()[..] else {
        return Some("an id is a rule, a measure, a subject, a place and the sources, with `/` between".to_owned());
    };
    if find_rule(rule).is_none() {
        let known: Vec<&str> = RULES.iter().map(|rule| rule.id).collect();
        return Some(unknown("rule", rule, known, "README.md lists the rules"));
    }
    let names =
        [(Noun::Measure, "measure", measure), (Noun::Subject, "subject", subject), (Noun::Place, "place", place)];
    let sources = sources.split('~').map(|source| (Noun::Source, "source", source));
    let is_unknown = |(noun, _, name): &(Noun, &str, &str)| vocabulary.number(*noun, name).is_none();
    let (noun, what, name) = names.into_iter().chain(sources).find(is_unknown)?;
    Some(unknown(what, name, vocabulary.ids(noun), "vocabulary.json may name it"))
}

/// Whether all the claims that the settings are for were read.
fn is_whole(corpus: &Corpus, inputs: &[Input]) -> bool {
    let folder = corpus.settings_file.as_deref().and_then(|file| Path::new(file).parent());
    let holds = |input: &Input| match (input, folder) {
        (Input::Path(path), Some(folder)) => folder.starts_with(path),
        _ => false,
    };
    inputs.iter().any(holds)
}
