//! Which measure a figure is of, whose losses it counts, and whether it counts case by case.

use crate::counted::{Figure, Same};
use crate::lexicon::Tags;
use crate::noun::Counted;
use crate::page::{Page, Sentence};
use crate::scene::{Memory, Scene};
use crate::side::{self, Whose, enemy_of, own_of, owner};
use crate::speakers::Statement;
use crate::voice::Speaker;
use gainsay_claim::vocabulary::{MeasureId, SubjectId};

/// The measure of a figure, as the vocabulary has it.
pub(crate) fn measure(
    page: &Page<'_, '_>,
    memory: &Memory,
    figure: &Figure<'_>,
    speaker: Option<Speaker>,
) -> Option<MeasureId> {
    let find = |id: &str| page.raw.vocabulary.find_measure(id);
    let tags = figure.tags;
    let civilians = match figure.noun.counted {
        Counted::Things(measure) => return Some(measure),
        // The victims of a strike are civilians where the text has said so.
        Counted::People { civilians, .. } => {
            let known = memory.victims.is_some() && memory.victims == page.forces(Tags::CIVILIAN);
            civilians || known && figure.noun.anyone && figure.noun.whose.is_none()
        }
        _ => false,
    };
    let observed = speaker.is_some_and(|speaker| &*page.raw.vocabulary.source(speaker.source).entry.id == "un-ohchr");
    let (killed, wounded, captured, missing) =
        (tags.any(Tags::KILL), tags.any(Tags::WOUND), tags.any(Tags::CAPTURE), tags.any(Tags::MISS));
    if civilians || observed && figure.noun.whose.is_none() {
        return match (killed, wounded) {
            (true, true) => find("civilian-casualties"),
            (true, _) => find("civilians-killed"),
            // The UN counts with «постраждалі» the killed as well.
            _ if observed && tags.any(Tags::CASUALTY) => find("civilian-casualties"),
            (_, true) => find("civilians-injured"),
            _ if tags.any(Tags::CASUALTY) => find("civilian-casualties"),
            _ => None,
        };
    }
    let irretrievable = figure.predicate.is_some_and(|predicate| {
        (predicate.first.saturating_sub(3)..predicate.first).any(|index| page.is(index, Tags::IRRETRIEVABLE))
    });
    let losses = || find("personnel-losses");
    match (killed, wounded, captured, missing) {
        (true, true, false, false) => find("killed-and-wounded"),
        (true, true, ..) => find("losses"),
        (true, false, true, _) => find("killed-and-captured").or_else(losses),
        (true, ..) => find("killed"),
        (false, true, ..) => find("wounded"),
        (_, _, true, _) => find("captured"),
        (_, _, _, true) => find("missing"),
        // Third parties say "casualties" of the killed and the wounded; of the sides it renders "losses".
        _ if tags.any(Tags::CASUALTY) && speaker.is_some_and(|speaker| side::side_of(page, speaker).is_none()) => {
            find("killed-and-wounded")
        }
        _ if irretrievable => find("irretrievable-losses").or_else(losses),
        _ if memory.definition.is_some()
            && memory.definition == speaker.map(|speaker| speaker.source)
            && tags.any(Tags::LOSE.and(Tags::CASUALTY)) =>
        {
            find("killed-and-wounded")
        }
        _ => losses(),
    }
}

/// From the words to the subject of the vocabulary.
pub(crate) fn resolve(
    page: &Page<'_, '_>,
    sentence: &Sentence,
    whose: Whose,
    at: usize,
    speaker: Option<Speaker>,
) -> Option<SubjectId> {
    match whose {
        Whose::Subject(subject) => Some(subject),
        Whose::Enemy => enemy_of(page, speaker).or_else(|| {
            let ukrainian = page.language == gainsay_text::Language::Ukrainian && speaker.is_none();
            ukrainian.then(|| page.forces(Tags::RUSSIA)).flatten()
        }),
        Whose::Own => {
            let from = at.saturating_sub(20).max(sentence.first);
            let near = (from..at).rev().find_map(|index| match side::at(page, index)? {
                Whose::Subject(subject) if !side::is_place(page, index) => Some(subject),
                _ => None,
            });
            near.or_else(|| own_of(page, speaker))
        }
    }
}

