//! `gainsay.diff/v1`: what changed between two revisions.

use super::report::{AcknowledgedRecord, DiscrepancyRecord, day};
use super::writer::Number;
use gainsay_claim::{Comparison, CountValue, DateValue};
use gainsay_compare::Level;
use gainsay_diff::{Change, ChangeKind, Diff, FieldEdit, FieldValue, Lapsed, StatedValue, Surrounding};
use schemars::{JsonSchema, Schema, schema_for};
use serde::Serialize;
use std::collections::BTreeMap;

/// The JSON Schema of `gainsay.diff/v1`, generated from the types that are written.
pub fn diff_schema() -> Schema {
    schema_for!(DiffRecord<'static>)
}

const FORMAT: &str = "gainsay.diff/v1";

/// Which discrepancies are new, worsened, eased or absent, and what became of the claims.
#[derive(Serialize, JsonSchema)]
#[schemars(title = "gainsay diff")]
pub struct DiffRecord<'a> {
    /// Always `gainsay.diff/v1`.
    #[schemars(extend("const" = "gainsay.diff/v1"))]
    format: &'static str,
    /// How much there is of each.
    counts: DiffCounts,
    /// What was acknowledged and is open again, though it may be unchanged; empty where HEAD is a report.
    open_again: Vec<LapsedRecord<'a>>,
    /// The worst first.
    changes: Vec<ChangeRecord<'a>>,
    /// Empty where one side is a report, which holds no claims.
    claims: ClaimsRecord<'a>,
    /// What differs around the claims; empty where one side is a report.
    around: Vec<AroundRecord<'a>>,
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "OpenAgain")]
struct LapsedRecord<'a> {
    /// The id.
    discrepancy: &'a str,
    /// What became of it.
    #[schemars(extend("enum" = ["new", "worsened", "eased", "unchanged"]))]
    change: &'static str,
    /// What the desk let stand.
    acknowledged: AcknowledgedRecord<'a>,
    /// Why that no longer holds, in words.
    reason: &'a str,
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Around")]
struct AroundRecord<'a> {
    /// What it is; a `document` is one that both sides have, an `acknowledgement` has the id of its discrepancy.
    #[schemars(extend("enum" = ["setting", "acknowledgement", "measure", "source", "subject", "place", "state", "narrowing", "document"]))]
    what: &'static str,
    /// Its id or name.
    id: &'a str,
    /// Which field of it; null where all of it was added or removed.
    field: Option<&'static str>,
    /// What it was in words, lists with commas; null where it held nothing or was not there.
    was: Option<&'a str>,
    /// What it is; null where it holds nothing or is not there.
    is: Option<&'a str>,
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Counts")]
struct DiffCounts {
    new: usize,
    worsened: usize,
    eased: usize,
    absent: usize,
    unchanged: usize,
    /// Conflicts that are new or worsened.
    conflicts: usize,
    /// What is new or worsened and not acknowledged.
    open: usize,
    /// Of these, the conflicts.
    open_conflicts: usize,
    /// All of HEAD that is acknowledged, unchanged or not.
    acknowledged: usize,
    /// What was acknowledged and is open again.
    open_again: usize,
    claims_added: usize,
    claims_removed: usize,
    claims_edited: usize,
    /// To another file; this is no edit.
    claims_moved: usize,
    /// Settings, acknowledgements, words and documents that differ.
    around: usize,
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Change")]
struct ChangeRecord<'a> {
    #[schemars(extend("enum" = ["new", "worsened", "eased", "absent"]))]
    change: &'static str,
    /// As it is; as it was where it is absent.
    discrepancy: DiscrepancyRecord<'a>,
    /// As it was; null where it is new.
    was: Option<DiscrepancyRecord<'a>>,
    /// Ids of claims added, removed or edited: the fewest that explain it.
    because_of: Vec<&'a str>,
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Claims")]
struct ClaimsRecord<'a> {
    added: Vec<&'a str>,
    removed: Vec<&'a str>,
    edited: Vec<EditRecord<'a>>,
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Edit")]
struct EditRecord<'a> {
    id: &'a str,
    fields: Vec<FieldRecord<'a>>,
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Field")]
struct FieldRecord<'a> {
    /// The name in a claims file; `evidence.exact` for what lies in an object.
    field: &'static str,
    /// As in a claims file; null where it held nothing.
    was: Option<ValueRecord<'a>>,
    /// As in a claims file; null where it holds nothing.
    is: Option<ValueRecord<'a>>,
    /// The way from one to the other in words: `+690, +0.4 %; the stated increment agrees`, `+3 days`, or
    /// a text with `[-words gone-]` and `{+words come+}`; null where there is none.
    delta: Option<String>,
}

