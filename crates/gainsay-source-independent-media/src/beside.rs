//! The name that goes with a verb of saying: to its left, or behind it.

use crate::lexicon::Tags;
use crate::office::{OFFICES, nation, office, pronoun};
use crate::page::{Page, Sentence};
use crate::voice::{REACH, Speaker, Who, is_attribute};

/// The speaker to the left of a verb.
pub(crate) fn left_of(page: &Page<'_, '_>, sentence: &Sentence, at: usize) -> Option<(usize, usize, Who)> {
    let from = at.saturating_sub(REACH).max(sentence.first);
    // "Igor Strelkov, once a leader of the separatists, said": who stands before the apposition speaks.
    if at > from
        && page.mark(at - 1) == Some(',')
        && let Some(head) = (from + 1..at - 1).rev().find(|index| page.mark(*index) == Some(',')).map(|open| open - 1)
        && page.words[head].capital
        && !page.is(head, Tags::FUNCTION)
    {
        match page.name(head) {
            Some(name) => {
                let who = name.means.source.map(|source| Who::Named(Speaker { source, person: name.means.speaker }));
                if let Some(who) = who.filter(|_| name.means.channel.is_none() && !stands_oblique(page, name.first)) {
                    return Some((name.first, name.next, who));
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
            if (!possessive || owned_office) && !title && (inside || !stands_oblique(page, name.first)) {
                if let Some(source) = means.source {
                    if means.channel.is_some() && means.speaker.is_none() {
                        return Some((name.first, name.next, Who::Channel(means.channel.unwrap_or_default())));
                    }
                    return Some((name.first, name.next, Who::Named(Speaker { source, person: means.speaker })));
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
            return Some((index, index + 1, office(page, sentence, index)));
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

/// "together with volunteers", «вместе с командой волонтеров»: who helps does not speak.
fn is_companion(page: &Page<'_, '_>, sentence: &Sentence, at: usize) -> bool {
    let from = at.saturating_sub(7).max(sentence.first);
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
