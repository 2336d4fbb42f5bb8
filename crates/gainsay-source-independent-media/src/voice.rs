//! Who speaks in a sentence: verbs of saying with whom they name, "according to", "by its account", and a name with a colon.

use crate::beside::{Strictness, is_outlet, left_of, named_up_to, right_of};
use crate::keeper::keeper;
use crate::lexicon::Tags;
use crate::office::{OFFICES, office};
use crate::page::{Page, Sentence};
use crate::words::Gap;
use gainsay_claim::vocabulary::SourceId;

/// Who speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Speaker {
    pub source: SourceId,
    pub person: Option<&'static str>,
}

/// Whom words of attribution name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Who {
    Named(Speaker),
    /// "he said", "the ministry said": somebody named before, who holds such an office.
    Before(Tags),
    /// An outlet that passes on what others say.
    Channel(&'static str),
    /// Somebody whom the vocabulary does not know.
    Stranger,
}

/// Words of attribution.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Voice {
    /// The word that says that somebody speaks.
    pub at: usize,
    /// The name of the speaker.
    pub first: usize,
    pub next: usize,
    pub who: Who,
    pub denies: bool,
}

/// The most words between a verb and the name that it goes with.
pub(crate) const REACH: usize = 18;

/// The words at which a speaker may be named.
const CUES: Tags =
    Tags::RETELL.and(Tags::ACCOUNT).and(Tags::SAY).and(Tags::DENY).and(Tags::CONTROL).and(Tags::KEEP).and(Tags::CUE);

/// The words of attribution of a sentence.
pub(crate) fn voices(page: &Page<'_, '_>, sentence: &Sentence) -> Vec<Voice> {
    let mut found: Vec<Voice> = Vec::new();
    found.extend(with_colon(page, sentence));
    found.extend(with_dash(page, sentence));
    for cue in page.within(&page.follows, sentence) {
        let voice = right_of(page, sentence, cue.next, Strictness::Loose);
        found.extend(voice.map(|(first, next, who)| Voice { at: cue.first, first, next, who, denies: false }));
    }
    for at in page.tagged(sentence, CUES) {
        let tags = page.tags[at];
        let channel_cue = tags.any(Tags::RETELL);
        if let Some((first, next, who)) = keeper(page, sentence, at) {
            found.push(Voice { at, first, next, who, denies: false });
            continue;
        }
        if let Some((first, next, who)) = whose(page, sentence, at) {
            found.push(Voice { at, first, next, who, denies: false });
            continue;
        }
        // "if the general is to be believed" names him before the verb, the other languages behind it.
        if page.says(at, &["верить", "вірити"]) {
            let voice = right_of(page, sentence, at + 1, Strictness::Loose);
            found.extend(voice.map(|(first, next, who)| Voice { at, first, next, who, denies: false }));
            continue;
        }
        if tags.any(Tags::ACCOUNT)
            && let Some((first, next, who)) = account(page, sentence, at)
        {
            found.push(Voice { at, first, next, who, denies: false });
            continue;
        }
        if channel_cue {
            let voice = right_of(page, sentence, at + 1, Strictness::Loose);
            found.extend(voice.map(|(first, next, who)| Voice { at, first, next, who, denies: false }));
            continue;
        }
        let held = tags.any(Tags::CONTROL)
            && page.says(at, &["held"])
            && at > sentence.first
            && page.mark(at - 1) == Some(',');
        if !tags.any(Tags::SAY.and(Tags::DENY)) && !held || is_attribute(page, at) || page.name(at).is_some() {
            continue;
        }
        let inverted = is_inverted(page, sentence, at);
        let left = || left_of(page, sentence, at);
        let right = || right_of(page, sentence, at + 1, Strictness::Close);
        let voice = if inverted { right().or_else(left) } else { left().or_else(right) };
        if let Some((first, next, who)) = voice {
            // "Reuters heard from officials": the outlet passes on what they said.
            if matches!(who, Who::Channel(_)) && page.says(at, &["heard", "learned", "learnt"]) {
                let told = right_of(page, sentence, at + 1, Strictness::Loose);
                found.extend(told.map(|(first, next, who)| Voice { at, first, next, who, denies: false }));
            }
            found.push(Voice { at, first, next, who, denies: tags.any(Tags::DENY) });
        }
    }
    found
}

