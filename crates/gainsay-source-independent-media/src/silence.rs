//! Refusals to give a figure, and figures said to be lower or higher than another's.

use crate::draft::Writer;
use crate::lexicon::Tags;
use crate::scene::{Memory, Scene};
use crate::side::{Predicate, own_of, owner};
use crate::time::FIRST_DAY;
use gainsay_claim::Comparison;
use gainsay_claim::draft::{DraftPeriod, DraftValue};

/// Reads what a sentence refuses to say, and what it only compares.
pub(crate) fn silences<'a>(scene: &Scene<'_, '_, 'a, '_>, memory: &Memory, writer: &mut Writer<'a>) {
    if scene.predicates.is_empty() {
        return;
    }
    undisclosed(scene, memory, writer);
    compared(scene, writer);
}

/// "How many were hurt he would not disclose", «про те, скільки поранено, він промовчав».
fn undisclosed<'a>(scene: &Scene<'_, '_, 'a, '_>, memory: &Memory, writer: &mut Writer<'a>) {
    let page = scene.page;
    let sentence = &scene.sentence;
    if !page.any(sentence, Tags::REFUSE.and(Tags::NEGATION).and(Tags::CONTINUES).and(Tags::ALSO)) {
        return;
    }
    let counted =
        page.within(&page.numbers, sentence).iter().any(|number| number.what.low >= gainsay_text::Figure::whole(20));
    let Some(at) = (sentence.first..sentence.next).find(|index| refuses(scene, *index)).filter(|_| !counted) else {
        return;
    };
    let asked = page.any(sentence, Tags::HOW_MANY)
        || (sentence.first..sentence.next).any(|index| {
            page.says(
                index,
                &[
                    "many",
                    "number",
                    "numbers",
                    "losses",
                    "casualties",
                    "toll",
                    "кількість",
                    "число",
                    "количество",
                    "втрати",
                    "потери",
                    "втрат",
                    "потерь",
                ],
            )
        });
    // A silence that has lasted long is the outlet's remark and no refusal.
    let long = (sentence.first..sentence.next).any(|index| {
        page.says(
            index,
            &[
                "since",
                "once",
                "rarely",
                "ever",
                "досі",
                "доти",
                "того",
                "раніше",
                "давно",
                "ранее",
                "пор",
                "never",
                "seldom",
                "yet",
                "where",
                "звідки",
                "откуда",
            ],
        )
    });
    if !asked || long {
        return;
    }
    let Some(speaker) = scene.speaker(at) else { return };
    let Some(as_of) = scene.as_of(speaker) else { return };
    for predicate in &scene.predicates {
        let whose = owner(page, sentence, predicate, &scene.heard.statements);
        let owned =
            whose.and_then(|whose| crate::meaning::resolve(page, sentence, whose, predicate.first, Some(speaker)));
        let subject = owned.filter(|_| memory.subject().is_none()).or(memory.subject()).or(memory.headline);
        let Some(subject) = subject else { continue };
        for (tag, measure) in [
            (Tags::KILL, "killed"),
            (Tags::WOUND, "wounded"),
            (Tags::MISS, "missing"),
            (Tags::LOSE, "personnel-losses"),
            (Tags::CASUALTY, "killed-and-wounded"),
        ] {
            if !predicate.tags.any(tag) || page.raw.vocabulary.find_measure(measure).is_none() {
                continue;
            }
            let mut draft = writer.draft(page, speaker, measure, subject, DraftValue::Undisclosed);
            let event = memory.event.as_ref().filter(|event| event.place.is_some());
            draft.place =
                Some(event.and_then(|event| event.place.clone()).unwrap_or_else(|| "ukraine".to_owned()).into());
            draft.period = match event {
                Some(event) => event.days.map(|(from, to)| DraftPeriod { from, to }),
                None => (FIRST_DAY <= as_of).then_some(DraftPeriod { from: FIRST_DAY, to: as_of }),
            };
            let words = (predicate.first.min(at), predicate.next.max(at + 1));
            writer.add(page, scene, draft, widened(scene, words));
        }
    }
}

