//! What a claim says, in a table cell and in a sentence.

use crate::label;
use gainsay_claim::period::{DayInWords, ShortDay};
use gainsay_claim::value::{CountValue, DateValue, StateValue, Value};
use gainsay_claim::{Basis, Claim, Corpus, MeasureId};
use gainsay_compare::{Discrepancy, Gap};

/// A value for a table: `≈ 183,750`, `17 Apr 2023`, `contested`, `much lower than Ukraine`.
pub fn cell(corpus: &Corpus, value: &Value) -> String {
    match value {
        Value::Count(count) => count.to_string(),
        Value::Date(date) => date.to_string(),
        Value::State(state) => state_words(corpus, state),
        Value::Happened(true) => "happened".to_owned(),
        Value::Happened(false) => "did not happen".to_owned(),
        Value::Relative { to, is } => format!("{} than {}", is.words(), label::source(corpus, *to)),
        Value::Undisclosed => "no figure given".to_owned(),
        Value::Text(text) => text.to_string(),
    }
}

/// What stands behind a value in a table: a documented figure says so.
pub fn remark(claim: &Claim) -> &'static str {
    match (claim.basis, claim.hedged) {
        (Basis::Documented, true) => "documented, hedged",
        (Basis::Documented, false) => "documented",
        (Basis::Total, true) => "hedged",
        (Basis::Total, false) => "",
    }
}

/// What stands behind a value in a table below a heading: its unit, and its measure where that is not
/// the heading's.
pub fn counted<'a>(corpus: &'a Corpus, claim: &Claim, heading: Option<MeasureId>) -> Vec<&'a str> {
    let measure = heading.filter(|heading| *heading != claim.measure).map(|_| label::measure(corpus, claim.measure));
    label::unnamed_unit(corpus, claim.measure).into_iter().chain(measure).collect()
}

/// How many days a period may have that is not taken for a running total's.
const MONTH: i64 = 31;

/// The days a claim speaks of, for a table: `to 19 Apr 2023` for a running total, `7 days to 19 Apr
/// 2023` for a shorter time, `19 Apr 2023` for a day, `said 19 Apr 2023` where the claim names none.
pub fn days(claim: &Claim) -> String {
    match (claim.period, claim.said) {
        (Some(period), _) if period.days() > MONTH => format!("to {}", ShortDay(period.to())),
        (Some(period), _) if period.days() > 1 => format!("{} days to {}", period.days(), ShortDay(period.to())),
        (Some(period), _) => ShortDay(period.to()).to_string(),
        (None, Some(said)) => format!("said {}", ShortDay(said)),
        (None, None) => String::new(),
    }
}

/// A count in a sentence: `about 183,750`.
pub fn count_in_prose(value: CountValue) -> String {
    match value {
        CountValue::Exactly(figure) => figure.to_string(),
        CountValue::About { figure, .. } => format!("about {figure}"),
        CountValue::AtLeast(figure) => format!("at least {figure}"),
        CountValue::MoreThan(figure) => format!("more than {figure}"),
        CountValue::AtMost(figure) => format!("at most {figure}"),
        CountValue::LessThan(figure) => format!("less than {figure}"),
        CountValue::Between(low, high) => format!("{low} to {high}"),
        CountValue::Order(order) => order.id().replace('-', " "),
    }
}

/// A day or range of days in a sentence: `17 April 2023`, `a date earlier than 16 April 2023`.
pub fn date_in_prose(value: DateValue) -> String {
    match value {
        DateValue::On(day) => DayInWords(day).to_string(),
        DateValue::Within(from, to) => format!("a date from {} to {}", DayInWords(from), DayInWords(to)),
        DateValue::Before(day) => format!("a date earlier than {}", DayInWords(day)),
        DateValue::After(day) => format!("a date later than {}", DayInWords(day)),
    }
}

/// A state: `contested`, `not fully controlled`, `contested or partly controlled`.
pub fn state_words(corpus: &Corpus, state: &StateValue) -> String {
    match state {
        StateValue::Is(id) => label::state(corpus, *id).to_owned(),
        StateValue::IsNot(id) => format!("not {}", label::state(corpus, *id)),
        StateValue::OneOf(ids) => {
            let names: Vec<String> = ids.iter().map(|id| label::state(corpus, *id).to_owned()).collect();
            label::list(&names, "or")
        }
    }
}

/// The ratio of a gap with two decimals.
pub fn ratio(gap: &Gap) -> Option<String> {
    gap.ratio_hundredths.map(|hundredths| format!("{}.{:02}", hundredths / 100, hundredths % 100))
}

/// A ratio below this many hundredths says less than the difference does.
const TELLING: u64 = 110;

/// A gap for a table: `×1.83`; the difference, with its unit, where there is no ratio or a small one.
pub fn gap(corpus: &Corpus, discrepancy: &Discrepancy) -> String {
    let Some(gap) = &discrepancy.gap else { return String::new() };
    if let Some(ratio) = ratio(gap).filter(|_| gap.ratio_hundredths >= Some(TELLING)) {
        return format!("×{ratio}");
    }
    let is_date = discrepancy.lead.first().is_some_and(|claim| matches!(corpus.claim(*claim).value, Value::Date(_)));
    match (is_date, gap.absolute.to_string().as_str()) {
        (true, "1") => "1 day".to_owned(),
        (true, days) => format!("{days} days"),
        (false, number) => number.to_owned(),
    }
}

/// A number of things: `1 claim`, `2 claims`, with the digits grouped.
pub fn number_of(number: usize, singular: &str, plural: &str) -> String {
    let noun = if number == 1 { singular } else { plural };
    format!("{} {noun}", gainsay_claim::Count::whole(number as u64))
}