/// "an estimated 500", "the reported losses", "confirmed deaths": no verb.
pub(crate) fn is_attribute(page: &Page<'_, '_>, at: usize) -> bool {
    at > 0
        && page.goes_on(at)
        && page.says(at - 1, &["a", "an", "the", "some", "to", "were", "was", "be"])
        && !page.says(at, &["said", "reported", "announced", "confirmed", "recorded"])
        || page.says(at, &["state", "states"]) && page.words[at].capital
}

/// Whether the speaker stands behind the verb: «…», said X; as X said.
fn is_inverted(page: &Page<'_, '_>, sentence: &Sentence, at: usize) -> bool {
    if at == sentence.first {
        return true;
    }
    let before = at - 1;
    match page.mark(before) {
        Some(',' | '"' | '”' | '»' | '—' | '–' | '-' | '“') => {
            // "Moscow, which…, said": a name that the comma closes off goes with the verb.
            !matches!(page.mark(before), Some(',')) || !is_apposition(page, sentence, before)
        }
        Some(_) => false,
        // "the report of which Reuters wrote" is inverted in the languages with cases.
        None => page.says(before, &["як", "как", "so", "as", "котором", "которых", "которой", "якому", "якій", "яких"]),
    }
}

/// Whether a comma closes an apposition that a name opens: "Peskov, the spokesman, said".
fn is_apposition(page: &Page<'_, '_>, sentence: &Sentence, comma: usize) -> bool {
    let from = comma.saturating_sub(REACH).max(sentence.first);
    let Some(open) = (from..comma).rev().find(|index| page.mark(*index) == Some(',')) else { return false };
    let named = open > 0 && page.name(open - 1).is_some_and(|name| name.means.source.is_some());
    let verb = (open..comma).any(|index| page.is(index, Tags::SAY.and(Tags::LOSE)));
    named && !verb && !page.is(comma + 1, Tags::NONE) && page.language == gainsay_text::Language::English
        || named
            && !verb
            && page.goes_on(comma + 1)
            && page.words.get(comma + 2).is_some_and(|word| word.digits || !word.capital)
            && page.name(comma + 2).is_none()
}

/// "General Staff: …", «Шойгу: …», «Джерело: Генштаб».
fn with_colon(page: &Page<'_, '_>, sentence: &Sentence) -> Option<Voice> {
    let colon =
        (sentence.first + 1..sentence.next.min(sentence.first + 9)).find(|index| page.mark(*index) == Some(':'))?;
    let source_line = page.says(sentence.first, &["джерело", "source", "источник"]);
    let place = if source_line { colon + 1 } else { colon - 1 };
    let name = if source_line {
        (place..(place + 5).min(sentence.next))
            .find_map(|index| page.name(index).filter(|name| name.means.source.is_some()))?
    } else {
        // "Ukraine war: …" names a theme; a mark may stand between a name and its colon.
        let closed = page.mark(place).and(place.checked_sub(1));
        page.name(place).or_else(|| page.name(closed?))?
    };
    // "Losses of Russia: 500" names whose losses they are.
    let loses = (sentence.first..colon)
        .any(|index| page.is(index, Tags::LOSE.and(Tags::KILL).and(Tags::DESTROY).and(Tags::CASUALTY)));
    let source = name.means.source.filter(|_| !loses || source_line)?;
    let who = Who::Named(Speaker { source, person: name.means.speaker });
    Some(Voice { at: colon, first: name.first, next: name.next, who, denies: false })
}

