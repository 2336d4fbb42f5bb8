//! The `value` of a claim as it stands in a file.

use super::{Number, Text};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Deserialize;
use serde::de::{Deserializer, Error, MapAccess, Visitor};
use std::borrow::Cow;
use std::fmt;

/// What a claim says: an object with one key, or `about` with its `tolerance`.
#[derive(Clone, Debug, PartialEq)]
#[allow(missing_docs)]
pub enum ValueRecord<'a> {
    Exactly(Number),
    About(Number, Option<Number>),
    AtLeast(Number),
    MoreThan(Number),
    AtMost(Number),
    LessThan(Number),
    Between(Number, Number),
    Order(Text<'a>),
    On(Text<'a>),
    Within(Text<'a>, Text<'a>),
    Before(Text<'a>),
    After(Text<'a>),
    Is(Text<'a>),
    IsNot(Text<'a>),
    OneOf(Vec<Text<'a>>),
    Happened(bool),
    Relative(RelativeRecord<'a>),
    Undisclosed(bool),
    Text(Text<'a>),
}

/// A comparison with another source's figure.
#[derive(Clone, Debug, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RelativeRecord<'a> {
    /// Whose figure.
    #[serde(borrow)]
    pub to: Text<'a>,
    /// How this stands to it.
    #[serde(borrow)]
    #[schemars(extend("enum" = ["lower", "much-lower", "higher", "much-higher"]))]
    pub is: Text<'a>,
}

#[derive(Clone, Copy, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
enum Key {
    Exactly,
    About,
    Tolerance,
    AtLeast,
    MoreThan,
    AtMost,
    LessThan,
    Between,
    Order,
    On,
    Within,
    Before,
    After,
    Is,
    IsNot,
    OneOf,
    Happened,
    Relative,
    Undisclosed,
    Text,
}

struct ValueVisitor;

impl<'de> Visitor<'de> for ValueVisitor {
    type Value = ValueRecord<'de>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("an object with one key, such as { \"exactly\": 3665 }")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<ValueRecord<'de>, A::Error> {
        let mut value = None;
        let mut tolerance = None;
        while let Some(key) = map.next_key::<Key>()? {
            if key == Key::Tolerance {
                tolerance = Some(map.next_value()?);
                continue;
            }
            if value.is_some() {
                return Err(A::Error::custom("more than one value"));
            }
            value = Some(match key {
                Key::Exactly => ValueRecord::Exactly(map.next_value()?),
                Key::About | Key::Tolerance => ValueRecord::About(map.next_value()?, None),
                Key::AtLeast => ValueRecord::AtLeast(map.next_value()?),
                Key::MoreThan => ValueRecord::MoreThan(map.next_value()?),
                Key::AtMost => ValueRecord::AtMost(map.next_value()?),
                Key::LessThan => ValueRecord::LessThan(map.next_value()?),
                Key::Between => {
                    let (low, high) = map.next_value()?;
                    ValueRecord::Between(low, high)
                }
                Key::Order => ValueRecord::Order(map.next_value()?),
                Key::On => ValueRecord::On(map.next_value()?),
                Key::Within => {
                    let (from, to) = map.next_value()?;
                    ValueRecord::Within(from, to)
                }
                Key::Before => ValueRecord::Before(map.next_value()?),
                Key::After => ValueRecord::After(map.next_value()?),
                Key::Is => ValueRecord::Is(map.next_value()?),
                Key::IsNot => ValueRecord::IsNot(map.next_value()?),
                Key::OneOf => ValueRecord::OneOf(map.next_value()?),
                Key::Happened => ValueRecord::Happened(map.next_value()?),
                Key::Relative => ValueRecord::Relative(map.next_value()?),
                Key::Undisclosed => ValueRecord::Undisclosed(map.next_value()?),
                Key::Text => ValueRecord::Text(map.next_value()?),
            });
        }
        match (value, tolerance) {
            (Some(ValueRecord::About(figure, _)), tolerance) => Ok(ValueRecord::About(figure, tolerance)),
            (Some(value), None) => Ok(value),
            _ => Err(A::Error::custom("no value")),
        }
    }
}

impl<'de: 'a, 'a> Deserialize<'de> for ValueRecord<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<ValueRecord<'a>, D::Error> {
        deserializer.deserialize_map(ValueVisitor)
    }
}

impl JsonSchema for ValueRecord<'_> {
    fn schema_name() -> Cow<'static, str> {
        "Value".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let number = generator.subschema_for::<Number>();
        let relative = generator.subschema_for::<RelativeRecord<'static>>();
        let day = json_schema!({ "type": "string", "format": "date" });
        let name = json_schema!({ "type": "string" });
        let orders: Vec<&str> = crate::Order::ALL.iter().map(|order| order.id()).collect();
        let one = |key: &str, schema: &Schema| json_schema!({ "type": "object", "properties": { key: schema }, "required": [key], "additionalProperties": false });
        let pair = |schema: &Schema| json_schema!({ "type": "array", "prefixItems": [schema, schema], "minItems": 2, "maxItems": 2 });
        let about = json_schema!({
            "type": "object", "properties": { "about": &number, "tolerance": &number }, "required": ["about"], "additionalProperties": false
        });
        let forms = [
            one("exactly", &number),
            about,
            one("at_least", &number),
            one("more_than", &number),
            one("at_most", &number),
            one("less_than", &number),
            one("between", &pair(&number)),
            one("order", &json_schema!({ "enum": orders })),
            one("on", &day),
            one("within", &pair(&day)),
            one("before", &day),
            one("after", &day),
            one("is", &name),
            one("is_not", &name),
            one("one_of", &json_schema!({ "type": "array", "items": name, "minItems": 1 })),
            one("happened", &json_schema!({ "type": "boolean" })),
            one("relative", &relative),
            one("undisclosed", &json_schema!({ "const": true })),
            one("text", &json_schema!({ "type": "string" })),
        ];
        json_schema!({ "description": "What the claim says of the thing it speaks about.", "oneOf": forms })
    }
}
