//! One walk over the paragraphs of a text: who speaks, of which time, and what is counted.

use crate::cues::{Cue, cues};
use crate::glance::Glance;
use crate::items::{Item, Kind, Sentence, items};
use crate::published::TextDays;
use crate::time::{START, Time, times};
use crate::words::Words;
use crate::{kremlin, losses, outlets, people};
use gainsay_claim::{Draft, DraftEvidence, DraftPeriod, DraftValue, Extract, RawDocument, Unclear};
use gainsay_text::{CodePoints, Found, Language, Reading, Span, When};
use std::borrow::Cow;
use std::ops::Range;

/// Who speaks where nobody is named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Voice {
    /// Nobody has been named.
    Unset,
    Ministry(Option<&'static str>),
    Kremlin(Option<&'static str>),
    /// Somebody else.
    Other,
}

/// A total that goes on over sentences.
#[derive(Debug)]
pub(crate) struct Passage {
    /// Whether its last sentence ends in the middle of a list.
    pub goes_on: bool,
    /// Sentences since then that are not of it.
    pub lapses: u8,
    /// The measures that it has given, with the places of their claims.
    pub given: Vec<(&'static str, usize)>,
    /// The voice at its beginning.
    pub voice: Voice,
}

/// What the walk knows at a sentence, and what it found.
pub(crate) struct Reader<'r, 'a> {
    pub raw: &'r RawDocument<'a>,
    pub days: TextDays,
    pub language: Language,
    pub out: Extract<'a>,
    places: CodePoints<'a>,
    pub voice: Voice,
    pub passage: Option<Passage>,
    /// The time of the sentence before, in this paragraph or one before it.
    pub last_time: Option<Time>,
    /// The same, in this paragraph alone.
    pub paragraph_time: Option<Time>,
    /// Whether the sentence before stands in this paragraph.
    pub same_paragraph: bool,
    /// Whether the ministry is named in this paragraph.
    pub named_here: bool,
    pub headline: bool,
    /// Claims out of the headline, which the text says again.
    from_headline: Vec<usize>,
    pub last_subject: Option<&'static str>,
    /// The only person of the ministry whom the text names.
    only_person: Option<&'static str>,
    via: Vec<Cow<'a, str>>,
    told_no_day: bool,
    /// Where the paragraph begins in the text.
    pub offset: usize,
    /// Bytes of sentences with claims.
    covered: Vec<Span>,
    pub oblasts: Vec<&'static str>,
    /// Whether the text is the ministry's own, and no report of it.
    pub own_words: bool,
    /// Whether the text speaks of the president.
    pub president: bool,
    /// Whether a ministry whose country is not named is the Russian one.
    is_of_the_russian_side: bool,
    /// Whether the text counts tanks and other armoured vehicles together somewhere.
    pub counts_tanks_with_others: bool,
}

impl<'r, 'a> Reader<'r, 'a> {
    pub fn new(raw: &'r RawDocument<'a>, days: TextDays, language: Language, glance: &Glance) -> Reader<'r, 'a> {
        Reader {
            raw,
            days,
            language,
            out: Extract::default(),
            places: CodePoints::new(raw.text),
            voice: if raw.publisher == Some("russian-mod") { Voice::Ministry(None) } else { Voice::Unset },
            passage: None,
            last_time: None,
            paragraph_time: None,
            same_paragraph: false,
            named_here: false,
            headline: false,
            from_headline: Vec::new(),
            last_subject: None,
            only_person: if let [person] = glance.people[..] { Some(person) } else { None },
            via: outlets::via(raw),
            told_no_day: false,
            offset: 0,
            covered: Vec::new(),
            oblasts: Vec::new(),
            own_words: raw.publisher == Some("russian-mod"),
            president: glance.president,
            is_of_the_russian_side: glance.russian_side,
            counts_tanks_with_others: glance.counts_armour,
        }
    }

    /// Whether the next paragraph must be read, whatever its words.
    pub fn is_open(&self) -> bool {
        self.passage.is_some()
    }

    /// A paragraph that is passed by.
    pub fn pass_by(&mut self) {
        self.same_paragraph = false;
    }

    /// Reads a paragraph.
    pub fn paragraph(&mut self, bytes: Range<usize>, headline: bool) {
        let text: &'a str = &self.raw.text[bytes.clone()];
        self.offset = bytes.start;
        (self.same_paragraph, self.named_here, self.headline) = (false, false, headline);
        self.paragraph_time = None;
        let reading = Reading::of(text, self.language);
        let (numbers, dates) = (reading.numbers(), reading.dates(self.days.published));
        let words = Words::of(text);
        let (mut number, mut date) = (0, 0);
        for bytes in reading.sentences() {
            let (mut first, end) = (words.at(bytes.start), words.at(bytes.end));
            // What is longer than any sentence is read in pieces, so that none is compared with all of it.
            while first < end {
                let range = first..end.min(first + LONGEST_SENTENCE);
                first = range.end;
                let last = if range.end == end { bytes.end } else { words.start(range.end) };
                let bytes = Span::new(words.start(range.start), last);
                let own = take(&numbers, &mut number, bytes);
                let own_dates = take(&dates, &mut date, bytes);
                let found = cues(&words, range.clone());
                let items = items(&words, &range, own, &found);
                let sentence = Sentence { words: &words, range, bytes, cues: found, items };
                self.sentence(&sentence, own_dates);
                self.same_paragraph = true;
            }
        }
    }

    fn sentence(&mut self, sentence: &Sentence<'_, 'a>, dates: &[Found<When>]) {
        let mixed = self.listen(sentence);
        let times = times(sentence, dates, self.days.as_of, self.last_time);
        losses::read(self, sentence, &times, mixed);
        if !mixed {
            people::read(self, sentence, &times, dates);
            kremlin::read(self, sentence, dates);
        }
        if let Some((_, time)) = times.last() {
            (self.last_time, self.paragraph_time) = (Some(*time), Some(*time));
        }
    }

    /// Notes who speaks; says whether both the ministry and another are named.
    fn listen(&mut self, sentence: &Sentence<'_, 'a>) -> bool {
        let cues = || sentence.cues.iter().map(|found| found.cue);
        let person = cues().find_map(|cue| if let Cue::Ministry(Some(person)) = cue { Some(person) } else { None });
        let ministry = cues()
            .any(|cue| matches!(cue, Cue::Ministry(_)) || cue == Cue::BareMinistry && self.is_of_the_russian_side);
        let other = sentence.has(Cue::Other);
        let says = sentence.has(Cue::Says);
        let office = sentence.has(Cue::Kremlin(None));
        let spokesman = sentence.has(Cue::Kremlin(Some("dmitry-peskov")));
        let president = sentence.has(Cue::Kremlin(Some("vladimir-putin"))) && says;
        let kremlin = match (spokesman, office, president) {
            (true, ..) => Some(Some("dmitry-peskov")),
            (_, true, _) => Some(None),
            (_, _, true) => Some(Some("vladimir-putin")),
            _ => None,
        };
        if ministry {
            self.named_here = true;
            self.voice = Voice::Ministry(person);
        } else if let Some(person) = kremlin {
            self.voice = Voice::Kremlin(person);
        } else if other {
            self.voice = Voice::Other;
        }
        other && (ministry || kremlin.is_some())
    }

    /// Adds a claim, unless it was made before.
    pub fn claim(&mut self, claim: Claim<'a>, bytes: Span) -> usize {
        let same = |known: &Draft<'a>| {
            (&*known.measure, &*known.subject, known.place.as_deref(), &known.value)
                == (claim.measure, claim.subject, claim.place, &claim.value)
                && known.source == claim.source
        };
        let period = self.period(claim.time);
        let place = self.text_span(bytes);
        let known = self.out.claims.iter().rev().take(MOST_REPEATED).position(same);
        if let Some(back) = known {
            let known = self.out.claims.len() - 1 - back;
            if self.out.claims[known].period == period {
                if self.from_headline.contains(&known) {
                    let evidence = self.evidence(place);
                    self.out.claims[known].evidence = Some(evidence);
                    self.from_headline.retain(|from| *from != known);
                }
                return known;
            }
        }
        let mut draft = Draft::new(claim.source, claim.measure, claim.subject, claim.value);
        draft.id = Cow::Owned(claim.id);
        draft.speaker = claim
            .speaker
            .or_else(|| self.only_person.filter(|_| claim.source == "russian-mod" && claim.unnamed))
            .map(Cow::Borrowed);
        draft.via = self.via.iter().filter(|outlet| !is_own(outlet, claim.source)).cloned().collect();
        draft.place = claim.place.map(Cow::Borrowed);
        draft.period = period;
        draft.hedge = claim.hedge.map(Cow::Borrowed);
        draft.statement = claim.statement.map(Cow::Borrowed);
        draft.evidence = Some(self.evidence(place));
        if self.headline {
            self.from_headline.push(self.out.claims.len());
        }
        self.out.claims.push(draft);
        self.out.claims.len() - 1
    }

    fn period(&mut self, time: Option<Time>) -> Option<DraftPeriod> {
        let as_of = self.days.as_of.filter(|day| *day >= START);
        match time? {
            Time::Total => as_of.map(|to| DraftPeriod { from: START, to }),
            Time::Day => as_of.map(|day| DraftPeriod { from: day, to: day }),
            Time::Span(from, to) => Some(DraftPeriod { from, to }),
            Time::Loose => None,
        }
    }

    /// Says once that the day is not known.
    pub fn miss_day(&mut self, bytes: Span) {
        if self.days.as_of.is_some_and(|day| day >= START) || self.told_no_day {
            return;
        }
        self.told_no_day = true;
        let (message, help) = match self.days.as_of {
            Some(day) => (
                format!("the totals count from 24 February 2022, and the day of the text, {day}, lies before it"),
                "give --published with the day of the briefing".to_owned(),
            ),
            None => (
                "up to which day the totals count is not said".to_owned(),
                "give --published with the day of the briefing; the claims have no period without it".to_owned(),
            ),
        };
        let place = self.text_span(bytes);
        self.out.unclear.push(Unclear { place: place.start..place.end, message, help, candidates: Vec::new() });
    }

    pub fn unclear(&mut self, bytes: Span, message: String, help: &str, candidates: Vec<String>) {
        let place = self.text_span(bytes);
        self.out.unclear.push(Unclear { place: place.start..place.end, message, help: help.to_owned(), candidates });
    }

    /// The words of a stretch of the paragraph.
    pub fn quote(&self, bytes: Span) -> &'a str {
        &self.raw.text[self.offset + bytes.start..self.offset + bytes.end]
    }

    /// Marks a sentence as read.
    pub fn cover(&mut self, bytes: Span) {
        self.covered.push(Span::new(self.offset + bytes.start, self.offset + bytes.end));
    }

    /// The stretch in code points of the text.
    fn text_span(&self, bytes: Span) -> Span {
        self.places.span(Span::new(self.offset + bytes.start, self.offset + bytes.end))
    }

    fn evidence(&self, place: Span) -> DraftEvidence<'a> {
        let text = &self.raw.text[self.places.byte(place.start)..self.places.byte(place.end)];
        DraftEvidence { exact: Cow::Borrowed(text), start: place.start, end: place.end }
    }

    /// Takes back a claim of the open passage.
    pub fn take_back(&mut self, place: usize) -> Option<Draft<'a>> {
        if place >= self.out.claims.len() {
            return None;
        }
        self.from_headline.retain(|from| *from != place);
        let moved = self.from_headline.iter_mut();
        moved.filter(|from| **from > place).for_each(|from| *from -= 1);
        if let Some(passage) = &mut self.passage {
            passage.given.retain(|(_, claim)| *claim != place);
            passage
                .given
                .iter_mut()
                .filter(|(_, claim)| *claim > place && *claim != usize::MAX)
                .for_each(|(_, claim)| *claim -= 1);
        }
        Some(self.out.claims.remove(place))
    }

    /// What was found, in the order of the text.
    pub fn finish(mut self) -> Extract<'a> {
        self.covered.sort();
        let mut covered: Vec<Range<usize>> = Vec::new();
        for bytes in &self.covered {
            let place = self.places.span(*bytes);
            match covered.last_mut() {
                Some(last) if place.start <= last.end + 2 => last.end = last.end.max(place.end),
                _ => covered.push(place.start..place.end),
            }
        }
        self.out.covered = covered;
        self.out.claims.sort_by_key(|claim| claim.place().start);
        self.out.unclear.sort_by_key(|unclear| unclear.place.start);
        if !self.out.claims.is_empty() || !self.out.unclear.is_empty() {
            self.out.language = Some(self.language.tag());
            self.out.published = self.days.published;
            self.out.publisher = outlets::publisher(self.raw);
        }
        self.out
    }
}

