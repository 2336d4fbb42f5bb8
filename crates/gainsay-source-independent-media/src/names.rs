//! Whom and what a text names: every alias of the vocabulary, and this crate's people, offices and channels, found in one
//! walk in whatever case they stand.

use crate::lexicon::{PlainHash, Tags, WordHash};
use crate::people::{ANSWERS_FOR, CHANNELS, OFFICES, PEOPLE};
use crate::place::REGIONS;
use crate::words::{Gap, Word};
use gainsay_claim::vocabulary::{Kind, MeasureId, Noun, PlaceId, SourceId, SubjectId, Vocabulary};
use std::collections::HashMap;
use std::sync::{Arc, LazyLock, RwLock};

/// What a name stands for; "Wagner" is a source and a subject.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Meaning {
    pub source: Option<SourceId>,
    pub subject: Option<SubjectId>,
    pub place: Option<PlaceId>,
    pub measure: Option<MeasureId>,
    /// The person whose name it is.
    pub speaker: Option<&'static str>,
    /// The outlet that passes on what others say.
    pub channel: Option<&'static str>,
}

/// A name in a text, from its first word up to the one behind it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Name {
    pub first: usize,
    pub next: usize,
    pub means: Meaning,
}

/// One word of an alias.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Part {
    whole: u64,
    stem: u64,
    adjective: bool,
    capital: bool,
    mark: char,
}

struct Alias {
    parts: Box<[Part]>,
    means: Meaning,
}

/// Every alias, by the stem of its first word.
#[derive(Default)]
pub(crate) struct Names {
    aliases: Vec<Alias>,
    by_first: HashMap<u64, Vec<u32>, PlainHash>,
    filter: Vec<u64>,
}

const FILTER: usize = 1 << 9;
/// The shortest stem that stands for all its forms, in letters; shorter names must stand as they are written.
const SHORTEST_STEM: u8 = 4;

const fn slot(hash: u64) -> (usize, u64) {
    let place = hash ^ hash >> 23 ^ hash >> 41;
    ((place >> 6) as usize % FILTER, 1 << (place & 63))
}

impl Names {
    fn build(vocabulary: &Vocabulary) -> Names {
        let mut names = Names { filter: vec![0; FILTER], ..Names::default() };
        let mut known: HashMap<Vec<(u64, char)>, u32> = HashMap::new();
        let fold = |source: SourceId| {
            let id = &*vocabulary.source(source).entry.id;
            let answers = ANSWERS_FOR.iter().find(|(organ, _)| *organ == id);
            answers.and_then(|(_, office)| vocabulary.find_source(office)).unwrap_or(source)
        };
        let mut add = |text: &str, means: Meaning| names.add(text, means, &mut known);
        for (number, source) in vocabulary.sources().iter().enumerate() {
            let id = fold(SourceId(number as u32));
            let channel =
                CHANNELS.iter().find(|(channel, _)| **channel == *source.entry.id).map(|(channel, _)| *channel);
            for alias in wordings(&source.entry) {
                add(alias, Meaning { source: Some(id), channel, ..Meaning::default() });
            }
        }
        for number in 0..vocabulary.ids(Noun::Subject).len() as u32 {
            for alias in wordings(&vocabulary.subject(SubjectId(number)).entry) {
                add(alias, Meaning { subject: Some(SubjectId(number)), ..Meaning::default() });
            }
        }
        for number in 0..vocabulary.ids(Noun::Place).len() as u32 {
            for alias in wordings(&vocabulary.place(PlaceId(number)).entry) {
                add(alias, Meaning { place: Some(PlaceId(number)), ..Meaning::default() });
            }
        }
        for (region, wordings) in REGIONS {
            for wording in wordings.split('|') {
                add(wording, Meaning { place: vocabulary.find_place(region), ..Meaning::default() });
            }
        }
        for (number, measure) in vocabulary.measures().iter().enumerate() {
            let things = measure.unit.as_deref().is_some_and(|unit| unit != "people" && unit != "percent");
            if measure.kind == Kind::Count && things {
                for alias in measure.entry.aliases.values().flatten() {
                    add(alias, Meaning { measure: Some(MeasureId(number as u32)), ..Meaning::default() });
                }
            }
        }
        for person in PEOPLE {
            let source = vocabulary.find_source(person.office);
            for name in person.names.split('|') {
                let means = Meaning { source, speaker: Some(person.id), ..Meaning::default() };
                add(name, means);
                // «Песков» looks like a plural of which «-ов» is the ending; its other cases do not.
                if name.ends_with("ов") {
                    add(&format!("{name}а"), means);
                }
            }
        }
        for (office, wordings) in OFFICES {
            if let Some(source) = vocabulary.find_source(office) {
                for wording in wordings.split('|') {
                    add(wording, Meaning { source: Some(source), ..Meaning::default() });
                }
            }
        }
        for (channel, wordings) in CHANNELS {
            for wording in wordings.split('|') {
                add(wording, Meaning { channel: Some(channel), ..Meaning::default() });
            }
        }
        for list in names.by_first.values_mut() {
            list.sort_by_key(|number| std::cmp::Reverse(names.aliases[*number as usize].parts.len()));
        }
        names
    }

