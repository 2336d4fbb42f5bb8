//! JSON, with formats that are promises: `gainsay.report/v1` and its smaller companions.

mod claims;
mod diff;
mod guard;
mod report;
mod topics;
mod writer;

pub use diff::diff_schema;
pub use guard::InertJson;
pub use report::report_schema;
pub use writer::Number;
pub(crate) use writer::write as write_record;

use crate::{Picture, View};
use gainsay_diff::Diff;
use std::io::{self, Write};

/// Writes a view of a picture as JSON.
pub fn write(view: View, picture: &Picture<'_>, out: &mut dyn Write) -> io::Result<()> {
    match view {
        View::Report => writer::write(&report::ReportRecord::of(picture), out),
        View::Conflicts => writer::write(&report::ReportRecord::discrepancies_of(picture), out),
        View::Topics => writer::write(&topics::TopicsRecord::of(picture), out),
        View::Claims => writer::write(&claims::ClaimsRecord::of(picture), out),
    }
}

/// Writes a diff as JSON.
pub fn write_diff(diff: &Diff<'_>, out: &mut dyn Write) -> io::Result<()> {
    writer::write(&diff::DiffRecord::of(diff), out)
}
