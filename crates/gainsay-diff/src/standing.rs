//! Which acknowledgements hold: those whose day has not come, of discrepancies that are what they were
//! when the desk let them stand.
//!
//! A discrepancy is open again when it is graver or more certain than it was, when it holds on runs of days that
//! meet none of those it was acknowledged for (as the ladder of a diff has them), or when a value of its widest pair is another: a figure by more than the tolerance, in
//! percent, anything else at all.

use crate::field::{StatedValue, stated};
use crate::finding::{Finding, Spell};
use crate::ladder::own_episode;
use chrono::NaiveDate;
use gainsay_claim::{Acknowledged, Acknowledgement, Corpus, Count, CountValue, DateRange, DateValue, GivenFor};
use gainsay_compare::{Analysis, Certainty, Level};
use std::collections::BTreeMap;

/// How an acknowledgement stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It holds.
    Holds,
    /// It was given later than the day that is asked for.
    NotYet,
    /// Its day has come.
    Expired(NaiveDate),
    /// The discrepancy is no longer what it was given for: in what, in words.
    Moved(String),
    /// There is no such discrepancy.
    Orphan,
}

impl Standing {
    /// Why it does not hold, in words; nothing where it does.
    pub fn reason(&self) -> Option<String> {
        match self {
            Standing::Holds => None,
            Standing::NotYet => Some("it begins on a later day".to_owned()),
            Standing::Expired(day) => Some(format!("it ended on {day}")),
            Standing::Moved(how) => Some(how.clone()),
            Standing::Orphan => Some("the discrepancy has gone".to_owned()),
        }
    }
}

/// An acknowledgement of a discrepancy that is there, which no longer holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lapsed {
    /// What was acknowledged.
    pub acknowledgement: Acknowledgement,
    /// Why it no longer holds.
    pub reason: String,
}

impl Lapsed {
    /// `a digit was dropped (desk, until 2026-07-01); no longer: it ended on 2026-07-01`.
    pub fn sentence(&self) -> String {
        format!("{}; no longer: {}", self.acknowledgement.sentence(), self.reason)
    }
}

/// The acknowledgements of a corpus that no longer hold on a day though their discrepancies are there, by the
/// discrepancy: what they let stand is open again.
pub fn lapsed(corpus: &Corpus, analysis: &Analysis, day: Option<NaiveDate>) -> BTreeMap<String, Lapsed> {
    let standings = corpus.acknowledged.iter().zip(standings(corpus, analysis, day));
    let has_held = |standing: &Standing| matches!(standing, Standing::Expired(_) | Standing::Moved(_));
    let lapsed = standings.filter(|(_, standing)| has_held(standing)).filter_map(|(held, standing)| {
        let acknowledgement = held.acknowledgement.clone();
        Some((held.discrepancy.clone(), Lapsed { acknowledgement, reason: standing.reason()? }))
    });
    lapsed.collect()
}

/// How each acknowledgement of a corpus stands on a day, in their order. Where no day is known, none has
/// expired.
pub fn standings(corpus: &Corpus, analysis: &Analysis, day: Option<NaiveDate>) -> Vec<Standing> {
    let of = |acknowledged: &Acknowledged| {
        let given = &acknowledged.acknowledgement;
        let found = analysis.discrepancies.iter().find(|found| found.id == acknowledged.discrepancy);
        let Some(found) = found else { return Standing::Orphan };
        if let Some(expires) = given.expires.filter(|expires| day.is_some_and(|day| *expires <= day)) {
            return Standing::Expired(expires);
        }
        if given.since.zip(day).is_some_and(|(since, day)| since > day) {
            return Standing::NotYet;
        }
        let finding = Finding::of(corpus, analysis, found);
        match moved(&acknowledged.given_for, &finding, corpus) {
            Some(how) => Standing::Moved(how),
            None => Standing::Holds,
        }
    };
    corpus.acknowledged.iter().map(of).collect()
}

/// Marks the discrepancies of an analysis whose acknowledgements hold on a day.
pub fn acknowledge(corpus: &Corpus, analysis: &mut Analysis, day: Option<NaiveDate>) {
    let standings = standings(corpus, analysis, day);
    for (acknowledged, standing) in corpus.acknowledged.iter().zip(standings) {
        let found = analysis.discrepancies.iter_mut().find(|found| found.id == acknowledged.discrepancy);
        if let Some(found) = found.filter(|_| standing == Standing::Holds) {
            found.acknowledged = Some(acknowledged.acknowledgement.clone());
        }
    }
}

/// What a finding is like, to be acknowledged for.
pub fn given_for(corpus: &Corpus, finding: &Finding) -> GivenFor {
    let days = finding.episodes.iter().map(|spell| DateRange { from: spell.from, to: spell.to });
    GivenFor {
        level: Some(finding.level.id().to_owned()),
        certainty: Some(finding.certainty.id().to_owned()),
        values: Some(values(corpus, finding).into_iter().map(|(text, _)| text).collect()),
        days: Some(days.collect()),
    }
}

/// `gs/24: ≈ 18,642` for each claim of the widest pair, with the value.
fn values(corpus: &Corpus, finding: &Finding) -> Vec<(String, StatedValue)> {
    let claims = finding.lead.iter().filter_map(|id| corpus.find(id)).map(|number| corpus.claim(number));
    let values = claims.map(|claim| {
        let value = stated(corpus, &claim.value);
        (format!("{}: {}", claim.id, words(&value)), value)
    });
    values.collect()
}

