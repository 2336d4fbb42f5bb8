//! The value of a number that may be a count.

use crate::lexicon::Tags;
use crate::page::{At, Page, Sentence};
use gainsay_claim::{Count, CountValue, Order};
use gainsay_text::{Bound, Number};

/// The order of magnitude, as claims have it.
pub(crate) fn order_value(order: gainsay_text::Order) -> Order {
    match order {
        gainsay_text::Order::Dozens => Order::Dozens,
        gainsay_text::Order::Hundreds => Order::Hundreds,
        gainsay_text::Order::Thousands => Order::Thousands,
        gainsay_text::Order::TensOfThousands => Order::TensOfThousands,
        gainsay_text::Order::HundredsOfThousands => Order::HundredsOfThousands,
        gainsay_text::Order::Millions => Order::Millions,
    }
}

/// The value of a number that may be a count.
pub(crate) fn value(page: &Page<'_, '_>, sentence: &Sentence, number: &At<Number>) -> Option<CountValue> {
    let what = &number.what;
    if what.percent || what.malformed || what.looks_like_year || what.decrease {
        return None;
    }
    // "(+620)" goes with its total.
    if what.increment && page.mark(number.first) == Some('+') {
        return None;
    }
    let count = |figure: gainsay_text::Figure| Count::from_millionths(figure.millionths()).ok();
    let low = count(what.low).filter(|low| low.is_whole() && *low > Count::ZERO)?;
    let passed = (1..=2).any(|back| {
        number.first >= sentence.first + back
            && page.is(number.first - back, Tags::PASS)
            && (back == 1 || page.says(number.first - 1, &["the"]))
    });
    let near = number.first > sentence.first
        && page.says(number.first - 1, &["approaching", "nearing", "near", "approach", "наближаються", "приближаются"]);
    Some(match what.bound {
        Bound::Exactly if near => CountValue::About { figure: low, tolerance: None },
        Bound::Exactly if passed => CountValue::MoreThan(low),
        Bound::Exactly => CountValue::Exactly(low),
        Bound::About => CountValue::About { figure: low, tolerance: None },
        Bound::AtLeast => CountValue::AtLeast(low),
        Bound::MoreThan => CountValue::MoreThan(low),
        Bound::AtMost => CountValue::AtMost(low),
        Bound::LessThan => CountValue::LessThan(low),
        Bound::Between => CountValue::Between(low, count(what.high?)?),
    })
}

/// "one in five", «четверо з п'яти»: a share and no count.
pub(crate) fn is_fraction(page: &Page<'_, '_>, sentence: &Sentence, first: usize, value: CountValue) -> bool {
    let small = value.upper_figure() <= Count::whole(100);
    small
        && first >= sentence.first + 2
        && page.says(first - 1, &["in", "of", "з", "із", "из"])
        && page.within(&page.numbers, sentence).iter().any(|number| number.next == first - 1)
        || small && first > sentence.first && page.says(first - 1, &["in"]) && page.says(first - 2, &["one", "every"])
}
