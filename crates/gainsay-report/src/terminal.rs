//! Aligned text for a terminal.

mod block;
mod canvas;
mod claim;
mod claims;
mod conflicts;
mod diff;
mod discrepancy;
mod notes;
mod overview;
mod pair;
mod problems;
mod report;
mod row;
mod rule;
mod side_by_side;
mod step;
mod table;
mod topics;

pub use block::{acknowledgements, reading_words};
pub use claim::write_claim;
pub use conflicts::{level, sides};
pub use diff::write as write_diff;
pub use discrepancy::write_discrepancy;
pub use notes::notes_by_rule;
pub use pair::write_pair;
pub use problems::write_problems;
pub use report::{IDS, acknowledged, counts, findings, problems};
pub use rule::write_rule;
pub use step::{change_in_words, write_change, write_change_counts};

use crate::{Picture, Style, View};
use canvas::Canvas;
use std::io::{self, Write};

/// Writes a view of a picture for a terminal.
pub fn write(view: View, picture: &Picture<'_>, style: Style, out: &mut dyn Write) -> io::Result<()> {
    let mut canvas = Canvas::new(style, out);
    match view {
        View::Report => report::write(picture, &mut canvas),
        View::Conflicts => conflicts::write(picture, &mut canvas),
        View::Topics => topics::write(picture, &mut canvas),
        View::Claims => claims::write(picture, &mut canvas),
    }
}