/// "the ministry, whose last toll was": who stands before the comma gave it.
fn whose(page: &Page<'_, '_>, sentence: &Sentence, at: usize) -> Option<(usize, usize, Who)> {
    if !page.says(at, &["whose", "чий", "чия", "чиї", "чьи", "чья", "чей"]) {
        return None;
    }
    let comma = at.checked_sub(1).filter(|comma| *comma > sentence.first && page.mark(*comma) == Some(','))?;
    let to = (at + 5).min(sentence.next);
    (at..to).find(|index| page.is(*index, Tags::ACCOUNT) || page.says(*index, &["toll", "official"]))?;
    let office_before = || page.is(comma - 1, OFFICES).then(|| (comma - 1, comma, office(page, sentence, comma - 1)));
    named_up_to(page, comma).or_else(office_before)
}

/// A headline that ends with its speaker: «Сили оборони знищили сотню танків — Павлюк».
fn with_dash(page: &Page<'_, '_>, sentence: &Sentence) -> Option<Voice> {
    let from = sentence.next.saturating_sub(LAST_WORDS).max(sentence.first + 1);
    let dash = (from..sentence.next).rev().find(|index| matches!(page.mark(*index), Some('—' | '–' | '-' | '|')));
    let dash =
        dash.filter(|dash| sentence.headline && page.words.get(dash + 1).is_some_and(|word| word.gap != Gap::Glued))?;
    let verb =
        (dash + 1..sentence.next).any(|index| page.is(index, Tags::LOSE.and(Tags::KILL)) || page.words[index].digits);
    let named =
        |index: usize| page.name(index).filter(|name| name.means.source.is_some() && name.means.channel.is_none());
    let name = (dash + 1..sentence.next).find_map(named).filter(|name| !verb && name.next + 1 >= sentence.next)?;
    let who = Who::Named(Speaker { source: name.means.source?, person: name.means.speaker });
    Some(Voice { at: dash, first: name.first, next: name.next, who, denies: false })
}

/// How many words at most stand behind the dash.
const LAST_WORDS: usize = 7;

