//! How far what a field holds is from what it held, in figures and words.

use crate::field::{FieldValue, StatedValue};
use crate::wording::{Piece, wording};
use gainsay_claim::{Count, CountValue, DateValue};
use std::fmt;

/// The way from one value of a field to another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Delta {
    /// Between two figures.
    Count(CountDelta),
    /// Between two days, in days.
    Days(i64),
    /// Between two texts, word by word.
    Wording(Vec<Piece>),
}

/// The way from one figure to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CountDelta {
    was: Count,
    is: Count,
    increment: Option<Increment>,
}

/// How a total stands to the increment that its source states for the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Increment {
    /// The total before and the increment make the total.
    Agrees,
    /// They make another one.
    Differs {
        /// The increment.
        stated: Count,
        /// What the total before and the increment make.
        makes: Count,
    },
}

impl CountDelta {
    /// The same, beside the increment of the day where one is stated.
    pub(crate) fn beside(self, increment: Option<Increment>) -> CountDelta {
        CountDelta { increment, ..self }
    }
}

impl Delta {
    pub(crate) fn between(was: Option<&FieldValue>, is: Option<&FieldValue>) -> Option<Delta> {
        match (was?, is?) {
            (FieldValue::Words(was), FieldValue::Words(is)) => of_texts(was, is),
            (FieldValue::Stated(was), FieldValue::Stated(is)) => match (was, is) {
                (StatedValue::Count(was), StatedValue::Count(is)) => of_counts(*was, *is),
                (StatedValue::Date(DateValue::On(was)), StatedValue::Date(DateValue::On(is))) => {
                    Some(Delta::Days((*is - *was).num_days()))
                }
                (StatedValue::Text(was), StatedValue::Text(is)) => of_texts(was, is),
                _ => None,
            },
            (FieldValue::Period(was), FieldValue::Period(is)) if was.from() == is.from() => {
                Some(Delta::Days((is.to() - was.to()).num_days()))
            }
            _ => None,
        }
    }
}

/// How many bytes two texts may have that are told apart word by word; nobody reads that in longer ones.
const LONGEST: usize = 20_000;

fn of_texts(was: &str, is: &str) -> Option<Delta> {
    (was.len() + is.len() <= LONGEST).then(|| Delta::Wording(wording(was, is)))
}

/// A range has moved by a figure only where both its ends have.
fn of_counts(was: CountValue, is: CountValue) -> Option<Delta> {
    let ends = |value: CountValue| (value.figure(), value.upper_figure());
    let ((was_low, was_high), (is_low, is_high)) = (ends(was), ends(is));
    let moved = is_low.millionths() - was_low.millionths();
    let words = |value| matches!(value, CountValue::Order(_));
    if moved == 0 || words(was) || words(is) || is_high.millionths() - was_high.millionths() != moved {
        return None;
    }
    Some(Delta::Count(CountDelta { was: was_low, is: is_low, increment: None }))
}

impl fmt::Display for Delta {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Delta::Count(delta) => delta.fmt(formatter),
            Delta::Days(days) => {
                let noun = if days.abs() == 1 { "day" } else { "days" };
                let sign = if *days < 0 { "−" } else { "+" };
                write!(formatter, "{sign}{} {noun}", Count::whole(days.unsigned_abs()))
            }
            Delta::Wording(pieces) => pieces.iter().try_for_each(|piece| match piece {
                Piece::Same(text) => formatter.write_str(text),
                Piece::Was(text) => write!(formatter, "[-{text}-]"),
                Piece::Is(text) => write!(formatter, "{{+{text}+}}"),
            }),
        }
    }
}

/// `+690, +0.4 %; the stated increment agrees`.
impl fmt::Display for CountDelta {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.is < self.was { "−" } else { "+" };
        let by = self.is.minus(self.was).max(self.was.minus(self.is));
        write!(formatter, "{sign}{by}")?;
        if let Some(percent) = percent(by, self.was) {
            write!(formatter, ", {sign}{percent} %")?;
        }
        match self.increment {
            None => Ok(()),
            Some(Increment::Agrees) => formatter.write_str("; the stated increment agrees"),
            Some(Increment::Differs { stated, makes }) => {
                write!(formatter, "; the stated increment of {stated} does not agree, it makes {makes}")
            }
        }
    }
}

/// A part of a whole in percent, to a tenth, or to a hundredth where that is all there is.
fn percent(part: Count, whole: Count) -> Option<Count> {
    let (part, whole) = (part.millionths(), whole.millionths());
    let rounded = |steps: i128| Some((part.checked_mul(200 * steps)?.checked_add(whole)?) / whole.checked_mul(2)?);
    if whole == 0 {
        return None;
    }
    let (tenths, hundredths) = (rounded(10)?, rounded(100)?);
    let millionths = if tenths > 0 { tenths * 100_000 } else { hundredths * 10_000 };
    Count::from_millionths(millionths).ok().filter(|percent| *percent > Count::ZERO)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn between(was: CountValue, is: CountValue) -> Option<String> {
        let value = |count| FieldValue::Stated(StatedValue::Count(count));
        Delta::between(Some(&value(was)), Some(&value(is))).map(|delta| delta.to_string())
    }

    fn exactly(figure: u64) -> CountValue {
        CountValue::Exactly(Count::whole(figure))
    }

    #[test]
    fn figures_say_by_how_much() {
        assert_eq!(between(exactly(185_730), exactly(186_420)).as_deref(), Some("+690, +0.4 %"));
        assert_eq!(between(exactly(186_420), exactly(185_730)).as_deref(), Some("−690, −0.4 %"));
        assert_eq!(between(exactly(185_730), exactly(185_731)).as_deref(), Some("+1"));
        assert_eq!(between(exactly(18_573), exactly(185_730)).as_deref(), Some("+167,157, +900 %"));
        assert_eq!(between(exactly(0), exactly(3)).as_deref(), Some("+3"));
        assert_eq!(between(exactly(5), CountValue::AtLeast(Count::whole(5))), None);
        let range = |low: u64, high: u64| CountValue::Between(Count::whole(low), Count::whole(high));
        assert_eq!(between(range(10, 20), range(15, 25)).as_deref(), Some("+5, +50 %"));
        assert_eq!(between(range(10, 20), range(10, 25)), None);
    }

    #[test]
    fn an_increment_stands_beside_its_figure() {
        let delta = CountDelta { was: Count::whole(185_730), is: Count::whole(186_420), increment: None };
        assert_eq!(delta.beside(Some(Increment::Agrees)).to_string(), "+690, +0.4 %; the stated increment agrees");
        let differs = Increment::Differs { stated: Count::whole(640), makes: Count::whole(186_370) };
        assert_eq!(
            delta.beside(Some(differs)).to_string(),
            "+690, +0.4 %; the stated increment of 640 does not agree, it makes 186,370"
        );
    }
}
