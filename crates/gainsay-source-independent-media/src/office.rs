//! Whom "Russian officials", "the ministry" and "he" stand for.

use crate::lexicon::Tags;
use crate::page::{Page, Sentence};
use crate::voice::{Speaker, Who};
use gainsay_claim::vocabulary::SourceId;

/// Words for those who hold an office.
pub(crate) const OFFICES: Tags =
    Tags::MINISTRY.and(Tags::MILITARY).and(Tags::PRESIDENT).and(Tags::OFFICIAL).and(Tags::STRANGER).and(Tags::OUTLET);

/// Whose office a word stands for: "Russian officials", «речник відомства».
pub(crate) fn office(page: &Page<'_, '_>, sentence: &Sentence, at: usize) -> Who {
    if let Some(who) = owner(page, at) {
        return who;
    }
    if page.is(at, Tags::OUTLET) {
        return Who::Before(Tags::OUTLET);
    }
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
    let side = side.or_else(|| seat(page, sentence, at)).or_else(|| side_of_its(page, sentence, at));
    let ministry = (at..to).any(|index| page.is(index, Tags::MINISTRY));
    let president = page.is(at, Tags::PRESIDENT);
    let staff = (from..to).any(|index| page.says(index, &["staff", "штаб", "штабі", "штабе", "штабу", "штаба"]))
        && (from..to).any(|index| begins(page, index, &["general", "генеральн"]));
    let id = match side {
        Some(side) if side.any(Tags::UKRAINE) => match (ministry, president) {
            _ if staff => "general-staff",
            (true, _) => "ukrainian-mod",
            (_, true) => "president-of-ukraine",
            _ => "ukraine",
        },
        Some(_) => match (ministry, president) {
            (true, _) => "russian-mod",
            _ if staff => "russian-mod",
            (_, true) => "kremlin",
            _ => "russia",
        },
        None => {
            let seat = (sentence.first + 3 >= at && page.says(sentence.first, &["in", "в", "у", "во"]))
                .then_some(sentence.first);
            let foreign = (seat.unwrap_or(from)..to)
                .find_map(|index| FOREIGN.iter().find(|(_, words)| begins(page, index, words)).map(|(id, _)| *id));
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

/// "the Biden administration", "Pentagon officials", «речник Пентагону»: the name beside the office owns it.
fn owner(page: &Page<'_, '_>, at: usize) -> Option<Who> {
    if page.is(at, Tags::STRANGER) && !page.is(at, Tags::OFFICIAL) {
        return None;
    }
    let before = at.checked_sub(1).and_then(|last| page.name(last)).filter(|name| name.next == at);
    let english = page.language == gainsay_text::Language::English;
    let behind = || page.name(at + 1).filter(|name| name.first == at + 1 && !english && page.goes_on(at + 1));
    let name = before.filter(|name| english || page.words[name.next - 1].possessive).or_else(behind)?;
    let source = name.means.source.filter(|_| name.means.place.is_none() && name.means.subject.is_none())?;
    if name.means.channel.is_some() {
        return Some(Who::Stranger);
    }
    Some(Who::Named(Speaker { source, person: name.means.speaker.filter(|_| name.first > at) }))
}

/// «в британском Минобороны», «украинский Генштаб»: an adjective says whose it is, whatever its name means by itself.
pub(crate) fn qualified(page: &Page<'_, '_>, first: usize) -> Option<SourceId> {
    if !page.is(first, Tags::MINISTRY) || !page.goes_on(first) {
        return None;
    }
    let before = first.checked_sub(1).filter(|before| page.name(*before).is_none())?;
    let foreign = FOREIGN.iter().find(|(_, words)| begins(page, before, words)).map(|(id, _)| *id);
    let own = match page.words[before].tags.only(Tags::RUSSIA.and(Tags::UKRAINE)) {
        Tags::RUSSIA => Some("russian-mod"),
        Tags::UKRAINE => Some("ukrainian-mod"),
        _ => None,
    };
    page.raw.vocabulary.find_source(own.or(foreign)?)
}

/// "In Moscow, officials": the side in whose capital an office sits.
fn seat(page: &Page<'_, '_>, sentence: &Sentence, at: usize) -> Option<Tags> {
    let opens =
        sentence.first + 3 == at && page.says(sentence.first, &["in", "в", "у"]) && page.mark(at - 1) == Some(',');
    let tags = page.words.get(sentence.first + 1)?.tags.only(Tags::RUSSIA.and(Tags::UKRAINE));
    (opens && !tags.is_none()).then_some(tags)
}

/// "its defence ministry", «его правительство»: the only side that the sentence has named so far, or the one before.
fn side_of_its(page: &Page<'_, '_>, sentence: &Sentence, at: usize) -> Option<Tags> {
    let of_state = page.is(at, Tags::MINISTRY.and(Tags::MILITARY).and(Tags::PRESIDENT)) || begins(page, at, STATE);
    if !of_state {
        return None;
    }
    const ITS: &[&str] = &["its", "their", "його", "її", "їхнє", "їхній", "их", "его", "ее"];
    let its = (at.saturating_sub(3).max(sentence.first)..at).find(|index| page.says(*index, ITS))?;
    let sides = |from: usize, to: usize| {
        (from..to)
            .fold(Tags::NONE, |sides, index| sides.and(page.words[index].tags.only(Tags::RUSSIA.and(Tags::UKRAINE))))
    };
    let here = sides(sentence.first, its);
    let named =
        if here.is_none() && its == sentence.first { sides(its.saturating_sub(MOST_BEFORE), its) } else { here };
    (named == Tags::RUSSIA || named == Tags::UKRAINE).then_some(named)
}

/// Offices that a state has.
const STATE: &[&str] = &[
    "government",
    "officials",
    "authorities",
    "staff",
    "leader",
    "уряд",
    "влада",
    "правительство",
    "власти",
    "генштаб",
];

/// How far back in the sentence before the side of "its" is looked for.
const MOST_BEFORE: usize = 16;

/// Whether a word begins with one of these.
fn begins(page: &Page<'_, '_>, at: usize, any: &[&str]) -> bool {
    let word = page.written(at);
    any.iter().any(|stem| {
        let mut letters = word.chars().flat_map(char::to_lowercase);
        let same = stem.chars().all(|letter| letters.next() == Some(letter));
        // Short names of nations have no endings.
        same && (stem.chars().count() > 4 || letters.next().is_none_or(|letter| !letter.is_alphabetic()))
    })
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
            "uk",
            "kingdom",
            "london",
            "лондон",
            "британ",
            "британськ",
            "британск",
            "великобритан",
            "великобритані",
        ],
    ),
    ("us-government", &["american", "states", "america", "us", "washington", "американ", "вашингтон", "сша"]),
    ("norwegian-armed-forces", &["norwegian", "norway", "норвез", "норвег"]),
    ("french-government", &["french", "france", "французьк", "французск", "франці", "франци"]),
    ("nato", &["alliance", "nato"]),
];

/// The source that speaks for a nation named by itself: "Britain says".
pub(crate) fn nation(page: &Page<'_, '_>, at: usize) -> Option<SourceId> {
    let (id, _) = FOREIGN.iter().find(|(_, words)| begins(page, at, words))?;
    page.raw.vocabulary.find_source(id)
}
