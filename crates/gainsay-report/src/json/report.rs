//! `gainsay.report/v1`: the whole picture.

use super::writer::Number;
use crate::newest::Newest;
use crate::{Picture, sentence};
use chrono::NaiveDate;
use gainsay_claim::{Acknowledgement, ClaimId, Corpus, SourceId};
use gainsay_compare::{Certainty, Discrepancy, Gap, Level};
use gainsay_diff::Finding;
use schemars::{JsonSchema, Schema, schema_for};
use serde::Serialize;

/// The JSON Schema of `gainsay.report/v1`, generated from the types that are written.
pub fn report_schema() -> Schema {
    schema_for!(ReportRecord<'static>)
}

const FORMAT: &str = "gainsay.report/v1";

/// Who contradicts whom, and why.
#[derive(Serialize, JsonSchema)]
#[schemars(title = "gainsay report")]
pub struct ReportRecord<'a> {
    /// Always `gainsay.report/v1`.
    #[schemars(extend("const" = "gainsay.report/v1"))]
    format: &'static str,
    /// How much there is of each.
    counts: CountsRecord,
    /// What the claims speak about; empty in the output of `gainsay conflicts`.
    topics: Vec<TopicRecord<'a>>,
    /// What the rules found.
    discrepancies: Vec<DiscrepancyRecord<'a>>,
    /// What is unclear or wrong in the input; empty in the output of `gainsay conflicts`.
    problems: Vec<ProblemRecord<'a>>,
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Counts")]
struct CountsRecord {
    documents: usize,
    claims: usize,
    topics: usize,
    /// Conflicts and notes.
    discrepancies: usize,
    conflicts: usize,
    /// Discrepancies that the desk lets stand.
    acknowledged: usize,
}

/// The claims on one family of measures for one root subject and place.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Topic")]
struct TopicRecord<'a> {
    /// `family/subject/place`.
    id: &'a str,
    measure: &'a str,
    subject: &'a str,
    place: &'a str,
    /// Who has spoken on it.
    sources: Vec<&'a str>,
    /// How many claims it has.
    claims: u32,
    /// A sentence that can be printed as it stands.
    sentence: String,
}

/// One rule, one topic, and one source or a pair of them.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Discrepancy")]
pub struct DiscrepancyRecord<'a> {
    /// It stays the same when files move, text is reworded or days are added.
    id: &'a str,
    /// The id of the rule.
    rule: &'a str,
    #[schemars(extend("enum" = ["conflict", "note"]))]
    level: &'static str,
    #[schemars(extend("enum" = ["certain", "depends-on-reading", "hedged"]))]
    certainty: &'static str,
    /// Under which readings it holds, as in `general-staff: personnel-losses = killed`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(extend("description" = "Only where certainty is depends-on-reading."))]
    readings: Option<Vec<String>>,
    /// Where it comes from, in one word.
    cause: &'a str,
    /// The id of the topic.
    topic: &'a str,
    /// One or two sources with the claims by which they take part.
    #[schemars(length(min = 1, max = 2))]
    sides: Vec<SideRecord<'a>>,
    /// How far apart the widest pair lies.
    gap: Option<GapRecord>,
    /// The runs of days on which it holds.
    episodes: Vec<EpisodeRecord<'a>>,
    /// Why, one step each.
    because: Vec<&'a str>,
    /// One neutral sentence.
    summary: &'a str,
    /// That the desk lets it stand; null where it does not.
    acknowledged: Option<AcknowledgedRecord<'a>>,
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Acknowledged")]
pub(super) struct AcknowledgedRecord<'a> {
    why: &'a str,
    who: Option<&'a str>,
    #[schemars(extend("format" = "date"))]
    since: Option<String>,
    /// On this day it is open again.
    #[schemars(extend("format" = "date"))]
    expires: Option<String>,
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Side")]
struct SideRecord<'a> {
    source: &'a str,
    /// The claims of the widest and latest pairs of each episode, all of them up to twenty.
    claims: Vec<&'a str>,
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Gap")]
struct GapRecord {
    /// The larger figure by the smaller, with two decimals; null where the smaller is zero and for dates.
    ratio: Option<Number>,
    /// The difference, in units of the measure; in days for dates.
    absolute: Number,
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Episode")]
struct EpisodeRecord<'a> {
    #[schemars(extend("format" = "date"))]
    from: Option<String>,
    #[schemars(extend("format" = "date"))]
    to: Option<String>,
    /// How many pairs of claims it holds.
    pairs: u64,
    /// The pair that lies furthest apart, in the order of the sides.
    widest: Vec<&'a str>,
    /// The pair of the last day.
    latest: Vec<&'a str>,
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Problem")]
struct ProblemRecord<'a> {
    path: &'a str,
    /// From 1.
    line: u32,
    /// In Unicode code points, from 1.
    column: u32,
    message: String,
}

