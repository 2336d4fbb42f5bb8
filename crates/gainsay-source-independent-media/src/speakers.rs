//! Who speaks at each sentence, when those who spoke before are kept in mind.

use crate::beside::is_outlet;
use crate::lexicon::Tags;
use crate::office::country;
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
    pub said: Vec<Said>,
    /// The outlets through which the last statement came.
    pub channels: Vec<&'static str>,
    /// The person named last, whom "he" and "she" may mean.
    person: Option<Speaker>,
    /// Mediazona and the BBC count together: where a text names both, they speak as one.
    joint: Option<(SourceId, Speaker)>,
    /// Whether somebody spoke last whom the vocabulary does not know.
    stranger: bool,
    /// For whom the mayors and rescuers of the place that the text tells of speak.
    local: Option<Speaker>,
}

/// The day on which a source spoke last, and the paragraph that says so.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Said {
    pub source: SourceId,
    pub from: NaiveDate,
    pub to: NaiveDate,
    pub paragraph: usize,
}

impl Said {
    /// Whether it still holds in a paragraph: what somebody said long ago does not date what they say now.
    pub fn counts(&self, page: &Page<'_, '_>, paragraph: usize) -> bool {
        self.paragraph == paragraph || page.today.is_none_or(|today| (today - self.to).num_days() <= LATELY)
    }
}

/// How many days back a statement is still of the same round of news.
const LATELY: i64 = 10;

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
/// How many names are looked at for another outlet.
const MOST_NAMES: usize = 256;

impl Speakers {
    /// Nobody yet.
    pub fn of(page: &Page<'_, '_>) -> Speakers {
        let named = |id: &str| {
            let source = page.raw.vocabulary.find_source(id)?;
            page.names.iter().any(|name| name.means.source == Some(source)).then_some(source)
        };
        let joint = named("bbc").zip(named("mediazona"));
        let joint = joint.map(|(bbc, source)| (bbc, Speaker { source, person: None }));
        let local = page.sentences.iter().take(3).find_map(|sentence| country(page, sentence.first, sentence.next));
        let local = local.and_then(|id| page.raw.vocabulary.find_source(id));
        Speakers { joint, local: local.map(|source| Speaker { source, person: None }), ..Speakers::default() }
    }

    /// Who speaks when a source is named, where several speak as one.
    pub fn as_one(&self, speaker: Speaker) -> Speaker {
        self.joint.filter(|(bbc, _)| *bbc == speaker.source).map_or(speaker, |(_, joint)| joint)
    }

