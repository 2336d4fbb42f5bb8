//! Days seen from Easter, and whose Easter is meant.

use super::easter::Church;
use super::expression::{Expression, Phrase};
use super::relative::{phrase, says, weekday_name};
use crate::Language;
use crate::lexicon::Role;
use crate::token::{Kind, Tokens};

/// "before Easter", «до Пасхи», "the upcoming Orthodox celebration of Easter", "on Easter Monday", «після православного Великодня 2023 року».
pub(super) fn around_easter(tokens: &Tokens<'_>, first: usize, language: Language) -> Option<Phrase> {
    let before = [
        "before",
        "до",
        "перед",
        "upcoming",
        "coming",
        "forthcoming",
        "approaching",
        "прийдешнього",
        "майбутнього",
        "прийдешньої",
        "майбутньої",
        "предстоящей",
        "грядущей",
        "наступающей",
        "наступающую",
    ];
    let after = ["after", "після", "после"];
    let on = ["on", "at", "на", "у", "в", "during"];
    let ahead = tokens.says(first, "ahead") && tokens.says(first + 1, "of");
    let opener = says(tokens, first, &before) || ahead || says(tokens, first, &after) || says(tokens, first, &on);
    let mut place = first + 1 + usize::from(ahead);
    let mut church = None;
    while opener
        && place < first + 5
        && !is_easter(tokens, place)
        && tokens.is_kind(place, Kind::Word)
        && tokens.follows(place)
    {
        church = church.or_else(|| named_church(tokens, place));
        place += 1;
    }
    if !opener || !is_easter(tokens, place) || !tokens.follows(place) {
        return None;
    }
    let day = weekday_name(tokens, place + 1).filter(|_| tokens.says(place, "easter"));
    let days_on = match day {
        Some(0) => 1,
        _ => 0,
    };
    let mut next = place + 1 + usize::from(day.is_some());
    let year = super::year::year_alone(tokens, next, true);
    let stated = year.as_ref().and_then(|year| match year.expression {
        Expression::Year(number) => Some(number),
        _ => None,
    });
    next = year.map_or(next, |year| year.next);
    let church = church.unwrap_or_else(|| meant_church(tokens, language));
    let easter = Box::new(Expression::Easter { year: stated, church, days_on });
    let expression = if says(tokens, first, &before) || ahead {
        Expression::Before(easter)
    } else if says(tokens, first, &after) {
        Expression::After(easter)
    } else {
        *easter
    };
    Some(phrase(first, next, expression))
}

fn is_easter(tokens: &Tokens<'_>, index: usize) -> bool {
    tokens.is(index, Role::EASTER)
}

fn named_church(tokens: &Tokens<'_>, index: usize) -> Option<Church> {
    let word = tokens.words(index).to_lowercase();
    if word.starts_with("orthodox") || word.starts_with("правосл") {
        Some(Church::Orthodox)
    } else if ["western", "catholic", "protestant", "католи", "захід", "западн"]
        .iter()
        .any(|stem| word.starts_with(stem))
    {
        Some(Church::Western)
    } else {
        None
    }
}

/// Whose Easter a text means that does not say: of its language, or of the country that an English text speaks of.
fn meant_church(tokens: &Tokens<'_>, language: Language) -> Church {
    let eastern = ["Orthodox", "Russia", "Ukrain", "Kremlin", "Putin", "Moscow", "Kyiv", "Greece", "Serbia"];
    if language != Language::English || eastern.iter().any(|name| tokens.text.contains(name)) {
        Church::Orthodox
    } else {
        Church::Western
    }
}
