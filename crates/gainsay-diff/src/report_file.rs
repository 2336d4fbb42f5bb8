//! Reading `gainsay.report/v1`: what the rules found, without the claims.

use crate::finding::{Finding, FindingSide, Spell};
use chrono::NaiveDate;
use gainsay_claim::period::read_day;
use gainsay_claim::{Acknowledgement, Count};
use gainsay_compare::{Certainty, Gap, Level};
use serde::Deserialize;
use std::fmt;

const FORMAT: &str = "gainsay.report/v1";
const FAMILY: &str = "gainsay.report/";

/// Why a file is no report that can be compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReportError {
    /// Not JSON, or not of the shape of a report.
    Malformed(String),
    /// Of another version.
    Version(String),
    /// JSON of this program that is no report.
    Other(String),
}

impl fmt::Display for ReportError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ReportError::Malformed(message) => write!(
                formatter,
                "this is not a whole {FORMAT} file: {message}; write it again with gainsay report --format json"
            ),
            ReportError::Version(format) => write!(
                formatter,
                "it is a `{}` file, and this version of gainsay reads {FORMAT}; use the gainsay that wrote it, or write the report again with this one",
                format.escape_debug()
            ),
            ReportError::Other(format) => write!(
                formatter,
                "it is a `{}` file, which holds no report; name one that gainsay report --format json wrote",
                format.escape_debug()
            ),
        }
    }
}

impl std::error::Error for ReportError {}

/// Within how many bytes the format of a file stands.
const START: usize = 200;

#[derive(Deserialize)]
struct Peek {
    format: Option<String>,
}

/// Whether JSON calls itself a report or a diff, of whatever version, and so is no claims.
pub fn is_report(bytes: &[u8]) -> bool {
    let is_ours = |format: &str| format.starts_with(FAMILY) || format.starts_with("gainsay.diff/");
    match serde_json::from_slice::<Peek>(bytes) {
        Ok(peek) => peek.format.is_some_and(|format| is_ours(&format)),
        // One that was cut off still begins with its format.
        Err(_) => {
            let start = String::from_utf8_lossy(&bytes[..bytes.len().min(START)]);
            let rest = start.trim_start().strip_prefix('{').map(|rest| rest.trim_start());
            let rest = rest.and_then(|rest| rest.strip_prefix("\"format\"")).map(|rest| rest.trim_start());
            let rest = rest.and_then(|rest| rest.strip_prefix(':')).map(|rest| rest.trim_start());
            rest.and_then(|rest| rest.strip_prefix('"')).is_some_and(is_ours)
        }
    }
}

#[derive(Deserialize)]
struct ReportRead {
    discrepancies: Vec<DiscrepancyRead>,
}

#[derive(Deserialize)]
struct DiscrepancyRead {
    id: String,
    rule: String,
    level: String,
    certainty: String,
    #[serde(default)]
    readings: Vec<String>,
    #[serde(default)]
    cause: String,
    topic: String,
    sides: Vec<SideRead>,
    gap: Option<GapRead>,
    episodes: Vec<EpisodeRead>,
    because: Vec<String>,
    summary: String,
    acknowledged: Option<AcknowledgedRead>,
}

/// A reason alone, or all of it.
#[derive(Deserialize)]
#[serde(untagged)]
enum AcknowledgedRead {
    Why(String),
    Whole { why: String, who: Option<String>, since: Option<String>, expires: Option<String> },
}

#[derive(Deserialize)]
struct SideRead {
    source: String,
    claims: Vec<String>,
}

#[derive(Deserialize)]
struct GapRead {
    ratio: Option<serde_json::Number>,
    absolute: serde_json::Number,
}

#[derive(Deserialize)]
struct EpisodeRead {
    from: Option<String>,
    to: Option<String>,
    pairs: u64,
    widest: Vec<String>,
    latest: Vec<String>,
}

