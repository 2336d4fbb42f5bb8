//! A discrepancy as two revisions can share it: by names, not by the numbers of one corpus.

use chrono::NaiveDate;
use gainsay_claim::{Acknowledgement, ClaimId, Corpus, MeasureId, SourceId};
use gainsay_compare::{Analysis, Certainty, Discrepancy, Gap, Level};

/// What a rule found in one revision, from a corpus or out of a report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// `rule/topic/source` or `rule/topic/source~source`.
    pub id: String,
    /// The id of the rule.
    pub rule: String,
    /// How much it matters.
    pub level: Level,
    /// Under which conditions it holds.
    pub certainty: Certainty,
    /// The readings under which it holds, as in `general-staff: personnel-losses = killed`.
    pub readings: Vec<String>,
    /// Where it comes from, in one word.
    pub cause: String,
    /// The id of the topic.
    pub topic: String,
    /// One or two sources.
    pub sides: Vec<FindingSide>,
    /// The claims of the widest pair; empty where a report does not tell which of several it is.
    pub lead: Vec<String>,
    /// How far apart the widest pair lies.
    pub gap: Option<Gap>,
    /// The runs of days on which it holds.
    pub episodes: Vec<Spell>,
    /// Why, one step each.
    pub because: Vec<String>,
    /// One neutral sentence.
    pub summary: String,
    /// That the desk lets it stand, if it does.
    pub acknowledged: Option<Acknowledgement>,
}

/// A source with the claims by which it takes part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FindingSide {
    /// Its id.
    pub source: String,
    /// The claims of the widest and latest pairs, up to twenty.
    pub claims: Vec<String>,
}

/// A run of days.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spell {
    /// Its first day.
    pub from: Option<NaiveDate>,
    /// Its last day.
    pub to: Option<NaiveDate>,
    /// How many pairs of claims it holds.
    pub pairs: u64,
    /// The pair that lies furthest apart.
    pub widest: Vec<String>,
    /// The pair of the last day.
    pub latest: Vec<String>,
}

impl Finding {
    /// A discrepancy of a corpus.
    pub fn of(corpus: &Corpus, analysis: &Analysis, discrepancy: &Discrepancy) -> Finding {
        let ids = |claims: &[ClaimId]| claims.iter().map(|id| corpus.claim(*id).id.to_string()).collect::<Vec<_>>();
        let source = |id: SourceId| corpus.vocabulary.source(id).entry.id.to_string();
        let measure = |id: MeasureId| corpus.vocabulary.measure(id).entry.id.to_string();
        let readings = discrepancy.readings.iter().map(|reading| {
            format!("{}: {} = {}", source(reading.source), measure(reading.wording), measure(reading.means))
        });
        let spells = discrepancy.episodes.iter().map(|episode| Spell {
            from: episode.from,
            to: episode.to,
            pairs: episode.pairs,
            widest: ids(&episode.widest),
            latest: ids(&episode.latest),
        });
        let sides = discrepancy.sides.iter();
        Finding {
            id: discrepancy.id.clone(),
            rule: discrepancy.rule.id.to_owned(),
            level: discrepancy.level,
            certainty: discrepancy.certainty,
            readings: readings.collect(),
            cause: discrepancy.cause.id().to_owned(),
            topic: analysis.topics[discrepancy.topic.index()].id.clone(),
            sides: sides.map(|side| FindingSide { source: source(side.source), claims: ids(&side.claims) }).collect(),
            lead: ids(&discrepancy.lead),
            gap: discrepancy.gap,
            episodes: spells.collect(),
            because: discrepancy.because.clone(),
            summary: discrepancy.summary.clone(),
            acknowledged: discrepancy.acknowledged.clone(),
        }
    }

    /// Every claim that it names, those of the widest pair first.
    pub fn claims(&self) -> impl Iterator<Item = &str> {
        let episodes = self.episodes.iter().flat_map(|spell| spell.widest.iter().chain(&spell.latest));
        let sides = self.sides.iter().flat_map(|side| &side.claims);
        self.lead.iter().chain(sides).chain(episodes).map(String::as_str)
    }

    /// The days from the first to the last on which it holds, where it holds on days.
    pub fn days(&self) -> Option<(NaiveDate, NaiveDate)> {
        let from = self.episodes.iter().filter_map(|spell| spell.from).min()?;
        Some((from, self.episodes.iter().filter_map(|spell| spell.to).max()?))
    }
}
