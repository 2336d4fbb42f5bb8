//! Counting hits and misses.

use super::annotation::{of_draft, of_record};
use super::{Annotated, agreement};
use gainsay_claim::Draft;
use std::collections::BTreeMap;
use std::fmt::Write;

/// A part of a claim that is scored by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs)]
pub enum Field {
    Figure,
    Bound,
    Measure,
    Subject,
    Source,
    Period,
    Place,
    Basis,
    Hedge,
    Speaker,
}

impl Field {
    /// Every field, in the order of the table.
    pub const ALL: [Field; 10] = [
        Field::Figure,
        Field::Bound,
        Field::Measure,
        Field::Subject,
        Field::Source,
        Field::Period,
        Field::Place,
        Field::Basis,
        Field::Hedge,
        Field::Speaker,
    ];

    /// The fields that must all agree for a claim to be right.
    pub const OF_A_CLAIM: [Field; 6] =
        [Field::Figure, Field::Bound, Field::Measure, Field::Subject, Field::Source, Field::Period];

    /// The name in files.
    pub const fn id(self) -> &'static str {
        match self {
            Field::Figure => "figure",
            Field::Bound => "bound",
            Field::Measure => "measure",
            Field::Subject => "subject",
            Field::Source => "source",
            Field::Period => "period",
            Field::Place => "place",
            Field::Basis => "basis",
            Field::Hedge => "hedge",
            Field::Speaker => "speaker",
        }
    }
}

/// What was expected, what was drafted, and what agrees.
#[derive(Clone, Debug, Default)]
pub struct Scores {
    /// The claims that were annotated.
    pub expected: usize,
    /// The claims that were drafted.
    pub drafted: usize,
    /// The claims that agree in every field of a claim.
    pub right: usize,
    /// The pairs of claims that agree in a field.
    pub fields: BTreeMap<Field, usize>,
    /// One line for each miss.
    pub misses: Vec<String>,
}

impl Scores {
    /// Pairs the claims of a text, the best agreement first, and counts.
    pub fn add(&mut self, text: &Annotated, drafts: &[Draft<'_>]) {
        let mut pairs = Vec::new();
        for (at, expected) in text.claims.iter().enumerate() {
            for (number, draft) in drafts.iter().enumerate() {
                let fields = agreement(expected, draft).unwrap_or_default();
                if fields.contains(&Field::Figure) || fields.contains(&Field::Measure) {
                    pairs.push((fields, at, number));
                }
            }
        }
        pairs.sort_by(|a, b| (b.0.len(), a.1, a.2).cmp(&(a.0.len(), b.1, b.2)));
        let mut found = vec![None; text.claims.len()];
        let mut used = vec![false; drafts.len()];
        for (fields, at, number) in pairs {
            if found[at].is_none() && !used[number] {
                used[number] = true;
                found[at] = Some((fields, number));
            }
        }
        self.drafted += used.iter().filter(|used| **used).count();
        for (expected, pair) in text.claims.iter().zip(&found) {
            let quote = expected.record["evidence"].as_str().unwrap_or_default();
            self.expected += usize::from(pair.is_some() || !expected.may_be_left_out());
            let Some((fields, number)) = pair else {
                if expected.may_be_left_out() {
                    continue;
                }
                let what = Field::OF_A_CLAIM.map(|field| expected.of(field)).join(" ");
                self.misses.push(format!("{}: missing  {what}  «{quote}»", text.name));
                continue;
            };
            for field in fields {
                *self.fields.entry(*field).or_default() += 1;
            }
            let wrong: Vec<Field> = Field::ALL.into_iter().filter(|field| !fields.contains(field)).collect();
            self.right += usize::from(!wrong.iter().any(|field| Field::OF_A_CLAIM.contains(field)));
            for field in wrong {
                let (is, was) = (of_draft(&drafts[*number], field), expected.of(field));
                let (is, was) = (if is.is_empty() { "none" } else { &is }, if was.is_empty() { "none" } else { &was });
                self.misses.push(format!("{}: {}  {is}, expected {was}  «{quote}»", text.name, field.id()));
            }
        }
        let is_optional = |draft: &Draft<'_>| {
            let fields = [Field::Figure, Field::Bound, Field::Measure];
            text.optional
                .iter()
                .any(|optional| fields.iter().all(|field| of_draft(draft, *field) == of_record(optional, *field)))
        };
        for (draft, _) in drafts.iter().zip(&used).filter(|(draft, used)| !**used && !is_optional(draft)) {
            self.drafted += 1;
            let what = Field::OF_A_CLAIM.map(|field| of_draft(draft, field)).join(" ");
            let quote = draft.evidence.as_ref().map_or("", |evidence| &evidence.exact);
            self.misses.push(format!("{}: invented  {what}  «{quote}»", text.name));
        }
    }

    /// Hits in ten thousand of what was expected.
    pub fn recall(&self, hits: usize) -> usize {
        share(hits, self.expected)
    }

    /// Hits in ten thousand of what was drafted.
    pub fn precision(&self, hits: usize) -> usize {
        share(hits, self.drafted)
    }
}

fn share(hits: usize, of: usize) -> usize {
    (hits * 10_000).checked_div(of).unwrap_or(10_000)
}

/// A table of precision and recall, as a reader wants it.
pub fn table(scores: &Scores) -> String {
    let mut table = format!("{} claims annotated, {} drafted\n\n", scores.expected, scores.drafted);
    let _ = writeln!(table, "{:<10} {:>9} {:>9} {:>6}", "field", "precision", "recall", "hits");
    let mut row = |name: &str, hits: usize| {
        let percent = |share: usize| format!("{}.{:02} %", share / 100, share % 100);
        let (precision, recall) = (percent(scores.precision(hits)), percent(scores.recall(hits)));
        let _ = writeln!(table, "{name:<10} {precision:>9} {recall:>9} {hits:>6}");
    };
    for field in Field::ALL {
        row(field.id(), scores.fields.get(&field).copied().unwrap_or_default());
    }
    row("claim", scores.right);
    table
}
