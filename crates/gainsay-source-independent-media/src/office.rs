//! Whom "Russian officials", "the ministry" and "he" stand for.

use crate::lexicon::Tags;
use crate::page::{Page, Sentence};
use crate::voice::{Speaker, Who};
use gainsay_claim::vocabulary::SourceId;

/// Words for those who hold an office.
pub(crate) const OFFICES: Tags =
    Tags::MINISTRY.and(Tags::MILITARY).and(Tags::PRESIDENT).and(Tags::OFFICIAL).and(Tags::STRANGER);

/// Whose office a word stands for: "Russian officials", «речник відомства».
pub(crate) fn office(page: &Page<'_, '_>, sentence: &Sentence, at: usize) -> Who {
    if page.is(at, Tags::STRANGER) {
        return Who::Stranger;
    }
    let from = at.saturating_sub(3).max(sentence.first);
    let to = (at + 6).min(sentence.next);
    let to = (at + 1..to).find(|index| page.is(*index, Tags::SAY)).unwrap_or(to);
    let unmarked = |index: &usize| page.mark(*index).is_none();
    let mut sides = (from..at).rev().take_while(unmarked).chain((at + 1..to).take_while(unmarked));
    let side = sides.find_map(|index| {
        // Wagner fights for Russia, and its ministry is not Wagner's.
        let tags = page.words[index].tags.only(Tags::RUSSIA.and(Tags::UKRAINE));
        (!tags.is_none()).then_some(tags)
    });
    let ministry = (at..to).any(|index| page.is(index, Tags::MINISTRY));
    let president = page.is(at, Tags::PRESIDENT);
    let id = match side {
        Some(side) if side.any(Tags::UKRAINE) => match (ministry, president) {
            (true, _) => "ukrainian-mod",
            (_, true) => "president-of-ukraine",
            _ => "ukraine",
        },
        Some(_) => match (ministry, president) {
            (true, _) => "russian-mod",
            (_, true) => "kremlin",
            _ => "russia",
        },
        None => {
            let foreign = (from..to)
                .find_map(|index| FOREIGN.iter().find(|(_, words)| page.says(index, words)).map(|(id, _)| *id));
            match foreign {
                Some(id) => id,
                // "a Western official": somebody new.
                None if (from..at).any(|index| page.says(index, &["a", "an", "one", "some", "two", "three"])) => {
                    return Who::Stranger;
                }
                None => {
                    let local = page.is(at, Tags::LOCAL) || page.is(at.saturating_sub(1), Tags::LOCAL);
                    let country = local.then(|| country(page, from, (at + 8).min(sentence.next))).flatten();
                    match country {
                        Some(id) => id,
                        None if local => return Who::Before(Tags::LOCAL),
                        None if introduces(page, at, to) => return Who::Stranger,
                        None => return Who::Before(page.tags[at].only(OFFICES)),
                    }
                }
            }
        }
    };
    match page.raw.vocabulary.find_source(id) {
        Some(source) => Who::Named(Speaker { source, person: None }),
        None => Who::Stranger,
    }
}

/// The country of a place named beside a local office: "the governor of Belgorod", «начальник Харківської ОВА».
pub(crate) fn country(page: &Page<'_, '_>, from: usize, to: usize) -> Option<&'static str> {
    let vocabulary = page.raw.vocabulary;
    let whole = |id: &str| vocabulary.find_place(id);
    (from..to).find_map(|index| {
        let place = page.name(index).filter(|name| name.means.source.is_none())?.means.place?;
        ["russia", "ukraine"].into_iter().find(|country| {
            whole(country).is_some_and(|whole| whole != place && vocabulary.place_contains(whole, place))
        })
    })
}

/// "Mayor Oleksandr Lomako": a name that nobody bore before introduces somebody new.
fn introduces(page: &Page<'_, '_>, at: usize, to: usize) -> bool {
    (at + 1..to.min(at + 4)).any(|index| {
        let capital = |index: usize| {
            page.words.get(index).is_some_and(|word| word.capital) && page.name(index).is_none() && page.goes_on(index)
        };
        capital(index) && capital(index + 1) && page.tags[index].only(Tags::RUSSIA.and(Tags::UKRAINE)).is_none()
    })
}

/// "he" and "she" mean a person; "it" means whoever was spoken of.
pub(crate) fn pronoun(page: &Page<'_, '_>, at: usize) -> Who {
    let person = page.says(at, &["he", "she", "він", "вона", "он", "она"]);
    Who::Before(if person { Tags::PRONOUN } else { Tags::NONE })
}

/// Nations whose officials speak for one source.
const FOREIGN: &[(&str, &[&str])] = &[
    (
        "uk-mod",
        &[
            "british",
            "britain",
            "britain's",
            "uk",
            "kingdom",
            "london",
            "лондон",
            "британська",
            "британської",
            "британський",
            "британии",
            "британські",
            "британського",
            "британская",
            "британской",
            "великобритании",
            "британії",
            "великобританії",
            "лондоне",
            "лондоні",
        ],
    ),
    (
        "us-government",
        &[
            "american",
            "states",
            "america",
            "us",
            "washington",
            "американські",
            "американський",
            "американська",
            "американської",
            "американские",
            "американский",
            "американской",
            "американского",
            "сша",
        ],
    ),
    (
        "norwegian-armed-forces",
        &["norwegian", "norway", "norway's", "норвезький", "норвежский", "норвегії", "норвегии"],
    ),
    ("french-government", &["french", "france", "french", "французький", "французский"]),
    ("nato", &["alliance", "alliance's", "nato's"]),
];

/// The source that speaks for a nation named by itself: "Britain says".
pub(crate) fn nation(page: &Page<'_, '_>, at: usize) -> Option<SourceId> {
    let (id, _) = FOREIGN.iter().find(|(_, words)| page.says(at, words))?;
    page.raw.vocabulary.find_source(id)
}