    fn add(&mut self, text: &str, means: Meaning, known: &mut HashMap<Vec<(u64, char)>, u32>) {
        let parts: Box<[Part]> = parts(text);
        let Some(first) = parts.first().copied().filter(|first| first.mark == ' ') else { return };
        let key: Vec<(u64, char)> = parts.iter().map(|part| (part.whole, part.mark)).collect();
        if let Some(number) = known.get(&key) {
            let known = &mut self.aliases[*number as usize];
            // "UN Human Rights Office" and "UN human rights office": small letters are enough where one has them.
            for (part, other) in known.parts.iter_mut().zip(&parts) {
                part.capital &= other.capital;
            }
            let old = &mut known.means;
            // The first meaning of a kind counts, so that a corpus adds and does not replace.
            *old = Meaning {
                source: old.source.or(means.source),
                subject: old.subject.or(means.subject),
                place: old.place.or(means.place),
                measure: old.measure.or(means.measure),
                speaker: old.speaker.or(means.speaker),
                channel: old.channel.or(means.channel),
            };
            return;
        }
        let number = self.aliases.len() as u32;
        known.insert(key, number);
        self.by_first.entry(first.stem).or_default().push(number);
        let (place, bit) = slot(first.stem);
        self.filter[place] |= bit;
        self.aliases.push(Alias { parts, means });
    }

    /// The names of a text, the longest at each place; none overlaps another.
    pub fn find(&self, words: &[Word]) -> Vec<Name> {
        let mut found = Vec::new();
        let mut index = 0;
        while let Some(word) = words.get(index) {
            let (place, bit) = slot(word.stem);
            if word.mark != ' ' || word.digits || self.filter[place] & bit == 0 {
                index += 1;
                continue;
            }
            match self.at(words, index) {
                Some(name) => {
                    index = name.next;
                    found.push(name);
                }
                None => index += 1,
            }
        }
        found
    }

    fn at(&self, words: &[Word], first: usize) -> Option<Name> {
        let aliases = self.by_first.get(&words[first].stem)?;
        let mut best: Option<Name> = None;
        for number in aliases.iter().take(MOST_ALIASES) {
            let alias = &self.aliases[*number as usize];
            let Some(next) = stands(&alias.parts, words, first) else { continue };
            // Of two spellings that fit, the one that covers more words counts; they mean the same things together.
            match &mut best {
                Some(name) if name.next > next => {}
                Some(name) if name.next == next => name.means = joined(name.means, alias.means),
                _ => best = Some(Name { first, next, means: alias.means }),
            }
        }
        best
    }
}

/// No word begins more names than this in any vocabulary of sense; the limit keeps the walk linear.
const MOST_ALIASES: usize = 400;