/// Whose losses a figure counts.
pub(crate) fn subject(
    scene: &Scene<'_, '_, '_, '_>,
    memory: &Memory,
    figure: &Figure<'_>,
    speaker: Speaker,
) -> Option<SubjectId> {
    let page = scene.page;
    let sentence = &scene.sentence;
    let victims = memory.victims.filter(|victims| page.forces(Tags::CIVILIAN) == Some(*victims));
    match figure.noun.counted {
        Counted::People { civilians: true, .. } => return page.forces(Tags::CIVILIAN),
        Counted::People { .. } if figure.noun.anyone && figure.noun.whose.is_none() && victims.is_some() => {
            return victims;
        }
        _ => {}
    }
    // "About 10,000 more have been injured": of those of whom was spoken.
    let more = |index: usize| page.says(index, &["more", "another", "further", "ще", "еще", "інші", "другие"]);
    if figure.noun.whose.is_none()
        && let Some(last) = &memory.last
        && last.speaker.source == speaker.source
        && (more(figure.next) || (1..=2).any(|back| figure.first >= sentence.first + back && more(figure.first - back)))
    {
        return Some(last.subject);
    }
    if figure.noun.whose.is_none()
        && let Some(whose) = side_phrase(page, sentence, figure)
    {
        return resolve(page, sentence, whose, figure.first, Some(speaker));
    }
    if let (Some(Same::Whole), Some(last), None) = (figure.same, &memory.last, figure.noun.whose) {
        return Some(last.subject);
    }
    if let Some(whose) = figure.noun.whose {
        return resolve(page, sentence, whose, figure.first, Some(speaker));
    }
    if &*page.raw.vocabulary.source(speaker.source).entry.id == "un-ohchr" {
        return page.forces(Tags::CIVILIAN);
    }
    let owned = figure.predicate.and_then(|predicate| {
        let whose = owner(page, sentence, predicate, &scene.heard.statements)?;
        resolve(page, sentence, whose, predicate.first, Some(speaker))
    });
    // Another word of loss in the sentence may name the owner: "losses … put at 5,937 killed".
    let other = || {
        scene.predicates.iter().find_map(|predicate| {
            let whose = owner(page, sentence, predicate, &scene.heard.statements)?;
            resolve(page, sentence, whose, predicate.first, Some(speaker))
        })
    };
    let destroyed = figure.tags.any(Tags::DESTROY).then(|| enemy_of(page, Some(speaker))).flatten();
    let carried = memory.subject.filter(|subject| page.forces(Tags::CIVILIAN) != Some(*subject));
    // "Wagner had about 40,000 wounded": whoever stands before the figure in its clause.
    let participle = matches!(figure.noun.counted, Counted::People { fate, .. } if fate.any(Tags::KILL.and(Tags::WOUND)))
        && figure.predicate.is_none_or(|predicate| predicate.first >= figure.next);
    if owned.is_none() && participle {
        let from = figure.first.saturating_sub(8).max(sentence.first);
        let clause = (from..figure.first).rev().take_while(|index| !page.is(*index, Tags::SAY.and(Tags::EVENT)));
        let clause = clause.take_while(|index| {
            page.mark(*index).is_none_or(|mark| matches!(mark, '"' | '“' | '”' | '«' | '»' | '-'))
                && !page.is(*index, Tags::THAT)
        });
        let speaks = |index: usize| {
            scene.heard.statements.iter().any(|statement| statement.first <= index && index < statement.next)
        };
        let near = clause
            .filter(|index| !side::is_place(page, *index) && !speaks(*index))
            .find_map(|index| side::at(page, index));
        if let Some(whose) = near {
            return resolve(page, sentence, whose, figure.first, Some(speaker));
        }
    }
    // "Ukraine, they told the paper, has close to 70,000 killed"
    if owned.is_none()
        && participle
        && let Some(whose) = haver(page, sentence, figure, &scene.heard.statements)
    {
        return resolve(page, sentence, whose, figure.first, Some(speaker));
    }
    // "it had killed", "claimed to have killed": who speaks killed them.
    let active = figure
        .predicate
        .filter(|predicate| predicate.tags.any(Tags::KILL.and(Tags::WOUND)) && predicate.next <= figure.first)
        .is_some_and(|predicate| {
            let before = |back: usize, any: &[&str]| {
                predicate.first >= sentence.first + back && page.says(predicate.first - back, any)
            };
            before(1, &["it", "they", "have", "forces"])
                && (before(2, &["to", "its", "had"]) || before(1, &["it", "they"]))
                || before(1, &["had", "has"]) && before(2, &["it", "they", "forces", "army", "military"])
        });
    if active
        && owned.is_none()
        && let Some(enemy) = enemy_of(page, Some(speaker))
    {
        return Some(enemy);
    }
    let admitted = admits(scene, figure).then(|| own_of(page, Some(speaker))).flatten();
    // "put the army's dead at 5,937": whoever has an army speaks of it.
    let army = figure.predicate.is_some_and(|predicate| {
        predicate.first > sentence.first
            && page.is(predicate.first - 1, Tags::MILITARY)
            && page.words[predicate.first - 1].possessive
    });
    let admitted = admitted.or_else(|| army.then(|| own_of(page, Some(speaker))).flatten());
    let named = || {
        let whose = people_before(page, sentence, figure, &scene.heard.statements)?;
        resolve(page, sentence, whose, figure.first, Some(speaker))
    };
    let owned = owned.or_else(named);
    // "people" may be soldiers or not: where a town was struck, only the text can tell.
    let anyone = figure.noun.anyone && memory.event.is_some() && memory.victims.is_none();
    let carried = carried.filter(|_| !anyone);
    let found = owned.or(admitted).or_else(other).or(memory.victims).or(carried);
    // «российские военные сбили»: the side that destroys speaks of what the other lost.
    if destroyed.is_some() && !figure.tags.any(Tags::LOSE) && found.is_some() && found == own_of(page, Some(speaker)) {
        return destroyed;
    }
    found.or(destroyed).or(memory.headline.filter(|_| !anyone))
}