#[derive(Serialize, JsonSchema)]
#[serde(untagged)]
#[schemars(rename = "FieldValue")]
enum ValueRecord<'a> {
    Text(&'a str),
    List(&'a [String]),
    Position(u32),
    Object(BTreeMap<&'static str, PartRecord<'a>>),
}

#[derive(Serialize, JsonSchema)]
#[serde(untagged)]
#[schemars(rename = "FieldPart")]
enum PartRecord<'a> {
    Number(Number),
    Numbers([Number; 2]),
    Text(&'a str),
    Day(String),
    Days([String; 2]),
    List(&'a [String]),
    Flag(bool),
    Object(BTreeMap<&'static str, &'a str>),
}

impl<'a> DiffRecord<'a> {
    /// All of it.
    pub fn of(diff: &'a Diff<'_>) -> DiffRecord<'a> {
        let claims = &diff.claims;
        let worse = |change: &&Change<'_>| {
            change.kind.is_worse() && change.is.is_some_and(|finding| finding.level == Level::Conflict)
        };
        DiffRecord {
            format: FORMAT,
            counts: DiffCounts {
                new: diff.count(ChangeKind::New),
                worsened: diff.count(ChangeKind::Worsened),
                eased: diff.count(ChangeKind::Eased),
                absent: diff.count(ChangeKind::Absent),
                unchanged: diff.unchanged.len(),
                conflicts: diff.changes.iter().filter(worse).count(),
                open: diff.open().count(),
                open_conflicts: diff.open().filter(|finding| finding.level == Level::Conflict).count(),
                acknowledged: diff.acknowledged(),
                open_again: diff.lapsed().count(),
                claims_added: claims.added.len(),
                claims_removed: claims.removed.len(),
                claims_edited: claims.edited.len(),
                claims_moved: claims.moved.len(),
                around: diff.around.len(),
            },
            open_again: diff.lapsed().map(|(change, lapsed)| open_again(change, lapsed)).collect(),
            changes: diff.changes.iter().map(change).collect(),
            claims: ClaimsRecord {
                added: claims.added.iter().map(String::as_str).collect(),
                removed: claims.removed.iter().map(String::as_str).collect(),
                edited: claims
                    .edited
                    .iter()
                    .map(|edit| EditRecord { id: &edit.id, fields: edit.fields.iter().map(field).collect() })
                    .collect(),
            },
            around: diff.around.iter().map(around).collect(),
        }
    }
}

fn change<'a>(change: &'a Change<'_>) -> ChangeRecord<'a> {
    ChangeRecord {
        change: change.kind.id(),
        discrepancy: DiscrepancyRecord::of_finding(change.finding()),
        was: change.was.map(DiscrepancyRecord::of_finding),
        because_of: change.because_of.iter().map(String::as_str).collect(),
    }
}

fn open_again<'a>(change: &'a Change<'_>, lapsed: &'a Lapsed) -> LapsedRecord<'a> {
    LapsedRecord {
        discrepancy: &change.finding().id,
        change: change.kind.id(),
        acknowledged: AcknowledgedRecord::of(&lapsed.acknowledgement),
        reason: &lapsed.reason,
    }
}

fn around(around: &Surrounding) -> AroundRecord<'_> {
    AroundRecord {
        what: around.around.id(),
        id: &around.id,
        field: around.field,
        was: around.was.as_deref(),
        is: around.is.as_deref(),
    }
}

fn field(edit: &FieldEdit) -> FieldRecord<'_> {
    FieldRecord {
        field: edit.field.id(),
        was: edit.was.as_ref().map(value),
        is: edit.is.as_ref().map(value),
        delta: edit.delta.as_ref().map(ToString::to_string),
    }
}

fn value(value: &FieldValue) -> ValueRecord<'_> {
    match value {
        FieldValue::Name(text) | FieldValue::Words(text) => ValueRecord::Text(text),
        FieldValue::Names(names) => ValueRecord::List(names),
        FieldValue::Number(number) => ValueRecord::Position(*number),
        FieldValue::Period(period) => ValueRecord::Object(BTreeMap::from([
            ("from", PartRecord::Day(day(period.from()))),
            ("to", PartRecord::Day(day(period.to()))),
        ])),
        FieldValue::Stated(stated) => ValueRecord::Object(object(stated)),
    }
}

/// A value as it stands in a claims file.
fn object(stated: &StatedValue) -> BTreeMap<&'static str, PartRecord<'_>> {
    let number = |count| PartRecord::Number(Number::Count(count));
    let (key, part) = match stated {
        StatedValue::Count(count) => match *count {
            CountValue::Exactly(figure) => ("exactly", number(figure)),
            CountValue::About { figure, tolerance } => {
                let tolerance = tolerance.map(|tolerance| ("tolerance", number(tolerance)));
                return std::iter::once(("about", number(figure))).chain(tolerance).collect();
            }
            CountValue::AtLeast(figure) => ("at_least", number(figure)),
            CountValue::MoreThan(figure) => ("more_than", number(figure)),
            CountValue::AtMost(figure) => ("at_most", number(figure)),
            CountValue::LessThan(figure) => ("less_than", number(figure)),
            CountValue::Between(low, high) => {
                ("between", PartRecord::Numbers([Number::Count(low), Number::Count(high)]))
            }
            CountValue::Order(order) => ("order", PartRecord::Text(order.id())),
        },
        StatedValue::Date(date) => match *date {
            DateValue::On(on) => ("on", PartRecord::Day(day(on))),
            DateValue::Within(from, to) => ("within", PartRecord::Days([day(from), day(to)])),
            DateValue::Before(before) => ("before", PartRecord::Day(day(before))),
            DateValue::After(after) => ("after", PartRecord::Day(day(after))),
        },
        StatedValue::Is(state) => ("is", PartRecord::Text(state)),
        StatedValue::IsNot(state) => ("is_not", PartRecord::Text(state)),
        StatedValue::OneOf(states) => ("one_of", PartRecord::List(states)),
        StatedValue::Happened(happened) => ("happened", PartRecord::Flag(*happened)),
        StatedValue::Relative { to, is } => ("relative", PartRecord::Object(relative(to, *is))),
        StatedValue::Undisclosed => ("undisclosed", PartRecord::Flag(true)),
        StatedValue::Text(text) => ("text", PartRecord::Text(text)),
    };
    BTreeMap::from([(key, part)])
}

fn relative(to: &str, is: Comparison) -> BTreeMap<&'static str, &str> {
    BTreeMap::from([("to", to), ("is", is.id())])
}
