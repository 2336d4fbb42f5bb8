//! The numbers of a text: what they count from and to, and what is wrong with them.

mod bounds;
mod digits;
mod identifiers;
mod quantity;
mod range;
mod scan;
mod words;

pub(crate) use bounds::{changes_before, last_words};

use crate::date::Phrase;
use crate::token::Tokens;
use crate::{Figure, Found, Language, Reading, Span};

/// A number as a text states it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Number {
    /// The figure, or the lower end of a range; zero where the number is malformed.
    pub low: Figure,
    /// The upper end of a range.
    pub high: Option<Figure>,
    /// How the words around it bound it.
    pub bound: Bound,
    /// Whether it is stated as an addition to a total: "(+620)".
    pub increment: bool,
    /// Whether it is stated as taken from a total: "(-3)".
    pub decrease: bool,
    /// Whether it is a share of a hundred.
    pub percent: bool,
    /// Whether its digits, marks and language do not say which number is meant: "110,00" in English.
    pub malformed: bool,
    /// Whether the words around it make it a year and no count: "in 1351".
    pub looks_like_year: bool,
    /// Where its digits or number words stand, with the scale, and without bound, sign and percent.
    pub figures: Span,
}

/// How a number bounds what it counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Bound {
    /// The number itself.
    Exactly,
    /// "about", "nearly", «близько», «майже»: on either side of it.
    About,
    /// "at least", «не менее».
    AtLeast,
    /// "more than", «понад».
    MoreThan,
    /// "up to", «до».
    AtMost,
    /// "fewer than", «менше».
    LessThan,
    /// A range: "between 290,000 and 350,000".
    Between,
}

/// The numbers of a text in order; those that are parts of dates, times, names and addresses are left out.
///
/// The span of each covers the words that bound it, its sign, its scale and its percent.
///
/// ```
/// use gainsay_text::{Bound, Figure, Language, numbers};
/// let found = numbers("Приблизно 29,2 тис. осіб", Language::Ukrainian);
/// assert_eq!((found[0].what.low, found[0].what.bound), (Figure::whole(29_200), Bound::About));
/// ```
pub fn numbers(text: &str, language: Language) -> Vec<Found<Number>> {
    Reading::of(text, language).numbers()
}

pub(crate) fn numbers_in(tokens: &Tokens<'_>, dates: &[Phrase], language: Language) -> Vec<Found<Number>> {
    scan::Scan { tokens, dates, language }.run()
}