/// "by his account", "Russia's data", "the estimate of X", «дані Генштабу», «за його словами».
fn account(page: &Page<'_, '_>, sentence: &Sentence, at: usize) -> Option<(usize, usize, Who)> {
    let papers = (at + 1..(at + 8).min(sentence.next)).take_while(|index| page.mark(*index).is_none()).find(|index| {
        page.says(
            *index,
            &[
                "document",
                "documents",
                "papers",
                "slide",
                "slides",
                "документов",
                "документах",
                "документів",
                "документе",
            ],
        )
    });
    if let Some(papers) = papers.filter(|papers| page.name(*papers).is_none()) {
        return Some((papers, papers + 1, Who::Stranger));
    }
    let owned = (at.saturating_sub(2).max(sentence.first)..at).any(|index| page.words[index].possessive);
    let verb = page.is(at, Tags::SAY) && page.says(at, &["claims", "claim", "report", "estimates", "count"]);
    if verb && !owned && !opens(page, at) {
        return None;
    }
    let from = at.saturating_sub(5).max(sentence.first);
    if let Some(our) = (from..at).find(|index| page.says(*index, OUR)).filter(|our| !is_quoted(page, sentence, *our)) {
        let who = publisher(page).map_or(Who::Stranger, Who::Named);
        return Some((our, at, who));
    }
    let from = at.saturating_sub(4).max(sentence.first);
    for index in (from..at).rev() {
        if page.is(index, Tags::POSSESSIVE)
            && at - index <= 2
            && index > sentence.first
            && page.is(index - 1, Tags::FUNCTION)
        {
            let person = page.says(index, &["his", "her", "його", "її", "его", "ее"]);
            return Some((index, at, Who::Before(if person { Tags::PRONOUN } else { Tags::NONE })));
        }
        if let Some(name) = page.name(index).filter(|name| name.next <= at && page.words[name.next - 1].possessive) {
            let source = name.means.source?;
            return Some((name.first, at, Who::Named(Speaker { source, person: name.means.speaker })));
        }
        // «у Генштаба цифры другие»: who has them is named before.
        if let Some(name) = page.name(index).filter(|name| name.next <= at && name.first > sentence.first)
            && page.says(name.first - 1, &["у", "в"])
            && name.means.place.is_none()
            && !opens(page, at)
            && let Some(source) = name.means.source.filter(|_| name.means.channel.is_none())
        {
            return Some((name.first, name.next, Who::Named(Speaker { source, person: name.means.speaker })));
        }
        // "a Mediazona tally", "the Oryx list"
        if let Some(name) = page
            .name(index)
            .filter(|name| name.next == at && name.means.place.is_none() && name.means.subject.is_none())
            && let Some(source) = name.means.source
        {
            return Some((name.first, at, Who::Named(Speaker { source, person: name.means.speaker })));
        }
        if page.words[index].possessive && page.is(index, OFFICES) {
            return Some((index, at, office(page, sentence, index)));
        }
    }
    if page.language != gainsay_text::Language::English {
        // «заяву ватажка «Вагнера» Євгена Пригожина»
        let to = (at + 9).min(sentence.next);
        let clear = |index: &usize| {
            !matches!(page.mark(*index), Some(',' | ';' | ':' | '.' | '(')) && !page.is(*index, Tags::FUNCTION)
        };
        let names: Vec<_> = (at + 1..to).take_while(clear).filter_map(|index| page.name(index)).collect();
        let person = names.iter().find(|name| name.means.speaker.is_some()).filter(|_| page.is(at, Tags::ACCOUNT));
        if let Some(name) = person
            && let Some(source) = name.means.source
        {
            return Some((name.first, name.next, Who::Named(Speaker { source, person: name.means.speaker })));
        }
    }
    if !opens(page, at) && !page.says(at + 1, &["of", "by", "from"]) && page.language == gainsay_text::Language::English
    {
        return None;
    }
    // «за даними співрозмовника Reuters», «итог проекта Oryx»: a source of an outlet is nobody known, an outlet is itself.
    let is_quote = |index: usize| matches!(page.mark(index), Some('"' | '«' | '“' | '„'));
    let between = page.is(at + 1, OFFICES) && page.name(at + 1).is_none();
    let begins = at + 1 + usize::from(between);
    let begins = begins + usize::from(is_quote(begins));
    if between && page.meaning(begins).channel.is_some() {
        return Some((at + 1, at + 2, Who::Stranger));
    }
    let name = page
        .name(at + 1)
        .or_else(|| page.name(at + 2))
        .or_else(|| page.name(begins))
        .or_else(|| page.says(at + 1, &["of", "by", "from"]).then(|| page.name(at + 3)).flatten())?;
    let source = name.means.source.filter(|_| name.first > at && name.next <= sentence.next)?;
    let cyrillic = page.language != gainsay_text::Language::English;
    let project = !between || page.is(at + 1, Tags::OUTLET);
    (opens(page, at) || cyrillic && project && name.first == begins).then_some((
        name.first,
        name.next,
        Who::Named(Speaker { source, person: name.means.speaker }),
    ))
}

const OUR: &[&str] =
    &["our", "наш", "наша", "наши", "нашей", "нашего", "нашим", "наші", "нашою", "нашої", "нашими", "нашому", "наше"];

/// Whether somebody's words are quoted at a word of a sentence.
fn is_quoted(page: &Page<'_, '_>, sentence: &Sentence, at: usize) -> bool {
    (sentence.first..at).any(|index| matches!(page.mark(index), Some('"' | '“' | '«' | '„')))
        || page.mark(sentence.first.saturating_sub(1)).is_some_and(|mark| matches!(mark, '"' | '“' | '«' | '„'))
}

/// The outlet that publishes the text, which is "we" in it.
fn publisher(page: &Page<'_, '_>) -> Option<Speaker> {
    let source = page.raw.vocabulary.find_source(page.raw.publisher?)?;
    let speaker = Speaker { source, person: None };
    is_outlet(page, speaker).then_some(speaker)
}

/// Whether a noun of saying is tied to the statement: "by the account of", «за даними», "the estimate of".
fn opens(page: &Page<'_, '_>, at: usize) -> bool {
    (1..=3).any(|back| {
        at >= back
            && page.says(
                at - back,
                &["by", "in", "per", "on", "за", "по", "із", "зі", "згідно", "согласно", "the", "its", "from"],
            )
    })
}
