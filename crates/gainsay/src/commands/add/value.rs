//! Values as a person types them.

use super::guess::resolve;
use chrono::NaiveDate;
use gainsay_claim::vocabulary::Noun;
use gainsay_claim::{Count, CountValue, DateValue, DraftValue, Kind, Order, Vocabulary};
use gainsay_text::{Bound, Language, Number, When, dates, language, numbers, orders};

/// The value that an answer states for a measure of this kind.
pub(super) fn value(
    answer: &str,
    kind: Kind,
    seen_from: Option<NaiveDate>,
    vocabulary: &Vocabulary,
) -> Result<DraftValue<'static>, String> {
    if matches!(answer, "undisclosed" | "none given") {
        return Ok(DraftValue::Undisclosed);
    }
    let tongue = language(answer).unwrap_or(Language::English);
    match kind {
        Kind::Count | Kind::Stock => count(answer, tongue).map(DraftValue::Count),
        Kind::Date => date(answer, tongue, seen_from).map(DraftValue::Date),
        Kind::State => match answer.strip_prefix("not ") {
            Some(state) => resolve(Noun::State, state, vocabulary).map(|state| DraftValue::IsNot(state.into())),
            None => resolve(Noun::State, answer, vocabulary).map(|state| DraftValue::Is(state.into())),
        },
        Kind::Event => match &*answer.to_lowercase() {
            "yes" | "true" | "happened" | "так" | "да" => Ok(DraftValue::Happened(true)),
            "no" | "false" | "did not happen" | "ні" | "нет" => Ok(DraftValue::Happened(false)),
            _ => Err("say yes where it is said to have happened, else no".into()),
        },
        Kind::Text => Err("a free statement is written by hand: \"value\": { \"text\": … }".into()),
    }
}

/// The value in a quote, as it would be typed; nothing where it has no number or several.
pub(super) fn in_quote(quote: &str, kind: Kind, seen_from: Option<NaiveDate>) -> Option<String> {
    let tongue = language(quote).unwrap_or(Language::English);
    let spans: Vec<_> = match kind {
        Kind::Count | Kind::Stock => numbers(quote, tongue)
            .into_iter()
            .filter(|found| !found.what.looks_like_year && !found.what.percent)
            .map(|found| found.span)
            .collect(),
        Kind::Date => dates(quote, tongue, seen_from).into_iter().map(|found| found.span).collect(),
        _ => Vec::new(),
    };
    match spans.as_slice() {
        [one] => Some(one.of(quote).to_owned()),
        _ => None,
    }
}

fn count(answer: &str, tongue: Language) -> Result<CountValue, String> {
    let help = "say a figure: 183750, about 183,750, more than 20 thousand, 30,000-40,000, or hundreds";
    let found = numbers(answer, tongue);
    if let ([], [order]) = (found.as_slice(), orders(answer, tongue).as_slice()) {
        let id = match order.what {
            gainsay_text::Order::Dozens => Order::Dozens,
            gainsay_text::Order::Hundreds => Order::Hundreds,
            gainsay_text::Order::Thousands => Order::Thousands,
            gainsay_text::Order::TensOfThousands => Order::TensOfThousands,
            gainsay_text::Order::HundredsOfThousands => Order::HundredsOfThousands,
            gainsay_text::Order::Millions => Order::Millions,
        };
        return Ok(CountValue::Order(id));
    }
    match found.as_slice() {
        [found] if found.what.malformed => Err(format!("`{answer}` can be read in two ways; {help}")),
        [found] if found.what.percent => Err(format!("a share is no count; {help}")),
        [found] => Ok(of_number(&found.what)?),
        _ => Err(help.to_owned()),
    }
}

/// A number of a text as the value of a claim.
fn of_number(number: &Number) -> Result<CountValue, String> {
    let exact =
        |figure: gainsay_text::Figure| Count::from_millionths(figure.millionths()).map_err(|error| error.to_string());
    let figure = exact(number.low)?;
    Ok(match number.bound {
        Bound::Exactly => CountValue::Exactly(figure),
        Bound::About => CountValue::About { figure, tolerance: None },
        Bound::AtLeast => CountValue::AtLeast(figure),
        Bound::MoreThan => CountValue::MoreThan(figure),
        Bound::AtMost => CountValue::AtMost(figure),
        Bound::LessThan => CountValue::LessThan(figure),
        Bound::Between => CountValue::Between(figure, exact(number.high.unwrap_or(number.low))?),
    })
}

fn date(answer: &str, tongue: Language, seen_from: Option<NaiveDate>) -> Result<DateValue, String> {
    match dates(answer, tongue, seen_from).as_slice() {
        [found] => match found.what {
            When::Day(day) => Ok(DateValue::On(day)),
            When::Range(from, to) => Ok(DateValue::Within(from, to)),
            When::Before(day) => Ok(DateValue::Before(day)),
            When::After(day) => Ok(DateValue::After(day)),
            When::Impossible(ref what) => Err(format!("no such day: {what}")),
        },
        _ => Err("say a day: 2023-04-17, on Monday, before Easter".into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn typed_values_are_read_as_quotes_are() {
        let (vocabulary, _) = Vocabulary::build(crate::sources::vocabulary());
        let day = NaiveDate::from_ymd_opt(2023, 4, 19);
        for (answer, kind, expected) in [
            ("about 183,750", Kind::Count, Ok(r#"{"about":183750}"#)),
            ("понад 20 тисяч", Kind::Count, Ok(r#"{"more_than":20000}"#)),
            ("30,000-40,000", Kind::Count, Ok(r#"{"between":[30000,40000]}"#)),
            ("hundreds", Kind::Count, Ok(r#"{"order":"hundreds"}"#)),
            ("undisclosed", Kind::Count, Ok(r#"{"undisclosed":true}"#)),
            ("110,00", Kind::Count, Err("two ways")),
            ("5 %", Kind::Count, Err("share")),
            ("many", Kind::Count, Err("say a figure")),
            ("on Monday", Kind::Date, Ok(r#"{"on":"2023-04-17"}"#)),
            ("Monday, 18 April 2023", Kind::Date, Err("no such day")),
            ("contested", Kind::State, Ok(r#"{"is":"contested"}"#)),
            ("not fully controlled", Kind::State, Ok(r#"{"is_not":"fully-controlled"}"#)),
            ("no", Kind::Event, Ok(r#"{"happened":false}"#)),
            ("perhaps", Kind::Event, Err("say yes")),
        ] {
            match (value(answer, kind, day, &vocabulary), expected) {
                (Ok(value), Ok(written)) => assert_eq!(serde_json::to_string(&value).expect("serializable"), written),
                (Err(message), Err(part)) => assert!(message.contains(part), "{message}"),
                (other, _) => panic!("{answer}: {other:?}"),
            }
        }
    }
}
