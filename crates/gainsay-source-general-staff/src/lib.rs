//! How does the General Staff write, and what do its words mean?

mod bulletin;
mod wordings;

use gainsay_claim::extract::{Extract, Extractor, RawDocument, Wording};
use gainsay_claim::vocabulary::Fragment;

/// The General Staff of the Armed Forces of Ukraine.
///
/// It reads the daily bulletin of Russian losses, in Ukrainian, English and Russian: lists, tables, and sentences that
/// count the whole war, wherever in a text they stand. What a day took is read where it stands as an addition, `(+620)`.
/// Sentences that tell of one day or one stretch of the front, counts by photograph, what was struck, and what Ukraine
/// lost are left to others.
///
/// What it takes words to mean:
/// - a total runs from 24 February 2022, or from the day that the text gives, to the day it is as of; an increment is of
///   that last day, as the bulletin's own reckoning has it;
/// - "vehicles" are vehicles and «ракети» cruise missiles, whatever the day: the words decide, not the merging of
///   categories on 1 May 2022;
/// - «ЗРК БУК» is air defence where it stands alone, and unclear beside air defence as a whole; «РСЗВ Град» is the
///   category, as the figures of the next days go on from it;
/// - a figure in another cell of a table is the day's where the table's head or another row says so.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct GeneralStaff;

impl Extractor for GeneralStaff {
    fn id(&self) -> &'static str {
        "general-staff"
    }

    fn vocabulary(&self) -> Fragment {
        let record =
            serde_json::from_str(include_str!("vocabulary.json")).expect("the vocabulary of this crate is well formed");
        Fragment { record }
    }

    fn wordings(&self) -> &'static [Wording] {
        wordings::WORDINGS
    }

    fn extract<'a>(&self, raw: &RawDocument<'a>) -> Extract<'a> {
        bulletin::read(raw)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use gainsay_claim::period::read_day;
    use gainsay_claim::vocabulary::{BUILT_IN, Vocabulary};

    #[test]
    fn the_vocabulary_joins_the_built_in_one() {
        let built_in = Fragment { record: serde_json::from_str(BUILT_IN).expect("well formed") };
        let (vocabulary, faults) = Vocabulary::build(vec![built_in, GeneralStaff.vocabulary()]);
        assert_eq!(faults, []);
        assert!(vocabulary.find_source("general-staff").is_some());
    }

    #[test]
    fn every_wording_has_a_measure_a_real_day_and_a_short_example() {
        let built_in = Fragment { record: serde_json::from_str(BUILT_IN).expect("well formed") };
        let (vocabulary, _) = Vocabulary::build(vec![built_in, GeneralStaff.vocabulary()]);
        for wording in GeneralStaff.wordings() {
            assert!(vocabulary.find_measure(wording.measure).is_some(), "{wording:?}");
            assert!(read_day(wording.date).is_ok(), "{wording:?}");
            assert!(wording.example.split_whitespace().count() <= 12, "{wording:?}");
            assert!(wording.example.to_lowercase().contains(wording.phrase), "{wording:?}");
            assert!(["uk", "ru", "en"].contains(&wording.language), "{wording:?}");
        }
    }
}
