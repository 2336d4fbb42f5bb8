//! How do outlets write, and whom do they quote?

mod beside;
mod blame;
mod counted;
mod date;
mod doubt;
mod draft;
mod event;
mod figure;
mod form;
mod header;
mod hold;
mod keeper;
mod kept;
mod lexicon;
mod meaning;
mod names;
mod noun;
mod office;
mod page;
mod people;
mod period;
mod place;
mod read;
mod relative;
mod scene;
#[cfg(test)]
mod sentences;
mod side;
mod silence;
mod speakers;
mod state;
mod time;
mod town;
mod value;
mod voice;
mod wordings;
mod words;

use gainsay_claim::extract::{Extract, Extractor, RawDocument, Wording};
use gainsay_claim::vocabulary::Fragment;

/// Outlets that count, confirm and quote on their own account.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct IndependentMedia;

impl Extractor for IndependentMedia {
    fn id(&self) -> &'static str {
        "independent-media"
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
        read::read(raw)
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
        let (vocabulary, faults) = Vocabulary::build(vec![built_in, IndependentMedia.vocabulary()]);
        assert_eq!(faults, []);
        assert!(vocabulary.find_source("mediazona").is_some());
    }

    #[test]
    fn every_wording_has_a_measure_a_real_day_and_a_short_example() {
        let built_in = Fragment { record: serde_json::from_str(BUILT_IN).expect("well formed") };
        let (vocabulary, _) = Vocabulary::build(vec![built_in, IndependentMedia.vocabulary()]);
        for wording in IndependentMedia.wordings() {
            assert!(vocabulary.find_measure(wording.measure).is_some(), "{wording:?}");
            assert!(read_day(wording.date).is_ok(), "{wording:?}");
            assert!(wording.example.split_whitespace().count() <= 12, "{wording:?}");
            assert!(wording.example.to_lowercase().contains(wording.phrase), "{wording:?}");
            assert!(["uk", "ru", "en"].contains(&wording.language), "{wording:?}");
        }
    }
}
