//! The name that goes with a verb of saying: to its left, or behind it.

use crate::lexicon::Tags;
use crate::office::{OFFICES, nation, office, pronoun, qualified};
use crate::page::{Page, Sentence};
use crate::voice::{REACH, Speaker, Who, is_attribute};

/// The speaker to the left of a verb.
pub(crate) fn left_of(page: &Page<'_, '_>, sentence: &Sentence, at: usize) -> Option<(usize, usize, Who)> {
    let from = at.saturating_sub(REACH).max(sentence.first);
    // "Igor Strelkov, once a leader of the separatists, said": who stands before the apposition speaks.
    if let Some(found) = there(page, sentence, at).or_else(|| relative(page, sentence, at)) {
        return Some(found);
    }
    if at > from
        && page.mark(at - 1) == Some(',')
        && let Some(head) = (from + 1..at - 1).rev().find(|index| page.mark(*index) == Some(',')).map(|open| open - 1)
        && let head = head - usize::from(head > from && is_quote(page, head))
        && page.words[head].capital
        && !page.is(head, Tags::FUNCTION)
    {
        match page.name(head) {
            Some(name) => {
                let who = name.means.source.map(|source| Who::Named(Speaker { source, person: name.means.speaker }));
                if let Some(who) = who.filter(|_| name.means.channel.is_none() && !stands_oblique(page, name.first)) {
                    return Some(first_of_two(page, (name.first, name.next, who)));
                }
            }
            None if head > sentence.first && page.words[head - 1].capital => {
                return Some((head, head + 1, Who::Stranger));
            }
            None => {}
        }
    }
    let mut commas = 0;
    let mut index = at;
    while index > from {
        index -= 1;
        match page.mark(index) {
            Some(';' | ':' | '—' | '–' | '(' | '?') => return None,
            Some(',') => {
                commas += 1;
                if commas > 3 {
                    return None;
                }
            }
            _ => {}
        }
        if let Some(name) = page.name(index) {
            let means = name.means;
            let possessive = page.words[name.next - 1].possessive;
            let owned_office = possessive && page.is(name.next, OFFICES);
            let title = opens_title(page, name.first, name.next)
                // "U.S. systems …, said": the two letters are a speaker only right before the verb.
                || page.says(name.first, &["u"]) && name.next <= name.first + 4 && at - name.next > 2;
            // «в Генштабе сообщили»: those who work there speak.
            let inside = name.first > 0
                && page.says(name.first - 1, &["в", "у", "во"])
                && (means.place.is_none() || at - name.next <= 2);
            // "the General Staff in Kyiv": who sits there speaks.
            if inside
                && name.first >= sentence.first + 2
                && page.is(name.first - 2, OFFICES)
                && page.language == gainsay_text::Language::English
            {
                return Some((name.first - 2, name.first - 1, office(page, sentence, name.first - 2)));
            }
            if (!possessive || owned_office) && !title && (inside || !stands_oblique(page, name.first)) {
                if let Some(source) = means.source {
                    if means.channel.is_some() && means.speaker.is_none() {
                        return Some((name.first, name.next, Who::Channel(means.channel.unwrap_or_default())));
                    }
                    let source = qualified(page, name.first).filter(|_| means.speaker.is_none()).unwrap_or(source);
                    let found = (name.first, name.next, Who::Named(Speaker { source, person: means.speaker }));
                    let found = first_of_two(page, found);
                    let apposed = || apposed_to(page, sentence, name.first).filter(|_| means.speaker.is_none());
                    return Some(apposed().unwrap_or(found));
                }
                if let Some(channel) = means.channel {
                    return Some((name.first, name.next, Who::Channel(channel)));
                }
            }
            index = name.first;
            continue;
        }
        if page.is(index, Tags::PRONOUN) && at - index <= 3 && !stands_oblique(page, index) {
            return Some((index, index + 1, pronoun(page, index)));
        }
        if at - index <= 2
            && page.words[index].capital
            && page.name(index).is_none()
            && !stands_oblique(page, index)
            && let Some(source) = nation(page, index)
        {
            return Some((index, index + 1, Who::Named(Speaker { source, person: None })));
        }
        if page.is(index, OFFICES) && is_companion(page, sentence, index) {
            continue;
        }
        // "the ministry said", and not "the loss of the minister's house was said".
        if page.is(index, OFFICES)
            && !page.words[index].possessive
            && (at - index <= 6 || commas > 0 && at - index <= 12)
        {
            let office = || (index, index + 1, office(page, sentence, index));
            return Some(apposed_to(page, sentence, index).unwrap_or_else(office));
        }
        if page.is(index, Tags::THAT) && commas == 0 && at - index > 1 {
            return None;
        }
        // Another verb of saying has its own subject.
        if page.is(index, Tags::SAY) && commas == 0 && !is_attribute(page, index) && at - index > 2 {
            return None;
        }
        // "Igor Strelkov … said": a name that the vocabulary does not have.
        if page.words[index].capital
            && index > sentence.first
            && page.words[index - 1].capital
            && commas == 0
            && page.name(index - 1).is_none()
            && !page.is(index, Tags::RUSSIA.and(Tags::UKRAINE))
        {
            return Some((index - 1, index + 1, Who::Stranger));
        }
    }
    None
}

