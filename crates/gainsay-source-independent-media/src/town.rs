//! Which town a text speaks of, and the clauses in which it does.

use crate::lexicon::Tags;
use crate::page::{Page, Sentence};
use crate::scene::Scene;
use crate::voice::Speaker;
use chrono::NaiveDate;
use gainsay_claim::vocabulary::SubjectId;

/// The town that is spoken of, and what was last said of it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Town {
    pub id: Option<String>,
    /// The paragraph in which it was named last.
    paragraph: usize,
    /// The sentence in which it was named last, by its first word.
    named: usize,
    /// Whether the text has named one town only.
    several: bool,
    /// What was last said of who holds it.
    pub held: Option<Held>,
}

/// What was said of a town.
#[derive(Clone, Debug)]
pub(crate) struct Held {
    pub subject: SubjectId,
    pub by: Speaker,
    pub place: String,
    pub state: &'static str,
    pub days: Option<(NaiveDate, NaiveDate)>,
    /// The sentence that said it, by its number in the text.
    pub paragraph: usize,
}

/// A word or name that means a town.
#[derive(Clone, Debug)]
pub(crate) struct Mention {
    pub at: usize,
    pub place: String,
    /// Whether only a part of it is meant.
    pub part: bool,
}

impl Town {
    /// Keeps the town that a sentence names.
    pub fn see(&mut self, page: &Page<'_, '_>, sentence: &Sentence) {
        let mut names = page.names_in(sentence).iter().filter_map(|name| town(page, name.first));
        let Some(first) = names.next() else { return };
        self.several |= self.id.as_deref().is_some_and(|known| known != first) || names.any(|other| other != first);
        if self.id.as_deref() != Some(first) {
            self.id = Some(first.to_owned());
        }
        self.paragraph = sentence.paragraph;
        self.named = sentence.first;
    }

    /// The town that "the town" and "it" mean at a word.
    pub fn near(&self, page: &Page<'_, '_>, index: usize) -> Option<String> {
        let last = (self.named..index).rev().take(60).find_map(|index| town(page, index));
        if let Some(last) = last {
            return Some(last.to_owned());
        }
        let paragraph = page.sentences.partition_point(|sentence| sentence.first <= index);
        let paragraph = page.sentences.get(paragraph.saturating_sub(1)).map_or(0, |sentence| sentence.paragraph);
        let near = !self.several || paragraph <= self.paragraph + 1;
        self.id.clone().filter(|_| near)
    }
}

/// The town that a name means: no country, no region, and nobody who speaks.
fn town<'p>(page: &'p Page<'_, '_>, index: usize) -> Option<&'p str> {
    let name = page.name(index)?;
    let id = &*page.raw.vocabulary.place(name.means.place?).entry.id;
    let wide = ["ukraine", "russia", "moscow", "kyiv", "everywhere", "donbas", "black-sea", "crimea", "arabat-spit"];
    let is_town = !wide.contains(&id) && !id.ends_with("-oblast");
    (is_town && name.means.source.is_none()).then_some(id)
}

/// The town that a word means: its name, "the town", "it".
pub(crate) fn mention(page: &Page<'_, '_>, known: &Town, index: usize) -> Option<Mention> {
    if page.name(index).is_some() {
        let place = town(page, index)?.to_owned();
        return Some(Mention { at: index, place, part: false });
    }
    let generic = page.is(index, Tags::TOWN) || page.says(index, &["territory", "територія", "територію", "територии"]);
    if generic {
        // "the village of Ocheretyne": one that the vocabulary does not have.
        let of = if page.says(index + 1, &["of"]) { index + 2 } else { index + 1 };
        let named = page.words.get(of).is_some_and(|word| word.capital) && page.mark(index + 1).is_none();
        if named {
            return None;
        }
        return Some(Mention { at: index, place: known.near(page, index)?, part: false });
    }
    let it = page.says(index, &["it", "його", "её", "ее", "его", "її"])
        && !page.words.get(index + 1).is_some_and(|word| word.adjective)
        && !page.is(index + 1, Tags::PEOPLE.and(Tags::MILITARY).and(Tags::OFFICIAL).and(Tags::SAY).and(Tags::PERFECT));
    let place = known.near(page, index).filter(|_| it)?;
    Some(Mention { at: index, place, part: false })
}

