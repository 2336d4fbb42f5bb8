//! What a figure counts, with the word of loss that goes with it.

use crate::lexicon::Tags;
use crate::noun::{Counted, Noun};
use crate::scene::{Memory, Scene};
use crate::side::{self, PREDICATES, Predicate};
use gainsay_claim::{Count, CountValue};

/// A figure on its way to a claim.
pub(crate) struct Figure<'s> {
    pub first: usize,
    pub next: usize,
    pub noun: Noun,
    pub value: CountValue,
    pub predicate: Option<&'s Predicate>,
    pub tags: Tags,
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
        Counted::Other => return None,
        Counted::Names => {
            let added = (scene.sentence.first..scene.sentence.next).any(|index| {
                page.says(index, &["added", "додали", "додано", "добавили", "добавлены", "пополнили", "поповнили"])
            });
            let documented = page.any(&scene.sentence, Tags::KILL) && !added;
            noun.counted = Counted::People { civilians: false, fate: Tags::KILL };
            (nearest(Tags::KILL, 60), if documented { Tags::KILL } else { return None })
        }
        Counted::Things(_) => {
            let own = nearest(Tags::LOSE.and(Tags::DESTROY), 200);
            let carried = memory.predicate.only(Tags::LOSE.and(Tags::DESTROY));
            let goes_on = page.any(&scene.sentence, Tags::ALSO) || scene.heard.statements.is_empty();
            let tags = own.map_or(if goes_on { carried } else { Tags::NONE }, |predicate| predicate.tags);
            (own, tags)
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
        Counted::Bare => return bare(scene, first, next, noun, value),
    };
    (!tags.is_none()).then_some(Figure { first, next, noun, value, predicate, tags })
}

/// A figure with nothing behind it: what it counts stands before it.
pub(crate) fn bare<'s>(
    scene: &'s Scene<'_, '_, '_, '_>,
    first: usize,
    next: usize,
    mut noun: Noun,
    value: CountValue,
) -> Option<Figure<'s>> {
    let page = scene.page;
    let from = first.saturating_sub(16).max(scene.sentence.first);
    let loss = Tags::LOSE.and(Tags::DESTROY);
    let numbered = |from: usize, to: usize| page.numbers.iter().any(|number| from < number.first && number.first < to);
    // Things before the figure: «беспилотников — 413», "the tanks knocked out numbered 2,049".
    let thing = page
        .names
        .iter()
        .rev()
        .skip_while(|name| name.first >= first)
        .take_while(|name| name.first >= from)
        .find(|name| name.means.measure.is_some() && page.distance(name.next, first) <= 16);
    let lost = scene
        .predicates
        .iter()
        .filter(|predicate| predicate.tags.any(loss))
        .min_by_key(|predicate| page.distance(predicate.first, first));
    if let (Some(name), Some(predicate)) = (thing, lost)
        && !numbered(name.first, first)
        && let Some(measure) = name.means.measure
    {
        noun.counted = Counted::Things(measure);
        noun.whose = (name.first.saturating_sub(2).max(scene.sentence.first)..name.first)
            .rev()
            .find_map(|index| side::at(page, index))
            .or(noun.whose);
        return Some(Figure { first, next, noun, value, predicate: Some(predicate), tags: predicate.tags });
    }
    // "and 1,597 were wounded"
    let helps = |index: usize| {
        page.says(index, &["were", "was", "had", "have", "been", "has", "more", "others", "було", "были", "ще", "еще"])
    };
    // "A further 180,000, it believes, were wounded": what stands between two commas is passed over.
    let closing = (next + 1..(next + 7).min(scene.sentence.next)).find(|index| page.mark(*index) == Some(','));
    let from_here = match closing.filter(|_| page.mark(next) == Some(',')) {
        Some(comma) => comma + 1,
        None => next,
    };
    let near = |predicate: &&Predicate| {
        predicate.first >= from_here
            && predicate.first - from_here <= 3
            && (from_here..predicate.first).all(|index| helps(index) || page.is(index, Tags::LOSE))
    };
    let fates = Tags::KILL.and(Tags::WOUND).and(Tags::CAPTURE).and(Tags::MISS);
    let behind = scene.predicates.iter().filter(near).find(|predicate| predicate.tags.any(fates));
    if let Some(predicate) = behind {
        noun.counted = Counted::People { civilians: false, fate: Tags::NONE };
        return Some(Figure { first, next, noun, value, predicate: Some(predicate), tags: predicate.tags });
    }
    // Losses before it: "losses passed 20,000", «з пораненими разом їх до 500 000».
    let wanted = Tags::LOSE.and(Tags::CASUALTY).and(Tags::KILL).and(Tags::WOUND);
    let predicate = scene
        .predicates
        .iter()
        .filter(|predicate| {
            predicate.tags.any(wanted)
                && (predicate.next <= first && !numbered(predicate.next, first)
                    || predicate.first >= next && page.distance(next, predicate.first) <= 3)
        })
        .min_by_key(|predicate| page.distance(predicate.first, first))
        .filter(|predicate| page.distance(predicate.first, first) <= 22)?;
    // A number of something else, of rounds or of times, is small.
    let small = value.upper_figure() < Count::whole(50) && predicate.next <= first;
    let things_lost = page.names.iter().any(|name| {
        name.means.measure.is_some() && name.first + 2 >= predicate.first && name.first <= predicate.next + 2
    });
    if small || things_lost {
        return None;
    }
    let civilians = (predicate.first.saturating_sub(3).max(scene.sentence.first)..first)
        .any(|index| page.is(index, Tags::CIVILIAN));
    noun.counted = Counted::People { civilians, fate: Tags::NONE };
    Some(Figure { first, next, noun, value, predicate: Some(predicate), tags: predicate.tags })
}
