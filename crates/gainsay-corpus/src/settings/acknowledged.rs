//! Reading `[[acknowledged]]`: what a desk lets stand.

use chrono::NaiveDate;
use gainsay_claim::period::read_day;
use gainsay_claim::vocabulary::nearest;
use gainsay_claim::{Acknowledged, Acknowledgement, DateRange, GivenFor, Problem, SourceFile};
use std::ops::Range;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// The name of the list in `gainsay.toml`.
pub(crate) const KEY: &str = "acknowledged";

const FIELDS: [&str; 9] = ["discrepancy", "why", "who", "since", "expires", "level", "certainty", "values", "days"];
const LEVELS: [&str; 2] = ["conflict", "note"];
const CERTAINTIES: [&str; 3] = ["certain", "depends-on-reading", "hedged"];

/// The acknowledgements of a file, with every mistake in them. One with a mistake does not hold.
pub(super) fn read(file: SourceFile<'_>, value: &Spanned<DeValue<'_>>) -> (Vec<Acknowledged>, Vec<Problem>) {
    let (mut read, mut problems): (Vec<Acknowledged>, Vec<Problem>) = (Vec::new(), Vec::new());
    let shape = |range: Range<usize>| {
        file.problem(
            range,
            "`acknowledged` cannot be read: it is no list of tables",
            "write [[acknowledged]], and below it discrepancy = \"…\" and why = \"…\"",
        )
    };
    let Some(list) = value.get_ref().as_array() else { return (read, vec![shape(value.span())]) };
    for item in list.iter() {
        let Some(table) = item.get_ref().as_table() else {
            problems.push(shape(item.span()));
            continue;
        };
        match one(file, table, item.span()) {
            Ok(acknowledged) => match read.iter().find(|first| first.discrepancy == acknowledged.discrepancy) {
                Some(first) => {
                    let message = format!(
                        "`{}` is acknowledged twice, first at line {}",
                        acknowledged.discrepancy.escape_debug(),
                        first.place.line
                    );
                    let help = "keep one of the two; the first holds until then";
                    problems.push(Problem { message, help: help.into(), ..acknowledged.place });
                }
                None => read.push(acknowledged),
            },
            Err(mistakes) => problems.extend(mistakes),
        }
    }
    (read, problems)
}

fn one(file: SourceFile<'_>, table: &DeTable<'_>, span: Range<usize>) -> Result<Acknowledged, Vec<Problem>> {
    let mut fields = Fields { file, table, problems: Vec::new() };
    fields.names();
    let discrepancy = fields.text("discrepancy");
    let why = fields.text("why").filter(|why| !why.trim().is_empty());
    let read = Acknowledged {
        acknowledgement: Acknowledgement {
            why: why.clone().unwrap_or_default(),
            who: fields.text("who"),
            since: fields.day("since"),
            expires: fields.day("expires"),
        },
        given_for: GivenFor {
            level: fields.word("level", &LEVELS),
            certainty: fields.word("certainty", &CERTAINTIES),
            values: fields.list("values").map(|list| list.into_iter().map(|(text, _)| text).collect()),
            days: fields.ranges("days"),
        },
        place: file.problem(fields.span("discrepancy").unwrap_or(span.clone()), "", ""),
        discrepancy: discrepancy.clone().unwrap_or_default(),
    };
    let whole = |problems: &mut Vec<Problem>, place: Range<usize>, message: &str, help: &str| {
        if problems.is_empty() {
            problems.push(file.problem(place, message, help));
        }
    };
    if discrepancy.is_none_or(|id| id.is_empty()) {
        let help = "add discrepancy = \"…\"; `gainsay conflicts` lists the ids";
        whole(&mut fields.problems, span, "an acknowledgement of nothing", help);
    } else if why.is_none() {
        let place = fields.span("why").or(fields.span("discrepancy")).unwrap_or(span);
        whole(&mut fields.problems, place, "an acknowledgement without a reason", "add why = \"…\"");
    }
    if fields.problems.is_empty() { Ok(read) } else { Err(fields.problems) }
}

/// The fields of one table, and what is wrong with them.
struct Fields<'a, 'b> {
    file: SourceFile<'a>,
    table: &'a DeTable<'b>,
    problems: Vec<Problem>,
}

impl Fields<'_, '_> {
    fn names(&mut self) {
        for key in self.table.keys().filter(|key| !FIELDS.contains(&&**key.get_ref())) {
            let name = key.get_ref();
            let help = match nearest(name, FIELDS) {
                Some(near) => format!("did you mean `{near}`?"),
                None => format!("the fields are {}", FIELDS.join(", ")),
            };
            let message = format!("an acknowledgement has no field `{}`", name.escape_debug());
            self.problems.push(self.file.problem(key.span(), message, help));
        }
    }

    fn value(&self, name: &str) -> Option<&Spanned<DeValue<'_>>> {
        self.table.iter().find(|(key, _)| &**key.get_ref() == name).map(|(_, value)| value)
    }

    fn span(&self, name: &str) -> Option<Range<usize>> {
        self.value(name).map(Spanned::span)
    }

    fn refuse(&mut self, range: Range<usize>, name: &str, help: &str) {
        self.problems.push(self.file.problem(range, format!("`{name}` cannot be read"), help));
    }

    fn text(&mut self, name: &str) -> Option<String> {
        let value = self.value(name)?;
        let (text, span) = (value.get_ref().as_str().map(str::to_owned), value.span());
        if text.is_none() {
            self.refuse(span, name, &format!("write {name} = \"…\""));
        }
        text
    }

    fn word(&mut self, name: &str, known: &[&str]) -> Option<String> {
        let word = self.text(name)?;
        if !known.contains(&&*word) {
            let span = self.span(name)?;
            self.refuse(span, name, &format!("write one of {}, or leave it out", known.join(", ")));
        }
        Some(word)
    }

    fn day(&mut self, name: &str) -> Option<NaiveDate> {
        let value = self.value(name)?;
        let text = match value.get_ref() {
            DeValue::String(text) => text.to_string(),
            DeValue::Datetime(day) => day.to_string(),
            _ => String::new(),
        };
        let (day, span) = (read_day(&text).ok(), value.span());
        if day.is_none() {
            self.refuse(span, name, &format!("write a day, such as {name} = \"2026-01-31\""));
        }
        day
    }

    fn list(&mut self, name: &str) -> Option<Vec<(String, Range<usize>)>> {
        let value = self.value(name)?;
        let texts = value.get_ref().as_array().and_then(|list| {
            let text = |item: &Spanned<DeValue<'_>>| Some((item.get_ref().as_str()?.to_owned(), item.span()));
            list.iter().map(text).collect::<Option<Vec<_>>>()
        });
        let span = value.span();
        if texts.is_none() {
            self.refuse(span, name, &format!("write {name} = [\"…\", \"…\"], or leave it out"));
        }
        texts
    }

    fn ranges(&mut self, name: &str) -> Option<Vec<DateRange>> {
        let list = self.list(name)?;
        let mut ranges = Vec::new();
        for (text, span) in list {
            match range(&text) {
                Some(range) => ranges.push(range),
                None => self.refuse(span, name, "write a day, or the first and the last: \"2023-04-24..2023-05-01\""),
            }
        }
        Some(ranges)
    }
}

fn range(text: &str) -> Option<DateRange> {
    let end = |text: &str| if text.is_empty() { Some(None) } else { read_day(text).ok().map(Some) };
    let (from, to) = text.split_once("..").unwrap_or((text, text));
    if text.is_empty() {
        return None;
    }
    Some(DateRange { from: end(from)?, to: end(to)? })
}
