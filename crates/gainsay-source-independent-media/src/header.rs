//! A figure with nothing behind it: the words before it, a fate behind it, or the figure before it tell what it counts.

use crate::counted::{Figure, Same};
use crate::lexicon::Tags;
use crate::noun::{Counted, Noun};
use crate::page::Page;
use crate::scene::{Last, Memory, Scene};
use crate::side::{self, PREDICATES, Predicate};
use crate::time::Time;
use gainsay_claim::vocabulary::MeasureId;
use gainsay_claim::{Count, CountValue};

const FATES: Tags = Tags::KILL.and(Tags::WOUND).and(Tags::CAPTURE).and(Tags::MISS);
const LOSS: Tags = Tags::LOSE.and(Tags::DESTROY);

/// How far back things are looked for that a figure by itself may count.
const NEARBY: usize = 40;

/// The most words between a figure and what stands before it.
const REACH: usize = 16;

/// What the words before a figure say that it counts.
enum Header<'s> {
    /// Things, by the name of their measure.
    Things(MeasureId, usize),
    /// People whom a loss befell.
    Loss(&'s Predicate),
    /// The same as the figure before: "the number was".
    Same,
}

/// Ties a figure that stands by itself.
pub(crate) fn bare<'s>(
    scene: &'s Scene<'_, '_, '_, '_>,
    memory: &Memory,
    first: usize,
    next: usize,
    noun: Noun,
    value: CountValue,
) -> Option<Figure<'s>> {
    let figure = |noun: Noun, predicate: Option<&'s Predicate>, tags: Tags, same: Option<Same>| {
        (!tags.is_none()).then_some(Figure { first, next, noun, value, predicate, tags, same })
    };
    let people = |civilians: bool| Noun { counted: Counted::People { civilians, fate: Tags::NONE }, ..noun };
    let like = |last: &Last| Noun { counted: last.counted, ..noun };
    let last = memory.last.as_ref().filter(|last| scene.sentence.paragraph <= last.paragraph + 1);
    if let Some(last) = last.filter(|last| in_brackets_behind(scene.page, last, first, next)) {
        return figure(like(last), None, last.tags, Some(Same::Total));
    }
    if let Some(last) = last.filter(|last| is_increment(scene, last, first, next)) {
        return figure(like(last), None, last.tags, Some(Same::Part));
    }
    if let Some(predicate) = fate_behind(scene, next) {
        let things = last.is_some_and(|last| matches!(last.counted, Counted::Things(_)))
            || (first.saturating_sub(NEARBY)..first)
                .any(|index| scene.page.name(index).is_some_and(|name| name.means.measure.is_some()));
        if things && predicate.tags.only(FATES) == Tags::CAPTURE {
            return None;
        }
        if predicate.tags.any(FATES) {
            return figure(people(false), Some(predicate), predicate.tags, None);
        }
        // "54 had been lost": tanks, where tanks were spoken of.
        if let Some(last) = last {
            return figure(like(last), Some(predicate), predicate.tags, Some(Same::Whole));
        }
    }
    // "the general, 53, said": an age.
    let page = scene.page;
    let enclosed = first > 0 && page.mark(first - 1) == Some(',') && page.mark(next) == Some(',');
    if enclosed && value.upper_figure() < Count::whole(100) && !page.is(first.saturating_sub(2), Tags::NUMBER) {
        let insert = (first.saturating_sub(10)..first - 1).any(|index| page.mark(index) == Some(','));
        if !insert {
            return None;
        }
    }
    match header(scene, memory, first)? {
        Header::Things(measure, at) => {
            let lost = nearest(scene, LOSS, at);
            let tags = lost.map_or(memory.predicate.only(LOSS), |predicate| predicate.tags);
            let whose = (at.saturating_sub(2).max(scene.sentence.first)..at)
                .rev()
                .find_map(|index| side::at(scene.page, index));
            let noun = Noun { counted: Counted::Things(measure), whose: whose.or(noun.whose), ..noun };
            figure(noun, lost, tags, None)
        }
        Header::Loss(predicate) => {
            // "the losses came to 1,688", where tanks were spoken of.
            if predicate.tags.only(PREDICATES.without(LOSS)).is_none()
                && let Some(last) = last.filter(|last| matches!(last.counted, Counted::Things(_)))
            {
                return figure(like(last), Some(predicate), predicate.tags, Some(Same::Whole));
            }
            // A number of something else, of rounds or of times, is small.
            let small = value.upper_figure() < Count::whole(50);
            if small && !is_number_of(scene.page, predicate) && !is_tied(scene.page, predicate.next, first) {
                return None;
            }
            let civilians = (predicate.first.saturating_sub(3).max(scene.sentence.first)..first)
                .any(|index| scene.page.is(index, Tags::CIVILIAN));
            figure(people(civilians), Some(predicate), predicate.tags, None)
        }
        Header::Same => {
            let last = last.filter(|_| value.upper_figure() >= Count::whole(50))?;
            // "31,000; the missing are not among them. They are 35,000.": whoever was spoken of last is meant.
            let named = memory.predicate.only(FATES);
            let people = matches!(last.counted, Counted::People { .. });
            let tags =
                if people && !named.is_none() && last.sentence != scene.sentence.first { named } else { last.tags };
            let noun = Noun { whose: noun.whose.or(side_before(scene, last, first)), ..like(last) };
            figure(noun, None, tags, Some(Same::Whole))
        }
    }
}

