//! The head of a CSV table: which columns there are.

use super::complaint::{Complaint, RowPlace};
use super::mapping::Column;
use super::name::{nearest_name, shortened};
use gainsay_claim::{Problem, Severity};

/// What the head says.
pub(super) struct Header {
    /// For each column of the mapping, its place among the cells.
    pub(super) places: Vec<usize>,
    /// How many columns the table has.
    pub(super) width: usize,
    pub(super) complaints: Vec<Complaint>,
}

impl Header {
    /// Finds the columns of the mapping among the names of the head.
    ///
    /// # Errors
    /// The columns of the mapping that it does not have, at their places in the mapping.
    pub(super) fn find(head: &[String], columns: &[Column]) -> Result<Header, Vec<Problem>> {
        let mut missing = Vec::new();
        let mut places = Vec::new();
        for column in columns {
            let mut found = head.iter().enumerate().filter(|(_, name)| ***name == *column.name).map(|(place, _)| place);
            match (found.next(), found.next()) {
                (Some(place), None) => places.push(place),
                (Some(first), Some(second)) => missing.push(Problem {
                    message: format!(
                        "columns {} and {} of the table are both called `{}`",
                        first + 1,
                        second + 1,
                        column.name
                    ),
                    help: "give one of them another name in the head".to_owned(),
                    ..column.place.clone()
                }),
                (None, _) => {
                    missing.push(no_column(column, nearest_name(&column.name, head.iter().map(String::as_str)), head))
                }
            }
        }
        if !missing.is_empty() {
            return Err(missing);
        }
        let nameless = head.iter().enumerate().filter(|(_, name)| name.is_empty());
        let complaints = nameless.map(|(place, _)| Complaint {
            row: RowPlace { number: 1, line: 1, byte: 0 },
            column: None,
            message: format!("column {} has no name, so nothing is read from it", place + 1),
            help: "give it a name in the head, or take it away".to_owned(),
            severity: Severity::Warning,
        });
        Ok(Header { places, width: head.len(), complaints: complaints.collect() })
    }
}

/// A column that the table does not have, at its place in the mapping.
pub(super) fn no_column(column: &Column, near: Option<&str>, known: &[String]) -> Problem {
    let help = match near {
        Some(near) => format!("did you mean `{near}`?"),
        None => {
            let names: Vec<String> = known
                .iter()
                .filter(|name| !name.is_empty())
                .take(20)
                .map(|name| format!("`{}`", shortened(name)))
                .collect();
            match names.is_empty() {
                true => "mend the name in the mapping, or those in the table".to_owned(),
                false => format!("the columns are {}", names.join(", ")),
            }
        }
    };
    Problem {
        message: format!("the table has no column `{}`", column.name.escape_debug()),
        help,
        ..column.place.clone()
    }
}
