//! The fields of a claim, as a file has them, so that those of two corpora can be held against each other.

use gainsay_claim::{Claim, Comparison, Corpus, CountValue, DateValue, Period, StateValue, Value};
use std::collections::BTreeMap;

/// A field of a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs)]
pub enum Field {
    Value,
    Source,
    Speaker,
    Via,
    Said,
    Measure,
    Subject,
    Place,
    Period,
    Basis,
    Hedge,
    Corrects,
    Document,
    Statement,
    Quote,
    Prefix,
    Suffix,
    Start,
    End,
    Note,
}

impl Field {
    /// Its name in a file; a `.` stands between an object and what lies in it.
    pub const fn id(self) -> &'static str {
        match self {
            Field::Value => "value",
            Field::Source => "source",
            Field::Speaker => "speaker",
            Field::Via => "via",
            Field::Said => "said",
            Field::Measure => "measure",
            Field::Subject => "subject",
            Field::Place => "place",
            Field::Period => "period",
            Field::Basis => "basis",
            Field::Hedge => "hedge",
            Field::Corrects => "corrects",
            Field::Document => "document",
            Field::Statement => "statement",
            Field::Quote => "evidence.exact",
            Field::Prefix => "evidence.prefix",
            Field::Suffix => "evidence.suffix",
            Field::Start => "evidence.start",
            Field::End => "evidence.end",
            Field::Note => "note",
        }
    }

    /// Whether a rule looks at it: an edit of the others cannot change what is found.
    pub const fn is_compared(self) -> bool {
        !matches!(
            self,
            Field::Statement | Field::Quote | Field::Prefix | Field::Suffix | Field::Start | Field::End | Field::Note
        )
    }
}

/// What a field holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FieldValue {
    /// An id, a day or another single word.
    Name(String),
    /// Outlets.
    Names(Vec<String>),
    /// Free text.
    Words(String),
    /// A place in a text.
    Number(u32),
    /// Days.
    Period(Period),
    /// What the claim says.
    Stated(StatedValue),
}

/// A [`Value`] by names, not by the numbers of one vocabulary.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum StatedValue {
    Count(CountValue),
    Date(DateValue),
    Is(String),
    IsNot(String),
    OneOf(Vec<String>),
    Happened(bool),
    Relative { to: String, is: Comparison },
    Undisclosed,
    Text(String),
}

/// The fields of a claim that hold something.
pub fn fields(corpus: &Corpus, claim: &Claim) -> BTreeMap<Field, FieldValue> {
    let vocabulary = &corpus.vocabulary;
    let name = |text: &str| Some(FieldValue::Name(text.to_owned()));
    let words = |text: Option<&str>| text.map(|text| FieldValue::Words(text.to_owned()));
    let via: Vec<String> = claim.words.via().map(str::to_owned).collect();
    let evidence = claim.words.evidence();
    let span = evidence.and_then(|evidence| evidence.span);
    let all = [
        (Field::Value, Some(FieldValue::Stated(stated(corpus, &claim.value)))),
        (Field::Source, name(&vocabulary.source(claim.source).entry.id)),
        (Field::Speaker, claim.words.speaker().and_then(name)),
        (Field::Via, (!via.is_empty()).then_some(FieldValue::Names(via))),
        (Field::Said, claim.said.and_then(|said| name(&said.format("%Y-%m-%d").to_string()))),
        (Field::Measure, name(&vocabulary.measure(claim.measure).entry.id)),
        (Field::Subject, name(&vocabulary.subject(claim.subject).entry.id)),
        (Field::Place, name(&vocabulary.place(claim.place).entry.id)),
        (Field::Period, claim.period.map(FieldValue::Period)),
        (Field::Basis, name(claim.basis.id())),
        (Field::Hedge, words(claim.words.hedge())),
        (Field::Corrects, claim.words.corrects().and_then(name)),
        (Field::Document, name(&corpus.document(claim.document).id)),
        (Field::Statement, words(claim.words.statement())),
        (Field::Quote, words(evidence.map(|evidence| evidence.exact))),
        (Field::Prefix, words(evidence.and_then(|evidence| evidence.prefix))),
        (Field::Suffix, words(evidence.and_then(|evidence| evidence.suffix))),
        (Field::Start, span.map(|(start, _)| FieldValue::Number(start))),
        (Field::End, span.map(|(_, end)| FieldValue::Number(end))),
        (Field::Note, words(claim.words.note())),
    ];
    all.into_iter().filter_map(|(field, value)| Some((field, value?))).collect()
}

pub(crate) fn stated(corpus: &Corpus, value: &Value) -> StatedValue {
    let state = |id| corpus.vocabulary.state(id).entry.id.to_string();
    match value {
        Value::Count(count) => StatedValue::Count(*count),
        Value::Date(date) => StatedValue::Date(*date),
        Value::State(StateValue::Is(id)) => StatedValue::Is(state(*id)),
        Value::State(StateValue::IsNot(id)) => StatedValue::IsNot(state(*id)),
        Value::State(StateValue::OneOf(ids)) => StatedValue::OneOf(ids.iter().map(|id| state(*id)).collect()),
        Value::Happened(happened) => StatedValue::Happened(*happened),
        Value::Relative { to, is } => {
            StatedValue::Relative { to: corpus.vocabulary.source(*to).entry.id.to_string(), is: *is }
        }
        Value::Undisclosed => StatedValue::Undisclosed,
        Value::Text(text) => StatedValue::Text(text.to_string()),
    }
}
