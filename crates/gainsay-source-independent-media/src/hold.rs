//! What a word says of who holds a town: "captured", "still hold part of", "withdrew from", «під контролем», «взятие».

use crate::form::{Form, form, is_relative, is_unreal, lost_before, not_to_be_said};
use crate::lexicon::Tags;
use crate::page::Page;
use crate::scene::Scene;
use crate::town::{Mention, Town, is_governed, mention, segment, wider};
use gainsay_text::Language;

/// Words that may say who holds a town.
pub(crate) const CUES: Tags =
    Tags::HOLD.and(Tags::TAKE).and(Tags::LEAVE).and(Tags::CLEAR).and(Tags::SEIZURE).and(Tags::CONTROL_NOUN);

/// What is said of a town.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Extent {
    Wholly,
    Mostly,
    Partly,
    /// The forces have gone.
    Left,
}

/// A clause that says who holds a town.
#[derive(Clone, Debug)]
pub(crate) struct Hold {
    pub place: String,
    pub extent: Extent,
    pub negated: bool,
    /// The word that says it.
    pub at: usize,
    /// Its clause.
    pub first: usize,
    pub next: usize,
    /// The clause before a parenthesis, where this one goes on with it.
    pub host: Option<(usize, usize)>,
    pub holder: Holder,
}

/// Where the words for who holds it stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Holder {
    /// Before the verb, and in Ukrainian and Russian behind it as well.
    Doer,
    /// "by Russian troops", «російськими військами».
    By,
    /// "under Russian control", "in the hands of".
    Beside,
    /// The forces from which the town was cleared.
    Cleared,
    /// Whoever the sentence names first.
    Sentence,
}

/// What the word at a place says of a town.
pub(crate) fn hold(scene: &Scene<'_, '_, '_, '_>, town: &Town, at: usize) -> Option<Hold> {
    let page = scene.page;
    let sentence = &scene.sentence;
    let (first, next) = segment(page, sentence, at);
    let form = form(page, sentence, (first, next), at)?;
    if is_unreal(page, sentence, first, at) || is_relative(page, first, at) {
        return None;
    }
    let host = wider(scene, first);
    let leaves = page.is(at, Tags::LEAVE) || form == Form::Noun && lost_before(page, first, at);
    let share = page.within(&page.numbers, sentence).iter().find(|number| {
        number.what.percent && (first..next + 1).contains(&number.first) && number.what.low.units() <= 100
    });
    let shared = || share.and_then(|share| Some(Mention { at: share.first, place: town.near(page, at)?, part: true }));
    let mention = match form {
        Form::Active if page.language == Language::English => behind(page, town, (at + 1, next), leaves),
        Form::Active if leaves => behind(page, town, (at + 1, next), true).or_else(|| ahead(page, town, first, at)),
        Form::Active => behind(page, town, (at + 1, next), false)
            .or_else(|| ahead(page, town, first, at))
            .or_else(|| host.and_then(|(first, next)| ahead(page, town, first, next))),
        Form::Noun => behind(page, town, (at + 1, next), leaves),
        Form::Passive | Form::Under if leaves => behind(page, town, (at + 1, next), true),
        Form::Passive | Form::Under => ahead(page, town, first, at)
            .or_else(|| host.and_then(|(first, next)| ahead(page, town, first, next)))
            .or_else(|| {
                (page.language != Language::English).then(|| behind(page, town, (at + 1, next), false)).flatten()
            }),
    };
    let mention = mention.or_else(shared)?;
    let parts = |range: (usize, usize)| (range.0..range.1).any(|index| page.is(index, Tags::SECTION));
    let near = (first.max(mention.at.min(at).saturating_sub(6)), next.min(mention.at.max(at) + 6));
    let part = mention.part || parts(near);
    let extent = match share {
        _ if leaves && (part || share.is_some()) => return None,
        _ if leaves => Extent::Left,
        Some(share) if share.what.low >= gainsay_text::Figure::whole(100) => Extent::Wholly,
        Some(share) if share.what.low >= gainsay_text::Figure::whole(50) => Extent::Mostly,
        Some(_) => Extent::Partly,
        None if (near.0..near.1).any(|index| page.is(index, Tags::MOST)) => Extent::Mostly,
        None if part => Extent::Partly,
        None => Extent::Wholly,
    };
    let refused = not_to_be_said(page, sentence, first);
    let denied = (first.max(at.saturating_sub(7))..at).any(|index| page.is(index, Tags::NEGATION))
        || page.language == Language::English
            && page.is(at, Tags::TAKE)
            && (first..at).any(|index| page.says(index, &["failed"]));
    let no_longer = denied && (first..at).any(|index| page.says(index, &["longer", "більше", "больше"]));
    let (extent, negated) = match (denied || refused, extent) {
        (true, Extent::Left) => return None,
        (true, _) if no_longer => (Extent::Left, false),
        // "not all of the town": who does not hold a part of it may hold the rest.
        (true, Extent::Mostly) if share.is_some() => (extent, false),
        (denied, extent) => (extent, denied),
    };
    let holder = match form {
        _ if page.is(at, Tags::CLEAR) => Holder::Cleared,
        Form::Passive if leaves => Holder::Doer,
        Form::Passive | Form::Noun => Holder::By,
        Form::Under => Holder::Beside,
        Form::Active => Holder::Doer,
    };
    if leaves && (first..next).any(|index| page.is(index, Tags::CIVILIAN) || is_inhabitant(page, index)) {
        return None;
    }
    Some(Hold { place: mention.place, extent, negated, at, first, next, host, holder })
}

