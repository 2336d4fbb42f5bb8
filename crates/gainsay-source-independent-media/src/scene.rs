//! What is known while a sentence is read: its words of loss and time, who speaks, and what stood before.

use crate::beside::is_outlet;
use crate::event::Event;
use crate::lexicon::Tags;
use crate::noun::Counted;
use crate::page::{Page, Sentence};
use crate::place::{Location, locations};
use crate::side::{Predicate, predicates};
use crate::speakers::{Heard, Speakers, Statement};
use crate::time::{Clock, Time, TimeAt, times};
use crate::voice::Speaker;
use chrono::NaiveDate;
use gainsay_claim::vocabulary::{MeasureId, SourceId, SubjectId};

/// What one sentence leaves for the next.
#[derive(Clone, Debug, Default)]
pub(crate) struct Memory {
    pub subject: Option<SubjectId>,
    pub period: Option<(NaiveDate, NaiveDate)>,
    /// Whose figure the period was of.
    pub period_of: Option<SourceId>,
    /// The place that was named last as a scene, or by the headline.
    pub topic: Option<String>,
    /// The days of which the head of the text speaks, and whose figures are of them.
    pub lead: Option<((NaiveDate, NaiveDate), Option<SourceId>)>,
    pub predicate: Tags,
    /// Whose losses the event of the text caused, as its first figure says.
    pub victims: Option<SubjectId>,
    /// The sentence in which a part of a whole was counted last, and whether its own parts have begun.
    pub breakdown: Option<(usize, bool)>,
    /// The things of which was said that they were lost.
    pub lost: Vec<MeasureId>,
    /// The figure read last.
    pub last: Option<Last>,
    pub paragraph: usize,
    /// What the text says that a source's losses are: "the killed and the wounded".
    pub definition: Option<SourceId>,
    /// The side of which the headline speaks.
    pub headline: Option<SubjectId>,
    /// Whether the text tells of a strike or an attack, and where.
    pub event: Option<Event>,
    /// The sentence, the days and the place of the figure before.
    pub listed: Option<(usize, (NaiveDate, NaiveDate), Option<String>)>,
    /// Another event, of which one paragraph tells.
    pub aside: Option<(usize, Event)>,
}

/// A figure that became a claim, for those behind it that count a part of it, or the same.
#[derive(Clone, Debug)]
pub(crate) struct Last {
    pub counted: Counted,
    pub tags: Tags,
    pub subject: SubjectId,
    pub speaker: Speaker,
    pub days: Option<(NaiveDate, NaiveDate)>,
    /// The sentence, by its first word.
    pub sentence: usize,
    pub paragraph: usize,
    /// The word behind the figure and its noun.
    pub next: usize,
}

impl Memory {
    /// What is known before the first sentence.
    pub fn of(event: Option<Event>) -> Memory {
        Memory { event, ..Memory::default() }
    }
}

/// All that is known of a sentence.
pub(crate) struct Scene<'s, 'p, 'a, 'v> {
    pub page: &'p Page<'a, 'v>,
    pub sentence: Sentence,
    pub heard: &'s Heard,
    pub speakers: &'s Speakers,
    pub predicates: Vec<Predicate>,
    pub times: Vec<TimeAt>,
    /// The places that are named.
    pub locations: Vec<Location>,
    /// Who is named in the sentence behind.
    pub behind: Option<Speaker>,
    /// The day on which the sentence behind says that this was said.
    pub said_behind: Option<NaiveDate>,
}

impl<'s, 'p, 'a, 'v> Scene<'s, 'p, 'a, 'v> {
    pub fn of(
        page: &'p Page<'a, 'v>,
        sentence: Sentence,
        heard: &'s Heard,
        speakers: &'s Speakers,
        behind: Option<Speaker>,
        clock: Clock,
    ) -> Self {
        let predicates = predicates(page, &sentence);
        let times = times(page, &sentence, &heard.statements, clock);
        let locations = locations(page, &sentence);
        Scene { page, sentence, heard, speakers, predicates, times, locations, behind, said_behind: None }
    }

    /// The statement to which a word belongs.
    pub fn statement(&self, index: usize) -> Option<&Statement> {
        let near = |statement: &&Statement| {
            let nearest = self.page.distance(statement.at, index).min(self.page.distance(statement.first, index));
            // What is denied is somebody else's words, where somebody else is named.
            (nearest + if statement.denies { 40 } else { 0 }, statement.at)
        };
        let nearest = self.heard.statements.iter().min_by_key(near)?;
        // "the army said, according to the General Staff": the office within the side speaks.
        let vocabulary = self.page.raw.vocabulary;
        let office = nearest.speaker.and_then(|side| {
            self.heard.statements.iter().find(|other| {
                other.speaker.is_some_and(|office| {
                    office.source != side.source && vocabulary.source_contains(side.source, office.source)
                })
            })
        });
        // "X told reporters that Washington estimated": of two that speak for one source, the person is named.
        let person = nearest.speaker.filter(|speaker| speaker.person.is_none()).and_then(|speaker| {
            let named = |other: &&Statement| {
                other.speaker.is_some_and(|person| person.source == speaker.source && person.person.is_some())
            };
            self.heard.statements.iter().find(named)
        });
        Some(office.or(person).unwrap_or(nearest))
    }

    /// Who says what stands at a word; nothing where nobody plainly does.
    pub fn speaker(&self, index: usize) -> Option<Speaker> {
        if let Some(statement) = self.statement(index) {
            let outlet = |speaker: &Speaker| is_outlet(self.page, *speaker);
            return statement.speaker.or_else(|| self.speakers.topic.filter(|_| self.sentence.headline).filter(outlet));
        }
        if let Some(speaker) = self.behind {
            return Some(speaker);
        }
        // Bloggers and experts whom the vocabulary does not know speak for themselves.
        let outlet = |speaker: Speaker| is_outlet(self.page, speaker);
        if self.page.any(&self.sentence, Tags::STRANGER)
            && !self.sentence.headline
            && !self.speakers.topic.is_some_and(outlet)
        {
            return None;
        }
        let quoted = matches!(self.page.mark(self.sentence.first), Some('"' | '“' | '«' | '„'));
        let near = quoted || self.sentence.paragraph <= self.speakers.paragraph + 1 || self.sentence.headline;
        self.speakers.topic.filter(|_| near).or_else(|| self.speakers.only_one(self.page))
    }

    /// The day up to which a total runs.
    pub fn as_of(&self, speaker: Speaker) -> Option<NaiveDate> {
        let stated = self.times.iter().find_map(|time| match time.what {
            Time::AsOf(day) => Some(day),
            _ => None,
        });
        let said = || {
            self.times.iter().find_map(|time| match time.what {
                Time::Said(_, to) => Some(to),
                _ => None,
            })
        };
        let remembered = || {
            let said = self.speakers.said.iter().rev().find(|said| said.source == speaker.source);
            said.filter(|said| said.counts(self.page, self.sentence.paragraph)).map(|said| said.to)
        };
        let behind = || self.said_behind.filter(|_| !self.sentence.headline);
        stated.or_else(said).or_else(behind).or_else(remembered).or(self.page.today)
    }
}
