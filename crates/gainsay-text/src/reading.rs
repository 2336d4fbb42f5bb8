//! A text that is split into words once, for readers that ask it several questions.

use crate::attribution::{self, Attribution};
use crate::date::{self, Phrase, When};
use crate::number::{self, Number};
use crate::order::{self, Order};
use crate::token::Tokens;
use crate::{Found, Language, Span, hedge, sentence};
use chrono::NaiveDate;
use std::sync::OnceLock;

/// A text, split into words once. The free functions ([`crate::numbers`] and its fellows) each split it anew.
///
/// ```
/// use gainsay_text::{Language, Reading};
/// let reading = Reading::of("Since 24 February 2022 about 183,750.", Language::English);
/// assert_eq!((reading.numbers().len(), reading.dates(None).len(), reading.sentences().len()), (1, 1, 1));
/// ```
pub struct Reading<'a> {
    tokens: Tokens<'a>,
    language: Language,
    phrases: Vec<Phrase>,
    /// Found when first asked for, as orders of size stand only where no number does.
    numbers: OnceLock<Vec<Found<Number>>>,
}

impl<'a> Reading<'a> {
    /// Splits a text into words and finds the phrases that speak of days.
    pub fn of(text: &'a str, language: Language) -> Reading<'a> {
        let tokens = Tokens::of(text);
        let phrases = date::phrases(&tokens, language);
        Reading { tokens, language, phrases, numbers: OnceLock::new() }
    }

    /// As [`crate::numbers`].
    pub fn numbers(&self) -> Vec<Found<Number>> {
        self.own_numbers().to_vec()
    }

    /// As [`crate::dates`].
    pub fn dates(&self, seen_from: Option<NaiveDate>) -> Vec<Found<When>> {
        date::dates_in(&self.tokens, &self.phrases, seen_from)
    }

    /// As [`crate::hedges`].
    pub fn hedges(&self) -> Vec<Found<&'a str>> {
        hedge::hedges_in(&self.tokens)
    }

    /// As [`crate::attributions`].
    pub fn attributions(&self) -> Vec<Found<Attribution>> {
        attribution::attributions_in(&self.tokens)
    }

    /// As [`crate::orders`].
    pub fn orders(&self) -> Vec<Found<Order>> {
        order::orders_in(&self.tokens, |byte| {
            let numbers = self.own_numbers();
            let place = numbers.partition_point(|number| number.span.end <= byte);
            numbers.get(place).is_some_and(|number| number.span.start <= byte)
        })
    }

    /// As [`crate::sentences`].
    pub fn sentences(&self) -> Vec<Span> {
        sentence::sentences_in(&self.tokens)
    }
    fn own_numbers(&self) -> &[Found<Number>] {
        self.numbers.get_or_init(|| number::numbers_in(&self.tokens, &self.phrases, self.language))
    }
}
