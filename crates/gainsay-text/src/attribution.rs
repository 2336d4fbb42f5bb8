//! Words that say that somebody else speaks: "according to", "said", «за даними», «по словам».

use crate::phrase::{ATTRIBUTIONS, Table};
use crate::token::Tokens;
use crate::{Found, Language};

/// How words of attribution tie a statement to who makes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Attribution {
    /// The speaker follows: "according to", «за даними», «по словам».
    SpeakerFollows,
    /// A verb of saying: "said", «повідомив», «сообщило»; the speaker stands on either side.
    Says,
    /// A verb of denying: "denied", «спростував».
    Denies,
    /// A verb of retelling another: "citing", «із посиланням на», «со ссылкой на».
    Retells,
}

/// The words of attribution of a text in order; whom they name is for readers that know the sources.
///
/// ```
/// use gainsay_text::{Attribution, Language, attributions};
/// let found = attributions("Як повідомив Генштаб, за даними розвідки", Language::Ukrainian);
/// assert_eq!(found.iter().map(|found| found.what).collect::<Vec<_>>(), [Attribution::Says, Attribution::SpeakerFollows]);
/// ```
pub fn attributions(text: &str, _language: Language) -> Vec<Found<Attribution>> {
    attributions_in(&Tokens::of(text))
}

pub(crate) fn attributions_in(tokens: &Tokens<'_>) -> Vec<Found<Attribution>> {
    let mut found = Vec::new();
    let mut index = 0;
    while index < tokens.list.len() {
        match ATTRIBUTIONS.at(tokens, index) {
            Some((what, next)) => {
                found.push(Found { span: tokens.span(index, next), what });
                index = next;
            }
            None => index += 1,
        }
    }
    found
}

/// Words of attribution of the three languages. Phrases are in lower case; of two that fit, the longer counts.
pub(crate) const TABLE: Table<Attribution> = &[
    (
        Attribution::SpeakerFollows,
        "according to|in the words of|by the account of|on the record of|as per|in the view of|за даними|\
         за словами|за інформацією|за оцінкою|за оцінками|за підрахунками|за повідомленням|за версією|\
         на думку|згідно з|зі слів|як повідомляє|відповідно до|по словам|по данным|по информации|\
         по оценке|по оценкам|по подсчетам|по подсчётам|по сообщению|по версии|по мнению|согласно|\
         со слов|по утверждению",
    ),
    (
        Attribution::Says,
        "said|says|say|told|stated|states|claimed|claims|claim|announced|announces|reported|reports|\
         asserted|asserts|insisted|insists|added|adds|wrote|writes|confirmed|confirms|acknowledged|\
         admitted|estimated|estimates|declared|noted|stressed|believes|counts|сказав|сказала|сказали|\
         каже|заявив|заявила|заявили|заявляє|заявляють|повідомив|повідомила|повідомили|повідомило|\
         повідомляє|повідомляють|стверджує|стверджують|зазначив|зазначила|зазначили|додав|додала|пише|\
         пишуть|написав|написала|наголосив|розповів|розповіла|уточнив|уточнили|оголосив|підтвердив|\
         підтвердила|підтвердили|назвав|назвала|визнав|визнала|нагадав|пояснив|навів|поінформував|\
         підрахував|сказал|сказала|сказали|говорит|заявил|заявила|заявили|заявило|заявляет|заявляют|\
         сообщил|сообщила|сообщили|сообщило|сообщает|сообщают|утверждает|утверждают|отметил|отметила|\
         добавил|добавила|пишет|пишут|написал|написала|подчеркнул|рассказал|рассказала|уточнил|\
         уточнила|объявил|объявило|подтвердил|подтвердило|назвал|назвала|признал|признало|напомнил|\
         объяснил|привел|привёл",
    ),
    (
        Attribution::Denies,
        "denied|denies|deny|rejected|rejects|disputed|disputes|refuted|dismissed|спростував|\
         спростувала|спростували|спростовує|заперечив|заперечила|заперечили|заперечує|відкинув|відкидає|\
         опроверг|опровергла|опровергли|опровергает|отверг|отвергла|отверг|отрицает|отрицал|отрицают",
    ),
    (
        Attribution::Retells,
        "citing|quoting|cited|cites|quoted|quotes|посилаючись на|із посиланням на|з посиланням на|\
         цитує|цитують|передає|передають|ссылаясь на|со ссылкой на|цитирует|цитируют|передает|передаёт|\
         передают",
    ),
];
