//! Reading a suspect record again, to name every mistake in it.

use super::Layout;
use super::compile::{is_blank, is_id, is_sha256};
use super::locate::parse;
use super::shape::{self, Object, Shape};
use crate::period::read_day;
use crate::problem::{Problem, SourceFile};
use crate::vocabulary::{Kind, Vocabulary, nearest};
use jsonc_parser::ast::{self, Value};
use jsonc_parser::common::Ranged;
use std::ops::Range;

/// The mistakes of one piece of a file: the whole of it, or one line of NDJSON.
pub struct Inspection<'a> {
    file: SourceFile<'a>,
    vocabulary: &'a Vocabulary,
    problems: Vec<Problem>,
}

/// The way out of text that is not JSON.
fn syntax_help(text: &str, layout: Layout) -> &'static str {
    if text.contains('\0') {
        "there are null bytes in it; save the file as UTF-8"
    } else if layout == Layout::Lines {
        "mend the JSON there; each object stands whole on a line of its own"
    } else {
        "mend the JSON there; an editor that knows JSON shows the place"
    }
}

impl<'a> Inspection<'a> {
    /// Names every mistake of a piece of a file.
    ///
    /// At least one problem comes back: whoever asks knows that the piece could not be taken.
    pub fn of(file: SourceFile<'a>, layout: Layout, vocabulary: &'a Vocabulary) -> Vec<Problem> {
        let mut problems = Inspection::mistakes(file, layout, vocabulary);
        if problems.is_empty() {
            problems.push(file.problem(
                0..0,
                "this record cannot be read",
                "compare it with `gainsay schema --claims`",
            ));
        }
        problems
    }

    /// Names every mistake of a piece of a file that shows without the rest of the corpus.
    pub fn mistakes(file: SourceFile<'a>, layout: Layout, vocabulary: &'a Vocabulary) -> Vec<Problem> {
        let mut inspection = Inspection { file, vocabulary, problems: Vec::new() };
        match parse(file.text) {
            Ok(value) => inspection.top(&value, layout),
            Err((range, message)) => inspection.add(range, message, syntax_help(file.text, layout)),
        }
        inspection.problems
    }

    fn add(&mut self, range: Range<usize>, message: impl Into<String>, help: impl Into<String>) {
        self.problems.push(self.file.problem(range, message, help));
    }

    fn top(&mut self, value: &Value<'_>, layout: Layout) {
        match layout {
            Layout::Vocabulary => self.object(value, &shape::VOCABULARY),
            Layout::Document => {
                self.object(value, &shape::FILE);
                self.claims_name_their_document(value);
            }
            Layout::Lines => {
                let Value::Object(object) = value else {
                    return self.object(value, &shape::CLAIM);
                };
                let is_head = object.get_object("document").is_some() || object.get_object("vocabulary").is_some();
                if is_head {
                    self.object(value, &shape::HEAD);
                    if object.properties.len() > 1 {
                        self.add(
                            range(value),
                            "more than a document or a vocabulary in one line",
                            "give each a line of its own",
                        );
                    }
                } else {
                    self.object(value, &shape::CLAIM);
                    if object.get("document").is_none() {
                        self.add(
                            range(value),
                            "the claim names no document",
                            "add \"document\": \"<id>\", and a line {\"document\": {\"id\": \"<id>\", …}}",
                        );
                    }
                }
            }
        }
    }

    fn claims_name_their_document(&mut self, value: &Value<'_>) {
        let Value::Object(file) = value else { return };
        let own = file.get_object("document").and_then(|document| document.get_string("id"));
        let (Some(own), Some(claims)) = (own, file.get_array("claims")) else { return };
        for claim in &claims.elements {
            let named = claim.as_object().and_then(|claim| claim.get_string("document"));
            if let Some(named) = named.filter(|named| named.value != own.value) {
                let range = named.range.start..named.range.end;
                self.add(
                    range,
                    format!("the claim names another document, `{}`", named.value),
                    format!("take the field away: the claims of this file belong to `{}`", own.value),
                );
            }
        }
    }

