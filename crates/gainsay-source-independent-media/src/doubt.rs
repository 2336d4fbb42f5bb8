//! Figures that are no claim of losses: denied, supposed, of troops that were not lost, or parts of a whole.

use crate::counted::Figure;
use crate::lexicon::Tags;
use crate::page::{Page, Sentence};
use crate::scene::Scene;
use crate::side::PREDICATES;

/// "Neither 300,000 nor 150,000 had died", "did not lose 500".
pub(crate) fn is_denied(page: &Page<'_, '_>, sentence: &Sentence, figure: &Figure<'_>) -> bool {
    let before = |index: usize, reach: usize| {
        (1..=reach).any(|back| {
            index >= sentence.first + back
                && page.is(index - back, Tags::NEGATION)
                && !page.says(index - back, &["without", "без", "none", "no"])
        })
    };
    before(figure.first, 2)
        || figure
            .predicate
            .is_some_and(|predicate| before(predicate.first, 2) && predicate.tags.any(PREDICATES.without(Tags::MISS)))
}

/// "could lose up to 500", «може втратити», "if 500 died", plans and forecasts.
pub(crate) fn is_supposed(page: &Page<'_, '_>, sentence: &Sentence, figure: &Figure<'_>) -> bool {
    let anchor = figure.predicate.map_or(figure.first, |predicate| predicate.first);
    let modal = |index: usize| {
        let from = index.saturating_sub(5).max(sentence.first);
        let clause = (from..index).rev().take_while(|at| page.mark(*at).is_none());
        clause.filter(|at| page.is(*at, Tags::MODAL)).any(|at| {
            let past = page.says(at + 1, &["have", "be", "well"]) && page.says(at + 1, &["have"])
                || page.says(at, &["мали", "мав", "має", "могли", "могло", "мог", "міг"]);
            !(past || page.says(at, &["may"]) && page.words[at].capital)
        })
    };
    let supposed = page.tagged(sentence, Tags::IF).any(|at| {
        at < figure.first
            && page.distance(at, figure.first) <= 24
            && !page.says(at, &["чи", "ли", "whether"])
            && !page.says(at + 1, &["рахувати", "считать", "counted", "any", "верить", "вірити"])
            && !(at + 1..at + 7).any(|index| page.says(index, &["believed"]))
    });
    modal(anchor) || supposed
}

/// Populations, garrisons, troops on the move, prisoners exchanged.
pub(crate) fn is_strength(scene: &Scene<'_, '_, '_, '_>, figure: &Figure<'_>) -> bool {
    let page = scene.page;
    let near = |tags: Tags, reach: u32| {
        page.tagged(&scene.sentence, tags).any(|index| page.distance(index, figure.first) <= reach)
    };
    let lost = figure.predicate.map_or(u32::MAX, |predicate| page.distance(predicate.first, figure.first));
    if figure.tags.any(Tags::CAPTURE) && !figure.tags.any(Tags::KILL) && near(Tags::EXCHANGE, 40) {
        return true;
    }
    // "an army of 202,000"
    let strong_of = figure.first > scene.sentence.first + 1
        && page.says(figure.first - 1, &["of", "з", "в", "из"])
        && page.says(figure.first - 2, &["army", "force", "contingent", "group", "garrison", "grouping"]);
    if strong_of {
        return true;
    }
    let before_war = (figure.next..(figure.next + 10).min(scene.sentence.next)).any(|index| {
        (1..=2).any(|step| page.is(index + step, Tags::WAR)) && page.says(index, &["before", "до", "перед"])
    });
    // «получили ранения»: whoever gets a wound got nothing else.
    let hurt = |index: usize| {
        page.is(index + 1, Tags::WOUND) || index > scene.sentence.first && page.is(index - 1, Tags::WOUND)
    };
    let strong = page.tagged(&scene.sentence, Tags::STRENGTH).filter(|index| !hurt(*index));
    let strong = strong.map(|index| page.distance(index, figure.first)).min();
    before_war && lost > 6 || strong.is_some_and(|strong| strong <= 10 && strong < lost)
}

/// Figures of a region, of occupied parts, of a kind of weapon, of women or children.
pub(crate) fn is_breakdown(page: &Page<'_, '_>, sentence: &Sentence, figure: &Figure<'_>) -> bool {
    // Up to the figures on both sides.
    let numbers = page.within(&page.numbers, sentence);
    let from =
        numbers.iter().rev().find(|number| number.next <= figure.first).map_or(sentence.first, |number| number.next);
    let to = numbers.iter().find(|number| number.first >= figure.next).map_or(sentence.next, |number| number.first);

    let region = page.names_in(sentence).iter().any(|name| {
        let place = name.means.place.map(|place| &*page.raw.vocabulary.place(place).entry.id);
        place.is_some_and(|place| place.ends_with("-oblast") || place == "donbas") && name.means.source.is_none()
    });
    let part = (from..to).any(|index| {
        page.says(
            index,
            &[
                "explosive",
                "mines",
                "children",
                "women",
                "men",
                "occupied",
                "controlled",
                "діти",
                "дітей",
                "дети",
                "детей",
                "жінок",
                "женщин",
                "boys",
                "girls",
                "territory",
                "regions",
                "підконтрольній",
                "окупованій",
            ],
        )
    });
    region || part
}
