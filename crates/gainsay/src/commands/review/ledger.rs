//! What was decided, on disk: what is accepted in `gainsay.toml`, the rest in a file beside it.

use super::desk::Desk;
use super::shown;
use crate::failure::{Failure, reason};
use crate::output::write_file;
use gainsay_claim::{Acknowledged, Corpus};
use gainsay_corpus::{with_acknowledgement, without_acknowledgement};
use gainsay_diff::{Change, Finding, given_for};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};

const FORMAT: &str = "gainsay.review/v1";
/// The name of the file beside `gainsay.toml`.
const STATE: &str = ".gainsay-review.json";

/// Where decisions are written.
pub(super) struct Ledger {
    settings: PathBuf,
    state: PathBuf,
    remembered: BTreeMap<String, Remembered>,
}

/// What was decided of a change, other than in `gainsay.toml`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Decision {
    Accepted,
    Rejected,
    Deferred,
}

/// A decision, and the change that it was made of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Remembered {
    decision: Decision,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    why: Option<String>,
    #[serde(flatten)]
    of: Shape,
}

/// A change in words; a decision counts as long as they are the same.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Shape {
    change: String,
    was: Vec<String>,
    is: Vec<String>,
}

#[derive(Debug, Serialize, Deserialize)]
struct StateFile {
    format: String,
    decisions: BTreeMap<String, Remembered>,
}

/// How a change stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Status {
    Open,
    /// In `gainsay.toml`.
    Acknowledged,
    Decided(Decision),
}

impl Status {
    pub(super) const fn word(self) -> &'static str {
        match self {
            Status::Open => "open",
            Status::Acknowledged | Status::Decided(Decision::Accepted) => "accepted",
            Status::Decided(Decision::Rejected) => "rejected",
            Status::Decided(Decision::Deferred) => "deferred",
        }
    }
}

impl Ledger {
    /// What was decided earlier, beside the settings at this path.
    pub(super) fn open(settings: &Path) -> Result<Ledger, Failure> {
        let state = settings.with_file_name(STATE);
        Ok(Ledger { settings: settings.to_owned(), remembered: read_state(&state)?, state })
    }

    /// The file that acknowledgements are written to.
    pub(super) fn settings(&self) -> &Path {
        &self.settings
    }

    pub(super) fn status(&self, desk: &Desk<'_>, change: &Change<'_>) -> Status {
        if desk.is_acknowledged(change) {
            return Status::Acknowledged;
        }
        let known = self.remembered.get(&change.finding().id).filter(|known| known.of == shape(desk, change));
        known.map_or(Status::Open, |known| Status::Decided(known.decision))
    }

    /// The reason for which a change was rejected or deferred, where one was given.
    pub(super) fn why(&self, id: &str) -> Option<&str> {
        self.remembered.get(id).and_then(|known| known.why.as_deref())
    }

    /// Writes an acknowledgement, in the place of an earlier one of the same discrepancy.
    pub(super) fn acknowledge(&mut self, acknowledged: &Acknowledged) -> Result<(), Failure> {
        let edited = with_acknowledgement(&self.text()?, acknowledged).map_err(|why| self.refused(&why))?;
        write_whole(&self.settings, &edited)?;
        self.change_state(|decisions| decisions.remove(&acknowledged.discrepancy).is_some())
    }

    /// Takes an acknowledgement away, if there is one; whether there was.
    pub(super) fn withdraw(&mut self, discrepancy: &str) -> Result<bool, Failure> {
        let text = self.text()?;
        // What nobody acknowledged needs no look into a file that may be broken elsewhere.
        if !text.contains(discrepancy) {
            return Ok(false);
        }
        let edited = without_acknowledgement(&text, discrepancy).map_err(|why| self.refused(&why))?;
        let is_other = edited != text;
        if is_other {
            write_whole(&self.settings, &edited)?;
        }
        Ok(is_other)
    }

