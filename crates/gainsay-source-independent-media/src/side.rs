//! Whose losses: a side named beside the figure, the owner of a loss, the enemy of who speaks.

use crate::lexicon::Tags;
use crate::page::{Page, Sentence};
use crate::speakers::Statement;
use crate::voice::Speaker;
use gainsay_claim::vocabulary::SubjectId;

/// Whose, as the words say it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Whose {
    Subject(SubjectId),
    /// "the enemy's": it depends on who speaks.
    Enemy,
    /// "its", of who speaks.
    Own,
}

/// A verb or noun of loss, or several that belong together: "killed and wounded".
#[derive(Clone, Copy, Debug)]
pub(crate) struct Predicate {
    pub first: usize,
    pub next: usize,
    pub tags: Tags,
}

pub(crate) const PREDICATES: Tags = Tags::KILL
    .and(Tags::WOUND)
    .and(Tags::LOSE)
    .and(Tags::CASUALTY)
    .and(Tags::DESTROY)
    .and(Tags::CAPTURE)
    .and(Tags::MISS);
const FATES: Tags = Tags::KILL.and(Tags::WOUND).and(Tags::CAPTURE).and(Tags::MISS);

/// The words of loss of a sentence.
pub(crate) fn predicates(page: &Page<'_, '_>, sentence: &Sentence) -> Vec<Predicate> {
    let mut found: Vec<Predicate> = Vec::new();
    for index in page.tagged(sentence, PREDICATES) {
        let mut tags = page.tags[index].only(PREDICATES);
        let measure = page.name(index).is_some_and(|name| name.means.measure.is_some() || name.means.place.is_some());
        let idiom = page.says(index, &["shot"]) && !page.says(index + 1, &["down"])
            || page.says(index, &["knocked"]) && !page.says(index + 1, &["out"])
            || page.says(index, &["lost"]) && page.says(index + 1, &["ground", "control", "touch"])
            || page.says(index, &["deadly", "dead"]) && page.says(index + 1, &["line", "end", "attack", "strike"]);
        if measure || idiom {
            continue;
        }
        // "lost their lives"
        if tags.any(Tags::LOSE)
            && page.says(index + 1, &["their", "his", "her"])
            && page.says(index + 2, &["lives", "life"])
        {
            tags = Tags::KILL;
        }
        // "cost 15,000 soldiers their lives", «стоила жизни 15 тысячам»
        let cost = page.says(
            index,
            &[
                "cost",
                "costs",
                "коштував",
                "коштувала",
                "коштувало",
                "коштували",
                "стоил",
                "стоила",
                "стоило",
                "стоили",
            ],
        );
        if cost
            && (index + 1..(index + 9).min(sentence.next))
                .any(|at| page.says(at, &["lives", "life", "життя", "жизни", "жизнь"]))
        {
            tags = Tags::KILL;
        }
        // «з пораненими разом»: the wounded are counted with the dead.
        let with = index > sentence.first
            && page
                .says(index - 1, &["з", "із", "с", "with", "including", "counting", "включно", "рахуючи", "учитывая"]);
        if tags.any(Tags::WOUND) && with && page.says(index + 1, &["разом", "вместе", "together", "included"])
        {
            tags = tags.and(Tags::KILL);
        }
        if let Some(last) = found.last_mut()
            && tags.any(FATES.and(Tags::CASUALTY))
            && last.tags.any(FATES)
            && belongs(page, last.next, index)
        {
            last.tags = last.tags.and(tags);
            last.next = index + 1;
            continue;
        }
        found.push(Predicate { first: index, next: index + 1, tags });
    }
    without_bearers(page, &mut found);
    found
}

/// Drops the verb of "suffered injuries", «зазнали поранень»: the noun tells what was suffered.
fn without_bearers(page: &Page<'_, '_>, found: &mut Vec<Predicate>) {
    let wounds: Vec<usize> =
        found.iter().filter(|predicate| predicate.tags.any(Tags::WOUND)).map(|predicate| predicate.first).collect();
    found.retain(|predicate| {
        let bears = predicate.tags == Tags::LOSE
            && page.says(
                predicate.first,
                &["suffered", "sustained", "зазнав", "зазнала", "зазнало", "зазнали", "понесли"],
            );
        !(bears && wounds.iter().any(|wound| page.distance(*wound, predicate.first) <= 14))
    });
}