/// "on the Ukrainian side", «для російської сторони»: the last one before the figure, or right behind it.
fn side_phrase(page: &Page<'_, '_>, sentence: &Sentence, figure: &Figure<'_>) -> Option<Whose> {
    let from = figure.first.saturating_sub(20).max(sentence.first);
    let named = |index: usize| {
        page.says(index + 1, &["side", "side's", "стороне", "стороны", "сторони", "стороні", "боці", "сторону"])
            .then(|| {
                if page.is(index, Tags::POSSESSIVE) || page.says(index, &["own"]) {
                    Some(Whose::Own)
                } else {
                    side::at(page, index)
                }
            })
            .flatten()
            .or_else(|| {
                // «на стороне Украины», «на боці України», «у противника», "among the Russians"
                let opens = page.says(index, &["стороне", "стороны", "боці", "сторони", "стороні"])
                    || page.says(index, &["у", "среди", "серед", "among"])
                        && page.is(index + 1, Tags::ENEMY.and(Tags::PEOPLE))
                    // "for Wagner the ministry gives 20,000 killed"
                    || page.says(index, &["for", "для"]) && page.meaning(index + 1).speaker.is_none();
                opens.then(|| side::at(page, index + 1)).flatten()
            })
    };
    let before = (from..figure.first).rev().find_map(named);
    let behind = (figure.next..(figure.next + 8).min(sentence.next)).take_while(|index| page.mark(*index).is_none());
    before.or_else(|| behind.filter(|index| !page.says(*index, &["for", "для"])).find_map(named))
}

