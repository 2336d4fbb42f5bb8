//! From rows to claims.

use super::batch::Batch;
use super::complaint::{Complaint, Complaints};
use super::day;
use super::ids::Ids;
use super::line::{self, ClaimLine, quoted};
use super::mapping::{ClaimMap, Day, Field, IdPart, Mapping, PeriodMap, ValueMap};
use super::mapping_values::fits;
use super::name::{Additions, Found, Meaning, Memory, Rest, shortened};
use super::number;
use super::slug::slug;
use gainsay_claim::vocabulary::Noun;
use gainsay_claim::{Severity, Vocabulary};

/// How many words an evidence may have.
const WORDS: usize = 12;

/// Turns rows into lines of NDJSON.
pub(super) struct Converter<'a> {
    mapping: &'a Mapping,
    vocabulary: &'a Vocabulary,
    document: &'a str,
    names: Vec<Memory>,
    days: Vec<Memory>,
    ids: Ids,
    pub(super) additions: Additions,
    pub(super) complaints: Complaints,
    pub(super) rows: u64,
    pub(super) claims: u64,
}

/// Why a row makes no claim by one `[[claim]]`.
enum Stop {
    NoClaim,
    Wrong { column: Option<usize>, message: String, help: String },
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
pub(super) struct Scratch {
    id: Vec<u8>,
    value: String,
    evidence: String,
    via: String,
    /// The claim of the mapping whose outlets stand in `via`.
    via_of: Option<usize>,
    written: Vec<Written>,
}

/// A claim that was written, until it is known that its id is free.
struct Written {
    hash: u64,
    row: usize,
    map: usize,
    start: usize,
    end: usize,
}

impl<'a> Converter<'a> {
    pub(super) fn new(mapping: &'a Mapping, vocabulary: &'a Vocabulary) -> Converter<'a> {
        let document = mapping.document.iter().find(|(name, _)| *name == "id").map_or("", |(_, id)| id);
        Converter {
            mapping,
            vocabulary,
            document,
            names: std::iter::repeat_with(Memory::default).take(mapping.lookups).collect(),
            days: std::iter::repeat_with(Memory::default).take(mapping.days).collect(),
            ids: Ids::default(),
            additions: Additions::new(),
            complaints: Complaints::default(),
            rows: 0,
            claims: 0,
        }
    }