/// The speaker to the right of a word.
pub(crate) fn right_of(
    page: &Page<'_, '_>,
    sentence: &Sentence,
    from: usize,
    strictness: Strictness,
) -> Option<(usize, usize, Who)> {
    let to = (from + REACH).min(sentence.next);
    let mut best: Option<(usize, usize, Who)> = None;
    let mut index = from;
    while index < to {
        match page.mark(index) {
            Some(',') if best.is_some_and(|(_, _, who)| matches!(who, Who::Named(_))) => break,
            // "said on Sunday, 22 January, the commander": days between commas are passed over.
            Some(',') if best.is_none() && passed(page, sentence, index).is_some() => {
                index = passed(page, sentence, index).unwrap_or(index) + 1;
                continue;
            }
            // "said on Monday, 5 May, the ministry" does not go on for long.
            Some(',') if strictness == Strictness::Close || best.is_some() => {
                // «заступник керівника»: an apposition may name the person: «речник, старший лейтенант Ковальов».
                let named = (index + 1..to.min(index + 6))
                    .find_map(|next| page.name(next).filter(|name| name.means.speaker.is_some()));
                if let (Some(name), Some(_)) = (named, best)
                    && let Some(source) = name.means.source
                {
                    return Some((name.first, name.next, Who::Named(Speaker { source, person: name.means.speaker })));
                }
                break;
            }
            // "according to the Red Cross, …": somebody is named whom the vocabulary does not have.
            Some(',') if index > from && (from..index).any(|word| page.words[word].capital) => {
                return Some((from, index, Who::Stranger));
            }
            Some(';' | ':' | '(' | '?' | '!') => break,
            Some('"' | '«' | '“') if strictness == Strictness::Close && index > from + 6 => break,
            _ => {}
        }
        if page.is(index, Tags::THAT) {
            break;
        }
        if let Some(name) = page.name(index) {
            let means = name.means;
            let possessive = page.words[name.next - 1].possessive && !page.is(name.next, OFFICES);
            let channel = means.channel.filter(|_| means.speaker.is_none());
            let oblique = strictness == Strictness::Close
                && stands_oblique(page, name.first)
                && means.speaker.is_none()
                && !page.says(name.first - 1, &["в", "у", "from", "of"]);
            let place_only = means.place.is_some() && stands_oblique(page, name.first) && means.speaker.is_none();
            if !(possessive || oblique || place_only && strictness == Strictness::Close) {
                if let Some(source) = means.source.filter(|_| channel.is_none()) {
                    let source = qualified(page, name.first).filter(|_| means.speaker.is_none()).unwrap_or(source);
                    let who = Who::Named(Speaker { source, person: means.speaker });
                    // A person tells more than the office before them: «речник відомства Андрій Ковальов».
                    let person_known =
                        best.is_some_and(|(_, _, who)| matches!(who, Who::Named(Speaker { person: Some(_), .. })));
                    if means.speaker.is_some() || !person_known && !matches!(best, Some((_, _, Who::Named(_)))) {
                        best = Some((name.first, name.next, who));
                    }
                    if means.speaker.is_some() {
                        return best;
                    }
                } else if let Some(channel) = channel
                    && best.is_none()
                {
                    best = Some((name.first, name.next, Who::Channel(channel)));
                }
            }
            index = name.next;
            continue;
        }
        if best.is_none() && page.is(index, Tags::PRONOUN) && index <= from + 1 {
            return Some((index, index + 1, pronoun(page, index)));
        }
        if best.is_none() && page.is(index, OFFICES) {
            best = Some((index, index + 1, office(page, sentence, index)));
        }
        // A figure or a loss opens what is said.
        if best.is_some() && page.is(index, Tags::SAY) {
            break;
        }
        index += 1;
    }
    best
}

