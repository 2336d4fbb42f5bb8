//! Plain, neutral words for claims: who says what of whom, where and when.

use crate::discrepancy::Reading;
use crate::findings::{How, Pair};
use gainsay_claim::period::DayInWords;
use gainsay_claim::{
    Basis, Claim, ClaimId, Corpus, Count, CountValue, DateValue, MeasureId, Period, SourceId, StateValue, Value,
};

/// The name of a source.
pub(crate) fn source(corpus: &Corpus, source: SourceId) -> &str {
    &corpus.vocabulary.source(source).entry.label
}

/// The name of a measure.
pub(crate) fn measure(corpus: &Corpus, measure: MeasureId) -> &str {
    &corpus.vocabulary.measure(measure).entry.label
}

/// A figure in words: `about 183,750`, `at least 6,600`.
pub(crate) fn figure(value: CountValue) -> String {
    match value {
        CountValue::Exactly(count) => count.to_string(),
        CountValue::About { figure, .. } => format!("about {figure}"),
        CountValue::AtLeast(count) => format!("at least {count}"),
        CountValue::MoreThan(count) => format!("more than {count}"),
        CountValue::AtMost(count) => format!("at most {count}"),
        CountValue::LessThan(count) => format!("less than {count}"),
        CountValue::Between(low, high) => format!("{low} to {high}"),
        CountValue::Order(order) => order.id().replace('-', " "),
    }
}

/// A date in words: `on 17 April 2023`.
pub(crate) fn date(value: DateValue) -> String {
    match value {
        DateValue::On(day) => format!("on {}", DayInWords(day)),
        DateValue::Within(from, to) => format!("between {} and {}", DayInWords(from), DayInWords(to)),
        DateValue::Before(day) => format!("before {}", DayInWords(day)),
        DateValue::After(day) => format!("after {}", DayInWords(day)),
    }
}

/// What a claim says, in words.
pub(crate) fn value(corpus: &Corpus, claim: &Claim) -> String {
    let state = |id: &gainsay_claim::StateId| corpus.vocabulary.state(*id).entry.label.to_lowercase();
    match &claim.value {
        Value::Count(count) => figure(*count),
        Value::Date(day) => date(*day),
        Value::State(StateValue::Is(id)) => state(id),
        Value::State(StateValue::IsNot(id)) => format!("not {}", state(id)),
        Value::State(StateValue::OneOf(ids)) => ids.iter().map(state).collect::<Vec<_>>().join(" or "),
        Value::Happened(true) => "that it happened".into(),
        Value::Happened(false) => "that it did not happen".into(),
        Value::Relative { to, is } => format!("{} than {} says", is.words(), source(corpus, *to)),
        Value::Undisclosed => "no figure".into(),
        Value::Text(text) => text.to_string(),
    }
}

/// A figure with what it counts: `3,665 tanks lost`, `1 (submarines lost)`, `share held: more than 80 percent`.
pub(crate) fn counted(corpus: &Corpus, claim: &Claim, count: CountValue) -> String {
    let measure = corpus.vocabulary.measure(claim.measure);
    match measure.unit.as_deref() {
        Some("percent") => format!("{}: {} percent", measure.entry.label, figure(count)),
        _ if count == CountValue::Exactly(Count::whole(1)) => format!("1 ({})", measure.entry.label),
        _ => format!("{} {}", figure(count), measure.entry.label),
    }
}

/// The days of a claim: `from 24 February 2022 to 19 April 2023`, `on 2 January 2023`.
pub(crate) fn time(period: Option<Period>) -> String {
    match period {
        None => "with no day given".into(),
        Some(period) if period.days() == 1 => format!("on {}", DayInWords(period.to())),
        Some(period) => format!("from {} to {}", DayInWords(period.from()), DayInWords(period.to())),
    }
}

/// The last day of a claim: `to 19 April 2023`.
fn until(period: Option<Period>) -> String {
    match period {
        None => String::new(),
        Some(period) if period.days() == 1 => format!(" on {}", DayInWords(period.to())),
        Some(period) => format!(" to {}", DayInWords(period.to())),
    }
}

/// A claim in one breath: `Mediazona says at least 6,600 killed, counted case by case, to 21 September 2022`.
pub(crate) fn said(corpus: &Corpus, number: ClaimId) -> String {
    let claim = corpus.claim(number);
    let who = source(corpus, claim.source);
    let hedge = claim.words.hedge().map_or_else(String::new, |hedge| format!(" (“{}”)", plain(hedge)));
    let what = measure(corpus, claim.measure);
    match &claim.value {
        Value::Count(count) => {
            let basis = if claim.basis == Basis::Documented { ", counted case by case," } else { "" };
            format!("{who} says {}{basis}{}{hedge}", counted(corpus, claim, *count), until(claim.period))
        }
        Value::Relative { .. } => format!("{who} says that {what} are {}{hedge}", value(corpus, claim)),
        _ => {
            let mut about = vec![subject(corpus, claim).to_owned()];
            if &*corpus.vocabulary.place(claim.place).entry.id != "everywhere" {
                about.push(place(corpus, claim).to_owned());
            }
            about.extend(claim.period.map(|period| time(Some(period))));
            format!("{who} on {what} ({}): {}{hedge}", about.join(", "), value(corpus, claim))
        }
    }
}

/// Whose, as in `Russian forces`.
pub(crate) fn subject<'c>(corpus: &'c Corpus, claim: &Claim) -> &'c str {
    &corpus.vocabulary.subject(claim.subject).entry.label
}