/// The findings of a report.
pub(crate) fn read(bytes: &[u8]) -> Result<Vec<Finding>, ReportError> {
    let malformed = |error: serde_json::Error| ReportError::Malformed(error.to_string());
    let peek: Peek = serde_json::from_slice(bytes).map_err(malformed)?;
    match peek.format {
        Some(format) if format == FORMAT => {}
        Some(format) if format.starts_with(FAMILY) => return Err(ReportError::Version(format)),
        other => return Err(ReportError::Other(other.unwrap_or_else(|| "JSON".into()))),
    }
    let report: ReportRead = serde_json::from_slice(bytes).map_err(malformed)?;
    report.discrepancies.into_iter().map(finding).collect()
}

fn finding(read: DiscrepancyRead) -> Result<Finding, ReportError> {
    let unknown = |field: &str, word: &str| {
        ReportError::Malformed(format!("no {field} is called `{}` (in `{}`)", word.escape_debug(), read.id))
    };
    let level = [Level::Conflict, Level::Note].into_iter().find(|level| level.id() == read.level);
    let certainty = [Certainty::Certain, Certainty::DependsOnReading, Certainty::Hedged]
        .into_iter()
        .find(|certainty| certainty.id() == read.certainty);
    let level = level.ok_or_else(|| unknown("level", &read.level))?;
    let certainty = certainty.ok_or_else(|| unknown("certainty", &read.certainty))?;
    let gap = read.gap.as_ref().map(gap).transpose().map_err(|word| unknown("number", &word))?;
    let episodes: Vec<Spell> = read.episodes.into_iter().map(spell).collect::<Result<_, _>>()?;
    let lead = match &episodes[..] {
        [one] => one.widest.clone(),
        _ => Vec::new(),
    };
    let sides = read.sides.into_iter().map(|side| FindingSide { source: side.source, claims: side.claims });
    Ok(Finding {
        rule: read.rule,
        level,
        certainty,
        readings: read.readings,
        cause: read.cause,
        topic: read.topic,
        sides: sides.collect(),
        lead,
        gap,
        episodes,
        because: read.because,
        summary: read.summary,
        acknowledged: read.acknowledged.map(acknowledgement).transpose()?,
        id: read.id,
    })
}

fn acknowledgement(read: AcknowledgedRead) -> Result<Acknowledgement, ReportError> {
    Ok(match read {
        AcknowledgedRead::Why(why) => Acknowledgement { why, ..Acknowledgement::default() },
        AcknowledgedRead::Whole { why, who, since, expires } => {
            Acknowledgement { why, who, since: optional_day(since)?, expires: optional_day(expires)? }
        }
    })
}

fn optional_day(day: Option<String>) -> Result<Option<NaiveDate>, ReportError> {
    day.map(|day| read_day(&day)).transpose().map_err(ReportError::Malformed)
}

fn gap(read: &GapRead) -> Result<Gap, String> {
    let count = |number: &serde_json::Number| -> Result<Count, String> {
        number.to_string().parse().or_else(|_| {
            let float = number.as_f64().ok_or_else(|| number.to_string())?;
            Count::from_json_float(float).map_err(|_| number.to_string())
        })
    };
    let hundredths = |ratio: Count| u64::try_from((ratio.millionths() + 5_000) / 10_000).unwrap_or(u64::MAX);
    Ok(Gap {
        ratio_hundredths: read.ratio.as_ref().map(count).transpose()?.map(hundredths),
        absolute: count(&read.absolute)?,
    })
}

fn spell(read: EpisodeRead) -> Result<Spell, ReportError> {
    let day = optional_day;
    Ok(Spell { from: day(read.from)?, to: day(read.to)?, pairs: read.pairs, widest: read.widest, latest: read.latest })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_report_of_another_version_or_kind_is_refused_by_name() {
        let refused = |text: &str| read(text.as_bytes()).expect_err("it is refused").to_string();
        assert!(refused(r#"{"format":"gainsay.report/v2","x":1}"#).starts_with("it is a `gainsay.report/v2` file"));
        assert!(refused(r#"{"format":"gainsay.diff/v1"}"#).contains("which holds no report"));
        assert!(refused(r#"{"format":"gainsay.report/v1"}"#).contains("missing field `discrepancies`"));
        assert!(refused("{").contains("not a whole"));
        assert!(is_report(br#"{"format":"gainsay.report/v9"}"#) && !is_report(br#"{"format":"gainsay.claims/v1"}"#));
    }
}
