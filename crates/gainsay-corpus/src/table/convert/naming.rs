//! The id of a claim.

use super::{Converter, Row, Stop, wrong};
use crate::slug::slug;
use crate::table::line::ClaimLine;
use crate::table::mapping::{ClaimMap, IdPart};
use crate::table::name::shortened;

impl Converter<'_> {
    /// Puts the id into `id`.
    pub(super) fn id(&self, map: &ClaimMap, row: Row<'_>, line: &ClaimLine<'_>, id: &mut Vec<u8>) -> Result<(), Stop> {
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
                    let slug = slug(cell).ok_or_else(|| {
                        wrong(
                            Some(column),
                            format!("no id can be made of `{}`", shortened(cell)),
                            "fill the cell, or name other columns in `id`",
                        )
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
