//! Sentences and what is read of them: the tests of the rules for claims that are no counts.

mod blame;
mod control;
mod dates;
mod silence;
mod voices;

use crate::IndependentMedia;
use gainsay_claim::extract::{Extractor, RawDocument};
use gainsay_claim::period::read_day;
use gainsay_claim::vocabulary::{BUILT_IN, Fragment, Vocabulary};

/// What is read of a text of 20 May 2023: one line for each claim of these measures.
fn read(text: &str, measures: &[&str]) -> Vec<String> {
    let built_in = Fragment { record: serde_json::from_str(BUILT_IN).expect("well formed") };
    let others = Fragment { record: serde_json::from_str(OTHERS).expect("well formed") };
    let (vocabulary, _) = Vocabulary::build(vec![built_in, IndependentMedia.vocabulary(), others]);
    let language = match () {
        () if text.is_ascii() || !text.contains(|letter: char| ('а'..='я').contains(&letter)) => "en",
        () if text.contains(['і', 'ї', 'є']) => "uk",
        () => "ru",
    };
    let raw = RawDocument {
        text,
        language: Some(language),
        published: read_day("2023-05-20").ok(),
        dated: None,
        publisher: Some("newsflash"),
        attested: false,
        vocabulary: &vocabulary,
    };
    let claims = IndependentMedia.extract(&raw).claims;
    let wanted = claims.iter().filter(|claim| measures.is_empty() || measures.contains(&&*claim.measure));
    let line = |claim: &gainsay_claim::Draft<'_>| {
        let value = serde_json::to_string(&claim.value).expect("a value is JSON");
        let days = claim.period.map_or_else(String::new, |period| format!(" {} {}", period.from, period.to));
        let place = claim.place.as_deref().unwrap_or("-");
        format!("{} {} {} {place}{days} {value}", claim.source, claim.measure, claim.subject)
    };
    wanted.map(line).collect()
}

/// Sources that other readers bring.
const OTHERS: &str = r#"{ "format": "gainsay.vocabulary/v1", "sources": [
    { "id": "russian-mod", "label": "Russian Ministry of Defence", "part_of": ["russia"],
      "aliases": { "en": ["Russian Defence Ministry"], "uk": ["Міноборони РФ"], "ru": ["Минобороны РФ"] } },
    { "id": "kremlin", "label": "Kremlin", "part_of": ["russia"] },
    { "id": "general-staff", "label": "General Staff", "part_of": ["ukraine"],
      "aliases": { "en": ["General Staff", "Ukraine's General Staff"], "uk": ["Генштаб ЗСУ"], "ru": ["Генштаб ВСУ"] } } ] }"#;

/// Notes a text of which something else is read than expected.
fn compare(wrong: &mut Vec<String>, text: &str, is: &[String], expected: &[&str]) {
    if is != expected {
        wrong.push(format!("{text}\n  read {is:?}\n  not  {expected:?}"));
    }
}
