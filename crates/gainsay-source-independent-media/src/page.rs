//! A text laid out for readers: its words, its names, its figures and days by word, and how far apart words are in meaning.

use crate::lexicon::{Tags, lower};
use crate::names::{self, Meaning, Name};
use crate::words::{Gap, Word, join_wrapped_lines, words};
use chrono::NaiveDate;
use gainsay_claim::extract::RawDocument;
use gainsay_claim::vocabulary::SubjectId;
use gainsay_text::{Attribution, CodePoints, Found, Language, Number, Order, Reading, Span, When};

/// The most words that are looked at as one sentence; longer ones are cut, so that no text takes more than its length.
const LONGEST_SENTENCE: usize = 160;

/// A sentence, from its first word up to the one behind it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Sentence {
    pub first: usize,
    pub next: usize,
    pub paragraph: usize,
    /// The first line of a text of several.
    pub headline: bool,
    /// What any of its words can mean, so that what it does not speak of is passed by at once.
    pub tags: Tags,
    /// The names that begin in it, by their places among all.
    names: (usize, usize),
}

/// Something found at words.
#[derive(Clone, Debug)]
pub(crate) struct At<T> {
    pub first: usize,
    pub next: usize,
    pub what: T,
}

/// A text with all that was found in it.
pub(crate) struct Page<'a, 'v> {
    pub raw: &'v RawDocument<'a>,
    pub language: Language,
    pub words: Vec<Word>,
    pub names: Vec<Name>,
    /// The number of the name over each word, plus one.
    name_over: Vec<u32>,
    /// What each word means, with what the name over it adds.
    pub tags: Vec<Tags>,
    /// How far each word lies from the first in meaning: marks and turns of thought count more than words.
    distance: Vec<u32>,
    pub numbers: Vec<At<Number>>,
    pub orders: Vec<At<Order>>,
    pub dates: Vec<At<When>>,
    pub hedges: Vec<At<()>>,
    pub follows: Vec<At<()>>,
    pub sentences: Vec<Sentence>,
    pub today: Option<NaiveDate>,
    pub code_points: CodePoints<'a>,
    /// The text in small letters, each of which stands where it stood.
    small: String,
}

impl<'a, 'v> Page<'a, 'v> {
    pub fn of(raw: &'v RawDocument<'a>, language: Language) -> Page<'a, 'v> {
        let text = raw.text;
        let reading = Reading::of(text, language);
        let mut words = words(text);
        join_wrapped_lines(&mut words, text);
        let table = names::of(raw.vocabulary);
        let names = table.find(&words);
        let mut name_over = vec![0; words.len()];
        let mut tags: Vec<Tags> = words.iter().map(|word| word.tags).collect();
        for (number, name) in names.iter().enumerate() {
            let side = name.means.subject.map_or(Tags::NONE, |subject| names::side_tags(raw.vocabulary, subject));
            for index in name.first..name.next {
                name_over[index] = number as u32 + 1;
                tags[index] = tags[index].and(side);
            }
        }
        let today = raw.published.or_else(|| own_day(&reading, text)).or(raw.dated);
        let dates = laid_out(&words, reading.dates(today));
        let numbers = laid_out(&words, reading.numbers());
        let orders = laid_out(&words, reading.orders());
        let hedges = reading.hedges().into_iter().map(|found| Found { span: found.span, what: () }).collect();
        let hedges = laid_out(&words, hedges);
        let follows = reading
            .attributions()
            .into_iter()
            .filter(|found| found.what == Attribution::SpeakerFollows)
            .map(|found| Found { span: found.span, what: () })
            .collect();
        let follows = laid_out(&words, follows);
        let mut sentences = sentences(&words, &tags, &reading.sentences());
        give_names(&mut sentences, &names);
        let mut distance = Vec::with_capacity(words.len());
        let mut total: u32 = 0;
        for (index, word) in words.iter().enumerate() {
            distance.push(total);
            total = total.saturating_add(step(word, tags[index]));
        }
        let code_points = CodePoints::new(text);
        Page {
            raw,
            language,
            words,
            names,
            name_over,
            tags,
            distance,
            numbers,
            orders,
            dates,
            hedges,
            follows,
            sentences,
            today,
            code_points,
            small: in_small_letters(text),
        }
    }

    /// How far two words lie apart in meaning.
    pub fn distance(&self, one: usize, other: usize) -> u32 {
        let at = |index: usize| self.distance.get(index).or(self.distance.last()).copied().unwrap_or_default();
        at(one).abs_diff(at(other))
    }

    /// The name over a word.
    pub fn name(&self, index: usize) -> Option<&Name> {
        let number = self.name_over.get(index)?.checked_sub(1)?;
        self.names.get(number as usize)
    }

    pub fn meaning(&self, index: usize) -> Meaning {
        self.name(index).map(|name| name.means).unwrap_or_default()
    }

    pub fn is(&self, index: usize, tags: Tags) -> bool {
        self.tags.get(index).is_some_and(|own| own.any(tags))
    }

    pub fn mark(&self, index: usize) -> Option<char> {
        self.words.get(index).map(|word| word.mark).filter(|mark| *mark != ' ')
    }

    /// Whether a word stands on the line of the one before it.
    pub fn goes_on(&self, index: usize) -> bool {
        self.words.get(index).is_some_and(|word| word.gap < Gap::Line)
    }

