//! How two wordings differ, word by word.

use similar::{ChangeTag, TextDiff};

/// A run of words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// In both.
    Same(String),
    /// In the first alone.
    Was(String),
    /// In the second alone.
    Is(String),
}

/// The words of two texts in one line, each run marked as shared or as one text's own.
pub fn wording(was: &str, is: &str) -> Vec<Piece> {
    let diff = TextDiff::from_unicode_words(was, is);
    let mut pieces: Vec<Piece> = Vec::new();
    for change in diff.iter_all_changes() {
        let text = change.value();
        match (change.tag(), pieces.last_mut()) {
            (ChangeTag::Equal, Some(Piece::Same(run)))
            | (ChangeTag::Delete, Some(Piece::Was(run)))
            | (ChangeTag::Insert, Some(Piece::Is(run))) => {
                run.push_str(text);
            }
            (ChangeTag::Equal, _) => pieces.push(Piece::Same(text.to_owned())),
            (ChangeTag::Delete, _) => pieces.push(Piece::Was(text.to_owned())),
            (ChangeTag::Insert, _) => pieces.push(Piece::Is(text.to_owned())),
        }
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_changed_figure_stands_out_whole() {
        let pieces = wording("lost about 185,730 personnel", "lost about 186,420 personnel");
        assert_eq!(
            pieces,
            [
                Piece::Same("lost about ".into()),
                Piece::Was("185,730".into()),
                Piece::Is("186,420".into()),
                Piece::Same(" personnel".into())
            ]
        );
    }
}