/// Whether only words that join stand between.
fn belongs(page: &Page<'_, '_>, from: usize, to: usize) -> bool {
    to - from <= 4
        && (from..to).all(|index| {
            page.mark(index).is_some_and(|mark| matches!(mark, ',' | '/' | '"' | '“' | '”'))
                || page.says(
                    index,
                    &[
                        "and",
                        "or",
                        "та",
                        "і",
                        "й",
                        "и",
                        "или",
                        "або",
                        "чи",
                        "as",
                        "well",
                        "the",
                        "in",
                        "action",
                        "зниклих",
                        "без",
                        "вести",
                        "безвісти",
                        "взято",
                        "взятых",
                        "в",
                        "у",
                        "also",
                        "также",
                        "gravely",
                        "seriously",
                        "badly",
                        "тяжело",
                        "важко",
                        "тяжко",
                    ],
                )
        })
        && page.goes_on(to)
}

/// The side that a word names.
pub(crate) fn at(page: &Page<'_, '_>, index: usize) -> Option<Whose> {
    let tags = page.tags.get(index)?;
    if let Some(name) = page.name(index) {
        if let Some(subject) = name.means.subject.filter(|_| name.means.speaker.is_none()) {
            let human = page.raw.vocabulary.subject(subject);
            return (&*human.entry.id != "vladimir-putin").then_some(Whose::Subject(subject));
        }
        if name.means.speaker.is_some() || name.means.measure.is_some() {
            return None;
        }
        // "Wagner" names those who fight as well as those who speak.
        let source = name.means.source.map(|source| &*page.raw.vocabulary.source(source).entry.id);
        if let Some(subject) = source.and_then(|id| page.raw.vocabulary.find_subject(id)) {
            return Some(Whose::Subject(subject));
        }
    }
    if tags.any(Tags::ENEMY) {
        return Some(Whose::Enemy);
    }
    if tags.any(Tags::OCCUPIER) {
        return page.forces(Tags::RUSSIA).map(Whose::Subject);
    }
    page.forces(tags.only(Tags::RUSSIA.and(Tags::UKRAINE).and(Tags::CIVILIAN))).map(Whose::Subject)
}

/// The forces that fight those of a speaker.
pub(crate) fn enemy_of(page: &Page<'_, '_>, speaker: Option<Speaker>) -> Option<SubjectId> {
    match speaker.and_then(|speaker| side_of(page, speaker)) {
        Some(side) if side == Tags::UKRAINE => page.forces(Tags::RUSSIA),
        Some(_) => page.forces(Tags::UKRAINE),
        None => None,
    }
}

/// The forces of a speaker's own side.
pub(crate) fn own_of(page: &Page<'_, '_>, speaker: Option<Speaker>) -> Option<SubjectId> {
    let speaker = speaker?;
    let id = &*page.raw.vocabulary.source(speaker.source).entry.id;
    if id == "wagner"
        && let Some(subject) = page.raw.vocabulary.find_subject("wagner")
    {
        return Some(subject);
    }
    side_of(page, speaker).and_then(|side| page.forces(side))
}

/// The side to which a speaker belongs.
pub(crate) fn side_of(page: &Page<'_, '_>, speaker: Speaker) -> Option<Tags> {
    let vocabulary = page.raw.vocabulary;
    let lies_in = |whole: &str| {
        vocabulary.find_source(whole).is_some_and(|whole| vocabulary.source_contains(whole, speaker.source))
    };
    let id = &*vocabulary.source(speaker.source).entry.id;
    if lies_in("ukraine") {
        Some(Tags::UKRAINE)
    } else if lies_in("russia") || matches!(id, "wagner" | "dpr-lpr-authorities") {
        Some(Tags::RUSSIA)
    } else {
        None
    }
}