/// The first word of the phrase in which a town stands: "the ruined town of Bakhmut".
pub(crate) fn opens(page: &Page<'_, '_>, index: usize, first: usize) -> usize {
    let mut from = page.name(index).map_or(index, |name| name.first);
    while from > first && index - from < 6 {
        let word = &page.words[from - 1];
        let inside = word.adjective
            || page.is(from - 1, Tags::WHOLE.and(Tags::TOWN).and(Tags::POSSESSIVE))
            || page.mark(from - 1).is_some_and(|mark| matches!(mark, '"' | '«' | '“' | '-'))
            || page.says(from - 1, &["the", "a", "ruined", "eastern", "key", "strategic", "besieged"])
            || page.says(from - 1, &["of"]) && page.is(from.saturating_sub(2), Tags::TOWN);
        if !inside {
            break;
        }
        from -= 1;
    }
    from
}

/// Whether a town is only where something is: "in the town", «під Бахмутом».
pub(crate) fn is_governed(page: &Page<'_, '_>, index: usize, first: usize) -> bool {
    let from = opens(page, index, first);
    from > 0
        && from >= first
        && page.says(
            from - 1,
            &[
                "in",
                "into",
                "to",
                "near",
                "toward",
                "towards",
                "around",
                "at",
                "for",
                "outside",
                "inside",
                "through",
                "from",
                "with",
                "by",
                "about",
                "against",
                "on",
                "в",
                "у",
                "во",
                "на",
                "біля",
                "около",
                "возле",
                "під",
                "под",
                "за",
                "к",
                "ко",
                "до",
                "навколо",
                "вокруг",
                "поблизу",
                "вблизи",
                "з",
                "із",
                "зі",
                "из",
                "с",
                "от",
                "від",
                "по",
                "про",
                "о",
                "об",
                "через",
                "для",
                "районі",
                "районе",
                "напрямку",
                "south",
                "north",
                "east",
                "west",
            ],
        )
}

/// Whether a mark or a turn of thought ends a clause.
fn ends(page: &Page<'_, '_>, index: usize) -> bool {
    match page.mark(index) {
        Some(',' | ';' | ':' | '.' | '—' | '–' | '!' | '?' | '(' | ')') => true,
        Some(_) => false,
        None => page.is(index, Tags::CONTRAST),
    }
}

/// How many words of a clause are looked at to each side.
const REACH: usize = 40;

/// The words of a clause around a word.
pub(crate) fn segment(page: &Page<'_, '_>, sentence: &Sentence, at: usize) -> (usize, usize) {
    let first = (sentence.first..at).rev().take(REACH).take_while(|index| !ends(page, *index)).last().unwrap_or(at);
    let next = (at..sentence.next).take(REACH).take_while(|index| !ends(page, *index)).last();
    let that =
        (first..at).rev().find(|index| page.is(*index, Tags::THAT) && page.is(index.saturating_sub(1), Tags::SAY));
    (that.map_or(first, |that| that + 1), next.map_or(at + 1, |index| index + 1))
}

/// The clause that goes on behind a parenthesis: "the town, he said, was taken".
pub(crate) fn wider(scene: &Scene<'_, '_, '_, '_>, first: usize) -> Option<(usize, usize)> {
    let page = scene.page;
    let mut first = first;
    for _ in 0..3 {
        let mark = first.checked_sub(1).filter(|mark| *mark > scene.sentence.first)?;
        if !matches!(page.mark(mark), Some(',' | '—' | '–' | ')')) {
            return None;
        }
        let (from, next) = segment(page, &scene.sentence, mark - 1);
        let speaks = scene
            .heard
            .statements
            .iter()
            .any(|statement| (from..next).contains(&statement.at) || (from..next).contains(&statement.first));
        let relative = (from..next).take(2).any(|index| {
            page.says(
                index,
                &[
                    "which",
                    "who",
                    "where",
                    "whose",
                    "який",
                    "яка",
                    "яке",
                    "які",
                    "яку",
                    "якого",
                    "де",
                    "который",
                    "которая",
                    "которое",
                    "которые",
                    "которую",
                    "где",
                    "home",
                ],
            )
        });
        if !speaks && !relative {
            return Some((from, next));
        }
        first = from;
    }
    None
}
