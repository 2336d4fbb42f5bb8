//! What a figure counts, with the word of loss that goes with it.

use crate::header::{bare, tied};
use crate::lexicon::Tags;
use crate::noun::{Counted, Noun};
use crate::scene::{Memory, Scene};
use crate::side::{PREDICATES, Predicate};
use crate::voice::Speaker;
use gainsay_claim::CountValue;

/// A figure on its way to a claim.
pub(crate) struct Figure<'s> {
    pub first: usize,
    pub next: usize,
    pub noun: Noun,
    pub value: CountValue,
    pub predicate: Option<&'s Predicate>,
    pub tags: Tags,
    /// How it stands to the figure before, where that tells what it counts.
    pub same: Option<Same>,
}

/// How a figure stands to the one before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Same {
    /// Another figure of the same: "the number was".
    Whole,
    /// "of whom 8,709 were killed": of the same days, of the same source.
    Part,
    /// "27 systems (34,901)": the total of the same.
    Total,
}

/// Ties a figure to what it counts and to the word of loss that goes with it; nothing where it is no figure of losses.
pub(crate) fn counted<'s>(
    scene: &'s Scene<'_, '_, '_, '_>,
    memory: &Memory,
    first: usize,
    next: usize,
    mut noun: Noun,
    value: CountValue,
) -> Option<Figure<'s>> {
    let page = scene.page;
    let nearest = |wanted: Tags, reach: u32| {
        let distance = |predicate: &&Predicate| {
            if predicate.first >= next {
                page.distance(predicate.first, next)
            } else {
                page.distance(predicate.next, first) + 1
            }
        };
        scene
            .predicates
            .iter()
            .filter(|predicate| predicate.tags.any(wanted))
            .min_by_key(distance)
            .filter(|predicate| distance(predicate) <= reach)
    };
    let (predicate, tags) = match noun.counted {
        Counted::Other => return tied(scene, memory, first, next, noun, value),
        Counted::Names => {
            let added = (scene.sentence.first..scene.sentence.next).any(|index| {
                page.says(index, &["added", "додали", "додано", "добавили", "добавлены", "пополнили", "поповнили"])
                    || index + 3 > first
                        && index <= next + 1
                        && page.says(index, &["new", "more", "нових", "новых", "ще", "еще"])
            });
            let listed = scene.speaker(first).is_some_and(|speaker| keeps_names(scene, speaker));
            let documented = (page.any(&scene.sentence, Tags::KILL) || listed) && !added;
            noun.counted = Counted::People { civilians: false, fate: Tags::KILL };
            (nearest(Tags::KILL, 60), if documented { Tags::KILL } else { return None })
        }
        Counted::Things(_) => {
            let own = nearest(Tags::LOSE.and(Tags::DESTROY), 200);
            let last = memory.last.as_ref().filter(|last| {
                matches!(last.counted, Counted::Things(_)) && scene.sentence.paragraph <= last.paragraph + 1
            });
            let carried =
                memory.predicate.and(last.map_or(Tags::NONE, |last| last.tags)).only(Tags::LOSE.and(Tags::DESTROY));
            let goes_on = page.any(&scene.sentence, Tags::ALSO) || scene.heard.statements.is_empty();
            // Another source's figure of what was spoken of as lost.
            let rival = matches!(noun.counted, Counted::Things(measure) if memory.lost.contains(&measure))
                && !scene.heard.statements.is_empty();
            let carried = match (goes_on, rival) {
                (true, _) => carried,
                (false, true) => Tags::DESTROY,
                (false, false) => Tags::NONE,
            };
            let tags = own.map_or(carried, |predicate| predicate.tags);
            (own, tags)
        }
        // "44 of them were shot down": a part of things is no measure, nor is a part of nothing.
        Counted::People { .. }
            if noun.part
                && !memory.last.as_ref().is_some_and(|last| matches!(last.counted, Counted::People { .. })) =>
        {
            return None;
        }
        Counted::People { fate, .. } => {
            let own = nearest(PREDICATES, 75);
            let fated = (!fate.is_none())
                .then(|| {
                    scene
                        .predicates
                        .iter()
                        .find(|predicate| predicate.first >= next.saturating_sub(1) && predicate.first <= noun.next)
                })
                .flatten();
            // "200,000 soldiers, killed and wounded"
            let apposed = scene.predicates.iter().find(|predicate| {
                predicate.tags.any(Tags::KILL.and(Tags::WOUND))
                    && predicate.first >= noun.next
                    && predicate.first <= noun.next + 2
            });
            let before = scene.predicates.iter().find(|predicate| {
                predicate.next <= first
                    && first - predicate.next <= 1
                    && predicate.tags.any(Tags::KILL.and(Tags::WOUND))
            });
            let predicate = fated.or(before).or(apposed).or(own);
            let refers = noun.part
                || page.any(&scene.sentence, Tags::POSSESSIVE)
                || page.tagged(&scene.sentence, Tags::FUNCTION).any(|index| page.says(index, &["це", "это"]));
            let tags = match predicate {
                Some(predicate) => predicate.tags.and(fate),
                None if !fate.is_none() => fate,
                None if refers => memory.predicate,
                None => Tags::NONE,
            };
            (predicate, tags)
        }
        Counted::Bare => return bare(scene, memory, first, next, noun, value),
    };
    let same = noun.part.then_some(Same::Part);
    (!tags.is_none()).then_some(Figure { first, next, noun, value, predicate, tags, same })
}

/// Whether a speaker counts the dead by their names.
fn keeps_names(scene: &Scene<'_, '_, '_, '_>, speaker: Speaker) -> bool {
    matches!(&*scene.page.raw.vocabulary.source(speaker.source).entry.id, "mediazona" | "bbc" | "ualosses")
}
