//! Who keeps a list, or came to an estimate: "UALosses has over 62,000", «перечень ведет «Медиазона»», «к оценке пришли».

use crate::beside::{first_of_two, is_outlet, stands_oblique};
use crate::lexicon::Tags;
use crate::page::{Page, Sentence};
use crate::voice::{Speaker, Who};

/// How far a name stands from the verb that goes with it.
const NEAR: usize = 5;
/// How far what is kept or found stands from it.
const WIDE: usize = 14;

/// The outlet that a verb of keeping or finding names, before it or behind.
pub(crate) fn keeper(page: &Page<'_, '_>, sentence: &Sentence, at: usize) -> Option<(usize, usize, Who)> {
    let arrives = page.says(at, ARRIVE);
    if !arrives && !page.is(at, Tags::KEEP) {
        return None;
    }
    let from = at.saturating_sub(WIDE).max(sentence.first);
    let to = (at + WIDE).min(sentence.next);
    let figure =
        page.within(&page.numbers, sentence).iter().any(|number| number.first > at && number.first <= at + NEAR);
    let result = || (from..to).any(|index| page.is(index, Tags::ACCOUNT) || page.says(index, CONCLUSION));
    let named_before = before(page, sentence, at);
    if named_before.is_some() && figure && !arrives {
        return named_before;
    }
    let named = named_before.or_else(|| behind(page, at, (at + 1 + NEAR).min(sentence.next)));
    named.filter(|_| result())
}

/// "came to an estimate".
const ARRIVE: &[&str] =
    &["came", "arrived", "пришел", "пришла", "пришли", "дійшов", "дійшла", "дійшли", "прийшли", "прийшла", "прийшов"];
const CONCLUSION: &[&str] =
    &["conclusion", "conclusions", "names", "имен", "фамилий", "выводу", "висновку", "висновків", "выводам", "імен"];

/// The outlet that is the subject of a verb: the name before it, over clauses between commas.
fn before(page: &Page<'_, '_>, sentence: &Sentence, at: usize) -> Option<(usize, usize, Who)> {
    let from = at.saturating_sub(WIDE).max(sentence.first);
    (from..at)
        .rev()
        .take_while(|index| !matches!(page.mark(*index), Some(';' | ':' | '(' | '—' | '–')))
        .find(|index| page.meaning(*index).source.is_some())
        .and_then(|index| outlet(page, index))
}

/// The outlet behind a verb: "kept by X", «ведет X».
fn behind(page: &Page<'_, '_>, at: usize, to: usize) -> Option<(usize, usize, Who)> {
    (at + 1..to)
        .take_while(|index| matches!(page.mark(*index), None | Some('"' | '“' | '«' | '„')))
        .find_map(|index| outlet(page, index))
}

/// An outlet that counts for itself, named at a word as a subject.
fn outlet(page: &Page<'_, '_>, index: usize) -> Option<(usize, usize, Who)> {
    let name = page.name(index).filter(|name| name.means.channel.is_none() && !page.words[name.next - 1].possessive)?;
    let speaker = Speaker { source: name.means.source?, person: name.means.speaker };
    let free = !stands_oblique(page, name.first) && is_outlet(page, speaker);
    free.then(|| first_of_two(page, (name.first, name.next, Who::Named(speaker))))
}