    fn value(&mut self, value: &Value<'_>, shape: Shape) {
        match shape {
            Shape::Object(object) => self.object(value, object),
            Shape::Relative => self.object(value, &shape::RELATIVE),
            Shape::Value => self.claim_value(value),
            Shape::Free => self.text(value, |_, _| None),
            Shape::Words => self.text(value, |_, text| {
                is_blank(text).then(|| ("no words stand here".into(), "write them, or leave the field out".into()))
            }),
            Shape::Id => self.text(value, |_, text| {
                (!is_id(text)).then(|| {
                    let id: String = text
                        .to_lowercase()
                        .chars()
                        .map(|letter| if is_id(&letter.to_string()) { letter } else { '-' })
                        .collect();
                    let example = Some(id.trim_matches('-'))
                        .filter(|id| id.contains(|letter: char| letter.is_ascii_alphanumeric()))
                        .unwrap_or("a-name");
                    (
                        format!("`{}` is not an id", text.escape_debug()),
                        format!("use lower-case letters, digits, `-`, `/` and `.` only, such as `{example}`"),
                    )
                })
            }),
            Shape::Name(noun) => self.text(value, |vocabulary, text| {
                let unknown = vocabulary.number(noun, text).is_none();
                unknown
                    .then(|| (format!("no {noun} is called `{}`", text.escape_debug()), vocabulary.way_out(noun, text)))
            }),
            Shape::Day => self.text(value, |_, text| {
                read_day(text).err().map(|message| match message.split_once("; ") {
                    Some((message, help)) => (message.to_owned(), help.to_owned()),
                    None => (message, String::new()),
                })
            }),
            Shape::Sha256 => self.text(value, |_, text| {
                (!is_sha256(text)).then(|| {
                    (
                        "not a SHA-256".into(),
                        "write its 64 lower-case hexadecimal digits, as `sha256sum` prints them".into(),
                    )
                })
            }),
            Shape::Fixed(expected) => self.text(value, |_, text| {
                (text != expected).then(|| {
                    (
                        format!("the format is `{}`, not `{expected}`", text.escape_debug()),
                        format!("write \"{expected}\", or read this file with a version of gainsay that knows it"),
                    )
                })
            }),
            Shape::OneOf(words) => self.text(value, |_, text| {
                (!words.contains(&text)).then(|| {
                    let help = match nearest(text, words.iter().copied()) {
                        Some(near) => format!("did you mean `{near}`? It is one of {}", list(words)),
                        None => format!("write one of {}", list(words)),
                    };
                    (format!("`{}` is not one of the words for this field", text.escape_debug()), help)
                })
            }),
            Shape::Number => self.number(value),
            Shape::Position => self.position(value),
            Shape::Boolean if matches!(value, Value::BooleanLit(_)) => {}
            Shape::Boolean => self.wrong(value, "true or false"),
            Shape::True if matches!(value, Value::BooleanLit(literal) if literal.value) => {}
            Shape::True => self.wrong(value, "true (leave the field out otherwise)"),
            Shape::List(element) => self.list(value, *element),
            Shape::OneOrMany(element) if value.as_array().is_some() => self.list(value, *element),
            Shape::OneOrMany(element) => self.value(value, *element),
            Shape::Pair(element) => self.pair(value, *element),
            Shape::ByLanguage(element) => match value {
                Value::Object(object) => {
                    for property in &object.properties {
                        self.value(&property.value, *element);
                    }
                }
                _ => self.wrong(value, "an object with a language each, such as { \"en\": … }"),
            },
        }
    }

    fn wrong(&mut self, value: &Value<'_>, expected: &str) {
        let found = match value {
            Value::StringLit(_) => "a string",
            Value::NumberLit(_) => "a number",
            Value::BooleanLit(_) => "true or false",
            Value::Object(_) => "an object",
            Value::Array(_) => "a list",
            Value::NullKeyword(_) => "null",
        };
        self.add(range(value), format!("{found} stands where another thing is expected"), format!("write {expected}"));
    }

    fn text(&mut self, value: &Value<'_>, check: impl Fn(&Vocabulary, &str) -> Option<(String, String)>) {
        match value {
            Value::StringLit(literal) => {
                if let Some((message, help)) = check(self.vocabulary, &literal.value) {
                    self.add(range(value), message, help);
                }
            }
            _ => self.wrong(value, "a string in double quotes"),
        }
    }

    fn number(&mut self, value: &Value<'_>) {
        match value {
            Value::NumberLit(literal) => {
                if let Err(error) = exact(literal.value) {
                    let text = error.to_string();
                    let (message, help) = text.split_once("; ").unwrap_or((&text, ""));
                    self.add(range(value), message, help);
                }
            }
            Value::StringLit(_) => {
                self.wrong(value, "the number without quotes and without group marks, such as 183750")
            }
            _ => self.wrong(value, "a number, such as 183750"),
        }
    }