fn joined(one: Meaning, other: Meaning) -> Meaning {
    Meaning {
        source: one.source.or(other.source),
        subject: one.subject.or(other.subject),
        place: one.place.or(other.place),
        measure: one.measure.or(other.measure),
        speaker: one.speaker.or(other.speaker),
        channel: one.channel.or(other.channel),
    }
}

/// The token behind an alias, if it stands at a token.
fn stands(parts: &[Part], words: &[Word], first: usize) -> Option<usize> {
    let mut index = first;
    for (place, part) in parts.iter().enumerate() {
        let mut word = words.get(index)?;
        if place > 0 && word.gap >= Gap::Line {
            return None;
        }
        if part.mark != ' ' {
            if word.mark != part.mark && !(is_quote(word.mark) && is_quote(part.mark)) {
                // Quotation marks of an alias may be left out.
                if is_quote(part.mark) {
                    continue;
                }
                return None;
            }
            index += 1;
            continue;
        }
        if is_quote(word.mark) {
            index += 1;
            word = words.get(index)?;
        }
        let same = word.whole == part.whole
            || word.stem == part.stem && word.stem_letters >= SHORTEST_STEM && word.adjective == part.adjective;
        if !same || part.capital && !word.capital {
            return None;
        }
        index += 1;
    }
    Some(index)
}

fn is_quote(mark: char) -> bool {
    matches!(mark, '«' | '»' | '"' | '“' | '”' | '„' | '\'' | '‘' | '’')
}

/// The words of an alias.
fn parts(text: &str) -> Box<[Part]> {
    crate::words::words(text)
        .iter()
        .enumerate()
        .filter(|(place, word)| !(*place == 0 && is_quote(word.mark)))
        .map(|(_, word)| {
            let digits = if word.digits { WordHash::of("").whole() ^ word.span.end as u64 } else { 0 };
            Part {
                whole: word.whole ^ digits,
                stem: word.stem ^ digits,
                adjective: word.adjective,
                capital: word.capital,
                mark: word.mark,
            }
        })
        .collect()
}

/// The label and the aliases of an entry.
fn wordings(entry: &gainsay_claim::vocabulary::Entry) -> impl Iterator<Item = &str> {
    std::iter::once(&*entry.label).chain(entry.aliases.values().flatten().map(String::as_str))
}

/// A table with the number of the vocabulary that it was made of.
type Table = (u64, Arc<Names>);

/// The tables of the vocabularies that were used last, by what is in them.
static TABLES: LazyLock<RwLock<Vec<Table>>> = LazyLock::new(RwLock::default);
const MOST_TABLES: usize = 8;

/// The names of a vocabulary. Its table is built once, and found again by everything that it is made of.
pub(crate) fn of(vocabulary: &Vocabulary) -> Arc<Names> {
    let print = fingerprint(vocabulary);
    if let Ok(tables) = TABLES.read()
        && let Some((_, names)) = tables.iter().find(|(of, _)| *of == print)
    {
        return Arc::clone(names);
    }
    let names = Arc::new(Names::build(vocabulary));
    if let Ok(mut tables) = TABLES.write() {
        // Two threads may have made it at once; the first is kept.
        if let Some((_, names)) = tables.iter().find(|(of, _)| *of == print) {
            return Arc::clone(names);
        }
        if tables.len() >= MOST_TABLES {
            tables.remove(0);
        }
        tables.push((print, Arc::clone(&names)));
    }
    names
}

/// A number that changes with every word of a vocabulary that matters here.
fn fingerprint(vocabulary: &Vocabulary) -> u64 {
    let mut print = Print(0x9e37_79b9_7f4a_7c15);
    for source in vocabulary.sources() {
        print.entry(&source.entry);
    }
    for measure in vocabulary.measures() {
        print.entry(&measure.entry);
    }
    for number in 0..vocabulary.ids(Noun::Subject).len() as u32 {
        print.entry(&vocabulary.subject(SubjectId(number)).entry);
    }
    for number in 0..vocabulary.ids(Noun::Place).len() as u32 {
        print.entry(&vocabulary.place(PlaceId(number)).entry);
    }
    print.0
}