/// No sentence has more words.
const LONGEST_SENTENCE: usize = 400;

/// How far back a repeated claim is looked for.
const MOST_REPEATED: usize = 40;

/// A claim before it is written.
pub(crate) struct Claim<'a> {
    pub id: String,
    pub source: &'static str,
    pub speaker: Option<&'static str>,
    /// Whether nobody was named, so that the only person whom the text names speaks.
    pub unnamed: bool,
    pub measure: &'static str,
    pub subject: &'static str,
    pub place: Option<&'static str>,
    pub time: Option<Time>,
    pub value: DraftValue<'a>,
    pub hedge: Option<&'a str>,
    pub statement: Option<&'static str>,
}

/// Whether a publisher publishes the source's own words.
fn is_own(publisher: &str, source: &str) -> bool {
    publisher == source
        || matches!(
            (source, publisher),
            ("russian-mod", "mil.ru" | "mod-russia" | "mod.mil.ru") | ("kremlin", "kremlin.ru" | "kremlin-ru")
        )
}

/// The findings of a sentence, which stand in order.
fn take<'f, T>(found: &'f [Found<T>], next: &mut usize, bytes: Span) -> &'f [Found<T>] {
    while found.get(*next).is_some_and(|found| found.span.start < bytes.start) {
        *next += 1;
    }
    let first = *next;
    while found.get(*next).is_some_and(|found| found.span.start < bytes.end) {
        *next += 1;
    }
    &found[first..*next]
}

/// Whether an item is the whole of a measure.
pub(crate) fn whole(item: &Item) -> Option<&'static str> {
    if let Kind::Whole(measure) = item.kind { Some(measure) } else { None }
}
