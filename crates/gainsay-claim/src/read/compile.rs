//! From a record to a claim. Nothing is explained here: a record that does not make sense gives
//! nothing, and [`super::Inspection`] says why.

use crate::claim::{Claim, Document, DocumentId, Origin, Words};
use crate::intern::{Names, Table};
use crate::period::read_day;
use crate::record::{ClaimRecord, DocumentRecord, Text, ValueRecord};
use crate::value::{Comparison, CountValue, DateValue, Order, StateValue, Value};
use crate::vocabulary::{Kind, Noun, Vocabulary};
use crate::{Basis, MeasureId, Period, PlaceId, SourceId, StateId, SubjectId};
use chrono::NaiveDate;

/// Whether a text is an id: lower-case letters, digits, `-`, `/` and `.`.
pub(super) fn is_id(text: &str) -> bool {
    !text.is_empty()
        && text.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b"-/.".contains(&byte))
}

/// Whether a text says nothing.
pub(super) fn is_blank(text: &str) -> bool {
    text.trim().is_empty()
}

fn day(text: &Option<Text<'_>>) -> Result<Option<NaiveDate>, String> {
    text.as_ref().map(|text| read_day(text)).transpose()
}

fn boxed(text: &Option<Text<'_>>) -> Option<Box<str>> {
    text.as_ref().map(|text| Box::from(&**text))
}

pub(super) fn is_sha256(text: &str) -> bool {
    text.len() == 64 && text.bytes().all(|byte| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte))
}

pub(super) fn document(record: &DocumentRecord<'_>, origin: Origin) -> Option<Document> {
    if !is_id(&record.id) || record.sha256.as_ref().is_some_and(|sha256| !is_sha256(sha256)) {
        return None;
    }
    Some(Document {
        id: Box::from(&*record.id),
        origin,
        publisher: boxed(&record.publisher),
        title: boxed(&record.title),
        published: day(&record.published).ok()?,
        language: boxed(&record.language),
        url: boxed(&record.url),
        text: boxed(&record.text),
        sha256: boxed(&record.sha256),
    })
}

pub(super) fn claim(record: &ClaimRecord<'_>, document: u32, origin: Origin, names: &mut Names) -> Option<Claim> {
    let sound = is_id(&record.id)
        && record.corrects.as_ref().is_none_or(|id| is_id(id))
        && record.hedge.as_ref().is_none_or(|hedge| !is_blank(hedge))
        && record.via.iter().flatten().all(|outlet| !is_blank(outlet))
        && record.evidence.as_ref().is_none_or(|evidence| !is_blank(&evidence.exact))
        && record.evidence.as_ref().is_none_or(|evidence| match (evidence.start, evidence.end) {
            (Some(start), Some(end)) => start <= end,
            (None, None) => true,
            _ => false,
        })
        && !matches!(&record.value, ValueRecord::Relative(relative) if *relative.to == *record.source);
    if !sound {
        return None;
    }
    let period = match &record.period {
        None => None,
        Some(period) => Some(Period::new(read_day(&period.from).ok()?, read_day(&period.to).ok()?)?),
    };
    let basis = match record.basis.as_deref() {
        None | Some("total") => Basis::Total,
        Some("documented") => Basis::Documented,
        Some(_) => return None,
    };
    Some(Claim {
        id: Box::from(&*record.id),
        origin,
        document: DocumentId(document),
        source: SourceId(names.of(Noun::Source).number(&record.source)),
        measure: MeasureId(names.of(Noun::Measure).number(&record.measure)),
        subject: SubjectId(names.of(Noun::Subject).number(&record.subject)),
        place: PlaceId(names.of(Noun::Place).number(record.place.as_deref().unwrap_or("everywhere"))),
        said: day(&record.said).ok()?,
        period,
        basis,
        hedged: record.hedge.is_some(),
        retold: record.via.as_ref().is_some_and(|via| !via.is_empty()),
        value: value(&record.value, names)?,
        words: Words::pack(record),
    })
}

