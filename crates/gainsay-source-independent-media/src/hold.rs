//! What a word says of who holds a town: "captured", "still hold part of", "withdrew from", «під контролем», «взятие».

use crate::lexicon::Tags;
use crate::page::{Page, Sentence};
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

/// The form in which a word says it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    Active,
    Passive,
    Under,
    Noun,
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

/// The form of a word: nothing where it says nothing about a town.
fn form(page: &Page<'_, '_>, sentence: &Sentence, (first, next): (usize, usize), at: usize) -> Option<Form> {
    let english = page.language == Language::English;
    let before = |back: usize, any: &[&str]| at >= first + back && page.says(at - back, any);
    let within = |reach: usize, any: &[&str]| (1..=reach).any(|back| before(back, any));
    let goes_on = |any: &[&str]| page.says(at + 1, any);
    if page.is(at, Tags::CONTROL_NOUN) {
        let direct = english
            && page.says(at, &["control"])
            && at > first
            && (page.is(at - 1, Tags::PEOPLE.and(Tags::MILITARY).and(Tags::RUSSIA).and(Tags::UKRAINE))
                || page.meaning(at - 1).subject.is_some()
                || before(1, &["they", "units", "also", "still", "now", "longer", "fully", "completely", "not", "firmly"]))
            && !goes_on(&["of", "over"]);
        if direct && !within(4, &["under", "in"]) {
            return Some(Form::Active);
        }
        let under = within(4, &["under", "in", "into", "під", "под", "у", "в"]);
        if under {
            let copula = (first..at).any(|index| page.says(index, COPULAS));
            return (!english || copula).then_some(Form::Under);
        }
        let reaches = goes_on(&["of", "over", "над"]);
        let governed = (first.max(at.saturating_sub(8))..at).any(|index| {
            page.is(index, Tags::SAY.and(Tags::GAIN).and(Tags::DENY).and(Tags::PERFECT).and(Tags::TAKE).and(Tags::LOSE))
        });
        return (reaches && governed).then_some(Form::Noun);
    }
    if page.is(at, Tags::SEIZURE) {
        let governed = (first.max(at.saturating_sub(5))..at)
            .rev()
            .find(|index| page.is(*index, Tags::SAY.and(Tags::GAIN).and(Tags::DENY)));
        let other = |index: usize| page.says(index, &["after", "for", "since", "before", "після", "для", "после", "за"]);
        let clear = governed.is_some_and(|verb| !(verb..at).any(other));
        return clear.then_some(Form::Noun);
    }
    if page.is(at + 1, Tags::PEOPLE) && !page.words.get(at + 1).is_some_and(|word| word.capital)
        || goes_on(&["part", "place", "over", "into", "in", "away", "off", "участь", "участие", "полон", "плен"])
        || goes_on(&["у", "в", "на"]) && page.says(at + 2, &["полон", "плен", "себе", "себя"])
    {
        // «узяли вони»: who did it stands behind.
        if !(page.is(at + 1, Tags::PEOPLE) && !english && !page.is(at, Tags::LEAVE)) {
            return None;
        }
    }
    if english {
        let participle = !page.says(at, &["took", "take", "takes", "holds", "hold", "controls", "seize", "capture"]);
        let copula = within(4, &["is", "are", "was", "were", "been", "being", "be", "remains", "remained"]);
        if participle && copula && !within(1, &["have", "has", "had"]) {
            return Some(Form::Passive);
        }
        // "the captured town", "Russian-held"
        let attribute = page.mark(at.saturating_sub(1)) == Some('-')
            || within(1, &["the", "a", "in", "of", "recently", "newly", "from", "near", "to"]) && participle;
        if attribute {
            let still = page.mark(at.saturating_sub(1)) == Some('-')
                && (first..at).any(|index| page.says(index, COPULAS))
                && page.is(at, Tags::HOLD);
            return still.then_some(Form::Under);
        }
        return (at > sentence.first && at + 1 < next || page.is(at, Tags::CLEAR)).then_some(Form::Active);
    }
    let written = page.written(at);
    let ends = |any: &[&str]| any.iter().any(|ending| written.ends_with(ending));
    let short = if page.language == Language::Ukrainian {
        ends(&["ено", "ято", "ито", "ано"])
    } else {
        ends(&["ен", "ена", "ено", "ены", "ят", "ята", "ято", "яты", "ан", "ана", "ано", "аны"])
    };
    let full = ends(&[
        "ий", "ого", "ому", "ої", "ій", "ою", "их", "ими", "ый", "ая", "ой", "ую", "ое", "ые", "ым", "ых", "ыми", "ше",
    ]);
    if full {
        let copula = within(3, &["був", "була", "було", "были", "был", "была", "было", "є", "повністю", "полностью"]);
        return copula.then_some(Form::Passive);
    }
    Some(if short { Form::Passive } else { Form::Active })
}