/// Ties a figure with an unknown word behind it to what stands right before it: "the toll of 5,937 dates from May".
pub(crate) fn tied<'s>(
    scene: &'s Scene<'_, '_, '_, '_>,
    memory: &Memory,
    first: usize,
    next: usize,
    noun: Noun,
    value: CountValue,
) -> Option<Figure<'s>> {
    let Header::Loss(predicate) = header(scene, memory, first)? else { return None };
    let beside = predicate.next <= first && first - predicate.next <= 4 && is_tied(scene.page, predicate.next, first);
    let noun = Noun { counted: Counted::People { civilians: false, fate: Tags::NONE }, next, ..noun };
    let figure = Figure { first, next, noun, value, predicate: Some(predicate), tags: predicate.tags, same: None };
    (beside && is_number_of(scene.page, predicate)).then_some(figure)
}

/// The word of loss nearest to a word.
fn nearest<'s>(scene: &'s Scene<'_, '_, '_, '_>, wanted: Tags, at: usize) -> Option<&'s Predicate> {
    scene
        .predicates
        .iter()
        .filter(|predicate| predicate.tags.any(wanted))
        .min_by_key(|predicate| scene.page.distance(predicate.first, at))
}

/// "27 systems (34,901)": the second figure is the total of the first.
fn in_brackets_behind(page: &Page<'_, '_>, last: &Last, first: usize, next: usize) -> bool {
    first == last.next + 1 && page.mark(last.next) == Some('(') && page.mark(next) == Some(')')
}

/// "2,698 (13 over the day)", «из них 1200 за сутки», «плюс 1340 за неделю»: what a day added.
fn is_increment(scene: &Scene<'_, '_, '_, '_>, last: &Last, first: usize, next: usize) -> bool {
    let page = scene.page;
    if last.sentence != scene.sentence.first || first < last.next || first > last.next + 12 {
        return false;
    }
    let opens = (last.next..first).any(|index| {
        page.mark(index) == Some('(')
            || page.says(index, &["плюс", "plus"])
            || page.says(index, &["них", "яких", "которых", "them", "which"])
                && page.says(index.wrapping_sub(1), &["із", "з", "из", "of"])
    });
    let daily = |index: usize| {
        page.is(index, Tags::DAY)
            || scene.times.iter().any(|time| {
                time.first <= index
                    && index < time.next
                    && matches!(time.what, Time::Within(from, to) if (to - from).num_days() <= 7)
            })
    };
    let to = (next + 5).min(scene.sentence.next);
    opens && (last.next..first).chain(next..to).any(daily)
}

/// "31,000 had fallen", "27 others are missing", «150 000 — убитими», "A further 180,000, it believes, were wounded".
fn fate_behind<'s>(scene: &'s Scene<'_, '_, '_, '_>, next: usize) -> Option<&'s Predicate> {
    let page = scene.page;
    let helps = |index: usize| {
        matches!(page.mark(index), Some('—' | '–' | '-' | '"' | '“' | '”' | '«' | '»'))
            || page.is(index, Tags::FUNCTION.and(Tags::PERFECT).and(Tags::LOSE).and(Tags::REACH).and(Tags::NUMBER))
                && page.mark(index).is_none()
            || page.is(index, Tags::CIVILIAN.and(Tags::ANYONE)) && page.meaning(index).source.is_none()
            || page.mark(index) == Some(',') && page.is(index - 1, Tags::PEOPLE)
            || page
                .says(index, &["more", "others", "been", "also", "ще", "еще", "же", "людей", "осіб", "already", "now"])
    };
    // What stands between two commas is passed over.
    let closing = (next + 1..(next + 7).min(scene.sentence.next)).find(|index| page.mark(*index) == Some(','));
    let from = match closing.filter(|_| page.mark(next) == Some(',')) {
        Some(comma) => comma + 1,
        None => next,
    };
    let near = |predicate: &&Predicate| {
        predicate.first >= from
            && predicate.first - from <= if page.is(from, Tags::REACH) { 7 } else { 4 }
            && predicate.tags.any(PREDICATES.without(Tags::CASUALTY))
            && (from..predicate.first).all(helps)
    };
    let mut behind = scene.predicates.iter().filter(near);
    let first = behind.next()?;
    Some(behind.find(|predicate| predicate.tags.any(FATES)).filter(|_| !first.tags.any(FATES)).unwrap_or(first))
}

