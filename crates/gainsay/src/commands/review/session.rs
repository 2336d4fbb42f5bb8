//! Stepping through changes: each is shown, and what is answered is done before the next.

use super::desk::Desk;
use super::document;
use super::ledger::{Decision, Status};
use super::shown;
use crate::commands::ask::Asker;
use crate::failure::Failure;
use crate::names::plain;
use chrono::NaiveDate;
use gainsay_claim::period::read_day;
use gainsay_diff::Change;
use gainsay_report::{Picture, write_change, write_discrepancy};

/// How the look at one change ended.
enum Next {
    Go,
    Stop,
}

/// How the questions of an acknowledgement ended.
enum Asked {
    Written,
    NoReason,
    Ended,
}

const KEYS: &str = "[a]ccept [r]eject [d]efer [e]xplain [o]pen [q]uit [?] ";

const HELP: &str = "\
  a  accept: it may stand. A reason is asked for and written to gainsay.toml
  r  reject: it should not be like this. Remembered; nothing in the claims is changed
  d  defer: it is shown again the next time
  e  explain: every step, quote and file
  o  open: the place of each quote in its document
  q  quit: what was decided is written already";

impl Desk<'_> {
    /// Shows each change that is not decided and does what is answered.
    pub(super) fn step_through(&mut self, all: bool, asker: &mut Asker<'_>) -> Result<(), Failure> {
        let is_shown = |desk: &Desk<'_>, change: &&Change<'_>| {
            all || matches!(desk.ledger.status(desk, change), Status::Open | Status::Decided(Decision::Deferred))
        };
        let mut changes = self.changes();
        let decided = changes.len();
        changes.retain(|change| is_shown(self, change));
        let decided = decided - changes.len();
        changes.sort_by_key(|change| self.ledger.status(self, change) == Status::Decided(Decision::Deferred));
        if decided > 0 {
            asker.say(&format!("{decided} decided already; --list shows them, --all steps through them too"))?;
        }
        if changes.is_empty() {
            return asker.say("nothing to review");
        }
        let mut tally = [0, 0, 0];
        for (position, change) in changes.iter().enumerate() {
            asker.say("")?;
            let notes = self.notes(change);
            let place = format!("{} of {}", position + 1, changes.len());
            write_change(self.diff, change, &place, &notes, self.style, asker.out())?;
            asker.say("")?;
            if let Next::Stop = self.decide(change, &mut tally, asker)? {
                break;
            }
        }
        let [accepted, rejected, deferred] = tally;
        let left = changes.len() - accepted - rejected - deferred;
        let left = if left > 0 { format!(", {left} left") } else { String::new() };
        asker.say(&format!("{accepted} accepted, {rejected} rejected, {deferred} deferred{left}"))?;
        Ok(())
    }

    fn decide(&mut self, change: &Change<'_>, tally: &mut [usize; 3], asker: &mut Asker<'_>) -> Result<Next, Failure> {
        loop {
            let Some(answer) = asker.prompt(KEYS)? else {
                return Ok(Next::Stop);
            };
            match answer.to_lowercase().as_str() {
                "a" | "accept" => match self.ask_and_accept(change, asker)? {
                    Asked::Written => tally[0] += 1,
                    Asked::NoReason => continue,
                    Asked::Ended => return Ok(Next::Stop),
                },
                "r" | "reject" => {
                    self.reject(change)?;
                    tally[1] += 1;
                }
                "d" | "defer" => {
                    self.defer(change)?;
                    tally[2] += 1;
                }
                "e" | "explain" => {
                    self.explain(change, asker)?;
                    continue;
                }
                "o" | "open" => {
                    document::open(self, change, asker)?;
                    continue;
                }
                "q" | "quit" => return Ok(Next::Stop),
                "?" | "h" | "help" => {
                    asker.say(HELP)?;
                    continue;
                }
                "" => continue,
                other => {
                    asker.say(&format!("`{}` is none of a, r, d, e, o and q; ? tells what they do", plain(other)))?;
                    continue;
                }
            }
            return Ok(Next::Go);
        }
    }

    /// Asks for the reason, who, and until when. Where the answers end before that, nothing is written.
    fn ask_and_accept(&mut self, change: &Change<'_>, asker: &mut Asker<'_>) -> Result<Asked, Failure> {
        if !self.needs_reason(change) {
            self.take_note(change)?;
            return Ok(Asked::Written);
        }
        let why = match &self.given.why {
            Some(why) => Some(why.clone()),
            None => asker.prompt("  why? ")?,
        };
        let Some(why) = why else { return Ok(Asked::Ended) };
        if why.trim().is_empty() {
            asker.say("  an acknowledgement needs a reason; nothing was written")?;
            return Ok(Asked::NoReason);
        }
        if self.given.who.is_none() {
            let who = asker.prompt("  who? A name for this review, or Enter for none: ")?;
            let Some(who) = who else { return Ok(Asked::Ended) };
            self.given.who = Some(who);
        }
        let expires = match self.given.expires {
            Some(day) => Some(day),
            None => match self.ask_day(asker)? {
                Some(day) => day,
                None => return Ok(Asked::Ended),
            },
        };
        self.accept(change, &why, expires)?;
        asker.say(&format!("  written to `{}`", shown(self.ledger.settings())))?;
        Ok(Asked::Written)
    }

    /// A day or none; nothing where the answers end.
    fn ask_day(&self, asker: &mut Asker<'_>) -> Result<Option<Option<NaiveDate>>, Failure> {
        loop {
            let Some(answer) = asker.prompt("  until when? YYYY-MM-DD, or Enter for good: ")? else { return Ok(None) };
            if answer.is_empty() {
                return Ok(Some(None));
            }
            match read_day(&answer) {
                Ok(day) if self.given.since.is_none_or(|since| day > since) => return Ok(Some(Some(day))),
                Ok(day) => asker.say(&format!("  {day} is no day to come"))?,
                Err(_) => asker.say("  a day is written YYYY-MM-DD")?,
            }
        }
    }

    /// What was decided earlier, and why it is asked again.
    fn notes(&self, change: &Change<'_>) -> Vec<String> {
        let mut notes = Vec::new();
        let id = &change.finding().id;
        let table = self.head.0.acknowledged.iter().find(|acknowledged| acknowledged.discrepancy == *id);
        if let Some((table, how)) = table.zip(self.lapsed.get(id)).filter(|_| !self.is_acknowledged(change)) {
            notes.push(format!("acknowledged earlier: {}", table.acknowledgement.sentence()));
            notes.push(format!("that no longer holds: {how}"));
        }
        if let Status::Decided(decision) = self.ledger.status(self, change) {
            let why = self.ledger.why(id).map(|why| format!(": {why}")).unwrap_or_default();
            notes.push(format!("{} earlier{why}", Status::Decided(decision).word()));
        }
        notes
    }

    fn explain(&self, change: &Change<'_>, asker: &mut Asker<'_>) -> Result<(), Failure> {
        let side = if change.is.is_some() { Some(self.head) } else { self.base };
        let id = &change.finding().id;
        let found = side.and_then(|(corpus, analysis)| {
            Some((corpus, analysis, analysis.discrepancies.iter().find(|found| found.id == *id)?))
        });
        match found {
            Some((corpus, analysis, discrepancy)) => {
                asker.say("")?;
                let picture = Picture { corpus, analysis, as_of: None };
                write_discrepancy(&picture, discrepancy, self.style, asker.out())?;
                asker.say("")
            }
            None => asker.say("  a report holds no claims to explain it by"),
        }
    }
}
