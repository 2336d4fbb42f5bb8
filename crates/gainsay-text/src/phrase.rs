//! Phrases of several words, found by their first.

/// The first words of all phrases.
pub(crate) fn first_words() -> impl Iterator<Item = &'static str> {
    std::iter::empty()
}