/// What the words before a figure say, in its clause.
fn header<'s>(scene: &'s Scene<'_, '_, '_, '_>, memory: &Memory, first: usize) -> Option<Header<'s>> {
    let page = scene.page;
    let numbers = page.within(&page.numbers, &scene.sentence);
    let dates = page.within(&page.dates, &scene.sentence);
    let dated = |at: usize| dates.iter().any(|date| date.first <= at && at < date.next);
    // Days, ages and shares count nothing that was lost.
    let passed =
        |at: usize, next: usize| dated(at) || page.says(next, &["years", "лет", "років", "days", "km", "percent"]);
    let number = numbers.iter().rev().find(|number| number.next <= first && !passed(number.first, number.next));
    let number = number.map_or(0, |number| number.next);
    let counted = memory.last.as_ref().map_or(0, |last| last.next).min(first);
    let from = first.saturating_sub(REACH).max(scene.sentence.first).max(number).max(counted);
    let mut index = first;
    let mut same = false;
    while index > from {
        index -= 1;
        match page.mark(index) {
            Some(';' | '(' | '?' | '!') => break,
            Some(',') => {
                // «Пострадавших, по его словам, 108»: what stands between two commas is passed over.
                match (index.saturating_sub(9).max(from)..index).rev().find(|at| page.mark(*at) == Some(',')) {
                    Some(open) => index = open,
                    // "a higher number, 3,253, in its bulletin"
                    None if index + 1 == first => {}
                    None => break,
                }
            }
            Some(_) => {}
            None => {
                if page.is(index, Tags::THAT)
                    && index > from
                    && (page.is(index - 1, Tags::SAY) || page.mark(index - 1).is_some())
                {
                    break;
                }
                // "it spoke of 63", "he puts it at 2,000"
                if page.is(index, Tags::SAY)
                    && index + 4 >= first
                    && (index + 1..first).all(|at| page.is(at, Tags::FUNCTION.and(Tags::PRONOUN)))
                {
                    return Some(Header::Same);
                }
                if let Some(name) = page.name(index) {
                    if let Some(measure) = name.means.measure {
                        return Some(Header::Things(measure, name.first));
                    }
                    index = name.first;
                    continue;
                }
                let lost = scene.predicates.iter().find(|predicate| predicate.first <= index && index < predicate.next);
                if let Some(predicate) = lost {
                    // "tanks destroyed: 500", «танков уничтожено 500»: the things stand before the verb.
                    if !predicate.tags.any(LOSS) {
                        return Some(Header::Loss(predicate));
                    }
                    let thing = (from.max(predicate.first.saturating_sub(6))..predicate.first)
                        .rev()
                        .find_map(|at| Some((page.name(at)?.means.measure?, page.name(at)?.first)));
                    return Some(match thing {
                        Some((measure, at)) => Header::Things(measure, at),
                        None => Header::Loss(predicate),
                    });
                }
                same |= page.is(index, Tags::NUMBER)
                    || page.says(index, &["їх", "их"])
                    || page.says(index, &["it"]) && page.says(index + 1, &["is", "was", "stands", "stood"]);
            }
        }
    }
    same.then_some(Header::Same).or_else(|| side_alone(scene, memory, first))
}

/// "and Ukraine close to 400,000", «Українських там 459»: only the side is named anew.
fn side_alone<'s>(scene: &Scene<'_, '_, '_, '_>, memory: &Memory, first: usize) -> Option<Header<'s>> {
    let page = scene.page;
    let last = memory.last.as_ref()?;
    let near = last.sentence == scene.sentence.first || first <= scene.sentence.first + 5;
    let from = first.saturating_sub(5).max(scene.sentence.first).max(last.next.min(first));
    let from = (from..first).rev().find(|index| page.mark(*index) == Some(',')).unwrap_or(from);
    let plain = (from..first).all(|index| {
        page.mark(index).is_some_and(|mark| matches!(mark, ',' | '—' | '–' | '-' | ':' | ';'))
            || side::at(page, index).is_some()
            || page.is(index, Tags::FUNCTION.and(Tags::CONTRAST))
            || page.says(
                index,
                &["close", "about", "some", "there", "there's", "там", "около", "близько", "лише", "almost"],
            )
    });
    (near && plain && side_before(scene, last, first).is_some()).then_some(Header::Same)
}

/// The side named between the figure before and this one.
fn side_before(scene: &Scene<'_, '_, '_, '_>, last: &Last, first: usize) -> Option<side::Whose> {
    let from = first.saturating_sub(8).max(scene.sentence.first).max(last.next.min(first));
    (from..first).rev().find_map(|index| side::at(scene.page, index))
}

/// "the number of the dead", «число погибших»: whatever stands between, the figure is theirs.
fn is_number_of(page: &Page<'_, '_>, predicate: &Predicate) -> bool {
    (1..=3).any(|back| predicate.first >= back && page.is(predicate.first - back, Tags::NUMBER))
        || page.says(predicate.next - 1, &["toll"])
}

/// Whether only words that tie stand between: "is", "by his account", a dash.
fn is_tied(page: &Page<'_, '_>, from: usize, to: usize) -> bool {
    let mut insert = false;
    (from..to).all(|index| {
        insert ^= page.mark(index) == Some(',');
        insert
            || page.mark(index).is_some()
            || page.is(index, Tags::FUNCTION.and(Tags::PASS).and(Tags::NUMBER).and(Tags::REACH))
    })
}
