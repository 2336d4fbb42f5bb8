//! Reading a mapping file: its tables and their keys, with every mistake in its place.

use super::identity::name_claims;
use super::mapping::{ClaimMap, Column, Field, IdPart, Mapping};
use super::name::Meaning;
use crate::slug::is_id;
use gainsay_claim::period::read_day;
use gainsay_claim::vocabulary::{Noun, nearest};
use gainsay_claim::{Problem, SourceFile, Vocabulary};
use std::ops::Range;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// The format line of a mapping file.
const FORMAT: &str = "gainsay.map/v1";
/// What a mapping file holds.
const TOP: [&str; 4] = ["format", "document", "row", "claim"];
/// What a document may say of itself.
const DOCUMENT: [&str; 8] = ["id", "publisher", "title", "published", "language", "url", "text", "sha256"];
/// What a row or a claim may say.
const CLAIM: [&str; 14] = [
    "id",
    "source",
    "measure",
    "subject",
    "place",
    "period",
    "basis",
    "value",
    "said",
    "speaker",
    "via",
    "hedge",
    "statement",
    "note",
];

/// A key with its value, both with their places.
pub(super) type Entry<'a, 'i> = (&'a Spanned<std::borrow::Cow<'i, str>>, &'a Spanned<DeValue<'i>>);

/// A mapping that is being read.
pub(super) struct Reader<'a> {
    pub(super) file: SourceFile<'a>,
    pub(super) vocabulary: &'a Vocabulary,
    pub(super) problems: Vec<Problem>,
    pub(super) columns: Vec<Column>,
    pub(super) lookups: usize,
    pub(super) days: usize,
}

/// Reads the text of a mapping file.
///
/// # Errors
/// Every mistake in it.
pub(super) fn read(name: &str, text: &str, vocabulary: &Vocabulary) -> Result<Mapping, Vec<Problem>> {
    let file = SourceFile { path: name, first_line: 1, text };
    let mut reader = Reader { file, vocabulary, problems: Vec::new(), columns: Vec::new(), lookups: 0, days: 0 };
    let (table, errors) = DeTable::parse_recoverable(text);
    for error in &errors {
        let message = error.message().lines().next().unwrap_or_default().to_owned();
        reader.problem(
            error.span().unwrap_or(0..0),
            message,
            "mend the TOML there; `gainsay import --help` has an example",
        );
    }
    if !errors.is_empty() {
        return Err(reader.problems);
    }
    let mapping = reader.mapping(table.get_ref());
    let mut problems = reader.problems;
    // What `[row]` says is read once for each claim, and so are its mistakes.
    crate::complaint::sort_problems(&mut problems);
    match mapping {
        Some(mapping) if problems.is_empty() => Ok(mapping),
        _ => Err(problems),
    }
}