/// The words from the question to the refusal.
fn widened(scene: &Scene<'_, '_, '_, '_>, (first, next): (usize, usize)) -> (usize, usize) {
    let page = scene.page;
    let many = page.tagged(&scene.sentence, Tags::HOW_MANY).find(|index| *index < first && first - index < 8);
    let how = (scene.sentence.first..first).rev().take(8).find(|index| page.says(*index, &["how"]));
    (many.or(how).unwrap_or(first), next)
}

/// Whether a word refuses to tell: "declined", "would not disclose", «промовчав», "was still establishing".
fn refuses(scene: &Scene<'_, '_, '_, '_>, index: usize) -> bool {
    let page = scene.page;
    let first = scene.sentence.first;
    let present = page.says(index, &["мовчить", "мовчать", "молчит", "молчат"]);
    let negated = || (1..=2).any(|back| index >= first + back && page.is(index - back, Tags::NEGATION));
    page.is(index, Tags::REFUSE) && !present
        || page.is(index, Tags::DISCLOSE) && negated() && !(index > first + 1 && page.says(index - 2, &["does", "do"]))
        || page.says(index, &["establishing", "clarifying", "встановлюють", "устанавливают", "з'ясовують", "выясняют"])
            && index > first
            && page.says(index - 1, &["still", "ще", "еще"])
}

/// "its casualties have been much lower": lower than the figure that the other side gave.
fn compared<'a>(scene: &Scene<'_, '_, 'a, '_>, writer: &mut Writer<'a>) {
    let page = scene.page;
    let sentence = &scene.sentence;
    let Some(at) = page
        .tagged(sentence, Tags::LOWER.and(Tags::HIGHER))
        .find(|index| !page.says(index + 1, &["than"]) || !page.words.get(index + 2).is_some_and(|word| word.digits))
    else {
        return;
    };
    let predicate: Option<&Predicate> = scene.predicates.iter().find(|predicate| {
        predicate.tags.any(Tags::LOSE.and(Tags::CASUALTY).and(Tags::KILL)) && page.distance(predicate.first, at) <= 10
    });
    let Some(predicate) = predicate.filter(|_| page.within(&page.numbers, sentence).is_empty()) else { return };
    if scene.heard.statements.is_empty() {
        return;
    }
    let Some(speaker) = scene.speaker(at) else { return };
    let own = own_of(page, Some(speaker));
    let owned = owner(page, sentence, predicate, &scene.heard.statements)
        .and_then(|whose| crate::meaning::resolve(page, sentence, whose, predicate.first, Some(speaker)));
    let Some(subject) = own.filter(|_| owned == own) else { return };
    let subject_id = &*page.raw.vocabulary.subject(subject).entry.id;
    let measure = if predicate.tags.any(Tags::KILL) { "killed" } else { "personnel-losses" };
    let other = writer.claims.iter().rev().find(|claim| {
        claim.subject == subject_id
            && claim.measure == measure
            && matches!(claim.value, DraftValue::Count(_))
            && claim.source != page.raw.vocabulary.source(speaker.source).entry.id.as_ref()
    });
    let Some((to, period)) = other.map(|claim| (claim.source.clone(), claim.period)) else { return };
    let much = (1..=2).any(|back| at >= sentence.first + back && page.is(at - back, Tags::MUCH));
    let is = match (page.is(at, Tags::LOWER), much) {
        (true, true) => Comparison::MuchLower,
        (true, false) => Comparison::Lower,
        (false, true) => Comparison::MuchHigher,
        (false, false) => Comparison::Higher,
    };
    let mut draft = writer.draft(page, speaker, measure, subject, DraftValue::Relative { to, is });
    draft.place = Some("ukraine".into());
    draft.period = period;
    let first = if predicate.first > sentence.first && page.is(predicate.first - 1, Tags::POSSESSIVE) {
        predicate.first - 1
    } else {
        predicate.first
    };
    writer.add(page, scene, draft, (first.min(at), predicate.next.max(at + 1)));
}