    /// Reads who speaks in a sentence, and keeps them in mind.
    pub fn hear(&mut self, page: &Page<'_, '_>, sentence: &Sentence) -> Heard {
        let mut heard = Heard::default();
        let mut passes_on = false;
        for voice in voices(page, sentence) {
            let Voice { at, first, next, who, denies } = voice;
            let speaker = match who {
                Who::Named(speaker) => Some(self.as_one(speaker)),
                Who::Channel(channel) => {
                    if !heard.channels.contains(&channel) {
                        heard.channels.push(channel);
                    }
                    continue;
                }
                Who::Stranger => None,
                Who::Before(office) => {
                    let before = if self.stranger
                        && !office.any(Tags::OUTLET)
                        && office.only(Tags::MINISTRY.and(Tags::MILITARY)).is_none()
                    {
                        None
                    } else {
                        self.before(page, office)
                    };
                    if before.is_none() && !self.stranger && (office.is_none() || office.any(Tags::PRONOUN)) {
                        continue;
                    }
                    before
                }
            };
            // "Reuters's source told of a report that says": who passes the report on is not who speaks on.
            passes_on |= matches!(who, Who::Stranger) && page.meaning(next).channel.is_some();
            heard.statements.push(Statement { at, first, next, speaker, denies });
            if let Some(speaker) = speaker {
                self.topic = Some(speaker);
                self.stranger = false;
                self.keep(speaker);
            }
        }
        let people = page.names_in(sentence).iter().rev().find(|name| name.means.speaker.is_some());
        if let Some(name) = people
            && let Some(source) = name.means.source
        {
            self.person = Some(Speaker { source, person: name.means.speaker });
        }
        if let Some(last) = heard.statements.last() {
            let others = passes_on && heard.statements.iter().any(|statement| statement.speaker.is_some());
            self.stranger = last.speaker.is_none() && !others;
        }
        if let Some(last) = heard.statements.iter().rev().find_map(|statement| statement.speaker) {
            self.topic = Some(last);
            self.paragraph = sentence.paragraph;
            self.channels.clone_from(&heard.channels);
        } else if let Some(speaker) = spoken_of(page, sentence).filter(|_| heard.statements.is_empty()) {
            self.stranger = false;
            if sentence.headline {
                self.keep(speaker);
            }
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
    pub(crate) fn before(&self, page: &Page<'_, '_>, office: Tags) -> Option<Speaker> {
        let id = |speaker: &Speaker| &*page.raw.vocabulary.source(speaker.source).entry.id;
        if office.any(Tags::LOCAL) {
            return self.local;
        }
        if office.any(Tags::OUTLET) {
            let outlet = self.heard.iter().rev().find(|speaker| is_outlet(page, **speaker)).copied()?;
            // Where a text names two that count, "the journalists" may be those of either.
            let other = page.names.iter().filter_map(|name| name.means.source).take(MOST_NAMES).any(|source| {
                let named = self.as_one(Speaker { source, person: None });
                named.source != outlet.source && is_outlet(page, named)
            });
            return (!other).then_some(outlet);
        }
        if office.any(Tags::MINISTRY) {
            let ministry = self.heard.iter().rev().find(|speaker| id(speaker).ends_with("-mod")).copied();
            // "the minister" is the one who spoke last, of whatever office.
            let government = self.topic.filter(|topic| id(topic).ends_with("-government"));
            return government.or(ministry).or_else(|| {
                // "Russia said so. The defence ministry added…"
                let side = match id(&self.topic?) {
                    "russia" => "russian-mod",
                    "ukraine" => "ukrainian-mod",
                    _ => return None,
                };
                Some(Speaker { source: page.raw.vocabulary.find_source(side)?, person: None })
            });
        }
        if office.any(Tags::MILITARY) {
            let armies = ["ukraine", "general-staff", "russian-mod", "russia"];
            return self.heard.iter().rev().find(|speaker| armies.contains(&id(speaker))).copied();
        }
        if office.any(Tags::PRONOUN) && self.topic.is_none_or(|topic| topic.person.is_none()) {
            return self.person.or(self.topic);
        }
        if office.any(Tags::PRESIDENT) {
            let presidents = ["president-of-ukraine", "kremlin"];
            return self.heard.iter().rev().find(|speaker| presidents.contains(&id(speaker))).copied();
        }
        self.topic
    }

    /// Who was heard first.
    pub fn first(&self) -> Option<Speaker> {
        self.heard.first().copied()
    }

    /// Whether all that was heard comes from one source.
    pub fn only_one(&self, page: &Page<'_, '_>) -> Option<Speaker> {
        let first = self.heard.first()?;
        let root = |speaker: &Speaker| page.raw.vocabulary.source(speaker.source).entry.root;
        let one_side = self.heard.iter().all(|speaker| root(speaker) == root(first));
        // Of a side and one of its offices, the office is the closer.
        let office = self.heard.iter().find(|speaker| speaker.source.0 != root(speaker)).unwrap_or(first);
        let one_office =
            self.heard.iter().all(|speaker| speaker.source == office.source || speaker.source.0 == root(speaker));
        (one_side && one_office && !self.stranger).then_some(*office)
    }
}

/// Who is named in the sentence behind, where that speaks of what stood before: "These figures were given by…".
pub(crate) fn named_behind(page: &Page<'_, '_>, sentence: &Sentence, next: &Sentence, lead: Lead) -> Option<Speaker> {
    if next.paragraph != sentence.paragraph {
        return None;
    }
    let points_back = (next.first..next.next.min(next.first + 4)).any(|index| {
        page.says(
            index,
            &[
                "these",
                "this",
                "such",
                "the",
                "ці",
                "цю",
                "це",
                "таке",
                "такі",
                "такий",
                "такими",
                "так",
                "цього",
                "точне",
                "про",
                "эти",
                "это",
                "эту",
                "такие",
                "такую",
                "такое",
                "такой",
                "такої",
                "цієї",
                "этой",
                "таких",
                "об",
                "новую",
                "нову",
                "этого",
                "ее",
                "його",
            ],
        )
    });
    if !(points_back || lead == Lead::First) {
        return None;
    }
    let named = voices(page, next).into_iter().find_map(|voice| match voice.who {
        Who::Named(speaker) => Some(speaker),
        _ => None,
    })?;
    Some(named)
}

/// Whether a sentence is the first below the headline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Lead {
    First,
    Later,
}

/// The source with which a sentence begins, where it says nothing: "Moscow rarely announces its losses."
fn spoken_of(page: &Page<'_, '_>, sentence: &Sentence) -> Option<Speaker> {
    let name = page.names_in(sentence).iter().find(|name| name.means.source.is_some())?;
    let article = name.first == sentence.first + 1 && page.says(sentence.first, &["the"]);
    let first_name = name.means.speaker.is_some()
        && name.first <= sentence.first + 4
        && (sentence.first..name.first).all(|index| page.words[index].capital);
    let begins = (name.first == sentence.first || article || first_name) && !page.words[name.next - 1].possessive;
    let tells = Tags::REFUSE.and(Tags::DISCLOSE).and(Tags::ACCOUNT).and(Tags::SAY).and(Tags::NAME).and(Tags::PERFECT);
    let speaks = name.means.speaker.is_some() || sentence.headline || page.any(sentence, tells);
    let begins = begins && speaks;
    let source = name.means.source.filter(|_| begins && name.means.channel.is_none())?;
    Some(Speaker { source, person: name.means.speaker })
}