/// A day as it stands in files.
pub fn day(day: NaiveDate) -> String {
    day.format("%Y-%m-%d").to_string()
}

/// The id of a source.
pub fn source_id(corpus: &Corpus, id: SourceId) -> &str {
    &corpus.vocabulary.source(id).entry.id
}

impl<'a> ReportRecord<'a> {
    /// All of it.
    pub fn of(picture: &Picture<'a>) -> ReportRecord<'a> {
        let Picture { corpus, analysis, .. } = *picture;
        let newest = Newest::of(corpus);
        let vocabulary = &corpus.vocabulary;
        let topics = analysis.topics.iter().map(|topic| TopicRecord {
            id: &topic.id,
            measure: &vocabulary.measure(topic.measure).entry.id,
            subject: &vocabulary.subject(topic.subject).entry.id,
            place: &vocabulary.place(topic.place).entry.id,
            sources: sorted(topic.newest.keys().map(|id| source_id(corpus, *id)).collect()),
            claims: topic.claims,
            sentence: sentence::of_topic(picture, topic, &newest),
        });
        let problems = corpus.problems.iter().map(|problem| ProblemRecord {
            path: &problem.path,
            line: problem.line,
            column: problem.column,
            message: problem.sentence(),
        });
        ReportRecord {
            topics: topics.collect(),
            problems: problems.collect(),
            ..ReportRecord::discrepancies_of(picture)
        }
    }

    /// The counts and the discrepancies.
    pub fn discrepancies_of(picture: &Picture<'a>) -> ReportRecord<'a> {
        let analysis = picture.analysis;
        ReportRecord {
            format: FORMAT,
            counts: CountsRecord {
                documents: picture.corpus.documents.len(),
                claims: picture.corpus.claims.len(),
                topics: analysis.topics.len(),
                discrepancies: analysis.discrepancies.len(),
                conflicts: picture.of_level(Level::Conflict).count(),
                acknowledged: analysis.discrepancies.iter().filter(|found| found.acknowledged.is_some()).count(),
            },
            topics: Vec::new(),
            discrepancies: analysis
                .discrepancies
                .iter()
                .map(|discrepancy| DiscrepancyRecord::of(picture, discrepancy))
                .collect(),
            problems: Vec::new(),
        }
    }
}

impl<'a> DiscrepancyRecord<'a> {
    /// A discrepancy that may come out of another revision or a report.
    pub fn of_finding(finding: &'a Finding) -> DiscrepancyRecord<'a> {
        fn ids(claims: &[String]) -> Vec<&str> {
            claims.iter().map(String::as_str).collect()
        }
        let sides = finding.sides.iter();
        let episodes = finding.episodes.iter();
        DiscrepancyRecord {
            id: &finding.id,
            rule: &finding.rule,
            level: finding.level.id(),
            certainty: finding.certainty.id(),
            readings: (finding.certainty == Certainty::DependsOnReading).then(|| finding.readings.clone()),
            cause: &finding.cause,
            topic: &finding.topic,
            sides: sides.map(|side| SideRecord { source: &side.source, claims: ids(&side.claims) }).collect(),
            gap: finding.gap.map(GapRecord::of),
            episodes: episodes
                .map(|spell| EpisodeRecord {
                    from: spell.from.map(day),
                    to: spell.to.map(day),
                    pairs: spell.pairs,
                    widest: ids(&spell.widest),
                    latest: ids(&spell.latest),
                })
                .collect(),
            because: finding.because.iter().map(String::as_str).collect(),
            summary: &finding.summary,
            acknowledged: finding.acknowledged.as_ref().map(AcknowledgedRecord::of),
        }
    }

    fn of(picture: &Picture<'a>, discrepancy: &'a Discrepancy) -> DiscrepancyRecord<'a> {
        let corpus = picture.corpus;
        let ids = |claims: &[ClaimId]| claims.iter().map(|id| &*corpus.claim(*id).id).collect::<Vec<&str>>();
        let measure = |id| &*corpus.vocabulary.measure(id).entry.id;
        let readings = discrepancy.readings.iter().map(|reading| {
            format!("{}: {} = {}", source_id(corpus, reading.source), measure(reading.wording), measure(reading.means))
        });
        DiscrepancyRecord {
            id: &discrepancy.id,
            rule: discrepancy.rule.id,
            level: discrepancy.level.id(),
            certainty: discrepancy.certainty.id(),
            readings: (discrepancy.certainty == Certainty::DependsOnReading).then(|| readings.collect()),
            cause: discrepancy.cause.id(),
            topic: &picture.topic(discrepancy).id,
            sides: discrepancy
                .sides
                .iter()
                .map(|side| SideRecord { source: source_id(corpus, side.source), claims: ids(&side.claims) })
                .collect(),
            gap: discrepancy.gap.map(GapRecord::of),
            episodes: discrepancy
                .episodes
                .iter()
                .map(|episode| EpisodeRecord {
                    from: episode.from.map(day),
                    to: episode.to.map(day),
                    pairs: episode.pairs,
                    widest: ids(&episode.widest),
                    latest: ids(&episode.latest),
                })
                .collect(),
            because: discrepancy.because.iter().map(String::as_str).collect(),
            summary: &discrepancy.summary,
            acknowledged: discrepancy.acknowledged.as_ref().map(AcknowledgedRecord::of),
        }
    }
}

impl<'a> AcknowledgedRecord<'a> {
    pub(super) fn of(acknowledgement: &'a Acknowledgement) -> AcknowledgedRecord<'a> {
        AcknowledgedRecord {
            why: &acknowledgement.why,
            who: acknowledgement.who.as_deref(),
            since: acknowledgement.since.map(day),
            expires: acknowledgement.expires.map(day),
        }
    }
}

impl GapRecord {
    fn of(gap: Gap) -> GapRecord {
        GapRecord { ratio: gap.ratio_hundredths.map(Number::Hundredths), absolute: Number::Count(gap.absolute) }
    }
}

/// Ids in rising order, whatever order the vocabulary has.
fn sorted(mut ids: Vec<&str>) -> Vec<&str> {
    ids.sort_unstable();
    ids
}

#[cfg(test)]
mod tests {
    use crate::{Format, Style, View, specimen, write};
    use serde_json::{Value, json};

    fn written(view: View) -> Value {
        let corpus = specimen::corpus();
        let analysis = specimen::analysis(&corpus);
        let mut out = Vec::new();
        let style = Style { width: 80, colour: false };
        write(view, Format::Json, &specimen::picture(&corpus, &analysis), style, &mut out)
            .expect("a buffer takes everything");
        serde_json::from_slice(&out).expect("it is JSON")
    }

    #[test]
    fn the_report_has_the_promised_shape() {
        let report = written(View::Report);
        assert_eq!(report["format"], "gainsay.report/v1");
        assert_eq!(
            report["counts"],
            json!({ "documents": 2, "claims": 13, "topics": 5, "discrepancies": 3, "conflicts": 2, "acknowledged": 0 })
        );
        let found = &report["discrepancies"][1];
        assert_eq!(found["rule"], "count-conflict");
        assert_eq!(found["certainty"], "depends-on-reading");
        assert_eq!(found["readings"], json!(["general-staff: personnel-losses = killed"]));
        assert_eq!(found["gap"], json!({ "ratio": 30.95, "absolute": 177_813 }));
        assert_eq!(found["sides"][0], json!({ "source": "general-staff", "claims": ["gs/total"] }));
        assert_eq!(found["acknowledged"], Value::Null);
        let certain = &report["discrepancies"][0];
        assert_eq!(certain.get("readings"), None);
        assert_eq!(certain["gap"], Value::Null);
        assert_eq!(certain["episodes"][0]["widest"], json!(["film/kremlin", "film/agentstvo"]));
    }

    #[test]
    fn conflicts_are_the_report_without_topics() {
        let (report, conflicts) = (written(View::Report), written(View::Conflicts));
        assert_eq!(conflicts["discrepancies"], report["discrepancies"]);
        assert_eq!(conflicts["topics"], json!([]));
    }

    #[test]
    fn the_schema_requires_what_is_always_there() {
        let schema = super::report_schema();
        let found = &schema.as_value()["$defs"]["Discrepancy"];
        let required = found["required"].as_array().expect("a list");
        assert!(required.contains(&json!("id")) && !required.contains(&json!("readings")), "{found:#}");
    }
}
