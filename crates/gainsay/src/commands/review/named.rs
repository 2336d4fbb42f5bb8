//! Decisions that come as options, for scripts.

use super::desk::Desk;
use super::shown;
use crate::args::Review as Args;
use crate::failure::Failure;
use crate::names::unknown;
use gainsay_diff::{Change, ChangeKind};

/// Makes the decisions, once every id has been found; a line for each.
pub(super) fn decide(args: &Args, desk: &mut Desk<'_>) -> Result<Vec<String>, Failure> {
    if let Some(expires) = args.expires.filter(|day| desk.given.since.is_some_and(|since| *day <= since)) {
        return Err(Failure::Told(format!("--expires {expires} is no day to come; name a later one")));
    }
    let [accepted, rejected, deferred] = [&args.accept, &args.reject, &args.defer].map(|ids| all_found(desk, ids));
    let (accepted, rejected, deferred) = (accepted?, rejected?, deferred?);
    let all = || accepted.iter().chain(&rejected).chain(&deferred).map(|change| &change.finding().id);
    if let Some(id) = all().find(|id| all().filter(|other| other == id).count() > 1) {
        return Err(Failure::Told(format!("`{id}` is decided twice; name it once")));
    }
    let why = args.why.as_deref().filter(|why| !why.trim().is_empty());
    if let Some(change) = accepted.iter().find(|change| why.is_none() && desk.needs_reason(change)) {
        let id = &change.finding().id;
        return Err(Failure::Told(format!("an acknowledgement of `{id}` needs a reason; say --why WORDS")));
    }
    let mut lines = Vec::new();
    for change in &accepted {
        let id = &change.finding().id;
        match why.filter(|_| desk.needs_reason(change)) {
            Some(why) => {
                desk.accept(change, why, args.expires)?;
                lines.push(format!("accepted {id}: written to `{}`", shown(desk.ledger.settings())));
            }
            None => {
                desk.take_note(change)?;
                lines.push(format!("accepted {id}: noted that it is {}", change.kind.id()));
            }
        }
    }
    for change in &rejected {
        desk.reject(change)?;
        lines.push(format!("rejected {}", change.finding().id));
    }
    for change in &deferred {
        desk.defer(change)?;
        lines.push(format!("deferred {}", change.finding().id));
    }
    Ok(lines)
}

fn all_found<'a>(desk: &Desk<'a>, ids: &[String]) -> Result<Vec<Change<'a>>, Failure> {
    ids.iter().map(|id| found(desk, id)).collect()
}

/// The change of a discrepancy by its id, or by a beginning that no other has; one that changed before one that
/// did not.
fn found<'a>(desk: &Desk<'a>, id: &str) -> Result<Change<'a>, Failure> {
    let (changed, unchanged) = (&desk.diff.changes, &desk.diff.unchanged);
    if let Some(change) = changed.iter().chain(unchanged).find(|change| change.finding().id == id) {
        return Ok(change.clone());
    }
    for list in [changed, unchanged] {
        let alike: Vec<&Change<'_>> = list.iter().filter(|change| change.finding().id.starts_with(id)).collect();
        match alike[..] {
            [] => {}
            [change] => return Ok(change.clone()),
            _ => {
                let ids: Vec<&str> = alike.iter().map(|change| &*change.finding().id).take(MOST).collect();
                let more = if alike.len() > MOST { " and others" } else { "" };
                return Err(Failure::Told(format!(
                    "`{}` stands for {} discrepancies: {}{more}; write more of the one that is meant",
                    id.escape_debug(),
                    alike.len(),
                    ids.join(", ")
                )));
            }
        }
    }
    let known = changed.iter().filter(|change| change.kind != ChangeKind::Unchanged);
    let known = known.map(|change| &*change.finding().id);
    Err(unknown("discrepancy of these revisions", id, known, "`gainsay review BASE HEAD --list` names them").into())
}

/// How many ids a message names.
const MOST: usize = 5;