/// Where, as in `Ukraine`.
pub(crate) fn place<'c>(corpus: &'c Corpus, claim: &Claim) -> &'c str {
    &corpus.vocabulary.place(claim.place).entry.label
}

/// Text of a claim without control characters, for use inside a sentence.
pub(crate) fn plain(text: &str) -> String {
    text.chars().map(|letter| if letter.is_control() { ' ' } else { letter }).collect()
}

/// A step that states what a claim gives, by its id.
pub(crate) fn gives(corpus: &Corpus, number: ClaimId) -> String {
    let claim = corpus.claim(number);
    let what = measure(corpus, claim.measure);
    let mut about = vec![subject(corpus, claim).to_owned()];
    if &*corpus.vocabulary.place(claim.place).entry.id != "everywhere" {
        about.push(place(corpus, claim).to_owned());
    }
    if claim.basis == Basis::Documented {
        about.push("documented case by case".into());
    }
    let says = match &claim.value {
        Value::Count(count) => counted(corpus, claim, *count),
        _ => format!("{what}: {}", value(corpus, claim)),
    };
    let when = claim.period.map_or_else(String::new, |period| format!(", {}", time(Some(period))));
    format!("`{}`: {says} ({}){when}", claim.id, about.join(", "))
}

/// The steps by which one claim's quantity lies inside another's, dimension by dimension.
pub(crate) fn inside(corpus: &Corpus, inner: ClaimId, outer: ClaimId) -> Vec<String> {
    let (x, y) = (corpus.claim(inner), corpus.claim(outer));
    let vocabulary = &corpus.vocabulary;
    let mut steps = Vec::new();
    if x.measure != y.measure && vocabulary.measure_contains(y.measure, x.measure) {
        let (part, whole) = (vocabulary.measure(x.measure), vocabulary.measure(y.measure));
        steps.push(format!("every case of `{}` is a case of `{}` (vocabulary)", part.entry.id, whole.entry.id));
    }
    if x.subject != y.subject {
        let (part, whole) = (vocabulary.subject(x.subject), vocabulary.subject(y.subject));
        steps.push(format!("`{}` is part of `{}` (vocabulary)", part.entry.id, whole.entry.id));
    }
    if x.place != y.place {
        let (part, whole) = (vocabulary.place(x.place), vocabulary.place(y.place));
        steps.push(format!("`{}` lies in `{}` (vocabulary)", part.entry.id, whole.entry.id));
    }
    if let (Some(early), Some(late)) = (x.period, y.period) {
        if early != late && early.from() == late.from() {
            steps.push(format!(
                "a total to {} is inside the one to {}, because a total never shrinks",
                DayInWords(early.to()),
                DayInWords(late.to())
            ));
        } else if early != late {
            steps.push(format!("the days {} lie inside those {}", time(x.period), time(y.period)));
        }
    }
    if x.basis == Basis::Documented && y.basis == Basis::Total {
        steps.push("cases documented one by one are a floor under the total".into());
    }
    steps
}

/// The steps that name the readings of a pair and what is known of them.
pub(crate) fn readings(corpus: &Corpus, pair: &Pair) -> Vec<String> {
    let vocabulary = &corpus.vocabulary;
    let mut steps = Vec::new();
    let mut wordings: Vec<((SourceId, MeasureId), Vec<&str>)> = Vec::new();
    for Reading { source: who, wording, means } in &pair.readings {
        match wordings.iter_mut().find(|(known, _)| *known == (*who, *wording)) {
            Some((_, meanings)) => meanings.push(measure(corpus, *means)),
            None => wordings.push(((*who, *wording), vec![measure(corpus, *means)])),
        }
    }
    let parts: Vec<String> = wordings
        .iter()
        .map(|((who, wording), meanings)| {
            let id = &vocabulary.measure(*wording).entry.id;
            format!("`{id}` of {} means {}", source(corpus, *who), meanings.join(" or "))
        })
        .collect();
    match parts.len() {
        0 => {}
        1 => steps.push(format!("it holds if {}", parts[0])),
        _ => steps.push(format!("it holds if {}, where the one lies inside the other", parts.join(" and "))),
    }
    for &number in pair.first.iter().chain(&pair.second) {
        let claim = corpus.claim(number);
        if let Some(narrowing) = vocabulary.narrowing(claim.measure, claim.source, claim.said) {
            let meanings: Vec<&str> = narrowing.readings.iter().map(|reading| measure(corpus, *reading)).collect();
            let step = format!(
                "from {} on {} means {} by `{}` (its own statement{})",
                DayInWords(narrowing.from),
                source(corpus, claim.source),
                meanings.join(" or "),
                vocabulary.measure(claim.measure).entry.id,
                narrowing
                    .citation
                    .publisher
                    .as_ref()
                    .map_or_else(String::new, |publisher| format!(", {}", plain(publisher)))
            );
            if !steps.contains(&step) {
                steps.push(step);
            }
        }
    }
    steps
}

/// How a side's bound was worked out, if it is not a figure as stated.
pub(crate) fn worked_out(how: How, bound: Count) -> Option<String> {
    Some(match how {
        How::Stated => return None,
        How::SumOfParts => format!("its parts add up to {bound}"),
        How::RestOfWhole => format!("the whole less the other parts leaves {bound}"),
        How::Chain => format!("the periods follow each other without overlap and add up to {bound}"),
        How::Difference => format!("the difference of the two totals is {bound}"),
    })
}