fn value(record: &ValueRecord<'_>, names: &mut Names) -> Option<Value> {
    let mut state = |name: &str| StateId(names.of(Noun::State).number(name));
    Some(match record {
        ValueRecord::Exactly(figure) => Value::Count(CountValue::Exactly(figure.0.ok()?)),
        ValueRecord::About(figure, tolerance) => {
            let tolerance = tolerance.map(|tolerance| tolerance.0).transpose().ok()?;
            Value::Count(CountValue::About { figure: figure.0.ok()?, tolerance })
        }
        ValueRecord::AtLeast(figure) => Value::Count(CountValue::AtLeast(figure.0.ok()?)),
        ValueRecord::MoreThan(figure) => Value::Count(CountValue::MoreThan(figure.0.ok()?)),
        ValueRecord::AtMost(figure) => Value::Count(CountValue::AtMost(figure.0.ok()?)),
        ValueRecord::LessThan(figure) => {
            let figure = figure.0.ok().filter(|figure| *figure > crate::Count::ZERO)?;
            Value::Count(CountValue::LessThan(figure))
        }
        ValueRecord::Between(low, high) => {
            let (low, high) = (low.0.ok()?, high.0.ok()?);
            (low <= high).then_some(Value::Count(CountValue::Between(low, high)))?
        }
        ValueRecord::Order(word) => Value::Count(CountValue::Order(order(word)?)),
        ValueRecord::On(day) => Value::Date(DateValue::On(read_day(day).ok()?)),
        ValueRecord::Within(from, to) => {
            let (from, to) = (read_day(from).ok()?, read_day(to).ok()?);
            (from <= to).then_some(Value::Date(DateValue::Within(from, to)))?
        }
        ValueRecord::Before(day) => Value::Date(DateValue::Before(read_day(day).ok()?)),
        ValueRecord::After(day) => Value::Date(DateValue::After(read_day(day).ok()?)),
        ValueRecord::Is(name) => Value::State(StateValue::Is(state(name))),
        ValueRecord::IsNot(name) => Value::State(StateValue::IsNot(state(name))),
        ValueRecord::OneOf(list) if list.is_empty() => return None,
        ValueRecord::OneOf(list) => Value::State(StateValue::OneOf(list.iter().map(|name| state(name)).collect())),
        ValueRecord::Happened(happened) => Value::Happened(*happened),
        ValueRecord::Relative(relative) => {
            let is = comparison(&relative.is)?;
            Value::Relative { to: SourceId(names.of(Noun::Source).number(&relative.to)), is }
        }
        ValueRecord::Undisclosed(true) => Value::Undisclosed,
        ValueRecord::Undisclosed(false) => return None,
        ValueRecord::Text(text) if is_blank(text) => return None,
        ValueRecord::Text(text) => Value::Text(Box::from(&**text)),
    })
}

pub(super) fn order(word: &str) -> Option<Order> {
    Order::ALL.into_iter().find(|order| order.id() == word)
}

pub(super) const COMPARISONS: &[&str] = &["lower", "much-lower", "higher", "much-higher"];

fn comparison(word: &str) -> Option<Comparison> {
    Some(match word {
        "lower" => Comparison::Lower,
        "much-lower" => Comparison::MuchLower,
        "higher" => Comparison::Higher,
        "much-higher" => Comparison::MuchHigher,
        _ => return None,
    })
}

/// Whether a measure of some kind can have a value of this form.
pub(super) fn fits(kind: Kind, value: &Value) -> bool {
    match value {
        Value::Count(_) | Value::Relative { .. } => matches!(kind, Kind::Count | Kind::Stock),
        Value::Date(_) => kind == Kind::Date,
        Value::State(_) => kind == Kind::State,
        Value::Happened(_) => kind == Kind::Event,
        Value::Undisclosed | Value::Text(_) => true,
    }
}

/// The vocabulary's numbers for the names of a batch, by the batch's numbers.
pub(super) struct Resolution {
    nouns: [Vec<Option<u32>>; 5],
    documents: Vec<Option<u32>>,
}

impl Resolution {
    pub(super) fn new(names: &Names, vocabulary: &Vocabulary, document: impl Fn(&str) -> Option<u32>) -> Resolution {
        let numbers =
            |table: &Table, find: &dyn Fn(&str) -> Option<u32>| table.names().iter().map(|name| find(name)).collect();
        Resolution {
            nouns: Noun::ALL.map(|noun| numbers(names.table(noun), &|name| vocabulary.number(noun, name))),
            documents: numbers(&names.documents, &document),
        }
    }

    fn number(&self, noun: Noun, local: u32) -> Option<u32> {
        self.nouns[noun as usize][local as usize]
    }

    pub(super) fn apply(&self, claim: &mut Claim, vocabulary: &Vocabulary) -> Option<()> {
        let state = |local: &StateId| self.number(Noun::State, local.0).map(StateId);
        claim.document = DocumentId(self.documents[claim.document.index()]?);
        claim.source = SourceId(self.number(Noun::Source, claim.source.0)?);
        claim.measure = MeasureId(self.number(Noun::Measure, claim.measure.0)?);
        claim.subject = SubjectId(self.number(Noun::Subject, claim.subject.0)?);
        claim.place = PlaceId(self.number(Noun::Place, claim.place.0)?);
        match &mut claim.value {
            Value::State(StateValue::Is(id) | StateValue::IsNot(id)) => *id = state(id)?,
            Value::State(StateValue::OneOf(ids)) => {
                for id in ids.iter_mut() {
                    *id = state(id)?;
                }
            }
            Value::Relative { to, .. } => *to = SourceId(self.number(Noun::Source, to.0)?),
            _ => {}
        }
        fits(vocabulary.measure(claim.measure).kind, &claim.value).then_some(())
    }
}
