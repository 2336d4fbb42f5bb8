//! The outlets through which a statement came.

use gainsay_claim::RawDocument;
use std::borrow::Cow;

/// An agency in the text: the words that name it as the channel, and its id.
const CHANNELS: &[(&str, &[&str])] = &[
    (
        "tass",
        &[
            "/ТАСС/",
            "/TASS/",
            "ТАСС передает",
            "передает ТАСС",
            "сообщает ТАСС",
            "сообщил ТАСС",
            "according to TASS",
            "TASS reports",
            "TASS reported",
        ],
    ),
    (
        "interfax",
        &["ИНТЕРФАКС -", "ИНТЕРФАКС –", "передает \"Интерфакс\"", "передает «Интерфакс»", "сообщает «Интерфакс»"],
    ),
    (
        "ria",
        &["РИА Новости.", "- РИА Новости", "передает РИА", "сообщает РИА", "RIA Novosti reports", "according to RIA"],
    ),
];

/// How much of a text names its channel, in bytes.
const HEAD: usize = 1_600;

/// The publisher and the agency that it has the text from, nearest first.
pub(crate) fn via<'a>(raw: &RawDocument<'a>) -> Vec<Cow<'a, str>> {
    let publisher = raw.publisher.filter(|publisher| !publisher.is_empty());
    let channel = channel(raw.text).filter(|channel| publisher.is_none_or(|publisher| !publisher.starts_with(channel)));
    publisher.into_iter().chain(channel).map(Cow::Borrowed).collect()
}

/// Who published the text, where that is given or the agency heads it.
pub(crate) fn publisher<'a>(raw: &RawDocument<'a>) -> Option<&'a str> {
    raw.publisher.or_else(|| channel(raw.text))
}

fn channel(text: &str) -> Option<&'static str> {
    let mut end = HEAD.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let head = &text[..end];
    let named = ["ТАСС", "TASS", "нтерфакс", "ИНТЕРФАКС", "РИА", "RIA"].iter().any(|name| head.contains(name));
    CHANNELS
        .iter()
        .filter(|_| named)
        .find(|(_, words)| words.iter().any(|words| head.contains(words)))
        .map(|(id, _)| *id)
}
