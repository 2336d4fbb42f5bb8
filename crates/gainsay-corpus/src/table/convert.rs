//! From rows to claims.

mod naming;
mod value;

use super::batch::Batch;
use super::complaint::Complaint;
use super::day;
use super::ids::Ids;
use super::job::{Job, Written};
use super::line::{ClaimLine, Shape, quoted};
use super::mapping::{ClaimMap, Day, Field, Mapping, PeriodMap};
use super::mapping_values::fits;
use super::name::{Additions, Found, Meaning, Memory, Rest};
use gainsay_claim::vocabulary::Noun;
use gainsay_claim::{Severity, Vocabulary};
pub(super) use value::value_columns;

/// Turns rows into lines of NDJSON.
pub(super) struct Converter<'a> {
    mapping: &'a Mapping,
    vocabulary: &'a Vocabulary,
    document: &'a str,
    shapes: Vec<Shape>,
    names: Vec<Memory>,
    days: Vec<Memory>,
    scratch: Scratch,
    pub(super) additions: Additions,
}

/// Why a row makes no claim by one `[[claim]]`.
enum Stop {
    NoClaim,
    /// In a box, so that what is right is handed on quickly.
    Wrong(Box<Wrong>),
}

/// What is wrong, and where in the row.
struct Wrong {
    column: Option<usize>,
    message: String,
    help: String,
}

fn wrong(column: Option<usize>, message: impl Into<String>, help: impl Into<String>) -> Stop {
    Stop::Wrong(Box::new(Wrong { column, message: message.into(), help: help.into() }))
}

/// A text of a claim, not yet looked up.
#[derive(Clone, Copy)]
enum Text<'a> {
    Absent,
    Plain(&'a str),
    /// In the memory of a lookup, under a number.
    Name(usize, usize),
    /// In the memory of a day.
    Day(usize, usize),
}

/// The cells of one row.
#[derive(Clone, Copy)]
struct Row<'a> {
    batch: &'a Batch,
    index: usize,
    columns: usize,
}

impl<'a> Row<'a> {
    #[inline]
    fn cell(self, column: usize) -> &'a str {
        self.batch.get(self.index, column, self.columns)
    }

    fn number(self) -> u64 {
        self.batch.rows[self.index].number
    }
}

/// What is written anew for each claim, with its room.
#[derive(Default)]
struct Scratch {
    id: Vec<u8>,
    value: String,
    evidence: String,
    via: String,
    /// The claim of the mapping whose outlets stand in `via`.
    via_of: Option<usize>,
}

