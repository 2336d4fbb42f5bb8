//! Who speaks at each sentence, when those who spoke before are kept in mind.

use crate::lexicon::Tags;
use crate::page::{Page, Sentence};
use crate::voice::{Speaker, Voice, Who, voices};
use chrono::NaiveDate;
use gainsay_claim::vocabulary::SourceId;

/// What is known of the speakers up to a sentence.
#[derive(Clone, Debug, Default)]
pub(crate) struct Speakers {
    /// Who spoke last, or is spoken of.
    pub topic: Option<Speaker>,
    /// The paragraph in which they did.
    pub paragraph: usize,
    /// Everybody who has spoken, the latest last.
    heard: Vec<Speaker>,
    /// The day on which each last spoke, where the text says it.
    pub said: Vec<(SourceId, NaiveDate, NaiveDate)>,
    /// The outlets through which the last statement came.
    pub channels: Vec<&'static str>,
}

/// A statement within a sentence: who makes it, where the words of attribution stand, and through whom it came.
#[derive(Clone, Debug)]
pub(crate) struct Statement {
    pub at: usize,
    pub first: usize,
    pub next: usize,
    /// Nobody where the words name a stranger.
    pub speaker: Option<Speaker>,
    pub denies: bool,
}

/// The statements of a sentence and the channels that it names.
#[derive(Clone, Debug, Default)]
pub(crate) struct Heard {
    pub statements: Vec<Statement>,
    pub channels: Vec<&'static str>,
}

/// How many speakers are kept in mind.
const MOST_HEARD: usize = 16;

impl Speakers {
    /// Reads who speaks in a sentence, and keeps them in mind.
    pub fn hear(&mut self, page: &Page<'_, '_>, sentence: &Sentence) -> Heard {
        let mut heard = Heard::default();
        for voice in voices(page, sentence) {
            let Voice { at, first, next, who, denies } = voice;
            let speaker = match who {
                Who::Named(speaker) => Some(speaker),
                Who::Channel(channel) => {
                    if !heard.channels.contains(&channel) {
                        heard.channels.push(channel);
                    }
                    continue;
                }
                Who::Stranger => None,
                Who::Before(office) => {
                    let before = self.before(page, office);
                    if before.is_none() && office.is_none() {
                        continue;
                    }
                    before
                }
            };
            heard.statements.push(Statement { at, first, next, speaker, denies });
            if let Some(speaker) = speaker {
                self.keep(speaker);
            }
        }
        if let Some(last) = heard.statements.iter().rev().find_map(|statement| statement.speaker) {
            self.topic = Some(last);
            self.paragraph = sentence.paragraph;
            self.channels.clone_from(&heard.channels);
        } else if let Some(speaker) = spoken_of(page, sentence) {
            self.topic = Some(speaker);
            self.paragraph = sentence.paragraph;
            self.channels.clone_from(&heard.channels);
        }
        heard
    }

    fn keep(&mut self, speaker: Speaker) {
        if self.heard.last() != Some(&speaker) {
            if self.heard.len() >= MOST_HEARD {
                self.heard.remove(0);
            }
            self.heard.push(speaker);
        }
    }

    /// Who is meant by "he", "it" or "the ministry".
    fn before(&self, page: &Page<'_, '_>, office: Tags) -> Option<Speaker> {
        let id = |speaker: &Speaker| &*page.raw.vocabulary.source(speaker.source).entry.id;
        if office.any(Tags::MINISTRY) {
            return self.heard.iter().rev().find(|speaker| id(speaker).ends_with("-mod")).copied();
        }
        if office.any(Tags::PRESIDENT) {
            let presidents = ["president-of-ukraine", "kremlin"];
            return self.heard.iter().rev().find(|speaker| presidents.contains(&id(speaker))).copied();
        }
        self.topic
    }

    /// Whether all that was heard comes from one source.
    pub fn only_one(&self) -> Option<Speaker> {
        let first = self.heard.first()?;
        self.heard.iter().all(|speaker| speaker.source == first.source).then_some(*first)
    }
}

/// The source with which a sentence begins, where it says nothing: "Moscow rarely announces its losses."
fn spoken_of(page: &Page<'_, '_>, sentence: &Sentence) -> Option<Speaker> {
    let name = page.names_in(sentence).iter().find(|name| name.means.source.is_some())?;
    let begins = name.first <= sentence.first + 1 && !page.words[name.next - 1].possessive;
    let source = name.means.source.filter(|_| begins && name.means.channel.is_none())?;
    Some(Speaker { source, person: name.means.speaker })
}
