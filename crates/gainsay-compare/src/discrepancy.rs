//! What a rule found between claims.

use crate::rule::Rule;
use chrono::NaiveDate;
use gainsay_align::{Topic, TopicId};
use gainsay_claim::{Acknowledgement, ClaimId, Count, MeasureId, SourceId};

/// Everything that a comparison gives.
#[derive(Clone, Debug, Default)]
pub struct Analysis {
    /// The topics, in the order of their ids.
    pub topics: Vec<Topic>,
    /// The discrepancies: conflicts before notes, certain before the rest, the widest gap first.
    pub discrepancies: Vec<Discrepancy>,
}

/// How much a discrepancy matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// The claims cannot all hold.
    Conflict,
    /// They can, and a reader should know how they stand to each other.
    Note,
}

impl Level {
    /// The word in output.
    pub const fn id(self) -> &'static str {
        match self {
            Level::Conflict => "conflict",
            Level::Note => "note",
        }
    }
}

/// Under which conditions a discrepancy holds. These are names, not scores.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Certainty {
    /// Under every reading of the words.
    Certain,
    /// Under some readings.
    DependsOnReading,
    /// A side hedges.
    Hedged,
}

impl Certainty {
    /// The word in output.
    pub const fn id(self) -> &'static str {
        match self {
            Certainty::Certain => "certain",
            Certainty::DependsOnReading => "depends-on-reading",
            Certainty::Hedged => "hedged",
        }
    }
}

/// Where a discrepancy comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Cause {
    /// The statements exclude each other.
    TrueConflict,
    /// The words are defined differently, or may be.
    Definition,
    /// Days or periods differ.
    Date,
    /// Places differ.
    Place,
    /// They are about different people or things.
    Subject,
    /// One counts all cases, the other verified ones.
    Basis,
    /// One figure is a rounded form of the other.
    Rounding,
    /// It came in on the way from mouth to page.
    Retelling,
    /// The sum does not come out.
    Arithmetic,
    /// A source gave another figure later.
    Revision,
    /// One side has said nothing, or nothing for long.
    Silence,
    /// One claim corrects the other.
    Correction,
    /// They say the same.
    Agreement,
}

impl Cause {
    /// The word in output.
    pub const fn id(self) -> &'static str {
        match self {
            Cause::TrueConflict => "true-conflict",
            Cause::Definition => "definition",
            Cause::Date => "date",
            Cause::Place => "place",
            Cause::Subject => "subject",
            Cause::Basis => "basis",
            Cause::Rounding => "rounding",
            Cause::Retelling => "retelling",
            Cause::Arithmetic => "arithmetic",
            Cause::Revision => "revision",
            Cause::Silence => "silence",
            Cause::Correction => "correction",
            Cause::Agreement => "agreement",
        }
    }
}

/// A reading under which a discrepancy holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Reading {
    /// Whose wording.
    pub source: SourceId,
    /// The wording.
    pub wording: MeasureId,
    /// What it must mean.
    pub means: MeasureId,
}

/// One source and the claims by which it takes part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Side {
    /// Who.
    pub source: SourceId,
    /// The claims of the widest and latest pairs of each episode, all of them up to twenty.
    pub claims: Vec<ClaimId>,
}

/// How far apart the claims are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Gap {
    /// The larger figure by the smaller, in hundredths; none where the smaller is zero and for dates.
    pub ratio_hundredths: Option<u64>,
    /// The difference, in units of the measure, in days for dates.
    pub absolute: Count,
}

/// A run of days on which a discrepancy holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Episode {
    /// Its first day.
    pub from: Option<NaiveDate>,
    /// Its last day.
    pub to: Option<NaiveDate>,
    /// How many pairs of claims it holds.
    pub pairs: u64,
    /// The pair that lies furthest apart: in the order of the sides; one claim where there is one side to it.
    pub widest: Vec<ClaimId>,
    /// The pair of the last day.
    pub latest: Vec<ClaimId>,
}

/// One rule, one topic, and one source or a pair of them.
#[derive(Clone, Debug)]
pub struct Discrepancy {
    /// `rule/topic/source` or `rule/topic/source/source`; it stays when files move or days are added.
    pub id: String,
    /// The rule that found it.
    pub rule: &'static Rule,
    /// How much it matters.
    pub level: Level,
    /// Under which conditions it holds.
    pub certainty: Certainty,
    /// The readings under which it holds, where it depends on them.
    pub readings: Vec<Reading>,
    /// Where it comes from.
    pub cause: Cause,
    /// What it is about.
    pub topic: TopicId,
    /// One or two sources.
    pub sides: Vec<Side>,
    /// The pair that `gap`, `because` and `summary` speak of: the widest of all; in the order of the sides.
    pub lead: Vec<ClaimId>,
    /// How far apart the lead lies.
    pub gap: Option<Gap>,
    /// The runs of days, in their order.
    pub episodes: Vec<Episode>,
    /// Why, one step each, for the widest pair.
    pub because: Vec<String>,
    /// One neutral sentence.
    pub summary: String,
    /// That the desk lets it stand, if it does; a comparison knows of none.
    pub acknowledged: Option<Acknowledgement>,
}
