//! Orders of size without a figure: "dozens", «сотні», "tens of thousands".

use crate::lexicon::Role;
use crate::token::Tokens;
use crate::{Found, Language};

/// An order of size: at least so many.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Order {
    /// "dozens", "tens", «десятки».
    Dozens,
    /// "hundreds", «сотні», «кілька сотень».
    Hundreds,
    /// "thousands", «тисячі».
    Thousands,
    /// "tens of thousands", «десятки тисяч».
    TensOfThousands,
    /// "hundreds of thousands", «сотни тысяч».
    HundredsOfThousands,
    /// "millions", «мільйони».
    Millions,
}

/// The orders of size that a text states instead of figures, in order.
///
/// Scales that multiply a figure («31 тисячі», "2 million") are no orders.
///
/// ```
/// use gainsay_text::{Language, Order, orders};
/// let found = orders("Civilians had perished by the tens of thousands.", Language::English);
/// assert_eq!(found[0].what, Order::TensOfThousands);
/// ```
pub fn orders(text: &str, language: Language) -> Vec<Found<Order>> {
    crate::Reading::of(text, language).orders()
}

pub(crate) fn orders_in(tokens: &Tokens<'_>, taken: impl Fn(usize) -> bool) -> Vec<Found<Order>> {
    let mut found = Vec::new();
    let mut index = 0;
    while index < tokens.list.len() {
        let Some((what, next)) = order_at(tokens, index).filter(|_| !taken(tokens.list[index].start)) else {
            index += 1;
            continue;
        };
        let some = index > 0 && tokens.follows(index) && tokens.says_one(index - 1, SOME);
        found.push(Found { span: tokens.span(index - usize::from(some), next), what });
        index = next;
    }
    found
}

/// Words that leave a number open before a scale.
const SOME: &[&str] =
    &["several", "few", "many", "кілька", "декілька", "несколько", "багато", "многие", "кількох", "нескольких"];

/// The order that begins at a token, and the token behind it.
fn order_at(tokens: &Tokens<'_>, first: usize) -> Option<(Order, usize)> {
    let some = || first > 0 && tokens.follows(first) && tokens.says_one(first - 1, SOME);
    let scale = tokens.value(first, Role::ORDER).or_else(|| tokens.value(first, Role::SCALE).filter(|_| some()))?;
    let of = usize::from(tokens.says(first + 1, "of"));
    let larger = tokens.value(first + 1 + of, Role::ORDER.and(Role::SCALE)).filter(|_| tokens.follows(first + 1 + of));
    match (scale, larger.filter(|larger| *larger > scale)) {
        (..100, Some(1000)) => Some((Order::TensOfThousands, first + 2 + of)),
        (100, Some(1000)) => Some((Order::HundredsOfThousands, first + 2 + of)),
        (_, Some(1_000_000..)) => Some((Order::Millions, first + 2 + of)),
        (..100, _) => Some((Order::Dozens, first + 1)),
        (100, _) => Some((Order::Hundreds, first + 1)),
        (1000, _) => Some((Order::Thousands, first + 1)),
        _ => Some((Order::Millions, first + 1)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn orders_are_told_from_scales() {
        for (text, expected) in [
            ("десятки тисяч людей", &[Order::TensOfThousands][..]),
            ("сотни тысяч и десятки танков", &[Order::HundredsOfThousands, Order::Dozens]),
            ("several hundred troops, a few thousand more", &[Order::Hundreds, Order::Thousands]),
            ("hundreds of casualties", &[Order::Hundreds]),
            ("31 тисячі, п'ять сотень, 3 тысяч, двадцать тысяч", &[]),
            ("2 million and millions", &[Order::Millions]),
            ("кілька тисяч осіб", &[Order::Thousands]),
        ] {
            let found: Vec<Order> = orders(text, Language::Ukrainian).into_iter().map(|found| found.what).collect();
            assert_eq!(found, expected, "{text}");
        }
    }
}