/// A value in words that can be read back: days as in files, figures as a reader writes them.
fn words(value: &StatedValue) -> String {
    match value {
        StatedValue::Count(count) => count.to_string(),
        StatedValue::Date(DateValue::On(day)) => day.to_string(),
        StatedValue::Date(DateValue::Within(from, to)) => format!("{from}..{to}"),
        StatedValue::Date(DateValue::Before(day)) => format!("before {day}"),
        StatedValue::Date(DateValue::After(day)) => format!("after {day}"),
        StatedValue::Is(state) => state.clone(),
        StatedValue::IsNot(state) => format!("not {state}"),
        StatedValue::OneOf(states) => states.join(" or "),
        StatedValue::Happened(true) => "happened".to_owned(),
        StatedValue::Happened(false) => "did not happen".to_owned(),
        StatedValue::Relative { to, is } => format!("{} than {to}", is.words()),
        StatedValue::Undisclosed => "no figure given".to_owned(),
        StatedValue::Text(text) => text.clone(),
    }
}

/// In what a finding is another than it was, in words.
fn moved(given: &GivenFor, finding: &Finding, corpus: &Corpus) -> Option<String> {
    let levels = [Level::Conflict, Level::Note];
    let certainties = [Certainty::Certain, Certainty::DependsOnReading, Certainty::Hedged];
    let level = levels.into_iter().find(|level| Some(level.id()) == given.level.as_deref());
    let certainty = certainties.into_iter().find(|certainty| Some(certainty.id()) == given.certainty.as_deref());
    let spell =
        |days: &DateRange| Spell { from: days.from, to: days.to, pairs: 1, widest: Vec::new(), latest: Vec::new() };
    let was = Finding {
        level: level.unwrap_or(finding.level),
        certainty: certainty.unwrap_or(finding.certainty),
        episodes: match &given.days {
            Some(days) => days.iter().map(spell).collect(),
            None => finding.episodes.clone(),
        },
        ..finding.clone()
    };
    if finding.level < was.level {
        return Some(format!("it was a {} and is a {}", was.level.id(), finding.level.id()));
    }
    if finding.certainty < was.certainty {
        return Some(format!("it was {} and is {}", was.certainty.id(), finding.certainty.id()));
    }
    if own_episode(finding, &was).is_some() {
        return Some("it holds on further days".to_owned());
    }
    let is = values(corpus, finding);
    let was = given.values.as_deref()?;
    if was.len() != is.len() {
        return Some(format!("it was between {} claims and is between {}", was.len(), is.len()));
    }
    let percent = corpus.settings.diff_percent;
    let differs = was.iter().zip(&is).find(|(was, (text, value))| !same(value_of(was), value_of(text), value, percent));
    differs.map(|(was, (is, _))| match was.split_once(": ").zip(is.split_once(": ")) {
        Some(((old, was), (new, is))) if old == new => format!("`{old}` said {was} and says {is}"),
        _ => format!("it was `{was}` and is `{is}`"),
    })
}

/// What stands behind the id of a claim, which holds no colon.
fn value_of(text: &str) -> &str {
    text.split_once(": ").map_or(text, |(_, value)| value)
}

/// Whether a value is what it was: a figure within the tolerance, anything else to the letter.
fn same(was: &str, text: &str, value: &StatedValue, percent: u32) -> bool {
    let is_figure = matches!(value, StatedValue::Count(count) if !matches!(count, CountValue::Order(_)));
    if was == text || !is_figure {
        return was == text;
    }
    let (was, is) = (figures(was), figures(text));
    was.0 == is.0
        && was.1.len() == is.1.len()
        && was.1.into_iter().zip(is.1).all(|(was, is)| {
            let (was, is) = (was.millionths(), is.millionths());
            (is - was).abs().saturating_mul(100) <= was.max(is).saturating_mul(i128::from(percent))
        })
}

/// The figures of a text, and the text without them.
fn figures(text: &str) -> (String, Vec<Count>) {
    let is_digit = |letter: char| letter.is_ascii_digit() || letter == ',' || letter == '.';
    let rest: String = text.chars().filter(|letter| !is_digit(*letter) && !letter.is_whitespace()).collect();
    let figures = text.split(|letter| !is_digit(letter)).filter(|part| !part.is_empty());
    (rest, figures.filter_map(|part| part.replace(',', "").parse().ok()).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_same(was: &str, is: CountValue) -> bool {
        let value = StatedValue::Count(is);
        same(was, &words(&value), &value, 1)
    }

    #[test]
    fn a_figure_may_move_within_the_tolerance() {
        let about = |figure: u64| CountValue::About { figure: figure.into(), tolerance: None };
        assert!(is_same("≈ 185,730", about(186_420)) && is_same("≈ 185730", about(185_730)));
        assert!(!is_same("≈ 185,730", about(188_000)) && !is_same("≈ 188,000", about(185_730)));
        assert!(!is_same("≥ 185,730", about(185_730)), "at least is not about");
        assert!(is_same("30,000–40,000", CountValue::Between(30_100.into(), 40_000.into())));
        assert!(!is_same("30,000–40,000", CountValue::Between(30_100.into(), 45_000.into())));
    }

    #[test]
    fn a_day_or_a_word_may_not() {
        let day = |day| NaiveDate::from_ymd_opt(2023, 4, day).expect("a day");
        let on = StatedValue::Date(DateValue::On(day(17)));
        assert!(same("2023-04-17", &words(&on), &on, 1) && !same("2023-04-16", &words(&on), &on, 1));
        let state = StatedValue::Is("contested".into());
        assert!(!same("not-controlled", &words(&state), &state, 1));
    }
}