/// The town that a verb or noun takes behind it.
fn behind(page: &Page<'_, '_>, town: &Town, (from, next): (usize, usize), leaves: bool) -> Option<Mention> {
    let english = page.language == Language::English;
    let mut part = None;
    let mut others = 0;
    let needs_from = leaves && from.checked_sub(1).is_some_and(|at| page.says(at, FROM));
    for index in from..next.min(from + 14) {
        if page.is(index, Tags::SECTION) {
            part = part.or(Some(index));
        }
        if let Some(mention) = mention(page, town, index) {
            let free = !is_governed(page, index, from);
            let from_it = page.says(before_phrase(page, index, from), &["from", "з", "із", "зі", "из", "с", "of"]);
            let fits = match (leaves, needs_from) {
                (true, true) => from_it,
                (true, false) => free && others == 0,
                _ => free && others <= 2 || part.is_some(),
            };
            if fits {
                return Some(Mention { part: part.is_some(), ..mention });
            }
            if english || leaves {
                return None;
            }
        }
        let known = Tags::WHOLE
            .and(Tags::MOST)
            .and(Tags::SECTION)
            .and(Tags::TOWN)
            .and(Tags::POSSESSIVE)
            .and(Tags::PEOPLE)
            .and(Tags::RUSSIA)
            .and(Tags::UKRAINE)
            .and(Tags::MILITARY)
            .and(Tags::CONTROL_NOUN);
        let light = page.is(index, known)
            || page.words[index].adjective
            || page.words[index].digits
            || page.mark(index).is_some()
            || page.says(index, LIGHT);
        others += usize::from(!light);
        if others > 4 && part.is_none() {
            return None;
        }
    }
    // "still held some facilities": a part of the town of which the text speaks.
    let part = part.filter(|part| *part < from + 8 && !leaves)?;
    Some(Mention { at: part, place: town.near(page, part)?, part: true })
}

/// Verbs that take "from".
const FROM: &[&str] = &[
    "withdrew",
    "withdrawn",
    "withdraw",
    "retreated",
    "pulled",
    "withdrawing",
    "вийшли",
    "вийшов",
    "відійшли",
    "відійшов",
    "відступили",
    "відступила",
    "вивели",
    "вивів",
    "вивела",
    "виведено",
    "вышли",
    "вышел",
    "отошли",
    "отошел",
    "отступили",
    "отступила",
    "вывели",
    "вывел",
    "вывела",
    "выведены",
    "отведены",
    "відведено",
    "відвели",
    "отвели",
];

/// Small words that may stand between a verb and the town.
const LIGHT: &[&str] = &[
    "the",
    "a",
    "of",
    "over",
    "up",
    "out",
    "back",
    "from",
    "whole",
    "now",
    "completely",
    "fully",
    "small",
    "entirely",
    "з",
    "із",
    "зі",
    "из",
    "с",
    "над",
    "під",
    "под",
    "контроль",
    "контролем",
    "так",
    "званий",
    "lps",
];

/// The town that stands before a verb, as its subject or, in Ukrainian and Russian, its object.
fn ahead(page: &Page<'_, '_>, town: &Town, first: usize, at: usize) -> Option<Mention> {
    let mut part = None;
    let mut found: Option<Mention> = None;
    for index in (first..at).rev().take(24) {
        if page.is(index, Tags::SECTION) {
            part = Some(index);
        }
        let free = |index| !is_governed(page, index, first);
        if found.is_none()
            && let Some(mention) = mention(page, town, index)
        {
            let whole = (first..index).rev().take(5).any(|back| page.is(back, Tags::WHOLE.and(Tags::SECTION)))
                || page.language == Language::English && (first..index).any(|back| page.says(back, &["every"]));
            if free(index) || whole {
                found = Some(mention);
            }
        }
    }
    match (found, part) {
        (Some(mention), part) => Some(Mention { part: mention.part || part.is_some(), ..mention }),
        (None, Some(part)) if page.language != Language::English => {
            Some(Mention { at: part, place: town.near(page, part)?, part: true })
        }
        _ => None,
    }
}

/// The word before the phrase in which a town stands: "from the ruined town of Bakhmut".
fn before_phrase(page: &Page<'_, '_>, index: usize, first: usize) -> usize {
    crate::town::opens(page, index, first).saturating_sub(1)
}

/// Those who live in a town leave it without giving it up.
fn is_inhabitant(page: &Page<'_, '_>, index: usize) -> bool {
    page.says(
        index,
        &[
            "residents",
            "families",
            "children",
            "inhabitants",
            "evacuees",
            "refugees",
            "patients",
            "people",
            "жителі",
            "мешканці",
            "люди",
            "людей",
            "діти",
            "родини",
            "жители",
            "семьи",
            "дети",
            "пациенты",
        ],
    )
}
