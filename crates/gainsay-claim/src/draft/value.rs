//! The value of a draft in the form of the files.

use crate::{Comparison, Count, CountValue, DateValue};
use serde::ser::{Error, Serialize, SerializeMap, Serializer};
use serde_json::value::RawValue;
use std::borrow::Cow;

/// What a draft says; states and sources by id.
#[derive(Clone, Debug, PartialEq)]
pub enum DraftValue<'a> {
    /// A figure.
    Count(CountValue),
    /// A day or a range of days.
    Date(DateValue),
    /// A state out of the vocabulary.
    Is(Cow<'a, str>),
    /// Any state but this.
    IsNot(Cow<'a, str>),
    /// Whether an event took place.
    Happened(bool),
    /// Lower or higher than what a source says, with no figure.
    Relative {
        /// Whose figure it stands against.
        to: Cow<'a, str>,
        /// How it stands to that figure.
        is: Comparison,
    },
    /// A refusal to give a figure.
    Undisclosed,
}

impl Serialize for DraftValue<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(1))?;
        match self {
            DraftValue::Count(count) => match *count {
                CountValue::Exactly(figure) => map.serialize_entry("exactly", &Exact(figure)),
                CountValue::About { figure, tolerance } => {
                    map.serialize_entry("about", &Exact(figure))?;
                    tolerance.map_or(Ok(()), |room| map.serialize_entry("tolerance", &Exact(room)))
                }
                CountValue::AtLeast(figure) => map.serialize_entry("at_least", &Exact(figure)),
                CountValue::MoreThan(figure) => map.serialize_entry("more_than", &Exact(figure)),
                CountValue::AtMost(figure) => map.serialize_entry("at_most", &Exact(figure)),
                CountValue::LessThan(figure) => map.serialize_entry("less_than", &Exact(figure)),
                CountValue::Between(low, high) => map.serialize_entry("between", &[Exact(low), Exact(high)]),
                CountValue::Order(order) => map.serialize_entry("order", order.id()),
            },
            DraftValue::Date(date) => match *date {
                DateValue::On(day) => map.serialize_entry("on", &day),
                DateValue::Within(from, to) => map.serialize_entry("within", &[from, to]),
                DateValue::Before(day) => map.serialize_entry("before", &day),
                DateValue::After(day) => map.serialize_entry("after", &day),
            },
            DraftValue::Is(state) => map.serialize_entry("is", state),
            DraftValue::IsNot(state) => map.serialize_entry("is_not", state),
            DraftValue::Happened(happened) => map.serialize_entry("happened", happened),
            DraftValue::Relative { to, is } => map.serialize_entry("relative", &Relation { to, is: is.id() }),
            DraftValue::Undisclosed => map.serialize_entry("undisclosed", &true),
        }?;
        map.end()
    }
}

#[derive(serde::Serialize)]
struct Relation<'a> {
    to: &'a str,
    is: &'static str,
}

/// A figure as a number of JSON, with every decimal.
struct Exact(Count);

impl Serialize for Exact {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match u64::try_from(self.0.whole_part()) {
            Ok(whole) if self.0.is_whole() => serializer.serialize_u64(whole),
            _ => {
                let digits = format!("{}.{}", self.0.whole_part(), self.0.decimals());
                let digits = digits.trim_end_matches('.').to_owned();
                RawValue::from_string(digits).map_err(S::Error::custom)?.serialize(serializer)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Order;
    use crate::period::read_day;

    #[test]
    fn every_value_is_written_as_the_files_have_it() {
        let count = |value| DraftValue::Count(value);
        let figure = Count::whole(183_750);
        let day = |text| read_day(text).expect("a day");
        let decimal = Count::from_millionths(29_250_000).expect("in range");
        let huge = Count::whole(u64::MAX);
        for (value, written) in [
            (count(CountValue::Exactly(figure)), r#"{"exactly":183750}"#),
            (count(CountValue::About { figure, tolerance: None }), r#"{"about":183750}"#),
            (count(CountValue::About { figure, tolerance: Some(decimal) }), r#"{"about":183750,"tolerance":29.25}"#),
            (count(CountValue::AtLeast(huge)), r#"{"at_least":18446744073709551615}"#),
            (count(CountValue::MoreThan(figure)), r#"{"more_than":183750}"#),
            (count(CountValue::AtMost(figure)), r#"{"at_most":183750}"#),
            (count(CountValue::LessThan(figure)), r#"{"less_than":183750}"#),
            (count(CountValue::Between(decimal, figure)), r#"{"between":[29.25,183750]}"#),
            (count(CountValue::Order(Order::TensOfThousands)), r#"{"order":"tens-of-thousands"}"#),
            (DraftValue::Date(DateValue::On(day("2023-04-19"))), r#"{"on":"2023-04-19"}"#),
            (
                DraftValue::Date(DateValue::Within(day("2023-04-10"), day("2023-04-16"))),
                r#"{"within":["2023-04-10","2023-04-16"]}"#,
            ),
            (DraftValue::Date(DateValue::Before(day("2023-04-16"))), r#"{"before":"2023-04-16"}"#),
            (DraftValue::Date(DateValue::After(day("2023-04-16"))), r#"{"after":"2023-04-16"}"#),
            (DraftValue::Is("contested".into()), r#"{"is":"contested"}"#),
            (DraftValue::IsNot("contested".into()), r#"{"is_not":"contested"}"#),
            (DraftValue::Happened(true), r#"{"happened":true}"#),
            (
                DraftValue::Relative { to: "general-staff".into(), is: Comparison::MuchLower },
                r#"{"relative":{"to":"general-staff","is":"much-lower"}}"#,
            ),
            (DraftValue::Undisclosed, r#"{"undisclosed":true}"#),
        ] {
            assert_eq!(serde_json::to_string(&value).expect("serializable"), written);
            serde_json::from_str::<crate::record::ValueRecord<'_>>(written).expect("a file can hold it");
        }
    }
}
