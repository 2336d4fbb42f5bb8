//! What a claim says of the thing it speaks about.

use crate::{Count, DateRange, SourceId, StateId};
use chrono::{Days, NaiveDate};

/// What a claim says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// A figure.
    Count(CountValue),
    /// A day or a range of days.
    Date(DateValue),
    /// A state out of the vocabulary.
    State(StateValue),
    /// Whether an event took place.
    Happened(bool),
    /// Lower or higher than what a source says, with no figure.
    Relative {
        /// Whose figure it stands against.
        to: SourceId,
        /// How it stands to that figure.
        is: Comparison,
    },
    /// A refusal to give a figure.
    Undisclosed,
    /// A free statement, which no rule compares.
    Text(Box<str>),
}

/// How an unquantified statement stands to a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs)]
pub enum Comparison {
    Lower,
    MuchLower,
    Higher,
    MuchHigher,
}

impl Comparison {
    /// The word in files.
    pub const fn id(self) -> &'static str {
        match self {
            Comparison::Lower => "lower",
            Comparison::MuchLower => "much-lower",
            Comparison::Higher => "higher",
            Comparison::MuchHigher => "much-higher",
        }
    }

    /// The words of it, as in "much lower".
    pub const fn words(self) -> &'static str {
        match self {
            Comparison::Lower => "lower",
            Comparison::MuchLower => "much lower",
            Comparison::Higher => "higher",
            Comparison::MuchHigher => "much higher",
        }
    }
}

/// A figure, with the bound that the claim's words give it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum CountValue {
    Exactly(Count),
    /// Near a figure; `tolerance` is the claim's own, else the setting in percent decides.
    About {
        figure: Count,
        tolerance: Option<Count>,
    },
    AtLeast(Count),
    MoreThan(Count),
    AtMost(Count),
    LessThan(Count),
    Between(Count, Count),
    Order(Order),
}

/// An order of magnitude. Its range is wide on purpose: writers say "dozens" of thirty and of a
/// hundred and twenty. It has a floor and no ceiling.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs)]
pub enum Order {
    Dozens,
    Hundreds,
    Thousands,
    TensOfThousands,
    HundredsOfThousands,
    Millions,
}

impl Order {
    /// Every order, from small to large.
    pub const ALL: [Order; 6] = [
        Order::Dozens,
        Order::Hundreds,
        Order::Thousands,
        Order::TensOfThousands,
        Order::HundredsOfThousands,
        Order::Millions,
    ];

    /// The word in files.
    pub const fn id(self) -> &'static str {
        match self {
            Order::Dozens => "dozens",
            Order::Hundreds => "hundreds",
            Order::Thousands => "thousands",
            Order::TensOfThousands => "tens-of-thousands",
            Order::HundredsOfThousands => "hundreds-of-thousands",
            Order::Millions => "millions",
        }
    }

    /// The least that the word can mean.
    pub const fn floor(self) -> Count {
        Count::whole(match self {
            Order::Dozens => 12,
            Order::Hundreds => 100,
            Order::Thousands => 1_000,
            Order::TensOfThousands => 10_000,
            Order::HundredsOfThousands => 100_000,
            Order::Millions => 1_000_000,
        })
    }
}

/// The constraint that a figure puts on a quantity: `low ≤ X ≤ high`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bounds {
    /// The least it can be.
    pub low: Count,
    /// The most it can be, or none.
    pub high: Option<Count>,
}

impl Bounds {
    /// Whether no number satisfies `self ≤ other`: the least of this is above the most of that.
    pub fn exceeds(self, other: Bounds) -> bool {
        other.high.is_some_and(|high| self.low > high)
    }

    /// Whether some number lies within both.
    pub fn meets(self, other: Bounds) -> bool {
        !self.exceeds(other) && !other.exceeds(self)
    }
}

impl CountValue {
    /// The bounds between sources, where "about" leaves room: the claim's own tolerance, else
    /// `about_percent` of the figure.
    pub fn bounds(self, about_percent: u32) -> Bounds {
        match self {
            CountValue::About { figure, tolerance } => {
                let room = tolerance.unwrap_or_else(|| figure.percent(about_percent));
                Bounds { low: figure.minus(room), high: Some(figure.plus(room)) }
            }
            other => other.stated_bounds(),
        }
    }