/// Words that make a statement of "under control".
const COPULAS: &[&str] = &[
    "is",
    "are",
    "was",
    "were",
    "be",
    "been",
    "now",
    "remains",
    "remain",
    "remained",
    "comes",
    "came",
    "come",
    "fell",
    "fallen",
    "passed",
    "still",
    "has",
    "have",
];

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
    "withdrew", "withdrawn", "withdraw", "retreated", "pulled", "withdrawing", "вийшли", "вийшов", "відійшли",
    "відійшов", "відступили", "відступила", "вивели", "вивів", "вивела", "виведено", "вышли", "вышел", "отошли",
    "отошел", "отступили", "отступила", "вывели", "вывел", "вывела", "выведены", "отведены", "відведено", "відвели",
    "отвели",
];

/// Small words that may stand between a verb and the town.
const LIGHT: &[&str] = &[
    "the", "a", "of", "over", "up", "out", "back", "from", "whole", "now", "completely", "fully", "small", "entirely",
    "з", "із", "зі", "из", "с", "над", "під", "под", "контроль", "контролем", "так", "званий", "lps",
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

/// "lost control of".
fn lost_before(page: &Page<'_, '_>, first: usize, at: usize) -> bool {
    (first.max(at.saturating_sub(3))..at).any(|index| page.is(index, Tags::LOSE))
}

/// "it could not be said that": a denial of what follows.
fn not_to_be_said(page: &Page<'_, '_>, sentence: &Sentence, first: usize) -> bool {
    (sentence.first..first + 4).rev().take(10).any(|index| {
        page.says(index, &["said"]) && page.says(index.saturating_sub(1), &["be"])
            || page.says(index, &["сказати", "сказать", "говорити", "говорить"])
                && page.says(index.saturating_sub(1), &["можна", "нельзя", "можно"])
    }) && (sentence.first..first + 4).rev().take(12).any(|index| {
        page.is(index, Tags::NEGATION) || page.says(index, &["нельзя", "cannot"])
    })
}

/// "to take the town", "could hold", "if they captured": what has not happened.
fn is_unreal(page: &Page<'_, '_>, sentence: &Sentence, first: usize, at: usize) -> bool {
    let before = |back: usize, any: &[&str]| at >= first + back && page.says(at - back, any);
    let infinitive = match page.language {
        Language::English => before(1, &["to"]) || before(2, &["to"]),
        Language::Ukrainian => page.written(at).ends_with("ти"),
        Language::Russian => page.written(at).ends_with("ть"),
    };
    let managed = (1..=4).any(|back| {
        before(
            back,
            &[
                "managed", "able", "forced", "continue", "continues", "had", "compelled", "failed", "продовжують",
                "продовжує", "продолжают", "продолжает", "вдалося", "змогли", "зуміли", "удалось", "смогли", "сумели",
                "довелося", "пришлось", "вынуждены", "змушені",
            ],
        )
    });
    let modal = (first.max(at.saturating_sub(4))..at).any(|index| page.is(index, Tags::MODAL))
        && !not_to_be_said(page, sentence, first);
    let supposed = (sentence.first..at).rev().take(12).any(|index| {
        page.is(index, Tags::IF) && !page.is(index, Tags::SAY) && !page.says(index, &["припускають", "plan", "plans"])
    });
    // "would not say that its forces hold the town"
    let unsaid = (1..=6).any(|back| {
        at > sentence.first + back
            && page.says(at - back, &["say", "whether", "confirm"])
            && page.is(at - back - 1, Tags::NEGATION)
    });
    infinitive && !managed || modal || supposed || unsaid
}

/// "which Russian forces control", «яке контролюють», "the last city it held".
fn is_relative(page: &Page<'_, '_>, first: usize, at: usize) -> bool {
    let pronoun = |index: usize| {
        page.says(
            index,
            &[
                "which", "who", "whom", "whose", "where", "який", "яка", "яке", "які", "яку", "якого", "якої", "яким",
                "де", "который", "которая", "которое", "которые", "которую", "которого", "которой", "где", "when",
                "after", "before", "коли", "когда", "після", "після", "после", "чий", "чьи",
            ],
        )
    };
    (first..at).take(3).any(pronoun)
        || at > first + 1 && page.is(at - 1, Tags::PRONOUN) && (page.is(at - 2, Tags::TOWN) || page.name(at - 2).is_some())
}

/// Those who live in a town leave it without giving it up.
fn is_inhabitant(page: &Page<'_, '_>, index: usize) -> bool {
    page.says(
        index,
        &[
            "residents", "families", "children", "inhabitants", "evacuees", "refugees", "patients", "people", "жителі",
            "мешканці", "люди", "людей", "діти", "родини", "жители", "семьи", "дети", "пациенты",
        ],
    )
}
