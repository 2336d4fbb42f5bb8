//! Words with which a writer keeps a statement at a distance: "reportedly", «може», «по неподтвержденным данным».

use crate::phrase::{HEDGES, Table};
use crate::token::Tokens;
use crate::{Found, Language};

/// The hedging words of a text in order, as written.
///
/// Words that bound a number ("about", «близько») are no hedges, and "may" only before a verb: "May 9" is a date.
///
/// ```
/// use gainsay_text::{Language, hedges};
/// let found = hedges("The video may have been filmed earlier, reportedly.", Language::English);
/// assert_eq!(found.iter().map(|found| found.what).collect::<Vec<_>>(), ["may have been", "reportedly"]);
/// ```
pub fn hedges(text: &str, _language: Language) -> Vec<Found<&str>> {
    hedges_in(&Tokens::of(text))
}

pub(crate) fn hedges_in<'a>(tokens: &Tokens<'a>) -> Vec<Found<&'a str>> {
    let mut found = Vec::new();
    let mut index = 0;
    while index < tokens.list.len() {
        let Some((_, next)) = HEDGES.at(tokens, index).filter(|_| !is_month(tokens, index)) else {
            index += 1;
            continue;
        };
        let span = tokens.span(index, next);
        found.push(Found { span, what: span.of(tokens.text) });
        index = next;
    }
    found
}

/// "May" with a capital, in the middle of a sentence or before a day.
fn is_month(tokens: &Tokens<'_>, index: usize) -> bool {
    tokens.says(index, "may") && tokens.is_capital(index)
}

/// Hedges of the three languages. Phrases are in lower case; of two that fit, the longer counts.
pub(crate) const TABLE: Table<()> = &[
    (
        (),
        "may|may have|may be|may have been|might|might have|might have been|could have|could have been|\
         could be|reportedly|allegedly|alleged|apparently|presumably|supposedly|purportedly|purported|\
         possibly|probably|likely|very likely|most likely|highly likely|unlikely|perhaps|seemingly|\
         appears to|appear to|appeared to|seems to|seem to|seemed to|is believed|are believed|\
         was believed|were believed|is thought|are thought|is said to|are said to|was said to|\
         is understood to|unconfirmed|not confirmed|not been confirmed|unverified|not verified|\
         not been verified|cannot be verified|could not be verified|not be independently verified|\
         could not be independently verified|independently verified|could not independently verify|\
         was unable to verify|was unable to establish|in doubt|disputed|so-called|suspected|preliminary|\
         estimates suggest|it is unclear|unclear|not clear|is not clear|must have|would have|as if|\
         conceivably|tentatively|rumoured|rumored",
    ),
    (
        (),
        "можливо|може бути|може|могли|міг|могла|могло|можуть|могли бути|ймовірно|імовірно|\
         найімовірніше|вірогідно|нібито|начебто|мабуть|певно|здається|схоже|схоже що|очевидно|напевно|\
         ніби|буцімто|либонь|за непідтвердженими даними|за попередніми даними|за неперевіреними даними|\
         за попередньою інформацією|попередньо|непідтверджені|неперевірені|не підтверджено|не підтверджена|\
         не підтверджує|інформація уточнюється|дані уточнюються|уточнюється|уточнюються|сумнівно|\
         гіпотетично|за чутками|підозрюють|припускають|припускає|припустив|не вдалося перевірити|\
         неможливо перевірити|незрозуміло|невідомо|так званий|так звані|так званих",
    ),
    (
        (),
        "возможно|может быть|может|могут|мог|могли|могла|могло|мог быть|могли быть|вероятно|\
         вероятнее всего|скорее всего|предположительно|якобы|будто|будто бы|как будто|наверное|видимо|\
         по-видимому|похоже|кажется|очевидно|по неподтвержденным данным|по неподтверждённым данным|\
         по предварительным данным|по предварительной информации|предварительно|по непроверенным данным|\
         неподтвержденные|неподтверждённые|непроверенные|не подтверждено|не подтверждена|\
         информация уточняется|данные уточняются|уточняется|уточняются|сомнительно|гипотетически|\
         по слухам|подозревают|предполагают|предполагает|предположил|проверить невозможно|\
         не удалось проверить|неясно|неизвестно|так называемый|так называемые|так называемых|\
         ориентировочные",
    ),
];

#[cfg(test)]
mod tests {
    use super::*;

    fn hedges_of(text: &str) -> Vec<&str> {
        hedges(text, Language::English).into_iter().map(|found| found.what).collect()
    }

    #[test]
    fn hedges_are_found_as_written() {
        for (text, expected) in [
            ("It may have been filmed the week before.", &["may have been"][..]),
            ("Another stop was reportedly the Luhansk region", &["reportedly"]),
            ("They likely had approximately 50,000 killed", &["likely"]),
            ("On 9 May 2023 the parade was held", &[]),
            ("30 літаків (інформація уточнюється)", &["інформація уточнюється"]),
            ("За непідтвердженими даними, втрати більші", &["За непідтвердженими даними"]),
            ("Скорее всего, это якобы случилось в мае", &["Скорее всего", "якобы"]),
            ("По-видимому, так называемые «добровольцы»", &["По-видимому", "так называемые"]),
            ("the so-called republics", &["so-called"]),
            ("Reuters was unable to establish", &["was unable to establish"]),
        ] {
            assert_eq!(hedges_of(text), expected, "{text}");
        }
    }
}