impl<'a> Converter<'a> {
    pub(super) fn new(mapping: &'a Mapping, vocabulary: &'a Vocabulary) -> Converter<'a> {
        let document = mapping.document.iter().find(|(name, _)| *name == "id").map_or("", |(_, id)| id);
        Converter {
            mapping,
            vocabulary,
            document,
            shapes: mapping.claims.iter().map(|map| Shape::new(map, document)).collect(),
            names: std::iter::repeat_with(Memory::default).take(mapping.lookups).collect(),
            days: std::iter::repeat_with(Memory::default).take(mapping.days).collect(),
            scratch: Scratch::default(),
            additions: Additions::new(),
        }
    }

    /// Makes the claims of some rows.
    pub(super) fn convert(&mut self, job: &mut Job) {
        let Job { batch, lines, written, complaints } = job;
        let mapping = self.mapping;
        let mut scratch = std::mem::take(&mut self.scratch);
        for index in 0..batch.rows.len() {
            let row = Row { batch, index, columns: mapping.columns.len() };
            let mut told: Vec<(Option<usize>, String)> = Vec::new();
            for map in &mapping.claims {
                let start = lines.len();
                match self.claim(map, row, &mut scratch, lines) {
                    Ok(hash) => {
                        written.push(Written { hash, row: index, map: map.number, line: start..lines.len() });
                    }
                    Err(Stop::NoClaim) => {}
                    Err(Stop::Wrong(wrong)) => {
                        let Wrong { column, message, mut help } = *wrong;
                        if column.is_some_and(|column| row.cell(column).contains(['\n', '\r'])) {
                            help.push_str("; the cell goes over several lines, so a quote may be missing in it");
                        }
                        // A cell that several claims need is wrong once.
                        let key = (column, message.clone());
                        if !told.contains(&key) {
                            told.push(key);
                            complaints.push(Complaint {
                                row: batch.rows[index],
                                column,
                                message,
                                help,
                                severity: Severity::Error,
                            });
                        }
                    }
                }
            }
        }
        self.scratch = scratch;
    }

    /// Appends a claim as a line; the hash of its id.
    fn claim(
        &mut self,
        map: &'a ClaimMap,
        row: Row<'_>,
        scratch: &mut Scratch,
        out: &mut Vec<u8>,
    ) -> Result<u64, Stop> {
        if value_columns(&map.value).all(|column| row.cell(column).is_empty())
            && value_columns(&map.value).next().is_some()
        {
            return Err(Stop::NoClaim);
        }
        let source = self.required(&map.source, "source", map, row)?;
        let measure = self.required(&map.measure, "measure", map, row)?;
        let subject = self.required(&map.subject, "subject", map, row)?;
        let place = self.optional(map.place.as_ref(), map, row)?;
        let basis = self.optional(map.basis.as_ref(), map, row)?;
        let speaker = self.optional(map.speaker.as_ref(), map, row)?;
        let hedge = self.optional(map.hedge.as_ref(), map, row)?;
        let statement = self.optional(map.statement.as_ref(), map, row)?;
        let note = self.optional(map.note.as_ref(), map, row)?;
        let said = match &map.said {
            Some(day) => self.day(day, row)?,
            None => Text::Absent,
        };
        let period = match &map.period {
            None => None,
            Some(PeriodMap::On(day)) => {
                let day = self.needed_day(day, row)?;
                Some((day, day))
            }
            Some(PeriodMap::FromTo(from, to)) => Some((self.needed_day(from, row)?, self.needed_day(to, row)?)),
        };
        if let (Some((from, to)), Some(map)) = (period, &map.period) {
            self.in_order(from, to, map)?;
        }
        let stands_there = scratch.via_of.replace(map.number) == Some(map.number);
        if !stands_there || map.via.iter().any(|outlet| outlet.column().is_some()) {
            self.via(map, row, &mut scratch.via)?;
        }
        let form = self.value(map, row, &mut scratch.value)?;
        self.evidence(&map.value, row, &mut scratch.evidence);

        let period = period.map(|(from, to)| (self.text(from), self.text(to)));
        let line = ClaimLine {
            source: self.text(source),
            speaker: self.text(speaker),
            via: &scratch.via,
            said: self.text(said),
            measure: self.text(measure),
            subject: self.text(subject),
            place: self.text(place),
            period,
            basis: self.text(basis),
            value: (form, &scratch.value),
            hedge: self.text(hedge),
            statement: self.text(statement),
            evidence: &scratch.evidence,
            note: self.text(note),
        };
        self.id(map, row, &line, &mut scratch.id)?;
        self.shapes[map.number].write(out, &scratch.id, &line);
        Ok(Ids::hash(&scratch.id))
    }

    #[inline]
    fn text<'t>(&'t self, text: Text<'t>) -> &'t str {
        let found = match text {
            Text::Absent => return "",
            Text::Plain(text) => return text,
            Text::Name(lookup, number) => &self.names[lookup].found[number],
            Text::Day(day, number) => &self.days[day].found[number],
        };
        match found {
            Found::Text(text) => text,
            Found::NoClaim | Found::Wrong(..) => "",
        }
    }

    fn required<'r>(&mut self, field: &'r Field, name: &str, map: &ClaimMap, row: Row<'r>) -> Result<Text<'r>, Stop> {
        match self.optional(Some(field), map, row)? {
            Text::Absent => Err(wrong(
                field.column(),
                format!("this cell is empty, so the claim has no {name}"),
                "fill it, or give the field a `default` in the mapping",
            )),
            found => Ok(found),
        }
    }

    fn optional<'r>(&mut self, field: Option<&'r Field>, map: &ClaimMap, row: Row<'r>) -> Result<Text<'r>, Stop> {
        let lookup = match field {
            None => return Ok(Text::Absent),
            Some(Field::Constant(text)) => return Ok(Text::Plain(text)),
            Some(Field::Lookup(lookup)) => lookup,
        };
        let cell = row.cell(lookup.column);
        if cell.is_empty() && !matches!(lookup.rest, Rest::Default(_)) && !lookup.names.contains_key("") {
            return Ok(Text::Absent);
        }
        if lookup.meaning == Meaning::Free && lookup.rest == Rest::AsItIs && !cell.starts_with('=') {
            return Ok(Text::Plain(cell));
        }
        let (vocabulary, additions) = (self.vocabulary, &mut self.additions);
        let number = self.names[lookup.number].number(cell, || {
            let found = lookup.find(cell, row.number(), vocabulary, additions);
            match &found {
                Found::Text(id) if lookup.meaning == Meaning::Word(Noun::Measure) => {
                    unfit(id, map, vocabulary).unwrap_or(found)
                }
                _ => found,
            }
        });
        match &self.names[lookup.number].found[number] {
            Found::Text(_) => Ok(Text::Name(lookup.number, number)),
            Found::NoClaim => Err(Stop::NoClaim),
            Found::Wrong(message, help) => Err(wrong(Some(lookup.column), message, help)),
        }
    }

    fn day<'r>(&mut self, day: &'r Day, row: Row<'r>) -> Result<Text<'r>, Stop> {
        let (column, format, which) = match day {
            Day::Constant(text) => return Ok(Text::Plain(text)),
            Day::Cell { column, format, number } => (*column, format, *number),
        };
        let cell = row.cell(column);
        if cell.is_empty() {
            return Ok(Text::Absent);
        }
        let number = day::number(cell, format, &mut self.days[which]);
        match &self.days[which].found[number] {
            Found::Wrong(message, help) => Err(wrong(Some(column), message, help)),
            _ => Ok(Text::Day(which, number)),
        }
    }

    fn needed_day<'r>(&mut self, day: &'r Day, row: Row<'r>) -> Result<Text<'r>, Stop> {
        match self.day(day, row)? {
            Text::Absent => Err(wrong(
                day.column(),
                "this cell is empty, so the figure has no day".to_owned(),
                "fill it; a figure of no day cannot be compared",
            )),
            found => Ok(found),
        }
    }

    fn in_order(&self, from: Text<'_>, to: Text<'_>, map: &PeriodMap) -> Result<(), Stop> {
        let (from, to) = (self.text(from), self.text(to));
        // Days of four-digit years stand in the order of their texts.
        if from <= to {
            return Ok(());
        }
        let column = match map {
            PeriodMap::On(day) => day.column(),
            PeriodMap::FromTo(from, to) => to.column().or(from.column()),
        };
        Err(wrong(column, format!("the period ends on {to}, before it begins on {from}"), "look at the two days"))
    }

    /// The outlets, as JSON; nothing where there are none.
    fn via(&mut self, map: &ClaimMap, row: Row<'_>, out: &mut String) -> Result<(), Stop> {
        out.clear();
        for outlet in &map.via {
            let outlet = self.optional(Some(outlet), map, row)?;
            let text = self.text(outlet);
            if !text.is_empty() {
                out.push(if out.is_empty() { '[' } else { ',' });
                out.push_str(&quoted(text));
            }
        }
        if !out.is_empty() {
            out.push(']');
        }
        Ok(())
    }
}

/// A measure of a kind that has no such value.
fn unfit(id: &str, map: &ClaimMap, vocabulary: &Vocabulary) -> Option<Found> {
    let kind = vocabulary.measure(vocabulary.find_measure(id)?).kind;
    (!fits(kind, &map.value)).then(|| {
        let message = format!("`{id}` is a measure of kind {}, which has no such value", kind.id());
        Found::Wrong(message, "let the name stand for another measure".to_owned())
    })
}