impl Reader<'_> {
    pub(super) fn problem(&mut self, place: Range<usize>, message: impl Into<String>, help: impl Into<String>) {
        self.problems.push(self.file.problem(place, message, help));
    }

    /// Complains of every key that is not known.
    pub(super) fn keys(&mut self, table: &DeTable<'_>, what: &str, known: &[&str]) {
        for key in table.keys().filter(|key| !known.contains(&&**key.get_ref())) {
            let help = match nearest(key.get_ref(), known.iter().copied()) {
                Some(near) => format!("did you mean `{near}`?"),
                None => format!("known here: {}", known.join(", ")),
            };
            self.problem(key.span(), format!("{what} has no `{}`", key.get_ref().escape_debug()), help);
        }
    }

    /// A string, or a day that TOML takes for a date of its own.
    pub(super) fn text(&mut self, value: &Spanned<DeValue<'_>>, what: &str) -> Option<Box<str>> {
        match value.get_ref() {
            DeValue::String(text) => Some(text.as_ref().into()),
            DeValue::Datetime(day) => Some(day.to_string().into()),
            other => {
                self.problem(
                    value.span(),
                    format!("{what} is a string here, not {}", article(other.type_str())),
                    "put it between quotes",
                );
                None
            }
        }
    }

    pub(super) fn table<'a, 'i>(&mut self, value: &'a Spanned<DeValue<'i>>, what: &str) -> Option<&'a DeTable<'i>> {
        let table = value.get_ref().as_table();
        if table.is_none() {
            let message = format!("{what} is a table here, not {}", article(value.get_ref().type_str()));
            self.problem(value.span(), message, "`gainsay import --help` has an example");
        }
        table
    }

    /// The number of a column of the table.
    pub(super) fn column(&mut self, value: &Spanned<DeValue<'_>>) -> Option<usize> {
        let name = self.text(value, "the name of a column")?;
        let name = name.trim();
        if name.is_empty() {
            self.problem(
                value.span(),
                "a column without a name cannot be named",
                "give it a name in the head of the table",
            );
            return None;
        }
        if let Some(number) = self.columns.iter().position(|column| *column.name == *name) {
            return Some(number);
        }
        self.columns.push(Column { name: name.into(), place: self.file.problem(value.span(), "", "") });
        Some(self.columns.len() - 1)
    }

    fn mapping(&mut self, top: &DeTable<'_>) -> Option<Mapping> {
        self.keys(top, "a mapping", &TOP);
        match top.get("format") {
            None => {
                self.problem(0..0, "this mapping has no `format`", format!("begin it with `format = \"{FORMAT}\"`"))
            }
            Some(format) if format.get_ref().as_str() != Some(FORMAT) => {
                self.problem(format.span(), "this format is not known", format!("write `format = \"{FORMAT}\"`"));
            }
            Some(_) => {}
        }
        let document = match top.get("document") {
            Some(document) => self.document(document),
            None => {
                self.problem(
                    0..0,
                    "this mapping has no `[document]`",
                    "add `[document]` with an `id`: the table is one document",
                );
                None
            }
        };
        let row = top.get("row").and_then(|row| self.table(row, "`row`"));
        if let Some(row) = row {
            self.keys(row, "a row", &CLAIM);
        }
        let claims = self.claims(top, row)?;
        let mut mapping = Mapping {
            document: document?,
            claims,
            columns: std::mem::take(&mut self.columns),
            lookups: self.lookups,
            days: self.days,
        };
        name_claims(&mut mapping.claims);
        Some(mapping)
    }

    fn document(&mut self, value: &Spanned<DeValue<'_>>) -> Option<Vec<(&'static str, Box<str>)>> {
        let table = self.table(value, "`document`")?;
        self.keys(table, "a document", &DOCUMENT);
        let mut fields = Vec::new();
        for name in DOCUMENT {
            let Some(field) = table.get(name) else { continue };
            let Some(text) = self.text(field, &format!("`{name}` of the document")) else { continue };
            match name {
                "id" if !is_id(&text) => {
                    let message = format!("`{}` cannot be an id", text.escape_debug());
                    self.problem(field.span(), message, "an id has lower-case letters, digits, `-`, `/` and `.` only");
                }
                "published" => {
                    if let Err(message) = read_day(&text) {
                        self.problem(field.span(), message, "");
                    }
                }
                _ => {}
            }
            fields.push((name, text));
        }
        if table.get("id").is_none() {
            self.problem(value.span(), "the document has no `id`", "add one, such as `id = \"loss-tracker\"`");
        }
        Some(fields)
    }

    fn claims(&mut self, top: &DeTable<'_>, row: Option<&DeTable<'_>>) -> Option<Vec<ClaimMap>> {
        let Some(list) = top.get("claim") else {
            self.problem(
                0..0,
                "this mapping has no `[[claim]]`",
                "add one: what is counted, and the columns of its `value`",
            );
            return None;
        };
        let Some(list) = list.get_ref().as_array() else {
            self.problem(
                list.span(),
                "`claim` is a list of tables",
                "write it as `[[claim]]`, with two brackets on either side",
            );
            return None;
        };
        let mut claims = Vec::new();
        let mut sound = true;
        for claim in list.iter() {
            let Some(table) = self.table(claim, "`claim`") else { continue };
            self.keys(table, "a claim", &CLAIM);
            match self.claim(table, row, claim.span()) {
                Some(claim) => claims.push(claim),
                None => sound = false,
            }
        }
        sound.then_some(claims)
    }

    fn claim(&mut self, own: &DeTable<'_>, row: Option<&DeTable<'_>>, place: Range<usize>) -> Option<ClaimMap> {
        let find = |name: &str| own.get_key_value(name).or_else(|| row.and_then(|row| row.get_key_value(name)));
        for name in ["source", "measure", "subject", "value"] {
            if find(name).is_none() {
                self.problem(
                    place.clone(),
                    format!("this claim has no `{name}`"),
                    format!("add `{name}` to it, or to `[row]` for all of them"),
                );
            }
        }
        let word = |reader: &mut Self, name: &'static str, noun: Noun| {
            find(name).and_then(|(_, value)| reader.field(value, name, Meaning::Word(noun)))
        };
        let source = word(self, "source", Noun::Source);
        let measure = word(self, "measure", Noun::Measure);
        let subject = word(self, "subject", Noun::Subject);
        let free = |reader: &mut Self, name: &'static str| {
            find(name).and_then(|(_, value)| reader.field(value, name, Meaning::Free))
        };
        let id = find("id").map(|(_, value)| self.id(value)).unwrap_or_default();
        let claim = ClaimMap {
            number: 0,
            place: word(self, "place", Noun::Place),
            basis: find("basis")
                .and_then(|(_, value)| self.field(value, "basis", Meaning::OneOf(&["total", "documented"]))),
            speaker: free(self, "speaker"),
            hedge: free(self, "hedge"),
            statement: free(self, "statement"),
            note: free(self, "note"),
            via: find("via").map(|(_, value)| self.via(value)).unwrap_or_default(),
            said: find("said").and_then(|(_, value)| self.day(value, "said")),
            period: find("period").and_then(|(_, value)| self.period(value)),
            value: find("value").and_then(|entry| self.value(entry))?,
            source: source?,
            measure: measure?,
            subject: subject?,
            id,
        };
        self.fits(&claim, find("measure")?);
        Some(claim)
    }

    fn id(&mut self, value: &Spanned<DeValue<'_>>) -> Vec<IdPart> {
        let one;
        let columns: Vec<&Spanned<DeValue<'_>>> = match value.get_ref() {
            DeValue::Array(list) => list.iter().collect(),
            _ => {
                one = value;
                vec![one]
            }
        };
        let parts: Vec<IdPart> =
            columns.into_iter().filter_map(|column| self.column(column)).map(IdPart::Cell).collect();
        if parts.is_empty() {
            self.problem(
                value.span(),
                "`id` names no column",
                "name the columns that tell the rows apart, such as `id = [\"date\", \"type\"]`",
            );
        }
        parts
    }

    fn via(&mut self, value: &Spanned<DeValue<'_>>) -> Vec<Field> {
        match value.get_ref() {
            DeValue::Array(list) => list.iter().filter_map(|outlet| self.field(outlet, "via", Meaning::Free)).collect(),
            _ => self.field(value, "via", Meaning::Free).into_iter().collect(),
        }
    }
}

fn article(kind: &str) -> String {
    match kind.chars().next() {
        Some('a' | 'e' | 'i' | 'o' | 'u') => format!("an {kind}"),
        _ => format!("a {kind}"),
    }
}