    fn position(&mut self, value: &Value<'_>) {
        let sound = value.as_number_lit().is_some_and(|literal| literal.value.parse::<u32>().is_ok());
        if !sound {
            self.wrong(value, "a position in the text: a whole number of code points from 0");
        }
    }

    fn list(&mut self, value: &Value<'_>, element: Shape) {
        match value {
            Value::Array(array) => array.elements.iter().for_each(|inner| self.value(inner, element)),
            _ => self.wrong(value, "a list in square brackets"),
        }
    }

    fn pair(&mut self, value: &Value<'_>, element: Shape) {
        let Some([low, high]) = value.as_array().map(|array| &array.elements[..]) else {
            return self.wrong(value, "a list of two, the lower first");
        };
        let before = self.problems.len();
        self.value(low, element);
        self.value(high, element);
        if self.problems.len() > before {
            return;
        }
        let reversed = match (low, high) {
            (Value::NumberLit(low), Value::NumberLit(high)) => exact(low.value).ok() > exact(high.value).ok(),
            (Value::StringLit(low), Value::StringLit(high)) => low.value > high.value,
            _ => false,
        };
        if reversed {
            self.add(range(value), "the second of the two lies below the first", "put the lower one first");
        }
    }

    fn object(&mut self, value: &Value<'_>, object: &'static Object) {
        let Value::Object(found) = value else {
            return self.wrong(value, &format!("{}: an object in curly brackets", object.what));
        };
        self.fields(found, object);
        if std::ptr::eq(object, &shape::PERIOD) {
            self.order(found, "from", "to", "the period ends before it begins", "exchange `from` and `to`");
        } else if std::ptr::eq(object, &shape::EVIDENCE) {
            if found.get("start").is_some() != found.get("end").is_some() {
                self.add(range(value), "`start` and `end` go together", "add the other one, or take this one away");
            }
            self.order(found, "start", "end", "the quote ends before it begins", "exchange `start` and `end`");
        } else if std::ptr::eq(object, &shape::CLAIM) {
            self.value_fits_measure(found);
            self.compares_with_another(found);
        }
    }

    fn fields(&mut self, found: &ast::Object<'_>, object: &'static Object) {
        for (position, property) in found.properties.iter().enumerate() {
            let name = property.name.as_str();
            let place = property.name.range();
            let place = place.start..place.end;
            if found.properties[..position].iter().any(|earlier| earlier.name.as_str() == name) {
                self.add(place, format!("`{}` stands here twice", name.escape_debug()), "keep one of the two");
                continue;
            }
            match object.fields.iter().find(|field| field.name == name) {
                Some(field) if !field.required && matches!(property.value, Value::NullKeyword(_)) => {}
                Some(field) => self.value(&property.value, field.shape),
                None => {
                    let help = match nearest(name, object.fields.iter().map(|field| field.name)) {
                        Some(near) => format!("did you mean `{near}`?"),
                        None => format!(
                            "{} has {}",
                            object.what,
                            list(&object.fields.iter().map(|field| field.name).collect::<Vec<_>>())
                        ),
                    };
                    self.add(place, format!("{} has no field `{}`", object.what, name.escape_debug()), help);
                }
            }
        }
        for field in object.fields.iter().filter(|field| field.required && found.get(field.name).is_none()) {
            let open = found.range.start..found.range.start + 1;
            self.add(open, format!("{} needs `{}`", object.what, field.name), format!("add \"{}\": …", field.name));
        }
    }

    fn order(&mut self, found: &ast::Object<'_>, first: &str, second: &str, message: &str, help: &str) {
        let (Some(low), Some(high)) = (found.get(first), found.get(second)) else { return };
        let reversed = match (&low.value, &high.value) {
            (Value::StringLit(low), Value::StringLit(high)) => {
                matches!((read_day(&low.value), read_day(&high.value)), (Ok(low), Ok(high)) if high < low)
            }
            (Value::NumberLit(low), Value::NumberLit(high)) => {
                matches!((low.value.parse::<u32>(), high.value.parse::<u32>()), (Ok(low), Ok(high)) if high < low)
            }
            _ => false,
        };
        if reversed {
            self.add(range(&high.value), message, help);
        }
    }