    /// The bounds within one source, which compares its figures as it states them.
    pub fn stated_bounds(self) -> Bounds {
        let (low, high) = match self {
            CountValue::Exactly(figure) | CountValue::About { figure, .. } => (figure, Some(figure)),
            CountValue::AtLeast(figure) => (figure, None),
            CountValue::MoreThan(figure) => (figure.plus(Count::STEP), None),
            CountValue::AtMost(figure) => (Count::ZERO, Some(figure)),
            CountValue::LessThan(figure) => (Count::ZERO, Some(figure.minus(Count::STEP))),
            CountValue::Between(low, high) => (low, Some(high)),
            CountValue::Order(order) => (order.floor(), None),
        };
        Bounds { low, high }
    }

    /// The figure that stands in the claim; for a range its lower end.
    pub fn figure(self) -> Count {
        match self {
            CountValue::Exactly(figure)
            | CountValue::About { figure, .. }
            | CountValue::AtLeast(figure)
            | CountValue::MoreThan(figure)
            | CountValue::AtMost(figure)
            | CountValue::LessThan(figure)
            | CountValue::Between(figure, _) => figure,
            CountValue::Order(order) => order.floor(),
        }
    }

    /// The upper end of a range, else the figure.
    pub fn upper_figure(self) -> Count {
        match self {
            CountValue::Between(_, high) => high,
            other => other.figure(),
        }
    }
}

/// As a reader would write it: `≈ 183,750`, `≥ 6,600`, `30,000–40,000`.
impl std::fmt::Display for CountValue {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let text = match self {
            CountValue::Exactly(figure) => figure.to_string(),
            CountValue::About { figure, .. } => format!("≈ {figure}"),
            CountValue::AtLeast(figure) => format!("≥ {figure}"),
            CountValue::MoreThan(figure) => format!("> {figure}"),
            CountValue::AtMost(figure) => format!("≤ {figure}"),
            CountValue::LessThan(figure) => format!("< {figure}"),
            CountValue::Between(low, high) => format!("{low}–{high}"),
            CountValue::Order(order) => order.id().replace('-', " "),
        };
        formatter.pad(&text)
    }
}

/// A day or a range of days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum DateValue {
    On(NaiveDate),
    Within(NaiveDate, NaiveDate),
    /// On an earlier day than this one.
    Before(NaiveDate),
    /// On a later day than this one.
    After(NaiveDate),
}

impl DateValue {
    /// The days that are possible.
    pub fn range(self) -> DateRange {
        let one = Days::new(1);
        match self {
            DateValue::On(day) => DateRange { from: Some(day), to: Some(day) },
            DateValue::Within(from, to) => DateRange { from: Some(from), to: Some(to) },
            DateValue::Before(day) => DateRange { from: None, to: day.checked_sub_days(one) },
            DateValue::After(day) => DateRange { from: day.checked_add_days(one), to: None },
        }
    }
}

impl std::fmt::Display for DateValue {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        use crate::period::ShortDay;
        let text = match *self {
            DateValue::On(day) => ShortDay(day).to_string(),
            DateValue::Within(from, to) => format!("{} – {}", ShortDay(from), ShortDay(to)),
            DateValue::Before(day) => format!("before {}", ShortDay(day)),
            DateValue::After(day) => format!("after {}", ShortDay(day)),
        };
        formatter.pad(&text)
    }
}

/// A state out of the vocabulary.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum StateValue {
    Is(StateId),
    IsNot(StateId),
    OneOf(Box<[StateId]>),
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_founding_figure_has_five_percent_of_room() {
        let about = CountValue::About { figure: 183_750.into(), tolerance: None };
        let bounds = about.bounds(5);
        assert_eq!(bounds.low, "174562.5".parse().expect("a count"));
        assert_eq!(bounds.high, Some("192937.5".parse().expect("a count")));
        assert_eq!(about.stated_bounds().low, 183_750.into());
    }

    #[test]
    fn more_than_and_less_than_exclude_their_figure() {
        let more = CountValue::MoreThan(80.into()).bounds(5);
        let less = CountValue::LessThan(80.into()).bounds(5);
        assert!(more.exceeds(CountValue::Exactly(80.into()).bounds(5)));
        assert!(more.exceeds(less));
        assert!(!CountValue::AtLeast(80.into()).bounds(5).exceeds(CountValue::AtMost(80.into()).bounds(5)));
    }
}
