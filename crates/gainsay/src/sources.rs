//! The sources that this build knows. A new source is one line here.

use gainsay_claim::Extractor;
use gainsay_claim::vocabulary::{BUILT_IN, Fragment};
use gainsay_source_general_staff::GeneralStaff;
use gainsay_source_independent_media::IndependentMedia;
use gainsay_source_kremlin::Kremlin;

/// The source crates.
pub static EXTRACTORS: &[&dyn Extractor] = &[&GeneralStaff, &Kremlin, &IndependentMedia];

/// The vocabulary that is there before any file is read: the built-in one and those of the sources.
pub fn vocabulary() -> Vec<Fragment> {
    let record = serde_json::from_str(BUILT_IN).expect("the built-in vocabulary is well formed");
    std::iter::once(Fragment { record }).chain(EXTRACTORS.iter().map(|source| source.vocabulary())).collect()
}