/// A name, and who is meant by it.
pub(crate) type Found = (usize, usize, Who);

/// A name that the vocabulary gives a source, which stands as a subject up to a word.
pub(crate) fn named_up_to(page: &Page<'_, '_>, next: usize) -> Option<Found> {
    let last = next.checked_sub(1)?;
    let last = if is_quote(page, last) { last.checked_sub(1)? } else { last };
    let name = page.name(last)?;
    let source = name.means.source.filter(|_| name.means.channel.is_none() || name.means.speaker.is_some())?;
    let possessive = page.words[name.next - 1].possessive;
    (!possessive && !stands_oblique(page, name.first)).then_some((
        name.first,
        name.next,
        Who::Named(Speaker { source, person: name.means.speaker }),
    ))
}

/// "John Kirby, the spokesman of the White House, told": who stands before the comma holds the office behind it.
fn apposed_to(page: &Page<'_, '_>, sentence: &Sentence, at: usize) -> Option<Found> {
    let from = at.saturating_sub(5).max(sentence.first + 1);
    let comma = (from..at).rev().find(|index| page.mark(*index).is_some())?;
    let office = (comma + 1..=at).any(|index| page.is(index, OFFICES));
    // "Ukraine, the minister said, has lost": only people hold offices.
    let person = |found: &Found| matches!(found.2, Who::Named(Speaker { person: Some(_), .. }));
    (office && page.mark(comma) == Some(',')).then(|| named_up_to(page, comma)).flatten().filter(person)
}

/// "officials who asked for secrecy put": the subject is what "who" refers to.
fn relative(page: &Page<'_, '_>, sentence: &Sentence, at: usize) -> Option<Found> {
    const WHO: &[&str] = &["who", "который", "которая", "которые", "який", "яка", "які"];
    let from = at.saturating_sub(REACH).max(sentence.first + 1);
    let close = at - usize::from(page.mark(at.checked_sub(1)?) == Some(','));
    let who =
        (from..close).rev().take_while(|index| page.mark(*index).is_none()).find(|index| page.says(*index, WHO))?;
    if page.name(who + 1).is_some_and(|name| name.next == at) {
        return None;
    }
    let next = who - usize::from(page.mark(who - 1) == Some(','));
    named_up_to(page, next).or_else(|| {
        let last = next.checked_sub(1).filter(|last| page.is(*last, OFFICES) && !stands_oblique(page, *last))?;
        let office = || (last, next, office(page, sentence, last));
        Some(apposed_to(page, sentence, last).unwrap_or_else(office))
    })
}

/// "In the ministry they count otherwise: there they said": who sits in the place named before.
fn there(page: &Page<'_, '_>, sentence: &Sentence, at: usize) -> Option<Found> {
    let there = at.checked_sub(1).filter(|there| *there > sentence.first && page.says(*there, &["там", "there"]))?;
    let from = there.saturating_sub(REACH).max(sentence.first);
    let inside = |index: &usize| page.name(*index).filter(|name| name.first == *index && is_inside(page, name.first));
    let name = (from..there).rev().filter_map(|index| inside(&index)).find(|name| name.means.source.is_some())?;
    let source = name.means.source.filter(|_| name.means.place.is_none())?;
    Some((name.first, name.next, Who::Named(Speaker { source, person: None })))
}

/// "at the ministry", «в Генштабе».
fn is_inside(page: &Page<'_, '_>, first: usize) -> bool {
    first > 0 && page.says(first - 1, &["в", "у", "во", "at", "in"])
}