    /// Remembers a decision of a change as it is.
    pub(super) fn remember(
        &mut self,
        decision: Decision,
        why: Option<&str>,
        id: &str,
        of: ShapeOf,
    ) -> Result<(), Failure> {
        let why = why.map(str::to_owned);
        self.change_state(|decisions| {
            decisions.insert(id.to_owned(), Remembered { decision, why, of: of.0 });
            true
        })
    }

    /// Another run may have decided something in the meantime, so the file is read anew.
    fn change_state(&mut self, change: impl FnOnce(&mut BTreeMap<String, Remembered>) -> bool) -> Result<(), Failure> {
        let mut decisions = read_state(&self.state)?;
        if change(&mut decisions) {
            let file = StateFile { format: FORMAT.to_owned(), decisions: decisions.clone() };
            let text = serde_json::to_string_pretty(&file).map_err(|error| error.to_string())?;
            write_whole(&self.state, &format!("{text}\n"))?;
        }
        self.remembered = decisions;
        Ok(())
    }

    fn text(&self) -> Result<String, Failure> {
        match std::fs::read(&self.settings) {
            Ok(bytes) => String::from_utf8(bytes).map_err(|_| self.refused("it is not UTF-8; save it as UTF-8")),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(String::new()),
            Err(error) => Err(self.refused(&format!("{}; mend its permissions", reason(&error)))),
        }
    }

    fn refused(&self, why: &str) -> Failure {
        Failure::Told(format!("cannot edit `{}`: {why}; nothing was written", shown(&self.settings)))
    }
}

/// A change as it is remembered.
pub(super) struct ShapeOf(Shape);

impl ShapeOf {
    pub(super) fn of(desk: &Desk<'_>, change: &Change<'_>) -> ShapeOf {
        ShapeOf(shape(desk, change))
    }
}

fn shape(desk: &Desk<'_>, change: &Change<'_>) -> Shape {
    let words = |corpus: Option<&Corpus>, finding: Option<&Finding>| -> Vec<String> {
        let Some(finding) = finding else { return Vec::new() };
        let grade = format!("{}, {}", finding.level.id(), finding.certainty.id());
        let values = corpus.and_then(|corpus| given_for(corpus, finding).values).unwrap_or_default();
        std::iter::once(grade).chain(values).collect()
    };
    Shape {
        change: change.kind.id().to_owned(),
        was: words(desk.diff.base.corpus, change.was),
        is: words(desk.diff.head.corpus, change.is),
    }
}

fn read_state(path: &Path) -> Result<BTreeMap<String, Remembered>, Failure> {
    let told = |why: &str| {
        Failure::Told(format!(
            "cannot read `{}`: {why}; mend it, or delete it: it holds what was rejected and deferred, and what was accepted is in gainsay.toml",
            shown(path)
        ))
    };
    let bytes = match std::fs::read(path) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(BTreeMap::new()),
        Err(error) => return Err(told(&reason(&error))),
    };
    let file: StateFile = serde_json::from_slice(&bytes).map_err(|error| told(&error.to_string()))?;
    if file.format != FORMAT {
        return Err(told(&format!("it is a `{}` file, and this gainsay reads {FORMAT}", file.format.escape_debug())));
    }
    Ok(file.decisions)
}

/// Writes a file whole; where its name is a link, the file behind it.
fn write_whole(path: &Path, text: &str) -> Result<(), Failure> {
    let behind = path.canonicalize().unwrap_or_else(|_| path.to_owned());
    // A file is exchanged, not opened, so its folder would let pass what the file itself forbids.
    if behind.metadata().is_ok_and(|facts| facts.permissions().readonly()) {
        return Err(Failure::Told(format!(
            "cannot edit `{}`: it is read-only; make it writable; nothing was written",
            shown(path)
        )));
    }
    write_file(&behind, |out| out.write_all(text.as_bytes()))
}
