//! One source's part of the sentence to print.

use crate::label::Wording;
use crate::{figure, label};
use chrono::NaiveDate;
use gainsay_claim::period::DayInWords;
use gainsay_claim::value::{CountValue, Value};
use gainsay_claim::{Basis, Claim, Corpus};

/// A claim in the sentence that another claim opens.
pub struct Clause<'a> {
    /// The corpus of both.
    pub corpus: &'a Corpus,
    /// The claim.
    pub claim: &'a Claim,
    /// The claim that opens the sentence.
    pub first: &'a Claim,
    /// The day of the newest figure in the sentence.
    pub newest_day: Option<NaiveDate>,
}

/// How many days a figure may cover that is not printed as a running total; and how many days apart
/// two running totals of one war may start, as sources count from different days.
const MONTH: i64 = 31;

impl Clause<'_> {
    /// The part that opens the sentence and says what it is about.
    pub fn opening(&self) -> String {
        let source = self.source();
        match &self.claim.value {
            Value::Count(count) => {
                let about = self.quantity();
                format!("{source} put {about} {}{}{}", self.at(*count), self.as_of(), self.tail())
            }
            Value::Date(date) => {
                let name = label::measure(self.corpus, self.claim.measure);
                let is_noun =
                    ["date", "day", "start", "end"].iter().any(|noun| name.split(' ').any(|word| word == *noun));
                let role = if is_noun { format!("as the {name}") } else { format!("for {name}") };
                format!("{source} gave {} {role}{}{}", figure::date_in_prose(*date), self.about(), self.tail())
            }
            _ => {
                let name = label::measure(self.corpus, self.claim.measure);
                format!("on {name}{}, {}", self.about(), self.following())
            }
        }
    }

    /// A part that follows.
    pub fn following(&self) -> String {
        let source = self.source();
        let tail = self.tail();
        match &self.claim.value {
            Value::Count(count) => {
                let figure = self.figure_with_measure(*count);
                match self.claim.as_of() {
                    Some(day) if self.is_stale(day) && self.is_short() => {
                        format!("{source} last gave a figure, {figure}{tail},{}", self.as_of())
                    }
                    Some(day) if self.is_stale(day) => {
                        format!("{source} last gave a figure, {figure}{tail}, on {}", DayInWords(day))
                    }
                    _ => format!("{source} reported {figure}{}{tail}", self.as_of()),
                }
            }
            Value::Date(date) => format!("{source} gave {}{tail}", figure::date_in_prose(*date)),
            Value::State(state) => {
                let day = self.claim.as_of().map(|day| format!(", as of {}", DayInWords(day))).unwrap_or_default();
                format!("{source} said: {}{day}{tail}", figure::state_words(self.corpus, state))
            }
            Value::Happened(happened) => {
                let words = if *happened { "it happened" } else { "it did not happen" };
                format!("{source} said{} that {words}{tail}", self.on_day())
            }
            Value::Relative { to, is } => {
                let other = label::source_in_prose(self.corpus, *to);
                format!("{source} said{} that the figure is {} than {other} said{tail}", self.on_day(), is.words())
            }
            Value::Undisclosed => match self.claim.said {
                Some(day) => format!("{source} gave no figure on {}", DayInWords(day)),
                None => format!("{source} gave no figure"),
            },
            Value::Text(text) => {
                let text = crate::layout::fit(text.trim(), 160);
                format!("{source} said{}: {}{tail}", self.on_day(), text.trim_end_matches('.'))
            }
        }
    }

    fn source(&self) -> String {
        label::source_in_prose(self.corpus, self.claim.source)
    }

    fn is_stale(&self, day: NaiveDate) -> bool {
        let limit = i64::from(self.corpus.settings.stale_days);
        self.newest_day.is_some_and(|newest| (newest - day).num_days() > limit)
    }

    /// Whether the claim speaks of a short time: of a month at most, or of a short one next to the
    /// running total that opens the sentence. What starts when that total starts is an early state of it.
    fn is_short(&self) -> bool {
        let Some(own) = self.claim.period else { return false };
        if own.days() <= MONTH {
            return true;
        }
        let Some(first) = self.first.period else { return false };
        own.days() * 2 < first.days() && (own.from() - first.from()).num_days() > MONTH
    }

    /// `at about 183,750`, `in the tens of thousands`.
    fn at(&self, count: CountValue) -> String {
        let unit = self.unit();
        match count {
            CountValue::Order(_) => format!("in the {}{unit}", figure::count_in_prose(count)),
            CountValue::AtLeast(figure) => format!("at {figure}{unit} or more"),
            CountValue::AtMost(figure) => format!("at no more than {figure}{unit}"),
            _ => format!("at {}{unit}", figure::count_in_prose(count)),
        }
    }

    /// The unit, where the name of the measure does not say it.
    fn unit(&self) -> String {
        label::unnamed_unit(self.corpus, self.claim.measure).map(|unit| format!(" {unit}")).unwrap_or_default()
    }

    /// What is counted, with whose and where: `the number of tanks lost by Russian forces in Ukraine`.
    fn quantity(&self) -> String {
        let name = label::measure(self.corpus, self.claim.measure);
        let subject = label::subject_in_prose(self.corpus, self.claim.subject);
        let place = label::in_place(self.corpus, self.claim.place);
        let words = match Wording::of(name) {
            Wording::Participle if subject.split(' ').count() <= 2 => format!("the number of {subject} {name}"),
            Wording::Participle => format!("the number of {name} ({subject})"),
            Wording::Other if name.to_lowercase().contains(&subject.to_lowercase()) => name.to_owned(),
            _ if name.to_lowercase().contains(&subject.to_lowercase()) => format!("the number of {name}"),
            Wording::Lost => format!("the number of {name} by {subject}"),
            Wording::Losses => format!("{} {name}", possessive(&subject)),
            Wording::Other => format!("{name} ({subject})"),
        };
        format!("{words}{place}")
    }

    /// `5,937 killed`, `3,665 tanks lost`, `55,110 in personnel losses`; the bare figure where the
    /// sentence has opened with the same quantity.
    fn figure_with_measure(&self, count: CountValue) -> String {
        let figure = format!("{}{}", figure::count_in_prose(count), self.unit());
        let name = label::measure(self.corpus, self.claim.measure);
        let of_part = if self.claim.subject == self.first.subject {
            String::new()
        } else {
            format!(" ({})", label::subject_in_prose(self.corpus, self.claim.subject))
        };
        let counted = matches!(self.first.value, Value::Count(_));
        match Wording::of(name) {
            Wording::Participle => format!("{figure} {name}{of_part}"),
            _ if counted && self.claim.measure == self.first.measure => format!("{figure}{of_part}"),
            Wording::Lost => format!("{figure} {name}{of_part}"),
            Wording::Losses => format!("{figure} in {name}{of_part}"),
            Wording::Other => format!("{figure} ({name}){of_part}"),
        }
    }

    fn as_of(&self) -> String {
        if let Some(period) = self.claim.period.filter(|_| self.is_short()) {
            let day = DayInWords(period.to());
            return if period.days() == 1 {
                format!(" for {day}")
            } else {
                format!(" for the {} days to {day}", period.days())
            };
        }
        let word = if self.claim.period.is_some() { "as of" } else { "on" };
        self.claim.as_of().map(|day| format!(" {word} {}", DayInWords(day))).unwrap_or_default()
    }

    fn on_day(&self) -> String {
        self.claim.said.or(self.claim.as_of()).map(|day| format!(" on {}", DayInWords(day))).unwrap_or_default()
    }

    /// ` (Vladimir Putin, Kherson Oblast)`.
    fn about(&self) -> String {
        let subject = Some(label::subject(self.corpus, self.claim.subject));
        let place = label::place(self.corpus, self.claim.place);
        let parts: Vec<&str> = subject.into_iter().chain(place).collect();
        format!(" ({})", parts.join(", "))
    }

    /// Definition, basis and hedge.
    fn tail(&self) -> String {
        let claim = self.claim;
        let mut tail = String::new();
        let senses = self.corpus.vocabulary.senses(claim.measure, claim.source, claim.said);
        if let ([sense], Value::Count(_)) = (senses, &claim.value)
            && *sense != claim.measure
        {
            tail.push_str(&format!(", meaning {}", label::measure(self.corpus, *sense)));
        }
        if claim.basis == Basis::Documented {
            tail.push_str(", counting only cases verified one by one");
        }
        if claim.hedged {
            match claim.words.hedge() {
                Some(hedge) => tail.push_str(&format!(" (hedged: “{}”)", hedge.trim())),
                None => tail.push_str(" (hedged)"),
            }
        }
        tail
    }
}

fn possessive(name: &str) -> String {
    if name.ends_with('s') { format!("{name}'") } else { format!("{name}'s") }
}