    fn claim_value(&mut self, value: &Value<'_>) {
        let Value::Object(found) = value else {
            return self.wrong(value, "an object with one key, such as { \"exactly\": 3665 }");
        };
        self.fields(found, &shape::VALUE);
        let mut known =
            found.properties.iter().map(|property| property.name.as_str()).filter(|name| is_value_key(name));
        let keys: Vec<&str> = known.by_ref().filter(|name| *name != "tolerance").collect();
        match keys[..] {
            [] => self.add(
                range(value),
                "the claim says nothing: `value` has no key",
                "add one, such as { \"exactly\": 3665 }",
            ),
            [key] => {
                if let Some(tolerance) = found.get("tolerance").filter(|_| key != "about") {
                    self.add(range(&tolerance.value), "only `about` has a tolerance", "take it away, or write `about`");
                }
                if matches!(&found.properties[0].value, Value::NullKeyword(_)) {
                    self.add(range(value), format!("`{key}` has no value"), "write what the claim says");
                }
                if key == "one_of" && found.get_array("one_of").is_some_and(|list| list.elements.is_empty()) {
                    self.add(range(value), "`one_of` names no state", "name at least one");
                }
                if key == "less_than"
                    && found
                        .get_number("less_than")
                        .is_some_and(|number| exact(number.value).is_ok_and(|figure| figure == crate::Count::ZERO))
                {
                    self.add(range(value), "no count is less than zero", "check the figure");
                }
            }
            _ => self.add(
                range(value),
                format!("more than one value: {}", list(&keys)),
                "a claim says one thing; make two claims of it",
            ),
        }
    }

    fn compares_with_another(&mut self, claim: &ast::Object<'_>) {
        let to = claim
            .get_object("value")
            .and_then(|value| value.get_object("relative"))
            .and_then(|relative| relative.get_string("to"));
        let (Some(source), Some(to)) = (claim.get_string("source"), to) else { return };
        if source.value == to.value {
            let range = to.range.start..to.range.end;
            self.add(
                range,
                format!("`{}` is compared with itself", to.value.escape_debug()),
                "name the source whose figure it is measured by",
            );
        }
    }

    fn value_fits_measure(&mut self, claim: &ast::Object<'_>) {
        let measure = claim
            .get_string("measure")
            .and_then(|measure| self.vocabulary.find_measure(&measure.value).map(|id| (measure.value.to_string(), id)));
        let (Some((name, measure)), Some(value)) = (measure, claim.get("value")) else { return };
        let key = value.value.as_object().and_then(|value| {
            value.properties.iter().map(|property| property.name.as_str()).find(|key| is_value_key(key))
        });
        let kind = self.vocabulary.measure(measure).kind;
        let Some(key) = key.filter(|key| !key_fits(kind, key)) else { return };
        let message = format!("`{key}` does not fit `{name}`, which is a measure of kind {}", kind.id());
        self.add(range(&value.value), message, format!("write {}", forms(kind)));
    }
}

fn is_value_key(name: &str) -> bool {
    shape::VALUE.fields.iter().any(|field| field.name == name)
}

fn key_fits(kind: Kind, key: &str) -> bool {
    match key {
        "undisclosed" | "text" => true,
        "on" | "within" | "before" | "after" => kind == Kind::Date,
        "is" | "is_not" | "one_of" => kind == Kind::State,
        "happened" => kind == Kind::Event,
        _ => matches!(kind, Kind::Count | Kind::Stock),
    }
}

fn forms(kind: Kind) -> &'static str {
    match kind {
        Kind::Count | Kind::Stock => "a figure, such as { \"exactly\": 3665 } or { \"about\": 183750 }",
        Kind::Date => "a day, such as { \"on\": \"2023-04-17\" } or { \"within\": [\"2023-04-10\", \"2023-04-15\"] }",
        Kind::State => "a state, such as { \"is\": \"contested\" }",
        Kind::Event => "{ \"happened\": true } or { \"happened\": false }",
        Kind::Text => "{ \"text\": \"…\" }",
    }
}

fn exact(number: &str) -> Result<crate::Count, crate::count::CountError> {
    if number.contains(['e', 'E']) {
        number.parse::<f64>().map_err(|_| crate::count::CountError::Malformed).and_then(crate::Count::from_json_float)
    } else {
        number.parse()
    }
}

fn list(words: &[&str]) -> String {
    words.iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", ")
}

fn range(value: &Value<'_>) -> Range<usize> {
    let range = value.range();
    range.start..range.end
}
