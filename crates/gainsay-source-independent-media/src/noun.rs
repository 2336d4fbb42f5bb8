//! What a figure counts: the words behind it, up to the noun.

use crate::lexicon::Tags;
use crate::page::{Page, Sentence};
use crate::side::{self, PREDICATES, Whose};
use crate::words::Gap;
use gainsay_claim::vocabulary::MeasureId;

/// What a figure counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Counted {
    /// People, and what the words behind the figure say befell them.
    People { civilians: bool, fate: Tags },
    /// Names on a list of the dead.
    Names,
    /// Things of a measure.
    Things(MeasureId),
    /// Nothing behind it: what stands before it tells.
    Bare,
    /// Something that is no measure.
    Other,
}

/// The noun behind a figure.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Noun {
    pub counted: Counted,
    /// Whose, where the words beside the figure say so.
    pub whose: Option<Whose>,
    /// "of them": a part of a figure said before.
    pub part: bool,
    /// "people", "dead": soldiers or not.
    pub anyone: bool,
    /// The word behind the noun and what belongs to it.
    pub next: usize,
}

/// The most words between a figure and its noun.
const REACH: usize = 7;

/// Reads on behind a figure.
pub(crate) fn noun(page: &Page<'_, '_>, sentence: &Sentence, from: usize) -> Noun {
    let mut noun = Noun { counted: Counted::Bare, whose: None, part: false, anyone: true, next: from };
    let mut unknown = 0;
    let mut units = false;
    let mut typed = false;
    let mut index = from;
    let to = (from + REACH).min(sentence.next);
    // "200,000 on the Russian side killed and wounded"
    if page.says(from, &["on"])
        && page.says(from + 1, &["the"])
        && page.says(from + 3, &["side"])
        && page.is(from + 4, PREDICATES)
    {
        noun.whose = side::at(page, from + 2);
        noun.counted = Counted::People { civilians: false, fate: page.tags[from + 4].only(PREDICATES) };
        noun.next = from + 4;
        return noun;
    }
    // «276-ти»: the ending of a figure belongs to it.
    if page.mark(from) == Some('-')
        && page.says(from + 1, &["ти", "ми", "ма", "х", "ох", "мя", "и", "ю"])
        && page.words[from + 1].gap == Gap::Glued
    {
        index = from + 2;
    }
    // "1,182,610 — that is how many soldiers", «1 182 610 — стільки військових»
    if matches!(page.mark(from), Some('—' | '–')) && page.says(from + 1, &["стільки", "столько", "саме", "именно"])
    {
        index = from + 2 + usize::from(page.says(from + 1, &["саме", "именно"]));
    }
    let to = to.max(index + 3).min(sentence.next);
    while index < to && page.goes_on(index) {
        if let Some(mark) = page.mark(index) {
            let quote = matches!(mark, '"' | '“' | '”' | '«' | '»' | '-');
            if quote {
                index += 1;
                continue;
            }
            break;
        }
        let tags = page.tags[index];
        if let Some(name) = page.name(index) {
            if let Some(measure) = name.means.measure {
                // "5 tank crews", «12 танкових»: the name goes on with another noun.
                noun.counted = if typed || unknown > 0 { Counted::Other } else { Counted::Things(measure) };
                noun.next = name.next;
                return things_behind(page, sentence, noun);
            }
            if name.means.subject.is_some() && name.means.speaker.is_none() {
                noun.whose = side::at(page, index);
                let civilians = page.is(index, Tags::CIVILIAN);
                noun.counted = Counted::People { civilians, fate: Tags::NONE };
                noun.next = name.next;
                return people_behind(page, sentence, noun);
            }
        }
        if index == from
            && page.says(index, &["of", "з", "із", "из"])
            && page.says(index + 1, &["them", "whom", "those", "these", "них", "цих", "этих", "which"])
        {
            noun.part = true;
            noun.counted = Counted::People { civilians: false, fate: Tags::NONE };
            noun.next = index + 2;
            return people_behind(page, sentence, noun);
        }
        // "1,600 of the dead", «600 из погибших»
        let dead = index + 1 + usize::from(page.says(index + 1, &["the"]));
        if index == from
            && page.says(index, &["of", "з", "із", "из", "серед", "среди"])
            && page.is(dead, Tags::KILL.and(Tags::WOUND))
        {
            noun.part = true;
            noun.counted = Counted::People { civilians: false, fate: page.tags[dead].only(PREDICATES) };
            noun.next = dead + 1;
            return noun;
        }
        if tags.any(Tags::SORT) && index <= from + 1 && !tags.any(Tags::PEOPLE) {
            noun.counted = Counted::Other;
            return noun;
        }
        if tags.any(Tags::PEOPLE) {
            noun.anyone = tags.any(Tags::ANYONE);
            if noun.whose.is_none() || tags.any(Tags::OCCUPIER.and(Tags::RUSSIA).and(Tags::UKRAINE)) {
                noun.whose = side::at(page, index).or(noun.whose);
            }
            let fate = tags.only(PREDICATES);
            noun.counted = Counted::People { civilians: tags.any(Tags::CIVILIAN), fate };
            noun.next = index + 1;
            return people_behind(page, sentence, noun);
        }
        if tags.any(Tags::KILL.and(Tags::WOUND).and(Tags::MISS).and(Tags::CASUALTY).and(Tags::CAPTURE))
            && !(tags.any(Tags::CAPTURE) && page.is(index + 1, Tags::NONE))
        {
            // «45 погибших военных»: the noun may still come.
            let ahead = page.is(index + 1, Tags::PEOPLE) && page.goes_on(index + 1);
            noun.counted = Counted::People { civilians: false, fate: tags.only(PREDICATES) };
            noun.next = index + 1;
            if ahead {
                noun.anyone = page.is(index + 1, Tags::ANYONE);
                noun.whose = noun.whose.or_else(|| side::at(page, index + 1));
                noun.counted =
                    Counted::People { civilians: page.is(index + 1, Tags::CIVILIAN), fate: tags.only(PREDICATES) };
                noun.next = index + 2;
            }
            return people_behind(page, sentence, noun);
        }
        if tags.any(Tags::NAME) {
            noun.counted = Counted::Names;
            noun.next = index + 1;
            return people_behind(page, sentence, noun);
        }
        // "300,000 losses", «200 тис. втрат»
        if index == from && page.says(index, &["losses", "втрат", "утрат", "потерь"]) {
            noun.counted = Counted::People { civilians: false, fate: Tags::LOSE };
            noun.next = index + 1;
            return people_behind(page, sentence, noun);
        }
        // «виведених з ладу», «выбывших из строя»
        if page.says(index, &["з", "із", "из"]) && page.says(index + 1, &["ладу", "строя"]) {
            index += 2;
            continue;
        }
        if page.says(index, &["раз", "разів", "times", "випадків", "случаев", "percent", "years", "days"])
        {
            noun.counted = Counted::Other;
            return noun;
        }
        if tags.any(Tags::UNIT) {
            units = true;
        } else if let Some(whose) = side::at(page, index).filter(|_| !side::is_place(page, index)) {
            noun.whose = Some(whose);
        } else if tags.any(Tags::POSSESSIVE) {
            noun.whose = Some(Whose::Own);
        } else if tags.any(Tags::ADJECTIVE)
            || is_participle(page, index)
            || page.says(index, &["of", "from"]) && index == from
            || units && page.says(index, &["of"])
        {
        } else if page.words[index].digits
            || tags
                .any(Tags::FUNCTION.and(Tags::SAY).and(Tags::REACH).and(Tags::THAT).and(Tags::PASS).and(Tags::PERFECT))
        {
            break;
        } else {
            unknown += 1;
            typed |= page.words[index].capital;
            if unknown > 2 {
                break;
            }
        }
        index += 1;
    }
    noun.counted = if unknown > 0 || units { Counted::Other } else { Counted::Bare };
    noun.next = from;
    noun
}

