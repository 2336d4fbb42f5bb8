//! Who speaks in a sentence: verbs of saying with whom they name, "according to", "by its account", and a name with a colon.

use crate::lexicon::Tags;
use crate::page::{Page, Sentence};
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
const REACH: usize = 18;
const OFFICES: Tags = Tags::MINISTRY.and(Tags::MILITARY).and(Tags::PRESIDENT).and(Tags::OFFICIAL).and(Tags::STRANGER);

/// The words of attribution of a sentence.
pub(crate) fn voices(page: &Page<'_, '_>, sentence: &Sentence) -> Vec<Voice> {
    let mut found: Vec<Voice> = Vec::new();
    found.extend(with_colon(page, sentence));
    for cue in page.within(&page.follows, sentence) {
        let voice = right_of(page, sentence, cue.next, Strictness::Loose);
        found.extend(voice.map(|(first, next, who)| Voice { at: cue.first, first, next, who, denies: false }));
    }
    for at in sentence.first..sentence.next {
        let tags = page.tags[at];
        let channel_cue = tags.any(Tags::RETELL);
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
fn is_attribute(page: &Page<'_, '_>, at: usize) -> bool {
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
        None => page.says(before, &["як", "как", "so", "as"]),
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
    let name = page.name(place).or_else(|| page.name(place.checked_sub(1)?))?;
    // "Losses of Russia: 500" names whose losses they are.
    let loses = (sentence.first..colon)
        .any(|index| page.is(index, Tags::LOSE.and(Tags::KILL).and(Tags::DESTROY).and(Tags::CASUALTY)));
    let source = name.means.source.filter(|_| !loses || source_line)?;
    let who = Who::Named(Speaker { source, person: name.means.speaker });
    Some(Voice { at: colon, first: name.first, next: name.next, who, denies: false })
}

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
    if page.is(at, Tags::SAY) && page.says(at, &["claims", "claim", "report", "estimates", "count"]) && !opens(page, at)
    {
        return None;
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
    let name = page
        .name(at + 1)
        .or_else(|| page.name(at + 2))
        .or_else(|| page.says(at + 1, &["of", "by", "from"]).then(|| page.name(at + 3)).flatten())?;
    let source = name.means.source.filter(|_| name.first > at && name.next <= sentence.next)?;
    let cyrillic = page.language != gainsay_text::Language::English;
    (opens(page, at) || cyrillic && name.first == at + 1).then_some((
        name.first,
        name.next,
        Who::Named(Speaker { source, person: name.means.speaker }),
    ))
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

/// The speaker to the left of a verb.
fn left_of(page: &Page<'_, '_>, sentence: &Sentence, at: usize) -> Option<(usize, usize, Who)> {
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
            let title = opens_title(page, name.first, name.next);
            if (!possessive || owned_office) && !title && !stands_oblique(page, name.first) {
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
        if page.is(index, Tags::STRANGER) && stands_oblique(page, index) {
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

/// The first word of a title in quotes: the "Ukraine Year 2024" forum.
fn opens_title(page: &Page<'_, '_>, first: usize, next: usize) -> bool {
    let quote = |index: usize| page.mark(index).is_some_and(|mark| matches!(mark, '"' | '“' | '”' | '«' | '»' | '„'));
    first > 0
        && quote(first - 1)
        && !quote(next)
        && !quote(next.saturating_sub(1))
        && page.goes_on(first)
        && page.words[next.min(page.words.len() - 1)].capital
}

/// "in Ukraine", "на Украине", "of Russia", "against Moscow": a name that is no subject.
fn stands_oblique(page: &Page<'_, '_>, first: usize) -> bool {
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

#[derive(Clone, Copy, PartialEq, Eq)]
enum Strictness {
    /// The name must follow soon, in the same clause.
    Close,
    /// The name is announced.
    Loose,
}

/// The speaker to the right of a word.
fn right_of(
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
            if !possessive && !oblique && !(place_only && strictness == Strictness::Close) {
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

/// "he" and "she" mean a person; "it" means whoever was spoken of.
fn pronoun(page: &Page<'_, '_>, at: usize) -> Who {
    let person = page.says(at, &["he", "she", "він", "вона", "он", "она"]);
    Who::Before(if person { Tags::PRONOUN } else { Tags::NONE })
}

/// Nations whose officials speak for one source.
const FOREIGN: &[(&str, &[&str])] = &[
    (
        "uk-mod",
        &[
            "british",
            "britain",
            "britain's",
            "uk",
            "kingdom",
            "london",
            "британська",
            "британської",
            "британський",
            "британии",
            "британські",
            "британського",
            "британская",
            "британской",
            "великобритании",
            "британії",
            "великобританії",
            "лондоне",
            "лондоні",
        ],
    ),
    (
        "us-government",
        &[
            "american",
            "america",
            "us",
            "washington",
            "американські",
            "американський",
            "американська",
            "американської",
            "американские",
            "американский",
            "американской",
            "американского",
            "сша",
        ],
    ),
    (
        "norwegian-armed-forces",
        &["norwegian", "norway", "norway's", "норвезький", "норвежский", "норвегії", "норвегии"],
    ),
    ("french-government", &["french", "france", "french", "французький", "французский"]),
    ("nato", &["alliance", "alliance's", "nato's"]),
];

/// Whose office a word stands for: "Russian officials", «речник відомства».
fn office(page: &Page<'_, '_>, sentence: &Sentence, at: usize) -> Who {
    if page.is(at, Tags::STRANGER) {
        return Who::Stranger;
    }
    let from = at.saturating_sub(3).max(sentence.first);
    let to = (at + 6).min(sentence.next);
    let to = (at + 1..to).find(|index| page.is(*index, Tags::SAY)).unwrap_or(to);
    let unmarked = |index: &usize| page.mark(*index).is_none();
    let mut sides = (from..at).rev().take_while(unmarked).chain((at + 1..to).take_while(unmarked));
    let side = sides.find_map(|index| {
        let tags = page.tags[index].only(Tags::RUSSIA.and(Tags::UKRAINE));
        (!tags.is_none()).then_some(tags)
    });
    let ministry = (at..to).any(|index| page.is(index, Tags::MINISTRY));
    let president = page.is(at, Tags::PRESIDENT);
    let id = match side {
        Some(side) if side.any(Tags::UKRAINE) => match (ministry, president) {
            (true, _) => "ukrainian-mod",
            (_, true) => "president-of-ukraine",
            _ => "ukraine",
        },
        Some(_) => match (ministry, president) {
            (true, _) => "russian-mod",
            (_, true) => "kremlin",
            _ => "russia",
        },
        None => {
            let foreign = (from..to)
                .find_map(|index| FOREIGN.iter().find(|(_, words)| page.says(index, words)).map(|(id, _)| *id));
            match foreign {
                Some(id) => id,
                None => return Who::Before(page.tags[at].only(OFFICES)),
            }
        }
    };
    match page.raw.vocabulary.find_source(id) {
        Some(source) => Who::Named(Speaker { source, person: None }),
        None => Who::Stranger,
    }
}
