//! A number for all the words of a vocabulary, by which its table of names is found again.

use super::wordings;
use gainsay_claim::vocabulary::{Noun, PlaceId, SubjectId, Vocabulary};

/// A number that changes with every word of a vocabulary that matters here.
pub(super) fn fingerprint(vocabulary: &Vocabulary) -> u64 {
    let mut print = Print(0x9e37_79b9_7f4a_7c15);
    for source in vocabulary.sources() {
        print.entry(&source.entry);
    }
    for measure in vocabulary.measures() {
        print.entry(&measure.entry);
    }
    for number in 0..vocabulary.ids(Noun::Subject).len() as u32 {
        print.entry(&vocabulary.subject(SubjectId(number)).entry);
    }
    for number in 0..vocabulary.ids(Noun::Place).len() as u32 {
        print.entry(&vocabulary.place(PlaceId(number)).entry);
    }
    print.0
}

struct Print(u64);

impl Print {
    fn entry(&mut self, entry: &gainsay_claim::vocabulary::Entry) {
        self.take(print(&entry.id));
        wordings(entry).for_each(|wording| self.take(print(wording)));
    }

    fn take(&mut self, number: u64) {
        self.0 = self.0.wrapping_mul(ODD).wrapping_add(number);
    }
}

const ODD: u64 = 0x2545_f491_4f6c_dd1d;

/// A number for a text. Each text has its own, so that a processor works on several at once.
fn print(text: &str) -> u64 {
    let (eights, rest) = text.as_bytes().as_chunks::<8>();
    let mut print = (text.len() as u64).wrapping_mul(ODD);
    for eight in eights {
        print = (print ^ u64::from_le_bytes(*eight)).wrapping_mul(ODD).rotate_left(29);
    }
    let last = rest.iter().fold(0_u64, |last, byte| last << 8 | u64::from(*byte));
    (print ^ last).wrapping_mul(ODD)
}