    /// Appends the claims of some rows.
    pub(super) fn convert(&mut self, batch: &mut Batch, scratch: &mut Scratch, out: &mut Vec<u8>) {
        for complaint in batch.complaints.drain(..) {
            self.complaints.push(complaint);
        }
        let mapping = self.mapping;
        for index in 0..batch.rows.len() {
            self.rows += 1;
            let row = Row { batch, index, columns: mapping.columns.len() };
            let mut told: Vec<(Option<usize>, String)> = Vec::new();
            for map in &mapping.claims {
                match self.claim(map, row, scratch, out) {
                    Ok(()) => self.claims += 1,
                    Err(Stop::NoClaim) => {}
                    Err(Stop::Wrong { column, message, help }) => {
                        // A cell that several claims need is wrong once.
                        let key = (column, message.clone());
                        if !told.contains(&key) {
                            told.push(key);
                            self.complaints.push(Complaint {
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
        let mut written = std::mem::take(&mut scratch.written);
        self.take_out_doubled(batch, &mut written, out);
        scratch.written = written;
    }

    fn claim(&mut self, map: &'a ClaimMap, row: Row<'_>, scratch: &mut Scratch, out: &mut Vec<u8>) -> Result<(), Stop> {
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
        if !map.via.iter().all(|outlet| outlet.column().is_none()) || std::mem::replace(&mut scratch.via_of, Some(map.number)) != Some(map.number) {
            self.via(map, row, &mut scratch.via)?;
        }
        let form = self.value(map, row, &mut scratch.value)?;
        self.evidence(&map.value, row, &mut scratch.evidence);

        let period = period.map(|(from, to)| (self.text(from), self.text(to)));
        let line = ClaimLine {
            document: self.document,
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
        let start = out.len();
        line::write(out, &scratch.id, &line);
        scratch.written.push(Written { hash: Ids::hash(&scratch.id), row: row.index, map: map.number, start, end: out.len() });
        Ok(())
    }

    /// Takes out again the claims whose ids are taken.
    fn take_out_doubled(&mut self, batch: &Batch, written: &mut Vec<Written>, out: &mut Vec<u8>) {
        self.ids.touch(written.iter().map(|written| written.hash));
        let mut doubled = Vec::new();
        for written in written.drain(..) {
            let row = batch.rows[written.row];
            let Err(other) = self.ids.take(written.hash, row.number) else { continue };
            let id = out[written.start..written.end].split(|&byte| byte == b'"').nth(3).unwrap_or_default();
            let id = String::from_utf8_lossy(id);
            let message = if u64::from(other) == row.number {
                format!("two claims of this row have the id `{id}`")
            } else {
                format!("this row and row {other} both give the id `{id}`; the claim of row {other} is kept")
            };
            let help = "name in `id = […]` of the mapping the columns that tell them apart, or take one of the two rows out".to_owned();
            let column = value_columns(&self.mapping.claims[written.map].value).next();
            self.complaints.push(Complaint { row, column, message, help, severity: Severity::Error });
            self.claims -= 1;
            doubled.push(written.start..written.end);
        }
        for range in doubled.into_iter().rev() {
            out.drain(range);
        }
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
            Text::Absent => Err(Stop::Wrong {
                column: field.column(),
                message: format!("this cell is empty, so the claim has no {name}"),
                help: "fill it, or give the field a `default` in the mapping".to_owned(),
            }),
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
            let found = lookup.find(cell, vocabulary, additions);
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
            Found::Wrong(message, help) => {
                Err(Stop::Wrong { column: Some(lookup.column), message: message.clone(), help: help.clone() })
            }
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
            Found::Wrong(message, help) => {
                Err(Stop::Wrong { column: Some(column), message: message.clone(), help: help.clone() })
            }
            _ => Ok(Text::Day(which, number)),
        }
    }

    fn needed_day<'r>(&mut self, day: &'r Day, row: Row<'r>) -> Result<Text<'r>, Stop> {
        match self.day(day, row)? {
            Text::Absent => Err(Stop::Wrong {
                column: day.column(),
                message: "this cell is empty, so the figure has no day".to_owned(),
                help: "fill it; a figure of no day cannot be compared".to_owned(),
            }),
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
        Err(Stop::Wrong {
            column,
            message: format!("the period ends on {to}, before it begins on {from}"),
            help: "look at the two days".to_owned(),
        })
    }

    /// Puts what the value says into `out`, as JSON, and gives its key.
    fn value(&mut self, map: &'a ClaimMap, row: Row<'_>, out: &mut String) -> Result<&'static str, Stop> {
        out.clear();
        let (low, high, point, form) = match &map.value {
            ValueMap::Count { low, high, point, form } => (*low, *high, *point, form),
            ValueMap::On(day) => {
                let day = self.needed_day(day, row)?;
                out.push_str(&quoted(self.text(day)));
                return Ok("on");
            }
            ValueMap::Is(field) => {
                let state = self.required(field, "value", map, row)?;
                out.push_str(&quoted(self.text(state)));
                return Ok("is");
            }
            ValueMap::Text(field) => {
                let text = self.required(field, "value", map, row)?;
                out.push_str(&quoted(self.text(text)));
                return Ok("text");
            }
        };
        let filled = |column: Option<usize>| column.filter(|&column| !row.cell(column).is_empty());
        let read = |column: usize, out: &mut String| {
            number::read(row.cell(column), out).map_err(|(message, help)| Stop::Wrong {
                column: Some(column),
                message,
                help,
            })
        };
        match (filled(low), filled(high), filled(point)) {
            (Some(low), Some(high), point) => {
                out.push('[');
                read(low, out)?;
                let middle = out.len();
                out.push(',');
                read(high, out)?;
                if is_above(&out[1..middle], &out[middle + 1..]) {
                    let message =
                        format!("the upper end, {}, lies below the lower one, {}", &out[middle + 1..], &out[1..middle]);
                    return Err(Stop::Wrong {
                        column: Some(high),
                        message,
                        help: "exchange them, or look at their digits".to_owned(),
                    });
                }
                out.push(']');
                // The point says nothing that the range does not, and yet it may be misspelt.
                if let Some(point) = point {
                    read(point, &mut String::new())?;
                }
                Ok("between")
            }
            (Some(low), None, _) => read(low, out).map(|()| "at_least"),
            (None, Some(high), _) => read(high, out).map(|()| "at_most"),
            (None, None, Some(point)) => {
                read(point, out)?;
                let form = self.required(form, "form of the figure", map, row)?;
                let word = self.text(form);
                Ok(super::mapping_values::FORMS.iter().find(|known| **known == word).copied().unwrap_or("exactly"))
            }
            (None, None, None) => Err(Stop::NoClaim),
        }
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

    /// The row and the filled cells that a value was read from.
    fn evidence(&self, value: &ValueMap, row: Row<'_>, out: &mut String) {
        out.clear();
        out.push_str("row ");
        push_number(row.number(), out);
        for column in value_columns(value) {
            let cell = row.cell(column);
            if !cell.is_empty() {
                out.push_str(", ");
                out.push_str(&self.mapping.columns[column].name);
                out.push_str(": ");
                out.push_str(cell);
            }
        }
        // A quote of more than a dozen words is no quote.
        if out.bytes().filter(|&byte| byte <= b' ' || byte >= 0x80).count() >= WORDS && out.split_whitespace().nth(WORDS).is_some() {
            let words: Vec<&str> = out.split_whitespace().take(WORDS).collect();
            *out = words.join(" ") + "…";
        }
    }

    fn id(&self, map: &ClaimMap, row: Row<'_>, line: &ClaimLine<'_>, id: &mut Vec<u8>) -> Result<(), Stop> {
        id.clear();
        id.extend_from_slice(self.document.as_bytes());
        for &part in &map.id {
            let text = match part {
                IdPart::From => line.period.map_or("", |(from, _)| from),
                IdPart::To => line.period.map_or("", |(_, to)| to),
                IdPart::Said => line.said,
                IdPart::Source => line.source,
                IdPart::Measure => line.measure,
                IdPart::Subject => line.subject,
                IdPart::Place => line.place,
                IdPart::Basis => line.basis,
                IdPart::Row => {
                    id.extend_from_slice(format!("/row-{}", row.number()).as_bytes());
                    continue;
                }
                IdPart::Claim(number) => {
                    id.extend_from_slice(format!("/{number}").as_bytes());
                    continue;
                }
                IdPart::Cell(column) => {
                    let cell = row.cell(column);
                    let slug = slug(cell).ok_or_else(|| Stop::Wrong {
                        column: Some(column),
                        message: format!("no id can be made of `{}`", shortened(cell)),
                        help: "fill the cell, or name other columns in `id`".to_owned(),
                    })?;
                    id.push(b'/');
                    id.extend_from_slice(slug.as_bytes());
                    continue;
                }
            };
            if !text.is_empty() {
                id.push(b'/');
                id.extend_from_slice(text.as_bytes());
            }
        }
        Ok(())
    }
}

fn push_number(mut number: u64, out: &mut String) {
    let mut digits = [0; 20];
    let mut start = digits.len();
    loop {
        start -= 1;
        digits[start] = b'0' + (number % 10) as u8;
        number /= 10;
        if number == 0 {
            break;
        }
    }
    out.extend(digits[start..].iter().map(|&digit| char::from(digit)));
}

/// A measure of a kind that has no such value.
fn unfit(id: &str, map: &ClaimMap, vocabulary: &Vocabulary) -> Option<Found> {
    let kind = vocabulary.measure(vocabulary.find_measure(id)?).kind;
    (!fits(kind, &map.value)).then(|| {
        let message = format!("`{id}` is a measure of kind {}, which has no such value", kind.id());
        Found::Wrong(message, "let the name stand for another measure".to_owned())
    })
}

fn value_columns(value: &ValueMap) -> impl Iterator<Item = usize> {
    let columns = match value {
        ValueMap::Count { low, high, point, .. } => [*low, *high, *point],
        ValueMap::On(day) => [day.column(), None, None],
        ValueMap::Is(field) | ValueMap::Text(field) => [field.column(), None, None],
    };
    columns.into_iter().flatten()
}

/// Whether a figure, as JSON, is above another.
fn is_above(a: &str, b: &str) -> bool {
    matches!((a.parse::<gainsay_claim::Count>(), b.parse::<gainsay_claim::Count>()), (Ok(a), Ok(b)) if a > b)
}