/// «Украинских солдат, если верить генералу, погибло 14 тысяч»: the people of a side before the figure.
fn people_before(
    page: &Page<'_, '_>,
    sentence: &Sentence,
    figure: &Figure<'_>,
    statements: &[Statement],
) -> Option<Whose> {
    let numbers = page.within(&page.numbers, sentence);
    let before = numbers.iter().rev().find(|number| number.next <= figure.first).map_or(0, |number| number.next);
    let from = figure.first.saturating_sub(16).max(sentence.first).max(before);
    let speaks = |index: usize| statements.iter().any(|it| it.first <= index && index < it.next);
    (from..figure.first)
        .rev()
        .take_while(|index| !page.is(*index, Tags::EVENT) && page.mark(*index) != Some(';'))
        .filter(|index| !speaks(*index) && !side::is_place(page, *index))
        .find_map(|index| {
            let whose = side::at(page, index)?;
            let people = page.is(index, Tags::PEOPLE) || page.is(index + 1, Tags::PEOPLE.and(Tags::MILITARY));
            (whose == Whose::Enemy || people).then_some(whose)
        })
}

/// Who "has" so many killed: the side before the verb, whatever two commas enclose between.
fn haver(page: &Page<'_, '_>, sentence: &Sentence, figure: &Figure<'_>, statements: &[Statement]) -> Option<Whose> {
    let near = figure.first.saturating_sub(3).max(sentence.first);
    let verb = (near..figure.first).rev().find(|index| page.is(*index, Tags::PERFECT))?;
    let from = verb.saturating_sub(12).max(sentence.first);
    let mut index = verb;
    while index > from {
        index -= 1;
        if page.mark(index) == Some(',') {
            index = (from..index).rev().find(|at| page.mark(*at) == Some(','))?;
            continue;
        }
        let speaks =
            statements.iter().any(|it| it.first <= index && index < it.next && it.at < verb && it.first != from);
        if let Some(whose) = side::at(page, index).filter(|_| !side::is_place(page, index) && !speaks) {
            return Some(whose);
        }
    }
    None
}

/// "Moscow acknowledged the deaths of 89 soldiers": whoever admits speaks of their own.
fn admits(scene: &Scene<'_, '_, '_, '_>, figure: &Figure<'_>) -> bool {
    let page = scene.page;
    scene.statement(figure.first).is_some_and(|statement| page.is(statement.at, Tags::ADMIT))
        || scene.heard.statements.is_empty() && page.any(&scene.sentence, Tags::ADMIT)
}

/// Whether the figure counts only what was verified one by one.
pub(crate) fn is_documented(scene: &Scene<'_, '_, '_, '_>, speaker: Speaker, figure: &Figure<'_>) -> bool {
    let page = scene.page;
    let id = &*page.raw.vocabulary.source(speaker.source).entry.id;
    let counts = matches!(id, "mediazona" | "oryx" | "ualosses" | "bbc" | "un-ohchr");
    let verified = || {
        page.tagged(&scene.sentence, Tags::DOCUMENTED).any(|index| page.distance(index, figure.first) <= 20)
            && side::side_of(page, speaker).is_none()
            && page.any(&scene.sentence, Tags::NAME)
    };
    if !counts && !verified() {
        return false;
    }
    let near = |index: &usize| page.distance(*index, figure.first) <= 24;
    // An estimate goes beyond what is documented.
    let estimated = (scene.sentence.first..scene.sentence.next).filter(near).any(|index| {
        page.says(
            index,
            &[
                "estimate",
                "estimates",
                "estimated",
                "probably",
                "оцінюють",
                "оцінкою",
                "оценивают",
                "оценке",
                "ймовірно",
                "вероятно",
                "true",
                "actual",
                "real",
            ],
        )
    });
    !estimated || id == "oryx"
}
