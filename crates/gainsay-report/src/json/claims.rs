//! `gainsay.claims-list/v1`: the claims as they stand in files, each with its document.

use super::report::{day, source_id};
use super::writer::Number;
use crate::{Picture, citation};
use gainsay_claim::value::{Comparison, CountValue, DateValue, StateValue, Value};
use gainsay_claim::{Claim, Corpus, StateId};
use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

/// Every claim. They are written one by one; a corpus may hold millions.
#[derive(Serialize)]
pub struct ClaimsRecord<'a> {
    format: &'static str,
    claims: Each<'a>,
}

impl<'a> ClaimsRecord<'a> {
    /// Those of a picture.
    pub fn of(picture: &Picture<'a>) -> ClaimsRecord<'a> {
        ClaimsRecord { format: "gainsay.claims-list/v1", claims: Each(picture.corpus) }
    }
}

struct Each<'a>(&'a Corpus);

impl Serialize for Each<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.claims.iter().map(|claim| ClaimRecord::of(self.0, claim)))
    }
}

#[derive(Serialize)]
struct ClaimRecord<'a> {
    id: &'a str,
    document: &'a str,
    title: Option<&'a str>,
    publisher: Option<&'a str>,
    published: Option<String>,
    url: Option<&'a str>,
    path: &'a str,
    source: &'a str,
    speaker: Option<&'a str>,
    via: Vec<&'a str>,
    said: Option<String>,
    measure: &'a str,
    subject: &'a str,
    place: &'a str,
    period: Option<PeriodRecord>,
    basis: &'static str,
    value: ValueRecord<'a>,
    hedge: Option<&'a str>,
    statement: Option<&'a str>,
    evidence: Option<EvidenceRecord<'a>>,
    corrects: Option<&'a str>,
    note: Option<&'a str>,
}

#[derive(Serialize)]
struct PeriodRecord {
    from: String,
    to: String,
}

#[derive(Serialize)]
struct EvidenceRecord<'a> {
    exact: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    prefix: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    suffix: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    start: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    end: Option<u32>,
}

impl<'a> ClaimRecord<'a> {
    fn of(corpus: &'a Corpus, claim: &'a Claim) -> ClaimRecord<'a> {
        let vocabulary = &corpus.vocabulary;
        let document = corpus.document(claim.document);
        ClaimRecord {
            id: &claim.id,
            document: &document.id,
            title: document.title.as_deref(),
            publisher: document.publisher.as_deref(),
            published: document.published.map(day),
            url: document.url.as_deref(),
            path: citation::path(corpus, claim),
            source: source_id(corpus, claim.source),
            speaker: claim.words.speaker(),
            via: claim.words.via().collect(),
            said: claim.said.map(day),
            measure: &vocabulary.measure(claim.measure).entry.id,
            subject: &vocabulary.subject(claim.subject).entry.id,
            place: &vocabulary.place(claim.place).entry.id,
            period: claim.period.map(|period| PeriodRecord { from: day(period.from()), to: day(period.to()) }),
            basis: claim.basis.id(),
            value: ValueRecord { corpus, value: &claim.value },
            hedge: claim.words.hedge(),
            statement: claim.words.statement(),
            evidence: claim.words.evidence().map(|evidence| EvidenceRecord {
                exact: evidence.exact,
                prefix: evidence.prefix,
                suffix: evidence.suffix,
                start: evidence.span.map(|(start, _)| start),
                end: evidence.span.map(|(_, end)| end),
            }),
            corrects: claim.words.corrects(),
            note: claim.words.note(),
        }
    }
}

/// A value in the form that it has in files.
pub struct ValueRecord<'a> {
    /// The vocabulary it uses.
    pub corpus: &'a Corpus,
    /// The value.
    pub value: &'a Value,
}

impl Serialize for ValueRecord<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        let number = Number::Count;
        let state = |id: &StateId| &*self.corpus.vocabulary.state(*id).entry.id;
        match self.value {
            Value::Count(CountValue::Exactly(figure)) => map.serialize_entry("exactly", &number(*figure))?,
            Value::Count(CountValue::About { figure, tolerance }) => {
                map.serialize_entry("about", &number(*figure))?;
                if let Some(tolerance) = tolerance {
                    map.serialize_entry("tolerance", &number(*tolerance))?;
                }
            }
            Value::Count(CountValue::AtLeast(figure)) => map.serialize_entry("at_least", &number(*figure))?,
            Value::Count(CountValue::MoreThan(figure)) => map.serialize_entry("more_than", &number(*figure))?,
            Value::Count(CountValue::AtMost(figure)) => map.serialize_entry("at_most", &number(*figure))?,
            Value::Count(CountValue::LessThan(figure)) => map.serialize_entry("less_than", &number(*figure))?,
            Value::Count(CountValue::Between(low, high)) => {
                map.serialize_entry("between", &[number(*low), number(*high)])?
            }
            Value::Count(CountValue::Order(order)) => map.serialize_entry("order", order.id())?,
            Value::Date(DateValue::On(on)) => map.serialize_entry("on", &day(*on))?,
            Value::Date(DateValue::Within(from, to)) => map.serialize_entry("within", &[day(*from), day(*to)])?,
            Value::Date(DateValue::Before(before)) => map.serialize_entry("before", &day(*before))?,
            Value::Date(DateValue::After(after)) => map.serialize_entry("after", &day(*after))?,
            Value::State(StateValue::Is(id)) => map.serialize_entry("is", state(id))?,
            Value::State(StateValue::IsNot(id)) => map.serialize_entry("is_not", state(id))?,
            Value::State(StateValue::OneOf(ids)) => {
                map.serialize_entry("one_of", &ids.iter().map(state).collect::<Vec<_>>())?
            }
            Value::Happened(happened) => map.serialize_entry("happened", happened)?,
            Value::Relative { to, is } => {
                map.serialize_entry("relative", &RelativeRecord { to: source_id(self.corpus, *to), is: *is })?
            }
            Value::Undisclosed => map.serialize_entry("undisclosed", &true)?,
            Value::Text(text) => map.serialize_entry("text", &**text)?,
        }
        map.end()
    }
}

struct RelativeRecord<'a> {
    to: &'a str,
    is: Comparison,
}

impl Serialize for RelativeRecord<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(2))?;
        map.serialize_entry("to", self.to)?;
        map.serialize_entry("is", &self.is.words().replace(' ', "-"))?;
        map.end()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::specimen;

    #[test]
    fn claims_come_back_as_they_were_written() {
        let corpus = specimen::corpus();
        let value = |id: &str| {
            let claim = corpus.claim(corpus.find(id).expect("the claim is there"));
            serde_json::to_string(&ValueRecord { corpus: &corpus, value: &claim.value }).expect("it serializes")
        };
        assert_eq!(value("gs/total"), r#"{"about":183750}"#);
        assert_eq!(value("film/agentstvo"), r#"{"before":"2023-04-16"}"#);
        assert_eq!(value("tanks/kremlin"), r#"{"relative":{"to":"general-staff","is":"much-lower"}}"#);
        assert_eq!(value("bakhmut/wagner"), r#"{"is":"fully-controlled"}"#);
    }
}