/// Of two outlets that speak together, the one named first.
pub(crate) fn first_of_two(page: &Page<'_, '_>, found: Found) -> Found {
    let before = |index: usize| index.checked_sub(1 + usize::from(index > 0 && is_quote(page, index - 1)));
    let two = || {
        let and = before(found.0).filter(|and| page.says(*and, &["and", "и", "й", "і", "та", "&"]))?;
        let Who::Named(speaker) = found.2 else { return None };
        let first = named_up_to(page, and)?;
        let Who::Named(other) = first.2 else { return None };
        (is_outlet(page, speaker) && is_outlet(page, other)).then_some(first)
    };
    two().unwrap_or(found)
}

/// Whether a speaker is an outlet that counts on its own account.
pub(crate) fn is_outlet(page: &Page<'_, '_>, speaker: Speaker) -> bool {
    let vocabulary = page.raw.vocabulary;
    vocabulary.find_source("independent-media").is_some_and(|media| vocabulary.source_contains(media, speaker.source))
}

fn is_quote(page: &Page<'_, '_>, index: usize) -> bool {
    matches!(page.mark(index), Some('"' | '“' | '”' | '«' | '»' | '„'))
}

/// "together with volunteers", «вместе с командой волонтеров»: who helps does not speak.
fn is_companion(page: &Page<'_, '_>, sentence: &Sentence, at: usize) -> bool {
    let from = at.saturating_sub(12).max(sentence.first);
    stands_oblique(page, at)
        || (from..at).rev().take_while(|index| page.mark(*index) != Some(',')).any(|index| {
            page.says(index, &["together", "alongside", "along", "jointly", "вместе", "совместно", "разом", "спільно"])
        })
}

/// The comma that closes a day which another comma opens.
fn passed(page: &Page<'_, '_>, sentence: &Sentence, comma: usize) -> Option<usize> {
    let close = (comma + 2..(comma + 7).min(sentence.next)).find(|index| page.mark(*index) == Some(','))?;
    let dates = page.within(&page.dates, sentence);
    dates.iter().any(|date| date.first <= comma + 2 && date.next > comma + 1 && date.next + 1 >= close).then_some(close)
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Strictness {
    /// The name must follow soon, in the same clause.
    Close,
    /// The name is announced.
    Loose,
}

/// The first word of a title in quotes: the "Ukraine Year 2024" forum.
pub(crate) fn opens_title(page: &Page<'_, '_>, first: usize, next: usize) -> bool {
    let quote = |index: usize| page.mark(index).is_some_and(|mark| matches!(mark, '"' | '“' | '”' | '«' | '»' | '„'));
    first > 0
        && quote(first - 1)
        && !quote(next)
        && !quote(next.saturating_sub(1))
        && page.goes_on(first)
        && page.words[next.min(page.words.len() - 1)].capital
}

/// "in Ukraine", "на Украине", "of Russia", "against Moscow": a name that is no subject.
pub(crate) fn stands_oblique(page: &Page<'_, '_>, first: usize) -> bool {
    let article = first > 1 && page.goes_on(first) && page.says(first - 1, &["the", "a"]);
    let first = if article { first - 1 } else { first };
    // «з виданням «Медіазона»»: the noun before the quotation mark stands in its case.
    let quoted = first > 1 && is_quote(page, first - 1) && page.is(first - 2, Tags::OUTLET) && page.goes_on(first - 1);
    let first = if quoted { first - 2 } else { first };
    first > 0
        && page.goes_on(first)
        && page.says(
            first - 1,
            &[
                "in",
                "of",
                "into",
                "on",
                "against",
                "from",
                "near",
                "for",
                "with",
                "to",
                "at",
                "over",
                "about",
                "в",
                "у",
                "на",
                "из",
                "від",
                "от",
                "проти",
                "против",
                "з",
                "із",
                "с",
                "со",
                "among",
                "между",
                "до",
                "про",
                "о",
                "об",
                "за",
                "над",
                "по",
                "к",
            ],
        )
        && !page.is(first.saturating_sub(2), OFFICES)
}
