//! The value of a claim, and the cells that carry it.

use super::{Converter, Row, Stop, wrong};
use crate::table::line::quoted;
use crate::table::mapping::{ClaimMap, ValueMap};
use crate::table::mapping_values::FORMS;
use crate::table::number;
use gainsay_claim::Count;

/// How many words an evidence may have.
const WORDS: usize = 12;

impl<'a> Converter<'a> {
    /// Puts what the value says into `out`, as JSON, and gives its key.
    pub(super) fn value(&mut self, map: &'a ClaimMap, row: Row<'_>, out: &mut String) -> Result<&'static str, Stop> {
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
            number::read(row.cell(column), out).map_err(|(message, help)| wrong(Some(column), message, help))
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
                    return Err(wrong(Some(high), message, "exchange them, or look at their digits"));
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
                Ok(FORMS.iter().find(|known| **known == word).copied().unwrap_or("exactly"))
            }
            (None, None, None) => Err(Stop::NoClaim),
        }
    }

    /// The row and the filled cells that a value was read from.
    pub(super) fn evidence(&self, value: &ValueMap, row: Row<'_>, out: &mut String) {
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
        if out.bytes().filter(|&byte| byte <= b' ' || byte >= 0x80).count() >= WORDS
            && out.split_whitespace().nth(WORDS).is_some()
        {
            let words: Vec<&str> = out.split_whitespace().take(WORDS).collect();
            *out = words.join(" ") + "…";
        }
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

/// The columns that a value is read from.
pub(in crate::table) fn value_columns(value: &ValueMap) -> impl Iterator<Item = usize> {
    let columns = match value {
        ValueMap::Count { low, high, point, .. } => [*low, *high, *point],
        ValueMap::On(day) => [day.column(), None, None],
        ValueMap::Is(field) | ValueMap::Text(field) => [field.column(), None, None],
    };
    columns.into_iter().flatten()
}

/// Whether a figure, as JSON, is above another.
fn is_above(a: &str, b: &str) -> bool {
    matches!((a.parse::<Count>(), b.parse::<Count>()), (Ok(a), Ok(b)) if a > b)
}
