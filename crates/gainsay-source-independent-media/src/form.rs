//! In which form a word says who holds a town, and whether it says that it is so: "to take the town" does not.

use crate::lexicon::Tags;
use crate::page::{Page, Sentence};
use gainsay_text::Language;

/// The form in which a word says it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Form {
    Active,
    Passive,
    Under,
    Noun,
}

/// The form of a word: nothing where it says nothing about a town.
pub(crate) fn form(page: &Page<'_, '_>, sentence: &Sentence, (first, next): (usize, usize), at: usize) -> Option<Form> {
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
                || before(
                    1,
                    &["they", "units", "also", "still", "now", "longer", "fully", "completely", "not", "firmly"],
                ))
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
        let other =
            |index: usize| page.says(index, &["after", "for", "since", "before", "після", "для", "после", "за"]);
        let clear = governed.is_some_and(|verb| !(verb..at).any(other));
        return clear.then_some(Form::Noun);
    }
    if page.is(at + 1, Tags::PEOPLE) && !page.words.get(at + 1).is_some_and(|word| word.capital)
        || goes_on(&["part"]) && page.says(at, &["took", "take", "takes", "taken"])
        || goes_on(&["place", "over", "into", "in", "away", "off", "участь", "участие", "полон", "плен"])
        || goes_on(&["у", "в", "на"]) && page.says(at + 2, &["полон", "плен", "себе", "себя"])
    {
        // «узяли вони»: who did it stands behind.
        if !(page.is(at + 1, Tags::PEOPLE) && !english && !page.is(at, Tags::LEAVE)) {
            return None;
        }
    }
    if english {
        // "the city has fallen to Russian forces"
        if page.says(at, &["fallen", "fell"]) {
            return Some(Form::Passive);
        }
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
    "is", "are", "was", "were", "be", "been", "now", "remains", "remain", "remained", "comes", "came", "come", "fell",
    "fallen", "passed", "still", "has", "have",
];

/// "lost control of".
pub(crate) fn lost_before(page: &Page<'_, '_>, first: usize, at: usize) -> bool {
    (first.max(at.saturating_sub(3))..at).any(|index| page.is(index, Tags::LOSE))
}

/// "it could not be said that": a denial of what follows.
pub(crate) fn not_to_be_said(page: &Page<'_, '_>, sentence: &Sentence, first: usize) -> bool {
    (sentence.first..first + 4).rev().take(10).any(|index| {
        page.says(index, &["said"]) && page.says(index.saturating_sub(1), &["be"])
            || page.says(index, &["сказати", "сказать", "говорити", "говорить"])
                && page.says(index.saturating_sub(1), &["можна", "нельзя", "можно"])
    }) && (sentence.first..first + 4)
        .rev()
        .take(12)
        .any(|index| page.is(index, Tags::NEGATION) || page.says(index, &["нельзя", "cannot"]))
}

/// "to take the town", "could hold", "if they captured": what has not happened.
pub(crate) fn is_unreal(page: &Page<'_, '_>, sentence: &Sentence, first: usize, at: usize) -> bool {
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
                "managed",
                "able",
                "forced",
                "continue",
                "continues",
                "had",
                "compelled",
                "failed",
                "продовжують",
                "продовжує",
                "продолжают",
                "продолжает",
                "вдалося",
                "змогли",
                "зуміли",
                "удалось",
                "смогли",
                "сумели",
                "довелося",
                "пришлось",
                "вынуждены",
                "змушені",
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
pub(crate) fn is_relative(page: &Page<'_, '_>, first: usize, at: usize) -> bool {
    let pronoun = |index: usize| {
        page.says(
            index,
            &[
                "which",
                "who",
                "whom",
                "whose",
                "where",
                "який",
                "яка",
                "яке",
                "які",
                "яку",
                "якого",
                "якої",
                "яким",
                "де",
                "который",
                "которая",
                "которое",
                "которые",
                "которую",
                "которого",
                "которой",
                "где",
                "when",
                "after",
                "before",
                "коли",
                "когда",
                "після",
                "после",
                "чий",
                "чьи",
            ],
        )
    };
    (first..at).take(3).any(pronoun)
        || at > first + 1
            && page.is(at - 1, Tags::PRONOUN)
            && (page.is(at - 2, Tags::TOWN) || page.name(at - 2).is_some())
}
