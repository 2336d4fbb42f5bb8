//! Days in cells.

use super::name::{Found, Memory, formula, shortened};
use chrono::{Datelike, NaiveDate};

/// The number, in a memory, of the day that a cell names.
pub(super) fn number(cell: &str, format: &str, memory: &mut Memory) -> usize {
    memory.number(cell, || read(cell, format))
}

/// The day as `YYYY-MM-DD`.
fn read(cell: &str, format: &str) -> Found {
    if cell.starts_with('=') {
        return formula(cell);
    }
    match NaiveDate::parse_from_str(cell, format) {
        // "%Y" takes the year 24 as well, which nobody means.
        Ok(day) if (1000..=9999).contains(&day.year()) => Found::Text(day.to_string().into()),
        _ => {
            let example =
                NaiveDate::from_ymd_opt(2023, 4, 19).map(|day| day.format(format).to_string()).unwrap_or_default();
            Found::Wrong(
                format!("`{}` is not a day as `{format}` has it", shortened(cell)),
                format!("write it like {example}, or mend the `format` in the mapping"),
            )
        }
    }
}
