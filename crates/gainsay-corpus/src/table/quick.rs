//! A quick hash for short texts. Nothing that is shown depends on it.

use std::hash::Hasher;

/// Two odd numbers without a pattern in their bits.
const ONE: u64 = 0x9e37_79b9_7f4a_7c15;
const TWO: u64 = 0xbf58_476d_1ce4_e5b9;

/// Hashes eight bytes at a time: each is mixed in by a multiplication whose two halves are folded.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct QuickHasher(u64);

impl Hasher for QuickHasher {
    fn finish(&self) -> u64 {
        fold(self.0 ^ ONE, TWO)
    }

    fn write(&mut self, bytes: &[u8]) {
        let mut chunks = bytes.chunks_exact(8);
        for chunk in &mut chunks {
            let mut word = [0; 8];
            word.copy_from_slice(chunk);
            self.mix(u64::from_le_bytes(word));
        }
        let mut word = [0; 8];
        let rest = chunks.remainder();
        word[..rest.len()].copy_from_slice(rest);
        self.mix(u64::from_le_bytes(word) ^ ((bytes.len() as u64) << 56));
    }

    fn write_u8(&mut self, byte: u8) {
        self.mix(u64::from(byte));
    }
}

impl QuickHasher {
    fn mix(&mut self, word: u64) {
        self.0 = fold(self.0.rotate_left(23) ^ word ^ TWO, ONE);
    }
}

fn fold(a: u64, b: u64) -> u64 {
    let product = u128::from(a) * u128::from(b);
    (product as u64) ^ ((product >> 64) as u64)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn ids_that_are_alike_have_hashes_that_are_not() {
        let hash = |text: String| {
            let mut hasher = QuickHasher::default();
            hasher.write(text.as_bytes());
            hasher.finish()
        };
        let hashes: HashSet<u64> =
            (0..200_000).map(|number| hash(format!("bulk/2022-02-24/uk-mod/killed/{number}"))).collect();
        assert_eq!(hashes.len(), 200_000);
        // The lower bits alone choose the place in a table.
        let low: HashSet<u64> = hashes.iter().map(|hash| hash & 0xffff).collect();
        assert!(low.len() > 60_000, "{}", low.len());
    }
}