/// The word behind a list of more things without figures of their own: ", carriers and lorries", «и другой бронемашины».
fn listed_behind(page: &Page<'_, '_>, sentence: &Sentence, from: usize) -> Option<usize> {
    let to = (from + LONGEST_LIST).min(sentence.next);
    let ends = |index: &usize| {
        page.words[*index].digits
            || matches!(page.mark(*index), Some(';' | ':' | '(' | ')' | '.'))
            || page.is(*index, PREDICATES.and(Tags::SAY))
    };
    let end = (from..to).find(ends).unwrap_or(to);
    let and = (from..end).find(|index| page.says(*index, &["and", "та", "і", "й", "и"]))?;
    let things = |at: usize| page.is(at, Tags::KIND) || page.name(at).is_some_and(|name| name.means.measure.is_some());
    // "7 tanks and Kyiv": a list goes on in commas, or right here with "and other".
    let listed = page.mark(from) == Some(',') && (from + 1..and).any(things);
    let others = and == from && page.says(and + 1, &["other", "інших", "інші", "іншої", "других", "другой", "другие"]);
    if !listed && !others {
        return None;
    }
    let last =
        (and + 1..end.min(and + 6)).take_while(|index| page.mark(*index).is_none()).find(|index| things(*index))?;
    Some(page.name(last).map_or(last + 1, |name| name.next))
}

/// The most words of such a list.
const LONGEST_LIST: usize = 14;

/// The measure of which a thing is the first part, where the vocabulary has one.
fn whole_of(page: &Page<'_, '_>, counted: Counted) -> Option<MeasureId> {
    let Counted::Things(first) = counted else { return None };
    let measures = page.raw.vocabulary.measures();
    let whole = measures.iter().position(|whole| whole.sum_of.first() == Some(&first))?;
    Some(MeasureId(u32::try_from(whole).ok()?))
}