struct Print(u64);

impl Print {
    fn entry(&mut self, entry: &gainsay_claim::vocabulary::Entry) {
        self.take(print(&entry.id));
        wordings(entry).for_each(|wording| self.take(print(wording)));
    }

    fn take(&mut self, number: u64) {
        self.0 = self.0.wrapping_mul(ODD).wrapping_add(number);
    }
}

const ODD: u64 = 0x2545_f491_4f6c_dd1d;

/// A number for a text. Each text has its own, so that a processor works on several at once.
fn print(text: &str) -> u64 {
    let (eights, rest) = text.as_bytes().as_chunks::<8>();
    let mut print = (text.len() as u64).wrapping_mul(ODD);
    for eight in eights {
        print = (print ^ u64::from_le_bytes(*eight)).wrapping_mul(ODD).rotate_left(29);
    }
    let last = rest.iter().fold(0_u64, |last, byte| last << 8 | u64::from(*byte));
    (print ^ last).wrapping_mul(ODD)
}

/// Adds to each word what the name over it tells: a force is a side.
pub(crate) fn side_tags(vocabulary: &Vocabulary, subject: SubjectId) -> Tags {
    let root = vocabulary.subject(SubjectId(vocabulary.subject(subject).entry.root));
    match &*root.entry.id {
        "russian-forces" => Tags::RUSSIA,
        "ukrainian-forces" => Tags::UKRAINE,
        "civilians" => Tags::CIVILIAN,
        _ => Tags::NONE,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use gainsay_claim::vocabulary::{BUILT_IN, Fragment};

    fn vocabulary() -> Vocabulary {
        let built_in = Fragment { record: serde_json::from_str(BUILT_IN).expect("well formed") };
        Vocabulary::build(vec![built_in]).0
    }

    #[test]
    fn inflected_names_are_found_and_near_misses_are_not() {
        let vocabulary = vocabulary();
        let names = of(&vocabulary);
        let first = |text: &str| names.find(&crate::words::words(text)).first().map(|name| name.means);
        let place = |text: &str| {
            first(text).and_then(|means| means.place).map(|place| vocabulary.place(place).entry.id.to_string())
        };
        assert_eq!(first("Зеленського").and_then(|means| means.speaker), Some("volodymyr-zelensky"));
        assert_eq!(first("Конашенковым").and_then(|means| means.speaker), Some("igor-konashenkov"));
        assert_eq!(first("Ковальова").and_then(|means| means.speaker), Some("andrii-kovalov"));
        assert_eq!(first("Шойгу").and_then(|means| means.speaker), Some("sergei-shoigu"));
        assert_eq!(place("Бахмутом").as_deref(), Some("bakhmut"));
        assert_eq!(place("в Соледаре").as_deref(), Some("soledar"));
        // An adjective of a town is not the town, a sum is not Sumy, and small letters name nobody.
        assert_eq!(place("Луганской"), None);
        assert_eq!(place("Сума"), None);
        assert_eq!(place("бахмутом"), None);
    }

    #[test]
    fn a_table_is_made_anew_for_other_words() {
        let one = of(&vocabulary());
        let mut own =
            serde_json::json!({"format": "gainsay.vocabulary/v1", "places": [{"id": "x", "label": "Xanadu"}]});
        let built = |own: &serde_json::Value| {
            let text = own.to_string();
            let built_in = Fragment { record: serde_json::from_str(BUILT_IN).expect("well formed") };
            let own = Fragment { record: serde_json::from_str(Box::leak(text.into_boxed_str())).expect("well formed") };
            Vocabulary::build(vec![built_in, own]).0
        };
        let two = of(&built(&own));
        own["places"][0]["label"] = "Xanada".into();
        let three = of(&built(&own));
        assert!(!Arc::ptr_eq(&one, &two) && !Arc::ptr_eq(&two, &three));
        assert!(Arc::ptr_eq(&one, &of(&vocabulary())));
    }
}
