//! Annotated texts: `NAME.txt` beside a `claims.jsonl` that says which claims each holds.
//!
//! A line has `article`, `publisher`, `published` and `claims`; a claim has the fields of a claims file, with the quote in
//! `evidence`. `also` of a claim gives other values of a field that are right as well, by field; `may_be_left_out` says that
//! the text is not plain there. `optional` lists what may be drafted and need not, by measure and value.

use super::Field;
use chrono::NaiveDate;
use gainsay_claim::Draft;
use gainsay_claim::period::read_day;
use serde_json::Value;
use std::ops::Range;
use std::path::Path;

/// A text and the claims that an annotator found in it.
#[derive(Clone, Debug)]
pub struct Annotated {
    /// The name of its file.
    pub name: String,
    /// Who published it, by id.
    pub publisher: String,
    /// The day of publication.
    pub published: NaiveDate,
    /// Its words.
    pub words: String,
    /// The claims that stand in it.
    pub claims: Vec<Expected>,
    /// What may be drafted and need not.
    pub optional: Vec<Value>,
}

/// A claim as it was annotated, with the place of its evidence in code points.
#[derive(Clone, Debug)]
pub struct Expected {
    /// The claim, with the fields of a claims file.
    pub record: Value,
    /// Where the words of its evidence stand.
    pub places: Vec<Range<usize>>,
}

impl Expected {
    /// What the annotation says of a field, as text.
    pub fn of(&self, field: Field) -> String {
        of_record(&self.record, field)
    }

    /// Whether a draft says the same of a field, or something else that is right as well.
    pub fn allows(&self, field: Field, said: &str) -> bool {
        let mut also = self.record["also"][field.id()].as_array().into_iter().flatten().map(plain);
        self.of(field) == said || also.any(|other| left_out(field, other) == said)
    }

    /// Whether it need not be drafted.
    pub fn may_be_left_out(&self) -> bool {
        self.record["may_be_left_out"] == true
    }
}

/// What a draft says of a field, as text.
pub fn of_draft(draft: &Draft<'_>, field: Field) -> String {
    of_record(&serde_json::to_value(draft).expect("a draft is JSON"), field)
}

fn plain(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

/// What a record says of a field, as text; a claim of `optional` has the measure and the value only.
pub fn of_record(record: &Value, field: Field) -> String {
    let value = record["value"].as_object().and_then(|value| value.iter().next());
    match (field, value) {
        (Field::Figure, Some((_, figure))) => plain(figure),
        (Field::Bound, Some((bound, _))) => bound.clone(),
        (Field::Figure | Field::Bound, None) => String::new(),
        (other, _) => left_out(other, plain(&record[other.id()])),
    }
}

/// Nothing for what need not be said: the whole country is where totals of the war are from, and a basis is `total`.
fn left_out(field: Field, said: String) -> String {
    match (field, &*said) {
        (Field::Place, "ukraine" | "everywhere") | (Field::Basis, "total") => String::new(),
        _ => said,
    }
}

/// The texts of a folder in the order of their names.
///
/// # Errors
/// When an annotation is broken: the file, the line and what is wrong.
pub fn annotated(folder: &Path) -> Result<Vec<Annotated>, String> {
    let path = folder.join("claims.jsonl");
    let lines = std::fs::read_to_string(&path)
        .map_err(|error| format!("cannot read {}: {error}; name a folder of annotated texts", path.display()))?;
    let mut texts = Vec::new();
    for (number, line) in lines.lines().enumerate() {
        let told = |what: &str| format!("{}:{}: {what}", path.display(), number + 1);
        let record: Value = serde_json::from_str(line).map_err(|error| told(&error.to_string()))?;
        let word = |key: &str| record[key].as_str().map(str::to_owned).ok_or_else(|| told(&format!("no {key}")));
        let name = word("article")?;
        let words =
            std::fs::read_to_string(folder.join(format!("{name}.txt"))).map_err(|error| told(&error.to_string()))?;
        let mut claims = Vec::new();
        for claim in record["claims"].as_array().ok_or_else(|| told("no claims"))? {
            let quote = claim["evidence"].as_str().ok_or_else(|| told("a claim without evidence"))?;
            let length = quote.chars().count();
            let starts = words.match_indices(quote).map(|(at, _)| words[..at].chars().count());
            let places: Vec<Range<usize>> = starts.map(|start| start..start + length).collect();
            if places.is_empty() {
                return Err(told(&format!("the text does not hold `{quote}`")));
            }
            claims.push(Expected { record: claim.clone(), places });
        }
        let published = read_day(&word("published")?).map_err(|_| told("no day"))?;
        let optional = record["optional"].as_array().cloned().unwrap_or_default();
        texts.push(Annotated { name, publisher: word("publisher")?, published, words, claims, optional });
    }
    texts.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(texts)
}