    /// The words as written.
    pub fn written(&self, index: usize) -> &'a str {
        self.words.get(index).map_or("", |word| word.span.of(self.raw.text))
    }

    /// Whether a word is one of these, written in small letters here.
    pub fn says(&self, index: usize, any: &[&str]) -> bool {
        let Some(Word { span, possessive, .. }) = self.words.get(index) else { return false };
        let mut word = &self.small.as_bytes()[span.start..span.end];
        if *possessive {
            word = span.of(&self.small).trim_end_matches('s').trim_end_matches(['\'', '’', 'ʼ', '‘', '`']).as_bytes();
        }
        let Some(last) = word.last() else { return false };
        // The last bytes of words differ more often than the first, of which Cyrillic has only two.
        any.iter().any(|one| {
            let one = one.as_bytes();
            one.len() == word.len() && one.last() == Some(last) && one == word
        })
    }

    /// The stretch of the text from a word up to, and without, another.
    pub fn span(&self, first: usize, next: usize) -> Span {
        let start = self.words.get(first).map_or(self.raw.text.len(), |word| word.span.start);
        let end = next.checked_sub(1).and_then(|last| self.words.get(last)).map_or(start, |word| word.span.end);
        Span::new(start, end.max(start))
    }

    /// What was found within a sentence.
    pub fn within<'s, T>(&self, found: &'s [At<T>], sentence: &Sentence) -> &'s [At<T>] {
        let from = found.partition_point(|at| at.first < sentence.first);
        let count = found[from..].iter().take_while(|at| at.first < sentence.next).count();
        &found[from..from + count]
    }

    /// The words of a sentence that mean one of these.
    pub fn tagged(&self, sentence: &Sentence, tags: Tags) -> impl Iterator<Item = usize> + '_ {
        let next = if sentence.tags.any(tags) { sentence.next } else { sentence.first };
        (sentence.first..next).filter(move |index| self.is(*index, tags))
    }

    pub fn any(&self, sentence: &Sentence, tags: Tags) -> bool {
        sentence.tags.any(tags)
    }

    /// The names that begin in a sentence.
    pub fn names_in(&self, sentence: &Sentence) -> &[Name] {
        &self.names[sentence.names.0..sentence.names.1]
    }

    /// The id of a subject of one of the sides, where the vocabulary has it.
    pub fn forces(&self, side: Tags) -> Option<SubjectId> {
        let id = if side.any(Tags::CIVILIAN) {
            "civilians"
        } else if side.any(Tags::RUSSIA) {
            "russian-forces"
        } else if side.any(Tags::UKRAINE) {
            "ukrainian-forces"
        } else {
            return None;
        };
        self.raw.vocabulary.find_subject(id)
    }
}

/// A text in small letters. The few letters whose small ones take other room are kept: no word that counts has them.
fn in_small_letters(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let mut small = String::with_capacity(text.len());
    let mut kept = 0;
    for (place, letter) in text.char_indices() {
        let lower = lower(letter);
        if lower != letter && lower.len_utf8() == letter.len_utf8() {
            small.push_str(&text[kept..place]);
            small.push(lower);
            kept = place + letter.len_utf8();
        }
    }
    small.push_str(&text[kept..]);
    small
}

/// The day in a line of its own at the head: "Sunday, February 25, 2024 – 9:59 AM".
fn own_day(reading: &Reading<'_>, text: &str) -> Option<NaiveDate> {
    let head = text.char_indices().nth(HEAD).map_or(text.len(), |(byte, _)| byte);
    reading.dates(None).into_iter().take_while(|found| found.span.start < head).find_map(|found| match found.what {
        When::Day(day) => Some(day),
        _ => None,
    })
}

/// The part of a text in which it may say its own day, in code points.
const HEAD: usize = 240;

/// What a word adds to the distance of what stands on its two sides.
fn step(word: &Word, tags: Tags) -> u32 {
    match word.mark {
        ' ' if tags.any(Tags::CONTRAST) => 9,
        ' ' if tags.any(Tags::THAT) => 3,
        ' ' => 1,
        ',' => 4,
        ';' | ':' => 12,
        '–' | '—' => 8,
        '(' | ')' => 6,
        _ => 1,
    }
}

/// Places of words for what was found at bytes.
fn laid_out<T>(words: &[Word], found: Vec<Found<T>>) -> Vec<At<T>> {
    let mut index = 0;
    let mut laid = Vec::with_capacity(found.len());
    for Found { span, what } in found {
        while words.get(index).is_some_and(|word| word.span.end <= span.start) {
            index += 1;
        }
        let mut next = index;
        while words.get(next).is_some_and(|word| word.span.start < span.end) {
            next += 1;
        }
        laid.push(At { first: index, next: next.max(index + 1), what });
    }
    laid
}

fn sentences(words: &[Word], tags: &[Tags], spans: &[Span]) -> Vec<Sentence> {
    let mut found: Vec<Sentence> = Vec::with_capacity(spans.len());
    let mut index = 0;
    let mut paragraph = 0;
    for span in spans {
        while index < words.len() && words[index].span.start < span.end {
            let first = index;
            if words[first].gap >= Gap::Line {
                paragraph += 1;
            }
            while index < words.len() && words[index].span.start < span.end && index - first < LONGEST_SENTENCE {
                index += 1;
            }
            let tags = tags[first..index].iter().fold(Tags::NONE, |all, tags| all.and(*tags));
            found.push(Sentence { first, next: index, paragraph, headline: false, tags, names: (0, 0) });
        }
    }
    let several = found.iter().any(|sentence| sentence.paragraph > 1);
    if several && let Some(head) = found.first_mut() {
        let ends = words[head.next - 1].mark == '.';
        head.headline = !ends && head.next < words.len();
    }
    found
}

/// Tells each sentence which names begin in it; both stand in order.
fn give_names(sentences: &mut [Sentence], names: &[Name]) {
    let mut next = 0;
    for sentence in sentences {
        let first = next;
        next += names[first..].iter().take_while(|name| name.first < sentence.next).count();
        sentence.names = (first, next);
    }
}
