//! Whether two rows give the same id.

use super::quick::QuickHasher;
use std::hash::Hasher;

/// How many piles the hashes lie in.
const PILES: usize = 1_024;
/// How many ids a word of the filter stands for, at the most.
const IDS_A_WORD: usize = 4;

/// The ids that were given out, each as its hash with the row that gave it: as text, those of a million
/// rows would not fit into the little memory that an import takes.
///
/// Nearly every id is a new one, and looking each up in a table of all would wait for memory each time.
/// So a small filter is asked first; only where it has seen the like is the pile searched in which the
/// hash would lie. Even the filter is asked for many ids at a time, so that the waits fall together.
#[derive(Debug)]
pub(super) struct Ids {
    filter: Vec<u64>,
    piles: Vec<Vec<(u64, u32)>>,
    count: usize,
}

impl Default for Ids {
    fn default() -> Ids {
        Ids { filter: vec![0; 1 << 10], piles: vec![Vec::new(); PILES], count: 0 }
    }
}

impl Ids {
    /// The hash of an id.
    pub(super) fn hash(id: &[u8]) -> u64 {
        let mut hasher = QuickHasher::default();
        hasher.write(id);
        hasher.finish()
    }

    /// Brings what is asked for these ids near to the processor.
    pub(super) fn touch(&self, hashes: impl Iterator<Item = u64>) {
        std::hint::black_box(hashes.fold(0, |sum, hash| sum ^ self.filter[self.bits(hash).0]));
    }

    /// Takes an id for a row, or gives the row that has taken it before.
    pub(super) fn take(&mut self, hash: u64, row: u64) -> Result<(), u32> {
        let pile = (hash >> 54) as usize;
        let (word, bits) = self.bits(hash);
        if self.filter[word] & bits == bits
            && let Some((_, other)) = self.piles[pile].iter().find(|(taken, _)| *taken == hash)
        {
            return Err(*other);
        }
        self.filter[word] |= bits;
        self.piles[pile].push((hash, u32::try_from(row).unwrap_or(u32::MAX)));
        self.count += 1;
        if self.count > self.filter.len() * IDS_A_WORD {
            self.widen();
        }
        Ok(())
    }

    /// The word of the filter, and four bits in it.
    fn bits(&self, hash: u64) -> (usize, u64) {
        let word = (hash >> 24) as usize & (self.filter.len() - 1);
        let bits = [0, 6, 12, 18].iter().fold(0, |bits, shift| bits | 1 << ((hash >> shift) & 63));
        (word, bits)
    }

    fn widen(&mut self) {
        self.filter = vec![0; self.filter.len() * 2];
        for pile in 0..PILES {
            for place in 0..self.piles[pile].len() {
                let (word, bits) = self.bits(self.piles[pile][place].0);
                self.filter[word] |= bits;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_taken_once() {
        let mut ids = Ids::default();
        let id = |number: u64| Ids::hash(format!("bulk/2022-02-24/uk-mod/killed/{number}").as_bytes());
        for number in 0..50_000 {
            assert_eq!(ids.take(id(number), number), Ok(()));
        }
        for number in (0..50_000).step_by(7) {
            assert_eq!(ids.take(id(number), 99_999), Err(number as u32));
        }
        assert_eq!(ids.take(id(50_000), 50_000), Ok(()));
    }
}