/// Whose losses a verb or noun of loss speaks of.
pub(crate) fn owner(
    page: &Page<'_, '_>,
    sentence: &Sentence,
    predicate: &Predicate,
    statements: &[Statement],
) -> Option<Whose> {
    let speaks = |index: usize| {
        statements
            .iter()
            .any(|statement| statement.first <= index && index < statement.next && statement.first < statement.next)
    };
    let from = predicate.first.saturating_sub(4).max(sentence.first);
    for index in (from..predicate.first).rev() {
        if page.mark(index).is_some_and(|mark| !is_quote(mark)) {
            break;
        }
        if page.is(index, Tags::POSSESSIVE) {
            return Some(Whose::Own);
        }
        if is_agent(page, index) {
            continue;
        }
        let beside = predicate.first - index <= 2 || page.words[index].possessive;
        if let Some(whose) = at(page, index).filter(|_| beside && !is_place(page, index)) {
            return Some(whose);
        }
    }
    let mut index = predicate.next;
    while index < (predicate.next + 5).min(sentence.next) && page.goes_on(index) {
        if page.mark(index).is_some_and(|mark| !is_quote(mark)) {
            break;
        }
        if page.says(index, &["нас", "us", "ours"]) {
            return Some(Whose::Own);
        }
        if let Some(whose) = at(page, index).filter(|_| !is_place(page, index) && !speaks(index)) {
            if !is_agent(page, index) {
                return Some(whose);
            }
            // "killed in a Russian strike": the other side's.
            return opposite(page, whose);
        }
        index += 1;
    }
    if !predicate.tags.any(Tags::LOSE.and(Tags::CASUALTY)) {
        return None;
    }
    // Who lost: the nearest side before the verb, else behind it.
    let near = |indexes: &mut dyn Iterator<Item = usize>| {
        indexes.filter(|index| !speaks(*index) && !is_place(page, *index)).find_map(|index| at(page, index))
    };
    near(&mut (sentence.first.max(predicate.first.saturating_sub(25))..predicate.first).rev())
        .or_else(|| near(&mut (predicate.next..sentence.next.min(predicate.next + 14))))
}

fn is_quote(mark: char) -> bool {
    matches!(mark, '"' | '“' | '”' | '«' | '»' | '„')
}

/// "a Russian strike", "Ukraine's attack": who did it, and not whom it befell.
fn is_agent(page: &Page<'_, '_>, index: usize) -> bool {
    let next = page.name(index).map_or(index + 1, |name| name.next);
    (next..next + 3)
        .take_while(|index| page.mark(*index).is_none() && page.goes_on(*index))
        .any(|index| page.is(index, Tags::EVENT))
}

/// The forces on the other side of a fight.
fn opposite(page: &Page<'_, '_>, whose: Whose) -> Option<Whose> {
    let Whose::Subject(subject) = whose else { return None };
    let russian = page.forces(Tags::RUSSIA)?;
    let vocabulary = page.raw.vocabulary;
    let other = if vocabulary.subject_contains(russian, subject) { Tags::UKRAINE } else { Tags::RUSSIA };
    page.forces(other).map(Whose::Subject)
}

/// "in Ukraine", «на Украине», "Russian-held": where, and not whose.
pub(crate) fn is_place(page: &Page<'_, '_>, index: usize) -> bool {
    let first = page.name(index).map_or(index, |name| name.first);
    let next = page.name(index).map_or(index + 1, |name| name.next);
    let somewhere = first > 0
        && page.goes_on(first)
        && page.says(
            first - 1,
            &[
                "in",
                "into",
                "near",
                "across",
                "over",
                "to",
                "в",
                "у",
                "на",
                "во",
                "по",
                "with",
                "against",
                "проти",
                "против",
                "з",
                "с",
            ],
        )
        && page.meaning(index).subject.is_none();
    let region = page.is(next, Tags::WAR)
        || page.says(
            next,
            &[
                "region",
                "oblast",
                "city",
                "border",
                "territory",
                "області",
                "область",
                "области",
                "president",
                "leader",
                "invasion",
                "air",
                "officials",
                "defence",
                "defense",
            ],
        )
        || matches!(page.mark(next), Some('-'))
            && page.words.get(next + 1).is_some_and(|word| word.gap == crate::words::Gap::Glued);
    somewhere || region || page.is(next, Tags::PRESIDENT)
}
