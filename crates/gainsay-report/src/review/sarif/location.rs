//! Where an item stands: files, regions and the claims' names.

use super::super::told;
use super::super::uri::file_uri;
use super::records::{
    Artifact, ArtifactLocation, Extent, Location, LogicalLocation, Message, PhysicalLocation, ROOT, Region,
};
use crate::item::{Mention, Review, ReviewItem};
use gainsay_claim::{Problem, Spot, Stretch};
use std::collections::BTreeMap;

/// Every file that is named, with its number.
pub struct Files(BTreeMap<String, ArtifactLocation>);

impl Files {
    /// Those of all items and problems, in the order of their paths.
    pub fn of(review: &Review) -> Files {
        let mentions = || review.items.iter().flat_map(ReviewItem::mentions).map(|mention| &mention.whereabouts);
        let records = mentions().filter_map(|whereabouts| whereabouts.record.as_ref());
        let quotes = mentions().filter_map(|whereabouts| whereabouts.quote.as_ref()).map(|quote| &quote.start);
        let paths = records.chain(quotes).map(|spot| &spot.path);
        let paths = paths.chain(review.problems.iter().map(|problem| &problem.path));
        let mut files = BTreeMap::new();
        for path in paths {
            if let Some(uri) = file_uri(path) {
                let uri_base_id = uri.relative.then_some(ROOT);
                files.insert(path.clone(), ArtifactLocation { uri: uri.uri, uri_base_id, index: 0 });
            }
        }
        for (index, file) in files.values_mut().enumerate() {
            file.index = index;
        }
        Files(files)
    }

    /// The files in the order of their numbers.
    pub fn artifacts(&self) -> Vec<Artifact> {
        self.0.values().map(|location| Artifact { location: location.clone() }).collect()
    }

    /// Where an item is shown: at the record of its first claim, at its quote where it has no record. A claim
    /// that has no place gives way to the next one that has.
    pub fn place(&self, item: &ReviewItem) -> Option<Location> {
        let place = |mention: &Mention| {
            let quote = || self.stretch(mention.whereabouts.quote.as_ref()?);
            mention.whereabouts.record.as_ref().and_then(|spot| self.spot(spot)).or_else(quote)
        };
        let placed = item.mentions().find_map(|mention| Some((mention, Some(place(mention)?))));
        let (mention, physical_location) = placed.or_else(|| Some((item.mentions().next()?, None)))?;
        Some(Location { physical_location, ..named(mention) })
    }

    /// The quotes and the other claims.
    pub fn related(&self, item: &ReviewItem) -> Vec<Location> {
        let mut related = Vec::new();
        let placed = item.mentions().position(|mention| mention.spot().is_some()).unwrap_or(0);
        for (position, mention) in item.mentions().enumerate() {
            let whereabouts = &mention.whereabouts;
            if position != placed {
                let record = whereabouts.record.as_ref().and_then(|spot| self.spot(spot));
                related.push(Location { physical_location: record, ..named(mention) });
            }
            if let Some(stretch) = &whereabouts.quote {
                let words = mention.quote.as_deref().map_or(String::new(), |quote| format!("“{}”", told(quote)));
                let location = Location {
                    physical_location: self.stretch(stretch),
                    message: Some(Message::of(&format!("{}: {words}", mention.claim))),
                    ..named(mention)
                };
                related.push(location);
            }
        }
        for (number, location) in related.iter_mut().enumerate() {
            location.id = Some(number + 1);
        }
        related
    }

    /// Where a problem stands.
    pub fn of_problem(&self, problem: &Problem) -> Option<Location> {
        let spot = Spot { path: problem.path.clone(), line: problem.line, column: problem.column };
        Some(Location { physical_location: Some(self.spot(&spot)?), ..Location::default() })
    }

    fn spot(&self, spot: &Spot) -> Option<PhysicalLocation> {
        let region = Region { start_line: spot.line, start_column: spot.column, extent: None };
        Some(PhysicalLocation { artifact_location: self.0.get(&spot.path)?.clone(), region })
    }

    fn stretch(&self, stretch: &Stretch) -> Option<PhysicalLocation> {
        let place = self.spot(&stretch.start)?;
        let extent = Extent {
            end_line: stretch.end_line,
            end_column: stretch.end_column,
            char_offset: stretch.offset,
            char_length: stretch.length,
        };
        Some(PhysicalLocation { region: Region { extent: Some(extent), ..place.region }, ..place })
    }
}

/// A claim by its name, with what it says.
fn named(mention: &Mention) -> Location {
    Location {
        logical_locations: vec![LogicalLocation { fully_qualified_name: told(&mention.claim), kind: "claim" }],
        message: Some(Message::of(&mention.words)),
        ..Location::default()
    }
}
