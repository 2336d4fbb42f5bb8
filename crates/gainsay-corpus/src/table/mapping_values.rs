//! Reading the fields of a mapping: constants, lookups, days, periods and values.

use super::mapping::{ClaimMap, Day, Field, PeriodMap, ValueMap};
use super::mapping_file::{Entry, Reader};
use super::name::{Lookup, Meaning, Rest};
use chrono::format::{Item, StrftimeItems};
use gainsay_claim::period::read_day;
use gainsay_claim::vocabulary::Kind;
use gainsay_claim::vocabulary::nearest;
use std::collections::HashMap;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// How a day is written where no format says otherwise.
const ISO: &str = "%Y-%m-%d";
const LOOKUP: [&str; 5] = ["column", "names", "default", "otherwise", "part_of"];
/// The forms that a point may have.
pub(super) const FORMS: &[&str] = &["about", "exactly", "at_least", "more_than", "at_most", "less_than"];
const VALUE: [&str; 7] = ["low", "high", "point", "as", "on", "is", "text"];

impl Reader<'_> {
    /// A constant, or a lookup in a column.
    pub(super) fn field(&mut self, value: &Spanned<DeValue<'_>>, name: &str, meaning: Meaning) -> Option<Field> {
        let DeValue::Table(table) = value.get_ref() else {
            let text = self.text(value, &format!("`{name}`"))?;
            if text.is_empty() {
                self.problem(value.span(), format!("`{name}` is empty"), "write what it is, or take the field away");
                return None;
            }
            self.known(value, &text, meaning)?;
            return Some(Field::Constant(text));
        };
        if table.contains_key("format") {
            let (key, _) = table.get_key_value("format")?;
            self.problem(key.span(), format!("`{name}` has no `format`"), "only days have one: `said` and `period`");
            return None;
        }
        self.keys(table, &format!("`{name}`"), &LOOKUP);
        let column = self.column_of(table, value, name);
        let names = self.names(table, meaning);
        let rest = self.rest(table, meaning, names.is_some())?;
        let number = self.lookups;
        self.lookups += 1;
        let lookup = Lookup { column: column?, names: names.unwrap_or_default(), rest, meaning, number };
        Some(Field::Lookup(Box::new(lookup)))
    }

    fn column_of(&mut self, table: &DeTable<'_>, value: &Spanned<DeValue<'_>>, name: &str) -> Option<usize> {
        match table.get("column") {
            Some(column) => self.column(column),
            None => {
                self.problem(
                    value.span(),
                    format!("`{name}` names no `column`"),
                    "name one, as in `{ column = \"date\" }`, or write a string for a constant",
                );
                None
            }
        }
    }

    fn names(&mut self, table: &DeTable<'_>, meaning: Meaning) -> Option<HashMap<Box<str>, Box<str>>> {
        let names = self.table(table.get("names")?, "`names`")?;
        let mut known = HashMap::new();
        for (cell, id) in names.iter() {
            let Some(text) = self.text(id, "what a name stands for") else { continue };
            // An empty one stands for no claim.
            if text.is_empty() || self.known(id, &text, meaning).is_some() {
                known.insert(cell.get_ref().trim().into(), text);
            }
        }
        Some(known)
    }

    fn rest(&mut self, table: &DeTable<'_>, meaning: Meaning, has_names: bool) -> Option<Rest> {
        if let Some((key, _)) = table.get_key_value("part_of").filter(|_| !table.contains_key("otherwise")) {
            self.problem(key.span(), "`part_of` goes with `otherwise = \"slug\"`", "take it away, or add `otherwise`");
        }
        match (table.get_key_value("default"), table.get_key_value("otherwise")) {
            (Some((key, _)), Some(_)) => {
                self.problem(key.span(), "`default` and `otherwise` stand side by side", "keep one of the two");
                None
            }
            (Some((_, value)), None) => {
                let text = self.text(value, "`default`")?;
                if !text.is_empty() {
                    self.known(value, &text, meaning)?;
                }
                Some(Rest::Default(text))
            }
            (None, Some((_, value))) => {
                if value.get_ref().as_str() != Some("slug") {
                    self.problem(
                        value.span(),
                        "`otherwise` can only be \"slug\"",
                        "write `otherwise = \"slug\"`, or `default = \"…\"`",
                    );
                    return None;
                }
                let Meaning::Word(noun) = meaning else {
                    self.problem(
                        value.span(),
                        "no id is made here",
                        "`otherwise` goes with source, measure, subject and place; write a `default`",
                    );
                    return None;
                };
                let mut part_of = None;
                if let Some(whole) = table.get("part_of") {
                    let text = self.text(whole, "`part_of`")?;
                    self.known(whole, &text, Meaning::Word(noun))?;
                    part_of = Some(text);
                }
                Some(Rest::Slug { noun, part_of })
            }
            (None, None) if has_names => Some(Rest::Refuse),
            (None, None) => Some(Rest::AsItIs),
        }
    }

    /// Whether a text means something here; complains where it does not.
    fn known(&mut self, value: &Spanned<DeValue<'_>>, text: &str, meaning: Meaning) -> Option<()> {
        match meaning.check(text, self.vocabulary) {
            Ok(()) => Some(()),
            Err((message, help)) => {
                self.problem(value.span(), message, help);
                None
            }
        }
    }

    /// A day: a constant, or a cell in some format.
    pub(super) fn day(&mut self, value: &Spanned<DeValue<'_>>, name: &str) -> Option<Day> {
        let DeValue::Table(table) = value.get_ref() else {
            let text = self.text(value, &format!("`{name}`"))?;
            return match read_day(&text) {
                Ok(_) => Some(Day::Constant(text)),
                Err(message) => {
                    self.problem(value.span(), message, "for a day that stands in a column write `{ column = \"…\" }`");
                    None
                }
            };
        };
        self.keys(table, &format!("`{name}`"), &["column", "format"]);
        let column = self.column_of(table, value, name);
        let format = match table.get("format") {
            None => ISO.into(),
            Some(format) => {
                let text = self.text(format, "`format`")?;
                if StrftimeItems::new(&text).any(|item| item == Item::Error) || !text.contains('%') {
                    let message = format!("`{}` is not a format of days", text.escape_debug());
                    self.problem(
                        format.span(),
                        message,
                        "%d is the day, %m the month, %Y the year, %B the month's name: \"%d/%m/%Y\"",
                    );
                    return None;
                }
                text
            }
        };
        let number = self.days;
        self.days += 1;
        Some(Day::Cell { column: column?, format, number })
    }

    pub(super) fn period(&mut self, value: &Spanned<DeValue<'_>>) -> Option<PeriodMap> {
        let table = self.table(value, "`period`")?;
        self.keys(table, "`period`", &["from", "to", "on"]);
        match (table.get("on"), table.get("from"), table.get("to")) {
            (Some(on), None, None) => Some(PeriodMap::On(self.day(on, "on")?)),
            (None, Some(from), Some(to)) => {
                let from = self.day(from, "from");
                let to = self.day(to, "to")?;
                Some(PeriodMap::FromTo(from?, to))
            }
            _ => {
                self.problem(value.span(), "a period has `from` and `to`, or `on` alone", "write `{ from = \"2022-02-24\", to = { column = \"date\" } }`, or `{ on = { column = \"date\" } }`");
                None
            }
        }
    }

    pub(super) fn value(&mut self, (key, value): Entry<'_, '_>) -> Option<ValueMap> {
        let table = self.table(value, "`value`")?;
        self.keys(table, "`value`", &VALUE);
        let figures = ["low", "high", "point", "as"].iter().any(|name| table.contains_key(*name));
        let others: Vec<&str> = ["on", "is", "text"].into_iter().filter(|name| table.contains_key(*name)).collect();
        match others[..] {
            [] => {}
            [other] if !figures => {
                let value = table.get(other)?;
                return Some(match other {
                    "on" => ValueMap::On(self.day(value, "on")?),
                    "is" => {
                        ValueMap::Is(self.field(value, "is", Meaning::Word(gainsay_claim::vocabulary::Noun::State))?)
                    }
                    _ => ValueMap::Text(self.field(value, "text", Meaning::Free)?),
                });
            }
            _ => {
                self.problem(
                    value.span(),
                    "this value says more than one thing",
                    "keep a figure (`low`, `high`, `point`), or `on`, or `is`, or `text`",
                );
                return None;
            }
        }
        let mut cell = |name: &str| match table.get(name).map(|value| (value, value.get_ref())) {
            None => Ok(None),
            Some((value, DeValue::Table(inner))) => {
                self.keys(inner, &format!("`{name}`"), &["column"]);
                self.column_of(inner, value, name).map(Some).ok_or(())
            }
            Some((value, _)) => self.column(value).map(Some).ok_or(()),
        };
        let (low, high, point) = (cell("low"), cell("high"), cell("point"));
        let form = match table.get("as") {
            Some(form) => self.field(form, "as", Meaning::OneOf(FORMS))?,
            None => Field::Constant("exactly".into()),
        };
        let (low, high, point) = (low.ok()?, high.ok()?, point.ok()?);
        if low.or(high).or(point).is_none() {
            self.problem(key.span(), "this value names no column", "write `{ point = \"…\" }`, or `low` and `high`");
            return None;
        }
        Some(ValueMap::Count { low, high, point, form })
    }

    /// Whether a constant measure can have a value of this form.
    pub(super) fn fits(&mut self, claim: &ClaimMap, (_, measure): Entry<'_, '_>) {
        let Field::Constant(id) = &claim.measure else { return };
        let Some(found) = self.vocabulary.find_measure(id) else { return };
        let kind = self.vocabulary.measure(found).kind;
        if !fits(kind, &claim.value) {
            let near = nearest(
                id,
                self.vocabulary
                    .ids(gainsay_claim::vocabulary::Noun::Measure)
                    .into_iter()
                    .filter(|other| *other != &**id),
            );
            let help = near.map_or_else(
                || "name another measure".to_owned(),
                |near| format!("name another measure, such as `{near}`, or another value"),
            );
            self.problem(
                measure.span(),
                format!("`{id}` is a measure of kind {}, which has no such value", kind.id()),
                help,
            );
        }
    }
}

/// Whether a measure of some kind can have such a value.
pub(super) fn fits(kind: Kind, value: &ValueMap) -> bool {
    match value {
        ValueMap::Count { .. } => matches!(kind, Kind::Count | Kind::Stock),
        ValueMap::On(_) => kind == Kind::Date,
        ValueMap::Is(_) => kind == Kind::State,
        ValueMap::Text(_) => true,
    }
}
