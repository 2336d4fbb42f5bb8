//! How do the Kremlin and the Russian Ministry of Defence write?

mod cues;
mod glance;
mod items;
mod kremlin;
mod language;
mod losses;
mod nouns;
mod outlets;
mod pairs;
mod people;
mod phrase;
mod published;
mod reader;
mod time;
mod wordings;
mod words;

use gainsay_claim::extract::{Extract, Extractor, RawDocument, Wording};
use gainsay_claim::vocabulary::Fragment;
use reader::Reader;

/// The Kremlin and the Russian Ministry of Defence.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Kremlin;

impl Extractor for Kremlin {
    fn id(&self) -> &'static str {
        "kremlin"
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
        let glance = glance::glance(raw.text, raw.publisher == Some("russian-mod"));
        if glance.paragraphs.is_empty() {
            return Extract::default();
        }
        let Some(language) = language::language(raw) else { return Extract::default() };
        let days = published::days(raw.text, language, raw.published, raw.dated);
        let mut reader = Reader::new(raw, days, language, &glance);
        let several = glance.paragraphs.len() > 1;
        for (number, paragraph) in glance.paragraphs.into_iter().enumerate() {
            if paragraph.wanted || reader.is_open() {
                let headline = number == 0 && several && is_headline(&raw.text[paragraph.bytes.clone()]);
                reader.paragraph(paragraph.bytes, headline);
            } else {
                reader.pass_by();
            }
        }
        reader.finish()
    }
}

/// No headline is longer, in bytes.
const LONGEST_HEADLINE: usize = 400;

/// A first paragraph of one line that ends without a full stop.
fn is_headline(paragraph: &str) -> bool {
    let line = paragraph.trim_end();
    line.len() <= LONGEST_HEADLINE && !line.contains('\n') && !line.ends_with(['.', ':', ';', ','])
}

#[cfg(test)]
mod tests {
    use super::*;
    use gainsay_claim::period::read_day;
    use gainsay_claim::vocabulary::{BUILT_IN, Vocabulary};

    #[test]
    fn the_vocabulary_joins_the_built_in_one() {
        let built_in = Fragment { record: serde_json::from_str(BUILT_IN).expect("well formed") };
        let (vocabulary, faults) = Vocabulary::build(vec![built_in, Kremlin.vocabulary()]);
        assert_eq!(faults, []);
        assert!(vocabulary.find_source("kremlin").is_some());
    }

    #[test]
    fn every_wording_has_a_measure_a_real_day_and_a_short_example() {
        let built_in = Fragment { record: serde_json::from_str(BUILT_IN).expect("well formed") };
        let (vocabulary, _) = Vocabulary::build(vec![built_in, Kremlin.vocabulary()]);
        for wording in Kremlin.wordings() {
            assert!(vocabulary.find_measure(wording.measure).is_some(), "{wording:?}");
            assert!(read_day(wording.date).is_ok(), "{wording:?}");
            assert!(wording.example.split_whitespace().count() <= 12, "{wording:?}");
            assert!(wording.example.to_lowercase().contains(wording.phrase), "{wording:?}");
            assert!(["uk", "ru", "en"].contains(&wording.language), "{wording:?}");
        }
    }
}
