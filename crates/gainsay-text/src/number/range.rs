//! Ranges: «від 400 до 750», "between 290,000 and 350,000", "35,500-43,000".

use super::quantity::{Quantity, Standing, quantity};
use crate::lexicon::Role;
use crate::token::{Gap, Tokens};
use crate::{Figure, Language};

/// A range, up to the token behind it.
pub(super) struct Range {
    pub low: Figure,
    pub high: Figure,
    pub percent: bool,
    /// The first token of the words that open it.
    pub first: usize,
    pub figures_end: usize,
    pub next: usize,
}

/// The most words of a unit between the ends: «від 400 осіб до 750».
const MOST_WORDS_BETWEEN: usize = 2;

/// Reads on from a quantity to the other end of a range, if it is the lower end of one.
pub(super) fn range(tokens: &Tokens<'_>, low: &Quantity, language: Language) -> Option<Range> {
    low.figure?;
    let opened = low.first.checked_sub(1).filter(|_| tokens.follows(low.first));
    let between = opened.filter(|index| tokens.is(*index, Role::BETWEEN));
    let from = opened.filter(|index| tokens.is(*index, Role::FROM));
    let joint = if tokens.is_dash(low.next) && tokens.follows(low.next) {
        // A dash with room on one side only stands between other things.
        let even = (tokens.get(low.next)?.gap == Gap::Glued) == tokens.is_glued(low.next + 1);
        even.then_some(low.next)?
    } else {
        let word = if between.is_some() { Role::AND } else { Role::TO };
        let most = if between.or(from).is_some() { MOST_WORDS_BETWEEN } else { 0 };
        let joint = (low.next..=low.next + most).find(|index| tokens.is(*index, word))?;
        let unbroken = (low.next..=joint).all(|index| tokens.follows(index) && tokens.mark(index).is_none());
        let by_word = unbroken && (between.or(from).is_some() || tokens.says(joint, "to"));
        by_word.then_some(joint)?
    };
    if !tokens.follows(joint + 1) || super::identifiers::identifier(tokens, joint + 1).is_some() {
        return None;
    }
    let Standing::Quantity(high) = quantity(tokens, joint + 1, language)? else { return None };
    let shares_scale = low.scale == 1 && high.scale > 1 && low.unscaled < high.unscaled;
    let lower = if shares_scale { low.unscaled.times(high.scale)? } else { low.figure? };
    let upper = high.figure?;
    let words_share_scale =
        !low.in_digits && !high.in_digits && lower < Figure::whole(100) && upper >= Figure::whole(1000);
    let lower = if words_share_scale { shared(lower, upper).unwrap_or(lower) } else { lower };
    (lower < upper && low.in_digits == high.in_digits && low.percent <= high.percent).then_some(Range {
        low: lower,
        high: upper,
        percent: high.percent,
        first: between.or(from).unwrap_or(low.first),
        figures_end: high.figures_end,
        next: high.next,
    })
}

/// The lower end of "two to three thousand", which is two thousand.
fn shared(lower: Figure, upper: Figure) -> Option<Figure> {
    let scale = [1_000_000_000, 1_000_000, 1000].into_iter().find(|scale| upper.units() >= *scale)?;
    (upper.units().is_multiple_of(scale) && lower.units() < upper.units() / scale).then(|| lower.times(scale)).flatten()
}
