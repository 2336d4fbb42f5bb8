//! A claim out of a quote, the options and the answers.

use super::guess::{guess, resolve};
use super::value::{in_quote, value};
use crate::args::Add;
use crate::commands::ask::Asker;
use crate::extraction::Header;
use crate::failure::Failure;
use chrono::NaiveDate;
use gainsay_claim::period::read_day;
use gainsay_claim::vocabulary::Noun;
use gainsay_claim::{Draft, DraftEvidence, DraftPeriod, DraftValue, Kind, Vocabulary};
use std::borrow::Cow;

/// The first day of the running totals of this war.
const START: &str = "2022-02-24";
/// How many words a quote has at most.
const WORDS: usize = 12;

/// What is at hand.
pub(super) struct Hand<'a> {
    pub(super) args: &'a Add,
    pub(super) quote: &'a str,
    /// Where the quote stands in a stored text.
    pub(super) start: Option<usize>,
    pub(super) header: &'a Header,
    pub(super) vocabulary: &'a Vocabulary,
}

impl<'a> Hand<'a> {
    /// A claim with every field that it needs: options go before what was read, which goes before what is asked.
    pub(super) fn complete(&self, draft: Option<Draft<'a>>, asker: &mut Asker<'_>) -> Result<Draft<'a>, Failure> {
        let Hand { args, quote, .. } = *self;
        let read = |field: for<'d> fn(&'d Draft<'a>) -> &'d str| draft.as_ref().map(|draft| field(draft).to_owned());
        let source =
            self.id(&args.source, read(|draft| &draft.source), Noun::Source, "who says so?", "--source ID", asker)?;
        let measure = self.id(
            &args.measure,
            read(|draft| &draft.measure),
            Noun::Measure,
            "what is counted, dated or described?",
            "--measure ID",
            asker,
        )?;
        let subject =
            self.id(&args.subject, read(|draft| &draft.subject), Noun::Subject, "whose?", "--subject ID", asker)?;
        let kind = self.vocabulary.find_measure(&measure).map_or(Kind::Count, |id| self.vocabulary.measure(id).kind);
        let value = self.value(&draft, &measure, kind, asker)?;
        let place = self.place(&draft, kind, asker)?;
        let period = self.period(&draft, kind, asker)?;
        let mut claim = draft.unwrap_or_else(|| Draft::new("", "", "", DraftValue::Undisclosed));
        claim.source = source.into();
        claim.measure = measure.into();
        claim.subject = subject.into();
        claim.value = value;
        claim.place = place.map(Cow::Owned).or(claim.place);
        claim.period = period;
        claim.said = args.said.or(claim.said);
        claim.speaker = args.speaker.clone().map(Cow::Owned).or(claim.speaker);
        claim.hedge = args.hedge.clone().map(Cow::Owned).or(claim.hedge);
        if claim.via.is_empty() {
            let outlet = self.header.publisher.as_ref().filter(|publisher| **publisher != claim.source);
            claim.via = outlet.map(|outlet| Cow::Owned(outlet.clone())).into_iter().collect();
        }
        let evidence = claim.evidence.take().filter(|_| quote.split_whitespace().count() > WORDS);
        let length = quote.chars().count();
        let evidence = evidence.unwrap_or(DraftEvidence { exact: Cow::Borrowed(quote), start: 0, end: length });
        // Without a stored text, a quote has no place.
        let (start, end) = self.start.map_or((0, 0), |start| (evidence.start + start, evidence.end + start));
        claim.evidence = Some(DraftEvidence { start, end, ..evidence });
        Ok(claim)
    }

    fn id(
        &self,
        given: &Option<String>,
        read: Option<String>,
        noun: Noun,
        question: &str,
        option: &str,
        asker: &mut Asker<'_>,
    ) -> Result<String, Failure> {
        if let Some(given) = given {
            return resolve(noun, given, self.vocabulary).map_err(Failure::Told);
        }
        match read {
            Some(read) => Ok(read),
            None => {
                let likely = guess(noun, self.quote, self.vocabulary);
                asker.ask(question, likely, option, |answer| resolve(noun, answer, self.vocabulary))
            }
        }
    }

    fn value(
        &self,
        draft: &Option<Draft<'a>>,
        measure: &str,
        kind: Kind,
        asker: &mut Asker<'_>,
    ) -> Result<DraftValue<'a>, Failure> {
        let seen_from = self.args.said.or(self.header.published);
        let understand = |answer: &str| value(answer, kind, seen_from, self.vocabulary);
        match (&self.args.value, draft) {
            (Some(given), _) => understand(given).map_err(|message| Failure::Told(format!("--value: {message}"))),
            (None, Some(draft)) if *draft.measure == *measure => Ok(draft.value.clone()),
            _ => {
                let likely = in_quote(self.quote, kind, seen_from);
                asker.ask("how many, when, or what?", likely.as_deref(), "--value WORDS", understand)
            }
        }
    }

    fn place(&self, draft: &Option<Draft<'a>>, kind: Kind, asker: &mut Asker<'_>) -> Result<Option<String>, Failure> {
        if let Some(given) = &self.args.place {
            return resolve(Noun::Place, given, self.vocabulary).map(Some).map_err(Failure::Told);
        }
        if draft.is_some() {
            return Ok(None);
        }
        let usual = matches!(kind, Kind::Count | Kind::Stock).then_some("ukraine");
        let likely = guess(Noun::Place, self.quote, self.vocabulary).or(usual).or(Some("everywhere"));
        asker.ask("where?", likely, "--place ID", |answer| resolve(Noun::Place, answer, self.vocabulary)).map(Some)
    }

    /// The days, which every measure but a date and an event needs.
    fn period(
        &self,
        draft: &Option<Draft<'a>>,
        kind: Kind,
        asker: &mut Asker<'_>,
    ) -> Result<Option<DraftPeriod>, Failure> {
        if let Some(given) = &self.args.period {
            return days(given).map(Some).map_err(|message| Failure::Told(format!("--period: {message}")));
        }
        if let Some(draft) = draft {
            return Ok(draft.period);
        }
        if matches!(kind, Kind::Date | Kind::Event | Kind::Text) {
            return Ok(None);
        }
        let last: Option<NaiveDate> = self.args.said.or(self.header.published);
        let likely = match (kind, last) {
            (Kind::Count, Some(day)) => Some(format!("{START} {day}")),
            (_, Some(day)) => Some(day.to_string()),
            (_, None) => None,
        };
        let question = "of which days? One day, or the first and the last";
        asker.ask(question, likely.as_deref(), "--period FROM..TO", days).map(Some)
    }
}

/// One day, or two.
fn days(text: &str) -> Result<DraftPeriod, String> {
    let words: Vec<&str> =
        text.split([' ', ',']).flat_map(|word| word.split("..")).filter(|word| !word.is_empty()).collect();
    let day = |word: &str| read_day(word).map_err(|_| format!("`{word}` is no day; a day is written YYYY-MM-DD"));
    match words.as_slice() {
        [one] => day(one).map(|day| DraftPeriod { from: day, to: day }),
        [from, to] => match (day(from)?, day(to)?) {
            (from, to) if from <= to => Ok(DraftPeriod { from, to }),
            _ => Err("the first day lies behind the last".into()),
        },
        _ => Err("say one day or two, such as 2022-02-24..2023-04-19".into()),
    }
}