/// «1728 утрачених російських танків»: what befell the things stands before their name.
fn is_participle(page: &Page<'_, '_>, index: usize) -> bool {
    let ending = |word: &str| {
        ["их", "ых", "ими", "ыми", "ві", "ие", "ые"].iter().any(|ending| word.ends_with(ending))
            || word.ends_with("ed")
            || matches!(word, "lost" | "shot")
    };
    page.is(index, Tags::LOSE.and(Tags::DESTROY))
        && ending(page.written(index))
        && page.words[index + 1..].first().is_some_and(|next| next.mark == ' ')
}

/// What stands behind people: whose they are, and what befell them.
fn people_behind(page: &Page<'_, '_>, sentence: &Sentence, mut noun: Noun) -> Noun {
    noun.part |= page.says(noun.next, &["of", "з", "із", "из"])
        && (page.says(noun.next + 1, &["them", "whom", "those", "these", "них", "которых", "яких"])
            || page.says(noun.next + 2, &["числа", "number"]));
    let mut index = noun.next;
    let to = (index + 9).min(sentence.next);
    let mut last_side = noun.next;
    while index < to && page.goes_on(index) {
        if page.mark(index).is_some() || page.words[index].digits {
            break;
        }
        if page.is(index, PREDICATES.and(Tags::SAY)) && page.name(index).is_none() {
            break;
        }
        if noun.whose.is_none()
            && let Some(whose) = side::at(page, index)
        {
            let place =
                side::is_place(page, index) && !page.is(index + 1, Tags::UNIT) && !page.says(index + 1, &["side"]);
            // "soldiers of Russia", «військовослужбовець РФ», "on the Russian side".
            let tied = index == noun.next
                || page.says(index - 1, &["of", "from"])
                || page.says(index + 1, &["side", "side's"])
                || page.meaning(index).subject.is_some() && index <= noun.next + 3
                || page.says(index - 1, &["the"]) && page.says(index + 1, &["side"]);
            if !place && tied || page.says(index + 1, &["side"]) {
                noun.whose = Some(whose);
                last_side = page.name(index).map_or(index + 1, |name| name.next);
                if page.says(index + 1, &["side"]) {
                    last_side = index + 2;
                }
            }
        }
        if page.is(index, Tags::CIVILIAN)
            && let Counted::People { civilians, .. } = &mut noun.counted
        {
            *civilians |= index <= noun.next + 1;
        }
        index += 1;
    }
    noun.next = noun.next.max(last_side);
    noun
}

/// What stands behind things: whose they are; a type or a name of its own makes them a part of their category.
fn things_behind(page: &Page<'_, '_>, sentence: &Sentence, mut noun: Noun) -> Noun {
    // "5,692 motor vehicles and fuel tankers": one figure of both.
    if let Counted::Things(first) = noun.counted
        && page.says(noun.next, &["and", "та", "і", "й", "и"])
        && let Some(name) = page.name(noun.next + 1).filter(|name| name.first == noun.next + 1)
        && let Some(second) = name.means.measure.filter(|second| *second != first)
    {
        let measures = page.raw.vocabulary.measures();
        let both = measures.iter().position(|whole| {
            whole.sum_of.len() == 2 && whole.sum_of.contains(&first) && whole.sum_of.contains(&second)
        });
        noun.counted = both.map_or(Counted::Other, |number| Counted::Things(MeasureId(number as u32)));
        noun.next = name.next;
    }
    // "14,000 tanks, infantry fighting vehicles and carriers": one figure of all.
    if let Some(next) = listed_behind(page, sentence, noun.next) {
        noun.counted = whole_of(page, noun.counted).map_or(Counted::Other, Counted::Things);
        noun.next = next;
        return noun;
    }
    let index = noun.next;
    // «танков «Леопард»»
    if page.mark(index).is_some_and(|mark| matches!(mark, '«' | '"' | '“'))
        && page.words.get(index + 1).is_some_and(|word| word.capital)
    {
        noun.counted = Counted::Other;
        return noun;
    }
    if index < sentence.next && page.goes_on(index) && page.mark(index).is_none() {
        let word = &page.words[index];
        let side = side::at(page, index).filter(|_| !side::is_place(page, index));
        if let Some(whose) = side {
            noun.whose = noun.whose.or(Some(whose));
            noun.next = page.name(index).map_or(index + 1, |name| name.next);
        } else if page.says(index, &["of"])
            && let Some(whose) = side::at(page, index + 1)
        {
            noun.whose = noun.whose.or(Some(whose));
        } else if word.capital && page.name(index).is_none()
            || word.digits
            || word.whole != 0
                && word.tags.is_none()
                && page.written(index).chars().any(|letter| letter.is_ascii_uppercase())
        {
            noun.counted = Counted::Other;
        }
    }
    noun
}
